/* What can be dropped on a column: a card, and an objective on one of its
 * cards.
 *
 * The target is the whole column, which outlives every card in it. A gap opens
 * where a dragged card would land; it is cleared on each of the many ways in
 * which a drag can end or the list can change under it.
 */

#include "config.h"

#include "shelf/qd-shelf-ask.h"
#include "widgets/qd-card-slot.h"
#include "widgets/qd-drag.h"
#include "widgets/qd-toaster.h"

#include "qd-column-drop.h"

struct _QdColumnDrop
{
  QdColumnView *column; /* (unowned): owns this */
  GtkDropTarget *target; /* (unowned): owned by the column */
  GSignalGroup *drag_signals;

  QdCardView *marked; /* (unowned) (nullable): has the gap or the label */
  double x;           /* where the pointer was last, in the column */
  double y;
};

static void
set_marked (QdColumnDrop *self,
            QdCardView   *view,
            gboolean      animate)
{
  if (self->marked != NULL && self->marked != view)
    {
      qd_card_view_set_gap (self->marked, 0, 0, animate);
      gtk_widget_remove_css_class (GTK_WIDGET (self->marked), "labelled");
    }

  g_set_weak_pointer (&self->marked, view);
}

/* What is being dragged, where it is of the file that shows here. */
static gpointer
dup_dragged (QdColumnDrop *self,
             GType         type)
{
  g_autoptr (QdEntity) dragged = qd_drag_dup_thing (qd_drag_over (self->target), type);
  QdStore *store = qd_column_view_get_store (self->column);

  /* Another window may show another file. */
  if (dragged == NULL || qd_store_lookup (store, qd_entity_get_id (dragged)) != dragged)
    return NULL;

  return g_steal_pointer (&dragged);
}

/* How high the gap beside a card must be for the dragged one to fit. */
static int
get_gap_height (QdColumnDrop *self,
                QdCardView   *beside,
                QdCard       *card)
{
  g_autoptr (GtkWidget) probe = g_object_ref_sink (qd_card_view_new (NULL));
  GtkWidget *widget = GTK_WIDGET (beside);
  GtkWidget *row = gtk_widget_get_parent (widget);
  int height;

  gtk_widget_set_direction (probe, gtk_widget_get_direction (widget));
  qd_card_view_set_density (QD_CARD_VIEW (probe), qd_card_view_get_density (beside));
  qd_card_view_set_item (QD_CARD_VIEW (probe), card);
  gtk_widget_measure (probe, GTK_ORIENTATION_VERTICAL,
                      gtk_widget_get_width (widget),
                      &height, NULL, NULL, NULL);

  /* The probe has no style of its own: add the padding of the other. */
  return height + gtk_widget_get_height (row) - gtk_widget_get_height (widget) -
         gtk_widget_get_margin_top (widget) - gtk_widget_get_margin_bottom (widget);
}

static void
show_gap (QdColumnDrop *self,
          guint         slot,
          QdCard       *card)
{
  QdCardList *list = qd_column_view_get_list (self->column);
  g_autoptr (QdCard) behind = NULL;
  g_autoptr (QdCard) before = NULL;
  QdCardView *view = NULL;
  gboolean above;
  int height;

  behind = g_list_model_get_item (qd_card_list_get_cards (list), slot);
  if (behind != NULL)
    view = qd_card_list_peek_card_view (list, behind);

  above = view != NULL;
  if (!above && slot > 0)
    {
      before = g_list_model_get_item (qd_card_list_get_cards (list), slot - 1);
      view = qd_card_list_peek_card_view (list, before);
    }

  set_marked (self, view, TRUE);
  if (view == NULL)
    return;

  height = get_gap_height (self, view, card);
  qd_card_view_set_gap (view, above ? height : 0, above ? 0 : height, TRUE);
}

static void
on_leave (GtkDropTarget *target,
          QdColumnDrop  *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->column), "drop");
  set_marked (self, NULL, TRUE);
}

static GdkDragAction
drag_card (QdColumnDrop *self,
           QdCard       *card)
{
  QdCardList *list = qd_column_view_get_list (self->column);
  guint slot = qd_column_view_get_slot (self->column, self->y);
  QdSide side;
  QdId anchor;

  if (!qd_card_slot_get_anchor (qd_card_list_get_cards (list), slot, card,
                                &side, &anchor))
    {
      on_leave (self->target, self);
      return 0;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self->column), "drop");
  show_gap (self, slot, card);

  return GDK_ACTION_MOVE;
}

static QdCardView *
pick_card_view (QdColumnDrop *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->column),
                                       self->x, self->y, GTK_PICK_DEFAULT);

  if (widget == NULL)
    return NULL;

  return QD_CARD_VIEW (gtk_widget_get_ancestor (widget, QD_TYPE_CARD_VIEW));
}

/* The card that an objective would label, or NULL. */
static QdCardView *
get_labelled (QdColumnDrop *self,
              QdObjective  *objective)
{
  QdColumn *column = qd_column_view_get_column (self->column);
  QdCardView *view = pick_card_view (self);

  if (view == NULL ||
      qd_objective_get_board (objective) != qd_column_get_board (column) ||
      qd_card_get_objective (qd_card_view_get_item (view)) == objective)
    return NULL;

  return view;
}

static GdkDragAction
drag_objective (QdColumnDrop *self,
                QdObjective  *objective)
{
  QdCardView *view = get_labelled (self, objective);

  set_marked (self, view, TRUE);
  if (view == NULL)
    return 0;

  gtk_widget_add_css_class (GTK_WIDGET (view), "labelled");

  return GDK_ACTION_MOVE;
}

static GdkDragAction
update (QdColumnDrop *self)
{
  g_autoptr (QdCard) card = dup_dragged (self, QD_TYPE_CARD);
  g_autoptr (QdObjective) objective = NULL;

  if (card != NULL)
    return drag_card (self, card);

  objective = dup_dragged (self, QD_TYPE_OBJECTIVE);
  if (objective != NULL)
    return drag_objective (self, objective);

  return 0;
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double         x,
           double         y,
           QdColumnDrop  *self)
{
  self->x = x;
  self->y = y;

  return update (self);
}

static GdkDragAction
on_enter (GtkDropTarget *target,
          double         x,
          double         y,
          QdColumnDrop  *self)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  g_signal_group_set_target (self->drag_signals, gdk_drop_get_drag (drop));

  return on_motion (target, x, y, self);
}

static void
on_scrolled (GtkAdjustment *adjustment,
             QdColumnDrop  *self)
{
  if (gtk_drop_target_get_current_drop (self->target) != NULL)
    update (self);
}

static void
on_drag_cancelled (QdColumnDrop *self)
{
  qd_card_list_end_drag (qd_column_view_get_list (self->column));
  on_leave (self->target, self);
}

static gboolean
label_card (QdColumnDrop *self,
            QdCard       *card,
            QdObjective  *objective)
{
  g_autoptr (GError) error = NULL;

  if (qd_edit_set_objective (qd_column_view_get_store (self->column),
                             qd_entity_get_id (QD_ENTITY (card)),
                             qd_entity_get_id (QD_ENTITY (objective)),
                             &error))
    {
      qd_shelf_offer_swap (GTK_WIDGET (self->column), qd_column_view_get_store (self->column),
                           qd_entity_get_id (QD_ENTITY (objective)));
      return TRUE;
    }

  qd_toaster_report (GTK_WIDGET (self->column), error);

  return FALSE;
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         QdColumnDrop  *self)
{
  g_autoptr (GObject) dragged = NULL;

  self->x = x;
  self->y = y;

  qd_card_list_end_drag (qd_column_view_get_list (self->column));

  dragged = dup_dragged (self, G_VALUE_TYPE (value));
  if (QD_IS_CARD (dragged))
    {
      /* The list may have scrolled since the last motion. */
      guint slot = qd_column_view_get_slot (self->column, y);

      qd_column_drop_clear (self);

      return qd_column_view_move_here (self->column, QD_CARD (dragged), slot);
    }

  if (QD_IS_OBJECTIVE (dragged))
    {
      QdCardView *view = get_labelled (self, QD_OBJECTIVE (dragged));

      qd_column_drop_clear (self);

      return view != NULL && label_card (self, qd_card_view_get_item (view),
                                         QD_OBJECTIVE (dragged));
    }

  return FALSE;
}

/**
 * qd_column_drop_new:
 * @column: the column to be a target; must outlive the result
 *
 * Returns: (transfer full): its dealings with drops
 */
QdColumnDrop *
qd_column_drop_new (QdColumnView *column)
{
  GType types[] = { QD_TYPE_CARD, QD_TYPE_OBJECTIVE };
  QdCardList *list = qd_column_view_get_list (column);
  QdColumnDrop *self = g_new0 (QdColumnDrop, 1);

  self->column = column;
  self->target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE);
  gtk_drop_target_set_gtypes (self->target, types, G_N_ELEMENTS (types));
  g_signal_connect (self->target, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect (self->target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (self->target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (self->target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (column),
                             GTK_EVENT_CONTROLLER (self->target));

  /* No leave comes when a drag is cancelled. */
  self->drag_signals = g_signal_group_new (GDK_TYPE_DRAG);
  g_signal_group_connect_swapped (self->drag_signals, "cancel",
                                  G_CALLBACK (on_drag_cancelled), self);

  /* No motion comes while the list scrolls under a pointer that rests. */
  g_signal_connect (qd_card_list_get_adjustment (list), "value-changed",
                    G_CALLBACK (on_scrolled), self);

  return self;
}

/**
 * qd_column_drop_free:
 * @self: the drops of a column that still has its list
 */
void
qd_column_drop_free (QdColumnDrop *self)
{
  QdCardList *list = qd_column_view_get_list (self->column);

  g_signal_handlers_disconnect_by_data (qd_card_list_get_adjustment (list), self);
  gtk_widget_remove_controller (GTK_WIDGET (self->column),
                                GTK_EVENT_CONTROLLER (self->target));
  g_clear_object (&self->drag_signals);
  g_clear_weak_pointer (&self->marked);
  g_free (self);
}

/**
 * qd_column_drop_clear:
 * @self: the drops of a column
 *
 * Takes back at once whatever shows where something would land.
 */
void
qd_column_drop_clear (QdColumnDrop *self)
{
  g_return_if_fail (self != NULL);

  gtk_widget_remove_css_class (GTK_WIDGET (self->column), "drop");
  set_marked (self, NULL, FALSE);
}
