#pragma once

#include <gtk/gtk.h>

#include "qd-board-coach.h"

G_BEGIN_DECLS

#define QD_TYPE_COACH_POPOVER (qd_coach_popover_get_type ())
G_DECLARE_FINAL_TYPE (QdCoachPopover, qd_coach_popover, QD, COACH_POPOVER, GtkPopover)

GtkWidget *qd_coach_popover_new          (QdStore        *store);

void       qd_coach_popover_refresh      (QdCoachPopover *self,
                                          QdBoardCoach   *coach);
guint      qd_coach_popover_get_n_wanted (QdCoachPopover *self);

G_END_DECLS
