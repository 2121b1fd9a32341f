/* What is told where a list is made anew. */

#include "config.h"

#include <gtk/gtk.h>

#include "widgets/qd-list-change.h"

/* Items are their letters: an upper case one is another object that may stay for the
 * lower case one. */
static GPtrArray *
make_items (const char *letters)
{
  static GHashTable *known = NULL;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  if (known == NULL)
    known = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  for (; *letters != '\0'; letters++)
    {
      const char text[] = { *letters, '\0' };
      GtkStringObject *item = g_hash_table_lookup (known, GINT_TO_POINTER ((int) *letters));

      if (item == NULL)
        {
          item = gtk_string_object_new (text);
          g_hash_table_insert (known, GINT_TO_POINTER ((int) *letters), item);
        }
      g_ptr_array_add (items, g_object_ref (item));
    }

  return items;
}

static gboolean
is_same_letter (gpointer before,
                gpointer after,
                gpointer user_data)
{
  g_assert_cmpint (GPOINTER_TO_INT (user_data), ==, 42);

  return g_ascii_strcasecmp (gtk_string_object_get_string (before),
                             gtk_string_object_get_string (after)) == 0;
}

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u;", position, removed, added);
}

static void
assert_change (const char *before,
               const char *after,
               QdListSame  same,
               const char *told,
               const char *expected)
{
  g_autoptr (GPtrArray) old = make_items (before);
  g_autoptr (GPtrArray) items = make_items (after);
  g_autoptr (GListStore) store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GString) letters = g_string_new (NULL);

  g_list_store_splice (store, 0, 0, old->pdata, old->len);
  g_signal_connect (store, "items-changed", G_CALLBACK (on_items_changed), log);
  qd_list_change_splice (store, items, same, GINT_TO_POINTER (42));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_string_append (letters, gtk_string_object_get_string (item));
    }
  g_assert_cmpstr (log->str, ==, told);
  g_assert_cmpstr (letters->str, ==, expected);
}

static void
test_same_objects (void)
{
  assert_change ("", "", NULL, "", "");
  assert_change ("abc", "abc", NULL, "", "abc");
  assert_change ("", "abc", NULL, "0-0+3;", "abc");
  assert_change ("abc", "", NULL, "0-3+0;", "");
  assert_change ("abc", "abxc", NULL, "2-0+1;", "abxc");
  assert_change ("abcd", "ad", NULL, "1-2+0;", "ad");
  assert_change ("abcd", "axyzd", NULL, "1-2+3;", "axyzd");
  assert_change ("abc", "Abc", NULL, "0-1+1;", "Abc");

  /* What is there twice is not counted twice. */
  assert_change ("aa", "aaa", NULL, "2-0+1;", "aaa");
  assert_change ("aba", "a", NULL, "1-2+0;", "a");
}

static void
test_may_stay (void)
{
  assert_change ("abc", "ABC", is_same_letter, "", "abc");
  assert_change ("abc", "AXC", is_same_letter, "1-1+1;", "aXc");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-change/same-objects", test_same_objects);
  g_test_add_func ("/list-change/may-stay", test_may_stay);

  return g_test_run ();
}
