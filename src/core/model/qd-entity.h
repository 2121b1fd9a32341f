#pragma once

#include <gio/gio.h>

#include "qd-types.h"

G_BEGIN_DECLS

#define QD_TYPE_ENTITY (qd_entity_get_type ())
G_DECLARE_DERIVABLE_TYPE (QdEntity, qd_entity, QD, ENTITY, GObject)

/**
 * QdEntityClass:
 * @kind: what instances of the class are
 */
struct _QdEntityClass
{
  GObjectClass parent_class;

  QdEntityKind kind;

  /*< private >*/
  gpointer padding[8];
};

QdId          qd_entity_get_id    (QdEntity *self);
QdEntityKind  qd_entity_get_kind  (QdEntity *self);
const char   *qd_entity_get_title (QdEntity *self);
const char   *qd_entity_get_rank  (QdEntity *self);
gboolean      qd_entity_get_alive (QdEntity *self);

G_END_DECLS
