#pragma once

#include "model/qd-workspace.h"
#include "qd-db.h"
#include "qd-turn-rows.h"

G_BEGIN_DECLS

/**
 * QdLoader:
 *
 * Shows projections as models: the only one who calls their setters.
 */
typedef struct _QdLoader QdLoader;

/**
 * QdTurn:
 *
 * What is left to do until a loader shows another state.
 */
typedef struct _QdTurn QdTurn;

QdLoader    *qd_loader_new           (QdDb         *db,
                                      const char   *schema);
void         qd_loader_free          (QdLoader     *self);
QdWorkspace *qd_loader_get_workspace (QdLoader     *self);
QdEntity    *qd_loader_lookup        (QdLoader     *self,
                                      QdId          id);
gboolean     qd_loader_load          (QdLoader     *self,
                                      GError      **error);
gboolean     qd_loader_load_board    (QdLoader     *self,
                                      QdBoard      *board,
                                      GError      **error);
gboolean     qd_loader_apply         (QdLoader     *self,
                                      GArray       *changes,
                                      GError      **error);

QdTurn      *qd_turn_new             (QdLoader     *loader,
                                      QdDb         *db,
                                      QdTurnRows   *rows,
                                      QdDay         day,
                                      GError      **error);
gboolean     qd_turn_go_on           (QdTurn       *self);
void         qd_turn_free            (QdTurn       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdLoader, qd_loader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdTurn, qd_turn_free)

G_END_DECLS
