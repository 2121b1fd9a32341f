/* A #QdCardRow for each card of another list.
 *
 * Where cards go and others come, as when a filter changes, the rows stay and
 * show the others. A card that stays keeps its row, wherever that goes, and with
 * it the focus.
 */

#include "config.h"

#include "qd-card-row.h"
#include "qd-row-model.h"

struct _QdRowModel
{
  GObject parent_instance;

  GListModel *cards;
  GPtrArray *rows; /* (element-type QdCardRow) */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdRowModel, qd_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
qd_row_model_get_item_type (GListModel *model)
{
  return QD_TYPE_CARD_ROW;
}

static guint
qd_row_model_get_n_items (GListModel *model)
{
  return QD_ROW_MODEL (model)->rows->len;
}

static gpointer
qd_row_model_get_item (GListModel *model,
                       guint       position)
{
  GPtrArray *rows = QD_ROW_MODEL (model)->rows;

  return position < rows->len ? g_object_ref (g_ptr_array_index (rows, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_row_model_get_item_type;
  iface->get_n_items = qd_row_model_get_n_items;
  iface->get_item = qd_row_model_get_item;
}

/* The next of the rows from @position whose card went. */
static QdCardRow *
take_free_row (GPtrArray  *rows,
               guint      *position,
               GHashTable *free_rows)
{
  while (*position < rows->len)
    {
      QdCardRow *row = g_ptr_array_index (rows, (*position)++);

      if (g_hash_table_remove (free_rows, qd_card_row_get_card (row)))
        return g_object_ref (row);
    }

  return qd_card_row_new ();
}

/* All that stay get their rows before any other card takes one. */
static void
append_rows (QdRowModel *self,
             GPtrArray  *rows,
             guint       position,
             guint       removed,
             guint       added)
{
  g_autoptr (GHashTable) free_rows = g_hash_table_new (NULL, NULL);
  guint next = position;

  for (guint i = position; i < position + removed; i++)
    {
      QdCardRow *row = g_ptr_array_index (self->rows, i);

      g_hash_table_insert (free_rows, qd_card_row_get_card (row), row);
    }

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (QdCard) card = g_list_model_get_item (self->cards, i);
      QdCardRow *row = g_hash_table_lookup (free_rows, card);

      g_ptr_array_add (rows, row != NULL ? g_object_ref (row) : NULL);
      g_hash_table_remove (free_rows, card);
    }

  for (guint i = position; i < position + added; i++)
    if (rows->pdata[i] == NULL)
      {
        g_autoptr (QdCard) card = g_list_model_get_item (self->cards, i);

        rows->pdata[i] = take_free_row (self->rows, &next, free_rows);
        qd_card_row_set_card (rows->pdata[i], card);
      }
}

static void
append_old (GPtrArray *rows,
            GPtrArray *old,
            guint      from,
            guint      to)
{
  for (guint i = from; i < to; i++)
    g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (old, i)));
}

static void
on_items_changed (GListModel *cards,
                  guint       position,
                  guint       removed,
                  guint       added,
                  QdRowModel *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert (QD_IS_ROW_MODEL (self));

  append_old (rows, self->rows, 0, position);
  append_rows (self, rows, position, removed, added);
  append_old (rows, self->rows, position + removed, self->rows->len);

  g_ptr_array_unref (self->rows);
  self->rows = rows;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
qd_row_model_dispose (GObject *object)
{
  QdRowModel *self = QD_ROW_MODEL (object);

  g_clear_object (&self->cards);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_row_model_parent_class)->dispose (object);
}

static void
qd_row_model_class_init (QdRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_row_model_dispose;
}

static void
qd_row_model_init (QdRowModel *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * qd_row_model_new:
 * @cards: (transfer full): a list of #QdCard, about as long as a screen
 *
 * Returns: (transfer full): a list of rows, one for each card
 */
QdRowModel *
qd_row_model_new (GListModel *cards)
{
  QdRowModel *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (cards), NULL);

  self = g_object_new (QD_TYPE_ROW_MODEL, NULL);
  self->cards = cards;
  on_items_changed (cards, 0, 0, g_list_model_get_n_items (cards), self);
  g_signal_connect_object (cards, "items-changed", G_CALLBACK (on_items_changed), self, 0);

  return self;
}
