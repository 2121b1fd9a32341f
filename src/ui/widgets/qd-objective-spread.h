#pragma once

#include <gtk/gtk.h>

#include "model/qd-column.h"
#include "qd-distribution.h"

G_BEGIN_DECLS

typedef struct _QdObjectiveSpread QdObjectiveSpread;

QdObjectiveSpread *qd_objective_spread_new       (QdBoard           *board);
void               qd_objective_spread_free      (QdObjectiveSpread *self);

guint              qd_objective_spread_add       (QdObjectiveSpread *self,
                                                  QdColumn          *column,
                                                  GtkFilter         *filter);
QdSegment         *qd_objective_spread_segments  (QdObjectiveSpread *self,
                                                  guint             *n_segments);
char              *qd_objective_spread_describe  (QdObjectiveSpread *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdObjectiveSpread, qd_objective_spread_free)

G_END_DECLS
