/* The milestones of a card: what shows, and what keys, pointer and typing do. */

#include "config.h"

#include <gtk/gtk.h>

#include "details/qd-milestone-list.h"
#include "details/qd-milestone-row.h"
#include "list-fixture.h"
#include "widgets/qd-day-button.h"
#include "widgets/qd-day-text.h"

typedef ListFixture Fixture;

static QdId
add (Fixture    *fixture,
     const char *title)
{
  g_autoptr (GError) error = NULL;
  QdId id = qd_edit_new_milestone (fixture->file.store, list_get_card_id (fixture), title, &error);

  g_assert_no_error (error);

  return id;
}

static void
show (Fixture *fixture)
{
  list_show (fixture, qd_milestone_list_new (fixture->file.store),
             (ListSetCardFunc) qd_milestone_list_set_card,
             (ListUpdateFunc) qd_milestone_list_update);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  list_set_up (fixture);
  add (fixture, "One");
  add (fixture, "Two");
  add (fixture, "Three");
}

static void
set_up_and_show (Fixture       *fixture,
                 gconstpointer  unused)
{
  set_up (fixture, NULL);
  show (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  list_tear_down (fixture);
}

static GtkWidget *
get_rows (Fixture *fixture)
{
  return gtk_widget_get_parent (ui_find (fixture->list, QD_TYPE_MILESTONE_ROW));
}

/* The titles in the file, which the rows stand for in the same order. */
static void
assert_titles (Fixture    *fixture,
               const char *expected)
{
  g_autoptr (QdDetails) details = list_read (fixture);
  g_autoptr (GString) titles = g_string_new (NULL);
  GtkWidget *row = ui_find (fixture->list, QD_TYPE_MILESTONE_ROW);

  for (guint i = 0; i < details->milestones->len; i++)
    {
      const QdMilestone *milestone = g_ptr_array_index (details->milestones, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", milestone->title);
      g_assert_nonnull (row);
      g_assert_cmpint (qd_milestone_row_get_id (QD_MILESTONE_ROW (row)), ==, milestone->id);
      row = gtk_widget_get_next_sibling (row);
    }

  g_assert_null (row);
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
assert_count (Fixture    *fixture,
              const char *expected)
{
  GtkWidget *heading = ui_find (fixture->list, GTK_TYPE_LABEL);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (heading)), ==, "Milestones");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (heading))), ==,
                   expected);
}

static GtkWidget *
get_check (Fixture    *fixture,
           const char *title)
{
  g_autofree char *name = g_strdup_printf ("Remove the milestone “%s”", title);

  return ui_find (gtk_widget_get_parent (list_get (fixture, name)), GTK_TYPE_CHECK_BUTTON);
}

static void
test_shows (Fixture       *fixture,
            gconstpointer  unused)
{
  const QdDay today = qd_clock_today ();
  g_autofree char *yesterday = qd_day_text_full (today - 1);
  g_autofree char *overdue = g_strdup_printf ("Milestone “Two”, Overdue since %s", yesterday);
  g_autofree char *name = g_strdup_printf ("Due day of “Two”: %s", yesterday);
  g_autoptr (QdDetails) details = list_read (fixture);
  const QdMilestone *one = g_ptr_array_index (details->milestones, 0);
  const QdMilestone *two = g_ptr_array_index (details->milestones, 1);
  g_autoptr (GError) error = NULL;

  qd_edit_set_milestone_done (fixture->file.store, one->id, TRUE, &error);
  g_assert_no_error (error);
  qd_edit_set_milestone_due (fixture->file.store, one->id, today - 1, &error);
  g_assert_no_error (error);
  qd_edit_set_milestone_due (fixture->file.store, two->id, today - 1, &error);
  g_assert_no_error (error);
  show (fixture);

  assert_titles (fixture, "One, Two, Three");
  assert_count (fixture, "1 of 3");
  list_get (fixture, "Milestone “One”, done");
  list_get (fixture, overdue);
  list_get (fixture, name);
  list_get (fixture, "Remove the milestone “Three”");
  list_get (fixture, "Title of the milestone “Three”");
  g_assert_true (gtk_widget_has_css_class (list_get (fixture, overdue), "overdue"));
  g_assert_false (gtk_widget_has_css_class (list_get (fixture, "Milestone “One”, done"),
                                            "overdue"));

  /* Due today is not late yet. */
  qd_edit_set_milestone_due (fixture->file.store, two->id, today, &error);
  g_assert_no_error (error);
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (get_check (fixture, "Two")),
                                            "overdue"));
}

static GtkWidget *
get_title (Fixture    *fixture,
           const char *title)
{
  g_autofree char *name = g_strdup_printf ("Title of the milestone “%s”", title);

  return list_get (fixture, name);
}

static void
test_tick (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkWidget *check = get_check (fixture, "Two");

  list_press (check, GDK_KEY_space, 0);
  assert_count (fixture, "1 of 3");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  list_get (fixture, "Milestone “Two”, done");
  g_assert_true (list_has_focus (check));

  list_undo (fixture, "Reach the Milestone “Two”");
  assert_count (fixture, "0 of 3");
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *title = get_title (fixture, "Two");

  list_type (title, "  Pilot  ");
  list_press (title, GDK_KEY_Return, 0);
  assert_titles (fixture, "One, Pilot, Three");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Pilot");

  list_type (title, "Nonsense");
  list_press (title, GDK_KEY_Escape, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Pilot");

  list_type (title, "Second pilot");
  gtk_widget_grab_focus (fixture->elsewhere);
  assert_titles (fixture, "One, Second pilot, Three");

  list_undo (fixture, "Rename “Pilot” to “Second pilot”");
  assert_titles (fixture, "One, Pilot, Three");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Pilot");
}

static void
test_rename_to_nothing (Fixture       *fixture,
                        gconstpointer  unused)
{
  GtkWidget *title = get_title (fixture, "Two");

  list_type (title, " ");
  list_press (title, GDK_KEY_Return, 0);
  assert_titles (fixture, "One, Two, Three");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (title),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "A title cannot be empty. Nothing was changed.");

  list_press (title, GDK_KEY_Escape, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Two");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
}

/* Whatever else changes, what is being typed stays, and its cursor. */
static void
test_typing_stays (Fixture       *fixture,
                   gconstpointer  unused)
{
  GtkWidget *title = get_title (fixture, "Two");

  list_type (title, "Two and a half");
  gtk_editable_set_position (GTK_EDITABLE (title), 3);
  add (fixture, "Four");
  list_press (get_title (fixture, "Two"), GDK_KEY_Up, GDK_ALT_MASK);

  assert_titles (fixture, "Two, One, Three, Four");
  g_assert_true (get_title (fixture, "Two") == title);
  g_assert_true (list_has_focus (title));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Two and a half");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (title)), ==, 3);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  unused)
{
  GtkWidget *entry = list_get (fixture, "New milestone");

  list_type (entry, " Four ");
  list_press (entry, GDK_KEY_Return, 0);
  assert_titles (fixture, "One, Two, Three, Four");
  assert_count (fixture, "0 of 4");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_true (list_has_focus (entry));

  /* Nothing is no milestone. */
  list_press (entry, GDK_KEY_Return, 0);
  assert_titles (fixture, "One, Two, Three, Four");

  list_undo (fixture, "Add the Milestone “Four”");
  assert_titles (fixture, "One, Two, Three");
}

/* The next row gets the focus, after the last the one before, and at last the entry. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  unused)
{
  list_press (get_check (fixture, "Two"), GDK_KEY_Delete, 0);
  assert_titles (fixture, "One, Three");
  g_assert_true (list_has_focus (get_check (fixture, "Three")));

  list_press (get_check (fixture, "Three"), GDK_KEY_Delete, 0);
  g_assert_true (list_has_focus (get_check (fixture, "One")));

  g_signal_emit_by_name (list_get (fixture, "Remove the milestone “One”"), "clicked");
  assert_count (fixture, "");
  g_assert_null (ui_find (fixture->list, QD_TYPE_MILESTONE_ROW));

  list_undo (fixture, "Remove the Milestone “One”");
  list_undo (fixture, "Remove the Milestone “Three”");
  assert_titles (fixture, "One, Three");
}

static void
test_delete_of_letters (Fixture       *fixture,
                        gconstpointer  unused)
{
  GtkWidget *title = get_title (fixture, "Two");

  gtk_widget_grab_focus (title);
  gtk_editable_set_position (GTK_EDITABLE (title), 0);
  list_press (title, GDK_KEY_Delete, 0);
  assert_titles (fixture, "One, Two, Three");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "wo");
  list_press (title, GDK_KEY_Escape, 0);

  list_press (list_get (fixture, "Due day of “Two”: —"), GDK_KEY_Delete, 0);
  assert_titles (fixture, "One, Two, Three");
}

/* Nothing is written into what went away under the hand. */
static void
test_removed_while_typing (Fixture       *fixture,
                           gconstpointer  unused)
{
  g_autoptr (QdDetails) details = list_read (fixture);
  const QdMilestone *two = g_ptr_array_index (details->milestones, 1);
  g_autoptr (GError) error = NULL;

  list_type (get_title (fixture, "Two"), "Two and a half");
  qd_edit_archive (fixture->file.store, QD_ENTITY_MILESTONE, two->id, TRUE, &error);
  g_assert_no_error (error);

  assert_titles (fixture, "One, Three");
  list_undo (fixture, "Remove the Milestone “Two”");
  assert_titles (fixture, "One, Two, Three");
}

static void
test_move (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkWidget *check = get_check (fixture, "Three");

  list_press (check, GDK_KEY_Up, GDK_ALT_MASK);
  assert_titles (fixture, "One, Three, Two");
  list_press (check, GDK_KEY_Up, GDK_ALT_MASK);
  list_press (check, GDK_KEY_Up, GDK_ALT_MASK);
  assert_titles (fixture, "Three, One, Two");
  g_assert_true (list_has_focus (check));

  list_press (check, GDK_KEY_Down, GDK_ALT_MASK);
  assert_titles (fixture, "One, Three, Two");
  list_undo (fixture, "Move the Milestone “Three”");
  assert_titles (fixture, "Three, One, Two");
}

static GtkDropTarget *
get_drop_target (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get_rows (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

/* Drops the milestone @title just above or below the middle of the row @onto. */
static gboolean
drop (Fixture    *fixture,
      const char *title,
      const char *onto,
      double      beside)
{
  GtkWidget *row = gtk_widget_get_parent (get_check (fixture, title));
  GtkWidget *at = gtk_widget_get_parent (get_check (fixture, onto));
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_rect_t bounds;
  gboolean dropped = FALSE;

  g_value_init (&value, QD_TYPE_MILESTONE_ROW);
  g_value_set_object (&value, row);
  g_assert_true (gtk_widget_compute_bounds (at, get_rows (fixture), &bounds));
  g_signal_emit_by_name (get_drop_target (fixture), "drop", &value, 10.0,
                         bounds.origin.y + bounds.size.height / 2.0 + beside, &dropped);
  /* The next drop looks at where the rows are then. */
  list_lay_out (fixture);

  return dropped;
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  unused)
{
  list_lay_out (fixture);
  g_assert_true (drop (fixture, "Three", "One", -2));
  assert_titles (fixture, "Three, One, Two");
  g_assert_true (drop (fixture, "Three", "One", 2));
  assert_titles (fixture, "One, Three, Two");
  g_assert_true (drop (fixture, "One", "Two", 2));
  assert_titles (fixture, "Three, Two, One");

  /* Where it is already. */
  g_assert_false (drop (fixture, "Two", "Two", -2));
  g_assert_false (drop (fixture, "Two", "Two", 2));
  g_assert_false (drop (fixture, "Two", "Three", 2));
  g_assert_false (drop (fixture, "Two", "One", -2));
  list_undo (fixture, "Move the Milestone “One”");
}

/* A row of another card. */
static void
test_drop_of_stranger (Fixture       *fixture,
                       gconstpointer  unused)
{
  g_autoptr (GtkWidget) stranger = g_object_ref_sink (qd_milestone_row_new (fixture->file.store,
                                                                            1));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean dropped = TRUE;

  g_value_init (&value, QD_TYPE_MILESTONE_ROW);
  g_value_set_object (&value, stranger);
  g_signal_emit_by_name (get_drop_target (fixture), "drop", &value, 10.0, 10.0, &dropped);
  g_assert_false (dropped);
  assert_titles (fixture, "One, Two, Three");
}

static void
test_due (Fixture       *fixture,
          gconstpointer  unused)
{
  const QdDay day = qd_clock_today () + 7;
  g_autofree char *text = qd_day_text_full (day);
  g_autofree char *name = g_strdup_printf ("Milestone “One”, Due %s", text);
  GtkWidget *row = gtk_widget_get_parent (get_check (fixture, "One"));
  QdDayButton *button = QD_DAY_BUTTON (ui_find (row, QD_TYPE_DAY_BUTTON));

  qd_day_button_set_day (button, day);
  g_assert_true (list_get (fixture, name) == row);
  qd_day_button_set_day (button, QD_DAY_NONE);
  g_assert_null (list_find (fixture, name));

  list_undo (fixture, "Change When “One” Is Due");
  g_assert_cmpuint (qd_day_button_get_day (button), ==, day);
  list_undo (fixture, "Change When “One” Is Due");
  g_assert_cmpuint (qd_day_button_get_day (button), ==, QD_DAY_NONE);
}

/* What was typed and not finished is of the card that is left. */
static void
test_turn_to_another (Fixture       *fixture,
                      gconstpointer  unused)
{
  QdCard *card = fixture->card;

  list_type (list_get (fixture, "New milestone"), "Four");
  list_type (get_title (fixture, "Two"), "Pilot");
  list_turn_to (fixture, fixture->other);
  g_assert_null (ui_find (fixture->list, QD_TYPE_MILESTONE_ROW));
  assert_count (fixture, "");

  list_turn_to (fixture, card);
  assert_titles (fixture, "One, Pilot, Three, Four");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  unused)
{
  list_make_read_only (fixture);
  show (fixture);

  assert_titles (fixture, "One, Two, Three");
  g_assert_false (gtk_widget_is_sensitive (get_check (fixture, "One")));
  g_assert_false (gtk_widget_is_sensitive (get_title (fixture, "One")));
  g_assert_false (gtk_widget_is_sensitive (list_get (fixture, "New milestone")));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, set_up, function) \
  g_test_add ("/milestone-list/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("shows", set_up, test_shows);
  ADD ("tick", set_up_and_show, test_tick);
  ADD ("rename", set_up_and_show, test_rename);
  ADD ("rename-to-nothing", set_up_and_show, test_rename_to_nothing);
  ADD ("typing-stays", set_up_and_show, test_typing_stays);
  ADD ("add", set_up_and_show, test_add);
  ADD ("remove", set_up_and_show, test_remove);
  ADD ("delete-of-letters", set_up_and_show, test_delete_of_letters);
  ADD ("removed-while-typing", set_up_and_show, test_removed_while_typing);
  ADD ("move", set_up_and_show, test_move);
  ADD ("drop", set_up_and_show, test_drop);
  ADD ("drop-of-stranger", set_up_and_show, test_drop_of_stranger);
  ADD ("due", set_up_and_show, test_due);
  ADD ("turn-to-another", set_up_and_show, test_turn_to_another);
  ADD ("read-only", set_up, test_read_only);

  return g_test_run ();
}
