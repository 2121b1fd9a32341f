/* What the commands print. Nothing that somebody wrote, be it a title, a file or
 * its name, may steer the terminal. Texts go out in the encoding of the locale, but
 * for what programs read.
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "qd-error.h"
#include "qd-terminal.h"

/* Why writing to standard output failed first; 0 where it did not. The stream itself
 * only keeps that it failed. */
static int first_failure = 0;

static void
note_failure (void)
{
  if (first_failure == 0 && ferror (stdout))
    first_failure = errno;
}

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

static guint
get_char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
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
 * qd_terminal_get_width:
 * @text: valid text on one line
 *
 * Returns: how many cells of a terminal it takes
 */
guint
qd_terminal_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += get_char_width (g_utf8_get_char (p));

  return width;
}

/**
 * qd_terminal_dup_padded:
 * @text: valid text on one line
 * @width: in cells
 *
 * Returns: (transfer full): it, with blanks behind it up to that width
 */
char *
qd_terminal_dup_padded (const char *text,
                        guint       width)
{
  const guint own = qd_terminal_get_width (text);

  return g_strdup_printf ("%s%*s", text, (int) (MAX (width, own) - own), "");
}

/**
 * qd_terminal_dup_cut:
 * @text: valid text on one line
 * @width: in cells, at least 1
 *
 * Returns: (transfer full): it, or its beginning and an ellipsis where it is wider
 */
char *
qd_terminal_dup_cut (const char *text,
                     guint       width)
{
  guint taken = 0;
  const char *end = text;

  if (qd_terminal_get_width (text) <= width)
    return g_strdup (text);

  /* A cell is left for the ellipsis. */
  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      taken += get_char_width (g_utf8_get_char (end));
      if (taken >= width)
        break;
    }

  return g_strdup_printf ("%.*s…", (int) (end - text), text);
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
  note_failure ();
}

/**
 * qd_terminal_write:
 * @text: what a program reads on standard output
 *
 * Writes text as it is, in UTF-8 whatever the locale says.
 */
void
qd_terminal_write (const char *text)
{
  fputs (text, stdout);
  fflush (stdout);
  note_failure ();
}

/**
 * qd_terminal_flush:
 * @error: return location
 *
 * Returns: whether everything that was written to standard output arrived there
 */
gboolean
qd_terminal_flush (GError **error)
{
  fflush (stdout);
  note_failure ();
  if (first_failure == 0)
    return TRUE;

  g_set_error (error, QD_ERROR, first_failure == ENOSPC ? QD_ERROR_NO_SPACE : QD_ERROR_FAILED,
               _("Not all could be written to standard output: %s."),
               g_strerror (first_failure));

  return FALSE;
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
