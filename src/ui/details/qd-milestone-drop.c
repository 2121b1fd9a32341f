/* Dropping a milestone between the others of its card.
 *
 * The target is the box of the rows, which outlives each of them. A gap opens where
 * the dragged one would land; where it would stay, and for the milestones of other
 * cards, there is none.
 */

#include "config.h"

#include "qd-milestone-drop.h"
#include "qd-milestone-row.h"
#include "widgets/qd-drag.h"

typedef struct
{
  GtkWidget *box;             /* (unowned): has the controller that owns this */
  GSignalGroup *drag_signals; /* of what is over the box */

  GtkWidget *marked; /* (unowned) (nullable): has the gap */
} Drop;

static void
drop_free (Drop *self)
{
  g_clear_weak_pointer (&self->marked);
  g_clear_object (&self->drag_signals);
  g_free (self);
}

static void
mark (Drop      *self,
      GtkWidget *row,
      QdSide     side)
{
  if (self->marked != NULL)
    {
      gtk_widget_remove_css_class (self->marked, "gap-above");
      gtk_widget_remove_css_class (self->marked, "gap-below");
    }

  g_set_weak_pointer (&self->marked, row);
  if (row != NULL)
    gtk_widget_add_css_class (row, side == QD_SIDE_BEFORE ? "gap-above" : "gap-below");
}

/* The row that is dragged, if it is one of this box. */
static GtkWidget *
find_dragged (Drop          *self,
              GtkDropTarget *target)
{
  g_autoptr (GtkWidget) row = qd_drag_dup_thing (qd_drag_over (target), QD_TYPE_MILESTONE_ROW);

  return row != NULL && gtk_widget_get_parent (row) == self->box ? row : NULL;
}

/* The row beside which a drop at y would put @dragged; NULL where it would stay. */
static GtkWidget *
find_neighbour (Drop      *self,
                GtkWidget *dragged,
                double     y,
                QdSide    *side)
{
  GtkWidget *row = gtk_widget_get_first_child (self->box);
  GtkWidget *last = NULL;
  graphene_rect_t bounds;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_widget_compute_bounds (row, self->box, &bounds) &&
          y < bounds.origin.y + bounds.size.height / 2.0)
        break;
      last = row;
    }

  if (row == dragged || last == dragged)
    return NULL;

  *side = row != NULL ? QD_SIDE_BEFORE : QD_SIDE_AFTER;

  return row != NULL ? row : last;
}

/* No leave comes when a drag is cancelled. */
static void
on_drag_cancelled (Drop *self)
{
  mark (self, NULL, QD_SIDE_BEFORE);
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double         x,
           double         y,
           Drop          *self)
{
  GtkWidget *dragged = find_dragged (self, target);
  GtkWidget *neighbour = NULL;
  QdSide side = QD_SIDE_BEFORE;

  g_signal_group_set_target (self->drag_signals, qd_drag_over (target));
  if (dragged != NULL)
    neighbour = find_neighbour (self, dragged, y, &side);

  mark (self, neighbour, side);

  return neighbour != NULL ? GDK_ACTION_MOVE : 0;
}

static void
on_leave (GtkDropTarget *target,
          Drop          *self)
{
  g_signal_group_set_target (self->drag_signals, NULL);
  mark (self, NULL, QD_SIDE_BEFORE);
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Drop          *self)
{
  GtkWidget *dragged = g_value_get_object (value);
  GtkWidget *neighbour;
  QdSide side;

  /* Where it lands is what the gap showed, so the gap closes only now. */
  neighbour = dragged != NULL && gtk_widget_get_parent (dragged) == self->box
                ? find_neighbour (self, dragged, y, &side) : NULL;
  on_leave (target, self);

  return neighbour != NULL &&
         qd_milestone_row_move (QD_MILESTONE_ROW (dragged), side,
                                QD_MILESTONE_ROW (neighbour));
}

/**
 * qd_milestone_drop_attach:
 * @box: an upright box with nothing in it but rows of milestones
 *
 * Lets the milestones be dropped between each other.
 */
void
qd_milestone_drop_attach (GtkWidget *box)
{
  GtkDropTarget *target = gtk_drop_target_new (QD_TYPE_MILESTONE_ROW, GDK_ACTION_MOVE);
  Drop *self = g_new0 (Drop, 1);

  self->box = box;
  self->drag_signals = g_signal_group_new (GDK_TYPE_DRAG);
  g_signal_group_connect_swapped (self->drag_signals, "cancel",
                                  G_CALLBACK (on_drag_cancelled), self);

  g_object_set_data_full (G_OBJECT (target), "qd-milestone-drop", self,
                          (GDestroyNotify) drop_free);
  g_signal_connect (target, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
}
