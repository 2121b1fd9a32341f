/* The rows of the sidebar: each cycle that has boards, followed by them.
 *
 * The cycle that runs today comes first, the others follow, newest first.
 * Boards keep their order from the workspace; those without a cycle stand above
 * all cycles, those of an archived cycle are away with it. The model follows
 * the store by itself and tells no more than what changed.
 */

#include "config.h"

#include "qd-sidebar-model.h"
#include "widgets/qd-list-change.h"

struct _QdSidebarModel
{
  GObject parent_instance;

  QdStore *store;
  GPtrArray *rows;              /* (element-type QdEntity) */
};

static void qd_sidebar_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdSidebarModel, qd_sidebar_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      qd_sidebar_model_list_model_init))

static gboolean
runs (QdCycle *cycle,
      QdDay    day)
{
  return qd_cycle_get_first_day (cycle) <= day &&
         day <= qd_cycle_get_last_day (cycle);
}

static int
compare_cycles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  QdCycle *one = *(QdCycle **) a;
  QdCycle *other = *(QdCycle **) b;
  QdDay today = GPOINTER_TO_UINT (user_data);
  QdDay first = qd_cycle_get_first_day (one);
  QdDay other_first = qd_cycle_get_first_day (other);

  if (runs (one, today) != runs (other, today))
    return runs (one, today) ? -1 : 1;

  /* Sorting keeps the order of the workspace where the days are the same. */
  return first == other_first ? 0 : first > other_first ? -1 : 1;
}

static GPtrArray *
list_cycles (QdSidebarModel *self)
{
  QdWorkspace *workspace = qd_store_get_workspace (self->store);
  QdOrderedList *cycles = qd_workspace_get_cycles (workspace);
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < qd_ordered_list_get_length (cycles); i++)
    g_ptr_array_add (sorted, qd_ordered_list_peek (cycles, i));
  g_ptr_array_sort_with_data (sorted, compare_cycles,
                              GUINT_TO_POINTER (qd_clock_today ()));

  return sorted;
}

static void
add_boards (QdSidebarModel *self,
            GPtrArray      *rows,
            QdCycle        *cycle)
{
  QdWorkspace *workspace = qd_store_get_workspace (self->store);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  gboolean first = TRUE;

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);

      if (qd_board_get_cycle (board) != cycle)
        continue;

      if (first && cycle != NULL)
        g_ptr_array_add (rows, g_object_ref (cycle));
      g_ptr_array_add (rows, g_object_ref (board));
      first = FALSE;
    }
}

static GPtrArray *
list_rows (QdSidebarModel *self)
{
  g_autoptr (GPtrArray) cycles = list_cycles (self);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  add_boards (self, rows, NULL);
  for (guint i = 0; i < cycles->len; i++)
    add_boards (self, rows, g_ptr_array_index (cycles, i));

  return rows;
}

static void
update (QdSidebarModel *self)
{
  GPtrArray *rows = list_rows (self);
  QdListChange change;
  gboolean changed;

  changed = qd_list_change_find (&change, G_LIST_MODEL (self), rows, NULL, NULL);
  g_ptr_array_unref (self->rows);
  self->rows = rows;
  if (changed)
    g_list_model_items_changed (G_LIST_MODEL (self), change.position, change.removed,
                                change.added);
}

static void
on_store_changed (QdSidebarModel *self)
{
  g_assert (QD_IS_SIDEBAR_MODEL (self));

  update (self);
}

static GType
qd_sidebar_model_get_item_type (GListModel *model)
{
  return QD_TYPE_ENTITY;
}

static guint
qd_sidebar_model_get_n_items (GListModel *model)
{
  return QD_SIDEBAR_MODEL (model)->rows->len;
}

static gpointer
qd_sidebar_model_get_item (GListModel *model,
                           guint       position)
{
  QdSidebarModel *self = QD_SIDEBAR_MODEL (model);

  if (position >= self->rows->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->rows, position));
}

static void
qd_sidebar_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_sidebar_model_get_item_type;
  iface->get_n_items = qd_sidebar_model_get_n_items;
  iface->get_item = qd_sidebar_model_get_item;
}

static void
qd_sidebar_model_finalize (GObject *object)
{
  QdSidebarModel *self = QD_SIDEBAR_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_sidebar_model_parent_class)->finalize (object);
}

static void
qd_sidebar_model_class_init (QdSidebarModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_sidebar_model_finalize;
}

static void
qd_sidebar_model_init (QdSidebarModel *self)
{
}

/**
 * qd_sidebar_model_new:
 * @store: the store
 *
 * Returns: (transfer full): the rows, of #QdCycle and #QdBoard
 */
QdSidebarModel *
qd_sidebar_model_new (QdStore *store)
{
  QdSidebarModel *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_SIDEBAR_MODEL, NULL);
  self->store = g_object_ref (store);
  self->rows = list_rows (self);
  g_signal_connect_object (store, "changed",
                           G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * qd_sidebar_model_get_neighbour:
 * @board: a board in the model
 * @direction: -1 for the board above, 1 for the board below
 *
 * Returns: (transfer none) (nullable): the next board of the same cycle
 */
QdBoard *
qd_sidebar_model_get_neighbour (QdSidebarModel *self,
                                QdBoard        *board,
                                int             direction)
{
  guint position;

  g_return_val_if_fail (QD_IS_SIDEBAR_MODEL (self), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  if (!g_ptr_array_find (self->rows, board, &position))
    return NULL;

  /* Past the start, the position wraps and is past the end. */
  position += (guint) direction;
  if (position >= self->rows->len ||
      !QD_IS_BOARD (g_ptr_array_index (self->rows, position)))
    return NULL;

  return g_ptr_array_index (self->rows, position);
}

/**
 * qd_sidebar_model_get_near:
 * @position: where a board was
 *
 * Returns: (transfer none) (nullable): the board at or above the position, else
 *   the first below it, else %NULL
 */
QdBoard *
qd_sidebar_model_get_near (QdSidebarModel *self,
                           guint           position)
{
  g_return_val_if_fail (QD_IS_SIDEBAR_MODEL (self), NULL);

  for (guint i = MIN (position + 1, self->rows->len); i > 0; i--)
    {
      if (QD_IS_BOARD (g_ptr_array_index (self->rows, i - 1)))
        return g_ptr_array_index (self->rows, i - 1);
    }

  for (guint i = position; i < self->rows->len; i++)
    {
      if (QD_IS_BOARD (g_ptr_array_index (self->rows, i)))
        return g_ptr_array_index (self->rows, i);
    }

  return NULL;
}
