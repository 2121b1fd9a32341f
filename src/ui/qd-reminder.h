#pragma once

#include "qd-settings.h"

G_BEGIN_DECLS

/**
 * QdReminderQuietFunc:
 *
 * Returns: whether the person is at their check-ins anyway
 */
typedef gboolean (*QdReminderQuietFunc) (GApplication *application);

#define QD_TYPE_REMINDER (qd_reminder_get_type ())
G_DECLARE_FINAL_TYPE (QdReminder, qd_reminder, QD, REMINDER, GObject)

QdReminder *qd_reminder_new  (GApplication        *application,
                              QdSettings          *settings,
                              QdReminderQuietFunc  is_quiet);
void        qd_reminder_stop (QdReminder          *self);
void        qd_reminder_look (QdReminder          *self,
                              guint                seconds,
                              gboolean             remind);

G_END_DECLS
