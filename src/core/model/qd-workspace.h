#pragma once

#include "qd-board.h"
#include "qd-person.h"
#include "qd-view.h"

G_BEGIN_DECLS

#define QD_TYPE_WORKSPACE (qd_workspace_get_type ())
G_DECLARE_FINAL_TYPE (QdWorkspace, qd_workspace, QD, WORKSPACE, GObject)

QdOrderedList *qd_workspace_get_cycles (QdWorkspace *self);
QdOrderedList *qd_workspace_get_teams  (QdWorkspace *self);
QdOrderedList *qd_workspace_get_boards (QdWorkspace *self);
QdOrderedList *qd_workspace_get_people (QdWorkspace *self);
QdOrderedList *qd_workspace_get_views  (QdWorkspace *self);
QdDay          qd_workspace_get_as_of  (QdWorkspace *self);
const char    *qd_workspace_get_me     (QdWorkspace *self);
void           qd_workspace_set_me     (QdWorkspace *self,
                                        const char  *name);

G_END_DECLS
