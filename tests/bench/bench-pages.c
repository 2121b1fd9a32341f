/* What a review costs, wherever it is read, and how long a change holds up the interface
 * while the review or the alignment of all boards shows: the processor time of the
 * interface's thread from the commit until the page is drawn with it. Both as ratios to a
 * bare SELECT of what changed since the day of the review.
 */

#include "config.h"

#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "alignment/qd-alignment-page.h"
#include "qd-clock.h"
#include "review/qd-review-page.h"
#include "store/qd-edit-card.h"
#include "store/qd-review-question.h"
#include "store/qd-store-private.h"

#include "boards.h"
#include "child-window.h"
#include "figures.h"

#define ROUNDS 9
#define DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)

typedef struct
{
  QdStore *store;
  GArray *boards;
  GtkWidget *window;
  GtkWidget *list; /* of the page that shows */
  QdId card;
  guint n_changes;
} Bench;

static double
measure_floor (Bench *bench)
{
  QdDb *db = qd_store_get_db (bench->store);
  const double began = figures_cpu_ms (CLOCK_THREAD_CPUTIME_ID);
  const gint64 since = qd_clock_now (NULL) - 7 * DAY;
  sqlite3_stmt *row = qd_db_query (db, NULL,
                                   "SELECT ent, field, value FROM chg WHERE stamp>?1", "i",
                                   since << 16);
  guint n = 0;

  while (qd_db_next (db, row, NULL))
    n++;
  g_assert_cmpuint (n, >, 0);

  return figures_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - began;
}

/* Of all threads: it may not matter who reads. */
static double
measure_reading (Bench *bench)
{
  const double began = figures_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (QdReviewQuestion) question =
    qd_review_question_new (bench->store, (const QdId *) (gpointer) bench->boards->data,
                            bench->boards->len, 0, qd_day_of_instant (qd_clock_now (NULL)));
  g_autoptr (QdReview) review = qd_review_question_answer (question, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (review->sections[QD_REVIEW_CHANGED]->len, >, 0);

  return figures_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - began;
}

static gboolean
is_busy (Bench *bench)
{
  g_autofree char *state = gtk_test_accessible_check_state (GTK_ACCESSIBLE (bench->list),
                                                            GTK_ACCESSIBLE_STATE_BUSY, TRUE);

  return state == NULL;
}

/* Nothing is busy that never said so. */
static void
settle (Bench *bench)
{
  while (is_busy (bench) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

/* A commit, and all that the interface does of it until the page shows it. */
static double
measure_commit (Bench *bench)
{
  g_autofree char *title = g_strdup_printf ("Something else %u", bench->n_changes++);
  g_autoptr (GError) error = NULL;
  double held;

  settle (bench);
  held = figures_cpu_ms (CLOCK_THREAD_CPUTIME_ID);
  qd_edit_set_text (bench->store, bench->card, QD_FIELD_CARD_TITLE, title, FALSE, &error);
  g_assert_no_error (error);
  settle (bench);

  return figures_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - held;
}

static void
show_page (Bench     *bench,
           GtkWidget *page)
{
  gtk_window_set_child (GTK_WINDOW (bench->window), page);
  gtk_window_present (GTK_WINDOW (bench->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  bench->list = child_window_find (page, GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (bench->list);
  settle (bench);
}

static GtkWidget *
create_review (Bench *bench)
{
  GtkWidget *page = qd_review_page_new (bench->store);

  qd_review_page_set_boards (QD_REVIEW_PAGE (page),
                             (const QdId *) (gpointer) bench->boards->data, bench->boards->len,
                             NULL);

  return page;
}

static void
bench_init (Bench      *self,
            const char *file)
{
  g_autoptr (GError) error = NULL;
  QdOrderedList *boards;

  *self = (Bench) { .boards = g_array_new (FALSE, FALSE, sizeof (QdId)) };
  self->store = qd_store_open (file, QD_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  boards = qd_workspace_get_boards (qd_store_get_workspace (self->store));
  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);
      const QdId id = qd_entity_get_id (QD_ENTITY (board));

      g_assert_true (qd_store_load_board (self->store, board, NULL));
      g_array_append_val (self->boards, id);
      if (i == 0)
        {
          QdColumn *column = qd_ordered_list_peek (qd_board_get_columns (board), 1);

          self->card = qd_entity_get_id (qd_ordered_list_peek (qd_column_get_cards (column), 0));
        }
    }
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1180, 760);
}

static void
bench_clear (Bench *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_object_unref (self->store);
  g_array_unref (self->boards);
}

static void
report (const char                   *name,
        guint                         n_boards,
        guint                         n_cards,
        Bench                        *bench,
        double                      (*measure) (Bench *bench),
        double                        limit)
{
  g_autofree char *title = g_strdup_printf ("%s, %u boards of %u cards", name, n_boards, n_cards);
  g_autofree char *note = NULL;
  GArray *ratios = figures_new ();
  GArray *subjects = figures_new ();

  for (guint round = 0; round < ROUNDS; round++)
    {
      const double floor = measure_floor (bench);
      const double subject = measure (bench);

      figures_add (ratios, subject, floor);
      g_array_append_val (subjects, subject);
    }
  note = g_strdup_printf ("%.1f ms", figures_median (subjects));
  figures_report (title, ratios, limit, note);
  g_array_unref (ratios);
  g_array_unref (subjects);
}

int
main (int   argc,
      char *argv[])
{
  /* The reading, and what a commit holds up under the review and under the alignment. */
  static const struct { guint n_boards, n_cards; double limits[3]; } kinds[] = {
    { 48, 16, { 40, 4, 3 } },
    { 12, 500, { 40, 0.8, 1 } },
  };
  g_autofree char *folder = NULL;

  gtk_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("quarterdeck-bench-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u-%u.db", kinds[i].n_boards, kinds[i].n_cards);
      g_autofree char *file = g_build_filename (folder, name, NULL);
      Bench bench;

      boards_make_quarter (file, kinds[i].n_boards, kinds[i].n_cards);
      bench_init (&bench, file);
      report ("review", kinds[i].n_boards, kinds[i].n_cards, &bench, measure_reading,
              kinds[i].limits[0]);
      show_page (&bench, create_review (&bench));
      report ("commit-under-review", kinds[i].n_boards, kinds[i].n_cards, &bench,
              measure_commit, kinds[i].limits[1]);
      show_page (&bench, qd_alignment_page_new (bench.store));
      report ("commit-under-alignment", kinds[i].n_boards, kinds[i].n_cards, &bench,
              measure_commit, kinds[i].limits[2]);
      bench_clear (&bench);
    }

  return EXIT_SUCCESS;
}
