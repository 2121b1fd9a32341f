/* Plays the quarter: the days go by, all of them in ten seconds; where nothing is to
 * move on the screen, week by week in the same time.
 */

#include "config.h"

#include "qd-past-page-private.h"

#define DURATION 10.0 /* seconds */
#define WEEK 7

static double
get_span (QdPastPage *self)
{
  return MAX (qd_past_slider_get_last (self->slider) - qd_past_slider_get_first (self->slider),
              1);
}

static gboolean
has_ended (QdPastPage *self)
{
  return qd_past_slider_get_day (self->slider) >= qd_past_slider_get_last (self->slider);
}

static void
forget (QdPastPage *self)
{
  self->play_id = 0;
  g_object_notify (G_OBJECT (self), "playing");
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       unused)
{
  QdPastPage *self = QD_PAST_PAGE (widget);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds;

  if (self->play_start == 0)
    self->play_start = now;
  seconds = (double) (now - self->play_start) / G_USEC_PER_SEC;
  qd_past_slider_set_day (self->slider,
                          self->play_first + (QdDay) (get_span (self) * seconds / DURATION));
  if (!has_ended (self))
    return G_SOURCE_CONTINUE;

  forget (self);

  return G_SOURCE_REMOVE;
}

static gboolean
on_week (gpointer user_data)
{
  QdPastPage *self = user_data;

  g_assert (QD_IS_PAST_PAGE (self));

  qd_past_slider_set_day (self->slider, qd_past_slider_get_day (self->slider) + WEEK);
  if (!has_ended (self))
    return G_SOURCE_CONTINUE;

  forget (self);

  return G_SOURCE_REMOVE;
}

/* From the day that shows, or from the first where that is the last. */
void
qd_past_page_play (QdPastPage *self)
{
  gboolean animate = TRUE;

  if (self->play_id != 0)
    return;

  if (has_ended (self))
    qd_past_slider_set_day (self->slider, qd_past_slider_get_first (self->slider));
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-enable-animations", &animate, NULL);
  self->play_first = qd_past_slider_get_day (self->slider);
  self->play_start = 0;
  self->play_ticks = animate;
  if (animate)
    self->play_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  else
    self->play_id = g_timeout_add ((guint) (1000 * DURATION * WEEK / get_span (self)), on_week,
                                   self);
  g_object_notify (G_OBJECT (self), "playing");
}

void
qd_past_page_stop (QdPastPage *self)
{
  if (self->play_id == 0)
    return;

  if (self->play_ticks)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->play_id);
  else
    g_source_remove (self->play_id);
  forget (self);
}
