/* What can be done with an objective in the tree: its menu, the keys, and the actions
 * that both name. Each is about the row that had the menu, or the focus when a key was
 * pressed.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-alignment-page-private.h"
#include "store/qd-alignment.h"
#include "store/qd-edit-align.h"
#include "widgets/qd-context-menu.h"
#include "widgets/qd-menu-label.h"
#include "widgets/qd-toaster.h"

static QdObjective *
get_objective (QdAlignmentPage *self)
{
  return self->target != NULL ? qd_alignment_node_get_objective (self->target) : NULL;
}

static void
set_target (QdAlignmentPage *self,
            QdAlignmentNode *node)
{
  const gboolean writable = !qd_store_get_read_only (self->store);
  QdObjective *objective;

  g_set_object (&self->target, node);
  objective = get_objective (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "alignment.choose-parent",
                                 writable && objective != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "alignment.take-off",
                                 writable && objective != NULL &&
                                 qd_alignment_get_parent (self->store, objective) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "alignment.show",
                                 qd_alignment_node_get_board (node) != NULL);
}

/* Where the row is in the page; the page itself where it is out of sight. */
static void
get_bounds (QdAlignmentPage *self,
            GtkWidget       *row,
            GdkRectangle    *rectangle)
{
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    graphene_rect_init (&bounds, 0.0f, 0.0f, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                        1.0f);

  *rectangle = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                (int) bounds.size.width, (int) bounds.size.height };
}

/* The rows may be others by now. */
static void
on_popover_closed (QdAlignmentPage *self)
{
  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  if (self->target != NULL)
    qd_alignment_page_focus_node (self, self->target);
}

static void
pop_up_menu (QdAlignmentPage    *self,
             QdAlignmentNode    *node,
             const GdkRectangle *at)
{
  set_target (self, node);
  if (self->menu == NULL)
    {
      self->menu = qd_context_menu_new (GTK_WIDGET (self), self->menu_model);
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (on_popover_closed), self);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
has_menu (QdAlignmentNode *node)
{
  return node != NULL && qd_alignment_node_get_board (node) != NULL;
}

static gboolean
on_menu_wanted (gpointer user_data,
                double   x,
                double   y)
{
  QdAlignmentPage *self = user_data;
  GtkWidget *row = qd_alignment_page_get_row_at (self, y);
  QdAlignmentNode *node = row != NULL ? qd_alignment_page_get_node (row) : NULL;
  double menu_x, menu_y;

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  if (!has_menu (node) ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (self), x, y,
                                         &menu_x, &menu_y))
    return FALSE;

  pop_up_menu (self, node, &(GdkRectangle) { (int) menu_x, (int) menu_y, 1, 1 });

  return TRUE;
}

static gboolean
on_menu_key (GtkWidget *widget,
             GVariant  *unused_arguments,
             gpointer   unused)
{
  QdAlignmentPage *self = QD_ALIGNMENT_PAGE (widget);
  QdAlignmentNode *node = qd_alignment_page_get_focus (self);
  GdkRectangle bounds;

  if (!has_menu (node))
    return GDK_EVENT_PROPAGATE;

  get_bounds (self, qd_alignment_page_get_row (self, node), &bounds);
  pop_up_menu (self, node, &(GdkRectangle) { bounds.x + bounds.width / 2,
                                             bounds.y + bounds.height, 1, 1 });

  return GDK_EVENT_STOP;
}

static gboolean
unfold (QdAlignmentPage *self,
        GtkTreeListRow  *row)
{
  if (!gtk_tree_list_row_is_expandable (row))
    return GDK_EVENT_PROPAGATE;

  if (gtk_tree_list_row_get_expanded (row))
    qd_alignment_page_focus_position (self, gtk_tree_list_row_get_position (row) + 1);
  else
    gtk_tree_list_row_set_expanded (row, TRUE);

  return GDK_EVENT_STOP;
}

static gboolean
fold (QdAlignmentPage *self,
      GtkTreeListRow  *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);

  if (gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, FALSE);
  else if (parent != NULL)
    qd_alignment_page_focus_position (self, gtk_tree_list_row_get_position (parent));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* A key means the row that has the focus, not the one that had the menu. */
static gboolean
on_action_key (GtkWidget *widget,
               GVariant  *action,
               gpointer   unused)
{
  QdAlignmentPage *self = QD_ALIGNMENT_PAGE (widget);
  QdAlignmentNode *node = qd_alignment_page_get_focus (self);

  if (!has_menu (node))
    return GDK_EVENT_PROPAGATE;

  set_target (self, node);
  gtk_widget_activate_action_variant (widget, g_variant_get_string (action, NULL), NULL);

  return GDK_EVENT_STOP;
}

/* Says it with Undo: nothing else tells where the row went. */
static void
say_aligned (QdAlignmentPage *self,
             QdObjective     *objective,
             QdObjective     *parent)
{
  g_autofree char *title = qd_menu_label_new (qd_entity_get_title (QD_ENTITY (objective)));
  g_autofree char *other = NULL;
  g_autofree char *text = NULL;

  if (parent != NULL)
    {
      other = qd_menu_label_new (qd_entity_get_title (QD_ENTITY (parent)));
      text = g_strdup_printf (_("Aligned “%s” to “%s”"), title, other);
    }
  else
    text = g_strdup_printf (_("Took the alignment off “%s”"), title);

  qd_toaster_say (GTK_WIDGET (self), text, TRUE);
}

static void
on_chosen (QdAlignmentPage *self,
           QdObjective     *parent)
{
  g_autoptr (QdObjective) objective = NULL;

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  g_set_object (&objective, get_objective (self));
  gtk_popover_popdown (GTK_POPOVER (self->chooser));
  if (objective != NULL)
    qd_alignment_page_align (self, objective, parent);
}

static void
create_chooser (QdAlignmentPage *self)
{
  self->parents = QD_PARENT_LIST (qd_parent_list_new ());
  g_signal_connect_swapped (self->parents, "chosen", G_CALLBACK (on_chosen), self);

  self->chooser = gtk_popover_new ();
  gtk_popover_set_position (GTK_POPOVER (self->chooser), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->chooser), GTK_WIDGET (self->parents));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contributes To"),
                                  -1);
  gtk_widget_set_parent (self->chooser, GTK_WIDGET (self));
  g_signal_connect_swapped (self->chooser, "closed", G_CALLBACK (on_popover_closed), self);
}

static void
choose_parent_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  QdAlignmentPage *self = QD_ALIGNMENT_PAGE (widget);
  QdObjective *objective = get_objective (self);
  GdkRectangle bounds;

  if (objective == NULL)
    return;

  if (self->chooser == NULL)
    create_chooser (self);
  get_bounds (self, qd_alignment_page_get_row (self, self->target), &bounds);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->chooser), &bounds);
  qd_parent_list_offer (self->parents, self->store, qd_objective_get_board (objective), objective,
                        qd_alignment_get_parent (self->store, objective));
  gtk_popover_popup (GTK_POPOVER (self->chooser));
  gtk_widget_grab_focus (GTK_WIDGET (self->parents));
}

static void
take_off_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  QdAlignmentPage *self = QD_ALIGNMENT_PAGE (widget);
  QdObjective *objective = get_objective (self);

  if (objective != NULL)
    qd_alignment_page_align (self, objective, NULL);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdAlignmentPage *self = QD_ALIGNMENT_PAGE (widget);

  if (self->target != NULL)
    qd_alignment_page_show_node (self, self->target);
}

/* Left and Right go up and down in the tree; the expander of GTK 4.8 wants Shift with
 * them, and then only folds. */
gboolean
qd_alignment_page_walk (QdAlignmentPage *self,
                        guint            keyval,
                        guint            keycode,
                        GdkModifierType  state)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const gboolean left = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left;
  const gboolean right = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
  g_autoptr (GtkTreeListRow) row = NULL;
  guint position;

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  if ((!left && !right) || (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      !qd_alignment_model_find (self->model, qd_alignment_page_get_focus (self), &position))
    return GDK_EVENT_PROPAGATE;

  row = g_list_model_get_item (qd_alignment_model_get_rows (self->model), position);

  return left == rtl ? unfold (self, row) : fold (self, row);
}

/* Lets an objective contribute to another, or to none, and goes where it is then;
 * returns whether it does so. */
gboolean
qd_alignment_page_align (QdAlignmentPage *self,
                         QdObjective     *objective,
                         QdObjective     *parent)
{
  g_autoptr (GError) error = NULL;
  QdAlignmentNode *node;

  if (qd_alignment_get_parent (self->store, objective) == parent)
    return TRUE;

  if (!qd_edit_align (self->store, qd_entity_get_id (QD_ENTITY (objective)),
                      parent != NULL ? qd_entity_get_id (QD_ENTITY (parent)) : QD_ID_NONE,
                      &error))
    {
      qd_toaster_report (GTK_WIDGET (self), error);
      return FALSE;
    }

  say_aligned (self, objective, parent);
  node = qd_alignment_model_get_node (self->model, objective);
  if (node != NULL)
    qd_alignment_page_focus_node (self, node);

  return TRUE;
}

/* Takes the person to the board, filtered to the objective where it is about one. */
void
qd_alignment_page_show_node (QdAlignmentPage *self,
                             QdAlignmentNode *node)
{
  QdObjective *objective = qd_alignment_node_get_objective (node);
  QdBoard *board = qd_alignment_node_get_board (node);
  QdEntity *found = objective != NULL ? QD_ENTITY (objective) : QD_ENTITY (board);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-found", "(xxx)",
                              qd_entity_get_id (found), QD_ID_NONE,
                              qd_entity_get_id (QD_ENTITY (board)));
}

void
qd_alignment_page_unparent_popovers (QdAlignmentPage *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
}

/* Adds what can be done, and the keys for it. */
void
qd_alignment_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "alignment.choose-parent", NULL,
                                   choose_parent_action);
  gtk_widget_class_install_action (widget_class, "alignment.take-off", NULL, take_off_action);
  gtk_widget_class_install_action (widget_class, "alignment.show", NULL, show_action);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                on_action_key, "s", "alignment.choose-parent");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK,
                                on_action_key, "s", "alignment.choose-parent");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}

/* The menu of a row of the tree. */
void
qd_alignment_page_add_menu (QdAlignmentPage *self)
{
  qd_context_menu_attach (GTK_WIDGET (self->list), on_menu_wanted, self);
}
