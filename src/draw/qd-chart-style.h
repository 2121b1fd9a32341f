#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * QdColour:
 * @red: from 0.0 to 1.0, as the others
 * @green: likewise
 * @blue: likewise
 * @alpha: 0.0 is nothing to be seen
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} QdColour;

/**
 * QdChartLook:
 *
 * The ready-made styles; paper takes the light one.
 */
typedef enum
{
  QD_CHART_LOOK_LIGHT,
  QD_CHART_LOOK_DARK,
  QD_CHART_LOOK_CONTRAST_LIGHT,
  QD_CHART_LOOK_CONTRAST_DARK,
} QdChartLook;

#define QD_N_CHART_LOOKS 4

/**
 * QdChartStyle:
 * @foreground: of figures
 * @faint: of the words beside them, of dates and of what is expected; the grid is
 *   a breath of it
 * @line: of the values
 * @good: of the range that is allowed, and of a forecast that lands
 * @warn: of a forecast that does not
 * @bad: of values outside the range that is allowed
 * @background: what is painted first; nothing where its alpha is 0
 * @line_width: of the line of the values, in pixels
 * @family: family of the font, or several, separated by commas; not copied
 * @size: of the font, in points
 * @rtl: whether one writes from right to left; time runs to the right all the same
 */
typedef struct
{
  QdColour foreground;
  QdColour faint;
  QdColour line;
  QdColour good;
  QdColour warn;
  QdColour bad;
  QdColour background;
  double line_width;
  const char *family;
  double size;
  gboolean rtl;
} QdChartStyle;

void qd_chart_style_init (QdChartStyle   *style,
                          QdChartLook     look);
void qd_colour_set       (const QdColour *colour,
                          double          share,
                          cairo_t        *cr);

G_END_DECLS
