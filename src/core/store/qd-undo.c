/* Undo and redo. The stack is the log itself, so it survives a restart: an undo
 * is a transaction that writes the old values back and names the entry it takes
 * back, a redo is the undo of an undo.
 *
 * A value is only taken back while the cell still holds what that entry wrote,
 * by this copy. What somebody else changed since stays, and the report says so;
 * so nobody may write between the look at the cells and the commit.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-history-private.h"
#include "qd-identity.h"
#include "qd-projection.h"
#include "qd-store-private.h"
#include "qd-transaction-private.h"
#include "qd-undo.h"

typedef enum
{
  STACK_UNDO,
  STACK_REDO,
} Stack;

/* What could not be taken back, as another device closed the board since: it would bar
 * the way to all that was done before. It is tried again after the next edit. */
typedef struct
{
  GHashTable *entries; /* (element-type gint64) */
  gint64 edit;         /* the last edit by then */
} Refused;

static void
refused_free (gpointer data)
{
  Refused *self = data;

  g_hash_table_unref (self->entries);
  g_free (self);
}

static Refused *
get_refused (QdStore *store)
{
  Refused *self = g_object_get_data (G_OBJECT (store), "qd-undo-refused");

  if (self == NULL)
    {
      self = g_new0 (Refused, 1);
      self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (store), "qd-undo-refused", self, refused_free);
    }

  return self;
}

static gboolean
update_refused (QdStore  *store,
                gint64    rid,
                GError  **error)
{
  Refused *self = get_refused (store);
  gint64 edit = 0;

  if (!qd_db_get_integer (qd_store_get_db (store), error, &edit,
                          "SELECT seq FROM tx WHERE rid=?1 AND kind NOT IN (1,2)"
                          " ORDER BY seq DESC LIMIT 1", "i", rid))
    return FALSE;
  if (edit != self->edit)
    g_hash_table_remove_all (self->entries);
  self->edit = edit;

  return TRUE;
}

/* Walks the log of this copy backwards, as far as it has one already. An undo or
 * redo consumes the entry that it names, so the first entry of the right kind that
 * nobody consumed and that was not refused is the top; 0 where there is none.
 */
static gint64
find_top (QdStore  *store,
          Stack     stack,
          gint64   *rid,
          GError  **error)
{
  g_autoptr (GHashTable) consumed = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                                           g_free, NULL);
  QdDb *db = qd_store_get_db (store);
  QdStream stream = { 0 };
  GError *failed = NULL;
  gint64 top = 0;
  sqlite3_stmt *row;

  if (!qd_identity_find_stream (db, qd_store_get_place (store), &stream, error))
    return 0;

  *rid = stream.rid;
  if (!update_refused (store, stream.rid, error))
    return 0;
  row = qd_db_query (db, error,
                     "SELECT seq, kind, ref_seq FROM tx WHERE rid=?1 ORDER BY seq DESC", "i",
                     stream.rid);
  while (row != NULL && qd_db_next (db, row, &failed))
    {
      gint64 seq = sqlite3_column_int64 (row, 0);
      QdTransactionKind kind = (QdTransactionKind) sqlite3_column_int (row, 1);
      gint64 ref = sqlite3_column_int64 (row, 2);
      const gboolean is_undo = kind == QD_TRANSACTION_UNDO;
      const gboolean free = !g_hash_table_contains (consumed, &seq);

      if (ref != 0)
        g_hash_table_add (consumed, g_memdup2 (&ref, sizeof ref));
      if (free && is_undo == (stack == STACK_REDO) &&
          !g_hash_table_contains (get_refused (store)->entries, &seq))
        {
          top = seq;
          break;
        }
      /* An edit forgets what was undone before it, also where it was itself undone
       * and done again. */
      if (stack == STACK_REDO && !is_undo && kind != QD_TRANSACTION_REDO)
        break;
    }
  if (row != NULL)
    sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return top;
}

static char *
dup_name (QdStore *store,
          Stack    stack)
{
  gint64 rid, seq;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  if (qd_store_get_read_only (store))
    return NULL;
  seq = find_top (store, stack, &rid, NULL);

  return seq != 0 ? qd_history_name (qd_store_get_db (store), rid, seq) : NULL;
}

/* The entry on top of a stack; without an @error where the stack is empty. */
static QdEntry *
read_top (QdStore  *store,
          Stack     stack,
          gint64   *rid,
          gint64   *seq,
          GError  **error)
{
  *seq = find_top (store, stack, rid, error);

  return *seq != 0 ? qd_log_read (qd_store_get_db (store), *rid, *seq, error) : NULL;
}

/* Wishes back all values of @entry that still stand; counts those that do not. */
static gboolean
wish_back (QdStore        *store,
           QdTransaction  *transaction,
           const QdEntry  *entry,
           gint64          rid,
           guint          *n_changed_since,
           GError        **error)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);
      g_auto (QdCell) cell = { 0 };

      if (!qd_projection_winner (qd_store_get_db (store), change->entity, change->field,
                                 QD_STAMP_MAX, &cell, error))
        return FALSE;
      if (cell.rid == rid && qd_value_equal (&cell.value, &change->value))
        qd_transaction_set_value (transaction, change->entity, change->field, &change->base);
      else
        (*n_changed_since)++;
    }

  return TRUE;
}

static char *
make_report (const char *name,
             Stack       stack,
             guint       n_changes,
             guint       n_changed_since)
{
  g_autofree char *done = NULL;

  if (n_changed_since == 0)
    return g_strdup_printf (stack == STACK_UNDO ? _("Undone: %s") : _("Redone: %s"), name);

  if (n_changed_since == n_changes)
    return g_strdup_printf (_("Left as it is, because it was changed since: %s"), name);

  done = g_strdup_printf (stack == STACK_UNDO ? _("Undone in part: %s")
                                              : _("Redone in part: %s"), name);

  return g_strdup_printf (ngettext ("%s (%u value was changed since and stays)",
                                    "%s (%u values were changed since and stay)",
                                    n_changed_since), done, n_changed_since);
}

static gboolean
take_back (QdStore  *store,
           Stack     stack,
           char    **report,
           GError  **error)
{
  g_autoptr (QdEntry) entry = NULL;
  g_autoptr (QdTransaction) transaction = NULL;
  g_autofree char *name = NULL;
  GError *failed = NULL;
  guint n_changed_since = 0;
  gint64 rid, seq;

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);

  transaction = qd_transaction_new (store, stack == STACK_UNDO ? QD_TRANSACTION_UNDO
                                                               : QD_TRANSACTION_REDO);
  if (!qd_transaction_lock (transaction, error))
    return FALSE;

  entry = read_top (store, stack, &rid, &seq, &failed);
  if (entry == NULL)
    {
      if (failed == NULL)
        g_set_error_literal (&failed, QD_ERROR, QD_ERROR_NOT_FOUND,
                             stack == STACK_UNDO ? _("There is nothing to undo.")
                                                 : _("There is nothing to redo."));
      g_propagate_error (error, failed);
      return FALSE;
    }

  name = qd_history_name (qd_store_get_db (store), rid, seq);
  qd_transaction_set_ref (transaction, seq);
  if (!wish_back (store, transaction, entry, rid, &n_changed_since, error))
    return FALSE;
  if (!qd_transaction_commit (transaction, &failed))
    {
      if (g_error_matches (failed, QD_ERROR, QD_ERROR_INVALID))
        g_hash_table_add (get_refused (store)->entries, g_memdup2 (&seq, sizeof seq));
      g_propagate_error (error, failed);
      return FALSE;
    }

  if (report != NULL)
    *report = make_report (name, stack, entry->changes->len, n_changed_since);

  return TRUE;
}

/**
 * qd_undo_dup_name:
 * @store: a store
 *
 * Returns: (transfer full) (nullable): what an undo would take back, as in
 *   "Undo %s"; %NULL where there is nothing
 */
char *
qd_undo_dup_name (QdStore *store)
{
  return dup_name (store, STACK_UNDO);
}

/**
 * qd_redo_dup_name:
 * @store: a store
 *
 * Returns: (transfer full) (nullable): what a redo would do again; %NULL where
 *   there is nothing
 */
char *
qd_redo_dup_name (QdStore *store)
{
  return dup_name (store, STACK_REDO);
}

/**
 * qd_undo_undo:
 * @store: a store
 * @report: (out) (optional) (transfer full): what was undone, and what was left
 *   because it was changed since
 * @error: return location; %QD_ERROR_NOT_FOUND where there is nothing to undo
 *
 * Takes back the last thing done in this copy of the file that was not taken
 * back yet. What is refused, as its board was closed elsewhere since, is passed over
 * the next time.
 *
 * Returns: whether it was taken back, at least as far as it still stood
 */
gboolean
qd_undo_undo (QdStore  *store,
              char    **report,
              GError  **error)
{
  return take_back (store, STACK_UNDO, report, error);
}

/**
 * qd_undo_redo:
 *
 * As qd_undo_undo(), for the last undo that no edit came after.
 *
 * Returns: whether it was done again, at least as far as it still stood
 */
gboolean
qd_undo_redo (QdStore  *store,
              char    **report,
              GError  **error)
{
  return take_back (store, STACK_REDO, report, error);
}
