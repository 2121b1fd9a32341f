/* What the store costs, as ratios to bare SQLite in the same run: committing the
 * move of a card, to a transaction that writes the very same bytes into a file
 * of the same tables and indices with prepared statements; loading a board of
 * 10,000 cards, to reading the same columns of the same rows. Then the same move,
 * and looking back in time, in a log of 1,000,000 changes.
 *
 * Floor and subject take turns, and medians are compared: a machine that becomes
 * slow becomes slow for both. It fails where something does not work; a ratio
 * above its limit it only tells.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "model/qd-column.h"
#include "store-fixture.h"
#include "store/qd-edit-plan.h"
#include "store/qd-edit.h"
#include "store/qd-history.h"
#include "store/qd-store-private.h"

#define MOVE_LIMIT 2.5
#define BOARD_LIMIT 4.0

#define N_ROUNDS 15
#define MOVES_A_ROUND 200
#define N_CARDS_OF_MOVES 1000
#define N_CARDS_OF_BOARD 10000
#define N_CHANGES_OF_LOG 1000000
#define N_BOARDS_OF_LOG 20
#define N_CARDS_OF_LOG 500

/* A file with boards of the same number of cards. */
typedef struct
{
  Scratch *scratch;
  QdStore *store;
  GRand *rand;
  GArray *boards;
  GArray *columns;
  GArray *cards;
} Work;

/* The same file once more, written to without the store. */
typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *begin;
  sqlite3_stmt *entry;
  sqlite3_stmt *cell;
  sqlite3_stmt *card;
  sqlite3_stmt *head;
  sqlite3_stmt *commit;
} Bare;

static double
now_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return (*one > *other) - (*one < *other);
}

static double
median (GArray *figures)
{
  g_array_sort (figures, compare_doubles);

  return g_array_index (figures, double, figures->len / 2);
}

/* Tells the median of the ratios of all rounds, and how far they are apart. */
static void
report (const char *name,
        GArray     *ratios,
        double      limit,
        double      subject_us)
{
  const double ratio = median (ratios);

  printf ("bench %s: %.2f (limit %.1f; %.2f to %.2f; %.3f ms)%s\n", name, ratio, limit,
          g_array_index (ratios, double, 0), g_array_index (ratios, double, ratios->len - 1),
          subject_us / 1000, ratio <= limit ? "" : " ABOVE ITS LIMIT");
}

static GArray *
new_figures (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

static QdId
pick (Work   *work,
      GArray *ids)
{
  return g_array_index (ids, QdId, g_rand_int_range (work->rand, 0, (gint32) ids->len));
}

static void
commit (QdTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

/* A board as teams have it: objectives, owners, numbers, descriptions. */
static void
add_board (Work  *work,
           guint  n_cards)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (work->store,
                                                              QD_TRANSACTION_IMPORT);
  QdBoardPlan plan;
  QdId objectives[8], people[12];
  guint first = work->columns->len;

  qd_edit_plan_board (transaction, "Customer Success", QD_ID_NONE, &plan);
  g_array_append_val (work->boards, plan.board);
  for (int role = QD_COLUMN_NOT_STARTED; role <= QD_COLUMN_COMPLETE; role++)
    g_array_append_val (work->columns, plan.columns[role]);
  for (guint i = 0; i < G_N_ELEMENTS (objectives); i++)
    objectives[i] = qd_edit_plan_objective (transaction, plan.board, "Delight our customers",
                                            "They stay when they are heard.", i);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      people[i] = qd_transaction_create (transaction, QD_ENTITY_PERSON);
      qd_transaction_set_text (transaction, people[i], QD_FIELD_PERSON_TITLE, "Mara Klein");
    }

  for (guint i = 0; i < n_cards; i++)
    {
      QdId column = g_array_index (work->columns, QdId, first + i % 4);
      QdId card = qd_edit_plan_card (transaction, column, "Raise net promoter score from 31 to 45",
                                     objectives[i % G_N_ELEMENTS (objectives)]);

      g_array_append_val (work->cards, card);
      qd_transaction_set_id (transaction, card, QD_FIELD_CARD_OWNER,
                             people[i % G_N_ELEMENTS (people)]);
      qd_transaction_set_integer (transaction, card, QD_FIELD_CARD_METRIC, QD_METRIC_CHANGE);
      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_BASELINE, 31);
      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_TARGET, 45);
      if (i % 4 == 0)
        qd_transaction_set_text (transaction, card, QD_FIELD_CARD_DESCRIPTION,
                                 "Measured by the quarterly survey among all paying customers.");
    }
  commit (transaction);
}

static void
work_begin (Work        *work,
            QdOpenFlags  flags)
{
  g_autoptr (GError) error = NULL;

  work->scratch = scratch_new ();
  work->store = qd_store_open (work->scratch->path, flags, &error);
  g_assert_no_error (error);
  work->rand = g_rand_new_with_seed (4711);
  work->boards = g_array_new (FALSE, FALSE, sizeof (QdId));
  work->columns = g_array_new (FALSE, FALSE, sizeof (QdId));
  work->cards = g_array_new (FALSE, FALSE, sizeof (QdId));
}

static void
work_end (Work *work)
{
  g_clear_object (&work->store);
  g_rand_free (work->rand);
  g_array_unref (work->boards);
  g_array_unref (work->columns);
  g_array_unref (work->cards);
  scratch_free (work->scratch);
}

static sqlite3_stmt *
prepare (Bare       *bare,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v3 (bare->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  g_assert_nonnull (statement);

  return statement;
}

static void
run (sqlite3_stmt *statement)
{
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

/* The settings of the store's own connection, on a copy of its file. */
static void
bare_begin (Bare *bare,
            Work *work)
{
  g_autofree char *path = scratch_name (work->scratch, "bare.db");

  fixture_copy (work->scratch->path, path);
  g_assert_cmpint (sqlite3_open (path, &bare->db), ==, SQLITE_OK);
  sqlite3_exec (bare->db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                "PRAGMA wal_autocheckpoint=0; PRAGMA cell_size_check=ON;"
                "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0; PRAGMA foreign_keys=OFF",
                NULL, NULL, NULL);
  bare->begin = prepare (bare, "BEGIN IMMEDIATE");
  bare->entry = prepare (bare, "INSERT INTO tx VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)");
  bare->cell = prepare (bare, "INSERT INTO chg VALUES(?1,?2,?3,?4,?5,?6,?7)");
  bare->card = prepare (bare, "UPDATE card SET parent=?2, rank=?3 WHERE id=?1");
  bare->head = prepare (bare, "UPDATE stream SET head=?2, head_hash=?3 WHERE rid=?1");
  bare->commit = prepare (bare, "COMMIT");
}

static void
bare_end (Bare *bare)
{
  sqlite3_finalize (bare->begin);
  sqlite3_finalize (bare->entry);
  sqlite3_finalize (bare->cell);
  sqlite3_finalize (bare->card);
  sqlite3_finalize (bare->head);
  sqlite3_finalize (bare->commit);
  sqlite3_close (bare->db);
}

/* Binds all columns of a row that the store wrote. */
static void
bind_row (sqlite3_stmt *statement,
          sqlite3_stmt *row)
{
  for (int i = 0; i < sqlite3_column_count (row); i++)
    sqlite3_bind_value (statement, i + 1, sqlite3_column_value (row, i));
}

/* Writes once more, without the store, what its last move wrote, and returns the
 * time that the transaction took.
 */
static double
bare_move (Bare *bare,
           Work *work,
           QdId  card)
{
  QdDb *db = qd_store_get_db (work->store);
  sqlite3_stmt *entry = qd_db_query (db, NULL, "SELECT * FROM tx WHERE rid=1"
                                     " ORDER BY seq DESC LIMIT 1", "");
  sqlite3_stmt *cell = qd_db_query (db, NULL, "SELECT * FROM chg WHERE ent=?1 AND field=603"
                                    " ORDER BY stamp DESC LIMIT 1", "i", card);
  sqlite3_stmt *place = qd_db_query (db, NULL, "SELECT id, parent, rank FROM card WHERE id=?1",
                                     "i", card);
  sqlite3_stmt *head = qd_db_query (db, NULL, "SELECT rid, head, head_hash FROM stream", "");
  double started, took;

  g_assert_true (qd_db_next (db, entry, NULL) && qd_db_next (db, cell, NULL) &&
                 qd_db_next (db, place, NULL) && qd_db_next (db, head, NULL));
  bind_row (bare->entry, entry);
  bind_row (bare->cell, cell);
  bind_row (bare->card, place);
  bind_row (bare->head, head);

  started = now_us ();
  run (bare->begin);
  run (bare->entry);
  run (bare->cell);
  run (bare->card);
  run (bare->head);
  run (bare->commit);
  took = now_us () - started;

  sqlite3_reset (entry);
  sqlite3_reset (cell);
  sqlite3_reset (place);
  sqlite3_reset (head);

  return took;
}

/* Moves a card to any place, and returns the time that it took. */
static double
move (Work *work,
      QdId  card)
{
  g_autoptr (GError) error = NULL;
  const double started = now_us ();
  double took;

  qd_edit_move (work->store, QD_ENTITY_CARD, card, pick (work, work->columns),
                (QdSide) g_rand_int_range (work->rand, 0, 4), pick (work, work->cards), &error);
  took = now_us () - started;
  g_assert_no_error (error);

  return took;
}

/* Whether the last entry is a move of this card alone: it may have stood there
 * already, or others may have had to make room.
 */
static gboolean
is_plain_move (Work *work,
               QdId  card)
{
  gint64 plain = 0;

  return qd_db_get_integer (qd_store_get_db (work->store), NULL, &plain,
                            "SELECT json_array_length(payload,'$.c')=1"
                            " AND json_extract(payload,'$.c[0][0]')=?1 FROM tx WHERE rid=1"
                            " ORDER BY seq DESC LIMIT 1", "i", card) && plain;
}

static void
compare_moves (Work       *work,
               const char *name)
{
  g_autoptr (GArray) ratios = new_figures ();
  g_autoptr (GArray) medians = new_figures ();
  Bare bare;

  bare_begin (&bare, work);
  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      g_autoptr (GArray) subject = new_figures ();
      g_autoptr (GArray) floor = new_figures ();
      double ratio, typical;

      for (guint i = 0; i < MOVES_A_ROUND; i++)
        {
          QdId card = pick (work, work->cards);
          double took = move (work, card);

          if (!is_plain_move (work, card))
            continue;
          g_array_append_val (subject, took);
          took = bare_move (&bare, work, card);
          g_array_append_val (floor, took);
        }
      typical = median (subject);
      ratio = typical / median (floor);

      /* The first round warms up. */
      if (round == 0)
        continue;
      g_array_append_val (ratios, ratio);
      g_array_append_val (medians, typical);
    }
  bare_end (&bare);

  report (name, ratios, MOVE_LIMIT, median (medians));
}

static void
bench_move (void)
{
  Work work;

  work_begin (&work, QD_OPEN_DEFAULT);
  add_board (&work, N_CARDS_OF_MOVES);
  fixture_load_board (work.store, g_array_index (work.boards, QdId, 0));
  compare_moves (&work, "move-commit");
  work_end (&work);
}

/* The time to load the board in a file just opened. */
static double
load_board (const char *path,
            QdId        id,
            guint       n_cards)
{
  g_autoptr (QdStore) store = fixture_open (path, NULL);
  QdBoard *board = QD_BOARD (qd_store_lookup (store, id));
  QdColumn *column;
  const double started = now_us ();
  double took;

  g_assert_true (qd_store_load_board (store, board, NULL));
  took = now_us () - started;
  column = qd_ordered_list_peek (qd_board_get_columns (board), 0);
  g_assert_cmpuint (qd_column_get_n_cards (column), ==, n_cards / 4);

  return took;
}

/* The time to read all columns of a board's cards, and of its objectives. */
static double
read_rows (const char *path,
           QdId        board,
           guint       n_cards)
{
  static const char * const queries[] = {
    "SELECT id, archived, deleted, title, parent, rank, why, colour, commitment, weight,"
    " aligned_to FROM objective WHERE parent=?1 ORDER BY rank, id",
    "SELECT c.id, c.archived, c.deleted, c.title, c.parent, c.rank, c.description, c.objective,"
    " c.owner, c.metric, c.baseline, c.target, c.unit, c.measurement, c.weight, c.current"
    " FROM \"column\" AS k CROSS JOIN card AS c ON c.parent=k.id WHERE k.parent=?1"
    " ORDER BY k.rank, k.id, c.rank, c.id",
  };
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_ONLY, NULL);
  guint n_rows = 0;
  double started;
  gint64 sum = 0;

  /* The store, too, has looked at the file before. */
  g_assert_true (qd_db_get_integer (db, NULL, &sum, "SELECT count(*) FROM card", ""));
  started = now_us ();
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *row = qd_db_query (db, NULL, queries[i], "i", board);

      for (n_rows = 0; sqlite3_step (row) == SQLITE_ROW; n_rows++)
        for (int column = 0; column < sqlite3_column_count (row); column++)
          sum += sqlite3_column_type (row, column) == SQLITE_TEXT
                   ? *sqlite3_column_text (row, column) : sqlite3_column_int64 (row, column);
    }
  g_assert_cmpuint (n_rows, ==, n_cards);
  g_assert_cmpint (sum, !=, 0);

  return now_us () - started;
}

static void
bench_board (void)
{
  g_autoptr (GArray) ratios = new_figures ();
  g_autoptr (GArray) subjects = new_figures ();
  QdId board;
  Work work;

  work_begin (&work, QD_OPEN_WITHOUT_MODELS);
  add_board (&work, N_CARDS_OF_BOARD);
  board = g_array_index (work.boards, QdId, 0);
  qd_store_close (work.store);

  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      double subject = load_board (work.scratch->path, board, N_CARDS_OF_BOARD);
      double ratio = subject / read_rows (work.scratch->path, board, N_CARDS_OF_BOARD);

      if (round == 0)
        continue;
      g_array_append_val (ratios, ratio);
      g_array_append_val (subjects, subject);
    }
  report ("board-10000", ratios, BOARD_LIMIT, median (subjects));
  work_end (&work);
}

/* A quarter of work: mostly moves and check-ins, each as somebody does it. */
static void
fill_log (Work *work)
{
  guint n_changes = 0;

  for (guint i = 0; i < N_BOARDS_OF_LOG; i++)
    add_board (work, N_CARDS_OF_LOG);

  while (n_changes < N_CHANGES_OF_LOG)
    {
      QdId card = pick (work, work->cards);
      g_autoptr (QdTransaction) transaction = NULL;
      QdId checkin;

      if (g_rand_int_range (work->rand, 0, 3) > 0)
        {
          move (work, card);
          n_changes++;
          continue;
        }
      transaction = qd_transaction_new (work->store, QD_TRANSACTION_EDIT);
      checkin = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);
      qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, card);
      qd_transaction_set_day (transaction, checkin, QD_FIELD_CHECKIN_DAY,
                              qd_day_new (2026, 10, 1) + n_changes / 20000);
      qd_transaction_set_real (transaction, checkin, QD_FIELD_CHECKIN_VALUE,
                               g_rand_double (work->rand));
      qd_transaction_set_text (transaction, checkin, QD_FIELD_CHECKIN_NOTE, "On the way.");
      commit (transaction);
      n_changes += 5;
    }
}

/* Looks back to when half of the log was written. */
static void
look_back (Work *work)
{
  g_autoptr (GArray) figures = new_figures ();
  gint64 instant = 0;

  g_assert_true (qd_db_get_integer (qd_store_get_db (work->store), NULL, &instant,
                                    "SELECT at FROM tx WHERE rid=1 AND seq="
                                    "(SELECT head/2 FROM stream)", ""));
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QdBoard) board = NULL;
      const double started = now_us ();
      double took;

      board = qd_history_board_at (work->store, g_array_index (work->boards, QdId, round),
                                   instant, &error);
      took = now_us () - started;
      g_assert_no_error (error);
      g_array_append_val (figures, took);
    }
  printf ("bench log-as-of: %.1f ms for a board of about %d cards\n", median (figures) / 1000,
          N_CARDS_OF_LOG);
}

static void
bench_log (void)
{
  gint64 n_changes = 0;
  GStatBuf status;
  Work work;

  work_begin (&work, QD_OPEN_WITHOUT_MODELS);
  fill_log (&work);
  qd_store_close (work.store);
  g_object_unref (work.store);
  work.store = fixture_open (work.scratch->path, NULL);
  g_assert_true (qd_db_get_integer (qd_store_get_db (work.store), NULL, &n_changes,
                                    "SELECT count(*) FROM chg", ""));
  g_assert_cmpint (g_stat (work.scratch->path, &status), ==, 0);
  printf ("bench log-bytes: %.0f a change, in a file of %.0f MiB with %.2f million changes\n",
          (double) status.st_size / (double) n_changes, (double) status.st_size / 1048576,
          (double) n_changes / 1e6);

  look_back (&work);
  fixture_load_board (work.store, g_array_index (work.boards, QdId, 0));
  compare_moves (&work, "log-move-commit");
  work_end (&work);
}

int
main (int    argc,
      char **argv)
{
  bench_move ();
  bench_board ();
  bench_log ();

  return EXIT_SUCCESS;
}
