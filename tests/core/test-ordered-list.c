/* QdOrderedList: its order, and that each items-changed says neither more nor
 * less than what changed.
 *
 * The random test compares it, step by step, with an array sorted anew.
 */

#include "config.h"

#include "changes-log.h"
#include "model/qd-entity-private.h"
#include "model/qd-ordered-list-private.h"
#include "model/qd-person-private.h"

#define N_STEPS 2000

static QdEntity *
person (QdId        id,
        const char *rank)
{
  QdEntity *entity = QD_ENTITY (qd_person_new (id));

  qd_entity_set_rank (entity, rank);

  return entity;
}

/* People of the ranks, with ids from 1 on in the order written. */
static GPtrArray *
people (const char *ranks)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = g_strsplit (ranks, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (entities, person (i + 1, words[i]));

  return entities;
}

/* The ids in the list, as text. */
static char *
ids (QdOrderedList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < qd_ordered_list_get_length (list); i++)
    {
      QdEntity *entity = qd_ordered_list_peek (list, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT,
                              i > 0 ? " " : "", qd_entity_get_id (entity));
    }

  return g_string_free (text, FALSE);
}

#define assert_ids(list, expected) \
  G_STMT_START { \
    g_autofree char *found = ids (list); \
    g_assert_cmpstr (found, ==, expected); \
  } G_STMT_END

static void
on_notify (GObject    *object,
           GParamSpec *pspec,
           guint      *count)
{
  (*count)++;
}

static void
test_insert (void)
{
  QdOrderedList *list = qd_ordered_list_new (QD_TYPE_PERSON);
  g_autoptr (GPtrArray) entities = people ("V G a V 0");
  static const char *changes[] = { "0+1", "0+1", "2+1", "2+1", "0+1" };

  {
    g_autoptr (ChangesLog) log = changes_log_new (G_LIST_MODEL (list));

    for (guint i = 0; i < entities->len; i++)
      {
        qd_ordered_list_insert (list, g_ptr_array_index (entities, i));
        assert_changes (log, changes[i]);
      }
  }

  /* Digits, capitals, small letters; equal ranks by id. */
  assert_ids (list, "5 2 1 4 3");

  g_assert_finalize_object (list);
}

static void
test_remove (void)
{
  QdOrderedList *list = qd_ordered_list_new (QD_TYPE_PERSON);
  g_autoptr (GPtrArray) entities = people ("A B B C");
  g_autoptr (QdEntity) stranger = person (9, "B");

  qd_ordered_list_load (list, entities);

  {
    g_autoptr (ChangesLog) log = changes_log_new (G_LIST_MODEL (list));

    g_assert_false (qd_ordered_list_remove (list, stranger));
    assert_changes (log, "");

    g_assert_true (qd_ordered_list_remove (list, g_ptr_array_index (entities, 2)));
    assert_changes (log, "2-1");
    assert_ids (list, "1 2 4");

    g_assert_false (qd_ordered_list_remove (list, g_ptr_array_index (entities, 2)));
    assert_changes (log, "");
  }

  g_assert_finalize_object (list);
}

static void
test_references (void)
{
  QdOrderedList *list = qd_ordered_list_new (QD_TYPE_PERSON);
  QdEntity *removed = person (1, "A");
  QdEntity *kept = person (2, "B");
  gpointer left = removed;

  qd_ordered_list_insert (list, removed);
  qd_ordered_list_insert (list, kept);
  g_object_unref (removed);
  g_assert_true (qd_ordered_list_peek (list, 0) == removed);

  g_object_add_weak_pointer (G_OBJECT (removed), &left);
  qd_ordered_list_remove (list, removed);
  g_assert_null (left);

  g_assert_finalize_object (list);
  g_assert_finalize_object (kept);
}

static void
test_find (void)
{
  QdOrderedList *list = qd_ordered_list_new (QD_TYPE_PERSON);
  g_autoptr (GPtrArray) entities = people ("A B B B C");
  g_autoptr (QdEntity) stranger = person (9, "B");
  g_autoptr (QdEntity) twin = person (3, "B");
  guint position = 77;

  g_assert_false (qd_ordered_list_find (list, stranger, &position));

  qd_ordered_list_load (list, entities);
  g_assert_false (qd_ordered_list_find (list, stranger, &position));
  g_assert_false (qd_ordered_list_find (list, twin, &position));
  g_assert_cmpuint (position, ==, 77);

  for (guint i = 0; i < entities->len; i++)
    {
      QdEntity *entity = g_ptr_array_index (entities, i);

      g_assert_true (qd_ordered_list_find (list, entity, &position));
      g_assert_cmpuint (position, ==, i);
      g_assert_true (qd_ordered_list_find (list, entity, NULL));
    }

  g_assert_finalize_object (list);
}

static void
test_move (void)
{
  static const struct {
    QdId id;
    const char *rank;
    const char *changes;
    const char *ids;
  } cases[] = {
    { 3, "A", "0-3+3", "3 1 2 4 5" },
    { 3, "Z", "0-5+5", "1 2 4 5 3" },
    { 4, "C", "1-2+2", "1 4 2 5 3" },
    { 4, "F", "1-2+2", "1 2 4 5 3" },
    { 4, "G", "", "1 2 4 5 3" },
    { 4, "G", "", "1 2 4 5 3" },
    { 1, "0", "", "1 2 4 5 3" },
    { 3, "a", "", "1 2 4 5 3" },
    { 1, "D", "", "1 2 4 5 3" },
    { 1, "E", "0-2+2", "2 1 4 5 3" },
    { 2, "G", "0-2+2", "1 2 4 5 3" },
    { 5, "G", "", "1 2 4 5 3" },
    { 1, "G", "", "1 2 4 5 3" },
    { 3, "G", "2-3+3", "1 2 3 4 5" },
  };
  QdOrderedList *list = qd_ordered_list_new (QD_TYPE_PERSON);
  g_autoptr (GPtrArray) entities = people ("B D F H J");

  qd_ordered_list_load (list, entities);

  {
    g_autoptr (ChangesLog) log = changes_log_new (G_LIST_MODEL (list));

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        QdEntity *entity = g_ptr_array_index (entities, cases[i].id - 1);

        g_test_message ("%" G_GINT64_FORMAT " to %s", cases[i].id, cases[i].rank);
        qd_ordered_list_move (list, entity, cases[i].rank);
        g_assert_cmpstr (qd_entity_get_rank (entity), ==, cases[i].rank);
        assert_changes (log, cases[i].changes);
        assert_ids (list, cases[i].ids);
      }
  }

  g_assert_finalize_object (list);
}

static void
on_rank_notified (QdEntity      *entity,
                  GParamSpec    *pspec,
                  QdOrderedList *list)
{
  g_assert_cmpstr (qd_entity_get_rank (entity), ==, "Z");
  assert_ids (list, "2 3 1");
}

/* Who hears of a new rank already sees the entity in its new place. */
static void
test_move_notifies (void)
{
  QdOrderedList *list = qd_ordered_list_new (QD_TYPE_PERSON);
  g_autoptr (GPtrArray) entities = people ("A B C");
  QdEntity *first = g_ptr_array_index (entities, 0);
  guint n_notified = 0, n_items_notified = 0;

  qd_ordered_list_load (list, entities);
  g_signal_connect (first, "notify::rank", G_CALLBACK (on_rank_notified), list);
  g_signal_connect (first, "notify", G_CALLBACK (on_notify), &n_notified);
  g_signal_connect (list, "notify::n-items", G_CALLBACK (on_notify), &n_items_notified);

  qd_ordered_list_move (list, first, "Z");
  g_assert_cmpuint (n_notified, ==, 1);

  qd_ordered_list_move (list, first, "Z");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (n_items_notified, ==, 0);

  g_assert_finalize_object (list);
}

static void
test_load (void)
{
  QdOrderedList *list = qd_ordered_list_new (QD_TYPE_PERSON);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = people ("A B C");
  g_autoptr (GPtrArray) unsorted = people ("C A B B");

  {
    g_autoptr (ChangesLog) log = changes_log_new (G_LIST_MODEL (list));

    qd_ordered_list_load (list, none);
    assert_changes (log, "");

    qd_ordered_list_load (list, sorted);
    assert_changes (log, "0+3");
    assert_ids (list, "1 2 3");

    qd_ordered_list_load (list, unsorted);
    assert_changes (log, "0-3+4");
    assert_ids (list, "2 3 4 1");

    qd_ordered_list_load (list, none);
    assert_changes (log, "0-4");
  }

  /* What was handed in is left as it was. */
  g_assert_cmpint (qd_entity_get_id (g_ptr_array_index (unsorted, 0)), ==, 1);

  g_assert_finalize_object (list);
}

static void
test_list_model (void)
{
  QdOrderedList *list = qd_ordered_list_new (QD_TYPE_PERSON);
  GListModel *model = G_LIST_MODEL (list);
  g_autoptr (GPtrArray) entities = people ("A B");
  g_autoptr (QdEntity) third = person (3, "C");
  g_autoptr (GObject) item = NULL;
  GType item_type;
  guint n_items, n_notified = 0;

  g_signal_connect (list, "notify::n-items", G_CALLBACK (on_notify), &n_notified);

  g_object_get (list, "item-type", &item_type, "n-items", &n_items, NULL);
  g_assert_true (item_type == QD_TYPE_PERSON);
  g_assert_true (g_list_model_get_item_type (model) == QD_TYPE_PERSON);
  g_assert_cmpuint (n_items, ==, 0);
  g_assert_null (g_list_model_get_item (model, 0));
  g_assert_null (qd_ordered_list_peek (list, 0));

  qd_ordered_list_load (list, entities);
  g_assert_cmpuint (n_notified, ==, 1);
  qd_ordered_list_insert (list, third);
  g_assert_cmpuint (n_notified, ==, 2);
  qd_ordered_list_remove (list, third);
  g_assert_cmpuint (n_notified, ==, 3);
  qd_ordered_list_load (list, entities);
  g_assert_cmpuint (n_notified, ==, 3);

  g_object_get (list, "n-items", &n_items, NULL);
  g_assert_cmpuint (n_items, ==, 2);
  item = g_list_model_get_item (model, 1);
  g_assert_true (item == g_ptr_array_index (entities, 1));
  g_assert_null (g_list_model_get_item (model, 2));

  g_assert_finalize_object (list);
}

/* The list as anybody would write it down: sorted anew after each step. */
static int
compare_plainly (gconstpointer a,
                 gconstpointer b)
{
  QdEntity *left = *(QdEntity **) a;
  QdEntity *right = *(QdEntity **) b;
  int order = g_strcmp0 (qd_entity_get_rank (left), qd_entity_get_rank (right));

  if (order != 0)
    return order;

  return qd_entity_get_id (left) < qd_entity_get_id (right) ? -1 : 1;
}

/* The smallest change that leads from one list to the other: all between what
 * they share at the front and at the back. */
static char *
smallest_change (GPtrArray *before,
                 GPtrArray *after)
{
  guint shorter = MIN (before->len, after->len);
  guint front = 0, back = 0;
  guint removed, added;
  GString *text;

  while (front < shorter && before->pdata[front] == after->pdata[front])
    front++;
  while (front + back < shorter &&
         before->pdata[before->len - 1 - back] == after->pdata[after->len - 1 - back])
    back++;

  removed = before->len - front - back;
  added = after->len - front - back;

  text = g_string_new (NULL);
  if (removed > 0 || added > 0)
    g_string_append_printf (text, "%u", front);
  if (removed > 0)
    g_string_append_printf (text, "-%u", removed);
  if (added > 0)
    g_string_append_printf (text, "+%u", added);

  return g_string_free (text, FALSE);
}

/* Short ranks of few letters, so that there are many equal ones. */
static char *
random_rank (void)
{
  static const char letters[] = "09AZaz";
  GString *rank = g_string_new (NULL);
  int length = g_test_rand_int_range (0, 4);

  for (int i = 0; i < length; i++)
    g_string_append_c (rank, letters[g_test_rand_int_range (0, 6)]);

  return g_string_free (rank, FALSE);
}

static gpointer
copy_entity (gconstpointer entity,
             gpointer      unused)
{
  return g_object_ref ((gpointer) entity);
}

static QdEntity *
random_entity (GPtrArray *entities)
{
  return g_ptr_array_index (entities, g_test_rand_int_range (0, (int) entities->len));
}

static void
random_step (QdOrderedList *list,
             GPtrArray     *plain,
             QdId           id)
{
  g_autofree char *rank = random_rank ();
  int kind = plain->len == 0 ? 0 : g_test_rand_int_range (0, 5);

  if (kind < 2 && plain->len < 100)
    {
      g_autoptr (QdEntity) entity = person (id, rank);

      qd_ordered_list_insert (list, entity);
      g_ptr_array_add (plain, g_object_ref (entity));
    }
  else if (kind == 2)
    {
      QdEntity *entity = random_entity (plain);

      g_assert_true (qd_ordered_list_remove (list, entity));
      g_ptr_array_remove (plain, entity);
    }
  else
    {
      qd_ordered_list_move (list, random_entity (plain), rank);
    }
}

/* The seed is in the first line that the program writes; --seed repeats it. */
static void
test_random (void)
{
  QdOrderedList *list = qd_ordered_list_new (QD_TYPE_PERSON);
  g_autoptr (GPtrArray) plain = g_ptr_array_new_with_free_func (g_object_unref);

  {
    g_autoptr (ChangesLog) log = changes_log_new (G_LIST_MODEL (list));

    for (guint step = 0; step < N_STEPS; step++)
      {
        g_autoptr (GPtrArray) before = g_ptr_array_copy (plain, copy_entity, NULL);
        g_autofree char *change = NULL;

        /* Ids go up and down, and none comes twice: 7919 is odd. */
        random_step (list, plain, 1 + step * 7919 % 65536);
        g_ptr_array_sort (plain, compare_plainly);

        change = smallest_change (before, plain);
        assert_changes (log, change);

        g_assert_cmpuint (qd_ordered_list_get_length (list), ==, plain->len);
        for (guint i = 0; i < plain->len; i++)
          g_assert_true (qd_ordered_list_peek (list, i) == plain->pdata[i]);
      }
  }

  g_assert_finalize_object (list);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ordered-list/insert", test_insert);
  g_test_add_func ("/ordered-list/remove", test_remove);
  g_test_add_func ("/ordered-list/references", test_references);
  g_test_add_func ("/ordered-list/find", test_find);
  g_test_add_func ("/ordered-list/move", test_move);
  g_test_add_func ("/ordered-list/move-notifies", test_move_notifies);
  g_test_add_func ("/ordered-list/load", test_load);
  g_test_add_func ("/ordered-list/list-model", test_list_model);
  g_test_add_func ("/ordered-list/random", test_random);

  return g_test_run ();
}
