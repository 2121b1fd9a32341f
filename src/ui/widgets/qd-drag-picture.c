/* What a drag carries under the pointer: the thing itself, as it looked when it
 * was grabbed.
 */

#include "config.h"

#include "qd-drag-picture.h"

/* Without a compositor nothing shines through round corners: they are black,
 * unless they have the colour of the window. */
static void
fill_corners (GtkWidget   *widget,
              GtkSnapshot *snapshot,
              int          width,
              int          height)
{
  GdkRGBA colour;

  if (gdk_display_is_composited (gtk_widget_get_display (widget)) ||
      !gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                       "theme_bg_color", &colour))
    return;

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                     (float) height));
}

/**
 * qd_drag_picture_set:
 * @source: a drag source that prepares or begins a drag
 * @dragged: what is dragged, in the window of the source
 * @x: where it was grabbed, in pixels in the source's widget
 * @y: where it was grabbed, in pixels in the source's widget
 *
 * Lets the drag show @dragged as it looks now, held where it was grabbed.
 *
 * Returns: whether there is anything to show
 */
gboolean
qd_drag_picture_set (GtkDragSource *source,
                     GtkWidget     *dragged,
                     double         x,
                     double         y)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkPaintable) picture = NULL;
  GtkSnapshot *snapshot;
  graphene_rect_t bounds;
  int width, height;

  g_return_val_if_fail (GTK_IS_DRAG_SOURCE (source), FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (dragged), FALSE);

  if (!gtk_widget_compute_bounds (dragged, widget, &bounds))
    return FALSE;

  paintable = gtk_widget_paintable_new (dragged);
  width = gdk_paintable_get_intrinsic_width (paintable);
  height = gdk_paintable_get_intrinsic_height (paintable);

  snapshot = gtk_snapshot_new ();
  fill_corners (dragged, snapshot, width, height);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  picture = gtk_snapshot_free_to_paintable (snapshot, NULL);
  if (picture == NULL)
    return FALSE;

  gtk_drag_source_set_icon (source, picture,
                            (int) (x - bounds.origin.x),
                            (int) (y - bounds.origin.y));

  return TRUE;
}
