#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_CARD_VIEW (qd_card_view_get_type ())
G_DECLARE_FINAL_TYPE (QdCardView, qd_card_view, QD, CARD_VIEW, GtkWidget)

GtkWidget *qd_card_view_new          (QdStore    *store);

QdCard    *qd_card_view_get_item     (QdCardView *self);
void       qd_card_view_set_item     (QdCardView *self,
                                      QdCard     *item);
QdDensity  qd_card_view_get_density  (QdCardView *self);
void       qd_card_view_set_density  (QdCardView *self,
                                      QdDensity   density);
void       qd_card_view_refresh      (QdCardView *self);
void       qd_card_view_set_place    (QdCardView *self,
                                      guint       position,
                                      guint       n_cards);
void       qd_card_view_set_dragging (QdCardView *self,
                                      gboolean    dragging);
void       qd_card_view_set_gap      (QdCardView *self,
                                      int         above,
                                      int         below,
                                      gboolean    animate);

G_END_DECLS
