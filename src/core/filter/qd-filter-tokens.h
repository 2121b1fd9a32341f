#pragma once

#include <gio/gio.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

char **qd_filter_tokens_toggle        (const char * const *tokens,
                                       const char         *token);
char **qd_filter_tokens_choose        (const char * const *tokens,
                                       const char         *token);
char **qd_filter_tokens_set_text      (const char * const *tokens,
                                       const char         *text);
char **qd_filter_tokens_dup_alive     (const char * const *tokens,
                                       QdStore            *store,
                                       GListModel         *boards);
char  *qd_filter_tokens_describe_lost (const char * const *tokens,
                                       const char * const *kept,
                                       QdStore            *store);

G_END_DECLS
