/* Asks for one line of text over the thing that it is about.
 *
 * Enter hands the text on, Escape and a click elsewhere do not. What is wrong
 * with the text is said below it.
 */

#include "config.h"

#include "widgets/qd-field-error.h"
#include "widgets/qd-typing.h"

#include "qd-entry-popover.h"

struct _QdEntryPopover
{
  GtkPopover parent_instance;

  gboolean required;
  QdEntryFunc func;
  gpointer user_data;

  GtkLabel *heading;
  GtkEditable *entry;
  GtkWidget *button;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (QdEntryPopover, qd_entry_popover, GTK_TYPE_POPOVER)

static char *
dup_text (QdEntryPopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
on_changed (QdEntryPopover *self)
{
  g_autofree char *text = NULL;

  g_assert (QD_IS_ENTRY_POPOVER (self));

  text = dup_text (self);
  qd_field_error_show (self->error, GTK_WIDGET (self->entry), NULL);
  gtk_widget_set_sensitive (self->button, *text != '\0' || !self->required);
}

static void
on_accept (QdEntryPopover *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_ENTRY_POPOVER (self));

  text = dup_text (self);
  if (*text == '\0' && self->required)
    return;

  if (self->func (text, self->user_data, &error))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    qd_field_error_show (self->error, GTK_WIDGET (self->entry), error->message);
}

/* GTK would give the focus back only in the next frame, and might take it from
 * where a quick key has brought it by then. */
static void
qd_entry_popover_hide (GtkWidget *widget)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (widget));

  GTK_WIDGET_CLASS (qd_entry_popover_parent_class)->hide (widget);
}

static void
qd_entry_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_ENTRY_POPOVER);

  G_OBJECT_CLASS (qd_entry_popover_parent_class)->dispose (object);
}

static void
qd_entry_popover_class_init (QdEntryPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_entry_popover_dispose;

  widget_class->hide = qd_entry_popover_hide;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-entry-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, QdEntryPopover, heading);
  gtk_widget_class_bind_template_child (widget_class, QdEntryPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, QdEntryPopover, button);
  gtk_widget_class_bind_template_child (widget_class, QdEntryPopover, error);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
}

static void
qd_entry_popover_init (QdEntryPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_entry_popover_new:
 *
 * Returns: (transfer floating): a popover that wants a parent
 */
GtkWidget *
qd_entry_popover_new (void)
{
  return g_object_new (QD_TYPE_ENTRY_POPOVER, NULL);
}

/**
 * qd_entry_popover_ask:
 * @self: a popover with a parent
 * @pointing_to: (nullable): what it is about, in the parent; %NULL for all of it
 * @heading: what is asked for
 * @text: what it is now
 * @required: whether an empty text is no answer
 * @func: what to do with the answer; not called where there is none
 * @user_data: for @func; must outlive the popover
 */
void
qd_entry_popover_ask (QdEntryPopover     *self,
                      const GdkRectangle *pointing_to,
                      const char         *heading,
                      const char         *text,
                      gboolean            required,
                      QdEntryFunc         func,
                      gpointer            user_data)
{
  g_return_if_fail (QD_IS_ENTRY_POPOVER (self));
  g_return_if_fail (heading != NULL && text != NULL);
  g_return_if_fail (func != NULL);

  self->required = required;
  self->func = func;
  self->user_data = user_data;

  gtk_label_set_text (self->heading, heading);
  gtk_editable_set_text (self->entry, text);
  qd_typing_forget (self->entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  on_changed (self);

  gtk_popover_set_pointing_to (GTK_POPOVER (self), pointing_to);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
