#pragma once

#include "model/qd-card.h"
#include "qd-paper-item.h"

G_BEGIN_DECLS

QdPaperItem *qd_paper_card_item         (QdCard             *card,
                                         const QdPaperStyle *style,
                                         double              width,
                                         QdDay               today);
QdPaperItem *qd_paper_card_compact_item (QdCard             *card,
                                         const QdPaperStyle *style,
                                         double              width,
                                         QdDay               today);
double       qd_paper_card_add_number   (QdPaperItem        *item,
                                         const QdPaperStyle *style,
                                         QdObjective        *objective,
                                         double              x,
                                         double              y);

G_END_DECLS
