/* Scrolling sideways while something is dragged near the start or end edge.
 *
 * A GtkListView does this for its own direction; a row of columns needs help.
 */

#include "config.h"

#include "qd-edge-scroll.h"

/* How near the edge counts, in pixels, and how fast it goes at most, in pixels
 * a second. */
#define EDGE 48.0
#define MAX_SPEED 900.0

typedef struct
{
  GtkScrolledWindow *scroller; /* (unowned): has the controller that owns this */
  GSignalGroup *drag_signals;
  double speed;
  gint64 last_time;
  guint tick;
} EdgeScroll;

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  EdgeScroll *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double elapsed = (double) (now - self->last_time) / G_USEC_PER_SEC;

  if (self->last_time != 0)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) +
                              self->speed * elapsed);
  self->last_time = now;

  return G_SOURCE_CONTINUE;
}

static void
set_speed (EdgeScroll *self,
           double      speed)
{
  GtkWidget *widget = GTK_WIDGET (self->scroller);

  self->speed = speed;

  if (speed != 0.0 && self->tick == 0)
    {
      self->last_time = 0;
      self->tick = gtk_widget_add_tick_callback (widget, on_tick, self, NULL);
    }
  else if (speed == 0.0 && self->tick != 0)
    {
      gtk_widget_remove_tick_callback (widget, self->tick);
      self->tick = 0;
    }
}

static void
edge_scroll_free (EdgeScroll *self)
{
  g_clear_object (&self->drag_signals);
  g_free (self);
}

static void
on_drag_over (EdgeScroll *self)
{
  set_speed (self, 0.0);
}

static void
on_enter (GtkDropControllerMotion *controller,
          double                   x,
          double                   y,
          EdgeScroll              *self)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (controller);

  g_signal_group_set_target (self->drag_signals, gdk_drop_get_drag (drop));
}

static void
on_motion (GtkDropControllerMotion *controller,
           double                   x,
           double                   y,
           EdgeScroll              *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self->scroller));
  double speed = 0.0;

  /* The nearer, the faster. */
  if (x < EDGE)
    speed = -MAX_SPEED * (EDGE - x) / EDGE;
  else if (x > width - EDGE)
    speed = MAX_SPEED * (x - width + EDGE) / EDGE;

  set_speed (self, speed);
}

static void
on_leave (GtkDropControllerMotion *controller,
          EdgeScroll              *self)
{
  set_speed (self, 0.0);
}

/**
 * qd_edge_scroll_attach:
 * @scroller: what scrolls sideways
 *
 * Lets a drag reach what is out of sight at either side.
 */
void
qd_edge_scroll_attach (GtkScrolledWindow *scroller)
{
  GtkEventController *controller = gtk_drop_controller_motion_new ();
  EdgeScroll *self = g_new0 (EdgeScroll, 1);

  self->scroller = scroller;
  g_object_set_data_full (G_OBJECT (controller), "qd-edge-scroll", self,
                          (GDestroyNotify) edge_scroll_free);

  /* A drop is not a leave, and the pointer may rest where it was. */
  self->drag_signals = g_signal_group_new (GDK_TYPE_DRAG);
  g_signal_group_connect_swapped (self->drag_signals, "drop-performed",
                                  G_CALLBACK (on_drag_over), self);
  g_signal_group_connect_swapped (self->drag_signals, "cancel",
                                  G_CALLBACK (on_drag_over), self);

  g_signal_connect (controller, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect (controller, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (controller, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (scroller), controller);
}
