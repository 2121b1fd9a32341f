#pragma once

#include <gio/gio.h>

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdPastState:
 *
 * Boards as they were at an instant, as they were read in a thread, for a store of the
 * past to show.
 */
typedef struct _QdPastState QdPastState;

/**
 * QdPastTurn:
 *
 * What is left to do until a store of the past shows a state.
 */
typedef struct _QdPastTurn QdPastTurn;

QdStore     *qd_past_store_new      (QdStore       *of);
gboolean     qd_past_store_show     (QdStore       *self,
                                     QdPastState   *state,
                                     GError       **error);
gint64       qd_past_end_of_day     (QdDay          day);

QdPastTurn  *qd_past_turn_new       (QdStore       *past,
                                     QdPastState   *state,
                                     GError       **error);
gboolean     qd_past_turn_go_on     (QdPastTurn    *self);
void         qd_past_turn_free      (QdPastTurn    *self);

QdPastState *qd_past_state_read     (const char    *path,
                                     const QdId    *boards,
                                     guint          n_boards,
                                     gint64         instant,
                                     GCancellable  *cancellable,
                                     GError       **error);
void         qd_past_state_free     (QdPastState   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPastState, qd_past_state_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPastTurn, qd_past_turn_free)

G_END_DECLS
