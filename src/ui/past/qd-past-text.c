/* What the time machine says in words: a day, its week, and what happened on it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-past-text.h"
#include "widgets/qd-day-text.h"

/**
 * qd_past_text_day:
 * @day: a day
 *
 * Returns: (transfer full): "Wednesday, October 14, 2026"
 */
char *
qd_past_text_day (QdDay day)
{
  g_autofree char *full = qd_day_text_full (day);
  g_autofree char *weekday = NULL;
  GDate date;

  if (!g_date_valid_julian (day))
    return g_steal_pointer (&full);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  weekday = qd_day_text_weekday (g_date_get_weekday (&date));

  /* Translators: a day of the week, and a day: "Wednesday, October 14, 2026". */
  return g_strdup_printf (_("%s, %s"), weekday, full);
}

/**
 * qd_past_text_week:
 * @cycle: (nullable): a cycle
 * @day: a day
 *
 * Returns: (transfer full) (nullable): "week 3 of 13", where the day lies in the cycle
 */
char *
qd_past_text_week (QdCycle *cycle,
                   QdDay    day)
{
  const guint week = cycle != NULL ? qd_cycle_get_week (cycle, day) : 0;
  const guint n_weeks = cycle != NULL ? qd_cycle_get_n_weeks (cycle) : 0;

  return week > 0 && week <= n_weeks ? g_strdup_printf (_("week %u of %u"), week, n_weeks)
                                     : NULL;
}

/**
 * qd_past_text_mark:
 * @mark: what happened on a day
 *
 * Returns: (transfer full): "2 moves, 14 check-ins"
 */
char *
qd_past_text_mark (const QdPastMark *mark)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (mark->n_moves > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u move", "%u moves",
                                                       mark->n_moves), mark->n_moves));
  if (mark->n_checkins > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u check-in", "%u check-ins",
                                                       mark->n_checkins), mark->n_checkins));
  if (mark->n_cards > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u card new or dropped", "%u cards new or dropped",
                                                       mark->n_cards), mark->n_cards));
  if (mark->n_edits > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u edit", "%u edits",
                                                       mark->n_edits), mark->n_edits));
  if (parts->len == 0)
    return g_strdup (_("nothing happened"));
  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of an enumeration. */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}
