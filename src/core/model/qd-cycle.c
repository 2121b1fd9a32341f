/* A span of days, usually a quarter, and its weeks.
 *
 * Weeks are counted from the first day of the cycle, not from a Monday.
 */

#include "config.h"

#include "qd-cycle-private.h"
#include "qd-entity-private.h"

#define DAYS_PER_WEEK 7u

struct _QdCycle
{
  QdEntity parent_instance;

  QdDay first_day;
  QdDay last_day;
};

enum
{
  PROP_0,
  PROP_FIRST_DAY,
  PROP_LAST_DAY,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdCycle, qd_cycle, QD_TYPE_ENTITY)

static GParamSpec *properties[N_PROPS];

static void
qd_cycle_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  QdCycle *self = QD_CYCLE (object);

  switch (property_id)
    {
    case PROP_FIRST_DAY:
      g_value_set_uint (value, qd_cycle_get_first_day (self));
      break;

    case PROP_LAST_DAY:
      g_value_set_uint (value, qd_cycle_get_last_day (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_cycle_class_init (QdCycleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  QdEntityClass *entity_class = QD_ENTITY_CLASS (klass);

  object_class->get_property = qd_cycle_get_property;

  entity_class->kind = QD_ENTITY_CYCLE;

  properties[PROP_FIRST_DAY] =
    g_param_spec_uint ("first-day", NULL, NULL,
                       0, G_MAXUINT32, QD_DAY_NONE,
                       QD_PARAM_READABLE);

  properties[PROP_LAST_DAY] =
    g_param_spec_uint ("last-day", NULL, NULL,
                       0, G_MAXUINT32, QD_DAY_NONE,
                       QD_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_cycle_init (QdCycle *self)
{
}

/**
 * qd_cycle_new:
 * @id: the id, positive
 *
 * Returns: (transfer full): a cycle without days
 */
QdCycle *
qd_cycle_new (QdId id)
{
  return qd_entity_new (QD_TYPE_CYCLE, id);
}

/**
 * qd_cycle_get_first_day:
 * @self: a cycle
 *
 * Returns: its first day, or %QD_DAY_NONE
 */
QdDay
qd_cycle_get_first_day (QdCycle *self)
{
  g_return_val_if_fail (QD_IS_CYCLE (self), QD_DAY_NONE);

  return self->first_day;
}

/**
 * qd_cycle_set_first_day:
 * @self: a cycle
 * @day: its first day, or %QD_DAY_NONE
 */
void
qd_cycle_set_first_day (QdCycle *self,
                        QdDay    day)
{
  g_return_if_fail (QD_IS_CYCLE (self));

  if (self->first_day == day)
    return;

  self->first_day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_DAY]);
}

/**
 * qd_cycle_get_last_day:
 * @self: a cycle
 *
 * Returns: its last day, which still belongs to it, or %QD_DAY_NONE
 */
QdDay
qd_cycle_get_last_day (QdCycle *self)
{
  g_return_val_if_fail (QD_IS_CYCLE (self), QD_DAY_NONE);

  return self->last_day;
}

/**
 * qd_cycle_set_last_day:
 * @self: a cycle
 * @day: its last day, or %QD_DAY_NONE
 */
void
qd_cycle_set_last_day (QdCycle *self,
                       QdDay    day)
{
  g_return_if_fail (QD_IS_CYCLE (self));

  if (self->last_day == day)
    return;

  self->last_day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_DAY]);
}

/**
 * qd_cycle_get_n_weeks:
 * @self: a cycle
 *
 * Every calendar quarter has thirteen weeks: what is left over of less than half
 * a week belongs to the last one.
 *
 * Returns: how many weeks the cycle has, rounded; 1 at least, also where its
 *   days are missing or the wrong way round
 */
guint
qd_cycle_get_n_weeks (QdCycle *self)
{
  g_return_val_if_fail (QD_IS_CYCLE (self), 1);

  if (self->first_day == QD_DAY_NONE || self->last_day < self->first_day)
    return 1;

  return MAX (1, (self->last_day - self->first_day + 1 + DAYS_PER_WEEK / 2) / DAYS_PER_WEEK);
}

/**
 * qd_cycle_get_week:
 * @self: a cycle
 * @day: a day
 *
 * Returns: the week of the cycle that the day lies in, counted from 1; 0 before
 *   the first day or where the cycle has none, and one more than there are
 *   weeks after the last day
 */
guint
qd_cycle_get_week (QdCycle *self,
                   QdDay    day)
{
  g_return_val_if_fail (QD_IS_CYCLE (self), 0);

  if (self->first_day == QD_DAY_NONE || day < self->first_day)
    return 0;

  if (day > self->last_day)
    return qd_cycle_get_n_weeks (self) + 1;

  return MIN ((day - self->first_day) / DAYS_PER_WEEK + 1, qd_cycle_get_n_weeks (self));
}
