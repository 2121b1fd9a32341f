/* What a change of a window costs, in frames of its own, and what a full redraw
 * of the same window costs.
 *
 * Rounds of four frames: the change, one between, the changed window drawn again,
 * and what leads back. The change and the redraw cost the processor time of the
 * interface's thread from the call to the end of the frame: nobody waits for what
 * other threads clear away meanwhile. GTK compares what it draws with the frame before
 * and paints the difference alone; the frame between is a little transparent, so
 * that all of the next one is a difference.
 */

#include "config.h"

#include "figures.h"
#include "redraws.h"

/* The first frames after a window came up still settle. */
#define SETTLING_ROUNDS 3

typedef enum
{
  FRAME_CHANGE,
  FRAME_BETWEEN,
  FRAME_REDRAW,
  FRAME_RESTORE,
  N_FRAMES
} Frame;

typedef struct
{
  GtkWidget *window;
  guint n_rounds;
  RedrawsSubject subject;
  guint n_frames;
  double cpu;
  GArray *redraws;
  GArray *changes;
} Redraws;

/* GTK keeps what it can of the last frame: here, nothing. */
static void
queue_all (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    queue_all (child);
}

static void on_after_paint (GdkFrameClock *clock,
                            Redraws       *self);

static void
finish (Redraws       *self,
        GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, self);
  self->subject.done (self->redraws, self->changes, self->subject.data);
  g_array_unref (self->redraws);
  g_array_unref (self->changes);
  g_free (self);
}

static void
on_after_paint (GdkFrameClock *clock,
                Redraws       *self)
{
  const double spent = figures_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - self->cpu;
  const Frame ended = self->n_frames % N_FRAMES;
  const Frame next = ++self->n_frames % N_FRAMES;
  const guint round = self->n_frames / N_FRAMES;
  const gboolean settled = round >= SETTLING_ROUNDS;

  if (settled)
    {
      if (ended == FRAME_CHANGE)
        g_array_append_val (self->changes, spent);
      else if (ended == FRAME_REDRAW)
        g_array_append_val (self->redraws, spent);
    }
  if (self->redraws->len == self->n_rounds)
    {
      finish (self, clock);
      return;
    }

  self->cpu = figures_cpu_ms (CLOCK_THREAD_CPUTIME_ID);
  gtk_widget_set_opacity (gtk_window_get_child (GTK_WINDOW (self->window)),
                          next == FRAME_BETWEEN ? 0.9 : 1.0);
  if (next == FRAME_CHANGE && settled && self->subject.change != NULL)
    self->subject.change (round - SETTLING_ROUNDS, self->subject.data);
  else
    queue_all (self->window);
  if (next == FRAME_RESTORE && settled && self->subject.restore != NULL)
    self->subject.restore (self->subject.data);
}

/**
 * redraws_measure:
 * @window: a window that shows
 * @n_rounds: how many figures of each kind to take, at least 1
 * @subject: (transfer none): what to measure; copied
 *
 * Begins with the next frame. The first change is the first of its kind in this
 * window, and the first in the figures.
 */
void
redraws_measure (GtkWidget            *window,
                 guint                 n_rounds,
                 const RedrawsSubject *subject)
{
  Redraws *self = g_new0 (Redraws, 1);

  self->window = window;
  self->n_rounds = n_rounds;
  self->subject = *subject;
  self->redraws = figures_new ();
  self->changes = figures_new ();
  self->cpu = figures_cpu_ms (CLOCK_THREAD_CPUTIME_ID);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint), self);
  queue_all (window);
}
