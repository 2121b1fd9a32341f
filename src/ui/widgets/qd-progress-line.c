/* Progress as a line, with a tick where it is expected to be.
 *
 * The line itself ends at 0 % and 100 %. What goes beyond reaches out of it by a
 * few pixels: behind a gap at the end where it is more than the target, before
 * the start where it went the other way. The figure itself stands beside it.
 * Cards draw the same line with qd_progress_line_draw().
 */

#include "config.h"

#include <math.h>

#include "qd-palette.h"
#include "qd-progress-line.h"

#define HEIGHT QD_PROGRESS_LINE_HEIGHT
#define REACH QD_PROGRESS_LINE_REACH

/* The gap before what is beyond 100 %, and how far it lies from the end. */
#define GAP 2
#define GAP_INSET 6

#define TICK_WIDTH 2
#define TICK_REACH 2

#define TROUGH_ALPHA 0.16f

struct _QdProgressLine
{
  GtkWidget parent_instance;

  double progress;
  double expected;
  const char *css_class; /* interned */
};

G_DEFINE_FINAL_TYPE (QdProgressLine, qd_progress_line, GTK_TYPE_WIDGET)

static graphene_rect_t
place (int      x,
       int      width,
       int      total,
       gboolean rtl)
{
  return GRAPHENE_RECT_INIT ((float) (rtl ? total - x - width : x), 0.0f,
                             (float) width, (float) HEIGHT);
}

static void
fill (GtkSnapshot           *snapshot,
      const GdkRGBA         *rgba,
      const graphene_rect_t *area)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area,
                                   MIN (area->size.width, area->size.height) / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, rgba, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_done (GtkSnapshot          *snapshot,
           const QdProgressLook *look,
           int                   width,
           gboolean              rtl)
{
  graphene_rect_t area;
  int done;

  if (isnan (look->progress))
    return;

  if (look->progress < 0.0)
    {
      area = place (-REACH - GAP, REACH + GAP, width, rtl);
      fill (snapshot, &look->reverse, &area);
      return;
    }

  if (look->progress > 1.0 && width > 3 * GAP_INSET)
    {
      area = place (0, width - GAP_INSET - GAP, width, rtl);
      fill (snapshot, &look->colour, &area);
      area = place (width - GAP_INSET, GAP_INSET + REACH, width, rtl);
      fill (snapshot, &look->colour, &area);
      return;
    }

  done = (int) round (MIN (look->progress, 1.0) * width);
  if (done == 0)
    return;

  area = place (0, MAX (done, HEIGHT), width, rtl);
  fill (snapshot, &look->colour, &area);
}

static void
draw_tick (GtkSnapshot          *snapshot,
           const QdProgressLook *look,
           int                   width,
           gboolean              rtl)
{
  graphene_rect_t area;

  if (isnan (look->expected))
    return;

  area = place ((int) round (CLAMP (look->expected, 0.0, 1.0) * (width - TICK_WIDTH)),
                TICK_WIDTH, width, rtl);
  graphene_rect_inset (&area, 0.0f, -TICK_REACH);
  gtk_snapshot_append_color (snapshot, &look->mark, &area);
}

static void
qd_progress_line_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT + 2 * TICK_REACH : 4 * HEIGHT;
  *natural = *minimum;
}

static void
qd_progress_line_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  QdProgressLine *self = QD_PROGRESS_LINE (widget);
  QdProgressLook look = { .progress = self->progress, .expected = self->expected };

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &look.mark);
  look.trough = look.mark;
  look.trough.alpha *= TROUGH_ALPHA;
  qd_palette_lookup (widget, self->css_class, &look.colour);
  qd_palette_lookup (widget, "health-bad", &look.reverse);

  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (0.0f,
                                                (float) ((gtk_widget_get_height (widget) -
                                                          HEIGHT) / 2)));
  qd_progress_line_draw (snapshot, &look, gtk_widget_get_width (widget),
                         gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
}

static void
qd_progress_line_class_init (QdProgressLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = qd_progress_line_measure;
  widget_class->snapshot = qd_progress_line_snapshot;

  gtk_widget_class_set_css_name (widget_class, "progressline");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
qd_progress_line_init (QdProgressLine *self)
{
  self->progress = NAN;
  self->expected = NAN;
  self->css_class = "role-in-progress";
}

/**
 * qd_progress_line_set:
 * @self: a line
 * @progress: raw progress, 1.0 being 100 %, or NAN
 * @expected: expected progress, likewise
 * @css_class: the class that stands for its colour
 */
void
qd_progress_line_set (QdProgressLine *self,
                      double          progress,
                      double          expected,
                      const char     *css_class)
{
  g_return_if_fail (QD_IS_PROGRESS_LINE (self));
  g_return_if_fail (css_class != NULL);

  self->progress = progress;
  self->expected = expected;
  self->css_class = g_intern_string (css_class);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qd_progress_line_draw:
 * @snapshot: where to draw, at the origin
 * @look: what to draw
 * @width: from 0 % to 100 %, in pixels
 * @rtl: whether it begins at the right
 *
 * Draws a line of %QD_PROGRESS_LINE_HEIGHT. Its marks reach out of it by
 * %QD_PROGRESS_LINE_REACH, and by two pixels more before its start.
 */
void
qd_progress_line_draw (GtkSnapshot          *snapshot,
                       const QdProgressLook *look,
                       int                   width,
                       gboolean              rtl)
{
  graphene_rect_t area;

  g_return_if_fail (snapshot != NULL);
  g_return_if_fail (look != NULL);

  if (width < HEIGHT)
    return;

  area = place (0, width, width, rtl);
  if (isnan (look->progress) || look->progress <= 1.0)
    fill (snapshot, &look->trough, &area);
  draw_done (snapshot, look, width, rtl);
  draw_tick (snapshot, look, width, rtl);
}
