/* Which check-ins of a card count, and in which order.
 *
 * They go by day; of one day, what was said later comes later. A correction takes
 * the place of what it corrects. Of several that correct the same, only what was said
 * last counts: two people may do so on two machines. All of it follows from the rows
 * alone, so that a merge comes to the same in any order.
 */

#include "config.h"

#include "method/qd-confidence.h"
#include "qd-checkin-order.h"
#include "qd-db.h"

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_written (const QdCheckinLink *a,
                 const QdCheckinLink *b)
{
  return a->created != b->created ? compare_numbers (a->created, b->created)
                                  : compare_numbers (a->id, b->id);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const QdCheckinLink *one = *(const QdCheckinLink * const *) a;
  const QdCheckinLink *other = *(const QdCheckinLink * const *) b;
  const int days = g_strcmp0 (one->day, other->day);

  if (days != 0)
    return days;

  return one->origin != other->origin ? compare_written (one->origin, other->origin)
                                      : compare_written (one, other);
}

/* Climbs from correction to correction. What was passed on the way is known
 * afterwards, so that all climbs together pass each check-in about once. Where damaged
 * rows lead round in a circle, a climb ends where it enters that.
 */
static void
find_origin (QdCheckinLink *self,
             GHashTable    *by_id)
{
  QdCheckinLink *end = self;
  QdCheckinLink *origin = NULL;

  while (origin == NULL)
    {
      QdCheckinLink *before = g_hash_table_lookup (by_id, &end->corrects);

      origin = before == NULL && end->origin == NULL ? end : end->origin;
      if (origin == NULL)
        {
          end->origin = end;
          end = before;
        }
    }

  end->origin = origin;
  for (QdCheckinLink *at = self; at != end; at = g_hash_table_lookup (by_id, &at->corrects))
    at->origin = origin;
}

/**
 * qd_checkin_link_read:
 * @self: (out caller-allocates): a link
 * @row: a row that begins with %QD_CHECKIN_LINK_COLUMNS
 */
void
qd_checkin_link_read (QdCheckinLink *self,
                      sqlite3_stmt  *row)
{
  *self = (QdCheckinLink) {
    .id = sqlite3_column_int64 (row, 0),
    .corrects = sqlite3_column_int64 (row, 1),
    .created = sqlite3_column_int64 (row, 2),
    .day = g_strdup (qd_db_text (row, 3)),
    .alive = sqlite3_column_int (row, 4) != 0,
  };
}

void
qd_checkin_link_clear (QdCheckinLink *self)
{
  g_clear_pointer (&self->day, g_free);
}

/**
 * qd_checkin_link_counts:
 * @self: a link that qd_checkin_order() has seen
 *
 * Returns: whether it is in sight and nothing stands in for it
 */
gboolean
qd_checkin_link_counts (const QdCheckinLink *self)
{
  return self->origin->said == self;
}

/**
 * qd_checkin_order:
 * @links: (element-type QdCheckinLink): all check-ins of one card, also those out of
 *   sight
 *
 * Finds out which of them count and puts them in their order.
 */
void
qd_checkin_order (GPtrArray *links)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < links->len; i++)
    {
      QdCheckinLink *link = links->pdata[i];

      g_hash_table_insert (by_id, &link->id, link);
    }
  for (guint i = 0; i < links->len; i++)
    {
      QdCheckinLink *link = links->pdata[i];
      QdCheckinLink *before = g_hash_table_lookup (by_id, &link->corrects);

      find_origin (link, by_id);
      if (before != NULL && link->alive)
        before->corrected = TRUE;
    }
  for (guint i = 0; i < links->len; i++)
    {
      QdCheckinLink *link = links->pdata[i];
      QdCheckinLink **said = &link->origin->said;

      if (link->alive && !link->corrected &&
          (*said == NULL || compare_written (*said, link) < 0))
        *said = link;
    }

  g_ptr_array_sort (links, compare_places);
}

/**
 * qd_checkin_read_confidence:
 * @row: a row
 * @column: where a confidence stands in it
 *
 * Returns: the confidence; %QD_CONFIDENCE_NONE also where damage left a number that
 *   is none
 */
int
qd_checkin_read_confidence (sqlite3_stmt *row,
                            int           column)
{
  const gint64 confidence = sqlite3_column_int64 (row, column);

  return sqlite3_column_type (row, column) != SQLITE_NULL && confidence >= 0 &&
         confidence <= QD_CONFIDENCE_MAX ? (int) confidence : QD_CONFIDENCE_NONE;
}
