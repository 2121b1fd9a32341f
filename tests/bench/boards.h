#pragma once

#include "store/qd-edit-plan.h"

G_BEGIN_DECLS

void boards_make_file    (const char *path,
                          guint       n_boards,
                          guint       n_cards);
void boards_make_quarter (const char *path,
                          guint       n_boards,
                          guint       n_cards);

G_END_DECLS
