#pragma once

#include "qd-log.h"

G_BEGIN_DECLS

char     *qd_identity_describe_place (const char   *path);
gboolean  qd_identity_find_stream    (QdDb         *db,
                                      const char   *place,
                                      QdStream     *stream,
                                      GError      **error);
gboolean  qd_identity_open_stream    (QdDb         *db,
                                      const char   *place,
                                      const char   *owner,
                                      QdStream     *stream,
                                      GError      **error);

G_END_DECLS
