/* Shows projections as models.
 *
 * There is one way from a row to an object, whether a file is opened, a card
 * was moved here, undone, or changed by another program: read the row, set what
 * differs, and put the object into the list where it belongs now. Boards and
 * columns are all there from the start; cards and objectives come with
 * qd_loader_load_board().
 */

#include "config.h"

#include <math.h>

#include "model/qd-board-private.h"
#include "model/qd-card-private.h"
#include "model/qd-column-private.h"
#include "model/qd-cycle-private.h"
#include "model/qd-entity-private.h"
#include "model/qd-key-result-private.h"
#include "model/qd-objective-private.h"
#include "model/qd-ordered-list-private.h"
#include "model/qd-person-private.h"
#include "model/qd-team-private.h"
#include "model/qd-workspace-private.h"
#include "qd-field.h"
#include "qd-loader.h"

struct _QdLoader
{
  QdDb *db;
  char *schema;
  QdWorkspace *workspace;
  GHashTable *entities;
};

/* The columns that each kind reads, behind id, alive and title. */
static const char * const selected[] = {
  [QD_ENTITY_CYCLE] = "first_day, last_day",
  [QD_ENTITY_TEAM] = "parent, rank",
  [QD_ENTITY_BOARD] = "parent, rank, kind, team",
  [QD_ENTITY_COLUMN] = "parent, rank, role, wip_limit",
  [QD_ENTITY_OBJECTIVE] = "parent, rank, why, colour, commitment, weight, aligned_to",
  [QD_ENTITY_CARD] = "parent, rank, description, objective, owner, metric, baseline,"
                     " target, unit, measurement, weight, current",
  [QD_ENTITY_PERSON] = "NULL",
};

#define ALIVE "coalesce(archived,0)=0 AND coalesce(deleted,0)=0"

enum
{
  COLUMN_ID,
  COLUMN_ALIVE,
  COLUMN_TITLE,
  COLUMN_FIRST,
};

static sqlite3_stmt *
select_rows (QdLoader      *self,
             QdEntityKind   kind,
             const char    *condition,
             QdId           id,
             GError       **error)
{
  char sql[512];

  g_snprintf (sql, sizeof sql, "SELECT id, " ALIVE ", title, %s FROM %s.\"%s\" WHERE %s",
              selected[kind], self->schema, qd_field_get_table (kind), condition);

  return qd_db_query (self->db, error, sql, "i", id);
}

static double
column_real (sqlite3_stmt *row,
             int           column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL
           ? NAN : sqlite3_column_double (row, column);
}

/* An entity of the given type, or nothing where the id names another thing. */
static gpointer
lookup_typed (QdLoader *self,
              QdId      id,
              GType     type)
{
  QdEntity *entity = id != QD_ID_NONE ? g_hash_table_lookup (self->entities, &id) : NULL;

  return entity != NULL && g_type_is_a (G_OBJECT_TYPE (entity), type) ? entity : NULL;
}

static QdEntity *
ensure_entity (QdLoader     *self,
               QdEntityKind  kind,
               QdId          id)
{
  QdEntity *entity = qd_loader_lookup (self, id);
  gint64 *key;

  if (entity != NULL)
    return entity;

  switch (kind)
    {
    case QD_ENTITY_CYCLE:
      entity = QD_ENTITY (qd_cycle_new (id));
      break;
    case QD_ENTITY_TEAM:
      entity = QD_ENTITY (qd_team_new (id));
      break;
    case QD_ENTITY_BOARD:
      entity = QD_ENTITY (qd_board_new (id));
      break;
    case QD_ENTITY_COLUMN:
      entity = QD_ENTITY (qd_column_new (id));
      break;
    case QD_ENTITY_OBJECTIVE:
      entity = QD_ENTITY (qd_objective_new (id));
      break;
    case QD_ENTITY_CARD:
      entity = QD_ENTITY (qd_key_result_new (id));
      break;
    case QD_ENTITY_PERSON:
      entity = QD_ENTITY (qd_person_new (id));
      break;
    case QD_ENTITY_NONE:
    case QD_ENTITY_MILESTONE:
    case QD_ENTITY_CHECKIN:
    case QD_ENTITY_COMMENT:
    case QD_ENTITY_DEPENDENCY:
    default:
      g_return_val_if_reached (NULL);
    }

  /* Nothing is in a list before its row was read. */
  qd_entity_set_alive (entity, FALSE);
  key = g_new (gint64, 1);
  *key = id;
  g_hash_table_insert (self->entities, key, entity);

  return entity;
}

/* Moves @entity from the list where it is to the one where it belongs. Its
 * place in the old list is found by its old rank, so that is set here, between
 * the two.
 */
static void
rehang (QdEntity      *entity,
        QdOrderedList *from,
        QdOrderedList *to,
        const char    *rank)
{
  if (from != NULL && from == to)
    {
      qd_ordered_list_move (to, entity, rank);
      return;
    }
  if (from != NULL)
    qd_ordered_list_remove (from, entity);
  qd_entity_set_rank (entity, rank);
  if (to != NULL)
    qd_ordered_list_insert (to, entity);
}

static void
show_cycle (QdLoader     *self,
            QdEntity     *entity,
            sqlite3_stmt *row)
{
  QdOrderedList *list = qd_workspace_get_cycles (self->workspace);
  QdCycle *cycle = QD_CYCLE (entity);
  QdDay first_day = qd_day_parse (qd_db_text (row, COLUMN_FIRST));
  const gboolean alive = sqlite3_column_int (row, COLUMN_ALIVE);
  char rank[16];

  /* The newest comes first. */
  g_snprintf (rank, sizeof rank, "%08u", 99999999u - first_day);
  qd_cycle_set_first_day (cycle, first_day);
  qd_cycle_set_last_day (cycle, qd_day_parse (qd_db_text (row, COLUMN_FIRST + 1)));
  rehang (entity, qd_entity_get_alive (entity) ? list : NULL, alive ? list : NULL, rank);
}

static void
show_team (QdLoader     *self,
           QdEntity     *entity,
           sqlite3_stmt *row)
{
  QdOrderedList *list = qd_workspace_get_teams (self->workspace);
  const gboolean alive = sqlite3_column_int (row, COLUMN_ALIVE);

  qd_team_set_parent (QD_TEAM (entity),
                      lookup_typed (self, sqlite3_column_int64 (row, COLUMN_FIRST),
                                    QD_TYPE_TEAM));
  rehang (entity, qd_entity_get_alive (entity) ? list : NULL, alive ? list : NULL,
          qd_db_text (row, COLUMN_FIRST + 1));
}

static void
show_person (QdLoader     *self,
             QdEntity     *entity,
             sqlite3_stmt *row)
{
  QdOrderedList *list = qd_workspace_get_people (self->workspace);
  const char *name = qd_db_text (row, COLUMN_TITLE);
  const gboolean alive = sqlite3_column_int (row, COLUMN_ALIVE);
  g_autofree char *key = g_utf8_collate_key (name != NULL ? name : "", -1);

  rehang (entity, qd_entity_get_alive (entity) ? list : NULL, alive ? list : NULL, key);
}

static void
show_board (QdLoader     *self,
            QdEntity     *entity,
            sqlite3_stmt *row)
{
  QdOrderedList *list = qd_workspace_get_boards (self->workspace);
  QdBoard *board = QD_BOARD (entity);
  const gboolean alive = sqlite3_column_int (row, COLUMN_ALIVE);

  qd_board_set_cycle (board, lookup_typed (self, sqlite3_column_int64 (row, COLUMN_FIRST),
                                           QD_TYPE_CYCLE));
  qd_board_set_board_kind (board, (QdBoardKind) sqlite3_column_int (row, COLUMN_FIRST + 2));
  qd_board_set_team (board, lookup_typed (self, sqlite3_column_int64 (row, COLUMN_FIRST + 3),
                                          QD_TYPE_TEAM));
  rehang (entity, qd_entity_get_alive (entity) ? list : NULL, alive ? list : NULL,
          qd_db_text (row, COLUMN_FIRST + 1));
}

static void
show_column (QdLoader     *self,
             QdEntity     *entity,
             sqlite3_stmt *row)
{
  QdColumn *column = QD_COLUMN (entity);
  const gboolean alive = sqlite3_column_int (row, COLUMN_ALIVE);
  QdBoard *from = qd_entity_get_alive (entity) ? qd_column_get_board (column) : NULL;
  QdBoard *board = lookup_typed (self, sqlite3_column_int64 (row, COLUMN_FIRST), QD_TYPE_BOARD);

  qd_column_set_role (column, (QdColumnRole) sqlite3_column_int (row, COLUMN_FIRST + 2));
  qd_column_set_limit (column, (guint) MAX (0, sqlite3_column_int (row, COLUMN_FIRST + 3)));
  qd_column_set_board (column, board);
  rehang (entity, from != NULL ? qd_board_get_columns (from) : NULL,
          alive && board != NULL ? qd_board_get_columns (board) : NULL,
          qd_db_text (row, COLUMN_FIRST + 1));
}

static void
show_objective (QdLoader     *self,
                QdEntity     *entity,
                sqlite3_stmt *row)
{
  QdObjective *objective = QD_OBJECTIVE (entity);
  const gboolean alive = sqlite3_column_int (row, COLUMN_ALIVE);
  QdBoard *from = qd_entity_get_alive (entity) ? qd_objective_get_board (objective) : NULL;
  QdBoard *board = lookup_typed (self, sqlite3_column_int64 (row, COLUMN_FIRST), QD_TYPE_BOARD);
  double weight = column_real (row, COLUMN_FIRST + 5);

  qd_objective_set_why (objective, qd_db_text (row, COLUMN_FIRST + 2));
  qd_objective_set_colour (objective,
                           (guint) sqlite3_column_int (row, COLUMN_FIRST + 3) % QD_N_COLOURS);
  qd_objective_set_commitment (objective,
                               (QdCommitment) sqlite3_column_int (row, COLUMN_FIRST + 4));
  qd_objective_set_weight (objective, isnan (weight) ? 1.0 : weight);
  qd_objective_set_parent (objective, sqlite3_column_int64 (row, COLUMN_FIRST + 6));
  qd_objective_set_board (objective, board);
  rehang (entity, from != NULL ? qd_board_get_objectives (from) : NULL,
          alive && board != NULL ? qd_board_get_objectives (board) : NULL,
          qd_db_text (row, COLUMN_FIRST + 1));
}

static void
set_card (QdLoader     *self,
          QdEntity     *entity,
          sqlite3_stmt *row)
{
  QdCard *card = QD_CARD (entity);
  QdKeyResult *key_result = QD_KEY_RESULT (entity);
  QdEntity *objective = lookup_typed (self, sqlite3_column_int64 (row, COLUMN_FIRST + 3),
                                      QD_TYPE_OBJECTIVE);
  double weight = column_real (row, COLUMN_FIRST + 10);

  qd_card_set_description (card, qd_db_text (row, COLUMN_FIRST + 2));
  qd_card_set_objective (card, objective != NULL && qd_entity_get_alive (objective)
                                 ? QD_OBJECTIVE (objective) : NULL);
  qd_card_set_owner (card, lookup_typed (self, sqlite3_column_int64 (row, COLUMN_FIRST + 4),
                                         QD_TYPE_PERSON));
  qd_key_result_set_metric (key_result,
                            (QdMetricKind) sqlite3_column_int (row, COLUMN_FIRST + 5));
  qd_key_result_set_baseline (key_result, column_real (row, COLUMN_FIRST + 6));
  qd_key_result_set_target (key_result, column_real (row, COLUMN_FIRST + 7));
  qd_key_result_set_unit (key_result, qd_db_text (row, COLUMN_FIRST + 8));
  qd_key_result_set_measurement (key_result, qd_db_text (row, COLUMN_FIRST + 9));
  qd_key_result_set_weight (key_result, isnan (weight) ? 1.0 : weight);
  qd_key_result_set_current (key_result, column_real (row, COLUMN_FIRST + 11));
}

static QdColumn *
loaded_column (QdLoader *self,
               QdId      id)
{
  QdColumn *column = lookup_typed (self, id, QD_TYPE_COLUMN);
  QdBoard *board = column != NULL ? qd_column_get_board (column) : NULL;

  return board != NULL && qd_board_get_loaded (board) ? column : NULL;
}

static void
show_card (QdLoader     *self,
           QdEntity     *entity,
           sqlite3_stmt *row)
{
  QdCard *card = QD_CARD (entity);
  const gboolean alive = sqlite3_column_int (row, COLUMN_ALIVE);
  QdColumn *from = qd_entity_get_alive (entity) ? qd_card_get_column (card) : NULL;
  QdColumn *column = loaded_column (self, sqlite3_column_int64 (row, COLUMN_FIRST));

  set_card (self, entity, row);
  if (from != NULL && from != column)
    qd_ordered_list_remove (qd_column_get_cards (from), entity);
  qd_card_set_column (card, column);
  rehang (entity, from != NULL && from == column ? qd_column_get_cards (from) : NULL,
          alive && column != NULL ? qd_column_get_cards (column) : NULL,
          qd_db_text (row, COLUMN_FIRST + 1));

  if (from != NULL)
    qd_column_set_n_cards (from, qd_ordered_list_get_length (qd_column_get_cards (from)));
  if (column != NULL)
    qd_column_set_n_cards (column, qd_ordered_list_get_length (qd_column_get_cards (column)));
}

/* A thing whose row is gone stays known, so that a redo brings back the same
 * object.
 */
static void
hide (QdLoader *self,
      QdEntity *entity)
{
  QdOrderedList *list = NULL;
  QdColumn *column = NULL;
  QdBoard *board = NULL;

  if (!qd_entity_get_alive (entity))
    return;

  if (QD_IS_CARD (entity) && (column = qd_card_get_column (QD_CARD (entity))) != NULL)
    list = qd_column_get_cards (column);
  else if (QD_IS_COLUMN (entity) && (board = qd_column_get_board (QD_COLUMN (entity))) != NULL)
    list = qd_board_get_columns (board);
  else if (QD_IS_OBJECTIVE (entity) &&
           (board = qd_objective_get_board (QD_OBJECTIVE (entity))) != NULL)
    list = qd_board_get_objectives (board);
  else if (QD_IS_BOARD (entity))
    list = qd_workspace_get_boards (self->workspace);
  else if (QD_IS_TEAM (entity))
    list = qd_workspace_get_teams (self->workspace);
  else if (QD_IS_CYCLE (entity))
    list = qd_workspace_get_cycles (self->workspace);
  else if (QD_IS_PERSON (entity))
    list = qd_workspace_get_people (self->workspace);

  if (list != NULL)
    qd_ordered_list_remove (list, entity);
  if (column != NULL)
    qd_column_set_n_cards (column, qd_ordered_list_get_length (qd_column_get_cards (column)));
  qd_entity_set_alive (entity, FALSE);
}

static void
show_row (QdLoader     *self,
          QdEntityKind  kind,
          sqlite3_stmt *row)
{
  static void (* const shows[]) (QdLoader *, QdEntity *, sqlite3_stmt *) = {
    [QD_ENTITY_CYCLE] = show_cycle,
    [QD_ENTITY_TEAM] = show_team,
    [QD_ENTITY_BOARD] = show_board,
    [QD_ENTITY_COLUMN] = show_column,
    [QD_ENTITY_OBJECTIVE] = show_objective,
    [QD_ENTITY_CARD] = show_card,
    [QD_ENTITY_PERSON] = show_person,
  };
  QdEntity *entity = ensure_entity (self, kind, sqlite3_column_int64 (row, COLUMN_ID));

  /* An id names one thing for ever; a row of another kind can only be damage. */
  if (qd_entity_get_kind (entity) != kind)
    return;

  qd_entity_set_title (entity, qd_db_text (row, COLUMN_TITLE));
  shows[kind] (self, entity, row);
  qd_entity_set_alive (entity, sqlite3_column_int (row, COLUMN_ALIVE));
}

static gboolean
load_kind (QdLoader      *self,
           QdEntityKind   kind,
           const char    *condition,
           QdId           id,
           GError       **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row = select_rows (self, kind, condition, id, error);

  while (row != NULL && qd_db_next (self->db, row, &failed))
    show_row (self, kind, row);
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

  row = select_rows (self, QD_ENTITY_CARD, "parent=?1 AND " ALIVE " ORDER BY rank, id",
                     qd_entity_get_id (QD_ENTITY (column)), error);
  while (row != NULL && qd_db_next (self->db, row, &failed))
    {
      QdEntity *entity = ensure_entity (self, QD_ENTITY_CARD,
                                        sqlite3_column_int64 (row, COLUMN_ID));

      if (qd_entity_get_kind (entity) != QD_ENTITY_CARD)
        continue;
      qd_entity_set_title (entity, qd_db_text (row, COLUMN_TITLE));
      set_card (self, entity, row);
      qd_card_set_column (QD_CARD (entity), column);
      qd_entity_set_rank (entity, qd_db_text (row, COLUMN_FIRST + 1));
      qd_entity_set_alive (entity, TRUE);
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
  QdColumn *column = lookup_typed (self, id, QD_TYPE_COLUMN);
  g_autofree char *sql = NULL;
  gint64 n_cards = 0;

  if (column == NULL || loaded_column (self, id) != NULL)
    return TRUE;

  sql = g_strdup_printf ("SELECT count(*) FROM %s.card WHERE parent=?1 AND " ALIVE, self->schema);
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

  sql = g_strdup_printf ("SELECT parent, count(*) FROM %s.card WHERE " ALIVE
                         " GROUP BY parent", self->schema);
  row = qd_db_query (self->db, error, sql, "");
  while (row != NULL && qd_db_next (self->db, row, &failed))
    {
      QdColumn *column = lookup_typed (self, sqlite3_column_int64 (row, 0), QD_TYPE_COLUMN);

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

  if (qd_loader_lookup (self, sqlite3_column_int64 (row, COLUMN_ID)) != NULL)
    return TRUE;
  if (kind == QD_ENTITY_CARD)
    return loaded_column (self, sqlite3_column_int64 (row, COLUMN_FIRST)) != NULL;
  if (kind != QD_ENTITY_OBJECTIVE)
    return TRUE;

  board = lookup_typed (self, sqlite3_column_int64 (row, COLUMN_FIRST), QD_TYPE_BOARD);

  return board != NULL && qd_board_get_loaded (board);
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
  sqlite3_stmt *row = select_rows (self, kind, "id=?1", id, error);

  if (row == NULL)
    return FALSE;

  if (qd_db_next (self->db, row, &failed))
    {
      found = TRUE;
      if (wants_object (self, kind, row))
        show_row (self, kind, row);
      sqlite3_reset (row);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (!found && entity != NULL)
    hide (self, entity);

  return TRUE;
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
