/* What came of something long: the gist, and all the rest to read and copy. */

#include "config.h"

#include "qd-report-dialog.h"

struct _QdReportDialog
{
  GtkWindow parent_instance;

  GtkWidget *action;
  GtkLabel *summary;
  GtkWidget *details_box;
  GtkTextView *details;

  char *action_name;            /* (nullable) */
  GVariant *target;             /* (nullable) */
};

G_DEFINE_FINAL_TYPE (QdReportDialog, qd_report_dialog, GTK_TYPE_WINDOW)

static void
on_copy (QdReportDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->details);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *details = NULL;
  g_autofree char *text = NULL;

  g_assert (QD_IS_REPORT_DIALOG (self));

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  details = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  text = g_strconcat (gtk_label_get_text (self->summary), "\n\n", details, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* The action is the other window's: nothing leads there from here. */
static void
on_action (QdReportDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (QdReportDialog) alive = g_object_ref (self);

  g_assert (QD_IS_REPORT_DIALOG (self));

  gtk_window_close (GTK_WINDOW (self));
  if (window != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (window),
                                        alive->action_name, alive->target);
}

static void
qd_report_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_REPORT_DIALOG);

  G_OBJECT_CLASS (qd_report_dialog_parent_class)->dispose (object);
}

static void
qd_report_dialog_finalize (GObject *object)
{
  QdReportDialog *self = QD_REPORT_DIALOG (object);

  g_free (self->action_name);
  g_clear_pointer (&self->target, g_variant_unref);

  G_OBJECT_CLASS (qd_report_dialog_parent_class)->finalize (object);
}

static void
qd_report_dialog_class_init (QdReportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_report_dialog_dispose;
  object_class->finalize = qd_report_dialog_finalize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdReportDialog, action);
  gtk_widget_class_bind_template_child (widget_class, QdReportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, QdReportDialog, details_box);
  gtk_widget_class_bind_template_child (widget_class, QdReportDialog, details);
  gtk_widget_class_bind_template_callback (widget_class, on_action);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
qd_report_dialog_init (QdReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_report_dialog_present:
 * @parent: a widget in the window that asked
 * @title: what was done
 * @summary: what came of it, in a sentence
 * @details: (nullable): all there is to know, in lines
 *
 * Shows a dialog over the window of @parent. It closes and destroys itself.
 *
 * Returns: (transfer none): the dialog
 */
QdReportDialog *
qd_report_dialog_present (GtkWidget  *parent,
                          const char *title,
                          const char *summary,
                          const char *details)
{
  QdReportDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  self = g_object_new (QD_TYPE_REPORT_DIALOG,
                       "title", title,
                       "transient-for", gtk_widget_get_root (parent),
                       NULL);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (self->details_box, details != NULL);
  if (details != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->details),
                              details, -1);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

/**
 * qd_report_dialog_set_action:
 * @label: what the button says
 * @action_name: what it does, an action of the window that asked
 * @target: (nullable): parameter of the action
 *
 * Offers something that can be done about it. The dialog closes before.
 */
void
qd_report_dialog_set_action (QdReportDialog *self,
                             const char     *label,
                             const char     *action_name,
                             GVariant       *target)
{
  g_return_if_fail (QD_IS_REPORT_DIALOG (self));
  g_return_if_fail (self->action_name == NULL);

  self->action_name = g_strdup (action_name);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  gtk_button_set_label (GTK_BUTTON (self->action), label);
  gtk_widget_set_visible (self->action, TRUE);
}
