#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QD_TYPE_PAST_READING (qd_past_reading_get_type ())
G_DECLARE_FINAL_TYPE (QdPastReading, qd_past_reading, QD, PAST_READING, GObject)

QdPastReading *qd_past_reading_new  (GTaskThreadFunc  read);
void           qd_past_reading_ask  (QdPastReading   *self,
                                     gpointer         order,
                                     GDestroyNotify   free_order);
void           qd_past_reading_stop (QdPastReading   *self);

G_END_DECLS
