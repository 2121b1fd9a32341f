#pragma once

#include "qd-paper-layout.h"

G_BEGIN_DECLS

QdPaperItem *qd_paper_head_item (const QdPaperHead  *head,
                                 const QdPaperStyle *style,
                                 double              width,
                                 guint               page,
                                 guint               n_pages);

G_END_DECLS
