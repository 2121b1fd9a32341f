#pragma once

#include "qd-entity.h"

G_BEGIN_DECLS

#define QD_TYPE_PERSON (qd_person_get_type ())
G_DECLARE_FINAL_TYPE (QdPerson, qd_person, QD, PERSON, QdEntity)

char *qd_person_dup_initials (QdPerson *self);

G_END_DECLS
