/* The name and the days of a cycle, to be changed. */

#include "config.h"

#include "qd-cycle-dialog.h"
#include "qd-cycle-form.h"
#include "store/qd-edit.h"

struct _QdCycleDialog
{
  GtkWindow parent_instance;

  QdCycleForm *form;
  GtkWidget *save;
  GtkLabel *error;

  QdStore *store;
  QdCycle *cycle;
};

G_DEFINE_FINAL_TYPE (QdCycleDialog, qd_cycle_dialog, GTK_TYPE_WINDOW)

static void
on_save (QdCycleDialog *self)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_CYCLE_DIALOG (self));

  if (!qd_cycle_form_check (self->form))
    return;

  title = qd_cycle_form_dup_title (self->form);
  if (qd_edit_change_cycle (self->store,
                            qd_entity_get_id (QD_ENTITY (self->cycle)),
                            title,
                            qd_cycle_form_get_first_day (self->form),
                            qd_cycle_form_get_last_day (self->form),
                            &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    {
      gtk_label_set_text (self->error, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
    }
}

static void
qd_cycle_dialog_dispose (GObject *object)
{
  QdCycleDialog *self = QD_CYCLE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_CYCLE_DIALOG);
  g_clear_object (&self->cycle);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_cycle_dialog_parent_class)->dispose (object);
}

static void
qd_cycle_dialog_class_init (QdCycleDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_cycle_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);

  g_type_ensure (QD_TYPE_CYCLE_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-cycle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCycleDialog, form);
  gtk_widget_class_bind_template_child (widget_class, QdCycleDialog, save);
  gtk_widget_class_bind_template_child (widget_class, QdCycleDialog, error);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
qd_cycle_dialog_init (QdCycleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_cycle_dialog_present:
 * @parent: a widget in the window that asks
 * @store: the store of the cycle
 * @cycle: the cycle to change
 *
 * Shows a dialog over the window of @parent. It closes and destroys itself.
 *
 * Returns: (transfer none): the dialog
 */
QdCycleDialog *
qd_cycle_dialog_present (GtkWidget *parent,
                         QdStore   *store,
                         QdCycle   *cycle)
{
  QdCycleDialog *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_CYCLE (cycle), NULL);

  root = gtk_widget_get_root (parent);
  self = g_object_new (QD_TYPE_CYCLE_DIALOG, "transient-for", root, NULL);
  self->store = g_object_ref (store);
  self->cycle = g_object_ref (cycle);
  qd_cycle_form_fill (self->form,
                      qd_entity_get_title (QD_ENTITY (cycle)),
                      qd_cycle_get_first_day (cycle),
                      qd_cycle_get_last_day (cycle));
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
