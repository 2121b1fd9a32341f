#pragma once

#include "store/qd-search.h"

G_BEGIN_DECLS

#define QD_TYPE_ARCHIVED_THING (qd_archived_thing_get_type ())
G_DECLARE_FINAL_TYPE (QdArchivedThing, qd_archived_thing, QD, ARCHIVED_THING, GObject)

QdArchivedThing *qd_archived_thing_new       (const QdHit     *hit,
                                              QdStore         *store);
QdId             qd_archived_thing_get_id    (QdArchivedThing *self);
QdEntityKind     qd_archived_thing_get_kind  (QdArchivedThing *self);
const char      *qd_archived_thing_get_title (QdArchivedThing *self);
const char      *qd_archived_thing_get_place (QdArchivedThing *self);
gboolean         qd_archived_thing_equal     (QdArchivedThing *self,
                                              QdArchivedThing *other);

G_END_DECLS
