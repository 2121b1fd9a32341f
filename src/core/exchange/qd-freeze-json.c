/* Closed boards as JSON: all that is frozen, each thing under a key.
 *
 * The keys are promised in README.md. What belongs to others is not named: ids say
 * nothing outside of the file.
 */

#include "config.h"

#include "method/qd-grade.h"
#include "qd-freeze-private.h"
#include "qd-json.h"

/* What kind of text it is, and of which version; it grows with what is left out or
 * means something else, and not with what is added. */
#define SCHEMA "quarterdeck-freeze"
#define VERSION 1

/* Nothing is written of what has no number. */
static void
add_confidence (QdJson *json,
                int     confidence)
{
  if (confidence == QD_CONFIDENCE_NONE)
    qd_json_add_text (json, "confidence", NULL);
  else
    qd_json_add_integer (json, "confidence", confidence);
}

static void
add_milestones (QdJson                  *json,
                const QdFrozenKeyResult *key_result)
{
  qd_json_begin_array (json, "milestones");
  for (guint i = 0; i < key_result->details->milestones->len; i++)
    {
      const QdMilestone *milestone = key_result->details->milestones->pdata[i];

      qd_json_begin_object (json, NULL);
      qd_json_add_text (json, "title", milestone->title);
      qd_json_add_boolean (json, "done", milestone->done);
      qd_json_add_day (json, "due", milestone->due);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

static void
add_checkins (QdJson                  *json,
              const QdFrozenKeyResult *key_result)
{
  qd_json_begin_array (json, "check_ins");
  for (guint i = 0; i < key_result->details->checkins->len; i++)
    {
      const QdCheckin *checkin = key_result->details->checkins->pdata[i];

      if (checkin->superseded)
        continue;

      qd_json_begin_object (json, NULL);
      qd_json_add_day (json, "day", checkin->day);
      qd_json_add_number (json, "value", checkin->value);
      add_confidence (json, checkin->confidence);
      qd_json_add_text (json, "note", checkin->note);
      qd_json_add_text (json, "blocker", checkin->blocker);
      if (key_result->makers != NULL)
        qd_json_add_text (json, "author", qd_freeze_get_author (key_result, checkin));
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
}

static void
add_key_result (QdJson                  *json,
                const QdFrozenKeyResult *key_result)
{
  const QdClosingCard *said = key_result->said;

  qd_json_begin_object (json, NULL);
  qd_json_add_text (json, "title", said->title);
  if (key_result->owner != NULL)
    qd_json_add_text (json, "owner", key_result->owner);
  qd_json_add_number (json, "grade", said->grade);
  qd_json_add_text (json, "reason", said->reason);
  qd_json_add_text (json, "learning", said->learning);
  qd_json_add_text (json, "decision", qd_freeze_get_decision (said->decision));
  qd_json_add_text (json, "shelf_reason", said->shelf_reason);
  qd_json_add_number (json, "weight", said->weight);
  qd_json_add_text (json, "metric",
                    qd_enum_get_nick (QD_TYPE_METRIC_KIND, (int) key_result->metric));
  qd_json_add_number (json, "baseline", key_result->baseline);
  qd_json_add_number (json, "target", key_result->target);
  qd_json_add_number (json, "upper", key_result->upper);
  qd_json_add_text (json, "unit", key_result->unit);
  qd_json_add_number (json, "last", said->last);
  qd_json_add_number (json, "progress", said->progress);
  add_milestones (json, key_result);
  add_checkins (json, key_result);
  qd_json_end_object (json);
}

static void
add_board (QdJson              *json,
           const QdFrozenBoard *board)
{
  const QdClosing *closing = board->closing;
  guint n_written = 0;

  qd_json_begin_object (json, NULL);
  qd_json_add_text (json, "title", closing->title);
  qd_json_add_text (json, "team", board->team);
  qd_json_add_day (json, "closed", closing->closed);
  qd_json_add_number (json, "grade", closing->grade);
  qd_json_add_text (json, "sentence", qd_grade_state_board (closing->grade));
  qd_json_begin_array (json, "objectives");
  for (guint i = 0; i < closing->objectives->len; i++)
    {
      const QdClosingObjective *objective = closing->objectives->pdata[i];
      const gboolean is_one = objective->id != QD_ID_NONE;

      qd_json_begin_object (json, NULL);
      qd_json_add_text (json, "title", is_one ? objective->title : NULL);
      qd_json_add_text (json, "commitment", is_one
                          ? qd_enum_get_nick (QD_TYPE_COMMITMENT, (int) objective->commitment)
                          : NULL);
      qd_json_add_number (json, "weight", objective->weight);
      qd_json_add_number (json, "grade", objective->grade);
      qd_json_begin_array (json, "key_results");
      for (guint j = 0; j < objective->cards->len; j++)
        add_key_result (json, g_ptr_array_index (board->key_results, n_written++));
      qd_json_end_array (json);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
  qd_json_end_object (json);
}

/**
 * qd_freeze_dup_json:
 * @self: closed boards
 *
 * Returns: (transfer full): the boards as JSON
 */
char *
qd_freeze_dup_json (const QdFreeze *self)
{
  g_autoptr (QdJson) json = qd_json_new ();

  qd_json_begin_object (json, NULL);
  qd_json_add_text (json, "schema", SCHEMA);
  qd_json_add_integer (json, "version", VERSION);
  qd_json_add_boolean (json, "names", self->names);
  qd_json_begin_array (json, "cycles");
  for (guint i = 0; i < self->cycles->len; i++)
    {
      const QdFrozenCycle *cycle = g_ptr_array_index (self->cycles, i);

      qd_json_begin_object (json, NULL);
      qd_json_add_text (json, "title", cycle->title);
      qd_json_add_day (json, "first_day", cycle->first_day);
      qd_json_add_day (json, "last_day", cycle->last_day);
      qd_json_begin_array (json, "boards");
      for (guint j = 0; j < cycle->boards->len; j++)
        add_board (json, g_ptr_array_index (cycle->boards, j));
      qd_json_end_array (json);
      qd_json_end_object (json);
    }
  qd_json_end_array (json);
  qd_json_end_object (json);

  return qd_json_dup_text (json);
}
