#pragma once

#include "qd-checkin-order.h"
#include "qd-db.h"

G_BEGIN_DECLS

/* For core/store only. */

/**
 * QdTrackPoint:
 * @day: of which day a check-in tells
 * @value: what the metric was, or NAN
 * @confidence: from 0 to 10, or %QD_CONFIDENCE_NONE
 */
typedef struct
{
  QdDay day;
  double value;
  int confidence;
} QdTrackPoint;

/**
 * QdTrackFunc:
 * @card: a card
 * @points: (array length=n_points): its check-ins that count, in their order
 * @n_points: how many, at least one
 * @user_data: as given
 *
 * Takes up what was said of a card.
 */
typedef void (* QdTrackFunc) (QdId                card,
                              const QdTrackPoint *points,
                              guint               n_points,
                              gpointer            user_data);

/* What a row of a check-in has to begin with; cards must come one after the other. */
#define QD_TRACK_COLUMNS QD_CHECKIN_LINK_COLUMNS ", card, value, confidence"

/* The boards of the team ?1, or all where that is 0, and those that they continue: a team
 * may have had another name then. What a board was closed with is a matter of the past
 * also where it has been put away since. */
#define QD_TRACK_BOARDS \
  "WITH RECURSIVE boards(id) AS (SELECT id FROM board WHERE ?1=0 OR team=?1" \
  " UNION SELECT before.continues FROM boards JOIN board AS before ON before.id=boards.id" \
  "  WHERE coalesce(before.continues,0)<>0)"

/* The graded key results of those of them that are closed. */
#define QD_TRACK_GRADED \
  " FROM boards JOIN board ON board.id=boards.id" \
  " JOIN \"column\" AS place ON place.parent=board.id" \
  " JOIN card ON card.parent=place.id" \
  " LEFT JOIN cycle ON cycle.id=board.parent" \
  " LEFT JOIN objective ON objective.id=card.objective" \
  " WHERE coalesce(board.closed,'')<>'' AND coalesce(board.deleted,0)=0" \
  "  AND coalesce(place.deleted,0)=0 AND coalesce(place.archived,0)<>1" \
  "  AND coalesce(card.deleted,0)=0 AND coalesce(card.archived,0)<>1" \
  "  AND card.kind=0 AND card.grade BETWEEN 0.0 AND 1.0"

gboolean qd_track_collect (QdDb          *db,
                           sqlite3_stmt  *row,
                           QdTrackFunc    take,
                           gpointer       user_data,
                           GError       **error);

G_END_DECLS
