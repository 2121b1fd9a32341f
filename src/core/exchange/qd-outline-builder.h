#pragma once

#include "qd-outline-label.h"
#include "qd-outline-private.h"

G_BEGIN_DECLS

typedef struct _QdOutlineBuilder QdOutlineBuilder;

QdOutlineBuilder *qd_outline_builder_new              (const char        *fallback_team);
void              qd_outline_builder_free             (QdOutlineBuilder  *self);
QdOutline        *qd_outline_builder_finish           (QdOutlineBuilder  *self);

QdOutline        *qd_outline_builder_get_outline      (QdOutlineBuilder  *self);
gboolean          qd_outline_builder_has_team         (QdOutlineBuilder  *self);
gboolean          qd_outline_builder_has_objective    (QdOutlineBuilder  *self);
gboolean          qd_outline_builder_has_key_result   (QdOutlineBuilder  *self);

void              qd_outline_builder_set_fallback     (QdOutlineBuilder  *self,
                                                       const char        *team);
void              qd_outline_builder_begin_team       (QdOutlineBuilder  *self,
                                                       guint              line,
                                                       const char        *title);
void              qd_outline_builder_end_team         (QdOutlineBuilder  *self);
void              qd_outline_builder_begin_objective  (QdOutlineBuilder  *self,
                                                       guint              line,
                                                       const char        *title);
void              qd_outline_builder_begin_key_result (QdOutlineBuilder  *self,
                                                       guint              line,
                                                       const char        *title,
                                                       gboolean           done);

void              qd_outline_builder_add_team_text    (QdOutlineBuilder  *self,
                                                       guint              line,
                                                       const char        *text,
                                                       gboolean           is_item);
void              qd_outline_builder_add_why          (QdOutlineBuilder  *self,
                                                       guint              line,
                                                       const char        *text);
void              qd_outline_builder_add_description  (QdOutlineBuilder  *self,
                                                       const char        *text);
void              qd_outline_builder_add_field        (QdOutlineBuilder  *self,
                                                       guint              line,
                                                       QdOutlineLabel     label,
                                                       const char        *value,
                                                       const char        *text);
gboolean          qd_outline_builder_set_commitment   (QdOutlineBuilder  *self,
                                                       const char        *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdOutlineBuilder, qd_outline_builder_free)

G_END_DECLS
