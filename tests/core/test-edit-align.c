/* Aligning objectives, teams as parts of teams, and the label of a card that changes
 * boards: what is done, what is refused, what it is called, and how it is taken back.
 */

#include "config.h"

#include "align-fixture.h"
#include "model/qd-card.h"
#include "state-dump.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"
#include "store/qd-history.h"
#include "store/qd-undo.h"

/* Of the newest entry about @thing, and what "Undo" is called. */
static void
assert_told (Fixture    *fixture,
             QdId        thing,
             const char *sentence,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = qd_history_of (fixture->store, thing, 1, &error);
  g_autofree char *undo = qd_undo_dup_name (fixture->store);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((QdHistoryEntry *) entries->pdata[0])->sentence, ==, sentence);
  g_assert_cmpstr (undo, ==, name);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  qd_undo_undo (fixture->store, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_aligned (Fixture *fixture,
                QdId     objective,
                QdId     parent)
{
  g_assert_cmpint (qd_objective_get_parent (align_fixture_peek (fixture, objective)), ==,
                   parent);
}

static void
test_align (Fixture       *fixture,
            gconstpointer  data)
{
  QdId top = align_fixture_new (fixture, 0, "Grow", QD_ID_NONE);
  QdId low = align_fixture_new (fixture, 1, "Sell more", QD_ID_NONE);
  QdId other = align_fixture_new (fixture, 2, "Meet more", QD_ID_NONE);
  gint64 n_entries;

  g_assert_true (qd_edit_align (fixture->store, low, top, NULL));
  assert_aligned (fixture, low, top);
  assert_told (fixture, low, "Aligned “Sell more” to “Grow”", "Align “Sell more” to “Grow”");

  g_assert_true (qd_edit_align (fixture->store, low, other, NULL));
  assert_told (fixture, low, "Aligned “Sell more” to “Meet more”",
               "Align “Sell more” to “Meet more”");
  n_entries = align_fixture_count (fixture);
  g_assert_true (qd_edit_align (fixture->store, low, other, NULL));
  g_assert_cmpint (align_fixture_count (fixture), ==, n_entries);

  g_assert_true (qd_edit_align (fixture->store, low, QD_ID_NONE, NULL));
  assert_aligned (fixture, low, QD_ID_NONE);
  assert_told (fixture, low, "Took the alignment off “Sell more”",
               "Take the Alignment off “Sell more”");
  undo (fixture);
  assert_aligned (fixture, low, other);
  undo (fixture);
  undo (fixture);
  assert_aligned (fixture, low, QD_ID_NONE);
}

static void
assert_refused (Fixture    *fixture,
                QdId        objective,
                QdId        parent,
                int         code,
                const char *message)
{
  const gint64 n_entries = align_fixture_count (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (qd_edit_align (fixture->store, objective, parent, &error));
  g_assert_error (error, QD_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpint (align_fixture_count (fixture), ==, n_entries);

  /* Nobody is kept from writing. */
  scratch_execute (fixture->scratch->path, "BEGIN IMMEDIATE; COMMIT");
}

#define CIRCLE(parent, objective) \
  "“" parent "” contributes to “" objective "” already, so the two would go round in a " \
  "circle. Take the alignment off “" parent "” first, or choose another objective."

static void
test_rings_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  QdId top = align_fixture_new (fixture, 0, "Grow", QD_ID_NONE);
  QdId middle = align_fixture_new (fixture, 1, "Sell", top);
  QdId low = align_fixture_new (fixture, 2, "Meet", middle);

  assert_refused (fixture, top, top, QD_ERROR_INVALID,
                  "An objective cannot be aligned to itself. Choose another one.");
  assert_refused (fixture, top, middle, QD_ERROR_INVALID, CIRCLE ("Sell", "Grow"));
  assert_refused (fixture, top, low, QD_ERROR_INVALID, CIRCLE ("Meet", "Grow"));
  assert_refused (fixture, middle, low, QD_ERROR_INVALID, CIRCLE ("Meet", "Sell"));

  /* What is archived may come back. */
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, middle, TRUE);
  assert_refused (fixture, top, low, QD_ERROR_INVALID, CIRCLE ("Meet", "Grow"));

  /* What the sentence says to do helps. */
  g_assert_true (qd_edit_align (fixture->store, low, QD_ID_NONE, NULL));
  g_assert_true (qd_edit_align (fixture->store, top, low, NULL));
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, middle, FALSE);
  assert_refused (fixture, low, middle, QD_ERROR_INVALID, CIRCLE ("Sell", "Meet"));
}

/* A ring that came by a merge is left by hand, and what is outside can join it. */
static void
test_out_of_ring (Fixture       *fixture,
                  gconstpointer  data)
{
  QdId a = align_fixture_new (fixture, 0, "A", QD_ID_NONE);
  QdId b = align_fixture_new (fixture, 1, "B", QD_ID_NONE);
  QdId c = align_fixture_new (fixture, 2, "C", QD_ID_NONE);

  align_fixture_point (fixture, a, b);
  align_fixture_point (fixture, b, a);
  assert_refused (fixture, a, b, QD_ERROR_INVALID, CIRCLE ("B", "A"));
  g_assert_true (qd_edit_align (fixture->store, c, a, NULL));
  assert_refused (fixture, b, c, QD_ERROR_INVALID, CIRCLE ("C", "B"));
  g_assert_true (qd_edit_align (fixture->store, b, QD_ID_NONE, NULL));
  g_assert_true (qd_edit_align (fixture->store, a, b, NULL));
}

static void
test_align_gone (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char gone[] =
    "The objective was archived or deleted in the meantime. Nothing was changed.";
  static const char no_board[] =
    "The board was archived or deleted in the meantime. Nothing was changed.";
  QdId top = align_fixture_new (fixture, 0, "Grow", QD_ID_NONE);
  QdId low = align_fixture_new (fixture, 1, "Sell", QD_ID_NONE);

  assert_refused (fixture, low, 4711, QD_ERROR_NOT_FOUND, gone);
  assert_refused (fixture, 4711, top, QD_ERROR_NOT_FOUND, gone);
  assert_refused (fixture, low, fixture->boards[0], QD_ERROR_NOT_FOUND, gone);
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, top, TRUE);
  assert_refused (fixture, low, top, QD_ERROR_NOT_FOUND, gone);
  assert_refused (fixture, top, QD_ID_NONE, QD_ERROR_NOT_FOUND, gone);
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, top, FALSE);
  align_fixture_archive (fixture, QD_ENTITY_BOARD, fixture->boards[0], TRUE);
  assert_refused (fixture, low, top, QD_ERROR_NOT_FOUND, no_board);
}

/* The team of a board. */
static QdTeam *
peek_team (Fixture *fixture,
           guint    board)
{
  return qd_board_get_team (QD_BOARD (qd_store_lookup (fixture->store, fixture->boards[board])));
}

static QdId
get_team (Fixture *fixture,
          guint    board)
{
  return qd_entity_get_id (QD_ENTITY (peek_team (fixture, board)));
}

static void
test_teams (Fixture       *fixture,
            gconstpointer  data)
{
  const QdId field = get_team (fixture, 2);
  gint64 n_entries;

  g_assert_true (qd_edit_set_team_parent (fixture->store, field, " sALES ", NULL));
  g_assert_true (qd_team_get_parent (peek_team (fixture, 2)) == peek_team (fixture, 1));
  assert_told (fixture, field, "Made “Field Sales” part of “Sales”",
               "Make “Field Sales” Part of “Sales”");

  /* Where it is already, it keeps its place. */
  g_assert_true (qd_edit_set_team_parent (fixture->store, get_team (fixture, 0), "Sales", NULL));
  n_entries = align_fixture_count (fixture);
  g_assert_true (qd_edit_set_team_parent (fixture->store, field, "Sales", NULL));
  g_assert_cmpint (align_fixture_count (fixture), ==, n_entries);

  /* One that was not there before is made in the same step. */
  g_assert_true (qd_edit_set_team_parent (fixture->store, get_team (fixture, 1), "Revenue", NULL));
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (qd_team_get_parent (peek_team (fixture, 1)))),
                   ==, "Revenue");
  assert_told (fixture, get_team (fixture, 1), "Made “Sales” part of “Revenue”",
               "Make “Sales” Part of “Revenue”");
  undo (fixture);
  g_assert_null (qd_team_get_parent (peek_team (fixture, 1)));
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT count(*) FROM team WHERE title='Revenue'"), ==, 0);

  g_assert_true (qd_edit_set_team_parent (fixture->store, field, "", NULL));
  g_assert_null (qd_team_get_parent (peek_team (fixture, 2)));
  assert_told (fixture, field, "Took “Field Sales” out of “Sales”",
               "Take “Field Sales” out of “Sales”");
  g_assert_true (qd_edit_set_team_parent (fixture->store, field, NULL, NULL));
  undo (fixture);
  g_assert_true (qd_team_get_parent (peek_team (fixture, 2)) == peek_team (fixture, 1));

  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_TEAM, get_team (fixture, 0),
                               get_team (fixture, 1), QD_SIDE_FIRST, QD_ID_NONE, NULL));
  assert_told (fixture, get_team (fixture, 0), "Moved the team “Company”",
               "Move the Team “Company”");
}

static void
assert_team_refused (Fixture    *fixture,
                     QdId        team,
                     const char *parent,
                     int         code,
                     const char *message)
{
  const gint64 n_entries = align_fixture_count (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (qd_edit_set_team_parent (fixture->store, team, parent, &error));
  g_assert_error (error, QD_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpint (align_fixture_count (fixture), ==, n_entries);
  scratch_execute (fixture->scratch->path, "BEGIN IMMEDIATE; COMMIT");
}

static void
test_teams_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char circle[] =
    "“Field Sales” is a part of “Company” already, so the two would go round in a circle. "
    "Take “Field Sales” out first, or choose another team.";
  const QdId company = get_team (fixture, 0);
  const QdId sales = get_team (fixture, 1);
  const QdId field = get_team (fixture, 2);

  g_assert_true (qd_edit_set_team_parent (fixture->store, sales, "Company", NULL));
  g_assert_true (qd_edit_set_team_parent (fixture->store, field, "Sales", NULL));
  assert_team_refused (fixture, company, "Field Sales", QD_ERROR_INVALID, circle);
  assert_team_refused (fixture, company, "COMPANY", QD_ERROR_INVALID,
                       "A team cannot be a part of itself. Choose another one.");
  assert_team_refused (fixture, company, " \n ", QD_ERROR_INVALID,
                       "A title cannot be empty. Nothing was changed.");
  assert_team_refused (fixture, company, "\xff", QD_ERROR_INVALID,
                       "The title is not valid UTF-8 text. Nothing was changed.");
  align_fixture_archive (fixture, QD_ENTITY_TEAM, sales, TRUE);
  assert_team_refused (fixture, company, "Field Sales", QD_ERROR_INVALID, circle);
  assert_team_refused (fixture, sales, "Elsewhere", QD_ERROR_NOT_FOUND,
                       "This was removed in the meantime. Nothing was changed.");
  assert_team_refused (fixture, 4711, NULL, QD_ERROR_NOT_FOUND,
                       "This was removed in the meantime. Nothing was changed.");
}

/* Of two that were made parts of each other on two devices, either can be taken out. */
static void
test_team_ring (Fixture       *fixture,
                gconstpointer  data)
{
  const QdId sales = get_team (fixture, 1);
  const QdId field = get_team (fixture, 2);
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);

  qd_transaction_place (transaction, QD_ENTITY_TEAM, sales, field, QD_SIDE_LAST, QD_ID_NONE);
  qd_transaction_place (transaction, QD_ENTITY_TEAM, field, sales, QD_SIDE_LAST, QD_ID_NONE);
  g_assert_true (qd_transaction_commit (transaction, NULL));
  g_assert_true (qd_edit_set_team_parent (fixture->store, sales, NULL, NULL));
  g_assert_true (qd_team_get_parent (peek_team (fixture, 2)) == peek_team (fixture, 1));
  g_assert_null (qd_team_get_parent (peek_team (fixture, 1)));
}

static QdId
new_card (Fixture *fixture,
          QdId     objective)
{
  g_autoptr (GError) error = NULL;
  QdId column, card;

  for (guint i = 1; i < ALIGN_N_BOARDS; i++)
    fixture_load_board (fixture->store, fixture->boards[i]);
  column = fixture_column (fixture->store, fixture->boards[1], 0);
  card = qd_edit_new_card (fixture->store, column, "KR", objective, NULL, &error);
  g_assert_no_error (error);

  return card;
}

static void
assert_stands (Fixture *fixture,
               QdId     card,
               guint    board,
               QdId     objective)
{
  QdCard *model = QD_CARD (qd_store_lookup (fixture->store, card));
  QdObjective *label = qd_card_get_objective (model);

  g_assert_cmpint (qd_entity_get_id (QD_ENTITY (qd_card_get_column (model))), ==,
                   fixture_column (fixture->store, fixture->boards[board], 0));
  g_assert_cmpint (label != NULL ? qd_entity_get_id (QD_ENTITY (label)) : QD_ID_NONE, ==,
                   objective);
}

/* From the second board to the third, and back in one step. */
static void
assert_comes_with (Fixture *fixture,
                   QdId     from,
                   QdId     to)
{
  g_autoptr (GError) error = NULL;
  QdId card = new_card (fixture, from);

  qd_edit_move (fixture->store, QD_ENTITY_CARD, card,
                fixture_column (fixture->store, fixture->boards[2], 0), QD_SIDE_LAST, QD_ID_NONE,
                &error);
  g_assert_no_error (error);
  assert_stands (fixture, card, 2, to);
  undo (fixture);
  assert_stands (fixture, card, 1, from);
}

static void
test_label_title (Fixture       *fixture,
                  gconstpointer  data)
{
  QdId mine = align_fixture_new (fixture, 1, "Äpfel", QD_ID_NONE);
  QdId below, same;

  assert_comes_with (fixture, mine, QD_ID_NONE);
  align_fixture_new (fixture, 2, "Birnen", QD_ID_NONE);
  assert_comes_with (fixture, mine, QD_ID_NONE);

  /* The title goes before all that is related otherwise. */
  below = align_fixture_new (fixture, 2, "Obst", mine);
  assert_comes_with (fixture, mine, below);
  same = align_fixture_new (fixture, 2, "äPFEL", QD_ID_NONE);
  assert_comes_with (fixture, mine, same);
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, same, TRUE);
  assert_comes_with (fixture, mine, below);
  assert_comes_with (fixture, QD_ID_NONE, QD_ID_NONE);

  /* To have no title is not to have the same. */
  align_fixture_new_untitled (fixture, 2);
  assert_comes_with (fixture, align_fixture_new_untitled (fixture, 1), QD_ID_NONE);
}

static void
test_label_family (Fixture       *fixture,
                   gconstpointer  data)
{
  QdId root = align_fixture_new (fixture, 2, "root", QD_ID_NONE);
  QdId parent = align_fixture_new (fixture, 0, "parent", root);
  QdId mine = align_fixture_new (fixture, 1, "mine", parent);
  QdId aunt = align_fixture_new (fixture, 0, "aunt", root);
  QdId beside, child, grandchild;

  /* The one above; a cousin is not near enough. */
  align_fixture_new (fixture, 2, "cousin", aunt);
  assert_comes_with (fixture, mine, root);
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, root, TRUE);
  assert_comes_with (fixture, mine, QD_ID_NONE);
  beside = align_fixture_new (fixture, 2, "beside", parent);
  assert_comes_with (fixture, mine, beside);
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, parent, TRUE);
  assert_comes_with (fixture, mine, QD_ID_NONE);
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, parent, FALSE);
  align_fixture_archive (fixture, QD_ENTITY_BOARD, fixture->boards[0], TRUE);
  assert_comes_with (fixture, mine, QD_ID_NONE);
  align_fixture_archive (fixture, QD_ENTITY_BOARD, fixture->boards[0], FALSE);
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, root, FALSE);
  assert_comes_with (fixture, mine, root);

  /* Those below go before those above, and the nearest of them. */
  grandchild = align_fixture_new (fixture, 2, "grandchild",
                                  align_fixture_new (fixture, 0, "between", mine));
  assert_comes_with (fixture, mine, grandchild);
  child = align_fixture_new (fixture, 2, "child", mine);
  assert_comes_with (fixture, mine, child);
  align_fixture_new (fixture, 2, "second child", mine);
  assert_comes_with (fixture, mine, child);
}

/* Within a ring everybody stands below everybody. */
static void
test_label_ring (Fixture       *fixture,
                 gconstpointer  data)
{
  QdId mine = align_fixture_new (fixture, 1, "mine", QD_ID_NONE);
  QdId other = align_fixture_new (fixture, 2, "other", QD_ID_NONE);

  align_fixture_point (fixture, mine, mine);
  align_fixture_point (fixture, other, other);
  assert_comes_with (fixture, mine, QD_ID_NONE);
  align_fixture_point (fixture, mine, other);
  align_fixture_point (fixture, other, mine);
  assert_comes_with (fixture, mine, other);
}

/* In one step, or not at all. */
static void
test_new_aligned (Fixture       *fixture,
                  gconstpointer  data)
{
  QdId top = align_fixture_new (fixture, 0, "Grow", QD_ID_NONE);
  g_autoptr (GError) error = NULL;
  QdId made = qd_edit_new_objective (fixture->store, fixture->boards[1], "Sell", NULL, 0, top,
                                     &error);

  g_assert_no_error (error);
  assert_aligned (fixture, made, top);
  undo (fixture);
  g_assert_cmpint (scratch_count (fixture->scratch->path, "objective"), ==, 1);

  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_OBJECTIVE, top, TRUE, NULL));
  made = qd_edit_new_objective (fixture->store, fixture->boards[1], "Sell", NULL, 0, top, &error);
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_assert_cmpint (made, ==, QD_ID_NONE);
  g_assert_cmpint (scratch_count (fixture->scratch->path, "objective"), ==, 1);
}

static void
test_label_anew (Fixture       *fixture,
                 gconstpointer  data)
{
  QdId top = align_fixture_new (fixture, 0, "Grow", QD_ID_NONE);
  const QdObjectiveDraft draft = {
    .title = "Sell more", .why = "So", .colour = 7, .commitment = QD_COMMITMENT_COMMITTED,
    .weight = 2.5, .parent = top,
  };
  QdId mine = align_fixture_new (fixture, 1, "Sell", top);
  QdId card, made;
  QdObjective *objective;

  g_assert_true (qd_edit_change_objective (fixture->store, mine, &draft, NULL));
  card = new_card (fixture, mine);
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_CARD, card,
                               fixture_column (fixture->store, fixture->boards[2], 0),
                               QD_SIDE_LAST, QD_ID_NONE, NULL));
  assert_stands (fixture, card, 2, QD_ID_NONE);

  made = qd_edit_label_anew (fixture->store, card, mine, NULL);
  assert_stands (fixture, card, 2, made);
  assert_told (fixture, card, "Labelled “KR” with “Sell more”", "Label “KR” with “Sell more”");
  objective = align_fixture_peek (fixture, made);
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (objective)), ==, "Sell more");
  g_assert_cmpstr (qd_objective_get_why (objective), ==, "So");
  g_assert_cmpuint (qd_objective_get_colour (objective), ==, 7);
  g_assert_cmpint (qd_objective_get_commitment (objective), ==, QD_COMMITMENT_COMMITTED);
  g_assert_cmpfloat (qd_objective_get_weight (objective), ==, 2.5);
  assert_aligned (fixture, made, top);

  undo (fixture);
  assert_stands (fixture, card, 2, QD_ID_NONE);
  g_assert_cmpint (scratch_count (fixture->scratch->path, "objective"), ==, 2);

  /* What was never said is not said now, and nothing is made twice. */
  g_assert_true (qd_edit_rename (fixture->store, QD_ENTITY_OBJECTIVE, top, "SELL MORE", NULL));
  made = qd_edit_label_anew (fixture->store, card, top, NULL);
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT count(*) FROM objective WHERE title='SELL MORE'"
                                " AND weight IS NULL AND commitment IS NULL"
                                " AND aligned_to IS NULL"), ==, 2);
  g_assert_cmpint (qd_edit_label_anew (fixture->store, card, mine, NULL), ==, made);
  g_assert_cmpint (scratch_count (fixture->scratch->path, "objective"), ==, 3);
}

static void
test_label_anew_gone (Fixture       *fixture,
                      gconstpointer  data)
{
  QdId mine = align_fixture_new (fixture, 1, "Sell", QD_ID_NONE);
  QdId card = new_card (fixture, mine);
  const gint64 n_entries = align_fixture_count (fixture) + 1;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (qd_edit_label_anew (fixture->store, 4711, mine, &error), ==, QD_ID_NONE);
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, mine, TRUE);
  g_assert_cmpint (qd_edit_label_anew (fixture->store, card, mine, &error), ==, QD_ID_NONE);
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_assert_cmpint (align_fixture_count (fixture), ==, n_entries);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, align_fixture_set_up, function, align_fixture_tear_down)

  ADD ("/edit-align/align", test_align);
  ADD ("/edit-align/rings-refused", test_rings_refused);
  ADD ("/edit-align/out-of-ring", test_out_of_ring);
  ADD ("/edit-align/gone", test_align_gone);
  ADD ("/edit-align/teams", test_teams);
  ADD ("/edit-align/teams-refused", test_teams_refused);
  ADD ("/edit-align/team-ring", test_team_ring);
  ADD ("/edit-align/new", test_new_aligned);
  ADD ("/edit-align/label/title", test_label_title);
  ADD ("/edit-align/label/family", test_label_family);
  ADD ("/edit-align/label/ring", test_label_ring);
  ADD ("/edit-align/label/anew", test_label_anew);
  ADD ("/edit-align/label/anew/gone", test_label_anew_gone);

#undef ADD

  return g_test_run ();
}
