#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoContext *qd_text_context_new (const char *family,
                                   double      size,
                                   double      resolution,
                                   gboolean    rtl);

G_END_DECLS
