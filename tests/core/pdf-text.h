#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *pdf_text_read  (const char *path,
                       const char *how);
guint  pdf_text_count (const char *text,
                       const char *part);

G_END_DECLS
