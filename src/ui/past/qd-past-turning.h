#pragma once

#include "store/qd-past-store.h"

G_BEGIN_DECLS

/**
 * QdPastTurning:
 *
 * Brings a store of the past to another state in pieces, between the frames.
 */
typedef struct _QdPastTurning QdPastTurning;

/**
 * QdPastTurnedFunc:
 * @owner: who asked
 * @failure: (nullable): what could not be read
 *
 * A state shows, as far as it could be read.
 */
typedef void (*QdPastTurnedFunc) (gpointer      owner,
                                  const GError *failure);

QdPastTurning *qd_past_turning_new  (QdStore          *past,
                                     QdPastTurnedFunc  turned,
                                     gpointer          owner);
void           qd_past_turning_free (QdPastTurning    *self);

void           qd_past_turning_show (QdPastTurning    *self,
                                     QdPastState      *state);
void           qd_past_turning_stop (QdPastTurning    *self);

G_END_DECLS
