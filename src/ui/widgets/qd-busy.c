/* Says that something long is going on, and lets the person cancel it.
 *
 * What is over quickly is never mentioned.
 */

#include "config.h"

#include "qd-busy.h"

/* How long something may take without a word, in milliseconds. */
#define PATIENCE 400

struct _QdBusy
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkWidget *box;
  GtkSpinner *spinner;
  GtkLabel *label;

  GCancellable *cancellable;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (QdBusy, qd_busy, GTK_TYPE_WIDGET)

/* Also to a screen reader, which would find the button all the time. */
static void
reveal (QdBusy   *self,
        gboolean  revealed)
{
  gtk_revealer_set_reveal_child (self->revealer, revealed);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->revealer),
                               GTK_ACCESSIBLE_STATE_HIDDEN, !revealed,
                               -1);
}

static gboolean
on_timeout (gpointer user_data)
{
  QdBusy *self = user_data;

  g_assert (QD_IS_BUSY (self));

  self->timeout_id = 0;
  gtk_spinner_start (self->spinner);
  reveal (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
on_cancel (QdBusy *self)
{
  g_assert (QD_IS_BUSY (self));

  g_cancellable_cancel (self->cancellable);
}

static void
qd_busy_dispose (GObject *object)
{
  QdBusy *self = QD_BUSY (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_BUSY);

  G_OBJECT_CLASS (qd_busy_parent_class)->dispose (object);
}

static void
qd_busy_class_init (QdBusyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_busy_dispose;

  gtk_widget_class_set_css_name (widget_class, "busy");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-busy.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBusy, revealer);
  gtk_widget_class_bind_template_child (widget_class, QdBusy, box);
  gtk_widget_class_bind_template_child (widget_class, QdBusy, spinner);
  gtk_widget_class_bind_template_child (widget_class, QdBusy, label);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
qd_busy_init (QdBusy *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  reveal (self, FALSE);
}

/**
 * qd_busy_begin:
 * @text: what is going on
 * @cancellable: cancelled when the person does not want to wait
 *
 * Says so, unless qd_busy_end() comes soon.
 */
void
qd_busy_begin (QdBusy       *self,
               const char   *text,
               GCancellable *cancellable)
{
  g_return_if_fail (QD_IS_BUSY (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  g_set_object (&self->cancellable, cancellable);
  if (self->timeout_id == 0)
    self->timeout_id = g_timeout_add (PATIENCE, on_timeout, self);
}

/**
 * qd_busy_end:
 *
 * It is over.
 */
void
qd_busy_end (QdBusy *self)
{
  g_return_if_fail (QD_IS_BUSY (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  reveal (self, FALSE);
}
