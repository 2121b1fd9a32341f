#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

/**
 * StoreRandomFlags:
 * @STORE_RANDOM_UNDO: now and then, take back or do again
 * @STORE_RANDOM_WILD: also what only merges, old files and future versions
 *   bring: things moved between boards or into what is archived, belongings that
 *   change cards, deletion and its undoing, cells of things that do not exist
 * @STORE_RANDOM_KEEP: nothing is typed over: what was written once stays
 *
 * What may happen in a step.
 */
typedef enum
{
  STORE_RANDOM_PLAIN = 0,
  STORE_RANDOM_UNDO = 1 << 0,
  STORE_RANDOM_WILD = 1 << 1,
  STORE_RANDOM_KEEP = 1 << 2,
} StoreRandomFlags;

GRand    *store_random_new       (guint32            seed);
void      store_random_populate  (QdStore           *store,
                                  GRand             *rand);
void      store_random_step      (QdStore           *store,
                                  GRand             *rand,
                                  StoreRandomFlags   flags);
QdId      store_random_pick      (QdStore           *store,
                                  GRand             *rand,
                                  const char        *sql);

G_END_DECLS
