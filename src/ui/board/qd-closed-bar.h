#pragma once

#include <gtk/gtk.h>

#include "model/qd-board.h"

G_BEGIN_DECLS

#define QD_TYPE_CLOSED_BAR (qd_closed_bar_get_type ())
G_DECLARE_FINAL_TYPE (QdClosedBar, qd_closed_bar, QD, CLOSED_BAR, GtkWidget)

void qd_closed_bar_set_board (QdClosedBar *self,
                              QdBoard     *board);

G_END_DECLS
