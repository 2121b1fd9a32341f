#pragma once

#include <gtk/gtk.h>

#include "qd-timeline-entry.h"

G_BEGIN_DECLS

#define QD_TYPE_TIMELINE_ROW (qd_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (QdTimelineRow, qd_timeline_row, QD, TIMELINE_ROW, GtkListBoxRow)

GtkWidget       *qd_timeline_row_new       (QdTimelineEntry *entry,
                                            gboolean         read_only);

QdTimelineEntry *qd_timeline_row_get_entry (QdTimelineRow   *self);

G_END_DECLS
