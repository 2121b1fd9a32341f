/* A card that says by a number whether an objective is reached.
 *
 * Keeps the figures as they were entered; what they amount to is worked out in
 * core/method.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "qd-entity-private.h"
#include "qd-key-result-private.h"

struct _QdKeyResult
{
  QdCard parent_instance;

  QdMetricKind metric;
  double baseline;
  double target;
  double upper;
  char *unit;
  char *measurement;
  double weight;
  QdResultKind result;
  double grade;
  QdSummary summary;
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
  PROP_UPPER,
  PROP_RESULT,
  PROP_GRADE,
  PROP_SUMMARY,
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

    case PROP_UPPER:
      g_value_set_double (value, qd_key_result_get_upper (self));
      break;

    case PROP_RESULT:
      g_value_set_enum (value, (int) qd_key_result_get_result (self));
      break;

    case PROP_GRADE:
      g_value_set_double (value, qd_key_result_get_grade (self));
      break;

    case PROP_SUMMARY:
      g_value_set_pointer (value, &self->summary);
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
  qd_summary_clear (&self->summary);

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

  properties[PROP_UPPER] = number_property ("upper", 0.0);

  properties[PROP_RESULT] =
    g_param_spec_enum ("result", NULL, NULL,
                       QD_TYPE_RESULT_KIND, QD_RESULT_UNSAID,
                       QD_PARAM_READABLE);

  properties[PROP_GRADE] = number_property ("grade", 0.0);

  /**
   * QdKeyResult:summary:
   *
   * A #QdSummary, good until the next change.
   */
  properties[PROP_SUMMARY] =
    g_param_spec_pointer ("summary", NULL, NULL,
                          QD_PARAM_READABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_key_result_init (QdKeyResult *self)
{
  self->baseline = NAN;
  self->target = NAN;
  self->upper = NAN;
  self->grade = NAN;
  self->weight = 1.0;
  self->summary.current = NAN;
  self->summary.confidence = QD_CONFIDENCE_NONE;
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

  return self->summary.current;
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

/**
 * qd_key_result_get_upper:
 * @self: a key result
 *
 * Returns: the upper limit of a metric that stays within a range, in its unit, or
 *   NAN; the lower one is its target
 */
double
qd_key_result_get_upper (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), NAN);

  return self->upper;
}

/**
 * qd_key_result_set_upper:
 * @self: a key result
 * @upper: the upper limit of its range, in its unit, or NAN
 */
void
qd_key_result_set_upper (QdKeyResult *self,
                         double       upper)
{
  g_return_if_fail (QD_IS_KEY_RESULT (self));

  set_number (self, &self->upper, upper, PROP_UPPER);
}

/**
 * qd_key_result_get_result:
 * @self: a key result
 *
 * Returns: whether it is an outcome or an output
 */
QdResultKind
qd_key_result_get_result (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), QD_RESULT_UNSAID);

  return self->result;
}

/**
 * qd_key_result_set_result:
 * @self: a key result
 * @result: whether it is an outcome or an output
 */
void
qd_key_result_set_result (QdKeyResult  *self,
                          QdResultKind  result)
{
  g_return_if_fail (QD_IS_KEY_RESULT (self));

  if (self->result == result)
    return;

  self->result = result;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);
}

/**
 * qd_key_result_get_grade:
 * @self: a key result
 *
 * Returns: the grade that it was given at the end of its cycle, from 0.0 to 1.0, or NAN
 */
double
qd_key_result_get_grade (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), NAN);

  return self->grade;
}

/**
 * qd_key_result_set_grade:
 * @self: a key result
 * @grade: the grade that it was given, from 0.0 to 1.0, or NAN
 */
void
qd_key_result_set_grade (QdKeyResult *self,
                         double       grade)
{
  g_return_if_fail (QD_IS_KEY_RESULT (self));

  set_number (self, &self->grade, grade, PROP_GRADE);
}

/**
 * qd_key_result_get_summary:
 * @self: a key result
 *
 * Returns: (transfer none): what it shows of its check-ins, milestones and the like;
 *   good until #QdKeyResult:summary is notified
 */
const QdSummary *
qd_key_result_get_summary (QdKeyResult *self)
{
  g_return_val_if_fail (QD_IS_KEY_RESULT (self), NULL);

  return &self->summary;
}

/**
 * qd_key_result_take_summary:
 * @self: a key result
 * @summary: what it shows of the things that belong to it; left empty, as its lists
 *   belong to @self now
 */
void
qd_key_result_take_summary (QdKeyResult *self,
                            QdSummary   *summary)
{
  gboolean moved;

  g_return_if_fail (QD_IS_KEY_RESULT (self));

  if (qd_summary_equal (&self->summary, summary))
    {
      qd_summary_clear (summary);
      *summary = (QdSummary) { 0 };
      return;
    }

  moved = !qd_number_equal (self->summary.current, summary->current);
  qd_summary_clear (&self->summary);
  self->summary = *summary;
  *summary = (QdSummary) { 0 };
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
  if (moved)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

/**
 * qd_key_result_is_answered:
 * @self: a key result
 * @rule: the number of an advice
 * @facts: what it rests on
 *
 * Returns: whether somebody answered it when it rested on the same
 */
gboolean
qd_key_result_is_answered (QdKeyResult *self,
                           int          rule,
                           const char  *facts)
{
  g_autofree char *line = NULL;
  const char *found;
  gsize length;

  g_return_val_if_fail (QD_IS_KEY_RESULT (self), FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  if (self->summary.answers == NULL)
    return FALSE;

  line = g_strdup_printf ("%d %s", rule, facts);
  length = strlen (line);
  for (found = strstr (self->summary.answers, line); found != NULL;
       found = strstr (found + 1, line))
    if ((found == self->summary.answers || found[-1] == '\n') &&
        (found[length] == '\n' || found[length] == '\0'))
      return TRUE;

  return FALSE;
}

/**
 * qd_key_result_get_facts:
 * @self: a key result
 * @facts: (out caller-allocates): what the rules of the method need to know of it;
 *   its lists belong to @self and are good until the next change
 */
void
qd_key_result_get_facts (QdKeyResult *self,
                         QdFacts     *facts)
{
  const QdSummary *summary = &self->summary;
  QdObjective *objective;
  QdColumn *column;
  QdBoard *board;
  QdCycle *cycle;

  g_return_if_fail (QD_IS_KEY_RESULT (self));

  objective = qd_card_get_objective (QD_CARD (self));
  column = qd_card_get_column (QD_CARD (self));
  board = column != NULL ? qd_column_get_board (column) : NULL;
  cycle = board != NULL ? qd_board_get_cycle (board) : NULL;

  *facts = (QdFacts) {
    .metric = self->metric,
    .baseline = self->baseline,
    .target = self->target,
    .upper = self->upper,
    .readings = summary->readings,
    .n_readings = summary->n_readings,
    .phases = summary->phases,
    .n_phases = summary->n_phases,
    .n_milestones = summary->n_milestones,
    .n_done = summary->n_done,
    .weight = self->weight,
    .commitment = objective != NULL ? qd_objective_get_commitment (objective)
                                    : QD_COMMITMENT_ASPIRATIONAL,
    .role = column != NULL ? qd_column_get_role (column) : QD_COLUMN_OTHER,
    .checked = summary->checked,
    .confidence = summary->confidence,
    .blocked = summary->blocked,
    .n_waiting = summary->n_waiting,
    .n_escalated = summary->n_escalated,
    .first_day = cycle != NULL ? qd_cycle_get_first_day (cycle) : QD_DAY_NONE,
    .last_day = cycle != NULL ? qd_cycle_get_last_day (cycle) : QD_DAY_NONE,
    .since = qd_summary_get_since (summary, qd_card_get_made (QD_CARD (self))),
    .rhythm = QD_RHYTHM_DEFAULT,
    .closed = board != NULL && qd_board_get_closed (board) != QD_DAY_NONE,
  };
  if (board != NULL)
    qd_board_get_rhythm (board, &facts->rhythm);
}
