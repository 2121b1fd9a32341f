#pragma once

#include <gtk/gtk.h>

#include "method/qd-coach.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_ADVICE_ROW (qd_advice_row_get_type ())
G_DECLARE_FINAL_TYPE (QdAdviceRow, qd_advice_row, QD, ADVICE_ROW, GtkListBoxRow)

GtkWidget *qd_advice_row_new         (QdStore        *store,
                                      const QdAdvice *advice,
                                      gboolean        dismissed);

gboolean   qd_advice_row_shows       (QdAdviceRow    *self,
                                      const QdAdvice *advice);
void       qd_advice_row_update      (QdAdviceRow    *self,
                                      const QdAdvice *advice);
void       qd_advice_row_go          (QdAdviceRow    *self);

G_END_DECLS
