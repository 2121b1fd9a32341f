/* What boards are filtered by: a text, and chips for the rest. Objectives are among
 * it where no strip shows them.
 *
 * The filter belongs to whoever shows the boards: the bar names what is asked for as
 * actions of the board, and shows what the filter is. It shows while it is open, and
 * what is asked for shows in any case.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "filter/qd-filter-words.h"
#include "widgets/qd-focus.h"
#include "widgets/qd-wheel.h"

#include "qd-filter-bar.h"
#include "qd-filter-chip.h"
#include "qd-filter-menu.h"

struct _QdFilterBar
{
  GtkWidget parent_instance;

  QdStore *store;
  QdBoardFilter *filter;
  GListModel *boards; /* (nullable): of QdBoard */
  gboolean objectives;
  gboolean open;
  gboolean composing; /* the keys belong to an input method */
  gboolean added;     /* a chip that was not shown yet */
  guint scroll_idle;

  GtkEditable *entry;
  GtkMenuButton *button;
  GtkScrolledWindow *scroller;
  GtkWidget *chips;
  GtkWidget *clear_button;
  GtkWidget *close_button;
};

enum
{
  PROP_0,
  PROP_OBJECTIVES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdFilterBar, qd_filter_bar, GTK_TYPE_WIDGET)

static gboolean
has_text (QdFilterBar *self)
{
  return *gtk_editable_get_text (self->entry) != '\0';
}

static void on_text_changed (QdFilterBar *self);

static void
focus_board (QdFilterBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "board.focus", NULL);
}

/* An entry is empty for a moment while its text is set. */
static void
set_text (QdFilterBar *self,
          const char  *text)
{
  g_signal_handlers_block_by_func (self->entry, on_text_changed, self);
  gtk_editable_set_text (self->entry, text);
  g_signal_handlers_unblock_by_func (self->entry, on_text_changed, self);
}

/* A text that asks for the same words stays as it is being typed. */
static void
sync_text (QdFilterBar *self)
{
  const char *text = qd_board_filter_get_text (self->filter);
  g_auto (GStrv) typed = qd_filter_words_split (gtk_editable_get_text (self->entry));
  g_auto (GStrv) wanted = qd_filter_words_split (text);

  if (!g_strv_equal ((const char * const *) typed, (const char * const *) wanted))
    set_text (self, text);
}

static GtkWidget *
find_chip (QdFilterBar        *self,
           const QdFilterPart *part)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->chips); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (qd_filter_part_equal (qd_filter_chip_get_part (QD_FILTER_CHIP (child)), part))
        return child;
    }

  return NULL;
}

/* The focus goes on to the chip behind it, else to the one before. */
static void
remove_chip (QdFilterBar *self,
             GtkWidget   *chip)
{
  GtkWidget *other = gtk_widget_get_next_sibling (chip);

  if (other == NULL)
    other = gtk_widget_get_prev_sibling (chip);

  if (gtk_widget_has_focus (chip))
    {
      if (other != NULL)
        gtk_widget_grab_focus (other);
      else if (self->open)
        gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      else
        focus_board (self);
    }

  gtk_box_remove (GTK_BOX (self->chips), chip);
}

static void
prune_chips (QdFilterBar *self)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (self->chips); child != NULL;
       child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (!qd_board_filter_has (self->filter,
                                qd_filter_chip_get_part (QD_FILTER_CHIP (child))))
        remove_chip (self, child);
    }
}

/* What shows elsewhere needs no chip. */
static gboolean
needs_chip (QdFilterBar        *self,
            const QdFilterPart *part)
{
  if (part->kind == QD_FILTER_OBJECTIVE)
    return self->objectives;

  return part->kind != QD_FILTER_TEXT;
}

/* Chips that stay keep the focus. */
static void
sync_chips (QdFilterBar *self)
{
  g_auto (GStrv) tokens = qd_board_filter_dup (self->filter);

  prune_chips (self);

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      GtkWidget *chip;
      QdFilterPart part;

      if (!qd_filter_part_parse (tokens[i], &part) || !needs_chip (self, &part))
        continue;

      chip = find_chip (self, &part);
      if (chip == NULL)
        {
          chip = qd_filter_chip_new (&part);
          gtk_box_append (GTK_BOX (self->chips), chip);
          self->added = TRUE;
        }
      qd_filter_chip_update (QD_FILTER_CHIP (chip), self->store);
    }
}

/* A strip of objectives has such a button of its own. */
static void
update_clear_button (QdFilterBar *self)
{
  const gboolean shown = self->objectives && !qd_board_filter_is_empty (self->filter);

  if (!shown && self->open && gtk_widget_has_focus (self->clear_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_widget_set_visible (self->clear_button, shown);
}

static void
update_visible (QdFilterBar *self)
{
  const gboolean shown = self->open || gtk_widget_get_first_child (self->chips) != NULL;

  if (!shown && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    focus_board (self);

  update_clear_button (self);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), self->open);
  gtk_widget_set_visible (self->close_button, self->open);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
}

static void
on_filter_changed (QdFilterBar *self)
{
  g_assert (QD_IS_FILTER_BAR (self));

  sync_text (self);
  sync_chips (self);
  self->open = self->open || *qd_board_filter_get_text (self->filter) != '\0';
  update_visible (self);
}

static void
on_store_changed (QdFilterBar *self)
{
  g_assert (QD_IS_FILTER_BAR (self));

  for (GtkWidget *child = gtk_widget_get_first_child (self->chips); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    qd_filter_chip_update (QD_FILTER_CHIP (child), self->store);
}

static void
on_text_changed (QdFilterBar *self)
{
  g_assert (QD_IS_FILTER_BAR (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "board.filter-text", "s",
                              gtk_editable_get_text (self->entry));
}

static void
on_activate (QdFilterBar *self)
{
  g_assert (QD_IS_FILTER_BAR (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "board.go-first", NULL);
}

static void
on_stop_search (QdFilterBar *self)
{
  g_assert (QD_IS_FILTER_BAR (self));

  if (has_text (self))
    gtk_editable_set_text (self->entry, "");
  else
    qd_filter_bar_close (self);
}

static void
on_close_clicked (QdFilterBar *self)
{
  g_assert (QD_IS_FILTER_BAR (self));

  qd_filter_bar_close (self);
}

static gboolean
on_scroll_idle (gpointer user_data)
{
  QdFilterBar *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  g_assert (QD_IS_FILTER_BAR (self));

  self->scroll_idle = 0;
  gtk_adjustment_set_value (adjustment, rtl ? gtk_adjustment_get_lower (adjustment)
                                            : gtk_adjustment_get_upper (adjustment));

  return G_SOURCE_REMOVE;
}

/* The last chip comes into sight once there is room for it, but not while it is
 * being laid out: GTK would not do it again. */
static void
on_chips_laid_out (QdFilterBar *self)
{
  g_assert (QD_IS_FILTER_BAR (self));

  if (self->added && self->scroll_idle == 0)
    self->scroll_idle = g_idle_add (on_scroll_idle, self);
  self->added = FALSE;
}

static void
on_preedit_changed (GtkText     *text,
                    const char  *preedit,
                    QdFilterBar *self)
{
  g_assert (QD_IS_FILTER_BAR (self));

  self->composing = *preedit != '\0';
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                QdFilterBar           *self)
{
  GtkWidget *last = gtk_widget_get_last_child (self->chips);

  g_assert (QD_IS_FILTER_BAR (self));

  if (self->composing || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      gtk_widget_activate_action (GTK_WIDGET (self), "board.go-first", NULL);
      return GDK_EVENT_STOP;

    case GDK_KEY_BackSpace:
      if (last == NULL || has_text (self))
        return GDK_EVENT_PROPAGATE;
      g_signal_emit_by_name (last, "clicked");
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   unused)
{
  on_stop_search (QD_FILTER_BAR (widget));

  return GDK_EVENT_STOP;
}

static void
on_change_state (GSimpleAction *action,
                 GVariant      *state,
                 QdFilterBar   *self)
{
  g_autofree char *token = NULL;

  g_assert (QD_IS_FILTER_BAR (self));

  token = qd_filter_menu_dup_token (g_action_get_name (G_ACTION (action)));
  g_simple_action_set_state (action, state);
  gtk_widget_activate_action (GTK_WIDGET (self), "board.filter", "s", token);
}

static void
on_menu_closed (QdFilterBar *self)
{
  g_assert (QD_IS_FILTER_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

/* Who owns cards may have changed since the menu was open. */
static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  QdFilterBar *self = user_data;
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_auto (GStrv) names = NULL;
  GtkWidget *menu;

  if (self->boards == NULL || g_list_model_get_n_items (self->boards) == 0)
    return;

  menu = qd_filter_menu_new (self->store, self->boards, self->objectives, self->filter,
                             G_ACTION_MAP (group));
  names = g_action_group_list_actions (G_ACTION_GROUP (group));
  for (guint i = 0; names[i] != NULL; i++)
    g_signal_connect_object (g_action_map_lookup_action (G_ACTION_MAP (group), names[i]),
                             "change-state", G_CALLBACK (on_change_state), self, 0);

  gtk_widget_insert_action_group (GTK_WIDGET (self), QD_FILTER_MENU_GROUP,
                                  G_ACTION_GROUP (group));
  gtk_menu_button_set_popover (button, menu);
  g_signal_connect_object (menu, "closed", G_CALLBACK (on_menu_closed), self,
                           G_CONNECT_SWAPPED);
}

/* GTK asks for this when the menu goes that had the focus. */
static gboolean
qd_filter_bar_grab_focus (GtkWidget *widget)
{
  QdFilterBar *self = QD_FILTER_BAR (widget);

  return !qd_focus_is_inside (widget) &&
         gtk_widget_grab_focus (self->open ? GTK_WIDGET (self->entry)
                                           : GTK_WIDGET (self->button));
}

static void
qd_filter_bar_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdFilterBar *self = QD_FILTER_BAR (object);

  switch (property_id)
    {
    case PROP_OBJECTIVES:
      g_value_set_boolean (value, self->objectives);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_filter_bar_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdFilterBar *self = QD_FILTER_BAR (object);

  switch (property_id)
    {
    case PROP_OBJECTIVES:
      self->objectives = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_filter_bar_dispose (GObject *object)
{
  QdFilterBar *self = QD_FILTER_BAR (object);

  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_FILTER_BAR);

  g_clear_object (&self->boards);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_filter_bar_parent_class)->dispose (object);
}

static void
qd_filter_bar_class_init (QdFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qd_filter_bar_get_property;
  object_class->set_property = qd_filter_bar_set_property;
  object_class->dispose = qd_filter_bar_dispose;

  widget_class->grab_focus = qd_filter_bar_grab_focus;

  /**
   * QdFilterBar:objectives:
   *
   * Whether objectives can be chosen here, as families, and show: where no strip does
   * that.
   */
  properties[PROP_OBJECTIVES] =
    g_param_spec_boolean ("objectives", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                          G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QdFilterBar, entry);
  gtk_widget_class_bind_template_child (widget_class, QdFilterBar, button);
  gtk_widget_class_bind_template_child (widget_class, QdFilterBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, QdFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, QdFilterBar, clear_button);
  gtk_widget_class_bind_template_child (widget_class, QdFilterBar, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);

  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_filter_bar_init (QdFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"),
                                  -1);

  g_signal_connect_object (gtk_editable_get_delegate (self->entry), "preedit-changed",
                           G_CALLBACK (on_preedit_changed), self, 0);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed",
                           G_CALLBACK (on_chips_laid_out), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->button, create_menu, self, NULL);
  qd_wheel_attach (self->scroller);
}

/**
 * qd_filter_bar_set_store:
 * @self: a bar without a store
 * @store: the file that its boards are in, from now on
 * @filter: the filter that it shows
 */
void
qd_filter_bar_set_store (QdFilterBar   *self,
                         QdStore       *store,
                         QdBoardFilter *filter)
{
  g_return_if_fail (QD_IS_FILTER_BAR (self));
  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (QD_IS_BOARD_FILTER (filter));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->filter = g_object_ref (filter);

  g_signal_connect_object (store, "changed",
                           G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "changed",
                           G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * qd_filter_bar_set_boards:
 * @self: a bar
 * @boards: (nullable) (element-type QdBoard): the boards that are filtered
 *
 * Another list opens without the bar. What changes in a list is heeded when it
 * matters.
 */
void
qd_filter_bar_set_boards (QdFilterBar *self,
                          GListModel  *boards)
{
  g_return_if_fail (QD_IS_FILTER_BAR (self));
  g_return_if_fail (boards == NULL || G_IS_LIST_MODEL (boards));

  if (!g_set_object (&self->boards, boards))
    return;

  self->open = *qd_board_filter_get_text (self->filter) != '\0';
  update_visible (self);
}

/**
 * qd_filter_bar_open:
 * @self: a bar
 *
 * Lets a text be typed.
 */
void
qd_filter_bar_open (QdFilterBar *self)
{
  g_return_if_fail (QD_IS_FILTER_BAR (self));

  self->open = TRUE;
  update_visible (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * qd_filter_bar_close:
 * @self: a bar
 *
 * Clears the text. What else is asked for keeps showing.
 */
void
qd_filter_bar_close (QdFilterBar *self)
{
  g_return_if_fail (QD_IS_FILTER_BAR (self));

  gtk_editable_set_text (self->entry, "");
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    focus_board (self);
  self->open = FALSE;
  update_visible (self);
}
