/* One filter for several boards: families, colours, roles. */

#include "config.h"

#include "filter/qd-filter-families.h"
#include "filter/qd-filter-tokens.h"
#include "many-fixture.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit.h"

static QdId
get_id (gpointer entity)
{
  return qd_entity_get_id (QD_ENTITY (entity));
}

/* Through company, department and team, and by name alone. */
static void
test_family (ManyFixture   *fixture,
             gconstpointer  unused)
{
  QdId grow = many_add (fixture, 0, "Grow", 0, QD_ID_NONE);
  QdId sell = many_add (fixture, 1, "Sell more", 1, grow);
  QdId meet = many_add (fixture, 2, "Meet more", 2, sell);
  QdId like = many_add (fixture, 3, "GROW", 3, QD_ID_NONE);
  QdId calm = many_add (fixture, 3, "Calm nights", 4, QD_ID_NONE);
  g_autoptr (GError) error = NULL;
  g_autofree char *two = NULL;

  many_set_family (fixture, grow);
  many_assert_shown (fixture, "Grow, Sell more, Meet more, GROW");
  many_set_family (fixture, like);
  many_assert_shown (fixture, "Grow, Sell more, Meet more, GROW");
  many_set_family (fixture, sell);
  many_assert_shown (fixture, "Sell more, Meet more");
  many_set_family (fixture, meet);
  many_assert_shown (fixture, "Meet more");

  /* It follows what is aligned and what it is called. */
  many_set_family (fixture, grow);
  g_assert_true (qd_edit_align (fixture->file.store, calm, meet, &error));
  many_assert_shown (fixture, "Grow, Sell more, Meet more, GROW, Calm nights");
  g_assert_true (qd_edit_align (fixture->file.store, sell, QD_ID_NONE, &error));
  many_assert_shown (fixture, "Grow, GROW");
  many_undo (fixture);
  many_undo (fixture);
  g_assert_true (qd_edit_rename (fixture->file.store, QD_ENTITY_OBJECTIVE, like, "Shrink",
                                 &error));
  many_assert_shown (fixture, "Grow, Sell more, Meet more");
  g_assert_true (qd_edit_set_objective (fixture->file.store,
                                        get_id (many_peek_card (fixture, "Calm nights")), calm,
                                        &error));
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_OBJECTIVE, sell, TRUE, &error));
  many_assert_shown (fixture, "Grow");
  many_undo (fixture);
  many_assert_shown (fixture, "Grow, Sell more, Meet more");

  two = g_strdup_printf ("family:%" G_GINT64_FORMAT "|family:%" G_GINT64_FORMAT, meet, calm);
  many_set (fixture, two);
  many_assert_shown (fixture, "Meet more, Calm nights");
}

/* The one with the least id is the first of it. */
static void
test_ring (ManyFixture   *fixture,
           gconstpointer  unused)
{
  QdId ids[] = {
    many_add (fixture, 0, "One", 0, QD_ID_NONE),
    many_add (fixture, 1, "Two", 1, QD_ID_NONE),
    many_add (fixture, 2, "Three", 2, QD_ID_NONE),
  };
  g_autoptr (QdCardCounts) counts = qd_card_counts_new ();
  g_autoptr (GPtrArray) families = NULL;
  const QdFilterFamily *first;
  guint least = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      many_point (fixture, ids[i], ids[(i + 1) % G_N_ELEMENTS (ids)]);
      qd_card_counts_add (counts, many_peek_board (fixture, i));
      if (ids[i] < ids[least])
        least = i;
    }

  many_set_family (fixture, ids[least]);
  many_assert_shown (fixture, "One, Two, Three");

  families = qd_filter_families_list (fixture->file.store, G_LIST_MODEL (fixture->boards),
                                      counts);
  g_assert_cmpuint (families->len, ==, 1);
  first = g_ptr_array_index (families, 0);
  g_assert_cmpint (get_id (first->objective), ==, ids[least]);
  g_assert_cmpuint (first->n_aligned, ==, 2);
  g_assert_cmpuint (first->n_cards, ==, 3);
}

static void
test_role (ManyFixture   *fixture,
           gconstpointer  unused)
{
  QdCard *card;

  many_add (fixture, 0, "One", 0, QD_ID_NONE);
  many_add (fixture, 1, "Two", 1, QD_ID_NONE);
  card = many_peek_card (fixture, "Two");

  many_set (fixture, "role:not-started");
  many_assert_shown (fixture, "One, Two");
  many_move_card (fixture, card, many_find_column (card, QD_COLUMN_AT_RISK));
  many_assert_shown (fixture, "One");
  many_set (fixture, "role:at-risk|role:complete");
  many_assert_shown (fixture, "Two");
  many_move_card (fixture, card, many_find_column (card, QD_COLUMN_COMPLETE));
  many_assert_shown (fixture, "Two");
  many_move_card (fixture, card,
                  many_find_column (many_peek_card (fixture, "One"), QD_COLUMN_AT_RISK));
  many_assert_shown (fixture, "Two");
  many_undo (fixture);
  many_undo (fixture);
  many_undo (fixture);
  many_assert_shown (fixture, "");
}

static void
test_colour (ManyFixture   *fixture,
             gconstpointer  unused)
{
  QdId one = many_add (fixture, 0, "One", 5, QD_ID_NONE);
  g_autoptr (GError) error = NULL;
  QdObjectiveDraft draft = { .title = "One", .colour = 6, .weight = 1.0 };

  many_add (fixture, 1, "Two", 5, QD_ID_NONE);
  many_add (fixture, 2, "Three", 6, QD_ID_NONE);
  ui_add_card (fixture->file.store, many_peek_board (fixture, 3), 0, "Bare");

  many_set (fixture, "colour:5");
  many_assert_shown (fixture, "One, Two");
  g_assert_true (qd_edit_change_objective (fixture->file.store, one, &draft, &error));
  many_assert_shown (fixture, "Two");
  many_set (fixture, "colour:6|colour:7");
  many_assert_shown (fixture, "One, Three");
  many_set (fixture, "colour:6|none");
  many_assert_shown (fixture, "One, Three, Bare");
  many_set (fixture, "colour:0");
  many_assert_shown (fixture, "");
}

/* Objective, family and colour ask about one thing: any of them will do. What else is
 * asked for has to be met as well. */
static void
test_any_label (ManyFixture   *fixture,
                gconstpointer  unused)
{
  QdId grow = many_add (fixture, 0, "Grow", 0, QD_ID_NONE);
  QdId sell = many_add (fixture, 1, "Sell more", 1, grow);
  QdId calm = many_add (fixture, 2, "Calm nights", 2, QD_ID_NONE);
  g_autofree char *tokens = NULL;
  g_autofree char *narrow = NULL;
  g_autofree char *expected = NULL;
  g_auto (GStrv) met = NULL;
  g_auto (GStrv) only = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *token = many_family (calm);
  QdCard *card = many_peek_card (fixture, "Sell more");

  many_add (fixture, 3, "Ship", 3, QD_ID_NONE);
  many_add (fixture, 3, "Tidy", 4, QD_ID_NONE);
  tokens = g_strdup_printf ("family:%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|colour:3",
                            grow, calm);
  many_set (fixture, tokens);
  many_assert_shown (fixture, "Grow, Sell more, Calm nights, Ship");

  narrow = g_strdup_printf ("%s|role:at-risk|text:sell", tokens);
  many_set (fixture, narrow);
  many_assert_shown (fixture, "");
  expected = g_strdup_printf ("%s|text:sell", tokens);
  met = qd_board_filter_dup_met (fixture->filter, card);
  joined = g_strjoinv ("|", met);
  g_assert_cmpstr (joined, ==, expected);
  many_move_card (fixture, card, many_find_column (card, QD_COLUMN_AT_RISK));
  many_assert_shown (fixture, "Sell more");

  /* A new card is labelled with what of its board is asked for. */
  g_assert_cmpint (qd_board_filter_get_objective (fixture->filter, many_peek_board (fixture, 1)),
                   ==, sell);
  g_assert_cmpint (qd_board_filter_get_objective (fixture->filter, fixture->file.sales), ==,
                   QD_ID_NONE);

  /* One at a time replaces all that asks for labels. */
  only = qd_filter_tokens_choose ((const char * const *) met, token);
  g_assert_cmpuint (g_strv_length (only), ==, 2);
  g_assert_cmpstr (only[0], ==, "text:sell");
  g_assert_cmpstr (only[1], ==, token);
}

/* What names nothing is left out, a family only where its objective is gone. */
static void
test_alive (ManyFixture   *fixture,
            gconstpointer  unused)
{
  QdId one = many_add (fixture, 0, "One", 0, QD_ID_NONE);
  g_autoptr (GListStore) two = g_list_store_new (QD_TYPE_BOARD);
  g_autofree char *tokens = NULL;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) all = NULL;
  g_auto (GStrv) some = NULL;
  g_auto (GStrv) none = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_list_store_append (two, many_peek_board (fixture, 1));
  g_list_store_append (two, many_peek_board (fixture, 2));
  tokens = g_strdup_printf ("%" G_GINT64_FORMAT "|family:%" G_GINT64_FORMAT "|none|colour:3|"
                            "role:other|due|text:x", one, one);
  before = g_strsplit (tokens, "|", -1);
  all = qd_filter_tokens_dup_alive ((const char * const *) before, fixture->file.store,
                                    G_LIST_MODEL (fixture->boards));
  g_assert_true (g_strv_equal ((const char * const *) before, (const char * const *) all));

  some = qd_filter_tokens_dup_alive ((const char * const *) before, fixture->file.store,
                                     G_LIST_MODEL (two));
  g_assert_true (g_strv_equal ((const char * const *) before + 1, (const char * const *) some));

  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_OBJECTIVE, one, TRUE, &error));
  none = qd_filter_tokens_dup_alive ((const char * const *) before, fixture->file.store,
                                     G_LIST_MODEL (fixture->boards));
  joined = g_strjoinv ("|", none);
  g_assert_cmpstr (joined, ==, "none|colour:3|role:other|due|text:x");
}

static void
assert_families (ManyFixture *fixture,
                 const char  *expected)
{
  g_autoptr (QdCardCounts) counts = qd_card_counts_new ();
  g_autoptr (GPtrArray) families = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->boards)); i++)
    qd_card_counts_add (counts, many_peek_board (fixture, i));
  families = qd_filter_families_list (fixture->file.store, G_LIST_MODEL (fixture->boards),
                                      counts);
  for (guint i = 0; i < families->len; i++)
    {
      const QdFilterFamily *item = g_ptr_array_index (families, i);

      g_string_append_printf (text, "%s%s+%u:%u", i > 0 ? ", " : "",
                              qd_entity_get_title (QD_ENTITY (item->objective)),
                              item->n_aligned, item->n_cards);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

/* Each name once; what is aligned to something that shows is not listed. */
static void
test_families (ManyFixture   *fixture,
               gconstpointer  unused)
{
  QdId grow = many_add (fixture, 0, "Grow", 0, QD_ID_NONE);
  QdId sell = many_add (fixture, 1, "Sell more", 1, grow);

  many_add (fixture, 2, "Meet more", 2, sell);
  many_add (fixture, 2, "grow", 2, QD_ID_NONE);
  many_add (fixture, 3, "Grow", 0, grow);
  many_add (fixture, 3, "Calm nights", 3, QD_ID_NONE);
  assert_families (fixture, "Grow+3:5, Calm nights+0:1");

  /* What is aligned through a board that is not chosen is aligned, and shows by itself
   * where the first of them does not. */
  g_list_store_remove (fixture->boards, 1);
  assert_families (fixture, "Grow+2:4, Calm nights+0:1");
  g_list_store_remove (fixture->boards, 0);
  assert_families (fixture, "Meet more+0:1, grow+2:3, Calm nights+0:1");
  g_list_store_remove_all (fixture->boards);
  assert_families (fixture, "");
}

/* A filter that hears of its file late shows families from then on. */
static void
test_late_store (ManyFixture   *fixture,
                 gconstpointer  unused)
{
  QdId grow = many_add (fixture, 0, "Grow", 0, QD_ID_NONE);
  g_autoptr (QdBoardFilter) late = qd_board_filter_new ();
  g_autofree char *token = many_family (grow);
  const char * const tokens[] = { token, NULL };
  g_autoptr (GtkFilterListModel) shown = NULL;
  GListModel *cards;

  many_add (fixture, 1, "Calm nights", 1, QD_ID_NONE);
  qd_board_filter_set (late, tokens);
  cards = gtk_filter_list_model_get_model (fixture->shown);
  shown = gtk_filter_list_model_new (g_object_ref (cards),
                                     GTK_FILTER (g_object_ref (late)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown)), ==, 0);
  qd_board_filter_set_store (late, fixture->file.store);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown)), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/filter-many/" name, ManyFixture, NULL, \
              many_fixture_set_up, function, many_fixture_tear_down)

  ADD ("family", test_family);
  ADD ("ring", test_ring);
  ADD ("role", test_role);
  ADD ("colour", test_colour);
  ADD ("any-label", test_any_label);
  ADD ("alive", test_alive);
  ADD ("families", test_families);
  ADD ("late-store", test_late_store);

  return g_test_run ();
}
