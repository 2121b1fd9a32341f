/* How a line of the review is drawn, and how high it is.
 *
 *   Growth · Mara · today                         What Changed  14
 *   “Raise NPS” moved from Not Started to At Risk
 *   No check-in since 3 weeks
 *
 * A list measures hundreds of rows before it shows twenty of them, so a row is no tree
 * of labels. Texts are wrapped.
 */

#include "config.h"

#include "qd-review-face.h"
#include "widgets/qd-text-cache.h"

/* In pixels. */
#define HEADING_MARGIN 12
#define GROUP_MARGIN 3
#define COUNT_SPACING 9
#define LEAST_WIDTH 48

/* Nothing that is told is that long. */
#define MAX_LINES 24

#define DIM_ALPHA 0.55f
#define GROUP_ALPHA 0.85f
#define REASON_ALPHA 0.75f

/* Texts one below the other: measured, or drawn where there is a snapshot. */
typedef struct
{
  GtkWidget *widget;
  GtkSnapshot *snapshot; /* (nullable) */
  GdkRGBA rgba;
  int x;
  int y;
  int width;
} Column;

static const QdTextStyle text_style = { .scale = 1.0, .max_lines = MAX_LINES };
static const QdTextStyle small_style = { .scale = PANGO_SCALE_SMALL, .max_lines = MAX_LINES };
static const QdTextStyle heading_style = { .scale = 1.0, .max_lines = MAX_LINES,
                                           .weight = PANGO_WEIGHT_BOLD };
static const QdTextStyle group_style = { .scale = PANGO_SCALE_SMALL, .max_lines = MAX_LINES,
                                         .weight = PANGO_WEIGHT_BOLD };
static const QdTextStyle count_style = { .scale = 1.0, .max_lines = 1, .tabular = TRUE };

static void
draw (const Column *self,
      PangoLayout  *layout,
      int           x,
      float         alpha)
{
  GdkRGBA rgba = self->rgba;

  if (self->snapshot == NULL)
    return;

  rgba.alpha *= alpha;
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) self->y));
  gtk_snapshot_append_layout (self->snapshot, layout, &rgba);
  gtk_snapshot_restore (self->snapshot);
}

static void
add_text (Column            *self,
          const char        *text,
          const QdTextStyle *style,
          float              alpha)
{
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (*text == '\0')
    return;

  layout = qd_text_cache_get (self->widget, text, style, self->width);
  pango_layout_get_pixel_size (layout, NULL, &height);
  draw (self, layout, self->x, alpha);
  self->y += height;
}

/* The number stands right behind the words, on the line of the first. */
static void
add_heading (Column       *self,
             QdReviewLine *line)
{
  const gboolean minor = qd_review_line_is_minor (line);
  const gboolean rtl = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (PangoLayout) count = qd_text_cache_get (self->widget,
                                                     qd_review_line_get_count (line),
                                                     minor ? &small_style : &count_style, -1);
  g_autoptr (PangoLayout) text = NULL;
  int count_width, room, width, height, x;

  self->y += minor ? GROUP_MARGIN : HEADING_MARGIN;
  pango_layout_get_pixel_size (count, &count_width, NULL);
  room = MAX (LEAST_WIDTH, self->width - count_width - COUNT_SPACING);
  text = qd_text_cache_get (self->widget, qd_review_line_get_text (line),
                            minor ? &group_style : &heading_style, room);
  pango_layout_get_pixel_size (text, &width, &height);
  x = width + COUNT_SPACING;
  draw (self, text, rtl ? self->x + self->width - room : self->x, minor ? GROUP_ALPHA : 1.0f);
  draw (self, count, rtl ? self->x + self->width - x - count_width : self->x + x, DIM_ALPHA);
  self->y += height;
}

static void
add_line (Column       *self,
          QdReviewLine *line)
{
  if (qd_review_line_is_heading (line))
    {
      add_heading (self, line);
      return;
    }

  add_text (self, qd_review_line_get_place (line), &small_style, DIM_ALPHA);
  add_text (self, qd_review_line_get_text (line), &text_style, 1.0f);
  add_text (self, qd_review_line_get_reason (line), &text_style, REASON_ALPHA);
}

/**
 * qd_review_face_measure:
 * @widget: where it shows
 * @line: what to tell
 * @width: how wide it may be, in pixels
 *
 * Returns: how high it is
 */
int
qd_review_face_measure (GtkWidget    *widget,
                        QdReviewLine *line,
                        int           width)
{
  Column column = { .widget = widget, .width = MAX (width, LEAST_WIDTH) };

  g_return_val_if_fail (QD_IS_REVIEW_LINE (line), 0);

  add_line (&column, line);

  return column.y;
}

/**
 * qd_review_face_measure_label:
 * @widget: where it shows
 * @label: what stands on a button
 *
 * Returns: how wide the words on the button are
 */
int
qd_review_face_measure_label (GtkWidget  *widget,
                              const char *label)
{
  g_autoptr (PangoLayout) layout = qd_text_cache_get (widget, label, &count_style, -1);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/**
 * qd_review_face_snapshot:
 * @widget: where it shows
 * @snapshot: where to draw
 * @line: what to tell
 * @x: where it begins on the widget, on the left
 * @width: how wide it may be
 */
void
qd_review_face_snapshot (GtkWidget    *widget,
                         GtkSnapshot  *snapshot,
                         QdReviewLine *line,
                         int           x,
                         int           width)
{
  Column column = { .widget = widget, .snapshot = snapshot, .x = x,
                    .width = MAX (width, LEAST_WIDTH) };

  g_return_if_fail (QD_IS_REVIEW_LINE (line));

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &column.rgba);
  add_line (&column, line);
}
