/* Typing: what one person types into one field without a pause is one entry of
 * the log and one undo step, and what was typed back to where it began is
 * nothing at all. Other windows on the file follow.
 */

#include "config.h"

#include "model/qd-card.h"
#include "state-dump.h"
#include "store-fixture.h"
#include "store/qd-edit.h"
#include "store/qd-ingest.h"
#include "store/qd-search.h"
#include "store/qd-undo.h"

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId column;
  QdId card;
  QdId other_card;
  gint64 n_entries;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->scratch = scratch_new ();
  fixture->clock.now = FIXTURE_NOW;
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture->board = fixture_new_board (fixture->store, "Growth");
  fixture_load_board (fixture->store, fixture->board);
  fixture->column = fixture_column (fixture->store, fixture->board, 0);
  fixture->card = fixture_new_card (fixture->store, fixture->column, "First");
  fixture->other_card = fixture_new_card (fixture->store, fixture->column, "Second");
  fixture->n_entries = scratch_count (fixture->scratch->path, "tx");
  fixture->clock.now += 60000;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *tables = state_dump_tables (fixture->scratch->path);
  g_autofree char *expected = state_dump_from_payloads (fixture->scratch->path);

  state_assert_same ("The projections and what the log says", tables, expected);
  state_assert_search (fixture->scratch->path);
  state_assert_log (fixture->scratch->path);
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

static void
type_in (QdStore    *store,
         QdId        card,
         QdField     field,
         const char *text)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  g_autoptr (GError) error = NULL;

  qd_transaction_coalesce (transaction);
  qd_transaction_set_text (transaction, card, field, text);
  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

/* A second later. */
static void
type (Fixture    *fixture,
      const char *text)
{
  fixture->clock.now += 1000;
  type_in (fixture->store, fixture->card, QD_FIELD_CARD_DESCRIPTION, text);
}

static void
assert_shows (QdStore    *store,
              QdId        card,
              const char *text)
{
  QdEntity *model = qd_store_lookup (store, card);

  g_assert_cmpstr (qd_card_get_description (QD_CARD (model)), ==, text);
}

/* How many entries there are beyond those that were there at first. */
static void
assert_entries (Fixture *fixture,
                gint64   n)
{
  g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, fixture->n_entries + n);
}

static void
test_one_entry (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *change = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strnfill (i + 1, 'x');

      type (fixture, text);
      assert_shows (fixture->store, fixture->card, text);
      assert_entries (fixture, 1);
    }
  change = fixture_text (fixture->scratch->path,
                         "SELECT json_extract(payload,'$.c[0][2]') IS NULL AND"
                         " json_extract(payload,'$.c[0][3]')='xxxxxxxxxxxxxxxxxxxx'"
                         " FROM tx ORDER BY seq DESC LIMIT 1");
  g_assert_cmpstr (change, ==, "1");

  /* The whole of it is one step. */
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_shows (fixture->store, fixture->card, "");
  g_assert_true (qd_undo_redo (fixture->store, NULL, NULL));
  assert_shows (fixture->store, fixture->card, "xxxxxxxxxxxxxxxxxxxx");
}

static void
test_pause (Fixture       *fixture,
            gconstpointer  data)
{
  type (fixture, "a");
  fixture->clock.now += 29000;
  type (fixture, "ab");
  assert_entries (fixture, 1);
  fixture->clock.now += 29001;
  type (fixture, "abc");
  assert_entries (fixture, 2);

  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_shows (fixture->store, fixture->card, "ab");
}

/* A clock that was set back says nothing about a pause. */
static void
test_clock_set_back (Fixture       *fixture,
                     gconstpointer  data)
{
  type (fixture, "a");
  fixture->clock.now -= 5000;
  type (fixture, "ab");
  assert_entries (fixture, 2);
  assert_shows (fixture->store, fixture->card, "ab");
}

static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  type (fixture, "a");
  type_in (fixture->store, fixture->card, QD_FIELD_CARD_TITLE, "Other");
  assert_entries (fixture, 2);
  type_in (fixture->store, fixture->other_card, QD_FIELD_CARD_TITLE, "Other");
  assert_entries (fixture, 3);
  type (fixture, "ab");
  assert_entries (fixture, 4);
}

/* Only one who types goes on with what was typed. */
static void
test_not_typed (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);

  type (fixture, "a");
  qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_DESCRIPTION, "pasted");
  g_assert_true (qd_transaction_commit (transaction, NULL));
  assert_entries (fixture, 2);

  qd_transaction_coalesce (transaction);
  qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_DESCRIPTION, "two");
  qd_transaction_set_text (transaction, fixture->card, QD_FIELD_CARD_UNIT, "fields");
  g_assert_true (qd_transaction_commit (transaction, NULL));
  assert_entries (fixture, 3);
  type (fixture, "one");
  assert_entries (fixture, 4);
}

static void
test_after_undo (Fixture       *fixture,
                 gconstpointer  data)
{
  type (fixture, "a");
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  type (fixture, "b");
  assert_entries (fixture, 3);
  g_assert_null (qd_redo_dup_name (fixture->store));
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  g_assert_true (qd_undo_redo (fixture->store, NULL, NULL));
  type (fixture, "c");
  assert_entries (fixture, 6);
  assert_shows (fixture->store, fixture->card, "c");
}

/* What somebody else may have is not touched any more. */
static void
test_published (Fixture       *fixture,
                gconstpointer  data)
{
  type (fixture, "a");
  scratch_execute (fixture->scratch->path, "UPDATE stream SET published=head");
  type (fixture, "ab");
  type (fixture, "abc");
  assert_entries (fixture, 2);
}

static void
test_typed_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *before = state_dump_entries (fixture->scratch->path);
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  type (fixture, "peculiar");
  type (fixture, "");
  assert_shows (fixture->store, fixture->card, "");
  after = state_dump_entries (fixture->scratch->path);
  g_assert_cmpstr (after, ==, before);
  hits = qd_search_words (fixture->store, "peculiar", 5, NULL);
  g_assert_cmpuint (hits->len, ==, 0);

  /* And once more from there. */
  type (fixture, "again");
  assert_entries (fixture, 1);
  assert_shows (fixture->store, fixture->card, "again");
  type (fixture, "");
  assert_entries (fixture, 0);
  name = qd_undo_dup_name (fixture->store);
  g_assert_cmpstr (name, ==, "Add “Second”");
}

/* Behind what was typed back lies what was typed before a pause. */
static void
test_typed_back_twice (Fixture       *fixture,
                       gconstpointer  data)
{
  type (fixture, "one");
  fixture->clock.now += 60000;
  type (fixture, "one two");
  assert_entries (fixture, 2);
  type (fixture, "one");
  assert_entries (fixture, 1);
  assert_shows (fixture->store, fixture->card, "one");
  type (fixture, "one too");
  assert_entries (fixture, 2);
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_shows (fixture->store, fixture->card, "one");
}

/* The same key twice. */
static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  type (fixture, "a");
  type (fixture, "a");
  assert_entries (fixture, 1);
  assert_shows (fixture->store, fixture->card, "a");
}

/* Another window sees what is typed over, taken back, and written after that. */
static void
test_other_window (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (QdStore) other = fixture_open (fixture->scratch->path, &fixture->clock);
  QdId third;

  fixture_load_board (other, fixture->board);

  type (fixture, "a");
  g_assert_true (qd_store_catch_up (other, NULL));
  assert_shows (other, fixture->card, "a");
  type (fixture, "ab");
  g_assert_true (qd_store_catch_up (other, NULL));
  assert_shows (other, fixture->card, "ab");

  /* Typed over, and then something else. */
  type (fixture, "abc");
  third = fixture_new_card (fixture->store, fixture->column, "Third");
  g_assert_true (qd_store_catch_up (other, NULL));
  assert_shows (other, fixture->card, "abc");
  g_assert_nonnull (qd_store_lookup (other, third));

  /* Taken back. */
  type (fixture, "x");
  g_assert_true (qd_store_catch_up (other, NULL));
  assert_shows (other, fixture->card, "x");
  type (fixture, "abc");
  g_assert_true (qd_store_catch_up (other, NULL));
  assert_shows (other, fixture->card, "abc");

  /* Taken back, and then something else under the same number. */
  type (fixture, "y");
  g_assert_true (qd_store_catch_up (other, NULL));
  type (fixture, "abc");
  type_in (fixture->store, fixture->other_card, QD_FIELD_CARD_DESCRIPTION, "z");
  g_assert_true (qd_store_catch_up (other, NULL));
  assert_shows (other, fixture->card, "abc");
  assert_shows (other, fixture->other_card, "z");

  /* Both type into the same field. */
  type (fixture, "from here");
  fixture->clock.now += 1000;
  type_in (other, fixture->card, QD_FIELD_CARD_DESCRIPTION, "from there");
  assert_shows (other, fixture->card, "from there");
  g_assert_true (qd_store_catch_up (fixture->store, NULL));
  assert_shows (fixture->store, fixture->card, "from there");
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* What another device wrote stands in the field by now, and is what one goes on
 * from, or back to.
 */
static void
test_other_device (Fixture       *fixture,
                   gconstpointer  data)
{
  FixtureClock later = { FIXTURE_NOW + 3600000 };
  g_autofree char *path = scratch_name (fixture->scratch, "copy.db");
  g_autoptr (QdStore) copy = NULL;
  g_autoptr (GPtrArray) parcels = NULL;

  fixture_copy (fixture->scratch->path, path);
  copy = fixture_open (path, &later);
  type_in (copy, fixture->card, QD_FIELD_CARD_DESCRIPTION, "theirs");
  parcels = qd_ingest_list (copy, NULL);

  type (fixture, "mine");
  g_assert_true (qd_ingest (fixture->store, parcels, NULL));
  assert_shows (fixture->store, fixture->card, "theirs");
  type (fixture, "theirs");
  assert_shows (fixture->store, fixture->card, "theirs");
  {
    g_autofree char *shown = fixture_text (fixture->scratch->path,
                                           "SELECT description FROM card WHERE title='First'");

    g_assert_cmpstr (shown, ==, "theirs");
  }
  type (fixture, "theirs and mine");
  assert_shows (fixture->store, fixture->card, "theirs and mine");
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_shows (fixture->store, fixture->card, "theirs");
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

  add_test ("/typing/one-entry", test_one_entry);
  add_test ("/typing/pause", test_pause);
  add_test ("/typing/clock-set-back", test_clock_set_back);
  add_test ("/typing/elsewhere", test_elsewhere);
  add_test ("/typing/not-typed", test_not_typed);
  add_test ("/typing/after-undo", test_after_undo);
  add_test ("/typing/published", test_published);
  add_test ("/typing/typed-back", test_typed_back);
  add_test ("/typing/typed-back-twice", test_typed_back_twice);
  add_test ("/typing/same", test_same);
  add_test ("/typing/other-window", test_other_window);
  add_test ("/typing/other-device", test_other_device);

  return g_test_run ();
}
