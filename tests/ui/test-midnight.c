/* A window that stays open while another day begins: what is due, the week of the
 * cycle and the pace are those of the new day, with nothing in the file changed.
 */

#include "config.h"

#include <time.h>

#include "board/qd-board-figures.h"
#include "board/qd-board-head.h"
#include "board/qd-board-view-private.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "window-fixture.h"
#include "widgets/qd-card-state.h"

#define DAY_SECONDS (24 * 60 * 60)

#define CARD "Win ten teams, key result, In Progress, 1 of 1, 60 percent, "
#define CONFIDENT "Confidence 8 of 10, high"

/* By how many days the clock was put forward. */
static guint n_days_later;

/* What the program asks for the time, in place of GLib's own. */
gint64
g_get_real_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);

  return ((gint64) now.tv_sec + (gint64) n_days_later * DAY_SECONDS) * G_USEC_PER_SEC +
         now.tv_nsec / 1000;
}

/* Cards do not ask for the day each time. */
static void
put_clock (guint n_days)
{
  n_days_later = n_days;
  while (qd_card_state_today (NULL) != qd_clock_today ())
    g_usleep (G_USEC_PER_SEC / 100);
}

static QdBoardView *
get_view (WindowFixture *fixture)
{
  return QD_BOARD_VIEW (fixture->window->board_view);
}

static GtkWidget *
get_head (WindowFixture *fixture)
{
  return ui_find (fixture->window->board_view, QD_TYPE_BOARD_HEAD);
}

static QdCard *
get_card (WindowFixture *fixture)
{
  QdColumn *column = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 1);

  return qd_ordered_list_peek (qd_column_get_cards (column), 0);
}

/* Nothing is left that waits until nothing else is to be done. */
static void
wait_for_sums (WindowFixture *fixture)
{
  gboolean busy = TRUE;

  while (busy)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (get_head (fixture), "busy", &busy, NULL);
    }
  ui_settle ();
}

static void
measure_card (WindowFixture *fixture)
{
  const QdId id = qd_entity_get_id (QD_ENTITY (get_card (fixture)));
  const QdCheckinDraft draft = { .day = qd_clock_today (), .value = 6, .confidence = 8 };
  g_autoptr (GError) error = NULL;

  qd_edit_set_metric (fixture->file.store, id, QD_METRIC_CHANGE, &error);
  g_assert_no_error (error);
  qd_edit_set_figure (fixture->file.store, id, QD_FIELD_CARD_BASELINE, 0, &error);
  g_assert_no_error (error);
  qd_edit_set_figure (fixture->file.store, id, QD_FIELD_CARD_TARGET, 10, &error);
  g_assert_no_error (error);
  qd_edit_check_in (fixture->file.store, id, &draft, &error);
  g_assert_no_error (error);
}

static void
set_up (WindowFixture *fixture,
        gconstpointer  application)
{
  put_clock (0);
  window_fixture_set_up (fixture, application);
  while (gtk_widget_get_width (GTK_WIDGET (get_view (fixture))) == 0)
    g_main_context_iteration (NULL, TRUE);

  measure_card (fixture);
  wait_for_sums (fixture);
}

/* As if the window had stayed open; the next look at the clock is due at once. */
static void
live_on (WindowFixture *fixture,
         guint          n_days)
{
  GSource *tick = g_main_context_find_source_by_user_data (NULL, get_view (fixture)->clock);

  g_assert_nonnull (tick);
  /* Somebody asks for the day just before it ends. */
  qd_card_state_today (NULL);
  n_days_later += n_days;
  g_source_set_ready_time (tick, 0);
  g_main_context_iteration (NULL, FALSE);
  wait_for_sums (fixture);
}

static GtkWidget *
find_card (GtkWidget *widget,
           QdCard    *card)
{
  if (QD_IS_CARD_VIEW (widget))
    return qd_card_view_get_item (QD_CARD_VIEW (widget)) == card ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_card (child, card);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
assert_card (WindowFixture *fixture,
             const char    *name)
{
  GtkWidget *view = find_card (GTK_WIDGET (get_view (fixture)), get_card (fixture));

  g_assert_nonnull (view);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
assert_week (WindowFixture *fixture,
             const char    *week)
{
  g_assert_true (g_str_has_prefix (gtk_label_get_text (fixture->window->subtitle), week));
}

static void
assert_progress (WindowFixture *fixture,
                 const char    *words)
{
  GtkWidget *figures = ui_find (get_head (fixture), QD_TYPE_BOARD_FIGURES);
  GtkWidget *progress = gtk_widget_get_first_child (figures);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (progress),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, words);
}

static void
count (guint *n)
{
  *n += 1;
}

static void
test_day (WindowFixture *fixture,
          gconstpointer  unused)
{
  assert_week (fixture, "week 6 of 13");
  assert_progress (fixture, "Progress of the board 20%, expected 44%");

  live_on (fixture, 2);
  assert_week (fixture, "week 7 of 13");
  assert_progress (fixture, "Progress of the board 20%, expected 47%");
}

static void
test_due (WindowFixture *fixture,
          gconstpointer  unused)
{
  guint n_changes = 0;

  g_signal_connect_swapped (fixture->file.store, "changed", G_CALLBACK (count), &n_changes);
  assert_card (fixture, CARD "expected 44, On track, " CONFIDENT);
  live_on (fixture, 7);
  assert_card (fixture, CARD "expected 52, On track, due check-in, " CONFIDENT);
  g_assert_cmpuint (n_changes, ==, 0);
  g_signal_handlers_disconnect_by_data (fixture->file.store, &n_changes);
}

/* A minute later it is still the same day. */
static void
test_minute (WindowFixture *fixture,
             gconstpointer  unused)
{
  guint n = 0;

  g_signal_connect_swapped (get_view (fixture)->clock, "notify::day", G_CALLBACK (count), &n);
  live_on (fixture, 0);
  g_assert_cmpuint (n, ==, 0);
  live_on (fixture, 1);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handlers_disconnect_by_data (get_view (fixture)->clock, &n);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  /* A check-in on a due day, a Friday, is due again seven days later. */
  g_setenv ("QUARTERDECK_NOW", "2026-11-20", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  application = gtk_application_new ("org.quarterdeck.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

#define ADD(name, function) \
  g_test_add ("/midnight/" name, WindowFixture, application, set_up, function, \
              window_fixture_tear_down)

  ADD ("day", test_day);
  ADD ("due", test_due);
  ADD ("minute", test_minute);

  return g_test_run ();
}
