/* What a person does with whose objective contributes to whose, and which team is a part
 * of which, each as one transaction.
 *
 * Refuses to close a ring. Looks in the file, with the lock held, and also at what is
 * archived there: it may come back.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-db.h"
#include "qd-edit-align.h"
#include "qd-edit-plan.h"
#include "qd-edit-require.h"
#include "qd-find.h"
#include "qd-store-private.h"

/* Whether @id is above @from, or is @from itself. UNION meets each thing once, so that
 * a ring ends, too. */
static gboolean
is_above (QdStore     *store,
          const char  *table,
          const char  *column,
          QdId         id,
          QdId         from,
          gboolean    *above,
          GError     **error)
{
  g_autofree char *sql = NULL;
  gint64 count = 0;

  sql = g_strdup_printf ("WITH RECURSIVE line(id) AS (SELECT ?2 UNION SELECT t.%s"
                         "  FROM line JOIN \"%s\" AS t ON t.id=line.id)"
                         " SELECT count(*) FROM line WHERE id=?1", column, table);
  if (!qd_db_get_integer (qd_store_get_db (store), error, &count, sql, "ii", id, from))
    return FALSE;
  *above = count > 0;

  return TRUE;
}

/* Refuses with @format, which speaks of the upper thing, then of the lower, and at last
 * of the upper one again. */
static gboolean
refuse_ring (QdStore     *store,
             QdField      title,
             QdId         lower,
             QdId         upper,
             const char  *format,
             GError     **error)
{
  g_autofree char *below = NULL;
  g_autofree char *above = NULL;
  g_autofree char *text = NULL;

  if (!qd_find_text (store, lower, title, &below, error) ||
      !qd_find_text (store, upper, title, &above, error))
    return FALSE;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, above != NULL ? above : _("Untitled"),
                          below != NULL ? below : _("Untitled"),
                          above != NULL ? above : _("Untitled"));
#pragma GCC diagnostic pop

  return qd_edit_refuse (error, text);
}

static gboolean
check_parent (QdStore        *store,
              QdTransaction  *transaction,
              QdId            objective,
              QdId            parent,
              GError        **error)
{
  gboolean above = FALSE;

  if (objective == parent)
    return qd_edit_refuse (error, _("An objective cannot be aligned to itself. Choose another "
                                    "one."));
  if (!qd_edit_require (store, transaction, QD_ENTITY_OBJECTIVE, parent, error) ||
      !is_above (store, "objective", "aligned_to", objective, parent, &above, error))
    return FALSE;

  return !above ||
         refuse_ring (store, QD_FIELD_OBJECTIVE_TITLE, objective, parent,
                      /* Translators: the first and the third are the same objective */
                      _("“%s” contributes to “%s” already, so the two would go round in a "
                        "circle. Take the alignment off “%s” first, or choose another "
                        "objective."), error);
}

/**
 * qd_edit_plan_parent:
 * @store: a store
 * @transaction: a transaction of it
 * @objective: an objective
 * @parent: the objective that it contributes to, or %QD_ID_NONE
 * @error: return location; as for qd_edit_align()
 *
 * Aligns an objective as part of a transaction.
 *
 * Returns: whether that can be
 */
gboolean
qd_edit_plan_parent (QdStore        *store,
                     QdTransaction  *transaction,
                     QdId            objective,
                     QdId            parent,
                     GError        **error)
{
  if (parent != QD_ID_NONE && !check_parent (store, transaction, objective, parent, error))
    return FALSE;
  qd_transaction_set_id (transaction, objective, QD_FIELD_OBJECTIVE_PARENT, parent);

  return TRUE;
}

/**
 * qd_edit_align:
 * @store: a store
 * @objective: an objective
 * @parent: the objective that it contributes to, on any board; %QD_ID_NONE takes the
 *   alignment off
 * @error: return location; %QD_ERROR_INVALID where a ring would close, %QD_ERROR_NOT_FOUND
 *   where one of them is gone
 *
 * Returns: whether it is aligned so
 */
gboolean
qd_edit_align (QdStore  *store,
               QdId      objective,
               QdId      parent,
               GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);

  if (!qd_edit_require (store, transaction, QD_ENTITY_OBJECTIVE, objective, error) ||
      !qd_edit_plan_parent (store, transaction, objective, parent, error))
    return FALSE;

  return qd_transaction_commit (transaction, error);
}

static gboolean
check_team_parent (QdStore  *store,
                   QdId      team,
                   QdId      parent,
                   GError  **error)
{
  gboolean above = FALSE;

  if (team == parent)
    return qd_edit_refuse (error, _("A team cannot be a part of itself. Choose another one."));
  if (!is_above (store, "team", "parent", team, parent, &above, error))
    return FALSE;

  return !above ||
         refuse_ring (store, QD_FIELD_TEAM_TITLE, team, parent,
                      /* Translators: the first and the third are the same team */
                      _("“%s” is a part of “%s” already, so the two would go round in a "
                        "circle. Take “%s” out first, or choose another team."), error);
}

/* Nothing is written where the team stands there already: it would go to the end. */
static gboolean
place_team (QdStore        *store,
            QdTransaction  *transaction,
            QdId            team,
            QdId            parent,
            GError        **error)
{
  gint64 before = QD_ID_NONE;

  if (!qd_db_get_integer (qd_store_get_db (store), error, &before,
                          "SELECT parent FROM team WHERE id=?1", "i", team))
    return FALSE;
  if (before != parent)
    qd_transaction_place (transaction, QD_ENTITY_TEAM, team, parent, QD_SIDE_LAST, QD_ID_NONE);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_set_team_parent:
 * @store: a store
 * @team: a team
 * @parent: (nullable): name of the team that it is a part of; one that is not known yet
 *   is made, and %NULL and "" take it out of the one it is in
 * @error: return location; %QD_ERROR_INVALID where a ring would close, %QD_ERROR_NOT_FOUND
 *   where the team is gone
 *
 * Returns: whether it is a part of that team
 */
gboolean
qd_edit_set_team_parent (QdStore     *store,
                         QdId         team,
                         const char  *parent,
                         GError     **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  g_autofree char *tidy = NULL;
  QdId id = QD_ID_NONE;

  if (!qd_edit_require (store, transaction, QD_ENTITY_TEAM, team, error))
    return FALSE;
  if (parent == NULL || *parent == '\0')
    return place_team (store, transaction, team, QD_ID_NONE, error);

  tidy = qd_edit_tidy_title (parent, error);
  if (tidy == NULL ||
      !qd_edit_plan_named (store, transaction, QD_ENTITY_TEAM, tidy, &id, error) ||
      !check_team_parent (store, team, id, error))
    return FALSE;

  return place_team (store, transaction, team, id, error);
}

/* Where the card stands now. */
static gboolean
find_board (QdStore  *store,
            QdId      card,
            QdId     *board,
            GError  **error)
{
  return qd_db_get_integer (qd_store_get_db (store), error, board,
                            "SELECT k.parent FROM card AS c JOIN \"column\" AS k ON k.id=c.parent"
                            " WHERE c.id=?1", "i", card);
}

/* An objective on @board that is like @model in all that it says of itself; what was
 * never written there is not written here. */
static gboolean
plan_like (QdStore        *store,
           QdTransaction  *transaction,
           QdId            board,
           QdId            model,
           QdId           *id,
           GError        **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (qd_store_get_db (store), error,
                     "SELECT title, why, colour, commitment, weight, aligned_to FROM objective"
                     " WHERE id=?1", "i", model);
  if (row != NULL && qd_db_next (qd_store_get_db (store), row, &failed))
    {
      *id = qd_edit_plan_objective (transaction, board, qd_db_text (row, 0),
                                    qd_db_text (row, 1), (guint) sqlite3_column_int (row, 2));
      if (sqlite3_column_type (row, 3) != SQLITE_NULL)
        qd_transaction_set_integer (transaction, *id, QD_FIELD_OBJECTIVE_COMMITMENT,
                                    sqlite3_column_int64 (row, 3));
      if (sqlite3_column_type (row, 4) != SQLITE_NULL)
        qd_transaction_set_real (transaction, *id, QD_FIELD_OBJECTIVE_WEIGHT,
                                 sqlite3_column_double (row, 4));
      qd_transaction_set_id (transaction, *id, QD_FIELD_OBJECTIVE_PARENT,
                             sqlite3_column_int64 (row, 5));
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/* One of the same title may have come there since the card did. */
static gboolean
find_or_plan_like (QdStore        *store,
                   QdTransaction  *transaction,
                   QdId            board,
                   QdId            model,
                   QdId           *id,
                   GError        **error)
{
  g_autofree char *title = NULL;
  GError *failed = NULL;

  *id = QD_ID_NONE;
  if (!qd_find_text (store, model, QD_FIELD_OBJECTIVE_TITLE, &title, error))
    return FALSE;
  if (title != NULL)
    *id = qd_find_titled (store, QD_ENTITY_OBJECTIVE, board, title, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }

  return *id != QD_ID_NONE || plan_like (store, transaction, board, model, id, error);
}

/**
 * qd_edit_label_anew:
 * @store: a store
 * @card: a card that came from another board
 * @objective: the objective that it had there
 * @error: return location; %QD_ERROR_NOT_FOUND where one of them is gone
 *
 * Makes an objective like @objective on the board where the card stands now, aligned to
 * the same parent, and labels the card with it. Where the board has one of the same
 * title by now, the card gets that.
 *
 * Returns: the objective that the card is labelled with, or %QD_ID_NONE
 */
QdId
qd_edit_label_anew (QdStore  *store,
                    QdId      card,
                    QdId      objective,
                    GError  **error)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  QdId board = QD_ID_NONE;
  QdId id;

  if (!qd_edit_require (store, transaction, QD_ENTITY_CARD, card, error) ||
      !qd_edit_require (store, transaction, QD_ENTITY_OBJECTIVE, objective, error) ||
      !find_board (store, card, &board, error) ||
      !find_or_plan_like (store, transaction, board, objective, &id, error))
    return QD_ID_NONE;
  qd_transaction_set_id (transaction, card, QD_FIELD_CARD_OBJECTIVE, id);

  return qd_edit_commit_new (transaction, id, error);
}
