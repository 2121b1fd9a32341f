/* The boards that stand side by side, from left to right.
 *
 * Remembers ids, and lists those of them that are there: a board that is archived
 * goes, and is at its place again when that is undone.
 */

#include "config.h"

#include "widgets/qd-list-change.h"

#include "qd-chosen-boards.h"

struct _QdChosenBoards
{
  GObject parent_instance;

  QdStore *store;
  GArray *ids;       /* (element-type QdId): all that were chosen */
  GPtrArray *boards; /* (element-type QdBoard): those that are there */
};

static void qd_chosen_boards_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdChosenBoards, qd_chosen_boards, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      qd_chosen_boards_list_model_init))

static gboolean
find_id (QdChosenBoards *self,
         QdId            id,
         guint          *position)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, QdId, i) == id)
        {
          if (position != NULL)
            *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static QdBoard *
lookup (QdChosenBoards *self,
        QdId            id)
{
  QdEntity *entity = qd_store_lookup (self->store, id);

  return QD_IS_BOARD (entity) && qd_entity_get_alive (entity) ? QD_BOARD (entity) : NULL;
}

/* Lists anew, and tells no more than what changed. */
static void
update (QdChosenBoards *self)
{
  GPtrArray *boards = g_ptr_array_new_with_free_func (g_object_unref);
  QdListChange change;
  gboolean changed;

  for (guint i = 0; i < self->ids->len; i++)
    {
      QdBoard *board = lookup (self, g_array_index (self->ids, QdId, i));

      if (board != NULL)
        g_ptr_array_add (boards, g_object_ref (board));
    }

  changed = qd_list_change_find (&change, G_LIST_MODEL (self), boards, NULL, NULL);
  g_ptr_array_unref (self->boards);
  self->boards = boards;
  if (changed)
    g_list_model_items_changed (G_LIST_MODEL (self), change.position, change.removed,
                                change.added);
}

static void
on_store_changed (QdChosenBoards *self)
{
  g_assert (QD_IS_CHOSEN_BOARDS (self));

  update (self);
}

static GType
qd_chosen_boards_get_item_type (GListModel *model)
{
  return QD_TYPE_BOARD;
}

static guint
qd_chosen_boards_get_n_items (GListModel *model)
{
  return QD_CHOSEN_BOARDS (model)->boards->len;
}

static gpointer
qd_chosen_boards_get_item (GListModel *model,
                           guint       position)
{
  QdBoard *board = qd_chosen_boards_peek (QD_CHOSEN_BOARDS (model), position);

  return board != NULL ? g_object_ref (board) : NULL;
}

static void
qd_chosen_boards_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_chosen_boards_get_item_type;
  iface->get_n_items = qd_chosen_boards_get_n_items;
  iface->get_item = qd_chosen_boards_get_item;
}

static void
qd_chosen_boards_finalize (GObject *object)
{
  QdChosenBoards *self = QD_CHOSEN_BOARDS (object);

  g_array_unref (self->ids);
  g_ptr_array_unref (self->boards);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_chosen_boards_parent_class)->finalize (object);
}

static void
qd_chosen_boards_class_init (QdChosenBoardsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_chosen_boards_finalize;
}

static void
qd_chosen_boards_init (QdChosenBoards *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  self->boards = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * qd_chosen_boards_new:
 * @store: the file that the boards are in
 *
 * Returns: (transfer full): a list of no boards
 */
QdChosenBoards *
qd_chosen_boards_new (QdStore *store)
{
  QdChosenBoards *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_CHOSEN_BOARDS, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * qd_chosen_boards_get_n:
 *
 * Returns: how many of them are there
 */
guint
qd_chosen_boards_get_n (QdChosenBoards *self)
{
  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (self), 0);

  return self->boards->len;
}

/**
 * qd_chosen_boards_peek:
 * @self: boards
 * @position: a place, from 0
 *
 * Returns: (transfer none) (nullable): the board there
 */
QdBoard *
qd_chosen_boards_peek (QdChosenBoards *self,
                       guint           position)
{
  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (self), NULL);

  return position < self->boards->len ? self->boards->pdata[position] : NULL;
}

/**
 * qd_chosen_boards_contains:
 * @self: boards
 * @board: a board
 *
 * Returns: whether it was chosen
 */
gboolean
qd_chosen_boards_contains (QdChosenBoards *self,
                           QdBoard        *board)
{
  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (self), FALSE);
  g_return_val_if_fail (QD_IS_BOARD (board), FALSE);

  return find_id (self, qd_entity_get_id (QD_ENTITY (board)), NULL);
}

/**
 * qd_chosen_boards_choose:
 * @self: boards
 * @boards: (array length=n_boards): some boards
 * @n_boards: how many
 * @chosen: whether they are to stand with the others, behind them, or no longer
 */
void
qd_chosen_boards_choose (QdChosenBoards  *self,
                         QdBoard * const *boards,
                         guint            n_boards,
                         gboolean         chosen)
{
  g_return_if_fail (QD_IS_CHOSEN_BOARDS (self));

  for (guint i = 0; i < n_boards; i++)
    {
      const QdId id = qd_entity_get_id (QD_ENTITY (boards[i]));
      guint position;

      if (find_id (self, id, &position) == chosen)
        continue;

      if (chosen)
        g_array_append_val (self->ids, id);
      else
        g_array_remove_index (self->ids, position);
    }
  update (self);
}

/**
 * qd_chosen_boards_move:
 * @self: boards
 * @board: one of them
 * @position: its place among those that are there, once it is out of them; further
 *   than the last is the last
 */
void
qd_chosen_boards_move (QdChosenBoards *self,
                       QdBoard        *board,
                       guint           position)
{
  const QdId id = qd_entity_get_id (QD_ENTITY (board));
  guint before, after, n = 0;

  g_return_if_fail (QD_IS_CHOSEN_BOARDS (self));
  g_return_if_fail (find_id (self, id, &before));

  g_array_remove_index (self->ids, before);
  for (after = 0; after < self->ids->len; after++)
    {
      if (lookup (self, g_array_index (self->ids, QdId, after)) != NULL && n++ == position)
        break;
    }
  g_array_insert_val (self->ids, after, id);
  update (self);
}

/**
 * qd_chosen_boards_set:
 * @self: boards
 * @boards: (array length=n_boards): ids of boards, from left to right; each counts
 *   once
 * @n_boards: how many
 *
 * Puts these in the place of all that were chosen before.
 */
void
qd_chosen_boards_set (QdChosenBoards *self,
                      const QdId     *boards,
                      guint           n_boards)
{
  g_return_if_fail (QD_IS_CHOSEN_BOARDS (self));

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < n_boards; i++)
    {
      if (boards[i] > QD_ID_NONE && !find_id (self, boards[i], NULL))
        g_array_append_val (self->ids, boards[i]);
    }
  update (self);
}

/**
 * qd_chosen_boards_are:
 * @self: boards
 * @boards: (array length=n_boards): ids of boards, from left to right
 * @n_boards: how many
 *
 * Returns: whether just these were chosen, in this order
 */
gboolean
qd_chosen_boards_are (QdChosenBoards *self,
                      const QdId     *boards,
                      guint           n_boards)
{
  guint i = 0;

  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (self), FALSE);

  while (i < MIN (n_boards, self->ids->len) && boards[i] == g_array_index (self->ids, QdId, i))
    i++;

  return i == n_boards && i == self->ids->len;
}

/**
 * qd_chosen_boards_dup_ids:
 *
 * Returns: (transfer full) (element-type QdId): the ids of those that are there, from
 *   left to right
 */
GArray *
qd_chosen_boards_dup_ids (QdChosenBoards *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (QdId));

  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (self), ids);

  for (guint i = 0; i < self->boards->len; i++)
    {
      const QdId id = qd_entity_get_id (self->boards->pdata[i]);

      g_array_append_val (ids, id);
    }

  return ids;
}

/**
 * qd_chosen_boards_dup_all:
 *
 * Returns: (transfer full) (element-type QdId): the ids of all that were chosen, also of
 *   those that are archived now and may come back
 */
GArray *
qd_chosen_boards_dup_all (QdChosenBoards *self)
{
  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (self), NULL);

  return g_array_copy (self->ids);
}

/**
 * qd_chosen_boards_set_texts:
 * @self: boards
 * @texts: (nullable) (array zero-terminated=1): decimal ids
 *
 * As qd_chosen_boards_set(), from what was remembered.
 */
void
qd_chosen_boards_set_texts (QdChosenBoards     *self,
                            const char * const *texts)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));

  g_return_if_fail (QD_IS_CHOSEN_BOARDS (self));

  for (; texts != NULL && *texts != NULL; texts++)
    {
      const QdId id = g_ascii_strtoll (*texts, NULL, 10);

      g_array_append_val (ids, id);
    }

  qd_chosen_boards_set (self, (const QdId *) ids->data, ids->len);
}

/**
 * qd_chosen_boards_dup_texts:
 *
 * Returns: (transfer full): decimal ids of all that were chosen, to be remembered
 */
char **
qd_chosen_boards_dup_texts (QdChosenBoards *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (self), NULL);

  for (guint i = 0; i < self->ids->len; i++)
    {
      g_autofree char *text = NULL;

      text = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (self->ids, QdId, i));
      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}
