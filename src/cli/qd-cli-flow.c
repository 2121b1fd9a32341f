/* "flow": how cards go over a board, and how it keeps up with its check-ins; for people,
 * and for programs. Changes nothing. The keys for these are promised in README.md.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-cli-boards.h"
#include "qd-cli-card.h"
#include "qd-cli-json.h"
#include "qd-cli-private.h"
#include "qd-cli-words.h"
#include "qd-terminal.h"
#include "store/qd-flow-text.h"

/* Longer titles are cut; "show" has all of them. */
#define TITLE_WIDTH 60

static const char *
get_title (const QdBoardFlow *flow,
           QdId               id)
{
  const QdFlowCard *card = qd_board_flow_find_card (flow, id);

  return card != NULL ? card->title : "";
}

static void
print_sentence (const char *sentence)
{
  g_autofree char *line = qd_terminal_dup_line (sentence);

  qd_terminal_print ("  %s\n", line);
}

/* The card that has stood where it is for longest comes first. */
static void
print_ages (const QdBoardFlow *flow)
{
  const GArray *ages = flow->flow->ages;
  guint width = 0;

  for (guint i = 0; i < ages->len; i++)
    {
      const QdFlowAge *age = &g_array_index (ages, QdFlowAge, i);

      width = MAX (width, MIN (TITLE_WIDTH,
                               qd_terminal_get_width (get_title (flow, age->card))));
    }
  if (ages->len > 0)
    qd_terminal_print ("\n  %s\n", _("Age in Column"));
  for (guint i = 0; i < ages->len; i++)
    {
      const QdFlowAge *age = &g_array_index (ages, QdFlowAge, i);
      const QdFlowCard *card = qd_board_flow_find_card (flow, age->card);
      g_autofree char *days = qd_flow_text_age (age->days);
      g_autofree char *line = qd_terminal_dup_line (get_title (flow, age->card));
      g_autofree char *cut = qd_terminal_dup_cut (line, TITLE_WIDTH);
      g_autofree char *title = qd_terminal_dup_padded (cut, width);
      g_autofree char *column = qd_terminal_dup_line (card != NULL ? card->column : "");

      qd_terminal_print ("    %s  %s, %s\n", title, column, days);
    }
}

static void
print_flow (QdBoard           *board,
            const QdBoardFlow *flow)
{
  g_autofree char *place = qd_cli_dup_place (board);
  g_autofree char *streak = qd_flow_text_streak (flow);
  g_autoptr (GPtrArray) sentences = qd_flow_text_list (flow);

  qd_terminal_print ("%s\n", place);
  for (guint i = 0; i < sentences->len; i++)
    print_sentence (sentences->pdata[i]);
  if (streak != NULL)
    print_sentence (streak);
  print_ages (flow);
}

static void
add_card (QdJson            *json,
          const char        *key,
          const QdBoardFlow *flow,
          QdId               id)
{
  qd_json_begin_object (json, key);
  qd_json_add_id (json, "id", id);
  qd_json_add_text (json, "title", get_title (flow, id));
}

static void
add_figures (QdJson              *json,
             const char          *key,
             const QdBoardFlow   *flow,
             const QdFlowFigures *figures)
{
  qd_json_begin_object (json, key);
  qd_json_add_integer (json, "n", figures->n);
  if (figures->n > 0)
    {
      qd_json_add_number (json, "median_days", figures->median);
      qd_json_add_integer (json, "longest_days", figures->longest);
      add_card (json, "longest", flow, figures->card);
      qd_json_end_object (json);
    }
  else
    {
      qd_json_add_text (json, "median_days", NULL);
      qd_json_add_text (json, "longest_days", NULL);
      qd_json_add_text (json, "longest", NULL);
    }
  qd_json_end_object (json);
}

static void
add_ages (QdJson            *json,
          const QdBoardFlow *flow)
{
  const GArray *ages = flow->flow->ages;

  qd_json_begin_array (json, "cards");
  for (guint i = 0; i < ages->len; i++)
    {
      const QdFlowAge *age = &g_array_index (ages, QdFlowAge, i);
      const QdFlowCard *card = qd_board_flow_find_card (flow, age->card);

      add_card (json, NULL, flow, age->card);
      qd_json_add_text (json, "column", card != NULL ? card->column : NULL);
      qd_cli_json_add_term (json, "role", QD_TYPE_COLUMN_ROLE, (int) age->role);
      qd_json_add_integer (json, "days", age->days);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

static void
add_days (QdJson            *json,
          const QdBoardFlow *flow)
{
  const GArray *days = flow->flow->days;

  qd_json_begin_array (json, "days");
  for (guint i = 0; i < days->len; i++)
    {
      const QdFlowDay *day = &g_array_index (days, QdFlowDay, i);

      qd_json_begin_object (json, NULL);
      qd_json_add_day (json, "day", day->day);
      for (guint role = 0; role < QD_N_COLUMN_ROLES; role++)
        qd_json_add_integer (json, qd_enum_get_nick (QD_TYPE_COLUMN_ROLE, (int) role),
                             day->counts[role]);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

static void
add_streak (QdJson            *json,
            const QdBoardFlow *flow)
{
  static const char * const states[] = {
    [QD_STREAK_KEPT] = "kept", [QD_STREAK_MISSED] = "missed", [QD_STREAK_IDLE] = "idle",
    [QD_STREAK_OPEN] = "open",
  };
  const QdStreak *streak = flow->streak;

  qd_json_begin_object (json, "streak");
  qd_json_add_integer (json, "current", streak->current);
  qd_json_add_integer (json, "longest", streak->longest);
  qd_json_begin_array (json, "due_days");
  for (guint i = 0; i < streak->marks->len; i++)
    {
      const QdStreakMark *mark = &g_array_index (streak->marks, QdStreakMark, i);

      qd_json_begin_object (json, NULL);
      qd_json_add_day (json, "due", mark->due);
      qd_json_add_text (json, "state", states[mark->state]);
      qd_json_add_integer (json, "n_active", mark->n_active);
      qd_json_add_integer (json, "n_checked", mark->n_checked);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
  qd_json_end_object (json);
}

static void
add_board (QdJson            *json,
           QdBoard           *board,
           const QdBoardFlow *flow)
{
  qd_json_begin_object (json, NULL);
  qd_json_add_id (json, "id", flow->board);
  qd_json_add_text (json, "title", flow->title);
  qd_cli_json_add_cycle (json, qd_board_get_cycle (board), flow->today);
  add_figures (json, "waited", flow, &flow->flow->waited);
  add_figures (json, "waiting", flow, &flow->flow->waiting);
  add_figures (json, "recovered", flow, &flow->flow->recovered);
  add_figures (json, "at_risk", flow, &flow->flow->at_risk);
  add_streak (json, flow);
  add_ages (json, flow);
  add_days (json, flow);
  qd_json_end_object (json);
}

/* Prints as it goes, unless there is @json. */
static gboolean
tell_boards (QdStore    *store,
             GPtrArray  *boards,
             QdDay       today,
             QdJson     *json,
             GError    **error)
{
  for (guint i = 0; i < boards->len; i++)
    {
      QdBoard *board = boards->pdata[i];
      g_autoptr (QdBoardFlow) flow = qd_board_flow_read (store,
                                                         qd_entity_get_id (QD_ENTITY (board)),
                                                         today, error);

      if (flow == NULL)
        return FALSE;
      if (json != NULL)
        {
          add_board (json, board, flow);
          continue;
        }
      if (i > 0)
        qd_terminal_print ("\n");
      print_flow (board, flow);
    }

  return TRUE;
}

static gboolean
write_json (QdStore    *store,
            GPtrArray  *boards,
            QdDay       today,
            GError    **error)
{
  g_autoptr (QdJson) json = qd_json_new ();
  g_autofree char *text = NULL;

  qd_json_begin_object (json, NULL);
  qd_json_add_day (json, "day", today);
  qd_json_begin_array (json, "boards");
  if (!tell_boards (store, boards, today, json, error))
    return FALSE;
  qd_json_end_array (json);
  qd_json_end_object (json);
  text = qd_json_dup_text (json);
  qd_terminal_write (text);

  return TRUE;
}

gboolean
qd_cli_run_flow (const QdCall  *call,
                 GError       **error)
{
  const QdDay today = qd_clock_today ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) boards = NULL;
  g_autoptr (QdStore) store = NULL;
  char *name = qd_cli_dup_text (call->words[0], error);

  if (name == NULL)
    return FALSE;
  g_ptr_array_add (names, name);
  store = qd_store_open (call->path, QD_OPEN_EXISTING, error);
  if (store == NULL)
    return FALSE;
  boards = qd_cli_find_boards (store, names, today, error);
  if (boards == NULL)
    return FALSE;

  return qd_call_get_option (call, "--json") != NULL
           ? write_json (store, boards, today, error)
           : tell_boards (store, boards, today, NULL, error);
}
