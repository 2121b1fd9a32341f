#pragma once

#include <gtk/gtk.h>

#include "model/qd-card.h"
#include "store/qd-edit.h"

G_BEGIN_DECLS

gboolean qd_card_move (GtkWidget  *any_descendant,
                       QdStore    *store,
                       QdCard     *card,
                       QdId        column,
                       QdSide      side,
                       QdId        anchor,
                       GError    **error);

G_END_DECLS
