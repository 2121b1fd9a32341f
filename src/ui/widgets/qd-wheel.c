/* Scrolls a row of chips with any wheel.
 *
 * A wheel has one axis, and so has a row: they mean each other.
 */

#include "config.h"

#include "qd-wheel.h"

/* How far one notch goes, in pixels. */
#define STEP 48.0

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           GtkScrolledWindow        *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scroller);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (scroller)) == GTK_TEXT_DIR_RTL;
  double value = gtk_adjustment_get_value (adjustment);

  g_assert (GTK_IS_SCROLLED_WINDOW (scroller));

  if (dy == 0.0)
    return GDK_EVENT_PROPAGATE;

  gtk_adjustment_set_value (adjustment, value + (rtl ? -dy : dy) * STEP);

  return GDK_EVENT_STOP;
}

/**
 * qd_wheel_attach:
 * @scroller: what scrolls a row
 *
 * Lets a wheel scroll it sideways, from now on.
 */
void
qd_wheel_attach (GtkScrolledWindow *scroller)
{
  GtkEventController *controller;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (on_scroll), scroller);
  gtk_widget_add_controller (GTK_WIDGET (scroller), controller);
}
