#pragma once

#include "model/qd-card.h"

G_BEGIN_DECLS

#define QD_TYPE_CARD_ROW (qd_card_row_get_type ())
G_DECLARE_FINAL_TYPE (QdCardRow, qd_card_row, QD, CARD_ROW, GObject)

QdCardRow *qd_card_row_new      (void);

QdCard    *qd_card_row_get_card (QdCardRow *self);
void       qd_card_row_set_card (QdCardRow *self,
                                 QdCard    *card);

G_END_DECLS
