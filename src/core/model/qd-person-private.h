#pragma once

#include "qd-person.h"

G_BEGIN_DECLS

/* For core/store only. */

QdPerson *qd_person_new (QdId id);

G_END_DECLS
