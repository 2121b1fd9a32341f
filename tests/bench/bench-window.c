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

#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

#include "board/qd-board-view.h"
#include "figures.h"
#include "qd-settings.h"
#include "qd-window.h"
#include "store/qd-edit-plan.h"
#include "store/qd-edit.h"

#define ROUNDS 9
#define REDRAWS 14
#define SETTLING_FRAMES 12
#define WIDTH 1180
#define HEIGHT 760

/* The figures of one child, in milliseconds and KiB. */
typedef struct
{
  double first_frame;
  double memory;
  double redraw;
  double filter;
} Figures;

typedef struct
{
  const char *file;
  gint64 started;
  GtkWindow *window;
  QdBoardView *board_view;
  guint n_frames;
  double cpu;
  GArray *redraws;
  GArray *filters;
} Child;

static const char * const objective_titles[] = {
  "Remote teams choose us first", "Nobody waits for a page", "Support that people praise",
};

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Resident memory in KiB. */
static double
resident (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, "VmRSS:");

  return line != NULL ? g_ascii_strtod (line + strlen ("VmRSS:"), NULL) : 0;
}

/* GTK keeps what it can of the last frame: here, nothing. */
static void
queue_all (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    queue_all (child);
}

static QdBoardView *
find_board_view (GtkWidget *widget)
{
  if (QD_IS_BOARD_VIEW (widget))
    return QD_BOARD_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      QdBoardView *found = find_board_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

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
finish (Child *child)
{
  printf ("redraw %.3f\nfilter %.3f\n", figures_median (child->redraws), figures_median (child->filters));
  fflush (stdout);
  _exit (0);
}

/* The first frame is the figure. Then come rounds of three frames: an unchanged
 * board that is drawn again, a filter, and one between rounds. Each costs the
 * processor time from the call to its end. GTK compares what it draws with the
 * frame before and paints the difference alone; the frame between is a little
 * transparent, so that all of the next one is a difference.
 */
static void
on_after_paint (GdkFrameClock *clock,
                Child         *child)
{
  GtkWidget *window = GTK_WIDGET (child->window);
  const guint n = child->n_frames++;
  const double spent = cpu_ms () - child->cpu;

  if (n == 0)
    {
      printf ("first-frame %.3f\nmemory %.0f\n",
              (double) (g_get_monotonic_time () - child->started) / 1e3, resident ());
      if (child->file == NULL)
        finish (child);
      child->board_view = find_board_view (window);
      g_assert_nonnull (child->board_view);
    }

  /* The first frames after the window came up still settle. */
  if (n > SETTLING_FRAMES && n % 3 != 2)
    g_array_append_val (n % 3 == 0 ? child->redraws : child->filters, spent);
  if (child->filters->len == REDRAWS)
    finish (child);

  child->cpu = cpu_ms ();
  gtk_widget_set_opacity (gtk_window_get_child (child->window), n % 3 == 1 ? 0.9 : 1.0);
  if (n % 3 == 0)
    toggle_filter (child, n % 2 == 0);
  else
    queue_all (window);
}

static void
on_map (GtkWidget *window,
        Child     *child)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint), child);
}

static void
on_activate (GtkApplication *application,
             Child          *child)
{
  if (child->file == NULL)
    {
      child->window = GTK_WINDOW (gtk_application_window_new (application));
    }
  else
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QdSettings) settings = qd_settings_new (FALSE);
      g_autoptr (QdStore) store = qd_store_open (child->file, QD_OPEN_EXISTING, &error);
      QdWindow *window;

      g_assert_no_error (error);
      window = qd_window_new (application, settings);
      qd_window_set_store (window, store);
      child->window = GTK_WINDOW (window);
    }

  gtk_window_set_default_size (child->window, WIDTH, HEIGHT);
  g_signal_connect (child->window, "map", G_CALLBACK (on_map), child);
  gtk_window_present (child->window);
}

static int
run_child (gint64      started,
           const char *file)
{
  g_autoptr (GtkApplication) application = NULL;
  Child child = { .file = file, .started = started };

  child.redraws = figures_new ();
  child.filters = figures_new ();
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &child);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static void
measure (const char *program,
         const char *file,
         Figures    *figures)
{
  g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *arguments[] = { program, started, file, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      sscanf (lines[i], "first-frame %lf", &figures->first_frame);
      sscanf (lines[i], "memory %lf", &figures->memory);
      sscanf (lines[i], "redraw %lf", &figures->redraw);
      sscanf (lines[i], "filter %lf", &figures->filter);
    }
  g_assert_cmpfloat (figures->first_frame, >, 0);
}

/* A board of so many cards, spread as on a board in the middle of a quarter. */
static void
make_file (const char *path,
           guint       n_cards)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = qd_store_open (path, QD_OPEN_WITHOUT_MODELS, &error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdId objectives[G_N_ELEMENTS (objective_titles)];
  QdBoardPlan plan;

  g_assert_no_error (error);
  transaction = qd_transaction_new (store, QD_TRANSACTION_IMPORT);
  qd_edit_plan_board (transaction, "Growth", QD_ID_NONE, &plan);
  for (guint i = 0; i < G_N_ELEMENTS (objective_titles); i++)
    objectives[i] = qd_edit_plan_objective (transaction, plan.board, objective_titles[i],
                                            NULL, i);
  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *title = g_strdup_printf ("Raise weekly active workspaces of group %u "
                                                "from %u to %u", i, i * 3, i * 5 + 1);
      QdColumnRole role = (QdColumnRole) (QD_COLUMN_NOT_STARTED + i % 4);
      QdId card = qd_edit_plan_card (transaction, plan.columns[role], title,
                                     objectives[i % G_N_ELEMENTS (objectives)]);

      qd_transaction_set_integer (transaction, card, QD_FIELD_CARD_METRIC, QD_METRIC_CHANGE);
      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_BASELINE, i * 3);
      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_TARGET, i * 5 + 1);
    }
  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static void
add (GArray *ratios,
     double  figure,
     double  floor)
{
  double ratio = figure / floor;

  g_array_append_val (ratios, ratio);
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
      make_file (files[i], kinds[i].n_cards);
      frames[i] = figures_new ();
      memories[i] = figures_new ();
    }

  for (guint round = 0; round < ROUNDS; round++)
    {
      Figures empty = { 0 };

      measure (argv[0], NULL, &empty);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          Figures figures = { 0 };

          measure (argv[0], files[i], &figures);
          add (frames[i], figures.first_frame, empty.first_frame);
          add (memories[i], figures.memory, empty.memory);
          if (kinds[i].n_cards == 1000)
            add (filters, figures.filter, figures.redraw);
          printf ("# %5u cards: %.0f ms, %.0f KiB (empty: %.0f ms, %.0f KiB); redraw %.1f ms,"
                  " filter %.1f ms\n", kinds[i].n_cards, figures.first_frame, figures.memory,
                  empty.first_frame, empty.memory, figures.redraw, figures.filter);
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
