/* A board that is closed stays as it was, whoever asks: by the edits, by every field of
 * the registry, by an import, by undo, and at random; and reopening it brings back all.
 *
 * The edits of a key result are refused one by one in test-edit-card.c.
 */

#include "config.h"

#include <math.h>

#include "card-fixture.h"
#include "state-dump.h"
#include "store-random.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-close.h"
#include "store/qd-edit-shelf.h"
#include "store/qd-edit-view.h"
#include "store/qd-edit.h"
#include "store/qd-field.h"
#include "store/qd-transaction.h"
#include "store/qd-undo.h"

#define N_HISTORIES(n) (g_test_thorough () ? 20 * (n) : (n))
#define N_STEPS 60

#define CLOSED "The board “Growth” is closed. Reopen it to change it."

static void
close_board (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  qd_edit_set_grade (fixture->store, fixture->card, 0.2, "Too few answers", &error);
  g_assert_no_error (error);
  qd_edit_set_decision (fixture->store, fixture->card, QD_DECISION_SHELVE, &error);
  g_assert_no_error (error);
  qd_edit_close_board (fixture->store, fixture->board, card_fixture_day (31), &error);
  g_assert_no_error (error);
}

/* Nothing was written, and nobody is kept from writing. */
static void
assert_refused (Fixture    *fixture,
                gboolean    done,
                GError     *error,
                const char *before)
{
  g_autofree char *after = card_fixture_dump (fixture);

  g_assert_false (done);
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, CLOSED);
  state_assert_same ("The closed board and that board after an edit", before, after);
  scratch_execute (fixture->scratch->path, "BEGIN IMMEDIATE; COMMIT");
}

#define EDIT(name, call) \
  static gboolean \
  name (Fixture  *fixture, \
        QdId      other, \
        GError  **error) \
  { \
    QdStore *store = fixture->store; \
    return (call); \
  }
#define NEW(call) ((call) != QD_ID_NONE)

EDIT (rename_board, qd_edit_rename (store, QD_ENTITY_BOARD, fixture->board, "New", error))
EDIT (rename_column, qd_edit_rename (store, QD_ENTITY_COLUMN, fixture->columns[0], "New", error))
EDIT (type_title, qd_edit_type_title (store, QD_ENTITY_CARD, fixture->card, "New", error))
EDIT (archive_card, qd_edit_archive (store, QD_ENTITY_CARD, fixture->card, TRUE, error))
EDIT (archive_column, qd_edit_archive (store, QD_ENTITY_COLUMN, fixture->columns[1], TRUE, error))
EDIT (archive_objective, qd_edit_archive (store, QD_ENTITY_OBJECTIVE, fixture->objective, TRUE,
                                          error))
EDIT (move_card, qd_edit_move (store, QD_ENTITY_CARD, fixture->card, fixture->columns[1],
                               QD_SIDE_LAST, QD_ID_NONE, error))
EDIT (move_card_off, qd_edit_move (store, QD_ENTITY_CARD, fixture->card,
                                   fixture_column (store, other, 0), QD_SIDE_LAST, QD_ID_NONE,
                                   error))
EDIT (move_card_onto, qd_edit_move (store, QD_ENTITY_CARD,
                                    fixture_new_card (store, fixture_column (store, other, 0),
                                                      "Other"),
                                    fixture->columns[0], QD_SIDE_LAST, QD_ID_NONE, error))
EDIT (move_column, qd_edit_move (store, QD_ENTITY_COLUMN, fixture->columns[0], fixture->board,
                                 QD_SIDE_LAST, QD_ID_NONE, error))
EDIT (move_column_off, qd_edit_move (store, QD_ENTITY_COLUMN, fixture->columns[0], other,
                                     QD_SIDE_LAST, QD_ID_NONE, error))
EDIT (move_to_cycle, qd_edit_move (store, QD_ENTITY_BOARD, fixture->board, QD_ID_NONE,
                                   QD_SIDE_LAST, QD_ID_NONE, error))
EDIT (new_column, NEW (qd_edit_new_column (store, fixture->board, "New", error)))
EDIT (set_limit, qd_edit_set_column_limit (store, fixture->columns[0], 3, error))
EDIT (new_objective, NEW (qd_edit_new_objective (store, fixture->board, "New", NULL, 0,
                                                 QD_ID_NONE, error)))
EDIT (new_card, NEW (qd_edit_new_card (store, fixture->columns[0], "New", QD_ID_NONE, NULL,
                                       error)))
EDIT (set_objective, qd_edit_set_objective (store, fixture->card, fixture->objective, error))
EDIT (set_owner, qd_edit_set_owner (store, fixture->card, "Mara", error))
EDIT (set_grade, qd_edit_set_grade (store, fixture->card, 0.9, NULL, error))
EDIT (take_grade, qd_edit_set_grade (store, fixture->card, NAN, NULL, error))
EDIT (set_learning, qd_edit_set_text (store, fixture->card, QD_FIELD_CARD_LEARNING, "Ask", TRUE,
                                      error))
EDIT (set_decision, qd_edit_set_decision (store, fixture->card, QD_DECISION_DROP, error))
EDIT (shelve_card, qd_edit_shelve (store, QD_ENTITY_CARD, fixture->card, "No time", error))
EDIT (shelve_objective, qd_edit_shelve (store, QD_ENTITY_OBJECTIVE, fixture->objective, NULL,
                                        error))
EDIT (take_back, NEW (qd_edit_take_from_shelf (store, QD_ENTITY_CARD, fixture->card, QD_ID_NONE,
                                               error)))
EDIT (undo, qd_undo_undo (store, NULL, error))

static gboolean
import (Fixture  *fixture,
        QdId      other,
        GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_IMPORT);
  const QdId card = qd_transaction_create (transaction, QD_ENTITY_CARD);

  qd_transaction_place (transaction, QD_ENTITY_CARD, card, fixture->columns[0], QD_SIDE_LAST,
                        QD_ID_NONE);

  return qd_transaction_commit (transaction, error);
}

static gboolean (* const edits[]) (Fixture *, QdId, GError **) = {
  rename_board, rename_column, type_title, archive_card, archive_column, archive_objective,
  move_card, move_card_off, move_column, move_column_off, move_to_cycle, new_column, set_limit,
  new_objective, new_card, set_objective, set_owner, set_grade, take_grade, set_learning,
  set_decision, shelve_card, shelve_objective, take_back, import,
};

static void
test_edits (Fixture       *fixture,
            gconstpointer  data)
{
  const QdId other = fixture_new_board (fixture->store, "Sales");
  g_autofree char *before = NULL;
  g_autoptr (GError) failed = NULL;

  fixture_load_board (fixture->store, other);
  close_board (fixture);
  before = card_fixture_dump (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GError) error = NULL;
      const gboolean done = edits[i] (fixture, other, &error);

      g_test_message ("edit %u", i);
      assert_refused (fixture, done, error, before);
    }

  /* Makes something elsewhere first. */
  g_assert_false (move_card_onto (fixture, other, &failed));
  g_assert_error (failed, QD_ERROR, QD_ERROR_INVALID);
}

/* What keeps the board as it is, and what is on others, can be changed. */
static void
test_allowed (Fixture       *fixture,
              gconstpointer  data)
{
  const QdReviewed reviewed = { fixture->board, FIXTURE_NOW };
  const QdId other = fixture_new_board (fixture->store, "Sales");
  const QdId low = qd_edit_new_objective (fixture->store, other, "Sell", NULL, 0, QD_ID_NONE,
                                          NULL);
  QdStore *store = fixture->store;
  g_autoptr (GError) error = NULL;

  close_board (fixture);
  qd_edit_mark_reviewed (store, &reviewed, 1, &error);
  g_assert_no_error (error);
  qd_edit_align (store, low, fixture->objective, &error);
  g_assert_no_error (error);
  fixture_load_board (store, other);
  fixture_new_card (store, fixture_column (store, other, 0), "Other");
  qd_edit_archive (store, QD_ENTITY_BOARD, fixture->board, TRUE, &error);
  g_assert_no_error (error);
  qd_edit_archive (store, QD_ENTITY_BOARD, fixture->board, FALSE, &error);
  g_assert_no_error (error);
}

static QdId
find_thing (Fixture      *fixture,
            QdEntityKind  kind)
{
  const QdId things[QD_ENTITY_LAST + 1] = {
    [QD_ENTITY_BOARD] = fixture->board,
    [QD_ENTITY_COLUMN] = fixture->columns[0],
    [QD_ENTITY_OBJECTIVE] = fixture->objective,
    [QD_ENTITY_CARD] = fixture->card,
    [QD_ENTITY_MILESTONE] = fixture->milestone,
    [QD_ENTITY_CHECKIN] = fixture->checkin,
    [QD_ENTITY_COMMENT] = fixture->comment,
    [QD_ENTITY_DEPENDENCY] = fixture->dependency,
    [QD_ENTITY_PHASE] = fixture->phase,
    [QD_ENTITY_ANSWER] = QD_ID_NONE,
  };

  return things[kind];
}

static gboolean
is_allowed (QdField field)
{
  return field == QD_FIELD_BOARD_ARCHIVED || field == QD_FIELD_BOARD_DELETED ||
         field == QD_FIELD_BOARD_REVIEWED || field == QD_FIELD_BOARD_CLOSED;
}

/* No field is forgotten, nor one that comes with the next format. */
static void
assert_field_refused (Fixture           *fixture,
                      const QdFieldInfo *info,
                      QdId               id)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  g_autofree char *before = card_fixture_dump (fixture);
  g_autoptr (GError) error = NULL;
  gboolean done;

  g_test_message ("%s.%s", info->table, info->column);
  if (info->type == QD_FIELD_TYPE_PLACE)
    qd_transaction_place (transaction, qd_field_get_entity_kind (info->field), id, 4711,
                          QD_SIDE_LAST, QD_ID_NONE);
  else if (info->type == QD_FIELD_TYPE_TEXT || info->type == QD_FIELD_TYPE_DAY)
    qd_transaction_set_text (transaction, id, info->field, "2026-01-01");
  else if (info->type == QD_FIELD_TYPE_REAL)
    qd_transaction_set_real (transaction, id, info->field, 4711);
  else
    qd_transaction_set_integer (transaction, id, info->field, 4711);
  done = qd_transaction_commit (transaction, &error);
  assert_refused (fixture, done, error, before);
}

static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  guint n_refused = 0;

  close_board (fixture);
  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    {
      const QdId id = find_thing (fixture, (QdEntityKind) kind);
      guint n_fields;
      const QdFieldInfo *fields = qd_field_list ((QdEntityKind) kind, &n_fields);

      for (guint i = 0; id != QD_ID_NONE && i < n_fields; i++)
        if (!is_allowed (fields[i].field))
          {
            assert_field_refused (fixture, &fields[i], id);
            n_refused++;
          }
    }
  g_assert_cmpuint (n_refused, >, 80);
}

/* Something that nobody has made yet does not come to stand there either: taking that back
 * would be refused.
 */
static void
test_unmade (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  close_board (fixture);
  before = card_fixture_dump (fixture);
  qd_transaction_set_id (transaction, 4711, QD_FIELD_ANSWER_ABOUT, fixture->board);
  done = qd_transaction_commit (transaction, &error);
  assert_refused (fixture, done, error, before);
}

/* What was done before it was closed stays, until the closing is taken back. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  QdStore *store = fixture->store;
  QdBoard *board = QD_BOARD (qd_store_lookup (store, fixture->board));
  g_autofree char *before = NULL;
  g_autofree char *open = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  open = state_dump_models (qd_store_get_workspace (store));
  close_board (fixture);
  g_assert_cmpuint (qd_board_get_closed (board), ==, card_fixture_day (31));
  name = qd_undo_dup_name (store);
  g_assert_cmpstr (name, ==, "Close “Growth”");

  g_assert_true (qd_edit_reopen_board (store, fixture->board, NULL));
  g_assert_true (qd_undo_undo (store, NULL, NULL));
  g_assert_cmpuint (qd_board_get_closed (board), ==, card_fixture_day (31));
  g_assert_true (qd_undo_undo (store, NULL, NULL));
  g_assert_cmpuint (qd_board_get_closed (board), ==, QD_DAY_NONE);
  g_assert_true (qd_undo_redo (store, NULL, NULL));
  g_assert_cmpuint (qd_board_get_closed (board), ==, card_fixture_day (31));

  /* With the decision on top of the stack, as when another device closes the board. */
  g_assert_true (qd_undo_undo (store, NULL, NULL));
  scratch_execute (fixture->scratch->path,
                   "INSERT INTO chg (ent, field, stamp, rid, seq, value)"
                   " SELECT ent, 311, stamp + (1 << 40), rid, seq, '2026-10-31' FROM chg"
                   "  WHERE field=304;"
                   "UPDATE board SET closed='2026-10-31'");
  before = state_dump_tables (fixture->scratch->path);
  done = undo (fixture, QD_ID_NONE, &error);
  g_assert_false (done);
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  after = state_dump_tables (fixture->scratch->path);
  g_assert_cmpstr (after, ==, before);

  /* What was done before that is not out of reach, until somebody edits again. */
  g_clear_pointer (&name, g_free);
  name = qd_undo_dup_name (store);
  g_assert_cmpstr (name, ==, "Grade “Raise NPS” 0.2");
  scratch_execute (fixture->scratch->path,
                   "DELETE FROM chg WHERE field=311 AND stamp=(SELECT max(stamp) FROM chg);"
                   "UPDATE board SET closed=NULL");
  g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, fixture->card, "Raise", NULL));
  for (guint i = 0; i < 3; i++)
    g_assert_true (qd_undo_undo (store, NULL, NULL));
  g_clear_pointer (&after, g_free);
  after = state_dump_models (qd_store_get_workspace (store));
  state_assert_same ("The board before and after it all", open, after);
}

/* Closing and reopening leave no trace but in the log. */
static void
test_reopen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;

  close_board (fixture);
  g_assert_true (qd_edit_reopen_board (fixture->store, fixture->board, NULL));
  before = card_fixture_dump (fixture);
  for (guint i = 0; i < 3; i++)
    {
      fixture->clock.now += 1000;
      g_assert_true (qd_edit_close_board (fixture->store, fixture->board, card_fixture_day (30),
                                          NULL));
      g_assert_true (qd_edit_reopen_board (fixture->store, fixture->board, NULL));
    }
  after = card_fixture_dump (fixture);
  state_assert_same ("The board before and after closing it", before, after);
  name = qd_undo_dup_name (fixture->store);
  g_assert_cmpstr (name, ==, "Reopen “Growth”");
  g_assert_true (set_grade (fixture, QD_ID_NONE, NULL));
}

/* All that was ever written to things on boards that are closed. */
static char *
dump_closed (const char *path)
{
  return fixture_text (path,
    "WITH shut(id) AS (SELECT id FROM board WHERE closed IS NOT NULL),"
    " cards(id) AS (SELECT id FROM card WHERE parent IN"
    "  (SELECT id FROM \"column\" WHERE parent IN shut)),"
    " things(id) AS (SELECT id FROM \"column\" WHERE parent IN shut"
    "  UNION SELECT id FROM objective WHERE parent IN shut UNION SELECT id FROM cards"
    "  UNION SELECT id FROM milestone WHERE parent IN cards"
    "  UNION SELECT id FROM checkin WHERE card IN cards"
    "  UNION SELECT id FROM comment WHERE card IN cards"
    "  UNION SELECT id FROM dependency WHERE card IN cards"
    "  UNION SELECT id FROM phase WHERE card IN cards)"
    " SELECT group_concat(line, char(10)) FROM (SELECT ent||' '||field||' '||count(*) AS line"
    "  FROM chg WHERE ent IN things GROUP BY ent, field ORDER BY ent, field)");
}

static char *
list_closed (const char *path)
{
  return fixture_text (path, "SELECT group_concat(id) FROM (SELECT id FROM board"
                             " WHERE closed IS NOT NULL ORDER BY id)");
}

/* As another device may have done it, whatever is still to be said. */
static void
close_any (QdStore *store,
           GRand   *rand)
{
  const QdId board = store_random_pick (store, rand, "SELECT id FROM board ORDER BY created, id");
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  qd_transaction_set_day (transaction, board, QD_FIELD_BOARD_CLOSED, card_fixture_day (31));
  g_assert_true (qd_transaction_commit (transaction, NULL));
}

/* "A closed board stays as it was", whatever is done meanwhile. */
static void
test_random (void)
{
  guint n_compared = 0;

  for (int i = 0; i < N_HISTORIES (15); i++)
    {
      const guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (Scratch) scratch = scratch_new ();
      FixtureClock clock = { FIXTURE_NOW };
      GRand *rand = store_random_new (seed);
      QdStore *store = fixture_open (scratch->path, &clock);

      g_test_message ("history of seed %u", seed);
      store_random_populate (store, rand);
      for (int step = 0; step < N_STEPS; step++)
        {
          g_autofree char *closed = NULL;
          g_autofree char *before = NULL;
          g_autofree char *now = NULL;
          g_autofree char *after = NULL;

          clock.now += 40000;
          if (step % 10 == 5)
            close_any (store, rand);
          closed = list_closed (scratch->path);
          before = dump_closed (scratch->path);
          store_random_step (store, rand, STORE_RANDOM_UNDO);
          now = list_closed (scratch->path);
          after = dump_closed (scratch->path);
          if (!g_str_equal (closed, now))
            continue;
          g_assert_cmpstr (after, ==, before);
          n_compared += *closed != '\0';
        }
      g_assert_finalize_object (store);
      g_rand_free (rand);
    }
  g_test_message ("%u steps beside a closed board", n_compared);
  g_assert_cmpuint (n_compared, >, 100);
}

static void
add_test (const char  *path,
          void       (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, card_fixture_set_up, test, card_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/closed/edits", test_edits);
  add_test ("/closed/allowed", test_allowed);
  add_test ("/closed/fields", test_fields);
  add_test ("/closed/unmade", test_unmade);
  add_test ("/closed/undo", test_undo);
  add_test ("/closed/reopen", test_reopen);
  g_test_add_func ("/closed/random", test_random);

  return g_test_run ();
}
