/* A line of the review as a row of its list, and a place to comment on its card.
 *
 * The row is used for one line after another. It draws the line itself; the button is
 * made for who points at the row or has the focus there, the entry for who writes. What
 * somebody writes is kept under its card, in the drafts of the page, until it is sent.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-review-face.h"
#include "qd-review-row.h"
#include "store/qd-edit-card.h"
#include "widgets/qd-toaster.h"

#define MAX_LENGTH 4000

/* In pixels; what there is of a button beside its words. */
#define BUTTON_SIDES 34
#define SPACING 12
#define ENTRY_MARGIN 6

struct _QdReviewRow
{
  GtkWidget parent_instance;

  QdStore *store;
  GHashTable *drafts; /* (element-type QdId utf8) */
  QdReviewLine *line; /* (nullable) */
  int text_height;    /* as it was drawn last */

  GtkWidget *button;  /* (nullable): made when it is needed, as the entry */
  GtkWidget *entry;   /* (nullable) */
};

enum
{
  PROP_0,
  PROP_LINE,
  N_PROPS
};

enum
{
  COMMENTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdReviewRow, qd_review_row, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

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
  g_signal_emit (self, signals[COMMENTED], 0, card);
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
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

static void
create_button (QdReviewRow *self)
{
  self->button = gtk_button_new_with_label (C_("on a card", "Comment"));
  gtk_widget_set_tooltip_text (self->button, _("Comment on the card (C)"));
  gtk_widget_set_focusable (self->button, FALSE);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (qd_review_row_comment), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
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

static void
show_button (QdReviewRow *self)
{
  const GtkStateFlags near = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED |
                             GTK_STATE_FLAG_FOCUS_WITHIN;
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  const gboolean shown = row != NULL && (gtk_widget_get_state_flags (row) & near) != 0 &&
                         may_comment (self) && !qd_review_line_get_commenting (self->line);

  if (shown && self->button == NULL)
    create_button (self);
  if (self->button != NULL)
    gtk_widget_set_visible (self->button, shown);
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
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  qd_review_line_is_heading (self->line) ? _("Heading") : "",
                                  -1);
}

/* The same whether the button shows or not, or the words would jump. */
static int
get_text_width (QdReviewRow *self,
                int          width)
{
  if (!may_comment (self))
    return width;

  return width - SPACING - BUTTON_SIDES -
         qd_review_face_measure_label (GTK_WIDGET (self), C_("on a card", "Comment"));
}

static gboolean
shows (GtkWidget *child)
{
  return child != NULL && gtk_widget_get_visible (child);
}

static int
measure_text (QdReviewRow *self,
              int          width)
{
  if (self->line == NULL)
    return 0;

  return qd_review_face_measure (GTK_WIDGET (self), self->line, get_text_width (self, width));
}

static void
fill (QdReviewRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int width = gtk_widget_get_width (widget);

  g_assert (QD_IS_REVIEW_ROW (self));

  /* A row that becomes no higher leaves the others where they are. */
  if (width > 0 && measure_text (self, width) == self->text_height)
    gtk_widget_queue_draw (widget);
  else
    gtk_widget_queue_resize (widget);
  show_entry (self);
  show_button (self);
  name_row (self);
}

static void
on_parent_changed (QdReviewRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  g_assert (QD_IS_REVIEW_ROW (self));

  if (row != NULL)
    g_signal_connect_object (row, "state-flags-changed", G_CALLBACK (show_button), self,
                             G_CONNECT_SWAPPED);
}

static GtkSizeRequestMode
qd_review_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qd_review_row_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  QdReviewRow *self = QD_REVIEW_ROW (widget);
  int button = 0;
  int entry = 0;

  if (shows (self->button))
    gtk_widget_measure (self->button, orientation, -1, &button, NULL, NULL, NULL);
  if (shows (self->entry))
    gtk_widget_measure (self->entry, orientation, -1, &entry, NULL, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MAX (button, entry);
  else
    *minimum = MAX (button, measure_text (self, for_size >= 0 ? for_size : G_MAXINT16) +
                            (entry > 0 ? ENTRY_MARGIN + entry : 0));
  *natural = *minimum;
}

static void
qd_review_row_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  QdReviewRow *self = QD_REVIEW_ROW (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int text_width = get_text_width (self, width);
  int button, size;

  self->text_height = measure_text (self, width);
  if (shows (self->button))
    {
      gtk_widget_measure (self->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &button,
                          NULL, NULL);
      gtk_widget_measure (self->button, GTK_ORIENTATION_VERTICAL, -1, NULL, &size, NULL, NULL);
      gtk_widget_size_allocate (self->button,
                                &(GtkAllocation) { rtl ? 0 : width - button,
                                                   (height - size) / 2, button, size }, -1);
    }
  if (shows (self->entry))
    gtk_widget_size_allocate (self->entry,
                              &(GtkAllocation) { rtl ? width - text_width : 0,
                                                 self->text_height + ENTRY_MARGIN, text_width,
                                                 height - self->text_height - ENTRY_MARGIN },
                              -1);
}

static void
qd_review_row_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  QdReviewRow *self = QD_REVIEW_ROW (widget);
  const int width = gtk_widget_get_width (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->line != NULL)
    {
      const int text_width = get_text_width (self, width);

      qd_review_face_snapshot (widget, snapshot, self->line, rtl ? width - text_width : 0,
                               text_width);
    }

  GTK_WIDGET_CLASS (qd_review_row_parent_class)->snapshot (widget, snapshot);
}

static void
qd_review_row_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdReviewRow *self = QD_REVIEW_ROW (object);

  switch (property_id)
    {
    case PROP_LINE:
      g_value_set_object (value, self->line);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_review_row_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdReviewRow *self = QD_REVIEW_ROW (object);

  switch (property_id)
    {
    case PROP_LINE:
      qd_review_row_set_line (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_review_row_dispose (GObject *object)
{
  QdReviewRow *self = QD_REVIEW_ROW (object);

  qd_review_row_set_line (self, NULL);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
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
  object_class->get_property = qd_review_row_get_property;
  object_class->set_property = qd_review_row_set_property;

  widget_class->get_request_mode = qd_review_row_get_request_mode;
  widget_class->measure = qd_review_row_measure;
  widget_class->size_allocate = qd_review_row_size_allocate;
  widget_class->snapshot = qd_review_row_snapshot;

  /**
   * QdReviewRow:line:
   *
   * What it tells.
   */
  properties[PROP_LINE] =
    g_param_spec_object ("line", NULL, NULL, QD_TYPE_REVIEW_LINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QdReviewRow::commented:
   * @self: the row
   * @card: the id of a card
   *
   * Somebody sent his comment on the card.
   */
  signals[COMMENTED] =
    g_signal_new ("commented", QD_TYPE_REVIEW_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "reviewrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_review_row_init (QdReviewRow *self)
{
  g_signal_connect (self, "notify::parent", G_CALLBACK (on_parent_changed), NULL);
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
  if (line != NULL)
    {
      g_signal_connect_object (line, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
      fill (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
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
