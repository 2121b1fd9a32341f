#pragma once

#include "qd-document.h"
#include "qd-paper-layout.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

/**
 * QdPrintJob:
 *
 * What goes on paper or into a file: boards, or a text.
 */
typedef struct _QdPrintJob QdPrintJob;

QdPrintJob    *qd_print_job_new_boards   (QdStore             *store,
                                          const QdId          *boards,
                                          guint                n_boards,
                                          QdDensity            density,
                                          GError             **error);
QdPrintJob    *qd_print_job_new_document (QdDocument          *document);
void           qd_print_job_set_filter   (QdPrintJob          *self,
                                          QdStore             *store,
                                          const char * const  *tokens);
void           qd_print_job_free         (QdPrintJob          *self);

char          *qd_print_job_dup_name     (const QdPrintJob    *self);
gboolean       qd_print_job_is_landscape (const QdPrintJob    *self);
QdPaperLayout *qd_print_job_lay_out      (const QdPrintJob    *self,
                                          const QdPaperSheet  *sheet,
                                          gboolean             rtl);
gboolean       qd_print_job_write        (const QdPrintJob    *self,
                                          const char          *path,
                                          double               scale,
                                          gboolean             rtl,
                                          GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPrintJob, qd_print_job_free)

G_END_DECLS
