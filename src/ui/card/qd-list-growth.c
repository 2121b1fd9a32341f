/* Lets a list begin short and grow as its end comes near.
 *
 * A list measures all the rows that it has, so it begins with about as many as a
 * screen shows and takes a few more with each frame while less than half a page is
 * left below.
 */

#include "config.h"

#include "qd-list-growth.h"

/* How many rows come at a time. */
#define MORE_ROWS 4

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  QdListGrowth *self = user_data;
  guint n_rows = gtk_slice_list_model_get_size (self->slice) + MORE_ROWS;

  self->tick_id = 0;
  qd_list_growth_set_n_rows (self, MIN (n_rows, self->max_rows));

  return G_SOURCE_REMOVE;
}

/**
 * qd_list_growth_init:
 * @self: kept in the instance of @widget
 * @widget: what grows
 * @max_rows: how many rows there may be before somebody asks for more
 * @grown: what to call when there are more
 *
 * Prepares it; QdListGrowth.slice is set when there is one.
 */
void
qd_list_growth_init (QdListGrowth     *self,
                     GtkWidget        *widget,
                     guint             max_rows,
                     QdListGrowthFunc  grown)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  *self = (QdListGrowth) { .widget = widget, .max_rows = max_rows, .grown = grown };
}

/**
 * qd_list_growth_cancel:
 * @self: a growth
 *
 * The list goes: it will not grow any more.
 */
void
qd_list_growth_cancel (QdListGrowth *self)
{
  g_return_if_fail (self != NULL);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick_id);
  self->tick_id = 0;
}

/**
 * qd_list_growth_set_n_rows:
 * @self: a growth
 * @n_rows: how many rows there are from now on, if the list is so long
 */
void
qd_list_growth_set_n_rows (QdListGrowth *self,
                           guint         n_rows)
{
  g_return_if_fail (self != NULL);

  self->max_rows = MAX (self->max_rows, n_rows);
  gtk_slice_list_model_set_size (self->slice, n_rows);
  self->grown (self->widget);
}

/**
 * qd_list_growth_show:
 * @self: a growth
 * @position: a place in the list
 *
 * Has there be a row for it.
 */
void
qd_list_growth_show (QdListGrowth *self,
                     guint         position)
{
  g_return_if_fail (self != NULL);

  if (position >= gtk_slice_list_model_get_size (self->slice))
    qd_list_growth_set_n_rows (self, (position / MORE_ROWS + 1) * MORE_ROWS);
}

/**
 * qd_list_growth_look:
 * @self: a growth
 * @adjustment: how far down the list is scrolled
 *
 * Has more rows come when the end of those that there are is near. The list may be
 * in the middle of its layout, so they come before the next frame.
 */
void
qd_list_growth_look (QdListGrowth  *self,
                     GtkAdjustment *adjustment)
{
  double page, below;
  guint n_items;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_ADJUSTMENT (adjustment));

  page = gtk_adjustment_get_page_size (adjustment);
  below = gtk_adjustment_get_upper (adjustment) - page - gtk_adjustment_get_value (adjustment);
  n_items = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));

  if (self->tick_id == 0 && below < page / 2.0 &&
      gtk_slice_list_model_get_size (self->slice) < MIN (self->max_rows, n_items))
    self->tick_id = gtk_widget_add_tick_callback (self->widget, on_tick, self, NULL);
}
