#pragma once

#include <gtk/gtk.h>

#include "model/qd-view.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PAST_PAGE (qd_past_page_get_type ())
G_DECLARE_FINAL_TYPE (QdPastPage, qd_past_page, QD, PAST_PAGE, GtkWidget)

GtkWidget *qd_past_page_new         (QdStore            *store);

void       qd_past_page_show_board  (QdPastPage         *self,
                                     QdId                board,
                                     const char * const *filter);
void       qd_past_page_show_boards (QdPastPage         *self,
                                     const QdId         *boards,
                                     guint               n_boards,
                                     QdDensity           density,
                                     const char * const *filter);
QdStore   *qd_past_page_get_past    (QdPastPage         *self);
QdDay      qd_past_page_get_day     (QdPastPage         *self);
void       qd_past_page_focus       (QdPastPage         *self);

G_END_DECLS
