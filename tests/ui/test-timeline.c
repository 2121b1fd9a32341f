/* The timeline of a card: what it tells, in which order, and what can be done
 * from it. */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "details-fixture.h"
#include "details/qd-timeline-row.h"
#include "details/qd-timeline.h"
#include "store/qd-edit.h"
#include "widgets/qd-text-field.h"

/* More than one page of them. */
#define N_EDITS 203

static QdTimeline *
get_timeline (DetailsFixture *fixture)
{
  return QD_TIMELINE (ui_find (fixture->widget, QD_TYPE_TIMELINE));
}

/* As the pane does, though not at once. */
static void
update (DetailsFixture *fixture)
{
  QdTimeline *timeline = get_timeline (fixture);
  g_autoptr (QdDetails) details = NULL;
  g_autoptr (GError) error = NULL;

  details = qd_details_read (fixture->file.store,
                             details_get_id (qd_timeline_get_card (timeline)), &error);
  g_assert_no_error (error);
  qd_timeline_update (timeline, details);
}

static void
set_up (DetailsFixture *fixture,
        gconstpointer   unused)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *timeline;

  details_fixture_set_up (fixture, NULL);
  qd_store_set_author (fixture->file.store, "Ada");
  timeline = qd_timeline_new (fixture->file.store);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), timeline);
  qd_timeline_set_card (QD_TIMELINE (timeline), QD_CARD (fixture->nps));
  details_show (fixture, scroller);
  update (fixture);
  g_signal_connect_swapped (fixture->file.store, "changed", G_CALLBACK (update), fixture);
}

static void
tear_down (DetailsFixture *fixture,
           gconstpointer   unused)
{
  g_signal_handlers_disconnect_by_data (fixture->file.store, fixture);
  details_fixture_tear_down (fixture, NULL);
}

static GtkListBox *
get_list (DetailsFixture *fixture)
{
  return GTK_LIST_BOX (ui_find (fixture->widget, GTK_TYPE_LIST_BOX));
}

static QdTimelineRow *
get_row (DetailsFixture *fixture,
         int             nth)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (fixture), nth);

  return row != NULL ? QD_TIMELINE_ROW (row) : NULL;
}

static QdTimelineEntry *
get_entry (DetailsFixture *fixture,
           int             nth)
{
  return qd_timeline_row_get_entry (get_row (fixture, nth));
}

static guint
count_rows (DetailsFixture *fixture)
{
  guint n = 0;

  while (get_row (fixture, (int) n) != NULL)
    n++;

  return n;
}

static void
assert_text (DetailsFixture *fixture,
             int             nth,
             const char     *text)
{
  g_assert_cmpstr (get_entry (fixture, nth)->text, ==, text);
  g_assert_true (details_says (GTK_WIDGET (get_row (fixture, nth)), text));
}

static void
type (DetailsFixture *fixture,
      const char     *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (ui_find (fixture->widget, GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static void
assert_typed (DetailsFixture *fixture,
              const char     *expected)
{
  QdTextField *field = QD_TEXT_FIELD (ui_find (fixture->widget, QD_TYPE_TEXT_FIELD));
  g_autofree char *text = qd_text_field_dup_text (field);

  g_assert_cmpstr (text, ==, expected);
}

static void
click (GtkWidget  *widget,
       const char *label)
{
  GtkWidget *button = ui_find_button (widget, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The pointer goes down on it, as far as its own gestures are to know. */
static void
press (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "pressed", 1, 1.0, 1.0);
    }
}

/* Edits, check-ins and comments in one list, the newest first. */
static void
test_order (DetailsFixture *fixture,
            gconstpointer   unused)
{
  const guint n_before = count_rows (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n_before, >, 0);
  details_check_in (fixture, fixture->nps, qd_clock_today (), 31, NULL, 7);
  details_check_in (fixture, fixture->nps, qd_clock_today (), 35, NULL, QD_CONFIDENCE_NONE);
  qd_edit_new_comment (fixture->file.store, details_get_id (fixture->nps), "Well done", &error);
  g_assert_no_error (error);
  ui_settle ();

  g_assert_cmpuint (count_rows (fixture), ==, n_before + 3);
  assert_text (fixture, 0, "Well done");
  assert_text (fixture, 1, "31 → 35\u00a0points");
  assert_text (fixture, 2, "31\u00a0points");
  g_assert_true (details_says (GTK_WIDGET (get_row (fixture, 2)), "Confidence 7, high"));
  g_assert_true (details_says (GTK_WIDGET (get_row (fixture, 2)), "Ada"));
  g_assert_cmpint (get_entry (fixture, 3)->kind, ==, QD_TIMELINE_EDIT);

  details_undo (fixture);
  g_assert_cmpint (get_entry (fixture, 0)->kind, ==, QD_TIMELINE_EDIT);
  assert_text (fixture, 2, "31 → 35\u00a0points");
}

/* The column is told where the check-in is, which moved the card. */
static void
test_move (DetailsFixture *fixture,
           gconstpointer   unused)
{
  QdEntity *column = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 2);
  const QdCheckinDraft draft = {
    .day = qd_clock_today (),
    .value = 31,
    .confidence = QD_CONFIDENCE_NONE,
    .column = details_get_id (column),
  };
  g_autofree char *says = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  qd_edit_check_in (fixture->file.store, details_get_id (fixture->nps), &draft, &error);
  g_assert_no_error (error);
  details_check_in (fixture, fixture->nps, qd_clock_today (), 35, NULL, QD_CONFIDENCE_NONE);

  says = g_strdup_printf ("Moved to %s", qd_entity_get_title (column));
  g_assert_false (details_says (GTK_WIDGET (get_row (fixture, 0)), says));
  g_assert_true (details_says (GTK_WIDGET (get_row (fixture, 1)), says));
  sentence = qd_timeline_entry_dup_sentence (get_entry (fixture, 1));
  says[0] = 'm';
  g_assert_nonnull (strstr (sentence, says));
}

static double
get_y (DetailsFixture *fixture,
       QdTimelineRow  *row)
{
  double y;

  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (row), fixture->widget, 0, 0,
                                                   NULL, &y));

  return y;
}

/* What is read stays where it is; what is new goes in above, out of sight. */
static void
test_reading (DetailsFixture *fixture,
              gconstpointer   unused)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->widget));
  QdTimelineRow *row;
  double y;

  for (int i = 0; i < 12; i++)
    details_check_in (fixture, fixture->nps, qd_clock_today (), i, "No tool", 7);
  details_show (fixture, fixture->widget);
  row = get_row (fixture, 5);
  gtk_adjustment_set_value (adjustment, get_y (fixture, row) - 20);
  details_show (fixture, fixture->widget);
  y = get_y (fixture, row);
  g_assert_cmpfloat_with_epsilon (y, 20, 1);

  details_check_in (fixture, fixture->nps, qd_clock_today (), 31, "No money either", 7);
  details_show (fixture, fixture->widget);
  g_assert_true (get_row (fixture, 6) == row);
  g_assert_cmpfloat_with_epsilon (get_y (fixture, row), y, 1);

  details_undo (fixture);
  details_show (fixture, fixture->widget);
  g_assert_cmpfloat_with_epsilon (get_y (fixture, row), y, 1);

  /* At the top one sees what is new. */
  gtk_adjustment_set_value (adjustment, 0);
  details_show (fixture, fixture->widget);
  details_check_in (fixture, fixture->nps, qd_clock_today (), 31, NULL, 7);
  details_show (fixture, fixture->widget);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), 0, 0.1);
}

/* One heading for all of today. */
static void
test_headings (DetailsFixture *fixture,
               gconstpointer   unused)
{
  GtkWidget *heading = gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (get_row (fixture, 0)));

  g_assert_true (GTK_IS_LABEL (heading));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (heading)), ==, "Today");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_null (gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (get_row (fixture, 1))));
}

static void
test_comment (DetailsFixture *fixture,
              gconstpointer   unused)
{
  click (fixture->widget, "Add Comment");
  g_assert_true (details_says (fixture->widget, "This comment says nothing yet."));

  type (fixture, "First line\nSecond line");
  click (fixture->widget, "Add Comment");
  assert_typed (fixture, "");
  g_assert_false (details_says (fixture->widget, "This comment says nothing yet."));
  assert_text (fixture, 0, "First line\nSecond line");
  details_assert_file (fixture, "SELECT text FROM comment", "First line\nSecond line");
}

/* Words that were not sent stay with their card. */
static void
test_drafts (DetailsFixture *fixture,
             gconstpointer   unused)
{
  QdTimeline *timeline = get_timeline (fixture);

  type (fixture, "Half a sen");
  qd_timeline_set_card (timeline, QD_CARD (fixture->churn));
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  update (fixture);
  assert_typed (fixture, "");
  details_check_in (fixture, fixture->nps, qd_clock_today (), 31, NULL, 7);

  qd_timeline_set_card (timeline, QD_CARD (fixture->nps));
  update (fixture);
  assert_typed (fixture, "Half a sen");
  assert_text (fixture, 0, "31\u00a0points");

  qd_timeline_set_card (timeline, NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

/* The row is another one then, and keeps the focus. */
static void
test_blocker (DetailsFixture *fixture,
              gconstpointer   unused)
{
  g_autofree char *today = qd_day_to_iso (qd_clock_today ());
  GtkWidget *focus;

  details_check_in (fixture, fixture->nps, qd_clock_today (), 31, "No tool", 2);
  details_check_in (fixture, fixture->nps, qd_clock_today (), 32, NULL, 6);
  gtk_widget_grab_focus (ui_find_button (GTK_WIDGET (get_row (fixture, 1)), "Mark as Resolved"));
  click (GTK_WIDGET (get_row (fixture, 1)), "Mark as Resolved");

  details_assert_file (fixture, "SELECT resolved FROM checkin WHERE blocker='No tool'", today);
  assert_text (fixture, 0, "Resolved a blocker of “Raise NPS”");
  g_assert_null (ui_find_button (GTK_WIDGET (get_row (fixture, 2)), "Mark as Resolved"));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus == GTK_WIDGET (get_row (fixture, 2)));

  click (GTK_WIDGET (get_row (fixture, 2)), "Reopen");
  details_assert_file (fixture, "SELECT coalesce(resolved,'open') FROM checkin"
                                " WHERE blocker='No tool'", "open");
  details_undo (fixture);
  details_assert_file (fixture, "SELECT resolved FROM checkin WHERE blocker='No tool'", today);
}

static void
on_correct (QdId *asked,
            QdId  id)
{
  *asked = id;
}

static void
test_correct (DetailsFixture *fixture,
              gconstpointer   unused)
{
  const QdId earlier = details_check_in (fixture, fixture->nps, qd_clock_today () - 3, 13, NULL, 7);
  const QdCheckinDraft draft = {
    .day = qd_clock_today () - 3,
    .value = 31,
    .confidence = QD_CONFIDENCE_NONE,
    .supersedes = earlier,
  };
  g_autoptr (GError) error = NULL;
  QdId asked = QD_ID_NONE;

  g_signal_connect_swapped (get_timeline (fixture), "correct", G_CALLBACK (on_correct), &asked);
  click (GTK_WIDGET (get_row (fixture, 0)), "Correct…");
  g_assert_cmpint (asked, ==, earlier);

  qd_edit_check_in (fixture->file.store, details_get_id (fixture->nps), &draft, &error);
  g_assert_no_error (error);
  ui_settle ();
  assert_text (fixture, 0, "31\u00a0points");
  assert_text (fixture, 1, "13\u00a0points");
  g_assert_true (get_entry (fixture, 1)->superseded);
  g_assert_true (details_says (GTK_WIDGET (get_row (fixture, 1)), "Corrected"));
  g_assert_null (ui_find_button (GTK_WIDGET (get_row (fixture, 1)), "Correct…"));
}

/* Rows of what stays are the same widgets, wherever the new ones go. */
static void
test_rows_kept (DetailsFixture *fixture,
                gconstpointer   unused)
{
  QdTimelineRow *first = get_row (fixture, 0);
  QdTimelineRow *last = get_row (fixture, (int) count_rows (fixture) - 1);
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (first));
  qd_edit_set_text (fixture->file.store, details_get_id (fixture->nps),
                    QD_FIELD_CARD_DESCRIPTION, "Those who stay", FALSE, &error);
  g_assert_no_error (error);

  g_assert_true (get_row (fixture, 1) == first);
  g_assert_true (get_row (fixture, (int) count_rows (fixture) - 1) == last);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (first));
}

/* More than fits on a page. */
static void
edit_often (DetailsFixture *fixture)
{
  g_signal_handlers_block_by_func (fixture->file.store, update, fixture);
  for (int i = 0; i < N_EDITS; i++)
    {
      g_autofree char *unit = g_strdup_printf ("unit %d", i);
      g_autoptr (GError) error = NULL;

      qd_edit_set_text (fixture->file.store, details_get_id (fixture->nps),
                        QD_FIELD_CARD_UNIT, unit, FALSE, &error);
      g_assert_no_error (error);
    }
  g_signal_handlers_unblock_by_func (fixture->file.store, update, fixture);
  update (fixture);
}

/* The button goes; one reads on with what it brought. */
static void
test_older (DetailsFixture *fixture,
            gconstpointer   unused)
{
  const guint n_before = count_rows (fixture);
  QdTimelineRow *first;
  GtkWidget *older, *focus;

  edit_often (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 200);
  first = get_row (fixture, 0);
  older = ui_find_button (fixture->widget, "Show Older");
  gtk_widget_grab_focus (older);
  click (fixture->widget, "Show Older");
  g_assert_true (get_row (fixture, 0) == first);
  g_assert_cmpuint (count_rows (fixture), ==, n_before + N_EDITS);
  g_assert_false (gtk_widget_get_visible (older));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus == GTK_WIDGET (get_row (fixture, 200)));
}

/* However old it is. */
static void
test_focus_entry (DetailsFixture *fixture,
                  gconstpointer   unused)
{
  const QdId old = details_check_in (fixture, fixture->nps, qd_clock_today (), 31, NULL, 7);
  QdTimelineRow *focused;
  GtkWidget *focus;

  edit_often (fixture);
  g_assert_true (qd_timeline_focus_entry (get_timeline (fixture), old));
  g_assert_cmpuint (count_rows (fixture), >, 200);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (QD_IS_TIMELINE_ROW (focus));
  focused = QD_TIMELINE_ROW (focus);
  g_assert_cmpint (qd_timeline_row_get_entry (focused)->id, ==, old);

  g_assert_false (qd_timeline_focus_entry (get_timeline (fixture), old + 1));
}

/* What a person wrote can be marked with the pointer, and Tab passes it by. */
static void
test_selectable (DetailsFixture *fixture,
                 gconstpointer   unused)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *label;

  qd_edit_new_comment (fixture->file.store, details_get_id (fixture->nps), "Well done", &error);
  g_assert_no_error (error);
  label = find_label (GTK_WIDGET (get_row (fixture, 0)), "Well done");
  g_assert_nonnull (label);
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (label)));
  g_assert_false (gtk_widget_grab_focus (label));
  g_assert_false (gtk_widget_child_focus (label, GTK_DIR_TAB_FORWARD));

  press (label);
  g_assert_true (gtk_widget_grab_focus (label));
  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, 0)));
  g_assert_false (gtk_widget_get_focusable (label));
}

static void
test_accessible (DetailsFixture *fixture,
                 gconstpointer   unused)
{
  g_autofree char *expected = NULL;
  g_autofree char *time = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;

  details_check_in (fixture, fixture->nps, qd_clock_today (), 31, "No tool", 2);
  now = g_date_time_new_from_unix_local (get_entry (fixture, 0)->at / 1000);
  time = g_date_time_format (now, "%H:%M");
  today = g_date_time_format (now, "%B %-d, %Y");
  expected = g_strdup_printf ("Ada, %s, %s, check-in, 31\u00a0points, confidence 2 of 10, "
                              "blocker: No tool", today, time);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (fixture, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_list (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
}

static void
add (const char *name,
     void      (*test) (DetailsFixture *,
                        gconstpointer))
{
  g_autofree char *path = g_strconcat ("/timeline/", name, NULL);

  g_test_add (path, DetailsFixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("order", test_order);
  add ("move", test_move);
  add ("reading", test_reading);
  add ("headings", test_headings);
  add ("comment", test_comment);
  add ("drafts", test_drafts);
  add ("blocker", test_blocker);
  add ("correct", test_correct);
  add ("rows-kept", test_rows_kept);
  add ("older", test_older);
  add ("focus-entry", test_focus_entry);
  add ("selectable", test_selectable);
  add ("accessible", test_accessible);

  return g_test_run ();
}
