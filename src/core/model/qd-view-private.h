#pragma once

#include "qd-view.h"

G_BEGIN_DECLS

/* For core/store only. */

QdView *qd_view_new         (QdId        id);
void    qd_view_set_boards  (QdView     *self,
                             const char *text);
void    qd_view_set_density (QdView     *self,
                             QdDensity   density);
void    qd_view_set_filter  (QdView     *self,
                             const char *text);

G_END_DECLS
