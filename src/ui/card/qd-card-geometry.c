/* What is on the face of a card, and where.
 *
 * Pure sums: neither text nor colour is known here.
 */

#include "config.h"

#include <math.h>

#include "widgets/qd-card-text.h"
#include "widgets/qd-progress-line.h"

#include "qd-card-foot.h"
#include "qd-card-geometry.h"
#include "qd-card-sparkline.h"

/* In pixels. */
#define METRIC_GAP 1
#define BAR_GAP 3
#define FOOT_GAP 3
#define MIN_BADGE_SIZE 18

/* The foot, in which the figures are where they have no line of their own. */
static void
lay_out_foot (const QdCardContents *contents,
              QdCardGeometry       *geometry)
{
  const gboolean metric = contents->metric && !qd_card_geometry_has_metric_line (contents);

  geometry->foot_y = geometry->height + FOOT_GAP;
  geometry->foot_height = 0;
  geometry->foot_end = geometry->width;
  if (metric || contents->signs)
    geometry->foot_height = geometry->line_height;
  if (contents->owner)
    {
      geometry->badge_size = MAX (geometry->line_height, MIN_BADGE_SIZE);
      geometry->foot_height = geometry->badge_size;
      geometry->foot_end -= geometry->badge_size + QD_CARD_SPACING;
    }

  if (geometry->foot_height > 0)
    geometry->height = geometry->foot_y + geometry->foot_height;
  if (metric)
    {
      geometry->metric_y = geometry->foot_y +
                           (geometry->foot_height - geometry->line_height) / 2;
      geometry->metric_end = geometry->foot_end;
    }
}

/* The line of progress, and the signs at its end. */
static void
lay_out_compact (const QdCardContents *contents,
                 QdCardGeometry       *geometry)
{
  const int top = geometry->height + BAR_GAP;
  int height = contents->progress ? QD_PROGRESS_LINE_HEIGHT : 0;

  if (contents->signs)
    {
      height = QD_CARD_SIGN_SIZE;
      geometry->foot_x = geometry->width - contents->signs_width;
      geometry->foot_y = top;
      geometry->foot_height = height;
      geometry->bar_width -= contents->signs_width + QD_CARD_SPACING + QD_PROGRESS_LINE_REACH;
    }

  geometry->foot_end = geometry->width;
  geometry->bar_y = top + (height - QD_PROGRESS_LINE_HEIGHT) / 2;
  if (height > 0)
    geometry->height = top + height;
}

/**
 * qd_card_geometry_get_contents:
 * @card: a card
 * @state: its state
 * @compact: whether only to show how it stands
 * @contents: (out caller-allocates): what there is to show
 */
void
qd_card_geometry_get_contents (QdCard            *card,
                               const QdCardState *state,
                               gboolean           compact,
                               QdCardContents    *contents)
{
  g_return_if_fail (QD_IS_CARD (card));
  g_return_if_fail (state != NULL);
  g_return_if_fail (contents != NULL);

  *contents = (QdCardContents) {
    .compact = compact,
    .progress = !isnan (qd_card_state_get_progress (state)),
    .signs = qd_card_foot_is_needed (state, compact),
    .signs_width = qd_card_foot_measure_signs (state, compact),
  };
  if (compact)
    return;

  contents->objective = qd_card_get_objective (card) != NULL;
  contents->metric = qd_card_text_has_metric (card);
  contents->sparkline = qd_card_sparkline_is_there (state);
  contents->owner = qd_card_get_owner (card) != NULL;
}

/**
 * qd_card_geometry_has_metric_line:
 * @contents: what there is to show
 *
 * Returns: whether the figures have a line of their own, with the percent at its
 *   end; else they are at the foot
 */
gboolean
qd_card_geometry_has_metric_line (const QdCardContents *contents)
{
  g_return_val_if_fail (contents != NULL, FALSE);

  return contents->metric && (contents->progress || contents->signs);
}

/**
 * qd_card_geometry_lay_out:
 * @contents: what there is to show
 * @width: of the card, in pixels
 * @line_height: of a line of small text, in pixels
 * @title_height: of the title, in pixels
 * @geometry: (out caller-allocates): where it is
 *
 * What there is not takes no room.
 */
void
qd_card_geometry_lay_out (const QdCardContents *contents,
                          int                   width,
                          int                   line_height,
                          int                   title_height,
                          QdCardGeometry       *geometry)
{
  g_return_if_fail (contents != NULL);
  g_return_if_fail (geometry != NULL);

  *geometry = (QdCardGeometry) {
    .width = width,
    .text_width = MAX (width - QD_CARD_TEXT_X, 1),
    .line_height = line_height,
    .metric_end = width,
    .foot_x = QD_CARD_TEXT_X,
  };
  geometry->bar_width = geometry->text_width;

  if (contents->compact)
    {
      geometry->height = title_height;
      lay_out_compact (contents, geometry);
      return;
    }

  if (contents->objective)
    geometry->height += line_height;

  geometry->title_y = geometry->height;
  geometry->height += title_height;

  geometry->metric_y = geometry->height + METRIC_GAP;
  if (qd_card_geometry_has_metric_line (contents))
    geometry->height = geometry->metric_y + line_height;

  geometry->bar_y = geometry->height + BAR_GAP;
  if (contents->progress)
    {
      geometry->height = geometry->bar_y + QD_PROGRESS_LINE_HEIGHT;
      /* Beside the line where there is no objective. */
      if (contents->sparkline && !contents->objective)
        {
          geometry->height += (QD_CARD_SPARKLINE_HEIGHT - QD_PROGRESS_LINE_HEIGHT) / 2;
          geometry->bar_width -= QD_CARD_SPARKLINE_WIDTH + QD_CARD_SPACING +
                                 QD_PROGRESS_LINE_REACH;
        }
    }

  lay_out_foot (contents, geometry);
}
