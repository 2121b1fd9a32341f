#pragma once

#include "qd-entity.h"

G_BEGIN_DECLS

#define QD_TYPE_TEAM (qd_team_get_type ())
G_DECLARE_FINAL_TYPE (QdTeam, qd_team, QD, TEAM, QdEntity)

QdTeam *qd_team_get_parent (QdTeam *self);

G_END_DECLS
