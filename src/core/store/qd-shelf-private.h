#pragma once

#include "qd-shelf.h"

G_BEGIN_DECLS

/* For core/store only. */

/**
 * QdWaiting:
 * @kind: %QD_ENTITY_OBJECTIVE or %QD_ENTITY_CARD
 * @id: which one
 * @board: where it stood
 * @closed: whether that is closed
 * @at_home: whether it is open and in sight, so that it can go back there
 * @shelved: whether it was put on the shelf; else its closed board says that it waits
 *
 * Something that waits, and where it stood.
 */
typedef struct
{
  QdEntityKind kind;
  QdId id;
  QdId board;
  gboolean closed;
  gboolean at_home;
  gboolean shelved;
} QdWaiting;

gboolean  qd_shelf_find      (QdStore    *store,
                              QdId        id,
                              QdWaiting  *waiting,
                              GError    **error);
GArray   *qd_shelf_list_with (QdStore    *store,
                              QdId        objective,
                              GError    **error);

G_END_DECLS
