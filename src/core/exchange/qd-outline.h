#pragma once

#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdOutlineRemark:
 * @line: 1-based line of the text
 * @text: what stands there, in full
 * @reason: a translated sentence: what was not understood, or what became of it
 * @kept: whether the text found a place all the same
 *
 * Something in an outline that the person should know about.
 */
typedef struct
{
  guint line;
  char *text;
  char *reason;
  gboolean kept;
} QdOutlineRemark;

/**
 * QdOutlineKeyResult:
 * @line: 1-based line where it begins
 * @title: the statement, as plain text without Markdown marks
 * @description: (nullable): further lines below it that are nothing else
 * @measurement: (nullable): how it is measured
 * @owner: (nullable): a person's name
 * @column: (nullable): title of the column it stands in
 * @metric: whether it has numbers, and whether the target is a limit to keep to
 * @baseline: where it starts, or NAN
 * @target: where it should land, or NAN
 * @current: where it stands now, or NAN
 * @unit: (nullable): unit of the numbers ("%", "days", "$")
 */
typedef struct
{
  guint line;
  char *title;
  char *description;
  char *measurement;
  char *owner;
  char *column;
  QdMetricKind metric;
  double baseline;
  double target;
  double current;
  char *unit;
} QdOutlineKeyResult;

/**
 * QdOutlineObjective:
 * @line: 1-based line where it begins
 * @title: (nullable): its name; %NULL gathers the key results of a team that
 *   stand below no objective
 * @why: (nullable): why it matters, paragraphs divided by an empty line
 * @commitment: committed or aspirational
 * @key_results: (element-type QdOutlineKeyResult): in the order of the text
 */
typedef struct
{
  guint line;
  char *title;
  char *why;
  QdCommitment commitment;
  GPtrArray *key_results;
} QdOutlineObjective;

/**
 * QdOutlineTeam:
 * @line: 1-based line of its heading; 0 where the text has none
 * @title: its name
 * @text: (nullable): paragraphs below its heading that belong to no objective
 * @objectives: (element-type QdOutlineObjective): in the order of the text
 */
typedef struct
{
  guint line;
  char *title;
  char *text;
  GPtrArray *objectives;
} QdOutlineTeam;

/**
 * QdOutline:
 * @cycle: name of the cycle
 * @first_day: its first day
 * @last_day: its last day, inclusive
 * @teams: (element-type QdOutlineTeam): in the order of the text
 * @remarks: (element-type QdOutlineRemark): in the order of the text
 *
 * A quarter's OKRs as somebody wrote them down.
 */
typedef struct
{
  char *cycle;
  QdDay first_day;
  QdDay last_day;
  GPtrArray *teams;
  GPtrArray *remarks;
} QdOutline;

QdOutline *qd_outline_parse (const char  *text,
                             gsize        length,
                             const char  *fallback_team,
                             QdDay        today,
                             GError     **error);
void       qd_outline_free  (QdOutline   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdOutline, qd_outline_free)

G_END_DECLS
