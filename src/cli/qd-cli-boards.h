#pragma once

#include "qd-cli-commands.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

GPtrArray *qd_cli_read_names     (const QdCall *call,
                                  GError      **error);
GPtrArray *qd_cli_list_boards    (QdStore      *store,
                                  const char   *name);
GPtrArray *qd_cli_current_boards (QdStore      *store,
                                  QdDay         today);
GPtrArray *qd_cli_find_boards    (QdStore      *store,
                                  GPtrArray    *names,
                                  QdDay         today,
                                  GError      **error);
GPtrArray *qd_cli_view_boards    (QdStore      *store,
                                  QdView       *view,
                                  GError      **error);
QdView    *qd_cli_find_view      (QdStore      *store,
                                  const char   *name,
                                  GError      **error);
gboolean   qd_cli_load_boards    (QdStore      *store,
                                  GPtrArray    *boards,
                                  GError      **error);

G_END_DECLS
