/* Text that somebody wrote, as text in Markdown: it makes no heading, list, picture, tag
 * or cell of its own.
 */

#include "config.h"

#include <string.h>

#include "qd-markdown-text.h"

/* What may mean something to one of the readers of Markdown, wherever it stands, and
 * what does so where a line begins. */
#define MEANING "\\`*_{}[]<>#|~&$"
#define BEGINNING "+-="

/**
 * qd_markdown_text_append:
 * @out: Markdown, to which it is added
 * @before: what is written before the text as it is
 * @text: one line of text
 * @after: what is written behind it as it is
 */
void
qd_markdown_text_append (GString    *out,
                         const char *before,
                         const char *text,
                         const char *after)
{
  const gsize n_digits = strspn (text, "0123456789");

  g_string_append (out, before);
  for (const char *p = text; *p != '\0'; p++)
    {
      const gboolean begins = (p == text && strchr (BEGINNING, *p) != NULL) ||
                              (p > text && p == text + n_digits && (*p == '.' || *p == ')'));

      if (begins || strchr (MEANING, *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  g_string_append (out, after);
}
