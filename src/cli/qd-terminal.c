/* What the commands print. Nothing that somebody wrote, be it a title, a file or
 * its name, may steer the terminal. Texts go out in the encoding of the locale.
 */

#include "config.h"

#include <string.h>

#include "qd-terminal.h"

/* @text with blanks for what steers, but for the characters of @kept. */
static char *
make_harmless (const char *text,
               const char *kept)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *harmless = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean steers = g_unichar_iscntrl (c) && strchr (kept, *p) == NULL;

      g_string_append_unichar (harmless, steers ? ' ' : c);
    }

  return g_string_free (harmless, FALSE);
}

/**
 * qd_terminal_dup_line:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): it on one line
 */
char *
qd_terminal_dup_line (const char *text)
{
  return make_harmless (text, "");
}

/**
 * qd_terminal_print:
 * @format: printf format of lines for standard output
 */
void
qd_terminal_print (const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  g_autofree char *harmless = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  harmless = make_harmless (text, "\n");
  g_print ("%s", harmless);
}

/**
 * qd_terminal_complain:
 * @format: printf format of lines for standard error, where they get the name of
 *   the program
 */
void
qd_terminal_complain (const char *format,
                      ...)
{
  g_autofree char *text = NULL;
  g_autofree char *harmless = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  harmless = make_harmless (text, "\n");
  g_printerr ("quarterdeck: %s\n", harmless);
}
