#pragma once

#include "qd-db.h"

G_BEGIN_DECLS

/* "Qdck", in the header of every file. */
#define QD_SCHEMA_APPLICATION_ID 0x5164636b

/* The format that this program writes, in PRAGMA user_version. */
#define QD_SCHEMA_FORMAT 6

/* What a card shows of the things that belong to it, read with every card; made by
 * qd-settle.c, which says what each is. */
#define QD_SCHEMA_SUMMARY \
  "current REAL, checked TEXT, confidence INTEGER, blocked INTEGER, readings TEXT," \
  " phases TEXT, n_milestones INTEGER, n_done INTEGER, n_waiting INTEGER," \
  " n_escalated INTEGER, n_comments INTEGER, answers TEXT"

gboolean qd_schema_get_format         (QdDb        *db,
                                       gint64      *format,
                                       GError     **error);
gboolean qd_schema_create             (QdDb        *db,
                                       GError     **error);
gboolean qd_schema_upgrade            (QdDb        *db,
                                       gint64       from,
                                       GError     **error);
gboolean qd_schema_create_projections (QdDb        *db,
                                       const char  *schema,
                                       GError     **error);
gboolean qd_schema_create_shadow      (QdDb        *db,
                                       GError     **error);
gboolean qd_schema_clear_projections  (QdDb        *db,
                                       const char  *schema,
                                       GError     **error);

G_END_DECLS
