/* What the store is measured with: boards as teams have them, and a log of a
 * quarter's work on them. It measures nothing but the size of a change.
 */

#include "config.h"

#include <stdio.h>

#include "model/qd-column.h"
#include "qd-clock.h"
#include "store/qd-edit-plan.h"
#include "store/qd-store-private.h"
#include "work.h"

#define N_BOARDS_OF_LOG 20
#define N_CARDS_OF_LOG 500
#define N_CHANGES_OF_LOG 1000000
#define N_CHANGES_ALONE 50000
#define N_ACTS_AT_ONCE 100
#define FIRST_DAY qd_day_new (2026, 10, 1)

static void
commit (QdTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static gint64
ask (Work       *work,
     const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = 0;

  qd_db_get_integer (qd_store_get_db (work->store), &error, &number, sql, "");
  g_assert_no_error (error);

  return number;
}

/* Mostly moves and check-ins, so many in one transaction. Returns the number of
 * changes.
 */
static guint
act (Work  *work,
     guint  n_acts,
     QdDay  day)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (work->store,
                                                              QD_TRANSACTION_EDIT);
  guint n_changes = 0;

  for (guint i = 0; i < n_acts; i++)
    {
      QdId card = work_pick (work, work->cards);
      QdId checkin;

      if (g_rand_int_range (work->rand, 0, 3) > 0)
        {
          qd_transaction_place (transaction, QD_ENTITY_CARD, card, work_pick (work, work->columns),
                                (QdSide) g_rand_int_range (work->rand, 0, 4),
                                work_pick (work, work->cards));
          n_changes++;
          continue;
        }
      checkin = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);
      qd_transaction_set_id (transaction, checkin, QD_FIELD_CHECKIN_CARD, card);
      qd_transaction_set_day (transaction, checkin, QD_FIELD_CHECKIN_DAY, day);
      qd_transaction_set_real (transaction, checkin, QD_FIELD_CHECKIN_VALUE,
                               g_rand_double (work->rand));
      qd_transaction_set_text (transaction, checkin, QD_FIELD_CHECKIN_NOTE, "On the way.");
      n_changes += 5;
    }
  commit (transaction);

  return n_changes;
}

/* What a change takes in the file where each is made as somebody does it. */
static void
measure_bytes (Work *work)
{
  static const char count_bytes[] =
    "SELECT page_count*page_size FROM pragma_page_count, pragma_page_size";
  static const char count_changes[] = "SELECT count(*) FROM chg";
  const gint64 bytes = ask (work, count_bytes);
  const gint64 changes = ask (work, count_changes);

  for (guint n_changes = 0; n_changes < N_CHANGES_ALONE;)
    n_changes += act (work, 1, FIRST_DAY);

  printf ("bench log-bytes: %.0f a change\n",
          (double) (ask (work, count_bytes) - bytes) /
          (double) (ask (work, count_changes) - changes));
}

void
work_begin (Work        *work,
            QdOpenFlags  flags)
{
  g_autoptr (GError) error = NULL;

  work->scratch = scratch_new ();
  work->store = qd_store_open (work->scratch->path, flags, &error);
  g_assert_no_error (error);
  work->rand = g_rand_new_with_seed (4711);
  work->boards = g_array_new (FALSE, FALSE, sizeof (QdId));
  work->columns = g_array_new (FALSE, FALSE, sizeof (QdId));
  work->cards = g_array_new (FALSE, FALSE, sizeof (QdId));
}

void
work_end (Work *work)
{
  g_clear_object (&work->store);
  g_rand_free (work->rand);
  g_array_unref (work->boards);
  g_array_unref (work->columns);
  g_array_unref (work->cards);
  scratch_free (work->scratch);
}

QdId
work_pick (Work   *work,
           GArray *ids)
{
  return g_array_index (ids, QdId, g_rand_int_range (work->rand, 0, (gint32) ids->len));
}

/* A board as teams have it: objectives, owners, numbers, descriptions. */
void
work_add_board (Work  *work,
                guint  n_cards)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (work->store,
                                                              QD_TRANSACTION_IMPORT);
  QdBoardPlan plan;
  QdId objectives[8], people[12];
  guint first = work->columns->len;

  qd_edit_plan_board (transaction, "Customer Success", QD_ID_NONE, &plan);
  g_array_append_val (work->boards, plan.board);
  for (int role = QD_COLUMN_NOT_STARTED; role <= QD_COLUMN_COMPLETE; role++)
    g_array_append_val (work->columns, plan.columns[role]);
  for (guint i = 0; i < G_N_ELEMENTS (objectives); i++)
    objectives[i] = qd_edit_plan_objective (transaction, plan.board, "Delight our customers",
                                            "They stay when they are heard.", i);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      people[i] = qd_transaction_create (transaction, QD_ENTITY_PERSON);
      qd_transaction_set_text (transaction, people[i], QD_FIELD_PERSON_TITLE, "Mara Klein");
    }

  for (guint i = 0; i < n_cards; i++)
    {
      QdId column = g_array_index (work->columns, QdId, first + i % 4);
      QdId card = qd_edit_plan_card (transaction, column, "Raise net promoter score from 31 to 45",
                                     objectives[i % G_N_ELEMENTS (objectives)]);

      g_array_append_val (work->cards, card);
      qd_transaction_set_id (transaction, card, QD_FIELD_CARD_OWNER,
                             people[i % G_N_ELEMENTS (people)]);
      qd_transaction_set_integer (transaction, card, QD_FIELD_CARD_METRIC, QD_METRIC_CHANGE);
      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_BASELINE, 31);
      qd_transaction_set_real (transaction, card, QD_FIELD_CARD_TARGET, 45);
      if (i % 4 == 0)
        qd_transaction_set_text (transaction, card, QD_FIELD_CARD_DESCRIPTION,
                                 "Measured by the quarterly survey among all paying customers.");
    }
  commit (transaction);
}

/* A quarter of work, of which nobody measures how long it takes: many things are
 * done at once, in one transaction of SQLite, and out of a large cache. Returns
 * the instant at which half of it was there.
 */
gint64
work_fill (Work *work)
{
  QdDb *db = qd_store_get_db (work->store);
  gint64 instant = 0;

  g_assert_true (qd_db_exec (db, "PRAGMA cache_size=-1000000", NULL));
  for (guint i = 0; i < N_BOARDS_OF_LOG; i++)
    work_add_board (work, N_CARDS_OF_LOG);
  measure_bytes (work);

  g_assert_true (qd_db_begin (db, NULL));
  for (guint n_changes = (guint) ask (work, "SELECT count(*) FROM chg");
       n_changes < N_CHANGES_OF_LOG;)
    {
      n_changes += act (work, N_ACTS_AT_ONCE, FIRST_DAY + n_changes / 20000);
      if (instant == 0 && n_changes > N_CHANGES_OF_LOG / 2)
        instant = qd_clock_now (NULL);
    }
  g_assert_true (qd_db_commit (db, NULL));
  g_assert_cmpint (ask (work, "SELECT count(*) FROM chg"), >, N_CHANGES_OF_LOG * 0.9);

  return instant;
}
