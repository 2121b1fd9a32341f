#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name that libFuzzer calls. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

G_END_DECLS
