/* What stands in a column: the base of key results and of other cards.
 *
 * Points back to its column without owning it, as the column owns the card.
 * Holds references on its objective and its owner: neither knows its cards, so
 * there is no cycle, and thousands of cards share one objective, for which weak
 * pointers are slow.
 */

#include "config.h"

#include "qd-card-private.h"
#include "qd-entity-private.h"

typedef struct
{
  gpointer column; /* (unowned) (type QdColumn) */
  QdObjective *objective;
  QdPerson *owner;
  char *description;
  QdDay made;
} QdCardPrivate;

enum
{
  PROP_0,
  PROP_CARD_KIND,
  PROP_COLUMN,
  PROP_OBJECTIVE,
  PROP_OWNER,
  PROP_DESCRIPTION,
  PROP_MADE,
  N_PROPS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QdCard, qd_card, QD_TYPE_ENTITY)

static GParamSpec *properties[N_PROPS];

static void
qd_card_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  QdCard *self = QD_CARD (object);

  switch (property_id)
    {
    case PROP_CARD_KIND:
      g_value_set_enum (value, (int) qd_card_get_card_kind (self));
      break;

    case PROP_COLUMN:
      g_value_set_object (value, qd_card_get_column (self));
      break;

    case PROP_OBJECTIVE:
      g_value_set_object (value, qd_card_get_objective (self));
      break;

    case PROP_OWNER:
      g_value_set_object (value, qd_card_get_owner (self));
      break;

    case PROP_DESCRIPTION:
      g_value_set_string (value, qd_card_get_description (self));
      break;

    case PROP_MADE:
      g_value_set_uint (value, qd_card_get_made (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_card_dispose (GObject *object)
{
  QdCard *self = QD_CARD (object);
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_clear_weak_pointer (&priv->column);
  g_clear_object (&priv->objective);
  g_clear_object (&priv->owner);

  G_OBJECT_CLASS (qd_card_parent_class)->dispose (object);
}

static void
qd_card_finalize (GObject *object)
{
  QdCard *self = QD_CARD (object);
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_free (priv->description);

  G_OBJECT_CLASS (qd_card_parent_class)->finalize (object);
}

static void
qd_card_class_init (QdCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  QdEntityClass *entity_class = QD_ENTITY_CLASS (klass);

  object_class->get_property = qd_card_get_property;
  object_class->dispose = qd_card_dispose;
  object_class->finalize = qd_card_finalize;

  entity_class->kind = QD_ENTITY_CARD;

  properties[PROP_CARD_KIND] =
    g_param_spec_enum ("card-kind", NULL, NULL,
                       QD_TYPE_CARD_KIND, QD_CARD_KEY_RESULT,
                       QD_PARAM_READABLE);

  properties[PROP_COLUMN] =
    g_param_spec_object ("column", NULL, NULL,
                         QD_TYPE_COLUMN,
                         QD_PARAM_READABLE);

  properties[PROP_OBJECTIVE] =
    g_param_spec_object ("objective", NULL, NULL,
                         QD_TYPE_OBJECTIVE,
                         QD_PARAM_READABLE);

  properties[PROP_OWNER] =
    g_param_spec_object ("owner", NULL, NULL,
                         QD_TYPE_PERSON,
                         QD_PARAM_READABLE);

  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL,
                         "",
                         QD_PARAM_READABLE);

  properties[PROP_MADE] =
    g_param_spec_uint ("made", NULL, NULL,
                       0, G_MAXUINT32, QD_DAY_NONE,
                       QD_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_card_init (QdCard *self)
{
}

/**
 * qd_card_get_card_kind:
 * @self: a card
 *
 * Returns: what kind of card it is; the same for all instances of a type
 */
QdCardKind
qd_card_get_card_kind (QdCard *self)
{
  g_return_val_if_fail (QD_IS_CARD (self), QD_CARD_KEY_RESULT);

  return QD_CARD_GET_CLASS (self)->card_kind;
}

/**
 * qd_card_get_column:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the column that it stands in; %NULL once
 *   the column is gone
 */
QdColumn *
qd_card_get_column (QdCard *self)
{
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_return_val_if_fail (QD_IS_CARD (self), NULL);

  return priv->column;
}

/**
 * qd_card_set_column:
 * @self: a card
 * @column: (nullable): the column that it stands in
 *
 * Does not put the card into the list of the column.
 */
void
qd_card_set_column (QdCard   *self,
                    QdColumn *column)
{
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_return_if_fail (QD_IS_CARD (self));
  g_return_if_fail (column == NULL || QD_IS_COLUMN (column));

  if (!g_set_weak_pointer (&priv->column, column))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN]);
}

/**
 * qd_card_get_objective:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the objective that it contributes to
 */
QdObjective *
qd_card_get_objective (QdCard *self)
{
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_return_val_if_fail (QD_IS_CARD (self), NULL);

  return priv->objective;
}

/**
 * qd_card_set_objective:
 * @self: a card
 * @objective: (nullable): the objective that it contributes to
 */
void
qd_card_set_objective (QdCard      *self,
                       QdObjective *objective)
{
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_return_if_fail (QD_IS_CARD (self));
  g_return_if_fail (objective == NULL || QD_IS_OBJECTIVE (objective));

  if (!g_set_object (&priv->objective, objective))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OBJECTIVE]);
}

/**
 * qd_card_get_owner:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the person who answers for it
 */
QdPerson *
qd_card_get_owner (QdCard *self)
{
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_return_val_if_fail (QD_IS_CARD (self), NULL);

  return priv->owner;
}

/**
 * qd_card_set_owner:
 * @self: a card
 * @owner: (nullable): the person who answers for it
 */
void
qd_card_set_owner (QdCard   *self,
                   QdPerson *owner)
{
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_return_if_fail (QD_IS_CARD (self));
  g_return_if_fail (owner == NULL || QD_IS_PERSON (owner));

  if (!g_set_object (&priv->owner, owner))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWNER]);
}

/**
 * qd_card_get_description:
 * @self: a card
 *
 * Returns: (transfer none) (not nullable): free text, "" where there is none
 */
const char *
qd_card_get_description (QdCard *self)
{
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_return_val_if_fail (QD_IS_CARD (self), "");

  return qd_text_peek (priv->description);
}

/**
 * qd_card_set_description:
 * @self: a card
 * @description: (nullable): free text
 */
void
qd_card_set_description (QdCard     *self,
                         const char *description)
{
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_return_if_fail (QD_IS_CARD (self));

  if (!qd_text_replace (&priv->description, description))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

/**
 * qd_card_get_made:
 * @self: a card
 *
 * Returns: the day on which somebody made it, or %QD_DAY_NONE where that is not known
 */
QdDay
qd_card_get_made (QdCard *self)
{
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_return_val_if_fail (QD_IS_CARD (self), QD_DAY_NONE);

  return priv->made;
}

/**
 * qd_card_set_made:
 * @self: a card
 * @made: the day on which somebody made it, or %QD_DAY_NONE
 */
void
qd_card_set_made (QdCard *self,
                  QdDay   made)
{
  QdCardPrivate *priv = qd_card_get_instance_private (self);

  g_return_if_fail (QD_IS_CARD (self));

  if (priv->made == made)
    return;

  priv->made = made;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MADE]);
}

/**
 * qd_card_get_as_of:
 * @self: a card
 *
 * Returns: the day of the past as of which its board shows, or %QD_DAY_NONE for a card
 *   as it is
 */
QdDay
qd_card_get_as_of (QdCard *self)
{
  QdColumn *column;
  QdBoard *board;

  g_return_val_if_fail (QD_IS_CARD (self), QD_DAY_NONE);

  column = qd_card_get_column (self);
  board = column != NULL ? qd_column_get_board (column) : NULL;

  return board != NULL ? qd_board_get_as_of (board) : QD_DAY_NONE;
}
