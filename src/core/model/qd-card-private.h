#pragma once

#include "qd-card.h"

G_BEGIN_DECLS

/* For core/store only. */

void qd_card_set_column      (QdCard      *self,
                              QdColumn    *column);
void qd_card_set_objective   (QdCard      *self,
                              QdObjective *objective);
void qd_card_set_owner       (QdCard      *self,
                              QdPerson    *owner);
void qd_card_set_description (QdCard      *self,
                              const char  *description);
void qd_card_set_made        (QdCard      *self,
                              QdDay        made);

G_END_DECLS
