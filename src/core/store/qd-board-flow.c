/* How a board goes: its flow and its streak, with the names of its cards.
 *
 * Puts together what the log says of stays, what the models say of figures, and the
 * days of check-ins; what all that means is the business of the method.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-board-flow.h"
#include "qd-line-text.h"
#include "qd-stays.h"
#include "qd-store-private.h"

/* Enough of a title. */
#define TITLE_CHARS 200

/* The stays of one card, and what else the streak needs of it. */
typedef struct
{
  guint first_stay;
  guint n_stays;
  GArray *checkins; /* of QdDay */
  gboolean has_facts;
  QdFacts facts;
  QdDay since;
} Past;

static void
past_clear (gpointer data)
{
  Past *self = data;

  g_clear_pointer (&self->checkins, g_array_unref);
}

static void
card_free (gpointer data)
{
  QdFlowCard *self = data;

  g_free (self->title);
  g_free (self->column);
  g_free (self);
}

static char *
dup_title (const char *title)
{
  g_autofree char *line = qd_line_text (title != NULL ? title : "", TITLE_CHARS);

  return *line != '\0' ? g_steal_pointer (&line) : g_strdup (_("Untitled"));
}

/* Those that somebody corrected later do not count, but what is said in their stead. */
static GArray *
read_checkins (QdDb    *db,
               QdId     card,
               GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (QdDay));
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error,
                                   "SELECT c.day FROM checkin AS c WHERE c.card=?1"
                                   " AND coalesce(c.archived,0)=0 AND coalesce(c.deleted,0)=0"
                                   " AND NOT EXISTS (SELECT 1 FROM checkin AS later"
                                   "  WHERE later.card=c.card AND later.supersedes=c.id"
                                   "  AND coalesce(later.archived,0)=0"
                                   "  AND coalesce(later.deleted,0)=0)", "i", card);

  while (row != NULL && qd_db_next (db, row, &failed))
    {
      const QdDay day = qd_day_parse (qd_db_text (row, 0));

      if (day != QD_DAY_NONE)
        g_array_append_val (days, day);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL ? g_steal_pointer (&days) : NULL;
}

static gboolean
add_card (QdBoardFlow  *self,
          QdDb         *db,
          QdId          id,
          GError      **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error,
                                   "SELECT d.title, k.title FROM card AS d"
                                   " LEFT JOIN \"column\" AS k ON k.id=d.parent"
                                   " WHERE d.id=?1", "i", id);

  while (row != NULL && qd_db_next (db, row, &failed))
    {
      QdFlowCard *card = g_new0 (QdFlowCard, 1);

      card->id = id;
      card->title = dup_title (qd_db_text (row, 0));
      card->column = dup_title (qd_db_text (row, 1));
      g_hash_table_replace (self->cards, &card->id, card);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

/* Of what is on no board that is loaded, the figures are not known. */
static gboolean
read_past (QdStore  *store,
           QdId      id,
           Past     *past,
           GError  **error)
{
  QdEntity *entity = qd_store_lookup (store, id);

  if (QD_IS_KEY_RESULT (entity))
    {
      qd_key_result_get_facts (QD_KEY_RESULT (entity), &past->facts);
      past->since = past->facts.since;
      past->has_facts = TRUE;
    }
  past->checkins = read_checkins (qd_store_get_db (store), id, error);

  return past->checkins != NULL;
}

/* Of each card that has stays. */
static GArray *
list_pasts (QdBoardFlow   *self,
            QdStore       *store,
            const GArray  *stays,
            GError       **error)
{
  g_autoptr (GArray) pasts = g_array_new (FALSE, TRUE, sizeof (Past));

  g_array_set_clear_func (pasts, past_clear);
  for (guint i = 0; i < stays->len;)
    {
      const QdId id = g_array_index (stays, QdStay, i).card;
      Past *past;

      g_array_set_size (pasts, pasts->len + 1);
      past = &g_array_index (pasts, Past, pasts->len - 1);
      past->first_stay = i;
      while (i < stays->len && g_array_index (stays, QdStay, i).card == id)
        i++;
      past->n_stays = i - past->first_stay;
      past->since = qd_day_of_instant (g_array_index (stays, QdStay, past->first_stay).from);
      if (!read_past (store, id, past, error) ||
          !add_card (self, qd_store_get_db (store), id, error))
        return NULL;
    }

  return g_steal_pointer (&pasts);
}

static QdStreak *
find_streak (const QdBoardFlow *self,
             QdBoard           *board,
             const GArray      *stays,
             const GArray      *pasts)
{
  g_autofree QdStreakCard *cards = g_new0 (QdStreakCard, MAX (pasts->len, 1));
  QdStreakBoard facts = {
    .first_day = self->first_day, .last_day = self->last_day,
    .closed = qd_board_get_closed (board),
  };

  qd_board_get_rhythm (board, &facts.rhythm);
  for (guint i = 0; i < pasts->len; i++)
    {
      const Past *past = &g_array_index (pasts, Past, i);

      cards[i] = (QdStreakCard) {
        .stays = &g_array_index (stays, QdStay, past->first_stay),
        .n_stays = past->n_stays,
        .checkins = (const QdDay *) (gpointer) past->checkins->data,
        .n_checkins = past->checkins->len,
        .since = past->since,
        .facts = past->has_facts ? &past->facts : NULL,
      };
    }

  return qd_streak_new (&facts, cards, pasts->len, self->today);
}

/* Of the same age by their titles: ids are random. */
static int
compare_ages (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const QdBoardFlow *self = data;
  const QdFlowAge *one = a;
  const QdFlowAge *other = b;
  const QdFlowCard *card = qd_board_flow_find_card (self, one->card);
  const QdFlowCard *second = qd_board_flow_find_card (self, other->card);

  if (one->days != other->days || card == NULL || second == NULL)
    return (one->days < other->days) - (one->days > other->days);

  return g_utf8_collate (card->title, second->title);
}

static gboolean
read_all (QdBoardFlow  *self,
          QdStore      *store,
          QdBoard      *board,
          GError      **error)
{
  g_autoptr (GArray) stays = qd_stays_read (qd_store_get_db (store), self->board, error);
  g_autoptr (GArray) pasts = NULL;

  if (stays == NULL)
    return FALSE;
  pasts = list_pasts (self, store, stays, error);
  if (pasts == NULL)
    return FALSE;

  self->flow = qd_flow_new ((const QdStay *) (gpointer) stays->data, stays->len,
                            self->first_day, self->last_day, self->today);
  g_array_sort_with_data (self->flow->ages, compare_ages, self);
  self->streak = find_streak (self, board, stays, pasts);

  return TRUE;
}

static QdBoardFlow *
flow_new (QdBoard *board,
          QdDay    today)
{
  QdBoardFlow *self = g_new0 (QdBoardFlow, 1);
  QdCycle *cycle = qd_board_get_cycle (board);
  const QdDay closed = qd_board_get_closed (board);
  QdRhythm rhythm;

  qd_board_get_rhythm (board, &rhythm);
  self->board = qd_entity_get_id (QD_ENTITY (board));
  self->title = dup_title (qd_entity_get_title (QD_ENTITY (board)));
  self->first_day = cycle != NULL ? qd_cycle_get_first_day (cycle) : QD_DAY_NONE;
  self->last_day = cycle != NULL ? qd_cycle_get_last_day (cycle) : QD_DAY_NONE;
  self->today = closed != QD_DAY_NONE ? MIN (closed, today) : today;
  self->cadence = MAX (rhythm.cadence, 1u);
  self->cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, card_free);

  return self;
}

/**
 * qd_board_flow_read:
 * @store: a store with models
 * @board: a board
 * @today: a day
 * @error: return location; %QD_ERROR_NOT_FOUND where there is no such board
 *
 * Reads how a board goes, or how it went up to the day on which it was closed. Loads it where it is not loaded.
 *
 * Returns: (transfer full) (nullable): how it goes
 */
QdBoardFlow *
qd_board_flow_read (QdStore  *store,
                    QdId      board,
                    QdDay     today,
                    GError  **error)
{
  g_autoptr (QdBoardFlow) self = NULL;
  QdEntity *entity;
  gboolean read;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (qd_store_get_workspace (store) != NULL, NULL);

  entity = qd_store_lookup (store, board);
  if (!QD_IS_BOARD (entity))
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_NOT_FOUND,
                           _("The board is not there any more."));
      return NULL;
    }
  if (!qd_store_load_board (store, QD_BOARD (entity), error) ||
      !qd_db_begin_read (qd_store_get_db (store), error))
    return NULL;

  self = flow_new (QD_BOARD (entity), today);
  read = read_all (self, store, QD_BOARD (entity), error);
  qd_db_rollback (qd_store_get_db (store));

  return read ? g_steal_pointer (&self) : NULL;
}

/**
 * qd_board_flow_read_file:
 * @path: a file
 * @board: a board in it
 * @today: a day
 * @cancellable: (nullable): looked at all the time
 * @error: return location; as for qd_board_flow_read()
 *
 * As qd_board_flow_read(), from any thread: through a connection and models of its own.
 *
 * Returns: (transfer full) (nullable): how it goes
 */
QdBoardFlow *
qd_board_flow_read_file (const char    *path,
                         QdId           board,
                         QdDay          today,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (QdStore) store = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  store = qd_store_open_to_read (path, cancellable, error);

  return store != NULL ? qd_board_flow_read (store, board, today, error) : NULL;
}

void
qd_board_flow_free (QdBoardFlow *self)
{
  g_clear_pointer (&self->flow, qd_flow_free);
  g_clear_pointer (&self->streak, qd_streak_free);
  g_hash_table_unref (self->cards);
  g_free (self->title);
  g_free (self);
}

/**
 * qd_board_flow_find_card:
 *
 * Returns: (transfer none) (nullable): a card that is or was on the board
 */
const QdFlowCard *
qd_board_flow_find_card (const QdBoardFlow *self,
                         QdId               card)
{
  return g_hash_table_lookup (self->cards, &card);
}
