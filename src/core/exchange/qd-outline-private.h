#pragma once

#include "qd-outline.h"

G_BEGIN_DECLS

QdOutline          *qd_outline_new            (void);
QdOutlineTeam      *qd_outline_add_team       (QdOutline          *self,
                                               guint               line,
                                               const char         *title);
QdOutlineObjective *qd_outline_add_objective  (QdOutlineTeam      *team,
                                               guint               line,
                                               const char         *title);
QdOutlineKeyResult *qd_outline_add_key_result (QdOutlineObjective *objective,
                                               guint               line,
                                               const char         *title);
void                qd_outline_add_remark     (QdOutline          *self,
                                               guint               line,
                                               const char         *text,
                                               const char         *reason,
                                               gboolean            kept);

G_END_DECLS
