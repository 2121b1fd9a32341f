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
#include "qd-phrase.h"
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

/* Phrases of parts that all kinds share; they stand for any other field, too. */
static const QdPhrase changed = { 0, N_("Changed “%s”"), N_("Change “%s”") };
static const QdPhrase archived = { 0, N_("Archived “%s”"), N_("Archive “%s”") };
static const QdPhrase shelved = { 0, N_("Put “%s” on the shelf"), N_("Put “%s” on the Shelf") };
static const QdPhrase taken = { 0, N_("Took “%s” off the shelf"), N_("Take “%s” off the Shelf") };
static const QdPhrase restored = { 0, N_("Restored “%s”"), N_("Restore “%s”") };
static const QdPhrase deleted = { 0, N_("Deleted “%s”"), N_("Delete “%s”") };

/* Phrases of a title and another one. */
static const QdPhrase renamed =
  { 0, N_("Renamed “%s” to “%s”"), N_("Rename “%s” to “%s”") };
static const QdPhrase moved = { 0, N_("Moved “%s” to %s"), N_("Move “%s” to %s") };
static const QdPhrase joined =
  { 0, N_("Made “%s” part of “%s”"), N_("Make “%s” Part of “%s”") };
static const QdPhrase left = { 0, N_("Took “%s” out of “%s”"), N_("Take “%s” out of “%s”") };

/* What goes on from a cycle before; a board with the title of its cycle. */
static const QdPhrase carried = { 0, N_("Carried over “%s”"), N_("Carry Over “%s”") };
static const QdPhrase planned = { 0, N_("Planned “%s” for %s"), N_("Plan “%s” for %s") };

/* A check-in that stands in for an earlier one. */
static const QdPhrase corrected =
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
say (const QdPhrase *phrase,
     Tense           tense,
     const char     *title,
     const char     *other)
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
                const QdPhrase *phrase,
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
  const gint64 from = qd_value_get_integer (&change->base);
  const gint64 to = qd_value_get_integer (&change->value);
  const QdPhrase *phrase;

  if (change->field % 100 == QD_FIELD_DELETED)
    phrase = to != 0 ? &deleted : &restored;
  else if (to == QD_KEEPING_IN_SIGHT)
    phrase = from == QD_KEEPING_SHELF ? &taken : &restored;
  else
    phrase = to == QD_KEEPING_SHELF ? &shelved : &archived;

  return say (phrase, tense, title, NULL);
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
  const QdPhrase *phrase = qd_phrase_of_flag (change->field, on);

  if (phrase != NULL && on != is_set (&change->base))
    return say (phrase, tense, title, NULL);
  phrase = qd_phrase_of_value (change->field);

  return phrase != NULL && value != NULL && *value != '\0' ? say (phrase, tense, title, value)
                                                           : NULL;
}

/* What names another thing now; %NULL for other fields, and where it names nothing. */
static char *
describe_named (QdDb           *db,
                const QdEntry  *entry,
                const QdChange *change,
                const char     *title,
                Tense           tense)
{
  QdEntityKind kind = QD_ENTITY_NONE;
  const QdPhrase *phrase = qd_phrase_of_named (change->field, &kind);
  g_autofree char *other = NULL;

  if (phrase == NULL || change->value.type == QD_VALUE_NULL)
    return NULL;
  other = dup_title_in (db, entry, kind, change->value.integer);

  return say (phrase, tense, title, other);
}

/* The change of a field of @id, or of anything for %QD_ID_NONE. */
static const QdChange *
find_change (const QdEntry *entry,
             QdId           id,
             int            field)
{
  for (guint i = 0; i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);

      if (change->field == field && (id == QD_ID_NONE || change->entity == id))
        return change;
    }

  return NULL;
}

/* What was made to go on from a cycle before; %NULL for other changes. */
static char *
describe_carried (QdDb           *db,
                  const QdEntry  *entry,
                  const QdChange *change,
                  const char     *title,
                  Tense           tense)
{
  const QdChange *place;
  g_autofree char *cycle = NULL;
  const char *rank;
  QdId parent;

  if ((change->field == QD_FIELD_CARD_CREATED &&
       find_change (entry, change->entity, QD_FIELD_CARD_CONTINUES) != NULL) ||
      (change->field == QD_FIELD_OBJECTIVE_CREATED &&
       find_change (entry, change->entity, QD_FIELD_OBJECTIVE_CONTINUES) != NULL))
    return say (&carried, tense, title, NULL);
  if (change->field != QD_FIELD_BOARD_CREATED ||
      find_change (entry, change->entity, QD_FIELD_BOARD_CONTINUES) == NULL)
    return NULL;

  place = find_change (entry, change->entity, QD_FIELD_BOARD_PLACE);
  if (place == NULL || !qd_value_get_place (&place->value, &parent, &rank))
    return NULL;
  cycle = dup_title_in (db, entry, QD_ENTITY_CYCLE, parent);

  return say (&planned, tense, title, cycle);
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
  const QdPhrase *phrase = qd_phrase_of (change->field);

  if (change->field == QD_FIELD_CHECKIN_CREATED &&
      find_change (entry, QD_ID_NONE, QD_FIELD_CHECKIN_SUPERSEDES) != NULL)
    return say (&corrected, tense, title, NULL);
  other = describe_carried (db, entry, change, title, tense);
  if (other == NULL)
    other = describe_value (db, change, title, tense);
  if (other != NULL)
    return g_steal_pointer (&other);

  if (phrase == NULL &&
      (change->field % 100 == QD_FIELD_ARCHIVED || change->field % 100 == QD_FIELD_DELETED))
    return describe_flag (change, title, tense);
  if (change->field % 100 == QD_FIELD_PLACE && phrase != NULL)
    return describe_place (db, entry, change, title, phrase, tense);
  if (has_title (kind) && change->field % 100 == QD_FIELD_TITLE && change->base.text != NULL)
    {
      other = shorten (change->base.text);
      return say (&renamed, tense, other, title);
    }
  other = describe_named (db, entry, change, title, tense);
  if (other != NULL)
    return g_steal_pointer (&other);

  return say (phrase != NULL ? phrase : &changed, tense, title, NULL);
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
