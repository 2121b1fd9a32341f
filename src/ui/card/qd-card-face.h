#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"

G_BEGIN_DECLS

typedef struct _QdCardFace QdCardFace;

QdCardFace *qd_card_face_new         (GtkWidget   *widget);
void        qd_card_face_free        (QdCardFace  *self);

void        qd_card_face_set_card    (QdCardFace  *self,
                                      QdCard      *card);
gboolean    qd_card_face_set_compact (QdCardFace  *self,
                                      gboolean     compact);
void        qd_card_face_forget      (QdCardFace  *self);
int         qd_card_face_measure     (QdCardFace  *self,
                                      int          width);
void        qd_card_face_snapshot    (QdCardFace  *self,
                                      GtkSnapshot *snapshot,
                                      int          width,
                                      int          height);
char       *qd_card_face_dup_tooltip (QdCardFace  *self,
                                      QdStore     *store,
                                      int          width,
                                      int          height,
                                      int          x,
                                      int          y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdCardFace, qd_card_face_free)

G_END_DECLS
