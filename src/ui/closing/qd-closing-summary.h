#pragma once

#include <gtk/gtk.h>

#include "store/qd-closing.h"

G_BEGIN_DECLS

#define QD_TYPE_CLOSING_SUMMARY (qd_closing_summary_get_type ())
G_DECLARE_FINAL_TYPE (QdClosingSummary, qd_closing_summary, QD, CLOSING_SUMMARY, GtkWidget)

GtkWidget *qd_closing_summary_new   (void);

void       qd_closing_summary_show  (QdClosingSummary *self,
                                     const QdClosing  *closing);
void       qd_closing_summary_focus (QdClosingSummary *self);

G_END_DECLS
