/* Boards as lanes: the columns of one board side by side, or boards side by side
 * with their columns one below another.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/qd-board-text.h"
#include "model/qd-column.h"
#include "model/qd-hue.h"
#include "qd-number-text.h"
#include "qd-paper-card.h"
#include "qd-paper-flow.h"
#include "qd-paper-lanes.h"

/* In points. */
#define MIN_COLUMN 112.0
#define MAX_COLUMN 300.0
#define EMPTY_COLUMN 92.0
#define CARD_GAP 5.0
#define ROW_GAP 3.5
#define SECTION_GAP 9.0
#define COUNT_WIDTH 26.0
#define CHOSEN_COUNT_WIDTH 46.0
#define LINE_GAP 2.0
#define ROLE_HEIGHT 2.0
#define PERCENT_WIDTH 26.0
#define INSET_GAP 4.0
#define CHIP_GAP 12.0
#define CHIP_MIN 120.0

/* More of the name of a board, a column or an objective than anybody prints: they
 * are repeated on each page. */
#define MAX_TITLE 160

/* How many boards stand side by side on a page, at most. */
#define MAX_BOARDS 4

/* The share of a page that its objectives may take from its cards. */
#define MAX_PRELUDE 0.4

/* What all parts of a board are made with. */
typedef struct
{
  const QdPaperStyle *style;
  const QdChosenCards *chosen; /* (nullable) */
  double width;
  QdDay today;
  gboolean compact;
} Maker;

/* "5", or "5/3" where it has a limit, or "2 of 5" where some are not chosen, which needs
 * more @room.
 */
static char *
format_count (const Maker *maker,
              QdColumn    *column,
              double      *room)
{
  const guint limit = qd_column_get_limit (column);
  const guint n = qd_ordered_list_get_length (qd_column_get_cards (column));
  g_autoptr (GPtrArray) chosen = qd_chosen_cards_list (maker->chosen, column);

  *room = chosen->len < n ? CHOSEN_COUNT_WIDTH : COUNT_WIDTH;
  if (limit == 0 || chosen->len < n)
    return qd_chosen_cards_text_count (maker->chosen, chosen->len, n);

  /* Translators: how many cards a column has, and its limit */
  return g_strdup_printf (C_("column", "%u/%u"), n, limit);
}

/* The title of a column and its count above a line in the colour of its role. */
static QdPaperItem *
make_column_head (const Maker *maker,
                  QdPaperKind  kind,
                  QdColumn    *column)
{
  const QdPaperStyle *style = maker->style;
  const guint32 colour = qd_hue_of_role (qd_column_get_role (column))->light;
  QdPaperItem *item = qd_paper_item_new (kind, column, maker->width);
  g_autofree char *title = qd_board_text_title (column, MAX_TITLE);
  double room;
  g_autofree char *count = format_count (maker, column, &room);
  const double thick = kind == QD_PAPER_LANE_HEAD ? ROLE_HEIGHT : ROLE_HEIGHT / 2;
  double y;

  y = qd_paper_item_add_text (item, style, QD_PAPER_FONT_STRONG, style->ink, QD_PAPER_START,
                              title, 0.0, 0.0, maker->width - room);
  y = fmax (y, qd_paper_item_add_text (item, style, QD_PAPER_FONT_STRONG, style->faint,
                                       QD_PAPER_END, count, maker->width - room, 0.0, room));
  y += LINE_GAP;
  qd_paper_item_add_box (item, QD_PAPER_BOX, colour, 0.0, y, maker->width, thick);
  qd_paper_item_finish (item, style, y + thick);

  return item;
}

static QdPaperItem *
make_card (const Maker *maker,
           QdCard      *card)
{
  return maker->compact
           ? qd_paper_card_compact_item (card, maker->style, maker->width, maker->today)
           : qd_paper_card_item (card, maker->style, maker->width, maker->today);
}

/* Returns how high it is. */
static double
add_objective (QdPaperItem *item,
               const Maker *maker,
               QdBoard     *board,
               QdObjective *objective,
               double       x,
               double       y,
               double       width)
{
  const QdPaperStyle *style = maker->style;
  g_autofree char *title = qd_board_text_title (objective, MAX_TITLE);
  g_autofree char *percent = NULL;
  QdObjectiveStanding standing;
  double inset, height;

  qd_objective_standing_of (board, objective, maker->today, &standing);
  percent = qd_number_text_percent (standing.progress);
  inset = qd_paper_card_add_number (item, style, objective, x, y) + INSET_GAP;
  height = qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->ink,
                                   QD_PAPER_START, title, x + inset, y,
                                   width - inset - PERCENT_WIDTH);
  if (!isnan (standing.progress))
    qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->faint, QD_PAPER_END,
                            percent, x + width - PERCENT_WIDTH, y, PERCENT_WIDTH);

  return fmax (height, inset - INSET_GAP);
}

/* The objectives of a board in as many columns as have room; NULL for none. */
static QdPaperItem *
make_objectives (const Maker *maker,
                 QdBoard     *board,
                 double       width)
{
  QdOrderedList *list = qd_board_get_objectives (board);
  const guint n = qd_ordered_list_get_length (list);
  const guint n_fit = (guint) MAX (1.0, floor ((width + CHIP_GAP) / (CHIP_MIN + CHIP_GAP)));
  const guint n_columns = MIN (MIN (n_fit, 4), MAX (n, 1));
  const double chip = (width - (n_columns - 1) * CHIP_GAP) / n_columns;
  QdPaperItem *item;
  double y = 0.0, height = 0.0;

  if (n == 0)
    return NULL;

  item = qd_paper_item_new (QD_PAPER_OBJECTIVES, board, width);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && i % n_columns == 0)
        {
          y += height + LINE_GAP;
          height = 0.0;
        }
      height = fmax (height, add_objective (item, maker, board, qd_ordered_list_peek (list, i),
                                            (i % n_columns) * (chip + CHIP_GAP), y, chip));
    }
  qd_paper_item_finish (item, maker->style, y + height);

  return item;
}

static QdPaperLane *
make_column_lane (const Maker *maker,
                  QdColumn    *column,
                  double       x)
{
  g_autoptr (GPtrArray) cards = qd_chosen_cards_list (maker->chosen, column);
  QdPaperLane *lane;

  lane = qd_paper_lane_new (x, make_column_head (maker, QD_PAPER_LANE_HEAD, column), TRUE);
  for (guint i = 0; i < cards->len; i++)
    qd_paper_lane_add (lane, make_card (maker, g_ptr_array_index (cards, i)), NULL,
                       maker->compact ? ROW_GAP : CARD_GAP, FALSE);

  return lane;
}

static QdPaperHead *
add_board_head (QdPaperLayout *layout,
                const Maker   *maker,
                QdBoard       *board)
{
  GString *subtitle = g_string_new (NULL);
  QdBoardStanding standing;
  QdPaperHead *head;

  qd_board_standing_of (board, maker->today, &standing);
  qd_board_text_append (subtitle, qd_board_text_time (board, maker->today));
  qd_board_text_append (subtitle, qd_board_text_net (&standing));
  qd_board_text_append (subtitle, qd_board_text_counts (&standing));
  qd_board_text_append (subtitle, qd_chosen_cards_text_board (maker->chosen, board));
  head = qd_paper_layout_add_head (layout, qd_board_text_title (board, MAX_TITLE),
                                   g_string_free (subtitle, FALSE), maker->today);
  head->words = qd_board_text_progress (&standing);
  head->progress = standing.progress;
  head->expected = standing.expected;

  return head;
}

/* Takes @objectives: so many that they need pages of their own. */
static void
flow_objectives (QdPaperLayout *layout,
                 QdPaperHead   *head,
                 QdPaperItem   *objectives)
{
  g_autoptr (GPtrArray) lanes = NULL;
  QdPaperLane *lane = qd_paper_lane_new (0.0, NULL, FALSE);

  lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_paper_lane_free);
  qd_paper_lane_add (lane, objectives, NULL, 0.0, FALSE);
  g_ptr_array_add (lanes, lane);
  qd_paper_flow (layout, head, NULL, lanes);
}

static gboolean
is_empty (const Maker   *maker,
          QdOrderedList *columns,
          guint          position)
{
  g_autoptr (GPtrArray) cards = NULL;

  cards = qd_chosen_cards_list (maker->chosen, qd_ordered_list_peek (columns, position));

  return cards->len == 0;
}

/* Some columns of a board, from @first on, over as many pages as they need. Those
 * without cards leave their room to the others.
 */
static void
flow_columns (QdPaperLayout *layout,
              QdPaperHead   *head,
              Maker         *maker,
              QdBoard       *board,
              guint          first,
              guint          n_columns)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  const double width = qd_paper_layout_get_width (layout);
  const double room = width - (MAX (n_columns, 1) - 1) * QD_PAPER_LANE_GAP;
  g_autoptr (GPtrArray) lanes = NULL;
  g_autoptr (QdPaperItem) objectives = NULL;
  double empty, full, x = 0.0;
  guint n_empty = 0;

  for (guint i = 0; i < n_columns; i++)
    n_empty += is_empty (maker, columns, first + i) ? 1 : 0;
  empty = n_empty < n_columns ? MIN (EMPTY_COLUMN, room / n_columns) : room / MAX (n_empty, 1);
  full = MIN ((room - n_empty * empty) / MAX (n_columns - n_empty, 1), MAX_COLUMN);

  lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_paper_lane_free);
  for (guint i = 0; i < n_columns; i++)
    {
      maker->width = is_empty (maker, columns, first + i) ? empty : full;
      g_ptr_array_add (lanes, make_column_lane (maker, qd_ordered_list_peek (columns, first + i),
                                                x));
      x += maker->width + QD_PAPER_LANE_GAP;
    }
  if (first == 0)
    objectives = make_objectives (maker, board, width);
  if (objectives != NULL && objectives->height > layout->sheet.height * MAX_PRELUDE)
    flow_objectives (layout, head, g_steal_pointer (&objectives));
  qd_paper_flow (layout, head, objectives, lanes);
}

/* Returns how many of @n things go on each of as few pages as they need. */
static guint
spread (guint n,
        guint most)
{
  const guint n_pages = (MAX (n, 1) + most - 1) / most;

  return (MAX (n, 1) + n_pages - 1) / n_pages;
}

static double
get_lane_width (const QdPaperLayout *layout,
                guint                n_lanes)
{
  const double width = qd_paper_layout_get_width (layout);

  return (width - (n_lanes - 1) * QD_PAPER_LANE_GAP) / n_lanes;
}

/**
 * qd_paper_lanes_of_board:
 * @layout: a layout that is being made
 * @board: a board that is loaded
 * @chosen: (nullable): which of its cards stand there; %NULL for all
 * @compact: whether little is told of the cards
 * @today: a day
 *
 * Adds the pages of a board. Columns that have no room beside the others come on
 * pages after them.
 */
void
qd_paper_lanes_of_board (QdPaperLayout       *layout,
                         QdBoard             *board,
                         const QdChosenCards *chosen,
                         gboolean             compact,
                         QdDay                today)
{
  const guint n = qd_ordered_list_get_length (qd_board_get_columns (board));
  const double width = qd_paper_layout_get_width (layout) + QD_PAPER_LANE_GAP;
  const guint n_fit = (guint) MAX (1.0, floor (width / (MIN_COLUMN + QD_PAPER_LANE_GAP)));
  const guint n_side = spread (n, n_fit);
  Maker maker = { layout->style, chosen, 0.0, today, compact };
  QdPaperHead *head = add_board_head (layout, &maker, board);

  if (n == 0)
    flow_columns (layout, head, &maker, board, 0, 0);
  for (guint first = 0; first < n; first += n_side)
    flow_columns (layout, head, &maker, board, first, MIN (n_side, n - first));
}

/* The head of a board that stands beside others. */
static QdPaperItem *
make_board_head (const Maker *maker,
                 QdBoard     *board)
{
  const QdPaperStyle *style = maker->style;
  QdPaperItem *item = qd_paper_item_new (QD_PAPER_LANE_HEAD, board, maker->width);
  g_autofree char *title = qd_board_text_title (board, MAX_TITLE);
  g_autofree char *time = qd_board_text_time (board, maker->today);
  g_autofree char *progress = NULL;
  GString *words = g_string_new (NULL);
  g_autofree char *counts = NULL;
  QdBoardStanding standing;
  double y;

  qd_board_standing_of (board, maker->today, &standing);
  progress = qd_board_text_progress (&standing);
  qd_board_text_append (words, qd_board_text_net (&standing));
  qd_board_text_append (words, qd_board_text_counts (&standing));
  qd_board_text_append (words, qd_chosen_cards_text_board (maker->chosen, board));
  counts = g_string_free (words, FALSE);

  y = qd_paper_item_add_text (item, style, QD_PAPER_FONT_HEADING, style->ink, QD_PAPER_START,
                              title, 0.0, 0.0, maker->width) + 1.0;
  if (*time != '\0')
    y += qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->faint,
                                 QD_PAPER_START, time, 0.0, y, maker->width) + LINE_GAP;
  if (progress != NULL)
    {
      qd_paper_item_add_bar (item, style, standing.progress, standing.expected, 0.0, y + 5.0,
                             maker->width);
      y += 10.0;
      y += qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->ink,
                                   QD_PAPER_START, progress, 0.0, y, maker->width);
    }
  y += qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->ink, QD_PAPER_START,
                               counts, 0.0, y, maker->width) + 3.0;
  qd_paper_item_add_box (item, QD_PAPER_BOX, style->rule, 0.0, y, maker->width, 0.6);
  qd_paper_item_finish (item, style, y + 0.6);

  return item;
}

/* Makes the board a list of its columns. Also those are told that have no cards. */
static QdPaperLane *
make_board_lane (const Maker *maker,
                 QdBoard     *board,
                 double       x)
{
  QdOrderedList *columns = qd_board_get_columns (board);
  QdPaperLane *lane = qd_paper_lane_new (x, make_board_head (maker, board), FALSE);
  QdPaperItem *objectives = make_objectives (maker, board, maker->width);

  if (objectives != NULL)
    qd_paper_lane_add (lane, objectives, NULL, 0.0, FALSE);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdColumn *column = qd_ordered_list_peek (columns, i);
      g_autoptr (GPtrArray) cards = qd_chosen_cards_list (maker->chosen, column);
      QdPaperItem *section = make_column_head (maker, QD_PAPER_SECTION, column);

      qd_paper_lane_add (lane, section, NULL, SECTION_GAP, cards->len > 0);
      for (guint j = 0; j < cards->len; j++)
        qd_paper_lane_add (lane, make_card (maker, g_ptr_array_index (cards, j)),
                           j > 0 ? section : NULL, ROW_GAP, FALSE);
    }

  return lane;
}

/**
 * qd_paper_lanes_of_boards:
 * @layout: a layout that is being made
 * @head: the head of its pages
 * @boards: (element-type QdBoard): boards that are loaded
 * @chosen: (nullable): which of their cards stand there; %NULL for all
 * @today: a day
 *
 * Adds pages on which the boards stand side by side, two to four on each.
 */
void
qd_paper_lanes_of_boards (QdPaperLayout       *layout,
                          QdPaperHead         *head,
                          GPtrArray           *boards,
                          const QdChosenCards *chosen,
                          QdDay                today)
{
  const double width = qd_paper_layout_get_width (layout) + QD_PAPER_LANE_GAP;
  const guint n_fit = (guint) MAX (1.0, floor (width / (MIN_COLUMN + QD_PAPER_LANE_GAP)));
  const guint most = isfinite (layout->sheet.height) ? MAX_BOARDS : QD_PAPER_MAX_PICTURE;
  const guint n_side = spread (boards->len, MIN (n_fit, most));
  const Maker maker = {
    layout->style, chosen, get_lane_width (layout, n_side), today, TRUE,
  };

  for (guint first = 0; first < boards->len; first += n_side)
    {
      g_autoptr (GPtrArray) lanes = NULL;

      lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_paper_lane_free);
      for (guint i = first; i < MIN (first + n_side, boards->len); i++)
        g_ptr_array_add (lanes,
                         make_board_lane (&maker, g_ptr_array_index (boards, i),
                                          (i - first) * (maker.width + QD_PAPER_LANE_GAP)));
      qd_paper_flow (layout, head, NULL, lanes);
    }
}
