#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *qd_part_create           (const char  *target,
                                    GError     **error);
gboolean  qd_part_finish           (const char  *part,
                                    const char  *target,
                                    guint        mode,
                                    GError     **error);
void      qd_part_discard          (const char  *part);
gboolean  qd_part_refuse_existing  (const char  *target,
                                    GError     **error);
gboolean  qd_part_fail             (const char  *path,
                                    int          reason,
                                    GError     **error);

G_END_DECLS
