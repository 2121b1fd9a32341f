/* The field registry: which fields there are, where their projection shows
 * them, and how concurrent values become one. The tables of the projections
 * are made from it, so a line added here is all that a new field needs beside
 * a step in qd-schema.c for files that exist already.
 */

#include "config.h"

#include "qd-field.h"

#define HEAD(KIND, table) \
  { QD_FIELD_##KIND##_CREATED, table, "created", QD_FIELD_TYPE_INTEGER, \
    QD_FIELD_MERGE_CREATED, FALSE, QD_ENTITY_NONE }, \
  { QD_FIELD_##KIND##_ARCHIVED, table, "archived", QD_FIELD_TYPE_INTEGER, \
    QD_FIELD_MERGE_REGISTER, FALSE, QD_ENTITY_NONE }, \
  { QD_FIELD_##KIND##_DELETED, table, "deleted", QD_FIELD_TYPE_INTEGER, \
    QD_FIELD_MERGE_REGISTER, FALSE, QD_ENTITY_NONE }
#define LINE(FIELD, table, column, TYPE) \
  { QD_FIELD_##FIELD, table, column, QD_FIELD_TYPE_##TYPE, \
    QD_FIELD_MERGE_REGISTER, FALSE, QD_ENTITY_NONE }
#define SEARCHED(FIELD, table, column) \
  { QD_FIELD_##FIELD, table, column, QD_FIELD_TYPE_TEXT, \
    QD_FIELD_MERGE_REGISTER, TRUE, QD_ENTITY_NONE }
/* Where things stand, and what they belong to. */
#define OWNER(FIELD, table, column, TYPE, KIND) \
  { QD_FIELD_##FIELD, table, column, QD_FIELD_TYPE_##TYPE, \
    QD_FIELD_MERGE_REGISTER, FALSE, QD_ENTITY_##KIND }

static const QdFieldInfo registry[] = {
  HEAD (CYCLE, "cycle"),
  LINE (CYCLE_TITLE, "cycle", "title", TEXT),
  LINE (CYCLE_FIRST_DAY, "cycle", "first_day", DAY),
  LINE (CYCLE_LAST_DAY, "cycle", "last_day", DAY),

  HEAD (TEAM, "team"),
  OWNER (TEAM_PLACE, "team", "parent", PLACE, TEAM),
  LINE (TEAM_TITLE, "team", "title", TEXT),

  HEAD (BOARD, "board"),
  OWNER (BOARD_PLACE, "board", "parent", PLACE, CYCLE),
  SEARCHED (BOARD_TITLE, "board", "title"),
  LINE (BOARD_KIND, "board", "kind", INTEGER),
  LINE (BOARD_TEAM, "board", "team", ID),
  SEARCHED (BOARD_DESCRIPTION, "board", "description"),
  LINE (BOARD_CADENCE, "board", "cadence", INTEGER),
  LINE (BOARD_WEEKDAY, "board", "weekday", INTEGER),
  LINE (BOARD_REVIEWED, "board", "reviewed", INTEGER),
  LINE (BOARD_CLOSED, "board", "closed", DAY),
  LINE (BOARD_CONTINUES, "board", "continues", ID),

  HEAD (COLUMN, "column"),
  OWNER (COLUMN_PLACE, "column", "parent", PLACE, BOARD),
  LINE (COLUMN_TITLE, "column", "title", TEXT),
  LINE (COLUMN_ROLE, "column", "role", INTEGER),
  LINE (COLUMN_LIMIT, "column", "wip_limit", INTEGER),

  HEAD (OBJECTIVE, "objective"),
  OWNER (OBJECTIVE_PLACE, "objective", "parent", PLACE, BOARD),
  SEARCHED (OBJECTIVE_TITLE, "objective", "title"),
  SEARCHED (OBJECTIVE_WHY, "objective", "why"),
  LINE (OBJECTIVE_COLOUR, "objective", "colour", INTEGER),
  LINE (OBJECTIVE_COMMITMENT, "objective", "commitment", INTEGER),
  LINE (OBJECTIVE_WEIGHT, "objective", "weight", REAL),
  LINE (OBJECTIVE_PARENT, "objective", "aligned_to", ID),
  LINE (OBJECTIVE_CONTINUES, "objective", "continues", ID),
  SEARCHED (OBJECTIVE_SHELF_REASON, "objective", "shelf_reason"),

  HEAD (CARD, "card"),
  OWNER (CARD_PLACE, "card", "parent", PLACE, COLUMN),
  SEARCHED (CARD_TITLE, "card", "title"),
  LINE (CARD_KIND, "card", "kind", INTEGER),
  SEARCHED (CARD_DESCRIPTION, "card", "description"),
  LINE (CARD_OBJECTIVE, "card", "objective", ID),
  LINE (CARD_OWNER, "card", "owner", ID),
  LINE (CARD_METRIC, "card", "metric", INTEGER),
  LINE (CARD_BASELINE, "card", "baseline", REAL),
  LINE (CARD_TARGET, "card", "target", REAL),
  LINE (CARD_UNIT, "card", "unit", TEXT),
  SEARCHED (CARD_MEASUREMENT, "card", "measurement"),
  LINE (CARD_WEIGHT, "card", "weight", REAL),
  LINE (CARD_UPPER, "card", "upper", REAL),
  LINE (CARD_RESULT, "card", "result", INTEGER),
  LINE (CARD_GRADE, "card", "grade", REAL),
  LINE (CARD_GRADE_REASON, "card", "grade_reason", TEXT),
  SEARCHED (CARD_LEARNING, "card", "learning"),
  LINE (CARD_DECISION, "card", "decision", INTEGER),
  LINE (CARD_CONTINUES, "card", "continues", ID),
  SEARCHED (CARD_SHELF_REASON, "card", "shelf_reason"),

  HEAD (MILESTONE, "milestone"),
  OWNER (MILESTONE_PLACE, "milestone", "parent", PLACE, CARD),
  SEARCHED (MILESTONE_TITLE, "milestone", "title"),
  LINE (MILESTONE_DONE, "milestone", "done", INTEGER),
  LINE (MILESTONE_DUE, "milestone", "due", DAY),

  HEAD (CHECKIN, "checkin"),
  OWNER (CHECKIN_CARD, "checkin", "card", ID, CARD),
  SEARCHED (CHECKIN_NOTE, "checkin", "note"),
  LINE (CHECKIN_DAY, "checkin", "day", DAY),
  LINE (CHECKIN_VALUE, "checkin", "value", REAL),
  SEARCHED (CHECKIN_BLOCKER, "checkin", "blocker"),
  LINE (CHECKIN_CONFIDENCE, "checkin", "confidence", INTEGER),
  LINE (CHECKIN_SUPERSEDES, "checkin", "supersedes", ID),
  LINE (CHECKIN_RESOLVED, "checkin", "resolved", DAY),

  HEAD (COMMENT, "comment"),
  OWNER (COMMENT_CARD, "comment", "card", ID, CARD),
  SEARCHED (COMMENT_TEXT, "comment", "text"),

  HEAD (DEPENDENCY, "dependency"),
  OWNER (DEPENDENCY_CARD, "dependency", "card", ID, CARD),
  SEARCHED (DEPENDENCY_TITLE, "dependency", "title"),
  SEARCHED (DEPENDENCY_ON, "dependency", "waits_for"),
  LINE (DEPENDENCY_FLAGGED, "dependency", "flagged", DAY),
  LINE (DEPENDENCY_ESCALATED, "dependency", "escalated", DAY),
  LINE (DEPENDENCY_RESOLVED, "dependency", "resolved", DAY),

  HEAD (PERSON, "person"),
  LINE (PERSON_TITLE, "person", "title", TEXT),

  HEAD (PHASE, "phase"),
  OWNER (PHASE_CARD, "phase", "card", ID, CARD),
  LINE (PHASE_DAY, "phase", "day", DAY),
  LINE (PHASE_VALUE, "phase", "value", REAL),

  HEAD (ANSWER, "answer"),
  OWNER (ANSWER_ABOUT, "answer", "about", ID, CARD),
  LINE (ANSWER_RULE, "answer", "rule", INTEGER),
  LINE (ANSWER_FACTS, "answer", "facts", TEXT),
  LINE (ANSWER_TEXT, "answer", "text", TEXT),

  HEAD (VIEW, "view"),
  LINE (VIEW_PLACE, "view", "parent", PLACE),
  LINE (VIEW_TITLE, "view", "title", TEXT),
  LINE (VIEW_BOARDS, "view", "boards", TEXT),
  LINE (VIEW_DENSITY, "view", "density", INTEGER),
  LINE (VIEW_FILTER, "view", "filter", TEXT),
};

#undef HEAD
#undef LINE
#undef SEARCHED
#undef OWNER

/**
 * qd_field_lookup:
 * @field: a field number as it stands in a file
 *
 * Returns: (nullable): its line in the registry, or %NULL for a field that only
 *   a newer program knows
 */
const QdFieldInfo *
qd_field_lookup (int field)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (registry);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((int) registry[middle].field == field)
        return &registry[middle];
      if ((int) registry[middle].field < field)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/**
 * qd_field_list:
 * @kind: what kind of thing
 * @n_fields: (out): how many fields it has
 *
 * Returns: (array length=n_fields): the fields of the kind, by number; no
 *   fields for a kind that does not exist
 */
const QdFieldInfo *
qd_field_list (QdEntityKind  kind,
               guint        *n_fields)
{
  const QdFieldInfo *first = qd_field_lookup (qd_field_of (kind, QD_FIELD_CREATED));
  const QdFieldInfo *end = registry + G_N_ELEMENTS (registry);
  const QdFieldInfo *last = first;

  *n_fields = 0;
  if (first == NULL)
    return NULL;

  while (last < end && qd_field_get_entity_kind (last->field) == kind)
    last++;
  *n_fields = (guint) (last - first);

  return first;
}

/**
 * qd_field_get_table:
 * @kind: what kind of thing
 *
 * Returns: (nullable): the name of its projection
 */
const char *
qd_field_get_table (QdEntityKind kind)
{
  const QdFieldInfo *info = qd_field_lookup (qd_field_of (kind, QD_FIELD_CREATED));

  return info != NULL ? info->table : NULL;
}

/**
 * qd_field_get_owner:
 * @kind: what kind of thing
 *
 * Returns: (nullable): the field in which things of the kind say where they stand or
 *   what they belong to
 */
const QdFieldInfo *
qd_field_get_owner (QdEntityKind kind)
{
  const QdFieldInfo *info = qd_field_lookup (qd_field_of (kind, QD_FIELD_PLACE));

  return info != NULL && info->owner != QD_ENTITY_NONE ? info : NULL;
}
