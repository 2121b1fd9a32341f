/* What the store costs, as ratios to bare SQLite in the same run: committing the
 * move of a card, to a transaction that writes the very same bytes into a file
 * of the same tables and indices with prepared statements; loading a board of
 * 10,000 cards, to reading the same columns of the same rows. Then, in a log of
 * 1,000,000 changes, the same move, and looking back at a board, to reading the
 * cells that say what it was. Arguments name what to measure; without any, that
 * is everything.
 *
 * Floor and subject take turns, and medians are compared: a machine that becomes
 * slow becomes slow for both. It fails where something does not work; a ratio
 * above its limit it only tells.
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "figures.h"
#include "model/qd-column.h"
#include "store-fixture.h"
#include "store/qd-edit.h"
#include "store/qd-history.h"
#include "store/qd-past-store.h"
#include "store/qd-store-private.h"
#include "work.h"

#define MOVE_LIMIT 2.5
#define BOARD_LIMIT 4.0
#define AS_OF_LIMIT 3.0

#define N_ROUNDS 15
#define N_ROUNDS_OF_ALL 5
#define MOVES_A_ROUND 200
#define N_CARDS_OF_MOVES 1000
#define N_CARDS_OF_BOARD 10000

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
  gint64 seq; /* of the last entry */
} Bare;

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
        double      subject_us)
{
  g_autofree char *note = g_strdup_printf ("%.3f ms", subject_us / 1000);

  figures_report (name, ratios, limit, note);
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
  bare->seq = sqlite3_column_int64 (entry, 1);
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

  qd_edit_move (work->store, QD_ENTITY_CARD, card, work_pick (work, work->columns),
                (QdSide) g_rand_int_range (work->rand, 0, 4), work_pick (work, work->cards), &error);
  took = now_us () - started;
  g_assert_no_error (error);

  return took;
}

/* Whether there is a new entry, which moves this card alone: it may have stood
 * there already, or others may have had to make room.
 */
static gboolean
is_plain_move (Work       *work,
               const Bare *bare,
               QdId        card)
{
  gint64 plain = 0;

  return qd_db_get_integer (qd_store_get_db (work->store), NULL, &plain,
                            "SELECT json_array_length(payload,'$.c')=1"
                            " AND json_extract(payload,'$.c[0][0]')=?1 FROM tx WHERE rid=1"
                            " AND seq>?2 ORDER BY seq DESC LIMIT 1", "ii", card,
                            bare->seq) && plain;
}

static void
compare_moves (Work       *work,
               const char *name)
{
  g_autoptr (GArray) ratios = figures_new ();
  g_autoptr (GArray) medians = figures_new ();
  Bare bare = { 0 };

  bare_begin (&bare, work);
  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      g_autoptr (GArray) subject = figures_new ();
      g_autoptr (GArray) floor = figures_new ();
      double ratio, typical;

      for (guint i = 0; i < MOVES_A_ROUND; i++)
        {
          QdId card = work_pick (work, work->cards);
          double took = move (work, card);

          if (!is_plain_move (work, &bare, card))
            continue;
          g_array_append_val (subject, took);
          took = bare_move (&bare, work, card);
          g_array_append_val (floor, took);
        }
      typical = figures_median (subject);
      ratio = typical / figures_median (floor);

      /* The first round warms up. */
      if (round == 0)
        continue;
      g_array_append_val (ratios, ratio);
      g_array_append_val (medians, typical);
    }
  bare_end (&bare);

  report (name, ratios, MOVE_LIMIT, figures_median (medians));
}

static void
bench_move (void)
{
  Work work;

  work_begin (&work, QD_OPEN_DEFAULT);
  work_add_board (&work, N_CARDS_OF_MOVES);
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
    " c.owner, c.metric, c.baseline, c.target, c.unit, c.measurement, c.weight, c.upper, c.result,"
    " c.current, c.checked, c.confidence, c.blocked, c.readings, c.phases, c.n_milestones,"
    " c.n_done, c.n_waiting, c.n_escalated, c.n_comments, c.answers"
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
  g_autoptr (GArray) ratios = figures_new ();
  g_autoptr (GArray) subjects = figures_new ();
  QdId board;
  Work work;

  work_begin (&work, QD_OPEN_WITHOUT_MODELS);
  work_add_board (&work, N_CARDS_OF_BOARD);
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
  report ("board-10000", ratios, BOARD_LIMIT, figures_median (subjects));
  work_end (&work);
}

/* All ids that a query names, for a thing and an instant. */
static void
collect_ids (Work       *work,
             GArray     *ids,
             const char *sql,
             QdId        of,
             gint64      stamp)
{
  QdDb *db = qd_store_get_db (work->store);
  sqlite3_stmt *row = qd_db_query (db, NULL, sql, "ii", of, stamp);

  while (qd_db_next (db, row, NULL))
    {
      QdId id = sqlite3_column_int64 (row, 0);

      g_array_append_val (ids, id);
    }
}

/* Of which things all cells say what a board was, and which cards it is whose place
 * says whether they stood there.
 */
static void
collect_cells (Work    *work,
               QdBoard *board,
               gint64   stamp,
               GArray  *things,
               GArray  *cards)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  QdOrderedList *objectives = qd_board_get_objectives (board);
  QdId id = qd_entity_get_id (QD_ENTITY (board));

  g_array_append_val (things, id);
  collect_ids (work, cards,
               "SELECT DISTINCT c.ent FROM \"column\" AS k CROSS JOIN chg AS c"
               " ON c.value>=k.id||'/' AND c.value<k.id||'0' AND c.field=603 AND c.stamp<=?2"
               " WHERE k.parent=?1 ORDER BY c.ent", id, stamp);
  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    {
      id = qd_entity_get_id (qd_ordered_list_peek (objectives, i));
      g_array_append_val (things, id);
    }
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);

      id = qd_entity_get_id (QD_ENTITY (column));
      g_array_append_val (things, id);
      for (guint j = 0; j < qd_ordered_list_get_length (qd_column_get_cards (column)); j++)
        {
          id = qd_entity_get_id (qd_ordered_list_peek (qd_column_get_cards (column), j));
          g_array_append_val (things, id);
          collect_ids (work, things, "SELECT ent FROM chg WHERE value=?1 AND field=803"
                       " AND stamp<=?2", id, stamp);
        }
    }
}

/* Steps through what a query has for each id, and returns how many rows that were. */
static guint
read_cells (QdDb       *db,
            const char *sql,
            GArray     *ids,
            gint64      stamp)
{
  guint n_rows = 0;
  gint64 sum = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      sqlite3_stmt *row = qd_db_query (db, NULL, sql, "ii", g_array_index (ids, QdId, i), stamp);

      for (; sqlite3_step (row) == SQLITE_ROW; n_rows++)
        sum += sqlite3_column_type (row, 1) == SQLITE_TEXT
                 ? *sqlite3_column_text (row, 1) : sqlite3_column_int64 (row, 1);
    }
  g_assert_cmpint (sum, !=, 0);

  return n_rows;
}

/* The time to read, without the store, the cells that say what boards were. */
static double
bare_look_back (Work   *work,
                GArray *things,
                GArray *cards,
                gint64  stamp)
{
  const double started = now_us ();
  g_autoptr (QdDb) db = qd_db_open (work->scratch->path, QD_DB_READ_ONLY, NULL);

  g_assert_true (qd_db_begin_read (db, NULL));
  g_assert_cmpuint (read_cells (db, "SELECT rid, value FROM chg WHERE ent=?1 AND field=603"
                                " AND stamp<=?2 ORDER BY stamp DESC LIMIT 1", cards, stamp),
                    ==, cards->len);
  g_assert_cmpuint (read_cells (db, "SELECT field, value FROM chg WHERE ent=?1 AND stamp<=?2",
                                things, stamp), >, things->len);

  return now_us () - started;
}

static void
look_back (Work   *work,
           gint64  instant)
{
  const gint64 stamp = instant << 16 | 0xffff;
  g_autoptr (GArray) ratios = figures_new ();
  g_autoptr (GArray) subjects = figures_new ();

  for (guint round = 0; round <= N_ROUNDS; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QdBoard) board = NULL;
      g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (QdId));
      g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (QdId));
      const double started = now_us ();
      double subject, ratio;

      board = qd_history_board_at (work->store, g_array_index (work->boards, QdId, round),
                                   instant, &error);
      subject = now_us () - started;
      g_assert_no_error (error);
      collect_cells (work, board, stamp, things, cards);
      ratio = subject / bare_look_back (work, things, cards, stamp);
      if (round == 0)
        continue;
      g_array_append_val (ratios, ratio);
      g_array_append_val (subjects, subject);
    }
  report ("log-as-of", ratios, AS_OF_LIMIT, figures_median (subjects));
}

/* All boards at once: what a thread reads. */
static void
look_back_at_all (Work   *work,
                  gint64  instant)
{
  const gint64 stamp = instant << 16 | 0xffff;
  g_autoptr (QdStore) past = qd_past_store_new (work->store);
  g_autoptr (GArray) ratios = figures_new ();
  g_autoptr (GArray) subjects = figures_new ();
  g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (QdId));
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (QdId));

  for (guint round = 0; round <= N_ROUNDS_OF_ALL; round++)
    {
      double started = now_us ();
      double subject;
      QdPastState *state;

      state = qd_past_state_read (work->scratch->path,
                                  (const QdId *) (gpointer) work->boards->data,
                                  work->boards->len, instant, NULL, NULL);
      g_assert_nonnull (state);
      subject = now_us () - started;
      g_assert_true (qd_past_store_show (past, state, NULL));
      for (guint i = 0; round == 0 && i < work->boards->len; i++)
        collect_cells (work, fixture_load_board (past, g_array_index (work->boards, QdId, i)),
                       stamp, things, cards);
      if (round == 0)
        continue;
      figures_add (ratios, subject, bare_look_back (work, things, cards, stamp));
      g_array_append_val (subjects, subject);
    }
  report ("log-as-of-20-boards", ratios, AS_OF_LIMIT, figures_median (subjects));
}

/* From here on, somebody has one of the boards open and works on that. */
static void
look_at_one (Work *work)
{
  const QdId board = g_array_index (work->boards, QdId, 0);

  fixture_load_board (work->store, board);
  g_array_set_size (work->columns, 0);
  g_array_set_size (work->cards, 0);
  collect_ids (work, work->columns, "SELECT id FROM \"column\" WHERE parent=?1 AND ?2 IS ?2",
               board, 0);
  collect_ids (work, work->cards, "SELECT c.id FROM card AS c JOIN \"column\" AS k"
               " ON c.parent=k.id WHERE k.parent=?1 AND ?2 IS ?2", board, 0);
}

static void
bench_log (void)
{
  gint64 instant;
  Work work;

  work_begin (&work, QD_OPEN_WITHOUT_MODELS);
  instant = work_fill (&work);
  qd_store_close (work.store);
  g_object_unref (work.store);
  work.store = fixture_open (work.scratch->path, NULL);

  look_back (&work, instant);
  look_back_at_all (&work, instant);
  look_at_one (&work);
  compare_moves (&work, "log-move-commit");
  work_end (&work);
}

static const struct
{
  const char *name;
  void (*run) (void);
} benchmarks[] = {
  { "move-commit", bench_move },
  { "board-10000", bench_board },
  { "log", bench_log },
};

static gboolean
is_wanted (const char  *name,
           char       **names)
{
  return names[0] == NULL || g_strv_contains ((const char * const *) names, name);
}

int
main (int    argc,
      char **argv)
{
  guint n_run = 0;

  for (guint i = 0; i < G_N_ELEMENTS (benchmarks); i++)
    if (is_wanted (benchmarks[i].name, argv + 1))
      {
        benchmarks[i].run ();
        n_run++;
      }

  if (n_run == 0)
    fprintf (stderr, "There are move-commit, board-10000 and log.\n");

  return n_run > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
