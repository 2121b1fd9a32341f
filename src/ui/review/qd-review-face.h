#pragma once

#include <gtk/gtk.h>

#include "qd-review-line.h"

G_BEGIN_DECLS

int  qd_review_face_measure       (GtkWidget    *widget,
                                   QdReviewLine *line,
                                   int           width);
int  qd_review_face_measure_label (GtkWidget    *widget,
                                   const char   *label);
void qd_review_face_snapshot      (GtkWidget    *widget,
                                   GtkSnapshot  *snapshot,
                                   QdReviewLine *line,
                                   int           x,
                                   int           width);

G_END_DECLS
