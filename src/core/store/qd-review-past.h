#pragma once

#include "qd-db.h"
#include "qd-field.h"

G_BEGIN_DECLS

/* For core/store only. */

/**
 * QdPast:
 *
 * What of a board was another way at some instant.
 */
typedef struct _QdPast QdPast;

/**
 * QdPastCell:
 * @stamp: of the last change
 * @at: when that was, in milliseconds since the Unix epoch by the author's clock
 * @author: (nullable): whose it was
 * @was: what the cell held at the instant; null also where it was never written by then
 *
 * A cell that was written since. Its author belongs to the #QdPast.
 */
typedef struct
{
  gint64 stamp;
  gint64 at;
  const char *author;
  QdValue was;
} QdPastCell;

QdPast           *qd_past_read       (QdDb          *db,
                                      QdId           board,
                                      gint64         since,
                                      GError       **error);
void              qd_past_free       (QdPast        *self);
gboolean          qd_past_add_checkin
                                     (QdPast        *self,
                                      QdId           id,
                                      GError       **error);
gint64            qd_past_get_stamp  (const QdPast  *self);
GArray           *qd_past_get_things (const QdPast  *self,
                                      QdEntityKind   kind);
const QdPastCell *qd_past_find       (const QdPast  *self,
                                      QdId           id,
                                      int            field);
const QdPastCell *qd_past_find_teller
                                     (QdPast        *self,
                                      QdId           checkin);
gboolean          qd_past_get        (const QdPast  *self,
                                      QdId           id,
                                      int            field,
                                      QdValue       *value,
                                      GError       **error);
gboolean          qd_past_was_there  (const QdPast  *self,
                                      QdId           id,
                                      QdEntityKind   kind,
                                      gboolean      *there,
                                      GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPast, qd_past_free)

G_END_DECLS
