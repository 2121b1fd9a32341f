/* A key result typed in one line begins with the numbers in it. */

#include "config.h"

#include <math.h>

#include "exchange/qd-typed-card.h"
#include "model/qd-key-result.h"
#include "qd-error.h"
#include "scratch.h"
#include "store/qd-undo.h"

typedef struct
{
  Scratch *scratch;
  QdStore *store;
  QdId column;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->scratch = scratch_new ();
  scratch_fill (fixture->scratch, 0);
  fixture->store = qd_store_open (fixture->scratch->path, QD_OPEN_EXISTING, NULL);
  g_assert_nonnull (fixture->store);
  fixture->column = scratch_ask (fixture->scratch->path,
                                 "SELECT id FROM \"column\" ORDER BY role LIMIT 1");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_clear_object (&fixture->store);
  scratch_free (fixture->scratch);
}

static QdKeyResult *
add (Fixture    *fixture,
     const char *title)
{
  g_autoptr (GError) error = NULL;
  QdId card = qd_typed_card_add (fixture->store, fixture->column, title, QD_ID_NONE, &error);
  QdEntity *board;

  g_assert_no_error (error);
  board = qd_store_lookup (fixture->store,
                           scratch_ask (fixture->scratch->path, "SELECT id FROM board"));
  g_assert_true (qd_store_load_board (fixture->store, QD_BOARD (board), &error));

  return QD_KEY_RESULT (qd_store_lookup (fixture->store, card));
}

static void
test_numbers (Fixture       *fixture,
              gconstpointer  unused)
{
  static const struct
  {
    const char *title;
    QdMetricKind metric;
    double baseline, target;
    const char *unit;
  } cases[] = {
    { "Raise NPS from 33 to 41 points", QD_METRIC_CHANGE, 33, 41, "points" },
    { "Keep churn at most 3 %", QD_METRIC_AT_MOST, NAN, 3, "%" },
    { "Talk to customers", QD_METRIC_NONE, NAN, NAN, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QdKeyResult *key_result = add (fixture, cases[i].title);

      g_test_message ("%s", cases[i].title);
      g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (key_result)), ==, cases[i].title);
      g_assert_cmpint (qd_key_result_get_metric (key_result), ==, cases[i].metric);
      g_assert_true (qd_key_result_get_baseline (key_result) == cases[i].baseline ||
                     (isnan (cases[i].baseline) &&
                      isnan (qd_key_result_get_baseline (key_result))));
      g_assert_true (qd_key_result_get_target (key_result) == cases[i].target ||
                     (isnan (cases[i].target) && isnan (qd_key_result_get_target (key_result))));
      g_assert_cmpstr (qd_key_result_get_unit (key_result), ==, cases[i].unit);
    }
}

static void
test_one_step (Fixture       *fixture,
               gconstpointer  unused)
{
  add (fixture, "Raise NPS from 33 to 41 points");
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  g_assert_cmpint (scratch_ask (fixture->scratch->path,
                                "SELECT count(*) FROM card WHERE deleted IS NULL"), ==, 0);
  scratch_assert_sound (fixture->scratch->path);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (qd_typed_card_add (fixture->store, fixture->column, " \n", QD_ID_NONE, &error),
                   ==, QD_ID_NONE);
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/typed-card/numbers", Fixture, NULL, set_up, test_numbers, tear_down);
  g_test_add ("/typed-card/one-step", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/typed-card/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
