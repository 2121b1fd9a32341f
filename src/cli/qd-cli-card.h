#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

char        *qd_cli_dup_text  (const char  *word,
                               GError     **error);
QdId         qd_cli_find_card (QdStore     *store,
                               const char  *word,
                               GError     **error);
QdKeyResult *qd_cli_load_card (QdStore     *store,
                               const char  *word,
                               GError     **error);

G_END_DECLS
