#pragma once

#include <glib.h>

G_BEGIN_DECLS

void qd_markdown_text_append (GString    *out,
                              const char *before,
                              const char *text,
                              const char *after);

G_END_DECLS
