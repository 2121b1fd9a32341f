/* Which check-ins are due, for whom, and in which order.
 *
 * The cycle is the last quarter of 2026, from a Thursday on; check-ins are due on
 * Fridays. Each list is a line of titles, "!" at those that are outdated.
 */

#include "config.h"

#include <math.h>

#include "store-fixture.h"
#include "store/qd-due.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"

/* In October. */
#define FRIDAY 16

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId growth;
  QdId sales;
} Fixture;

static QdDay
day (guint day_of_month)
{
  return qd_day_new (2026, 10, day_of_month);
}

static QdId
add (Fixture    *fixture,
     QdId        board,
     guint       column,
     const char *title,
     const char *owner)
{
  const QdId card = fixture_new_card (fixture->store,
                                      fixture_column (fixture->store, board, column), title);

  fixture->clock.now += 1000;
  g_assert_true (qd_edit_set_metric (fixture->store, card, QD_METRIC_YES_NO, NULL));
  g_assert_true (qd_edit_set_owner (fixture->store, card, owner, NULL));

  return card;
}

static void
say (Fixture *fixture,
     QdId     card,
     QdDay    on,
     double   value)
{
  const QdCheckinDraft draft = {
    .day = on, .value = value, .confidence = QD_CONFIDENCE_NONE,
  };
  g_autoptr (GError) error = NULL;

  fixture->clock.now += 1000;
  qd_edit_check_in (fixture->store, card, &draft, &error);
  g_assert_no_error (error);
}

static void
set_field (Fixture *fixture,
           QdId     id,
           QdField  field,
           gint64   value)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  g_autoptr (GError) error = NULL;

  if (field == QD_FIELD_BOARD_CLOSED)
    qd_transaction_set_day (transaction, id, field, (QdDay) value);
  else
    qd_transaction_set_integer (transaction, id, field, value);
  qd_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

/* "Late" first in its board but not in the list, and one of each that is not due. */
static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  QdBoard *board;
  QdId id;

  fixture->scratch = scratch_new ();
  fixture->clock.now = FIXTURE_NOW;
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture->growth = fixture_new_board (fixture->store, "Growth");
  board = fixture_load_board (fixture->store, fixture->growth);
  id = qd_entity_get_id (QD_ENTITY (qd_board_get_cycle (board)));
  fixture->sales = qd_edit_new_board (fixture->store, "Sales", id, NULL);
  fixture_load_board (fixture->store, fixture->sales);

  say (fixture, add (fixture, fixture->growth, 0, "Today", "Mara"), day (9), 0);
  add (fixture, fixture->growth, 1, "Late", "mara");
  add (fixture, fixture->growth, 0, "Later", NULL);
  say (fixture, add (fixture, fixture->growth, 1, "Said", "Mara"), day (FRIDAY), 0);
  say (fixture, add (fixture, fixture->growth, 3, "Complete", "Mara"), day (9), 1);
  id = add (fixture, fixture->growth, 1, "Archived", "Mara");
  set_field (fixture, id, QD_FIELD_CARD_ARCHIVED, QD_KEEPING_ARCHIVE);
  id = add (fixture, fixture->growth, 1, "Shelved", "Mara");
  set_field (fixture, id, QD_FIELD_CARD_ARCHIVED, QD_KEEPING_SHELF);
  add (fixture, fixture->sales, 0, "Sold", "Élodie");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

static void
assert_due (Fixture    *fixture,
            const char *owner,
            QdId        board,
            QdDay       today,
            const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = qd_due_read (fixture->store, owner, board, today, &error);
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const QdDueItem *item = items->pdata[i];

      g_assert_true (qd_column_get_board (qd_card_get_column (QD_CARD (item->key_result))) ==
                     item->board);
      g_string_append_printf (titles, "%s%s%s", i > 0 ? " " : "",
                              qd_entity_get_title (QD_ENTITY (item->key_result)),
                              item->outdated ? "!" : "");
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  unused)
{
  /* Nobody is asked in the first days. */
  assert_due (fixture, NULL, QD_ID_NONE, day (8), "");
  assert_due (fixture, NULL, QD_ID_NONE, day (9), "Later Late Sold");
  assert_due (fixture, NULL, QD_ID_NONE, day (12), "Later Late Sold");
  assert_due (fixture, NULL, QD_ID_NONE, day (13), "Later! Late! Sold!");
  assert_due (fixture, NULL, QD_ID_NONE, day (FRIDAY), "Later! Late! Sold! Today");
  assert_due (fixture, NULL, QD_ID_NONE, day (23), "Later! Late! Sold! Today! Said");
}

static void
test_owner (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct
  {
    const char *owner;
    const char *expected;
  } cases[] = {
    { "Mara", "Late! Today" },
    { "MARA", "Late! Today" },
    { "élodie", "Sold!" },
    { "Mar", "" },
    { "Nobody", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_due (fixture, cases[i].owner, QD_ID_NONE, day (FRIDAY), cases[i].expected);
}

static void
test_board (Fixture       *fixture,
            gconstpointer  unused)
{
  assert_due (fixture, NULL, fixture->sales, day (FRIDAY), "Sold!");
  assert_due (fixture, "Mara", fixture->sales, day (FRIDAY), "");
  assert_due (fixture, NULL, fixture->growth, day (FRIDAY), "Later! Late! Today");
  assert_due (fixture, NULL, fixture_column (fixture->store, fixture->growth, 0),
              day (FRIDAY), "");
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  unused)
{
  set_field (fixture, fixture->growth, QD_FIELD_BOARD_CLOSED, day (FRIDAY));
  assert_due (fixture, NULL, QD_ID_NONE, day (FRIDAY), "Sold!");
  assert_due (fixture, NULL, fixture->growth, day (FRIDAY), "");
  set_field (fixture, fixture->sales, QD_FIELD_BOARD_ARCHIVED, QD_KEEPING_ARCHIVE);
  assert_due (fixture, NULL, QD_ID_NONE, day (FRIDAY), "");
}

/* Boards that nobody opened are loaded, but not those whose cycle is not on. */
static void
test_cycle (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (QdStore) other = fixture_open (fixture->scratch->path, &fixture->clock);
  Fixture fresh = *fixture;
  QdBoard *growth = QD_BOARD (qd_store_lookup (other, fixture->growth));

  fresh.store = other;
  assert_due (&fresh, NULL, QD_ID_NONE, qd_day_new (2026, 9, 30), "");
  g_assert_false (qd_board_get_loaded (growth));
  /* December 25 is the last Friday, and the cycle ends on a Thursday. */
  assert_due (&fresh, NULL, QD_ID_NONE, qd_day_new (2027, 1, 4), "");
  g_assert_false (qd_board_get_loaded (growth));
  assert_due (&fresh, "Élodie", QD_ID_NONE, qd_day_new (2027, 1, 3), "Sold!");
  g_assert_true (qd_board_get_loaded (growth));
}

static void
test_next (Fixture       *fixture,
           gconstpointer  unused)
{
  QdStore *store = fixture->store;

  g_assert_cmpuint (qd_due_find_next (store, NULL, QD_ID_NONE, day (FRIDAY), NULL), ==, day (23));
  g_assert_cmpuint (qd_due_find_next (store, "Mara", QD_ID_NONE, day (8), NULL), ==, day (9));
  g_assert_cmpuint (qd_due_find_next (store, "Mara", fixture->sales, day (FRIDAY), NULL), ==,
                    QD_DAY_NONE);
  /* Before the cycle, the first due day of it. */
  g_assert_cmpuint (qd_due_find_next (store, "Élodie", QD_ID_NONE, qd_day_new (2026, 9, 1), NULL),
                    ==, day (9));
  set_field (fixture, fixture->growth, QD_FIELD_BOARD_CLOSED, day (FRIDAY));
  g_assert_cmpuint (qd_due_find_next (store, "Mara", QD_ID_NONE, day (FRIDAY), NULL), ==,
                    QD_DAY_NONE);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/due/order", test_order);
  ADD ("/due/owner", test_owner);
  ADD ("/due/board", test_board);
  ADD ("/due/closed", test_closed);
  ADD ("/due/cycle", test_cycle);
  ADD ("/due/next", test_next);

  return g_test_run ();
}
