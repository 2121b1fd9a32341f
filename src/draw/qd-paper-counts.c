/* Boards as a table of numbers: a row for each board and one for each of its
 * objectives, a column for each column of the boards.
 *
 * Columns of the same role are one column of the table, whatever they are called;
 * those without a role go by their title.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/qd-board-text.h"
#include "model/qd-column-slots.h"
#include "model/qd-hue.h"
#include "qd-number-text.h"
#include "qd-paper-card.h"
#include "qd-paper-counts.h"
#include "qd-paper-flow.h"

/* In points. */
#define SLOT_MAX 48.0
#define SLOT_MIN 20.0
#define SLOT_SHARE 0.33
#define BAR_WIDTH 60.0
#define PERCENT_WIDTH 28.0
#define FIGURE_WIDTH 42.0
#define GAP 8.0
#define ROW_GAP 2.5
#define BOARD_GAP 7.0
#define PILL_WIDTH 20.0
#define PILL_HEIGHT 10.5
#define RULE 0.6
#define BAR_Y 5.5

/* Of a row below a line. */
#define TEXT_Y 4.5

#define MAX_TITLE 160

/* The places of the columns of the table. */
typedef struct
{
  const QdPaperStyle *style;
  QdDay today;
  const QdChosenCards *chosen; /* (nullable) */
  GPtrArray *slots;
  double width;
  gboolean with_time; /* whether the boards are of several cycles */
  double team;
  double slot_x;
  double slot_width;
  double bar_x;
  double net_x;
  double due_x;
} Table;

static gboolean
has_several_cycles (GPtrArray *boards)
{
  for (guint i = 1; i < boards->len; i++)
    if (qd_board_get_cycle (g_ptr_array_index (boards, i)) !=
        qd_board_get_cycle (g_ptr_array_index (boards, 0)))
      return TRUE;

  return FALSE;
}

static void
place_columns (Table *self)
{
  const guint n = MAX (self->slots->len, 1);
  const double fixed = BAR_WIDTH + PERCENT_WIDTH + 2 * FIGURE_WIDTH + 2 * GAP;

  self->slot_width = CLAMP (self->width * SLOT_SHARE / n, SLOT_MIN, SLOT_MAX);
  self->due_x = self->width - FIGURE_WIDTH;
  self->net_x = self->due_x - FIGURE_WIDTH;
  self->bar_x = self->net_x - BAR_WIDTH - PERCENT_WIDTH;
  self->slot_x = MAX (self->width - fixed - n * self->slot_width, self->width / 5);
  self->slot_width = (self->bar_x - GAP - self->slot_x) / n;
  self->team = self->slot_x - GAP;
}

/* A figure in the middle of a column of the table. Returns how high it is. */
static double
add_figure (const Table    *self,
            QdPaperItem    *item,
            QdPaperFont     font,
            guint32         colour,
            const char     *text,
            double          x,
            double          y,
            double          width)
{
  return qd_paper_item_add_text (item, self->style, font, colour, QD_PAPER_CENTRE, text, x, y,
                                 width);
}

/* The names of the columns, on each page. */
static QdPaperItem *
make_names (const Table *self)
{
  const QdPaperStyle *style = self->style;
  QdPaperItem *item = qd_paper_item_new (QD_PAPER_LANE_HEAD, NULL, self->width);
  const struct {
    const char *name;
    double x;
    double width;
    QdPaperAlign align;
  } names[] = {
    { _("Board"), 0.0, self->team, QD_PAPER_START },
    { _("Progress"), self->bar_x, BAR_WIDTH + PERCENT_WIDTH, QD_PAPER_START },
    { _("Net confidence"), self->net_x, FIGURE_WIDTH, QD_PAPER_CENTRE },
    { _("Check-ins due"), self->due_x, FIGURE_WIDTH, QD_PAPER_CENTRE },
  };
  double height = 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    height = fmax (height,
                   qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->faint,
                                          names[i].align, names[i].name, names[i].x, 0.0,
                                          names[i].width));
  for (guint i = 0; i < self->slots->len; i++)
    {
      const QdColumnSlot *slot = g_ptr_array_index (self->slots, i);

      height = fmax (height,
                     qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->faint,
                                            QD_PAPER_CENTRE, slot->title,
                                            self->slot_x + i * self->slot_width, 0.0,
                                            self->slot_width));
    }
  qd_paper_item_finish (item, style, height);

  return item;
}

static void
add_bar (const Table *self,
         QdPaperItem *item,
         double       progress,
         double       expected,
         double       y)
{
  g_autofree char *percent = qd_number_text_percent (progress);

  if (isnan (progress))
    return;

  qd_paper_item_add_bar (item, self->style, progress, expected, self->bar_x, y + BAR_Y,
                         BAR_WIDTH);
  qd_paper_item_add_text (item, self->style, QD_PAPER_FONT_SMALL, self->style->ink,
                          QD_PAPER_END, percent, self->bar_x + BAR_WIDTH, y + 0.5, PERCENT_WIDTH);
}

/* A board and its counts, below a line, so that it is seen what belongs to it. */
static QdPaperItem *
make_board (const Table           *self,
            QdBoard               *board,
            const QdBoardStanding *standing)
{
  const QdPaperStyle *style = self->style;
  QdPaperItem *item = qd_paper_item_new (QD_PAPER_ROW, board, self->width);
  g_autofree char *title = qd_board_text_title (board, MAX_TITLE);
  g_autofree char *time = qd_board_text_time (board, self->today);
  g_autofree char *net = qd_number_text (standing->net_confidence);
  g_autofree char *signed_net = g_strconcat (standing->net_confidence > 0 ? "+" : "", net, NULL);
  g_autofree char *due = g_strdup_printf ("%u", standing->n_due);
  double height;

  qd_paper_item_add_box (item, QD_PAPER_BOX, style->rule, 0.0, 0.0, self->width, RULE);
  height = TEXT_Y + qd_paper_item_add_text (item, style, QD_PAPER_FONT_STRONG, style->ink,
                                            QD_PAPER_START, title, 0.0, TEXT_Y, self->team);
  if (self->with_time && *time != '\0')
    height += qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->faint,
                                      QD_PAPER_START, time, 0.0, height, self->team);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const QdColumnSlot *slot = g_ptr_array_index (self->slots, i);
      const guint n = qd_column_slot_count (slot, board, self->chosen);
      g_autofree char *count = qd_column_slot_dup_count (slot, board, self->chosen);
      const double count_height = add_figure (self, item, QD_PAPER_FONT_STRONG,
                                              n > 0 ? style->ink : style->faint, count,
                                              self->slot_x + i * self->slot_width, TEXT_Y,
                                              self->slot_width);

      height = fmax (height, TEXT_Y + count_height);
    }
  add_bar (self, item, standing->progress, standing->expected, TEXT_Y);
  if (standing->has_net_confidence)
    add_figure (self, item, QD_PAPER_FONT_BODY, style->ink, signed_net, self->net_x, TEXT_Y,
                FIGURE_WIDTH);
  add_figure (self, item, QD_PAPER_FONT_BODY, standing->n_due > 0 ? style->ink : style->faint,
              due, self->due_x, TEXT_Y, FIGURE_WIDTH);
  qd_paper_item_finish (item, style, height);

  return item;
}

/* How many cards of an objective stand in a column of the table, in its colour. */
static void
add_pill (const Table *self,
          QdPaperItem *item,
          QdObjective *objective,
          guint        slot,
          guint        n)
{
  const guint32 colour = qd_hue_of_objective (objective)->light;
  const guint32 white = 0xffffff;
  const double width = MIN (PILL_WIDTH, self->slot_width - 2.0);
  const double x = self->slot_x + slot * self->slot_width + (self->slot_width - width) / 2;
  g_autofree char *count = g_strdup_printf ("%u", n);

  qd_paper_item_add_box (item, QD_PAPER_BOX, colour, x, 0.0, width, PILL_HEIGHT);
  qd_paper_item_add_text (item, self->style, QD_PAPER_FONT_TINY,
                          objective != NULL ? white : self->style->ink, QD_PAPER_CENTRE,
                          count, x, 1.0, width);
}

/* An objective and its counts, or the cards without one; NULL where there are none. */
static QdPaperItem *
make_objective (const Table *self,
                QdBoard     *board,
                QdObjective *objective)
{
  const QdPaperStyle *style = self->style;
  QdObjectiveStanding standing;
  QdPaperItem *item;
  g_autofree char *title = NULL;
  double x, height;

  qd_objective_standing_of (board, objective, self->today, &standing);
  if (objective == NULL && standing.n_key_results == 0)
    return NULL;

  item = qd_paper_item_new (QD_PAPER_ROW, objective, self->width);
  title = objective != NULL ? qd_board_text_title (objective, MAX_TITLE)
                            : g_strdup (_("No objective"));
  x = qd_paper_card_add_number (item, style, objective, 0.0, 0.0) + 4.0;
  height = qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->ink,
                                   QD_PAPER_START, title, x, 0.5, self->team - x) + 0.5;
  for (guint i = 0; i < self->slots->len; i++)
    {
      const guint n = qd_column_slot_count_of (g_ptr_array_index (self->slots, i), board,
                                               objective, self->chosen);

      if (n > 0)
        add_pill (self, item, objective, i, n);
    }
  add_bar (self, item, standing.progress, standing.expected, 0.0);
  qd_paper_item_finish (item, style, MAX (height, PILL_HEIGHT));

  return item;
}

/* @keep says whether what comes next never stands alone. */
static void
add_rows (const Table *self,
          QdPaperLane *lane,
          QdBoard     *board,
          gboolean     keep)
{
  QdOrderedList *objectives = qd_board_get_objectives (board);
  const guint n = qd_ordered_list_get_length (objectives);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  QdBoardStanding standing;

  qd_board_standing_of (board, self->today, &standing);
  g_ptr_array_add (rows, make_board (self, board, &standing));
  for (guint i = 0; i <= n; i++)
    {
      QdObjective *objective = i < n ? qd_ordered_list_peek (objectives, i) : NULL;
      QdPaperItem *row = make_objective (self, board, objective);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  for (guint i = 0; i < rows->len; i++)
    qd_paper_lane_add (lane, g_ptr_array_index (rows, i), NULL, i > 0 ? ROW_GAP : BOARD_GAP,
                       keep || i + 1 < rows->len);
}

/* The sums of all boards. */
static QdPaperItem *
make_sums (const Table *self,
           GPtrArray   *boards)
{
  const QdPaperStyle *style = self->style;
  QdPaperItem *item = qd_paper_item_new (QD_PAPER_ROW, NULL, self->width);
  double height;

  qd_paper_item_add_box (item, QD_PAPER_BOX, style->ink, 0.0, 0.0, self->width, RULE);
  height = qd_paper_item_add_text (item, style, QD_PAPER_FONT_STRONG, style->ink,
                                   QD_PAPER_START, _("All boards"), 0.0, TEXT_Y, self->team);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const QdColumnSlot *slot = g_ptr_array_index (self->slots, i);
      g_autofree char *count = NULL;
      guint n_chosen = 0, n_cards = 0;

      for (guint j = 0; j < boards->len; j++)
        {
          n_chosen += qd_column_slot_count (slot, g_ptr_array_index (boards, j), self->chosen);
          n_cards += qd_column_slot_count (slot, g_ptr_array_index (boards, j), NULL);
        }
      count = qd_chosen_cards_text_count (self->chosen, n_chosen, n_cards);
      height = fmax (height, add_figure (self, item, QD_PAPER_FONT_STRONG, style->ink, count,
                                         self->slot_x + i * self->slot_width, TEXT_Y,
                                         self->slot_width));
    }
  qd_paper_item_finish (item, style, TEXT_Y + height);

  return item;
}

/**
 * qd_paper_counts_of_boards:
 * @layout: a layout that is being made
 * @head: the head of its pages
 * @boards: (element-type QdBoard): boards that are loaded
 * @chosen: (nullable): which of their cards count; %NULL for all
 * @today: a day
 *
 * Adds the pages of the table. A board and its objectives stay together.
 */
void
qd_paper_counts_of_boards (QdPaperLayout       *layout,
                           QdPaperHead         *head,
                           GPtrArray           *boards,
                           const QdChosenCards *chosen,
                           QdDay                today)
{
  g_autoptr (GPtrArray) slots = qd_column_slots_of (boards);
  g_autoptr (GPtrArray) lanes = NULL;
  Table table = {
    layout->style, today, chosen, slots, qd_paper_layout_get_width (layout),
  };
  const gboolean with_sums = boards->len > 1;
  QdPaperLane *lane;

  table.with_time = has_several_cycles (boards);
  place_columns (&table);
  lane = qd_paper_lane_new (0.0, make_names (&table), FALSE);
  for (guint i = 0; i < boards->len; i++)
    add_rows (&table, lane, g_ptr_array_index (boards, i), with_sums && i + 1 == boards->len);
  if (with_sums)
    qd_paper_lane_add (lane, make_sums (&table, boards), NULL, BOARD_GAP, FALSE);

  lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_paper_lane_free);
  g_ptr_array_add (lanes, lane);
  qd_paper_flow (layout, head, NULL, lanes);
}
