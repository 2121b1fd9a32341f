/* What "show" and "status" say to programs in common. The keys and the words here
 * are promised in README.md: add, but never rename.
 */

#include "config.h"

#include "qd-cli-json.h"

static void
add_figures (QdJson      *json,
             QdKeyResult *key_result)
{
  qd_cli_json_add_term (json, "metric", QD_TYPE_METRIC_KIND,
                        (int) qd_key_result_get_metric (key_result));
  qd_cli_json_add_words (json, "unit", qd_key_result_get_unit (key_result));
  qd_json_add_number (json, "baseline", qd_key_result_get_baseline (key_result));
  qd_json_add_number (json, "target", qd_key_result_get_target (key_result));
  qd_json_add_number (json, "upper", qd_key_result_get_upper (key_result));
  qd_json_add_number (json, "current", qd_key_result_get_current (key_result));
}

/* Which thing it is, if any: its id and its title. */
static void
add_named (QdJson     *json,
           const char *key,
           gpointer    entity)
{
  if (entity == NULL)
    {
      qd_json_add_text (json, key, NULL);
      return;
    }

  qd_json_begin_object (json, key);
  qd_json_add_id (json, "id", qd_entity_get_id (entity));
  qd_json_add_text (json, "title", qd_entity_get_title (entity));
  qd_json_end_object (json);
}

/**
 * qd_cli_json_add_term:
 * @json: a writer
 * @key: (nullable): its key
 * @type: an enumeration of qd-types.h
 * @value: a number of it
 *
 * Writes the word for it that programs read.
 */
void
qd_cli_json_add_term (QdJson     *json,
                      const char *key,
                      GType       type,
                      int         value)
{
  qd_json_add_text (json, key, qd_enum_get_nick (type, value));
}

/**
 * qd_cli_json_add_words:
 * @json: a writer
 * @key: (nullable): its key
 * @text: a text, of which "" is none
 */
void
qd_cli_json_add_words (QdJson     *json,
                       const char *key,
                       const char *text)
{
  qd_json_add_text (json, key, *text != '\0' ? text : NULL);
}

/**
 * qd_cli_json_add_confidence:
 * @json: a writer
 * @confidence: from 0 to 10, or %QD_CONFIDENCE_NONE
 */
void
qd_cli_json_add_confidence (QdJson *json,
                            int     confidence)
{
  if (confidence != QD_CONFIDENCE_NONE)
    qd_json_add_integer (json, "confidence", confidence);
  else
    qd_json_add_text (json, "confidence", NULL);
}

/**
 * qd_cli_json_begin_column:
 * @json: a writer
 * @key: (nullable): its key
 * @column: a column
 *
 * Begins the object of a column, which is yet to be ended.
 */
void
qd_cli_json_begin_column (QdJson     *json,
                          const char *key,
                          QdColumn   *column)
{
  qd_json_begin_object (json, key);
  qd_json_add_id (json, "id", qd_entity_get_id (QD_ENTITY (column)));
  qd_json_add_text (json, "title", qd_entity_get_title (QD_ENTITY (column)));
  qd_cli_json_add_term (json, "role", QD_TYPE_COLUMN_ROLE, (int) qd_column_get_role (column));
}

/**
 * qd_cli_json_add_cycle:
 * @json: a writer
 * @cycle: (nullable): a cycle
 * @today: a day
 */
void
qd_cli_json_add_cycle (QdJson  *json,
                       QdCycle *cycle,
                       QdDay    today)
{
  if (cycle == NULL)
    {
      qd_json_add_text (json, "cycle", NULL);
      return;
    }

  qd_json_begin_object (json, "cycle");
  qd_json_add_id (json, "id", qd_entity_get_id (QD_ENTITY (cycle)));
  qd_json_add_text (json, "title", qd_entity_get_title (QD_ENTITY (cycle)));
  qd_json_add_day (json, "first_day", qd_cycle_get_first_day (cycle));
  qd_json_add_day (json, "last_day", qd_cycle_get_last_day (cycle));
  qd_json_add_integer (json, "week", qd_cycle_get_week (cycle, today));
  qd_json_add_integer (json, "n_weeks", qd_cycle_get_n_weeks (cycle));
  qd_json_end_object (json);
}

/**
 * qd_cli_json_add_card:
 * @json: a writer, in the object of the card
 * @key_result: a key result
 * @standing: what the rules say about it
 */
void
qd_cli_json_add_card (QdJson           *json,
                      QdKeyResult      *key_result,
                      const QdStanding *standing)
{
  const QdSummary *summary = qd_key_result_get_summary (key_result);
  QdCard *card = QD_CARD (key_result);

  qd_json_add_id (json, "id", qd_entity_get_id (QD_ENTITY (card)));
  qd_json_add_text (json, "title", qd_entity_get_title (QD_ENTITY (card)));
  add_named (json, "objective", qd_card_get_objective (card));
  add_named (json, "owner", qd_card_get_owner (card));
  add_figures (json, key_result);
  qd_json_add_number (json, "progress", standing->progress);
  qd_json_add_number (json, "expected", standing->expected);
  qd_cli_json_add_term (json, "health", QD_TYPE_HEALTH, (int) standing->health);
  qd_cli_json_add_confidence (json, summary->confidence);
  qd_json_add_day (json, "checked", summary->checked);
  qd_json_add_day (json, "due", standing->due);
  qd_json_add_boolean (json, "is_due", standing->is_due);
  qd_json_add_boolean (json, "outdated", standing->outdated);
  qd_json_add_boolean (json, "blocked", summary->blocked);
}
