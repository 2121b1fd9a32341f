/* Tooltips that are cheap to say again.
 *
 * gtk_widget_set_tooltip_text() asks the display where the pointer is and waits for the
 * answer, several times. These here wait until somebody asks.
 */

#include "config.h"

#include "qd-tooltip.h"

static GQuark
text_quark (void)
{
  return g_quark_from_static_string ("qd-tooltip-text");
}

static gboolean
on_query (GtkWidget  *widget,
          int         x,
          int         y,
          gboolean    keyboard,
          GtkTooltip *tooltip)
{
  const char *text = qd_tooltip_get_text (widget);

  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/**
 * qd_tooltip_set_text:
 * @widget: a widget
 * @text: (nullable): its tooltip from now on
 *
 * Makes this its tooltip and its accessible description, as
 * gtk_widget_set_tooltip_text() does.
 */
void
qd_tooltip_set_text (GtkWidget  *widget,
                     const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (qd_tooltip_get_text (widget), text) == 0)
    return;

  if (g_signal_handler_find (widget, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, on_query, NULL) == 0)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query), NULL);
  g_object_set_qdata_full (G_OBJECT (widget), text_quark (), g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);

  /* It may show at the moment. */
  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0)
    gtk_widget_trigger_tooltip_query (widget);
}

/**
 * qd_tooltip_get_text:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): what qd_tooltip_set_text() made its tooltip
 */
const char *
qd_tooltip_get_text (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_qdata (G_OBJECT (widget), text_quark ());
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
