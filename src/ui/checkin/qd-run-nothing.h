#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

GtkWidget *qd_run_nothing_new (QdStore    *store,
                               const char *owner,
                               QdDay       next,
                               QdBoard    *offered);

G_END_DECLS
