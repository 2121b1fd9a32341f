#pragma once

#include <gtk/gtk.h>

#include "model/qd-board.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_COACH_POPOVER (qd_coach_popover_get_type ())
G_DECLARE_FINAL_TYPE (QdCoachPopover, qd_coach_popover, QD, COACH_POPOVER, GtkPopover)

GtkWidget *qd_coach_popover_new     (QdStore        *store);

void       qd_coach_popover_refresh (QdCoachPopover *self,
                                     QdBoard        *board,
                                     QdDay           today);

G_END_DECLS
