/* Turns the models to the state of another day: the same objects by their ids, of which
 * only what differs is told.
 *
 * What leaves goes before anything comes, and of each list of cards there is one change
 * for what leaves and one for what comes, however far the days lie apart: a list view
 * pays for changes, not for cards.
 */

#include "config.h"

#include "model/qd-board-private.h"
#include "model/qd-card.h"
#include "model/qd-column-private.h"
#include "model/qd-entity-private.h"
#include "model/qd-ordered-list-private.h"
#include "model/qd-workspace-private.h"
#include "qd-loader-private.h"

struct _QdTurn
{
  QdLoader *loader;
  QdTurnRows *rows;
  QdDay day;
  GPtrArray *columns; /* (element-type QdColumn) */
  guint n_done;       /* of them */
};

/* Takes the cards out that will not be in the column. */
static void
thin_out (QdColumn   *column,
          GHashTable *there)
{
  const QdId id = qd_entity_get_id (QD_ENTITY (column));
  QdOrderedList *cards = qd_column_get_cards (column);
  g_autoptr (GPtrArray) staying = g_ptr_array_new ();
  g_autoptr (GPtrArray) leaving = g_ptr_array_new ();

  for (guint i = 0; i < qd_ordered_list_get_length (cards); i++)
    {
      QdEntity *card = qd_ordered_list_peek (cards, i);
      const QdId card_id = qd_entity_get_id (card);
      const QdId *to = g_hash_table_lookup (there, &card_id);

      g_ptr_array_add (to != NULL && *to == id ? staying : leaving, card);
    }
  if (leaving->len == 0)
    return;

  g_ptr_array_set_free_func (leaving, g_object_unref);
  g_ptr_array_foreach (leaving, (GFunc) (void (*) (void)) g_object_ref, NULL);
  qd_ordered_list_load (cards, staying);
  qd_column_set_n_cards (column, staying->len);
  for (guint i = 0; i < leaving->len; i++)
    qd_entity_set_alive (leaving->pdata[i], FALSE);
}

/* Whatever has no row goes, cards before what they stand on. */
static void
forget_gone (QdLoader   *self,
             GHashTable *there)
{
  g_autoptr (GList) entities = g_hash_table_get_values (self->entities);

  for (GList *node = entities; node != NULL; node = node->next)
    if (QD_IS_COLUMN (node->data))
      thin_out (node->data, there);

  for (GList *node = entities; node != NULL; node = node->next)
    {
      g_autoptr (QdEntity) entity = g_object_ref (node->data);
      const QdId id = qd_entity_get_id (entity);

      if (!g_hash_table_contains (there, &id))
        qd_rows_forget (self, entity);
    }
}

static void
load_cards (QdLoader   *self,
            QdColumn   *column,
            QdTurnRows *rows)
{
  const QdId id = qd_entity_get_id (QD_ENTITY (column));
  const guint *first = g_hash_table_lookup (rows->firsts, &id);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first != NULL ? *first : rows->cards->len; i < rows->cards->len; i++)
    {
      QdCardRow *row = &g_array_index (rows->cards, QdCardRow, i);
      QdEntity *entity;

      if (row->column != id)
        break;
      entity = qd_rows_show_card_of (self, column, row);
      if (entity != NULL)
        g_ptr_array_add (cards, g_object_ref (entity));
    }
  qd_ordered_list_load (qd_column_get_cards (column), cards);
  qd_column_set_n_cards (column, cards->len);
}

static void
load_column (QdLoader   *self,
             QdColumn   *column,
             QdTurnRows *rows)
{
  if (qd_rows_loaded_column (self, qd_entity_get_id (QD_ENTITY (column))) == NULL)
    qd_rows_empty_column (column);
  else
    load_cards (self, column, rows);
}

static GPtrArray *
list_columns (QdLoader *self)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer entity;

  g_hash_table_iter_init (&iter, self->entities);
  while (g_hash_table_iter_next (&iter, NULL, &entity))
    if (QD_IS_COLUMN (entity))
      g_ptr_array_add (columns, g_object_ref (entity));

  return columns;
}

static void
date (QdLoader *self,
      QdDay     day)
{
  QdOrderedList *boards = qd_workspace_get_boards (self->workspace);

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    qd_board_set_as_of (qd_ordered_list_peek (boards, i), day);
  qd_workspace_set_as_of (self->workspace, day);
}

/**
 * qd_turn_new:
 * @loader: a loader
 * @db: another connection, with the state to show under the same schema; must outlive
 *   the loader
 * @rows: what was read of it, which must outlive the turn; the summaries of its cards are
 *   taken
 * @day: the day of the past as of which that is
 * @error: return location
 *
 * Begins to show another state with the same objects: cards that leave are gone, boards
 * and columns are there. Boards that are loaded stay so.
 *
 * Returns: (transfer full) (nullable): what is left to do; %NULL where not everything could
 *   be read
 */
QdTurn *
qd_turn_new (QdLoader    *loader,
             QdDb        *db,
             QdTurnRows  *rows,
             QdDay        day,
             GError     **error)
{
  QdTurn *self;

  loader->db = db;
  forget_gone (loader, rows->there);
  if (!qd_loader_load (loader, error))
    return NULL;

  self = g_new0 (QdTurn, 1);
  self->loader = loader;
  self->rows = rows;
  self->day = day;
  self->columns = list_columns (loader);

  return self;
}

/**
 * qd_turn_go_on:
 * @self: a turn
 *
 * Shows the cards of one more column, and at the end the day.
 *
 * Returns: whether there is more to do
 */
gboolean
qd_turn_go_on (QdTurn *self)
{
  if (self->n_done < self->columns->len)
    load_column (self->loader, self->columns->pdata[self->n_done++], self->rows);
  if (self->n_done < self->columns->len)
    return TRUE;

  date (self->loader, self->day);

  return FALSE;
}

/* Where it is not at its end, only another turn makes the models whole. */
void
qd_turn_free (QdTurn *self)
{
  g_ptr_array_unref (self->columns);
  g_free (self);
}
