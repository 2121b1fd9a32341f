/* Keeps what a person is reading in a list where it is, whatever comes and goes
 * above it.
 *
 * Scrolls before the list is laid out anew, so that nothing jumps in between.
 */

#include "config.h"

#include "qd-reading-place.h"

static int
get_height (GtkWidget *widget,
            int        width)
{
  int height;

  if (!gtk_widget_get_visible (widget))
    return 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

/* Where a row begins, or will once the list is laid out. */
static int
get_y (GtkListBox    *list,
       GtkListBoxRow *row)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (list));
  const int index = gtk_list_box_row_get_index (row);
  int y = 0;

  for (int i = 0; i <= index; i++)
    {
      GtkListBoxRow *above = gtk_list_box_get_row_at_index (list, i);
      GtkWidget *header = gtk_list_box_row_get_header (above);

      if (header != NULL)
        y += get_height (header, width);
      if (i < index)
        y += get_height (GTK_WIDGET (above), width);
    }

  return y;
}

static gboolean
begins_below (GtkWidget *widget,
              GtkWidget *scroller)
{
  double y;

  return gtk_widget_translate_coordinates (widget, scroller, 0, 0, NULL, &y) && y >= 0.0;
}

static GtkWidget *
get_scroller (GtkListBox *list)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW);
}

/**
 * qd_reading_place_remember:
 * @self: (out caller-allocates): the place
 * @list: a list, before something changes in it
 *
 * Every place that is remembered has to be restored.
 */
void
qd_reading_place_remember (QdReadingPlace *self,
                           GtkListBox     *list)
{
  GtkWidget *scroller;
  GtkListBoxRow *row;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  self->row = NULL;
  scroller = get_scroller (list);
  if (scroller == NULL || begins_below (GTK_WIDGET (list), scroller))
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      if (!begins_below (GTK_WIDGET (row), scroller))
        continue;

      self->row = g_object_ref (row);
      self->y = get_y (list, row);
      return;
    }
}

/**
 * qd_reading_place_restore:
 * @self: what was remembered
 * @list: the list, after it changed
 *
 * Scrolls, so that what was read is where it was, as far as it is still there.
 */
void
qd_reading_place_restore (QdReadingPlace *self,
                          GtkListBox     *list)
{
  GtkWidget *scroller;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  scroller = get_scroller (list);
  if (self->row != NULL && scroller != NULL &&
      gtk_widget_is_ancestor (GTK_WIDGET (self->row), GTK_WIDGET (list)))
    {
      GtkAdjustment *adjustment =
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
      const int distance = get_y (list, self->row) - self->y;

      /* There is not yet room for what was added. */
      gtk_adjustment_set_upper (adjustment, gtk_adjustment_get_upper (adjustment) + distance);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
    }

  g_clear_object (&self->row);
}
