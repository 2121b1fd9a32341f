/* How long the window stands still while many boards side by side turn to another day in
 * the time machine: the longest piece of work between two looks at what the person does,
 * with the frame that may fall into it, as a ratio to a full redraw of the same window.
 *
 * The weeks come in no order, each once all of the one before is through.
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "past/qd-past-slider.h"

#include "boards.h"
#include "child-window.h"
#include "child.h"
#include "figures.h"
#include "redraws.h"

#define ROUNDS 3
#define REDRAWS 20
#define N_BOARDS 20
#define N_CARDS 100
#define N_WEEKS 13
#define WEEKS_ON 5 /* from one to the next; no divisor of the weeks */
#define LIMIT 2.0

/* A week is through when nothing was done for so long, in milliseconds. */
#define QUIET 400

/* The figures of one child, in milliseconds. */
enum
{
  REDRAW,
  PIECE,
  WORST,
  N_FIGURES
};

typedef struct
{
  QdPastSlider *slider;
  GArray *pieces;
  guint week;
} Child;

/* The poll of the main loop takes no data. */
static double piece_started;
static double longest_piece;

static int
poll_and_note (GPollFD *fds,
               guint    n_fds,
               int      timeout)
{
  int n;

  longest_piece = MAX (longest_piece, figures_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - piece_started);
  n = g_poll (fds, n_fds, timeout);
  piece_started = figures_cpu_ms (CLOCK_THREAD_CPUTIME_ID);

  return n;
}

/* The first one is that from today, and settles what shows. */
static gboolean
on_quiet (gpointer data)
{
  Child *child = data;

  if (child->week > 0)
    g_array_append_val (child->pieces, longest_piece);
  if (++child->week == N_WEEKS)
    {
      double worst = 0.0;

      for (guint i = 0; i < child->pieces->len; i++)
        worst = MAX (worst, g_array_index (child->pieces, double, i));
      child_print ("piece", figures_median (child->pieces));
      child_print ("worst", worst);
      _exit (0);
    }

  longest_piece = 0.0;
  qd_past_slider_set_day (child->slider,
                          qd_clock_today () - 7 * ((child->week * WEEKS_ON) % N_WEEKS));

  return G_SOURCE_CONTINUE;
}

static void
finish (GArray   *redraws,
        GArray   *changes,
        gpointer  data)
{
  Child *child = data;

  child_print ("redraw", figures_median (redraws));
  g_main_context_set_poll_func (NULL, poll_and_note);
  g_timeout_add (QUIET, on_quiet, child);
}

static void
on_past (GtkWidget *window,
         gpointer   data)
{
  Child *child = data;
  const RedrawsSubject subject = { NULL, NULL, finish, child };

  child->slider = QD_PAST_SLIDER (child_window_find (window, QD_TYPE_PAST_SLIDER));
  redraws_measure (window, REDRAWS, &subject);
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
  g_autoptr (QdSettings) settings = NULL;
  Child child = { .pieces = figures_new () };

  g_assert_no_error (error);
  settings = child_window_new_settings (store);

  return child_window_run (store, settings, on_painted, &child);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  GArray *pieces = figures_new ();
  GArray *worst = figures_new ();

  if (argc >= 3)
    return run_child (argv[2]);

  folder = g_dir_make_tmp ("quarterdeck-bench-XXXXXX", NULL);
  file = g_build_filename (folder, "quarter.db", NULL);
  boards_make_quarter (file, N_BOARDS, N_CARDS);
  for (guint round = 0; round < ROUNDS; round++)
    {
      ChildFigure figures[N_FIGURES] = {
        [REDRAW] = { .name = "redraw" },
        [PIECE] = { .name = "piece" },
        [WORST] = { .name = "worst" },
      };

      child_measure (argv[0], file, figures, N_FIGURES);
      figures_add (pieces, figures[PIECE].value, figures[REDRAW].value);
      figures_add (worst, figures[WORST].value, figures[REDRAW].value);
      printf ("# redraw %.1f ms, longest piece of a week %.1f ms, of all weeks %.1f ms\n",
              figures[REDRAW].value, figures[PIECE].value, figures[WORST].value);
    }

  figures_report ("longest piece of another week of 20 boards side by side, in full redraws",
                  pieces, LIMIT, NULL);
  figures_report ("longest piece of all weeks, in full redraws", worst, 3.0, NULL);

  return EXIT_SUCCESS;
}
