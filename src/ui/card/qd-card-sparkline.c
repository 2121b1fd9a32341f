/* How the values of a card moved, in a corner of its face. */

#include "config.h"

#include <math.h>

#include "qd-sparkline.h"

#include "qd-card-sparkline.h"

/* Fewer values are no line, and more are too fine for it. */
#define MIN_VALUES 3
#define MAX_VALUES 13

#define WIDTH QD_CARD_SPARKLINE_WIDTH
#define HEIGHT QD_CARD_SPARKLINE_HEIGHT

/* The latest values, the last of them at the end. */
static guint
get_values (const QdCardState *state,
            double            *values)
{
  const QdFacts *facts = &state->facts;
  guint n = 0;

  for (gsize i = facts->n_readings; i > 0 && n < MAX_VALUES; i--)
    if (!isnan (facts->readings[i - 1].value))
      values[MAX_VALUES - ++n] = facts->readings[i - 1].value;

  memmove (values, values + MAX_VALUES - n, n * sizeof (double));

  return n;
}

/**
 * qd_card_sparkline_is_there:
 * @state: the state of a card
 *
 * Returns: whether the card has values enough for a line
 */
gboolean
qd_card_sparkline_is_there (const QdCardState *state)
{
  double values[MAX_VALUES];

  g_return_val_if_fail (state != NULL, FALSE);

  return get_values (state, values) >= MIN_VALUES;
}

/**
 * qd_card_sparkline_draw:
 * @state: the state of a card
 * @snapshot: where to draw, at the origin
 * @rgba: colour of the line
 *
 * Time runs to the right, wherever one begins to read.
 */
void
qd_card_sparkline_draw (const QdCardState *state,
                        GtkSnapshot       *snapshot,
                        const GdkRGBA     *rgba)
{
  double values[MAX_VALUES];
  QdChartStyle style;
  cairo_t *cr;
  guint n;

  g_return_if_fail (state != NULL);
  g_return_if_fail (snapshot != NULL);
  g_return_if_fail (rgba != NULL);

  n = get_values (state, values);
  qd_chart_style_init (&style, QD_CHART_LOOK_LIGHT);
  style.line = (QdColour) { (double) rgba->red, (double) rgba->green,
                            (double) rgba->blue, (double) rgba->alpha };

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0.0f, 0.0f, WIDTH, HEIGHT));
  qd_sparkline_draw (values, n, NAN, &style, cr, WIDTH, HEIGHT);
  cairo_destroy (cr);
}
