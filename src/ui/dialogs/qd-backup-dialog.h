#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_BACKUP_DIALOG (qd_backup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QdBackupDialog, qd_backup_dialog, QD, BACKUP_DIALOG, GtkWindow)

QdBackupDialog *qd_backup_dialog_present (GtkWidget  *parent,
                                          const char *path);

G_END_DECLS
