#pragma once

#include <gtk/gtk.h>

#include "widgets/qd-text-cache.h"

#include "qd-counts-table.h"

G_BEGIN_DECLS

/* In pixels. */
#define QD_COUNTS_SIGN_SIZE 14
#define QD_COUNTS_SIGN_GAP 4

extern const QdTextStyle qd_counts_text;
extern const QdTextStyle qd_counts_small;
extern const QdTextStyle qd_counts_number;
extern const QdTextStyle qd_counts_strong;

int  qd_counts_paint_measure (GtkWidget              *widget,
                              const char             *text,
                              const QdTextStyle      *style,
                              int                    *height);
void qd_counts_paint_text    (GtkWidget              *widget,
                              GtkSnapshot            *snapshot,
                              const QdCountsPlace    *place,
                              const char             *text,
                              const QdTextStyle      *style,
                              const GdkRGBA          *rgba);
void qd_counts_paint_number  (GtkWidget              *widget,
                              GtkSnapshot            *snapshot,
                              const QdCountsPlace    *place,
                              const char             *text,
                              const QdTextStyle      *style,
                              const GdkRGBA          *rgba);
void qd_counts_paint_area    (GtkWidget              *widget,
                              const QdCountsPlace    *place,
                              int                     height,
                              graphene_rect_t        *area);

G_END_DECLS
