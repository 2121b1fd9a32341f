/* The title of a key result that goes on: "from 14% to 8%" began at 14% once, and begins
 * where it came to now.
 *
 * Only what can be told for sure is written anew: a plain number that is the old baseline,
 * with one behind it that is the target. All else stays as people wrote it.
 */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "qd-number-text.h"
#include "qd-number.h"
#include "qd-title-baseline.h"

#define GROUP_DIGITS 3u

/* Beyond this, numbers are told with an exponent. */
#define MAX_VALUE 1e15

/* No part of a name, a date, a range or a negative number: "Q4", "2026-11", "10–20". */
#define NUMBER \
  "(?<![\\p{L}\\p{N}.,/'’−–-])[0-9]++(?:[.,'][0-9]++)*+(?![/’–-])"

typedef struct
{
  QdNumber number;
  const char *start;
} Place;

/* Goes to the only plain number of a title that is @value. */
static gboolean
find_value (const char *title,
            double      value,
            Place      *place)
{
  g_autoptr (GRegex) regex = g_regex_new (NUMBER, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (regex, title, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      QdNumber number;
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (!qd_number_read (title + start, &number) || number.end != title + end ||
          number.value != value)
        continue;

      *place = (Place) { number, title + start };
      n++;
    }

  return n == 1;
}

static void
append_grouped (GString    *text,
                const char *digits,
                gsize       n_digits,
                char        group)
{
  for (gsize i = 0; i < n_digits; i++)
    {
      if (group != '\0' && i > 0 && (n_digits - i) % GROUP_DIGITS == 0)
        g_string_append_c (text, group);
      g_string_append_c (text, digits[i]);
    }
}

/* With as many decimals as it is told with, and the separators of the old numbers; %NULL
 * where these are at odds. */
static char *
write_number (double          value,
              const QdNumber *first,
              const QdNumber *last)
{
  g_autofree char *told = qd_number_text (value);
  const char *told_point = strstr (told, localeconv ()->decimal_point);
  const char group = MAX (first->group, last->group);
  char point = MAX (first->point, last->point);
  g_autoptr (GString) digits = g_string_new (NULL);
  GString *text;
  gsize n_whole = 0;

  if (point == '\0')
    point = group == '.' ? ',' : '.';
  if (point == group)
    return NULL;

  for (const char *at = told; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      {
        g_string_append_c (digits, *at);
        n_whole += told_point == NULL || at < told_point;
      }

  text = g_string_new (NULL);
  append_grouped (text, digits->str, n_whole, group);
  if (digits->len > n_whole)
    g_string_append_printf (text, "%c%s", point, digits->str + n_whole);

  return g_string_free (text, FALSE);
}

/**
 * qd_title_with_baseline:
 * @title: what a key result was called, "Raise it from 71% to 82%"
 * @from: its old baseline
 * @target: its target
 * @baseline: where it begins now
 *
 * Returns: (transfer full) (nullable): its title from now on, or %NULL where @title does
 *   not plainly say @from and then @target
 */
char *
qd_title_with_baseline (const char *title,
                        double      from,
                        double      target,
                        double      baseline)
{
  g_autofree char *number = NULL;
  Place first, last;

  if (isnan (from) || isnan (target) || isnan (baseline) || baseline < 0.0 ||
      baseline >= MAX_VALUE || from == baseline || !find_value (title, from, &first) ||
      !find_value (title, target, &last) || first.start >= last.start)
    return NULL;

  number = write_number (baseline, &first.number, &last.number);
  if (number == NULL)
    return NULL;

  return g_strdup_printf ("%.*s%s%s", (int) (first.start - title), title, number,
                          first.number.end);
}
