/* The run of check-ins: one card after the other, back and forth, what is left at the end,
 * and what happens to it when the file changes meanwhile.
 *
 * Three key results of a board are due: "Raise NPS" and "Lower churn" in the first column,
 * "Win ten teams" in the second. What keys do is in test-run.py.
 */

#include "config.h"

#include "checkin/qd-run-card.h"
#include "checkin/qd-run-page.h"
#include "checkin/qd-run-summary.h"
#include "checkin/qd-run.h"
#include "details-fixture.h"
#include "details/qd-checkin-fields.h"
#include "details/qd-checkin-form.h"
#include "details/qd-milestone-list.h"
#include "store/qd-edit.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-confidence-picker.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-text-field.h"

#define SAID "SELECT group_concat (said, ' ') FROM (SELECT card.title || '=' ||" \
  " coalesce(checkin.value,'-') || '/' || coalesce(checkin.confidence,'-') AS said FROM checkin" \
  " JOIN card ON card.id=checkin.card WHERE coalesce(checkin.deleted,0)=0" \
  " ORDER BY checkin.created, checkin.id)"

typedef struct
{
  DetailsFixture details;
  GSimpleActionGroup *actions;
  guint n_left;
  char *name;
} Fixture;

static QdRunPage *
get_page (Fixture *fixture)
{
  return QD_RUN_PAGE (fixture->details.widget);
}

static void
on_leave (Fixture *fixture)
{
  fixture->n_left++;
}

static void
on_named (Fixture    *fixture,
          const char *name)
{
  g_free (fixture->name);
  fixture->name = g_strdup (name);
}

static QdId
get_board (Fixture *fixture)
{
  return details_get_id (fixture->details.file.growth);
}

/* "Win ten teams". */
static QdKeyResult *
get_last (Fixture *fixture)
{
  QdColumn *column = qd_ordered_list_peek (
    qd_board_get_columns (fixture->details.file.growth), 1);

  return qd_ordered_list_peek (qd_column_get_cards (column), 0);
}

static void
begin (Fixture *fixture)
{
  qd_run_page_begin (get_page (fixture), NULL, get_board (fixture));
  details_wait (&fixture->details);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  GtkWidget *page;
  GSimpleAction *leave = g_simple_action_new ("leave-run", NULL);

  details_fixture_set_up (&fixture->details, NULL);
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action (G_ACTION_MAP (fixture->actions), G_ACTION (leave));
  g_signal_connect_swapped (leave, "activate", G_CALLBACK (on_leave), fixture);
  g_object_unref (leave);
  gtk_widget_insert_action_group (fixture->details.window, "win",
                                  G_ACTION_GROUP (fixture->actions));

  page = qd_run_page_new (fixture->details.file.store);
  g_signal_connect_swapped (page, "named", G_CALLBACK (on_named), fixture);
  details_show (&fixture->details, page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  details_fixture_tear_down (&fixture->details, NULL);
  g_object_unref (fixture->actions);
  g_free (fixture->name);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->details.widget, action, NULL));
  ui_settle ();
}

static GtkWidget *
get_form (Fixture *fixture)
{
  return ui_find (fixture->details.widget, QD_TYPE_CHECKIN_FORM);
}

static GtkWidget *
get_fields (Fixture *fixture)
{
  return ui_find (fixture->details.widget, QD_TYPE_CHECKIN_FIELDS);
}

static GtkWidget *
get_value (Fixture *fixture)
{
  return ui_find (ui_find (get_fields (fixture), QD_TYPE_NUMBER_ENTRY), GTK_TYPE_ENTRY);
}

static void
type_note (Fixture    *fixture,
           const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (ui_find (get_fields (fixture), GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static void
send (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (get_fields (fixture), "checkin.send", NULL));
  ui_settle ();
}

/* A digit is the last thing that is said. */
static void
say_confidence (Fixture *fixture,
                int      digit)
{
  GtkWidget *picker = ui_find (get_fields (fixture), QD_TYPE_CONFIDENCE_PICKER);

  gtk_widget_grab_focus (picker);
  g_signal_emit_by_name (picker, "type-digit", digit);
  ui_settle ();
}

static void
assert_says (Fixture    *fixture,
             const char *text)
{
  if (!details_says (fixture->details.widget, text))
    g_error ("Nothing says “%s”", text);
}

/* Which card shows, and where it stands among the others. */
static void
assert_card (Fixture    *fixture,
             const char *title,
             const char *progress)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->details.window));
  GtkWidget *form = get_form (fixture);

  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (
                     qd_checkin_form_get_card (QD_CHECKIN_FORM (form)))), ==, title);
  g_assert_true (gtk_widget_get_mapped (form));
  assert_says (fixture, title);
  assert_says (fixture, progress);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, get_fields (fixture)));
}

static void
assert_summary (Fixture    *fixture,
                const char *title)
{
  GtkWidget *summary = ui_find (fixture->details.widget, QD_TYPE_RUN_SUMMARY);

  g_assert_nonnull (summary);
  g_assert_true (gtk_widget_get_mapped (summary));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->details.window)) == summary);
  assert_says (fixture, title);
}

static void
assert_said (Fixture    *fixture,
             const char *expected)
{
  details_assert_file (&fixture->details, SAID, expected);
}

/* Nobody means a card that has only just come. */
static void
settle_down (void)
{
  const gint64 end = g_get_monotonic_time () + 450 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
}

static void
test_walk (Fixture       *fixture,
           gconstpointer  unused)
{
  begin (fixture);
  assert_card (fixture, "Raise NPS", "1 of 3 · Growth");
  assert_says (fixture, "Nobody has checked in yet.");
  gtk_editable_set_text (GTK_EDITABLE (get_value (fixture)), "42");
  say_confidence (fixture, 7);

  assert_card (fixture, "Lower churn", "2 of 3 · Growth");
  assert_said (fixture, "Raise NPS=42.0/7");
  type_note (fixture, "Two teams stay");
  send (fixture);

  assert_card (fixture, "Win ten teams", "3 of 3 · Growth");
  say_confidence (fixture, 0);
  assert_summary (fixture, "3 Check-ins Made");
  assert_said (fixture, "Raise NPS=42.0/7 Lower churn=-/- Win ten teams=-/0");

  activate (fixture, "run.stop");
  g_assert_cmpuint (fixture->n_left, ==, 1);
}

/* After "1" there may be a "0". */
static void
test_ten (Fixture       *fixture,
          gconstpointer  unused)
{
  begin (fixture);
  say_confidence (fixture, 1);
  assert_card (fixture, "Raise NPS", "1 of 3 · Growth");
  say_confidence (fixture, 0);
  assert_card (fixture, "Lower churn", "2 of 3 · Growth");

  say_confidence (fixture, 1);
  settle_down ();
  settle_down ();
  assert_card (fixture, "Win ten teams", "3 of 3 · Growth");
  assert_said (fixture, "Raise NPS=-/10 Lower churn=-/1");
}

static void
test_nothing_moved (Fixture       *fixture,
                    gconstpointer  unused)
{
  details_check_in (&fixture->details, fixture->details.nps, qd_clock_today () - 20, 31, NULL, 6);
  begin (fixture);
  activate (fixture, "run.skip");
  activate (fixture, "run.skip");

  assert_card (fixture, "Raise NPS", "3 of 3 · Growth");
  assert_says (fixture, "Said last 20 days ago · 31\u00a0points · confidence 6 of 10");
  /* It has only just come. */
  activate (fixture, "run.nothing-moved");
  assert_said (fixture, "Raise NPS=31.0/6");
  settle_down ();
  /* Something else was begun. */
  type_note (fixture, "But");
  activate (fixture, "run.nothing-moved");
  assert_said (fixture, "Raise NPS=31.0/6");
  send (fixture);
  assert_said (fixture, "Raise NPS=31.0/6 Raise NPS=31.0/6");

  details_undo (&fixture->details);
  assert_card (fixture, "Raise NPS", "3 of 3 · Growth");
  settle_down ();
  activate (fixture, "run.nothing-moved");
  assert_said (fixture, "Raise NPS=31.0/6 Raise NPS=31.0/6");
  assert_summary (fixture, "1 Check-in Made");
}

static void
test_skip (Fixture       *fixture,
           gconstpointer  unused)
{
  begin (fixture);
  type_note (fixture, "Half written");
  activate (fixture, "run.skip");
  assert_card (fixture, "Lower churn", "2 of 3 · Growth");
  say_confidence (fixture, 5);
  activate (fixture, "run.skip");
  assert_summary (fixture, "1 Check-in Made");
  assert_says (fixture, "2 Are Left");

  activate (fixture, "run.back");
  assert_card (fixture, "Win ten teams", "3 of 3 · Growth");
  activate (fixture, "run.back");
  assert_card (fixture, "Lower churn", "2 of 3 · Growth");
  activate (fixture, "run.back");
  assert_card (fixture, "Raise NPS", "1 of 3 · Growth");
  activate (fixture, "run.back");
  assert_card (fixture, "Raise NPS", "1 of 3 · Growth");
  g_assert_true (qd_run_page_find_unsent (get_page (fixture)) == QD_CARD (fixture->details.nps));
  send (fixture);
  details_assert_file (&fixture->details, "SELECT note FROM checkin WHERE note IS NOT NULL",
                       "Half written");

  assert_card (fixture, "Win ten teams", "3 of 3 · Growth");
  activate (fixture, "run.skip");
  gtk_widget_activate_action (fixture->details.widget, "run.go-to", "x",
                              details_get_id (get_last (fixture)));
  assert_card (fixture, "Win ten teams", "3 of 3 · Growth");
}

/* Back at what was sent, one corrects it, and goes on where one was. */
static void
test_again (Fixture       *fixture,
            gconstpointer  unused)
{
  begin (fixture);
  type_note (fixture, "Wrong");
  send (fixture);
  assert_card (fixture, "Lower churn", "2 of 3 · Growth");

  activate (fixture, "run.back");
  assert_card (fixture, "Raise NPS", "1 of 3 · Growth");
  assert_says (fixture, "Wrong");
  type_note (fixture, "Right");
  send (fixture);
  details_assert_file (&fixture->details, "SELECT group_concat (note) FROM checkin"
                       " WHERE note IS NOT NULL AND id NOT IN (SELECT coalesce (supersedes, 0)"
                       " FROM checkin)", "Right");
  assert_card (fixture, "Lower churn", "2 of 3 · Growth");

  /* Nothing was wrong. */
  activate (fixture, "run.back");
  assert_card (fixture, "Raise NPS", "1 of 3 · Growth");
  activate (fixture, "run.skip");
  assert_card (fixture, "Lower churn", "2 of 3 · Growth");
  activate (fixture, "run.skip");
  activate (fixture, "run.skip");
  assert_summary (fixture, "1 Check-in Made");
  assert_says (fixture, "2 Are Left");
}

static void
test_column (Fixture       *fixture,
             gconstpointer  unused)
{
  begin (fixture);
  gtk_widget_activate_action (fixture->details.widget, "run.column", "i", 8);
  g_assert_cmpstr (qd_toaster_get_text (fixture->details.toaster), ==,
                   "This board has no column 9");
  gtk_widget_activate_action (fixture->details.widget, "run.column", "i", 2);
  say_confidence (fixture, 3);
  details_assert_file (&fixture->details, "SELECT title FROM column WHERE id=(SELECT parent FROM"
                                          " card WHERE title='Raise NPS')", "At Risk");
  assert_card (fixture, "Lower churn", "2 of 3 · Growth");
}

static void
set_metric (Fixture      *fixture,
            gpointer      card,
            QdMetricKind  metric)
{
  g_assert_true (qd_edit_set_metric (fixture->details.file.store, details_get_id (card), metric,
                                     NULL));
}

/* What has no number is answered, or ticked in a list. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  unused)
{
  GtkWidget *milestones;
  GtkWidget *answer;

  set_metric (fixture, fixture->details.nps, QD_METRIC_YES_NO);
  set_metric (fixture, fixture->details.churn, QD_METRIC_MILESTONES);
  set_metric (fixture, get_last (fixture), QD_METRIC_AT_LEAST);
  begin (fixture);
  assert_card (fixture, "Raise NPS", "1 of 3 · Growth");
  answer = ui_find (get_fields (fixture), QD_TYPE_CHOICE);
  g_assert_true (gtk_widget_get_mapped (answer));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (answer, GTK_TYPE_DROP_DOWN)), 1);
  milestones = ui_find (fixture->details.widget, QD_TYPE_MILESTONE_LIST);
  g_assert_true (milestones == NULL || !gtk_widget_get_mapped (milestones));
  say_confidence (fixture, 8);

  assert_card (fixture, "Lower churn", "2 of 3 · Growth");
  milestones = ui_find (fixture->details.widget, QD_TYPE_MILESTONE_LIST);
  g_assert_true (gtk_widget_get_mapped (milestones));
  say_confidence (fixture, 4);

  assert_card (fixture, "Win ten teams", "3 of 3 · Growth");
  gtk_editable_set_text (GTK_EDITABLE (get_value (fixture)), "12");
  say_confidence (fixture, 9);
  assert_said (fixture, "Raise NPS=1.0/8 Lower churn=-/4 Win ten teams=12.0/9");
}

static void
test_dependency (Fixture       *fixture,
                 gconstpointer  unused)
{
  GtkWidget *focus;

  begin (fixture);
  activate (fixture, "run.flag");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->details.window));
  gtk_editable_set_text (GTK_EDITABLE (focus), "The survey");
  g_signal_emit_by_name (gtk_widget_get_parent (focus), "activate");
  ui_settle ();
  details_assert_file (&fixture->details, "SELECT title FROM dependency", "The survey");
  activate (fixture, "run.stop");
  assert_card (fixture, "Raise NPS", "1 of 3 · Growth");
  g_assert_cmpuint (fixture->n_left, ==, 0);
}

/* Somebody else saw to the card that shows, or to another one. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  begin (fixture);
  qd_edit_archive (fixture->details.file.store, QD_ENTITY_CARD,
                   details_get_id (fixture->details.nps), TRUE, &error);
  g_assert_no_error (error);
  ui_settle ();
  assert_card (fixture, "Lower churn", "1 of 2 · Growth");
  g_assert_cmpstr (qd_toaster_get_text (fixture->details.toaster), ==,
                   "1 check-in is not due any more");

  details_check_in (&fixture->details, fixture->details.churn, qd_clock_today (), 5, NULL, 5);
  assert_card (fixture, "Win ten teams", "1 of 1 · Growth");
  details_undo (&fixture->details);
  assert_card (fixture, "Win ten teams", "1 of 2 · Growth");
}

/* What was left is left where it was. */
static void
test_resume (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (GtkWidget) page = g_object_ref (fixture->details.widget);

  begin (fixture);
  say_confidence (fixture, 4);
  type_note (fixture, "Half");
  activate (fixture, "run.stop");
  g_assert_cmpuint (fixture->n_left, ==, 1);
  gtk_window_set_focus (GTK_WINDOW (fixture->details.window), NULL);
  qd_toaster_set_child (fixture->details.toaster, gtk_label_new ("Elsewhere"));
  details_check_in (&fixture->details, get_last (fixture), qd_clock_today (), 5, NULL, 5);
  details_show (&fixture->details, page);
  begin (fixture);
  assert_card (fixture, "Lower churn", "2 of 2 · Growth");
  g_assert_true (qd_run_page_find_unsent (get_page (fixture)) ==
                 QD_CARD (fixture->details.churn));
  details_undo (&fixture->details);
  activate (fixture, "run.skip");
  begin (fixture);
  assert_card (fixture, "Win ten teams", "3 of 3 · Growth");

  /* Another run begins anew, and at its end the same one does. */
  qd_run_page_begin (get_page (fixture), NULL, QD_ID_NONE);
  assert_card (fixture, "Lower churn", "1 of 2");
  activate (fixture, "run.skip");
  activate (fixture, "run.skip");
  assert_summary (fixture, "No Check-in Made");
  qd_run_page_begin (get_page (fixture), NULL, QD_ID_NONE);
  assert_card (fixture, "Lower churn", "1 of 2");
}

static void
test_nothing_due (Fixture       *fixture,
                  gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  qd_run_page_begin (get_page (fixture), "Mara", QD_ID_NONE);
  assert_says (fixture, "Nothing Is Due for Mara");
  g_assert_null (ui_find_button (fixture->details.widget, "Check In on Growth (3 Due)"));
  qd_run_page_offer (get_page (fixture), fixture->details.file.growth);
  qd_run_page_begin (get_page (fixture), "Mara", QD_ID_NONE);
  activate (fixture, "run.take-offer");
  assert_card (fixture, "Raise NPS", "1 of 3 · Growth");

  qd_edit_set_owner (fixture->details.file.store, details_get_id (fixture->details.churn), "mara",
                     &error);
  g_assert_no_error (error);
  qd_run_page_begin (get_page (fixture), "Mara", QD_ID_NONE);
  assert_card (fixture, "Lower churn", "1 of 1 · Mara");
}

static void
test_who (Fixture       *fixture,
          gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  qd_edit_set_owner (fixture->details.file.store, details_get_id (fixture->details.churn), "Mara",
                     &error);
  g_assert_no_error (error);
  qd_run_page_ask_name (get_page (fixture));
  ui_settle ();
  assert_says (fixture, "Whose Check-ins Are These?");
  row = gtk_window_get_focus (GTK_WINDOW (fixture->details.window));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mara");
  gtk_widget_activate (row);
  g_assert_cmpstr (fixture->name, ==, "Mara");
}

/* Pauses do not count, nor does what is not the run. */
static void
test_time (void)
{
  g_autoptr (QdRun) run = qd_run_new ();
  const gint64 second = G_TIME_SPAN_SECOND;

  qd_run_tick (run, 1000 * second);
  qd_run_tick (run, 1030 * second);
  g_assert_cmpint (qd_run_get_time (run), ==, 30 * second);
  qd_run_tick (run, 1150 * second);
  g_assert_cmpint (qd_run_get_time (run), ==, 150 * second);
  qd_run_tick (run, 1271 * second);
  g_assert_cmpint (qd_run_get_time (run), ==, 150 * second);
  qd_run_rest (run);
  qd_run_tick (run, 1280 * second);
  qd_run_tick (run, 1281 * second);
  g_assert_cmpint (qd_run_get_time (run), ==, 151 * second);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, tear_down)

/* A screen of 800 pixels leaves this much between the heads and the foot. All that a
 * check-in needs is seen there at once, whatever was said before.
 */
static void
test_room (Fixture       *fixture,
           gconstpointer  unused)
{
  const char *words = "The survey went to twice as many customers as before, and the answers are"
                      " slow to come in, so that the figure of this week stands on forty of them"
                      " only; we call the others on Monday and ask those who left for the reason";
  GtkWidget *card;
  int height;

  qd_edit_rename (fixture->details.file.store, QD_ENTITY_CARD,
                  details_get_id (fixture->details.nps), words, NULL);
  details_check_in (&fixture->details, fixture->details.nps, qd_clock_today () - 14, 30, words, 6);
  begin (fixture);
  card = ui_find (fixture->details.widget, QD_TYPE_RUN_CARD);
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, 1000, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >, 300);
  g_assert_cmpint (height, <=, 640);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/run/time", test_time);
  ADD ("/run/walk", test_walk);
  ADD ("/run/ten", test_ten);
  ADD ("/run/nothing-moved", test_nothing_moved);
  ADD ("/run/skip", test_skip);
  ADD ("/run/again", test_again);
  ADD ("/run/column", test_column);
  ADD ("/run/room", test_room);
  ADD ("/run/kinds", test_kinds);
  ADD ("/run/dependency", test_dependency);
  ADD ("/run/gone", test_gone);
  ADD ("/run/resume", test_resume);
  ADD ("/run/nothing-due", test_nothing_due);
  ADD ("/run/who", test_who);

  return g_test_run ();
}
