/* A list model of entities that is always in the order of qd_entity_compare().
 *
 * Each change emits one items-changed that covers no more than what changed,
 * at once and never from an idle, so that views keep their other rows. A list
 * holds references on its entities; whether they are alive is not its concern.
 */

#include "config.h"

#include <string.h>

#include "qd-entity-private.h"
#include "qd-ordered-list-private.h"

struct _QdOrderedList
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *items;
};

enum
{
  PROP_0,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
  N_PROPS
};

static void qd_ordered_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdOrderedList, qd_ordered_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      qd_ordered_list_list_model_init))

static GParamSpec *properties[N_PROPS];

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  return qd_entity_compare (*(QdEntity **) a, *(QdEntity **) b);
}

static gboolean
is_in_order (GPtrArray *items)
{
  for (guint i = 1; i < items->len; i++)
    {
      if (qd_entity_compare (g_ptr_array_index (items, i - 1),
                             g_ptr_array_index (items, i)) > 0)
        return FALSE;
    }

  return TRUE;
}

/* The first position from low up to, but not including, high whose item does
 * not come before the entity; high where there is none. */
static guint
lower_bound (QdOrderedList *self,
             QdEntity      *entity,
             guint          low,
             guint          high)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (qd_entity_compare (g_ptr_array_index (self->items, middle), entity) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
items_changed (QdOrderedList *self,
               guint          position,
               guint          removed,
               guint          added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);

  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* What is the same at both ends was not changed. */
static void
tell_difference (QdOrderedList *self,
                 GPtrArray     *old)
{
  const guint shorter = MIN (old->len, self->items->len);
  guint first = 0;
  guint last = 0;

  while (first < shorter && old->pdata[first] == self->items->pdata[first])
    first++;
  while (last < shorter - first &&
         old->pdata[old->len - 1 - last] == self->items->pdata[self->items->len - 1 - last])
    last++;

  if (first + last < MAX (old->len, self->items->len))
    items_changed (self, first, old->len - first - last, self->items->len - first - last);
}

static GType
qd_ordered_list_get_item_type (GListModel *model)
{
  QdOrderedList *self = QD_ORDERED_LIST (model);

  return self->item_type;
}

static guint
qd_ordered_list_get_n_items (GListModel *model)
{
  QdOrderedList *self = QD_ORDERED_LIST (model);

  return self->items->len;
}

static gpointer
qd_ordered_list_get_item (GListModel *model,
                          guint       position)
{
  QdOrderedList *self = QD_ORDERED_LIST (model);

  if (position >= self->items->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
qd_ordered_list_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QdOrderedList *self = QD_ORDERED_LIST (object);

  switch (property_id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, self->item_type);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->items->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_ordered_list_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdOrderedList *self = QD_ORDERED_LIST (object);

  switch (property_id)
    {
    case PROP_ITEM_TYPE:
      self->item_type = g_value_get_gtype (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_ordered_list_finalize (GObject *object)
{
  QdOrderedList *self = QD_ORDERED_LIST (object);

  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (qd_ordered_list_parent_class)->finalize (object);
}

static void
qd_ordered_list_class_init (QdOrderedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qd_ordered_list_get_property;
  object_class->set_property = qd_ordered_list_set_property;
  object_class->finalize = qd_ordered_list_finalize;

  properties[PROP_ITEM_TYPE] =
    g_param_spec_gtype ("item-type", NULL, NULL,
                        QD_TYPE_ENTITY,
                        G_PARAM_READWRITE |
                        G_PARAM_CONSTRUCT_ONLY |
                        G_PARAM_STATIC_STRINGS);

  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL,
                       0, G_MAXUINT, 0,
                       QD_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_ordered_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_ordered_list_get_item_type;
  iface->get_n_items = qd_ordered_list_get_n_items;
  iface->get_item = qd_ordered_list_get_item;
}

static void
qd_ordered_list_init (QdOrderedList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * qd_ordered_list_new:
 * @item_type: the type of its entities
 *
 * Returns: (transfer full): an empty list
 */
QdOrderedList *
qd_ordered_list_new (GType item_type)
{
  g_return_val_if_fail (g_type_is_a (item_type, QD_TYPE_ENTITY), NULL);

  return g_object_new (QD_TYPE_ORDERED_LIST,
                       "item-type", item_type,
                       NULL);
}

/**
 * qd_ordered_list_get_length:
 * @self: a list
 *
 * Returns: how many entities are in it
 */
guint
qd_ordered_list_get_length (QdOrderedList *self)
{
  g_return_val_if_fail (QD_IS_ORDERED_LIST (self), 0);

  return self->items->len;
}

/**
 * qd_ordered_list_peek:
 * @self: a list
 * @position: any number
 *
 * As g_list_model_get_item(), without a reference.
 *
 * Returns: (transfer none) (nullable) (type QdEntity): the entity at @position,
 *   or %NULL past the end
 */
gpointer
qd_ordered_list_peek (QdOrderedList *self,
                      guint          position)
{
  g_return_val_if_fail (QD_IS_ORDERED_LIST (self), NULL);

  if (position >= self->items->len)
    return NULL;

  return g_ptr_array_index (self->items, position);
}

/**
 * qd_ordered_list_find:
 * @self: a list
 * @entity: an entity
 * @position: (out) (optional): where it is, untouched where it is not
 *
 * Takes logarithmic time.
 *
 * Returns: whether the entity is in the list
 */
gboolean
qd_ordered_list_find (QdOrderedList *self,
                      QdEntity      *entity,
                      guint         *position)
{
  guint at;

  g_return_val_if_fail (QD_IS_ORDERED_LIST (self), FALSE);
  g_return_val_if_fail (QD_IS_ENTITY (entity), FALSE);

  at = lower_bound (self, entity, 0, self->items->len);
  if (qd_ordered_list_peek (self, at) != entity)
    return FALSE;

  if (position != NULL)
    *position = at;

  return TRUE;
}

/**
 * qd_ordered_list_insert:
 * @self: a list
 * @entity: an entity that is not in it
 *
 * Puts the entity where its rank says, and emits items-changed.
 */
void
qd_ordered_list_insert (QdOrderedList *self,
                        QdEntity      *entity)
{
  guint at;

  g_return_if_fail (QD_IS_ORDERED_LIST (self));
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (entity, self->item_type));

  at = lower_bound (self, entity, 0, self->items->len);
  g_return_if_fail (qd_ordered_list_peek (self, at) != entity);

  g_ptr_array_insert (self->items, (int) at, g_object_ref (entity));
  items_changed (self, at, 0, 1);
}

/**
 * qd_ordered_list_remove:
 * @self: a list
 * @entity: an entity
 *
 * Takes the entity out of the list, and emits items-changed, if it is there.
 *
 * Returns: whether it was there
 */
gboolean
qd_ordered_list_remove (QdOrderedList *self,
                        QdEntity      *entity)
{
  g_autoptr (QdEntity) removed = NULL;
  guint at;

  g_return_val_if_fail (QD_IS_ORDERED_LIST (self), FALSE);
  g_return_val_if_fail (QD_IS_ENTITY (entity), FALSE);

  if (!qd_ordered_list_find (self, entity, &at))
    return FALSE;

  removed = g_ptr_array_steal_index (self->items, at);
  items_changed (self, at, 1, 0);

  return TRUE;
}

/**
 * qd_ordered_list_move:
 * @self: a list
 * @entity: an entity in it
 * @rank: (nullable): its new rank
 *
 * Gives the entity its new rank and its new place. Where the place is a
 * different one, emits one items-changed from the first to the last position
 * touched; #QdEntity:rank is notified after that.
 */
void
qd_ordered_list_move (QdOrderedList *self,
                      QdEntity      *entity,
                      const char    *rank)
{
  gpointer *items;
  guint from, to;

  g_return_if_fail (QD_IS_ORDERED_LIST (self));
  g_return_if_fail (QD_IS_ENTITY (entity));

  if (!qd_ordered_list_find (self, entity, &from))
    g_return_if_reached ();

  /* Nobody may be called while the entity is out of place. */
  g_object_freeze_notify (G_OBJECT (entity));
  qd_entity_set_rank (entity, rank);

  to = lower_bound (self, entity, 0, from);
  if (to == from)
    to = lower_bound (self, entity, from + 1, self->items->len) - 1;

  items = self->items->pdata;
  if (to < from)
    memmove (items + to + 1, items + to, (from - to) * sizeof *items);
  else
    memmove (items + from, items + from + 1, (to - from) * sizeof *items);
  items[to] = entity;

  if (to != from)
    {
      guint first = MIN (from, to);
      guint span = MAX (from, to) - first + 1;

      items_changed (self, first, span, span);
    }

  g_object_thaw_notify (G_OBJECT (entity));
}

/**
 * qd_ordered_list_load:
 * @self: a list
 * @entities: (element-type QdEntity): all different, in any order; best in that
 *   of the list, which saves the sorting
 *
 * Replaces all that is in the list by the entities, with one items-changed from the
 * first to the last position that differs, if any does.
 */
void
qd_ordered_list_load (QdOrderedList *self,
                      GPtrArray     *entities)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (QD_IS_ORDERED_LIST (self));
  g_return_if_fail (entities != NULL);

  old = g_steal_pointer (&self->items);
  self->items = g_ptr_array_new_full (entities->len, g_object_unref);
  for (guint i = 0; i < entities->len; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (entities, i)));

  if (!is_in_order (self->items))
    g_ptr_array_sort (self->items, compare_slots);

  tell_difference (self, old);
}
