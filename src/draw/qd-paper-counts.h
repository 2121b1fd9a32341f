#pragma once

#include "model/qd-chosen-cards.h"
#include "qd-paper-layout.h"

G_BEGIN_DECLS

void qd_paper_counts_of_boards (QdPaperLayout       *layout,
                                QdPaperHead         *head,
                                GPtrArray           *boards,
                                const QdChosenCards *chosen,
                                QdDay                today);

G_END_DECLS
