/* Somebody who works at random: each step is one thing that a person, an import
 * or a wild program does to a store. The same seed gives the same work, but for
 * ids and ranks, which the store draws itself.
 */

#include "config.h"

#include <math.h>

#include "store-random-private.h"
#include "store/qd-edit.h"
#include "store/qd-store-private.h"
#include "store/qd-undo.h"

/* Kinds that are moved, archived and named. */
static const QdEntityKind places[] = {
  QD_ENTITY_TEAM, QD_ENTITY_BOARD, QD_ENTITY_COLUMN, QD_ENTITY_OBJECTIVE, QD_ENTITY_MILESTONE,
  QD_ENTITY_VIEW, QD_ENTITY_CARD,
};
static const QdEntityKind titled[] = {
  QD_ENTITY_CYCLE, QD_ENTITY_TEAM, QD_ENTITY_BOARD, QD_ENTITY_COLUMN, QD_ENTITY_OBJECTIVE,
  QD_ENTITY_CARD, QD_ENTITY_CARD, QD_ENTITY_MILESTONE, QD_ENTITY_DEPENDENCY, QD_ENTITY_VIEW,
  QD_ENTITY_PERSON,
};

#define LIVING "coalesce(archived,0)=0 AND coalesce(deleted,0)=0"
#define BY_AGE " ORDER BY created, id"

/* Any of the ids that a query lists, or nothing. */
QdId
store_random_pick (QdStore    *store,
                   GRand      *rand,
                   const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  QdDb *db = qd_store_get_db (store);
  sqlite3_stmt *row = qd_db_query (db, &error, sql, "");

  g_assert_no_error (error);
  while (qd_db_next (db, row, &error))
    {
      QdId id = sqlite3_column_int64 (row, 0);

      g_array_append_val (ids, id);
    }
  g_assert_no_error (error);
  if (ids->len == 0)
    return QD_ID_NONE;

  return g_array_index (ids, QdId, g_rand_int_range (rand, 0, (gint32) ids->len));
}

QdId
store_random_pick_kind (QdStore      *store,
                        GRand        *rand,
                        QdEntityKind  kind,
                        gboolean      living)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE %s" BY_AGE, qd_field_get_table (kind),
                         living ? LIVING : "1");

  return store_random_pick (store, rand, sql);
}

char *
store_random_make_title (GRand *rand)
{
  static const char * const words[] = {
    "Raise", "NPS", "from", "31", "to", "45", "Änderung", "\"quoted\"", "back\\slash", "日本語",
    "🚀", "%s", "it's", "--", "<b>", "e\xcc\x81t\xc3\xa9",
  };
  GString *title = g_string_new (NULL);
  const int n_words = g_rand_int_range (rand, 1, 5);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (title, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (title, FALSE);
}

/* What is refused was the wrong thing to ask for, and did nothing. */
gboolean
store_random_allow_refusal (gboolean   done,
                            GError    *failed,
                            GError   **error)
{
  if (done)
    return TRUE;
  if (!g_error_matches (failed, QD_ERROR, QD_ERROR_INVALID) &&
      !g_error_matches (failed, QD_ERROR, QD_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  g_error_free (failed);

  return TRUE;
}

static gboolean
new_board (QdStore  *store,
           GRand    *rand,
           GError  **error)
{
  g_autofree char *team = g_strdup_printf ("Team %d", g_rand_int_range (rand, 1, 5));
  QdId cycle = store_random_pick_kind (store, rand, QD_ENTITY_CYCLE, TRUE);
  QdDay day = qd_day_new (2026, (guint) g_rand_int_range (rand, 1, 13), 1);

  if (cycle != QD_ID_NONE && !one_in (rand, 3))
    return qd_edit_new_board (store, team, cycle, error) != QD_ID_NONE;

  return qd_edit_new_board_in_new_cycle (store, team, "Cycle", day, day + 90,
                                         error) != QD_ID_NONE;
}

static gboolean
new_cycle (QdStore  *store,
           GRand    *rand,
           GError  **error)
{
  QdDay day = qd_day_new (2027, (guint) g_rand_int_range (rand, 1, 13), 1);
  g_autofree char *title = store_random_make_title (rand);

  return qd_edit_new_cycle (store, title, day, day + 30, error) != QD_ID_NONE;
}

static gboolean
new_column (QdStore  *store,
            GRand    *rand,
            GError  **error)
{
  QdId board = store_random_pick_kind (store, rand, QD_ENTITY_BOARD, TRUE);
  g_autofree char *title = store_random_make_title (rand);

  return board == QD_ID_NONE ||
         qd_edit_new_column (store, board, title, error) != QD_ID_NONE;
}

static gboolean
new_objective (QdStore  *store,
               GRand    *rand,
               GError  **error)
{
  QdId board = store_random_pick_kind (store, rand, QD_ENTITY_BOARD, TRUE);
  g_autofree char *title = store_random_make_title (rand);

  return board == QD_ID_NONE ||
         qd_edit_new_objective (store, board, title, one_in (rand, 2) ? "Because" : NULL,
                                (guint) g_rand_int_range (rand, 0, 20),
                                QD_ID_NONE, error) != QD_ID_NONE;
}

/* An objective of the board that the column is on. */
static QdId
pick_objective (QdStore *store,
                GRand   *rand,
                QdId     column)
{
  g_autofree char *sql = NULL;

  if (one_in (rand, 4))
    return QD_ID_NONE;
  sql = g_strdup_printf ("SELECT id FROM objective WHERE " LIVING " AND parent="
                         "(SELECT parent FROM \"column\" WHERE id=%" G_GINT64_FORMAT ")" BY_AGE,
                         column);

  return store_random_pick (store, rand, sql);
}

static gboolean
new_card (QdStore  *store,
          GRand    *rand,
          GError  **error)
{
  QdId column = store_random_pick_kind (store, rand, QD_ENTITY_COLUMN, TRUE);
  g_autofree char *title = store_random_make_title (rand);

  return column == QD_ID_NONE ||
         qd_edit_new_card (store, column, title, pick_objective (store, rand, column), NULL,
                           error) != QD_ID_NONE;
}

static gboolean
move_beside (QdStore       *store,
             GRand         *rand,
             QdEntityKind   kind,
             const char    *parents,
             GError       **error)
{
  g_autofree char *siblings_of = NULL;
  QdId id = store_random_pick_kind (store, rand, kind, TRUE);
  QdId parent;

  if (id == QD_ID_NONE)
    return TRUE;
  parent = store_random_pick (store, rand, parents);
  if (kind != QD_ENTITY_TEAM && parent == QD_ID_NONE)
    return TRUE;
  siblings_of = g_strdup_printf ("SELECT id FROM \"%s\" WHERE parent=%" G_GINT64_FORMAT
                                 " AND id<>%" G_GINT64_FORMAT BY_AGE,
                                 qd_field_get_table (kind), parent, id);

  return qd_edit_move (store, kind, id, parent, (QdSide) g_rand_int_range (rand, 0, 4),
                       store_random_pick (store, rand, siblings_of), error);
}

static gboolean
move_card (QdStore  *store,
           GRand    *rand,
           GError  **error)
{
  return move_beside (store, rand, QD_ENTITY_CARD,
                      "SELECT id FROM \"column\" WHERE " LIVING BY_AGE, error);
}

/* Within its parent. */
static gboolean
move_other (QdStore  *store,
            GRand    *rand,
            GError  **error)
{
  QdEntityKind kind = places[g_rand_int_range (rand, 0, G_N_ELEMENTS (places) - 1)];
  QdId id = store_random_pick_kind (store, rand, kind, TRUE);
  g_autofree char *parent_of = NULL;

  if (id == QD_ID_NONE)
    return TRUE;
  parent_of = g_strdup_printf ("SELECT parent FROM \"%s\" WHERE id=%" G_GINT64_FORMAT,
                               qd_field_get_table (kind), id);

  return qd_edit_move (store, kind, id, store_random_pick (store, rand, parent_of),
                       one_in (rand, 2) ? QD_SIDE_FIRST : QD_SIDE_LAST, QD_ID_NONE, error);
}

static gboolean
rename_thing (QdStore  *store,
              GRand    *rand,
              GError  **error)
{
  QdEntityKind kind = titled[g_rand_int_range (rand, 0, G_N_ELEMENTS (titled))];
  QdId id = store_random_pick_kind (store, rand, kind, FALSE);
  g_autofree char *title = store_random_make_title (rand);

  return id == QD_ID_NONE || qd_edit_rename (store, kind, id, title, error);
}

/* Archives little and restores much, so that something stays in sight. */
static gboolean
archive_or_restore (QdStore  *store,
                    GRand    *rand,
                    GError  **error)
{
  QdEntityKind kind = titled[g_rand_int_range (rand, 0, G_N_ELEMENTS (titled) - 1)];
  QdId id = store_random_pick_kind (store, rand, kind, FALSE);

  return id == QD_ID_NONE || qd_edit_archive (store, kind, id, one_in (rand, 2), error);
}

static gboolean
label_card (QdStore  *store,
            GRand    *rand,
            GError  **error)
{
  QdId card = store_random_pick_kind (store, rand, QD_ENTITY_CARD, TRUE);
  g_autofree char *sql = NULL;
  QdId column;

  if (card == QD_ID_NONE)
    return TRUE;
  sql = g_strdup_printf ("SELECT parent FROM card WHERE id=%" G_GINT64_FORMAT, card);
  column = store_random_pick (store, rand, sql);

  return qd_edit_set_objective (store, card, pick_objective (store, rand, column), error);
}

static gboolean
give_card (QdStore  *store,
           GRand    *rand,
           GError  **error)
{
  static const char * const names[] = { NULL, "Mara Klein", "mara klein", "Ola", "Åsa" };
  QdId card = store_random_pick_kind (store, rand, QD_ENTITY_CARD, TRUE);

  return card == QD_ID_NONE ||
         qd_edit_set_owner (store, card, names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))],
                            error);
}

static gboolean
set_limit (QdStore  *store,
           GRand    *rand,
           GError  **error)
{
  QdId column = store_random_pick_kind (store, rand, QD_ENTITY_COLUMN, TRUE);

  return column == QD_ID_NONE ||
         qd_edit_set_column_limit (store, column, (guint) g_rand_int_range (rand, 0, 4), error);
}

static gboolean
change_objective (QdStore  *store,
                  GRand    *rand,
                  GError  **error)
{
  QdId objective = store_random_pick_kind (store, rand, QD_ENTITY_OBJECTIVE, TRUE);
  g_autofree char *title = store_random_make_title (rand);
  const QdObjectiveDraft draft = {
    .title = title,
    .why = one_in (rand, 2) ? "So" : "",
    .colour = (guint) g_rand_int_range (rand, 0, 4),
    .commitment = (QdCommitment) g_rand_int_range (rand, 0, 2),
    .weight = one_in (rand, 3) ? NAN : g_rand_int_range (rand, 0, 3),
    .parent = one_in (rand, 2) ? QD_ID_NONE
                               : store_random_pick_kind (store, rand, QD_ENTITY_OBJECTIVE, TRUE),
  };
  GError *failed = NULL;
  gboolean done;

  if (objective == QD_ID_NONE)
    return TRUE;
  done = qd_edit_change_objective (store, objective, &draft, &failed);

  return store_random_allow_refusal (done, failed, error);
}

static gboolean
set_numbers (QdStore  *store,
             GRand    *rand,
             GError  **error)
{
  QdId card = store_random_pick_kind (store, rand, QD_ENTITY_CARD, TRUE);
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (card == QD_ID_NONE)
    return TRUE;
  qd_transaction_set_integer (transaction, card, QD_FIELD_CARD_METRIC, QD_METRIC_CHANGE);
  qd_transaction_set_real (transaction, card, QD_FIELD_CARD_BASELINE,
                           g_rand_double_range (rand, -1e6, 1e6));
  qd_transaction_set_real (transaction, card, QD_FIELD_CARD_TARGET,
                           one_in (rand, 3) ? NAN : g_rand_int_range (rand, -5, 5) / 10.0);
  qd_transaction_set_real (transaction, card, QD_FIELD_CARD_WEIGHT,
                           g_rand_double_range (rand, 0, 3));
  qd_transaction_set_text (transaction, card, QD_FIELD_CARD_UNIT, one_in (rand, 2) ? "%" : "");

  return qd_transaction_commit (transaction, error);
}

/* Keys of somebody who types a description, or goes back to what stood there
 * before; often where the last one typed, too.
 */
static gboolean
type_text (QdStore  *store,
           GRand    *rand,
           GError  **error)
{
  static const char * const typed[] = { "", "a", "ab", "abc" };
  const char *text = typed[g_rand_int_range (rand, 0, G_N_ELEMENTS (typed))];
  QdId card = one_in (rand, 2) ? store_random_pick_kind (store, rand, QD_ENTITY_CARD, TRUE)
                               : store_random_pick (store, rand, "SELECT min(id) FROM card");
  const int n_keys = g_rand_int_range (rand, 1, 4);

  for (int i = 0; card != QD_ID_NONE && i < n_keys; i++)
    {
      g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

      qd_transaction_coalesce (transaction);
      qd_transaction_set_text (transaction, card, QD_FIELD_CARD_DESCRIPTION, text);
      if (!qd_transaction_commit (transaction, error))
        return FALSE;
      text = typed[g_rand_int_range (rand, 0, G_N_ELEMENTS (typed))];
    }

  return TRUE;
}

/* Many things in one transaction, as an import does it. */
static gboolean
import_cards (QdStore  *store,
              GRand    *rand,
              GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_IMPORT);
  QdId column = store_random_pick_kind (store, rand, QD_ENTITY_COLUMN, TRUE);
  QdId last = QD_ID_NONE;

  for (int i = 0; column != QD_ID_NONE && i < 6; i++)
    {
      g_autofree char *title = store_random_make_title (rand);
      QdId id = qd_transaction_create (transaction, QD_ENTITY_CARD);

      qd_transaction_place (transaction, QD_ENTITY_CARD, id, column,
                            (QdSide) g_rand_int_range (rand, 0, 4), last);
      qd_transaction_set_text (transaction, id, QD_FIELD_CARD_TITLE, title);
      last = id;
    }

  return qd_transaction_commit (transaction, error);
}

/* What may fail for want of something to take back. */
static gboolean
undo_or_redo (QdStore  *store,
              GRand    *rand,
              GError  **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *report = NULL;
  const gboolean done = one_in (rand, 3) ? qd_undo_redo (store, &report, &failed)
                                         : qd_undo_undo (store, &report, &failed);

  if (done || g_error_matches (failed, QD_ERROR, QD_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));

  return FALSE;
}

static gboolean
move_wildly (QdStore  *store,
             GRand    *rand,
             GError  **error)
{
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return move_beside (store, rand, QD_ENTITY_COLUMN, "SELECT id FROM board" BY_AGE, error);
    case 1:
      return move_beside (store, rand, QD_ENTITY_OBJECTIVE, "SELECT id FROM board" BY_AGE,
                          error);
    case 2:
      return move_beside (store, rand, QD_ENTITY_BOARD, "SELECT id FROM cycle" BY_AGE, error);
    case 3:
      return move_beside (store, rand, QD_ENTITY_TEAM,
                          "SELECT id FROM team UNION ALL SELECT 0", error);
    default:
      return move_beside (store, rand, QD_ENTITY_CARD, "SELECT id FROM \"column\"" BY_AGE,
                          error);
    }
}

/* Cells that no part of the program writes today, and rows that vanish. */
static gboolean
write_wildly (QdStore  *store,
              GRand    *rand,
              GError  **error)
{
  QdEntityKind kind = titled[g_rand_int_range (rand, 0, G_N_ELEMENTS (titled))];
  QdId id = store_random_pick_kind (store, rand, kind, FALSE);
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (id == QD_ID_NONE)
    return TRUE;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
    case 1:
      qd_transaction_set_integer (transaction, id, qd_field_of (kind, QD_FIELD_DELETED),
                                  one_in (rand, 2));
      break;
    case 2:
      qd_transaction_clear (transaction, id, qd_field_of (kind, QD_FIELD_CREATED));
      break;
    case 3:
      qd_transaction_clear (transaction, id, qd_field_of (kind, QD_FIELD_TITLE));
      break;
    case 4:
      qd_transaction_set_text (transaction, 12, QD_FIELD_CARD_TITLE, "Nowhere");
      break;
    default:
      qd_transaction_set_integer (transaction, id, qd_field_of (kind, QD_FIELD_CREATED),
                                  g_rand_int_range (rand, 1, 99));
      break;
    }

  return qd_transaction_commit (transaction, error);
}

GRand *
store_random_new (guint32 seed)
{
  return g_rand_new_with_seed (seed);
}

/* Two boards with objectives and cards. */
void
store_random_populate (QdStore *store,
                       GRand   *rand)
{
  static const StoreRandomStep first[] = {
    new_board, new_board, new_objective, new_objective, new_objective,
    new_card, new_card, new_card, new_card, new_card, new_card, give_card, give_card,
  };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr (GError) error = NULL;

      first[i] (store, rand, &error);
      g_assert_no_error (error);
    }
}

/* Does one thing; it may come to nothing for want of something to do it to. */
void
store_random_step (QdStore          *store,
                   GRand            *rand,
                   StoreRandomFlags  flags)
{
  static const StoreRandomStep steps[] = {
    move_card, move_card, move_card, move_card, move_card, move_card, move_other, move_other,
    new_card, new_card, new_card, new_objective, new_column, new_board, new_cycle,
    rename_thing, rename_thing, label_card, label_card, give_card, give_card, set_limit,
    change_objective, set_numbers, type_text, type_text, import_cards, archive_or_restore,
    archive_or_restore, archive_or_restore, store_random_use_boards, store_random_use_boards,
    store_random_use_boards, store_random_use_boards, store_random_use_card, store_random_use_card,
    store_random_use_card, store_random_use_card, store_random_use_card, store_random_use_card,
    store_random_use_card, store_random_use_card, store_random_use_card, store_random_use_card,
    store_random_end_cycle, store_random_end_cycle, store_random_end_cycle,
    store_random_end_cycle, store_random_end_cycle,
  };
  static const StoreRandomStep wild[] = {
    move_wildly, move_wildly, move_wildly, write_wildly, write_wildly, store_random_spoil_boards,
    store_random_spoil_boards, store_random_spoil_card, store_random_spoil_card,
    store_random_spoil_card, store_random_spoil_card,
  };
  g_autoptr (GError) error = NULL;
  StoreRandomStep step = steps[g_rand_int_range (rand, 0, G_N_ELEMENTS (steps))];

  if ((flags & STORE_RANDOM_UNDO) && one_in (rand, 4))
    step = undo_or_redo;
  else if ((flags & STORE_RANDOM_WILD) && one_in (rand, 4))
    step = wild[g_rand_int_range (rand, 0, G_N_ELEMENTS (wild))];
  else if ((flags & STORE_RANDOM_KEEP) && step == type_text)
    step = set_numbers;

  /* Only a closed board refuses what is asked for in the right way. */
  if (step (store, rand, &error) ||
      store_random_pick (store, rand, "SELECT id FROM board WHERE closed IS NOT NULL") ==
        QD_ID_NONE)
    g_assert_no_error (error);
  else
    g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
}
