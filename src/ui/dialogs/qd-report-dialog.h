#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_REPORT_DIALOG (qd_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QdReportDialog, qd_report_dialog, QD, REPORT_DIALOG, GtkWindow)

QdReportDialog *qd_report_dialog_present    (GtkWidget      *parent,
                                             const char     *title,
                                             const char     *summary,
                                             const char     *details);
void            qd_report_dialog_set_action (QdReportDialog *self,
                                             const char     *label,
                                             const char     *action_name,
                                             GVariant       *target);

G_END_DECLS
