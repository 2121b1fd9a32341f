/* The transaction builder: collects what one action changes and writes it as
 * one entry of the log.
 *
 * Nothing is read or written before the commit, and whoever looks at the file
 * to know what to wish for locks it first. At the commit each wish becomes a
 * change in its order: the place is chosen, the old value noted as base, the
 * projection updated; wishes that change nothing fall out. A transaction of
 * which nothing is left is not written at all.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "qd-closed.h"
#include "qd-place.h"
#include "qd-projection.h"
#include "qd-settle.h"
#include "qd-rank.h"
#include "qd-store-private.h"
#include "qd-transaction-private.h"

/* Typing goes on in the same undo step for so long after the last key. */
#define COALESCE_MS 30000

typedef struct
{
  QdId entity;
  int field;
  QdValue value;
  gboolean is_place;
  QdId parent;
  QdSide side;
  QdId anchor;
} Wish;

struct _QdTransaction
{
  QdStore *store;
  QdTransactionKind kind;
  gint64 ref;
  gboolean coalesce;
  GArray *wishes;
  GError *refused;

  /* From the lock to the commit. */
  gboolean locked;
  QdStream stream;
};

/* What the commit knows while it works through the wishes. */
typedef struct
{
  QdDb *db;
  QdEntry *entry;
  GHashTable *cells;
  gint64 newest;
} Work;

static void
wish_clear (gpointer data)
{
  Wish *wish = data;

  qd_value_clear (&wish->value);
}

static Wish *
add_wish (QdTransaction *self,
          QdId           entity,
          int            field)
{
  Wish *wish;

  g_array_set_size (self->wishes, self->wishes->len + 1);
  wish = &g_array_index (self->wishes, Wish, self->wishes->len - 1);
  wish->entity = entity;
  wish->field = field;

  return wish;
}

static guint
hash_change (gconstpointer key)
{
  const QdChange *change = key;

  return (guint) change->entity ^ (guint) (change->entity >> 32) ^ (guint) change->field * 31u;
}

static gboolean
equal_change (gconstpointer a,
              gconstpointer b)
{
  const QdChange *one = a;
  const QdChange *other = b;

  return one->entity == other->entity && one->field == other->field;
}

static void
free_change (gpointer data)
{
  QdChange *change = data;

  qd_value_clear (&change->base);
  qd_value_clear (&change->value);
  g_free (change);
}

/* One cell gets a value. A cell that the transaction touches twice is one
 * change, from the first base to the last value.
 */
static gboolean
work_set (Work           *work,
          QdId            entity,
          int             field,
          const QdValue  *value,
          GError        **error)
{
  QdChange key = { .entity = entity, .field = field };
  QdChange *change = g_hash_table_lookup (work->cells, &key);

  if (change == NULL)
    {
      g_auto (QdCell) cell = { 0 };

      if (!qd_projection_winner (work->db, entity, field, QD_STAMP_MAX, &cell, error))
        return FALSE;
      if (cell.stamp != 0 && qd_value_equal (&cell.value, value))
        return TRUE;
      if (cell.stamp == 0 && value->type == QD_VALUE_NULL)
        return TRUE;

      work->newest = MAX (work->newest, cell.stamp);
      change = g_new0 (QdChange, 1);
      change->entity = entity;
      change->field = field;
      qd_value_copy (&change->base, &cell.value);
      g_hash_table_insert (work->cells, change, change);
      g_array_set_size (work->entry->changes, work->entry->changes->len + 1);
      g_array_index (work->entry->changes, QdChange, work->entry->changes->len - 1) =
        (QdChange) { .entity = entity, .field = field };
    }
  qd_value_copy (&change->value, value);

  return qd_projection_set (work->db, "main", entity, field, value, error);
}

static gboolean
work_place (Work        *work,
            const Wish  *wish,
            GError     **error)
{
  g_autoptr (GArray) places = qd_changes_new ();

  if (!qd_place_choose (work->db, qd_field_get_entity_kind (wish->field), wish->entity,
                        wish->parent, wish->side, wish->anchor, places, error))
    return FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      const QdChange *place = &g_array_index (places, QdChange, i);

      if (!work_set (work, place->entity, place->field, &place->value, error))
        return FALSE;
    }

  return TRUE;
}

/* The final bases and values go into the entry, in the order of first touch. */
static void
work_finish (Work *work)
{
  GArray *changes = work->entry->changes;
  guint kept = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      QdChange key = g_array_index (changes, QdChange, i);
      const QdChange *change = g_hash_table_lookup (work->cells, &key);
      QdChange *slot;

      if (qd_value_equal (&change->base, &change->value))
        continue;
      slot = &g_array_index (changes, QdChange, kept++);
      slot->entity = change->entity;
      slot->field = change->field;
      qd_value_copy (&slot->base, &change->base);
      qd_value_copy (&slot->value, &change->value);
    }
  g_array_set_size (changes, kept);
}

/* Takes the newest entry back where this one goes on with the same typing. */
static gboolean
absorb_head (QdTransaction  *self,
             gint64          now,
             gboolean       *absorbed,
             GError        **error)
{
  const Wish *wish = &g_array_index (self->wishes, Wish, 0);
  QdDb *db = qd_store_get_db (self->store);
  QdStream *stream = &self->stream;
  const QdChange *change;
  g_autoptr (QdEntry) head = NULL;
  g_auto (QdCell) cell = { 0 };

  *absorbed = FALSE;
  if (!self->coalesce || self->wishes->len != 1 || stream->head <= stream->published)
    return TRUE;

  head = qd_log_read (db, stream->rid, stream->head, error);
  if (head == NULL)
    return FALSE;

  change = &g_array_index (head->changes, QdChange, 0);
  if (head->kind != QD_TRANSACTION_EDIT || head->changes->len != 1 ||
      change->entity != wish->entity || change->field != wish->field ||
      now - head->at > COALESCE_MS || now < head->at)
    return TRUE;

  *absorbed = TRUE;

  /* Another device may have written the cell since: what it wrote stands then. */
  return qd_log_drop_head (db, stream, head, error) &&
         qd_projection_winner (db, change->entity, change->field, QD_STAMP_MAX, &cell, error) &&
         qd_projection_set (db, "main", change->entity, change->field, &cell.value, error);
}

static gboolean
fulfil (QdTransaction  *self,
        Work           *work,
        GError        **error)
{
  for (guint i = 0; i < self->wishes->len; i++)
    {
      const Wish *wish = &g_array_index (self->wishes, Wish, i);
      const gboolean done = wish->is_place
                              ? work_place (work, wish, error)
                              : work_set (work, wish->entity, wish->field, &wish->value, error);

      if (!done)
        return FALSE;
    }
  work_finish (work);

  return TRUE;
}

/* The clock of a machine may be anywhere; what its user had seen still loses to
 * what he writes now.
 */
static gint64
choose_stamp (gint64 now,
              gint64 newest)
{
  const gint64 limit = QD_STAMP_LIMIT >> 16;

  return MAX (now > 0 && now < limit ? now << 16 : 1, newest + 1);
}

/* Typed back to where it began: nothing is left to write, but the models still
 * show what was taken back.
 */
static void
note_return (QdTransaction *self,
             QdEntry       *entry)
{
  const Wish *wish = &g_array_index (self->wishes, Wish, 0);
  QdChange change = { .entity = wish->entity, .field = wish->field };

  qd_value_copy (&change.value, &wish->value);
  g_array_append_val (entry->changes, change);
}

/* Writes the entry into the open transaction. @entry stays %NULL where nothing
 * would change.
 */
static gboolean
write_entry (QdTransaction  *self,
             QdEntry       **entry,
             GError        **error)
{
  g_autoptr (GHashTable) cells = g_hash_table_new_full (hash_change, equal_change, NULL,
                                                        free_change);
  g_autoptr (QdEntry) draft = qd_entry_new ();
  Work work = { qd_store_get_db (self->store), draft, cells, 0 };
  gboolean absorbed = FALSE;

  draft->at = MAX (0, qd_store_now (self->store));
  draft->kind = self->kind;
  draft->ref = self->ref;
  draft->author = g_strdup (qd_store_get_author (self->store));

  if (!absorb_head (self, draft->at, &absorbed, error) ||
      !fulfil (self, &work, error) ||
      !qd_closed_lets (work.db, draft->changes, error))
    return FALSE;

  /* An undo is written even where nothing could be taken back, so that the next
   * one goes on behind it. */
  if (draft->changes->len > 0 || self->ref != 0)
    {
      draft->stamp = choose_stamp (draft->at, work.newest);
      if (draft->stamp >= QD_STAMP_LIMIT)
        {
          g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID,
                               _("This was last changed by a computer whose clock was at the "
                                 "end of its time. It cannot be changed any more."));
          return FALSE;
        }
      if (!qd_log_append (work.db, &self->stream, draft, error))
        return FALSE;
    }
  else if (absorbed)
    note_return (self, draft);
  else
    return TRUE;

  if (!qd_settle_changes (work.db, draft->changes, error))
    return FALSE;
  *entry = g_steal_pointer (&draft);

  return TRUE;
}

static void
unlock (QdTransaction *self)
{
  if (self->locked)
    qd_store_cancel (self->store);
  self->locked = FALSE;
}

/**
 * qd_transaction_new:
 * @store: where to
 * @kind: what it is; undo and redo also name the entry that they take back
 *
 * Returns: (transfer full): an empty transaction; freeing it uncommitted
 *   changes nothing
 */
QdTransaction *
qd_transaction_new (QdStore           *store,
                    QdTransactionKind  kind)
{
  QdTransaction *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_new0 (QdTransaction, 1);
  self->store = g_object_ref (store);
  self->kind = kind;
  self->wishes = g_array_new (FALSE, TRUE, sizeof (Wish));
  g_array_set_clear_func (self->wishes, wish_clear);

  return self;
}

void
qd_transaction_free (QdTransaction *self)
{
  unlock (self);
  g_object_unref (self->store);
  g_array_unref (self->wishes);
  g_clear_error (&self->refused);
  g_free (self);
}

/**
 * qd_transaction_lock:
 * @self: a transaction
 * @error: return location; %QD_ERROR_LOCKED where another program does not let
 *   go of the file, %QD_ERROR_READ_ONLY, or %QD_ERROR_NEWER
 *
 * Keeps everybody else from writing until the commit, or until the transaction
 * is freed. Whoever looks at the file to know what to wish for calls this before
 * looking, and goes on at once.
 *
 * Returns: whether what is in the file now stays so until the commit
 */
gboolean
qd_transaction_lock (QdTransaction  *self,
                     GError        **error)
{
  if (!self->locked)
    self->locked = qd_store_begin (self->store, &self->stream, error);

  return self->locked;
}

/**
 * qd_transaction_coalesce:
 *
 * Lets the transaction, which sets a single field, replace the newest entry
 * where that one set the same field within the last 30 seconds and nobody else
 * has it yet: typing is one undo step.
 */
void
qd_transaction_coalesce (QdTransaction *self)
{
  self->coalesce = TRUE;
}

/**
 * qd_transaction_create:
 * @self: a transaction
 * @kind: what to create
 *
 * Returns: the id of the new thing, to be used in the same transaction
 */
QdId
qd_transaction_create (QdTransaction *self,
                       QdEntityKind   kind)
{
  return qd_transaction_create_after (self, kind, 0);
}

/**
 * qd_transaction_create_after:
 * @self: a transaction
 * @kind: what to create
 * @newest: when the newest of those was created that it shall come behind
 *
 * As qd_transaction_create(), for a thing whose place follows from when it was made:
 * a clock that goes ahead elsewhere does not put it before what its author had seen.
 *
 * Returns: the id of the new thing, to be used in the same transaction
 */
QdId
qd_transaction_create_after (QdTransaction *self,
                             QdEntityKind   kind,
                             gint64         newest)
{
  QdId id = qd_random_id ();
  const gint64 next = newest < G_MAXINT64 ? newest + 1 : newest;

  qd_transaction_set_integer (self, id, qd_field_of (kind, QD_FIELD_CREATED),
                              MAX (MAX (1, next), qd_store_now (self->store)));

  return id;
}

/**
 * qd_transaction_set_text:
 * @value: (nullable): valid UTF-8; %NULL and "" clear the field. Anything that
 *   is not UTF-8 lets the commit fail with %QD_ERROR_INVALID.
 */
void
qd_transaction_set_text (QdTransaction *self,
                         QdId           id,
                         QdField        field,
                         const char    *value)
{
  Wish *wish = add_wish (self, id, (int) field);

  if (value == NULL || *value == '\0')
    return;

  if (g_utf8_validate (value, -1, NULL))
    qd_value_set_text (&wish->value, value);
  else if (self->refused == NULL)
    g_set_error_literal (&self->refused, QD_ERROR, QD_ERROR_INVALID,
                         _("The text is not valid UTF-8. Nothing was changed."));
}

void
qd_transaction_set_integer (QdTransaction *self,
                            QdId           id,
                            QdField        field,
                            gint64         value)
{
  qd_value_set_integer (&add_wish (self, id, (int) field)->value, value);
}

/**
 * qd_transaction_set_real:
 * @value: a number; one that is not finite clears the field
 */
void
qd_transaction_set_real (QdTransaction *self,
                         QdId           id,
                         QdField        field,
                         double         value)
{
  qd_value_set_real (&add_wish (self, id, (int) field)->value, value);
}

void
qd_transaction_set_day (QdTransaction *self,
                        QdId           id,
                        QdField        field,
                        QdDay          value)
{
  qd_value_take_text (&add_wish (self, id, (int) field)->value, qd_day_to_iso (value));
}

/**
 * qd_transaction_set_id:
 * @value: another thing; %QD_ID_NONE clears the field
 */
void
qd_transaction_set_id (QdTransaction *self,
                       QdId           id,
                       QdField        field,
                       QdId           value)
{
  Wish *wish = add_wish (self, id, (int) field);

  if (value != QD_ID_NONE)
    qd_value_set_integer (&wish->value, value);
}

void
qd_transaction_clear (QdTransaction *self,
                      QdId           id,
                      QdField        field)
{
  add_wish (self, id, (int) field);
}

/**
 * qd_transaction_place:
 * @self: a transaction
 * @kind: what is placed
 * @id: which one
 * @parent: where to; for a board its cycle or %QD_ID_NONE
 * @side: where there
 * @anchor: the neighbour that @side speaks of, or %QD_ID_NONE
 *
 * Things are placed in the order of the calls, each seeing those before.
 */
void
qd_transaction_place (QdTransaction *self,
                      QdEntityKind   kind,
                      QdId           id,
                      QdId           parent,
                      QdSide         side,
                      QdId           anchor)
{
  Wish *wish = add_wish (self, id, (int) qd_field_of (kind, QD_FIELD_PLACE));

  wish->is_place = TRUE;
  wish->parent = parent;
  wish->side = side;
  wish->anchor = anchor;
}

/* For undo: the exact value of a cell, of any field. */
void
qd_transaction_set_value (QdTransaction *self,
                          QdId           id,
                          int            field,
                          const QdValue *value)
{
  qd_value_copy (&add_wish (self, id, field)->value, value);
}

void
qd_transaction_set_ref (QdTransaction *self,
                        gint64         ref)
{
  self->ref = ref;
}

/**
 * qd_transaction_commit:
 * @self: a transaction, which is empty afterwards
 * @error: return location
 *
 * Writes the transaction as one entry of the log. On success it is in the file; the
 * models show it when the call returns, and #QdStore::changed was emitted, unless
 * they cannot be read just then, which qd_store_catch_up() makes up for. Where
 * nothing would have changed, nothing was written. On failure nothing was changed
 * anywhere.
 *
 * Returns: whether everything is as wished
 */
gboolean
qd_transaction_commit (QdTransaction  *self,
                       GError        **error)
{
  g_autoptr (QdEntry) entry = NULL;
  gboolean written = FALSE;

  if (self->refused != NULL)
    g_propagate_error (error, g_steal_pointer (&self->refused));
  else if (self->wishes->len == 0 && self->ref == 0)
    written = TRUE;
  else
    written = qd_transaction_lock (self, error) && write_entry (self, &entry, error);

  g_array_set_size (self->wishes, 0);
  if (!written || entry == NULL)
    {
      unlock (self);
      return written;
    }
  self->locked = FALSE;

  return qd_store_finish (self->store, &self->stream, entry, error);
}
