/* Days as people read them, in the order and the words of the locale. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

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
  char *text = qd_day_to_long (day);

  return text != NULL ? text : g_strdup ("—");
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

/**
 * qd_day_text_weekday:
 * @weekday: from %G_DATE_MONDAY to %G_DATE_SUNDAY
 *
 * Returns: (transfer full): "Friday"
 */
char *
qd_day_text_weekday (guint weekday)
{
  g_return_val_if_fail (weekday >= G_DATE_MONDAY && weekday <= G_DATE_SUNDAY, NULL);

  /* The first day of all was a Monday. */
  return format (weekday, "%A");
}

/**
 * qd_day_text_get_first_weekday:
 *
 * Returns: with which day a week begins, from %G_DATE_MONDAY to %G_DATE_SUNDAY
 */
guint
qd_day_text_get_first_weekday (void)
{
#ifdef __GLIBC__
  /* A date, as the number 19971130, that has the weekday which is counted as 1. */
  const union
  {
    const char *text;
    guint32 number;
  } origin = { nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  const guint nth = (guint) *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  const guint day = origin.number % 100u;
  const guint month = origin.number / 100u % 100u;
  const guint year = origin.number / 10000u;

  if (nth >= 1 && nth <= 7 &&
      g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return (qd_day_new (year, month, day) - 1u + nth - 1u) % 7u + 1u;
#endif

  return G_DATE_MONDAY;
}
