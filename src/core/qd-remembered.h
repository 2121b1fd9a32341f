#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *qd_remembered_open     (void);
char      *qd_remembered_dup_name (const char *text);
char      *qd_remembered_read_name
                                  (void);

G_END_DECLS
