/* The enumerations of the method and the model as GTypes, for properties and
 * expressions.
 *
 * Nicks are for programs, and promised to them: filters are kept and JSON is
 * written in them. They are never shown to people.
 */

#include "config.h"

#include "qd-types.h"

G_DEFINE_ENUM_TYPE (QdEntityKind, qd_entity_kind,
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_CYCLE, "cycle"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_TEAM, "team"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_BOARD, "board"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_COLUMN, "column"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_OBJECTIVE, "objective"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_CARD, "card"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_MILESTONE, "milestone"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_CHECKIN, "checkin"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_COMMENT, "comment"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_DEPENDENCY, "dependency"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_PERSON, "person"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_PHASE, "phase"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_ANSWER, "answer"),
                    G_DEFINE_ENUM_VALUE (QD_ENTITY_VIEW, "view"))

G_DEFINE_ENUM_TYPE (QdBoardKind, qd_board_kind,
                    G_DEFINE_ENUM_VALUE (QD_BOARD_OKR, "okr"))

G_DEFINE_ENUM_TYPE (QdCardKind, qd_card_kind,
                    G_DEFINE_ENUM_VALUE (QD_CARD_KEY_RESULT, "key-result"))

G_DEFINE_ENUM_TYPE (QdColumnRole, qd_column_role,
                    G_DEFINE_ENUM_VALUE (QD_COLUMN_OTHER, "other"),
                    G_DEFINE_ENUM_VALUE (QD_COLUMN_NOT_STARTED, "not-started"),
                    G_DEFINE_ENUM_VALUE (QD_COLUMN_IN_PROGRESS, "in-progress"),
                    G_DEFINE_ENUM_VALUE (QD_COLUMN_AT_RISK, "at-risk"),
                    G_DEFINE_ENUM_VALUE (QD_COLUMN_COMPLETE, "complete"))

G_DEFINE_ENUM_TYPE (QdCommitment, qd_commitment,
                    G_DEFINE_ENUM_VALUE (QD_COMMITMENT_ASPIRATIONAL, "aspirational"),
                    G_DEFINE_ENUM_VALUE (QD_COMMITMENT_COMMITTED, "committed"))

G_DEFINE_ENUM_TYPE (QdDensity, qd_density,
                    G_DEFINE_ENUM_VALUE (QD_DENSITY_COUNTS, "counts"),
                    G_DEFINE_ENUM_VALUE (QD_DENSITY_COMPACT, "compact"),
                    G_DEFINE_ENUM_VALUE (QD_DENSITY_CARDS, "cards"))

G_DEFINE_ENUM_TYPE (QdHealth, qd_health,
                    G_DEFINE_ENUM_VALUE (QD_HEALTH_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (QD_HEALTH_TOO_EARLY, "too-early"),
                    G_DEFINE_ENUM_VALUE (QD_HEALTH_ON_TRACK, "on-track"),
                    G_DEFINE_ENUM_VALUE (QD_HEALTH_BEHIND, "behind"),
                    G_DEFINE_ENUM_VALUE (QD_HEALTH_AT_RISK, "at-risk"),
                    G_DEFINE_ENUM_VALUE (QD_HEALTH_COMPLETE, "complete"),
                    G_DEFINE_ENUM_VALUE (QD_HEALTH_OUTDATED, "outdated"),
                    G_DEFINE_ENUM_VALUE (QD_HEALTH_CLOSED, "closed"))

G_DEFINE_ENUM_TYPE (QdMetricKind, qd_metric_kind,
                    G_DEFINE_ENUM_VALUE (QD_METRIC_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (QD_METRIC_CHANGE, "change"),
                    G_DEFINE_ENUM_VALUE (QD_METRIC_AT_LEAST, "at-least"),
                    G_DEFINE_ENUM_VALUE (QD_METRIC_AT_MOST, "at-most"),
                    G_DEFINE_ENUM_VALUE (QD_METRIC_WITHIN, "within"),
                    G_DEFINE_ENUM_VALUE (QD_METRIC_MILESTONES, "milestones"),
                    G_DEFINE_ENUM_VALUE (QD_METRIC_YES_NO, "yes-no"))

G_DEFINE_ENUM_TYPE (QdResultKind, qd_result_kind,
                    G_DEFINE_ENUM_VALUE (QD_RESULT_UNSAID, "unsaid"),
                    G_DEFINE_ENUM_VALUE (QD_RESULT_OUTCOME, "outcome"),
                    G_DEFINE_ENUM_VALUE (QD_RESULT_OUTPUT, "output"))

/**
 * qd_enum_get_nick:
 * @type: one of the enumerations here
 * @value: a number
 *
 * Returns: (transfer none) (nullable): the nick of @value, or %NULL where it is
 *   none of @type
 */
const char *
qd_enum_get_nick (GType type,
                  int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *entry = g_enum_get_value (klass, value);

  return entry != NULL ? entry->value_nick : NULL;
}

/**
 * qd_enum_find_nick:
 * @type: one of the enumerations here
 * @nick: any text
 * @value: (out): the number that it is the nick of
 *
 * Returns: whether it is one
 */
gboolean
qd_enum_find_nick (GType       type,
                   const char *nick,
                   int        *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *entry = g_enum_get_value_by_nick (klass, nick);

  if (entry == NULL)
    return FALSE;

  *value = entry->value;
  return TRUE;
}
