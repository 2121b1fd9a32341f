/* Which card stood in which column of a board from when to when, read from the cells of
 * the log.
 *
 * Asks for the cells of the columns and cards that ever were on the board, along the
 * indices, so that it costs by what was done with them and not by how long the log is.
 * It never looks into an entry: instants are those of the stamps, which are in the order
 * in which things came to be, whatever the clocks of several devices said.
 */

#include "config.h"

#include "qd-projection.h"
#include "qd-stays.h"

/* Where a card stood for less than this, in milliseconds, on its way elsewhere, it never
 * was: a slip of the hand, or a column that it went through. */
#define SLIP G_GINT64_CONSTANT (60000)

#define INSTANT(stamp) ((stamp) >> 16)

/* A cell from some stamp on: what it says as a number; of a place, its parent. */
typedef struct
{
  gint64 stamp;
  gint64 number;
  const char *text; /* (nullable): of a place, all of it, kept once */
} Step;

/* The cells of a thing by their part, as they came to be. */
typedef struct
{
  QdId id;
  GArray *parts[QD_FIELD_COLUMN_ROLE % 100 + 1]; /* (element-type Step) */
} Thing;

/* What of a thing counts at a stamp; 0 is nothing. */
typedef gint64 (*StateFunc) (const Thing *thing,
                             gint64       stamp,
                             QdId         board);

typedef struct
{
  QdDb *db;
  QdId board;
  GStringChunk *places;
  GHashTable *columns; /* (element-type QdId GArray): of Step, what a column was */
  GArray *stays;
} Reading;

/* "12/" … "120": the slash comes directly before the digit 0. */
static const char cells_of_columns[] =
  "SELECT n.ent, n.field, n.stamp, n.value FROM"
  " (SELECT DISTINCT ent FROM chg WHERE value>=?1||'/' AND value<?1||'0' AND field=403) AS i"
  " CROSS JOIN chg AS n ON n.ent=i.ent AND n.field BETWEEN 400 AND 405 AND n.field<>404"
  " ORDER BY n.ent, n.field, n.stamp";

static const char cells_of_cards[] =
  "SELECT n.ent, n.field, n.stamp, n.value FROM"
  " (SELECT DISTINCT p.ent AS ent FROM"
  "   (SELECT DISTINCT ent FROM chg WHERE value>=?1||'/' AND value<?1||'0' AND field=403) AS k"
  "   CROSS JOIN chg AS p ON p.value>=k.ent||'/' AND p.value<k.ent||'0' AND p.field=603) AS i"
  " CROSS JOIN chg AS n ON n.ent=i.ent AND n.field BETWEEN 600 AND 603"
  " ORDER BY n.ent, n.field, n.stamp";

G_STATIC_ASSERT (QD_FIELD_COLUMN_CREATED == 400 && QD_FIELD_COLUMN_PLACE == 403 &&
                 QD_FIELD_COLUMN_TITLE == 404 && QD_FIELD_COLUMN_ROLE == 405);
G_STATIC_ASSERT (QD_FIELD_CARD_CREATED == 600 && QD_FIELD_CARD_PLACE == 603);

static void
thing_clear (Thing *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_clear_pointer (&self->parts[i], g_array_unref);
}

static void
thing_begin (Thing *self,
             QdId   id)
{
  thing_clear (self);
  self->id = id;
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    self->parts[i] = g_array_new (FALSE, FALSE, sizeof (Step));
}

static void
set_step (Reading       *self,
          Step          *step,
          int            part,
          const QdValue *value)
{
  const char *rank;

  step->text = NULL;
  if (part == QD_FIELD_PLACE)
    {
      qd_value_get_place (value, &step->number, &rank);
      step->text = g_string_chunk_insert_const (self->places,
                                                value->text != NULL ? value->text : "");
    }
  else if (part == QD_FIELD_CREATED)
    step->number = value->type != QD_VALUE_NULL;
  else
    step->number = qd_value_get_integer (value);
}

/* Of two values of one stamp, which only two devices can have written, one has won. */
static gboolean
add_step (Reading       *self,
          Thing         *thing,
          int            field,
          sqlite3_stmt  *row,
          GError       **error)
{
  GArray *steps = thing->parts[field % 100];
  Step step = { .stamp = sqlite3_column_int64 (row, 2) };
  g_auto (QdValue) value = QD_VALUE_INIT;
  g_auto (QdCell) winner = { 0 };

  if (steps->len > 0 && g_array_index (steps, Step, steps->len - 1).stamp == step.stamp)
    {
      if (!qd_projection_winner (self->db, thing->id, field, step.stamp, &winner, error))
        return FALSE;
      set_step (self, &g_array_index (steps, Step, steps->len - 1), field % 100,
                &winner.value);
      return TRUE;
    }

  qd_db_value (row, 3, &value);
  set_step (self, &step, field % 100, &value);
  g_array_append_val (steps, step);

  return TRUE;
}

static guint
find_step (const GArray *steps,
           gint64        stamp)
{
  guint low = 0;
  guint high = steps->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (g_array_index (steps, Step, middle).stamp <= stamp)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* What the steps say at a stamp; 0 before the first. */
static gint64
get_number (const GArray *steps,
            gint64        stamp)
{
  const guint next = find_step (steps, stamp);

  return next > 0 ? g_array_index (steps, Step, next - 1).number : 0;
}

static gint64
get_next_stamp (const GArray *steps,
                gint64        stamp)
{
  const guint next = find_step (steps, stamp);

  return next < steps->len ? g_array_index (steps, Step, next).stamp : QD_STAMP_MAX;
}

static gboolean
is_there (const Thing *thing,
          gint64       stamp)
{
  return get_number (thing->parts[QD_FIELD_CREATED], stamp) != 0 &&
         get_number (thing->parts[QD_FIELD_ARCHIVED], stamp) == 0 &&
         get_number (thing->parts[QD_FIELD_DELETED], stamp) == 0;
}

static gint64
state_of_card (const Thing *thing,
               gint64       stamp,
               QdId         board)
{
  return is_there (thing, stamp);
}

/* 1 more than its role while it stands on the board. */
static gint64
state_of_column (const Thing *thing,
                 gint64       stamp,
                 QdId         board)
{
  const gint64 role = get_number (thing->parts[QD_FIELD_COLUMN_ROLE % 100], stamp);

  if (!is_there (thing, stamp) || get_number (thing->parts[QD_FIELD_PLACE], stamp) != board)
    return 0;

  return 1 + (role > 0 && role < QD_N_COLUMN_ROLES ? role : QD_COLUMN_OTHER);
}

/* The states of a thing one after the other, each another one than that before it. */
static GArray *
list_states (const Thing *thing,
             StateFunc    get_state,
             QdId         board)
{
  GArray *states = g_array_new (FALSE, FALSE, sizeof (Step));
  gint64 stamp = -1;
  gint64 last = 0;

  while (TRUE)
    {
      gint64 next = QD_STAMP_MAX;
      Step step = { 0 };

      for (guint i = 0; i < G_N_ELEMENTS (thing->parts); i++)
        next = MIN (next, get_next_stamp (thing->parts[i], stamp));
      if (next == QD_STAMP_MAX)
        break;

      stamp = step.stamp = next;
      step.number = get_state (thing, stamp, board);
      if (step.number != last)
        g_array_append_val (states, step);
      last = step.number;
    }

  return states;
}

/* Ranks are chosen at random, so that nothing but an undo brings back a place as it was
 * before, to the letter: then the move that it took back never was. Nor was the undo
 * where the move was done again.
 */
static GArray *
leave_out_undone (const GArray *places)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GArray) undone = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; i < places->len; i++)
    {
      const Step *place = &g_array_index (places, Step, i);
      const Step *before = (const Step *) (gpointer) left->data;
      const Step *again = (const Step *) (gpointer) undone->data;

      if (left->len > 1 && before[left->len - 2].text == place->text)
        {
          g_array_append_vals (undone, &before[left->len - 1], 1);
          g_array_set_size (left, left->len - 1);
        }
      else if (undone->len > 0 && again[undone->len - 1].text == place->text)
        {
          g_array_append_vals (left, &again[undone->len - 1], 1);
          g_array_set_size (undone, undone->len - 1);
        }
      else
        {
          g_array_append_vals (left, place, 1);
          g_array_set_size (undone, 0);
        }
    }

  return left;
}

static const Step *
peek_last (const GArray *steps)
{
  return steps->len > 0 ? &g_array_index (steps, Step, steps->len - 1) : NULL;
}

/* Where it stood, without what was only put in another order, and without slips. */
static GArray *
list_places (const GArray *places)
{
  g_autoptr (GArray) left = leave_out_undone (places);
  GArray *stood = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; i < left->len; i++)
    {
      const Step *place = &g_array_index (left, Step, i);
      const Step *last = peek_last (stood);

      if (last != NULL && last->number != place->number &&
          INSTANT (place->stamp) - INSTANT (last->stamp) < SLIP)
        {
          g_array_set_size (stood, stood->len - 1);
          last = peek_last (stood);
        }
      if (last == NULL || last->number != place->number)
        g_array_append_vals (stood, place, 1);
    }

  return stood;
}

/* Goes on with the last stay where nothing came between. */
static void
add_stay (Reading *self,
          QdId     card,
          QdId     column,
          gint64   state,
          gint64   from,
          gint64   until)
{
  const QdStay stay = {
    .card = card,
    .column = column,
    .role = (QdColumnRole) (state - 1),
    .from = INSTANT (from),
    .until = until == QD_STAMP_MAX ? QD_STAY_STILL : INSTANT (until),
  };
  QdStay *last = self->stays->len > 0
                   ? &g_array_index (self->stays, QdStay, self->stays->len - 1) : NULL;

  if (last != NULL && last->card == card && last->column == column &&
      last->role == stay.role && last->until == stay.from)
    last->until = stay.until;
  else if (stay.until > stay.from)
    g_array_append_val (self->stays, stay);
}

static void
add_card (Reading     *self,
          const Thing *card)
{
  g_autoptr (GArray) states = list_states (card, state_of_card, self->board);
  g_autoptr (GArray) places = list_places (card->parts[QD_FIELD_PLACE]);

  for (guint i = 0; i < places->len; i++)
    {
      const Step *place = &g_array_index (places, Step, i);
      const gint64 end = i + 1 < places->len ? place[1].stamp : QD_STAMP_MAX;
      const GArray *column = g_hash_table_lookup (self->columns, &place->number);
      gint64 until;

      for (gint64 from = place->stamp; column != NULL && from < end; from = until)
        {
          const gint64 state = get_number (column, from);

          until = MIN (end, MIN (get_next_stamp (column, from),
                                 get_next_stamp (states, from)));
          if (state != 0 && get_number (states, from) != 0)
            add_stay (self, card->id, place->number, state, from, until);
        }
    }
}

static void
add_column (Reading     *self,
            const Thing *column)
{
  g_hash_table_insert (self->columns, g_memdup2 (&column->id, sizeof column->id),
                       list_states (column, state_of_column, self->board));
}

/* Calls @add for each thing. */
static gboolean
read_things (Reading     *self,
             const char  *sql,
             void       (*add) (Reading     *self,
                                const Thing *thing),
             GError     **error)
{
  GError *failed = NULL;
  Thing thing = { QD_ID_NONE };
  sqlite3_stmt *row = qd_db_query (self->db, error, sql, "i", self->board);

  while (row != NULL && failed == NULL && qd_db_next (self->db, row, &failed))
    {
      const QdId id = sqlite3_column_int64 (row, 0);

      if (id != thing.id)
        {
          if (thing.id != QD_ID_NONE)
            add (self, &thing);
          thing_begin (&thing, id);
        }
      add_step (self, &thing, sqlite3_column_int (row, 1), row, &failed);
    }
  if (row != NULL)
    sqlite3_reset (row);
  if (failed == NULL && thing.id != QD_ID_NONE)
    add (self, &thing);
  thing_clear (&thing);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/**
 * qd_stays_read:
 * @db: a connection
 * @board: a board
 * @error: return location
 *
 * Reads where each card that is or was on the board stood, as long as it was in sight:
 * made, not put away, nor deleted, in a column of the board of which the same is true.
 *
 * A stay ends when the card goes to another column, leaves the board or is put away, or
 * when its column does or gets another role: the role is the one that it had then. It
 * does not end when cards are put in another order.
 *
 * What was taken back never was: neither a move that was undone, however late, nor a
 * stay of less than a minute on the way to another column; a card that is back where it
 * was after less than a minute never left. That a card was put away is told also where
 * that was undone: it was out of sight for so long.
 *
 * Returns: (transfer full) (nullable) (element-type QdStay): those of a card together,
 *   in the order of time, without overlaps
 */
GArray *
qd_stays_read (QdDb    *db,
               QdId     board,
               GError **error)
{
  Reading reading = { .db = db, .board = board };
  gboolean read;

  g_return_val_if_fail (db != NULL, NULL);

  reading.places = g_string_chunk_new (1024);
  reading.columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify) g_array_unref);
  reading.stays = g_array_new (FALSE, FALSE, sizeof (QdStay));
  read = read_things (&reading, cells_of_columns, add_column, error) &&
         read_things (&reading, cells_of_cards, add_card, error);
  g_hash_table_unref (reading.columns);
  g_string_chunk_free (reading.places);
  if (!read)
    g_clear_pointer (&reading.stays, g_array_unref);

  return reading.stays;
}
