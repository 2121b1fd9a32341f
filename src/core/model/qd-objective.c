/* What a team wants to reach in a cycle; the coloured label of its key results.
 *
 * Points back to its board without owning it, as the board owns the objective.
 * The parent may be on any board, loaded or not, and is therefore an id.
 */

#include "config.h"

#include "qd-entity-private.h"
#include "qd-objective-private.h"

struct _QdObjective
{
  QdEntity parent_instance;

  gpointer board; /* (unowned) (type QdBoard) */
  char *why;
  guint colour;
  QdCommitment commitment;
  double weight;
  QdId parent;
};

enum
{
  PROP_0,
  PROP_BOARD,
  PROP_WHY,
  PROP_COLOUR,
  PROP_COMMITMENT,
  PROP_WEIGHT,
  PROP_PARENT,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdObjective, qd_objective, QD_TYPE_ENTITY)

static GParamSpec *properties[N_PROPS];

static void
qd_objective_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  QdObjective *self = QD_OBJECTIVE (object);

  switch (property_id)
    {
    case PROP_BOARD:
      g_value_set_object (value, qd_objective_get_board (self));
      break;

    case PROP_WHY:
      g_value_set_string (value, qd_objective_get_why (self));
      break;

    case PROP_COLOUR:
      g_value_set_uint (value, qd_objective_get_colour (self));
      break;

    case PROP_COMMITMENT:
      g_value_set_enum (value, (int) qd_objective_get_commitment (self));
      break;

    case PROP_WEIGHT:
      g_value_set_double (value, qd_objective_get_weight (self));
      break;

    case PROP_PARENT:
      g_value_set_int64 (value, qd_objective_get_parent (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_objective_dispose (GObject *object)
{
  QdObjective *self = QD_OBJECTIVE (object);

  g_clear_weak_pointer (&self->board);

  G_OBJECT_CLASS (qd_objective_parent_class)->dispose (object);
}

static void
qd_objective_finalize (GObject *object)
{
  QdObjective *self = QD_OBJECTIVE (object);

  g_free (self->why);

  G_OBJECT_CLASS (qd_objective_parent_class)->finalize (object);
}

static void
qd_objective_class_init (QdObjectiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  QdEntityClass *entity_class = QD_ENTITY_CLASS (klass);

  object_class->get_property = qd_objective_get_property;
  object_class->dispose = qd_objective_dispose;
  object_class->finalize = qd_objective_finalize;

  entity_class->kind = QD_ENTITY_OBJECTIVE;

  properties[PROP_BOARD] =
    g_param_spec_object ("board", NULL, NULL,
                         QD_TYPE_BOARD,
                         QD_PARAM_READABLE);

  properties[PROP_WHY] =
    g_param_spec_string ("why", NULL, NULL,
                         "",
                         QD_PARAM_READABLE);

  properties[PROP_COLOUR] =
    g_param_spec_uint ("colour", NULL, NULL,
                       0, QD_N_COLOURS - 1, 0,
                       QD_PARAM_READABLE);

  properties[PROP_COMMITMENT] =
    g_param_spec_enum ("commitment", NULL, NULL,
                       QD_TYPE_COMMITMENT, QD_COMMITMENT_ASPIRATIONAL,
                       QD_PARAM_READABLE);

  properties[PROP_WEIGHT] =
    g_param_spec_double ("weight", NULL, NULL,
                         -G_MAXDOUBLE, G_MAXDOUBLE, 1.0,
                         QD_PARAM_READABLE);

  properties[PROP_PARENT] =
    g_param_spec_int64 ("parent", NULL, NULL,
                        0, G_MAXINT64, QD_ID_NONE,
                        QD_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_objective_init (QdObjective *self)
{
  self->weight = 1.0;
}

/**
 * qd_objective_new:
 * @id: the id, positive
 *
 * Returns: (transfer full): an aspirational objective of weight 1
 */
QdObjective *
qd_objective_new (QdId id)
{
  return qd_entity_new (QD_TYPE_OBJECTIVE, id);
}

/**
 * qd_objective_get_board:
 * @self: an objective
 *
 * Returns: (transfer none) (nullable): the board that it belongs to; %NULL once
 *   the board is gone
 */
QdBoard *
qd_objective_get_board (QdObjective *self)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE (self), NULL);

  return self->board;
}

/**
 * qd_objective_set_board:
 * @self: an objective
 * @board: (nullable): the board that it belongs to
 *
 * Does not put the objective into the list of the board.
 */
void
qd_objective_set_board (QdObjective *self,
                        QdBoard     *board)
{
  g_return_if_fail (QD_IS_OBJECTIVE (self));
  g_return_if_fail (board == NULL || QD_IS_BOARD (board));

  if (!g_set_weak_pointer (&self->board, board))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD]);
}

/**
 * qd_objective_get_why:
 * @self: an objective
 *
 * Returns: (transfer none) (not nullable): why it matters, "" where nobody said
 */
const char *
qd_objective_get_why (QdObjective *self)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE (self), "");

  return qd_text_peek (self->why);
}

/**
 * qd_objective_set_why:
 * @self: an objective
 * @why: (nullable): why it matters
 */
void
qd_objective_set_why (QdObjective *self,
                      const char  *why)
{
  g_return_if_fail (QD_IS_OBJECTIVE (self));

  if (!qd_text_replace (&self->why, why))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WHY]);
}

/**
 * qd_objective_get_colour:
 * @self: an objective
 *
 * Returns: index of its colour, below %QD_N_COLOURS
 */
guint
qd_objective_get_colour (QdObjective *self)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE (self), 0);

  return self->colour;
}

/**
 * qd_objective_set_colour:
 * @self: an objective
 * @colour: index of its colour, below %QD_N_COLOURS
 */
void
qd_objective_set_colour (QdObjective *self,
                         guint        colour)
{
  g_return_if_fail (QD_IS_OBJECTIVE (self));
  g_return_if_fail (colour < QD_N_COLOURS);

  if (self->colour == colour)
    return;

  self->colour = colour;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLOUR]);
}

/**
 * qd_objective_get_commitment:
 * @self: an objective
 *
 * Returns: what counts as success
 */
QdCommitment
qd_objective_get_commitment (QdObjective *self)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE (self), QD_COMMITMENT_ASPIRATIONAL);

  return self->commitment;
}

/**
 * qd_objective_set_commitment:
 * @self: an objective
 * @commitment: what counts as success
 */
void
qd_objective_set_commitment (QdObjective  *self,
                             QdCommitment  commitment)
{
  g_return_if_fail (QD_IS_OBJECTIVE (self));

  if (self->commitment == commitment)
    return;

  self->commitment = commitment;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMMITMENT]);
}

/**
 * qd_objective_get_weight:
 * @self: an objective
 *
 * Returns: its share relative to the other objectives of the board
 */
double
qd_objective_get_weight (QdObjective *self)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE (self), 1.0);

  return self->weight;
}

/**
 * qd_objective_set_weight:
 * @self: an objective
 * @weight: its share relative to the other objectives of the board
 */
void
qd_objective_set_weight (QdObjective *self,
                         double       weight)
{
  g_return_if_fail (QD_IS_OBJECTIVE (self));

  if (!qd_number_replace (&self->weight, weight))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEIGHT]);
}

/**
 * qd_objective_get_parent:
 * @self: an objective
 *
 * Returns: id of the objective that it contributes to, or %QD_ID_NONE
 */
QdId
qd_objective_get_parent (QdObjective *self)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE (self), QD_ID_NONE);

  return self->parent;
}

/**
 * qd_objective_set_parent:
 * @self: an objective
 * @parent: id of the objective that it contributes to, or %QD_ID_NONE
 */
void
qd_objective_set_parent (QdObjective *self,
                         QdId         parent)
{
  g_return_if_fail (QD_IS_OBJECTIVE (self));

  if (self->parent == parent)
    return;

  self->parent = parent;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARENT]);
}
