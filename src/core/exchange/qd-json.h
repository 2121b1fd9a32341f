#pragma once

#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdJson:
 *
 * A JSON text that is being written.
 */
typedef struct _QdJson QdJson;

QdJson *qd_json_new          (void);
void    qd_json_free         (QdJson     *self);
char   *qd_json_dup_text     (QdJson     *self);

void    qd_json_begin_object (QdJson     *self,
                              const char *key);
void    qd_json_end_object   (QdJson     *self);
void    qd_json_begin_array  (QdJson     *self,
                              const char *key);
void    qd_json_end_array    (QdJson     *self);

void    qd_json_add_text     (QdJson     *self,
                              const char *key,
                              const char *text);
void    qd_json_add_number   (QdJson     *self,
                              const char *key,
                              double      number);
void    qd_json_add_integer  (QdJson     *self,
                              const char *key,
                              gint64      integer);
void    qd_json_add_boolean  (QdJson     *self,
                              const char *key,
                              gboolean    boolean);
void    qd_json_add_id       (QdJson     *self,
                              const char *key,
                              QdId        id);
void    qd_json_add_day      (QdJson     *self,
                              const char *key,
                              QdDay       day);

char   *qd_json_dup_number   (double      number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdJson, qd_json_free)

G_END_DECLS
