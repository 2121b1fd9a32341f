#pragma once

#include <gtk/gtk.h>

#include "qd-run.h"

G_BEGIN_DECLS

#define QD_TYPE_RUN_SUMMARY (qd_run_summary_get_type ())
G_DECLARE_FINAL_TYPE (QdRunSummary, qd_run_summary, QD, RUN_SUMMARY, GtkWidget)

void qd_run_summary_show  (QdRunSummary *self,
                           QdRun        *run,
                           QdDay         next);

G_END_DECLS
