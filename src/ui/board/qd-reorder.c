/* Reordering the children of a horizontal box by drag and drop: the columns of
 * a board, the objectives of a strip, boards side by side.
 *
 * The children stand for things of one kind. Where one is dropped is told to who has
 * the box, which follows its model.
 */

#include "config.h"

#include "widgets/qd-drag.h"
#include "widgets/qd-toaster.h"

#include "qd-reorder.h"

typedef struct
{
  GtkWidget *box; /* (unowned): has the controller that owns this */
  GType type;
  QdReorderFunc get_entity;
  QdReorderMoveFunc move;
  gboolean takes_others; /* what is not among the children yet */
  gpointer user_data;
  GSignalGroup *drag_signals; /* of what is over the box */

  GtkWidget *marked; /* (unowned) (nullable) */
} Reorder;

static void
reorder_free (Reorder *self)
{
  g_clear_weak_pointer (&self->marked);
  g_clear_object (&self->drag_signals);
  g_free (self);
}

static void
mark (Reorder    *self,
      GtkWidget  *child,
      const char *css_class)
{
  if (self->marked != NULL)
    {
      gtk_widget_remove_css_class (self->marked, "drop-before");
      gtk_widget_remove_css_class (self->marked, "drop-after");
    }

  g_set_weak_pointer (&self->marked, child);
  if (child != NULL)
    gtk_widget_add_css_class (child, css_class);
}

/* The child beside which x lies, and on which side of it. */
static GtkWidget *
find_neighbour (Reorder *self,
                double   x,
                QdSide  *side)
{
  gboolean rtl = gtk_widget_get_direction (self->box) == GTK_TEXT_DIR_RTL;
  GtkWidget *last = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;
      double middle;

      if (self->get_entity (child) == NULL ||
          !gtk_widget_compute_bounds (child, self->box, &bounds))
        continue;

      middle = bounds.origin.x + bounds.size.width / 2.0;
      if (rtl ? x > middle : x < middle)
        {
          *side = QD_SIDE_BEFORE;
          return child;
        }

      last = child;
    }

  *side = QD_SIDE_AFTER;

  return last;
}

static GtkWidget *
get_sibling (Reorder   *self,
             GtkWidget *child,
             QdSide     side)
{
  if (side == QD_SIDE_BEFORE)
    return gtk_widget_get_prev_sibling (child);

  return gtk_widget_get_next_sibling (child);
}

/* Where a drop would put the dragged thing; NULL where it would stay, or comes
 * from elsewhere and must not. */
static GtkWidget *
find_place (Reorder  *self,
            QdEntity *dragged,
            double    x,
            QdSide   *side)
{
  GtkWidget *neighbour = find_neighbour (self, x, side);
  GtkWidget *beyond;
  gboolean ours = self->takes_others;

  if (neighbour == NULL || self->get_entity (neighbour) == dragged)
    return NULL;

  beyond = get_sibling (self, neighbour, *side);
  if (beyond != NULL && self->get_entity (beyond) == dragged)
    return NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ours = ours || self->get_entity (child) == dragged;

  return ours ? neighbour : NULL;
}

/* No leave comes when a drag is cancelled. */
static void
on_drag_cancelled (Reorder *self)
{
  mark (self, NULL, NULL);
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double         x,
           double         y,
           Reorder       *self)
{
  g_autoptr (QdEntity) dragged = qd_drag_dup_thing (qd_drag_over (target), self->type);
  GtkWidget *neighbour = NULL;
  QdSide side = QD_SIDE_AFTER;

  g_signal_group_set_target (self->drag_signals, qd_drag_over (target));
  if (dragged != NULL)
    neighbour = find_place (self, dragged, x, &side);

  mark (self, neighbour, side == QD_SIDE_BEFORE ? "drop-before" : "drop-after");

  return neighbour != NULL ? GDK_ACTION_MOVE : 0;
}

static void
on_leave (GtkDropTarget *target,
          Reorder       *self)
{
  g_signal_group_set_target (self->drag_signals, NULL);
  mark (self, NULL, NULL);
}

static QdId
get_board_id (QdEntity *entity)
{
  QdBoard *board;

  if (QD_IS_COLUMN (entity))
    board = qd_column_get_board (QD_COLUMN (entity));
  else
    board = qd_objective_get_board (QD_OBJECTIVE (entity));

  return qd_entity_get_id (QD_ENTITY (board));
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Reorder       *self)
{
  QdEntity *dragged = g_value_get_object (value);
  g_autoptr (GError) error = NULL;
  GtkWidget *neighbour;
  QdSide side;

  g_signal_group_set_target (self->drag_signals, NULL);
  mark (self, NULL, NULL);

  neighbour = find_place (self, dragged, x, &side);
  if (neighbour == NULL)
    return FALSE;

  if (self->move (dragged, side, self->get_entity (neighbour), self->user_data, &error))
    return TRUE;

  qd_toaster_report (self->box, error);

  return FALSE;
}

/**
 * qd_reorder_in_store:
 * @dragged: a column or an objective
 * @side: on which side
 * @neighbour: of what, on the same board
 * @store: the file that both are in
 * @error: return location
 *
 * For qd_reorder_attach(): moves the thing in the file.
 *
 * Returns: whether it moved
 */
gboolean
qd_reorder_in_store (QdEntity  *dragged,
                     QdSide     side,
                     QdEntity  *neighbour,
                     gpointer   store,
                     GError   **error)
{
  return qd_edit_move (store, qd_entity_get_kind (dragged), qd_entity_get_id (dragged),
                       get_board_id (dragged), side, qd_entity_get_id (neighbour), error);
}

/**
 * qd_reorder_attach:
 * @box: a horizontal box
 * @type: type of what its children stand for
 * @get_entity: what a child of the box stands for
 * @takes_others: whether what is not among the children may be dropped, too
 * @move: (scope forever): moves what was dropped
 * @user_data: for @move; must outlive @box
 *
 * Lets things that are dragged by their widgets in the box be dropped between
 * them.
 */
void
qd_reorder_attach (GtkWidget         *box,
                   GType              type,
                   QdReorderFunc      get_entity,
                   gboolean           takes_others,
                   QdReorderMoveFunc  move,
                   gpointer           user_data)
{
  GtkDropTarget *target = gtk_drop_target_new (type, GDK_ACTION_MOVE);
  Reorder *self = g_new0 (Reorder, 1);

  self->box = box;
  self->type = type;
  self->get_entity = get_entity;
  self->takes_others = takes_others;
  self->move = move;
  self->user_data = user_data;
  self->drag_signals = g_signal_group_new (GDK_TYPE_DRAG);
  g_signal_group_connect_swapped (self->drag_signals, "cancel",
                                  G_CALLBACK (on_drag_cancelled), self);

  g_object_set_data_full (G_OBJECT (target), "qd-reorder", self,
                          (GDestroyNotify) reorder_free);
  g_signal_connect (target, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
}
