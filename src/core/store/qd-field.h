#pragma once

#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdField:
 *
 * Every field of every kind of thing, numbered like tags of a wire format: the
 * hundreds are the #QdEntityKind. A number is never reused and never changes
 * its type or meaning; new ones are only added.
 */
typedef enum
{
  QD_FIELD_CYCLE_CREATED = 100,
  QD_FIELD_CYCLE_ARCHIVED = 101,
  QD_FIELD_CYCLE_DELETED = 102,
  QD_FIELD_CYCLE_TITLE = 104,
  QD_FIELD_CYCLE_FIRST_DAY = 105,
  QD_FIELD_CYCLE_LAST_DAY = 106,

  QD_FIELD_TEAM_CREATED = 200,
  QD_FIELD_TEAM_ARCHIVED = 201,
  QD_FIELD_TEAM_DELETED = 202,
  QD_FIELD_TEAM_PLACE = 203,
  QD_FIELD_TEAM_TITLE = 204,

  QD_FIELD_BOARD_CREATED = 300,
  QD_FIELD_BOARD_ARCHIVED = 301,
  QD_FIELD_BOARD_DELETED = 302,
  QD_FIELD_BOARD_PLACE = 303,
  QD_FIELD_BOARD_TITLE = 304,
  QD_FIELD_BOARD_KIND = 305,
  QD_FIELD_BOARD_TEAM = 306,
  QD_FIELD_BOARD_DESCRIPTION = 307,
  QD_FIELD_BOARD_CADENCE = 308,
  QD_FIELD_BOARD_WEEKDAY = 309,
  /* The instant, in milliseconds, up to which somebody reviewed the board. */
  QD_FIELD_BOARD_REVIEWED = 310,
  /* The day on which it was closed, and the board of the cycle before. */
  QD_FIELD_BOARD_CLOSED = 311,
  QD_FIELD_BOARD_CONTINUES = 312,

  QD_FIELD_COLUMN_CREATED = 400,
  QD_FIELD_COLUMN_ARCHIVED = 401,
  QD_FIELD_COLUMN_DELETED = 402,
  QD_FIELD_COLUMN_PLACE = 403,
  QD_FIELD_COLUMN_TITLE = 404,
  QD_FIELD_COLUMN_ROLE = 405,
  QD_FIELD_COLUMN_LIMIT = 406,

  QD_FIELD_OBJECTIVE_CREATED = 500,
  QD_FIELD_OBJECTIVE_ARCHIVED = 501,
  QD_FIELD_OBJECTIVE_DELETED = 502,
  QD_FIELD_OBJECTIVE_PLACE = 503,
  QD_FIELD_OBJECTIVE_TITLE = 504,
  QD_FIELD_OBJECTIVE_WHY = 505,
  QD_FIELD_OBJECTIVE_COLOUR = 506,
  QD_FIELD_OBJECTIVE_COMMITMENT = 507,
  QD_FIELD_OBJECTIVE_WEIGHT = 508,
  QD_FIELD_OBJECTIVE_PARENT = 509,
  /* The objective of the cycle before that it carries on, and why it waits. */
  QD_FIELD_OBJECTIVE_CONTINUES = 510,
  QD_FIELD_OBJECTIVE_SHELF_REASON = 511,

  QD_FIELD_CARD_CREATED = 600,
  QD_FIELD_CARD_ARCHIVED = 601,
  QD_FIELD_CARD_DELETED = 602,
  QD_FIELD_CARD_PLACE = 603,
  QD_FIELD_CARD_TITLE = 604,
  QD_FIELD_CARD_KIND = 605,
  QD_FIELD_CARD_DESCRIPTION = 606,
  QD_FIELD_CARD_OBJECTIVE = 607,
  QD_FIELD_CARD_OWNER = 608,
  QD_FIELD_CARD_METRIC = 609,
  QD_FIELD_CARD_BASELINE = 610,
  QD_FIELD_CARD_TARGET = 611,
  QD_FIELD_CARD_UNIT = 612,
  QD_FIELD_CARD_MEASUREMENT = 613,
  QD_FIELD_CARD_WEIGHT = 614,
  QD_FIELD_CARD_UPPER = 615,
  QD_FIELD_CARD_RESULT = 616,
  /* What was said of it when its cycle was closed: the grade from 0.0 to 1.0, what was
   * learned, and a #QdDecision. */
  QD_FIELD_CARD_GRADE = 617,
  QD_FIELD_CARD_GRADE_REASON = 618,
  QD_FIELD_CARD_LEARNING = 619,
  QD_FIELD_CARD_DECISION = 620,
  /* The card of the cycle before that it carries on, and why it waits. */
  QD_FIELD_CARD_CONTINUES = 621,
  QD_FIELD_CARD_SHELF_REASON = 622,

  QD_FIELD_MILESTONE_CREATED = 700,
  QD_FIELD_MILESTONE_ARCHIVED = 701,
  QD_FIELD_MILESTONE_DELETED = 702,
  QD_FIELD_MILESTONE_PLACE = 703,
  QD_FIELD_MILESTONE_TITLE = 704,
  QD_FIELD_MILESTONE_DONE = 705,
  QD_FIELD_MILESTONE_DUE = 706,

  QD_FIELD_CHECKIN_CREATED = 800,
  QD_FIELD_CHECKIN_ARCHIVED = 801,
  QD_FIELD_CHECKIN_DELETED = 802,
  QD_FIELD_CHECKIN_CARD = 803,
  QD_FIELD_CHECKIN_NOTE = 804,
  QD_FIELD_CHECKIN_DAY = 805,
  QD_FIELD_CHECKIN_VALUE = 806,
  QD_FIELD_CHECKIN_BLOCKER = 807,
  QD_FIELD_CHECKIN_CONFIDENCE = 808,
  QD_FIELD_CHECKIN_SUPERSEDES = 809,
  QD_FIELD_CHECKIN_RESOLVED = 810,

  QD_FIELD_COMMENT_CREATED = 900,
  QD_FIELD_COMMENT_ARCHIVED = 901,
  QD_FIELD_COMMENT_DELETED = 902,
  QD_FIELD_COMMENT_CARD = 903,
  QD_FIELD_COMMENT_TEXT = 904,

  QD_FIELD_DEPENDENCY_CREATED = 1000,
  QD_FIELD_DEPENDENCY_ARCHIVED = 1001,
  QD_FIELD_DEPENDENCY_DELETED = 1002,
  QD_FIELD_DEPENDENCY_CARD = 1003,
  QD_FIELD_DEPENDENCY_TITLE = 1004,
  QD_FIELD_DEPENDENCY_ON = 1005,
  QD_FIELD_DEPENDENCY_FLAGGED = 1006,
  QD_FIELD_DEPENDENCY_ESCALATED = 1007,
  QD_FIELD_DEPENDENCY_RESOLVED = 1008,

  QD_FIELD_PERSON_CREATED = 1100,
  QD_FIELD_PERSON_ARCHIVED = 1101,
  QD_FIELD_PERSON_DELETED = 1102,
  QD_FIELD_PERSON_TITLE = 1104,

  /* What a metric should be on the way, on a certain day. */
  QD_FIELD_PHASE_CREATED = 1200,
  QD_FIELD_PHASE_ARCHIVED = 1201,
  QD_FIELD_PHASE_DELETED = 1202,
  QD_FIELD_PHASE_CARD = 1203,
  QD_FIELD_PHASE_DAY = 1204,
  QD_FIELD_PHASE_VALUE = 1205,

  /* What somebody said to a piece of advice, or that it may rest; it holds while
   * the advice rests on the same facts. */
  QD_FIELD_ANSWER_CREATED = 1300,
  QD_FIELD_ANSWER_ARCHIVED = 1301,
  QD_FIELD_ANSWER_DELETED = 1302,
  QD_FIELD_ANSWER_ABOUT = 1303,
  QD_FIELD_ANSWER_RULE = 1304,
  QD_FIELD_ANSWER_FACTS = 1305,
  QD_FIELD_ANSWER_TEXT = 1306,

  /* Boards side by side, under a name: their ids with a space between, and tokens of
   * a filter, one on a line. */
  QD_FIELD_VIEW_CREATED = 1400,
  QD_FIELD_VIEW_ARCHIVED = 1401,
  QD_FIELD_VIEW_DELETED = 1402,
  QD_FIELD_VIEW_PLACE = 1403,
  QD_FIELD_VIEW_TITLE = 1404,
  QD_FIELD_VIEW_BOARDS = 1405,
  QD_FIELD_VIEW_DENSITY = 1406,
  QD_FIELD_VIEW_FILTER = 1407,
} QdField;

/* The parts that every kind of thing numbers alike; things without a place say there
 * what they belong to. */
#define QD_FIELD_CREATED 0
#define QD_FIELD_ARCHIVED 1
#define QD_FIELD_DELETED 2
#define QD_FIELD_PLACE 3
#define QD_FIELD_TITLE 4

/**
 * qd_field_of:
 * @kind: a #QdEntityKind
 * @part: one of %QD_FIELD_CREATED … %QD_FIELD_TITLE
 *
 * Returns: the field that plays this part for things of the kind
 */
#define qd_field_of(kind, part) ((QdField) ((int) (kind) * 100 + (part)))
#define qd_field_get_entity_kind(field) ((QdEntityKind) ((int) (field) / 100))

/**
 * QdFieldType:
 * @QD_FIELD_TYPE_INTEGER: a signed 64-bit number
 * @QD_FIELD_TYPE_REAL: a double; its text in the log round-trips
 * @QD_FIELD_TYPE_TEXT: valid UTF-8
 * @QD_FIELD_TYPE_ID: the #QdId of another thing
 * @QD_FIELD_TYPE_DAY: a day as "2026-11-22"
 * @QD_FIELD_TYPE_PLACE: parent and rank in one value, "<parent id>/<rank>",
 *   shown in two columns `parent` and `rank`
 */
typedef enum
{
  QD_FIELD_TYPE_INTEGER,
  QD_FIELD_TYPE_REAL,
  QD_FIELD_TYPE_TEXT,
  QD_FIELD_TYPE_ID,
  QD_FIELD_TYPE_DAY,
  QD_FIELD_TYPE_PLACE,
} QdFieldType;

/**
 * QdFieldMerge:
 * @QD_FIELD_MERGE_REGISTER: the greatest (stamp, hash) wins
 * @QD_FIELD_MERGE_CREATED: likewise; the row exists while the value is not null
 */
typedef enum
{
  QD_FIELD_MERGE_REGISTER,
  QD_FIELD_MERGE_CREATED,
} QdFieldMerge;

/**
 * QdFieldInfo:
 * @field: its number
 * @table: the projection that shows it
 * @column: its column there
 * @type: what a value is
 * @merge: how concurrent values become one
 * @searched: whether full-text search covers it
 * @owner: of the field in which things say where they stand or what they belong to,
 *   the kind of that; answers can also be about an objective or a board
 *
 * One line of the field registry.
 */
typedef struct
{
  QdField field;
  const char *table;
  const char *column;
  QdFieldType type;
  QdFieldMerge merge;
  gboolean searched;
  QdEntityKind owner;
} QdFieldInfo;

const QdFieldInfo *qd_field_lookup     (int           field);
const QdFieldInfo *qd_field_list       (QdEntityKind  kind,
                                        guint        *n_fields);
const char        *qd_field_get_table  (QdEntityKind  kind);
const QdFieldInfo *qd_field_get_owner  (QdEntityKind  kind);

G_END_DECLS
