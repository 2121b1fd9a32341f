#pragma once

#include "qd-workspace.h"

G_BEGIN_DECLS

/* For core/store only. */

QdWorkspace *qd_workspace_new       (void);
void         qd_workspace_set_as_of (QdWorkspace *self,
                                     QdDay        day);

G_END_DECLS
