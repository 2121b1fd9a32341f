#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"
#include "together/qd-chosen-boards.h"
#include "together/qd-pane-memory.h"

G_BEGIN_DECLS

#define QD_TYPE_BOARD_PAGE (qd_board_page_get_type ())
G_DECLARE_FINAL_TYPE (QdBoardPage, qd_board_page, QD, BOARD_PAGE, GtkWidget)

GtkWidget *qd_board_page_new               (QdStore        *store,
                                            QdChosenBoards *boards,
                                            QdPaneMemory   *memory);

GtkWidget *qd_board_page_get_board_view    (QdBoardPage *self);
GtkWidget *qd_board_page_get_together_view (QdBoardPage *self);
gboolean   qd_board_page_get_together      (QdBoardPage *self);
void       qd_board_page_set_together      (QdBoardPage *self,
                                            gboolean     together);
void       qd_board_page_focus             (QdBoardPage *self);
void       qd_board_page_open_card         (QdBoardPage *self,
                                            QdCard      *card);
QdCard    *qd_board_page_get_card          (QdBoardPage *self);
void       qd_board_page_add_above         (QdBoardPage *self,
                                            GtkWidget   *widget);
void       qd_board_page_open_found        (QdBoardPage *self,
                                            QdCard      *card,
                                            QdId         found);
void       qd_board_page_set_planning      (QdBoardPage *self,
                                            gboolean     planning);
void       qd_board_page_close_card        (QdBoardPage *self);
QdCard    *qd_board_page_find_unsent       (QdBoardPage *self);
void       qd_board_page_forget_unsent     (QdBoardPage *self);
int        qd_board_page_get_details_width (QdBoardPage *self);
void       qd_board_page_set_details_width (QdBoardPage *self,
                                            int          width);

G_END_DECLS
