/* Tooltips that are cheap to say again. */

#include "config.h"

#include "qd-tooltip.h"

/**
 * qd_tooltip_set_text:
 * @widget: a widget
 * @text: (nullable): its tooltip from now on
 *
 * As gtk_widget_set_tooltip_text(), which asks the display where the pointer is
 * and waits for the answer; but only where the text is another.
 */
void
qd_tooltip_set_text (GtkWidget  *widget,
                     const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

/**
 * qd_tooltip_set_words:
 * @widget: a widget that shows by a picture or a number what it means
 * @words: the words for it
 *
 * Makes these its tooltip and its accessible name.
 */
void
qd_tooltip_set_words (GtkWidget  *widget,
                      const char *words)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (words != NULL);

  qd_tooltip_set_text (widget, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}
