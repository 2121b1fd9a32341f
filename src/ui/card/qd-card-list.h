#pragma once

#include <gtk/gtk.h>

#include "qd-card-view.h"

G_BEGIN_DECLS

#define QD_TYPE_CARD_LIST (qd_card_list_get_type ())
G_DECLARE_FINAL_TYPE (QdCardList, qd_card_list, QD, CARD_LIST, GtkWidget)

void           qd_card_list_set_column     (QdCardList    *self,
                                            QdStore       *store,
                                            QdColumn      *column,
                                            GtkFilter     *filter);

void           qd_card_list_set_density    (QdCardList    *self,
                                            QdDensity      density);
GListModel    *qd_card_list_get_cards      (QdCardList    *self);
guint          qd_card_list_get_n_hidden   (QdCardList    *self);
void           qd_card_list_show_more      (QdCardList    *self,
                                            guint          n_more);
GtkAdjustment *qd_card_list_get_adjustment (QdCardList    *self);
void           qd_card_list_set_label      (QdCardList    *self,
                                            const char    *label);
void           qd_card_list_update         (QdCardList    *self);
void           qd_card_list_set_dragged    (QdCardList    *self,
                                            QdCard        *card);
void           qd_card_list_end_drag       (QdCardList    *self);

gboolean       qd_card_list_find           (QdCardList    *self,
                                            QdCard        *card,
                                            guint         *position);
QdCardView    *qd_card_list_peek_card_view (QdCardList    *self,
                                            QdCard        *card);
QdCard        *qd_card_list_get_focus      (QdCardList    *self);
gboolean       qd_card_list_scroll_to      (QdCardList    *self,
                                            QdCard        *card);
gboolean       qd_card_list_focus_card     (QdCardList    *self,
                                            QdCard        *card);
void           qd_card_list_focus_slot     (QdCardList    *self,
                                            guint          slot);
void           qd_card_list_focus_at       (QdCardList    *self,
                                            double         y);
void           qd_card_list_unselect       (QdCardList    *self);

guint          qd_card_list_get_slot       (QdCardList    *self,
                                            double         y);

G_END_DECLS
