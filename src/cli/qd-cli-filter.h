#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

char **qd_cli_view_filter (QdStore   *store,
                           QdView    *view,
                           GPtrArray *boards);

G_END_DECLS
