/* A board that was closed stays as it was: nothing on it changes, by whatever way,
 * until it is reopened.
 *
 * Looks at what a transaction is about to write, so that no edit has to think of it,
 * nor an import or an undo. What comes from another device is not asked: entries of
 * others are never refused.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-closed.h"
#include "qd-field.h"
#include "qd-projection.h"

/* What an answer to an advice can be about. */
static const QdEntityKind kinds_answered[] = {
  QD_ENTITY_BOARD, QD_ENTITY_OBJECTIVE, QD_ENTITY_CARD,
};

/* What is about to be written, and what of it was found to be open: most changes of an
 * import are to the thing, and on the board, of the change before. */
typedef struct
{
  QdDb *db;
  GArray *changes;
  QdId open_board;
  QdId open_thing;
} Check;

static QdId
get_owner (const QdValue *value)
{
  QdId owner;
  const char *rank;

  return qd_value_get_place (value, &owner, &rank) ? owner : qd_value_get_integer (value);
}

/* What has no row any more, as its creation is taken back, stood where the log says. */
static gboolean
read_owner (QdDb               *db,
            const QdFieldInfo  *info,
            QdId                id,
            QdId               *owner,
            GError            **error)
{
  g_auto (QdCell) cell = { 0 };
  char sql[96];

  *owner = -1;
  g_snprintf (sql, sizeof sql, "SELECT coalesce(%s, 0) FROM \"%s\" WHERE id=?1", info->column,
              info->table);
  if (!qd_db_get_integer (db, error, owner, sql, "i", id))
    return FALSE;
  if (*owner >= 0)
    return TRUE;

  if (!qd_projection_winner (db, id, (int) info->field, QD_STAMP_MAX, &cell, error))
    return FALSE;
  *owner = get_owner (&cell.value);

  return TRUE;
}

/* From a thing, in sight or not, to the board that it stands on. */
static gboolean
find_board (QdDb          *db,
            QdEntityKind   kind,
            QdId           id,
            QdId          *board,
            GError       **error)
{
  const QdFieldInfo *owner;

  while (kind != QD_ENTITY_BOARD)
    {
      owner = qd_field_get_owner (kind);
      if (owner == NULL || owner->owner == kind)
        id = QD_ID_NONE;
      else if (!read_owner (db, owner, id, &id, error))
        return FALSE;
      if (id == QD_ID_NONE)
        break;
      kind = owner->owner;
    }
  *board = id;

  return TRUE;
}

/* The board is put away, looked at, reopened or put elsewhere among those of its cycle
 * without anything on it being another way. */
static gboolean
keeps_board (const QdChange *change)
{
  if (change->field == QD_FIELD_BOARD_PLACE)
    return get_owner (&change->base) == get_owner (&change->value);

  return change->field == QD_FIELD_BOARD_ARCHIVED || change->field == QD_FIELD_BOARD_DELETED ||
         change->field == QD_FIELD_BOARD_REVIEWED || change->field == QD_FIELD_BOARD_CLOSED;
}

static gboolean
is_opened_or_closed (GArray *changes,
                     QdId    board)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const QdChange *change = &g_array_index (changes, QdChange, i);

      if (change->entity == board && change->field == QD_FIELD_BOARD_CLOSED)
        return TRUE;
    }

  return FALSE;
}

/* So that nothing is asked of most files. */
static gboolean
may_be_closed (QdDb      *db,
               GArray    *changes,
               gboolean  *may,
               GError   **error)
{
  gint64 any = 0;

  if (!qd_db_get_integer (db, error, &any,
                          "SELECT EXISTS (SELECT 1 FROM board WHERE closed IS NOT NULL)", ""))
    return FALSE;

  *may = any != 0;
  for (guint i = 0; !*may && i < changes->len; i++)
    *may = g_array_index (changes, QdChange, i).field == QD_FIELD_BOARD_CREATED;

  return TRUE;
}

/* By the log, which tells of the time before these changes, also of a board without a
 * row. What they close or reopen themselves was open before, or is now. */
static gboolean
check_board (Check   *self,
             QdId     board,
             GError **error)
{
  g_auto (QdCell) closed = { 0 };
  g_auto (QdCell) title = { 0 };

  if (board == self->open_board)
    return TRUE;

  if (!qd_projection_winner (self->db, board, QD_FIELD_BOARD_CLOSED, QD_STAMP_MAX, &closed,
                             error))
    return FALSE;
  if (closed.value.type == QD_VALUE_NULL || is_opened_or_closed (self->changes, board))
    {
      self->open_board = board;
      return TRUE;
    }

  if (!qd_projection_winner (self->db, board, QD_FIELD_BOARD_TITLE, QD_STAMP_MAX, &title, error))
    return FALSE;
  g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
               _("The board “%s” is closed. Reopen it to change it."),
               title.value.text != NULL ? title.value.text : _("Untitled"));

  return FALSE;
}

static gboolean
check_place (Check         *self,
             QdEntityKind   kind,
             QdId           id,
             GError       **error)
{
  QdId board = QD_ID_NONE;

  return id == QD_ID_NONE ||
         (find_board (self->db, kind, id, &board, error) &&
          (board == QD_ID_NONE || check_board (self, board, error)));
}

/* Where a thing of @kind belongs; what an answer is about may be of several kinds. */
static gboolean
check_owner (Check         *self,
             QdEntityKind   kind,
             QdId           owner,
             GError       **error)
{
  if (kind != QD_ENTITY_ANSWER)
    return check_place (self, qd_field_get_owner (kind)->owner, owner, error);

  for (guint i = 0; i < G_N_ELEMENTS (kinds_answered); i++)
    if (!check_place (self, kinds_answered[i], owner, error))
      return FALSE;

  return TRUE;
}

static gboolean
check_thing (Check         *self,
             QdEntityKind   kind,
             QdId           id,
             GError       **error)
{
  if (kind != QD_ENTITY_ANSWER)
    return check_place (self, kind, id, error);

  return read_owner (self->db, qd_field_get_owner (kind), id, &id, error) &&
         check_owner (self, kind, id, error);
}

/* Other days of a cycle are others for what its closed boards came to. */
static gboolean
check_days (Check   *self,
            QdId     cycle,
            GError **error)
{
  g_autoptr (GArray) boards = NULL;

  boards = qd_db_list_ids (self->db,
                           "SELECT id FROM board WHERE parent=?1 AND closed IS NOT NULL",
                           cycle, error);
  if (boards == NULL)
    return FALSE;
  for (guint i = 0; i < boards->len; i++)
    if (!check_board (self, g_array_index (boards, QdId, i), error))
      return FALSE;

  return TRUE;
}

/* Where the thing is now, where it was before, and where it goes: what nobody has made
 * yet is nowhere so far.
 */
static gboolean
check_change (Check           *self,
              const QdChange  *change,
              GError         **error)
{
  const QdEntityKind kind = qd_field_get_entity_kind (change->field);
  const QdFieldInfo *owner = qd_field_get_owner (kind);

  if (change->field == QD_FIELD_CYCLE_FIRST_DAY || change->field == QD_FIELD_CYCLE_LAST_DAY)
    return check_days (self, change->entity, error);
  if (kind == QD_ENTITY_BOARD)
    return keeps_board (change) || check_board (self, change->entity, error);
  if (owner != NULL && (int) owner->field == change->field &&
      (!check_owner (self, kind, get_owner (&change->base), error) ||
       !check_owner (self, kind, get_owner (&change->value), error)))
    return FALSE;
  if (change->entity == self->open_thing)
    return TRUE;
  if (!check_thing (self, kind, change->entity, error))
    return FALSE;
  self->open_thing = change->entity;

  return TRUE;
}

/**
 * qd_closed_lets:
 * @db: a connection, inside a transaction
 * @changes: (element-type QdChange): what was just projected
 * @error: return location; %QD_ERROR_INVALID where something on a closed board would
 *   be another way
 *
 * Returns: whether all of it may be written
 */
gboolean
qd_closed_lets (QdDb     *db,
                GArray   *changes,
                GError  **error)
{
  Check self = { .db = db, .changes = changes };
  gboolean may = FALSE;

  if (!may_be_closed (db, changes, &may, error))
    return FALSE;
  for (guint i = 0; may && i < changes->len; i++)
    if (!check_change (&self, &g_array_index (changes, QdChange, i), error))
      return FALSE;

  return TRUE;
}
