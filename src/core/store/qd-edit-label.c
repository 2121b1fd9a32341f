/* Which objective a card has on another board than its own.
 *
 * Looks in the file, with the lock of the transaction held, so that no other program
 * takes the objective away meanwhile.
 */

#include "config.h"

#include "qd-db.h"
#include "qd-edit-label.h"
#include "qd-find.h"
#include "qd-store-private.h"

#define ALIVE(table) "coalesce(" table ".archived,0)=0 AND coalesce(" table ".deleted,0)=0"

/* How an objective is related to that of a card, from the nearest on. */
typedef enum
{
  KIN_SAME_TITLE,
  KIN_BELOW,
  KIN_ABOVE,
  KIN_BESIDE,
  KIN_NONE,
} Kin;

typedef struct
{
  QdId id;
  Kin kin;
  guint distance;
} Relative;

/* The objective that a card comes with, and those above it, the nearest first. */
typedef struct
{
  QdId id;
  char *title;
  GArray *line;
} Origin;

static void
origin_clear (Origin *self)
{
  g_free (self->title);
  g_clear_pointer (&self->line, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Origin, origin_clear)

/* From 1 for the first on; 0 where it is not among them. */
static guint
find_in_line (GArray *line,
              QdId    id)
{
  for (guint i = 0; i < line->len; i++)
    if (g_array_index (line, QdId, i) == id)
      return i + 1;

  return 0;
}

/* Those above an objective that are in sight, the nearest first. One that is
 * archived ends the line, and so does a ring where it comes round. */
static gboolean
read_line (QdDb      *db,
           QdId       objective,
           GArray    *line,
           GError   **error)
{
  static const char find[] =
    "SELECT above.id FROM objective AS o JOIN objective AS above ON above.id=o.aligned_to"
    " JOIN board AS b ON b.id=above.parent"
    " WHERE o.id=?1 AND " ALIVE ("above") " AND " ALIVE ("b");
  QdId at = objective;

  for (;;)
    {
      gint64 next = QD_ID_NONE;

      if (!qd_db_get_integer (db, error, &next, find, "i", at))
        return FALSE;
      if (next == QD_ID_NONE || find_in_line (line, next) > 0)
        return TRUE;
      g_array_append_val (line, next);
      at = next;
    }
}

static gboolean
relate (QdDb          *db,
        const Origin  *origin,
        const char    *title,
        Relative      *relative,
        GError       **error)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (QdId));
  const guint above = find_in_line (origin->line, relative->id);
  guint below;

  if (!read_line (db, relative->id, line, error))
    return FALSE;
  below = find_in_line (line, origin->id);

  if (*origin->title != '\0' && qd_find_is_same_title (origin->title, title))
    relative->kin = KIN_SAME_TITLE;
  else if (below > 0)
    relative->kin = KIN_BELOW;
  else if (above > 0)
    relative->kin = KIN_ABOVE;
  else if (line->len > 0 && origin->line->len > 0 &&
           g_array_index (line, QdId, 0) == g_array_index (origin->line, QdId, 0))
    relative->kin = KIN_BESIDE;
  else
    relative->kin = KIN_NONE;
  relative->distance = MAX (below, above);

  return TRUE;
}

/* The nearest on a board; of several as near, the first. */
static gboolean
find_nearest (QdDb          *db,
              const Origin  *origin,
              QdId           board,
              Relative      *nearest,
              GError       **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  *nearest = (Relative) { .kin = KIN_NONE };
  row = qd_db_query (db, error,
                     "SELECT id, title FROM objective AS o WHERE parent=?1 AND " ALIVE ("o")
                     " ORDER BY rank, id", "i", board);
  while (row != NULL && failed == NULL && qd_db_next (db, row, &failed))
    {
      const char *title = qd_db_text (row, 1);
      Relative relative = { .id = sqlite3_column_int64 (row, 0) };

      if (relate (db, origin, title != NULL ? title : "", &relative, &failed) &&
          (relative.kin < nearest->kin ||
           (relative.kin == nearest->kin && relative.distance < nearest->distance)))
        *nearest = relative;
    }
  if (row != NULL)
    sqlite3_reset (row);
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/* The objective of a card that comes to a column of another board; 0 where the card
 * has none, or stays on the board of its objective. */
static gboolean
read_origin (QdDb      *db,
             QdId       card,
             QdId       column,
             Origin    *origin,
             QdId      *board,
             GError   **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     "SELECT o.id, o.title, k.parent FROM card AS c"
                     " JOIN objective AS o ON o.id=c.objective JOIN \"column\" AS k ON k.id=?2"
                     " WHERE c.id=?1 AND o.parent<>k.parent", "ii", card, column);
  if (row != NULL && qd_db_next (db, row, &failed))
    {
      const char *title = qd_db_text (row, 1);

      origin->id = sqlite3_column_int64 (row, 0);
      origin->title = g_strdup (title != NULL ? title : "");
      *board = sqlite3_column_int64 (row, 2);
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);
  origin->line = g_array_new (FALSE, FALSE, sizeof (QdId));

  return row != NULL && failed == NULL;
}

/**
 * qd_edit_plan_label:
 * @store: a store
 * @transaction: what moves the card
 * @card: a card
 * @column: where it goes
 * @error: return location
 *
 * Where a card goes to another board, its objective goes with it if that board has one
 * of the same title in any case. Else the nearest of its family takes its place: one
 * that stands below it, one that stands above it, or one that is aligned to the same
 * parent; of several as near, the first on the board. Where there is none, the label
 * stays behind, and shows again when the card comes back.
 *
 * Returns: whether the file could be read
 */
gboolean
qd_edit_plan_label (QdStore        *store,
                    QdTransaction  *transaction,
                    QdId            card,
                    QdId            column,
                    GError        **error)
{
  QdDb *db = qd_store_get_db (store);
  g_auto (Origin) origin = { 0 };
  QdId board = QD_ID_NONE;
  Relative nearest;

  if (!qd_transaction_lock (transaction, error) ||
      !read_origin (db, card, column, &origin, &board, error))
    return FALSE;
  if (origin.id == QD_ID_NONE)
    return TRUE;

  if (!read_line (db, origin.id, origin.line, error) ||
      !find_nearest (db, &origin, board, &nearest, error))
    return FALSE;
  if (nearest.kin != KIN_NONE)
    qd_transaction_set_id (transaction, card, QD_FIELD_CARD_OBJECTIVE, nearest.id);

  return TRUE;
}
