#pragma once

#include "store-fixture.h"
#include "store/qd-stays.h"

G_BEGIN_DECLS

#define DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)

#define FLOW_N_CARDS 6

/**
 * FlowFixture:
 * @scratch: where the file is
 * @clock: the clock of @store
 * @store: the file
 * @board: a board of October to December 2026, made at %FIXTURE_NOW
 * @columns: its four columns
 * @cards: key results on it, once it is filled
 *
 * A board of which one knows who went where and when.
 */
typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId columns[4];
  QdId cards[FLOW_N_CARDS];
} FlowFixture;

void    flow_fixture_set_up      (FlowFixture   *self,
                                  gconstpointer  unused);
void    flow_fixture_set_up_full (FlowFixture   *self,
                                  gconstpointer  unused);
void    flow_fixture_tear_down   (FlowFixture   *self,
                                  gconstpointer  unused);
void    flow_fixture_fill        (FlowFixture   *self);
void    flow_fixture_move        (FlowFixture   *self,
                                  QdId           card,
                                  QdId           column);
char   *flow_fixture_list        (FlowFixture   *self,
                                  GArray        *stays);

G_END_DECLS
