/* A page that says one thing: what there is to say, and what can be done. */

#include "config.h"

#include "qd-status-page.h"

struct _QdStatusPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *description;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (QdStatusPage, qd_status_page, GTK_TYPE_WIDGET)

static void
qd_status_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_STATUS_PAGE);

  G_OBJECT_CLASS (qd_status_page_parent_class)->dispose (object);
}

static void
qd_status_page_class_init (QdStatusPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_status_page_dispose;

  gtk_widget_class_set_css_name (widget_class, "statuspage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-status-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdStatusPage, content);
  gtk_widget_class_bind_template_child (widget_class, QdStatusPage, icon);
  gtk_widget_class_bind_template_child (widget_class, QdStatusPage, title);
  gtk_widget_class_bind_template_child (widget_class, QdStatusPage, description);
  gtk_widget_class_bind_template_child (widget_class, QdStatusPage, buttons);
}

static void
qd_status_page_init (QdStatusPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_status_page_new:
 * @icon_name: name of a picture
 * @title: what there is to say, in few words
 * @description: the same in sentences
 *
 * Returns: (transfer floating): a page without buttons
 */
GtkWidget *
qd_status_page_new (const char *icon_name,
                    const char *title,
                    const char *description)
{
  QdStatusPage *self = g_object_new (QD_TYPE_STATUS_PAGE, NULL);

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->description, description);

  return GTK_WIDGET (self);
}

/**
 * qd_status_page_add_button:
 * @label: what the button says
 * @action_name: what it does
 * @suggested: whether it is what most people will want
 *
 * Adds a button below the others.
 */
void
qd_status_page_add_button (QdStatusPage *self,
                           const char   *label,
                           const char   *action_name,
                           gboolean      suggested)
{
  GtkWidget *button;

  g_return_if_fail (QD_IS_STATUS_PAGE (self));

  button = gtk_button_new_with_label (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (self->buttons), button);
  gtk_widget_set_visible (self->buttons, TRUE);
}
