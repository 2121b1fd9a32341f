#pragma once

#include "board/qd-board-view.h"
#include "board/qd-column-view.h"
#include "ui-fixture.h"
#include "widgets/qd-toaster.h"

G_BEGIN_DECLS

/**
 * BoardFixture:
 * @file: a file with two boards
 * @window: a window that is shown
 * @toaster: in the window
 * @view: in the toaster; shows the first board of the file
 */
typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdToaster *toaster;
  QdBoardView *view;
} BoardFixture;

void          board_fixture_set_up    (BoardFixture  *fixture,
                                       gconstpointer  unused);
void          board_fixture_tear_down (BoardFixture  *fixture,
                                       gconstpointer  unused);
void          board_lay_out           (BoardFixture  *fixture);
QdColumn     *board_get_column        (BoardFixture  *fixture,
                                       guint          nth);
QdColumnView *board_get_column_view   (BoardFixture  *fixture,
                                       guint          nth);
QdCardList   *board_get_list          (BoardFixture  *fixture,
                                       guint          nth);
GtkWidget    *board_get_list_view     (BoardFixture  *fixture,
                                       guint          nth);
QdCard       *board_get_card          (BoardFixture  *fixture,
                                       guint          column,
                                       guint          nth);
void          board_assert_cards      (BoardFixture  *fixture,
                                       guint          column,
                                       const char    *expected);
void          board_assert_rows       (BoardFixture  *fixture,
                                       guint          column,
                                       const char    *expected);
void          board_assert_label      (gpointer       accessible,
                                       const char    *label);
QdCardView   *board_get_focus         (BoardFixture  *fixture);
void          board_assert_focus      (BoardFixture  *fixture,
                                       const char    *title);
void          board_focus             (BoardFixture  *fixture,
                                       guint          column,
                                       guint          nth);
void          board_activate          (BoardFixture  *fixture,
                                       const char    *action);
void          board_undo              (BoardFixture  *fixture);
QdId          board_add_objective     (BoardFixture  *fixture,
                                       const char    *title);
void          board_label_card        (BoardFixture  *fixture,
                                       QdCard        *card,
                                       QdId           objective);
void          board_set_filter        (BoardFixture  *fixture,
                                       QdId           objective);

G_END_DECLS
