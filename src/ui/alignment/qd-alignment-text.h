#pragma once

#include "qd-alignment-model.h"
#include "qd-document.h"

G_BEGIN_DECLS

char       *qd_alignment_text_count    (const QdObjectiveStanding *standing);
char       *qd_alignment_text_progress (const QdObjectiveStanding *standing);
QdDocument *qd_alignment_text_document (QdAlignmentModel          *model,
                                        QdCycle                   *cycle,
                                        const char                *summary,
                                        QdDay                      today);

G_END_DECLS
