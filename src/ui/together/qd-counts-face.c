/* How a row of the table of boards is drawn.
 *
 *   Growth   ▬▬▬▬▬│▬──  54%   ▂▄▆ +25   3 ▬▬   8 ▬▬▬▬▬   1 ▬   4 ▬▬   ◷ 3
 *
 * The strips divide a cell among the objectives, and are as long as there are many
 * cards in it, so that teams can be compared. A sum has numbers only.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/qd-board-words.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-palette.h"
#include "widgets/qd-progress-line.h"
#include "widgets/qd-sign.h"

#include "qd-counts-face.h"
#include "qd-counts-paint.h"

/* In pixels. */
#define STRIP_HEIGHT 6
#define LEAST_STRIP 4
#define MARK_PADDING 6
#define MARK_HEIGHT 19
#define RING_WIDTH 2.0f
#define RING_RADIUS 6.0f
#define RING_INSET 1.0f
#define RING_REACH 8

#define DIM_ALPHA 0.72f
#define NONE_ALPHA 0.5f
#define TROUGH_ALPHA 0.16f
#define MARK_ALPHA 0.22f

/* One drawing. */
typedef struct
{
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  QdCountsTable *table;
  QdCountsLine *line;
  const QdCountsGeometry *geometry;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA none; /* of what is 0 */
} Drawing;

/* A sign at a place that has room for it. */
static void
draw_sign (const Drawing *self,
           int            x,
           const char    *sign,
           const GdkRGBA *rgba)
{
  const QdCountsPlace place = { x, QD_COUNTS_SIGN_SIZE };
  graphene_rect_t area;

  qd_counts_paint_area (self->widget, &place, QD_COUNTS_SIGN_SIZE, &area);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &area.origin);
  qd_sign_draw (self->widget, self->snapshot, sign, rgba, QD_COUNTS_SIGN_SIZE);
  gtk_snapshot_restore (self->snapshot);
}

/* The title, and after it whether the board is closed. */
static void
draw_title (const Drawing *self,
            QdBoard       *board)
{
  g_autofree char *title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (board)));
  QdCountsPlace place = self->geometry->team;
  int width;

  if (qd_board_get_closed (board) != QD_DAY_NONE)
    {
      place.width -= QD_COUNTS_SIGN_GAP + QD_COUNTS_SIGN_SIZE;
      width = qd_counts_paint_measure (self->widget, title, &qd_counts_text, NULL);
      if (place.width > 0)
        draw_sign (self, place.x + MIN (width, place.width) + QD_COUNTS_SIGN_GAP,
                   "health-closed", &self->dim);
    }
  qd_counts_paint_text (self->widget, self->snapshot, &place, title, &qd_counts_text,
                        &self->text);
}

static void
draw_board (const Drawing *self)
{
  QdBoard *board = qd_counts_line_get_board (self->line);
  QdCycle *cycle;

  if (board == NULL)
    {
      qd_counts_paint_text (self->widget, self->snapshot, &self->geometry->team,
                            _("All Boards"), &qd_counts_strong, &self->text);
      return;
    }

  draw_title (self, board);
  cycle = qd_board_get_cycle (board);
  if (cycle != NULL)
    qd_counts_paint_text (self->widget, self->snapshot, &self->geometry->cycle,
                          qd_entity_get_title (QD_ENTITY (cycle)), &qd_counts_small,
                          &self->dim);
}

static void
draw_progress (const Drawing *self)
{
  const QdBoardStanding *standing = qd_counts_line_get_standing (self->line);
  QdProgressLook look = { .progress = standing->progress,
                          .expected = standing->expected,
                          .trough = self->text,
                          .mark = self->text };
  g_autofree char *percent = NULL;
  graphene_rect_t area;

  if (isnan (standing->progress))
    return;

  look.trough.alpha *= TROUGH_ALPHA;
  percent = qd_number_format_percent (standing->progress);
  qd_counts_paint_number (self->widget, self->snapshot, &self->geometry->percent, percent,
                          &qd_counts_number, &self->text);
  if (self->geometry->bar.width == 0)
    return;

  qd_palette_lookup (self->widget, "role-in-progress", &look.colour);
  qd_palette_lookup (self->widget, "health-bad", &look.reverse);
  qd_counts_paint_area (self->widget, &self->geometry->bar, QD_PROGRESS_LINE_HEIGHT, &area);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &area.origin);
  qd_progress_line_draw (self->snapshot, &look, self->geometry->bar.width,
                         gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL);
  gtk_snapshot_restore (self->snapshot);
}

/* A sign, and the number that it is about at the end of the place. */
static void
draw_signed (const Drawing       *self,
             const QdCountsPlace *place,
             const char          *sign,
             const GdkRGBA       *rgba,
             const char          *number)
{
  const int width = qd_counts_paint_measure (self->widget, number, &qd_counts_number, NULL);

  draw_sign (self, place->x + place->width - width - QD_COUNTS_SIGN_GAP - QD_COUNTS_SIGN_SIZE,
             sign, rgba);
  qd_counts_paint_number (self->widget, self->snapshot, place, number, &qd_counts_number,
                          &self->text);
}

static void
draw_confidence (const Drawing *self)
{
  const QdBoardStanding *standing = qd_counts_line_get_standing (self->line);
  g_autofree char *net = NULL;

  if (!standing->has_net_confidence || self->geometry->net.width == 0)
    return;

  net = qd_board_words_net (standing->net_confidence);
  draw_signed (self, &self->geometry->net,
               qd_board_words_net_sign (standing->net_confidence), &self->dim, net);
}

static void
draw_due (const Drawing *self)
{
  const QdBoardStanding *standing = qd_counts_line_get_standing (self->line);
  g_autofree char *due = g_strdup_printf ("%u", standing->n_due);
  GdkRGBA rgba = self->dim;

  if (standing->n_due == 0 || self->geometry->due.width == 0)
    return;

  if (standing->n_outdated > 0)
    qd_palette_lookup (self->widget, "health-outdated", &rgba);
  draw_signed (self, &self->geometry->due, "health-outdated", &rgba, due);
}

/* Around the number of cards at risk, behind it. */
static void
draw_mark (const Drawing       *self,
           const QdCountsPlace *number,
           int                  width)
{
  const QdCountsPlace place = { number->x + number->width - width - MARK_PADDING,
                                width + 2 * MARK_PADDING };
  GskRoundedRect outline;
  graphene_rect_t area;
  GdkRGBA rgba;

  qd_palette_lookup (self->widget, "role-at-risk", &rgba);
  rgba.alpha *= MARK_ALPHA;
  qd_counts_paint_area (self->widget, &place, MARK_HEIGHT, &area);
  gsk_rounded_rect_init_from_rect (&outline, &area, MARK_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
  gtk_snapshot_append_color (self->snapshot, &rgba, &area);
  gtk_snapshot_pop (self->snapshot);
}

static void
draw_strip (const Drawing       *self,
            const QdCountsPlace *cell,
            const QdCountsCell  *counts)
{
  const guint most = qd_counts_table_get_most (self->table);
  const int before = self->geometry->number_width + self->geometry->strip_gap;
  QdCountsPlace place = { cell->x + before, cell->width - before };
  graphene_rect_t area;

  if (counts->n_segments == 0 || most == 0 || self->geometry->strip_gap == 0)
    return;

  place.width = MAX ((int) ((gint64) place.width * counts->n_shown / most), LEAST_STRIP);
  qd_counts_paint_area (self->widget, &place, STRIP_HEIGHT, &area);
  qd_distribution_draw (self->widget, self->snapshot, counts->segments, counts->n_segments,
                        &area);
}

static void
draw_cell (const Drawing *self,
           guint          nth)
{
  const QdColumnRole role = qd_counts_table_get_role (self->table, nth);
  const QdCountsCell *counts = qd_counts_line_get_cell (self->line, role);
  const QdCountsPlace *cell = &self->geometry->cells[nth];
  const QdCountsPlace number = { cell->x, self->geometry->number_width };
  const gboolean any = counts->known ? counts->n_shown > 0 : counts->n_cards > 0;
  const gboolean sum = qd_counts_line_get_board (self->line) == NULL;
  const gboolean marked = role == QD_COLUMN_AT_RISK && any && !sum;
  const QdTextStyle *style = sum || marked ? &qd_counts_strong : &qd_counts_number;
  g_autofree char *count = NULL;

  if (!counts->there)
    return;

  count = qd_counts_table_dup_count (self->table, counts);
  if (marked)
    draw_mark (self, &number, qd_counts_paint_measure (self->widget, count, style, NULL));
  qd_counts_paint_number (self->widget, self->snapshot, &number, count, style,
                          any ? &self->text : &self->none);
  draw_strip (self, cell, counts);
}

/**
 * qd_counts_face_snapshot:
 * @widget: the row
 * @snapshot: where to draw
 * @table: the table that it is part of
 * @line: what it says
 * @geometry: where everything is
 */
void
qd_counts_face_snapshot (GtkWidget              *widget,
                         GtkSnapshot            *snapshot,
                         QdCountsTable          *table,
                         QdCountsLine           *line,
                         const QdCountsGeometry *geometry)
{
  Drawing self = { .widget = widget, .snapshot = snapshot, .table = table, .line = line,
                   .geometry = geometry };

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (QD_IS_COUNTS_TABLE (table));
  g_return_if_fail (QD_IS_COUNTS_LINE (line));

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &self.text);
  self.dim = self.text;
  self.dim.alpha *= DIM_ALPHA;
  self.none = self.text;
  self.none.alpha *= NONE_ALPHA;

  draw_board (&self);
  draw_progress (&self);
  draw_confidence (&self);
  for (guint i = 0; i < qd_counts_table_get_n_roles (table); i++)
    draw_cell (&self, i);
  draw_due (&self);
}

/**
 * qd_counts_face_snapshot_ring:
 * @widget: the row, which has the focus
 * @snapshot: where to draw
 * @table: the table that it is part of
 * @geometry: where everything is
 *
 * Draws a ring around the cell that is looked at, or around the row.
 */
void
qd_counts_face_snapshot_ring (GtkWidget              *widget,
                              GtkSnapshot            *snapshot,
                              QdCountsTable          *table,
                              const QdCountsGeometry *geometry)
{
  const float widths[4] = { RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH };
  const int cell = qd_counts_table_get_cell (table);
  QdCountsPlace place = { 0, gtk_widget_get_width (widget) };
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GskRoundedRect outline;
  graphene_rect_t area;
  GdkRGBA rgba[4];

  if (cell != QD_COUNTS_WHOLE_ROW)
    place = (QdCountsPlace) { geometry->cells[cell].x - RING_REACH,
                              geometry->cells[cell].width + 2 * RING_REACH };

  gtk_style_context_get_color (context, &rgba[0]);
  gtk_style_context_lookup_color (context, "qd_focus", &rgba[0]);
  rgba[1] = rgba[2] = rgba[3] = rgba[0];

  qd_counts_paint_area (widget, &place, gtk_widget_get_height (widget), &area);
  graphene_rect_inset (&area, RING_INSET, RING_INSET);
  gsk_rounded_rect_init_from_rect (&outline, &area, RING_RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, widths, rgba);
}
