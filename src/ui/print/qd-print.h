#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

GtkPrintOperation *qd_print_operation_new (GtkWindow  *parent,
                                           QdStore    *store,
                                           const QdId *boards,
                                           guint       n_boards,
                                           QdDensity   density);
void               qd_print_boards        (GtkWindow  *parent,
                                           QdStore    *store,
                                           const QdId *boards,
                                           guint       n_boards,
                                           QdDensity   density);
void               qd_print_export        (GtkWindow  *parent,
                                           QdStore    *store,
                                           const QdId *boards,
                                           guint       n_boards,
                                           QdDensity   density);

G_END_DECLS
