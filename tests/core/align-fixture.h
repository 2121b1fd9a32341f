#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

#define ALIGN_N_BOARDS 3

/* Three boards of one cycle, none of which is loaded. */
typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId cycle;
  QdId boards[ALIGN_N_BOARDS];
} Fixture;

void         align_fixture_set_up    (Fixture       *fixture,
                                      gconstpointer  data);
void         align_fixture_tear_down (Fixture       *fixture,
                                      gconstpointer  data);
void         align_fixture_reopen    (Fixture       *fixture);
QdId         align_fixture_new       (Fixture       *fixture,
                                      guint          board,
                                      const char    *title,
                                      QdId           parent);
QdId         align_fixture_new_untitled
                                     (Fixture       *fixture,
                                      guint          board);
QdObjective *align_fixture_peek      (Fixture       *fixture,
                                      QdId           objective);
void         align_fixture_point     (Fixture       *fixture,
                                      QdId           objective,
                                      QdId           parent);
void         align_fixture_archive   (Fixture       *fixture,
                                      QdEntityKind   kind,
                                      QdId           id,
                                      gboolean       archived);
gint64       align_fixture_count     (Fixture       *fixture);

G_END_DECLS
