#pragma once

#include <gtk/gtk.h>

#include "qd-print-job.h"

G_BEGIN_DECLS

GtkPrintOperation *qd_print_operation_new (GtkWindow  *parent,
                                           QdPrintJob *job);
void               qd_print_run           (GtkWindow  *parent,
                                           QdPrintJob *job);
void               qd_print_export        (GtkWindow  *parent,
                                           QdPrintJob *job);

G_END_DECLS
