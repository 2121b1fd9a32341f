#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PAST_DIFFERENCES_LIST (qd_past_differences_list_get_type ())
G_DECLARE_FINAL_TYPE (QdPastDifferencesList, qd_past_differences_list, QD, PAST_DIFFERENCES_LIST,
                      GtkWidget)

GtkWidget *qd_past_differences_list_new      (QdStore               *store);

void       qd_past_differences_list_set_card (QdPastDifferencesList *self,
                                              QdId                   card,
                                              QdDay                  day);

G_END_DECLS
