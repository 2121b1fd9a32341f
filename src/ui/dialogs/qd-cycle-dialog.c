/* The name and the days of a cycle, to be changed. */

#include "config.h"

#include "qd-cycle-dialog.h"
#include "qd-cycle-form.h"
#include "store/qd-edit.h"
#include "widgets/qd-field-error.h"

struct _QdCycleDialog
{
  GtkWindow parent_instance;

  QdCycleForm *form;
  GtkLabel *error;

  QdStore *store;
  QdCycle *cycle;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_CYCLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdCycleDialog, qd_cycle_dialog, GTK_TYPE_WINDOW)

static void
on_save (QdCycleDialog *self)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_CYCLE_DIALOG (self));

  qd_field_error_show (self->error, NULL, NULL);
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
    qd_field_error_show (self->error, NULL, error->message);
}

static void
qd_cycle_dialog_constructed (GObject *object)
{
  QdCycleDialog *self = QD_CYCLE_DIALOG (object);

  G_OBJECT_CLASS (qd_cycle_dialog_parent_class)->constructed (object);

  qd_cycle_form_fill (self->form,
                      qd_entity_get_title (QD_ENTITY (self->cycle)),
                      qd_cycle_get_first_day (self->cycle),
                      qd_cycle_get_last_day (self->cycle));
}

static void
qd_cycle_dialog_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdCycleDialog *self = QD_CYCLE_DIALOG (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_CYCLE:
      self->cycle = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
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

  object_class->constructed = qd_cycle_dialog_constructed;
  object_class->set_property = qd_cycle_dialog_set_property;
  object_class->dispose = qd_cycle_dialog_dispose;

  /**
   * QdCycleDialog:store:
   *
   * The file that the cycle is in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdCycleDialog:cycle:
   *
   * The cycle to change.
   */
  properties[PROP_CYCLE] =
    g_param_spec_object ("cycle", NULL, NULL,
                         QD_TYPE_CYCLE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);

  g_type_ensure (QD_TYPE_CYCLE_FORM);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-cycle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCycleDialog, form);
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

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_CYCLE (cycle), NULL);

  self = g_object_new (QD_TYPE_CYCLE_DIALOG,
                       "transient-for", gtk_widget_get_root (parent),
                       "store", store,
                       "cycle", cycle,
                       NULL);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
