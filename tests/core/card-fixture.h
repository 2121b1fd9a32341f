#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

/* A key result with one of everything. */
typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId board;
  QdId columns[2];
  QdId objective;
  QdId card;
  QdId milestone;
  QdId phase;
  QdId dependency;
  QdId checkin;
  QdId comment;
} Fixture;

void    card_fixture_set_up     (Fixture       *fixture,
                                 gconstpointer  data);
void    card_fixture_tear_down  (Fixture       *fixture,
                                 gconstpointer  data);
char   *card_fixture_dump       (Fixture       *fixture);
gint64  card_fixture_count      (Fixture       *fixture);
QdDay   card_fixture_day        (guint          day_of_month);
QdId    card_fixture_say        (Fixture       *fixture,
                                 guint          day_of_month,
                                 double         value,
                                 QdId           supersedes);

G_END_DECLS
