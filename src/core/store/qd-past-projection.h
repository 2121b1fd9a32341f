#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

/* For core/store only. */

gint64   qd_past_get_stamp_of    (gint64       instant);
gboolean qd_past_project         (QdDb        *db,
                                  const QdId  *boards,
                                  guint        n_boards,
                                  gint64       stamp,
                                  GError     **error);
gboolean qd_past_hide_later      (QdDb        *db,
                                  gint64       stamp,
                                  GError     **error);

G_END_DECLS
