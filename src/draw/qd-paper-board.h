#pragma once

#include "model/qd-chosen-cards.h"
#include "qd-paper-layout.h"

G_BEGIN_DECLS

void           qd_paper_sheet_init_for_boards  (QdPaperSheet        *sheet,
                                                QdPaperSize          size,
                                                GPtrArray           *boards,
                                                QdDensity            density);
void           qd_paper_sheet_init_for_picture (QdPaperSheet        *sheet,
                                                GPtrArray           *boards,
                                                QdDensity            density);
QdPaperLayout *qd_paper_board_layout           (GPtrArray           *boards,
                                                const QdChosenCards *chosen,
                                                const char          *title,
                                                QdDensity            density,
                                                QdDay                today,
                                                const QdPaperSheet  *sheet,
                                                gboolean             rtl);

G_END_DECLS
