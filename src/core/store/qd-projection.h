#pragma once

#include "qd-entry.h"
#include "qd-field.h"

G_BEGIN_DECLS

/* All of the log, as an instant. */
#define QD_STAMP_MAX G_MAXINT64

/**
 * QdCell:
 * @stamp: stamp of the winner; 0 where the cell was never written
 * @rid: stream of the winner
 * @seq: its entry there
 * @value: its value
 *
 * Who holds a cell.
 */
typedef struct
{
  gint64 stamp;
  gint64 rid;
  gint64 seq;
  QdValue value;
} QdCell;

void      qd_cell_clear           (QdCell         *self);

gboolean  qd_projection_winner    (QdDb           *db,
                                   QdId            entity,
                                   int             field,
                                   gint64          stamp,
                                   QdCell         *cell,
                                   GError        **error);
gboolean  qd_projection_set       (QdDb           *db,
                                   const char     *schema,
                                   QdId            entity,
                                   int             field,
                                   const QdValue  *value,
                                   GError        **error);
gboolean  qd_projection_project   (QdDb           *db,
                                   const char     *schema,
                                   QdEntityKind    kind,
                                   GArray         *entities,
                                   gint64          stamp,
                                   GError        **error);
gboolean  qd_projection_rebuild   (QdDb           *db,
                                   GCancellable   *cancellable,
                                   GError        **error);
gboolean  qd_projection_build_shadow
                                  (QdDb           *db,
                                   GCancellable   *cancellable,
                                   GError        **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QdCell, qd_cell_clear)

G_END_DECLS
