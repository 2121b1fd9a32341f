#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean qd_number_read (const char  *at,
                         double      *value,
                         gboolean    *grouped,
                         const char **end);

G_END_DECLS
