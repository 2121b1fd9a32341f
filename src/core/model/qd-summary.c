/* What a key result shows of the things that belong to it: plain values, with no more
 * sense than to be compared and freed.
 */

#include "config.h"

#include "qd-entity-private.h"
#include "qd-summary.h"

static gboolean
same_points (const QdPoint *a,
             gsize          n_a,
             const QdPoint *b,
             gsize          n_b)
{
  if (n_a != n_b)
    return FALSE;

  for (gsize i = 0; i < n_a; i++)
    if (a[i].day != b[i].day || a[i].value != b[i].value)
      return FALSE;

  return TRUE;
}

/**
 * qd_summary_clear:
 * @self: a summary
 *
 * Frees what it holds, not the summary.
 */
void
qd_summary_clear (QdSummary *self)
{
  g_clear_pointer (&self->readings, g_free);
  g_clear_pointer (&self->phases, g_free);
  g_clear_pointer (&self->answers, g_free);
}

/**
 * qd_summary_equal:
 * @self: a summary
 * @other: another one
 *
 * Returns: whether both show the same
 */
gboolean
qd_summary_equal (const QdSummary *self,
                  const QdSummary *other)
{
  return qd_number_equal (self->current, other->current) &&
         self->checked == other->checked && self->confidence == other->confidence &&
         self->blocked == other->blocked && self->n_milestones == other->n_milestones &&
         self->n_done == other->n_done && self->n_waiting == other->n_waiting &&
         self->n_escalated == other->n_escalated && self->n_comments == other->n_comments &&
         g_strcmp0 (self->answers, other->answers) == 0 &&
         same_points (self->readings, self->n_readings, other->readings, other->n_readings) &&
         same_points (self->phases, self->n_phases, other->phases, other->n_phases);
}

/**
 * qd_summary_get_since:
 * @self: a summary
 * @made: when its key result was written down
 *
 * A key result that tells of days before it was written down is as old as these: it
 * came from elsewhere.
 *
 * Returns: since when there is something to tell of it
 */
QdDay
qd_summary_get_since (const QdSummary *self,
                      QdDay            made)
{
  QdDay since = made;

  if (self->checked != QD_DAY_NONE)
    since = MIN (since, self->checked);
  if (self->n_readings > 0)
    since = MIN (since, self->readings[0].day);

  return since;
}
