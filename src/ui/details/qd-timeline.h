#pragma once

#include <gtk/gtk.h>

#include "store/qd-details.h"

G_BEGIN_DECLS

#define QD_TYPE_TIMELINE (qd_timeline_get_type ())
G_DECLARE_FINAL_TYPE (QdTimeline, qd_timeline, QD, TIMELINE, GtkWidget)

GtkWidget *qd_timeline_new         (QdStore         *store);

QdCard    *qd_timeline_get_card    (QdTimeline      *self);
void       qd_timeline_set_card    (QdTimeline      *self,
                                    QdCard          *card);
void       qd_timeline_update      (QdTimeline      *self,
                                    const QdDetails *details);
QdCard    *qd_timeline_find_unsent (QdTimeline      *self);
gboolean   qd_timeline_focus_entry (QdTimeline      *self,
                                    QdId             id);

G_END_DECLS
