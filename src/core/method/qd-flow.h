#pragma once

#include "qd-terms.h"

G_BEGIN_DECLS

/* The #QdStay.until of a stay that is not over. */
#define QD_STAY_STILL G_MAXINT64

/* So many roles a column can have. */
#define QD_N_COLUMN_ROLES (QD_COLUMN_COMPLETE + 1)

/**
 * QdStay:
 * @card: which card, by its id
 * @column: in which column, by its id
 * @role: of the column during the stay
 * @from: the instant at which the card came, in milliseconds since the Unix epoch
 * @until: the instant at which it left, likewise, or %QD_STAY_STILL
 *
 * A card that was in sight in a column, and the column had one role, without a break.
 */
typedef struct
{
  gint64 card;
  gint64 column;
  QdColumnRole role;
  gint64 from;
  gint64 until;
} QdStay;

/**
 * QdFlowAge:
 * @card: a card that is on the board now
 * @column: where it stands
 * @role: of that column
 * @days: for how many days it has
 */
typedef struct
{
  gint64 card;
  gint64 column;
  QdColumnRole role;
  guint days;
} QdFlowAge;

/**
 * QdFlowFigures:
 * @n: how many spells there are; without any, there are no other figures
 * @median: the spell in the middle, in days; between two of them, the mean
 * @longest: the longest one, in days
 * @card: whose that is
 */
typedef struct
{
  guint n;
  double median;
  guint longest;
  gint64 card;
} QdFlowFigures;

/**
 * QdFlowDay:
 * @day: a day
 * @counts: how many cards stood in columns of each #QdColumnRole at its end
 */
typedef struct
{
  QdDay day;
  guint counts[QD_N_COLUMN_ROLES];
} QdFlowDay;

/**
 * QdFlow:
 * @ages: (element-type QdFlowAge): of the cards that are there, the longest first
 * @waited: how long cards were in Not Started before they left it first
 * @waiting: how long those are that did not yet
 * @recovered: how long cards were at risk that recovered
 * @at_risk: how long those are that are at risk now
 * @days: (element-type QdFlowDay): the board day by day, without a gap
 *
 * How cards go over a board. All spells are in calendar days.
 */
typedef struct
{
  GArray *ages;
  QdFlowFigures waited;
  QdFlowFigures waiting;
  QdFlowFigures recovered;
  QdFlowFigures at_risk;
  GArray *days;
} QdFlow;

QdFlow *qd_flow_new  (const QdStay *stays,
                      gsize         n_stays,
                      QdDay         first_day,
                      QdDay         last_day,
                      QdDay         today);
void    qd_flow_free (QdFlow       *self);

gboolean qd_stay_covers (const QdStay *self,
                         QdDay         day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFlow, qd_flow_free)

G_END_DECLS
