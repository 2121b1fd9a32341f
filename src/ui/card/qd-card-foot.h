#pragma once

#include <gtk/gtk.h>

#include "store/qd-store.h"
#include "widgets/qd-card-state.h"

G_BEGIN_DECLS

typedef struct _QdCardFoot QdCardFoot;

/* Of a sign, in pixels. */
#define QD_CARD_SIGN_SIZE 14

QdCardFoot *qd_card_foot_new           (GtkWidget         *widget,
                                        const QdCardState *state,
                                        gboolean           compact,
                                        int                width);
void        qd_card_foot_free          (QdCardFoot        *self);

gboolean    qd_card_foot_is_needed     (const QdCardState *state,
                                        gboolean           compact);
int         qd_card_foot_measure_signs (const QdCardState *state,
                                        gboolean           compact);
int         qd_card_foot_get_width     (QdCardFoot        *self);
void        qd_card_foot_snapshot      (QdCardFoot        *self,
                                        GtkSnapshot       *snapshot,
                                        const GdkRGBA     *rgba,
                                        int                height);
char       *qd_card_foot_dup_tooltip   (QdCardFoot        *self,
                                        QdStore           *store,
                                        QdCard            *card,
                                        int                x);

G_END_DECLS
