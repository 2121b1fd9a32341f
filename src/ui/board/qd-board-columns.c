/* The columns that a board view shows, side by side: kept in step with the
 * model, found, ordered by dragging their heads, and scrolled into sight.
 */

#include "config.h"

#include "qd-board-view-private.h"
#include "qd-edge-scroll.h"
#include "qd-reorder.h"

/* Between the columns, and around them; in pixels. */
#define COLUMN_SPACING 12

static QdEntity *
get_entity (GtkWidget *child)
{
  return QD_ENTITY (qd_column_view_get_column (QD_COLUMN_VIEW (child)));
}

/* The whole column, not just the card that has the focus. */
static void
scroll_to_column (QdBoardView *self,
                  GtkWidget   *column)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (column, self->columns, &bounds))
    return;

  gtk_adjustment_clamp_page (adjustment,
                             bounds.origin.x - COLUMN_SPACING,
                             bounds.origin.x + bounds.size.width + COLUMN_SPACING);
}

/* One card is selected on a board: where the focus was last. */
static void
on_column_enter (GtkEventControllerFocus *controller,
                 QdBoardView             *self)
{
  GtkWidget *column = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  g_assert (QD_IS_BOARD_VIEW (self));

  g_set_weak_pointer (&self->last_column, QD_COLUMN_VIEW (column));
  scroll_to_column (self, column);

  for (GtkWidget *child = gtk_widget_get_first_child (self->columns); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (child != column)
        qd_card_list_unselect (qd_column_view_get_list (QD_COLUMN_VIEW (child)));
    }
}

static GtkWidget *
create_column (QdBoardView *self,
               QdColumn    *column)
{
  GtkWidget *view = qd_column_view_new (self->store, column, self->filter);
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect (controller, "enter", G_CALLBACK (on_column_enter), self);
  gtk_widget_add_controller (view, controller);
  qd_column_view_set_density (QD_COLUMN_VIEW (view), self->density);
  if (self->bare)
    qd_column_view_hide_controls (QD_COLUMN_VIEW (view));

  return view;
}

/* What was typed is written first, and the board hears of that, too. */
static void
remove_column (QdBoardView *self,
               GtkWidget   *view)
{
  g_autoptr (GtkWidget) kept = g_object_ref (view);

  qd_column_view_finish_typing (QD_COLUMN_VIEW (view));
  if (gtk_widget_get_parent (view) == self->columns)
    gtk_box_remove (GTK_BOX (self->columns), view);
}

/* Keeps what is being typed in any column. */
void
qd_board_view_finish_typing (QdBoardView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->columns); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    qd_column_view_finish_typing (QD_COLUMN_VIEW (child));
}

/* Shows the columns of the board. Those that stay keep their widgets, and so
 * what is typed in them. */
void
qd_board_view_sync_columns (QdBoardView *self)
{
  QdOrderedList *columns = qd_board_get_columns (self->board);
  GtkWidget *previous = NULL;
  GtkWidget *rest;

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      GtkWidget *view = (GtkWidget *) qd_board_view_get_column (self, column);

      if (view == NULL)
        {
          view = create_column (self, column);
          gtk_box_append (GTK_BOX (self->columns), view);
        }

      gtk_box_reorder_child_after (GTK_BOX (self->columns), view, previous);
      previous = view;
    }

  while ((rest = previous != NULL ? gtk_widget_get_next_sibling (previous)
                                  : gtk_widget_get_first_child (self->columns)) != NULL)
    remove_column (self, rest);
}

/* The column view of a column, or NULL. */
QdColumnView *
qd_board_view_get_column (QdBoardView *self,
                          QdColumn    *column)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->columns); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (qd_column_view_get_column (QD_COLUMN_VIEW (child)) == column)
        return QD_COLUMN_VIEW (child);
    }

  return NULL;
}

/* The column before (step -1) or behind (step 1) another, or NULL. */
QdColumnView *
qd_board_view_get_neighbour (QdBoardView  *self,
                             QdColumnView *column,
                             int           step)
{
  if (step < 0)
    return (QdColumnView *) gtk_widget_get_prev_sibling (GTK_WIDGET (column));

  return (QdColumnView *) gtk_widget_get_next_sibling (GTK_WIDGET (column));
}

/* A column by its place, from 0, or NULL. */
QdColumnView *
qd_board_view_get_nth_column (QdBoardView *self,
                              guint        nth)
{
  GtkWidget *child = gtk_widget_get_first_child (self->columns);

  while (child != NULL && nth-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return (QdColumnView *) child;
}

/* The column that has the focus and the card in it that has it, or NULL. */
QdColumnView *
qd_board_view_get_focus (QdBoardView  *self,
                         QdCard      **card)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *view = NULL;

  *card = NULL;
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->columns))
    view = gtk_widget_get_ancestor (focus, QD_TYPE_COLUMN_VIEW);
  if (view == NULL)
    return NULL;

  *card = qd_card_list_get_focus (qd_column_view_get_list (QD_COLUMN_VIEW (view)));

  return QD_COLUMN_VIEW (view);
}

/* Puts the focus on a card, wherever on the board it is; %FALSE where it is
 * not, or hidden by the filter. */
gboolean
qd_board_view_focus_card (QdBoardView *self,
                          QdCard      *card)
{
  QdColumn *column = qd_card_get_column (card);
  QdColumnView *view = qd_board_view_get_column (self, column);

  return view != NULL &&
         qd_card_list_focus_card (qd_column_view_get_list (view), card);
}

static gboolean
on_next_frame (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       unused)
{
  QdBoardView *self = QD_BOARD_VIEW (widget);

  if (self->last_column != NULL)
    scroll_to_column (self, GTK_WIDGET (self->last_column));

  return G_SOURCE_REMOVE;
}

/* Where the board becomes narrower, for the details of a card or with the window, the
 * column that one was in stays in sight. A viewport that is just being laid out would
 * not follow. */
static void
on_page_size_changed (QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_next_frame, NULL, NULL);
}

/**
 * qd_board_view_set_density:
 * @self: a board view
 * @density: how much to show of each card, not %QD_DENSITY_COUNTS
 */
void
qd_board_view_set_density (QdBoardView *self,
                           QdDensity    density)
{
  g_return_if_fail (QD_IS_BOARD_VIEW (self));
  g_return_if_fail (density != QD_DENSITY_COUNTS);

  self->density = density;
  for (GtkWidget *child = gtk_widget_get_first_child (self->columns); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    qd_column_view_set_density (QD_COLUMN_VIEW (child), density);
}

/**
 * qd_board_view_hide_controls:
 * @self: a view of no board as yet
 *
 * Leaves no more than columns and cards, where nobody is to click on anything.
 */
void
qd_board_view_hide_controls (QdBoardView *self)
{
  g_return_if_fail (QD_IS_BOARD_VIEW (self));
  g_return_if_fail (self->board == NULL);

  self->bare = TRUE;
}

/**
 * qd_board_view_enter:
 * @self: a board view
 * @last: whether to come to the last column, else to the first
 * @y: at which height, in the list of a column
 *
 * Puts the focus on a card at the edge of the board, or into the column there where it
 * has no card; on nothing where there is no column.
 *
 * Returns: whether the focus is on the board
 */
gboolean
qd_board_view_enter (QdBoardView *self,
                     gboolean     last,
                     double       y)
{
  GtkWidget *column;

  g_return_val_if_fail (QD_IS_BOARD_VIEW (self), FALSE);

  column = last ? gtk_widget_get_last_child (self->columns)
                : gtk_widget_get_first_child (self->columns);
  if (column == NULL)
    return FALSE;

  qd_card_list_focus_at (qd_column_view_get_list (QD_COLUMN_VIEW (column)), y);

  return TRUE;
}

/**
 * qd_board_view_scroll:
 * @self: a board view
 * @steps: how far, downwards where it is positive
 *
 * Scrolls the cards of all columns.
 */
void
qd_board_view_scroll (QdBoardView *self,
                      int          steps)
{
  g_return_if_fail (QD_IS_BOARD_VIEW (self));

  for (GtkWidget *child = gtk_widget_get_first_child (self->columns); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAdjustment *adjustment =
        qd_card_list_get_adjustment (qd_column_view_get_list (QD_COLUMN_VIEW (child)));

      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_value (adjustment) +
                                steps * gtk_adjustment_get_page_increment (adjustment) / 2.0);
    }
}

/* Prepares the place for columns. */
void
qd_board_view_init_columns (QdBoardView *self)
{
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (on_page_size_changed), self,
                           G_CONNECT_SWAPPED);
  qd_edge_scroll_attach (self->scroller);
  qd_reorder_attach (self->columns, QD_TYPE_COLUMN, get_entity, FALSE, qd_reorder_in_store,
                     self->store);
}
