#pragma once

#include "qd-column.h"
#include "qd-objective.h"
#include "qd-person.h"

G_BEGIN_DECLS

#define QD_TYPE_CARD (qd_card_get_type ())
G_DECLARE_DERIVABLE_TYPE (QdCard, qd_card, QD, CARD, QdEntity)

struct _QdCardClass
{
  QdEntityClass parent_class;

  QdCardKind card_kind;

  /*< private >*/
  gpointer padding[8];
};

QdCardKind   qd_card_get_card_kind   (QdCard *self);
QdColumn    *qd_card_get_column      (QdCard *self);
QdObjective *qd_card_get_objective   (QdCard *self);
QdPerson    *qd_card_get_owner       (QdCard *self);
const char  *qd_card_get_description (QdCard *self);
QdDay        qd_card_get_made        (QdCard *self);
QdDay        qd_card_get_as_of       (QdCard *self);

G_END_DECLS
