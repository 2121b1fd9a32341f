/* Which check-ins of a card count, and in which order: of one day what was said last,
 * a correction at the place of what it corrects, whatever clocks say and however many
 * people correct the same.
 */

#include "config.h"

#include <math.h>

#include "card-fixture.h"
#include "method/qd-confidence.h"
#include "model/qd-key-result.h"
#include "store/qd-details.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-transaction.h"

static const QdSummary *
get_summary (Fixture *fixture)
{
  QdEntity *card = qd_store_lookup (fixture->store, fixture->card);

  return qd_key_result_get_summary (QD_KEY_RESULT (card));
}

/* What the card shows, and what the method gets: "02 12, 09 20". */
static void
assert_readings (Fixture    *fixture,
                 const char *expected)
{
  const QdSummary *summary = get_summary (fixture);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < summary->n_readings; i++)
    {
      g_autofree char *iso = qd_day_to_iso (summary->readings[i].day);

      g_string_append_printf (text, "%s%s %g", i > 0 ? ", " : "", iso + 8,
                              summary->readings[i].value);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpfloat (summary->current, ==, summary->readings[summary->n_readings - 1].value);

  /* The dump compares with what the payloads alone say. */
  g_free (card_fixture_dump (fixture));
}

/* As the timeline has them, those that do not count in brackets. */
static void
assert_details (Fixture    *fixture,
                const char *expected)
{
  g_autoptr (QdDetails) details = qd_details_read (fixture->store, fixture->card, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < details->checkins->len; i++)
    {
      const QdCheckin *checkin = details->checkins->pdata[i];

      g_string_append_printf (text, checkin->superseded ? "%s(%g)" : "%s%g",
                              i > 0 ? " " : "", checkin->value);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The clock stands still: nothing here comes later by chance. */
static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  const QdId first = card_fixture_say (fixture, 9, 10, QD_ID_NONE);
  QdId second;

  card_fixture_say (fixture, 9, 20, QD_ID_NONE);
  second = card_fixture_say (fixture, 9, 11, first);
  assert_readings (fixture, "02 12, 09 20");
  assert_details (fixture, "12 (10) 11 20");

  /* Nor does the correction of a correction come later. */
  card_fixture_say (fixture, 9, 10.5, second);
  assert_readings (fixture, "02 12, 09 20");
  assert_details (fixture, "12 (10) (11) 10.5 20");
}

static void
test_other_day (Fixture       *fixture,
                gconstpointer  data)
{
  const QdId first = card_fixture_say (fixture, 9, 10, QD_ID_NONE);

  card_fixture_say (fixture, 9, 20, QD_ID_NONE);
  card_fixture_say (fixture, 16, 11, first);
  assert_readings (fixture, "02 12, 09 20, 16 11");
}

/* Whoever wrote before had a clock that went an hour ahead. */
static void
test_clock (Fixture       *fixture,
            gconstpointer  data)
{
  fixture->clock.now += 3600000;
  card_fixture_say (fixture, 9, 10, QD_ID_NONE);
  fixture->clock.now -= 3600000;
  card_fixture_say (fixture, 9, 20, QD_ID_NONE);
  assert_readings (fixture, "02 12, 09 20");
  card_fixture_say (fixture, 9, 30, QD_ID_NONE);
  assert_readings (fixture, "02 12, 09 30");
}

/* Two people correct the same; one of them corrects himself. */
static void
test_siblings (Fixture       *fixture,
               gconstpointer  data)
{
  const QdId slip = card_fixture_say (fixture, 9, 350, QD_ID_NONE);
  const QdId first = card_fixture_say (fixture, 9, 35, slip);
  QdId second;

  second = card_fixture_say (fixture, 10, 36, slip);
  assert_readings (fixture, "02 12, 10 36");
  assert_details (fixture, "12 (350) (35) 36");
  card_fixture_say (fixture, 9, 34, first);
  assert_readings (fixture, "02 12, 09 34");

  /* What is out of sight does not count, and lets the one before it count. */
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CHECKIN, first, TRUE, NULL));
  assert_readings (fixture, "02 12, 09 34");
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CHECKIN, slip, TRUE, NULL));
  assert_readings (fixture, "02 12, 09 34");
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_CHECKIN, second, TRUE, NULL));
  assert_readings (fixture, "02 12, 09 34");
  assert_details (fixture, "12 34");
}

/* Only the last value of a day is one for the method; the timeline has all. */
static void
test_one_day (Fixture       *fixture,
              gconstpointer  data)
{
  card_fixture_say (fixture, 9, 350, QD_ID_NONE);
  card_fixture_say (fixture, 9, 36, QD_ID_NONE);
  card_fixture_say (fixture, 9, NAN, QD_ID_NONE);
  assert_readings (fixture, "02 12, 09 36");
  assert_details (fixture, "12 350 36 nan");
}

static void
set_supersedes (Fixture *fixture,
                QdId     id,
                QdId     supersedes)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);

  qd_transaction_set_id (transaction, id, QD_FIELD_CHECKIN_SUPERSEDES, supersedes);
  g_assert_true (qd_transaction_commit (transaction, NULL));
}

/* No program writes that; it must not keep anybody waiting for ever. */
static void
test_circle (Fixture       *fixture,
             gconstpointer  data)
{
  const QdId first = card_fixture_say (fixture, 9, 1, QD_ID_NONE);
  const QdId second = card_fixture_say (fixture, 9, 2, first);
  const QdId third = card_fixture_say (fixture, 9, 3, second);

  set_supersedes (fixture, first, third);
  assert_readings (fixture, "02 12");
  card_fixture_say (fixture, 10, 4, second);
  assert_readings (fixture, "02 12, 10 4");
  set_supersedes (fixture, first, first);
  assert_readings (fixture, "02 12, 10 4");
}

static void
test_confidence (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (QdDetails) details = NULL;
  QdTransaction *transaction = qd_transaction_new (fixture->store, QD_TRANSACTION_EDIT);

  g_assert_cmpint (get_summary (fixture)->confidence, ==, 6);
  qd_transaction_set_integer (transaction, fixture->checkin, QD_FIELD_CHECKIN_CONFIDENCE, 99);
  g_assert_true (qd_transaction_commit (transaction, NULL));
  qd_transaction_free (transaction);
  g_assert_cmpint (get_summary (fixture)->confidence, ==, QD_CONFIDENCE_NONE);
  details = qd_details_read (fixture->store, fixture->card, NULL);
  g_assert_cmpint (((QdCheckin *) details->checkins->pdata[0])->confidence, ==,
                   QD_CONFIDENCE_NONE);

  /* Damage of the row itself. */
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  scratch_execute (fixture->scratch->path, "UPDATE card SET confidence=-7");
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  fixture_load_board (fixture->store, fixture->board);
  g_assert_cmpint (get_summary (fixture)->confidence, ==, QD_CONFIDENCE_NONE);
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, card_fixture_set_up, test, card_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/checkins/place", test_place);
  add_test ("/checkins/other-day", test_other_day);
  add_test ("/checkins/clock", test_clock);
  add_test ("/checkins/siblings", test_siblings);
  add_test ("/checkins/one-day", test_one_day);
  add_test ("/checkins/circle", test_circle);
  add_test ("/checkins/confidence", test_confidence);

  return g_test_run ();
}
