#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A statement over a connection of its own. */
typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *statement;
} Query;

void      query_begin     (Query       *self,
                           const char  *path,
                           const char  *sql);
gboolean  query_next      (Query       *self);
void      query_end       (Query       *self);

void      append_text     (GString     *text,
                           const char  *name,
                           const char  *value);
void      append_integer  (GString     *text,
                           const char  *name,
                           gint64       value);
void      append_real     (GString     *text,
                           const char  *name,
                           double       value);
void      append_column   (GString     *text,
                           const char  *name,
                           Query       *query,
                           int          column);

G_END_DECLS
