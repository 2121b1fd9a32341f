/* Says what is wrong with what a person filled in, beside the field, and marks
 * the field for the eye and for a screen reader. */

#include "config.h"

#include "qd-field-error.h"

/**
 * qd_field_error_show:
 * @label: where to say it
 * @field: (nullable): what it is about; %NULL where it is about the whole
 * @text: (nullable): what is wrong, in a whole sentence; %NULL for nothing
 *
 * Shows @label with @text and marks @field as wrong, or takes both back.
 */
void
qd_field_error_show (GtkLabel   *label,
                     GtkWidget  *field,
                     const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (field == NULL || GTK_IS_WIDGET (field));

  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);

  if (field == NULL)
    return;

  if (text != NULL)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                            : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}
