/* An outline from a file, wherever GIO can read one. */

#include "config.h"

#include <string.h>

#include "qd-outline-file.h"
#include "qd-outline-input.h"

/* The name of the file as people read it, without its suffix. */
static char *
describe_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  char *display = g_filename_display_name (name);
  char *dot = strrchr (display, '.');

  if (dot != NULL && dot != display)
    *dot = '\0';

  return display;
}

/* Reads no more than it takes to see that a text is too large: a file can be
 * larger than the memory, or have no end.
 */
static char *
load (GFile         *file,
      gsize         *length,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *text = NULL;

  if (stream == NULL)
    return NULL;

  text = g_malloc (QD_OUTLINE_MAX_BYTES + 2);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), text, QD_OUTLINE_MAX_BYTES + 1,
                                length, cancellable, error))
    return NULL;
  text[*length] = '\0';

  return g_steal_pointer (&text);
}

/**
 * qd_outline_load:
 * @file: a Markdown or plain text
 * @today: a day of the cycle where the text names none
 * @cancellable: (nullable): checked while reading
 * @error: return location; %QD_ERROR_INVALID where the text cannot be
 *   understood, a #GIOErrorEnum where it cannot be read
 *
 * The team of a text that names none is called like its file.
 *
 * Returns: (transfer full) (nullable): the outline
 */
QdOutline *
qd_outline_load (GFile         *file,
                 QdDay          today,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *team = NULL;
  gsize length = 0;
  g_autofree char *text = load (file, &length, cancellable, error);

  if (text == NULL)
    return NULL;
  team = describe_file (file);

  return qd_outline_parse (text, length, team, today, error);
}
