/* Shows projections as models.
 *
 * There is one way from a row to an object, whether a file is opened, a card
 * was moved here, undone, or changed by another program: read the row, set what
 * differs, and put the object into the list where it belongs now (qd-rows.c).
 * Boards and columns are all there from the start; cards and objectives come
 * with qd_loader_load_board().
 */

#include "config.h"

#include "model/qd-board-private.h"
#include "model/qd-column-private.h"
#include "model/qd-objective.h"
#include "model/qd-ordered-list-private.h"
#include "model/qd-workspace-private.h"
#include "qd-loader-private.h"

static gboolean
load_kind (QdLoader      *self,
           QdEntityKind   kind,
           const char    *condition,
           QdId           id,
           GError       **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row = qd_rows_select (self, kind, condition, id, error);

  while (row != NULL && qd_db_next (self->db, row, &failed))
    qd_rows_show (self, kind, row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/* Many cards at once: one change of the list for each column. */
static gboolean
load_cards (QdLoader  *self,
            QdColumn  *column,
            GError   **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_object_unref);
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_rows_select (self, QD_ENTITY_CARD, "parent=?1 AND " QD_ROW_IS_ALIVE " ORDER BY rank, id",
                        qd_entity_get_id (QD_ENTITY (column)), error);
  while (row != NULL && qd_db_next (self->db, row, &failed))
    {
      QdEntity *entity = qd_rows_show_card_of (self, column, row);

      if (entity != NULL)
        g_ptr_array_add (cards, g_object_ref (entity));
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (row == NULL)
    return FALSE;

  qd_ordered_list_load (qd_column_get_cards (column), cards);
  qd_column_set_n_cards (column, cards->len);

  return TRUE;
}

/* Counts the cards of one column whose board is not loaded. */
static gboolean
count_cards (QdLoader  *self,
             QdId       id,
             GError   **error)
{
  QdColumn *column = qd_rows_lookup (self, id, QD_TYPE_COLUMN);
  g_autofree char *sql = NULL;
  gint64 n_cards = 0;

  if (column == NULL || qd_rows_loaded_column (self, id) != NULL)
    return TRUE;

  sql = g_strdup_printf ("SELECT count(*) FROM %s.card WHERE parent=?1 AND " QD_ROW_IS_ALIVE, self->schema);
  if (!qd_db_get_integer (self->db, error, &n_cards, sql, "i", id))
    return FALSE;
  qd_column_set_n_cards (column, (guint) n_cards);

  return TRUE;
}

static gboolean
count_all_cards (QdLoader  *self,
                 GError   **error)
{
  g_autofree char *sql = NULL;
  GError *failed = NULL;
  sqlite3_stmt *row;

  sql = g_strdup_printf ("SELECT parent, count(*) FROM %s.card WHERE " QD_ROW_IS_ALIVE
                         " GROUP BY parent", self->schema);
  row = qd_db_query (self->db, error, sql, "");
  while (row != NULL && qd_db_next (self->db, row, &failed))
    {
      QdColumn *column = qd_rows_lookup (self, sqlite3_column_int64 (row, 0), QD_TYPE_COLUMN);

      if (column != NULL)
        qd_column_set_n_cards (column, (guint) sqlite3_column_int (row, 1));
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/* Whether a row of the kind has an object to show it. */
static gboolean
wants_object (QdLoader      *self,
              QdEntityKind   kind,
              sqlite3_stmt  *row)
{
  QdBoard *board;

  if (qd_loader_lookup (self, sqlite3_column_int64 (row, QD_ROW_ID)) != NULL)
    return TRUE;
  if (kind == QD_ENTITY_CARD)
    return qd_rows_loaded_column (self, sqlite3_column_int64 (row, QD_ROW_FIRST)) != NULL;
  if (kind != QD_ENTITY_OBJECTIVE)
    return TRUE;

  board = qd_rows_lookup (self, sqlite3_column_int64 (row, QD_ROW_FIRST), QD_TYPE_BOARD);

  return board != NULL && qd_board_get_loaded (board);
}

/* A column that comes out of the archive may never have been filled. */
static gboolean
fill_if_empty (QdLoader  *self,
               QdId       id,
               GError   **error)
{
  QdColumn *column = qd_rows_loaded_column (self, id);

  return column == NULL || !qd_entity_get_alive (QD_ENTITY (column)) ||
         qd_ordered_list_get_length (qd_column_get_cards (column)) > 0 ||
         load_cards (self, column, error);
}

static gboolean
refresh (QdLoader      *self,
         QdEntityKind   kind,
         QdId           id,
         GError       **error)
{
  QdEntity *entity = qd_loader_lookup (self, id);
  GError *failed = NULL;
  gboolean found = FALSE;
  sqlite3_stmt *row = qd_rows_select (self, kind, "id=?1", id, error);

  if (row == NULL)
    return FALSE;

  if (qd_db_next (self->db, row, &failed))
    {
      found = TRUE;
      if (wants_object (self, kind, row))
        qd_rows_show (self, kind, row);
      sqlite3_reset (row);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (!found && entity != NULL)
    qd_rows_hide (self, entity);

  return kind != QD_ENTITY_COLUMN || fill_if_empty (self, id, error);
}

/* Cards name their objective only while it is alive. */
static gboolean
refresh_labelled (QdLoader  *self,
                  QdId       objective,
                  GError   **error)
{
  QdEntity *entity = qd_loader_lookup (self, objective);
  QdBoard *board = QD_IS_OBJECTIVE (entity)
                     ? qd_objective_get_board (QD_OBJECTIVE (entity)) : NULL;

  if (board == NULL || !qd_board_get_loaded (board))
    return TRUE;

  return load_kind (self, QD_ENTITY_CARD,
                    "objective=?1 AND parent IN (SELECT id FROM \"column\" WHERE parent="
                    "(SELECT parent FROM objective WHERE id=?1))", objective, error);
}

/* What else a changed cell makes stale. */
static gboolean
refresh_around (QdLoader        *self,
                const QdChange  *change,
                GError         **error)
{
  gint64 card = QD_ID_NONE;
  const char *rank;
  QdId from, to;

  if (change->field == QD_FIELD_CARD_PLACE)
    {
      qd_value_get_place (&change->base, &from, &rank);
      qd_value_get_place (&change->value, &to, &rank);
      return count_cards (self, from, error) && count_cards (self, to, error);
    }
  if (change->field == QD_FIELD_CARD_ARCHIVED || change->field == QD_FIELD_CARD_DELETED ||
      change->field == QD_FIELD_CARD_CREATED)
    return qd_db_get_integer (self->db, error, &card, "SELECT parent FROM card WHERE id=?1",
                              "i", change->entity) &&
           count_cards (self, card, error);
  if (change->field == QD_FIELD_OBJECTIVE_ARCHIVED || change->field == QD_FIELD_OBJECTIVE_CREATED ||
      change->field == QD_FIELD_OBJECTIVE_DELETED)
    return refresh_labelled (self, change->entity, error);

  if (qd_field_get_entity_kind (change->field) == QD_ENTITY_CHECKIN)
    {
      if (!qd_db_get_integer (self->db, error, &card, "SELECT card FROM checkin WHERE id=?1",
                              "i", change->entity))
        return FALSE;
      if (card == QD_ID_NONE && change->field == QD_FIELD_CHECKIN_CARD)
        card = qd_value_get_integer (&change->base);
      return card == QD_ID_NONE || refresh (self, QD_ENTITY_CARD, card, error);
    }

  return TRUE;
}

static gboolean
apply_kind (QdLoader      *self,
            QdEntityKind   kind,
            GArray        *changes,
            GHashTable    *done,
            GError       **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      QdChange *change = &g_array_index (changes, QdChange, i);

      if (qd_field_get_entity_kind (change->field) == kind &&
          g_hash_table_add (done, &change->entity) &&
          !refresh (self, kind, change->entity, error))
        return FALSE;
    }

  return TRUE;
}

/* Those that others point to come first. */
static const QdEntityKind order_of_kinds[] = {
  QD_ENTITY_CYCLE, QD_ENTITY_PERSON, QD_ENTITY_TEAM, QD_ENTITY_BOARD, QD_ENTITY_COLUMN,
  QD_ENTITY_OBJECTIVE, QD_ENTITY_CARD,
};

/**
 * qd_loader_new:
 * @db: a connection, which must outlive the loader
 * @schema: "main" for today, "temp" for another day
 *
 * Returns: (transfer full): a loader with an empty workspace
 */
QdLoader *
qd_loader_new (QdDb       *db,
               const char *schema)
{
  QdLoader *self = g_new0 (QdLoader, 1);

  self->db = db;
  self->schema = g_strdup (schema);
  self->workspace = qd_workspace_new ();
  self->entities = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          g_object_unref);

  return self;
}

void
qd_loader_free (QdLoader *self)
{
  g_object_unref (self->workspace);
  g_hash_table_unref (self->entities);
  g_free (self->schema);
  g_free (self);
}

/**
 * qd_loader_get_workspace:
 *
 * Returns: (transfer none): what the loader shows
 */
QdWorkspace *
qd_loader_get_workspace (QdLoader *self)
{
  return self->workspace;
}

/**
 * qd_loader_lookup:
 *
 * Returns: (transfer none) (nullable): the object of an id, where there is one
 */
QdEntity *
qd_loader_lookup (QdLoader *self,
                  QdId      id)
{
  return g_hash_table_lookup (self->entities, &id);
}

/**
 * qd_loader_load:
 * @self: a loader
 * @error: return location
 *
 * Reads everything but cards and objectives.
 *
 * Returns: whether all of it could be read
 */
gboolean
qd_loader_load (QdLoader  *self,
                GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_of_kinds); i++)
    if (order_of_kinds[i] != QD_ENTITY_OBJECTIVE && order_of_kinds[i] != QD_ENTITY_CARD &&
        !load_kind (self, order_of_kinds[i], "?1 IS ?1", 0, error))
      return FALSE;

  return count_all_cards (self, error);
}

/**
 * qd_loader_load_board:
 * @self: a loader
 * @board: one of its boards
 * @error: return location
 *
 * Reads the objectives and cards of a board; at once where they are there
 * already.
 *
 * Returns: whether all of them could be read
 */
gboolean
qd_loader_load_board (QdLoader  *self,
                      QdBoard   *board,
                      GError   **error)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  if (qd_board_get_loaded (board))
    return TRUE;

  if (!load_kind (self, QD_ENTITY_OBJECTIVE, "parent=?1 ORDER BY rank, id",
                  qd_entity_get_id (QD_ENTITY (board)), error))
    return FALSE;
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    if (!load_cards (self, qd_ordered_list_peek (columns, i), error))
      return FALSE;
  qd_board_set_loaded (board, TRUE);

  return TRUE;
}

/**
 * qd_loader_apply:
 * @self: a loader
 * @changes: (element-type QdChange): what was committed, here or elsewhere
 * @error: return location
 *
 * Lets the models show what was committed. Each thing is read once, whatever
 * was changed in it.
 *
 * Returns: whether everything could be read
 */
gboolean
qd_loader_apply (QdLoader  *self,
                 GArray    *changes,
                 GError   **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < G_N_ELEMENTS (order_of_kinds); i++)
    if (!apply_kind (self, order_of_kinds[i], changes, done, error))
      return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!refresh_around (self, &g_array_index (changes, QdChange, i), error))
      return FALSE;

  return TRUE;
}
