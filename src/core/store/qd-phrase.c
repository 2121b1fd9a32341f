/* What it is called that a field was changed: in the past for the history and the
 * toasts, and as a name for "Undo …".
 *
 * Only the words: which of them fit is decided in qd-sentence.c.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-field.h"
#include "qd-phrase.h"

/* Phrases of one title. */
static const QdPhrase phrases[] = {
  { QD_FIELD_CYCLE_CREATED, N_("Created the cycle “%s”"), N_("Create the Cycle “%s”") },
  { QD_FIELD_TEAM_CREATED, N_("Created the team “%s”"), N_("Create the Team “%s”") },
  { QD_FIELD_BOARD_CREATED, N_("Created the board “%s”"), N_("Create the Board “%s”") },
  { QD_FIELD_COLUMN_CREATED, N_("Added the column “%s”"), N_("Add the Column “%s”") },
  { QD_FIELD_OBJECTIVE_CREATED, N_("Added the objective “%s”"),
    N_("Add the Objective “%s”") },
  { QD_FIELD_CARD_CREATED, N_("Added “%s”"), N_("Add “%s”") },
  { QD_FIELD_PERSON_CREATED, N_("Added the person “%s”"), N_("Add the Person “%s”") },
  { QD_FIELD_TEAM_PLACE, N_("Moved the team “%s”"), N_("Move the Team “%s”") },
  { QD_FIELD_COLUMN_PLACE, N_("Moved the column “%s”"), N_("Move the Column “%s”") },
  { QD_FIELD_BOARD_PLACE, N_("Moved the board “%s”"), N_("Move the Board “%s”") },
  { QD_FIELD_OBJECTIVE_PLACE, N_("Moved the objective “%s”"),
    N_("Move the Objective “%s”") },
  { QD_FIELD_CARD_PLACE, N_("Moved “%s” within its column"),
    N_("Move “%s” in Its Column") },
  { QD_FIELD_CYCLE_FIRST_DAY, N_("Changed the dates of “%s”"),
    N_("Change the Dates of “%s”") },
  { QD_FIELD_CYCLE_LAST_DAY, N_("Changed the dates of “%s”"),
    N_("Change the Dates of “%s”") },
  { QD_FIELD_COLUMN_LIMIT, N_("Changed the limit of “%s”"),
    N_("Change the Limit of “%s”") },
  { QD_FIELD_OBJECTIVE_WHY, N_("Changed why “%s” matters"),
    N_("Change Why “%s” Matters") },
  { QD_FIELD_OBJECTIVE_COLOUR, N_("Changed the colour of “%s”"),
    N_("Change the Colour of “%s”") },
  { QD_FIELD_CARD_OBJECTIVE, N_("Took the objective off “%s”"),
    N_("Take the Objective off “%s”") },
  { QD_FIELD_CARD_OWNER, N_("Took the owner off “%s”"), N_("Take the Owner off “%s”") },
  { QD_FIELD_CARD_DESCRIPTION, N_("Changed the description of “%s”"),
    N_("Change the Description of “%s”") },
  { QD_FIELD_CARD_METRIC, N_("Changed the kind of metric of “%s”"),
    N_("Change the Kind of Metric of “%s”") },
  { QD_FIELD_CARD_BASELINE, N_("Took the baseline off “%s”"),
    N_("Take the Baseline off “%s”") },
  { QD_FIELD_CARD_TARGET, N_("Took the target off “%s”"), N_("Take the Target off “%s”") },
  { QD_FIELD_CARD_UPPER, N_("Took the upper limit off “%s”"),
    N_("Take the Upper Limit off “%s”") },
  { QD_FIELD_CARD_UNIT, N_("Took the unit off “%s”"), N_("Take the Unit off “%s”") },
  { QD_FIELD_CARD_WEIGHT, N_("Took the weight off “%s”"), N_("Take the Weight off “%s”") },
  { QD_FIELD_CARD_MEASUREMENT, N_("Changed how “%s” is measured"),
    N_("Change How “%s” Is Measured") },
  { QD_FIELD_CARD_RESULT, N_("Changed whether “%s” is an outcome"),
    N_("Change Whether “%s” Is an Outcome") },
  { QD_FIELD_CARD_GRADE, N_("Took the grade off “%s”"), N_("Take the Grade off “%s”") },
  { QD_FIELD_CARD_GRADE_REASON, N_("Changed why “%s” is graded so"),
    N_("Change Why “%s” Is Graded So") },
  { QD_FIELD_CARD_LEARNING, N_("Changed what was learned from “%s”"),
    N_("Change What Was Learned from “%s”") },
  { QD_FIELD_CARD_DECISION, N_("Decided what becomes of “%s”"),
    N_("Decide What Becomes of “%s”") },
  { QD_FIELD_CARD_SHELF_REASON, N_("Changed why “%s” waits"), N_("Change Why “%s” Waits") },
  { QD_FIELD_OBJECTIVE_SHELF_REASON, N_("Changed why “%s” waits"),
    N_("Change Why “%s” Waits") },
  { QD_FIELD_OBJECTIVE_WEIGHT, N_("Took the weight off “%s”"),
    N_("Take the Weight off “%s”") },
  { QD_FIELD_OBJECTIVE_PARENT, N_("Took the alignment off “%s”"),
    N_("Take the Alignment off “%s”") },
  { QD_FIELD_OBJECTIVE_COMMITMENT, N_("Changed the commitment of “%s”"),
    N_("Change the Commitment of “%s”") },
  { QD_FIELD_BOARD_CADENCE, N_("Changed when check-ins of “%s” are due"),
    N_("Change When Check-ins of “%s” Are Due") },
  { QD_FIELD_BOARD_WEEKDAY, N_("Changed when check-ins of “%s” are due"),
    N_("Change When Check-ins of “%s” Are Due") },
  { QD_FIELD_BOARD_REVIEWED, N_("Reviewed “%s”"), N_("Review “%s”") },
  { QD_FIELD_MILESTONE_CREATED, N_("Added the milestone “%s”"),
    N_("Add the Milestone “%s”") },
  { QD_FIELD_MILESTONE_PLACE, N_("Moved the milestone “%s”"),
    N_("Move the Milestone “%s”") },
  { QD_FIELD_MILESTONE_DUE, N_("Changed when “%s” is due"), N_("Change When “%s” Is Due") },
  { QD_FIELD_DEPENDENCY_CREATED, N_("Noted the dependency “%s”"),
    N_("Note the Dependency “%s”") },
  { QD_FIELD_DEPENDENCY_ON, N_("Changed on whom “%s” depends"),
    N_("Change on Whom “%s” Depends") },
  { QD_FIELD_DEPENDENCY_FLAGGED, N_("Changed since when one waits for “%s”"),
    N_("Change Since When One Waits for “%s”") },
  { QD_FIELD_DEPENDENCY_ESCALATED, N_("Changed when “%s” was escalated"),
    N_("Change When “%s” Was Escalated") },
  { QD_FIELD_DEPENDENCY_RESOLVED, N_("Changed when “%s” was resolved"),
    N_("Change When “%s” Was Resolved") },
  /* Of the card that they belong to. */
  { QD_FIELD_CHECKIN_CREATED, N_("Checked in on “%s”"), N_("Check In on “%s”") },
  { QD_FIELD_COMMENT_CREATED, N_("Commented on “%s”"), N_("Comment on “%s”") },
  { QD_FIELD_COMMENT_TEXT, N_("Changed a comment on “%s”"), N_("Change a Comment on “%s”") },
  { QD_FIELD_PHASE_CREATED, N_("Added a phased target to “%s”"),
    N_("Add a Phased Target to “%s”") },
  { QD_FIELD_PHASE_DAY, N_("Changed a phased target of “%s”"),
    N_("Change a Phased Target of “%s”") },
  { QD_FIELD_PHASE_VALUE, N_("Changed a phased target of “%s”"),
    N_("Change a Phased Target of “%s”") },
  { QD_FIELD_VIEW_CREATED, N_("Saved the view “%s”"), N_("Save the View “%s”") },
  { QD_FIELD_VIEW_PLACE, N_("Moved the view “%s”"), N_("Move the View “%s”") },
  { QD_FIELD_VIEW_BOARDS, N_("Changed the view “%s”"), N_("Change the View “%s”") },
  { QD_FIELD_VIEW_DENSITY, N_("Changed the view “%s”"), N_("Change the View “%s”") },
  { QD_FIELD_VIEW_FILTER, N_("Changed the view “%s”"), N_("Change the View “%s”") },
  { QD_FIELD_ANSWER_CREATED, N_("Answered the advice on “%s”"),
    N_("Answer the Advice on “%s”") },
};

/* Phrases of a title and what the field shows now. */
static const QdPhrase valued[] = {
  { QD_FIELD_CARD_BASELINE, N_("Set the baseline of “%s” to %s"),
    N_("Set the Baseline of “%s” to %s") },
  { QD_FIELD_CARD_TARGET, N_("Set the target of “%s” to %s"),
    N_("Set the Target of “%s” to %s") },
  { QD_FIELD_CARD_UPPER, N_("Set the upper limit of “%s” to %s"),
    N_("Set the Upper Limit of “%s” to %s") },
  { QD_FIELD_CARD_WEIGHT, N_("Set the weight of “%s” to %s"),
    N_("Set the Weight of “%s” to %s") },
  { QD_FIELD_CARD_GRADE, N_("Graded “%s” %s"), N_("Grade “%s” %s") },
  { QD_FIELD_CARD_UNIT, N_("Set the unit of “%s” to “%s”"),
    N_("Set the Unit of “%s” to “%s”") },
  { QD_FIELD_OBJECTIVE_WEIGHT, N_("Set the weight of “%s” to %s"),
    N_("Set the Weight of “%s” to %s") },
};

/* Phrases of what is done, or is so no more. */
static const struct
{
  QdPhrase on;
  QdPhrase off;
} flags[] = {
  { { QD_FIELD_BOARD_CLOSED, N_("Closed “%s”"), N_("Close “%s”") },
    { 0, N_("Reopened “%s”"), N_("Reopen “%s”") } },
  { { QD_FIELD_MILESTONE_DONE, N_("Reached the milestone “%s”"),
      N_("Reach the Milestone “%s”") },
    { 0, N_("Reopened the milestone “%s”"), N_("Reopen the Milestone “%s”") } },
  { { QD_FIELD_MILESTONE_ARCHIVED, N_("Removed the milestone “%s”"),
      N_("Remove the Milestone “%s”") },
    { 0, N_("Restored the milestone “%s”"), N_("Restore the Milestone “%s”") } },
  { { QD_FIELD_DEPENDENCY_ESCALATED, N_("Escalated “%s”"), N_("Escalate “%s”") },
    { 0, N_("Took back the escalation of “%s”"), N_("Take Back the Escalation of “%s”") } },
  { { QD_FIELD_DEPENDENCY_RESOLVED, N_("Resolved “%s”"), N_("Resolve “%s”") },
    { 0, N_("Reopened “%s”"), N_("Reopen “%s”") } },
  { { QD_FIELD_DEPENDENCY_ARCHIVED, N_("Removed the dependency “%s”"),
      N_("Remove the Dependency “%s”") },
    { 0, N_("Restored the dependency “%s”"), N_("Restore the Dependency “%s”") } },
  { { QD_FIELD_CHECKIN_RESOLVED, N_("Resolved a blocker of “%s”"),
      N_("Resolve a Blocker of “%s”") },
    { 0, N_("Reopened a blocker of “%s”"), N_("Reopen a Blocker of “%s”") } },
  { { QD_FIELD_CHECKIN_ARCHIVED, N_("Removed a check-in on “%s”"),
      N_("Remove a Check-in on “%s”") },
    { 0, N_("Restored a check-in on “%s”"), N_("Restore a Check-in on “%s”") } },
  { { QD_FIELD_COMMENT_ARCHIVED, N_("Removed a comment on “%s”"),
      N_("Remove a Comment on “%s”") },
    { 0, N_("Restored a comment on “%s”"), N_("Restore a Comment on “%s”") } },
  { { QD_FIELD_PHASE_ARCHIVED, N_("Removed a phased target of “%s”"),
      N_("Remove a Phased Target of “%s”") },
    { 0, N_("Restored a phased target of “%s”"), N_("Restore a Phased Target of “%s”") } },
  { { QD_FIELD_ANSWER_ARCHIVED, N_("Took back the answer to the advice on “%s”"),
      N_("Take Back the Answer to the Advice on “%s”") },
    { 0, N_("Restored the answer to the advice on “%s”"),
      N_("Restore the Answer to the Advice on “%s”") } },
};

/* Phrases of a title and that of what the field names. */
static const struct
{
  QdPhrase phrase;
  QdEntityKind kind;
} naming[] = {
  { { QD_FIELD_CARD_OBJECTIVE, N_("Labelled “%s” with “%s”"), N_("Label “%s” with “%s”") },
    QD_ENTITY_OBJECTIVE },
  { { QD_FIELD_CARD_OWNER, N_("Gave “%s” to %s"), N_("Give “%s” to %s") }, QD_ENTITY_PERSON },
  { { QD_FIELD_OBJECTIVE_PARENT, N_("Aligned “%s” to “%s”"), N_("Align “%s” to “%s”") },
    QD_ENTITY_OBJECTIVE },
};

/**
 * qd_phrase_of:
 * @field: a field
 *
 * Returns: (nullable): what its change is called, of one title
 */
const QdPhrase *
qd_phrase_of (int field)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (phrases[i].field == field)
      return &phrases[i];

  return NULL;
}

/**
 * qd_phrase_of_value:
 * @field: a field
 *
 * Returns: (nullable): what it is called that it shows a value now, of a title and the
 *   value
 */
const QdPhrase *
qd_phrase_of_value (int field)
{
  for (guint i = 0; i < G_N_ELEMENTS (valued); i++)
    if (valued[i].field == field)
      return &valued[i];

  return NULL;
}

/**
 * qd_phrase_of_flag:
 * @field: a field
 * @on: whether it is so now, or is so no more
 *
 * Returns: (nullable): what that is called, of one title
 */
const QdPhrase *
qd_phrase_of_flag (int      field,
                   gboolean on)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i].on.field == field)
      return on ? &flags[i].on : &flags[i].off;

  return NULL;
}

/**
 * qd_phrase_of_named:
 * @field: a field
 * @kind: (out): the kind of what it names
 *
 * Returns: (nullable): what it is called that it names another thing now, of a title and
 *   that of the other
 */
const QdPhrase *
qd_phrase_of_named (int           field,
                    QdEntityKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    if (naming[i].phrase.field == field)
      {
        *kind = naming[i].kind;
        return &naming[i].phrase;
      }

  return NULL;
}
