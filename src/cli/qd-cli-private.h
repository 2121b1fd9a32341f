#pragma once

#include "qd-cli-commands.h"

G_BEGIN_DECLS

/* Commands that have files of their own; only qd-cli-commands.c names them. */

gboolean qd_cli_run_check_in (const QdCall  *call,
                              GError       **error);
gboolean qd_cli_run_flow     (const QdCall  *call,
                              GError       **error);
gboolean qd_cli_run_freeze   (const QdCall  *call,
                              GError       **error);
gboolean qd_cli_run_due      (const QdCall  *call,
                              GError       **error);
gboolean qd_cli_run_report   (const QdCall  *call,
                              GError       **error);
gboolean qd_cli_run_show     (const QdCall  *call,
                              GError       **error);
gboolean qd_cli_run_status   (const QdCall  *call,
                              GError       **error);

G_END_DECLS
