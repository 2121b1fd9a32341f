#pragma once

#include "qd-title.h"

G_BEGIN_DECLS

gboolean qd_title_find_output (const QdTitle *title,
                               guint         *start,
                               guint         *end);

G_END_DECLS
