/* "show": all that is known of one key result, for people. What programs read is
 * written by qd-cli-show-json.c. Changes nothing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/qd-health-text.h"
#include "qd-cli-card.h"
#include "qd-cli-private.h"
#include "qd-cli-show-private.h"
#include "qd-cli-words.h"
#include "qd-terminal.h"
#include "store/qd-history.h"

/* More check-ins and comments than this are counted. */
#define MAX_MOMENTS 10

/* Between a label and what it is the label of. */
#define GAP 2

typedef struct
{
  const char *label;
  char *value;
} Row;

static void
row_clear (gpointer data)
{
  Row *self = data;

  g_clear_pointer (&self->value, g_free);
}

/* Takes @value; %NULL is left out. */
static void
add_row (GArray     *rows,
         const char *label,
         char       *value)
{
  const Row row = { label, value };

  if (value != NULL)
    g_array_append_val (rows, row);
}

static void
print_rows (GArray *rows)
{
  guint width = 0;

  for (guint i = 0; i < rows->len; i++)
    width = MAX (width, qd_terminal_get_width (g_array_index (rows, Row, i).label));

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_autofree char *label = qd_terminal_dup_padded (row->label, width + GAP);

      qd_terminal_print ("  %s%s\n", label, row->value);
    }
}

static char *
dup_title_or (gpointer    entity,
              const char *otherwise)
{
  return entity != NULL ? qd_cli_dup_title (entity) : g_strdup (otherwise);
}

static char *
describe_health (const QdShown *shown)
{
  g_autofree char *reason = NULL;

  reason = qd_health_text_explain (&shown->facts, &shown->standing, shown->today);

  /* Translators: a health and its reason */
  return g_strdup_printf (_("%s: %s"), qd_health_get_name (shown->standing.health), reason);
}

static char *
describe_due (const QdStanding *standing)
{
  g_autofree char *day = qd_day_to_iso (standing->due);

  if (day == NULL || !standing->is_due)
    return g_steal_pointer (&day);

  /* Translators: the day on which a check-in was due */
  return g_strdup_printf (_("now, since %s"), day);
}

static char *
describe_forecast (const QdShown *shown)
{
  g_autofree char *landing = NULL;
  g_autofree char *weekly = NULL;
  g_autofree char *day = NULL;

  if (isnan (shown->standing.landing))
    return NULL;

  landing = qd_cli_dup_pace (shown->key_result, shown->standing.landing);
  weekly = qd_cli_dup_pace (shown->key_result, shown->standing.weekly);
  day = qd_day_to_iso (shown->facts.last_day);

  /* Translators: a figure, the last day of the cycle, and how much it changes each
   * week */
  return g_strdup_printf (_("%s on %s, at %s a week"), landing, day, weekly);
}

static char *
describe_required (const QdShown *shown)
{
  g_autofree char *required = NULL;

  if (isnan (shown->standing.required))
    return NULL;

  required = qd_cli_dup_pace (shown->key_result, shown->standing.required);

  return g_strdup_printf (_("%s a week to reach the target"), required);
}

static char *
describe_badge (const QdShown  *shown,
                const QdAdvice *advice)
{
  const char *name = qd_honesty_get_name ((QdDisagreement) advice->rule);

  if (qd_key_result_is_answered (shown->key_result, advice->rule, advice->facts))
    /* Translators: a badge, and its reason */
    return g_strdup_printf (_("%s (answered): %s"), name, advice->reason);

  return g_strdup_printf (_("%s: %s"), name, advice->reason);
}

/* What is in the way, the latest first. */
static void
add_blockers (GArray          *rows,
              const QdDetails *details)
{
  gboolean first = TRUE;

  for (guint i = details->checkins->len; i > 0; i--)
    {
      const QdCheckin *checkin = g_ptr_array_index (details->checkins, i - 1);

      if (*checkin->blocker == '\0' || checkin->resolved != QD_DAY_NONE || checkin->superseded)
        continue;

      add_row (rows, first ? _("Blocked") : "", qd_terminal_dup_line (checkin->blocker));
      first = FALSE;
    }
}

static void
print_head (const QdShown *shown)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  QdCard *card = QD_CARD (shown->key_result);
  QdColumn *column = qd_card_get_column (card);
  const char *measurement = qd_key_result_get_measurement (shown->key_result);
  g_autofree char *title = qd_cli_dup_title (card);

  g_array_set_clear_func (rows, row_clear);
  add_row (rows, _("Board"), qd_cli_dup_place (qd_column_get_board (column)));
  add_row (rows, _("Column"), qd_cli_dup_title (column));
  add_row (rows, _("Objective"), dup_title_or (qd_card_get_objective (card),
                                               C_("objective", "none")));
  add_row (rows, _("Owner"), dup_title_or (qd_card_get_owner (card), _("nobody")));
  add_row (rows, _("Metric"), qd_cli_dup_metric (shown->key_result, &shown->standing));
  add_row (rows, _("Measured by"), *measurement != '\0' ? qd_terminal_dup_line (measurement)
                                                        : NULL);
  add_row (rows, _("Health"), describe_health (shown));
  add_row (rows, _("Confidence"), qd_cli_dup_band (shown->facts.confidence));
  add_blockers (rows, shown->past->details);
  add_row (rows, _("Due"), describe_due (&shown->standing));
  add_row (rows, _("Forecast"), describe_forecast (shown));
  add_row (rows, _("Needed"), describe_required (shown));
  for (guint i = 0; i < shown->advices->len; i++)
    add_row (rows, i == 0 ? _("Badges") : "",
             describe_badge (shown, g_ptr_array_index (shown->advices, i)));

  qd_terminal_print ("%s\n", title);
  print_rows (rows);
}

static void
print_section (const char *title)
{
  qd_terminal_print ("\n%s\n", title);
}

/* One thing of a list, and behind it what was found to say of it. */
static void
print_item (const char *mark,
            const char *title,
            GString    *rest)
{
  g_autofree char *line = qd_terminal_dup_line (title);
  g_autofree char *behind = qd_terminal_dup_line (rest->str);

  qd_terminal_print ("  %s%s%s\n", mark, line, behind);
  g_string_free (rest, TRUE);
}

static void
append_day (GString    *rest,
            const char *word,
            QdDay       day)
{
  g_autofree char *text = qd_day_to_iso (day);

  if (text != NULL)
    g_string_append_printf (rest, ", %s %s", word, text);
}

static void
print_milestones (GPtrArray *milestones)
{
  if (milestones->len == 0)
    return;

  print_section (_("Milestones"));
  for (guint i = 0; i < milestones->len; i++)
    {
      const QdMilestone *milestone = g_ptr_array_index (milestones, i);
      GString *rest = g_string_new (NULL);

      append_day (rest, C_("milestone", "due"), milestone->due);
      print_item (milestone->done ? "[x] " : "[ ] ", milestone->title, rest);
    }
}

static void
print_dependencies (GPtrArray *dependencies)
{
  if (dependencies->len == 0)
    return;

  print_section (_("Waits for"));
  for (guint i = 0; i < dependencies->len; i++)
    {
      const QdDependency *dependency = g_ptr_array_index (dependencies, i);
      GString *rest = g_string_new (NULL);

      if (*dependency->waits_for != '\0')
        g_string_append_printf (rest, " (%s)", dependency->waits_for);
      append_day (rest, C_("dependency", "since"), dependency->flagged);
      append_day (rest, C_("dependency", "escalated"), dependency->escalated);
      append_day (rest, C_("dependency", "resolved"), dependency->resolved);
      print_item (dependency->resolved != QD_DAY_NONE ? "[x] " : "[ ] ", dependency->title,
                  rest);
    }
}

static void
print_phases (const QdShown *shown)
{
  GPtrArray *phases = shown->past->details->phases;

  if (phases->len == 0)
    return;

  print_section (_("Phased targets"));
  for (guint i = 0; i < phases->len; i++)
    {
      const QdPhase *phase = g_ptr_array_index (phases, i);
      g_autofree char *day = qd_day_to_iso (phase->day);
      g_autofree char *value = qd_cli_dup_figure (shown->key_result, phase->value);

      qd_terminal_print ("  %s  %s\n", day != NULL ? day : "?", value);
    }
}

/* What somebody wrote, each line of it set in below its head. */
static void
print_words (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = qd_terminal_dup_line (lines[i]);

      if (*g_strchomp (line) != '\0')
        qd_terminal_print ("      %s\n", line);
    }
}

static char *
describe_checkin (QdKeyResult     *key_result,
                  const QdCheckin *checkin)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *change = NULL;

  if (!isnan (checkin->value))
    change = qd_cli_dup_change (key_result, checkin->before, checkin->value);
  g_string_append (words, change != NULL ? change : _("no value"));
  if (checkin->confidence != QD_CONFIDENCE_NONE)
    {
      g_string_append (words, C_("enumeration", ", "));
      g_string_append_printf (words, _("confidence %d of %d"), checkin->confidence,
                              QD_CONFIDENCE_MAX);
    }
  if (checkin->superseded)
    {
      g_string_append (words, C_("enumeration", ", "));
      g_string_append (words, _("corrected later"));
    }

  return g_strdup (words->str);
}

static void
print_blocker (const QdCheckin *checkin)
{
  g_autofree char *day = qd_day_to_iso (checkin->resolved);
  g_autofree char *words = NULL;

  if (day != NULL)
    /* Translators: a day, and what was in the way up to then */
    words = g_strdup_printf (_("Blocker, resolved on %s: %s"), day, checkin->blocker);
  else
    words = g_strdup_printf (_("Blocker: %s"), checkin->blocker);
  print_words (words);
}

static void
print_moment (QdKeyResult    *key_result,
              const QdMoment *moment,
              guint           width)
{
  g_autofree char *day = qd_day_to_iso (moment->day);
  g_autofree char *line = qd_terminal_dup_line (moment->author != NULL ? moment->author : "—");
  g_autofree char *author = qd_terminal_dup_padded (line, width);
  g_autofree char *what = NULL;

  what = moment->checkin != NULL ? describe_checkin (key_result, moment->checkin)
                                 : g_strdup (_("comment"));
  qd_terminal_print ("  %s  %s  %s\n", day != NULL ? day : "          ", author, what);
  if (moment->comment != NULL)
    {
      print_words (moment->comment->text);
      return;
    }

  print_words (moment->checkin->note);
  if (*moment->checkin->blocker != '\0')
    print_blocker (moment->checkin);
}

static void
print_moments (const QdShown *shown)
{
  GArray *moments = shown->past->moments;
  const guint n = MIN (moments->len, MAX_MOMENTS);
  const guint n_more = moments->len - n;
  guint width = 1;

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      const char *author = g_array_index (moments, QdMoment, i).author;
      g_autofree char *line = qd_terminal_dup_line (author != NULL ? author : "");

      width = MAX (width, qd_terminal_get_width (line));
    }

  print_section (_("Check-ins and comments"));
  for (guint i = 0; i < n; i++)
    print_moment (shown->key_result, &g_array_index (moments, QdMoment, i), width);
  if (n_more > 0)
    qd_terminal_print (ngettext ("  … and %u more\n", "  … and %u more\n", n_more), n_more);
}

static void
print_all (const QdShown *shown)
{
  print_head (shown);
  print_milestones (shown->past->details->milestones);
  print_dependencies (shown->past->details->dependencies);
  print_phases (shown);
  print_moments (shown);
}

/* Asks the coach about the key result alone, for where column and figures disagree;
 * what else it says is about wording, or about a board. */
static GPtrArray *
find_badges (QdKeyResult      *key_result,
             const QdFacts    *facts,
             const QdStanding *standing,
             QdDay             today)
{
  const QdCoachCard card = {
    .id = qd_entity_get_id (QD_ENTITY (key_result)),
    .title = qd_entity_get_title (QD_ENTITY (key_result)),
    .facts = facts,
    .standing = standing,
  };
  const QdCoachBoard board = { .cards = &card, .n_cards = 1 };
  GPtrArray *advices = qd_coach_advise (&board, today);

  for (guint i = advices->len; i > 0; i--)
    {
      const QdAdvice *advice = g_ptr_array_index (advices, i - 1);

      if (advice->rule > QD_N_DISAGREEMENTS)
        g_ptr_array_remove_index (advices, i - 1);
    }

  return advices;
}

gboolean
qd_cli_run_show (const QdCall  *call,
                 GError       **error)
{
  const QdDay today = qd_clock_today ();
  g_autoptr (QdStore) store = qd_store_open (call->path, QD_OPEN_EXISTING, error);
  g_autoptr (GPtrArray) advices = NULL;
  g_autoptr (QdCardPast) past = NULL;
  QdShown shown = { .today = today };

  shown.key_result = store != NULL ? qd_cli_load_card (store, call->words[0], error) : NULL;
  if (shown.key_result == NULL)
    return FALSE;
  past = qd_card_past_read (store, qd_entity_get_id (QD_ENTITY (shown.key_result)), error);
  if (past == NULL)
    return FALSE;

  qd_key_result_get_facts (shown.key_result, &shown.facts);
  qd_standing_of (&shown.facts, today, &shown.standing);
  advices = find_badges (shown.key_result, &shown.facts, &shown.standing, today);
  shown.advices = advices;
  shown.past = past;
  if (qd_call_get_option (call, "--json") != NULL)
    {
      g_autofree char *json = qd_cli_show_dup_json (&shown);

      qd_terminal_write (json);
    }
  else
    print_all (&shown);

  return TRUE;
}
