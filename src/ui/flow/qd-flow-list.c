/* The cards of a board by the time that they have stood in their columns.
 *
 * A line that says what it said before keeps its row, and with it the focus. Who
 * activates one is taken to the card by the window, through the action
 * "win.show-found". Of many cards, the first ones show until somebody asks for all.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-flow-line.h"
#include "qd-flow-list.h"
#include "widgets/qd-list-change.h"

/* So many lines show at first. */
#define FIRST_LINES 40u

struct _QdFlowList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *all_button;
  GtkSizeGroup *columns;
  GtkSizeGroup *days;

  QdId board;
  GListStore *lines;         /* (element-type QdFlowLine) */
  GtkSliceListModel *slice;  /* those that show */
};

G_DEFINE_FINAL_TYPE (QdFlowList, qd_flow_list, GTK_TYPE_WIDGET)

static GtkWidget *
append_label (GtkWidget    *row,
              const char   *text,
              float         xalign,
              GtkSizeGroup *group)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (row), label);
  if (group != NULL)
    gtk_size_group_add_widget (group, label);

  return label;
}

static GtkWidget *
create_row (gpointer item,
            gpointer list)
{
  QdFlowList *self = QD_FLOW_LIST (list);
  QdFlowLine *line = QD_FLOW_LINE (item);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *words = NULL;
  GtkWidget *label;

  label = append_label (content, qd_flow_line_get_title (line), 0.0f, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  label = append_label (content, qd_flow_line_get_column (line), 0.0f, self->columns);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, "dim-label");
  label = append_label (content, qd_flow_line_get_days (line), 1.0f, self->days);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, "numeric");

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  /* Translators: the title of a card, its column, and for how many days it has been
   * there, as one phrase: "Raise NPS, In Progress, for 9 days". */
  words = g_strdup_printf (C_("line of a flow", "%s, %s, %s"), qd_flow_line_get_title (line),
                           qd_flow_line_get_column (line), qd_flow_line_get_days (line));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  return row;
}

static void
on_row_activated (QdFlowList    *self,
                  GtkListBoxRow *row)
{
  g_autoptr (QdFlowLine) line = NULL;
  QdId card;

  g_assert (QD_IS_FLOW_LIST (self));

  line = g_list_model_get_item (G_LIST_MODEL (self->slice),
                                (guint) gtk_list_box_row_get_index (row));
  if (line == NULL)
    return;

  card = qd_flow_line_get_card (line);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-found", "(xxx)", card, card,
                              self->board);
}

static void
show_button (QdFlowList *self)
{
  const guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autofree char *label = NULL;

  label = g_strdup_printf (ngettext ("Show %u Card", "Show All %u Cards", n_lines), n_lines);
  gtk_button_set_label (GTK_BUTTON (self->all_button), label);
  gtk_widget_set_visible (self->all_button,
                          n_lines > gtk_slice_list_model_get_size (self->slice));
}

/* The focus goes on to the first line that was not there. */
static void
on_all (QdFlowList *self)
{
  const guint n_shown = gtk_slice_list_model_get_size (self->slice);
  GtkListBoxRow *row;

  g_assert (QD_IS_FLOW_LIST (self));

  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->box), (int) n_shown);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  show_button (self);
}

static void
qd_flow_list_dispose (GObject *object)
{
  QdFlowList *self = QD_FLOW_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->all_button, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->days);
  g_clear_object (&self->slice);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (qd_flow_list_parent_class)->dispose (object);
}

static void
qd_flow_list_class_init (QdFlowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_flow_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "flowlist");
}

static void
qd_flow_list_init (QdFlowList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);

  self->columns = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->days = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->lines = g_list_store_new (QD_TYPE_FLOW_LINE);
  self->slice = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->lines)), 0,
                                          FIRST_LINES);

  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->box), G_LIST_MODEL (self->slice), create_row,
                           self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Age in Column"), -1);
  g_signal_connect_swapped (self->box, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->all_button = gtk_button_new ();
  gtk_widget_set_halign (self->all_button, GTK_ALIGN_START);
  gtk_widget_hide (self->all_button);
  g_signal_connect_swapped (self->all_button, "clicked", G_CALLBACK (on_all), self);
  gtk_widget_set_parent (self->all_button, GTK_WIDGET (self));
}

/**
 * qd_flow_list_set_flow:
 * @self: a list
 * @flow: how a board goes; not needed afterwards
 */
void
qd_flow_list_set_flow (QdFlowList        *self,
                       const QdBoardFlow *flow)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_return_if_fail (QD_IS_FLOW_LIST (self));
  g_return_if_fail (flow != NULL);

  lines = qd_flow_line_list (flow);
  if (self->board != flow->board)
    gtk_slice_list_model_set_size (self->slice, FIRST_LINES);
  self->board = flow->board;
  qd_list_change_splice (self->lines, lines, qd_flow_line_is_same, NULL);
  show_button (self);
}

/**
 * qd_flow_list_focus:
 *
 * Lets the keyboard begin at the first card.
 *
 * Returns: whether there is one
 */
gboolean
qd_flow_list_focus (QdFlowList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (QD_IS_FLOW_LIST (self), FALSE);

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->box), 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}
