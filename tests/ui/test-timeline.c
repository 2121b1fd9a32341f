/* The timeline of a card: what it tells, in which order, and what can be done
 * from it. */

#include "config.h"

#include <gtk/gtk.h>

#include "details-fixture.h"
#include "details/qd-timeline-row.h"
#include "details/qd-timeline.h"
#include "store/qd-edit.h"
#include "widgets/qd-text-field.h"

/* More than one page of them. */
#define N_EDITS 203

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
}

static QdTimeline *
get_timeline (DetailsFixture *fixture)
{
  return QD_TIMELINE (ui_find (fixture->widget, QD_TYPE_TIMELINE));
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

static void
set_unit (DetailsFixture *fixture,
          const char     *unit)
{
  g_autoptr (GError) error = NULL;

  qd_edit_set_text (fixture->file.store, details_get_id (fixture->nps), QD_FIELD_CARD_UNIT,
                    unit, FALSE, &error);
  g_assert_no_error (error);
  ui_settle ();
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
  ui_settle ();
  assert_typed (fixture, "");
  details_check_in (fixture, fixture->nps, qd_clock_today (), 31, NULL, 7);

  qd_timeline_set_card (timeline, QD_CARD (fixture->nps));
  ui_settle ();
  assert_typed (fixture, "Half a sen");
  assert_text (fixture, 0, "31\u00a0points");

  qd_timeline_set_card (timeline, NULL);
  ui_settle ();
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

  gtk_widget_grab_focus (GTK_WIDGET (first));
  set_unit (fixture, "stars");

  g_assert_true (get_row (fixture, 1) == first);
  g_assert_true (get_row (fixture, (int) count_rows (fixture) - 1) == last);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (first));
}

static void
test_older (DetailsFixture *fixture,
            gconstpointer   unused)
{
  const guint n_before = count_rows (fixture);
  QdTimelineRow *first;

  for (int i = 0; i < N_EDITS; i++)
    {
      g_autofree char *unit = g_strdup_printf ("unit %d", i);
      g_autoptr (GError) error = NULL;

      qd_edit_set_text (fixture->file.store, details_get_id (fixture->nps),
                        QD_FIELD_CARD_UNIT, unit, FALSE, &error);
      g_assert_no_error (error);
    }
  ui_settle ();

  g_assert_cmpuint (count_rows (fixture), ==, 200);
  first = get_row (fixture, 0);
  click (fixture->widget, "Show Older");
  g_assert_true (get_row (fixture, 0) == first);
  g_assert_cmpuint (count_rows (fixture), ==, n_before + N_EDITS);
  g_assert_false (gtk_widget_get_visible (ui_find_button (fixture->widget, "Show Older")));
}

/* Out of sight it reads nothing; in sight again it is up to date. */
static void
test_hidden (DetailsFixture *fixture,
             gconstpointer   unused)
{
  const guint n_before = count_rows (fixture);
  QdTimeline *timeline = get_timeline (fixture);

  gtk_widget_set_visible (fixture->widget, FALSE);
  set_unit (fixture, "stars");
  gtk_widget_set_visible (fixture->widget, TRUE);
  g_assert_cmpuint (count_rows (fixture), ==, n_before);
  ui_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, n_before + 1);
  g_assert_true (qd_timeline_get_card (timeline) == QD_CARD (fixture->nps));
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

  g_test_add (path, DetailsFixture, NULL, set_up, test, details_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("order", test_order);
  add ("headings", test_headings);
  add ("comment", test_comment);
  add ("drafts", test_drafts);
  add ("blocker", test_blocker);
  add ("correct", test_correct);
  add ("rows-kept", test_rows_kept);
  add ("older", test_older);
  add ("hidden", test_hidden);
  add ("accessible", test_accessible);

  return g_test_run ();
}
