/* The title of a key result that goes on: "from 14% to 8%" began at 14% once, and begins
 * where it came to now.
 *
 * Only what can be told for sure is written anew: a plain number that is the old baseline,
 * with one behind it that is the target. All else stays as people wrote it.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "qd-number-text.h"
#include "qd-title-baseline.h"

#define GROUP_DIGITS 3u

/* No part of a name, a date, a range or a negative number: "Q4", "2026-11", "10–20". */
#define NUMBER \
  "(?<![\\p{L}\\p{N}.,/'’−–-])[0-9]++(?:[.,'][0-9]++)*+(?![/’–-])"

/* The separator of decimals in "1,234.5" and "0,5"; none in "1,234" and "1.234". */
static char
find_decimal_point (const char *digits)
{
  const gsize length = strlen (digits);
  const char *last = digits + length;

  while (last > digits && *last != '.' && *last != ',')
    last--;
  if (last == digits)
    return '\0';

  /* Thousands stand in groups that are full, behind anything but a zero. */
  if (strlen (last + 1) == GROUP_DIGITS && *digits != '0' &&
      strspn (digits, "0123456789") <= GROUP_DIGITS &&
      strpbrk (digits, *last == '.' ? ",'" : ".'") == NULL)
    return '\0';

  return *last;
}

static double
read_digits (const char *digits)
{
  const char point = find_decimal_point (digits);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = digits; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (plain, *at);
    else if (*at == point)
      g_string_append_c (plain, '.');

  return g_ascii_strtod (plain->str, NULL);
}

/* Goes to the only plain number of a title that is @value. */
static gboolean
find_value (const char *title,
            double      value,
            int        *start,
            int        *end)
{
  g_autoptr (GRegex) regex = g_regex_new (NUMBER, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (regex, title, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *digits = g_match_info_fetch (match, 0);

      if (read_digits (digits) == value && n++ == 0)
        g_match_info_fetch_pos (match, 0, start, end);
    }

  return n == 1;
}

/* The separator of thousands in "1,234.5"; none where there is no group. */
static char
find_group_separator (const char *digits)
{
  const char point = find_decimal_point (digits);

  for (const char *at = digits; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at) && *at != point)
      return *at;

  return '\0';
}

/* With as many decimals as it is told with, and the separators of the old numbers. */
static char *
write_number (double      value,
              const char *first,
              const char *last)
{
  g_autofree char *ours = qd_number_text (value);
  const char our_point = find_decimal_point (ours);
  const char group = MAX (find_group_separator (first), find_group_separator (last));
  const char point = MAX (find_decimal_point (first), find_decimal_point (last));
  const char *tail = our_point != '\0' ? strrchr (ours, our_point) : ours + strlen (ours);
  GString *text = g_string_new (NULL);
  guint n_left = 0;

  for (const char *at = ours; at < tail; at++)
    n_left += g_ascii_isdigit (*at);

  for (const char *at = ours; at < tail; at++)
    {
      if (!g_ascii_isdigit (*at))
        continue;
      g_string_append_c (text, *at);
      n_left--;
      if (group != '\0' && n_left > 0 && n_left % GROUP_DIGITS == 0)
        g_string_append_c (text, group);
    }
  g_string_append (text, tail);
  if (our_point != '\0' && point != '\0')
    text->str[text->len - strlen (tail)] = point;

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
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *number = NULL;
  int start, end, target_start, target_end;

  if (isnan (from) || isnan (target) || isnan (baseline) || baseline < 0.0 || from == baseline ||
      !find_value (title, from, &start, &end) ||
      !find_value (title, target, &target_start, &target_end) || end > target_start)
    return NULL;

  first = g_strndup (title + start, (gsize) (end - start));
  last = g_strndup (title + target_start, (gsize) (target_end - target_start));
  number = write_number (baseline, first, last);

  return g_strdup_printf ("%.*s%s%s", start, title, number, title + end);
}
