/* Rectangles and lines: who is in whose way.
 *
 * Plain geometry; what the rectangles are is the business of the layout.
 */

#include "config.h"

#include "qd-chart-place.h"

/* Noise of the arithmetic, in pixels. */
#define TOLERANCE 0.01

/* After so many times everybody stands well enough. */
#define ROUNDS 24

/* One of the four sides cuts a line from @enter to @leave, as shares of it. */
static gboolean
cut (double  direction,
     double  distance,
     double *enter,
     double *leave)
{
  const double at = direction == 0.0 ? 0.0 : distance / direction;

  if (direction == 0.0)
    return distance >= 0.0;

  if (direction < 0.0)
    *enter = MAX (*enter, at);
  else
    *leave = MIN (*leave, at);

  return *enter <= *leave;
}

/**
 * qd_chart_rect_overlaps:
 * @self: a rectangle
 * @other: another one
 *
 * Returns: whether the two have an area in common
 */
gboolean
qd_chart_rect_overlaps (const QdChartRect *self,
                        const QdChartRect *other)
{
  return self->x + self->width > other->x + TOLERANCE &&
         other->x + other->width > self->x + TOLERANCE &&
         self->y + self->height > other->y + TOLERANCE &&
         other->y + other->height > self->y + TOLERANCE;
}

/**
 * qd_chart_rect_contains:
 * @self: a rectangle
 * @other: another one
 *
 * Returns: whether the other one is all inside
 */
gboolean
qd_chart_rect_contains (const QdChartRect *self,
                        const QdChartRect *other)
{
  return other->x >= self->x - TOLERANCE &&
         other->y >= self->y - TOLERANCE &&
         other->x + other->width <= self->x + self->width + TOLERANCE &&
         other->y + other->height <= self->y + self->height + TOLERANCE;
}

/**
 * qd_chart_rect_crossed:
 * @self: a rectangle
 * @from: one end of a line
 * @to: the other end
 *
 * Returns: whether any of the line is inside
 */
gboolean
qd_chart_rect_crossed (const QdChartRect  *self,
                       const QdChartPlace *from,
                       const QdChartPlace *to)
{
  const double dx = to->x - from->x;
  const double dy = to->y - from->y;
  double enter = 0.0;
  double leave = 1.0;

  return cut (-dx, from->x - self->x, &enter, &leave) &&
         cut (dx, self->x + self->width - from->x, &enter, &leave) &&
         cut (-dy, from->y - self->y, &enter, &leave) &&
         cut (dy, self->y + self->height - from->y, &enter, &leave);
}

/**
 * qd_chart_rect_push:
 * @self: a rectangle
 * @into: a larger one
 *
 * Moves it so little as needed to be inside, and to the top left corner where it
 * is too large.
 */
void
qd_chart_rect_push (QdChartRect       *self,
                    const QdChartRect *into)
{
  self->x = MAX (MIN (self->x, into->x + into->width - self->width), into->x);
  self->y = MAX (MIN (self->y, into->y + into->height - self->height), into->y);
}

/**
 * qd_chart_spans_settle:
 * @spans: (array length=n_spans): by what they want; all of them together no
 *   longer than the whole
 * @n_spans: how many there are
 * @start: where the whole begins
 * @end: where it ends
 *
 * Sets where each begins: as near as may be to where it wants to, without any
 * two overlapping. Those that are in each other's way give way by halves.
 */
void
qd_chart_spans_settle (QdChartSpan *spans,
                       guint        n_spans,
                       double       start,
                       double       end)
{
  for (guint i = 0; i < n_spans; i++)
    spans[i].start = CLAMP (spans[i].wanted, start, MAX (start, end - spans[i].extent));

  for (guint round = 0; round < ROUNDS; round++)
    {
      for (guint i = 1; i < n_spans; i++)
        {
          const double lack = spans[i - 1].start + spans[i - 1].extent - spans[i].start;

          if (lack <= 0.0)
            continue;

          spans[i - 1].start = MAX (spans[i - 1].start - lack / 2.0, start);
          spans[i].start = MIN (spans[i].start + lack / 2.0, end - spans[i].extent);
        }
    }

  /* What the rounds left over goes down, and what is then too low goes up. */
  for (guint i = 1; i < n_spans; i++)
    spans[i].start = MAX (spans[i].start, spans[i - 1].start + spans[i - 1].extent);

  for (guint i = n_spans; i > 0; i--)
    {
      const double limit = i < n_spans ? spans[i].start : end;

      spans[i - 1].start = MIN (spans[i - 1].start, limit - spans[i - 1].extent);
    }
}
