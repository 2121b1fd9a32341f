/* Files of boards as in the middle of a quarter, however many and however large: boards
 * alone, or with all that was said of their cards since the quarter began.
 */

#include "config.h"

#include "boards.h"
#include "qd-clock.h"
#include "store/qd-store-private.h"

#define N_WEEKS 13
#define MINUTE (G_GINT64_CONSTANT (60) * 1000)
#define WEEK (7 * 24 * 60 * MINUTE)

/* The file that is made, and the hour in which it is. */
typedef struct
{
  QdStore *store;
  gint64 now;
  QdId cycle;
  GArray *objectives;
  GArray *cards;
  GArray *columns;
} Quarter;

static const char * const objective_titles[] = {
  "Remote teams choose us first", "Nobody waits for a page", "Support that people praise",
};

/* The cards are spread over columns and objectives. */
static void
plan_board (QdTransaction *transaction,
            Quarter       *quarter,
            const char    *title,
            guint          n_cards)
{
  QdId objectives[G_N_ELEMENTS (objective_titles)];
  QdBoardPlan plan;

  qd_edit_plan_board (transaction, title, quarter->cycle, &plan);
  for (guint i = 0; i < G_N_ELEMENTS (objective_titles); i++)
    objectives[i] = qd_edit_plan_objective (transaction, plan.board, objective_titles[i],
                                            NULL, i);
  g_array_append_vals (quarter->objectives, objectives, G_N_ELEMENTS (objectives));
  g_array_append_vals (quarter->columns, plan.columns + QD_COLUMN_NOT_STARTED, 4);
  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *card_title = NULL;
      QdColumnRole role = (QdColumnRole) (QD_COLUMN_NOT_STARTED + i % 4);
      QdId card;

      card_title = g_strdup_printf ("Raise weekly active workspaces of group %u from %u to %u",
                                    i, i * 3, i * 5 + 1);
      card = qd_edit_plan_card (transaction, plan.columns[role], card_title,
                                objectives[i % G_N_ELEMENTS (objectives)]);
      qd_transaction_set_integer (transaction, card, QD_FIELD_CARD_METRIC, QD_METRIC_CHANGE);
      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_BASELINE, i * 3);
      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_TARGET, i * 5 + 1);
      g_array_append_val (quarter->cards, card);
    }
}

static gint64
read_clock (gpointer quarter)
{
  return ((Quarter *) quarter)->now;
}

static void
quarter_init (Quarter     *self,
              const char  *path)
{
  g_autoptr (GError) error = NULL;

  *self = (Quarter) { .now = qd_clock_now (NULL), .cycle = QD_ID_NONE };
  self->store = qd_store_open (path, QD_OPEN_WITHOUT_MODELS, &error);
  g_assert_no_error (error);
  qd_store_set_clock (self->store, read_clock, self);
  self->objectives = g_array_new (FALSE, FALSE, sizeof (QdId));
  self->cards = g_array_new (FALSE, FALSE, sizeof (QdId));
  self->columns = g_array_new (FALSE, FALSE, sizeof (QdId));
}

static void
quarter_clear (Quarter *self)
{
  g_object_unref (self->store);
  g_array_unref (self->objectives);
  g_array_unref (self->cards);
  g_array_unref (self->columns);
}

static QdTransaction *
begin (Quarter *self)
{
  return qd_transaction_new (self->store, QD_TRANSACTION_IMPORT);
}

static void
commit (QdTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  qd_transaction_free (transaction);
}

static void
fill (Quarter *self,
      guint    n_boards,
      guint    n_cards)
{
  QdTransaction *transaction = begin (self);

  for (guint i = 0; i < n_boards; i++)
    {
      g_autofree char *title = i == 0 ? g_strdup ("Growth") : g_strdup_printf ("Team %u", i);

      plan_board (transaction, self, title, n_cards);
    }
  commit (transaction);
}

/* The company, departments, teams: the objectives of the first board, of every fourth
 * one, and of all others.
 */
static void
align (Quarter *self)
{
  const guint n = G_N_ELEMENTS (objective_titles);
  QdTransaction *transaction = begin (self);

  for (guint i = n; i < self->objectives->len; i++)
    {
      const guint board = i / n;
      const guint above = board % 4 == 1 ? 0 : (board - 1) / 4 * 4 + 1;

      qd_transaction_set_id (transaction, g_array_index (self->objectives, QdId, i),
                             QD_FIELD_OBJECTIVE_PARENT,
                             g_array_index (self->objectives, QdId, above * n + i % n));
    }
  commit (transaction);
}

/* One of the columns of its board, in turn. */
static QdId
get_column (Quarter *self,
            guint    nth_card,
            guint    nth)
{
  const guint n_columns = 4;
  const guint n_boards = self->columns->len / n_columns;
  const guint board = nth_card * n_boards / self->cards->len;

  return g_array_index (self->columns, QdId, board * n_columns + nth % n_columns);
}

/* A figure of the card; of some what is in the way, or they move on. */
static void
say (Quarter *self,
     guint    nth_card,
     guint    week)
{
  const QdId card = g_array_index (self->cards, QdId, nth_card);
  QdTransaction *transaction = begin (self);
  const QdId checkin = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);

  qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, card);
  qd_transaction_set_day (transaction, checkin, QD_FIELD_CHECKIN_DAY,
                          qd_day_of_instant (self->now));
  qd_transaction_set_real (transaction, checkin, QD_FIELD_CHECKIN_VALUE, nth_card * 3 + week);
  qd_transaction_set_integer (transaction, checkin, QD_FIELD_CHECKIN_CONFIDENCE,
                              2 + (nth_card + week) % 8);
  qd_transaction_set_text (transaction, checkin, QD_FIELD_CHECKIN_NOTE, "On the way.");
  if ((nth_card + week) % 16 == 0)
    qd_transaction_set_text (transaction, checkin, QD_FIELD_CHECKIN_BLOCKER, "No data yet");
  if ((nth_card + week) % 20 == 0)
    qd_transaction_place (transaction, QD_ENTITY_CARD, card,
                          get_column (self, nth_card, nth_card + week), QD_SIDE_LAST,
                          QD_ID_NONE);
  commit (transaction);
}

/* Week by week, and none of it is waited for on the disk. */
static void
live (Quarter *self)
{
  QdDb *db = qd_store_get_db (self->store);

  g_assert_true (qd_db_begin (db, NULL));
  for (guint week = 0; week < N_WEEKS; week++)
    {
      self->now += WEEK - self->cards->len * MINUTE;
      for (guint i = 0; i < self->cards->len; i++)
        {
          self->now += MINUTE;
          say (self, i, week);
        }
    }
  g_assert_true (qd_db_commit (db, NULL));
}

/**
 * boards_make_file:
 * @path: of a new file
 * @n_boards: how many boards
 * @n_cards: how many cards each of them has
 */
void
boards_make_file (const char *path,
                  guint       n_boards,
                  guint       n_cards)
{
  Quarter quarter;

  quarter_init (&quarter, path);
  fill (&quarter, n_boards, n_cards);
  quarter_clear (&quarter);
}

/**
 * boards_make_quarter:
 * @path: of a new file
 * @n_boards: how many boards
 * @n_cards: how many cards each of them has
 *
 * Makes the boards in a cycle that is all but over, with objectives aligned over three
 * levels and a check-in of each card in each of its weeks. A twentieth of the cards moves
 * each week.
 */
void
boards_make_quarter (const char *path,
                     guint       n_boards,
                     guint       n_cards)
{
  Quarter quarter;
  QdTransaction *transaction;
  QdDay first;

  quarter_init (&quarter, path);
  quarter.now -= N_WEEKS * WEEK;
  first = qd_day_of_instant (quarter.now);
  transaction = begin (&quarter);
  quarter.cycle = qd_edit_plan_cycle (transaction, "2026 Q4", first, first + 7 * N_WEEKS + 3);
  commit (transaction);
  fill (&quarter, n_boards, n_cards);
  align (&quarter);
  live (&quarter);
  quarter_clear (&quarter);
}
