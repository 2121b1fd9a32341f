#pragma once

#include "qd-title.h"

G_BEGIN_DECLS

void qd_title_number_read (const char  *start,
                           const char  *end,
                           QdTitlePart *part);

G_END_DECLS
