#pragma once

#include "filter/qd-board-filter.h"
#include "model/qd-card.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

#define MANY_N_BOARDS 4

/**
 * ManyFixture:
 * @file: a file with more boards than these
 * @boards: four, each with the objectives and cards of its test only
 * @shown: which of all their cards the filter shows, in order
 */
typedef struct
{
  UiFixture file;
  GListStore *boards;
  QdBoardFilter *filter;
  GtkFilterListModel *shown;
} ManyFixture;

void     many_fixture_set_up    (ManyFixture   *fixture,
                                 gconstpointer  unused);
void     many_fixture_tear_down (ManyFixture   *fixture,
                                 gconstpointer  unused);
QdBoard *many_peek_board        (ManyFixture   *fixture,
                                 guint          nth);
QdCard  *many_peek_card         (ManyFixture   *fixture,
                                 const char    *title);
QdId     many_find_column       (QdCard        *card,
                                 QdColumnRole   role);
QdId     many_add               (ManyFixture   *fixture,
                                 guint          nth,
                                 const char    *title,
                                 guint          colour,
                                 QdId           parent);
void     many_point             (ManyFixture   *fixture,
                                 QdId           objective,
                                 QdId           parent);
void     many_move_card         (ManyFixture   *fixture,
                                 QdCard        *card,
                                 QdId           column);
void     many_undo              (ManyFixture   *fixture);

char    *many_family            (QdId           objective);
void     many_set               (ManyFixture   *fixture,
                                 const char    *tokens);
void     many_set_family        (ManyFixture   *fixture,
                                 QdId           objective);
void     many_assert_filter     (ManyFixture   *fixture,
                                 const char    *expected);
void     many_assert_shown      (ManyFixture   *fixture,
                                 const char    *expected);

G_END_DECLS
