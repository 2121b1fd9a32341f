/* A line of the review as a row of its list, and a place to comment on its card.
 *
 * The row is used for one line after another. What somebody writes is kept under its
 * card, in the drafts of the page, until it is sent.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-review-row.h"
#include "store/qd-edit-card.h"
#include "widgets/qd-toaster.h"

#define MAX_LENGTH 4000

struct _QdReviewRow
{
  GtkWidget parent_instance;

  QdStore *store;
  GHashTable *drafts; /* (element-type QdId utf8) */
  QdReviewLine *line; /* (nullable) */

  GtkBox *body;
  GtkLabel *place;
  GtkLabel *text;
  GtkLabel *count;
  GtkLabel *reason;
  GtkWidget *comment_button;
  GtkWidget *entry;   /* (nullable): made when it is needed */
};

G_DEFINE_FINAL_TYPE (QdReviewRow, qd_review_row, GTK_TYPE_WIDGET)

static gboolean
may_comment (QdReviewRow *self)
{
  return self->line != NULL && qd_review_line_get_card (self->line) != QD_ID_NONE &&
         qd_review_line_is_present (self->line) && !qd_store_get_read_only (self->store);
}

/* What the keyboard stops at is the row of the list, around this one. */
static void
focus_row (QdReviewRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
on_entry_changed (QdReviewRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const QdId card = qd_review_line_get_card (self->line);

  g_assert (QD_IS_REVIEW_ROW (self));

  if (*text != '\0')
    g_hash_table_replace (self->drafts, g_memdup2 (&card, sizeof card), g_strdup (text));
  else
    g_hash_table_remove (self->drafts, &card);
}

static void
on_entry_activate (QdReviewRow *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  QdId card;

  g_assert (QD_IS_REVIEW_ROW (self));

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (*text == '\0')
    return;

  card = qd_review_line_get_card (self->line);
  if (qd_edit_new_comment (self->store, card, text, &error) == QD_ID_NONE)
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      return;
    }

  g_hash_table_remove (self->drafts, &card);
  qd_review_line_set_commenting (self->line, FALSE);
  focus_row (self);
  qd_toaster_say (GTK_WIDGET (self), _("Comment added"), TRUE);
}

static gboolean
on_entry_key_pressed (GtkEventControllerKey *controller,
                      guint                  keyval,
                      guint                  keycode,
                      GdkModifierType        modifiers,
                      QdReviewRow           *self)
{
  g_assert (QD_IS_REVIEW_ROW (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  qd_review_line_set_commenting (self->line, FALSE);
  focus_row (self);

  return GDK_EVENT_STOP;
}

static void
create_entry (QdReviewRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MAX_LENGTH);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Comment, Enter to send"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, C_("on a card", "Comment"),
                                  -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_entry_activate), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_entry_changed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_entry_key_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_append (self->body, self->entry);
}

static void
show_entry (QdReviewRow *self)
{
  const gboolean commenting = may_comment (self) && qd_review_line_get_commenting (self->line);
  const QdId card = qd_review_line_get_card (self->line);
  const char *draft = g_hash_table_lookup (self->drafts, &card);

  if (commenting && self->entry == NULL)
    create_entry (self);
  if (self->entry == NULL)
    return;

  if (commenting &&
      strcmp (gtk_editable_get_text (GTK_EDITABLE (self->entry)), draft != NULL ? draft : ""))
    {
      g_signal_handlers_block_by_func (self->entry, on_entry_changed, self);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), draft != NULL ? draft : "");
      g_signal_handlers_unblock_by_func (self->entry, on_entry_changed, self);
    }
  gtk_widget_set_visible (self->entry, commenting);
}

/* A screen reader stops at the row, and GTK 4.8 takes no name for it from inside. */
static void
name_row (QdReviewRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (row == NULL)
    return;

  name = qd_review_line_dup_name (self->line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_class (QdReviewRow *self,
           const char  *css_class,
           gboolean     set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static void
fill (QdReviewRow *self)
{
  g_assert (QD_IS_REVIEW_ROW (self));

  set_text (self->place, qd_review_line_get_place (self->line));
  set_text (self->text, qd_review_line_get_text (self->line));
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), qd_review_line_get_count (self->line) == NULL);
  set_text (self->count, qd_review_line_get_count (self->line));
  set_text (self->reason, qd_review_line_get_reason (self->line));
  set_class (self, "heading", qd_review_line_is_heading (self->line) &&
                              !qd_review_line_is_minor (self->line));
  set_class (self, "group", qd_review_line_is_minor (self->line));
  show_entry (self);
  gtk_widget_set_visible (self->comment_button, may_comment (self) &&
                                                !qd_review_line_get_commenting (self->line));
  name_row (self);
}

static void
qd_review_row_dispose (GObject *object)
{
  QdReviewRow *self = QD_REVIEW_ROW (object);

  qd_review_row_set_line (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_REVIEW_ROW);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_review_row_parent_class)->dispose (object);
}

static void
qd_review_row_class_init (QdReviewRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_review_row_dispose;

  gtk_widget_class_set_css_name (widget_class, "reviewrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QdReviewRow, body);
  gtk_widget_class_bind_template_child (widget_class, QdReviewRow, place);
  gtk_widget_class_bind_template_child (widget_class, QdReviewRow, text);
  gtk_widget_class_bind_template_child (widget_class, QdReviewRow, count);
  gtk_widget_class_bind_template_child (widget_class, QdReviewRow, reason);
  gtk_widget_class_bind_template_child (widget_class, QdReviewRow, comment_button);
  gtk_widget_class_bind_template_callback (widget_class, qd_review_row_comment);
}

static void
qd_review_row_init (QdReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_review_row_new:
 * @store: the file that the review is of
 * @drafts: (element-type QdId utf8): comments that were not sent, by their card; the row
 *   adds to them
 *
 * Returns: (transfer floating): a row that tells nothing yet
 */
GtkWidget *
qd_review_row_new (QdStore    *store,
                   GHashTable *drafts)
{
  QdReviewRow *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (drafts != NULL, NULL);

  self = g_object_new (QD_TYPE_REVIEW_ROW, NULL);
  self->store = g_object_ref (store);
  self->drafts = g_hash_table_ref (drafts);

  return GTK_WIDGET (self);
}

/**
 * qd_review_row_get_line:
 *
 * Returns: (transfer none) (nullable): what it tells
 */
QdReviewLine *
qd_review_row_get_line (QdReviewRow *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_ROW (self), NULL);

  return self->line;
}

/**
 * qd_review_row_set_line:
 * @line: (nullable): what to tell
 */
void
qd_review_row_set_line (QdReviewRow  *self,
                        QdReviewLine *line)
{
  g_return_if_fail (QD_IS_REVIEW_ROW (self));

  if (self->line == line)
    return;

  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, fill, self);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;

  g_signal_connect_object (line, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

/**
 * qd_review_row_comment:
 *
 * Lets somebody comment on the card of the line, if it has one that can be commented on.
 */
void
qd_review_row_comment (QdReviewRow *self)
{
  g_return_if_fail (QD_IS_REVIEW_ROW (self));

  if (!may_comment (self))
    return;

  qd_review_line_set_commenting (self->line, TRUE);
  gtk_widget_grab_focus (self->entry);
}
