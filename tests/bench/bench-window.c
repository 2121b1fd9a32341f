/* What a window costs, each as a ratio to an empty GTK window of the same run:
 * time from the start of the process to its first frame, and resident memory;
 * and what a filter costs, as a ratio to a full redraw of the same board.
 *
 * The program starts itself as a child for every figure, a round of all kinds
 * after another, and takes medians: a machine that becomes slow becomes slow for
 * all. It fails where something does not work; a ratio above its limit it only
 * tells, for other programs may have run beside it.
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "board/qd-board-view.h"

#include "boards.h"
#include "child-window.h"
#include "child.h"
#include "figures.h"
#include "redraws.h"

#define ROUNDS 9
#define REDRAWS 14

/* The figures of one child, in milliseconds and KiB. */
enum
{
  FIRST_FRAME,
  MEMORY,
  REDRAW,
  FILTER,
  N_FIGURES
};

typedef struct
{
  gboolean empty;
  gint64 started;
  QdBoardView *board_view;
} Child;

/* Toggles between no filter and the first objective. */
static void
toggle_filter (Child   *child,
               gboolean on)
{
  QdBoard *board = qd_board_view_get_board (child->board_view);
  QdEntity *objective = qd_ordered_list_peek (qd_board_get_objectives (board), 0);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, qd_entity_get_id (objective));
  const char * const filter[] = { on ? id : NULL, NULL };

  qd_board_view_set_filter (child->board_view, filter);
}

static void
filter (guint    round,
        gpointer data)
{
  toggle_filter (data, round % 2 == 0);
}

static void
finish (GArray   *redraws,
        GArray   *filters,
        gpointer  data)
{
  child_print ("redraw", figures_median (redraws));
  child_print ("filter", figures_median (filters));
  _exit (0);
}

static void
on_painted (GtkWidget *window,
            gpointer   data)
{
  Child *child = data;
  const RedrawsSubject subject = { filter, NULL, finish, child };

  child_print ("first-frame", (double) (g_get_monotonic_time () - child->started) / 1e3);
  child_print ("memory", child_resident ());
  if (child->empty)
    _exit (0);

  child->board_view = QD_BOARD_VIEW (child_window_find (window, QD_TYPE_BOARD_VIEW));
  redraws_measure (window, REDRAWS, &subject);
}

static int
run_child (gint64      started,
           const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = NULL;
  Child child = { file == NULL, started, NULL };

  if (file != NULL)
    store = qd_store_open (file, QD_OPEN_EXISTING, &error);
  g_assert_no_error (error);

  return child_window_run (store, NULL, on_painted, &child);
}

static void
measure (const char *program,
         const char *file,
         double     *figures)
{
  ChildFigure asked[N_FIGURES] = {
    [FIRST_FRAME] = { .name = "first-frame" },
    [MEMORY] = { .name = "memory" },
    [REDRAW] = { .name = "redraw" },
    [FILTER] = { .name = "filter" },
  };

  child_measure (program, file, asked, N_FIGURES);
  for (guint i = 0; i < N_FIGURES; i++)
    figures[i] = asked[i].value;
}

int
main (int   argc,
      char *argv[])
{
  static const struct { guint n_cards; double first_frame; double memory; } kinds[] = {
    { 30, 1.6, 0 },
    { 1000, 2.5, 1.5 },
    { 10000, 3.0, 0 },
  };
  g_autofree char *folder = NULL;
  char *files[G_N_ELEMENTS (kinds)];
  GArray *frames[G_N_ELEMENTS (kinds)];
  GArray *memories[G_N_ELEMENTS (kinds)];
  GArray *filters = figures_new ();

  if (argc >= 2)
    return run_child (g_ascii_strtoll (argv[1], NULL, 10), argc > 2 ? argv[2] : NULL);

  folder = g_dir_make_tmp ("quarterdeck-bench-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.db", kinds[i].n_cards);

      files[i] = g_build_filename (folder, name, NULL);
      boards_make_file (files[i], 1, kinds[i].n_cards);
      frames[i] = figures_new ();
      memories[i] = figures_new ();
    }

  for (guint round = 0; round < ROUNDS; round++)
    {
      double empty[N_FIGURES];

      measure (argv[0], NULL, empty);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          double figures[N_FIGURES];

          measure (argv[0], files[i], figures);
          figures_add (frames[i], figures[FIRST_FRAME], empty[FIRST_FRAME]);
          figures_add (memories[i], figures[MEMORY], empty[MEMORY]);
          if (kinds[i].n_cards == 1000)
            figures_add (filters, figures[FILTER], figures[REDRAW]);
          printf ("# %5u cards: %.0f ms, %.0f KiB (empty: %.0f ms, %.0f KiB); redraw %.1f ms,"
                  " filter %.1f ms\n", kinds[i].n_cards, figures[FIRST_FRAME], figures[MEMORY],
                  empty[FIRST_FRAME], empty[MEMORY], figures[REDRAW], figures[FILTER]);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *frame = g_strdup_printf ("first frame, %u cards", kinds[i].n_cards);
      g_autofree char *memory = g_strdup_printf ("memory, %u cards", kinds[i].n_cards);

      figures_report (frame, frames[i], kinds[i].first_frame, NULL);
      if (kinds[i].memory > 0)
        figures_report (memory, memories[i], kinds[i].memory, NULL);
    }
  figures_report ("filter on 1000 cards, in full redraws", filters, 2.0, NULL);

  return EXIT_SUCCESS;
}
