/* What drawings look like where nobody says otherwise.
 *
 * The hues are those of style.css: the blue of what is in progress, the green of
 * what is complete, the orange of what is at risk. Where text is written in one,
 * it is dark or light enough to be read.
 */

#include "config.h"

#include "qd-chart-style.h"

#define PART(rgb, shift) (((rgb) >> (shift) & 0xff) / 255.0)
#define RGB(rgb) { PART (rgb, 16), PART (rgb, 8), PART (rgb, 0), 1.0 }
#define NOTHING { 0.0, 0.0, 0.0, 0.0 }

#define FAMILY "Cantarell, sans-serif"

/* A caption in GNOME, in points. */
#define SIZE 9.0

static const QdChartStyle STYLES[QD_N_CHART_LOOKS] = {
  [QD_CHART_LOOK_LIGHT] = {
    .foreground = RGB (0x2e3436),
    .faint = RGB (0x67696b),
    .line = RGB (0x3584e4),
    .good = RGB (0x1b7c44),
    .warn = RGB (0xb3420a),
    .bad = RGB (0xc01c28),
    .background = NOTHING,
    .line_width = 2.0,
    .family = FAMILY,
    .size = SIZE,
  },
  [QD_CHART_LOOK_DARK] = {
    .foreground = RGB (0xf2f2f1),
    .faint = RGB (0xa9adb0),
    .line = RGB (0x62a0ea),
    .good = RGB (0x4fc883),
    .warn = RGB (0xff8f4a),
    .bad = RGB (0xff8078),
    .background = NOTHING,
    .line_width = 2.0,
    .family = FAMILY,
    .size = SIZE,
  },
  [QD_CHART_LOOK_CONTRAST_LIGHT] = {
    .foreground = RGB (0x000000),
    .faint = RGB (0x2e3436),
    .line = RGB (0x0b3f8a),
    .good = RGB (0x0b4a26),
    .warn = RGB (0x7a2b04),
    .bad = RGB (0x8a0f19),
    .background = NOTHING,
    .line_width = 3.0,
    .family = FAMILY,
    .size = SIZE,
  },
  [QD_CHART_LOOK_CONTRAST_DARK] = {
    .foreground = RGB (0xffffff),
    .faint = RGB (0xe1e3e4),
    .line = RGB (0x99c1f1),
    .good = RGB (0x8ff0a4),
    .warn = RGB (0xffbe6f),
    .bad = RGB (0xffb0a8),
    .background = NOTHING,
    .line_width = 3.0,
    .family = FAMILY,
    .size = SIZE,
  },
};

/**
 * qd_chart_style_init:
 * @style: (out caller-allocates): what is to be set
 * @look: which of the ready-made ones
 *
 * Sets all of a style; the caller changes what it knows better, such as the
 * font.
 */
void
qd_chart_style_init (QdChartStyle *style,
                     QdChartLook   look)
{
  g_return_if_fail (style != NULL);
  g_return_if_fail ((guint) look < QD_N_CHART_LOOKS);

  *style = STYLES[look];
}

/**
 * qd_colour_set:
 * @colour: a colour
 * @share: so much of its alpha, from 0.0 to 1.0
 * @cr: what is painted with it from now on
 */
void
qd_colour_set (const QdColour *colour,
               double          share,
               cairo_t        *cr)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue,
                         colour->alpha * share);
}
