#pragma once

#include <gtk/gtk.h>

#include "model/qd-card.h"

G_BEGIN_DECLS

#define QD_TYPE_COLUMN_CHOICE (qd_column_choice_get_type ())
G_DECLARE_FINAL_TYPE (QdColumnChoice, qd_column_choice, QD, COLUMN_CHOICE, GtkWidget)

void  qd_column_choice_set_card   (QdColumnChoice *self,
                                   QdCard         *card);
QdId  qd_column_choice_get_chosen (QdColumnChoice *self);
void  qd_column_choice_choose     (QdColumnChoice *self,
                                   guint           nth);
void  qd_column_choice_clear      (QdColumnChoice *self);

G_END_DECLS
