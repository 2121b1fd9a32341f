#pragma once

#include "qd-workspace.h"

G_BEGIN_DECLS

/* For core/store only. */

QdWorkspace *qd_workspace_new (void);

G_END_DECLS
