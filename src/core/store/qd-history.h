#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdHistoryEntry:
 * @at: when, in milliseconds since the Unix epoch, by the author's clock
 * @author: who
 * @sentence: what, as a translated sentence in the past ("Moved “Raise NPS” to
 *   At Risk")
 * @made: the check-in or comment that was made by it, or %QD_ID_NONE
 *
 * One transaction as people tell it.
 */
typedef struct
{
  gint64 at;
  char *author;
  char *sentence;
  QdId made;
} QdHistoryEntry;

void       qd_history_entry_free (QdHistoryEntry *self);

GPtrArray *qd_history_of         (QdStore   *store,
                                  QdId       id,
                                  guint      limit,
                                  GError   **error);
QdBoard   *qd_history_board_at   (QdStore   *store,
                                  QdId       board,
                                  gint64     instant,
                                  GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdHistoryEntry, qd_history_entry_free)

G_END_DECLS
