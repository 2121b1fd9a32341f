/* What was written of a check-in and not sent comes back in another form, as after the
 * program was killed, for as long as nobody sent or discarded it. */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "checkin-fixture.h"
#include "details/qd-checkin-form.h"
#include "store/qd-unsent.h"
#include "widgets/qd-choice.h"

/* In milliseconds: longer than typing waits to be kept. */
#define KEPT_AFTER 1400

/* The form that was there before. */
static GtkWidget *
show_another (DetailsFixture *fixture)
{
  GtkWidget *before = g_object_ref (fixture->widget);

  details_show (fixture, qd_checkin_form_new (fixture->file.store));
  checkin_show_card (fixture, fixture->nps);

  return before;
}

/* As if the program had been killed: nobody was asked, and nothing said goodbye. */
static void
start_again (DetailsFixture *fixture)
{
  g_object_unref (show_another (fixture));
}

static void
show_again (DetailsFixture *fixture,
            GtkWidget      *form)
{
  details_show (fixture, form);
  g_object_unref (form);
}

static gboolean
on_time (gpointer done)
{
  *(gboolean *) done = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_until_kept (void)
{
  gboolean done = FALSE;

  g_timeout_add (KEPT_AFTER, on_time, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_kept (DetailsFixture *fixture)
{
  return qd_unsent_is_there (details_get_id (fixture->nps));
}

static void
assert_nothing (DetailsFixture *fixture)
{
  checkin_assert_value (fixture, "");
  checkin_assert_note (fixture, "");
  g_assert_null (qd_checkin_form_find_unsent (QD_CHECKIN_FORM (fixture->widget)));
}

/* While somebody types, and nonsense included. */
static void
test_killed (DetailsFixture *fixture,
             gconstpointer   unused)
{
  g_autofree char *blocker = NULL;

  checkin_type_value (fixture, "soon");
  checkin_type_note (fixture, "Half a sen");
  checkin_type_blocker (fixture, "Sum");
  checkin_pick (fixture, 8);
  g_assert_false (is_kept (fixture));
  wait_until_kept ();
  g_assert_true (is_kept (fixture));

  start_again (fixture);
  checkin_assert_value (fixture, "soon");
  checkin_assert_note (fixture, "Half a sen");
  blocker = qd_text_field_dup_text (checkin_get_blocker (fixture));
  g_assert_cmpstr (blocker, ==, "Sum");
  g_assert_cmpint (qd_confidence_picker_get_confidence (checkin_get_confidence (fixture)), ==,
                   8);
  g_assert_true (g_str_has_prefix (qd_toaster_get_text (fixture->toaster),
                                   "What was written here on "));
  g_assert_true (qd_checkin_form_find_unsent (QD_CHECKIN_FORM (fixture->widget)) ==
                 fixture->nps);

  checkin_type_value (fixture, "25");
  checkin_click (fixture, "Check In");
  details_assert_file (fixture, "SELECT printf('%g|%s|%s|%s', value, note, blocker, confidence)"
                                " FROM checkin", "25|Half a sen|Sum|8");
  g_assert_false (is_kept (fixture));
  start_again (fixture);
  checkin_assert_value (fixture, "25");
  checkin_assert_note (fixture, "");
}

/* Who goes to another card need not wait, and is told nothing when they come back. */
static void
test_put_aside (DetailsFixture *fixture,
                gconstpointer   unused)
{
  checkin_type_value (fixture, "1.5k");
  checkin_show_card (fixture, fixture->churn);
  g_assert_true (is_kept (fixture));
  checkin_assert_note (fixture, "");

  checkin_show_card (fixture, fixture->nps);
  checkin_assert_value (fixture, "1500");
  g_assert_null (qd_toaster_get_text (fixture->toaster));

  start_again (fixture);
  checkin_assert_value (fixture, "1500");
  g_assert_false (details_says (GTK_WIDGET (fixture->window), "Enter a number"));
}

/* A text that is there before anybody sees it takes no more room than it needs. */
static void
test_room (DetailsFixture *fixture,
           gconstpointer   unused)
{
  GtkWidget *form = qd_checkin_form_new (fixture->file.store);
  int height;

  checkin_type_note (fixture, "Enough for one line");
  details_wait (fixture);
  height = gtk_widget_get_height (GTK_WIDGET (checkin_get_note (fixture)));
  checkin_show_card (fixture, NULL);

  qd_checkin_form_set_card (QD_CHECKIN_FORM (form), fixture->nps);
  details_show (fixture, form);
  checkin_assert_note (fixture, "Enough for one line");
  details_wait (fixture);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (checkin_get_note (fixture))), ==, height);
}

/* What others said meanwhile is not said again with what was kept. */
static void
test_only_what_was_said (DetailsFixture *fixture,
                         gconstpointer   unused)
{
  details_check_in (fixture, fixture->nps, qd_clock_today () - 7, 30, NULL, 5);
  checkin_type_note (fixture, "Mine");
  wait_until_kept ();
  details_check_in (fixture, fixture->nps, qd_clock_today (), 33, NULL, 6);

  start_again (fixture);
  checkin_assert_note (fixture, "Mine");
  checkin_assert_value (fixture, "33");
  g_assert_cmpint (qd_confidence_picker_get_confidence (checkin_get_confidence (fixture)), ==,
                   6);
}

/* What was taken back is not kept. */
static void
test_taken_back (DetailsFixture *fixture,
                 gconstpointer   unused)
{
  checkin_type_note (fixture, "Never mind");
  wait_until_kept ();
  g_assert_true (is_kept (fixture));
  checkin_type_note (fixture, "");
  wait_until_kept ();
  g_assert_false (is_kept (fixture));
  start_again (fixture);
  assert_nothing (fixture);
}

/* What one form sent, another does not send again, nor does it ask about it. */
static void
test_sent_elsewhere (DetailsFixture *fixture,
                     gconstpointer   unused)
{
  GtkWidget *first;

  checkin_type_value (fixture, "31");
  checkin_type_note (fixture, "Once");
  checkin_show_card (fixture, NULL);
  first = show_another (fixture);
  checkin_assert_note (fixture, "Once");
  checkin_click (fixture, "Check In");

  g_assert_null (qd_checkin_form_find_unsent (QD_CHECKIN_FORM (first)));
  show_again (fixture, first);
  checkin_show_card (fixture, fixture->nps);
  checkin_assert_note (fixture, "");
  checkin_assert_value (fixture, "31");
  details_assert_file (fixture, "SELECT count(*) FROM checkin", "1");
}

static void
on_sent (DetailsFixture *fixture)
{
  qd_checkin_form_set_card (QD_CHECKIN_FORM (fixture->widget), fixture->churn);
}

/* As in a run, where the next card shows at once. */
static void
test_next_card (DetailsFixture *fixture,
                gconstpointer   unused)
{
  checkin_type_note (fixture, "Once");
  wait_until_kept ();
  g_signal_connect_swapped (fixture->widget, "sent", G_CALLBACK (on_sent), fixture);
  checkin_click (fixture, "Check In");
  checkin_assert_note (fixture, "");
  g_assert_false (is_kept (fixture));
}

/* Two windows may show the same card. */
static void
test_sent_beside (DetailsFixture *fixture,
                  gconstpointer   unused)
{
  GtkWidget *first, *second, *beside;

  checkin_type_note (fixture, "Once");
  wait_until_kept ();
  first = show_another (fixture);
  beside = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (beside), first);
  gtk_window_present (GTK_WINDOW (beside));
  details_wait (fixture);
  second = fixture->widget;
  fixture->widget = first;
  checkin_assert_note (fixture, "Once");

  fixture->widget = second;
  checkin_click (fixture, "Check In");
  fixture->widget = first;
  checkin_assert_note (fixture, "");
  fixture->widget = second;
  gtk_window_destroy (GTK_WINDOW (beside));
  g_object_unref (first);
}

/* That is so where the card shows all the time, and also for a number that was not
 * finished; but what is being typed is newer. */
static void
test_sent_while_open (DetailsFixture *fixture,
                      gconstpointer   unused)
{
  GtkWidget *first;

  checkin_type_value (fixture, "lots");
  wait_until_kept ();
  first = show_another (fixture);
  checkin_type_value (fixture, "32");
  checkin_click (fixture, "Check In");
  show_again (fixture, g_object_ref (first));
  checkin_assert_value (fixture, "32");
  g_assert_null (qd_checkin_form_find_unsent (QD_CHECKIN_FORM (first)));

  checkin_type_note (fixture, "Kept");
  wait_until_kept ();
  checkin_type_note (fixture, "Kept, and more");
  qd_unsent_forget (details_get_id (fixture->nps));
  g_assert_nonnull (qd_checkin_form_find_unsent (QD_CHECKIN_FORM (first)));
  checkin_assert_note (fixture, "Kept, and more");
  g_object_unref (first);
}

/* Those who close the window and do not want it. */
static void
test_forgotten (DetailsFixture *fixture,
                gconstpointer   unused)
{
  checkin_type_note (fixture, "Put aside");
  checkin_show_card (fixture, fixture->churn);
  checkin_type_note (fixture, "Shown");
  wait_until_kept ();
  checkin_type_note (fixture, "Shown, and more");
  qd_checkin_form_forget_unsent (QD_CHECKIN_FORM (fixture->widget));
  wait_until_kept ();

  g_assert_false (is_kept (fixture));
  g_assert_false (qd_unsent_is_there (details_get_id (fixture->churn)));
  start_again (fixture);
  assert_nothing (fixture);
}

/* A correction neither becomes the next check-in, nor takes that away. */
static void
test_correction (DetailsFixture *fixture,
                 gconstpointer   unused)
{
  const QdId earlier = details_check_in (fixture, fixture->nps, qd_clock_today () - 7, 13,
                                         NULL, 4);

  checkin_type_note (fixture, "The next one");
  checkin_correct (fixture, earlier);
  checkin_type_note (fixture, "A correction");
  wait_until_kept ();
  checkin_click (fixture, "Correct");
  checkin_assert_note (fixture, "The next one");
  g_assert_true (is_kept (fixture));
  start_again (fixture);
  checkin_assert_note (fixture, "The next one");
}

/* An answer comes back where there is a question, a number where there is one to say. */
static void
test_metrics (DetailsFixture *fixture,
              gconstpointer   unused)
{
  GtkWidget *answer;

  checkin_set_metric (fixture, QD_METRIC_YES_NO);
  answer = ui_find (fixture->widget, QD_TYPE_CHOICE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (answer, GTK_TYPE_DROP_DOWN)), 0);
  wait_until_kept ();
  start_again (fixture);
  g_assert_cmpint (qd_choice_get_value (QD_CHOICE (ui_find (fixture->widget,
                                                            QD_TYPE_CHOICE))), ==, 0);
  checkin_click (fixture, "Check In");
  details_assert_file (fixture, "SELECT value FROM checkin", "0.0");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (ui_find (fixture->widget, QD_TYPE_CHOICE),
                                                      GTK_TYPE_DROP_DOWN)), 1);
  wait_until_kept ();
  checkin_set_metric (fixture, QD_METRIC_CHANGE);
  start_again (fixture);
  checkin_type_value (fixture, "44");
  wait_until_kept ();
  checkin_set_metric (fixture, QD_METRIC_NONE);
  start_again (fixture);
  g_assert_null (checkin_get_value (fixture));
  checkin_assert_note (fixture, "");
}

/* What cannot be kept is in the form, as long as that is there. */
static void
test_no_room (DetailsFixture *fixture,
              gconstpointer   unused)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "quarterdeck", "unsent",
                                              NULL);
  g_autofree char *away = g_strconcat (folder, "-away", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (folder, away), ==, 0);
  g_file_set_contents (folder, "in the way", -1, &error);
  g_assert_no_error (error);

  checkin_type_note (fixture, "Only here");
  wait_until_kept ();
  checkin_show_card (fixture, fixture->churn);
  g_assert_false (is_kept (fixture));
  g_assert_true (qd_checkin_form_find_unsent (QD_CHECKIN_FORM (fixture->widget)) ==
                 fixture->nps);
  checkin_show_card (fixture, fixture->nps);
  checkin_assert_note (fixture, "Only here");

  g_assert_cmpint (g_unlink (folder), ==, 0);
  g_assert_cmpint (g_rename (away, folder), ==, 0);
}

static void
add (const char *name,
     void      (*test) (DetailsFixture *,
                        gconstpointer))
{
  g_autofree char *path = g_strconcat ("/checkin-kept/", name, NULL);

  g_test_add (path, DetailsFixture, NULL, checkin_set_up, test, details_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("killed", test_killed);
  add ("put-aside", test_put_aside);
  add ("room", test_room);
  add ("only-what-was-said", test_only_what_was_said);
  add ("taken-back", test_taken_back);
  add ("sent-elsewhere", test_sent_elsewhere);
  add ("next-card", test_next_card);
  add ("sent-beside", test_sent_beside);
  add ("sent-while-open", test_sent_while_open);
  add ("forgotten", test_forgotten);
  add ("correction", test_correction);
  add ("metrics", test_metrics);
  add ("no-room", test_no_room);

  return g_test_run ();
}
