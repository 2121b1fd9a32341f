/* Shows projections as models.
 *
 * There is one way from a row to an object, whether a file is opened, a card
 * was moved here, undone, or changed by another program: read the row, set what
 * differs, and put the object into the list where it belongs now (qd-rows.c).
 * Boards, columns and objectives are all there from the start, as objectives point
 * from board to board; cards come with qd_loader_load_board().
 */

#include "config.h"

#include "model/qd-board-private.h"
#include "model/qd-card.h"
#include "model/qd-column-private.h"
#include "model/qd-objective.h"
#include "model/qd-ordered-list-private.h"
#include "model/qd-workspace-private.h"
#include "qd-loader-private.h"
#include "qd-settle.h"

/* Whether a row of the kind has an object to show it. */
static gboolean
wants_object (QdLoader      *self,
              QdEntityKind   kind,
              sqlite3_stmt  *row)
{
  return kind != QD_ENTITY_CARD ||
         qd_loader_lookup (self, sqlite3_column_int64 (row, QD_ROW_ID)) != NULL ||
         qd_rows_loaded_column (self, sqlite3_column_int64 (row, QD_ROW_FIRST)) != NULL;
}

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
    if (wants_object (self, kind, row))
      qd_rows_show (self, kind, row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/* Many cards at once: one change of the list for each column. */
gboolean
qd_loader_load_cards (QdLoader  *self,
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
      QdCardRow card;
      QdEntity *entity;

      qd_card_row_read (&card, row, NULL);
      entity = qd_rows_show_card_of (self, column, &card);
      if (entity != NULL)
        g_ptr_array_add (cards, g_object_ref (entity));
      qd_card_row_clear (&card);
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

  sql = g_strdup_printf ("SELECT count(*) FROM %s.card WHERE parent=?1 AND " QD_ROW_IS_ALIVE,
                         self->schema);
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

/* A column holds its cards while it is alive and on a board that is loaded;
 * otherwise it only knows how many there are.
 */
static gboolean
fill_or_empty (QdLoader  *self,
               QdId       id,
               GError   **error)
{
  QdColumn *column = qd_rows_lookup (self, id, QD_TYPE_COLUMN);

  if (column == NULL)
    return TRUE;

  if (qd_rows_loaded_column (self, id) == NULL)
    {
      qd_rows_empty_column (column);
      return count_cards (self, id, error);
    }

  return qd_ordered_list_get_length (qd_column_get_cards (column)) > 0 ||
         qd_loader_load_cards (self, column, error);
}

/* What stands on a board that came, or came back: it may have been there before. */
static gboolean
refresh_board (QdLoader  *self,
               QdId       id,
               GError   **error)
{
  QdBoard *board;

  if (!load_kind (self, QD_ENTITY_OBJECTIVE, "parent=?1", id, error) ||
      !load_kind (self, QD_ENTITY_COLUMN, "parent=?1", id, error))
    return FALSE;

  board = qd_rows_lookup (self, id, QD_TYPE_BOARD);
  for (guint i = 0;
       board != NULL && i < qd_ordered_list_get_length (qd_board_get_columns (board)); i++)
    {
      QdEntity *column = qd_ordered_list_peek (qd_board_get_columns (board), i);

      if (!fill_or_empty (self, qd_entity_get_id (column), error))
        return FALSE;
    }

  return TRUE;
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
  /* An answer may be about an objective or a board, which is no card that went. */
  if (!found && entity != NULL && qd_entity_get_kind (entity) == kind)
    qd_rows_forget (self, entity);

  return kind != QD_ENTITY_COLUMN || fill_or_empty (self, id, error);
}

/* What names a thing that came or went; for cards see refresh_named_cards(). A name
 * of nothing shows as no name.
 */
static gboolean
refresh_naming (QdLoader      *self,
                QdEntityKind   kind,
                QdId           id,
                GError       **error)
{
  switch (kind)
    {
    case QD_ENTITY_CYCLE:
      return load_kind (self, QD_ENTITY_BOARD, "parent=?1", id, error);
    case QD_ENTITY_TEAM:
      return load_kind (self, QD_ENTITY_TEAM, "parent=?1", id, error) &&
             load_kind (self, QD_ENTITY_BOARD, "team=?1", id, error);
    case QD_ENTITY_BOARD:
      return refresh_board (self, id, error);
    case QD_ENTITY_NONE:
    case QD_ENTITY_COLUMN:
    case QD_ENTITY_OBJECTIVE:
    case QD_ENTITY_CARD:
    case QD_ENTITY_PERSON:
    case QD_ENTITY_MILESTONE:
    case QD_ENTITY_CHECKIN:
    case QD_ENTITY_COMMENT:
    case QD_ENTITY_DEPENDENCY:
    case QD_ENTITY_PHASE:
    case QD_ENTITY_ANSWER:
    case QD_ENTITY_VIEW:
    default:
      return TRUE;
    }
}

/* All things that one ever belonged to, by the field in which it says so. A place is
 * "<parent>/<rank>", of which the number counts.
 */
static GArray *
list_owners (QdLoader  *self,
             QdId       thing,
             int        field,
             GError   **error)
{
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (QdId));
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (self->db, error,
                     "SELECT DISTINCT CAST(value AS INTEGER) FROM chg WHERE ent=?1 AND field=?2"
                     " AND value IS NOT NULL", "ii", thing, (gint64) field);
  while (row != NULL && qd_db_next (self->db, row, &failed))
    {
      const QdId owner = sqlite3_column_int64 (row, 0);

      g_array_append_val (owners, owner);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL ? g_steal_pointer (&owners) : NULL;
}

/* The cards that a thing ever belonged to: what an entry of somebody else took it from
 * need not be what showed it here.
 */
static gboolean
refresh_owners (QdLoader  *self,
                QdId       thing,
                int        field,
                GError   **error)
{
  g_autoptr (GArray) owners = list_owners (self, thing, field, error);

  for (guint i = 0; owners != NULL && i < owners->len; i++)
    if (!refresh (self, QD_ENTITY_CARD, g_array_index (owners, QdId, i), error))
      return FALSE;

  return owners != NULL;
}

static void
add_id (GHashTable *ids,
        QdId        id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

/* Adds the columns that a card left or came to: where that is not known, all that it
 * ever stood in. Its row may be gone.
 */
static gboolean
add_columns (QdLoader        *self,
             const QdChange  *change,
             GHashTable      *columns,
             GError         **error)
{
  g_autoptr (GArray) places = NULL;
  const char *rank;
  QdId from, to;

  if (change->field == QD_FIELD_CARD_PLACE && change->base.type != QD_VALUE_NULL)
    {
      qd_value_get_place (&change->base, &from, &rank);
      qd_value_get_place (&change->value, &to, &rank);
      add_id (columns, from);
      add_id (columns, to);
      return TRUE;
    }

  places = list_owners (self, change->entity, QD_FIELD_CARD_PLACE, error);
  for (guint i = 0; places != NULL && i < places->len; i++)
    add_id (columns, g_array_index (places, QdId, i));

  return places != NULL;
}

/* What else a changed cell makes stale; @columns collects those to be counted. */
static gboolean
refresh_around (QdLoader        *self,
                const QdChange  *change,
                GHashTable      *columns,
                GError         **error)
{
  const int owner_field =
    qd_settle_get_owner_field (qd_field_get_entity_kind (change->field));

  if (owner_field != 0)
    return refresh_owners (self, change->entity, owner_field, error);
  /* Its cards show objectives of the board they are on now. */
  if (change->field == QD_FIELD_COLUMN_PLACE)
    return load_kind (self, QD_ENTITY_CARD, "parent=?1", change->entity, error);
  if (change->field == QD_FIELD_CARD_PLACE || change->field == QD_FIELD_CARD_ARCHIVED ||
      change->field == QD_FIELD_CARD_DELETED || change->field == QD_FIELD_CARD_CREATED)
    return add_columns (self, change, columns, error);
  if (change->field % 100 == QD_FIELD_CREATED)
    return refresh_naming (self, qd_field_get_entity_kind (change->field), change->entity,
                           error);

  return TRUE;
}

static gboolean
count_columns (QdLoader    *self,
               GHashTable  *columns,
               GError     **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, columns);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!count_cards (self, *(const QdId *) id, error))
      return FALSE;

  return TRUE;
}

/* Whether cards may show another objective or owner for it: they show the
 * objective only while it is alive and on their board.
 */
static gboolean
is_named_anew (const QdChange *change)
{
  return change->field == QD_FIELD_OBJECTIVE_CREATED ||
         change->field == QD_FIELD_OBJECTIVE_ARCHIVED ||
         change->field == QD_FIELD_OBJECTIVE_DELETED ||
         change->field == QD_FIELD_OBJECTIVE_PLACE ||
         change->field == QD_FIELD_PERSON_CREATED;
}

static gboolean
names_any (QdLoader    *self,
           QdId         card,
           GHashTable  *things,
           gboolean    *names,
           GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT objective, owner FROM %s.card WHERE id=?1",
                                          self->schema);
  sqlite3_stmt *row = qd_db_query (self->db, error, sql, "i", card);
  GError *failed = NULL;

  *names = FALSE;
  if (row == NULL)
    return FALSE;

  if (qd_db_next (self->db, row, &failed))
    {
      const QdId objective = sqlite3_column_int64 (row, 0);
      const QdId owner = sqlite3_column_int64 (row, 1);

      *names = g_hash_table_contains (things, &objective) ||
               g_hash_table_contains (things, &owner);
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

/* The cards that are loaded are few; those of the file may be very many, and have
 * no index of what they name.
 */
static gboolean
refresh_named_cards (QdLoader  *self,
                     GArray    *changes,
                     GError   **error)
{
  g_autoptr (GHashTable) things = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GList) entities = NULL;

  for (guint i = 0; i < changes->len; i++)
    if (is_named_anew (&g_array_index (changes, QdChange, i)))
      g_hash_table_add (things, &g_array_index (changes, QdChange, i).entity);
  if (g_hash_table_size (things) == 0)
    return TRUE;

  entities = g_hash_table_get_values (self->entities);
  for (GList *node = entities; node != NULL; node = node->next)
    {
      const QdId id = qd_entity_get_id (node->data);
      gboolean names = FALSE;

      if (QD_IS_CARD (node->data) &&
          (!names_any (self, id, things, &names, error) ||
           (names && !refresh (self, QD_ENTITY_CARD, id, error))))
        return FALSE;
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
  QD_ENTITY_OBJECTIVE, QD_ENTITY_VIEW, QD_ENTITY_CARD,
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
  self->gone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  return self;
}

void
qd_loader_free (QdLoader *self)
{
  g_object_unref (self->workspace);
  g_hash_table_unref (self->entities);
  g_hash_table_unref (self->gone);
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
 * Reads everything but cards.
 *
 * Returns: whether all of it could be read
 */
gboolean
qd_loader_load (QdLoader  *self,
                GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_of_kinds); i++)
    if (order_of_kinds[i] != QD_ENTITY_CARD &&
        !load_kind (self, order_of_kinds[i], "?1 IS ?1", 0, error))
      return FALSE;

  /* Teams stand in teams, whose rows may have come later. */
  return load_kind (self, QD_ENTITY_TEAM, "parent<>?1", QD_ID_NONE, error) &&
         count_all_cards (self, error);
}

/**
 * qd_loader_load_board:
 * @self: a loader
 * @board: one of its boards
 * @error: return location
 *
 * Reads the cards of a board; at once where they are there already.
 *
 * Returns: whether all of them could be read
 */
gboolean
qd_loader_load_board (QdLoader  *self,
                      QdBoard   *board,
                      GError   **error)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  gboolean loaded = TRUE;

  if (qd_board_get_loaded (board))
    return TRUE;

  for (guint i = 0; loaded && i < qd_ordered_list_get_length (columns); i++)
    loaded = qd_loader_load_cards (self, qd_ordered_list_peek (columns, i), error);
  if (loaded)
    qd_board_set_loaded (board, TRUE);

  return loaded;
}

/**
 * qd_loader_apply:
 * @self: a loader
 * @changes: (element-type QdChange): what was committed, here or elsewhere; a base is
 *   what was shown before, or null where that is not known
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
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order_of_kinds); i++)
    if (!apply_kind (self, order_of_kinds[i], changes, done, error))
      return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!refresh_around (self, &g_array_index (changes, QdChange, i), columns, error))
      return FALSE;

  return count_columns (self, columns, error) && refresh_named_cards (self, changes, error);
}
