#pragma once

#include "qd-ordered-list.h"

G_BEGIN_DECLS

/* For core/store and core/model only. */

QdOrderedList *qd_ordered_list_new    (GType          item_type);
void           qd_ordered_list_insert (QdOrderedList *self,
                                       QdEntity      *entity);
gboolean       qd_ordered_list_remove (QdOrderedList *self,
                                       QdEntity      *entity);
void           qd_ordered_list_move   (QdOrderedList *self,
                                       QdEntity      *entity,
                                       const char    *rank);
void           qd_ordered_list_load   (QdOrderedList *self,
                                       GPtrArray     *entities);

G_END_DECLS
