#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "qd-error.h"
#include "qd-value.h"

G_BEGIN_DECLS

/**
 * QdDb:
 *
 * The one door to SQL: a connection, its kept statements and its transaction.
 * Not thread-safe; a thread opens its own.
 */
typedef struct _QdDb QdDb;

typedef enum
{
  QD_DB_READ_WRITE,
  QD_DB_READ_ONLY,
} QdDbMode;

QdDb          *qd_db_open         (const char    *path,
                                   QdDbMode       mode,
                                   GError       **error);
void           qd_db_close        (QdDb          *self);
sqlite3       *qd_db_get_handle   (QdDb          *self);
void           qd_db_set_cancellable
                                  (QdDb          *self,
                                   GCancellable  *cancellable);

gboolean       qd_db_exec         (QdDb          *self,
                                   const char    *sql,
                                   GError       **error);
gboolean       qd_db_execf        (QdDb          *self,
                                   GError       **error,
                                   const char    *format,
                                   ...) G_GNUC_PRINTF (3, 4);
sqlite3_stmt  *qd_db_query        (QdDb          *self,
                                   GError       **error,
                                   const char    *sql,
                                   const char    *types,
                                   ...);
gboolean       qd_db_next         (QdDb          *self,
                                   sqlite3_stmt  *statement,
                                   GError       **error);
gboolean       qd_db_finish       (QdDb          *self,
                                   sqlite3_stmt  *statement,
                                   GError       **error);
gboolean       qd_db_run          (QdDb          *self,
                                   GError       **error,
                                   const char    *sql,
                                   const char    *types,
                                   ...);
gboolean       qd_db_get_integer  (QdDb          *self,
                                   GError       **error,
                                   gint64        *result,
                                   const char    *sql,
                                   const char    *types,
                                   ...);
GArray        *qd_db_list_ids     (QdDb          *self,
                                   const char    *sql,
                                   gint64         id,
                                   GError       **error);
gboolean       qd_db_begin        (QdDb          *self,
                                   GError       **error);
gboolean       qd_db_begin_read   (QdDb          *self,
                                   GError       **error);
gboolean       qd_db_commit       (QdDb          *self,
                                   GError       **error);
void           qd_db_rollback     (QdDb          *self);

const char    *qd_db_text         (sqlite3_stmt  *statement,
                                   int            column);
void           qd_db_value        (sqlite3_stmt  *statement,
                                   int            column,
                                   QdValue       *value);
void           qd_db_set_error    (QdDb          *self,
                                   int            code,
                                   GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdDb, qd_db_close)

G_END_DECLS
