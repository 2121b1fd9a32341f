/* Check-ins and comments of a card in one row, with who made them and when: what
 * they say comes from the details, the rest from the log.
 */

#include "config.h"

#include "qd-cli-timeline.h"
#include "store/qd-history.h"

static QdId
get_id (const QdMoment *moment)
{
  return moment->checkin != NULL ? moment->checkin->id : moment->comment->id;
}

/* The latest first; of two check-ins of a day that came in one import, the one that
 * comes later in the details. */
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

  return (first->position < second->position) - (first->position > second->position);
}

static void
add_moment (QdCardPast *self,
            QdMoment    moment)
{
  const QdId id = get_id (&moment);
  const QdMaker *maker = g_hash_table_lookup (self->makers, &id);

  moment.position = self->moments->len;
  if (maker != NULL)
    {
      moment.at = maker->at;
      moment.author = maker->author;
    }
  if (moment.day == QD_DAY_NONE && maker != NULL)
    moment.day = qd_day_of_instant (maker->at);
  g_array_append_val (self->moments, moment);
}

/**
 * qd_card_past_read:
 * @store: a store
 * @card: a card
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what became of the card
 */
QdCardPast *
qd_card_past_read (QdStore  *store,
                   QdId      card,
                   GError  **error)
{
  g_autoptr (QdCardPast) self = g_new0 (QdCardPast, 1);

  self->moments = g_array_new (FALSE, FALSE, sizeof (QdMoment));
  self->details = qd_details_read (store, card, error);
  if (self->details == NULL)
    return NULL;
  self->makers = qd_history_read_makers (store, card, error);
  if (self->makers == NULL)
    return NULL;

  for (guint i = 0; i < self->details->checkins->len; i++)
    {
      const QdCheckin *checkin = g_ptr_array_index (self->details->checkins, i);

      add_moment (self, (QdMoment) { .day = checkin->day, .checkin = checkin });
    }
  for (guint i = 0; i < self->details->comments->len; i++)
    add_moment (self,
                (QdMoment) { .comment = g_ptr_array_index (self->details->comments, i) });
  g_array_sort (self->moments, compare_moments);

  return g_steal_pointer (&self);
}

void
qd_card_past_free (QdCardPast *self)
{
  g_clear_pointer (&self->details, qd_details_free);
  g_clear_pointer (&self->makers, g_hash_table_unref);
  g_clear_pointer (&self->moments, g_array_unref);
  g_free (self);
}
