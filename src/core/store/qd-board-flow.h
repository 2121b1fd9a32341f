#pragma once

#include <gio/gio.h>

#include "method/qd-streak.h"
#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdFlowCard:
 * @id: of the card
 * @title: its title, as a line
 * @column: the title of the column that it stands in, likewise; wherever that is
 */
typedef struct
{
  QdId id;
  char *title;
  char *column;
} QdFlowCard;

/**
 * QdBoardFlow:
 * @board: of which board
 * @title: its title, as a line
 * @cycle: (nullable): the title of its cycle, likewise
 * @first_day: of its cycle, or %QD_DAY_NONE
 * @last_day: of its cycle, or %QD_DAY_NONE
 * @today: the day for which it was read
 * @cadence: days from one check-in to the next
 * @flow: how cards went over it
 * @streak: how it keeps up with its check-ins
 * @cards: (element-type QdId QdFlowCard): all cards that are or were on it
 *
 * How a board goes. Plain values, which nobody keeps up to date: read again when the
 * store says that something changed.
 */
typedef struct
{
  QdId board;
  char *title;
  char *cycle;
  QdDay first_day;
  QdDay last_day;
  QdDay today;
  guint cadence;
  QdFlow *flow;
  QdStreak *streak;
  GHashTable *cards;
} QdBoardFlow;

QdBoardFlow      *qd_board_flow_read      (QdStore            *store,
                                           QdId                board,
                                           QdDay               today,
                                           GError            **error);
QdBoardFlow      *qd_board_flow_read_file (const char         *path,
                                           QdId                board,
                                           QdDay               today,
                                           GCancellable       *cancellable,
                                           GError            **error);
void              qd_board_flow_free      (QdBoardFlow        *self);
const QdFlowCard *qd_board_flow_find_card (const QdBoardFlow  *self,
                                           QdId                card);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdBoardFlow, qd_board_flow_free)

G_END_DECLS
