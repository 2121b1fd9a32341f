/* Answers to advice that are taken back.
 *
 * How they are given is in qd-edit-card.c, and how they are read in qd-details.c.
 */

#include "config.h"

#include "qd-answers.h"
#include "qd-field.h"
#include "qd-store-private.h"
#include "qd-transaction.h"

static GArray *
find_answers (QdStore     *store,
              QdId         about,
              int          rule,
              const char  *facts,
              GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  QdDb *db = qd_store_get_db (store);
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     "SELECT id FROM answer WHERE about=?1 AND rule=?2 AND coalesce(facts,'')=?3"
                     " AND coalesce(deleted,0)=0 AND coalesce(archived,0)=0 ORDER BY id", "iis",
                     about, (gint64) rule, facts);
  if (row == NULL)
    return NULL;

  while (qd_db_next (db, row, &failed))
    {
      QdId id = sqlite3_column_int64 (row, 0);

      g_array_append_val (ids, id);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return NULL;
    }

  return g_steal_pointer (&ids);
}

/**
 * qd_answers_withdraw:
 * @store: a store
 * @about: the card, objective or board that an advice is about
 * @rule: the number of the advice
 * @facts: what it rests on
 * @error: return location
 *
 * Puts away whatever was said to the advice, so that it is open again.
 *
 * Returns: whether nobody answers it any more
 */
gboolean
qd_answers_withdraw (QdStore     *store,
                     QdId         about,
                     int          rule,
                     const char  *facts,
                     GError     **error)
{
  g_autoptr (QdTransaction) transaction = NULL;
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  ids = find_answers (store, about, rule, facts, error);
  if (ids == NULL)
    return FALSE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  for (guint i = 0; i < ids->len; i++)
    qd_transaction_set_integer (transaction, g_array_index (ids, QdId, i),
                                qd_field_of (QD_ENTITY_ANSWER, QD_FIELD_ARCHIVED), 1);

  return qd_transaction_commit (transaction, error);
}
