#pragma once

#include "store-fixture.h"
#include "store/qd-transaction.h"

G_BEGIN_DECLS

/**
 * ClosedFixture:
 * @scratch: where the file is
 * @clock: the clock of @store
 * @store: the file
 *
 * A file for cycles that are over.
 */
typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
} ClosedFixture;

void  closed_fixture_set_up    (ClosedFixture *self,
                                gconstpointer  data);
void  closed_fixture_tear_down (ClosedFixture *self,
                                gconstpointer  data);

QdId  closed_new_board         (ClosedFixture *self,
                                const char    *team,
                                guint          year);
QdId  closed_new_card          (ClosedFixture *self,
                                QdId           board,
                                const char    *title,
                                double         grade,
                                const char    *learning);
void  closed_set_real          (ClosedFixture *self,
                                QdId           id,
                                QdField        field,
                                double         value);
void  closed_set_integer       (ClosedFixture *self,
                                QdId           id,
                                QdField        field,
                                gint64         value);
void  closed_set_text          (ClosedFixture *self,
                                QdId           id,
                                QdField        field,
                                const char    *value);
void  closed_set_id            (ClosedFixture *self,
                                QdId           id,
                                QdField        field,
                                QdId           value);
QdId  closed_say               (ClosedFixture *self,
                                QdId           card,
                                QdDay          day,
                                double         value,
                                int            confidence);
void  closed_close             (ClosedFixture *self,
                                QdId           board,
                                QdDay          day);

#define ADD_CLOSED(path, function) \
  g_test_add (path, ClosedFixture, NULL, closed_fixture_set_up, function, \
              closed_fixture_tear_down)

G_END_DECLS
