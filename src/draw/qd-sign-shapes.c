/* The shapes of the signs, each of its own outline, as they differ by more than
 * their colour.
 *
 * They are not in the icon theme: to read a single icon from there, GTK would load a
 * library of several megabytes.
 */

#include "config.h"

#include <string.h>

#include "qd-sign-shapes.h"

/* How much is seen of what is only hinted at. */
#define FAINT 0.3

/* Outlines of points in absolute coordinates: "M" begins one, "L" is a line, "C" a
 * curve with two control points, "Z" closes. Where two overlap there is a hole. */
typedef struct
{
  const char *name;
  const char *outline;
  const char *faint; /* (nullable) */
} Shape;

static const Shape shapes[] = {
  { "health-pending",
    "M8 2 C4.69 2 2 4.69 2 8 C2 11.31 4.69 14 8 14 C11.31 14 14 11.31 "
    "14 8 C14 4.69 11.31 2 8 2 Z M8 4 C10.21 4 12 5.79 12 8 C12 10.21 "
    "10.21 12 8 12 C5.79 12 4 10.21 4 8 C4 5.79 5.79 4 8 4 Z",
    NULL },
  { "health-too-early",
    "M4 2 L12 2 L12 4 C12 5.8 10.8 7 9.4 8 C10.8 9 12 10.2 12 12 L12 14 "
    "L4 14 L4 12 C4 10.2 5.2 9 6.6 8 C5.2 7 4 5.8 4 4 Z",
    NULL },
  { "health-on-track",
    "M6 3 L13 3 L13 10 L11 10 L11 6.4 L4.4 13 L3 11.6 L9.6 5 L6 5 Z",
    NULL },
  { "health-behind",
    "M6 13 L13 13 L13 6 L11 6 L11 9.6 L4.4 3 L3 4.4 L9.6 11 L6 11 Z",
    NULL },
  { "health-at-risk",
    "M8 1.5 L15.2 14.5 L0.8 14.5 Z M7 6 L7 10.5 L9 10.5 L9 6 Z M7 11.5 "
    "L7 13.25 L9 13.25 L9 11.5 Z",
    NULL },
  { "health-complete",
    "M8 1 C4.13 1 1 4.13 1 8 C1 11.87 4.13 15 8 15 C11.87 15 15 11.87 "
    "15 8 C15 4.13 11.87 1 8 1 Z M11.6 4.8 L13 6.2 L7.2 12.1 L3.5 8.5 "
    "L4.9 7.1 L7.2 9.3 Z",
    NULL },
  { "health-outdated",
    "M8 1 C4.13 1 1 4.13 1 8 C1 11.87 4.13 15 8 15 C11.87 15 15 11.87 "
    "15 8 C15 4.13 11.87 1 8 1 Z M8 3 C10.76 3 13 5.24 13 8 C13 10.76 "
    "10.76 13 8 13 C5.24 13 3 10.76 3 8 C3 5.24 5.24 3 8 3 Z M7 4.5 L7 "
    "8.7 L10 11.3 L11.3 9.8 L9 7.8 L9 4.5 Z",
    NULL },
  { "health-closed",
    "M8 1 C5.79 1 4 2.79 4 5 L4 7 L3 7 L3 15 L13 15 L13 7 L12 7 L12 5 "
    "C12 2.79 10.21 1 8 1 Z M8 3 C9.1 3 10 3.9 10 5 L10 7 L6 7 L6 5 C6 "
    "3.9 6.9 3 8 3 Z",
    NULL },
  { "disagreement",
    "M2 5 L8.7 5 L10.4 1.6 L12.2 2.5 L10.95 5 L14 5 L14 7 L9.95 7 L8.95 "
    "9 L14 9 L14 11 L7.95 11 L6.25 14.4 L4.45 13.5 L5.7 11 L2 11 L2 9 "
    "L6.7 9 L7.7 7 L2 7 Z",
    NULL },
  { "blocker",
    "M8 1 C4.13 1 1 4.13 1 8 C1 11.87 4.13 15 8 15 C11.87 15 15 11.87 "
    "15 8 C15 4.13 11.87 1 8 1 Z M4 7 L12 7 L12 9 L4 9 Z",
    NULL },
  { "dependency",
    "M5 4 C2.79 4 1 5.79 1 8 C1 10.21 2.79 12 5 12 L7 12 L7 10 L5 10 "
    "C3.9 10 3 9.1 3 8 C3 6.9 3.9 6 5 6 L7 6 L7 4 Z M9 4 L9 6 L11 6 "
    "C12.1 6 13 6.9 13 8 C13 9.1 12.1 10 11 10 L9 10 L9 12 L11 12 "
    "C13.21 12 15 10.21 15 8 C15 5.79 13.21 4 11 4 Z M5.5 7 L5.5 9 "
    "L10.5 9 L10.5 7 Z",
    NULL },
  { "milestones",
    "M3 1 L11 1 L11 3 L4 3 L4 12 L12 12 L12 8 L14 8 L14 14 L2 14 L2 2 "
    "C2 1.45 2.45 1 3 1 Z M14 2.2 L15.4 3.6 L8.5 10.5 L5 7 L6.4 5.6 "
    "L8.5 7.7 Z",
    NULL },
  { "comments",
    "M3 2 L13 2 C14.1 2 15 2.9 15 4 L15 9 C15 10.1 14.1 11 13 11 L8 11 "
    "L4 15 L4 11 L3 11 C1.9 11 1 10.1 1 9 L1 4 C1 2.9 1.9 2 3 2 Z",
    NULL },
  { "confidence-low",
    "M2 10 L5 10 L5 14 L2 14 Z",
    "M6.5 6.5 L9.5 6.5 L9.5 14 L6.5 14 Z M11 3 L14 3 L14 14 L11 14 Z" },
  { "confidence-medium",
    "M2 10 L5 10 L5 14 L2 14 Z M6.5 6.5 L9.5 6.5 L9.5 14 L6.5 14 Z",
    "M11 3 L14 3 L14 14 L11 14 Z" },
  { "confidence-high",
    "M2 10 L5 10 L5 14 L2 14 Z M6.5 6.5 L9.5 6.5 L9.5 14 L6.5 14 Z M11 "
    "3 L14 3 L14 14 L11 14 Z",
    NULL },
  { "coach",
    "M8 1 C5.85 1 3.94 2.38 3.26 4.42 C2.58 6.46 3.28 8.71 5 10 L5 11.5 "
    "L11 11.5 L11 10 C12.72 8.71 13.42 6.46 12.74 4.42 C12.06 2.38 "
    "10.15 1 8 1 Z M5.5 13 L10.5 13 L10.5 14.5 L9.5 15.5 L6.5 15.5 L5.5 "
    "14.5 Z",
    NULL },
};

static double
read_number (const char **at)
{
  char *end;
  double number = g_ascii_strtod (*at, &end);

  *at = end;

  return number;
}

static void
trace (const char *outline,
       cairo_t    *cr)
{
  double points[6];
  const char *at = outline;

  while (*at != '\0')
    {
      const char command = *at++;
      const guint n = command == 'C' ? 6 : command == 'Z' || command == ' ' ? 0 : 2;

      for (guint i = 0; i < n; i++)
        points[i] = read_number (&at);

      if (command == 'M')
        cairo_move_to (cr, points[0], points[1]);
      else if (command == 'L')
        cairo_line_to (cr, points[0], points[1]);
      else if (command == 'C')
        cairo_curve_to (cr, points[0], points[1], points[2], points[3], points[4], points[5]);
      else if (command == 'Z')
        cairo_close_path (cr);
    }
}

/**
 * qd_sign_shapes_draw:
 * @name: the name of a sign
 * @cr: where to draw, in its colour, on a square of %QD_SIGN_UNITS
 *
 * Returns: whether there is such a sign
 */
gboolean
qd_sign_shapes_draw (const char *name,
                     cairo_t    *cr)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      if (strcmp (shapes[i].name, name) != 0)
        continue;

      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      trace (shapes[i].outline, cr);
      cairo_fill (cr);
      if (shapes[i].faint != NULL)
        {
          trace (shapes[i].faint, cr);
          cairo_clip (cr);
          cairo_paint_with_alpha (cr, FAINT);
          cairo_reset_clip (cr);
        }
      return TRUE;
    }

  return FALSE;
}
