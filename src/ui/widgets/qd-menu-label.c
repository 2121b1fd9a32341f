/* What people wrote, as labels of menu items. */

#include "config.h"

#include "qd-card-text.h"
#include "qd-menu-label.h"

/* Longer ones are cut, in characters. */
#define MAX_LENGTH 40

/**
 * qd_menu_label_new:
 * @text: a title or a name
 *
 * Returns: (transfer full): the text as the label of a menu item: on one line,
 *   short, and no mnemonics in it
 */
char *
qd_menu_label_new (const char *text)
{
  g_autofree char *clipped = NULL;
  g_autoptr (GString) label = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  clipped = qd_card_text_clip (text);
  if (g_utf8_strlen (clipped, -1) > MAX_LENGTH)
    {
      g_autofree char *start = g_utf8_substring (clipped, 0, MAX_LENGTH);

      label = g_string_new (g_strchomp (start));
      g_string_append (label, "…");
    }
  else
    label = g_string_new (clipped);

  g_string_replace (label, "_", "__", 0);

  return g_string_free (g_steal_pointer (&label), FALSE);
}
