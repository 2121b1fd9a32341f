/* Boards that are built by hand, and what must hold of every layout of them. */

#include "config.h"

#include <math.h>

#include "model/qd-board-private.h"
#include "model/qd-card-private.h"
#include "model/qd-column-private.h"
#include "model/qd-cycle-private.h"
#include "model/qd-entity-private.h"
#include "model/qd-key-result-private.h"
#include "model/qd-objective-private.h"
#include "model/qd-ordered-list-private.h"
#include "model/qd-person-private.h"

#include "paper-boards.h"

#define N_OBJECTIVES 3

/* What adding up leaves, in points. */
#define TOLERANCE 0.05

static QdId last_id = 1000;

/* Ranks in the order in which they are made. */
static void
name (gpointer    entity,
      const char *title)
{
  g_autofree char *rank = g_strdup_printf ("%08u", (guint) last_id);

  qd_entity_set_title (entity, title);
  qd_entity_set_rank (entity, rank);
}

static void
add_card (QdColumn *column,
          QdBoard  *board,
          guint     number)
{
  g_autoptr (QdKeyResult) card = qd_key_result_new (++last_id);
  g_autoptr (QdPerson) owner = qd_person_new (++last_id);
  QdOrderedList *objectives = qd_board_get_objectives (board);
  QdSummary summary = { .current = number % 90, .checked = PAPER_TODAY - 1, .confidence = 6 };
  g_autofree char *title = g_strdup_printf ("Card %03u of %s", number,
                                            qd_entity_get_title (QD_ENTITY (column)));

  name (card, title);
  qd_entity_set_title (QD_ENTITY (owner), "Ada");
  qd_card_set_column (QD_CARD (card), column);
  qd_card_set_objective (QD_CARD (card), qd_ordered_list_peek (objectives,
                                                               number % N_OBJECTIVES));
  qd_card_set_owner (QD_CARD (card), owner);
  qd_key_result_set_metric (card, QD_METRIC_CHANGE);
  qd_key_result_set_baseline (card, 0.0);
  qd_key_result_set_target (card, 100.0);
  summary.readings = g_new (QdPoint, 1);
  summary.readings[0] = (QdPoint) { summary.checked, summary.current };
  summary.n_readings = 1;
  summary.blocked = number % 5 == 0;
  qd_key_result_take_summary (card, &summary);
  qd_ordered_list_insert (qd_column_get_cards (column), QD_ENTITY (card));
}

/* With so many cards in each column. */
QdBoard *
paper_board_new (const char  *title,
                 guint        n_columns,
                 const guint *n_cards)
{
  QdBoard *board = qd_board_new (++last_id);
  g_autoptr (QdCycle) cycle = qd_cycle_new (++last_id);

  name (board, title);
  qd_entity_set_title (QD_ENTITY (cycle), "2026 Q4");
  qd_cycle_set_first_day (cycle, qd_day_new (2026, 10, 1));
  qd_cycle_set_last_day (cycle, qd_day_new (2026, 12, 30));
  qd_board_set_cycle (board, cycle);
  qd_board_set_loaded (board, TRUE);
  for (guint i = 0; i < N_OBJECTIVES; i++)
    {
      g_autoptr (QdObjective) objective = qd_objective_new (++last_id);

      name (objective, i == 0 ? "Delight" : i == 1 ? "Be found" : "Grow up");
      qd_objective_set_board (objective, board);
      qd_objective_set_colour (objective, i);
      qd_ordered_list_insert (qd_board_get_objectives (board), QD_ENTITY (objective));
    }
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (QdColumn) column = qd_column_new (++last_id);
      g_autofree char *column_title = g_strdup_printf ("Lane %u", i + 1);

      name (column, column_title);
      qd_column_set_board (column, board);
      qd_column_set_role (column, n_columns <= 4 ? (QdColumnRole) (i + 1) : QD_COLUMN_OTHER);
      qd_ordered_list_insert (qd_board_get_columns (board), QD_ENTITY (column));
      for (guint j = 0; j < n_cards[i]; j++)
        add_card (column, board, j + 1);
    }

  return board;
}

/* Children point to their parents, and nothing is left of either. */
void
paper_board_free (QdBoard *board)
{
  g_assert_finalize_object (board);
}

void
paper_board_rename (QdBoard    *board,
                    guint       column,
                    guint       card,
                    const char *title)
{
  QdColumn *of = qd_ordered_list_peek (qd_board_get_columns (board), column);

  qd_entity_set_title (qd_ordered_list_peek (qd_column_get_cards (of), card), title);
}

/* So that the objectives stand in many rows above the cards of the first page. */
void
paper_board_add_objectives (QdBoard *board,
                            guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QdObjective) objective = qd_objective_new (++last_id);

      name (objective, "Be where our customers are looking for help");
      qd_objective_set_board (objective, board);
      qd_ordered_list_insert (qd_board_get_objectives (board), QD_ENTITY (objective));
    }
}

static gboolean
overlaps (const QdPaperPlace *a,
          const QdPaperPlace *b)
{
  return a->x + a->item->width > b->x + TOLERANCE && b->x + b->item->width > a->x + TOLERANCE &&
         a->y + a->item->height > b->y + TOLERANCE && b->y + b->item->height > a->y + TOLERANCE;
}

/* Nothing is written twice in one place. */
static void
assert_item (const QdPaperItem *item)
{
  for (guint i = 0; i < item->marks->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const QdPaperMark *a = &g_array_index (item->marks, QdPaperMark, i);
        const QdPaperMark *b = &g_array_index (item->marks, QdPaperMark, j);

        g_assert_false (a->kind == QD_PAPER_TEXT && b->kind == QD_PAPER_TEXT && a->x == b->x &&
                        a->y == b->y);
      }
}

static void
assert_page (const QdPaperLayout *layout,
             const QdPaperPage   *page)
{
  const QdPaperSheet *sheet = &layout->sheet;

  g_assert_cmpuint (page->places->len, >, 0);
  g_assert_cmpint (g_array_index (page->places, QdPaperPlace, 0).item->kind, ==,
                   QD_PAPER_PAGE_HEAD);
  for (guint i = 0; i < page->places->len; i++)
    {
      const QdPaperPlace *place = &g_array_index (page->places, QdPaperPlace, i);

      assert_item (place->item);
      g_assert_cmpfloat (place->x, >=, sheet->margin_x - TOLERANCE);
      g_assert_cmpfloat (place->x + place->item->width, <=,
                         sheet->width - sheet->margin_x + TOLERANCE);
      g_assert_cmpfloat (place->y, >=, sheet->margin_y - TOLERANCE);
      g_assert_cmpfloat (place->y + place->item->height, <=,
                         page->height - sheet->margin_y + TOLERANCE);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlaps (place, &g_array_index (page->places, QdPaperPlace, j)));
    }
}

/* Every page has a head, and nothing lies outside the margins or over another. */
void
paper_assert_sound (const QdPaperLayout *layout)
{
  g_assert_cmpuint (qd_paper_layout_get_n_pages (layout), >, 0);
  for (guint i = 0; i < layout->pages->len; i++)
    assert_page (layout, g_ptr_array_index (layout->pages, i));
}

/* The card after @card among those that stand on the pages, which begin with
 * @position.
 */
static const QdPaperItem *
next_card (const QdPaperLayout *layout,
           QdColumn            *column,
           guint               *page,
           guint               *position)
{
  for (; *page < layout->pages->len; (*page)++, *position = 0)
    {
      GArray *places = ((QdPaperPage *) g_ptr_array_index (layout->pages, *page))->places;

      while (*position < places->len)
        {
          const QdPaperItem *item = g_array_index (places, QdPaperPlace, (*position)++).item;

          if (item->kind == QD_PAPER_CARD && !item->continued &&
              qd_card_get_column (QD_CARD (item->entity)) == column)
            return item;
        }
    }

  return NULL;
}

/* The cards of each column stand there once, in their order. */
void
paper_assert_each (const QdPaperLayout *layout,
                   QdBoard             *board)
{
  QdOrderedList *columns = qd_board_get_columns (board);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      QdOrderedList *cards = qd_column_get_cards (column);
      guint page = 0, position = 0;

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          const QdPaperItem *item = next_card (layout, column, &page, &position);

          g_assert_nonnull (item);
          g_assert_true (item->entity == qd_ordered_list_peek (cards, j));
        }
      g_assert_null (next_card (layout, column, &page, &position));
    }
}
