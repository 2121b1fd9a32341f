/* Closed boards as Markdown, to be read and to be kept where versions are compared: one
 * fact a line, in an order that never changes.
 *
 * Its own words are English in every language, so that they are the same bytes
 * everywhere. What people wrote becomes one line and makes no heading, list or cell.
 */

#include "config.h"

#include <math.h>

#include "method/qd-grade.h"
#include "qd-freeze-private.h"
#include "qd-json.h"
#include "qd-line-text.h"
#include "qd-markdown-text.h"

/* What somebody wrote, as one line. */
static void
append_line (GString    *out,
             const char *before,
             const char *text,
             const char *after)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *line = qd_line_text (valid, G_MAXUINT);

  qd_markdown_text_append (out, before, line, after);
}

static void
append_fact (GString    *out,
             const char *name,
             const char *text)
{
  if (*text == '\0')
    return;

  g_string_append_printf (out, "- %s: ", name);
  append_line (out, "", text, "\n");
}

/* Numbers are nothing but text. */
static void
append_number (GString *out,
               double   value)
{
  g_autofree char *number = isfinite (value) ? qd_json_dup_number (value) : g_strdup ("—");

  g_string_append (out, number);
}

static void
append_figure (GString    *out,
               const char *name,
               double      value,
               const char *unit)
{
  if (!isfinite (value))
    return;

  g_string_append_printf (out, "- %s: ", name);
  append_number (out, value);
  append_line (out, *unit != '\0' ? " " : "", unit, "\n");
}

/* Means go on for ever. */
static void
append_grade (GString *out,
              double   grade)
{
  g_string_append (out, "- Grade: ");
  append_number (out, round (100.0 * grade) / 100.0);
  g_string_append_c (out, '\n');
}

static void
append_metric (GString                 *out,
               const QdFrozenKeyResult *key_result)
{
  const char *unit = key_result->unit;

  append_fact (out, "Metric",
               qd_enum_get_nick (QD_TYPE_METRIC_KIND, (int) key_result->metric));
  append_figure (out, "Baseline", key_result->baseline, unit);
  append_figure (out, key_result->metric == QD_METRIC_WITHIN ? "Lower limit" : "Target",
                 key_result->target, unit);
  append_figure (out, "Upper limit", key_result->upper, unit);
  append_figure (out, "Last value", key_result->said->last, unit);
  if (isfinite (key_result->said->progress))
    append_figure (out, "Progress", round (100.0 * key_result->said->progress) + 0.0, "%");
}

static void
append_milestones (GString                 *out,
                   const QdFrozenKeyResult *key_result)
{
  const GPtrArray *milestones = key_result->details->milestones;

  if (milestones->len > 0)
    g_string_append (out, "- Milestones:\n");
  for (guint i = 0; i < milestones->len; i++)
    {
      const QdMilestone *milestone = milestones->pdata[i];
      g_autofree char *due = qd_day_to_iso (milestone->due);

      append_line (out, milestone->done ? "  - [x] " : "  - [ ] ", milestone->title,
                   due != NULL ? " (due " : "\n");
      if (due != NULL)
        g_string_append_printf (out, "%s)\n", due);
    }
}

static void
append_checkin (GString                 *out,
                const QdFrozenKeyResult *key_result,
                const QdCheckin         *checkin)
{
  g_autofree char *day = qd_day_to_iso (checkin->day);

  append_line (out, "| ", day != NULL ? day : "—", " | ");
  append_number (out, checkin->value);
  if (checkin->confidence == QD_CONFIDENCE_NONE)
    g_string_append (out, " | — | ");
  else
    g_string_append_printf (out, " | %d | ", checkin->confidence);
  append_line (out, "", checkin->note, " | ");
  append_line (out, "", checkin->blocker, " |");
  if (key_result->makers != NULL)
    append_line (out, " ", qd_freeze_get_author (key_result, checkin), " |");
  g_string_append_c (out, '\n');
}

static void
append_checkins (GString                 *out,
                 const QdFrozenKeyResult *key_result)
{
  const GPtrArray *checkins = key_result->details->checkins;
  const gboolean names = key_result->makers != NULL;

  if (checkins->len == 0)
    return;

  g_string_append_printf (out, "\n| Day | Value | Confidence | Note | Blocker |%s\n",
                          names ? " Author |" : "");
  g_string_append_printf (out, "| :-- | --: | --: | :-- | :-- |%s\n", names ? " :-- |" : "");
  for (guint i = 0; i < checkins->len; i++)
    {
      const QdCheckin *checkin = checkins->pdata[i];

      if (!checkin->superseded)
        append_checkin (out, key_result, checkin);
    }
}

static void
append_key_result (GString                 *out,
                   const QdFrozenKeyResult *key_result)
{
  const QdClosingCard *said = key_result->said;

  append_line (out, "\n#### ", said->title, "\n\n");
  if (key_result->owner != NULL)
    append_fact (out, "Owner", key_result->owner);
  append_grade (out, said->grade);
  append_fact (out, "Reason", said->reason);
  append_fact (out, "Learning", said->learning);
  append_fact (out, "Decision", qd_freeze_get_decision (said->decision));
  append_fact (out, "Reason to wait", said->shelf_reason);
  append_metric (out, key_result);
  append_milestones (out, key_result);
  append_checkins (out, key_result);
}

static void
append_board (GString             *out,
              const QdFrozenBoard *board)
{
  const QdClosing *closing = board->closing;
  g_autofree char *closed = qd_day_to_iso (closing->closed);
  guint n_written = 0;

  append_line (out, "\n## ", closing->title, "\n\n");
  append_fact (out, "Team", board->team != NULL ? board->team : "");
  append_fact (out, "Closed", closed != NULL ? closed : "");
  append_grade (out, closing->grade);
  append_fact (out, "Sentence", qd_grade_state_board (closing->grade));
  for (guint i = 0; i < closing->objectives->len; i++)
    {
      const QdClosingObjective *objective = closing->objectives->pdata[i];
      const gboolean is_one = objective->id != QD_ID_NONE;

      append_line (out, "\n### ", is_one ? objective->title : "Without an objective", "\n\n");
      if (is_one)
        append_fact (out, "Commitment",
                     qd_enum_get_nick (QD_TYPE_COMMITMENT, (int) objective->commitment));
      append_grade (out, objective->grade);
      for (guint j = 0; j < objective->cards->len; j++)
        append_key_result (out, g_ptr_array_index (board->key_results, n_written++));
    }
}

/**
 * qd_freeze_dup_markdown:
 * @self: closed boards
 *
 * Returns: (transfer full): the boards as Markdown
 */
char *
qd_freeze_dup_markdown (const QdFreeze *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->cycles->len; i++)
    {
      const QdFrozenCycle *cycle = g_ptr_array_index (self->cycles, i);
      g_autofree char *first = qd_day_to_iso (cycle->first_day);
      g_autofree char *last = qd_day_to_iso (cycle->last_day);

      append_line (out, i > 0 ? "\n# " : "# ", cycle->title != NULL ? cycle->title
                                                                    : "Without a cycle", "\n");
      if (first != NULL && last != NULL)
        g_string_append_printf (out, "\n%s to %s\n", first, last);
      for (guint j = 0; j < cycle->boards->len; j++)
        append_board (out, g_ptr_array_index (cycle->boards, j));
    }

  return g_string_free (out, FALSE);
}
