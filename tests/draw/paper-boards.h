#pragma once

#include "model/qd-board.h"
#include "qd-paper-layout.h"

G_BEGIN_DECLS

/* Half of the cycle of the boards is over on this day. */
#define PAPER_TODAY qd_day_new (2026, 11, 15)

QdBoard *paper_board_new            (const char          *title,
                                     guint                n_columns,
                                     const guint         *n_cards);
void     paper_board_free           (QdBoard             *board);
void     paper_board_rename         (QdBoard             *board,
                                     guint                column,
                                     guint                card,
                                     const char          *title);
void     paper_board_add_objectives (QdBoard             *board,
                                     guint                n);
void     paper_assert_sound         (const QdPaperLayout *layout);
void     paper_assert_each          (const QdPaperLayout *layout,
                                     QdBoard             *board);

G_END_DECLS
