/* Which cards of a board show. */

#include "config.h"

#include <gtk/gtk.h>

#include "filter/qd-board-filter.h"
#include "model/qd-card-private.h"
#include "model/qd-key-result-private.h"
#include "model/qd-objective-private.h"

/* Three cards: with the objectives 11 and 12, and without one. */
typedef struct
{
  QdBoardFilter *filter;
  GListStore *cards;
  GtkFilterListModel *shown;
  guint n_changes;
  GtkFilterChange change;
} Fixture;

static void
add_card (Fixture *fixture,
          QdId     objective_id)
{
  g_autoptr (QdKeyResult) card = NULL;

  card = qd_key_result_new (1 + g_list_model_get_n_items (G_LIST_MODEL (fixture->cards)));
  if (objective_id != QD_ID_NONE)
    {
      g_autoptr (QdObjective) objective = qd_objective_new (objective_id);

      qd_card_set_objective (QD_CARD (card), objective);
    }

  g_list_store_append (fixture->cards, card);
}

static void
on_changed (GtkFilter       *filter,
            GtkFilterChange  change,
            Fixture         *fixture)
{
  fixture->n_changes++;
  fixture->change = change;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->filter = qd_board_filter_new ();
  fixture->cards = g_list_store_new (QD_TYPE_CARD);
  add_card (fixture, 11);
  add_card (fixture, 12);
  add_card (fixture, QD_ID_NONE);
  fixture->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (fixture->cards)),
                                              GTK_FILTER (g_object_ref (fixture->filter)));
  g_signal_connect (fixture->filter, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_finalize_object (fixture->shown);
  g_assert_finalize_object (fixture->filter);
  g_assert_finalize_object (fixture->cards);
}

static void
set (Fixture    *fixture,
     const char *ids)
{
  g_auto (GStrv) strv = g_strsplit (ids, ",", -1);

  qd_board_filter_set (fixture->filter, (const char * const *) strv);
}

static void
assert_shown (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->shown)); i++)
    {
      g_autoptr (QdEntity) card = g_list_model_get_item (G_LIST_MODEL (fixture->shown), i);

      g_string_append_printf (shown, "%" G_GINT64_FORMAT, qd_entity_get_id (card));
    }

  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_match (Fixture       *fixture,
            gconstpointer  unused)
{
  g_assert_true (qd_board_filter_is_empty (fixture->filter));
  assert_shown (fixture, "123");

  set (fixture, "11");
  assert_shown (fixture, "1");
  g_assert_true (qd_board_filter_contains (fixture->filter, 11));
  g_assert_false (qd_board_filter_contains (fixture->filter, 12));

  set (fixture, "12,11");
  assert_shown (fixture, "12");

  set (fixture, "none");
  assert_shown (fixture, "3");
  g_assert_true (qd_board_filter_contains (fixture->filter, QD_ID_NONE));

  set (fixture, "none,12");
  assert_shown (fixture, "23");

  set (fixture, "99");
  assert_shown (fixture, "");

  set (fixture, "");
  assert_shown (fixture, "123");
}

static void
test_strictness (Fixture       *fixture,
                 gconstpointer  unused)
{
  GtkFilter *filter = GTK_FILTER (fixture->filter);

  g_assert_cmpint (gtk_filter_get_strictness (filter), ==, GTK_FILTER_MATCH_ALL);
  set (fixture, "11");
  g_assert_cmpint (gtk_filter_get_strictness (filter), ==, GTK_FILTER_MATCH_SOME);
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  unused)
{
  set (fixture, "11");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpint (fixture->change, ==, GTK_FILTER_CHANGE_MORE_STRICT);

  set (fixture, "11");
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  set (fixture, "11,12");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_cmpint (fixture->change, ==, GTK_FILTER_CHANGE_LESS_STRICT);

  set (fixture, "12,11,11");
  g_assert_cmpuint (fixture->n_changes, ==, 2);

  set (fixture, "12,none");
  g_assert_cmpint (fixture->change, ==, GTK_FILTER_CHANGE_DIFFERENT);

  set (fixture, "12");
  g_assert_cmpint (fixture->change, ==, GTK_FILTER_CHANGE_MORE_STRICT);

  set (fixture, "");
  g_assert_cmpint (fixture->change, ==, GTK_FILTER_CHANGE_LESS_STRICT);
  g_assert_cmpuint (fixture->n_changes, ==, 5);
}

static void
test_ids (Fixture       *fixture,
          gconstpointer  unused)
{
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;
  g_autofree char *joined = NULL;

  before = qd_board_filter_dup (fixture->filter);
  g_assert_cmpuint (g_strv_length (before), ==, 0);

  /* What is no id is left out. */
  set (fixture, "12,-3,x,0,,99999999999999999999,none,11 ");
  after = qd_board_filter_dup (fixture->filter);
  joined = g_strjoinv (",", after);
  g_assert_cmpstr (joined, ==, "12,none");

  g_assert_true (qd_board_filter_equals (fixture->filter, (const char * const *) after));
  g_assert_false (qd_board_filter_equals (fixture->filter, NULL));

  qd_board_filter_set (fixture->filter, NULL);
  g_assert_true (qd_board_filter_equals (fixture->filter, NULL));
}

/* Only what asks for the day hears of it. */
static void
test_today (Fixture       *fixture,
            gconstpointer  unused)
{
  set (fixture, "11,blocked,owner:21,metric:change,text:x");
  fixture->n_changes = 0;
  qd_board_filter_set_today (fixture->filter, 770);
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  set (fixture, "11,due");
  fixture->n_changes = 0;
  qd_board_filter_set_today (fixture->filter, 770);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  qd_board_filter_set_today (fixture->filter, 771);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpint (fixture->change, ==, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Only commits that matter to what is asked for filter again. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  unused)
{
  set (fixture, "owner:21");
  fixture->n_changes = 0;
  qd_board_filter_follow (fixture->filter, QD_CHANGES_PLACES | QD_CHANGES_VALUES);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  qd_board_filter_follow (fixture->filter, QD_CHANGES_PLACES | QD_CHANGES_LABELS);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpint (fixture->change, ==, GTK_FILTER_CHANGE_DIFFERENT);
}

/* What hides a card is left out. */
static void
test_met (Fixture       *fixture,
          gconstpointer  unused)
{
  g_autoptr (QdCard) first = g_list_model_get_item (G_LIST_MODEL (fixture->cards), 0);
  g_auto (GStrv) met = NULL;
  g_autofree char *joined = NULL;

  set (fixture, "owner:22,11,12,blocked");
  met = qd_board_filter_dup_met (fixture->filter, first);
  joined = g_strjoinv (",", met);
  g_assert_cmpstr (joined, ==, "11,12");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/board-filter/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("match", test_match);
  ADD ("strictness", test_strictness);
  ADD ("changed", test_changed);
  ADD ("ids", test_ids);
  ADD ("today", test_today);
  ADD ("follow", test_follow);
  ADD ("met", test_met);

  return g_test_run ();
}
