#pragma once

#include <glib-object.h>

#include "store/qd-learning.h"

G_BEGIN_DECLS

#define QD_TYPE_LEARNED_THING (qd_learned_thing_get_type ())
G_DECLARE_FINAL_TYPE (QdLearnedThing, qd_learned_thing, QD, LEARNED_THING, GObject)

QdLearnedThing *qd_learned_thing_new       (const QdLearning *learning);
QdId            qd_learned_thing_get_card  (QdLearnedThing   *self);
QdId            qd_learned_thing_get_board (QdLearnedThing   *self);
const char     *qd_learned_thing_get_text  (QdLearnedThing   *self);
const char     *qd_learned_thing_get_place (QdLearnedThing   *self);
gboolean        qd_learned_thing_has       (QdLearnedThing   *self,
                                            const char * const *words);
gboolean        qd_learned_thing_equal     (QdLearnedThing   *self,
                                            QdLearnedThing   *other);

G_END_DECLS
