#pragma once

#include "qd-team.h"

G_BEGIN_DECLS

/* For core/store only. */

QdTeam *qd_team_new        (QdId    id);
void    qd_team_set_parent (QdTeam *self,
                            QdTeam *parent);

G_END_DECLS
