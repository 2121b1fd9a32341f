/* What it costs to show another week of a board of 500 cards in the time machine: the
 * reading, which happens in a thread, and the change of the models with the frames that
 * show it, as ratios to a full redraw of the same window.
 *
 * The file holds a quarter with a check-in of each card in each of its weeks, and a
 * twentieth of the cards moves each week. The weeks come in no order.
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "past/qd-past-page.h"
#include "store/qd-past-store.h"

#include "boards.h"
#include "child-window.h"
#include "child.h"
#include "figures.h"
#include "redraws.h"

#define ROUNDS 5
#define N_CARDS 500
#define N_WEEKS 13
#define WEEKS_ON 5 /* from one to the next; no divisor of the weeks */
#define LIMIT 2.0

/* The figures of one child, in milliseconds. */
enum
{
  REDRAW,
  READ,
  WEEK,
  N_FIGURES
};

typedef struct
{
  QdPastPage *page;
  QdPastState *next;
  GArray *reads;
  guint week;
} Child;

static QdPastState *
read_week (Child *child,
           guint  week)
{
  QdStore *past = qd_past_page_get_past (child->page);
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (past));
  const QdId id = qd_entity_get_id (qd_ordered_list_peek (boards, 0));
  const gint64 instant = qd_past_end_of_day (qd_clock_today () - 7 * (N_WEEKS - 1 - week));
  const double started = (double) g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  QdPastState *state = qd_past_state_read (qd_store_get_path (past), &id, 1, instant, NULL,
                                           &error);
  const double took = ((double) g_get_monotonic_time () - started) / 1e3;

  g_assert_no_error (error);
  g_array_append_val (child->reads, took);

  return state;
}

static void
show_week (guint    round,
           gpointer data)
{
  Child *child = data;

  g_assert_true (qd_past_store_show (qd_past_page_get_past (child->page),
                                     g_steal_pointer (&child->next), NULL));
}

/* As the thread does meanwhile. */
static void
read_next (gpointer data)
{
  Child *child = data;

  child->week = (child->week + WEEKS_ON) % N_WEEKS;
  child->next = read_week (child, child->week);
}

static void
finish (GArray   *redraws,
        GArray   *changes,
        gpointer  data)
{
  Child *child = data;

  g_array_remove_index (changes, 0);
  child_print ("redraw", figures_median (redraws));
  child_print ("read", figures_median (child->reads));
  child_print ("week", figures_median (changes));
  _exit (0);
}

static void
on_past (GtkWidget *window,
         gpointer   data)
{
  Child *child = data;
  const RedrawsSubject subject = { show_week, read_next, finish, child };

  child->page = QD_PAST_PAGE (child_window_find (window, QD_TYPE_PAST_PAGE));
  read_next (child);
  redraws_measure (window, 2 * N_WEEKS, &subject);
}

static void
on_painted (GtkWidget *window,
            gpointer   data)
{
  child_window_open_past (window, on_past, data);
}

static int
run_child (const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = qd_store_open (file, QD_OPEN_EXISTING, &error);
  Child child = { .reads = figures_new () };

  g_assert_no_error (error);

  return child_window_run (store, NULL, on_painted, &child);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  GArray *weeks = figures_new ();
  GArray *reads = figures_new ();

  if (argc >= 3)
    return run_child (argv[2]);

  folder = g_dir_make_tmp ("quarterdeck-bench-XXXXXX", NULL);
  file = g_build_filename (folder, "quarter.db", NULL);
  boards_make_quarter (file, 1, N_CARDS);
  for (guint round = 0; round < ROUNDS; round++)
    {
      ChildFigure figures[N_FIGURES] = {
        [REDRAW] = { .name = "redraw" },
        [READ] = { .name = "read" },
        [WEEK] = { .name = "week" },
      };

      child_measure (argv[0], file, figures, N_FIGURES);
      figures_add (weeks, figures[WEEK].value, figures[REDRAW].value);
      figures_add (reads, figures[READ].value, figures[REDRAW].value);
      printf ("# redraw %.1f ms, another week %.1f ms, read in %.1f ms\n",
              figures[REDRAW].value, figures[WEEK].value, figures[READ].value);
    }

  figures_report ("another week of 500 cards, in full redraws", weeks, LIMIT, NULL);
  figures_report ("to read it in a thread, in full redraws", reads, 100.0, NULL);

  return EXIT_SUCCESS;
}
