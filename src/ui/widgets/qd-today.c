/* Today, for what shows it: says when another day begins. For what shows the past that is
 * the day of the past.
 *
 * It looks at the clock once a minute. To wait for midnight would miss it where
 * the machine sleeps meanwhile, or where somebody sets the clock.
 */

#include "config.h"

#include "qd-card-state.h"
#include "qd-today.h"

#define SECONDS 60

struct _QdToday
{
  GObject parent_instance;

  QdWorkspace *workspace; /* (nullable) */
  QdDay day;
  guint tick_id;
};

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdToday, qd_today, G_TYPE_OBJECT)

static QdDay
look (QdToday *self)
{
  const QdDay as_of = self->workspace != NULL ? qd_workspace_get_as_of (self->workspace)
                                              : QD_DAY_NONE;

  return as_of != QD_DAY_NONE ? as_of : qd_clock_today ();
}

static void
update (QdToday *self)
{
  const QdDay day = look (self);

  g_assert (QD_IS_TODAY (self));

  if (day != self->day)
    {
      self->day = day;
      qd_card_state_forget_today ();
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
    }
}

static gboolean
on_tick (gpointer user_data)
{
  update (user_data);

  return G_SOURCE_CONTINUE;
}

static void
qd_today_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  QdToday *self = QD_TODAY (object);

  switch (property_id)
    {
    case PROP_DAY:
      g_value_set_uint (value, qd_today_get_day (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_today_finalize (GObject *object)
{
  QdToday *self = QD_TODAY (object);

  g_clear_object (&self->workspace);
  g_clear_handle_id (&self->tick_id, g_source_remove);

  G_OBJECT_CLASS (qd_today_parent_class)->finalize (object);
}

static void
qd_today_class_init (QdTodayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qd_today_get_property;
  object_class->finalize = qd_today_finalize;

  /**
   * QdToday:day:
   *
   * Today, as a #QdDay.
   */
  properties[PROP_DAY] =
    g_param_spec_uint ("day", NULL, NULL,
                       QD_DAY_NONE, G_MAXUINT32, QD_DAY_NONE,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_today_init (QdToday *self)
{
  self->day = qd_clock_today ();
  self->tick_id = g_timeout_add_seconds (SECONDS, on_tick, self);
}

/**
 * qd_today_new:
 * @workspace: (nullable): what is shown, whose day it is where that is of the past
 *
 * Returns: (transfer full): today, from now on
 */
QdToday *
qd_today_new (QdWorkspace *workspace)
{
  QdToday *self = g_object_new (QD_TYPE_TODAY, NULL);

  g_return_val_if_fail (workspace == NULL || QD_IS_WORKSPACE (workspace), self);

  if (workspace != NULL)
    {
      self->workspace = g_object_ref (workspace);
      self->day = look (self);
      g_signal_connect_object (workspace, "notify::as-of", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }

  return self;
}

/**
 * qd_today_get_day:
 * @self: today
 *
 * Returns: the day
 */
QdDay
qd_today_get_day (QdToday *self)
{
  g_return_val_if_fail (QD_IS_TODAY (self), QD_DAY_NONE);

  return self->day;
}
