/* Boards on pages, as densely as is asked: each on pages of its own, side by side,
 * or as a table of numbers; on paper, or as one picture.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/qd-board-text.h"
#include "model/qd-column-slots.h"
#include "qd-paper-board.h"
#include "qd-paper-counts.h"
#include "qd-paper-lanes.h"

/* A table with more columns than this lies on the long side of the paper. */
#define MAX_UPRIGHT 6

/* In points, of a picture. */
#define MARGIN 24.0
#define COUNTS_WIDTH 620.0
#define SLOT_WIDTH 36.0

#define MAX_TITLE 160

static guint
get_n_slots (GPtrArray *boards)
{
  g_autoptr (GPtrArray) slots = qd_column_slots_of (boards);

  return slots->len;
}

/* How many lanes a picture has side by side. */
static guint
get_n_lanes (GPtrArray *boards,
             gboolean   together)
{
  guint n = 1;

  if (together)
    return MIN (boards->len, QD_PAPER_MAX_PICTURE);

  for (guint i = 0; i < boards->len; i++)
    {
      QdBoard *board = g_ptr_array_index (boards, i);
      const guint n_columns = qd_ordered_list_get_length (qd_board_get_columns (board));

      n = MAX (n, n_columns);
    }

  return n;
}

/* The cycle of the boards, where they are all of the same. */
static char *
dup_time (GPtrArray *boards,
          QdDay      today)
{
  QdBoard *first = g_ptr_array_index (boards, 0);

  for (guint i = 1; i < boards->len; i++)
    if (qd_board_get_cycle (g_ptr_array_index (boards, i)) != qd_board_get_cycle (first))
      return NULL;

  return qd_board_text_time (first, today);
}

static QdPaperHead *
add_head (QdPaperLayout *layout,
          GPtrArray     *boards,
          const char    *title,
          QdDay          today)
{
  const guint n = boards->len;
  GString *subtitle = g_string_new (NULL);
  char *name = NULL;

  if (title == NULL && n == 1)
    name = qd_board_text_title (g_ptr_array_index (boards, 0), MAX_TITLE);
  else
    name = g_strdup (title != NULL ? title : _("Boards"));
  qd_board_text_append (subtitle, dup_time (boards, today));
  qd_board_text_append (subtitle, g_strdup_printf (ngettext ("%u board", "%u boards", n), n));

  return qd_paper_layout_add_head (layout, name, g_string_free (subtitle, FALSE), today);
}

/**
 * qd_paper_sheet_init_for_boards:
 * @sheet: (out caller-allocates): what is to be set
 * @size: the paper
 * @boards: (element-type QdBoard): what is to stand on it
 * @density: how much of them
 *
 * Chooses which side of the paper is up.
 */
void
qd_paper_sheet_init_for_boards (QdPaperSheet *sheet,
                                QdPaperSize   size,
                                GPtrArray    *boards,
                                QdDensity     density)
{
  g_return_if_fail (sheet != NULL && boards != NULL);

  qd_paper_sheet_init (sheet, size,
                       density != QD_DENSITY_COUNTS || get_n_slots (boards) > MAX_UPRIGHT);
}

/**
 * qd_paper_sheet_init_for_picture:
 * @sheet: (out caller-allocates): what is to be set
 * @boards: (element-type QdBoard): what is to stand on it
 * @density: how much of them
 *
 * Makes a sheet as wide as the boards need, and as high as they will be.
 */
void
qd_paper_sheet_init_for_picture (QdPaperSheet *sheet,
                                 GPtrArray    *boards,
                                 QdDensity     density)
{
  double width;

  g_return_if_fail (sheet != NULL && boards != NULL);

  if (density == QD_DENSITY_COUNTS)
    width = COUNTS_WIDTH + get_n_slots (boards) * SLOT_WIDTH;
  else
    width = get_n_lanes (boards, density == QD_DENSITY_COMPACT && boards->len > 1) *
            (QD_PAPER_LANE_WIDTH + QD_PAPER_LANE_GAP);
  *sheet = (QdPaperSheet) {
    .width = MAX (width, COUNTS_WIDTH) + 2 * MARGIN, .height = INFINITY, .margin_x = MARGIN,
    .margin_y = MARGIN,
  };
}

/**
 * qd_paper_board_layout:
 * @boards: (element-type QdBoard): boards that are loaded, one at least
 * @chosen: (nullable): which of their cards are on the pages; %NULL for all
 * @title: (nullable): what several boards are called together
 * @density: %QD_DENSITY_CARDS for each board on pages of its own,
 *   %QD_DENSITY_COMPACT for boards side by side, %QD_DENSITY_COUNTS for a table
 * @today: the day for which it is told how they stand
 * @sheet: what is written on
 * @rtl: whether one writes from right to left
 *
 * Returns: (transfer full): the boards on pages
 */
QdPaperLayout *
qd_paper_board_layout (GPtrArray           *boards,
                       const QdChosenCards *chosen,
                       const char          *title,
                       QdDensity            density,
                       QdDay                today,
                       const QdPaperSheet  *sheet,
                       gboolean             rtl)
{
  QdPaperLayout *layout;

  g_return_val_if_fail (boards != NULL && boards->len > 0, NULL);
  g_return_val_if_fail (sheet != NULL, NULL);

  layout = qd_paper_layout_new (sheet, rtl);
  qd_paper_layout_take_note (layout, qd_chosen_cards_text_reason (chosen));
  if (density == QD_DENSITY_COUNTS)
    qd_paper_counts_of_boards (layout, add_head (layout, boards, title, today), boards, chosen,
                               today);
  else if (density == QD_DENSITY_COMPACT && boards->len > 1)
    qd_paper_lanes_of_boards (layout, add_head (layout, boards, title, today), boards, chosen,
                              today);
  else
    for (guint i = 0; i < boards->len; i++)
      qd_paper_lanes_of_board (layout, g_ptr_array_index (boards, i), chosen,
                               density == QD_DENSITY_COMPACT, today);
  qd_paper_layout_finish (layout);

  return layout;
}
