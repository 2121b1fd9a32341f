/* What of boards is another way on one day than on another: cards that moved, values,
 * titles, and cards that came or went.
 *
 * Compares the two states as they were, card by card: what went there and back between
 * the two did not happen.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/qd-entity-private.h"
#include "qd-comparison.h"
#include "qd-number-text.h"
#include "qd-past-store-private.h"

/* A card on one of the days. */
typedef struct
{
  QdId id;
  QdId board;
  QdId column;
  char *title;
  char *column_title;
  char *unit;
  double value;
} Card;

/* In sight on the boards that were asked for; what these are aligned with has no cards. */
static const char cards_of_state[] =
  "SELECT c.id, k.parent, k.id, c.title, k.title, c.unit, c.current FROM temp.board AS b"
  " CROSS JOIN temp.\"column\" AS k ON k.parent=b.id CROSS JOIN temp.card AS c ON c.parent=k.id"
  " WHERE coalesce(b.archived,0)=0 AND coalesce(b.deleted,0)=0"
  " AND coalesce(k.archived,0)=0 AND coalesce(k.deleted,0)=0"
  " AND coalesce(c.archived,0)=0 AND coalesce(c.deleted,0)=0"
  " ORDER BY b.parent, b.rank, b.id, k.rank, k.id, c.rank, c.id";

static void
card_free (gpointer data)
{
  Card *self = data;

  g_free (self->title);
  g_free (self->column_title);
  g_free (self->unit);
  g_free (self);
}

static Card *
read_card (sqlite3_stmt *row)
{
  Card *self = g_new0 (Card, 1);

  self->id = sqlite3_column_int64 (row, 0);
  self->board = sqlite3_column_int64 (row, 1);
  self->column = sqlite3_column_int64 (row, 2);
  self->title = g_strdup (qd_text_peek (qd_db_text (row, 3)));
  self->column_title = g_strdup (qd_text_peek (qd_db_text (row, 4)));
  self->unit = g_strdup (qd_text_peek (qd_db_text (row, 5)));
  self->value = sqlite3_column_type (row, 6) != SQLITE_NULL ? sqlite3_column_double (row, 6)
                                                            : NAN;

  return self;
}

static GPtrArray *
read_cards (const char    *path,
            const QdId    *boards,
            guint          n_boards,
            gint64         instant,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (QdPastState) state = qd_past_state_read (path, boards, n_boards, instant,
                                                      cancellable, error);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (card_free);
  GError *failed = NULL;
  sqlite3_stmt *row;
  QdDb *db;

  if (state == NULL)
    return NULL;

  db = qd_past_state_get_db (state);
  row = qd_db_query (db, error, cards_of_state, "");
  while (row != NULL && qd_db_next (db, row, &failed))
    g_ptr_array_add (cards, read_card (row));
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL ? g_steal_pointer (&cards) : NULL;
}

static GHashTable *
index_cards (GPtrArray *cards)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < cards->len; i++)
    g_hash_table_insert (index, &((Card *) cards->pdata[i])->id, cards->pdata[i]);

  return index;
}

static void
item_free (gpointer data)
{
  QdComparisonItem *self = data;

  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

/* Takes @text. */
static void
add (GPtrArray         *items,
     QdComparisonKind   kind,
     const Card        *before,
     const Card        *after,
     char              *text)
{
  const Card *shown = after != NULL ? after : before;
  QdComparisonItem *item = g_new0 (QdComparisonItem, 1);

  item->kind = kind;
  item->card = shown->id;
  item->board = shown->board;
  item->from = before != NULL ? before->column : QD_ID_NONE;
  item->to = after != NULL ? after->column : QD_ID_NONE;
  item->title = g_strdup (shown->title);
  item->text = text;
  g_ptr_array_add (items, item);
}

static char *
describe_change (const char *before,
                 const char *after)
{
  /* Translators: what was, and what is: "In Progress → At Risk". */
  return g_strdup_printf (_("%s → %s"), before, after);
}

static char *
describe_value (double      value,
                const char *unit)
{
  return isnan (value) ? g_strdup ("—") : qd_number_text_quantity (value, unit);
}

static char *
describe_values (const Card *before,
                 const Card *after)
{
  const double delta = after->value - before->value;
  g_autofree char *was = describe_value (before->value, before->unit);
  g_autofree char *is = describe_value (after->value, after->unit);
  g_autofree char *both = describe_change (was, is);
  g_autofree char *by = isnan (delta) ? NULL : qd_number_text (delta);

  if (by == NULL)
    return g_steal_pointer (&both);

  /* Translators: what a value was and is, and the difference: "33 → 41 (+8)". */
  return g_strdup_printf (_("%s (%s%s)"), both, delta > 0 ? "+" : "", by);
}

/* On both days. */
static void
compare (GPtrArray  *items,
         const Card *before,
         const Card *after)
{
  if (before->column != after->column)
    add (items, QD_COMPARISON_MOVED, before, after,
         describe_change (before->column_title, after->column_title));
  if (!qd_number_equal (before->value, after->value))
    add (items, QD_COMPARISON_VALUE, before, after, describe_values (before, after));
  if (!g_str_equal (before->title, after->title))
    /* Translators: the title that a card had. */
    add (items, QD_COMPARISON_RENAMED, before, after,
         g_strdup_printf (_("was “%s”"), before->title));
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  const QdComparisonItem * const *one = a;
  const QdComparisonItem * const *other = b;

  return (int) (*one)->kind - (int) (*other)->kind;
}

static GPtrArray *
compare_all (GPtrArray *before,
             GPtrArray *after)
{
  g_autoptr (GHashTable) was = index_cards (before);
  g_autoptr (GHashTable) is = index_cards (after);
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);

  for (guint i = 0; i < after->len; i++)
    {
      const Card *card = after->pdata[i];
      const Card *old = g_hash_table_lookup (was, &card->id);

      if (old != NULL)
        compare (items, old, card);
      else
        /* Translators: the column in which a new card stands. */
        add (items, QD_COMPARISON_NEW, NULL, card,
             g_strdup_printf (_("in %s"), card->column_title));
    }
  for (guint i = 0; i < before->len; i++)
    {
      const Card *card = before->pdata[i];

      if (!g_hash_table_contains (is, &card->id))
        /* Translators: the column in which a card stood that is gone. */
        add (items, QD_COMPARISON_DROPPED, card, NULL,
             g_strdup_printf (_("was in %s"), card->column_title));
    }
  g_ptr_array_sort (items, compare_kinds);

  return items;
}

/**
 * qd_comparison_read:
 * @path: the file
 * @boards: (array length=n_boards): boards
 * @n_boards: how many
 * @earlier: an instant, in milliseconds since the Unix epoch
 * @later: another one
 * @cancellable: (nullable): looked at all the time
 * @error: return location
 *
 * Takes a while: to be called from a thread.
 *
 * Returns: (transfer full) (nullable) (element-type QdComparisonItem): what is another
 *   way, by its kind, then as the cards stand on the boards
 */
GPtrArray *
qd_comparison_read (const char    *path,
                    const QdId    *boards,
                    guint          n_boards,
                    gint64         earlier,
                    gint64         later,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GPtrArray) before = read_cards (path, boards, n_boards, earlier, cancellable, error);
  g_autoptr (GPtrArray) after = NULL;

  if (before != NULL)
    after = read_cards (path, boards, n_boards, later, cancellable, error);

  return after != NULL ? compare_all (before, after) : NULL;
}

/**
 * qd_comparison_kind_get_title:
 * @kind: what is another way
 *
 * Returns: the heading of the items of the kind
 */
const char *
qd_comparison_kind_get_title (QdComparisonKind kind)
{
  switch (kind)
    {
    case QD_COMPARISON_MOVED:
      return _("Moved");
    case QD_COMPARISON_VALUE:
      return _("Values");
    case QD_COMPARISON_NEW:
      return C_("comparison", "New");
    case QD_COMPARISON_DROPPED:
      return _("Dropped");
    case QD_COMPARISON_RENAMED:
      return _("Renamed");
    default:
      g_return_val_if_reached (NULL);
    }
}
