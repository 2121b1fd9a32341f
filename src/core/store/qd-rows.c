/* From a row of a projection to an object: makes it where it is missing, sets what
 * differs, and hangs it into the list where it belongs now. The only place that
 * calls the setters of the models.
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
#include "model/qd-view-private.h"
#include "qd-card-row.h"
#include "qd-loader-private.h"

/* The columns that each kind reads, behind id, alive and title. */
static const char * const selected[] = {
  [QD_ENTITY_CYCLE] = "first_day, last_day",
  [QD_ENTITY_TEAM] = "parent, rank",
  [QD_ENTITY_BOARD] = "parent, rank, kind, team, cadence, weekday, reviewed, closed",
  [QD_ENTITY_COLUMN] = "parent, rank, role, wip_limit",
  [QD_ENTITY_OBJECTIVE] = "parent, rank, why, colour, commitment, weight, aligned_to",
  [QD_ENTITY_CARD] = QD_CARD_ROW_COLUMNS,
  [QD_ENTITY_PERSON] = "NULL",
  [QD_ENTITY_VIEW] = "parent, rank, boards, density, filter",
};

/* A figure, NAN where there is none. */
double
qd_rows_get_real (sqlite3_stmt *row,
                  int           column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL
           ? NAN : sqlite3_column_double (row, column);
}

/* An entity of the given type, or nothing where the id names another thing. */
gpointer
qd_rows_lookup (QdLoader *self,
                QdId      id,
                GType     type)
{
  QdEntity *entity = id != QD_ID_NONE ? g_hash_table_lookup (self->entities, &id) : NULL;

  return entity != NULL && g_type_is_a (G_OBJECT_TYPE (entity), type) ? entity : NULL;
}

static QdEntity *
new_entity (QdEntityKind kind,
            QdId         id)
{
  switch (kind)
    {
    case QD_ENTITY_CYCLE:
      return QD_ENTITY (qd_cycle_new (id));
    case QD_ENTITY_TEAM:
      return QD_ENTITY (qd_team_new (id));
    case QD_ENTITY_BOARD:
      return QD_ENTITY (qd_board_new (id));
    case QD_ENTITY_COLUMN:
      return QD_ENTITY (qd_column_new (id));
    case QD_ENTITY_OBJECTIVE:
      return QD_ENTITY (qd_objective_new (id));
    case QD_ENTITY_CARD:
      return QD_ENTITY (qd_key_result_new (id));
    case QD_ENTITY_PERSON:
      return QD_ENTITY (qd_person_new (id));
    case QD_ENTITY_VIEW:
      return QD_ENTITY (qd_view_new (id));
    case QD_ENTITY_NONE:
    case QD_ENTITY_MILESTONE:
    case QD_ENTITY_CHECKIN:
    case QD_ENTITY_COMMENT:
    case QD_ENTITY_DEPENDENCY:
    case QD_ENTITY_PHASE:
    case QD_ENTITY_ANSWER:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The object of an id: one that is shown, one that was gone, or a new one. */
static QdEntity *
ensure_entity (QdLoader     *self,
               QdEntityKind  kind,
               QdId          id)
{
  QdEntity *entity = qd_loader_lookup (self, id);

  if (entity != NULL)
    return entity;

  if (g_hash_table_lookup (self->gone, &id) != NULL)
    {
      entity = g_object_ref (g_hash_table_lookup (self->gone, &id));
      g_hash_table_remove (self->gone, &id);
    }
  else
    {
      entity = new_entity (kind, id);
      /* Nothing is in a list before its row was read. */
      qd_entity_set_alive (entity, FALSE);
    }
  g_hash_table_insert (self->entities, g_memdup2 (&id, sizeof id), entity);

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
  QdDay first_day = qd_day_parse (qd_db_text (row, QD_ROW_FIRST));
  const gboolean alive = sqlite3_column_int (row, QD_ROW_ALIVE);
  char rank[16];

  /* The newest comes first. */
  g_snprintf (rank, sizeof rank, "%08u", 99999999u - first_day);
  qd_cycle_set_first_day (cycle, first_day);
  qd_cycle_set_last_day (cycle, qd_day_parse (qd_db_text (row, QD_ROW_FIRST + 1)));
  rehang (entity, qd_entity_get_alive (entity) ? list : NULL, alive ? list : NULL, rank);
}

static void
show_team (QdLoader     *self,
           QdEntity     *entity,
           sqlite3_stmt *row)
{
  QdOrderedList *list = qd_workspace_get_teams (self->workspace);
  const gboolean alive = sqlite3_column_int (row, QD_ROW_ALIVE);

  qd_team_set_parent (QD_TEAM (entity),
                      qd_rows_lookup (self, sqlite3_column_int64 (row, QD_ROW_FIRST),
                                      QD_TYPE_TEAM));
  rehang (entity, qd_entity_get_alive (entity) ? list : NULL, alive ? list : NULL,
          qd_db_text (row, QD_ROW_FIRST + 1));
}

static void
show_person (QdLoader     *self,
             QdEntity     *entity,
             sqlite3_stmt *row)
{
  QdOrderedList *list = qd_workspace_get_people (self->workspace);
  const char *name = qd_db_text (row, QD_ROW_TITLE);
  const gboolean alive = sqlite3_column_int (row, QD_ROW_ALIVE);
  g_autofree char *key = g_utf8_collate_key (name != NULL ? name : "", -1);

  rehang (entity, qd_entity_get_alive (entity) ? list : NULL, alive ? list : NULL, key);
}

static void
set_rhythm (QdBoard      *board,
            sqlite3_stmt *row)
{
  const int cadence = sqlite3_column_int (row, QD_ROW_FIRST + 4);
  const int weekday = sqlite3_column_int (row, QD_ROW_FIRST + 5);
  QdRhythm rhythm = QD_RHYTHM_DEFAULT;

  if (cadence > 0)
    rhythm.cadence = (guint) cadence;
  if (weekday >= G_DATE_MONDAY && weekday <= G_DATE_SUNDAY)
    rhythm.weekday = (guint) weekday;
  qd_board_set_rhythm (board, &rhythm);
}

static void
show_board (QdLoader     *self,
            QdEntity     *entity,
            sqlite3_stmt *row)
{
  QdOrderedList *list = qd_workspace_get_boards (self->workspace);
  QdBoard *board = QD_BOARD (entity);
  const gboolean alive = sqlite3_column_int (row, QD_ROW_ALIVE);

  qd_board_set_cycle (board, qd_rows_lookup (self, sqlite3_column_int64 (row, QD_ROW_FIRST),
                                             QD_TYPE_CYCLE));
  set_rhythm (board, row);
  qd_board_set_reviewed (board, sqlite3_column_int64 (row, QD_ROW_FIRST + 6));
  qd_board_set_closed (board, qd_day_parse (qd_db_text (row, QD_ROW_FIRST + 7)));
  qd_board_set_board_kind (board, (QdBoardKind) sqlite3_column_int (row, QD_ROW_FIRST + 2));
  qd_board_set_team (board, qd_rows_lookup (self, sqlite3_column_int64 (row, QD_ROW_FIRST + 3),
                                            QD_TYPE_TEAM));
  rehang (entity, qd_entity_get_alive (entity) ? list : NULL, alive ? list : NULL,
          qd_db_text (row, QD_ROW_FIRST + 1));
}

/* What only a newer program knows shows as cards do on their board. */
static QdDensity
read_density (sqlite3_stmt *row,
              int           column)
{
  const int density = sqlite3_column_int (row, column);

  return density >= 0 && density < QD_N_DENSITIES ? (QdDensity) density : QD_DENSITY_CARDS;
}

static void
show_view (QdLoader     *self,
           QdEntity     *entity,
           sqlite3_stmt *row)
{
  QdOrderedList *list = qd_workspace_get_views (self->workspace);
  QdView *view = QD_VIEW (entity);
  const gboolean alive = sqlite3_column_int (row, QD_ROW_ALIVE);

  qd_view_set_boards (view, qd_db_text (row, QD_ROW_FIRST + 2));
  qd_view_set_density (view, read_density (row, QD_ROW_FIRST + 3));
  qd_view_set_filter (view, qd_db_text (row, QD_ROW_FIRST + 4));
  rehang (entity, qd_entity_get_alive (entity) ? list : NULL, alive ? list : NULL,
          qd_db_text (row, QD_ROW_FIRST + 1));
}

static void
show_column (QdLoader     *self,
             QdEntity     *entity,
             sqlite3_stmt *row)
{
  QdColumn *column = QD_COLUMN (entity);
  const gboolean alive = sqlite3_column_int (row, QD_ROW_ALIVE);
  QdBoard *from = qd_entity_get_alive (entity) ? qd_column_get_board (column) : NULL;
  QdBoard *board = qd_rows_lookup (self, sqlite3_column_int64 (row, QD_ROW_FIRST), QD_TYPE_BOARD);

  qd_column_set_role (column, (QdColumnRole) sqlite3_column_int (row, QD_ROW_FIRST + 2));
  qd_column_set_limit (column, (guint) MAX (0, sqlite3_column_int (row, QD_ROW_FIRST + 3)));
  qd_column_set_board (column, board);
  rehang (entity, from != NULL ? qd_board_get_columns (from) : NULL,
          alive && board != NULL ? qd_board_get_columns (board) : NULL,
          qd_db_text (row, QD_ROW_FIRST + 1));
}

static void
show_objective (QdLoader     *self,
                QdEntity     *entity,
                sqlite3_stmt *row)
{
  QdObjective *objective = QD_OBJECTIVE (entity);
  const gboolean alive = sqlite3_column_int (row, QD_ROW_ALIVE);
  QdBoard *from = qd_entity_get_alive (entity) ? qd_objective_get_board (objective) : NULL;
  QdBoard *board = qd_rows_lookup (self, sqlite3_column_int64 (row, QD_ROW_FIRST), QD_TYPE_BOARD);
  double weight = qd_rows_get_real (row, QD_ROW_FIRST + 5);

  qd_objective_set_why (objective, qd_db_text (row, QD_ROW_FIRST + 2));
  qd_objective_set_colour (objective,
                           (guint) sqlite3_column_int (row, QD_ROW_FIRST + 3) % QD_N_COLOURS);
  qd_objective_set_commitment (objective,
                               (QdCommitment) sqlite3_column_int (row, QD_ROW_FIRST + 4));
  qd_objective_set_weight (objective, isnan (weight) ? 1.0 : weight);
  qd_objective_set_parent (objective, sqlite3_column_int64 (row, QD_ROW_FIRST + 6));
  qd_objective_set_board (objective, board);
  rehang (entity, from != NULL ? qd_board_get_objectives (from) : NULL,
          alive && board != NULL ? qd_board_get_objectives (board) : NULL,
          qd_db_text (row, QD_ROW_FIRST + 1));
}

/* The objective that a card of @column shows: one that is alive and stands on the
 * same board.
 */
static QdObjective *
find_objective (QdLoader *self,
                QdColumn *column,
                QdId      id)
{
  QdEntity *entity = qd_rows_lookup (self, id, QD_TYPE_OBJECTIVE);

  return entity != NULL && column != NULL && qd_entity_get_alive (entity) &&
         qd_objective_get_board (QD_OBJECTIVE (entity)) == qd_column_get_board (column)
           ? QD_OBJECTIVE (entity) : NULL;
}

/* Takes the summary of the row. */
static void
set_card (QdLoader  *self,
          QdEntity  *entity,
          QdColumn  *column,
          QdCardRow *row)
{
  QdCard *card = QD_CARD (entity);
  QdKeyResult *key_result = QD_KEY_RESULT (entity);

  qd_card_set_description (card, row->description);
  qd_card_set_objective (card, find_objective (self, column, row->objective));
  qd_card_set_owner (card, qd_rows_lookup (self, row->owner, QD_TYPE_PERSON));
  qd_key_result_set_metric (key_result, row->metric);
  qd_key_result_set_baseline (key_result, row->baseline);
  qd_key_result_set_target (key_result, row->target);
  qd_key_result_set_unit (key_result, row->unit);
  qd_key_result_set_measurement (key_result, row->measurement);
  qd_key_result_set_weight (key_result, row->weight);
  qd_key_result_set_upper (key_result, row->upper);
  qd_key_result_set_result (key_result, row->result);
  qd_key_result_take_summary (key_result, &row->summary);
  qd_key_result_set_grade (key_result, row->grade);
  qd_card_set_made (card, row->made);
}

/* A column that holds its cards. */
QdColumn *
qd_rows_loaded_column (QdLoader *self,
                       QdId      id)
{
  QdColumn *column = qd_rows_lookup (self, id, QD_TYPE_COLUMN);
  QdBoard *board = column != NULL ? qd_column_get_board (column) : NULL;

  return board != NULL && qd_board_get_loaded (board) &&
         qd_entity_get_alive (QD_ENTITY (column)) ? column : NULL;
}

static void
take_out (QdColumn *column,
          QdEntity *card)
{
  QdOrderedList *cards = qd_column_get_cards (column);

  qd_ordered_list_remove (cards, card);
  qd_column_set_n_cards (column, qd_ordered_list_get_length (cards));
}

static void
show_card (QdLoader     *self,
           QdEntity     *entity,
           sqlite3_stmt *statement)
{
  QdCard *card = QD_CARD (entity);
  QdColumn *from = qd_entity_get_alive (entity) ? qd_card_get_column (card) : NULL;
  QdCardRow row;
  QdColumn *column;

  qd_card_row_read (&row, statement, NULL);
  column = qd_rows_loaded_column (self, row.column);

  /* A column that does not hold its cards any more is not left, either. */
  if (from != NULL &&
      qd_rows_loaded_column (self, qd_entity_get_id (QD_ENTITY (from))) != from)
    from = NULL;

  set_card (self, entity, column, &row);
  if (from != NULL && from != column)
    take_out (from, entity);
  qd_card_set_column (card, column);
  rehang (entity, from != NULL && from == column ? qd_column_get_cards (from) : NULL,
          row.alive && column != NULL ? qd_column_get_cards (column) : NULL, row.rank);

  if (column != NULL)
    qd_column_set_n_cards (column, qd_ordered_list_get_length (qd_column_get_cards (column)));
}

/* Its cards may be elsewhere when it comes back; it is filled anew then. */
void
qd_rows_empty_column (QdColumn *column)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  QdOrderedList *cards = qd_column_get_cards (column);

  if (qd_ordered_list_get_length (cards) > 0)
    qd_ordered_list_load (cards, nothing);
}

static void
unload_board (QdBoard *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  qd_board_set_loaded (board, FALSE);
  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    qd_rows_empty_column (qd_ordered_list_peek (columns, i));
}

/* Takes away a thing whose row is gone. Should it come back, it is the same object,
 * so that what holds it goes on.
 */
void
qd_rows_forget (QdLoader *self,
                QdEntity *entity)
{
  const QdId id = qd_entity_get_id (entity);
  QdOrderedList *list = NULL;
  QdColumn *column = NULL;
  QdBoard *board = NULL;

  if (!qd_entity_get_alive (entity))
    list = NULL;
  else if (QD_IS_CARD (entity) && (column = qd_card_get_column (QD_CARD (entity))) != NULL)
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
  else if (QD_IS_VIEW (entity))
    list = qd_workspace_get_views (self->workspace);

  if (list != NULL)
    qd_ordered_list_remove (list, entity);
  if (column != NULL &&
      qd_rows_loaded_column (self, qd_entity_get_id (QD_ENTITY (column))) == column)
    qd_column_set_n_cards (column, qd_ordered_list_get_length (qd_column_get_cards (column)));
  if (QD_IS_BOARD (entity))
    unload_board (QD_BOARD (entity));
  if (QD_IS_COLUMN (entity))
    qd_rows_empty_column (QD_COLUMN (entity));
  qd_entity_set_alive (entity, FALSE);
  g_hash_table_insert (self->gone, g_memdup2 (&id, sizeof id), g_object_ref (entity));
  g_hash_table_remove (self->entities, &id);
}

void
qd_rows_show (QdLoader     *self,
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
    [QD_ENTITY_VIEW] = show_view,
  };
  QdEntity *entity = ensure_entity (self, kind, sqlite3_column_int64 (row, QD_ROW_ID));

  /* An id names one thing for ever; a row of another kind can only be damage. */
  if (qd_entity_get_kind (entity) != kind)
    return;

  qd_entity_set_title (entity, qd_db_text (row, QD_ROW_TITLE));
  shows[kind] (self, entity, row);
  qd_entity_set_alive (entity, sqlite3_column_int (row, QD_ROW_ALIVE));
}

sqlite3_stmt *
qd_rows_select (QdLoader      *self,
                QdEntityKind   kind,
                const char    *condition,
                QdId           id,
                GError       **error)
{
  char sql[512];

  /* An id that is none can only be damage. With +, so that no index is chosen for
   * it. */
  g_snprintf (sql, sizeof sql,
              "SELECT id, " QD_ROW_IS_ALIVE ", title, %s FROM %s.\"%s\" WHERE +id>0 AND %s",
              selected[kind], self->schema, qd_field_get_table (kind), condition);

  return qd_db_query (self->db, error, sql, "i", id);
}

/* One of many cards of @column, which the caller hangs up all at once. Takes the summary
 * of the row.
 */
QdEntity *
qd_rows_show_card_of (QdLoader  *self,
                      QdColumn  *column,
                      QdCardRow *row)
{
  QdEntity *entity = ensure_entity (self, QD_ENTITY_CARD, row->id);
  QdColumn *from;

  if (qd_entity_get_kind (entity) != QD_ENTITY_CARD)
    return NULL;

  /* Another program may have moved it since the models last followed. */
  from = qd_entity_get_alive (entity) ? qd_card_get_column (QD_CARD (entity)) : NULL;
  if (from != NULL && from != column)
    take_out (from, entity);

  qd_entity_set_title (entity, row->title);
  set_card (self, entity, column, row);
  qd_card_set_column (QD_CARD (entity), column);
  qd_entity_set_rank (entity, row->rank);
  qd_entity_set_alive (entity, TRUE);

  return entity;
}
