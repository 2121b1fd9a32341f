/* One thing that happened to a card, as a row of its timeline.
 *
 * Its buttons name actions of the timeline; the row itself does nothing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-timeline-row.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-selectable.h"

struct _QdTimelineRow
{
  GtkListBoxRow parent_instance;

  QdTimelineEntry *entry;
};

G_DEFINE_FINAL_TYPE (QdTimelineRow, qd_timeline_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* What a person wrote, which somebody may want to quote. */
static GtkWidget *
create_words (const char *text)
{
  GtkWidget *label = create_label (text, NULL);

  qd_selectable_make (GTK_LABEL (label));

  return label;
}

static GtkWidget *
create_button (const char *label,
               const char *action,
               QdId        id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static GtkWidget *
create_head (QdTimelineEntry *entry,
             gboolean         read_only)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *time = qd_timeline_entry_dup_time (entry);
  GtkWidget *author, *when;

  author = create_label (entry->author != NULL ? entry->author : _("Imported"), "author");
  gtk_label_set_wrap (GTK_LABEL (author), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (author), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (head), author);

  when = create_label (time, "dim-label");
  gtk_widget_add_css_class (when, "caption");
  gtk_widget_set_hexpand (when, TRUE);
  gtk_box_append (GTK_BOX (head), when);

  if (entry->superseded)
    gtk_box_append (GTK_BOX (head), create_label (_("Corrected"), "badge"));
  else if (entry->kind == QD_TIMELINE_CHECKIN && !read_only)
    gtk_box_append (GTK_BOX (head), create_button (_("Correct…"), "timeline.correct",
                                                   entry->id));

  return head;
}

static GtkWidget *
create_figures (QdTimelineEntry *entry)
{
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *value = create_label (entry->text, "value");

  if (entry->superseded)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (value), attributes);
    }
  gtk_widget_set_visible (value, *entry->text != '\0');
  gtk_box_append (GTK_BOX (figures), value);

  if (entry->confidence != QD_CONFIDENCE_NONE)
    {
      g_autofree char *text = NULL;

      /* Translators: "Confidence 7, high". */
      text = g_strdup_printf (_("Confidence %d, %s"), entry->confidence,
                              qd_confidence_get_word (entry->confidence));
      gtk_box_append (GTK_BOX (figures), create_label (text, "dim-label"));
    }

  return figures;
}

static GtkWidget *
create_move (QdTimelineEntry *entry)
{
  g_autofree char *text = g_strdup_printf (_("Moved to %s"), entry->moved_to);

  return create_label (text, "dim-label");
}

static GtkWidget *
create_blocker (QdTimelineEntry *entry,
                gboolean         read_only)
{
  const gboolean resolved = entry->resolved != QD_DAY_NONE;
  GtkWidget *blocker = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon, *label;
  g_autofree char *text = NULL;

  icon = gtk_image_new_from_icon_name (resolved ? "object-select-symbolic"
                                                : "dialog-warning-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  resolved ? _("Resolved") : _("Blocker"),
                                  -1);
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (blocker), icon);

  if (resolved)
    {
      g_autofree char *day = qd_day_text_full (entry->resolved);

      /* Translators: a blocker, and the day when it was out of the way. */
      text = g_strdup_printf (_("%s (resolved %s)"), entry->blocker, day);
    }
  label = create_label (text != NULL ? text : entry->blocker, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (blocker), label);

  gtk_widget_add_css_class (blocker, "blocker");
  gtk_widget_add_css_class (blocker, resolved ? "resolved" : "open");

  if (!read_only && !entry->superseded)
    gtk_box_append (GTK_BOX (blocker),
                    resolved ? create_button (_("Reopen"), "timeline.reopen", entry->id)
                             : create_button (_("Mark as Resolved"), "timeline.resolve",
                                              entry->id));

  return blocker;
}

static void
fill (QdTimelineRow *self,
      gboolean       read_only)
{
  QdTimelineEntry *entry = self->entry;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *sentence = qd_timeline_entry_dup_sentence (entry);

  gtk_box_append (GTK_BOX (box), create_head (entry, read_only));
  switch (entry->kind)
    {
    case QD_TIMELINE_CHECKIN:
      gtk_box_append (GTK_BOX (box), create_figures (entry));
      if (entry->moved_to != NULL)
        gtk_box_append (GTK_BOX (box), create_move (entry));
      if (*entry->note != '\0')
        gtk_box_append (GTK_BOX (box), create_words (entry->note));
      if (*entry->blocker != '\0')
        gtk_box_append (GTK_BOX (box), create_blocker (entry, read_only));
      gtk_widget_add_css_class (GTK_WIDGET (self), "checkin");
      break;

    case QD_TIMELINE_COMMENT:
      gtk_box_append (GTK_BOX (box), create_words (entry->text));
      gtk_widget_add_css_class (GTK_WIDGET (self), "comment");
      break;

    case QD_TIMELINE_EDIT:
    default:
      gtk_box_append (GTK_BOX (box), create_label (entry->text, "dim-label"));
      gtk_widget_add_css_class (GTK_WIDGET (self), "edit");
    }

  if (entry->superseded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "superseded");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}

static void
qd_timeline_row_finalize (GObject *object)
{
  QdTimelineRow *self = QD_TIMELINE_ROW (object);

  g_clear_object (&self->entry);

  G_OBJECT_CLASS (qd_timeline_row_parent_class)->finalize (object);
}

static void
qd_timeline_row_class_init (QdTimelineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_timeline_row_finalize;
}

static void
qd_timeline_row_init (QdTimelineRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * qd_timeline_row_new:
 * @entry: what happened
 * @read_only: whether nothing can be done about it
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
qd_timeline_row_new (QdTimelineEntry *entry,
                     gboolean         read_only)
{
  QdTimelineRow *self;

  g_return_val_if_fail (QD_IS_TIMELINE_ENTRY (entry), NULL);

  self = g_object_new (QD_TYPE_TIMELINE_ROW, NULL);
  self->entry = g_object_ref (entry);
  fill (self, read_only);

  return GTK_WIDGET (self);
}

/**
 * qd_timeline_row_get_entry:
 *
 * Returns: (transfer none): what happened
 */
QdTimelineEntry *
qd_timeline_row_get_entry (QdTimelineRow *self)
{
  g_return_val_if_fail (QD_IS_TIMELINE_ROW (self), NULL);

  return self->entry;
}
