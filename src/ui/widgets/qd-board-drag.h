#pragma once

#include <gtk/gtk.h>

#include "model/qd-board.h"

G_BEGIN_DECLS

GtkEventController *qd_board_drag_attach (GtkWidget *widget,
                                          QdBoard   *board);

G_END_DECLS
