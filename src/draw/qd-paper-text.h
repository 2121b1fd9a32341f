#pragma once

#include "qd-document.h"
#include "qd-paper-layout.h"

G_BEGIN_DECLS

void           qd_paper_sheet_init_for_text_picture (QdPaperSheet       *sheet);
QdPaperLayout *qd_paper_text_layout                 (const QdDocument   *document,
                                                     const QdPaperSheet *sheet,
                                                     gboolean            rtl);

G_END_DECLS
