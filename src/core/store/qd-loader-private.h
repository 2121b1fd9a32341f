#pragma once

#include "model/qd-column.h"
#include "qd-card-row.h"
#include "qd-field.h"
#include "qd-loader.h"

G_BEGIN_DECLS

/* For qd-loader.c, qd-rows.c, and what they read. */

struct _QdLoader
{
  QdDb *db;
  char *schema;
  QdWorkspace *workspace;
  GHashTable *entities;
  GHashTable *gone; /* objects whose rows are gone, in case they come back */
};

/* What every query of rows begins with; what follows depends on the kind. */
enum
{
  QD_ROW_ID,
  QD_ROW_ALIVE,
  QD_ROW_TITLE,
  QD_ROW_FIRST,
};

#define QD_ROW_IS_ALIVE "coalesce(archived,0)=0 AND coalesce(deleted,0)=0"

sqlite3_stmt *qd_rows_select        (QdLoader      *self,
                                     QdEntityKind   kind,
                                     const char    *condition,
                                     QdId           id,
                                     GError       **error);
void          qd_rows_show          (QdLoader      *self,
                                     QdEntityKind   kind,
                                     sqlite3_stmt  *row);
QdEntity     *qd_rows_show_card_of  (QdLoader      *self,
                                     QdColumn      *column,
                                     QdCardRow     *row);
double        qd_rows_get_real      (sqlite3_stmt  *row,
                                     int            column);
void          qd_rows_forget        (QdLoader      *self,
                                     QdEntity      *entity);
gpointer      qd_rows_lookup        (QdLoader      *self,
                                     QdId           id,
                                     GType          type);
void          qd_rows_empty_column  (QdColumn      *column);
QdColumn     *qd_rows_loaded_column (QdLoader      *self,
                                     QdId           id);
gboolean      qd_loader_load_cards  (QdLoader      *self,
                                     QdColumn      *column,
                                     GError       **error);

G_END_DECLS
