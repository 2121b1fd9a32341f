#pragma once

#include "store-random.h"
#include "store/qd-transaction.h"

G_BEGIN_DECLS

/* What a person does, or a wild program; %TRUE also for want of something to do. */
typedef gboolean (* StoreRandomStep) (QdStore  *store,
                                      GRand    *rand,
                                      GError  **error);

static inline gboolean
one_in (GRand *rand,
        int    n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

QdId      store_random_pick_kind   (QdStore       *store,
                                    GRand         *rand,
                                    QdEntityKind   kind,
                                    gboolean       living);
char     *store_random_make_title  (GRand         *rand);
gboolean  store_random_allow_refusal
                                   (gboolean       done,
                                    GError        *failed,
                                    GError       **error);
gboolean  store_random_use_card    (QdStore       *store,
                                    GRand         *rand,
                                    GError       **error);
gboolean  store_random_spoil_card  (QdStore       *store,
                                    GRand         *rand,
                                    GError       **error);
gboolean  store_random_use_boards  (QdStore       *store,
                                    GRand         *rand,
                                    GError       **error);
gboolean  store_random_end_cycle  (QdStore       *store,
                                   GRand         *rand,
                                   GError       **error);
gboolean  store_random_spoil_boards
                                   (QdStore       *store,
                                    GRand         *rand,
                                    GError       **error);

G_END_DECLS
