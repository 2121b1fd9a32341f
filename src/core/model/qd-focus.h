#pragma once

#include "qd-objective.h"

G_BEGIN_DECLS

/**
 * QdFocus:
 * @n: how many there are
 * @limit: how many there should be at most, by the method's advice
 * @is_full: whether one more is beyond that
 *
 * Whether something has room for one more. It is advice: more may be made.
 */
typedef struct
{
  guint n;
  guint limit;
  gboolean is_full;
} QdFocus;

void qd_focus_of_board     (QdBoard      *board,
                            QdFocus      *focus);
void qd_focus_of_objective (QdObjective  *objective,
                            QdFocus      *focus);

G_END_DECLS
