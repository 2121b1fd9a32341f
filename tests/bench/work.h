#pragma once

#include "scratch.h"
#include "store/qd-transaction.h"

G_BEGIN_DECLS

/* A file with boards of the same number of cards, and what is in it. */
typedef struct
{
  Scratch *scratch;
  QdStore *store;
  GRand *rand;
  GArray *boards;
  GArray *columns;
  GArray *cards;
} Work;

void    work_begin      (Work        *work,
                         QdOpenFlags  flags);
void    work_end        (Work        *work);
QdId    work_pick       (Work        *work,
                         GArray      *ids);
void    work_add_board  (Work        *work,
                         guint        n_cards);
gint64  work_fill       (Work        *work);

G_END_DECLS
