/* Puts work off until what there is has been drawn, so that a person sees
 * something at once.
 *
 * An idle alone will not do: GTK draws at a lower priority than it handles events,
 * and waits for the screen before it does, so that an idle comes first.
 */

#include "config.h"

#include "qd-after-frame.h"

static gboolean
on_idle (gpointer data)
{
  QdAfterFrame *self = data;

  self->source_id = 0;
  self->callback (self->widget);

  return G_SOURCE_REMOVE;
}

/* The frame is about to be drawn, before anything else of the main loop. */
static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  QdAfterFrame *self = data;

  self->tick_id = 0;
  self->source_id = g_idle_add_full (self->priority, on_idle, self, NULL);

  return G_SOURCE_REMOVE;
}

/**
 * qd_after_frame_queue:
 * @self: what is kept meanwhile, in the instance of @widget
 * @widget: what has to be drawn before
 * @priority: of the work, among what else is to be done by then
 * @callback: (scope async): the work
 *
 * Does the work once, after the next frame of @widget, unless that is asked for
 * already.
 */
void
qd_after_frame_queue (QdAfterFrame     *self,
                      GtkWidget        *widget,
                      int               priority,
                      QdAfterFrameFunc  callback)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (callback != NULL);

  if (self->tick_id != 0 || self->source_id != 0)
    return;

  self->widget = widget;
  self->callback = callback;
  self->priority = priority;
  self->tick_id = gtk_widget_add_tick_callback (widget, on_tick, self, NULL);
}

/**
 * qd_after_frame_cancel:
 * @self: what may be queued
 *
 * The work is not done; to be called before the widget goes, too.
 */
void
qd_after_frame_cancel (QdAfterFrame *self)
{
  g_return_if_fail (self != NULL);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick_id);
  self->tick_id = 0;
  g_clear_handle_id (&self->source_id, g_source_remove);
}
