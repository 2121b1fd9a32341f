#pragma once

#include "store/qd-edit.h"

G_BEGIN_DECLS

QdId qd_typed_card_add (QdStore     *store,
                        QdId         column,
                        const char  *title,
                        QdId         objective,
                        GError     **error);

G_END_DECLS
