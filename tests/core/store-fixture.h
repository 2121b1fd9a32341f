#pragma once

#include "scratch.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

/**
 * FixtureClock:
 * @now: milliseconds since the Unix epoch
 *
 * A clock that stands still until it is set.
 */
typedef struct
{
  gint64 now;
} FixtureClock;

/* Thursday, October 1, 2026, at nine in the morning, UTC. */
#define FIXTURE_NOW G_GINT64_CONSTANT (1790845200000)

QdStore  *fixture_open           (const char    *path,
                                  FixtureClock  *clock);
void      fixture_copy           (const char    *from,
                                  const char    *to);
void      fixture_copy_unnoticed (const char    *from,
                                  const char    *to);
char     *fixture_text           (const char    *path,
                                  const char    *sql);

QdId      fixture_new_board      (QdStore       *store,
                                  const char    *team);
QdBoard  *fixture_load_board     (QdStore       *store,
                                  QdId           board);
QdId      fixture_column         (QdStore       *store,
                                  QdId           board,
                                  guint          position);
QdId      fixture_new_card       (QdStore       *store,
                                  QdId           column,
                                  const char    *title);
char     *fixture_titles         (QdStore       *store,
                                  QdId           column);

G_END_DECLS
