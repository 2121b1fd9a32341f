/* How far a draft reaches, by what the same metric and the same team did before.
 *
 * Only two figures of each, side by side: whether the target is bold or wrong is for
 * the team to say. Nothing here knows a person, and nothing is put in a ranking.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-ambition.h"
#include "qd-number-text.h"

#define DAYS_IN_WEEK 7.0

static double
get_pace (const QdPoint *from,
          const QdPoint *to)
{
  return (to->value - from->value) / ((to->day - from->day) / DAYS_IN_WEEK);
}

/* The first reading that ends a span long enough, or @n. */
static gsize
find_end (const QdPoint *readings,
          gsize          n,
          gsize          start)
{
  gsize end = start + QD_AMBITION_MIN_READINGS - 1;

  while (end < n && readings[end].day - readings[start].day < QD_AMBITION_MIN_DAYS)
    end++;

  return MIN (end, n);
}

/* Those with a value. */
static GArray *
keep_finite (const QdPoint *readings,
             gsize          n)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (QdPoint));

  for (gsize i = 0; i < n; i++)
    if (isfinite (readings[i].value))
      g_array_append_val (kept, readings[i]);

  return kept;
}

/**
 * qd_ambition_find_best_pace:
 * @readings: (array length=n_readings): values of the metric, by day; those that are
 *   NAN are left out
 * @n_readings: how many there are
 * @falling: whether the value should fall
 *
 * The method's rule for ambition: of all spans of at least four weeks from one check-in
 * to another, with at least one between them, the greatest pace
 *
 * |[
 * pace = 7 · (v2 − v1) ÷ (d2 − d1)
 * ]|
 *
 * or the least one of a value that should fall. A span that two such spans make up is
 * never better than both, so that only short ones are looked at.
 *
 * Returns: the change in a week, in the unit of the metric; NAN where no span is long
 *   enough
 */
double
qd_ambition_find_best_pace (const QdPoint *readings,
                            gsize          n_readings,
                            gboolean       falling)
{
  g_autoptr (GArray) kept = keep_finite (readings, n_readings);
  const QdPoint *points = (const QdPoint *) (gpointer) kept->data;
  const gsize n = kept->len;
  double best = NAN;

  for (gsize start = 0; start < n; start++)
    {
      const gsize first = find_end (points, n, start);
      const gsize last = first < n ? find_end (points, n, first) : n;

      for (gsize end = first; end < last; end++)
        {
          const double pace = get_pace (&points[start], &points[end]);

          if (isnan (best) || (falling ? pace < best : pace > best))
            best = pace;
        }
    }

  return best;
}

/**
 * qd_ambition_is_beyond:
 * @self: what is known of a draft
 *
 * Returns: whether it needs more in a week than the metric ever did; %FALSE where one of
 *   the two is not known
 */
gboolean
qd_ambition_is_beyond (const QdAmbition *self)
{
  if (isnan (self->required) || isnan (self->best))
    return FALSE;

  return self->required < 0.0 ? self->required < self->best : self->required > self->best;
}

/**
 * qd_ambition_describe_pace:
 * @self: what is known of a draft
 * @unit: of the metric, or ""
 *
 * What went the other way, or nowhere, is no best pace.
 *
 * Returns: (transfer full) (nullable): the pace that it needs by the best one so far,
 *   translated; %NULL where one of the two is not known
 */
char *
qd_ambition_describe_pace (const QdAmbition *self,
                           const char       *unit)
{
  g_autofree char *required = NULL;
  g_autofree char *best = NULL;

  g_return_val_if_fail (unit != NULL, NULL);

  if (isnan (self->required) || isnan (self->best))
    return NULL;

  required = qd_number_text_quantity (self->required, unit);
  if (self->required < 0.0 && self->best >= 0.0)
    /* Translators: what a metric has to change by in a week, with its unit */
    return g_strdup_printf (_("This needs %s a week; over four weeks it never went down yet."),
                            required);
  if (self->required > 0.0 && self->best <= 0.0)
    /* Translators: what a metric has to change by in a week, with its unit */
    return g_strdup_printf (_("This needs %s a week; over four weeks it never went up yet."),
                            required);

  best = qd_number_text_quantity (self->best, qd_number_text_sticks (unit) ? unit : "");

  /* Translators: what a metric has to change by in a week, with its unit, and what it did */
  return g_strdup_printf (_("This needs %s a week; the best it ever did was %s."), required,
                          best);
}

/**
 * qd_ambition_describe_landed:
 * @self: what is known of a team
 *
 * Returns: (transfer full) (nullable): how often its targets landed, translated; %NULL
 *   of fewer than %QD_AMBITION_MIN_CLOSED
 */
char *
qd_ambition_describe_landed (const QdAmbition *self)
{
  if (self->n_closed < QD_AMBITION_MIN_CLOSED)
    return NULL;

  /* Translators: two counts of key results */
  return g_strdup_printf (_("Of %u key results that this team closed, %u landed."),
                          self->n_closed, self->n_landed);
}
