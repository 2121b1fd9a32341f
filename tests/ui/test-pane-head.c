/* The head of a board that stands beside others. */

#include "config.h"

#include <time.h>

#include <gtk/gtk.h>

#include "board/qd-board-figures.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit-close.h"
#include "store/qd-edit.h"
#include "together/qd-pane-head.h"
#include "ui-fixture.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-progress-line.h"
#include "widgets/qd-sign.h"

typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdPaneHead *head;
  guint n_activated;
  guint n_notified;
} Fixture;

static void
on_activated (Fixture *fixture)
{
  fixture->n_activated++;
}

static void
on_folded (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  ui_fixture_set_up (&fixture->file, NULL);

  fixture->head = QD_PANE_HEAD (qd_pane_head_new (fixture->file.store, fixture->file.growth));
  g_signal_connect_swapped (fixture->head, "activated", G_CALLBACK (on_activated), fixture);
  g_signal_connect_swapped (fixture->head, "notify::folded", G_CALLBACK (on_folded), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->head));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->head);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->head);
  ui_fixture_tear_down (&fixture->file, NULL);
}

static void
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  qd_store_load_board (fixture->file.store, fixture->file.growth, &error);
  g_assert_no_error (error);
  ui_settle ();
}

static void
assert_name (Fixture    *fixture,
             const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->head),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* By how many seconds the clock was put forward. */
static gint64 n_seconds_later;

/* What the program asks for the time, in place of GLib's own. */
gint64
g_get_real_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);

  return ((gint64) now.tv_sec + n_seconds_later) * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Half of the way for "Win ten teams", said today. */
static void
check_in (Fixture *fixture)
{
  const QdCheckinDraft draft = { .day = qd_clock_today (), .value = 5, .confidence = 8 };
  QdColumn *column = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 1);
  const QdId card = qd_entity_get_id (qd_ordered_list_peek (qd_column_get_cards (column), 0));
  g_autoptr (GError) error = NULL;

  qd_edit_set_metric (fixture->file.store, card, QD_METRIC_CHANGE, &error);
  qd_edit_set_figure (fixture->file.store, card, QD_FIELD_CARD_BASELINE, 0, &error);
  qd_edit_set_figure (fixture->file.store, card, QD_FIELD_CARD_TARGET, 10, &error);
  qd_edit_check_in (fixture->file.store, card, &draft, &error);
  g_assert_no_error (error);
  ui_settle ();
}

/* What is known of every board shows before it is loaded; the rest comes then, and
 * after each change. */
static void
test_name (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  assert_name (fixture, "Growth");
  g_assert_null (ui_find (GTK_WIDGET (fixture->head), QD_TYPE_PROGRESS_LINE));

  load (fixture);
  assert_name (fixture, "Growth, progress 0 percent, net confidence 0, 3 check-ins due");
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->head), QD_TYPE_PROGRESS_LINE));

  check_in (fixture);
  assert_name (fixture, "Growth, progress 17 percent, expected 44, net confidence +33,"
               " 2 check-ins due");

  qd_edit_rename (fixture->file.store, QD_ENTITY_BOARD,
                  qd_entity_get_id (QD_ENTITY (fixture->file.growth)), "Reach", &error);
  g_assert_no_error (error);
  qd_pane_head_set_show_cycle (fixture->head, TRUE);
  assert_name (fixture, "Reach, This quarter, progress 17 percent, expected 44,"
               " net confidence +33, 2 check-ins due");
}

/* A board that is closed says so, until it is opened again. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  unused)
{
  const QdId id = qd_entity_get_id (QD_ENTITY (fixture->file.growth));
  g_autofree char *day = qd_day_text_full (qd_clock_today ());
  g_autofree char *name = g_strdup_printf ("Growth, closed on %s, progress 0 percent",
                                           day);
  g_autoptr (GError) error = NULL;
  GtkWidget *sign;

  ui_close_board (fixture->file.store, fixture->file.growth, QD_DECISION_DONE);
  assert_name (fixture, name);
  sign = ui_find (GTK_WIDGET (fixture->head), QD_TYPE_SIGN);
  g_assert_nonnull (sign);

  qd_edit_reopen_board (fixture->file.store, id, &error);
  g_assert_no_error (error);
  ui_settle ();
  assert_name (fixture, "Growth, progress 0 percent, net confidence 0, 3 check-ins due");
  g_assert_false (gtk_widget_get_visible (sign));
}

/* Whatever waits for most of a minute, as who looks at the clock does, is due at once. */
static void
hasten (void)
{
  const guint newest = g_idle_add_once (g_free, NULL);
  const gint64 soon = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  for (guint id = 1; id < newest; id++)
    {
      GSource *source = g_main_context_find_source_by_id (NULL, id);

      if (source != NULL && g_source_get_ready_time (source) > soon)
        g_source_set_ready_time (source, 0);
    }
  g_source_remove (newest);
}

/* Another day begins, and nothing else changed. */
static void
test_day (Fixture       *fixture,
          gconstpointer  unused)
{
  load (fixture);
  check_in (fixture);
  assert_name (fixture, "Growth, progress 17 percent, expected 44, net confidence +33,"
               " 2 check-ins due");

  n_seconds_later = 8 * 24 * 60 * 60;
  hasten ();
  ui_settle ();
  n_seconds_later = 0;
  assert_name (fixture, "Growth, progress 17 percent, expected 53, net confidence +33,"
               " 3 check-ins due");
}

static void
test_folded (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *button = ui_find (GTK_WIDGET (fixture->head), GTK_TYPE_BUTTON);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Fold Growth");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    TRUE);

  g_signal_emit_by_name (button, "clicked");
  g_assert_true (qd_pane_head_get_folded (fixture->head));
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Unfold Growth");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    FALSE);

  qd_pane_head_set_folded (fixture->head, TRUE);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  g_object_set (fixture->head, "folded", FALSE, NULL);
  g_assert_cmpuint (fixture->n_notified, ==, 2);
  g_assert_cmpuint (fixture->n_activated, ==, 0);
}

/* It can take the focus, and all of it fits where there is little room. */
static void
test_room (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkWidget *widget = GTK_WIDGET (fixture->head);
  int before, minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 200, &before, NULL, NULL, NULL);
  load (fixture);
  qd_pane_head_set_show_cycle (fixture->head, TRUE);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 200);

  /* Two lines at any width. */
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 200, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 1200, &natural, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);
  g_assert_cmpint (minimum, <, 2 * before);

  g_assert_true (gtk_widget_grab_focus (widget));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == widget);
  g_signal_emit_by_name (widget, "activated");
  g_assert_cmpuint (fixture->n_activated, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  /* On a Thursday, eight days later is after the next due day and before the one after. */
  g_setenv ("QUARTERDECK_NOW", "2026-11-19", TRUE);
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/pane-head/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("closed", test_closed);
  ADD ("name", test_name);
  ADD ("day", test_day);
  ADD ("folded", test_folded);
  ADD ("room", test_room);

  return g_test_run ();
}
