#pragma once

#include <gtk/gtk.h>

#include "store/qd-edit.h"

G_BEGIN_DECLS

/**
 * QdReorderFunc:
 * @child: a child of the box
 *
 * Returns: (transfer none) (nullable): what it stands for; %NULL where it takes
 *   no part in the order
 */
typedef QdEntity *(*QdReorderFunc) (GtkWidget *child);

/**
 * QdReorderMoveFunc:
 * @dragged: (type QdEntity): what was dropped
 * @side: %QD_SIDE_BEFORE or %QD_SIDE_AFTER
 * @neighbour: (type QdEntity): what it was dropped beside
 * @user_data: as for qd_reorder_attach()
 * @error: return location
 *
 * Returns: whether it stands there now
 */
typedef gboolean (*QdReorderMoveFunc) (QdEntity  *dragged,
                                       QdSide     side,
                                       QdEntity  *neighbour,
                                       gpointer   user_data,
                                       GError   **error);

gboolean  qd_reorder_in_store (QdEntity           *dragged,
                               QdSide              side,
                               QdEntity           *neighbour,
                               gpointer            store,
                               GError            **error);
void      qd_reorder_attach   (GtkWidget          *box,
                               GType               type,
                               QdReorderFunc       get_entity,
                               gboolean            takes_others,
                               QdReorderMoveFunc   move,
                               gpointer            user_data);

G_END_DECLS
