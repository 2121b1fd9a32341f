#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

/**
 * QdFreeze:
 *
 * Closed boards as they were in the end, to be kept outside of the file.
 */
typedef struct _QdFreeze QdFreeze;

QdFreeze *qd_freeze_read         (QdStore         *store,
                                  GPtrArray       *boards,
                                  gboolean         names,
                                  GError         **error);
void      qd_freeze_free         (QdFreeze        *self);

char     *qd_freeze_dup_markdown (const QdFreeze  *self);
char     *qd_freeze_dup_json     (const QdFreeze  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFreeze, qd_freeze_free)

G_END_DECLS
