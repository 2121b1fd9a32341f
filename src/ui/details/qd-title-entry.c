/* A title that reads as a text of as many lines as it takes, and becomes an entry
 * where one clicks it or comes to it with the keyboard.
 *
 * Enter and leaving hand the title on, Escape takes the typing back; a title that
 * is refused stays as it was typed. It writes nothing: who keeps the title answers
 * QdTitleEntry::edited.
 */

#include "config.h"

#include "widgets/qd-draft.h"
#include "widgets/qd-field-error.h"

#include "qd-title-entry.h"

struct _QdTitleEntry
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkLabel *shown; /* lies under the entry, which is clear without the focus */
  GtkWidget *entry;
  GtkLabel *error;

  QdDraft *draft;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdTitleEntry, qd_title_entry, GTK_TYPE_WIDGET)

/* Typing that is not kept shows without the focus, too. */
static void
update (QdTitleEntry *self)
{
  gtk_label_set_text (self->shown, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (qd_draft_is_changed (self->draft))
    gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
}

static void
on_typed (QdTitleEntry *self)
{
  g_assert (QD_IS_TITLE_ENTRY (self));

  qd_title_entry_set_error (self, NULL);
  update (self);
}

static void
on_finished (QdTitleEntry *self)
{
  g_autofree char *text = NULL;
  gboolean kept = FALSE;

  g_assert (QD_IS_TITLE_ENTRY (self));

  text = qd_draft_dup_text (self->draft);
  qd_title_entry_set_error (self, NULL);
  g_signal_emit (self, signals[EDITED], 0, text, &kept);
  if (kept && self->draft != NULL)
    {
      qd_draft_settle (self->draft, text);
      update (self);
    }
}

static gboolean
qd_title_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (QD_TITLE_ENTRY (widget)->entry);
}

static void
qd_title_entry_dispose (GObject *object)
{
  QdTitleEntry *self = QD_TITLE_ENTRY (object);

  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_TITLE_ENTRY);

  G_OBJECT_CLASS (qd_title_entry_parent_class)->dispose (object);
}

static void
qd_title_entry_class_init (QdTitleEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_title_entry_dispose;

  widget_class->grab_focus = qd_title_entry_grab_focus;

  /**
   * QdTitleEntry::edited:
   * @self: the title
   * @text: another title than before, maybe ""
   *
   * Who does not keep the title says why with qd_title_entry_set_error().
   *
   * Returns: whether it is kept; else the typing stays
   */
  signals[EDITED] =
    g_signal_new ("edited",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-title-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, QdTitleEntry, overlay);
  gtk_widget_class_bind_template_child (widget_class, QdTitleEntry, shown);
  gtk_widget_class_bind_template_child (widget_class, QdTitleEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, QdTitleEntry, error);

  gtk_widget_class_set_css_name (widget_class, "titleentry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_title_entry_init (QdTitleEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->draft = qd_draft_new (GTK_ENTRY (self->entry));
  g_signal_connect_swapped (self->draft, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (self->draft, "finished", G_CALLBACK (on_finished), self);
}

/**
 * qd_title_entry_set_label:
 * @label: what a screen reader calls the entry
 */
void
qd_title_entry_set_label (QdTitleEntry *self,
                          const char   *label)
{
  g_return_if_fail (QD_IS_TITLE_ENTRY (self));
  g_return_if_fail (label != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * qd_title_entry_set_text:
 * @text: the title as it is kept
 *
 * Shows @text. What is being typed stays; Escape brings @text then.
 */
void
qd_title_entry_set_text (QdTitleEntry *self,
                         const char   *text)
{
  g_return_if_fail (QD_IS_TITLE_ENTRY (self));
  g_return_if_fail (text != NULL);

  qd_draft_show (self->draft, text);
  update (self);
}

/**
 * qd_title_entry_set_error:
 * @text: (nullable): why the title is not good, in a whole sentence; %NULL where
 *   nothing is wrong
 *
 * Says below the title what is wrong, until the person goes on typing.
 */
void
qd_title_entry_set_error (QdTitleEntry *self,
                          const char   *text)
{
  g_return_if_fail (QD_IS_TITLE_ENTRY (self));

  qd_field_error_show (self->error, self->entry, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "",
                                  -1);
}

/**
 * qd_title_entry_finish:
 *
 * Hands on what was typed, as leaving does; for when the title goes away.
 */
void
qd_title_entry_finish (QdTitleEntry *self)
{
  g_return_if_fail (QD_IS_TITLE_ENTRY (self));

  qd_draft_finish (self->draft);
}
