#pragma once

#include "filter/qd-board-filter.h"

#include "qd-chosen-boards.h"
#include "qd-pane-memory.h"
#include "qd-pane.h"

G_BEGIN_DECLS

#define QD_TYPE_PANE_ROW (qd_pane_row_get_type ())
G_DECLARE_FINAL_TYPE (QdPaneRow, qd_pane_row, QD, PANE_ROW, GtkWidget)

GtkWidget *qd_pane_row_new         (QdStore        *store,
                                    QdChosenBoards *boards,
                                    QdBoardFilter  *filter,
                                    QdPaneMemory   *memory);

void       qd_pane_row_set_density (QdPaneRow      *self,
                                    QdDensity       density);
QdPane    *qd_pane_row_get_current (QdPaneRow      *self);
gboolean   qd_pane_row_reveal      (QdPaneRow      *self,
                                    QdCard         *card);

G_END_DECLS
