#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "model/qd-types.h"

G_BEGIN_DECLS

/* For core/store only. */

typedef struct _QdCheckinLink QdCheckinLink;

/**
 * QdCheckinLink:
 * @id: of the check-in
 * @corrects: the one that it stands in for, or %QD_ID_NONE
 * @created: when it was written
 * @day: (nullable): of which day it tells
 * @alive: whether it is in sight
 * @origin: the first of those that correct each other, which may be itself
 * @said: of an @origin, what counts of all that correct each other, or %NULL
 * @corrected: whether one in sight stands in for it
 *
 * What decides whether a check-in counts and where it comes. Structs that begin with
 * one can be put in order.
 */
struct _QdCheckinLink
{
  QdId id;
  QdId corrects;
  gint64 created;
  char *day;
  gboolean alive;
  QdCheckinLink *origin;
  QdCheckinLink *said;
  gboolean corrected;
};

/* The first columns of a row that a link is read from. */
#define QD_CHECKIN_LINK_COLUMNS \
  "id, coalesce(supersedes, 0), coalesce(created, 0), day," \
  " coalesce(deleted, 0)=0 AND coalesce(archived, 0)=0"
#define QD_CHECKIN_LINK_N_COLUMNS 5

void     qd_checkin_link_read    (QdCheckinLink       *self,
                                  sqlite3_stmt        *row);
void     qd_checkin_link_clear   (QdCheckinLink       *self);
gboolean qd_checkin_link_counts  (const QdCheckinLink *self);
void     qd_checkin_order        (GPtrArray           *links);

int      qd_checkin_read_confidence
                                 (sqlite3_stmt        *row,
                                  int                  column);

G_END_DECLS
