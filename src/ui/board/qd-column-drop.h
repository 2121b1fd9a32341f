#pragma once

#include "qd-column-view.h"

G_BEGIN_DECLS

typedef struct _QdColumnDrop QdColumnDrop;

QdColumnDrop *qd_column_drop_new   (QdColumnView *column);
void          qd_column_drop_free  (QdColumnDrop *self);

void          qd_column_drop_clear (QdColumnDrop *self);

G_END_DECLS
