/* Objectives that are dragged onto the one that they shall contribute to, or onto the
 * heading of those that stand alone.
 *
 * What a drop would do is said above the list while the drag is over it, also where it
 * would close a ring and so does nothing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "card/qd-list-quirks.h"
#include "qd-alignment-page-private.h"
#include "qd-alignment-row.h"
#include "store/qd-alignment.h"
#include "widgets/qd-drag-escape.h"
#include "widgets/qd-drag-picture.h"
#include "widgets/qd-drag.h"
#include "widgets/qd-menu-label.h"

/* What a drop would do. */
typedef enum
{
  DROP_NOTHING,
  DROP_ALIGN,
  DROP_TAKE_OFF,
  DROP_RING,
} Drop;

static void
mark (QdAlignmentPage *self,
      GtkWidget       *row,
      Drop             drop)
{
  if (self->marked != NULL)
    {
      gtk_widget_remove_css_class (self->marked, "drop-into");
      gtk_widget_remove_css_class (self->marked, "drop-refused");
    }

  g_set_weak_pointer (&self->marked, drop != DROP_NOTHING ? row : NULL);
  if (self->marked != NULL)
    gtk_widget_add_css_class (self->marked, drop == DROP_RING ? "drop-refused" : "drop-into");
}

static void
say (QdAlignmentPage *self,
     QdObjective     *objective,
     QdAlignmentNode *node,
     Drop             drop)
{
  g_autofree char *title = qd_menu_label_new (qd_entity_get_title (QD_ENTITY (objective)));
  g_autofree char *other = NULL;
  g_autofree char *text = NULL;

  if (node != NULL)
    other = qd_menu_label_new (qd_alignment_node_get_text (node));

  switch (drop)
    {
    case DROP_ALIGN:
      text = g_strdup_printf (_("Drop it to let “%s” contribute to “%s”."), title, other);
      break;

    case DROP_TAKE_OFF:
      text = g_strdup_printf (_("Drop it to take the alignment off “%s”."), title);
      break;

    case DROP_RING:
      text = g_strdup_printf (_("Not possible: this one contributes to “%s” already."), title);
      break;

    case DROP_NOTHING:
    default:
      qd_alignment_page_show_summary (self);
      return;
    }

  gtk_label_set_text (self->summary, text);
}

/* What a drop of @objective on a row would do. */
static Drop
judge (QdAlignmentPage *self,
       QdObjective     *objective,
       QdAlignmentNode *node)
{
  QdObjective *parent = qd_alignment_get_parent (self->store, objective);
  QdObjective *other = qd_alignment_node_get_objective (node);

  if (qd_alignment_model_is_alone (self->model, node))
    return parent != NULL ? DROP_TAKE_OFF : DROP_NOTHING;
  if (other == NULL || other == objective || other == parent)
    return DROP_NOTHING;

  return qd_alignment_may_align (self->store, objective, other) ? DROP_ALIGN : DROP_RING;
}

/* The row at @y, and what a drop there would do. An objective of another window may be
 * one of another file. */
static GtkWidget *
find_drop (QdAlignmentPage *self,
           QdObjective     *objective,
           double           y,
           Drop            *drop)
{
  GtkWidget *row = qd_alignment_page_get_row_at (self, y);

  *drop = DROP_NOTHING;
  if (row == NULL || qd_alignment_page_get_node (row) == NULL ||
      qd_store_get_read_only (self->store) ||
      qd_store_lookup (self->store, qd_entity_get_id (QD_ENTITY (objective))) !=
      QD_ENTITY (objective))
    return NULL;

  *drop = judge (self, objective, qd_alignment_page_get_node (row));

  return row;
}

static void
end (QdAlignmentPage *self)
{
  mark (self, NULL, DROP_NOTHING);
  qd_alignment_page_show_summary (self);
}

/* No leave comes when a drag is cancelled. */
static void
on_drag_cancelled (QdAlignmentPage *self)
{
  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  end (self);
  qd_list_quirks_end_drag (self->list);
}

static GdkDragAction
on_drop_motion (GtkDropTarget   *target,
                double           x,
                double           y,
                QdAlignmentPage *self)
{
  const GValue *value = gtk_drop_target_get_value (target);
  GtkWidget *row;
  Drop drop;

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  g_signal_group_set_target (self->drag_signals, qd_drag_over (target));
  if (value == NULL)
    return 0;

  row = find_drop (self, g_value_get_object (value), y, &drop);
  mark (self, row, drop);
  say (self, g_value_get_object (value),
       row != NULL ? qd_alignment_page_get_node (row) : NULL, drop);

  return drop == DROP_ALIGN || drop == DROP_TAKE_OFF ? GDK_ACTION_MOVE : 0;
}

static void
on_drop_leave (QdAlignmentPage *self)
{
  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  g_signal_group_set_target (self->drag_signals, NULL);
  end (self);
}

static gboolean
on_drop (GtkDropTarget   *target,
         const GValue    *value,
         double           x,
         double           y,
         QdAlignmentPage *self)
{
  g_autoptr (QdObjective) objective = g_value_dup_object (value);
  GtkWidget *row;
  Drop drop;

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  g_signal_group_set_target (self->drag_signals, NULL);
  row = find_drop (self, objective, y, &drop);
  end (self);
  qd_list_quirks_end_drag (self->list);

  if (drop != DROP_ALIGN && drop != DROP_TAKE_OFF)
    return FALSE;

  return qd_alignment_page_align (self, objective,
                                  qd_alignment_node_get_objective (
                                    qd_alignment_page_get_node (row)));
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource   *source,
                 double           x,
                 double           y,
                 QdAlignmentPage *self)
{
  GtkWidget *expander = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkWidget *content = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander));
  QdAlignmentNode *node = qd_alignment_row_get_node (QD_ALIGNMENT_ROW (content));
  QdObjective *objective = node != NULL ? qd_alignment_node_get_objective (node) : NULL;
  GtkWidget *head = qd_alignment_row_get_head (QD_ALIGNMENT_ROW (content));
  graphene_rect_t bounds;

  g_assert (QD_IS_ALIGNMENT_PAGE (self));

  if (objective == NULL || qd_store_get_read_only (self->store) ||
      !gtk_widget_compute_bounds (head, expander, &bounds))
    return NULL;

  /* Grabbed by its figures, the title comes along all the same. */
  x = CLAMP (x, bounds.origin.x, bounds.origin.x + bounds.size.width);
  if (!qd_drag_picture_set (source, head, x, y))
    return NULL;

  return gdk_content_provider_new_typed (QD_TYPE_OBJECTIVE, objective);
}

static void
on_drag_begin (GtkDragSource *source,
               GdkDrag       *drag)
{
  qd_drag_escape_watch (drag);
}

/* Lets the objective of a row be dragged. */
void
qd_alignment_page_add_drag_source (QdAlignmentPage *self,
                                   GtkWidget       *expander)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), NULL);
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (source));
}

/* Lets objectives be dropped on the list. */
void
qd_alignment_page_add_drop_target (QdAlignmentPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (QD_TYPE_OBJECTIVE, GDK_ACTION_MOVE);

  /* Only what is loaded early lets the motion know whose objective it is. */
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));

  self->drag_signals = g_signal_group_new (GDK_TYPE_DRAG);
  g_signal_group_connect_swapped (self->drag_signals, "cancel",
                                  G_CALLBACK (on_drag_cancelled), self);
}
