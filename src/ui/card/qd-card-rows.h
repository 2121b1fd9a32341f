#pragma once

#include <gtk/gtk.h>

#include "qd-card-view.h"

G_BEGIN_DECLS

int         qd_card_rows_measure     (GtkWidget   *list,
                                      int          width,
                                      guint        n_items);
void        qd_card_rows_update      (GtkWidget   *list,
                                      GListModel  *cards,
                                      QdCard      *dragged);
void        qd_card_rows_set_density (GtkWidget   *list,
                                      QdDensity    density);
QdCardView *qd_card_rows_peek        (GtkWidget   *list,
                                      QdCard      *card);
QdCard     *qd_card_rows_get_focus   (GtkWidget   *list);
QdCard     *qd_card_rows_get_nearest (GtkWidget   *list,
                                      double       y);
QdCard     *qd_card_rows_get_at      (GtkWidget   *list,
                                      double       y,
                                      QdCard     **above);

G_END_DECLS
