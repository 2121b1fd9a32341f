/* The bar over several boards: it has what a strip of objectives would have, too. */

#include "config.h"

#include "filter/qd-filter-bar.h"
#include "filter/qd-filter-chip.h"
#include "filter/qd-filter-item.h"
#include "filter/qd-filter-tokens.h"
#include "many-fixture.h"
#include "store/qd-edit.h"

/**
 * Fixture:
 * @many: the boards
 * @bar: in the window, over actions that stand for a page with these boards
 */
typedef struct
{
  ManyFixture many;
  GtkWidget *window;
  QdFilterBar *bar;
} Fixture;

static void
apply (Fixture  *fixture,
       char    **tokens)
{
  g_auto (GStrv) alive = qd_filter_tokens_dup_alive ((const char * const *) tokens,
                                                     fixture->many.file.store,
                                                     G_LIST_MODEL (fixture->many.boards));

  qd_board_filter_set (fixture->many.filter, (const char * const *) alive);
  g_strfreev (tokens);
}

static void
on_filter (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  Fixture *fixture = data;
  const char *name = g_action_get_name (G_ACTION (action));
  g_auto (GStrv) before = qd_board_filter_dup (fixture->many.filter);
  const char * const *tokens = (const char * const *) before;

  if (g_str_equal (name, "clear-filter"))
    apply (fixture, NULL);
  else if (g_str_equal (name, "filter-text"))
    apply (fixture, qd_filter_tokens_set_text (tokens, g_variant_get_string (parameter, NULL)));
  else
    apply (fixture, qd_filter_tokens_toggle (tokens, g_variant_get_string (parameter, NULL)));
}

static void
create_window (Fixture *fixture)
{
  static const GActionEntry entries[] = {
    { .name = "filter", .activate = on_filter, .parameter_type = "s" },
    { .name = "filter-text", .activate = on_filter, .parameter_type = "s" },
    { .name = "clear-filter", .activate = on_filter },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->window = gtk_window_new ();
  fixture->bar = g_object_new (QD_TYPE_FILTER_BAR, "objectives", TRUE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries),
                                   fixture);
  gtk_widget_insert_action_group (fixture->window, "board", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->bar));
  qd_filter_bar_set_store (fixture->bar, fixture->many.file.store, fixture->many.filter);
  qd_filter_bar_set_boards (fixture->bar, G_LIST_MODEL (fixture->many.boards));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle ();
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  many_fixture_set_up (&fixture->many, NULL);
  create_window (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->bar);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->bar);
  many_fixture_tear_down (&fixture->many, NULL);
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GtkWidget *
get_nth (Fixture *fixture,
         GType    type,
         guint    nth)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->bar), type, found);
  g_assert_cmpuint (nth, <, found->len);

  return g_ptr_array_index (found, nth);
}

static GtkWidget *
find_actionable (Fixture    *fixture,
                 const char *action)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->bar), GTK_TYPE_ACTIONABLE, found);
  for (guint i = 0; i < found->len; i++)
    {
      if (g_strcmp0 (gtk_actionable_get_action_name (found->pdata[i]), action) == 0)
        return found->pdata[i];
    }

  return NULL;
}

static GtkWidget *
find_item (Fixture    *fixture,
           const char *token)
{
  g_autofree char *name = g_strconcat ("filter.", token, NULL);

  return find_actionable (fixture, g_strdelimit (name, ":", '-'));
}

static void
assert_item (Fixture    *fixture,
             const char *token,
             const char *label,
             const char *description)
{
  GtkAccessible *item = GTK_ACCESSIBLE (find_item (fixture, token));

  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

static void
assert_chip (Fixture    *fixture,
             guint       nth,
             const char *label)
{
  GtkAccessible *chip = GTK_ACCESSIBLE (get_nth (fixture, QD_TYPE_FILTER_CHIP, nth));

  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_menu (Fixture       *fixture,
           gconstpointer  unused)
{
  QdId grow = many_add (&fixture->many, 0, "Grow", 0, QD_ID_NONE);
  QdId sell = many_add (&fixture->many, 1, "Sell more", 1, grow);
  QdId calm = many_add (&fixture->many, 2, "Calm nights", 1, QD_ID_NONE);
  g_autofree char *token = many_family (grow);
  g_autofree char *hidden = many_family (sell);
  g_autofree char *other = many_family (calm);
  g_autofree char *all = g_strconcat (token, "|colour:1|none|role:at-risk", NULL);
  GtkMenuButton *button = GTK_MENU_BUTTON (get_nth (fixture, GTK_TYPE_MENU_BUTTON, 0));

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  qd_filter_bar_open (fixture->bar);
  gtk_menu_button_popup (button);
  ui_settle ();

  assert_item (fixture, token, "Grow and 1 aligned", "2 cards");
  assert_item (fixture, other, "Calm nights", "1 card");
  assert_item (fixture, "none", "No Objective", "0 cards");
  assert_item (fixture, "colour:0", "Blue", "1 card");
  assert_item (fixture, "colour:1", "Orange", "2 cards");
  g_assert_null (find_item (fixture, hidden));
  g_assert_null (find_item (fixture, "colour:2"));

  /* A tick is an action of whoever shows the boards. */
  g_signal_emit_by_name (find_item (fixture, token), "activate");
  many_assert_shown (&fixture->many, "Grow, Sell more");
  assert_chip (fixture, 0, "Remove filter: Objective Grow");
  g_signal_emit_by_name (find_item (fixture, "colour:1"), "activate");
  g_signal_emit_by_name (find_item (fixture, "none"), "activate");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (button), "filter.role-at-risk", NULL));
  many_assert_filter (&fixture->many, all);
  assert_chip (fixture, 1, "Remove filter: Colour Orange");
  assert_chip (fixture, 2, "Remove filter: Objective No Objective");
  assert_chip (fixture, 3, "Remove filter: Column At Risk");
  gtk_menu_button_popdown (button);
  ui_settle ();

  /* A family that is not listed can be taken back in the menu as well. */
  many_set_family (&fixture->many, sell);
  gtk_menu_button_popup (button);
  ui_settle ();
  g_clear_pointer (&token, g_free);
  token = g_strdup_printf ("filter.family-%" G_GINT64_FORMAT, sell);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (button), token, NULL));
  many_assert_filter (&fixture->many, "");
  gtk_menu_button_popdown (button);
  ui_settle ();
}

/* The bar has what a strip of objectives would have. */
static void
test_bar (Fixture       *fixture,
          gconstpointer  unused)
{
  QdId grow = many_add (&fixture->many, 0, "Grow", 0, QD_ID_NONE);
  g_autofree char *token = qd_board_filter_id (grow);
  GtkWidget *clear;
  g_autoptr (GError) error = NULL;

  qd_filter_bar_open (fixture->bar);
  ui_settle ();
  clear = find_actionable (fixture, "board.clear-filter");
  g_assert_false (gtk_widget_get_visible (clear));
  many_set (&fixture->many, token);
  assert_chip (fixture, 0, "Remove filter: Objective Grow");
  g_assert_true (qd_edit_rename (fixture->many.file.store, QD_ENTITY_OBJECTIVE, grow, "Shrink",
                                 &error));
  assert_chip (fixture, 0, "Remove filter: Objective Shrink");

  g_assert_true (gtk_widget_get_visible (clear));
  gtk_widget_grab_focus (clear);
  g_signal_emit_by_name (clear, "clicked");
  many_assert_filter (&fixture->many, "");
  g_assert_false (gtk_widget_get_visible (clear));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         get_nth (fixture, GTK_TYPE_SEARCH_ENTRY, 0)));

  gtk_editable_set_text (GTK_EDITABLE (get_nth (fixture, GTK_TYPE_SEARCH_ENTRY, 0)), "gro");
  many_assert_filter (&fixture->many, "text:gro");

  /* Other boards open without the bar, but not without what is asked for. */
  qd_filter_bar_set_boards (fixture->bar, NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  many_set (&fixture->many, "");
  qd_filter_bar_set_boards (fixture->bar, G_LIST_MODEL (fixture->many.boards));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/filter-many-bar/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("menu", test_menu);
  ADD ("bar", test_bar);

  return g_test_run ();
}
