/* What the rules of the method and a search cost, as ratios to their floor in the same
 * run: the standing of 10,000 key results, to a loop that only reads their facts; a
 * search over 100,000 cards and 400,000 check-ins, to the bare query of the full-text
 * index.
 *
 * Floor and subject take turns, and medians are compared. It fails where something does
 * not work; a ratio above its limit it only tells.
 */

#include "config.h"

#include <stdio.h>

#include "figures.h"
#include "model/qd-board-private.h"
#include "model/qd-card-private.h"
#include "model/qd-column-private.h"
#include "model/qd-cycle-private.h"
#include "model/qd-key-result-private.h"
#include "scratch.h"
#include "store/qd-db.h"
#include "store/qd-search.h"

#define STANDING_LIMIT 3.0
#define SEARCH_LIMIT 3.0

#define N_ROUNDS 15
#define N_KEY_RESULTS 10000
#define N_READINGS 8
#define N_CARDS 100000
#define N_CHECKINS 400000
#define N_HITS 100

static double
now_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static void
report (const char *name,
        GArray     *ratios,
        double      limit,
        GArray     *subjects)
{
  g_autofree char *note = g_strdup_printf ("%.3f ms", figures_median (subjects) / 1000);

  figures_report (name, ratios, limit, note);
}

static QdKeyResult *
make_key_result (QdColumn *column,
                 QdDay     first_day,
                 guint     nth)
{
  QdKeyResult *self = qd_key_result_new ((QdId) nth + 1);
  QdSummary summary = { .confidence = 7, .n_readings = N_READINGS };

  qd_card_set_column (QD_CARD (self), column);
  qd_key_result_set_metric (self, QD_METRIC_CHANGE);
  qd_key_result_set_baseline (self, 31);
  qd_key_result_set_target (self, 45 + nth % 7);
  summary.readings = g_new (QdPoint, N_READINGS);
  for (guint i = 0; i < N_READINGS; i++)
    summary.readings[i] = (QdPoint) { first_day + 4 + 7 * i, 31 + i * (nth % 3) };
  summary.checked = summary.readings[N_READINGS - 1].day;
  summary.current = summary.readings[N_READINGS - 1].value;
  qd_key_result_take_summary (self, &summary);

  return self;
}

/* Reads what the rules read, and with @judge lets them judge it. */
static double
walk (GPtrArray *key_results,
      QdDay      today,
      gboolean   judge,
      double    *sum)
{
  const double started = now_us ();

  for (guint i = 0; i < key_results->len; i++)
    {
      QdStanding standing = { 0 };
      QdFacts facts;

      qd_key_result_get_facts (g_ptr_array_index (key_results, i), &facts);
      for (gsize j = 0; j < facts.n_readings; j++)
        *sum += facts.readings[j].value;
      if (judge)
        qd_standing_of (&facts, today, &standing);
      *sum += standing.health + facts.target;
    }

  return now_us () - started;
}

static void
bench_standing (void)
{
  g_autoptr (GArray) ratios = figures_new ();
  g_autoptr (GArray) subjects = figures_new ();
  g_autoptr (GPtrArray) key_results = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (QdCycle) cycle = qd_cycle_new (1);
  g_autoptr (QdBoard) board = qd_board_new (2);
  g_autoptr (QdColumn) column = qd_column_new (3);
  const QdDay first_day = qd_day_new (2026, 10, 1);
  double sum = 0;

  qd_cycle_set_first_day (cycle, first_day);
  qd_cycle_set_last_day (cycle, first_day + 91);
  qd_board_set_cycle (board, cycle);
  qd_column_set_board (column, board);
  for (guint i = 0; i < N_KEY_RESULTS; i++)
    g_ptr_array_add (key_results, make_key_result (column, first_day, i));

  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      const double floor = walk (key_results, first_day + 60, FALSE, &sum);
      const double subject = walk (key_results, first_day + 60, TRUE, &sum);
      const double ratio = subject / floor;

      if (round == 0)
        continue;
      g_array_append_val (ratios, ratio);
      g_array_append_val (subjects, subject);
    }
  g_assert_cmpfloat (sum, >, 0);
  report ("standing-10000", ratios, STANDING_LIMIT, subjects);
  g_ptr_array_set_size (key_results, 0);
}

/* Straight into the tables that a search reads: their log would take minutes. */
static void
fill (const char *path)
{
  g_autofree char *cards = NULL;
  g_autofree char *checkins = NULL;

  cards = g_strdup_printf ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
                           " WHERE i<%d) INSERT INTO card(id, created, title, parent)"
                           " SELECT 1000000+i, 1, 'Raise net promoter score number '||i,"
                           "  (SELECT min(id) FROM \"column\") FROM n;", N_CARDS);
  checkins = g_strdup_printf ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
                              " WHERE i<%d) INSERT INTO checkin(id, created, card, note)"
                              " SELECT 2000000+i, 1, 1000001+i%%%d, CASE WHEN i%%500=0"
                              "  THEN 'The survey moved for segment '||i"
                              "  ELSE 'Slower than hoped in week '||(i%%13) END FROM n;",
                              N_CHECKINS, N_CARDS);
  scratch_execute (path, cards);
  scratch_execute (path, checkins);
  scratch_execute (path, "INSERT INTO search(rowid, title, body, kind)"
                         " SELECT id, title, '', 6 FROM card WHERE id BETWEEN 1000000 AND 9000000;"
                         "INSERT INTO search(rowid, title, body, kind)"
                         " SELECT id, '', note, 8 FROM checkin WHERE id BETWEEN 2000000 AND 9000000;");
}

static double
query_index (QdDb *db)
{
  const double started = now_us ();
  sqlite3_stmt *row;
  guint n_rows = 0;

  row = qd_db_query (db, NULL,
                     "SELECT rowid FROM search WHERE search MATCH '\"survey\"* \"segm\"*'"
                     " ORDER BY rank LIMIT 100", "");
  while (qd_db_next (db, row, NULL))
    n_rows++;
  g_assert_cmpuint (n_rows, ==, N_HITS);

  return now_us () - started;
}

static double
search (const char *path)
{
  const double started = now_us ();
  g_autoptr (GPtrArray) hits = qd_search_file (path, "survey segm", N_HITS, NULL, NULL);

  g_assert_nonnull (hits);
  g_assert_cmpuint (hits->len, ==, N_HITS);

  return now_us () - started;
}

static void
bench_search (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GArray) ratios = figures_new ();
  g_autoptr (GArray) subjects = figures_new ();
  g_autoptr (QdDb) db = NULL;

  scratch_fill (scratch, 1);
  fill (scratch->path);
  db = qd_db_open (scratch->path, QD_DB_READ_ONLY, NULL);
  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      const double floor = query_index (db);
      const double subject = search (scratch->path);
      const double ratio = subject / floor;

      if (round == 0)
        continue;
      g_array_append_val (ratios, ratio);
      g_array_append_val (subjects, subject);
    }
  report ("search-500000", ratios, SEARCH_LIMIT, subjects);
}

int
main (int   argc,
      char *argv[])
{
  bench_standing ();
  bench_search ();

  return 0;
}
