#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_PRESENTATION (qd_presentation_get_type ())
G_DECLARE_FINAL_TYPE (QdPresentation, qd_presentation, QD, PRESENTATION, GtkWidget)

GtkWidget *qd_presentation_new       (QdStore        *store,
                                      GListModel     *boards);

QdBoard   *qd_presentation_get_board (QdPresentation *self);
void       qd_presentation_set_board (QdPresentation *self,
                                      QdBoard        *board);

G_END_DECLS
