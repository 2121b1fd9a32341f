/* A list of what belongs to a card, in a window, and told after each change, as the
 * pane of the details does. */

#include "config.h"

#include "list-fixture.h"
#include "store/qd-undo.h"

QdDetails *
list_read (ListFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QdDetails *details;

  details = qd_details_read (fixture->file.store, list_get_card_id (fixture), &error);
  g_assert_no_error (error);

  return details;
}

static void
on_changed (ListFixture *fixture)
{
  g_autoptr (QdDetails) details = list_read (fixture);

  fixture->update (fixture->list, details);
}

/* A second passes from step to step, so that what is older can be told. */
static gint64
read_clock (gpointer user_data)
{
  ListFixture *fixture = user_data;

  fixture->now += G_TIME_SPAN_MILLISECOND;

  return fixture->now;
}

/* The file, with two cards on its first board. */
void
list_set_up (ListFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QdOrderedList *cards;

  ui_fixture_set_up (&fixture->file, NULL);
  fixture->now = qd_clock_now (NULL);
  qd_store_set_clock (fixture->file.store, read_clock, fixture);
  qd_store_load_board (fixture->file.store, fixture->file.growth, &error);
  g_assert_no_error (error);
  cards = qd_column_get_cards (qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth),
                                                     0));
  fixture->card = qd_ordered_list_peek (cards, 0);
  fixture->other = qd_ordered_list_peek (cards, 1);
}

/* Shows a list of the first card in a window as narrow as the pane may be. */
void
list_show (ListFixture     *fixture,
           GtkWidget       *list,
           ListSetCardFunc  set_card,
           ListUpdateFunc   update)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  fixture->list = list;
  fixture->set_card = set_card;
  fixture->update = update;
  fixture->elsewhere = gtk_button_new_with_label ("Elsewhere");
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), fixture->elsewhere);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 320, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  g_signal_connect_swapped (fixture->file.store, "changed", G_CALLBACK (on_changed), fixture);
  list_turn_to (fixture, fixture->card);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle ();
}

void
list_tear_down (ListFixture *fixture)
{
  g_signal_handlers_disconnect_by_data (fixture->file.store, fixture);
  g_object_ref (fixture->list);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->list);
  ui_fixture_tear_down (&fixture->file, NULL);
}

/* Waits until everything stands where it belongs. */
void
list_lay_out (ListFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  const gint64 begin = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_resize (fixture->list);
  while (gdk_frame_clock_get_frame_counter (clock) < begin + 3)
    {
      gtk_widget_queue_draw (fixture->window);
      g_main_context_iteration (NULL, TRUE);
    }
  ui_settle ();
}

/* As the pane does: what the list hands on meanwhile is of the card before, and the
 * pane is at the next one already. */
void
list_turn_to (ListFixture *fixture,
              QdCard      *card)
{
  fixture->card = card;
  fixture->set_card (fixture->list, card);
  on_changed (fixture);
}

QdId
list_get_card_id (ListFixture *fixture)
{
  return qd_entity_get_id (QD_ENTITY (fixture->card));
}

/* Takes the last step back, which must be called @name. */
void
list_undo (ListFixture *fixture,
           const char  *name)
{
  g_autofree char *found = qd_undo_dup_name (fixture->file.store);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (found, ==, name);
  g_assert_true (qd_undo_undo (fixture->file.store, NULL, &error));
  g_assert_no_error (error);
}

/* Before list_show(). */
void
list_make_read_only (ListFixture *fixture)
{
  const QdId id = list_get_card_id (fixture);

  ui_fixture_make_read_only (&fixture->file);
  fixture->card = QD_CARD (qd_store_lookup (fixture->file.store, id));
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *name)
{
  g_autofree char *differs = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;

  differs = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  if (differs == NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What a screen reader calls so, or NULL. */
GtkWidget *
list_find (ListFixture *fixture,
           const char  *name)
{
  return find_named (fixture->list, name);
}

/* As list_find(), where it must be there. */
GtkWidget *
list_get (ListFixture *fixture,
          const char  *name)
{
  GtkWidget *found = list_find (fixture, name);

  if (found == NULL)
  g_error ("Nothing is called “%s”", name);

  return found;
}

static gboolean
is_for (GtkShortcut     *shortcut,
        guint            keyval,
        GdkModifierType  modifiers)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger) &&
         gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
         gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

static gboolean
capture_key (GtkWidget       *widget,
             guint            keyval,
             GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  gboolean handled = parent != NULL && capture_key (parent, keyval, modifiers);

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &handled);
    }

  return handled;
}

static gboolean
activate_shortcut (GtkWidget       *widget,
                   GListModel      *shortcuts,
                   guint            keyval,
                   GdkModifierType  modifiers)
{
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (is_for (shortcut, keyval, modifiers))
        handled = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                gtk_shortcut_get_arguments (shortcut));
    }

  return handled;
}

static gboolean
bubble_key (GtkWidget       *widget,
            guint            keyval,
            GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        handled = activate_shortcut (widget, G_LIST_MODEL (controller), keyval, modifiers);
    }

  return handled;
}

/* A key where @widget has the focus: what it is in may take it before, and gets it
 * where @widget has no use for it. */
void
list_press (GtkWidget       *widget,
            guint            keyval,
            GdkModifierType  modifiers)
{
  if (!list_has_focus (widget))
    gtk_widget_grab_focus (widget);
  if (GTK_IS_ENTRY (widget))
    widget = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  if (capture_key (widget, keyval, modifiers))
    return;

  while (widget != NULL && !bubble_key (widget, keyval, modifiers))
    widget = gtk_widget_get_parent (widget);
}

void
list_type (GtkWidget  *entry,
           const char *text)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

gboolean
list_has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}
