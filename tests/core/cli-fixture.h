#pragma once

#include "cli-caller.h"
#include "store-fixture.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"

G_BEGIN_DECLS

/**
 * CliFixture:
 * @scratch: a file of its own
 * @clock: of what is written into it
 * @board: a board of October to December 2026 with an objective
 * @nps: a key result in progress, with something of everything
 * @page: another, with figures only
 * @answer: one of no objective that was not started
 *
 * What people look at on November 22, 2026, in the eighth week of a cycle.
 */
typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdId board;
  QdId nps;
  QdId page;
  QdId answer;
} CliFixture;

void      cli_fixture_set_up    (CliFixture          *self,
                                 gconstpointer        unused);
void      cli_fixture_tear_down (CliFixture          *self,
                                 gconstpointer        unused);
void      cli_fixture_check_in  (CliFixture          *self,
                                 QdStore             *store,
                                 QdId                 card,
                                 QdDay                day,
                                 double               value,
                                 int                  confidence,
                                 const char          *note,
                                 const char          *blocker);

void      assert_extracts       (const CallerResult  *result,
                                 const char          *path,
                                 const char          *wanted);

#define ADD(path, function) \
  g_test_add (path, CliFixture, NULL, cli_fixture_set_up, function, cli_fixture_tear_down)

G_END_DECLS
