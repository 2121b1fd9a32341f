#pragma once

#include "store/qd-store.h"
#include "widgets/qd-toaster.h"

G_BEGIN_DECLS

#define QD_TYPE_ANNOUNCER (qd_announcer_get_type ())
G_DECLARE_FINAL_TYPE (QdAnnouncer, qd_announcer, QD, ANNOUNCER, GObject)

QdAnnouncer *qd_announcer_new        (QdStore     *store,
                                      QdToaster   *toaster);
void         qd_announcer_set_silent (QdAnnouncer *self,
                                      gboolean     silent);

G_END_DECLS
