/* Over which days the slider goes: the cycles of the boards, up to today. */

#include "config.h"

#include "qd-past-page-private.h"

/* Of boards without a cycle. */
#define DAYS_BACK 91

/**
 * qd_past_page_fit_span:
 *
 * From the first day of the first cycle to the last of the last, but not beyond today.
 */
void
qd_past_page_fit_span (QdPastPage *self)
{
  const QdDay today = qd_clock_today ();
  QdDay first = QD_DAY_NONE;
  QdDay last = QD_DAY_NONE;

  for (guint i = 0; i < self->ids->len; i++)
    {
      QdEntity *board = qd_store_lookup (self->store, g_array_index (self->ids, QdId, i));
      QdCycle *cycle = QD_IS_BOARD (board) ? qd_board_get_cycle (QD_BOARD (board)) : NULL;

      if (cycle == NULL || qd_cycle_get_first_day (cycle) == QD_DAY_NONE)
        continue;
      if (first == QD_DAY_NONE || qd_cycle_get_first_day (cycle) < first)
        first = qd_cycle_get_first_day (cycle);
      last = MAX (last, qd_cycle_get_last_day (cycle));
    }

  last = last != QD_DAY_NONE ? MIN (last, today) : today;
  if (first == QD_DAY_NONE || first >= last)
    first = last - DAYS_BACK;
  qd_past_slider_set_span (self->slider, first, last);
}
