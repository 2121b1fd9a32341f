/* Which device a copy of a file is: one that was moved is the same, one that was
 * copied is another, and what the file tells of its place tells nothing else.
 */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "state-dump.h"
#include "store-fixture.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId card;
} Fixture;

/* Three entries: a board, an objective, a card. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  QdId objective;

  fixture->scratch = scratch_new ();
  fixture->clock.now = FIXTURE_NOW;
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture->board = fixture_new_board (fixture->store, "Growth");
  fixture_load_board (fixture->store, fixture->board);
  objective = qd_edit_new_objective (fixture->store, fixture->board, "Delight", "Why", 3,
                                     QD_ID_NONE, NULL);
  fixture->card = qd_edit_new_card (fixture->store,
                                    fixture_column (fixture->store, fixture->board, 0),
                                    "Raise NPS", objective, NULL, NULL);
  g_assert_cmpint (fixture->card, !=, QD_ID_NONE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

static const char *
title_of (QdStore *store,
          QdId     id)
{
  return qd_entity_get_title (qd_store_lookup (store, id));
}

static char *
read_streams (const char *path)
{
  return fixture_text (path, "SELECT group_concat(dev||':'||mine||':'||head, ' ') FROM"
                       " (SELECT * FROM stream ORDER BY rid)");
}

/* The file on its own place goes on as the same device, also under a new name. */
static void
test_same_device (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *before = read_streams (fixture->scratch->path);
  g_autofree char *after = NULL;
  g_autofree char *moved = scratch_name (fixture->scratch, "moved.db");

  g_assert_finalize_object (fixture->store);
  g_assert_cmpint (g_rename (fixture->scratch->path, moved), ==, 0);
  fixture->store = fixture_open (moved, &fixture->clock);
  after = read_streams (moved);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "Moved", NULL));
  g_assert_cmpint (scratch_count (moved, "stream"), ==, 1);
  g_assert_cmpint (scratch_ask (moved, "SELECT head FROM stream"), ==, 4);
}

/* A file of before the place was a digest is still known to be at home, and tells
 * of the machine no more once it was written.
 */
static void
test_early_place (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *path = fixture->scratch->path;
  g_autofree char *machine = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  struct statx status = { 0 };

  if (!g_file_get_contents ("/etc/machine-id", &machine, NULL, NULL))
    {
      g_test_skip ("This machine has no id");
      return;
    }
  g_strstrip (machine);
  place = fixture_text (path, "SELECT v FROM meta WHERE k='place'");
  g_assert_null (strstr (place, machine));

  g_assert_cmpint (statx (AT_FDCWD, path, 0, STATX_INO | STATX_BTIME, &status), ==, 0);
  sql = g_strdup_printf ("UPDATE meta SET v='%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT
                         ".%09u' WHERE k='place'", machine, (guint64) status.stx_ino,
                         (gint64) status.stx_btime.tv_sec, status.stx_btime.tv_nsec);
  scratch_execute (path, sql);

  name = qd_undo_dup_name (fixture->store);
  g_assert_cmpstr (name, ==, "Add “Raise NPS”");
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_CARD, fixture->card, "B", NULL));
  g_assert_cmpint (scratch_count (path, "stream"), ==, 1);
  g_free (place);
  place = fixture_text (path, "SELECT v FROM meta WHERE k='place'");
  g_assert_null (strstr (place, machine));
}

/* A copied file takes a new name before its first write, and leaves what it
 * found as it was. What was done before the copy cannot be undone in it, but
 * what is done in it can.
 */
static void
test_copied (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *copy = scratch_name (fixture->scratch, "copy.db");
  g_autofree char *entries = state_dump_entries (fixture->scratch->path);
  g_autofree char *entries_of_copy = NULL;
  g_autofree char *report = NULL;
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture_copy (fixture->scratch->path, copy);
  store = fixture_open (copy, &fixture->clock);
  fixture_load_board (store, fixture->board);
  g_assert_null (qd_undo_dup_name (store));
  g_assert_false (qd_undo_undo (store, NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_assert_cmpint (scratch_count (copy, "stream"), ==, 1);

  g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, fixture->card, "In the copy", NULL));
  g_assert_cmpint (scratch_ask (copy, "SELECT count(DISTINCT dev) FROM stream"), ==, 2);
  g_assert_cmpint (scratch_ask (copy, "SELECT count(*) FROM stream WHERE mine"), ==, 1);
  g_assert_cmpint (scratch_ask (copy, "SELECT head FROM stream WHERE mine"), ==, 1);
  scratch_execute (copy, "DELETE FROM tx WHERE rid=(SELECT rid FROM stream WHERE mine)");
  entries_of_copy = state_dump_entries (copy);
  g_assert_cmpstr (entries_of_copy, ==, entries);
}

static void
test_undo_in_copy (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *copy = scratch_name (fixture->scratch, "copy.db");
  g_autofree char *report = NULL;
  g_autoptr (QdStore) store = NULL;

  fixture_copy (fixture->scratch->path, copy);
  store = fixture_open (copy, &fixture->clock);
  fixture_load_board (store, fixture->board);
  g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, fixture->card, "In the copy", NULL));
  g_assert_true (qd_undo_undo (store, &report, NULL));
  g_assert_cmpstr (report, ==, "Undone: Rename “Raise NPS” to “In the copy”");
  g_assert_cmpstr (title_of (store, fixture->card), ==, "Raise NPS");
  g_assert_false (qd_undo_undo (store, NULL, NULL));

  /* The same copy, closed and opened, is not copied again. */
  g_assert_finalize_object (g_steal_pointer (&store));
  store = fixture_open (copy, &fixture->clock);
  g_assert_true (qd_undo_redo (store, NULL, NULL));
  g_assert_cmpint (scratch_count (copy, "stream"), ==, 2);
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/identity/same-device", test_same_device);
  add_test ("/identity/early-place", test_early_place);
  add_test ("/identity/copied", test_copied);
  add_test ("/identity/undo-in-copy", test_undo_in_copy);

  return g_test_run ();
}
