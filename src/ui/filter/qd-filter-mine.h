#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

void qd_filter_mine_toggle (GtkWidget *widget,
                            QdStore   *store);

G_END_DECLS
