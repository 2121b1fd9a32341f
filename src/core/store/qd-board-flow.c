/* How a board goes: its flow and its streak, with the names of its cards.
 *
 * Puts together what the log says of stays, what the table says of figures, and the
 * days of check-ins; what all that means is the business of the method.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-board-flow.h"
#include "qd-card-row.h"
#include "qd-line-text.h"
#include "qd-loader-private.h"
#include "qd-stays.h"
#include "qd-store-private.h"
#include "qd-track.h"

/* Enough of a title. */
#define TITLE_CHARS 200

/* The stays of one card, and what else the streak needs of it. */
typedef struct
{
  guint first_stay;
  guint n_stays;
  GArray *checkins; /* of QdDay */
  gboolean has_row;
  QdCardRow row; /* its texts are gone */
  QdFacts facts;
} Past;

static void
past_clear (gpointer data)
{
  Past *self = data;

  g_clear_pointer (&self->checkins, g_array_unref);
  qd_card_row_clear (&self->row);
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

static void
take_days (QdId                card,
           const QdTrackPoint *points,
           guint               n_points,
           gpointer            days)
{
  for (guint i = 0; i < n_points; i++)
    g_array_append_val (days, points[i].day);
}

static GArray *
read_checkins (QdDb    *db,
               QdId     card,
               GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (QdDay));
  sqlite3_stmt *row = qd_db_query (db, error,
                                   "SELECT " QD_TRACK_COLUMNS " FROM checkin WHERE card=?1",
                                   "i", card);

  return qd_track_collect (db, row, take_days, days, error) ? g_steal_pointer (&days) : NULL;
}

/* Where it stands now, and on which day of which cycle, is the streak's business. */
static void
fill_facts (Past *past)
{
  const QdCardRow *row = &past->row;
  const QdSummary *summary = &row->summary;

  past->facts = (QdFacts) {
    .metric = row->metric,
    .baseline = row->baseline,
    .target = row->target,
    .upper = row->upper,
    .readings = summary->readings,
    .n_readings = summary->n_readings,
    .n_milestones = summary->n_milestones,
    .n_done = summary->n_done,
    .checked = summary->checked,
    .since = qd_summary_get_since (summary, row->made),
  };
}

static void
add_card (QdBoardFlow     *self,
          const QdCardRow *row,
          const char      *column)
{
  QdFlowCard *card = g_new0 (QdFlowCard, 1);

  card->id = row->id;
  card->title = dup_title (row->title);
  card->column = dup_title (column);
  g_hash_table_replace (self->cards, &card->id, card);
}

/* From the table and not from the models, which know no card that was put away: what was
 * on the board in a week was there whatever came later. */
static gboolean
read_row (QdBoardFlow  *self,
          QdDb         *db,
          QdId          id,
          Past         *past,
          GError      **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error,
                                   "SELECT id, " QD_ROW_IS_ALIVE ", title, "
                                   QD_CARD_ROW_COLUMNS ", (SELECT title FROM \"column\" AS k"
                                   "  WHERE k.id=card.parent)"
                                   " FROM card WHERE id=?1", "i", id);

  while (row != NULL && qd_db_next (db, row, &failed))
    {
      past->has_row = TRUE;
      qd_card_row_read (&past->row, row, NULL);
      fill_facts (past);
      add_card (self, &past->row, qd_db_text (row, sqlite3_column_count (row) - 1));
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

static gboolean
read_past (QdBoardFlow  *self,
           QdDb         *db,
           QdId          id,
           Past         *past,
           GError      **error)
{
  if (!read_row (self, db, id, past, error))
    return FALSE;
  past->checkins = read_checkins (db, id, error);

  return past->checkins != NULL;
}

/* Of each card that has stays. */
static GArray *
list_pasts (QdBoardFlow   *self,
            QdDb          *db,
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
      if (!read_past (self, db, id, past, error))
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
      const QdStay *first = &g_array_index (stays, QdStay, past->first_stay);

      cards[i] = (QdStreakCard) {
        .stays = first,
        .n_stays = past->n_stays,
        .checkins = (const QdDay *) (gpointer) past->checkins->data,
        .n_checkins = past->checkins->len,
        .since = past->has_row ? past->facts.since
                               : qd_day_of_instant (first->from),
        .facts = past->has_row ? &past->facts : NULL,
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
          QdDb         *db,
          QdBoard      *board,
          GError      **error)
{
  g_autoptr (GArray) stays = qd_stays_read (db, self->board, error);
  g_autoptr (GArray) pasts = NULL;

  if (stays == NULL)
    return FALSE;
  pasts = list_pasts (self, db, stays, error);
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
  self->cycle = cycle != NULL ? dup_title (qd_entity_get_title (QD_ENTITY (cycle))) : NULL;
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
  read = read_all (self, qd_store_get_db (store), QD_BOARD (entity), error);
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
  g_free (self->cycle);
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
