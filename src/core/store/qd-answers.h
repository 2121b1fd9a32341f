#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

gboolean qd_answers_withdraw (QdStore     *store,
                              QdId         about,
                              int          rule,
                              const char  *facts,
                              GError     **error);

G_END_DECLS
