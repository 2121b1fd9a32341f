#pragma once

#include "qd-entity.h"

G_BEGIN_DECLS

#define QD_TYPE_ORDERED_LIST (qd_ordered_list_get_type ())
G_DECLARE_FINAL_TYPE (QdOrderedList, qd_ordered_list, QD, ORDERED_LIST, GObject)

guint     qd_ordered_list_get_length (QdOrderedList *self);
gpointer  qd_ordered_list_peek       (QdOrderedList *self,
                                      guint          position);
gboolean  qd_ordered_list_find       (QdOrderedList *self,
                                      QdEntity      *entity,
                                      guint         *position);

G_END_DECLS
