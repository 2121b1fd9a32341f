/* Texts that somebody wrote, as one line of a limited length.
 *
 * They come from outside and may be hostile; what becomes of them here steers
 * nothing and breaks no line.
 */

#include "config.h"

#include "qd-line-text.h"

/**
 * qd_line_text:
 * @text: valid UTF-8 of any length
 * @max_length: how many characters are enough
 *
 * Returns: (transfer full): its beginning as one line: white space and control
 *   characters are single spaces, and an ellipsis stands where it was cut
 */
char *
qd_line_text (const char *text,
              guint       max_length)
{
  GString *line;
  guint length = 0;
  gboolean space = FALSE;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  line = g_string_new (NULL);
  for (p = text; *p != '\0' && length < max_length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) ||
          c == 0x2028 || c == 0x2029)
        {
          space = line->len > 0;
          continue;
        }

      if (space)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
      length++;
    }

  if (*p != '\0')
    g_string_append (line, "…");

  return g_string_free (line, FALSE);
}
