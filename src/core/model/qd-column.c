/* A column of a board, and at the same time the list model of its cards.
 *
 * Owns the cards; points back to its board without owning it, as the board
 * owns the column. What the column means is its role, not its title.
 */

#include "config.h"

#include "qd-card.h"
#include "qd-column-private.h"
#include "qd-entity-private.h"
#include "qd-ordered-list-private.h"

struct _QdColumn
{
  QdEntity parent_instance;

  gpointer board; /* (unowned) (type QdBoard) */
  QdColumnRole role;
  guint limit;
  guint n_cards;
  QdOrderedList *cards;
};

enum
{
  PROP_0,
  PROP_BOARD,
  PROP_ROLE,
  PROP_LIMIT,
  PROP_N_CARDS,
  PROP_CARDS,
  N_PROPS
};

static void qd_column_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QdColumn, qd_column, QD_TYPE_ENTITY,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      qd_column_list_model_init))

static GParamSpec *properties[N_PROPS];

static void
on_cards_items_changed (GListModel *cards,
                        guint       position,
                        guint       removed,
                        guint       added,
                        QdColumn   *self)
{
  g_assert (QD_IS_COLUMN (self));

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
qd_column_get_item_type (GListModel *model)
{
  QdColumn *self = QD_COLUMN (model);

  return g_list_model_get_item_type (G_LIST_MODEL (self->cards));
}

static guint
qd_column_get_n_items (GListModel *model)
{
  QdColumn *self = QD_COLUMN (model);

  return g_list_model_get_n_items (G_LIST_MODEL (self->cards));
}

static gpointer
qd_column_get_item (GListModel *model,
                    guint       position)
{
  QdColumn *self = QD_COLUMN (model);

  return g_list_model_get_item (G_LIST_MODEL (self->cards), position);
}

static void
qd_column_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  QdColumn *self = QD_COLUMN (object);

  switch (property_id)
    {
    case PROP_BOARD:
      g_value_set_object (value, qd_column_get_board (self));
      break;

    case PROP_ROLE:
      g_value_set_enum (value, (int) qd_column_get_role (self));
      break;

    case PROP_LIMIT:
      g_value_set_uint (value, qd_column_get_limit (self));
      break;

    case PROP_N_CARDS:
      g_value_set_uint (value, qd_column_get_n_cards (self));
      break;

    case PROP_CARDS:
      g_value_set_object (value, qd_column_get_cards (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_column_dispose (GObject *object)
{
  QdColumn *self = QD_COLUMN (object);

  g_clear_weak_pointer (&self->board);

  G_OBJECT_CLASS (qd_column_parent_class)->dispose (object);
}

static void
qd_column_finalize (GObject *object)
{
  QdColumn *self = QD_COLUMN (object);

  /* Not in dispose: by now GObject has cleared the weak pointers of all cards
   * to the column in one go. Earlier, each card would look for its own among
   * those of all the others. */
  g_object_unref (self->cards);

  G_OBJECT_CLASS (qd_column_parent_class)->finalize (object);
}

static void
qd_column_class_init (QdColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  QdEntityClass *entity_class = QD_ENTITY_CLASS (klass);

  object_class->get_property = qd_column_get_property;
  object_class->dispose = qd_column_dispose;
  object_class->finalize = qd_column_finalize;

  entity_class->kind = QD_ENTITY_COLUMN;

  properties[PROP_BOARD] =
    g_param_spec_object ("board", NULL, NULL,
                         QD_TYPE_BOARD,
                         QD_PARAM_READABLE);

  properties[PROP_ROLE] =
    g_param_spec_enum ("role", NULL, NULL,
                       QD_TYPE_COLUMN_ROLE, QD_COLUMN_OTHER,
                       QD_PARAM_READABLE);

  properties[PROP_LIMIT] =
    g_param_spec_uint ("limit", NULL, NULL,
                       0, G_MAXUINT, 0,
                       QD_PARAM_READABLE);

  properties[PROP_N_CARDS] =
    g_param_spec_uint ("n-cards", NULL, NULL,
                       0, G_MAXUINT, 0,
                       QD_PARAM_READABLE);

  properties[PROP_CARDS] =
    g_param_spec_object ("cards", NULL, NULL,
                         QD_TYPE_ORDERED_LIST,
                         QD_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_column_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = qd_column_get_item_type;
  iface->get_n_items = qd_column_get_n_items;
  iface->get_item = qd_column_get_item;
}

static void
qd_column_init (QdColumn *self)
{
  self->cards = qd_ordered_list_new (QD_TYPE_CARD);
  g_signal_connect_object (self->cards, "items-changed",
                           G_CALLBACK (on_cards_items_changed), self, 0);
}

/**
 * qd_column_new:
 * @id: the id, positive
 *
 * Returns: (transfer full): a column without cards, on no board
 */
QdColumn *
qd_column_new (QdId id)
{
  return qd_entity_new (QD_TYPE_COLUMN, id);
}

/**
 * qd_column_get_board:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): the board that it stands on; %NULL once
 *   the board is gone
 */
QdBoard *
qd_column_get_board (QdColumn *self)
{
  g_return_val_if_fail (QD_IS_COLUMN (self), NULL);

  return self->board;
}

/**
 * qd_column_set_board:
 * @self: a column
 * @board: (nullable): the board that it stands on
 *
 * Does not put the column into the list of the board.
 */
void
qd_column_set_board (QdColumn *self,
                     QdBoard  *board)
{
  g_return_if_fail (QD_IS_COLUMN (self));
  g_return_if_fail (board == NULL || QD_IS_BOARD (board));

  if (!g_set_weak_pointer (&self->board, board))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD]);
}

/**
 * qd_column_get_role:
 * @self: a column
 *
 * Returns: what it means to the rules of the method
 */
QdColumnRole
qd_column_get_role (QdColumn *self)
{
  g_return_val_if_fail (QD_IS_COLUMN (self), QD_COLUMN_OTHER);

  return self->role;
}

/**
 * qd_column_set_role:
 * @self: a column
 * @role: what it means to the rules of the method
 */
void
qd_column_set_role (QdColumn     *self,
                    QdColumnRole  role)
{
  g_return_if_fail (QD_IS_COLUMN (self));

  if (self->role == role)
    return;

  self->role = role;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLE]);
}

/**
 * qd_column_get_limit:
 * @self: a column
 *
 * Returns: how many cards it should hold at most, or 0 for no limit
 */
guint
qd_column_get_limit (QdColumn *self)
{
  g_return_val_if_fail (QD_IS_COLUMN (self), 0);

  return self->limit;
}

/**
 * qd_column_set_limit:
 * @self: a column
 * @limit: how many cards it should hold at most, or 0 for no limit
 */
void
qd_column_set_limit (QdColumn *self,
                     guint     limit)
{
  g_return_if_fail (QD_IS_COLUMN (self));

  if (self->limit == limit)
    return;

  self->limit = limit;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIMIT]);
}

/**
 * qd_column_get_n_cards:
 * @self: a column
 *
 * Returns: how many cards stand in it, whether they are loaded or not
 */
guint
qd_column_get_n_cards (QdColumn *self)
{
  g_return_val_if_fail (QD_IS_COLUMN (self), 0);

  return self->n_cards;
}

/**
 * qd_column_set_n_cards:
 * @self: a column
 * @n_cards: how many cards stand in it
 */
void
qd_column_set_n_cards (QdColumn *self,
                       guint     n_cards)
{
  g_return_if_fail (QD_IS_COLUMN (self));

  if (self->n_cards == n_cards)
    return;

  self->n_cards = n_cards;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CARDS]);
}

/**
 * qd_column_get_cards:
 * @self: a column
 *
 * The column itself is a #GListModel of the same cards.
 *
 * Returns: (transfer none): the list of its #QdCard, always the same; empty
 *   until the board is loaded
 */
QdOrderedList *
qd_column_get_cards (QdColumn *self)
{
  g_return_val_if_fail (QD_IS_COLUMN (self), NULL);

  return self->cards;
}
