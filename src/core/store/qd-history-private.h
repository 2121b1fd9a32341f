#pragma once

#include "qd-entry.h"
#include "qd-history.h"

G_BEGIN_DECLS

/* For core/store only. */

/**
 * QdTense:
 * @QD_TENSE_PAST: "Moved “Raise NPS” to At Risk"
 * @QD_TENSE_NAME: "Move “Raise NPS” to At Risk", as in "Undo …"
 */
typedef enum
{
  QD_TENSE_PAST,
  QD_TENSE_NAME,
} QdTense;

char *qd_history_describe (QdDb          *db,
                           gint64         rid,
                           const QdEntry *entry,
                           QdTense        tense);

G_END_DECLS
