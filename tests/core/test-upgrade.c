/* Every format that was ever written, as a dump in fixtures/format-N.sql: opening
 * it makes a backup, brings it to exactly today's tables, and shows everything.
 */

#include "config.h"

#include <string.h>

#include "scratch.h"
#include "store/qd-backup.h"
#include "store/qd-db.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-view.h"
#include "store/qd-schema.h"
#include "store/qd-search.h"
#include "store/qd-undo.h"

static void
load_fixture (Scratch *scratch,
              int      format)
{
  g_autofree char *name = g_strdup_printf ("format-%d.sql", format);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  scratch_execute (scratch->path, "PRAGMA journal_mode=WAL");
  scratch_execute (scratch->path, sql);
  g_assert_cmpint (scratch_ask (scratch->path, "PRAGMA user_version"), ==, format);
}

static char *
dump_schema (const char *path)
{
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_ONLY, NULL);
  GString *dump = g_string_new (NULL);
  sqlite3_stmt *row;

  g_assert_nonnull (db);
  row = qd_db_query (db, NULL,
                     "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
                     "");
  while (qd_db_next (db, row, NULL))
    g_string_append_printf (dump, "%s|%s|%s|%s\n", qd_db_text (row, 0), qd_db_text (row, 1),
                            qd_db_text (row, 2), qd_db_text (row, 3));

  return g_string_free (dump, FALSE);
}

static void
assert_schema_is_todays (Scratch *scratch)
{
  g_autoptr (Scratch) fresh = scratch_new ();
  g_autofree char *upgraded = NULL;
  g_autofree char *todays = NULL;

  scratch_fill (fresh, 0);
  upgraded = dump_schema (scratch->path);
  todays = dump_schema (fresh->path);
  g_assert_cmpstr (upgraded, ==, todays);
  g_assert_cmpint (scratch_ask (scratch->path, "PRAGMA user_version"), ==, QD_SCHEMA_FORMAT);
}

static void
assert_backup (Scratch *scratch,
               int      format)
{
  g_autoptr (GPtrArray) backups = qd_backup_list (scratch->path, NULL);
  const QdBackup *backup;

  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpstr (backup->label, ==, "before-upgrade");
  g_assert_cmpint (scratch_ask (backup->path, "PRAGMA user_version"), ==, format);
  g_assert_cmpint (scratch_count (backup->path, "tx"), ==, scratch_count (scratch->path, "tx"));
  scratch_assert_sound (backup->path);
}

static void
assert_finds (QdStore    *store,
              const char *words,
              const char *title)
{
  g_autoptr (GPtrArray) hits = qd_search_words (store, words, 10, NULL);

  g_assert_nonnull (hits);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((QdHit *) hits->pdata[0])->title, ==, title);
}

static void
test_format_1 (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QdStore) store = NULL;

  load_fixture (scratch, 1);
  store = qd_store_open (scratch->path, QD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (qd_store_get_read_only (store));

  assert_schema_is_todays (scratch);
  assert_backup (scratch, 1);
  scratch_assert_sound (scratch->path);

  g_assert_cmpint (scratch_ask (scratch->path,
                                "SELECT count(*) FROM card JOIN \"column\" AS k"
                                " ON k.id=card.parent WHERE k.role=1"), ==, 2);
  g_assert_cmpint (scratch_ask (scratch->path,
                                "SELECT current*10 FROM card WHERE title LIKE 'Churn%'"), ==, 26);
  assert_finds (store, "promoter", "Raise the net promoter score from 22 to 40");
  assert_finds (store, "sales bring", "Customers stay because we solve what hurts");
  assert_finds (store, "price change", "");

  /* Work goes on: a copy on another disk, so as another device. */
  scratch_add_card (store, "After the upgrade");
  g_assert_true (qd_undo_undo (store, NULL, NULL));
  scratch_assert_sound (scratch->path);
}

static void
assert_asks (Scratch    *scratch,
             const char *sql,
             gint64      expected)
{
  g_test_message ("%s", sql);
  g_assert_cmpint (scratch_ask (scratch->path, sql), ==, expected);
}

/* What it shows is what it showed, and what cards show of their check-ins since. */
static void
test_format_2 (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;
  gint64 n_entries;
  QdId card;

  load_fixture (scratch, 2);
  n_entries = scratch_count (scratch->path, "tx");
  store = scratch_open (scratch);
  assert_schema_is_todays (scratch);
  assert_backup (scratch, 2);
  scratch_assert_sound (scratch->path);

  g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, n_entries);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 6);
  g_assert_cmpint (scratch_count (scratch->path, "objective"), ==, 2);
  assert_asks (scratch, "SELECT count(*) FROM card WHERE checked='2026-10-09'", 4);
  assert_asks (scratch, "SELECT count(*) FROM card WHERE readings='2026-10-09 4.5'", 1);
  assert_asks (scratch, "SELECT count(*) FROM card WHERE readings IS NULL", 2);
  assert_asks (scratch, "SELECT sum(blocked+n_milestones+n_waiting+n_comments) FROM card", 0);
  assert_asks (scratch, "SELECT count(*) FROM board WHERE cadence IS NULL", 1);
  assert_finds (store, "promoter", "Raise the net promoter score from 22 to 40");
  assert_finds (store, "price change", "");

  /* What came with the new format can be used. */
  card = scratch_ask (scratch->path, "SELECT id FROM card WHERE title LIKE 'Churn%'");
  g_assert_cmpint (qd_edit_new_phase (store, card, qd_day_new (2026, 11, 1), 2, NULL), !=,
                   QD_ID_NONE);
  g_assert_cmpint (qd_edit_new_milestone (store, card, "Ask them", NULL), !=, QD_ID_NONE);
  assert_asks (scratch, "SELECT count(*) FROM card WHERE n_milestones=1"
                        " AND phases='2026-11-01 2.0'", 1);
  scratch_assert_sound (scratch->path);
}

/* What was said again on the same day is one reading now. */
static void
test_format_3 (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;
  gint64 n_entries;

  load_fixture (scratch, 3);
  n_entries = scratch_count (scratch->path, "tx");
  assert_asks (scratch, "SELECT count(*) FROM card WHERE readings LIKE '%-06 24.0%-06 2.2%'", 1);
  store = scratch_open (scratch);
  assert_schema_is_todays (scratch);
  assert_backup (scratch, 3);
  scratch_assert_sound (scratch->path);

  g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, n_entries);
  g_assert_cmpint (scratch_count (scratch->path, "checkin"), ==, 7);
  assert_asks (scratch, "SELECT count(*) FROM card WHERE current=2.2"
                        " AND readings LIKE '%-30 2.39%-06 2.2%'", 1);
  assert_asks (scratch, "SELECT count(*) FROM card WHERE readings LIKE '%24.0%'", 0);
  assert_finds (store, "slip", "");
}

/* A statement for each table of things that the file has: all of its columns, as text. */
static GPtrArray *
list_queries (const char *path)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_ONLY, NULL);

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    {
      const char *table = qd_field_get_table ((QdEntityKind) kind);
      sqlite3_stmt *row = qd_db_query (db, NULL,
                                       "SELECT group_concat('quote(' || name || ')', '||''|''||')"
                                       " FROM pragma_table_info(?1)", "s", table);

      g_assert_true (qd_db_next (db, row, NULL));
      if (qd_db_text (row, 0) != NULL)
        g_ptr_array_add (queries, g_strdup_printf ("SELECT '%s ' || %s FROM \"%s\" ORDER BY id",
                                                   table, qd_db_text (row, 0), table));
      sqlite3_reset (row);
    }

  return queries;
}

static char *
answer_queries (const char *path,
                GPtrArray  *queries)
{
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_ONLY, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < queries->len; i++)
    {
      sqlite3_stmt *row = qd_db_query (db, NULL, queries->pdata[i], "");

      while (qd_db_next (db, row, NULL))
        g_string_append_printf (text, "%s\n", qd_db_text (row, 0));
    }

  return g_string_free (text, FALSE);
}

/* What it shows is what it showed, to the last digit; views come with it. */
static void
test_format_4 (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GPtrArray) queries = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  QdViewDraft draft = { .title = "Weekly", .n_boards = 1 };
  QdReviewed reviewed = { .until = 1795356866708 };
  gint64 n_entries;
  QdId board;

  load_fixture (scratch, 4);
  n_entries = scratch_count (scratch->path, "tx");
  queries = list_queries (scratch->path);
  before = answer_queries (scratch->path, queries);
  g_assert_nonnull (strstr (before, "objective "));
  g_assert_nonnull (strstr (before, "'No report yet'"));
  store = scratch_open (scratch);
  assert_schema_is_todays (scratch);
  assert_backup (scratch, 4);
  scratch_assert_sound (scratch->path);

  after = answer_queries (scratch->path, queries);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, n_entries);
  g_assert_cmpint (scratch_count (scratch->path, "checkin"), ==, 9);
  assert_asks (scratch, "SELECT count(*) FROM card WHERE blocked=1 AND current=3", 1);
  assert_asks (scratch, "SELECT count(*) FROM board WHERE reviewed IS NOT NULL", 0);
  assert_asks (scratch, "SELECT count(*) FROM view", 0);
  assert_finds (store, "three languages", "");

  board = scratch_ask (scratch->path, "SELECT id FROM board");
  draft.boards = &board;
  g_assert_cmpint (qd_edit_new_view (store, &draft, NULL), !=, QD_ID_NONE);
  reviewed.board = board;
  g_assert_true (qd_edit_mark_reviewed (store, &reviewed, 1, NULL));
  assert_asks (scratch, "SELECT reviewed FROM board", 1795356866708);
  assert_asks (scratch, "SELECT count(*) FROM view WHERE title='Weekly' AND rank<>''", 1);
  scratch_assert_sound (scratch->path);
}

/* What it shows is what it showed; what is archived was archived, not put on the shelf. */
static void
test_format_5 (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GPtrArray) queries = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n_entries;

  load_fixture (scratch, 5);
  n_entries = scratch_count (scratch->path, "tx");
  queries = list_queries (scratch->path);
  before = answer_queries (scratch->path, queries);
  g_assert_nonnull (strstr (before, "'Weekly'"));
  store = scratch_open (scratch);
  assert_schema_is_todays (scratch);
  assert_backup (scratch, 5);
  scratch_assert_sound (scratch->path);

  after = answer_queries (scratch->path, queries);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, n_entries);
  assert_asks (scratch, "SELECT count(*) FROM card WHERE archived=1", 1);
  assert_asks (scratch, "SELECT count(*) FROM board WHERE closed IS NOT NULL", 0);
  assert_asks (scratch, "SELECT count(*) FROM card WHERE coalesce(grade, learning, decision,"
                        " continues, shelf_reason, grade_reason) IS NOT NULL", 0);
}

/* Where no backup can be made, the file stays as it is. */
static void
test_no_backup (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *backups = g_strconcat (scratch->path, ".backups", NULL);
  g_autoptr (GError) error = NULL;

  load_fixture (scratch, 1);
  g_assert_true (g_file_set_contents (backups, "in the way", -1, NULL));
  g_assert_null (qd_store_open (scratch->path, QD_OPEN_DEFAULT, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_READ_ONLY);
  g_assert_cmpint (scratch_ask (scratch->path, "PRAGMA user_version"), ==, 1);
}

/* A kind of thing that has come since has no table yet. */
static void
test_new_kind (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;

  load_fixture (scratch, 1);
  scratch_execute (scratch->path, "DROP TABLE dependency");
  store = scratch_open (scratch);
  assert_schema_is_todays (scratch);
}

static void
test_every_format (void)
{
  for (int format = 1; format < QD_SCHEMA_FORMAT; format++)
    {
      g_autoptr (Scratch) scratch = scratch_new ();
      g_autoptr (QdStore) store = NULL;

      load_fixture (scratch, format);
      store = scratch_open (scratch);
      assert_schema_is_todays (scratch);
      assert_backup (scratch, format);
      scratch_assert_sound (scratch->path);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/upgrade/format-1", test_format_1);
  g_test_add_func ("/upgrade/format-2", test_format_2);
  g_test_add_func ("/upgrade/format-3", test_format_3);
  g_test_add_func ("/upgrade/format-4", test_format_4);
  g_test_add_func ("/upgrade/format-5", test_format_5);
  g_test_add_func ("/upgrade/no-backup", test_no_backup);
  g_test_add_func ("/upgrade/new-kind", test_new_kind);
  g_test_add_func ("/upgrade/every-format", test_every_format);

  return g_test_run ();
}
