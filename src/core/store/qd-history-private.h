#pragma once

#include "qd-entry.h"
#include "qd-history.h"

G_BEGIN_DECLS

/* For core/store only. */

char *qd_history_describe        (QdDb          *db,
                                  gint64         rid,
                                  const QdEntry *entry);
char *qd_history_dup_destination (QdDb          *db,
                                  const QdEntry *entry,
                                  QdId           card);
char *qd_history_name            (QdDb          *db,
                                  gint64         rid,
                                  gint64         seq);

G_END_DECLS
