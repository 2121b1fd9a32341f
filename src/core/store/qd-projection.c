/* From cells to rows: who wins a cell, and the typed tables that show the
 * winners. Everything here can be dropped and made again from the log.
 *
 * A row exists while the winner of its created cell is not null. A value that
 * does not fit its field, which only damage or malice can bring, shows as null.
 */

#include "config.h"

#include <gio/gio.h>
#include <math.h>

#include "qd-log.h"
#include "qd-projection.h"
#include "qd-rank.h"
#include "qd-schema.h"
#include "qd-settle.h"

/* The parameters of the statement that writes a row: the id, the fields by their
 * number, and the rank, which comes with the parent out of one field.
 */
#define FIRST_PARAMETER 2
#define RANK_PARAMETER(form) (FIRST_PARAMETER + (int) (form)->n_fields)

/* How things of a kind become rows. */
typedef struct
{
  QdEntityKind kind;
  const char *schema;
  const QdFieldInfo *fields;
  guint n_fields;
  char *insert;
} Form;

static void
form_init (Form         *self,
           const char   *schema,
           QdEntityKind  kind)
{
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) parameters = g_string_new ("?1");

  self->kind = kind;
  self->schema = schema;
  self->fields = qd_field_list (kind, &self->n_fields);
  for (guint i = 0; i < self->n_fields; i++)
    {
      const gboolean place = self->fields[i].type == QD_FIELD_TYPE_PLACE;
      const int parameter = FIRST_PARAMETER + (int) i;

      g_string_append_printf (columns, place ? ", %s, rank" : ", %s", self->fields[i].column);
      if (place)
        g_string_append_printf (parameters, ", coalesce(?%d, 0), coalesce(?%d, '')", parameter,
                                RANK_PARAMETER (self));
      else
        g_string_append_printf (parameters, ", ?%d", parameter);
    }
  self->insert = g_strdup_printf ("INSERT OR REPLACE INTO %s.\"%s\"(%s) VALUES(%s)", schema,
                                  qd_field_get_table (kind), columns->str, parameters->str);
}

static void
form_clear (Form *self)
{
  g_clear_pointer (&self->insert, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, form_clear)

static void
bind_typed (sqlite3_stmt      *statement,
            int                index,
            const QdFieldInfo *info,
            const QdValue     *value)
{
  const gboolean text = value->type == QD_VALUE_TEXT;
  const gboolean integer = value->type == QD_VALUE_INTEGER;

  switch (info->type)
    {
    case QD_FIELD_TYPE_INTEGER:
    case QD_FIELD_TYPE_ID:
      if (integer)
        {
          sqlite3_bind_int64 (statement, index, value->integer);
          return;
        }
      break;
    case QD_FIELD_TYPE_REAL:
      if (integer || text)
        {
          double real = integer ? (double) value->integer : g_ascii_strtod (value->text, NULL);

          if (isfinite (real))
            {
              sqlite3_bind_double (statement, index, real);
              return;
            }
        }
      break;
    case QD_FIELD_TYPE_TEXT:
    case QD_FIELD_TYPE_DAY:
    case QD_FIELD_TYPE_PLACE:
    default:
      if (text)
        {
          sqlite3_bind_text (statement, index, value->text, -1, SQLITE_TRANSIENT);
          return;
        }
      break;
    }
  sqlite3_bind_null (statement, index);
}

static gboolean
set_column (QdDb               *db,
            const char         *schema,
            QdId                entity,
            const QdFieldInfo  *info,
            const QdValue      *value,
            GError            **error)
{
  char sql[160];
  sqlite3_stmt *statement;
  QdId parent;
  const char *rank;

  if (info->type == QD_FIELD_TYPE_PLACE)
    {
      g_snprintf (sql, sizeof sql, "UPDATE %s.\"%s\" SET parent=?2, rank=?3 WHERE id=?1",
                  schema, info->table);
      qd_value_get_place (value, &parent, &rank);
      return qd_db_run (db, error, sql, "iis", entity, parent, rank);
    }

  g_snprintf (sql, sizeof sql, "UPDATE %s.\"%s\" SET %s=?2 WHERE id=?1",
              schema, info->table, info->column);
  statement = qd_db_query (db, error, sql, "i", entity);
  if (statement == NULL)
    return FALSE;
  bind_typed (statement, 2, info, value);

  return qd_db_finish (db, statement, error);
}

/* Of two values of one stamp, which only two devices can have written, the
 * greater hash of the entry wins, on every device alike.
 */
static gboolean
beats (QdDb    *db,
       gint64   rid,
       gint64   seq,
       QdCell  *cell,
       GError **error)
{
  gint64 greater = 0;

  return qd_db_get_integer (db, error, &greater,
                            "SELECT (SELECT hash FROM tx WHERE rid=?1 AND seq=?2)"
                            " > (SELECT hash FROM tx WHERE rid=?3 AND seq=?4)",
                            "iiii", rid, seq, cell->rid, cell->seq) && greater;
}

static gboolean
delete_row (QdDb         *db,
            const char   *schema,
            QdId          entity,
            QdEntityKind  kind,
            GError      **error)
{
  char sql[96];

  g_snprintf (sql, sizeof sql, "DELETE FROM %s.\"%s\" WHERE id=?1", schema,
              qd_field_get_table (kind));

  return qd_db_run (db, error, sql, "i", entity);
}

/* Puts the winner of a cell where the row shows it. */
static void
bind_cell (sqlite3_stmt      *insert,
           const Form        *form,
           const QdFieldInfo *info,
           const QdValue     *value)
{
  const int parameter = FIRST_PARAMETER + (int) (info - form->fields);
  QdId parent;
  const char *rank;

  if (info->merge == QD_FIELD_MERGE_CREATED)
    sqlite3_bind_int64 (insert, parameter, qd_value_get_integer (value));
  else if (info->type != QD_FIELD_TYPE_PLACE)
    bind_typed (insert, parameter, info, value);
  else
    {
      qd_value_get_place (value, &parent, &rank);
      sqlite3_bind_int64 (insert, parameter, parent);
      sqlite3_bind_text (insert, RANK_PARAMETER (form), rank, -1, SQLITE_TRANSIENT);
    }
}

/* A row none of whose cells was ever written. */
static sqlite3_stmt *
begin_row (QdDb        *db,
           const Form  *form,
           QdId         entity,
           GError     **error)
{
  sqlite3_stmt *insert = qd_db_query (db, error, form->insert, "");

  if (insert != NULL)
    {
      sqlite3_clear_bindings (insert);
      sqlite3_bind_int64 (insert, 1, entity);
    }

  return insert;
}

/* Binds the winners of the cells of @entity. @created tells who holds its created
 * cell, and is cleared where nobody does.
 */
static gboolean
bind_winners (QdDb          *db,
              const Form    *form,
              QdId           entity,
              gint64         stamp,
              sqlite3_stmt  *insert,
              QdValue       *created,
              GError       **error)
{
  const gint64 first = qd_field_of (form->kind, QD_FIELD_CREATED);
  g_auto (QdCell) best = { 0 };
  const QdFieldInfo *last = NULL;
  GError *failed = NULL;
  sqlite3_stmt *row;

  /* Backwards through the cells as they lie, so that the newest of each field comes
   * first. */
  row = qd_db_query (db, error,
                     "SELECT field, stamp, rid, seq, value FROM chg"
                     " WHERE ent=?1 AND field>=?2 AND field<?2+100 AND stamp<=?3"
                     " ORDER BY field DESC, stamp DESC", "iii", entity, first, stamp);
  while (row != NULL && failed == NULL && qd_db_next (db, row, &failed))
    {
      const QdFieldInfo *info = qd_field_lookup (sqlite3_column_int (row, 0));
      const gint64 at = sqlite3_column_int64 (row, 1);
      const gint64 rid = sqlite3_column_int64 (row, 2);
      const gint64 seq = sqlite3_column_int64 (row, 3);

      if (info == NULL ||
          (info == last && (best.stamp > at || !beats (db, rid, seq, &best, &failed))))
        continue;

      last = info;
      best.stamp = at;
      best.rid = rid;
      best.seq = seq;
      qd_db_value (row, 4, &best.value);
      bind_cell (insert, form, info, &best.value);
      if (info->merge == QD_FIELD_MERGE_CREATED)
        qd_value_copy (created, &best.value);
    }
  if (row != NULL)
    sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/* Writes the row of @entity as its cells were at @stamp, or removes it where it
 * did not exist then.
 */
static gboolean
write_row (QdDb        *db,
           const Form  *form,
           QdId         entity,
           gint64       stamp,
           GError     **error)
{
  g_auto (QdValue) created = QD_VALUE_INIT;
  sqlite3_stmt *insert = begin_row (db, form, entity, error);

  if (insert == NULL || !bind_winners (db, form, entity, stamp, insert, &created, error))
    return FALSE;

  return created.type == QD_VALUE_NULL
           ? delete_row (db, form->schema, entity, form->kind, error)
           : qd_db_finish (db, insert, error);
}

static gboolean
rebuild_rows (QdDb          *db,
              const char    *schema,
              GCancellable  *cancellable,
              GError       **error)
{
  Form forms[QD_ENTITY_LAST + 1] = { 0 };
  GError *failed = NULL;
  sqlite3_stmt *row;

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    form_init (&forms[kind], schema, (QdEntityKind) kind);

  row = qd_db_query (db, error,
                     "SELECT ent, field/100 FROM chg WHERE field % 100 = 0", "");
  while (row != NULL && failed == NULL && qd_db_next (db, row, &failed))
    {
      const QdEntityKind kind = (QdEntityKind) sqlite3_column_int (row, 1);

      if (qd_field_get_table (kind) != NULL &&
          !g_cancellable_set_error_if_cancelled (cancellable, &failed))
        write_row (db, &forms[kind], sqlite3_column_int64 (row, 0), QD_STAMP_MAX, &failed);
    }
  if (row != NULL)
    sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);
  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    form_clear (&forms[kind]);

  return row != NULL && failed == NULL;
}

void
qd_cell_clear (QdCell *self)
{
  qd_value_clear (&self->value);
  self->stamp = self->rid = self->seq = 0;
}

/**
 * qd_projection_winner:
 * @db: a connection
 * @entity: whose cell
 * @field: which cell
 * @stamp: only what was written up to this stamp; %QD_STAMP_MAX for today
 * @cell: (out): who holds the cell; cleared where nobody does
 * @error: return location
 *
 * Returns: whether the log could be read
 */
gboolean
qd_projection_winner (QdDb     *db,
                      QdId      entity,
                      int       field,
                      gint64    stamp,
                      QdCell   *cell,
                      GError  **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  qd_cell_clear (cell);
  row = qd_db_query (db, error,
                     "SELECT stamp, rid, seq, value FROM chg WHERE ent=?1 AND field=?2"
                     " AND stamp<=?3 ORDER BY stamp DESC", "iii",
                     entity, (gint64) field, stamp);
  if (row == NULL)
    return FALSE;

  while (qd_db_next (db, row, &failed))
    {
      gint64 at = sqlite3_column_int64 (row, 0);
      gint64 rid = sqlite3_column_int64 (row, 1);
      gint64 seq = sqlite3_column_int64 (row, 2);

      if (cell->stamp > at)
        {
          sqlite3_reset (row);
          break;
        }
      if (cell->stamp == at && !beats (db, rid, seq, cell, &failed))
        continue;

      cell->stamp = at;
      cell->rid = rid;
      cell->seq = seq;
      qd_db_value (row, 3, &cell->value);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

/**
 * qd_projection_set:
 * @db: a connection, inside a transaction
 * @schema: "main" or "temp"
 * @entity: whose cell
 * @field: which cell
 * @value: who holds it now
 * @error: return location
 *
 * Shows the new winner of a cell. A row that comes into being shows all cells
 * the log has for it.
 *
 * Returns: whether the projection shows it
 */
gboolean
qd_projection_set (QdDb           *db,
                   const char     *schema,
                   QdId            entity,
                   int             field,
                   const QdValue  *value,
                   GError        **error)
{
  const QdFieldInfo *info = qd_field_lookup (field);
  g_auto (QdValue) older = QD_VALUE_INIT;
  g_auto (Form) form = { 0 };
  sqlite3_stmt *insert;

  if (info == NULL)
    return TRUE;
  if (info->merge != QD_FIELD_MERGE_CREATED)
    return set_column (db, schema, entity, info, value, error);

  if (value->type == QD_VALUE_NULL)
    return delete_row (db, schema, entity, qd_field_get_entity_kind (info->field), error);

  /* The log does not hold this change yet: its cell is set by hand. */
  form_init (&form, schema, qd_field_get_entity_kind (info->field));
  insert = begin_row (db, &form, entity, error);
  if (insert == NULL ||
      !bind_winners (db, &form, entity, QD_STAMP_MAX, insert, &older, error))
    return FALSE;
  bind_cell (insert, &form, info, value);

  return qd_db_finish (db, insert, error);
}

/**
 * qd_projection_project:
 * @db: a connection, inside a transaction
 * @schema: "main" or "temp"
 * @kind: what they are
 * @entities: (element-type QdId): of which things
 * @stamp: as of when
 * @error: return location
 *
 * Writes the rows of things of one kind anew from their cells as they were at
 * @stamp, and removes those that did not exist then.
 *
 * Returns: whether the rows are as the log says
 */
gboolean
qd_projection_project (QdDb          *db,
                       const char    *schema,
                       QdEntityKind   kind,
                       GArray        *entities,
                       gint64         stamp,
                       GError       **error)
{
  g_auto (Form) form = { 0 };

  form_init (&form, schema, kind);
  for (guint i = 0; i < entities->len; i++)
    if (!write_row (db, &form, g_array_index (entities, QdId, i), stamp, error))
      return FALSE;

  return TRUE;
}

/**
 * qd_projection_rebuild:
 * @db: a connection
 * @cancellable: (nullable): checked at every row
 * @error: return location
 *
 * Forgets the cells and all projections and makes them again from the payloads
 * of the log, in one transaction.
 *
 * Returns: whether it was done; the file is as before where not
 */
gboolean
qd_projection_rebuild (QdDb          *db,
                       GCancellable  *cancellable,
                       GError       **error)
{
  if (!qd_db_begin (db, error))
    return FALSE;

  if (qd_db_exec (db, "DELETE FROM chg", error) &&
      qd_schema_clear_projections (db, "main", error) &&
      qd_log_replay (db, cancellable, error) &&
      rebuild_rows (db, "main", cancellable, error) &&
      qd_settle_cards (db, "main", error) &&
      qd_settle_search (db, error))
    return qd_db_commit (db, error);

  qd_db_rollback (db);

  return FALSE;
}

/**
 * qd_projection_build_shadow:
 * @db: a connection that only reads, inside a transaction
 * @cancellable: (nullable): checked at every row
 * @error: return location
 *
 * Makes the cells and all projections from the payloads of the log, as temporary
 * tables of the same names, to be compared with those in the file.
 *
 * Returns: whether they were made
 */
gboolean
qd_projection_build_shadow (QdDb          *db,
                            GCancellable  *cancellable,
                            GError       **error)
{
  return qd_schema_create_shadow (db, error) &&
         qd_log_replay (db, cancellable, error) &&
         rebuild_rows (db, "temp", cancellable, error) &&
         qd_settle_cards (db, "temp", error) &&
         qd_settle_search (db, error);
}
