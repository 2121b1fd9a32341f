/* Asks who the person is whose check-ins these are: one of those in the file, or somebody
 * who is not in it yet. Keeps no answer.
 */

#include "config.h"

#include "qd-run-who.h"
#include "widgets/qd-narrow-layout.h"

struct _QdRunWho
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *people_frame;
  GtkListBox *people;
  GtkEditable *entry;
  GtkWidget *button;

  QdOrderedList *list;
};

enum
{
  NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdRunWho, qd_run_who, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (gpointer person,
            gpointer unused)
{
  const char *name = qd_entity_get_title (person);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return row;
}

static void
on_people_changed (QdRunWho *self)
{
  g_assert (QD_IS_RUN_WHO (self));

  gtk_widget_set_visible (self->people_frame, qd_ordered_list_get_length (self->list) > 0);
}

static void
on_row_activated (QdRunWho      *self,
                  GtkListBoxRow *row)
{
  gpointer person = qd_ordered_list_peek (self->list,
                                          (guint) gtk_list_box_row_get_index (row));
  g_autofree char *name = g_strdup (qd_entity_get_title (person));

  g_assert (QD_IS_RUN_WHO (self));

  g_signal_emit (self, signals[NAMED], 0, name);
}

static char *
dup_name (QdRunWho *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
on_entered (QdRunWho *self)
{
  g_autofree char *name = dup_name (self);

  g_assert (QD_IS_RUN_WHO (self));

  if (*name == '\0')
    return;

  gtk_editable_set_text (self->entry, "");
  g_signal_emit (self, signals[NAMED], 0, name);
}

static void
on_typed (QdRunWho *self)
{
  g_autofree char *name = dup_name (self);

  g_assert (QD_IS_RUN_WHO (self));

  gtk_widget_set_sensitive (self->button, *name != '\0');
}

static void
qd_run_who_dispose (GObject *object)
{
  QdRunWho *self = QD_RUN_WHO (object);

  if (self->people != NULL)
    gtk_list_box_bind_model (self->people, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_RUN_WHO);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (qd_run_who_parent_class)->dispose (object);
}

static void
qd_run_who_class_init (QdRunWhoClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_run_who_dispose;

  /**
   * QdRunWho::named:
   * @self: the question
   * @name: who it is
   */
  signals[NAMED] =
    g_signal_new ("named",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (QD_TYPE_NARROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-run-who.ui");
  gtk_widget_class_bind_template_child (widget_class, QdRunWho, box);
  gtk_widget_class_bind_template_child (widget_class, QdRunWho, people_frame);
  gtk_widget_class_bind_template_child (widget_class, QdRunWho, people);
  gtk_widget_class_bind_template_child (widget_class, QdRunWho, entry);
  gtk_widget_class_bind_template_child (widget_class, QdRunWho, button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);

  gtk_widget_class_set_css_name (widget_class, "runwho");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_run_who_init (QdRunWho *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_run_who_new:
 * @store: the file whose people to offer
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
qd_run_who_new (QdStore *store)
{
  QdRunWho *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_RUN_WHO, NULL);
  self->list = g_object_ref (qd_workspace_get_people (qd_store_get_workspace (store)));
  gtk_list_box_bind_model (self->people, G_LIST_MODEL (self->list), create_row, NULL, NULL);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_people_changed), self,
                           G_CONNECT_SWAPPED);
  on_people_changed (self);

  return GTK_WIDGET (self);
}

/**
 * qd_run_who_focus:
 *
 * Puts the focus on the first name, or where one is typed.
 */
void
qd_run_who_focus (QdRunWho *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (QD_IS_RUN_WHO (self));

  row = gtk_list_box_get_row_at_index (self->people, 0);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->entry));
}
