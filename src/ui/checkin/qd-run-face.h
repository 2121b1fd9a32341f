#pragma once

#include <gtk/gtk.h>

#include "store/qd-details.h"

G_BEGIN_DECLS

#define QD_TYPE_RUN_FACE (qd_run_face_get_type ())
G_DECLARE_FINAL_TYPE (QdRunFace, qd_run_face, QD, RUN_FACE, GtkWidget)

void qd_run_face_set_card (QdRunFace       *self,
                           QdKeyResult     *card);
void qd_run_face_update   (QdRunFace       *self,
                           const QdDetails *details);

G_END_DECLS
