#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_CHOSEN_BOARDS (qd_chosen_boards_get_type ())
G_DECLARE_FINAL_TYPE (QdChosenBoards, qd_chosen_boards, QD, CHOSEN_BOARDS, GObject)

QdChosenBoards *qd_chosen_boards_new        (QdStore        *store);

guint           qd_chosen_boards_get_n      (QdChosenBoards *self);
QdBoard        *qd_chosen_boards_peek       (QdChosenBoards *self,
                                             guint           position);
gboolean        qd_chosen_boards_contains   (QdChosenBoards *self,
                                             QdBoard        *board);
void            qd_chosen_boards_choose     (QdChosenBoards  *self,
                                             QdBoard * const *boards,
                                             guint            n_boards,
                                             gboolean         chosen);
void            qd_chosen_boards_move       (QdChosenBoards *self,
                                             QdBoard        *board,
                                             guint           position);
void            qd_chosen_boards_set        (QdChosenBoards *self,
                                             const QdId     *boards,
                                             guint           n_boards);
gboolean        qd_chosen_boards_are        (QdChosenBoards *self,
                                             const QdId     *boards,
                                             guint           n_boards);
GArray         *qd_chosen_boards_dup_ids    (QdChosenBoards *self);
GArray         *qd_chosen_boards_dup_all    (QdChosenBoards *self);

void            qd_chosen_boards_set_texts  (QdChosenBoards     *self,
                                             const char * const *texts);
char          **qd_chosen_boards_dup_texts  (QdChosenBoards     *self);

G_END_DECLS
