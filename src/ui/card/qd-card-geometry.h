#pragma once

#include "widgets/qd-card-state.h"

G_BEGIN_DECLS

/* Lengths in pixels. */
#define QD_CARD_TEXT_X 12
#define QD_CARD_SPACING 6

/**
 * QdCardContents:
 *
 * What there is to show of a card: its objective, figures, their line of progress,
 * a sparkline, signs at the foot, its owner. Of a compact card there are no more than
 * progress and signs, and how wide these are.
 */
typedef struct
{
  gboolean compact;
  gboolean objective;
  gboolean metric;
  gboolean progress;
  gboolean sparkline;
  gboolean signs;
  gboolean owner;
  int signs_width;
} QdCardContents;

/**
 * QdCardGeometry:
 * @width: of the whole
 * @text_width: from %QD_CARD_TEXT_X to the end
 * @line_height: of a line of small text
 * @title_y: top of the title; the objective is above it, if any
 * @metric_y: top of the figures, or of what follows the title
 * @metric_end: where the figures end
 * @bar_y: top of the line of progress
 * @bar_width: its width
 * @foot_x: where the signs begin
 * @foot_y: top of the foot
 * @foot_height: of the foot, 0 where there is none
 * @foot_end: where the signs end
 * @badge_size: width and height of the badge of an owner, at the end of the foot
 * @height: of the whole
 *
 * Where things are on a left-to-right card, in pixels.
 */
typedef struct
{
  int width;
  int text_width;
  int line_height;
  int title_y;
  int metric_y;
  int metric_end;
  int bar_y;
  int bar_width;
  int foot_x;
  int foot_y;
  int foot_height;
  int foot_end;
  int badge_size;
  int height;
} QdCardGeometry;

void     qd_card_geometry_get_contents    (QdCard               *card,
                                           const QdCardState    *state,
                                           gboolean              compact,
                                           QdCardContents       *contents);
gboolean qd_card_geometry_has_metric_line (const QdCardContents *contents);
void     qd_card_geometry_lay_out         (const QdCardContents *contents,
                                           int                   width,
                                           int                   line_height,
                                           int                   title_height,
                                           QdCardGeometry       *geometry);

G_END_DECLS
