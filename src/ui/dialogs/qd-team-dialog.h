#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_TEAM_DIALOG (qd_team_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QdTeamDialog, qd_team_dialog, QD, TEAM_DIALOG, GtkWindow)

QdTeamDialog *qd_team_dialog_present (GtkWidget *parent,
                                      QdStore   *store,
                                      QdTeam    *team);

G_END_DECLS
