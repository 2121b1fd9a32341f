#pragma once

#include <gio/gio.h>

#include "qd-error.h"

G_BEGIN_DECLS

/* How many weekly backups are kept. */
#define QD_BACKUP_KEEP 8

/**
 * QdBackup:
 * @path: its file
 * @label: (nullable): "before-upgrade", "before-restore"; %NULL for a weekly one
 * @made: when, in milliseconds since the Unix epoch
 * @size: in bytes
 */
typedef struct
{
  char *path;
  char *label;
  gint64 made;
  gint64 size;
} QdBackup;

void       qd_backup_free      (QdBackup      *self);

gboolean   qd_backup_make      (const char    *path,
                                const char    *label,
                                GCancellable  *cancellable,
                                GError       **error);
gboolean   qd_backup_make_due  (const char    *path,
                                gint64         now,
                                GCancellable  *cancellable,
                                GError       **error);
GPtrArray *qd_backup_list      (const char    *path,
                                GError       **error);
gboolean   qd_backup_copy      (const char    *path,
                                const char    *target,
                                GCancellable  *cancellable,
                                GError       **error);
gboolean   qd_backup_restore   (const char    *path,
                                const char    *backup,
                                char         **kept,
                                GCancellable  *cancellable,
                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdBackup, qd_backup_free)

G_END_DECLS
