#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The shapes are drawn on a square of this many units. */
#define QD_SIGN_UNITS 16.0

gboolean qd_sign_shapes_draw (const char *name,
                              cairo_t    *cr);

G_END_DECLS
