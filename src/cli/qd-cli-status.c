/* "status": how the boards stand, and each key result on them, for people. What
 * programs read is written by qd-cli-status-json.c. Changes nothing. The order is
 * always the same: cycles from the newest on, boards, columns and cards as they
 * stand.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/qd-board-text.h"
#include "qd-cli-boards.h"
#include "qd-cli-card.h"
#include "qd-cli-private.h"
#include "qd-cli-status-private.h"
#include "qd-cli-words.h"
#include "qd-number-text.h"
#include "qd-terminal.h"

/* Longer titles are cut; "show" has all of them. */
#define TITLE_WIDTH 60

enum
{
  CELL_TITLE,
  CELL_PROGRESS,
  CELL_HEALTH,
  CELL_OWNER,
  CELL_MARKS,
  N_CELLS
};

/* A row of the cards of a board. */
typedef struct
{
  char *cells[N_CELLS];
} Line;

static void
line_clear (gpointer data)
{
  Line *self = data;

  for (guint i = 0; i < N_CELLS; i++)
    g_clear_pointer (&self->cells[i], g_free);
}

/* Where nobody says anything any more, the health says so. */
static char *
dup_marks (const QdFacts    *facts,
           const QdStanding *standing)
{
  const gboolean due = standing->is_due && !standing->outdated;

  return g_strconcat (facts->blocked ? _("blocked") : "",
                      facts->blocked && due ? C_("enumeration", ", ") : "",
                      due ? _("check-in due") : "", NULL);
}

static void
add_line (GArray      *lines,
          QdKeyResult *key_result,
          QdDay        today)
{
  QdPerson *owner = qd_card_get_owner (QD_CARD (key_result));
  g_autofree char *title = qd_cli_dup_title (key_result);
  QdStanding standing;
  QdFacts facts;
  Line line;

  qd_key_result_get_facts (key_result, &facts);
  qd_standing_of (&facts, today, &standing);
  line.cells[CELL_TITLE] = qd_terminal_dup_cut (title, TITLE_WIDTH);
  line.cells[CELL_PROGRESS] = qd_number_text_percent (standing.progress);
  line.cells[CELL_HEALTH] = g_strdup (qd_health_get_name (standing.health));
  line.cells[CELL_OWNER] = owner != NULL ? qd_cli_dup_title (owner) : g_strdup ("—");
  line.cells[CELL_MARKS] = dup_marks (&facts, &standing);
  g_array_append_val (lines, line);
}

/* The key results of a column. */
static GArray *
collect_lines (QdColumn *column,
               QdDay     today)
{
  QdOrderedList *cards = qd_column_get_cards (column);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; i < qd_ordered_list_get_length (cards); i++)
    {
      gpointer card = qd_ordered_list_peek (cards, i);

      if (QD_IS_KEY_RESULT (card))
        add_line (lines, card, today);
    }

  return lines;
}

static void
widen (guint  *widths,
       GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < N_CELLS; j++)
      widths[j] = MAX (widths[j],
                       qd_terminal_get_width (g_array_index (lines, Line, i).cells[j]));
}

/* Numbers stand to the right. */
static char *
dup_cell (const Line  *line,
          const guint *widths,
          guint        cell)
{
  const char *text = line->cells[cell];

  if (cell == CELL_PROGRESS)
    return g_strdup_printf ("%*s%s", (int) (widths[cell] - qd_terminal_get_width (text)), "",
                            text);

  return qd_terminal_dup_padded (text, widths[cell]);
}

static void
print_line (const Line  *line,
            const guint *widths)
{
  GString *text = g_string_new (NULL);
  g_autofree char *row = NULL;

  for (guint i = 0; i < N_CELLS; i++)
    {
      g_autofree char *cell = dup_cell (line, widths, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "  " : "", cell);
    }
  row = g_strchomp (g_string_free (text, FALSE));
  qd_terminal_print ("    %s\n", row);
}

static void
print_columns (QdBoard *board,
               QdDay    today)
{
  g_autoptr (GPtrArray) columns = NULL;
  QdOrderedList *list = qd_board_get_columns (board);
  guint widths[N_CELLS] = { 0 };

  columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < qd_ordered_list_get_length (list); i++)
    {
      g_ptr_array_add (columns, collect_lines (qd_ordered_list_peek (list, i), today));
      widen (widths, g_ptr_array_index (columns, i));
    }

  for (guint i = 0; i < columns->len; i++)
    {
      const GArray *lines = g_ptr_array_index (columns, i);
      g_autofree char *title = qd_cli_dup_title (qd_ordered_list_peek (list, i));

      if (lines->len == 0)
        continue;

      qd_terminal_print ("\n  %s\n", title);
      for (guint j = 0; j < lines->len; j++)
        print_line (&g_array_index (lines, Line, j), widths);
    }
}

static void
print_head (QdBoard *board,
            QdDay    today)
{
  GString *head = g_string_new (NULL);
  g_autofree char *place = qd_cli_dup_place (board);
  g_autofree char *line = NULL;
  QdBoardStanding standing;

  qd_board_standing_of (board, today, &standing);
  qd_board_text_append (head, qd_board_text_week (qd_board_get_cycle (board), today));
  qd_board_text_append (head, qd_board_text_progress (&standing));
  qd_board_text_append (head, qd_board_text_net (&standing));
  qd_board_text_append (head, qd_board_text_counts (&standing));
  line = g_string_free (head, FALSE);
  qd_terminal_print ("%s\n  %s\n", place, line);
}

static void
print_boards (GPtrArray *boards,
              QdDay      today)
{
  if (boards->len == 0)
    qd_terminal_print ("%s\n", _("There is no board yet."));

  for (guint i = 0; i < boards->len; i++)
    {
      QdBoard *board = g_ptr_array_index (boards, i);

      if (i > 0)
        qd_terminal_print ("\n");
      print_head (board, today);
      print_columns (board, today);
    }
}

gboolean
qd_cli_run_status (const QdCall  *call,
                   GError       **error)
{
  const QdDay today = qd_clock_today ();
  g_autoptr (GPtrArray) names = qd_cli_read_names (call, error);
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GPtrArray) boards = NULL;

  if (names == NULL)
    return FALSE;
  store = qd_store_open (call->path, QD_OPEN_EXISTING, error);
  if (store == NULL)
    return FALSE;

  boards = names->len > 0 ? qd_cli_find_boards (store, names, QD_DAY_NONE, error)
                          : qd_cli_list_boards (store, NULL);
  if (boards == NULL || !qd_cli_load_boards (store, boards, error))
    return FALSE;

  if (qd_call_get_option (call, "--json") != NULL)
    {
      g_autofree char *json = qd_cli_status_dup_json (boards, today);

      qd_terminal_write (json);
    }
  else
    print_boards (boards, today);

  return TRUE;
}
