#pragma once

#include "qd-transaction.h"

G_BEGIN_DECLS

gboolean qd_edit_align           (QdStore        *store,
                                  QdId            objective,
                                  QdId            parent,
                                  GError        **error);
gboolean qd_edit_plan_parent     (QdStore        *store,
                                  QdTransaction  *transaction,
                                  QdId            objective,
                                  QdId            parent,
                                  GError        **error);
gboolean qd_edit_set_team_parent (QdStore        *store,
                                  QdId            team,
                                  const char     *parent,
                                  GError        **error);
QdId     qd_edit_label_anew      (QdStore        *store,
                                  QdId            card,
                                  QdId            objective,
                                  GError        **error);

G_END_DECLS
