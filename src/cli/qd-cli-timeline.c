/* Check-ins and comments of a card in one row, with who made them and when: what
 * they say comes from the details, the rest from the log.
 */

#include "config.h"

#include "qd-cli-timeline.h"
#include "store/qd-history.h"

static QdDay
day_of_instant (gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  if (local == NULL)
    return QD_DAY_NONE;

  return qd_day_new ((guint) g_date_time_get_year (local),
                     (guint) g_date_time_get_month (local),
                     (guint) g_date_time_get_day_of_month (local));
}

static QdId
get_id (const QdMoment *moment)
{
  return moment->checkin != NULL ? moment->checkin->id : moment->comment->id;
}

/* The latest first; of two check-ins of a day that nobody knows more about, the one
 * that comes later in the details. */
static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  const QdMoment *first = a;
  const QdMoment *second = b;

  if (first->day != second->day)
    return first->day > second->day ? -1 : 1;
  if (first->at != second->at)
    return first->at > second->at ? -1 : 1;

  return (get_id (first) < get_id (second)) - (get_id (first) > get_id (second));
}

/* From a check-in or comment to the entry that made it first: redoing makes it
 * again. */
static GHashTable *
index_makers (GPtrArray *history)
{
  GHashTable *makers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < history->len; i++)
    {
      QdHistoryEntry *entry = g_ptr_array_index (history, i);

      if (entry->made != QD_ID_NONE)
        g_hash_table_replace (makers, &entry->made, entry);
    }

  return makers;
}

static void
add_moment (QdPast     *self,
            GHashTable *makers,
            QdMoment    moment)
{
  const QdId id = get_id (&moment);
  const QdHistoryEntry *maker = g_hash_table_lookup (makers, &id);

  if (maker != NULL)
    {
      moment.at = maker->at;
      moment.author = maker->author;
    }
  if (moment.day == QD_DAY_NONE && maker != NULL)
    moment.day = day_of_instant (maker->at);
  g_array_append_val (self->moments, moment);
}

/**
 * qd_past_read:
 * @store: a store
 * @card: a card
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what became of the card
 */
QdPast *
qd_past_read (QdStore  *store,
              QdId      card,
              GError  **error)
{
  g_autoptr (QdPast) self = g_new0 (QdPast, 1);
  g_autoptr (GHashTable) makers = NULL;

  self->moments = g_array_new (FALSE, FALSE, sizeof (QdMoment));
  self->details = qd_details_read (store, card, error);
  if (self->details == NULL)
    return NULL;
  self->history = qd_history_of (store, card, G_MAXUINT, error);
  if (self->history == NULL)
    return NULL;

  makers = index_makers (self->history);
  for (guint i = 0; i < self->details->checkins->len; i++)
    {
      const QdCheckin *checkin = g_ptr_array_index (self->details->checkins, i);

      add_moment (self, makers, (QdMoment) { .day = checkin->day, .checkin = checkin });
    }
  for (guint i = 0; i < self->details->comments->len; i++)
    add_moment (self, makers,
                (QdMoment) { .comment = g_ptr_array_index (self->details->comments, i) });
  g_array_sort (self->moments, compare_moments);

  return g_steal_pointer (&self);
}

void
qd_past_free (QdPast *self)
{
  g_clear_pointer (&self->details, qd_details_free);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->moments, g_array_unref);
  g_free (self);
}
