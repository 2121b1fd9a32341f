#pragma once

#include "store/qd-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_FOUND_THING (qd_found_thing_get_type ())
G_DECLARE_FINAL_TYPE (QdFoundThing, qd_found_thing, QD, FOUND_THING, GObject)

QdFoundThing  *qd_found_thing_new            (const QdHit  *hit,
                                              QdStore      *store);
QdId           qd_found_thing_get_id         (QdFoundThing *self);
QdId           qd_found_thing_get_card       (QdFoundThing *self);
QdId           qd_found_thing_get_board      (QdFoundThing *self);
gboolean       qd_found_thing_is_archived    (QdFoundThing *self);
gboolean       qd_found_thing_is_title_found (QdFoundThing *self);
const char    *qd_found_thing_get_title      (QdFoundThing *self);
const char    *qd_found_thing_get_text       (QdFoundThing *self);
PangoAttrList *qd_found_thing_get_marks      (QdFoundThing *self);
const char    *qd_found_thing_get_place      (QdFoundThing *self);
char          *qd_found_thing_dup_name       (QdFoundThing *self);

G_END_DECLS
