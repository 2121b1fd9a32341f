/* What all things in a file have in common: identity, title, place in the
 * order of their list, and whether they are there at all.
 *
 * Like all models it is passive: it reads no file, enforces no rule of the
 * method, and only the store changes it.
 */

#include "config.h"

#include <string.h>

#include "qd-entity-private.h"

typedef struct
{
  QdId id;
  char *title;
  char *rank;
  gboolean alive;
} QdEntityPrivate;

enum
{
  PROP_0,
  PROP_ID,
  PROP_KIND,
  PROP_TITLE,
  PROP_RANK,
  PROP_ALIVE,
  N_PROPS
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QdEntity, qd_entity, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
qd_entity_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  QdEntity *self = QD_ENTITY (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, qd_entity_get_id (self));
      break;

    case PROP_KIND:
      g_value_set_enum (value, (int) qd_entity_get_kind (self));
      break;

    case PROP_TITLE:
      g_value_set_string (value, qd_entity_get_title (self));
      break;

    case PROP_RANK:
      g_value_set_string (value, qd_entity_get_rank (self));
      break;

    case PROP_ALIVE:
      g_value_set_boolean (value, qd_entity_get_alive (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_entity_finalize (GObject *object)
{
  QdEntity *self = QD_ENTITY (object);
  QdEntityPrivate *priv = qd_entity_get_instance_private (self);

  g_free (priv->title);
  g_free (priv->rank);

  G_OBJECT_CLASS (qd_entity_parent_class)->finalize (object);
}

static void
qd_entity_class_init (QdEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qd_entity_get_property;
  object_class->finalize = qd_entity_finalize;

  properties[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL,
                        0, G_MAXINT64, QD_ID_NONE,
                        QD_PARAM_READABLE);

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL,
                       QD_TYPE_ENTITY_KIND, QD_ENTITY_NONE,
                       QD_PARAM_READABLE);

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL,
                         "",
                         QD_PARAM_READABLE);

  properties[PROP_RANK] =
    g_param_spec_string ("rank", NULL, NULL,
                         "",
                         QD_PARAM_READABLE);

  properties[PROP_ALIVE] =
    g_param_spec_boolean ("alive", NULL, NULL,
                          TRUE,
                          QD_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_entity_init (QdEntity *self)
{
  QdEntityPrivate *priv = qd_entity_get_instance_private (self);

  priv->alive = TRUE;
}

/**
 * qd_entity_new:
 * @type: a type derived from %QD_TYPE_ENTITY
 * @id: its id, positive
 *
 * Makes an entity without going through a construct property: opening a board
 * makes thousands of them.
 *
 * Returns: (transfer full): an instance of @type, alive, without title and rank
 */
gpointer
qd_entity_new (GType type,
               QdId  id)
{
  QdEntity *self;
  QdEntityPrivate *priv;

  g_return_val_if_fail (g_type_is_a (type, QD_TYPE_ENTITY), NULL);
  g_return_val_if_fail (id > QD_ID_NONE, NULL);

  self = g_object_new (type, NULL);
  priv = qd_entity_get_instance_private (self);
  priv->id = id;

  return self;
}

/**
 * qd_entity_get_id:
 * @self: an entity
 *
 * Returns: its name in the file, positive
 */
QdId
qd_entity_get_id (QdEntity *self)
{
  QdEntityPrivate *priv = qd_entity_get_instance_private (self);

  g_return_val_if_fail (QD_IS_ENTITY (self), QD_ID_NONE);

  return priv->id;
}

/**
 * qd_entity_get_kind:
 * @self: an entity
 *
 * Returns: what it is; the same for all instances of a type
 */
QdEntityKind
qd_entity_get_kind (QdEntity *self)
{
  g_return_val_if_fail (QD_IS_ENTITY (self), QD_ENTITY_NONE);

  return QD_ENTITY_GET_CLASS (self)->kind;
}

/**
 * qd_entity_get_title:
 * @self: an entity
 *
 * Returns: (transfer none) (not nullable): what people call it, "" where it has
 *   no title
 */
const char *
qd_entity_get_title (QdEntity *self)
{
  QdEntityPrivate *priv = qd_entity_get_instance_private (self);

  g_return_val_if_fail (QD_IS_ENTITY (self), "");

  return qd_text_peek (priv->title);
}

/**
 * qd_entity_set_title:
 * @self: an entity
 * @title: (nullable): what people call it
 */
void
qd_entity_set_title (QdEntity   *self,
                     const char *title)
{
  QdEntityPrivate *priv = qd_entity_get_instance_private (self);

  g_return_if_fail (QD_IS_ENTITY (self));

  if (!qd_text_replace (&priv->title, title))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * qd_entity_get_rank:
 * @self: an entity
 *
 * Gets the key by which the entity is ordered among its neighbours. Ranks are
 * base-62 texts, compared byte by byte.
 *
 * Returns: (transfer none) (not nullable): its rank, "" where it has none
 */
const char *
qd_entity_get_rank (QdEntity *self)
{
  QdEntityPrivate *priv = qd_entity_get_instance_private (self);

  g_return_val_if_fail (QD_IS_ENTITY (self), "");

  return qd_text_peek (priv->rank);
}

/**
 * qd_entity_set_rank:
 * @self: an entity that is in no #QdOrderedList
 * @rank: (nullable): its place
 *
 * Once the entity is in a list, its rank changes by qd_ordered_list_move()
 * only; otherwise the list would no longer be in order.
 */
void
qd_entity_set_rank (QdEntity   *self,
                    const char *rank)
{
  QdEntityPrivate *priv = qd_entity_get_instance_private (self);

  g_return_if_fail (QD_IS_ENTITY (self));

  if (!qd_text_replace (&priv->rank, rank))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANK]);
}

/**
 * qd_entity_get_alive:
 * @self: an entity
 *
 * Returns: whether it is there: created, not archived, not deleted
 */
gboolean
qd_entity_get_alive (QdEntity *self)
{
  QdEntityPrivate *priv = qd_entity_get_instance_private (self);

  g_return_val_if_fail (QD_IS_ENTITY (self), FALSE);

  return priv->alive;
}

/**
 * qd_entity_set_alive:
 * @self: an entity
 * @alive: whether it is there
 *
 * Takes the entity in or out of no list; the store does that too.
 */
void
qd_entity_set_alive (QdEntity *self,
                     gboolean  alive)
{
  QdEntityPrivate *priv = qd_entity_get_instance_private (self);

  g_return_if_fail (QD_IS_ENTITY (self));

  alive = !!alive;
  if (priv->alive == alive)
    return;

  priv->alive = alive;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALIVE]);
}

/**
 * qd_entity_compare:
 * @a: an entity
 * @b: another
 *
 * The order of everything in a list: by rank, byte by byte, and by id where
 * two people chose the same rank. Unchecked, as sorting calls it often.
 *
 * Returns: less than, equal to or greater than 0
 */
int
qd_entity_compare (QdEntity *a,
                   QdEntity *b)
{
  QdEntityPrivate *priv_a = qd_entity_get_instance_private (a);
  QdEntityPrivate *priv_b = qd_entity_get_instance_private (b);
  int order;

  order = strcmp (qd_text_peek (priv_a->rank), qd_text_peek (priv_b->rank));
  if (order != 0)
    return order;

  return (priv_a->id > priv_b->id) - (priv_a->id < priv_b->id);
}
