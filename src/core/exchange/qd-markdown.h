#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *qd_markdown_to_plain        (const char *text,
                                       gsize       length,
                                       GHashTable *references);
gboolean  qd_markdown_is_strong       (const char *text,
                                       gsize       length);
char     *qd_markdown_reference_label (const char *text,
                                       gsize       length);

G_END_DECLS
