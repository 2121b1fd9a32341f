/* What the store costs, each as a ratio to the bare SQLite work of the same run:
 * the commit of a move to a transaction that writes the same bytes, and opening
 * a board of ten thousand cards to the SELECT of its rows.
 *
 * Floor and subject take turns, and the median of their ratios counts. It fails
 * where something does not work; a ratio above its limit it only tells.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/qd-edit-plan.h"
#include "store/qd-edit.h"

#define MOVES 2000
#define LOADS 9
#define N_CARDS 10000

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return (*one > *other) - (*one < *other);
}

static void
report (const char *name,
        GArray     *floors,
        GArray     *subjects,
        double      limit)
{
  double floor, subject;

  g_array_sort (floors, compare_doubles);
  g_array_sort (subjects, compare_doubles);
  floor = g_array_index (floors, double, floors->len / 2);
  subject = g_array_index (subjects, double, subjects->len / 2);
  printf ("bench %s: %.2f (limit %.1f; %.3f ms to %.3f ms)%s\n", name, subject / floor, limit,
          subject, floor, subject / floor <= limit ? "" : " ABOVE ITS LIMIT");
}

static void
add_since (GArray *times,
           gint64  start)
{
  double spent = (double) (g_get_monotonic_time () - start) / 1e3;

  g_array_append_val (times, spent);
}

static QdId
make_board (const char   *path,
            guint         n_cards,
            QdBoardPlan  *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = qd_store_open (path, QD_OPEN_WITHOUT_MODELS, &error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdId first = QD_ID_NONE;

  g_assert_no_error (error);
  transaction = qd_transaction_new (store, QD_TRANSACTION_IMPORT);
  qd_edit_plan_board (transaction, "Growth", QD_ID_NONE, plan);
  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *title = g_strdup_printf ("Raise active workspaces of group %u from %u "
                                                "to %u", i, i * 3, i * 5 + 1);
      QdId card = qd_edit_plan_card (transaction, plan->columns[QD_COLUMN_NOT_STARTED + i % 4],
                                     title, QD_ID_NONE);

      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_TARGET, i * 5 + 1);
      first = first == QD_ID_NONE ? card : first;
    }
  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);

  return first;
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0;"
                                 "PRAGMA busy_timeout=5000;", NULL, NULL, NULL), ==, SQLITE_OK);

  return db;
}

/* The statements of a move that write, with the bytes that one wrote before. */
static void
run_bare_move (sqlite3 *db,
               QdId     card,
               gint64   number)
{
  static const char * const texts[] = {
    "BEGIN IMMEDIATE",
    "UPDATE card SET parent=parent, rank='V' || ?2 WHERE id=?1",
    "INSERT INTO tx SELECT rid, 1000000+?2, stamp, at, author, kind, ref_rid, ref_seq, hash,"
    " payload FROM tx WHERE rid=1 ORDER BY seq DESC LIMIT 1",
    "INSERT INTO chg SELECT ent, field, stamp+?2, rid, 1000000+?2, base, value || ?2 FROM chg"
    " WHERE ent=?1 AND field=603 ORDER BY stamp LIMIT 1",
    "UPDATE stream SET head=head, head_hash=randomblob(16)",
    "COMMIT",
  };
  static sqlite3_stmt *statements[G_N_ELEMENTS (texts)];

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (statements[i] == NULL)
        g_assert_cmpint (sqlite3_prepare_v2 (db, texts[i], -1, &statements[i], NULL), ==,
                         SQLITE_OK);
      sqlite3_bind_int64 (statements[i], 1, card);
      sqlite3_bind_int64 (statements[i], 2, number);
      g_assert_cmpint (sqlite3_step (statements[i]), ==, SQLITE_DONE);
      sqlite3_reset (statements[i]);
    }
}

/* The floor works on a copy, so that each has a file of its own. */
static void
bench_move (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "move.db", NULL);
  g_autofree char *bare_path = g_build_filename (folder, "bare.db", NULL);
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = NULL;
  g_autofree char *content = NULL;
  QdBoardPlan plan;
  QdId card = make_board (path, 200, &plan);
  gsize length;
  sqlite3 *bare;

  store = qd_store_open (path, QD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  qd_store_load_board (store, QD_BOARD (qd_store_lookup (store, plan.board)), &error);
  qd_edit_move (store, QD_ENTITY_CARD, card, plan.columns[2], QD_SIDE_FIRST, QD_ID_NONE, &error);
  g_assert_no_error (error);
  bare = open_bare (path);
  g_assert_cmpint (sqlite3_wal_checkpoint_v2 (bare, NULL, SQLITE_CHECKPOINT_FULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (bare);
  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (bare_path, content, (gssize) length, &error);
  g_assert_no_error (error);
  bare = open_bare (bare_path);

  for (gint64 i = 1; i <= MOVES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      run_bare_move (bare, card, i);
      add_since (floors, start);

      start = g_get_monotonic_time ();
      qd_edit_move (store, QD_ENTITY_CARD, card,
                    plan.columns[QD_COLUMN_NOT_STARTED + i % 4], QD_SIDE_FIRST, QD_ID_NONE,
                    &error);
      add_since (subjects, start);
      g_assert_no_error (error);
    }
  report ("commit of a move", floors, subjects, 2.5);
}

static void
select_rows (sqlite3    *db,
             const char *text,
             guint       expected)
{
  sqlite3_stmt *statement;
  guint n_rows = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (db, text, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        sqlite3_column_text (statement, i);
      n_rows++;
    }
  sqlite3_finalize (statement);
  g_assert_cmpuint (n_rows, ==, expected);
}

static void
bench_load (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "load.db", NULL);
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) subjects = g_array_new (FALSE, FALSE, sizeof (double));
  QdBoardPlan plan;
  sqlite3 *bare;

  make_board (path, N_CARDS, &plan);
  bare = open_bare (path);
  for (guint i = 0; i < LOADS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QdStore) store = qd_store_open (path, QD_OPEN_DEFAULT, &error);
      gint64 start;

      g_assert_no_error (error);
      start = g_get_monotonic_time ();
      select_rows (bare, "SELECT card.* FROM \"column\" AS k JOIN card ON card.parent=k.id"
                   " ORDER BY k.rank, card.rank, card.id", N_CARDS);
      add_since (floors, start);

      start = g_get_monotonic_time ();
      qd_store_load_board (store, QD_BOARD (qd_store_lookup (store, plan.board)), &error);
      add_since (subjects, start);
      g_assert_no_error (error);
    }
  sqlite3_close (bare);
  report ("opening a board of 10000 cards", floors, subjects, 4.0);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quarterdeck-bench-XXXXXX", NULL);

  bench_move (folder);
  bench_load (folder);

  return EXIT_SUCCESS;
}
