/* What boards side by side cost: the first frame and the memory, as ratios to an empty
 * window; scrolling, filtering and another density, as ratios to a full redraw of the
 * same window.
 *
 * The floor is drawn first, with nothing else going on: while one scrolls, panes are
 * built between the frames.
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "together/qd-pane-row.h"
#include "together/qd-together-view.h"

#include "boards.h"
#include "child-window.h"
#include "child.h"
#include "figures.h"
#include "redraws.h"

#define ROUNDS 5
#define REDRAWS 12

/* A turn of a fast wheel, in pixels. */
#define SCROLL_STEP 300.0

/* The figures of one child, in milliseconds and KiB. */
enum
{
  FIRST_FRAME,
  MEMORY,
  REDRAW,
  FILTER,
  SCROLL,
  WORST_SCROLL,
  DENSITY,
  N_FIGURES
};

static const char * const names[N_FIGURES] = {
  "first-frame", "memory", "redraw", "filter", "scroll", "worst-scroll", "density",
};

typedef struct
{
  gboolean empty;
  gint64 started;
  GtkWidget *window;
  QdTogetherView *view;
  GtkAdjustment *adjustment;
} Child;

static void
toggle_filter (guint    round,
               gpointer data)
{
  Child *child = data;
  const char * const filter[] = { round % 2 == 0 ? "colour:0" : NULL, NULL };

  qd_together_view_set_filter (child->view, filter);
}

static void
scroll (guint    round,
        gpointer data)
{
  Child *child = data;

  gtk_adjustment_set_value (child->adjustment,
                            gtk_adjustment_get_value (child->adjustment) + SCROLL_STEP);
}

static void
switch_density (guint    round,
                gpointer data)
{
  Child *child = data;

  qd_together_view_set_density (child->view, round % 2 == 0 ? QD_DENSITY_CARDS
                                                            : QD_DENSITY_COMPACT);
}

static void
finish_density (GArray   *redraws,
                GArray   *changes,
                gpointer  data)
{
  child_print (names[DENSITY], figures_median (changes));
  _exit (0);
}

static void
finish_scroll (GArray   *redraws,
               GArray   *changes,
               gpointer  data)
{
  Child *child = data;
  const RedrawsSubject subject = { switch_density, NULL, finish_density, child };
  double worst = 0;

  for (guint i = 0; i < changes->len; i++)
    worst = MAX (worst, g_array_index (changes, double, i));
  child_print (names[SCROLL], figures_median (changes));
  child_print (names[WORST_SCROLL], worst);
  redraws_measure (child->window, REDRAWS, &subject);
}

static void
finish_filter (GArray   *redraws,
               GArray   *changes,
               gpointer  data)
{
  Child *child = data;
  const RedrawsSubject subject = { scroll, NULL, finish_scroll, child };

  child_print (names[FILTER], figures_median (changes));
  redraws_measure (child->window, 2 * REDRAWS, &subject);
}

static void
finish_floor (GArray   *redraws,
              GArray   *changes,
              gpointer  data)
{
  Child *child = data;
  const RedrawsSubject subject = { toggle_filter, NULL, finish_filter, child };

  child_print (names[REDRAW], figures_median (redraws));
  redraws_measure (child->window, REDRAWS, &subject);
}

static void
on_painted (GtkWidget *window,
            gpointer   data)
{
  Child *child = data;
  const RedrawsSubject subject = { NULL, NULL, finish_floor, child };
  GtkWidget *row;

  child_print (names[FIRST_FRAME], (double) (g_get_monotonic_time () - child->started) / 1e3);
  child_print (names[MEMORY], child_resident ());
  if (child->empty)
    _exit (0);

  child->window = window;
  child->view = QD_TOGETHER_VIEW (child_window_find (window, QD_TYPE_TOGETHER_VIEW));
  row = child_window_find (window, QD_TYPE_PANE_ROW);
  child->adjustment = gtk_scrolled_window_get_hadjustment (
    GTK_SCROLLED_WINDOW (child_window_find (row, GTK_TYPE_SCROLLED_WINDOW)));
  redraws_measure (window, REDRAWS, &subject);
}

static int
run_child (gint64      started,
           const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = NULL;
  g_autoptr (QdSettings) settings = NULL;
  Child child = { .empty = file == NULL, .started = started };

  if (file != NULL)
    {
      store = qd_store_open (file, QD_OPEN_EXISTING, &error);
      g_assert_no_error (error);
      settings = child_window_new_settings (store);
    }

  return child_window_run (store, settings, on_painted, &child);
}

static void
measure (const char *program,
         const char *file,
         double     *figures)
{
  ChildFigure asked[N_FIGURES];

  for (guint i = 0; i < N_FIGURES; i++)
    asked[i] = (ChildFigure) { names[i], 0 };
  child_measure (program, file, asked, N_FIGURES);
  for (guint i = 0; i < N_FIGURES; i++)
    figures[i] = asked[i].value;
}

int
main (int   argc,
      char *argv[])
{
  static const struct { guint n_boards, n_cards; gboolean limited; } kinds[] = {
    { 48, 16, TRUE },
    { 12, 500, FALSE },
  };
  static const double limits[N_FIGURES] = { 2.5, 1.6, 0, 2.0, 2.0, 2.0, 3.0 };
  g_autofree char *folder = NULL;

  if (argc >= 2)
    return run_child (g_ascii_strtoll (argv[1], NULL, 10), argc > 2 ? argv[2] : NULL);

  folder = g_dir_make_tmp ("quarterdeck-bench-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u-%u.db", kinds[i].n_boards, kinds[i].n_cards);
      g_autofree char *file = g_build_filename (folder, name, NULL);
      GArray *ratios[N_FIGURES];

      boards_make_file (file, kinds[i].n_boards, kinds[i].n_cards);
      for (guint k = 0; k < N_FIGURES; k++)
        ratios[k] = figures_new ();

      for (guint round = 0; round < ROUNDS; round++)
        {
          double empty[N_FIGURES], figures[N_FIGURES];

          measure (argv[0], NULL, empty);
          measure (argv[0], file, figures);
          printf ("# %u boards of %u cards:", kinds[i].n_boards, kinds[i].n_cards);
          for (guint k = 0; k < N_FIGURES; k++)
            {
              figures_add (ratios[k], figures[k], k <= MEMORY ? empty[k] : figures[REDRAW]);
              printf (" %s %.1f", names[k], figures[k]);
            }
          printf ("\n");
        }

      for (guint k = 0; k < N_FIGURES; k++)
        {
          g_autofree char *title = g_strdup_printf ("%s, %u boards of %u cards", names[k],
                                                    kinds[i].n_boards, kinds[i].n_cards);

          if (k != REDRAW)
            figures_report (title, ratios[k], kinds[i].limited ? limits[k] : 100.0, NULL);
        }
    }

  return EXIT_SUCCESS;
}
