#pragma once

#include "qd-board.h"
#include "qd-card.h"

G_BEGIN_DECLS

/**
 * QdChosenCards:
 *
 * Which cards of boards are told of, where these are not all, and why these.
 */
typedef struct _QdChosenCards QdChosenCards;

QdChosenCards *qd_chosen_cards_new         (const char          *reason);
void           qd_chosen_cards_free        (QdChosenCards       *self);
void           qd_chosen_cards_add         (QdChosenCards       *self,
                                            QdCard              *card);

gboolean       qd_chosen_cards_contain     (const QdChosenCards *self,
                                            QdCard              *card);
GPtrArray     *qd_chosen_cards_list        (const QdChosenCards *self,
                                            QdColumn            *column);
char          *qd_chosen_cards_text_count  (const QdChosenCards *self,
                                            guint                n_chosen,
                                            guint                n_cards);
char          *qd_chosen_cards_text_board  (const QdChosenCards *self,
                                            QdBoard             *board);
char          *qd_chosen_cards_text_reason (const QdChosenCards *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdChosenCards, qd_chosen_cards_free)

G_END_DECLS
