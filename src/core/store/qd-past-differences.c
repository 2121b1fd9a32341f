/* Which texts and values of a card are others today than they were, and copying one of
 * them back: by the edit that a person would make, so that it is checked and undone as
 * any other.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-edit-card.h"
#include "qd-edit-plan.h"
#include "qd-edit.h"
#include "qd-number-text.h"
#include "qd-past-differences.h"
#include "qd-past-projection.h"
#include "qd-projection.h"
#include "qd-store-private.h"

/* What can be copied back, in the order in which the details of a card have it. */
static const struct
{
  QdField field;
  const char *name;
} fields[] = {
  { QD_FIELD_CARD_TITLE, N_("Title") },
  { QD_FIELD_CARD_OBJECTIVE, N_("Objective") },
  { QD_FIELD_CARD_OWNER, N_("Owner") },
  { QD_FIELD_CARD_BASELINE, N_("Baseline") },
  { QD_FIELD_CARD_TARGET, N_("Target") },
  { QD_FIELD_CARD_UPPER, N_("Upper limit") },
  { QD_FIELD_CARD_UNIT, N_("Unit") },
  { QD_FIELD_CARD_WEIGHT, N_("Weight") },
  { QD_FIELD_CARD_MEASUREMENT, N_("How it is measured") },
  { QD_FIELD_CARD_DESCRIPTION, N_("Description") },
};

/* NAN for none. */
static double
get_real (const QdValue *value)
{
  if (value->type == QD_VALUE_INTEGER)
    return (double) value->integer;

  return value->type == QD_VALUE_TEXT ? g_ascii_strtod (value->text, NULL) : NAN;
}

static gboolean
is_text (QdField field)
{
  return qd_field_lookup ((int) field)->type == QD_FIELD_TYPE_TEXT;
}

static gboolean
is_named (QdField field)
{
  return field == QD_FIELD_CARD_OBJECTIVE || field == QD_FIELD_CARD_OWNER;
}

/* The title of an objective or the name of a person as they are today; %NULL for none. */
static gboolean
read_name (QdStore        *store,
           QdField         field,
           const QdValue  *value,
           char          **name,
           GError        **error)
{
  QdDb *db = qd_store_get_db (store);
  const char *sql = field == QD_FIELD_CARD_OWNER ? "SELECT title FROM person WHERE id=?1"
                                                 : "SELECT title FROM objective WHERE id=?1";
  sqlite3_stmt *row = qd_db_query (db, error, sql, "i", qd_value_get_integer (value));
  GError *failed = NULL;

  *name = NULL;
  if (row == NULL)
    return FALSE;
  if (qd_db_next (db, row, &failed))
    {
      *name = g_strdup (qd_db_text (row, 0));
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

static gboolean
read_text (QdStore        *store,
           QdField         field,
           const QdValue  *value,
           char          **text,
           GError        **error)
{
  *text = NULL;
  if (is_named (field) && !read_name (store, field, value, text, error))
    return FALSE;
  if (is_text (field) && value->text != NULL && *value->text != '\0')
    *text = g_strdup (value->text);
  else if (!is_named (field) && !is_text (field) && !isnan (get_real (value)))
    *text = qd_number_text_exact (get_real (value));
  if (*text == NULL)
    *text = g_strdup ("—");

  return TRUE;
}

static gboolean
read_value (QdStore  *store,
            QdId      card,
            QdField   field,
            gint64    stamp,
            QdValue  *value,
            GError  **error)
{
  g_auto (QdCell) cell = { 0 };

  if (!qd_projection_winner (qd_store_get_db (store), card, (int) field, stamp, &cell, error))
    return FALSE;
  qd_value_copy (value, &cell.value);

  return TRUE;
}

static gboolean
compare_field (QdStore    *store,
               QdId        card,
               guint       nth,
               gint64      stamp,
               GPtrArray  *differences,
               GError    **error)
{
  const QdField field = fields[nth].field;
  g_auto (QdValue) then = QD_VALUE_INIT;
  g_auto (QdValue) now = QD_VALUE_INIT;
  g_autoptr (QdPastDifference) difference = g_new0 (QdPastDifference, 1);

  if (!read_value (store, card, field, stamp, &then, error) ||
      !read_value (store, card, field, QD_STAMP_MAX, &now, error))
    return FALSE;

  difference->field = field;
  difference->name = _(fields[nth].name);
  if (!read_text (store, field, &then, &difference->then, error) ||
      !read_text (store, field, &now, &difference->now, error))
    return FALSE;
  if (!g_str_equal (difference->then, difference->now))
    g_ptr_array_add (differences, g_steal_pointer (&difference));

  return TRUE;
}

void
qd_past_difference_free (QdPastDifference *self)
{
  g_free (self->then);
  g_free (self->now);
  g_free (self);
}

/**
 * qd_past_differences_read:
 * @store: the store of today
 * @card: a card
 * @instant: an instant at which it was there, in milliseconds since the Unix epoch
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type QdPastDifference): what of it reads
 *   otherwise today, and can be copied back
 */
GPtrArray *
qd_past_differences_read (QdStore  *store,
                          QdId      card,
                          gint64    instant,
                          GError  **error)
{
  g_autoptr (GPtrArray) differences = NULL;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  differences = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_past_difference_free);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!compare_field (store, card, i, qd_past_get_stamp_of (instant), differences, error))
      return NULL;

  return g_steal_pointer (&differences);
}

/* Only an objective that is still in sight on the board of the card can label it. */
static gboolean
copy_objective (QdStore        *store,
                QdId            card,
                const QdValue  *then,
                GError        **error)
{
  const QdId objective = qd_value_get_integer (then);
  gint64 there = objective == QD_ID_NONE;

  if (!there &&
      !qd_db_get_integer (qd_store_get_db (store), error, &there,
                          "SELECT count(*) FROM objective AS o JOIN \"column\" AS k"
                          " ON k.parent=o.parent JOIN card AS c ON c.parent=k.id"
                          " WHERE o.id=?1 AND c.id=?2 AND coalesce(o.archived,0)=0"
                          " AND coalesce(o.deleted,0)=0", "ii", objective, card))
    return FALSE;

  return there ? qd_edit_set_objective (store, card, objective, error)
               : qd_edit_refuse (error, _("The objective that the card had then is not on its "
                                          "board any more. Nothing was changed."));
}

static gboolean
copy_owner (QdStore        *store,
            QdId            card,
            const QdValue  *then,
            GError        **error)
{
  g_autofree char *name = NULL;

  return read_name (store, QD_FIELD_CARD_OWNER, then, &name, error) &&
         qd_edit_set_owner (store, card, name, error);
}

/**
 * qd_edit_copy_back:
 * @store: the store of today
 * @card: a card
 * @field: one of those of qd_past_differences_read()
 * @instant: an instant at which the card was there
 * @error: return location; %QD_ERROR_NOT_FOUND where the card is gone, %QD_ERROR_INVALID
 *   where what it had then cannot be any more
 *
 * Writes what the card had then, as one edit that can be undone.
 *
 * Returns: whether it is written
 */
gboolean
qd_edit_copy_back (QdStore  *store,
                   QdId      card,
                   QdField   field,
                   gint64    instant,
                   GError  **error)
{
  g_auto (QdValue) then = QD_VALUE_INIT;

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);

  if (!read_value (store, card, field, qd_past_get_stamp_of (instant), &then, error))
    return FALSE;

  if (field == QD_FIELD_CARD_TITLE)
    return qd_edit_rename (store, QD_ENTITY_CARD, card, then.text, error);
  if (field == QD_FIELD_CARD_OBJECTIVE)
    return copy_objective (store, card, &then, error);
  if (field == QD_FIELD_CARD_OWNER)
    return copy_owner (store, card, &then, error);

  return is_text (field) ? qd_edit_set_text (store, card, field, then.text, FALSE, error)
                         : qd_edit_set_figure (store, card, field, get_real (&then), error);
}
