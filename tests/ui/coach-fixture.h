#pragma once

#include "board-fixture.h"
#include "board/qd-board-head.h"
#include "coach/qd-coach-popover.h"

G_BEGIN_DECLS

QdBoardHead    *coach_get_head    (BoardFixture *fixture);
GtkMenuButton  *coach_get_button  (BoardFixture *fixture);
void            coach_wait        (BoardFixture *fixture);
void            coach_open        (BoardFixture *fixture);
QdCoachPopover *coach_get_popover (BoardFixture *fixture);
GtkWidget      *coach_find_row    (BoardFixture *fixture,
                                   const char   *label,
                                   const char   *description);
void            coach_click       (BoardFixture *fixture,
                                   GtkWidget    *row,
                                   const char   *label);
void            coach_measure     (BoardFixture *fixture,
                                   QdCard       *card,
                                   double        value,
                                   int           confidence);

G_END_DECLS
