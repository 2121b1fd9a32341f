/* The text of a PDF, as pdftotext reads it. */

#include "config.h"

#include <string.h>

#include "pdf-text.h"

/**
 * pdf_text_read:
 * @path: a PDF
 * @how: "-raw" for the text in the order in which it was written, "-layout" as it stands
 *   on the page, "-bbox" with where it stands
 *
 * Without pdftotext the test is called skipped.
 *
 * Returns: (transfer full) (nullable): the text; %NULL without pdftotext
 */
char *
pdf_text_read (const char *path,
               const char *how)
{
  const char *command[] = { g_getenv ("PDFTOTEXT"), how, "-enc", "UTF-8", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (command[0] == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return NULL;
    }

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);

  return text;
}

/* How often @part stands in @text. */
guint
pdf_text_count (const char *text,
                const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;

  return n;
}
