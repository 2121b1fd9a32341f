/* The check-in form: what it proposes, sends, refuses, and keeps while somebody
 * is elsewhere. */

#include "config.h"

#include <gtk/gtk.h>

#include "checkin-fixture.h"
#include "details/qd-checkin-fields.h"
#include "details/qd-checkin-form.h"
#include "details/qd-column-choice.h"
#include "store/qd-edit.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-confidence-picker.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-text-field.h"

#define ALL_CHECKINS \
  "SELECT printf('%s %g|%s|%s|%s', day, value, coalesce(note,'-'), coalesce(blocker,'-')," \
  " coalesce(confidence,'-')) FROM checkin WHERE coalesce(deleted,0)=0 ORDER BY created, id"

static void
assert_checkins (DetailsFixture *fixture,
                 const char     *format)
{
  g_autofree char *today = qd_day_to_iso (qd_clock_today ());
  g_auto (GStrv) parts = g_strsplit (format, "TODAY", -1);
  g_autofree char *expected = g_strjoinv (today, parts);

  details_assert_file (fixture, ALL_CHECKINS, expected);
}

static void
assert_focus_in (DetailsFixture *fixture,
                 gpointer        widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, widget));
}

/* All of it becomes one step, and is gone from the form. */
static void
test_send (DetailsFixture *fixture,
           gconstpointer   unused)
{
  qd_checkin_form_focus (QD_CHECKIN_FORM (fixture->widget));
  assert_focus_in (fixture, checkin_get_value (fixture));

  checkin_type_value (fixture, "31");
  checkin_type_note (fixture, "  Faster answers\n");
  checkin_type_blocker (fixture, "No survey tool");
  checkin_pick (fixture, 7);
  gtk_drop_down_set_selected (checkin_get_columns (fixture), 2);
  checkin_click (fixture, "Check In");

  assert_checkins (fixture, "TODAY 31|Faster answers|No survey tool|7");
  details_assert_file (fixture, "SELECT title FROM column WHERE id=(SELECT parent FROM card"
                                " WHERE title='Raise NPS')", "At Risk");
  checkin_assert_value (fixture, "31");
  checkin_assert_note (fixture, "");
  g_assert_cmpint (qd_confidence_picker_get_confidence (checkin_get_confidence (fixture)), ==, 7);
  assert_focus_in (fixture, checkin_get_value (fixture));

  details_undo (fixture);
  assert_checkins (fixture, "");
  details_assert_file (fixture, "SELECT title FROM column WHERE id=(SELECT parent FROM card"
                                " WHERE title='Raise NPS')", "Not Started");
  checkin_assert_value (fixture, "");
}

/* What was said last is proposed, and the card stays where it is. */
static void
test_propose (DetailsFixture *fixture,
              gconstpointer   unused)
{
  checkin_assert_value (fixture, "");
  g_assert_cmpint (qd_confidence_picker_get_confidence (checkin_get_confidence (fixture)), ==,
                   QD_CONFIDENCE_NONE);
  g_assert_true (details_says (fixture->widget, "Nobody has said yet; most begin with 5."));

  details_check_in (fixture, fixture->nps, qd_clock_today () - 7, 31.5, NULL, 6);
  checkin_assert_value (fixture, "31.5");
  g_assert_cmpint (qd_confidence_picker_get_confidence (checkin_get_confidence (fixture)), ==, 6);
  g_assert_false (details_says (fixture->widget, "Nobody has said yet; most begin with 5."));

  checkin_click (fixture, "Check In");
  details_assert_file (fixture, "SELECT count(*) FROM checkin WHERE value=31.5", "2");
  details_assert_file (fixture, "SELECT count(*) FROM chg JOIN tx USING (rid, seq)"
                                " WHERE field=603 AND seq=(SELECT max(seq) FROM tx)", "0");
}

/* Enter sends from a field of one line. */
static void
test_enter (DetailsFixture *fixture,
            gconstpointer   unused)
{
  checkin_type_value (fixture, "1.5k");
  g_signal_emit_by_name (ui_find (GTK_WIDGET (checkin_get_value (fixture)), GTK_TYPE_TEXT),
                         "activate");
  assert_checkins (fixture, "TODAY 1500|-|-|-");

  checkin_type_blocker (fixture, "Summer");
  g_signal_emit_by_name (ui_find (GTK_WIDGET (checkin_get_blocker (fixture)), GTK_TYPE_TEXT),
                         "activate");
  assert_checkins (fixture, "TODAY 1500|-|-|-\nTODAY 1500|-|Summer|-");
}

static void
press_enter (DetailsFixture *fixture)
{
  g_signal_emit_by_name (ui_find (GTK_WIDGET (checkin_get_value (fixture)), GTK_TYPE_TEXT),
                         "activate");
}

/* Enter says again what was typed again, but not what was sent already. */
static void
test_enter_again (DetailsFixture *fixture,
                  gconstpointer   unused)
{
  press_enter (fixture);
  checkin_type_value (fixture, "25");
  press_enter (fixture);
  press_enter (fixture);
  assert_checkins (fixture, "TODAY 25|-|-|-");

  checkin_type_value (fixture, "");
  checkin_type_value (fixture, "25");
  press_enter (fixture);
  press_enter (fixture);
  assert_checkins (fixture, "TODAY 25|-|-|-\nTODAY 25|-|-|-");

  gtk_drop_down_set_selected (checkin_get_columns (fixture), 2);
  press_enter (fixture);
  press_enter (fixture);
  details_assert_file (fixture, "SELECT count(*) FROM checkin", "3");

  /* The button means it. */
  checkin_click (fixture, "Check In");
  details_assert_file (fixture, "SELECT count(*) FROM checkin", "4");
}

/* Whether the form lets a key through to what has the focus. */
static gboolean
lets_through (DetailsFixture  *fixture,
              const char      *signal,
              guint            keyval,
              GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->widget);
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, signal, keyval, 0, modifiers, &stopped);
    }

  return !stopped;
}

/* A key that is held down sends once, and writes as many new lines as it likes. Tab leaves,
 * is let go elsewhere, and is no less a key at another card. */
static void
test_held_enter (DetailsFixture *fixture,
                 gconstpointer   unused)
{
  const char *press = "key-pressed", *release = "key-released";

  qd_checkin_form_focus (QD_CHECKIN_FORM (fixture->widget));
  g_assert_true (lets_through (fixture, press, GDK_KEY_Return, 0));
  g_assert_false (lets_through (fixture, press, GDK_KEY_Return, 0));
  g_assert_false (lets_through (fixture, press, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_true (lets_through (fixture, press, GDK_KEY_a, 0));
  lets_through (fixture, release, GDK_KEY_Return, 0);
  g_assert_true (lets_through (fixture, press, GDK_KEY_KP_Enter, 0));
  lets_through (fixture, release, GDK_KEY_KP_Enter, 0);

  gtk_widget_grab_focus (GTK_WIDGET (checkin_get_note (fixture)));
  g_assert_true (lets_through (fixture, press, GDK_KEY_Return, 0));
  g_assert_true (lets_through (fixture, press, GDK_KEY_Return, 0));
  g_assert_false (lets_through (fixture, press, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_true (lets_through (fixture, press, GDK_KEY_Tab, 0));
  checkin_show_card (fixture, fixture->churn);
  g_assert_true (lets_through (fixture, press, GDK_KEY_Tab, 0));
}

/* Control and Enter send from everywhere: the first shortcut that takes the key. */
static void
test_shortcut (DetailsFixture *fixture,
               gconstpointer   unused)
{
  GtkWidget *fields = ui_find (fixture->widget, QD_TYPE_CHECKIN_FIELDS);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fields);
  gboolean sent = FALSE;

  checkin_type_value (fixture, "44");
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !sent; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;
      g_autofree char *trigger = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
      g_assert_cmpstr (trigger, ==, "<Control>Return|<Control>KP_Enter");
      sent = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, fields, NULL);
    }

  g_assert_true (sent);
  assert_checkins (fixture, "TODAY 44|-|-|-");
}

static void
test_nonsense (DetailsFixture *fixture,
               gconstpointer   unused)
{
  checkin_type_value (fixture, "lots");
  checkin_type_note (fixture, "Much");
  checkin_click (fixture, "Check In");

  assert_checkins (fixture, "");
  checkin_assert_value (fixture, "lots");
  checkin_assert_note (fixture, "Much");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (checkin_get_value_entry (fixture)), "error"));
  assert_focus_in (fixture, checkin_get_value (fixture));

  checkin_type_value (fixture, "40");
  checkin_click (fixture, "Check In");
  assert_checkins (fixture, "TODAY 40|Much|-|-");
}

/* Says in place what went wrong, and loses nothing. */
static void
test_failure (DetailsFixture *fixture,
              gconstpointer   unused)
{
  checkin_click (fixture, "Check In");
  g_assert_true (details_says (fixture->widget,
                               "This check-in says nothing yet. Give a value, a note, a "
                               "blocker or how confident you are."));

  checkin_type_value (fixture, "33");
  checkin_type_note (fixture, "Much");
  details_execute (fixture, "ALTER TABLE chg RENAME TO gone");
  checkin_click (fixture, "Check In");
  details_execute (fixture, "ALTER TABLE gone RENAME TO chg");
  g_assert_nonnull (ui_find (fixture->widget, QD_TYPE_CHECKIN_FIELDS));
  assert_checkins (fixture, "");
  checkin_assert_value (fixture, "33");
  checkin_assert_note (fixture, "Much");

  checkin_click (fixture, "Check In");
  assert_checkins (fixture, "TODAY 33|Much|-|-");
}

/* What is being written stays with its card, nonsense included. */
static void
test_drafts (DetailsFixture *fixture,
             gconstpointer   unused)
{
  checkin_type_value (fixture, "soon");
  checkin_type_note (fixture, "Half a sen");
  checkin_pick (fixture, 8);
  gtk_drop_down_set_selected (checkin_get_columns (fixture), 1);

  checkin_show_card (fixture, fixture->churn);
  checkin_assert_note (fixture, "");
  g_assert_cmpint (qd_confidence_picker_get_confidence (checkin_get_confidence (fixture)), ==,
                   QD_CONFIDENCE_NONE);
  checkin_type_note (fixture, "Other words");

  checkin_show_card (fixture, NULL);
  g_assert_null (ui_find (fixture->widget, QD_TYPE_CHECKIN_FIELDS));

  checkin_show_card (fixture, fixture->nps);
  checkin_assert_value (fixture, "soon");
  checkin_assert_note (fixture, "Half a sen");
  g_assert_cmpint (qd_confidence_picker_get_confidence (checkin_get_confidence (fixture)), ==, 8);
  g_assert_cmpuint (gtk_drop_down_get_selected (checkin_get_columns (fixture)), ==, 1);
  checkin_type_value (fixture, "25");
  checkin_click (fixture, "Check In");
  assert_checkins (fixture, "TODAY 25|Half a sen|-|8");

  checkin_show_card (fixture, fixture->churn);
  checkin_assert_note (fixture, "Other words");
  checkin_show_card (fixture, fixture->nps);
  checkin_assert_value (fixture, "25");
  checkin_assert_note (fixture, "");
}

/* Others go on meanwhile. */
static void
test_foreign_changes (DetailsFixture *fixture,
                      gconstpointer   unused)
{
  checkin_type_value (fixture, "50");
  g_assert_true (qd_number_entry_finish (checkin_get_value (fixture)));
  checkin_type_note (fixture, "Mine");
  checkin_pick (fixture, 3);
  gtk_drop_down_set_selected (checkin_get_columns (fixture), 1);

  details_check_in (fixture, fixture->nps, qd_clock_today (), 22, "Theirs", 9);
  checkin_assert_value (fixture, "50");
  checkin_assert_note (fixture, "Mine");
  g_assert_cmpint (qd_confidence_picker_get_confidence (checkin_get_confidence (fixture)), ==, 3);
  g_assert_cmpuint (gtk_drop_down_get_selected (checkin_get_columns (fixture)), ==, 1);
}

/* The column that was chosen goes away: the card stays where it is. */
static void
test_column_gone (DetailsFixture *fixture,
                  gconstpointer   unused)
{
  QdEntity *column = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 3);
  g_autoptr (GError) error = NULL;

  gtk_drop_down_set_selected (checkin_get_columns (fixture), 3);
  qd_edit_archive (fixture->file.store, QD_ENTITY_COLUMN, qd_entity_get_id (column), TRUE,
                   &error);
  g_assert_no_error (error);
  ui_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (checkin_get_columns (fixture)), ==, 0);

  checkin_type_value (fixture, "30");
  checkin_click (fixture, "Check In");
  details_assert_file (fixture, "SELECT title FROM column WHERE id=(SELECT parent FROM card"
                                " WHERE title='Raise NPS')", "Not Started");
}

static void
test_column_renamed (DetailsFixture *fixture,
                     gconstpointer   unused)
{
  QdEntity *column = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 2);
  g_autoptr (GError) error = NULL;

  gtk_drop_down_set_selected (checkin_get_columns (fixture), 2);
  g_assert_true (details_says (GTK_WIDGET (checkin_get_columns (fixture)), "At Risk"));
  qd_edit_rename (fixture->file.store, QD_ENTITY_COLUMN, qd_entity_get_id (column), "In Danger",
                  &error);
  g_assert_no_error (error);
  ui_settle ();

  g_assert_true (details_says (GTK_WIDGET (checkin_get_columns (fixture)), "In Danger"));
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (checkin_get_columns (fixture)))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Column: In Danger");
  checkin_type_value (fixture, "30");
  checkin_click (fixture, "Check In");
  details_assert_file (fixture, "SELECT title FROM column WHERE id=(SELECT parent FROM card"
                                " WHERE title='Raise NPS')", "In Danger");
}

/* Asking twice loses no words, nor does asking for another one in between. */
static void
test_correct_twice (DetailsFixture *fixture,
                    gconstpointer   unused)
{
  const QdDay day = qd_clock_today ();
  const QdId first = details_check_in (fixture, fixture->nps, day - 14, 11, NULL, 4);
  const QdId second = details_check_in (fixture, fixture->nps, day - 7, 22, NULL, 4);
  const QdId third = details_check_in (fixture, fixture->nps, day, 33, NULL, 4);

  checkin_correct (fixture, first);
  checkin_type_note (fixture, "A long correction");
  checkin_correct (fixture, first);
  checkin_assert_note (fixture, "A long correction");
  assert_focus_in (fixture, checkin_get_value (fixture));

  checkin_correct (fixture, second);
  checkin_assert_value (fixture, "22");
  checkin_assert_note (fixture, "");
  checkin_type_note (fixture, "Another");
  checkin_correct (fixture, first);
  checkin_assert_note (fixture, "A long correction");
  checkin_click (fixture, "Correct");
  checkin_assert_note (fixture, "Another");

  /* Nothing was said in the third. */
  checkin_correct (fixture, third);
  checkin_assert_value (fixture, "33");
  checkin_correct (fixture, second);
  checkin_assert_note (fixture, "Another");
  checkin_click (fixture, "Cancel");
  g_assert_nonnull (ui_find_button (fixture->widget, "Check In"));
  details_assert_file (fixture, "SELECT note FROM checkin WHERE supersedes IS NOT NULL",
                       "A long correction");
}

static void
test_correct (DetailsFixture *fixture,
              gconstpointer   unused)
{
  const QdDay day = qd_clock_today () - 7;
  const QdId earlier = details_check_in (fixture, fixture->nps, day, 13, "No tool", 4);

  checkin_type_note (fixture, "Half a sen");
  checkin_correct (fixture, earlier);
  checkin_assert_value (fixture, "13");
  checkin_assert_note (fixture, "");
  assert_focus_in (fixture, checkin_get_value (fixture));

  /* It waits while another card is shown. */
  checkin_type_value (fixture, "31");
  checkin_show_card (fixture, fixture->churn);
  checkin_show_card (fixture, fixture->nps);
  checkin_assert_value (fixture, "31");
  checkin_click (fixture, "Correct");

  details_assert_file (fixture, "SELECT value FROM checkin WHERE supersedes IS NOT NULL", "31.0");
  details_assert_file (fixture, "SELECT count(DISTINCT day) FROM checkin", "1");
  details_assert_file (fixture, "SELECT count(*) FROM checkin WHERE blocker='No tool'", "2");
  checkin_assert_note (fixture, "Half a sen");
  checkin_assert_value (fixture, "31");
}

/* What was only opened is gone when the card shows again; what waited is there. */
static void
test_opened_correction (DetailsFixture *fixture,
                        gconstpointer   unused)
{
  const QdId earlier = details_check_in (fixture, fixture->nps, qd_clock_today () - 7, 13,
                                         NULL, 4);

  checkin_type_note (fixture, "Half a sen");
  checkin_correct (fixture, earlier);
  g_assert_nonnull (ui_find_button (fixture->widget, "Correct"));
  checkin_show_card (fixture, fixture->churn);
  checkin_show_card (fixture, fixture->nps);
  g_assert_nonnull (ui_find_button (fixture->widget, "Check In"));
  checkin_assert_note (fixture, "Half a sen");
}

static void
test_give_up_correction (DetailsFixture *fixture,
                         gconstpointer   unused)
{
  const QdId earlier = details_check_in (fixture, fixture->nps, qd_clock_today (), 13, NULL, 4);

  checkin_correct (fixture, earlier);
  checkin_type_value (fixture, "99");
  checkin_click (fixture, "Cancel");

  checkin_assert_value (fixture, "13");
  g_assert_nonnull (ui_find_button (fixture->widget, "Check In"));
  details_assert_file (fixture, "SELECT count(*) FROM checkin", "1");
}

/* The form asks for what the metric knows. */
static void
test_metrics (DetailsFixture *fixture,
              gconstpointer   unused)
{
  GtkWidget *answer;

  checkin_set_metric (fixture, QD_METRIC_YES_NO);
  g_assert_null (checkin_get_value (fixture));
  answer = ui_find (fixture->widget, QD_TYPE_CHOICE);
  g_assert_nonnull (answer);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (answer, GTK_TYPE_DROP_DOWN)), 1);
  checkin_click (fixture, "Check In");
  assert_checkins (fixture, "TODAY 1|-|-|-");

  checkin_set_metric (fixture, QD_METRIC_MILESTONES);
  g_assert_null (checkin_get_value (fixture));
  g_assert_null (ui_find (fixture->widget, QD_TYPE_CHOICE));
  qd_checkin_form_focus (QD_CHECKIN_FORM (fixture->widget));
  assert_focus_in (fixture, checkin_get_note (fixture));
  checkin_type_note (fixture, "Two of them");
  checkin_click (fixture, "Check In");
  details_assert_file (fixture, "SELECT count(*) FROM checkin WHERE value IS NULL", "1");
}

/* A low confidence asks, and insists on nothing. */
static void
test_low_confidence (DetailsFixture *fixture,
                     gconstpointer   unused)
{
  const char *advice = "That is low: what is in the way, and what is the next step?";

  checkin_pick (fixture, 4);
  g_assert_false (details_says (fixture->widget, advice));
  checkin_pick (fixture, 3);
  g_assert_true (details_says (fixture->widget, advice));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (checkin_get_confidence (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, advice);
  checkin_type_blocker (fixture, "No tool");
  g_assert_false (details_says (fixture->widget, advice));
  checkin_type_blocker (fixture, "");
  checkin_type_value (fixture, "30");
  checkin_click (fixture, "Check In");
  assert_checkins (fixture, "TODAY 30|-|-|3");
}

static void
test_accessible (DetailsFixture *fixture,
                 gconstpointer   unused)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (checkin_get_columns (fixture)));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->widget),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Check-in");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (checkin_get_value_entry (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Value (points)");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Column: Not Started");
  gtk_drop_down_set_selected (checkin_get_columns (fixture), 3);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Column: Complete");
}

static void
add (const char *name,
     void      (*test) (DetailsFixture *,
                        gconstpointer))
{
  g_autofree char *path = g_strconcat ("/checkin-form/", name, NULL);

  g_test_add (path, DetailsFixture, NULL, checkin_set_up, test, details_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("send", test_send);
  add ("propose", test_propose);
  add ("enter", test_enter);
  add ("enter-again", test_enter_again);
  add ("held-enter", test_held_enter);
  add ("shortcut", test_shortcut);
  add ("nonsense", test_nonsense);
  add ("failure", test_failure);
  add ("drafts", test_drafts);
  add ("foreign-changes", test_foreign_changes);
  add ("column-gone", test_column_gone);
  add ("column-renamed", test_column_renamed);
  add ("correct", test_correct);
  add ("correct-twice", test_correct_twice);
  add ("opened-correction", test_opened_correction);
  add ("give-up-correction", test_give_up_correction);
  add ("metrics", test_metrics);
  add ("low-confidence", test_low_confidence);
  add ("accessible", test_accessible);

  return g_test_run ();
}
