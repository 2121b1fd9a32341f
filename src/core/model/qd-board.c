/* A team's board for a cycle: its columns and its objectives.
 *
 * Owns both lists, and refers to its team and cycle, which do not know it.
 * Columns and objectives point back without owning.
 */

#include "config.h"

#include "qd-board-private.h"
#include "qd-column.h"
#include "qd-entity-private.h"
#include "qd-objective.h"
#include "qd-ordered-list-private.h"

struct _QdBoard
{
  QdEntity parent_instance;

  QdBoardKind board_kind;
  QdTeam *team;
  QdCycle *cycle;
  QdOrderedList *columns;
  QdOrderedList *objectives;
  gboolean loaded;
  QdRhythm rhythm;
  gint64 reviewed;
  QdDay closed;
  QdDay as_of;
};

enum
{
  PROP_0,
  PROP_BOARD_KIND,
  PROP_TEAM,
  PROP_CYCLE,
  PROP_COLUMNS,
  PROP_OBJECTIVES,
  PROP_LOADED,
  PROP_CADENCE,
  PROP_WEEKDAY,
  PROP_REVIEWED,
  PROP_CLOSED,
  PROP_AS_OF,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdBoard, qd_board, QD_TYPE_ENTITY)

static GParamSpec *properties[N_PROPS];

static GParamSpec *
object_property (const char *name,
                 GType       type)
{
  return g_param_spec_object (name, NULL, NULL, type, QD_PARAM_READABLE);
}

static void
qd_board_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  QdBoard *self = QD_BOARD (object);

  switch (property_id)
    {
    case PROP_BOARD_KIND:
      g_value_set_enum (value, (int) qd_board_get_board_kind (self));
      break;

    case PROP_TEAM:
      g_value_set_object (value, qd_board_get_team (self));
      break;

    case PROP_CYCLE:
      g_value_set_object (value, qd_board_get_cycle (self));
      break;

    case PROP_COLUMNS:
      g_value_set_object (value, qd_board_get_columns (self));
      break;

    case PROP_OBJECTIVES:
      g_value_set_object (value, qd_board_get_objectives (self));
      break;

    case PROP_LOADED:
      g_value_set_boolean (value, qd_board_get_loaded (self));
      break;

    case PROP_CADENCE:
      g_value_set_uint (value, self->rhythm.cadence);
      break;

    case PROP_WEEKDAY:
      g_value_set_uint (value, self->rhythm.weekday);
      break;

    case PROP_REVIEWED:
      g_value_set_int64 (value, self->reviewed);
      break;

    case PROP_CLOSED:
      g_value_set_uint (value, qd_board_get_closed (self));
      break;

    case PROP_AS_OF:
      g_value_set_uint (value, self->as_of);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_board_dispose (GObject *object)
{
  QdBoard *self = QD_BOARD (object);

  g_clear_object (&self->team);
  g_clear_object (&self->cycle);

  G_OBJECT_CLASS (qd_board_parent_class)->dispose (object);
}

static void
qd_board_finalize (GObject *object)
{
  QdBoard *self = QD_BOARD (object);

  g_object_unref (self->columns);
  g_object_unref (self->objectives);

  G_OBJECT_CLASS (qd_board_parent_class)->finalize (object);
}

static void
qd_board_class_init (QdBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  QdEntityClass *entity_class = QD_ENTITY_CLASS (klass);

  object_class->get_property = qd_board_get_property;
  object_class->dispose = qd_board_dispose;
  object_class->finalize = qd_board_finalize;

  entity_class->kind = QD_ENTITY_BOARD;

  properties[PROP_BOARD_KIND] =
    g_param_spec_enum ("board-kind", NULL, NULL,
                       QD_TYPE_BOARD_KIND, QD_BOARD_OKR,
                       QD_PARAM_READABLE);

  properties[PROP_TEAM] = object_property ("team", QD_TYPE_TEAM);

  properties[PROP_CYCLE] = object_property ("cycle", QD_TYPE_CYCLE);

  properties[PROP_COLUMNS] = object_property ("columns", QD_TYPE_ORDERED_LIST);

  properties[PROP_OBJECTIVES] = object_property ("objectives", QD_TYPE_ORDERED_LIST);

  properties[PROP_LOADED] =
    g_param_spec_boolean ("loaded", NULL, NULL,
                          FALSE,
                          QD_PARAM_READABLE);

  properties[PROP_CADENCE] =
    g_param_spec_uint ("cadence", NULL, NULL,
                       1, G_MAXUINT, QD_RHYTHM_CADENCE,
                       QD_PARAM_READABLE);

  properties[PROP_WEEKDAY] =
    g_param_spec_uint ("weekday", NULL, NULL,
                       G_DATE_MONDAY, G_DATE_SUNDAY, QD_RHYTHM_WEEKDAY,
                       QD_PARAM_READABLE);

  properties[PROP_REVIEWED] =
    g_param_spec_int64 ("reviewed", NULL, NULL,
                        0, G_MAXINT64, 0,
                        QD_PARAM_READABLE);

  properties[PROP_CLOSED] =
    g_param_spec_uint ("closed", NULL, NULL,
                       0, G_MAXUINT32, QD_DAY_NONE,
                       QD_PARAM_READABLE);

  properties[PROP_AS_OF] =
    g_param_spec_uint ("as-of", NULL, NULL,
                       0, G_MAXUINT32, QD_DAY_NONE,
                       QD_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_board_init (QdBoard *self)
{
  self->rhythm = (QdRhythm) QD_RHYTHM_DEFAULT;
  self->columns = qd_ordered_list_new (QD_TYPE_COLUMN);
  self->objectives = qd_ordered_list_new (QD_TYPE_OBJECTIVE);
}

/**
 * qd_board_new:
 * @id: the id, positive
 *
 * Returns: (transfer full): a board without columns and objectives
 */
QdBoard *
qd_board_new (QdId id)
{
  return qd_entity_new (QD_TYPE_BOARD, id);
}

/**
 * qd_board_get_board_kind:
 * @self: a board
 *
 * Returns: what kind of cards it has
 */
QdBoardKind
qd_board_get_board_kind (QdBoard *self)
{
  g_return_val_if_fail (QD_IS_BOARD (self), QD_BOARD_OKR);

  return self->board_kind;
}

/**
 * qd_board_set_board_kind:
 * @self: a board
 * @kind: what kind of cards it has
 */
void
qd_board_set_board_kind (QdBoard     *self,
                         QdBoardKind  kind)
{
  g_return_if_fail (QD_IS_BOARD (self));

  if (self->board_kind == kind)
    return;

  self->board_kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD_KIND]);
}

/**
 * qd_board_get_team:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the team whose board it is
 */
QdTeam *
qd_board_get_team (QdBoard *self)
{
  g_return_val_if_fail (QD_IS_BOARD (self), NULL);

  return self->team;
}

/**
 * qd_board_set_team:
 * @self: a board
 * @team: (nullable): the team whose board it is
 */
void
qd_board_set_team (QdBoard *self,
                   QdTeam  *team)
{
  g_return_if_fail (QD_IS_BOARD (self));
  g_return_if_fail (team == NULL || QD_IS_TEAM (team));

  if (!g_set_object (&self->team, team))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEAM]);
}

/**
 * qd_board_get_cycle:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): the cycle that it is for
 */
QdCycle *
qd_board_get_cycle (QdBoard *self)
{
  g_return_val_if_fail (QD_IS_BOARD (self), NULL);

  return self->cycle;
}

/**
 * qd_board_set_cycle:
 * @self: a board
 * @cycle: (nullable): the cycle that it is for
 */
void
qd_board_set_cycle (QdBoard *self,
                    QdCycle *cycle)
{
  g_return_if_fail (QD_IS_BOARD (self));
  g_return_if_fail (cycle == NULL || QD_IS_CYCLE (cycle));

  if (!g_set_object (&self->cycle, cycle))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CYCLE]);
}

/**
 * qd_board_get_columns:
 * @self: a board
 *
 * Returns: (transfer none): the list of its #QdColumn, always the same
 */
QdOrderedList *
qd_board_get_columns (QdBoard *self)
{
  g_return_val_if_fail (QD_IS_BOARD (self), NULL);

  return self->columns;
}

/**
 * qd_board_get_objectives:
 * @self: a board
 *
 * Returns: (transfer none): the list of its #QdObjective, always the same
 */
QdOrderedList *
qd_board_get_objectives (QdBoard *self)
{
  g_return_val_if_fail (QD_IS_BOARD (self), NULL);

  return self->objectives;
}

/**
 * qd_board_get_loaded:
 * @self: a board
 *
 * Returns: whether its cards were read from the file; columns and objectives are
 *   there without that
 */
gboolean
qd_board_get_loaded (QdBoard *self)
{
  g_return_val_if_fail (QD_IS_BOARD (self), FALSE);

  return self->loaded;
}

/**
 * qd_board_set_loaded:
 * @self: a board
 * @loaded: whether the cards of its columns were read from the file
 */
void
qd_board_set_loaded (QdBoard  *self,
                     gboolean  loaded)
{
  g_return_if_fail (QD_IS_BOARD (self));

  loaded = !!loaded;
  if (self->loaded == loaded)
    return;

  self->loaded = loaded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

/**
 * qd_board_get_rhythm:
 * @self: a board
 * @rhythm: (out caller-allocates): when its check-ins are due
 */
void
qd_board_get_rhythm (QdBoard  *self,
                     QdRhythm *rhythm)
{
  g_return_if_fail (QD_IS_BOARD (self));

  *rhythm = self->rhythm;
}

/**
 * qd_board_set_rhythm:
 * @self: a board
 * @rhythm: when its check-ins are due
 */
void
qd_board_set_rhythm (QdBoard        *self,
                     const QdRhythm *rhythm)
{
  const QdRhythm before = self->rhythm;

  g_return_if_fail (QD_IS_BOARD (self));
  g_return_if_fail (rhythm->cadence > 0);
  g_return_if_fail (rhythm->weekday >= G_DATE_MONDAY && rhythm->weekday <= G_DATE_SUNDAY);

  self->rhythm = *rhythm;
  if (before.cadence != rhythm->cadence)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CADENCE]);
  if (before.weekday != rhythm->weekday)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEEKDAY]);
}

/**
 * qd_board_get_reviewed:
 * @self: a board
 *
 * Returns: the instant up to which somebody reviewed it, in milliseconds since 1970
 *   UTC; 0 where nobody did
 */
gint64
qd_board_get_reviewed (QdBoard *self)
{
  g_return_val_if_fail (QD_IS_BOARD (self), 0);

  return self->reviewed;
}

/**
 * qd_board_set_reviewed:
 * @self: a board
 * @reviewed: the instant up to which somebody reviewed it; 0 where nobody did
 */
void
qd_board_set_reviewed (QdBoard *self,
                       gint64   reviewed)
{
  g_return_if_fail (QD_IS_BOARD (self));

  if (self->reviewed == reviewed)
    return;

  self->reviewed = reviewed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEWED]);
}

/**
 * qd_board_get_closed:
 * @self: a board
 *
 * Returns: the day on which it was closed, or %QD_DAY_NONE while it is open
 */
QdDay
qd_board_get_closed (QdBoard *self)
{
  g_return_val_if_fail (QD_IS_BOARD (self), QD_DAY_NONE);

  return self->closed;
}

/**
 * qd_board_set_closed:
 * @self: a board
 * @day: the day on which it was closed, or %QD_DAY_NONE
 */
void
qd_board_set_closed (QdBoard *self,
                     QdDay    day)
{
  g_return_if_fail (QD_IS_BOARD (self));

  if (self->closed == day)
    return;

  self->closed = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLOSED]);
}

/**
 * qd_board_set_as_of:
 * @self: a board
 * @day: the day of the past as of which it shows, or %QD_DAY_NONE for a board as it is
 */
void
qd_board_set_as_of (QdBoard *self,
                    QdDay    day)
{
  g_return_if_fail (QD_IS_BOARD (self));

  if (self->as_of == day)
    return;

  self->as_of = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
}

/**
 * qd_board_get_today:
 * @self: a board
 *
 * What is due, expected and stale is told by this day.
 *
 * Returns: the day of the past as of which it shows; today for a board as it is
 */
QdDay
qd_board_get_today (QdBoard *self)
{
  g_return_val_if_fail (QD_IS_BOARD (self), QD_DAY_NONE);

  return self->as_of != QD_DAY_NONE ? self->as_of : qd_clock_today ();
}

/**
 * qd_board_get_as_of:
 * @self: a board
 *
 * Returns: the day of the past as of which it shows, or %QD_DAY_NONE for a board as it
 *   is
 */
QdDay
qd_board_get_as_of (QdBoard *self)
{
  g_return_val_if_fail (QD_IS_BOARD (self), QD_DAY_NONE);

  return self->as_of;
}
