#pragma once

#include "model/qd-chosen-cards.h"
#include "qd-document.h"

G_BEGIN_DECLS

char *qd_report_markdown          (GPtrArray           *boards,
                                   const QdChosenCards *chosen,
                                   const char          *title,
                                   QdDensity            density,
                                   QdDay                today);
char *qd_report_markdown_document (const QdDocument    *document);
char *qd_report_html              (GPtrArray           *boards,
                                   const QdChosenCards *chosen,
                                   const char          *title,
                                   QdDensity            density,
                                   QdDay                today);
char *qd_report_html_document     (const QdDocument    *document);

G_END_DECLS
