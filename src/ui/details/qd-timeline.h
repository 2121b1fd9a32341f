#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_TIMELINE (qd_timeline_get_type ())
G_DECLARE_FINAL_TYPE (QdTimeline, qd_timeline, QD, TIMELINE, GtkWidget)

GtkWidget *qd_timeline_new      (QdStore    *store);

QdCard    *qd_timeline_get_card (QdTimeline *self);
void       qd_timeline_set_card (QdTimeline *self,
                                 QdCard     *card);

G_END_DECLS
