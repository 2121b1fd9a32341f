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

void  qd_reorder_attach  (GtkWidget     *box,
                          QdStore       *store,
                          GType          type,
                          QdReorderFunc  get_entity);

G_END_DECLS
