#pragma once

#include "qd-entry.h"
#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdParcel:
 * @space: the unit of sharing it belongs to
 * @device: who wrote it
 * @seq: its number in the stream of that device
 * @previous: hash of the entry before
 * @payload: its bytes
 *
 * One entry of the log on its way from one copy to another.
 */
typedef struct
{
  gint64 space;
  gint64 device;
  gint64 seq;
  QdHash previous;
  char *payload;
} QdParcel;

void       qd_parcel_free (QdParcel   *self);

gboolean   qd_ingest      (QdStore    *store,
                           GPtrArray  *parcels,
                           GError    **error);
GPtrArray *qd_ingest_list (QdStore    *store,
                           GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdParcel, qd_parcel_free)

G_END_DECLS
