/* The alignment of a cycle as a tree: which objective contributes to which, and how far
 * all of it is.
 *
 * Owns the cycle that is shown, the list and its focus. What can be done with an
 * objective is in qd-alignment-actions.c, dragging in qd-alignment-drop.c, the tree in
 * qd-alignment-model.c. Who activates a row is taken to its board by the window, through
 * the action "win.show-found".
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "card/qd-list-quirks.h"
#include "qd-alignment-page-private.h"
#include "qd-alignment-row.h"
#include "qd-alignment-text.h"
#include "widgets/qd-drop-down.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-status-page.h"

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdAlignmentPage, qd_alignment_page, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
update_model (QdAlignmentPage *self)
{
  QdOrderedList *cycles = qd_workspace_get_cycles (qd_store_get_workspace (self->store));

  self->complete = qd_alignment_model_update (self->model, self->cycle,
                                              qd_today_get_day (self->today));
  gtk_stack_set_visible_child_name (
    self->stack,
    g_list_model_get_n_items (qd_alignment_model_get_rows (self->model)) > 0 ? "tree" : "empty");
  gtk_widget_set_visible (self->head, qd_ordered_list_get_length (cycles) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->summary),
                          qd_alignment_model_get_n_objectives (self->model) > 0);
  qd_alignment_page_show_summary (self);
}

/* The focus stays on what it is on, wherever that goes. */
static void
update (QdAlignmentPage *self)
{
  g_autoptr (QdAlignmentNode) focused = NULL;
  guint position = 0;
  guint length;

  g_set_object (&focused, qd_alignment_page_get_focus (self));
  if (focused != NULL)
    qd_alignment_model_find (self->model, focused, &position);

  self->stale = FALSE;
  update_model (self);

  if (focused == NULL || focused == qd_alignment_page_get_focus (self))
    return;

  length = g_list_model_get_n_items (qd_alignment_model_get_rows (self->model));
  if (!qd_alignment_model_find (self->model, focused, &position))
    position = MIN (position, length - 1);
  if (length > 0)
    qd_alignment_page_focus_position (self, position);
}

static void
on_changed (QdAlignmentPage *self)
{
  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

static void
on_cycle_selected (QdAlignmentPage *self)
{
  QdCycle *cycle = gtk_drop_down_get_selected_item (self->cycles);

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  qd_alignment_page_set_cycle (self, cycle);
}

static void
on_activate (QdAlignmentPage *self,
             guint            position)
{
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autoptr (QdAlignmentNode) node = NULL;

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  if (node == NULL)
    return;

  if (qd_alignment_node_get_kind (node) == QD_ALIGNMENT_GROUP)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
  else
    qd_alignment_page_show_node (self, node);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          QdAlignmentPage          *self)
{
  GtkWidget *expander = g_object_new (GTK_TYPE_TREE_EXPANDER,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_TREE_ITEM,
                                      "child", qd_alignment_row_new (),
                                      NULL);

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  qd_alignment_page_add_drag_source (self, expander);
  gtk_list_item_set_child (list_item, expander);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         QdAlignmentPage          *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (QdAlignmentNode) node = gtk_tree_list_row_get_item (row);

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  gtk_tree_expander_set_list_row (expander, row);
  qd_alignment_row_set_node (QD_ALIGNMENT_ROW (gtk_tree_expander_get_child (expander)), node,
                             gtk_tree_list_row_get_depth (row) + 1);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           QdAlignmentPage          *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  gtk_tree_expander_set_list_row (expander, NULL);
  qd_alignment_row_set_node (QD_ALIGNMENT_ROW (gtk_tree_expander_get_child (expander)), NULL, 0);
}

/* The cycle that runs today, else the first. */
static QdCycle *
find_cycle (QdAlignmentPage *self)
{
  QdOrderedList *cycles = qd_workspace_get_cycles (qd_store_get_workspace (self->store));
  const QdDay today = qd_today_get_day (self->today);

  for (guint i = 0; i < qd_ordered_list_get_length (cycles); i++)
    {
      QdCycle *cycle = qd_ordered_list_peek (cycles, i);

      if (qd_cycle_get_first_day (cycle) <= today && today <= qd_cycle_get_last_day (cycle))
        return cycle;
    }

  return qd_ordered_list_get_length (cycles) > 0 ? qd_ordered_list_peek (cycles, 0) : NULL;
}

static void
select_cycle (QdAlignmentPage *self)
{
  QdOrderedList *cycles = qd_workspace_get_cycles (qd_store_get_workspace (self->store));
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->cycle != NULL)
    qd_ordered_list_find (cycles, QD_ENTITY (self->cycle), &position);
  gtk_drop_down_set_selected (self->cycles, position);
}

static void
fill_cycles (QdAlignmentPage *self)
{
  QdOrderedList *cycles = qd_workspace_get_cycles (qd_store_get_workspace (self->store));
  g_autoptr (GtkExpression) title = gtk_property_expression_new (QD_TYPE_ENTITY, NULL, "title");

  gtk_drop_down_set_expression (self->cycles, title);
  qd_drop_down_shorten (self->cycles);
  gtk_drop_down_set_model (self->cycles, G_LIST_MODEL (cycles));
  select_cycle (self);
  g_signal_connect_swapped (self->cycles, "notify::selected-item",
                            G_CALLBACK (on_cycle_selected), self);
}

static void
qd_alignment_page_map (GtkWidget *widget)
{
  QdAlignmentPage *self = QD_ALIGNMENT_PAGE (widget);

  if (self->stale)
    update (self);

  GTK_WIDGET_CLASS (qd_alignment_page_parent_class)->map (widget);
}

static void
qd_alignment_page_constructed (GObject *object)
{
  QdAlignmentPage *self = QD_ALIGNMENT_PAGE (object);
  GListModel *rows;

  G_OBJECT_CLASS (qd_alignment_page_parent_class)->constructed (object);

  self->model = qd_alignment_model_new (self->store);
  rows = qd_alignment_model_get_rows (self->model);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, rows);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  g_set_object (&self->cycle, find_cycle (self));
  fill_cycles (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "notify::day", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_alignment_page_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  QdAlignmentPage *self = QD_ALIGNMENT_PAGE (object);

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
qd_alignment_page_dispose (GObject *object)
{
  QdAlignmentPage *self = QD_ALIGNMENT_PAGE (object);

  if (self->cycles != NULL)
    g_signal_handlers_disconnect_by_func (self->cycles, on_cycle_selected, self);
  qd_alignment_page_unparent_popovers (self);
  g_clear_weak_pointer (&self->marked);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_ALIGNMENT_PAGE);
  g_clear_object (&self->drag_signals);
  g_clear_object (&self->target);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->cycle);
  g_clear_object (&self->today);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_alignment_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-alignment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentPage, head);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentPage, cycles);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentPage, summary);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentPage, list);
  gtk_widget_class_bind_template_child (widget_class, QdAlignmentPage, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, qd_alignment_page_walk);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
qd_alignment_page_class_init (QdAlignmentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_alignment_page_constructed;
  object_class->set_property = qd_alignment_page_set_property;
  object_class->dispose = qd_alignment_page_dispose;

  widget_class->map = qd_alignment_page_map;

  /**
   * QdAlignmentPage:store:
   *
   * The file whose objectives it shows.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  qd_alignment_page_install_actions (widget_class);

  gtk_widget_class_set_css_name (widget_class, "alignmentpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
qd_alignment_page_init (QdAlignmentPage *self)
{
  GtkWidget *empty;

  self->stale = TRUE;
  self->today = qd_today_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  qd_pages_attach (self->stack);
  empty = qd_status_page_new ("view-list-bullet-symbolic", _("Nothing to Align Yet"),
                              _("When the boards of a cycle have objectives, they stand here "
                                "as a tree of what contributes to what, each with the progress "
                                "of all below it."));
  gtk_stack_add_named (self->stack, empty, "empty");
  qd_alignment_page_add_menu (self);
  qd_alignment_page_add_drop_target (self);
}

/**
 * qd_alignment_page_new:
 * @store: the store whose objectives to show
 *
 * The window that it is in offers the action "win.show-found", as for
 * qd_search_page_new().
 *
 * Returns: (transfer floating): a page that shows the cycle that runs today
 */
GtkWidget *
qd_alignment_page_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_ALIGNMENT_PAGE, "store", store, NULL);
}

/**
 * qd_alignment_page_get_cycle:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the cycle that it shows
 */
QdCycle *
qd_alignment_page_get_cycle (QdAlignmentPage *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_PAGE (self), NULL);

  return self->cycle;
}

/**
 * qd_alignment_page_set_cycle:
 * @self: a page
 * @cycle: (nullable): a cycle; %NULL for boards that have none
 *
 * Shows the objectives of another cycle.
 */
void
qd_alignment_page_set_cycle (QdAlignmentPage *self,
                             QdCycle         *cycle)
{
  g_return_if_fail (QD_IS_ALIGNMENT_PAGE (self));
  g_return_if_fail (cycle == NULL || QD_IS_CYCLE (cycle));

  if (!g_set_object (&self->cycle, cycle))
    return;

  select_cycle (self);
  on_changed (self);
}

/**
 * qd_alignment_page_create_document:
 *
 * Returns: (transfer full) (nullable): the rows that show, for paper; %NULL where there is
 *   no cycle
 */
QdDocument *
qd_alignment_page_create_document (QdAlignmentPage *self)
{
  gboolean telling;

  g_return_val_if_fail (QD_IS_ALIGNMENT_PAGE (self), NULL);

  if (self->cycle == NULL)
    return NULL;

  /* Paper has no use for how to align. */
  telling = !self->complete || qd_alignment_model_get_n_aligned (self->model) > 0;

  return qd_alignment_text_document (self->model, self->cycle,
                                     telling ? gtk_label_get_text (self->summary) : NULL,
                                     qd_today_get_day (self->today));
}

/**
 * qd_alignment_page_focus:
 * @self: a page
 *
 * Lets the arrow keys walk through the tree.
 */
void
qd_alignment_page_focus (QdAlignmentPage *self)
{
  g_return_if_fail (QD_IS_ALIGNMENT_PAGE (self));

  if (g_list_model_get_n_items (qd_alignment_model_get_rows (self->model)) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* What a row of the list shows at the moment, if anything. */
QdAlignmentNode *
qd_alignment_page_get_node (GtkWidget *row)
{
  GtkWidget *expander = gtk_widget_get_first_child (row);

  if (expander == NULL)
    return NULL;

  return qd_alignment_row_get_node (
    QD_ALIGNMENT_ROW (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander))));
}

/* The row that shows @node, where it is in sight. */
GtkWidget *
qd_alignment_page_get_row (QdAlignmentPage *self,
                           QdAlignmentNode *node)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (qd_alignment_page_get_node (row) == node)
      return row;

  return NULL;
}

/* The row at a height of the list. */
GtkWidget *
qd_alignment_page_get_row_at (QdAlignmentPage *self,
                              double           y)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_child_visible (row) &&
          gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds) &&
          y >= bounds.origin.y && y < bounds.origin.y + bounds.size.height)
        return row;
    }

  return NULL;
}

/* What the row that has the focus shows. */
QdAlignmentNode *
qd_alignment_page_get_focus (QdAlignmentPage *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL ? qd_alignment_page_get_node (row) : NULL;
}

void
qd_alignment_page_focus_position (QdAlignmentPage *self,
                                  guint            position)
{
  g_autoptr (GtkTreeListRow) item = NULL;
  g_autoptr (QdAlignmentNode) node = NULL;
  GtkWidget *row;

  gtk_single_selection_set_selected (self->selection, position);
  item = gtk_single_selection_get_selected_item (self->selection);
  if (item == NULL)
    return;

  g_object_ref (item);
  qd_list_quirks_lay_out (self->list);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  node = gtk_tree_list_row_get_item (item);
  row = qd_alignment_page_get_row (self, node);
  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_first_child (row));
}

void
qd_alignment_page_focus_node (QdAlignmentPage *self,
                              QdAlignmentNode *node)
{
  guint position;

  if (qd_alignment_model_find (self->model, node, &position))
    qd_alignment_page_focus_position (self, position);
}

/* How much of the cycle is aligned. */
void
qd_alignment_page_show_summary (QdAlignmentPage *self)
{
  const guint n_objectives = qd_alignment_model_get_n_objectives (self->model);
  const guint n_aligned = qd_alignment_model_get_n_aligned (self->model);
  g_autofree char *text = NULL;

  if (!self->complete)
    text = g_strdup (_("Some boards could not be read, so figures may be missing."));
  else if (n_aligned == 0)
    text = g_strdup (_("Drag an objective onto the one that it contributes to."));
  else
    text = g_strdup_printf (ngettext ("%u of %u objective contributes to another.",
                                      "%u of %u objectives contribute to another.",
                                      n_objectives),
                            n_aligned, n_objectives);

  gtk_label_set_text (self->summary, text);
}
