#pragma once

#include "qd-entry.h"
#include "qd-field.h"

G_BEGIN_DECLS

gboolean qd_settle_changes         (QdDb          *db,
                                    GArray        *changes,
                                    GError       **error);
gboolean qd_settle_cards           (QdDb          *db,
                                    const char    *schema,
                                    GError       **error);
gboolean qd_settle_search          (QdDb          *db,
                                    GError       **error);
int      qd_settle_get_owner_field (QdEntityKind   kind);

G_END_DECLS
