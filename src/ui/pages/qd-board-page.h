#pragma once

#include "store/qd-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_BOARD_PAGE (qd_board_page_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardPage, qd_board_page, QD, BOARD_PAGE, GtkWidget)

GtkWidget *qd_board_page_new               (QdStore     *store);

GtkWidget *qd_board_page_get_board_view    (QdBoardPage *self);
QdCard    *qd_board_page_get_open_card     (QdBoardPage *self);
void       qd_board_page_open_card         (QdBoardPage *self,
                                            QdCard      *card);
void       qd_board_page_open_found        (QdBoardPage *self,
                                            QdCard      *card,
                                            QdId         found);
void       qd_board_page_close_card        (QdBoardPage *self);
QdCard    *qd_board_page_find_unsent       (QdBoardPage *self);
int        qd_board_page_get_details_width (QdBoardPage *self);
void       qd_board_page_set_details_width (QdBoardPage *self,
                                            int          width);

G_END_DECLS
