/* Boards side by side: a row of panes that scrolls sideways.
 *
 * Owns which pane the focus was in last. Panes out of sight are empty: those that come
 * into sight are built at once, their neighbours when there is time, and those far away
 * are emptied again. What keys do is in qd-pane-row-actions.c.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "board/qd-board-view.h"
#include "board/qd-column-view.h"
#include "board/qd-edge-scroll.h"
#include "board/qd-reorder.h"

#include "qd-pane-row-private.h"

/* How far out of sight panes are built, and how far they are kept, in pages. */
#define NEAR_PAGES 0.5
#define FAR_PAGES 2.0

/* Around a pane that is scrolled into sight, in pixels. */
#define MARGIN 12.0

G_DEFINE_FINAL_TYPE (QdPaneRow, qd_pane_row, GTK_TYPE_WIDGET)

static QdEntity *
get_entity (GtkWidget *child)
{
  return QD_ENTITY (qd_pane_get_board (QD_PANE (child)));
}

/* A pane that has the focus, or from which something is dragged, stays. */
static gboolean
may_empty (QdPaneRow *self,
           QdPane    *pane)
{
  return gtk_widget_get_focus_child (self->panes) != GTK_WIDGET (pane) &&
         gtk_drop_controller_motion_get_drop (self->drops) == NULL;
}

/* Whether any of a pane lies within some pages of what is in sight. */
static gboolean
is_near (QdPaneRow *self,
         QdPane    *pane,
         double     pages)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  const double page = gtk_adjustment_get_page_size (adjustment);
  const double start = gtk_adjustment_get_value (adjustment) - pages * page;
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (pane), self->panes, &bounds) &&
         bounds.size.width > 0 &&
         bounds.origin.x < start + (1.0 + 2.0 * pages) * page &&
         bounds.origin.x + bounds.size.width > start;
}

static void
build_in_sight (QdPaneRow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->panes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (is_near (self, QD_PANE (child), 0.0))
        qd_pane_set_built (QD_PANE (child), TRUE);
    }
}

/* One at a time, so that nobody waits for it. */
static void
build_near (GtkWidget *widget)
{
  QdPaneRow *self = QD_PANE_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (self->panes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      QdPane *pane = QD_PANE (child);

      if (!is_near (self, pane, FAR_PAGES) && may_empty (self, pane))
        qd_pane_set_built (pane, FALSE);
      if (!qd_pane_get_built (pane) && is_near (self, pane, NEAR_PAGES))
        {
          qd_pane_set_built (pane, TRUE);
          qd_after_frame_queue (&self->build_frame, widget, G_PRIORITY_LOW, build_near);
          return;
        }
    }
}

static void
on_scrolled (QdPaneRow *self)
{
  g_assert (QD_IS_PANE_ROW (self));

  build_in_sight (self);
  qd_after_frame_queue (&self->build_frame, GTK_WIDGET (self), G_PRIORITY_LOW, build_near);
}

/* All of a child where there is room for it, else its beginning. */
static void
scroll_to (QdPaneRow *self,
           GtkWidget *child)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  const double page = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (child, self->panes, &bounds))
    return;

  gtk_adjustment_clamp_page (adjustment, bounds.origin.x - MARGIN,
                             bounds.origin.x + MIN (bounds.size.width + MARGIN,
                                                    page - MARGIN));
}

/* What is entered in a pane is scrolled to as a part of all panes: a column, or with the
 * head all of the pane. */
static void
scroll_to_focus (QdPaneRow *self)
{
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  GtkWidget *part = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->panes))
    {
      part = gtk_widget_get_ancestor (focus, QD_TYPE_COLUMN_VIEW);
      if (part == NULL)
        part = gtk_widget_get_ancestor (focus, QD_TYPE_PANE);
    }
  if (part != NULL)
    scroll_to (self, part);
}

static void
show_focus (GtkWidget *widget)
{
  scroll_to_focus (QD_PANE_ROW (widget));
}

static void
on_focus_changed (QdPaneRow *self)
{
  g_assert (QD_IS_PANE_ROW (self));

  scroll_to_focus (self);
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       unused)
{
  QdPaneRow *self = QD_PANE_ROW (widget);

  self->tick_id = 0;
  if (self->narrowed)
    scroll_to_focus (self);
  self->narrowed = FALSE;
  on_scrolled (self);

  return G_SOURCE_REMOVE;
}

/* Where the panes stand is known when they are laid out, which is no time to add to
 * them. */
static void
on_laid_out (QdPaneRow *self)
{
  g_assert (QD_IS_PANE_ROW (self));

  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* For the details of a card, or with the window. */
static void
on_page_size_changed (QdPaneRow *self)
{
  g_assert (QD_IS_PANE_ROW (self));

  self->narrowed = TRUE;
  on_laid_out (self);
}

static QdPane *
find_pane (QdPaneRow *self,
           QdBoard   *board)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->panes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (qd_pane_get_board (QD_PANE (child)) == board)
        return QD_PANE (child);
    }

  return NULL;
}

static void
on_pane_enter (GtkEventControllerFocus *controller,
               QdPaneRow               *self)
{
  GtkWidget *pane = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  g_assert (QD_IS_PANE_ROW (self));

  g_set_weak_pointer (&self->last_pane, QD_PANE (pane));
}

static void
on_pane_folded (QdPane     *pane,
                GParamSpec *pspec,
                QdPaneRow  *self)
{
  const gboolean folded = qd_pane_get_folded (pane);

  g_assert (QD_IS_PANE_ROW (self));

  gtk_widget_set_hexpand (GTK_WIDGET (pane), !folded);
  qd_pane_memory_set_folded (self->memory, qd_pane_get_board (pane), folded);
}

static void
on_pane_width (QdPane     *pane,
               GParamSpec *pspec,
               QdPaneRow  *self)
{
  g_assert (QD_IS_PANE_ROW (self));

  qd_pane_memory_set_width (self->memory, qd_pane_get_board (pane), self->density,
                            qd_pane_get_width (pane));
}

/* As it was the last time. */
static void
restore_pane (QdPaneRow *self,
              QdPane    *pane)
{
  QdBoard *board = qd_pane_get_board (pane);
  const int width = qd_pane_memory_get_width (self->memory, board, self->density);

  qd_pane_set_density (pane, self->density);
  qd_pane_set_width (pane, width);
  qd_pane_set_folded (pane, qd_pane_memory_get_folded (self->memory, board));
  gtk_widget_set_hexpand (GTK_WIDGET (pane), !qd_pane_get_folded (pane));
}

static void
restore_panes (QdPaneRow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->panes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    restore_pane (self, QD_PANE (child));
}

static GtkWidget *
create_pane (QdPaneRow *self,
             QdBoard   *board)
{
  GtkWidget *pane = qd_pane_new (self->store, board, self->filter);
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect (controller, "enter", G_CALLBACK (on_pane_enter), self);
  gtk_widget_add_controller (pane, controller);
  g_signal_connect_object (pane, "notify::folded", G_CALLBACK (on_pane_folded), self, 0);
  g_signal_connect_object (pane, "notify::width", G_CALLBACK (on_pane_width), self, 0);
  restore_pane (self, QD_PANE (pane));

  return pane;
}

/* Boards of several cycles have to say which they are for. */
static void
update_cycles (QdPaneRow *self)
{
  QdBoard *first = qd_chosen_boards_peek (self->boards, 0);
  gboolean differ = FALSE;

  for (guint i = 1; i < qd_chosen_boards_get_n (self->boards); i++)
    differ |= qd_board_get_cycle (qd_chosen_boards_peek (self->boards, i)) !=
              qd_board_get_cycle (first);

  for (GtkWidget *child = gtk_widget_get_first_child (self->panes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    qd_pane_set_show_cycle (QD_PANE (child), differ);
}

/* Panes of boards that stay are kept, and so what is typed in them. */
static void
sync_panes (QdPaneRow *self)
{
  GtkWidget *previous = NULL;
  GtkWidget *rest;

  for (guint i = 0; i < qd_chosen_boards_get_n (self->boards); i++)
    {
      QdBoard *board = qd_chosen_boards_peek (self->boards, i);
      GtkWidget *pane = (GtkWidget *) find_pane (self, board);

      if (pane == NULL)
        {
          pane = create_pane (self, board);
          gtk_box_append (GTK_BOX (self->panes), pane);
        }
      gtk_box_reorder_child_after (GTK_BOX (self->panes), pane, previous);
      previous = pane;
    }

  while ((rest = previous != NULL ? gtk_widget_get_next_sibling (previous)
                                  : gtk_widget_get_first_child (self->panes)) != NULL)
    gtk_box_remove (GTK_BOX (self->panes), rest);

  update_cycles (self);
  on_laid_out (self);
}

static void
on_boards_changed (QdPaneRow *self)
{
  g_assert (QD_IS_PANE_ROW (self));

  sync_panes (self);
}

/* A board from the sidebar may come to the panes, too. */
static gboolean
move_board (QdEntity  *dragged,
            QdSide     side,
            QdEntity  *neighbour,
            gpointer   user_data,
            GError   **error)
{
  QdPaneRow *self = user_data;
  QdBoard *moved = QD_BOARD (dragged);
  guint position = 0;

  /* Another window may show another file. */
  if (qd_store_lookup (self->store, qd_entity_get_id (dragged)) != dragged)
    return TRUE;

  qd_chosen_boards_choose (self->boards, &moved, 1, TRUE);
  for (guint i = 0; i < qd_chosen_boards_get_n (self->boards); i++)
    {
      QdEntity *board = QD_ENTITY (qd_chosen_boards_peek (self->boards, i));

      if (board == neighbour)
        break;
      position += board != dragged;
    }
  qd_chosen_boards_move (self->boards, moved, position + (side == QD_SIDE_AFTER));

  return TRUE;
}

static void
create_scroller (QdPaneRow *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  self->panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->panes);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_widget_set_focusable (GTK_WIDGET (self->scroller), FALSE);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (self->scroller, viewport);
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));
}

/* A board out of sight is a stop for Tab like any other: it has to be there before GTK
 * looks for the next place, and is scrolled to once it has its size. */
static void
build_next (QdPaneRow        *self,
            GtkDirectionType  direction)
{
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *pane = gtk_widget_get_focus_child (self->panes);

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return;

  if (pane != NULL)
    pane = forward ? gtk_widget_get_next_sibling (pane) : gtk_widget_get_prev_sibling (pane);
  else
    pane = forward ? gtk_widget_get_first_child (self->panes)
                   : gtk_widget_get_last_child (self->panes);
  if (pane == NULL || qd_pane_get_built (QD_PANE (pane)))
    return;

  qd_pane_set_built (QD_PANE (pane), TRUE);
  qd_after_frame_queue (&self->focus_frame, GTK_WIDGET (self), G_PRIORITY_DEFAULT, show_focus);
}

/* GTK asks for the focus also where Tab is to go out of what is in here. */
static gboolean
qd_pane_row_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  QdPaneRow *self = QD_PANE_ROW (widget);
  gboolean moved;

  build_next (self, direction);
  self->moving_focus = TRUE;
  moved = GTK_WIDGET_CLASS (qd_pane_row_parent_class)->focus (widget, direction);
  self->moving_focus = FALSE;

  return moved;
}

static gboolean
qd_pane_row_grab_focus (GtkWidget *widget)
{
  QdPaneRow *self = QD_PANE_ROW (widget);
  GtkWidget *pane = (GtkWidget *) self->last_pane;

  if (self->moving_focus)
    return FALSE;

  if (pane == NULL)
    pane = gtk_widget_get_first_child (self->panes);

  return pane != NULL && qd_pane_row_enter (self, QD_PANE (pane), FALSE, 0.0);
}

/* Before anything is laid out: what will be in sight in a window of this width. */
static void
qd_pane_row_map (GtkWidget *widget)
{
  QdPaneRow *self = QD_PANE_ROW (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  int room = gtk_widget_get_width (root);
  int height;

  if (room == 0)
    gtk_window_get_default_size (GTK_WINDOW (root), &room, &height);
  for (GtkWidget *child = gtk_widget_get_first_child (self->panes);
       child != NULL && room > 0 && gtk_widget_get_width (child) == 0;
       child = gtk_widget_get_next_sibling (child))
    {
      int width;

      qd_pane_set_built (QD_PANE (child), TRUE);
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      room -= width;
    }

  GTK_WIDGET_CLASS (qd_pane_row_parent_class)->map (widget);
}

static void
qd_pane_row_root (GtkWidget *widget)
{
  QdPaneRow *self = QD_PANE_ROW (widget);

  GTK_WIDGET_CLASS (qd_pane_row_parent_class)->root (widget);

  self->root = gtk_widget_get_root (widget);
  g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (on_focus_changed),
                            self);
}

static void
qd_pane_row_unroot (GtkWidget *widget)
{
  QdPaneRow *self = QD_PANE_ROW (widget);

  g_signal_handlers_disconnect_by_func (self->root, on_focus_changed, self);
  self->root = NULL;

  GTK_WIDGET_CLASS (qd_pane_row_parent_class)->unroot (widget);
}

static void
qd_pane_row_dispose (GObject *object)
{
  QdPaneRow *self = QD_PANE_ROW (object);

  qd_after_frame_cancel (&self->build_frame);
  qd_after_frame_cancel (&self->focus_frame);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_weak_pointer (&self->last_pane);
  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scroller));
  self->scroller = NULL;
  g_clear_object (&self->memory);
  g_clear_object (&self->filter);
  g_clear_object (&self->boards);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_pane_row_parent_class)->dispose (object);
}

static void
qd_pane_row_class_init (QdPaneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_pane_row_dispose;

  widget_class->map = qd_pane_row_map;
  widget_class->root = qd_pane_row_root;
  widget_class->unroot = qd_pane_row_unroot;
  widget_class->focus = qd_pane_row_focus;
  widget_class->grab_focus = qd_pane_row_grab_focus;

  qd_pane_row_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "panes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_pane_row_init (QdPaneRow *self)
{
  GtkAdjustment *adjustment;

  self->density = QD_DENSITY_CARDS;
  create_scroller (self);
  adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_laid_out), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (on_page_size_changed),
                           self, G_CONNECT_SWAPPED);
  qd_edge_scroll_attach (self->scroller);
  self->drops = GTK_DROP_CONTROLLER_MOTION (gtk_drop_controller_motion_new ());
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drops));
  qd_pane_row_add_keys (self);
  qd_reorder_attach (self->panes, QD_TYPE_BOARD, get_entity, TRUE, move_board, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Boards side by side"),
                                  -1);
}

/**
 * qd_pane_row_new:
 * @store: the file that the boards are in
 * @boards: which to show, and in which order
 * @filter: what the cards of all of them are filtered by
 * @memory: how wide panes are, and which are folded
 *
 * Returns: (transfer floating): a row of panes
 */
GtkWidget *
qd_pane_row_new (QdStore        *store,
                 QdChosenBoards *boards,
                 QdBoardFilter  *filter,
                 QdPaneMemory   *memory)
{
  QdPaneRow *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (boards), NULL);
  g_return_val_if_fail (QD_IS_BOARD_FILTER (filter), NULL);
  g_return_val_if_fail (QD_IS_PANE_MEMORY (memory), NULL);

  self = g_object_new (QD_TYPE_PANE_ROW, NULL);
  self->store = g_object_ref (store);
  self->boards = g_object_ref (boards);
  self->filter = g_object_ref (filter);
  self->memory = g_object_ref (memory);
  g_signal_connect_object (boards, "items-changed", G_CALLBACK (on_boards_changed), self,
                           G_CONNECT_SWAPPED);
  sync_panes (self);

  return GTK_WIDGET (self);
}

/**
 * qd_pane_row_set_density:
 * @self: a row
 * @density: how much to show of each board, not %QD_DENSITY_COUNTS
 */
void
qd_pane_row_set_density (QdPaneRow *self,
                         QdDensity  density)
{
  g_return_if_fail (QD_IS_PANE_ROW (self));
  g_return_if_fail (density != QD_DENSITY_COUNTS);

  if (self->density == density)
    return;

  /* What is out of sight follows when it comes into sight. */
  for (GtkWidget *child = gtk_widget_get_first_child (self->panes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!is_near (self, QD_PANE (child), 0.0) && may_empty (self, QD_PANE (child)))
        qd_pane_rest (QD_PANE (child));
    }

  self->density = density;
  restore_panes (self);
  on_laid_out (self);
}

/**
 * qd_pane_row_get_current:
 *
 * Returns: (transfer none) (nullable): the pane that has the focus, or had it last
 */
QdPane *
qd_pane_row_get_current (QdPaneRow *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (QD_IS_PANE_ROW (self), NULL);

  focus = gtk_widget_get_focus_child (self->panes);

  return focus != NULL ? QD_PANE (focus) : self->last_pane;
}

/**
 * qd_pane_row_reveal:
 * @self: a row
 * @card: a card
 *
 * Scrolls to the card and puts the focus on it; a board that is folded is unfolded.
 *
 * Returns: whether its board is there
 */
gboolean
qd_pane_row_reveal (QdPaneRow *self,
                    QdCard    *card)
{
  QdColumn *column = qd_card_get_column (card);
  QdPane *pane = NULL;

  g_return_val_if_fail (QD_IS_PANE_ROW (self), FALSE);

  if (column != NULL)
    pane = find_pane (self, qd_column_get_board (column));
  if (pane == NULL)
    return FALSE;

  qd_pane_set_folded (pane, FALSE);
  qd_pane_set_built (pane, TRUE);
  scroll_to (self, GTK_WIDGET (pane));

  return qd_board_view_reveal (QD_BOARD_VIEW (qd_pane_get_board_view (pane)),
                               qd_entity_get_id (QD_ENTITY (card)));
}

/* The cards where there are any to see, else the head. */
gboolean
qd_pane_row_enter (QdPaneRow *self,
                   QdPane    *pane,
                   gboolean   last,
                   double     y)
{
  GtkWidget *view;

  qd_pane_set_built (pane, TRUE);
  scroll_to (self, GTK_WIDGET (pane));
  g_set_weak_pointer (&self->last_pane, pane);
  view = qd_pane_get_board_view (pane);

  return (view != NULL && qd_board_view_enter (QD_BOARD_VIEW (view), last, y)) ||
         gtk_widget_child_focus (GTK_WIDGET (pane), GTK_DIR_TAB_FORWARD);
}
