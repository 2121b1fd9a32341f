#pragma once

#include "qd-paper-layout.h"

G_BEGIN_DECLS

/**
 * QdPaperText:
 *
 * Headings, paragraphs and lines with a caption, one below another.
 */
typedef struct _QdPaperText QdPaperText;

QdPaperText   *qd_paper_text_new           (const char         *title,
                                            const char         *subtitle);
void           qd_paper_text_free          (QdPaperText        *self);

void           qd_paper_text_add_heading   (QdPaperText        *self,
                                            const char         *text);
void           qd_paper_text_add_paragraph (QdPaperText        *self,
                                            const char         *text);
void           qd_paper_text_add_line      (QdPaperText        *self,
                                            const char         *caption,
                                            const char         *text);

QdPaperLayout *qd_paper_text_layout        (const QdPaperText  *self,
                                            QdDay               today,
                                            const QdPaperSheet *sheet,
                                            gboolean            rtl);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPaperText, qd_paper_text_free)

G_END_DECLS
