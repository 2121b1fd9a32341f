/* Whose objective contributes to whose, as it is shown: parents, children, roots,
 * families, and progress that is rolled up; also with what is archived, and with rings
 * as only a merge brings them.
 *
 * What a person does to it is in test-edit-align.c.
 */

#include "config.h"

#include <math.h>

#include "align-fixture.h"
#include "method/qd-pace.h"
#include "store/qd-alignment-tree.h"
#include "store/qd-alignment.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-find.h"

/* More than any tree here has. */
#define MANY 5000

static QdAlignmentTree *
new_tree (Fixture *fixture)
{
  return qd_alignment_tree_new (fixture->store, qd_day_new (2026, 11, 15));
}

static void
append_tree (Fixture     *fixture,
             QdObjective *objective,
             GString     *text,
             guint       *n_left)
{
  g_autoptr (QdAlignmentTree) tree = new_tree (fixture);
  g_autoptr (GPtrArray) children = qd_alignment_tree_list_children (tree, objective);

  g_assert_cmpuint ((*n_left)--, >, 0);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                          qd_entity_get_title (QD_ENTITY (objective)));
  if (children->len == 0)
    return;

  g_string_append (text, " (");
  for (guint i = 0; i < children->len; i++)
    {
      g_assert_true (qd_alignment_get_parent (fixture->store, children->pdata[i]) == objective);
      append_tree (fixture, children->pdata[i], text, n_left);
    }
  g_string_append (text, " )");
}

static void
assert_tree (Fixture    *fixture,
             QdId        cycle,
             const char *expected)
{
  QdEntity *entity = qd_store_lookup (fixture->store, cycle);
  g_autoptr (GPtrArray) roots = qd_alignment_list_roots (fixture->store, QD_CYCLE (entity));
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_left = MANY;

  for (guint i = 0; i < roots->len; i++)
    append_tree (fixture, roots->pdata[i], text, &n_left);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_parent (Fixture *fixture,
               QdId     objective,
               QdId     expected)
{
  QdObjective *parent = qd_alignment_get_parent (fixture->store,
                                                 align_fixture_peek (fixture, objective));

  g_assert_cmpint (parent != NULL ? qd_entity_get_id (QD_ENTITY (parent)) : QD_ID_NONE, ==,
                   expected);
}

/* Boards are shown one after the other, whatever came first. */
static void
test_tree (Fixture       *fixture,
           gconstpointer  data)
{
  QdId low = align_fixture_new (fixture, 2, "low", QD_ID_NONE);
  QdId own = align_fixture_new (fixture, 2, "own", QD_ID_NONE);
  QdId top = align_fixture_new (fixture, 0, "top", QD_ID_NONE);
  QdId middle = align_fixture_new (fixture, 1, "middle", top);
  QdId beside = align_fixture_new (fixture, 0, "beside", QD_ID_NONE);

  assert_tree (fixture, fixture->cycle, "top ( middle ) beside low own");
  align_fixture_point (fixture, low, middle);
  assert_tree (fixture, fixture->cycle, "top ( middle ( low ) ) beside own");
  align_fixture_point (fixture, own, top);
  assert_tree (fixture, fixture->cycle, "top ( middle ( low ) own ) beside");
  assert_parent (fixture, own, top);
  assert_parent (fixture, top, QD_ID_NONE);

  /* On the same board, too, and by rank. */
  align_fixture_point (fixture, beside, top);
  qd_edit_move (fixture->store, QD_ENTITY_OBJECTIVE, own, fixture->boards[2], QD_SIDE_FIRST,
                QD_ID_NONE, NULL);
  align_fixture_point (fixture, low, top);
  assert_tree (fixture, fixture->cycle, "top ( beside middle own low )");

  align_fixture_reopen (fixture);
  assert_tree (fixture, fixture->cycle, "top ( beside middle own low )");
}

/* What is archived, alone or with its board, is nobody's parent and no child. */
static void
test_archived (Fixture       *fixture,
               gconstpointer  data)
{
  QdId top = align_fixture_new (fixture, 0, "top", QD_ID_NONE);
  QdId middle = align_fixture_new (fixture, 1, "middle", top);
  QdId low = align_fixture_new (fixture, 2, "low", middle);
  g_autoptr (QdAlignmentTree) tree = NULL;
  g_autoptr (GPtrArray) children = NULL;

  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, middle, TRUE);
  assert_tree (fixture, fixture->cycle, "top low");
  assert_parent (fixture, low, QD_ID_NONE);
  tree = new_tree (fixture);
  children = qd_alignment_tree_list_children (tree, align_fixture_peek (fixture, middle));
  g_assert_cmpuint (children->len, ==, 0);
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, middle, FALSE);

  align_fixture_archive (fixture, QD_ENTITY_BOARD, fixture->boards[1], TRUE);
  assert_tree (fixture, fixture->cycle, "top low");
  assert_parent (fixture, low, QD_ID_NONE);
  align_fixture_archive (fixture, QD_ENTITY_BOARD, fixture->boards[1], FALSE);
  assert_tree (fixture, fixture->cycle, "top ( middle ( low ) )");

  /* Nor is what was never there, or no objective. */
  align_fixture_point (fixture, low, 4711);
  assert_parent (fixture, low, QD_ID_NONE);
  align_fixture_point (fixture, low, fixture->boards[0]);
  assert_parent (fixture, low, QD_ID_NONE);
  assert_tree (fixture, fixture->cycle, "top ( middle ) low");
}

/* The year's objectives are on boards of another cycle. */
static void
test_cycles (Fixture       *fixture,
             gconstpointer  data)
{
  QdId year = qd_edit_new_cycle (fixture->store, "2026", qd_day_new (2026, 1, 1),
                                 qd_day_new (2026, 12, 31), NULL);
  QdId vision = QD_ID_NONE;
  QdId top, low;

  fixture->boards[1] = qd_edit_new_board (fixture->store, "The Year", year, NULL);
  vision = align_fixture_new (fixture, 1, "vision", QD_ID_NONE);
  top = align_fixture_new (fixture, 0, "top", vision);
  low = align_fixture_new (fixture, 2, "low", top);
  assert_tree (fixture, fixture->cycle, "top ( low )");
  assert_tree (fixture, year, "vision ( top ( low ) )");

  /* Up to the year and back to the quarter: met once, below the upper one. */
  align_fixture_point (fixture, top, QD_ID_NONE);
  align_fixture_point (fixture, vision, top);
  align_fixture_point (fixture, low, vision);
  assert_tree (fixture, fixture->cycle, "top ( vision ( low ) )");
  assert_tree (fixture, year, "vision ( low )");
}

static void
test_no_cycle (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) roots = NULL;

  align_fixture_new (fixture, 0, "top", QD_ID_NONE);
  roots = qd_alignment_list_roots (fixture->store, NULL);
  g_assert_cmpuint (roots->len, ==, 0);

  fixture->boards[1] = qd_edit_new_board (fixture->store, "Garage", QD_ID_NONE, NULL);
  align_fixture_new (fixture, 1, "tidy", QD_ID_NONE);
  g_clear_pointer (&roots, g_ptr_array_unref);
  roots = qd_alignment_list_roots (fixture->store, NULL);
  g_assert_cmpuint (roots->len, ==, 1);
  g_assert_cmpstr (qd_entity_get_title (roots->pdata[0]), ==, "tidy");
}

/* A ring of so many, each pointing to the next, one of which another points to, and
 * none of which is the parent of the last that is asked. */
static void
test_ring (Fixture       *fixture,
           gconstpointer  data)
{
  const guint n_members = GPOINTER_TO_UINT (data);
  g_autofree QdId *ring = g_new (QdId, n_members);
  g_autoptr (GString) expected = g_string_new (NULL);
  QdId tail = align_fixture_new (fixture, 0, "tail", QD_ID_NONE);
  g_autoptr (QdAlignmentTree) tree = NULL;
  QdObjectiveStanding standing;
  guint least = 0;

  for (guint i = 0; i < n_members; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      ring[i] = align_fixture_new (fixture, i % ALIGN_N_BOARDS, title, QD_ID_NONE);
      if (ring[i] < ring[least])
        least = i;
    }
  for (guint i = 0; i < n_members; i++)
    align_fixture_point (fixture, ring[i], ring[(i + 1) % n_members]);

  /* From the least down against the arrows; the tail hangs at the last. */
  align_fixture_point (fixture, tail, ring[(least + 1) % n_members]);
  for (guint i = 0; i < n_members; i++)
    g_string_append_printf (expected, "%s%u", i > 0 ? " ( " : "",
                            (least + n_members - i) % n_members);
  g_string_append (expected, " ( tail )");
  for (guint i = 1; i < n_members; i++)
    g_string_append (expected, " )");
  assert_tree (fixture, fixture->cycle, expected->str);

  tree = new_tree (fixture);
  for (guint i = 0; i < n_members; i++)
    {
      QdObjective *member = align_fixture_peek (fixture, ring[i]);

      assert_parent (fixture, ring[i], i == least ? QD_ID_NONE : ring[(i + 1) % n_members]);
      g_assert_true (qd_alignment_is_within (fixture->store, member, ring[least]));
      g_assert_false (qd_alignment_is_within (fixture->store, member, tail));
      g_assert_cmpint (qd_alignment_is_within (fixture->store, align_fixture_peek (fixture,
                                                                                   ring[least]),
                                               ring[i]), ==, i == least);
      g_assert_true (qd_alignment_is_within (fixture->store, align_fixture_peek (fixture, tail),
                                             ring[i]));
      g_assert_false (qd_alignment_may_align (fixture->store, member,
                                              align_fixture_peek (fixture, tail)));
      g_assert_true (qd_alignment_tree_roll_up (tree, member, &standing));
      g_assert_true (isnan (standing.progress));
    }
}

/* A chain that nobody makes by hand. */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);
  g_autoptr (QdAlignmentTree) tree = NULL;
  QdObjectiveStanding standing;
  QdId top = QD_ID_NONE, last = QD_ID_NONE;

  for (guint i = 0; i < 3000; i++)
    {
      QdId id = qd_transaction_create (transaction, QD_ENTITY_OBJECTIVE);

      qd_transaction_place (transaction, QD_ENTITY_OBJECTIVE, id, fixture->boards[0],
                            QD_SIDE_LAST, QD_ID_NONE);
      qd_transaction_set_id (transaction, id, QD_FIELD_OBJECTIVE_PARENT, last);
      top = top != QD_ID_NONE ? top : id;
      last = id;
    }
  g_assert_true (qd_transaction_commit (transaction, NULL));

  g_assert_true (qd_alignment_is_within (fixture->store, align_fixture_peek (fixture, last),
                                         top));
  g_assert_false (qd_alignment_may_align (fixture->store, align_fixture_peek (fixture, top),
                                          align_fixture_peek (fixture, last)));
  tree = new_tree (fixture);
  g_assert_true (qd_alignment_tree_roll_up (tree, align_fixture_peek (fixture, top),
                                            &standing));
  align_fixture_point (fixture, top, last);
  g_assert_false (qd_alignment_may_align (fixture->store, align_fixture_peek (fixture, last),
                                          align_fixture_peek (fixture, top)));
}

static void
assert_within (Fixture  *fixture,
               QdId      objective,
               QdId      family,
               gboolean  expected)
{
  g_assert_cmpint (qd_alignment_is_within (fixture->store,
                                           align_fixture_peek (fixture, objective), family), ==,
                   expected);
}

static void
test_within (Fixture       *fixture,
             gconstpointer  data)
{
  QdId top = align_fixture_new (fixture, 0, "Größe für alle", QD_ID_NONE);
  QdId middle = align_fixture_new (fixture, 1, "Sell more", top);
  QdId low = align_fixture_new (fixture, 2, "Sell in the field", middle);
  QdId alike = align_fixture_new (fixture, 1, "GRÖSSE FÜR ALLE", QD_ID_NONE);
  QdId below_alike = align_fixture_new (fixture, 2, "Sell", alike);
  QdId untitled[2];

  assert_within (fixture, top, top, TRUE);
  assert_within (fixture, middle, top, TRUE);
  assert_within (fixture, low, top, TRUE);
  assert_within (fixture, alike, top, TRUE);
  assert_within (fixture, below_alike, top, TRUE);
  assert_within (fixture, low, middle, TRUE);
  assert_within (fixture, top, middle, FALSE);
  assert_within (fixture, below_alike, middle, FALSE);
  assert_within (fixture, top, alike, TRUE);
  assert_within (fixture, low, 4711, FALSE);
  assert_within (fixture, low, QD_ID_NONE, FALSE);
  assert_within (fixture, low, fixture->boards[0], FALSE);

  /* Without what is between; its own title still counts. */
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, middle, TRUE);
  assert_within (fixture, low, top, FALSE);
  assert_within (fixture, middle, middle, TRUE);
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, top, TRUE);
  assert_within (fixture, alike, top, TRUE);

  /* To have no title is not to have the same. */
  for (guint i = 0; i < G_N_ELEMENTS (untitled); i++)
    untitled[i] = align_fixture_new_untitled (fixture, i);
  assert_within (fixture, untitled[0], untitled[0], TRUE);
  assert_within (fixture, untitled[0], untitled[1], FALSE);
}

static void
test_same_title (void)
{
  static const struct {
    const char *a;
    const char *b;
    gboolean same;
  } cases[] = {
    { "", "", TRUE }, { "", "a", FALSE }, { "grow", "Grow", TRUE }, { "grow", "grown", FALSE },
    { "grow", "glow", FALSE }, { "Ärger", "ärger", TRUE }, { "Ärger", "Örger", FALSE },
    { "Größe", "GRÖSSE", TRUE }, { "Größe", "Grüße", FALSE }, { "Maß", "mass", TRUE },
    { "Maß", "Mas", FALSE }, { "日本", "日光", FALSE }, { "日本", "日本", TRUE },
    { "\xe2\x84\xaa 9", "k 9", TRUE }, { "a", "ä", FALSE }, { "ΣΑΣ", "σας", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s” and “%s”", cases[i].a, cases[i].b);
      g_assert_cmpint (qd_find_is_same_title (cases[i].a, cases[i].b), ==, cases[i].same);
      g_assert_cmpint (qd_find_is_same_title (cases[i].b, cases[i].a), ==, cases[i].same);
    }
}

static void
test_may_align (Fixture       *fixture,
                gconstpointer  data)
{
  QdId ids[4];
  static const struct {
    guint objective;
    guint parent;
    gboolean may;
  } cases[] = {
    /* 2 stands below 1, that below 0; 3 stands alone. */
    { 0, 0, FALSE }, { 0, 1, FALSE }, { 0, 2, FALSE }, { 1, 2, FALSE }, { 0, 3, TRUE },
    { 1, 0, TRUE }, { 2, 0, TRUE }, { 2, 1, TRUE }, { 3, 0, TRUE }, { 3, 2, TRUE }, { 2, 3, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = align_fixture_new (fixture, 0, "O", i == 1 || i == 2 ? ids[i - 1] : QD_ID_NONE);

  for (guint archived = 0; archived < 2; archived++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_test_message ("case %u", i);
          g_assert_cmpint (qd_alignment_may_align (fixture->store,
                                                   align_fixture_peek (fixture,
                                                                       ids[cases[i].objective]),
                                                   align_fixture_peek (fixture,
                                                                       ids[cases[i].parent])),
                           ==, cases[i].may);
        }
      align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, ids[1], TRUE);
    }
}

static void
assert_told (Fixture  *fixture,
             guint     board,
             gboolean  expected)
{
  QdEntity *entity = qd_store_lookup (fixture->store, fixture->boards[board]);

  g_assert_cmpint (qd_alignment_team_is_told (fixture->store, QD_BOARD (entity)), ==, expected);
}

static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  QdId top, first, second;

  assert_told (fixture, 1, FALSE);
  top = align_fixture_new (fixture, 0, "top", QD_ID_NONE);
  first = align_fixture_new (fixture, 1, "first", top);
  assert_told (fixture, 0, FALSE);
  assert_told (fixture, 1, TRUE);

  second = align_fixture_new (fixture, 1, "second", QD_ID_NONE);
  assert_told (fixture, 1, FALSE);
  /* What serves the team's own objective is its own. */
  align_fixture_point (fixture, second, first);
  assert_told (fixture, 1, FALSE);
  align_fixture_point (fixture, second, top);
  assert_told (fixture, 1, TRUE);

  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, top, TRUE);
  assert_told (fixture, 1, FALSE);
}

/* A key result that goes from 0 to 10, and where it stands. */
static void
measure (Fixture *fixture,
         guint    board,
         QdId     objective,
         double   value)
{
  const QdCardNumbers numbers = { QD_METRIC_CHANGE, 0, 10, NULL };
  const QdCheckinDraft draft = {
    .day = qd_day_new (2026, 11, 13), .value = value, .confidence = QD_CONFIDENCE_NONE,
  };
  g_autoptr (GError) error = NULL;
  QdId card = qd_edit_new_card (fixture->store,
                                fixture_column (fixture->store, fixture->boards[board], 1), "KR",
                                objective, &numbers, &error);

  g_assert_no_error (error);
  if (!isnan (value))
    qd_edit_check_in (fixture->store, card, &draft, &error);
  g_assert_no_error (error);
}

static void
assert_rolls_up (Fixture  *fixture,
                 QdId      objective,
                 double    progress,
                 QdHealth  health,
                 guint     n_key_results)
{
  g_autoptr (QdAlignmentTree) tree = new_tree (fixture);
  QdObjectiveStanding standing;

  g_assert_true (qd_alignment_tree_roll_up (tree, align_fixture_peek (fixture, objective),
                                            &standing));
  if (isnan (progress))
    g_assert_true (isnan (standing.progress) && isnan (standing.expected));
  else
    {
      g_assert_cmpfloat_with_epsilon (standing.progress, progress, 1e-12);
      /* All have the same cycle. */
      g_assert_cmpfloat_with_epsilon (standing.expected, 45.0 / 91.0, 1e-12);
    }
  g_assert_cmpint (standing.health, ==, health);
  g_assert_cmpuint (standing.n_key_results, ==, n_key_results);
}

static void
test_roll_up (Fixture       *fixture,
              gconstpointer  data)
{
  QdId top = align_fixture_new (fixture, 0, "top", QD_ID_NONE);
  QdId middle = align_fixture_new (fixture, 1, "middle", top);
  QdId empty = align_fixture_new (fixture, 1, "empty", top);
  QdId low = align_fixture_new (fixture, 2, "low", middle);
  QdId beside = align_fixture_new (fixture, 2, "beside", empty);

  assert_rolls_up (fixture, top, NAN, QD_HEALTH_PENDING, 0);

  /* What has no key results does not make those of others look worse. */
  measure (fixture, 2, low, 6);
  measure (fixture, 2, low, 10);
  assert_rolls_up (fixture, top, (0.6 + 1.0) / 2, QD_HEALTH_ON_TRACK, 2);
  g_assert_true (qd_edit_set_figure (fixture->store, low, QD_FIELD_OBJECTIVE_WEIGHT, 3, NULL));
  measure (fixture, 1, middle, 3);
  align_fixture_reopen (fixture);
  for (guint i = 0; i < ALIGN_N_BOARDS; i++)
    g_assert_false (qd_board_get_loaded (QD_BOARD (qd_store_lookup (fixture->store,
                                                                    fixture->boards[i]))));

  assert_rolls_up (fixture, low, 0.8, QD_HEALTH_ON_TRACK, 2);
  assert_rolls_up (fixture, middle, (0.3 + 3 * 0.8) / 4, QD_HEALTH_BEHIND, 3);
  assert_rolls_up (fixture, top, 0.675, QD_HEALTH_BEHIND, 3);
  assert_rolls_up (fixture, empty, NAN, QD_HEALTH_PENDING, 0);

  measure (fixture, 0, top, 9);
  assert_rolls_up (fixture, top, (0.9 + 0.675) / 2, QD_HEALTH_BEHIND, 4);
  measure (fixture, 2, beside, 1);
  assert_rolls_up (fixture, empty, 0.1, QD_HEALTH_AT_RISK, 1);
  assert_rolls_up (fixture, top, (0.9 + 0.675 + 0.1) / 3, QD_HEALTH_AT_RISK, 5);

  /* An archived one leaves with all below it. */
  align_fixture_archive (fixture, QD_ENTITY_OBJECTIVE, empty, TRUE);
  assert_rolls_up (fixture, top, (0.9 + 0.675) / 2, QD_HEALTH_BEHIND, 4);
  assert_rolls_up (fixture, empty, NAN, QD_HEALTH_PENDING, 0);
}

/* Those in a ring roll up to the one at which it is cut open, each counting once. */
static void
test_roll_up_ring (Fixture       *fixture,
                   gconstpointer  data)
{
  QdId a = align_fixture_new (fixture, 0, "a", QD_ID_NONE);
  QdId b = align_fixture_new (fixture, 1, "b", QD_ID_NONE);

  measure (fixture, 0, a, 2);
  measure (fixture, 1, b, 6);
  align_fixture_point (fixture, a, b);
  align_fixture_point (fixture, b, a);
  assert_rolls_up (fixture, MIN (a, b), 0.4, QD_HEALTH_AT_RISK, 2);
  assert_rolls_up (fixture, MAX (a, b), a < b ? 0.6 : 0.2,
                   a < b ? QD_HEALTH_ON_TRACK : QD_HEALTH_AT_RISK, 1);

  align_fixture_point (fixture, b, b);
  assert_rolls_up (fixture, b, 0.4, QD_HEALTH_AT_RISK, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function, data) \
  g_test_add (path, Fixture, data, align_fixture_set_up, function, align_fixture_tear_down)

  ADD ("/alignment/tree", test_tree, NULL);
  ADD ("/alignment/archived", test_archived, NULL);
  ADD ("/alignment/cycles", test_cycles, NULL);
  ADD ("/alignment/no-cycle", test_no_cycle, NULL);
  ADD ("/alignment/ring/self", test_ring, GUINT_TO_POINTER (1));
  ADD ("/alignment/ring/two", test_ring, GUINT_TO_POINTER (2));
  ADD ("/alignment/ring/three", test_ring, GUINT_TO_POINTER (3));
  ADD ("/alignment/ring/many", test_ring, GUINT_TO_POINTER (17));
  ADD ("/alignment/long", test_long, NULL);
  ADD ("/alignment/within", test_within, NULL);
  ADD ("/alignment/may-align", test_may_align, NULL);
  ADD ("/alignment/told", test_told, NULL);
  ADD ("/alignment/roll-up", test_roll_up, NULL);
  ADD ("/alignment/roll-up/ring", test_roll_up_ring, NULL);

#undef ADD

  g_test_add_func ("/alignment/same-title", test_same_title);

  return g_test_run ();
}
