/* All projections as they follow from the payloads of a log, worked out by other
 * means than the store's: each cell from all that was ever written to it, each card
 * from a look at everything that could belong to it.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "state-dump.h"
#include "state-text.h"
#include "store/qd-entry.h"
#include "store/qd-field.h"

/* More than any kind has. */
#define N_PARTS 30

#define PART(field) ((field) % 100)

/* The winner of each cell of one kind, straight from the payloads: the greatest
 * stamp, of one stamp the greatest hash; nothing from beyond the year 2100.
 */
static const char winners_of_kind[] =
  "WITH change AS MATERIALIZED (SELECT json_extract(c.value,'$[0]') AS ent,"
  "   json_extract(c.value,'$[1]') AS field, json_extract(c.value,'$[3]') AS value,"
  "   tx.stamp, tx.hash FROM tx, json_each(tx.payload,'$.c') AS c"
  "   WHERE tx.stamp < %" G_GINT64_FORMAT "),"
  " ordered AS (SELECT ent, field, value, row_number() OVER"
  "   (PARTITION BY ent, field ORDER BY stamp DESC, hash DESC) AS n FROM change"
  "   WHERE field / 100 = %d)"
  " SELECT ent, field, value FROM ordered WHERE n = 1 ORDER BY ent, field";

/* What a cell holds, if it fits the field; the number of a place is its parent. */
typedef struct
{
  gboolean is_set;
  gint64 number;
  double real;
  char *text;
} Cell;

/* One thing as its winners make it. */
typedef struct _Thing
{
  gint64 id;
  GString *line;
  gboolean exists;
  gboolean superseded;
  const struct _Thing *origin;
  Cell cells[N_PARTS];
} Thing;

static void
thing_free (gpointer data)
{
  Thing *self = data;

  g_string_free (self->line, TRUE);
  for (guint i = 0; i < N_PARTS; i++)
    g_free (self->cells[i].text);
  g_free (self);
}

static const Cell *
peek (const Thing *self,
      QdField      field)
{
  return &self->cells[PART (field)];
}

static void
read_cell (Cell              *cell,
           const QdFieldInfo *info,
           Query             *query)
{
  const int type = sqlite3_column_type (query->statement, 2);
  const char *value = (const char *) sqlite3_column_text (query->statement, 2);
  g_auto (GStrv) parts = NULL;

  switch (info->type)
    {
    case QD_FIELD_TYPE_INTEGER:
    case QD_FIELD_TYPE_ID:
      cell->is_set = type == SQLITE_INTEGER;
      cell->number = cell->is_set ? sqlite3_column_int64 (query->statement, 2) : 0;
      break;
    case QD_FIELD_TYPE_REAL:
      cell->is_set = type != SQLITE_NULL;
      cell->real = cell->is_set ? g_ascii_strtod (value, NULL) : NAN;
      break;
    case QD_FIELD_TYPE_PLACE:
      parts = g_strsplit (value != NULL && g_ascii_isdigit (*value) ? value : "0/", "/", 2);
      cell->is_set = TRUE;
      cell->number = g_ascii_strtoll (parts[0], NULL, 10);
      cell->text = g_strdup (parts[1]);
      break;
    case QD_FIELD_TYPE_TEXT:
    case QD_FIELD_TYPE_DAY:
    default:
      cell->is_set = type == SQLITE_TEXT;
      cell->text = cell->is_set ? g_strdup (value) : NULL;
      break;
    }
}

static void
append_cell (GString           *line,
             const QdFieldInfo *info,
             const Cell        *cell)
{
  if (info->type == QD_FIELD_TYPE_PLACE)
    {
      /* One that was never written shows as its column's default does. */
      append_integer (line, "parent", cell->number);
      append_text (line, "rank", cell->is_set ? cell->text : "");
    }
  else if (!cell->is_set)
    return;
  else if (cell->text != NULL)
    append_text (line, info->column, cell->text);
  else if (info->type == QD_FIELD_TYPE_REAL)
    append_real (line, info->column, cell->real);
  else
    append_integer (line, info->column, cell->number);
}

/* The things of one kind, by id. */
static GPtrArray *
read_things (const char   *path,
             QdEntityKind  kind)
{
  GPtrArray *things = g_ptr_array_new_with_free_func (thing_free);
  g_autofree char *sql = g_strdup_printf (winners_of_kind, QD_STAMP_LIMIT, (int) kind);
  Thing *thing = NULL;
  Query query;

  query_begin (&query, path, sql);
  while (query_next (&query))
    {
      const gint64 id = sqlite3_column_int64 (query.statement, 0);
      const QdFieldInfo *info = qd_field_lookup (sqlite3_column_int (query.statement, 1));

      if (thing == NULL || thing->id != id)
        {
          thing = g_new0 (Thing, 1);
          thing->id = id;
          thing->line = g_string_new (NULL);
          g_ptr_array_add (things, thing);
        }
      if (info == NULL)
        continue;
      g_assert_cmpint (PART ((int) info->field), <, N_PARTS);
      read_cell (&thing->cells[PART ((int) info->field)], info, &query);
      if (info->merge == QD_FIELD_MERGE_CREATED)
        thing->exists = sqlite3_column_type (query.statement, 2) != SQLITE_NULL;
    }
  query_end (&query);

  return things;
}

static void
write_line (Thing        *self,
            QdEntityKind  kind)
{
  guint n_fields;
  const QdFieldInfo *fields = qd_field_list (kind, &n_fields);

  g_string_assign (self->line, qd_field_get_table (kind));
  append_integer (self->line, "id", self->id);
  for (guint i = 0; i < n_fields; i++)
    append_cell (self->line, &fields[i], peek (self, fields[i].field));
}

static gboolean
is_alive (const Thing *self)
{
  return self->exists && self->cells[QD_FIELD_DELETED].number == 0 &&
         self->cells[QD_FIELD_ARCHIVED].number == 0;
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_made (const Thing *a,
              const Thing *b)
{
  const int created = compare_numbers (a->cells[QD_FIELD_CREATED].number,
                                       b->cells[QD_FIELD_CREATED].number);

  return created != 0 ? created : compare_numbers (a->id, b->id);
}

/* The check-in of the same card that this one corrects, or NULL. */
static const Thing *
find_corrected (GPtrArray   *checkins,
                const Thing *self)
{
  for (guint i = 0; i < checkins->len; i++)
    {
      const Thing *other = checkins->pdata[i];

      if (other->exists &&
          other->id == peek (self, QD_FIELD_CHECKIN_SUPERSEDES)->number &&
          peek (other, QD_FIELD_CHECKIN_CARD)->number ==
          peek (self, QD_FIELD_CHECKIN_CARD)->number)
        return other;
    }

  return NULL;
}

/* The first that all others correct, one behind the other; where they go round in a
 * circle, the one where that is entered. */
static const Thing *
find_origin (GPtrArray   *checkins,
             const Thing *self)
{
  g_autoptr (GHashTable) passed = g_hash_table_new (NULL, NULL);
  const Thing *before = self;

  while (before != NULL && g_hash_table_add (passed, (gpointer) before))
    {
      self = before;
      before = find_corrected (checkins, self);
    }

  return before != NULL ? before : self;
}

/* A check-in that somebody corrected, on the card on which they did, or where another
 * one was said later in the stead of the same.
 */
static void
note_superseded (GPtrArray *checkins)
{
  g_autoptr (GHashTable) corrected = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < checkins->len; i++)
    {
      Thing *one = checkins->pdata[i];

      one->origin = find_origin (checkins, one);
      if (is_alive (one))
        g_hash_table_add (corrected, (gpointer) find_corrected (checkins, one));
    }
  for (guint i = 0; i < checkins->len; i++)
    for (guint j = 0; j < checkins->len; j++)
      {
        Thing *one = checkins->pdata[i];
        Thing *other = checkins->pdata[j];

        one->superseded |= g_hash_table_contains (corrected, one) ||
                           (one->origin == other->origin && is_alive (other) &&
                            !g_hash_table_contains (corrected, other) &&
                            compare_made (one, other) < 0);
      }
}

/* Those that count for @card, as they were made. */
static GPtrArray *
belongings (GPtrArray *things,
            QdField    owner,
            gint64     card)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < things->len; i++)
    {
      Thing *thing = things->pdata[i];

      if (is_alive (thing) && !thing->superseded && peek (thing, owner)->number == card)
        g_ptr_array_add (list, thing);
    }

  return list;
}

/* By day, those of none first; of one day those made first, and what corrects them at
 * their place. */
static int
compare_checkins (gconstpointer a,
                  gconstpointer b)
{
  const Thing *one = *(const Thing * const *) a;
  const Thing *other = *(const Thing * const *) b;
  const int days = g_strcmp0 (peek (one, QD_FIELD_CHECKIN_DAY)->text,
                              peek (other, QD_FIELD_CHECKIN_DAY)->text);

  return days != 0 ? days : compare_made (one->origin, other->origin);
}

static int
compare_phases (gconstpointer a,
                gconstpointer b)
{
  const Thing *one = *(const Thing * const *) a;
  const Thing *other = *(const Thing * const *) b;
  const int days = g_strcmp0 (peek (one, QD_FIELD_PHASE_DAY)->text,
                              peek (other, QD_FIELD_PHASE_DAY)->text);

  return days != 0 ? days : compare_numbers (one->id, other->id);
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  return compare_made (*(const Thing * const *) a, *(const Thing * const *) b);
}

static gboolean
is_told_later (GPtrArray *list,
               guint      position,
               QdField    day,
               QdField    value)
{
  for (guint i = position + 1; i < list->len; i++)
    if (peek (list->pdata[i], value)->is_set &&
        g_strcmp0 (peek (list->pdata[i], day)->text, peek (list->pdata[position], day)->text) == 0)
      return TRUE;

  return FALSE;
}

static void
append_points (GString    *line,
               const char *name,
               GPtrArray  *list,
               QdField     day,
               QdField     value,
               gboolean    is_last_of_day)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    if (peek (list->pdata[i], day)->is_set && peek (list->pdata[i], value)->is_set &&
        !(is_last_of_day && is_told_later (list, i, day, value)))
      g_string_append_printf (text, "%s%s %.17g", text->len > 0 ? "\n" : "",
                              peek (list->pdata[i], day)->text,
                              peek (list->pdata[i], value)->real + 0.0);
  if (text->len > 0)
    append_text (line, name, text->str);
}

static void
append_checkins (GString   *line,
                 GPtrArray *all,
                 gint64     card)
{
  g_autoptr (GPtrArray) list = belongings (all, QD_FIELD_CHECKIN_CARD, card);
  const Cell *current = NULL;
  const Cell *confidence = NULL;
  const Cell *checked = NULL;
  gboolean blocked = FALSE;

  g_ptr_array_sort (list, compare_checkins);
  for (guint i = 0; i < list->len; i++)
    {
      const Thing *checkin = list->pdata[i];
      const char *blocker = peek (checkin, QD_FIELD_CHECKIN_BLOCKER)->text;

      if (peek (checkin, QD_FIELD_CHECKIN_VALUE)->is_set)
        current = peek (checkin, QD_FIELD_CHECKIN_VALUE);
      if (peek (checkin, QD_FIELD_CHECKIN_CONFIDENCE)->is_set)
        confidence = peek (checkin, QD_FIELD_CHECKIN_CONFIDENCE);
      if (peek (checkin, QD_FIELD_CHECKIN_DAY)->is_set)
        checked = peek (checkin, QD_FIELD_CHECKIN_DAY);
      blocked |= blocker != NULL && *blocker != '\0' &&
                 !peek (checkin, QD_FIELD_CHECKIN_RESOLVED)->is_set;
    }

  if (current != NULL)
    append_real (line, "current", current->real);
  if (checked != NULL)
    append_text (line, "checked", checked->text);
  if (confidence != NULL)
    append_integer (line, "confidence", confidence->number);
  append_integer (line, "blocked", blocked);
  append_points (line, "readings", list, QD_FIELD_CHECKIN_DAY, QD_FIELD_CHECKIN_VALUE,
                 TRUE);
}

static void
append_phases (GString   *line,
               GPtrArray *all,
               gint64     card)
{
  g_autoptr (GPtrArray) list = belongings (all, QD_FIELD_PHASE_CARD, card);

  g_ptr_array_sort (list, compare_phases);
  append_points (line, "phases", list, QD_FIELD_PHASE_DAY, QD_FIELD_PHASE_VALUE, FALSE);
}

static void
append_milestones (GString   *line,
                   GPtrArray *all,
                   gint64     card)
{
  g_autoptr (GPtrArray) list = belongings (all, QD_FIELD_MILESTONE_PLACE, card);
  guint n_done = 0;

  for (guint i = 0; i < list->len; i++)
    n_done += peek (list->pdata[i], QD_FIELD_MILESTONE_DONE)->number != 0;
  append_integer (line, "n_milestones", list->len);
  append_integer (line, "n_done", n_done);
}

static void
append_dependencies (GString   *line,
                     GPtrArray *all,
                     gint64     card)
{
  g_autoptr (GPtrArray) list = belongings (all, QD_FIELD_DEPENDENCY_CARD, card);
  guint n_waiting = 0, n_escalated = 0;

  for (guint i = 0; i < list->len; i++)
    if (!peek (list->pdata[i], QD_FIELD_DEPENDENCY_RESOLVED)->is_set)
      {
        n_waiting++;
        n_escalated += peek (list->pdata[i], QD_FIELD_DEPENDENCY_ESCALATED)->is_set;
      }
  append_integer (line, "n_waiting", n_waiting);
  append_integer (line, "n_escalated", n_escalated);
}

static void
append_comments (GString   *line,
                 GPtrArray *all,
                 gint64     card)
{
  g_autoptr (GPtrArray) list = belongings (all, QD_FIELD_COMMENT_CARD, card);

  append_integer (line, "n_comments", list->len);
}

static void
append_answers (GString   *line,
                GPtrArray *all,
                gint64     card)
{
  g_autoptr (GPtrArray) list = belongings (all, QD_FIELD_ANSWER_ABOUT, card);
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_sort (list, compare_answers);
  for (guint i = 0; i < list->len; i++)
    {
      const Cell *rule = peek (list->pdata[i], QD_FIELD_ANSWER_RULE);
      const Cell *facts = peek (list->pdata[i], QD_FIELD_ANSWER_FACTS);

      if (rule->is_set)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s", text->len > 0 ? "\n" : "",
                                rule->number, facts->is_set ? facts->text : "");
    }
  if (text->len > 0)
    append_text (line, "answers", text->str);
}

/* In the order of the columns. */
static void
append_summary (Thing      *card,
                GPtrArray **things)
{
  append_checkins (card->line, things[QD_ENTITY_CHECKIN], card->id);
  append_phases (card->line, things[QD_ENTITY_PHASE], card->id);
  append_milestones (card->line, things[QD_ENTITY_MILESTONE], card->id);
  append_dependencies (card->line, things[QD_ENTITY_DEPENDENCY], card->id);
  append_comments (card->line, things[QD_ENTITY_COMMENT], card->id);
  append_answers (card->line, things[QD_ENTITY_ANSWER], card->id);
}

/* In the form of state_dump_tables(). */
char *
state_dump_from_payloads (const char *path)
{
  GPtrArray *things[QD_ENTITY_LAST + 1] = { NULL };
  GString *text = g_string_new (NULL);

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    things[kind] = read_things (path, (QdEntityKind) kind);
  note_superseded (things[QD_ENTITY_CHECKIN]);

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    for (guint i = 0; i < things[kind]->len; i++)
      {
        Thing *thing = things[kind]->pdata[i];

        if (!thing->exists)
          continue;
        write_line (thing, (QdEntityKind) kind);
        if (kind == QD_ENTITY_CARD)
          append_summary (thing, things);
        g_string_append_printf (text, "%s\n", thing->line->str);
      }
  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST; kind++)
    g_ptr_array_unref (things[kind]);

  return g_string_free (text, FALSE);
}
