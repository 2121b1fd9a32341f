/* Days as people read them, in the order and the words of the locale. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-day-text.h"

#define DAYS_PER_YEAR 365

static char *
format (QdDay       day,
        const char *pattern)
{
  GDate date;
  char text[128];

  if (!g_date_valid_julian (day))
    return g_strdup ("—");

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (g_date_strftime (text, sizeof text, pattern, &date) == 0)
    return qd_day_to_display (day);

  return g_strdup (text);
}

/**
 * qd_day_text_full:
 * @day: a day
 *
 * Returns: (transfer full): "November 22, 2026"; a dash for no day
 */
char *
qd_day_text_full (QdDay day)
{
  /* Translators: a day in a form, for strftime(). */
  return format (day, _("%B %-d, %Y"));
}

/**
 * qd_day_text_range:
 * @first: the first day
 * @last: the last day
 *
 * Returns: (transfer full): "Oct 1 – Dec 31"; with the years where the two are
 *   more than a year apart
 */
char *
qd_day_text_range (QdDay first,
                   QdDay last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *pattern;

  if (first <= last && last - first < DAYS_PER_YEAR)
    /* Translators: the day and a short month, for strftime(). */
    pattern = _("%b %-d");
  else
    /* Translators: the day, a short month and the year, for strftime(). */
    pattern = _("%b %-d, %Y");

  from = format (first, pattern);
  to = format (last, pattern);

  /* Translators: from a day to a day, as in "Oct 1 – Dec 31". */
  return g_strdup_printf (_("%s – %s"), from, to);
}
