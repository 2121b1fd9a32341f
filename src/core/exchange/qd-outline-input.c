/* Whether outside data is a text that can be read at all.
 *
 * Everything behind this check may rely on valid UTF-8 without zero bytes, of
 * limited size.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-error.h"
#include "qd-outline-input.h"

#define MAX_LINES 1000000u

static gboolean
is_line_end (const char *at)
{
  return *at == '\n' || (*at == '\r' && at[1] != '\n');
}

static void
find_place (const char *text,
            const char *place,
            guint      *line,
            guint      *byte)
{
  const char *start = text;

  *line = 1;
  for (const char *at = text; at < place; at++)
    if (is_line_end (at))
      {
        (*line)++;
        start = at + 1;
      }

  *byte = (guint) (place - start) + 1;
}

static gboolean
check_size (const char  *text,
            gsize        length,
            GError     **error)
{
  guint n_lines = 0;

  if (length > QD_OUTLINE_MAX_BYTES)
    {
      g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                   _("The text is larger than %u MiB; nothing was imported."),
                   QD_OUTLINE_MAX_BYTES >> 20);
      return FALSE;
    }

  for (gsize i = 0; i < length; i++)
    if ((text[i] == '\n' ||
         (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'))) &&
        ++n_lines > MAX_LINES)
      {
        g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                     _("The text has more than %u lines; nothing was "
                       "imported."),
                     MAX_LINES);
        return FALSE;
      }

  return TRUE;
}

/**
 * qd_outline_input_check:
 * @text: outside data
 * @length: bytes of it
 * @error: %QD_ERROR_INVALID where it is no UTF-8 text or too large; the
 *   message names the line
 *
 * Returns: whether @text can be read
 */
gboolean
qd_outline_input_check (const char  *text,
                        gsize        length,
                        GError     **error)
{
  const char *place;
  guint line, byte;

  if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 ||
                      memcmp (text, "\xfe\xff", 2) == 0))
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID,
                           _("The text is in UTF-16; nothing was imported. Save it as "
                             "UTF-8 and import it again."));
      return FALSE;
    }

  if (!check_size (text, length, error))
    return FALSE;

  if (g_utf8_validate_len (text, length, &place))
    return TRUE;

  find_place (text, place, &line, &byte);
  if (*place == '\0')
    g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                 _("Line %u holds a zero byte (at byte %u of the line), so this "
                   "is no text; nothing was imported."),
                 line, byte);
  else
    g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
                 _("Line %u is not valid UTF-8 text (at byte %u of the line); "
                   "nothing was imported."),
                 line, byte);

  return FALSE;
}
