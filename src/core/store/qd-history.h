#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdHistoryEntry:
 * @at: when, in milliseconds since the Unix epoch, by the author's clock
 * @author: who
 * @sentence: what, as a translated sentence in the past ("Moved “Raise NPS” to
 *   At Risk")
 * @made: the check-in or comment that was made by it, or %QD_ID_NONE, as for an
 *   import, which makes many
 * @moved_to: (nullable): the title of the column to which it took the card whose
 *   history it is
 *
 * One transaction as people tell it.
 */
typedef struct
{
  gint64 at;
  char *author;
  char *sentence;
  QdId made;
  char *moved_to;
} QdHistoryEntry;

/**
 * QdMaker:
 * @id: of a check-in or comment
 * @at: when it was made, in milliseconds since the Unix epoch, by the author's clock
 * @author: (nullable): who made it
 *
 * Who made something.
 */
typedef struct
{
  QdId id;
  gint64 at;
  char *author;
} QdMaker;

void        qd_history_entry_free  (QdHistoryEntry *self);

GPtrArray  *qd_history_of          (QdStore   *store,
                                    QdId       id,
                                    guint      limit,
                                    GError   **error);
GHashTable *qd_history_read_makers (QdStore   *store,
                                    QdId       card,
                                    GError   **error);
gint64      qd_history_get_mark    (QdStore   *store,
                                    QdId       id);
QdBoard    *qd_history_board_at    (QdStore   *store,
                                    QdId       board,
                                    gint64     instant,
                                    GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdHistoryEntry, qd_history_entry_free)

G_END_DECLS
