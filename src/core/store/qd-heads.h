#pragma once

#include "qd-log.h"

G_BEGIN_DECLS

/**
 * QdHeads:
 *
 * The last entry of each stream that somebody has seen.
 */
typedef struct _QdHeads QdHeads;

QdHeads  *qd_heads_new  (void);
QdHeads  *qd_heads_copy (QdHeads        *self);
void      qd_heads_free (QdHeads        *self);
void      qd_heads_note (QdHeads        *self,
                         gint64          rid,
                         gint64          head,
                         const QdHash   *hash,
                         const QdEntry  *entry);
gboolean  qd_heads_look (QdHeads        *self,
                         QdDb           *db,
                         GArray         *changes,
                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdHeads, qd_heads_free)

G_END_DECLS
