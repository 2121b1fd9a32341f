#pragma once

#include "qd-edit.h"

G_BEGIN_DECLS

/* What people do with the shelf, "not this quarter", each as one transaction and so one
 * undo step; as qd-edit.h.
 */

/**
 * QdSwap:
 * @waits: the objective or key result that waits for another cycle, so that there is
 *   room for a new one
 * @reason: (nullable): why
 *
 * What goes to the shelf when something new comes.
 */
typedef struct
{
  QdId waits;
  const char *reason;
} QdSwap;

gboolean qd_edit_shelve          (QdStore              *store,
                                  QdEntityKind          kind,
                                  QdId                  id,
                                  const char           *reason,
                                  GError              **error);
QdId     qd_edit_take_from_shelf (QdStore              *store,
                                  QdEntityKind          kind,
                                  QdId                  id,
                                  QdId                  board,
                                  GError              **error);
QdId     qd_edit_swap_objective  (QdStore              *store,
                                  QdId                  board,
                                  const QdObjectiveDraft *draft,
                                  const QdSwap         *swap,
                                  GError              **error);

G_END_DECLS
