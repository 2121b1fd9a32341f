#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdDueItem:
 * @board: where it is
 * @key_result: whose check-in is due
 * @due: since when
 * @outdated: whether the grace is over, too
 *
 * A check-in that somebody owes.
 */
typedef struct
{
  QdBoard *board;
  QdKeyResult *key_result;
  QdDay due;
  gboolean outdated;
} QdDueItem;

void       qd_due_item_free (QdDueItem   *self);

GPtrArray *qd_due_read      (QdStore     *store,
                             const char  *owner,
                             QdId         board,
                             QdDay        today,
                             GError     **error);
QdDay      qd_due_find_next (QdStore     *store,
                             const char  *owner,
                             QdId         board,
                             QdDay        today,
                             GError     **error);
gboolean   qd_due_is_owned  (QdCard      *card,
                             const char  *owner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdDueItem, qd_due_item_free)

G_END_DECLS
