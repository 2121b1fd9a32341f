#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

void qd_advice_list_sync (GtkListBox *list,
                          QdStore    *store,
                          GPtrArray  *advices,
                          guint       n,
                          gboolean    dismissed);

G_END_DECLS
