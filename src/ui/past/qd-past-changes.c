/* The list of what changed between two days, under a heading for each kind of change.
 *
 * It is told what to show. A row that is activated says so; whoever has the boards shows
 * the card.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-past-changes.h"
#include "store/qd-comparison.h"

struct _QdPastChanges
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkListBox *list;
  GPtrArray *items; /* (nullable): of QdComparisonItem, a row each */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdPastChanges, qd_past_changes, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static const QdComparisonItem *
get_item (QdPastChanges *self,
          GtkListBoxRow *row)
{
  return g_ptr_array_index (self->items, (guint) gtk_list_box_row_get_index (row));
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  QdPastChanges *self = user_data;
  const QdComparisonItem *item = get_item (self, row);
  GtkWidget *label;

  if (before != NULL && get_item (self, before)->kind == item->kind)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = new_label (qd_comparison_kind_get_title (item->kind), "heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
create_row (const QdComparisonItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *label = NULL;

  gtk_box_append (GTK_BOX (box), new_label (item->title, "past-change"));
  gtk_box_append (GTK_BOX (box), new_label (item->text, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    item->kind != QD_COMPARISON_DROPPED);

  /* Translators: a kind of change, a card, and what changed:
   * "Moved: Raise NPS, In Progress → At Risk". */
  label = g_strdup_printf (_("%s: %s, %s"), qd_comparison_kind_get_title (item->kind),
                           item->title, item->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return row;
}

static void
on_row_activated (GtkListBox    *list,
                  GtkListBoxRow *row,
                  QdPastChanges *self)
{
  g_assert (QD_IS_PAST_CHANGES (self));

  g_signal_emit (self, signals[ACTIVATED], 0, get_item (self, row)->card);
}

static void
qd_past_changes_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&QD_PAST_CHANGES (object)->items, g_ptr_array_unref);

  G_OBJECT_CLASS (qd_past_changes_parent_class)->dispose (object);
}

static void
qd_past_changes_class_init (QdPastChangesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_past_changes_dispose;

  /**
   * QdPastChanges::activated:
   * @self: the list
   * @card: id of a card
   *
   * Somebody wants to see the card.
   */
  signals[ACTIVATED] =
    g_signal_new ("activated", QD_TYPE_PAST_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pastchanges");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_past_changes_init (QdPastChanges *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *empty = new_label (_("Nothing changed between the two days."), "dim-label");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->title = GTK_LABEL (new_label ("", "past-changes-title"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, 0);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * qd_past_changes_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
qd_past_changes_new (void)
{
  return g_object_new (QD_TYPE_PAST_CHANGES, NULL);
}

/* GTK leaks what is removed with the focus in it. */
static void
remove_rows (QdPastChanges *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkListBoxRow *row;

  if (root != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_root_set_focus (root, NULL);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/**
 * qd_past_changes_set_items:
 * @self: the list
 * @items: (element-type QdComparisonItem): what changed
 * @title: between which days
 */
void
qd_past_changes_set_items (QdPastChanges *self,
                           GPtrArray     *items,
                           const char    *title)
{
  g_return_if_fail (QD_IS_PAST_CHANGES (self));
  g_return_if_fail (items != NULL);

  remove_rows (self);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (items);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->list, create_row (items->pdata[i]));
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}
