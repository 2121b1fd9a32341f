#pragma once

#include <gtk/gtk.h>

#include "method/qd-streak.h"

G_BEGIN_DECLS

#define QD_TYPE_STREAK_ROW (qd_streak_row_get_type ())
G_DECLARE_FINAL_TYPE (QdStreakRow, qd_streak_row, QD, STREAK_ROW, GtkWidget)

GtkWidget *qd_streak_row_new        (void);

void       qd_streak_row_set_streak (QdStreakRow    *self,
                                     const QdStreak *streak);

G_END_DECLS
