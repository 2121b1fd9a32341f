/* What differs between two texts, as one stretch of characters.
 *
 * Where only that is changed, a cursor stays among its words.
 */

#include "config.h"

#include <string.h>

#include "qd-text-change.h"

/**
 * qd_text_change_find:
 * @from: a text
 * @to: another one
 * @change: (out caller-allocates): what has to be done to @from so that it is @to
 */
void
qd_text_change_find (const char   *from,
                     const char   *to,
                     QdTextChange *change)
{
  const char *from_start = from, *to_start = to;
  const char *from_end, *to_end;

  g_return_if_fail (from != NULL);
  g_return_if_fail (to != NULL);
  g_return_if_fail (change != NULL);

  from_end = from + strlen (from);
  to_end = to + strlen (to);

  while (*from_start != '\0' &&
         g_utf8_get_char (from_start) == g_utf8_get_char (to_start))
    {
      from_start = g_utf8_next_char (from_start);
      to_start = g_utf8_next_char (to_start);
    }

  while (from_end > from_start && to_end > to_start &&
         g_utf8_get_char (g_utf8_prev_char (from_end)) ==
         g_utf8_get_char (g_utf8_prev_char (to_end)))
    {
      from_end = g_utf8_prev_char (from_end);
      to_end = g_utf8_prev_char (to_end);
    }

  *change = (QdTextChange) {
    .start = (int) g_utf8_pointer_to_offset (from, from_start),
    .length = (int) g_utf8_pointer_to_offset (from_start, from_end),
    .text = to_start,
    .n_bytes = (gsize) (to_end - to_start),
  };
}
