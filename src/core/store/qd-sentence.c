/* What a transaction did, in words: one sentence in the past for the history
 * and the toasts, and a name for "Undo …". The first change of an entry is what
 * it is about, but for people, teams, cycles and labels that were made for it; the
 * others follow from it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-field.h"
#include "qd-history-private.h"
#include "qd-log.h"
#include "qd-number-text.h"
#include "qd-settle.h"

/* Longer titles are cut in a sentence. */
#define TITLE_CHARS 60
#define MAX_CHAR_BYTES 4

/* "Moved “Raise NPS” to At Risk", or "Move “Raise NPS” to At Risk" as in "Undo …". */
typedef enum
{
  TENSE_PAST,
  TENSE_NAME,
} Tense;

typedef struct
{
  int field;
  const char *past;
  const char *name;
} Phrase;

/* Phrases of one title. */
static const Phrase phrases[] = {
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
static const Phrase valued[] = {
  { QD_FIELD_CARD_BASELINE, N_("Set the baseline of “%s” to %s"),
    N_("Set the Baseline of “%s” to %s") },
  { QD_FIELD_CARD_TARGET, N_("Set the target of “%s” to %s"),
    N_("Set the Target of “%s” to %s") },
  { QD_FIELD_CARD_UPPER, N_("Set the upper limit of “%s” to %s"),
    N_("Set the Upper Limit of “%s” to %s") },
  { QD_FIELD_CARD_WEIGHT, N_("Set the weight of “%s” to %s"),
    N_("Set the Weight of “%s” to %s") },
  { QD_FIELD_CARD_UNIT, N_("Set the unit of “%s” to “%s”"),
    N_("Set the Unit of “%s” to “%s”") },
  { QD_FIELD_OBJECTIVE_WEIGHT, N_("Set the weight of “%s” to %s"),
    N_("Set the Weight of “%s” to %s") },
};

/* Phrases of what is done, or is so no more. */
static const struct
{
  Phrase on;
  Phrase off;
} flags[] = {
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

/* Phrases of parts that all kinds share; they stand for any other field, too. */
static const Phrase changed = { 0, N_("Changed “%s”"), N_("Change “%s”") };
static const Phrase archived = { 0, N_("Archived “%s”"), N_("Archive “%s”") };
static const Phrase restored = { 0, N_("Restored “%s”"), N_("Restore “%s”") };
static const Phrase deleted = { 0, N_("Deleted “%s”"), N_("Delete “%s”") };

/* Phrases of a title and another one. */
static const Phrase renamed =
  { 0, N_("Renamed “%s” to “%s”"), N_("Rename “%s” to “%s”") };
static const Phrase moved = { 0, N_("Moved “%s” to %s"), N_("Move “%s” to %s") };
static const Phrase joined =
  { 0, N_("Made “%s” part of “%s”"), N_("Make “%s” Part of “%s”") };
static const Phrase left = { 0, N_("Took “%s” out of “%s”"), N_("Take “%s” out of “%s”") };

/* Phrases of a title and that of what the field names. */
static const struct
{
  Phrase phrase;
  QdEntityKind kind;
} naming[] = {
  { { QD_FIELD_CARD_OBJECTIVE, N_("Labelled “%s” with “%s”"), N_("Label “%s” with “%s”") },
    QD_ENTITY_OBJECTIVE },
  { { QD_FIELD_CARD_OWNER, N_("Gave “%s” to %s"), N_("Give “%s” to %s") }, QD_ENTITY_PERSON },
  { { QD_FIELD_OBJECTIVE_PARENT, N_("Aligned “%s” to “%s”"), N_("Align “%s” to “%s”") },
    QD_ENTITY_OBJECTIVE },
};

/* A check-in that stands in for an earlier one. */
static const Phrase corrected =
  { 0, N_("Corrected a check-in on “%s”"), N_("Correct a Check-in on “%s”") };

static char *
shorten (const char *title)
{
  g_autofree char *line = NULL;
  g_autofree char *start = NULL;

  if (title == NULL || *title == '\0')
    return g_strdup (_("Untitled"));

  if (g_utf8_strlen (title, (TITLE_CHARS + 1) * MAX_CHAR_BYTES) <= TITLE_CHARS)
    line = g_strdup (title);
  else
    {
      start = g_utf8_substring (title, 0, TITLE_CHARS - 1);
      line = g_strconcat (g_strchomp (start), "…", NULL);
    }

  return g_strdelimit (g_steal_pointer (&line), "\r\n\t", ' ');
}

static char *
query_text (QdDb       *db,
            const char *sql,
            QdId        id)
{
  sqlite3_stmt *row = qd_db_query (db, NULL, sql, "i", id);
  char *text = NULL;

  if (row != NULL && qd_db_next (db, row, NULL))
    {
      text = g_strdup (qd_db_text (row, 0));
      sqlite3_reset (row);
    }

  return text;
}

/* What has no title is spoken of by that of what it belongs to. */
static gboolean
has_title (QdEntityKind kind)
{
  return kind != QD_ENTITY_CHECKIN && kind != QD_ENTITY_COMMENT && kind != QD_ENTITY_PHASE &&
         kind != QD_ENTITY_ANSWER;
}

/* Also of an owner whose creation was undone. */
static char *
dup_title_of_owner (QdDb         *db,
                    QdEntityKind  kind,
                    QdId          id)
{
  g_autofree char *sql = NULL;
  g_autofree char *title = NULL;
  gint64 owner = QD_ID_NONE;

  sql = g_strdup_printf ("SELECT coalesce((SELECT title FROM card WHERE id=?1),"
                         " (SELECT title FROM objective WHERE id=?1),"
                         " (SELECT title FROM board WHERE id=?1),"
                         " (SELECT value FROM chg WHERE ent=?1 AND field IN (%d, %d, %d)"
                         "  AND value IS NOT NULL ORDER BY stamp DESC LIMIT 1))",
                         QD_FIELD_BOARD_TITLE, QD_FIELD_OBJECTIVE_TITLE, QD_FIELD_CARD_TITLE);
  if (qd_db_get_integer (db, NULL, &owner,
                         "SELECT value FROM chg WHERE ent=?1 AND field=?2 AND value IS NOT NULL"
                         " ORDER BY stamp DESC LIMIT 1", "ii", id,
                         (gint64) qd_settle_get_owner_field (kind)))
    title = query_text (db, sql, owner);

  return shorten (title);
}

/* The title of a thing, also of one whose creation was undone. */
static char *
dup_title (QdDb         *db,
           QdEntityKind  kind,
           QdId          id)
{
  char sql[96];
  g_autofree char *title = NULL;

  if (!has_title (kind))
    return dup_title_of_owner (db, kind, id);
  if (qd_field_lookup ((int) qd_field_of (kind, QD_FIELD_TITLE)) == NULL)
    return shorten (NULL);

  g_snprintf (sql, sizeof sql, "SELECT title FROM \"%s\" WHERE id=?1",
              qd_field_get_table (kind));
  title = query_text (db, sql, id);
  if (title == NULL)
    {
      g_snprintf (sql, sizeof sql, "SELECT value FROM chg WHERE ent=?1 AND field=%d"
                  " AND value IS NOT NULL ORDER BY stamp DESC LIMIT 1",
                  (int) qd_field_of (kind, QD_FIELD_TITLE));
      title = query_text (db, sql, id);
    }

  return shorten (title);
}

/* The title that @entry itself gives, where it gives one. */
static char *
dup_title_in (QdDb           *db,
              const QdEntry  *entry,
              QdEntityKind    kind,
              QdId            id)
{
  const int field = (int) qd_field_of (kind, QD_FIELD_TITLE);

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);

      if (has_title (kind) && change->entity == id && change->field == field &&
          change->value.text != NULL)
        return shorten (change->value.text);
    }

  return dup_title (db, kind, id);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* The formats come from the tables above, whose translations msgfmt checks. */
static char *
say (const Phrase *phrase,
     Tense         tense,
     const char   *title,
     const char   *other)
{
  return g_strdup_printf (_(tense == TENSE_PAST ? phrase->past : phrase->name), title,
                          other);
}

#pragma GCC diagnostic pop

static char *
describe_import (const QdEntry *entry)
{
  guint n_boards = 0, n_cards = 0, n_checkins = 0;
  g_autofree char *boards = NULL;
  g_autofree char *cards = NULL;

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);

      n_boards += change->field == QD_FIELD_BOARD_CREATED;
      n_cards += change->field == QD_FIELD_CARD_CREATED;
      n_checkins += change->field == QD_FIELD_CHECKIN_CREATED;
    }
  if (n_boards == 0 && n_cards == 0)
    return g_strdup_printf (ngettext ("Imported %u check-in", "Imported %u check-ins",
                                      n_checkins), n_checkins);
  boards = g_strdup_printf (ngettext ("%u board", "%u boards", n_boards), n_boards);
  cards = g_strdup_printf (ngettext ("%u card", "%u cards", n_cards), n_cards);

  /* Translators: "Imported 8 boards with 61 cards" */
  return g_strdup_printf (_("Imported %s with %s"), boards, cards);
}

static char *
describe_place (QdDb           *db,
                const QdEntry  *entry,
                const QdChange *change,
                const char     *title,
                const Phrase   *phrase,
                Tense           tense)
{
  g_autofree char *where = NULL;
  QdId from, to;
  const char *rank;

  qd_value_get_place (&change->base, &from, &rank);
  qd_value_get_place (&change->value, &to, &rank);
  if (from != to && change->field == QD_FIELD_CARD_PLACE)
    {
      where = dup_title (db, QD_ENTITY_COLUMN, to);
      return say (&moved, tense, title, where);
    }
  if (from != to && change->field == QD_FIELD_TEAM_PLACE)
    {
      where = dup_title_in (db, entry, QD_ENTITY_TEAM, to != QD_ID_NONE ? to : from);
      return say (to != QD_ID_NONE ? &joined : &left, tense, title, where);
    }

  return say (phrase, tense, title, NULL);
}

static char *
describe_flag (const QdChange *change,
               const char     *title,
               Tense           tense)
{
  if (qd_value_get_integer (&change->value) == 0)
    return say (&restored, tense, title, NULL);

  return say (change->field % 100 == QD_FIELD_ARCHIVED ? &archived : &deleted, tense,
              title, NULL);
}

/* Figures as people read them, in the unit of the card. */
static char *
dup_value (QdDb           *db,
           const QdChange *change)
{
  const QdFieldInfo *info = qd_field_lookup (change->field);
  g_autofree char *unit = NULL;
  double figure;

  if (change->value.type != QD_VALUE_TEXT || info == NULL)
    return NULL;
  if (info->type != QD_FIELD_TYPE_REAL)
    return shorten (change->value.text);

  figure = g_ascii_strtod (change->value.text, NULL);
  if (change->field == QD_FIELD_CARD_BASELINE || change->field == QD_FIELD_CARD_TARGET ||
      change->field == QD_FIELD_CARD_UPPER)
    unit = query_text (db, "SELECT unit FROM card WHERE id=?1", change->entity);

  return unit != NULL ? qd_number_text_quantity (figure, unit) : qd_number_text (figure);
}

static gboolean
is_set (const QdValue *value)
{
  return value->type != QD_VALUE_NULL &&
         !(value->type == QD_VALUE_INTEGER && value->integer == 0);
}

/* What is shown by a value, or by whether there is one; %NULL for other fields, and
 * where one day became another. */
static char *
describe_value (QdDb           *db,
                const QdChange *change,
                const char     *title,
                Tense           tense)
{
  const gboolean on = is_set (&change->value);
  g_autofree char *value = dup_value (db, change);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i].on.field == change->field && on != is_set (&change->base))
      return say (on ? &flags[i].on : &flags[i].off, tense, title, NULL);
  for (guint i = 0; value != NULL && *value != '\0' && i < G_N_ELEMENTS (valued); i++)
    if (valued[i].field == change->field)
      return say (&valued[i], tense, title, value);

  return NULL;
}

/* What names another thing now; %NULL for other fields, and where it names nothing. */
static char *
describe_named (QdDb           *db,
                const QdEntry  *entry,
                const QdChange *change,
                const char     *title,
                Tense           tense)
{
  g_autofree char *other = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    if (naming[i].phrase.field == change->field && change->value.type != QD_VALUE_NULL)
      {
        other = dup_title_in (db, entry, naming[i].kind, change->value.integer);
        return say (&naming[i].phrase, tense, title, other);
      }

  return NULL;
}

static gboolean
is_correction (const QdEntry *entry)
{
  for (guint i = 0; i < entry->changes->len; i++)
    if (g_array_index (entry->changes, QdChange, i).field == QD_FIELD_CHECKIN_SUPERSEDES)
      return TRUE;

  return FALSE;
}

static char *
describe_change (QdDb           *db,
                 const QdEntry  *entry,
                 const QdChange *change,
                 Tense           tense)
{
  QdEntityKind kind = qd_field_get_entity_kind (change->field);
  g_autofree char *title = dup_title_in (db, entry, kind, change->entity);
  g_autofree char *other = NULL;
  const Phrase *phrase = &changed;

  if (change->field == QD_FIELD_CHECKIN_CREATED && is_correction (entry))
    return say (&corrected, tense, title, NULL);
  other = describe_value (db, change, title, tense);
  if (other != NULL)
    return g_steal_pointer (&other);

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (phrases[i].field == change->field)
      phrase = &phrases[i];

  if (phrase == &changed &&
      (change->field % 100 == QD_FIELD_ARCHIVED || change->field % 100 == QD_FIELD_DELETED))
    return describe_flag (change, title, tense);
  if (change->field % 100 == QD_FIELD_PLACE && phrase != &changed)
    return describe_place (db, entry, change, title, phrase, tense);
  if (has_title (kind) && change->field % 100 == QD_FIELD_TITLE && change->base.text != NULL)
    {
      other = shorten (change->base.text);
      return say (&renamed, tense, other, title);
    }
  other = describe_named (db, entry, change, title, tense);
  if (other != NULL)
    return g_steal_pointer (&other);

  return say (phrase, tense, title, NULL);
}

static gboolean
is_made_in (const QdEntry *entry,
            QdId           id)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);

      if (change->entity == id && change->field % 100 == QD_FIELD_CREATED)
        return TRUE;
    }

  return FALSE;
}

/* Whether a card of the entry is labelled with it. */
static gboolean
is_label_in (const QdEntry *entry,
             QdId           id)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);

      if (change->field == QD_FIELD_CARD_OBJECTIVE && qd_value_get_integer (&change->value) == id)
        return TRUE;
    }

  return FALSE;
}

/* What was made for something else does not count; nor does a new team, where one that
 * was there became a part of it. */
static const QdChange *
find_principal (const QdEntry *entry)
{
  const QdChange *principal = NULL;

  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);
      QdEntityKind kind = qd_field_get_entity_kind (change->field);

      if (kind != QD_ENTITY_PERSON && kind != QD_ENTITY_TEAM && kind != QD_ENTITY_CYCLE &&
          !(kind == QD_ENTITY_OBJECTIVE && is_label_in (entry, change->entity)))
        return change;
      if (principal == NULL && !is_made_in (entry, change->entity))
        principal = change;
    }

  return principal != NULL ? principal : &g_array_index (entry->changes, QdChange, 0);
}

/* What entry @seq of stream @rid is called, as in "Undo …"; an undo bears the
 * name of what it took back. The entry is only read where its kind does not say
 * enough: an import can hold thousands of changes.
 */
char *
qd_history_name (QdDb   *db,
                 gint64  rid,
                 gint64  seq)
{
  g_autoptr (QdEntry) entry = NULL;
  gint64 kind = QD_TRANSACTION_EDIT;
  gint64 ref = seq;

  while (ref != 0)
    {
      seq = ref;
      ref = 0;
      if (!qd_db_get_integer (db, NULL, &ref,
                              "SELECT ref_seq FROM tx WHERE rid=?1 AND seq=?2", "ii", rid,
                              seq) ||
          ref >= seq)
        return g_strdup (_("Change"));
    }
  if (!qd_db_get_integer (db, NULL, &kind,
                          "SELECT kind FROM tx WHERE rid=?1 AND seq=?2", "ii", rid, seq))
    return g_strdup (_("Change"));
  if (kind == QD_TRANSACTION_IMPORT)
    return g_strdup (_("Import"));

  entry = qd_log_read (db, rid, seq, NULL);
  if (entry == NULL || entry->changes->len == 0)
    return g_strdup (_("Change"));

  return describe_change (db, entry, find_principal (entry), TENSE_NAME);
}

/* The title of the column to which an entry took a card from another one; NULL where
 * it did not. */
char *
qd_history_dup_destination (QdDb          *db,
                            const QdEntry *entry,
                            QdId           card)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);
      QdId from, to;
      const char *rank;

      if (change->field == QD_FIELD_CARD_PLACE && change->entity == card &&
          qd_value_get_place (&change->base, &from, &rank) &&
          qd_value_get_place (&change->value, &to, &rank) && from != to)
        return dup_title (db, QD_ENTITY_COLUMN, to);
    }

  return NULL;
}

/* What an entry of stream @rid did, as a sentence in the past. */
char *
qd_history_describe (QdDb          *db,
                     gint64         rid,
                     const QdEntry *entry)
{
  g_autofree char *name = NULL;

  if (entry->ref != 0)
    {
      name = qd_history_name (db, rid, entry->ref);
      return g_strdup_printf (entry->kind == QD_TRANSACTION_UNDO ? _("Undone: %s")
                                                                 : _("Redone: %s"), name);
    }
  if (entry->kind == QD_TRANSACTION_IMPORT)
    return describe_import (entry);
  if (entry->changes->len == 0)
    return g_strdup (_("Nothing"));

  return describe_change (db, entry, find_principal (entry), TENSE_PAST);
}
