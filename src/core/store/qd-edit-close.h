#pragma once

#include "qd-transaction.h"

G_BEGIN_DECLS

/* What people do at the end of a cycle, each as one transaction and so one undo step; as
 * qd-edit.h. What was learned, and why something shall wait, are texts:
 * qd_edit_set_text() with %QD_FIELD_CARD_LEARNING and %QD_FIELD_CARD_SHELF_REASON.
 */

/**
 * QdNextPlan:
 * @cycle: an existing cycle, or %QD_ID_NONE for a new one
 * @cycle_title: (nullable): name of a new one
 * @first_day: its first day
 * @last_day: its last day, inclusive
 * @cards: (array length=n_cards) (nullable): the key results to carry over; %NULL for
 *   those that were decided to be
 * @n_cards: how many
 * @from_shelf: (array length=n_from_shelf) (nullable): objectives and key results that
 *   wait on the shelf and shall go on there
 * @n_from_shelf: how many
 *
 * What the board of the next cycle shall begin with.
 */
typedef struct
{
  QdId cycle;
  const char *cycle_title;
  QdDay first_day;
  QdDay last_day;
  const QdId *cards;
  guint n_cards;
  const QdId *from_shelf;
  guint n_from_shelf;
} QdNextPlan;

gboolean qd_edit_set_grade     (QdStore           *store,
                                QdId               card,
                                double             grade,
                                const char        *reason,
                                GError           **error);
gboolean qd_edit_set_decision  (QdStore           *store,
                                QdId               card,
                                QdDecision         decision,
                                GError           **error);
gboolean qd_edit_accept_grades (QdStore           *store,
                                QdId               board,
                                QdDay              today,
                                GError           **error);
gboolean qd_edit_close_board   (QdStore           *store,
                                QdId               board,
                                QdDay              day,
                                GError           **error);
gboolean qd_edit_reopen_board  (QdStore           *store,
                                QdId               board,
                                GError           **error);
QdId     qd_edit_plan_next     (QdStore           *store,
                                QdId               board,
                                const QdNextPlan  *plan,
                                GError           **error);

G_END_DECLS
