#pragma once

#include "store/qd-store.h"

G_BEGIN_DECLS

char  *state_dump_tables        (const char  *path);
char  *state_dump_from_payloads (const char  *path);
char  *state_dump_entries       (const char  *path);
char  *state_dump_models        (QdWorkspace *workspace);
char  *state_dump_board         (QdBoard     *board);
void   state_assert_same        (const char  *what,
                                 const char  *a,
                                 const char  *b);
void   state_assert_log         (const char  *path);
void   state_assert_search      (const char  *path);

G_END_DECLS
