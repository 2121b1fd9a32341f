#pragma once

#include "qd-paper-layout.h"

G_BEGIN_DECLS

QdPaperSize qd_paper_file_get_size  (void);
gboolean    qd_paper_file_write_pdf (const QdPaperLayout  *layout,
                                     const char           *title,
                                     const char           *path,
                                     GError              **error);
gboolean    qd_paper_file_write_png (const QdPaperLayout  *layout,
                                     double                scale,
                                     const char           *path,
                                     GError              **error);

G_END_DECLS
