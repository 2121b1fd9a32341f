/* On which days something happened to the cards of boards, read from the cells of the log.
 *
 * A transaction counts once for each card, by the most that it did to it: a card that is
 * made is not also edited. What was taken back does not count. Knows no sentences.
 */

#include "config.h"

#include "qd-entry.h"
#include "qd-field.h"
#include "qd-past-marks.h"

typedef enum
{
  DEED_NONE,
  DEED_EDIT,
  DEED_CHECKIN,
  DEED_MOVE,
  DEED_CARD,
} Deed;

/* Cards that ever stood in a column that ever stood on one of the boards, each once; the
 * slash comes directly before the digit 0. The sign takes the affinity from an id: compared
 * with an INTEGER, the index on a value of any type would be of no use.
 */
#define CARDS \
  "WITH cards AS MATERIALIZED (SELECT DISTINCT p.ent AS ent FROM json_each(?1) AS b" \
  " CROSS JOIN chg AS k ON k.value>=b.value||'/' AND k.value<b.value||'0' AND k.field=403" \
  " CROSS JOIN chg AS p ON p.value>=k.ent||'/' AND p.value<k.ent||'0' AND p.field=603)," \
  " undone(rid, seq) AS MATERIALIZED (SELECT ref_rid, ref_seq FROM tx" \
  "  WHERE ref_seq IS NOT NULL UNION SELECT rid, seq FROM tx" \
  "  WHERE ref_seq IS NOT NULL AND kind=1) "
#define STANDS " AND (c.rid, c.seq) NOT IN (SELECT rid, seq FROM undone)"

static const char cells_of_cards[] =
  CARDS "SELECT c.ent, c.field, c.stamp, c.base, c.value FROM cards CROSS JOIN chg AS c"
  " ON c.ent=cards.ent AND c.field BETWEEN 600 AND 699 WHERE c.stamp BETWEEN ?2 AND ?3" STANDS
  " ORDER BY c.ent, c.stamp";
static const char checkins_of_cards[] =
  CARDS "SELECT c.ent, c.field, c.stamp, NULL, NULL FROM cards CROSS JOIN chg AS c"
  " ON c.value=+cards.ent AND c.field=803 WHERE c.stamp BETWEEN ?2 AND ?3" STANDS;

G_STATIC_ASSERT (QD_TRANSACTION_UNDO == 1 && QD_FIELD_COLUMN_PLACE == 403 && QD_FIELD_CARD_CREATED == 600 &&
                 QD_FIELD_CARD_PLACE == 603 && QD_FIELD_CHECKIN_CARD == 803);

/* What is known of the transaction that is read. */
typedef struct
{
  GArray *marks;
  QdDay first;
  QdId thing;
  gint64 stamp;
  Deed deed;
} Survey;

static Deed
find_deed (sqlite3_stmt *row)
{
  const int field = sqlite3_column_int (row, 1);
  g_auto (QdValue) base = QD_VALUE_INIT;
  g_auto (QdValue) value = QD_VALUE_INIT;
  const char *rank;
  QdId from, to;

  if (field == QD_FIELD_CHECKIN_CARD)
    return DEED_CHECKIN;
  if (field == QD_FIELD_CARD_CREATED || field == QD_FIELD_CARD_ARCHIVED ||
      field == QD_FIELD_CARD_DELETED)
    return DEED_CARD;
  if (field != QD_FIELD_CARD_PLACE)
    return DEED_EDIT;

  qd_db_value (row, 3, &base);
  qd_db_value (row, 4, &value);

  return qd_value_get_place (&base, &from, &rank) && qd_value_get_place (&value, &to, &rank) &&
         from != to ? DEED_MOVE : DEED_NONE;
}

/* The transaction before is read to its end. */
static void
note (Survey *self)
{
  const QdDay day = qd_day_of_instant (self->stamp >> 16);
  QdPastMark *mark;

  if (self->deed == DEED_NONE || day < self->first || day - self->first >= self->marks->len)
    return;

  mark = &g_array_index (self->marks, QdPastMark, day - self->first);
  mark->n_edits += self->deed == DEED_EDIT;
  mark->n_checkins += self->deed == DEED_CHECKIN;
  mark->n_moves += self->deed == DEED_MOVE;
  mark->n_cards += self->deed == DEED_CARD;
}

static gboolean
survey (Survey      *self,
        QdDb        *db,
        const char  *sql,
        const char  *boards,
        gint64       first,
        gint64       last,
        GError     **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error, sql, "sii", boards, first, last);

  self->deed = DEED_NONE;
  while (row != NULL && qd_db_next (db, row, &failed))
    {
      const QdId thing = sqlite3_column_int64 (row, 0);
      const gint64 stamp = sqlite3_column_int64 (row, 2);

      if (thing != self->thing || stamp != self->stamp)
        {
          note (self);
          self->deed = DEED_NONE;
        }
      self->thing = thing;
      self->stamp = stamp;
      self->deed = MAX (self->deed, find_deed (row));
    }
  note (self);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/* Ids as a JSON array. */
static char *
list_ids (const QdId *ids,
          guint       n_ids)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (list, ']');

  return g_string_free (list, FALSE);
}

static GArray *
new_marks (QdDay first,
           QdDay last)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (QdPastMark));

  g_array_set_size (marks, last - first + 1);
  for (QdDay day = first; day <= last; day++)
    g_array_index (marks, QdPastMark, day - first).day = day;

  return marks;
}

/**
 * qd_past_marks_read:
 * @path: the file
 * @boards: (array length=n_boards): boards
 * @n_boards: how many
 * @first: the first day
 * @last: the last day, not before @first
 * @cancellable: (nullable): looked at all the time
 * @error: return location
 *
 * To be called from a thread: reads all that was ever done to the cards of the boards.
 *
 * Returns: (transfer full) (nullable) (element-type QdPastMark): one for each of the days,
 *   in their order
 */
GArray *
qd_past_marks_read (const char    *path,
                    const QdId    *boards,
                    guint          n_boards,
                    QdDay          first,
                    QdDay          last,
                    GCancellable  *cancellable,
                    GError       **error)
{
  const gint64 from = qd_day_get_start (first) << 16;
  const gint64 to = qd_day_get_start (last + 1) << 16;
  g_autoptr (QdDb) db = NULL;
  g_autoptr (GArray) marks = NULL;
  g_autofree char *list = NULL;
  Survey self = { .first = first };

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (first != QD_DAY_NONE && first <= last, NULL);

  db = qd_db_open (path, QD_DB_READ_ONLY, error);
  if (db == NULL)
    return NULL;
  qd_db_set_cancellable (db, cancellable);

  self.marks = marks = new_marks (first, last);
  list = list_ids (boards, n_boards);
  if (!survey (&self, db, cells_of_cards, list, from, to, error) ||
      !survey (&self, db, checkins_of_cards, list, from, to, error))
    return NULL;

  return g_steal_pointer (&marks);
}

/**
 * qd_past_mark_get_total:
 *
 * Returns: how much happened on the day
 */
guint
qd_past_mark_get_total (const QdPastMark *self)
{
  return self->n_moves + self->n_checkins + self->n_cards + self->n_edits;
}
