#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdShelved:
 * @kind: %QD_ENTITY_OBJECTIVE or %QD_ENTITY_CARD
 * @id: which one
 * @title: its title
 * @reason: why it waits, or ""
 * @since: since when, in milliseconds since the Unix epoch by the author's clock
 * @author: who put it there, or ""
 * @board: the board that it stood on
 * @board_title: its title
 * @at_home: whether that board is in sight and open, so that it can go back there
 * @objective: of a key result, the title of its objective, or ""
 * @key_results: (element-type utf8): of an objective, the titles of the key results that
 *   wait with it; empty for a key result
 *
 * Something that waits.
 */
typedef struct
{
  QdEntityKind kind;
  QdId id;
  char *title;
  char *reason;
  gint64 since;
  char *author;
  QdId board;
  char *board_title;
  gboolean at_home;
  char *objective;
  GPtrArray *key_results;
} QdShelved;

GPtrArray *qd_shelf_read   (QdStore    *store,
                            GError    **error);
gboolean   qd_shelf_count  (QdStore    *store,
                            guint      *n,
                            GError    **error);
void       qd_shelved_free (QdShelved  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdShelved, qd_shelved_free)

G_END_DECLS
