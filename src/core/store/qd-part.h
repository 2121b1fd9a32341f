#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *qd_part_create            (const char  *target,
                                     GError     **error);
gboolean  qd_part_finish            (const char  *part,
                                     const char  *target,
                                     const char  *like,
                                     GError     **error);
gboolean  qd_part_replace           (const char  *part,
                                     const char  *target,
                                     const char  *like,
                                     GError     **error);
void      qd_part_discard           (const char  *part);

void      qd_part_delete_companions (const char  *path);
gboolean  qd_part_sync              (const char  *path,
                                     const char  *like,
                                     GError     **error);
gboolean  qd_part_sync_folder_of    (const char  *path,
                                     GError     **error);
gboolean  qd_part_refuse_existing   (const char  *target,
                                     GError     **error);
gboolean  qd_part_fail              (const char  *path,
                                     int          reason,
                                     GError     **error);

G_END_DECLS
