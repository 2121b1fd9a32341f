#pragma once

#include "qd-column-view.h"

G_BEGIN_DECLS

void qd_column_keys_attach (QdColumnView *column);

G_END_DECLS
