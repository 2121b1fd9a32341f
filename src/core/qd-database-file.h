#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define QD_N_COMPANIONS 3

extern const char * const qd_companion_suffixes[QD_N_COMPANIONS];

gboolean qd_database_file_refuse           (const char  *path,
                                            GError     **error);
gboolean qd_database_file_refuse_companion (const char  *path,
                                            GError     **error);

G_END_DECLS
