/* The description of a card: shown as simple Markdown, and edited as text.
 *
 * What is typed goes to the file at once, as one undo step.
 */

#include "config.h"

#include "store/qd-edit-card.h"
#include "widgets/qd-markdown-view.h"
#include "widgets/qd-text-field.h"
#include "widgets/qd-toaster.h"

#include "qd-description.h"

struct _QdDescription
{
  GtkWidget parent_instance;

  QdStore *store;
  QdCard *card; /* (nullable) */
  GSignalGroup *card_signals;

  GtkWidget *head;
  GtkToggleButton *edit_button;
  GtkStack *stack;
  QdMarkdownView *view;
  QdTextField *field;
};

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdDescription, qd_description, GTK_TYPE_WIDGET)

static void
update (QdDescription *self)
{
  const char *text;

  if (self->card == NULL)
    return;

  text = qd_card_get_description (self->card);
  qd_text_field_set_text (self->field, text);
  if (gtk_toggle_button_get_active (self->edit_button))
    {
      gtk_stack_set_visible_child_name (self->stack, "edit");
      return;
    }

  /* Only where it shows: it is made anew for each letter. */
  qd_markdown_view_set_text (self->view, text);
  gtk_stack_set_visible_child_name (self->stack, *text != '\0' ? "view" : "none");
}

static void
on_toggled (QdDescription *self)
{
  g_assert (QD_IS_DESCRIPTION (self));

  update (self);
  if (gtk_toggle_button_get_active (self->edit_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->field));
}

static gboolean
on_edited (QdDescription *self,
           const char    *text)
{
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_DESCRIPTION (self));

  if (self->card == NULL)
    return FALSE;
  if (qd_edit_set_text (self->store, qd_entity_get_id (QD_ENTITY (self->card)),
                        QD_FIELD_CARD_DESCRIPTION, text, TRUE, &error))
    return TRUE;

  qd_toaster_report (GTK_WIDGET (self), error);

  return FALSE;
}

static void
qd_description_constructed (GObject *object)
{
  QdDescription *self = QD_DESCRIPTION (object);

  G_OBJECT_CLASS (qd_description_parent_class)->constructed (object);

  gtk_widget_set_visible (GTK_WIDGET (self->edit_button),
                          !qd_store_get_read_only (self->store));
}

static void
qd_description_dispose (GObject *object)
{
  QdDescription *self = QD_DESCRIPTION (object);

  g_clear_object (&self->card_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_DESCRIPTION);
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_description_parent_class)->dispose (object);
}

static void
qd_description_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  QdDescription *self = QD_DESCRIPTION (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_description_class_init (QdDescriptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_description_constructed;
  object_class->dispose = qd_description_dispose;
  object_class->set_property = qd_description_set_property;

  /**
   * QdDescription:store:
   *
   * The file that edits go to.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QD_TYPE_MARKDOWN_VIEW);
  g_type_ensure (QD_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-description.ui");
  gtk_widget_class_bind_template_child (widget_class, QdDescription, head);
  gtk_widget_class_bind_template_child (widget_class, QdDescription, edit_button);
  gtk_widget_class_bind_template_child (widget_class, QdDescription, stack);
  gtk_widget_class_bind_template_child (widget_class, QdDescription, view);
  gtk_widget_class_bind_template_child (widget_class, QdDescription, field);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_description_init (QdDescription *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->card_signals = g_signal_group_new (QD_TYPE_CARD);
  g_signal_group_connect_swapped (self->card_signals, "notify::description",
                                  G_CALLBACK (update), self);
}

/**
 * qd_description_new:
 * @store: the file that edits go to
 *
 * Returns: (transfer floating): the description of no card
 */
GtkWidget *
qd_description_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_DESCRIPTION, "store", store, NULL);
}

/**
 * qd_description_set_card:
 * @self: a description
 * @card: (nullable): the card to describe
 */
void
qd_description_set_card (QdDescription *self,
                         QdCard        *card)
{
  g_return_if_fail (QD_IS_DESCRIPTION (self));
  g_return_if_fail (card == NULL || QD_IS_CARD (card));

  if (!g_set_object (&self->card, card))
    return;

  g_signal_group_set_target (self->card_signals, card);
  gtk_toggle_button_set_active (self->edit_button, FALSE);
  update (self);
}
