#pragma once

#include <gtk/gtk.h>

#include "widgets/qd-card-state.h"

G_BEGIN_DECLS

/* In pixels. */
#define QD_CARD_SPARKLINE_WIDTH 44
#define QD_CARD_SPARKLINE_HEIGHT 14

gboolean qd_card_sparkline_is_there (const QdCardState *state);
void     qd_card_sparkline_draw     (const QdCardState *state,
                                     GtkSnapshot       *snapshot,
                                     const GdkRGBA     *rgba);

G_END_DECLS
