/* "show" for programs. The keys are promised in README.md, as are those of
 * qd-cli-json.c.
 */

#include "config.h"

#include "exchange/qd-health-text.h"
#include "qd-cli-json.h"
#include "qd-cli-show-private.h"
#include "store/qd-history.h"

static void
add_place (QdJson   *json,
           QdColumn *column,
           QdDay     today)
{
  QdBoard *board = qd_column_get_board (column);

  qd_json_begin_object (json, "board");
  qd_json_add_id (json, "id", qd_entity_get_id (QD_ENTITY (board)));
  qd_json_add_text (json, "title", qd_entity_get_title (QD_ENTITY (board)));
  qd_cli_json_add_cycle (json, qd_board_get_cycle (board), today);
  qd_json_end_object (json);

  qd_cli_json_begin_column (json, "column", column);
  qd_json_end_object (json);
}

static void
add_rest (QdJson        *json,
          const QdShown *shown)
{
  static const char * const results[] = {
    [QD_RESULT_UNSAID] = NULL,
    [QD_RESULT_OUTCOME] = "outcome",
    [QD_RESULT_OUTPUT] = "output",
  };
  const QdResultKind result = qd_key_result_get_result (shown->key_result);
  g_autofree char *reason = NULL;

  reason = qd_health_text_explain (&shown->facts, &shown->standing, shown->today);
  qd_json_add_text (json, "health_reason", reason);
  qd_json_add_text (json, "result",
                    result < G_N_ELEMENTS (results) ? results[result] : NULL);
  qd_json_add_number (json, "weight", qd_key_result_get_weight (shown->key_result));
  qd_cli_json_add_words (json, "measurement",
                         qd_key_result_get_measurement (shown->key_result));
  qd_cli_json_add_words (json, "description",
                         qd_card_get_description (QD_CARD (shown->key_result)));
  qd_json_add_number (json, "forecast", shown->standing.landing);
  qd_json_add_number (json, "weekly_pace", shown->standing.weekly);
  qd_json_add_number (json, "required_pace", shown->standing.required);
}

static void
add_badges (QdJson        *json,
            const QdShown *shown)
{
  qd_json_begin_array (json, "badges");
  for (guint i = 0; i < shown->advices->len; i++)
    {
      const QdAdvice *advice = g_ptr_array_index (shown->advices, i);

      qd_json_begin_object (json, NULL);
      qd_json_add_integer (json, "rule", advice->rule);
      qd_json_add_text (json, "name", qd_honesty_get_name ((QdDisagreement) advice->rule));
      qd_json_add_text (json, "reason", advice->reason);
      qd_json_add_boolean (json, "answered",
                           qd_key_result_is_answered (shown->key_result, advice->rule,
                                                      advice->facts));
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

static void
add_milestones (QdJson    *json,
                GPtrArray *milestones)
{
  qd_json_begin_array (json, "milestones");
  for (guint i = 0; i < milestones->len; i++)
    {
      const QdMilestone *milestone = g_ptr_array_index (milestones, i);

      qd_json_begin_object (json, NULL);
      qd_json_add_id (json, "id", milestone->id);
      qd_json_add_text (json, "title", milestone->title);
      qd_json_add_boolean (json, "done", milestone->done);
      qd_json_add_day (json, "due", milestone->due);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

static void
add_phases (QdJson    *json,
            GPtrArray *phases)
{
  qd_json_begin_array (json, "phases");
  for (guint i = 0; i < phases->len; i++)
    {
      const QdPhase *phase = g_ptr_array_index (phases, i);

      qd_json_begin_object (json, NULL);
      qd_json_add_id (json, "id", phase->id);
      qd_json_add_day (json, "day", phase->day);
      qd_json_add_number (json, "value", phase->value);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

static void
add_dependencies (QdJson    *json,
                  GPtrArray *dependencies)
{
  qd_json_begin_array (json, "dependencies");
  for (guint i = 0; i < dependencies->len; i++)
    {
      const QdDependency *dependency = g_ptr_array_index (dependencies, i);

      qd_json_begin_object (json, NULL);
      qd_json_add_id (json, "id", dependency->id);
      qd_json_add_text (json, "title", dependency->title);
      qd_cli_json_add_words (json, "waits_for", dependency->waits_for);
      qd_json_add_day (json, "flagged", dependency->flagged);
      qd_json_add_day (json, "escalated", dependency->escalated);
      qd_json_add_day (json, "resolved", dependency->resolved);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

/* Who wrote it, and when. */
static void
add_origin (QdJson         *json,
            const QdMoment *moment)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *at = NULL;

  if (moment->author != NULL)
    utc = g_date_time_new_from_unix_utc (moment->at / 1000);
  if (utc != NULL)
    at = g_date_time_format_iso8601 (utc);
  qd_json_add_text (json, "author", moment->author);
  qd_json_add_text (json, "at", at);
}

static void
add_checkins (QdJson *json,
              GArray *moments)
{
  qd_json_begin_array (json, "check_ins");
  for (guint i = 0; i < moments->len; i++)
    {
      const QdMoment *moment = &g_array_index (moments, QdMoment, i);
      const QdCheckin *checkin = moment->checkin;

      if (checkin == NULL)
        continue;

      qd_json_begin_object (json, NULL);
      qd_json_add_id (json, "id", checkin->id);
      qd_json_add_day (json, "day", checkin->day);
      add_origin (json, moment);
      qd_json_add_number (json, "value", checkin->value);
      qd_json_add_number (json, "before", checkin->before);
      qd_cli_json_add_confidence (json, checkin->confidence);
      qd_cli_json_add_words (json, "note", checkin->note);
      qd_cli_json_add_words (json, "blocker", checkin->blocker);
      qd_json_add_day (json, "resolved", checkin->resolved);
      qd_json_add_boolean (json, "superseded", checkin->superseded);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

static void
add_comments (QdJson *json,
              GArray *moments)
{
  qd_json_begin_array (json, "comments");
  for (guint i = 0; i < moments->len; i++)
    {
      const QdMoment *moment = &g_array_index (moments, QdMoment, i);

      if (moment->comment == NULL)
        continue;

      qd_json_begin_object (json, NULL);
      qd_json_add_id (json, "id", moment->comment->id);
      add_origin (json, moment);
      qd_json_add_text (json, "text", moment->comment->text);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

/**
 * qd_cli_show_dup_json:
 * @self: what is to be told
 *
 * Returns: (transfer full): all of it as JSON
 */
char *
qd_cli_show_dup_json (const QdShown *self)
{
  g_autoptr (QdJson) json = qd_json_new ();
  const QdDetails *details = self->past->details;

  qd_json_begin_object (json, NULL);
  qd_json_add_day (json, "day", self->today);
  qd_json_begin_object (json, "card");
  qd_cli_json_add_card (json, self->key_result, &self->standing);
  add_place (json, qd_card_get_column (QD_CARD (self->key_result)), self->today);
  add_rest (json, self);
  add_badges (json, self);
  add_milestones (json, details->milestones);
  add_phases (json, details->phases);
  add_dependencies (json, details->dependencies);
  add_checkins (json, self->past->moments);
  add_comments (json, self->past->moments);
  qd_json_end_object (json);
  qd_json_end_object (json);

  return qd_json_dup_text (json);
}
