/* A card that says by a number whether an objective is reached.
 *
 * Keeps the figures as they were entered; what they amount to is worked out in
 * core/method.
 */

#include "config.h"

#include "qd-entity-private.h"
#include "qd-key-result-private.h"

struct _QdKeyResult
{
  QdCard parent_instance;

  QdMetricKind metric;
  double baseline;
  double target;
  double current;
  char *unit;
  char *measurement;
  double weight;
};

enum
{
  PROP_0,
  PROP_METRIC,
  PROP_BASELINE,
  PROP_TARGET,
  PROP_CURRENT,
  PROP_UNIT,
  PROP_MEASUREMENT,
  PROP_WEIGHT,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdKeyResult, qd_key_result, QD_TYPE_CARD)

static GParamSpec *properties[N_PROPS];

/* A GParamSpec cannot have NAN as its default, so those of the figures say 0. */
static GParamSpec *
number_property (const char *name,
                 double      default_value)
{
  return g_param_spec_double (name, NULL, NULL,
                              -G_MAXDOUBLE, G_MAXDOUBLE, default_value,
                              QD_PARAM_READABLE);
}

static void
set_number (QdKeyResult *self,
            double      *number,
            double       value,
            guint        property_id)
{
  if (!qd_number_replace (number, value))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

static void
set_text (QdKeyResult  *self,
          char        **text,
          const char   *value,
          guint         property_id)
{
  if (!qd_text_replace (text, value))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

static void
qd_key_result_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdKeyResult *self = QD_KEY_RESULT (object);

  switch (property_id)
    {
    case PROP_METRIC:
      g_value_set_enum (value, (int) qd_key_result_get_metric (self));
      break;

    case PROP_BASELINE:
      g_value_set_double (value, qd_key_result_get_baseline (self));
      break;

    case PROP_TARGET:
      g_value_set_double (value, qd_key_result_get_target (self));
      break;

    case PROP_CURRENT:
      g_value_set_double (value, qd_key_result_get_current (self));
      break;

    case PROP_UNIT:
      g_value_set_string (value, qd_key_result_get_unit (self));
      break;

    case PROP_MEASUREMENT:
      g_value_set_string (value, qd_key_result_get_measurement (self));
      break;

    case PROP_WEIGHT:
      g_value_set_double (value, qd_key_result_get_weight (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_key_result_finalize (GObject *object)
{
  QdKeyResult *self = QD_KEY_RESULT (object);

  g_free (self->unit);
  g_free (self->measurement);

  G_OBJECT_CLASS (qd_key_result_parent_class)->finalize (object);
}

static void
qd_key_result_class_init (QdKeyResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  QdCardClass *card_class = QD_CARD_CLASS (klass);

  object_class->get_property = qd_key_result_get_property;
  object_class->finalize = qd_key_result_finalize;

  card_class->card_kind = QD_CARD_KEY_RESULT;

  properties[PROP_METRIC] =
    g_param_spec_enum ("metric", NULL, NULL,
                       QD_TYPE_METRIC_KIND, QD_METRIC_NONE,
                       QD_PARAM_READABLE);

  properties[PROP_BASELINE] = number_property ("baseline", 0.0);

  properties[PROP_TARGET] = number_property ("target", 0.0);

  properties[PROP_CURRENT] = number_property ("current", 0.0);

  properties[PROP_UNIT] =
    g_param_spec_string ("unit", NULL, NULL,
                         "",
                         QD_PARAM_READABLE);

  properties[PROP_MEASUREMENT] =
    g_param_spec_string ("measurement", NULL, NULL,
                         "",
                         QD_PARAM_READABLE);

  properties[PROP_WEIGHT] = number_property ("weight", 1.0);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_key_result_init (QdKeyResult *self)
{
  self->baseline = NAN;
  self->target = NAN;
  self->current = NAN;
  self->weight = 1.0;
}

/**
 * qd_key_result_new:
 * @id: the id, positive
 *
 * Returns: (transfer full): a key result without figures, of weight 1
 */
QdKeyResult *
qd_key_result_new (QdId id)
{
  return qd_entity_new (QD_TYPE_KEY_RESULT, id);
}

/**
 * qd_key_result_get_metric:
 * @self: a key result
 *
 * Returns: how its figures are to be read
 */
QdMetricKind
qd_key_result_get_metric (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), QD_METRIC_NONE);

  return self->metric;
}

/**
 * qd_key_result_set_metric:
 * @self: a key result
 * @metric: how its figures are to be read
 */
void
qd_key_result_set_metric (QdKeyResult  *self,
                          QdMetricKind  metric)
{
  g_return_if_fail (QD_IS_KEY_RESULT (self));

  if (self->metric == metric)
    return;

  self->metric = metric;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_METRIC]);
}

/**
 * qd_key_result_get_baseline:
 * @self: a key result
 *
 * Returns: where the metric started, in its unit, or NAN
 */
double
qd_key_result_get_baseline (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), NAN);

  return self->baseline;
}

/**
 * qd_key_result_set_baseline:
 * @self: a key result
 * @baseline: where the metric started, in its unit, or NAN
 */
void
qd_key_result_set_baseline (QdKeyResult *self,
                            double       baseline)
{
  g_return_if_fail (QD_IS_KEY_RESULT (self));

  set_number (self, &self->baseline, baseline, PROP_BASELINE);
}

/**
 * qd_key_result_get_target:
 * @self: a key result
 *
 * Returns: where the metric should land, in its unit, or NAN
 */
double
qd_key_result_get_target (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), NAN);

  return self->target;
}

/**
 * qd_key_result_set_target:
 * @self: a key result
 * @target: where the metric should land, in its unit, or NAN
 */
void
qd_key_result_set_target (QdKeyResult *self,
                          double       target)
{
  g_return_if_fail (QD_IS_KEY_RESULT (self));

  set_number (self, &self->target, target, PROP_TARGET);
}

/**
 * qd_key_result_get_current:
 * @self: a key result
 *
 * Returns: where the metric stands, in its unit, or NAN where nobody has
 *   checked in yet
 */
double
qd_key_result_get_current (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), NAN);

  return self->current;
}

/**
 * qd_key_result_set_current:
 * @self: a key result
 * @current: where the metric stands, in its unit, or NAN
 */
void
qd_key_result_set_current (QdKeyResult *self,
                           double       current)
{
  g_return_if_fail (QD_IS_KEY_RESULT (self));

  set_number (self, &self->current, current, PROP_CURRENT);
}

/**
 * qd_key_result_get_unit:
 * @self: a key result
 *
 * Returns: (transfer none) (not nullable): the unit of the figures ("%",
 *   "days"), "" where there is none
 */
const char *
qd_key_result_get_unit (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), "");

  return qd_text_peek (self->unit);
}

/**
 * qd_key_result_set_unit:
 * @self: a key result
 * @unit: (nullable): the unit of the figures
 */
void
qd_key_result_set_unit (QdKeyResult *self,
                        const char  *unit)
{
  g_return_if_fail (QD_IS_KEY_RESULT (self));

  set_text (self, &self->unit, unit, PROP_UNIT);
}

/**
 * qd_key_result_get_measurement:
 * @self: a key result
 *
 * Returns: (transfer none) (not nullable): how the metric is measured, ""
 *   where nobody said
 */
const char *
qd_key_result_get_measurement (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), "");

  return qd_text_peek (self->measurement);
}

/**
 * qd_key_result_set_measurement:
 * @self: a key result
 * @measurement: (nullable): how the metric is measured
 */
void
qd_key_result_set_measurement (QdKeyResult *self,
                               const char  *measurement)
{
  g_return_if_fail (QD_IS_KEY_RESULT (self));

  set_text (self, &self->measurement, measurement, PROP_MEASUREMENT);
}

/**
 * qd_key_result_get_weight:
 * @self: a key result
 *
 * Returns: its share in its objective, relative to the other key results
 */
double
qd_key_result_get_weight (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), 1.0);

  return self->weight;
}

/**
 * qd_key_result_set_weight:
 * @self: a key result
 * @weight: its share in its objective, relative to the other key results
 */
void
qd_key_result_set_weight (QdKeyResult *self,
                          double       weight)
{
  g_return_if_fail (QD_IS_KEY_RESULT (self));

  set_number (self, &self->weight, weight, PROP_WEIGHT);
}
