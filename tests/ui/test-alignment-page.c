/* The tree of objectives: what stands where, and what keys and drops do to it. */

#include "config.h"

#include <gtk/gtk.h>

#include "alignment/qd-alignment-node.h"
#include "alignment/qd-alignment-page.h"
#include "alignment/qd-parent-list.h"
#include "alignment/qd-parent-offer.h"
#include "list-fixture.h"
#include "store/qd-edit-align.h"
#include "store/qd-undo.h"
#include "ui-fixture.h"
#include "widgets/qd-toaster.h"

typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdToaster *toaster;
  QdAlignmentPage *page;
  GtkWidget *list;
  QdBoard *company;
  GString *shown; /* where it took the person */
  QdId lead;
  QdId grow;
  QdId renew;
  QdId idea;
} Fixture;

static QdId
add (Fixture    *fixture,
     QdBoard    *board,
     const char *title,
     QdId        parent)
{
  g_autoptr (GError) error = NULL;
  QdId id;

  id = qd_edit_new_objective (fixture->file.store, qd_entity_get_id (QD_ENTITY (board)),
                              title, NULL, 0, &error);
  g_assert_no_error (error);
  if (parent != QD_ID_NONE)
    qd_edit_align (fixture->file.store, id, parent, &error);
  g_assert_no_error (error);

  return id;
}

static void
label_card (Fixture *fixture,
            guint    nth,
            QdId     objective)
{
  QdColumn *column = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 0);
  g_autoptr (GError) error = NULL;
  QdEntity *card;

  g_assert_true (qd_store_load_board (fixture->file.store, fixture->file.growth, &error));
  card = qd_ordered_list_peek (qd_column_get_cards (column), nth);
  g_assert_true (qd_edit_set_objective (fixture->file.store, qd_entity_get_id (card), objective,
                                        &error));
}

static void
on_show_found (GSimpleAction *action,
               GVariant      *parameter,
               Fixture       *fixture)
{
  gint64 found, card, board;

  g_variant_get (parameter, "(xxx)", &found, &card, &board);
  g_assert_cmpint (card, ==, QD_ID_NONE);
  g_string_append_printf (fixture->shown, "%s on %s;",
                          qd_entity_get_title (qd_store_lookup (fixture->file.store, found)),
                          qd_entity_get_title (qd_store_lookup (fixture->file.store, board)));
}

static void
add_actions (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = NULL;

  action = g_simple_action_new ("show-found", G_VARIANT_TYPE ("(xxx)"));
  g_signal_connect (action, "activate", G_CALLBACK (on_show_found), fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

/* Waits until everything stands where it belongs. */
static void
lay_out (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  const gint64 begin = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_resize (GTK_WIDGET (fixture->page));
  while (gdk_frame_clock_get_frame_counter (clock) < begin + 3)
    {
      gtk_widget_queue_draw (fixture->window);
      g_main_context_iteration (NULL, TRUE);
    }
  ui_settle ();
}

static void
show (Fixture *fixture)
{
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  add_actions (fixture);
  fixture->page = QD_ALIGNMENT_PAGE (qd_alignment_page_new (fixture->file.store));
  fixture->toaster = QD_TOASTER (qd_toaster_new ());
  qd_toaster_set_child (fixture->toaster, GTK_WIDGET (fixture->page));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->toaster));
  gtk_window_present (GTK_WINDOW (fixture->window));
  lay_out (fixture);
  fixture->list = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW);
}

static void
set_up_file (Fixture       *fixture,
             gconstpointer  unused)
{
  ui_fixture_set_up (&fixture->file, NULL);
  fixture->company = ui_add_board (fixture->file.store, "Company",
                                   qd_board_get_cycle (fixture->file.growth));
  fixture->shown = g_string_new (NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  set_up_file (fixture, NULL);
  fixture->lead = add (fixture, fixture->company, "Lead the market", QD_ID_NONE);
  fixture->grow = add (fixture, fixture->file.sales, "Grow <b>abroad</b>", fixture->lead);
  fixture->renew = add (fixture, fixture->file.growth, "Customers renew", fixture->grow);
  fixture->idea = add (fixture, fixture->file.growth, "Calm nights", QD_ID_NONE);
  label_card (fixture, 0, fixture->renew);
  label_card (fixture, 1, fixture->renew);
  show (fixture);
}

static void
hide (Fixture *fixture)
{
  /* Else GTK might want to show a tooltip of a menu that is gone. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->page));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_popdown (GTK_POPOVER (child));
  lay_out (fixture);

  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  hide (fixture);
  g_string_free (fixture->shown, TRUE);
  ui_fixture_tear_down (&fixture->file, NULL);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list)));
}

/* The rows, each indented by its depth; those whose own are hidden with a plus. */
static void
assert_rows (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (get_rows (fixture), i);
      g_autoptr (QdAlignmentNode) node = gtk_tree_list_row_get_item (row);

      for (guint depth = gtk_tree_list_row_get_depth (row); depth > 0; depth--)
        g_string_append (text, "  ");
      if (gtk_tree_list_row_is_expandable (row) && !gtk_tree_list_row_get_expanded (row))
        g_string_append (text, "+");
      g_string_append_printf (text, "%s\n", qd_alignment_node_get_text (node));
    }

  g_assert_cmpstr (text->str, ==, expected);
}

#define TREE \
  "Lead the market\n" \
  "  Grow <b>abroad</b>\n" \
  "    Customers renew\n" \
  "Without a Parent\n" \
  "  Calm nights\n"

#define NOTES \
  "Nothing of Their Own\n" \
  "  Sales only has objectives from above.\n"

static guint
find_position (Fixture    *fixture,
               const char *text)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (get_rows (fixture), i);
      g_autoptr (QdAlignmentNode) node = gtk_tree_list_row_get_item (row);

      if (g_str_equal (qd_alignment_node_get_text (node), text))
        return i;
    }

  g_error ("No row says “%s”", text);
}

/* What takes the focus in the row that says @text. */
static GtkWidget *
get_expander (Fixture    *fixture,
              const char *text)
{
  g_autoptr (GtkTreeListRow) item = g_list_model_get_item (get_rows (fixture),
                                                           find_position (fixture, text));

  for (GtkWidget *row = gtk_widget_get_first_child (fixture->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *expander = gtk_widget_get_first_child (row);

      if (expander != NULL &&
          gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander)) == item)
        return expander;
    }

  g_error ("“%s” is out of sight", text);
}

static void
assert_focus (Fixture    *fixture,
              const char *text)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 get_expander (fixture, text));
}

static void
assert_name (Fixture    *fixture,
             const char *text,
             const char *name)
{
  GtkWidget *expander = get_expander (fixture, text);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_ROLE_TREE_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (expander),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (expander)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static const char *
get_summary (Fixture *fixture)
{
  GtkWidget *head = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_BOX);

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (head)));
}

static void
undo (Fixture    *fixture,
      const char *name)
{
  g_autofree char *found = qd_undo_dup_name (fixture->file.store);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (found, ==, name);
  g_assert_true (qd_undo_undo (fixture->file.store, NULL, &error));
  g_assert_no_error (error);
}

static void
test_tree (Fixture       *fixture,
           gconstpointer  unused)
{
  assert_rows (fixture, TREE NOTES);
  g_assert_cmpstr (get_summary (fixture), ==, "2 of 4 objectives contribute to another.");
  assert_name (fixture, "Customers renew",
               "Customers renew, Growth, level 3, 2 key results, progress 0%, Outdated");
  assert_name (fixture, "Lead the market",
               "Lead the market, Company, level 1, 2 key results, progress 0%, Outdated");
  assert_name (fixture, "Calm nights", "Calm nights, Growth, level 2, No key results");
  assert_name (fixture, "Without a Parent", "Without a Parent, 1 objective");

  /* It follows. */
  qd_edit_rename (fixture->file.store, QD_ENTITY_OBJECTIVE, fixture->idea, "Quiet nights", NULL);
  assert_name (fixture, "Quiet nights", "Quiet nights, Growth, level 2, No key results");
  label_card (fixture, 1, fixture->idea);
  assert_name (fixture, "Lead the market",
               "Lead the market, Company, level 1, 1 key result, progress 0%, Outdated");
}

/* A board without objectives, and a cycle without any. */
static void
test_notes (Fixture       *fixture,
            gconstpointer  unused)
{
  GtkWidget *stack;

  show (fixture);
  assert_rows (fixture, "Nothing of Their Own\n"
                        "  Growth has no objectives yet.\n"
                        "  Sales has no objectives yet.\n"
                        "  Company has no objectives yet.\n");
  add (fixture, fixture->company, "Lead the market", QD_ID_NONE);
  assert_rows (fixture, "Without a Parent\n"
                        "  Lead the market\n"
                        "Nothing of Their Own\n"
                        "  Growth has no objectives yet.\n"
                        "  Sales has no objectives yet.\n");
  g_assert_cmpstr (get_summary (fixture), ==,
                   "Drag an objective onto the one that it contributes to.");

  g_signal_emit_by_name (fixture->list, "activate",
                         find_position (fixture, "Sales has no objectives yet."));
  g_assert_cmpstr (fixture->shown->str, ==, "Sales on Sales;");

  stack = gtk_widget_get_ancestor (fixture->list, GTK_TYPE_STACK);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "tree");
  qd_alignment_page_set_cycle (fixture->page, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
}

/* As only a merge can bring it. */
static void
test_ring (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (QdTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  QdEntity *least;

  transaction = qd_transaction_new (fixture->file.store, QD_TRANSACTION_IMPORT);
  qd_transaction_set_id (transaction, fixture->lead, QD_FIELD_OBJECTIVE_PARENT, fixture->renew);
  g_assert_true (qd_transaction_commit (transaction, &error));

  /* Each is there once, and the least on top. */
  least = qd_store_lookup (fixture->file.store,
                           MIN (fixture->lead, MIN (fixture->grow, fixture->renew)));
  g_assert_cmpuint (find_position (fixture, "Without a Parent"), ==, 3);
  g_assert_cmpuint (find_position (fixture, qd_entity_get_title (least)), ==, 0);
  g_assert_cmpuint (find_position (fixture, "Lead the market") +
                    find_position (fixture, "Grow <b>abroad</b>") +
                    find_position (fixture, "Customers renew"), ==, 0 + 1 + 2);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  unused)
{
  list_press (get_expander (fixture, "Lead the market"), GDK_KEY_Left, 0);
  assert_rows (fixture, "+Lead the market\n"
                        "Without a Parent\n"
                        "  Calm nights\n" NOTES);
  list_press (get_expander (fixture, "Lead the market"), GDK_KEY_Right, 0);
  assert_rows (fixture, TREE NOTES);

  g_signal_emit_by_name (fixture->list, "activate", find_position (fixture, "Customers renew"));
  g_assert_cmpstr (fixture->shown->str, ==, "Customers renew on Growth;");

  /* A heading is nowhere else to be seen. */
  g_signal_emit_by_name (fixture->list, "activate", find_position (fixture, "Without a Parent"));
  assert_rows (fixture, "Lead the market\n"
                        "  Grow <b>abroad</b>\n"
                        "    Customers renew\n"
                        "+Without a Parent\n" NOTES);
  g_assert_cmpstr (fixture->shown->str, ==, "Customers renew on Growth;");
}

/* The texts that a list of parents shows. */
static void
assert_offers (GtkWidget  *parents,
               const char *expected)
{
  GtkWidget *list = ui_find (parents, GTK_TYPE_LIST_VIEW);
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *model;

  if (list != NULL)
    {
      model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        {
          g_autoptr (GObject) offer = g_list_model_get_item (model, i);

          g_string_append_printf (text, "%s;", qd_parent_offer_get_text (QD_PARENT_OFFER (offer)));
        }
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static GtkWidget *
open_chooser (Fixture    *fixture,
              const char *text)
{
  GtkWidget *parents;

  list_press (get_expander (fixture, text), GDK_KEY_Up, GDK_ALT_MASK);
  lay_out (fixture);
  parents = ui_find (GTK_WIDGET (fixture->page), QD_TYPE_PARENT_LIST);
  g_assert_nonnull (parents);

  return parents;
}

/* What it contributes to is chosen by typing a part of it, and the focus goes along. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *parents = open_chooser (fixture, "Calm nights");
  GtkWidget *entry = ui_find (parents, GTK_TYPE_SEARCH_ENTRY);

  assert_offers (parents, "None;Growth: Customers renew;Sales: Grow <b>abroad</b>;"
                          "Company: Lead the market;");
  g_assert_true (list_has_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "MARKET comp");
  assert_offers (parents, "Company: Lead the market;");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  assert_offers (parents, "");
  gtk_editable_set_text (GTK_EDITABLE (entry), "abroad");
  g_signal_emit_by_name (entry, "activate");
  lay_out (fixture);
  assert_rows (fixture,
               "Lead the market\n"
               "  Grow <b>abroad</b>\n"
               "    Customers renew\n"
               "    Calm nights\n"
               "Without a Parent\n"
               "Nothing of Their Own\n"
               "  Growth only has objectives from above.\n"
               "  Sales only has objectives from above.\n");
  assert_focus (fixture, "Calm nights");

  /* What is below it is not offered, nor itself; Enter keeps what is chosen. */
  open_chooser (fixture, "Grow <b>abroad</b>");
  assert_offers (parents, "None;Company: Lead the market;");
  g_signal_emit_by_name (entry, "activate");
  lay_out (fixture);
  undo (fixture, "Align “Calm nights” to “Grow <b>abroad</b>”");
  assert_rows (fixture, TREE NOTES);
  assert_focus (fixture, "Grow <b>abroad</b>");
}

static void
test_take_off (Fixture       *fixture,
               gconstpointer  unused)
{
  list_press (get_expander (fixture, "Grow <b>abroad</b>"), GDK_KEY_Menu, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "alignment.take-off", NULL);
  assert_rows (fixture,
               "Grow <b>abroad</b>\n"
               "  Customers renew\n"
               "Without a Parent\n"
               "  Calm nights\n"
               "  Lead the market\n");
  lay_out (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "alignment.show", NULL);
  g_assert_cmpstr (fixture->shown->str, ==, "Grow <b>abroad</b> on Sales;");
  undo (fixture, "Take the Alignment off “Grow <b>abroad</b>”");
  assert_rows (fixture, TREE NOTES);
}

static GtkDropTarget *
get_drop_target (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->list);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

/* Drops an objective on the row that says @text. */
static gboolean
drop (Fixture    *fixture,
      QdId        objective,
      const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_rect_t bounds;
  gboolean taken = FALSE;

  lay_out (fixture);
  g_value_init (&value, QD_TYPE_OBJECTIVE);
  g_value_set_object (&value, qd_store_lookup (fixture->file.store, objective));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_parent (get_expander (fixture, text)),
                                            fixture->list, &bounds));
  g_assert_cmpfloat (bounds.size.height, >, 0.0);
  g_signal_emit_by_name (get_drop_target (fixture), "drop", &value, 100.0,
                         bounds.origin.y + bounds.size.height / 2.0, &taken);

  return taken;
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_true (drop (fixture, fixture->idea, "Lead the market"));
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==,
                   "Aligned “Calm nights” to “Lead the market”");
  assert_rows (fixture,
               "Lead the market\n"
               "  Calm nights\n"
               "  Grow <b>abroad</b>\n"
               "    Customers renew\n"
               "Without a Parent\n"
               "Nothing of Their Own\n"
               "  Growth only has objectives from above.\n"
               "  Sales only has objectives from above.\n");

  /* The group has become empty, and yet takes it back. */
  g_assert_true (drop (fixture, fixture->idea, "Without a Parent"));
  assert_rows (fixture, TREE NOTES);
  undo (fixture, "Take the Alignment off “Calm nights”");
  undo (fixture, "Align “Calm nights” to “Lead the market”");
  assert_rows (fixture, TREE NOTES);
}

static void
test_drop_refused (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autofree char *before = qd_undo_dup_name (fixture->file.store);
  g_autofree char *after = NULL;

  /* A ring, itself, where it is, and what is no objective. */
  g_assert_false (drop (fixture, fixture->lead, "Customers renew"));
  g_assert_false (drop (fixture, fixture->lead, "Lead the market"));
  g_assert_false (drop (fixture, fixture->grow, "Lead the market"));
  g_assert_false (drop (fixture, fixture->idea, "Without a Parent"));
  g_assert_false (drop (fixture, fixture->grow, "Nothing of Their Own"));
  g_assert_false (drop (fixture, fixture->idea,
                        "Sales only has objectives from above."));
  assert_rows (fixture, TREE NOTES);
  after = qd_undo_dup_name (fixture->file.store);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (qd_toaster_get_text (fixture->toaster));
}

/* What was collapsed stays so, and the focus goes with its objective. */
static void
test_update (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *expander = get_expander (fixture, "Grow <b>abroad</b>");
  g_autoptr (GError) error = NULL;

  list_press (expander, GDK_KEY_Left, 0);
  assert_focus (fixture, "Grow <b>abroad</b>");
  add (fixture, fixture->file.sales, "Grow at home", QD_ID_NONE);
  assert_rows (fixture, "Lead the market\n"
                        "  +Grow <b>abroad</b>\n"
                        "Without a Parent\n"
                        "  Calm nights\n"
                        "  Grow at home\n");
  assert_focus (fixture, "Grow <b>abroad</b>");
  g_assert_true (get_expander (fixture, "Grow <b>abroad</b>") == expander);

  /* To the top, with what is below it. */
  g_assert_true (qd_edit_align (fixture->file.store, fixture->grow, QD_ID_NONE, &error));
  lay_out (fixture);
  assert_rows (fixture, "+Grow <b>abroad</b>\n"
                        "Without a Parent\n"
                        "  Calm nights\n"
                        "  Grow at home\n"
                        "  Lead the market\n");
  assert_focus (fixture, "Grow <b>abroad</b>");

  /* Where it is gone, the row that is now in its place has it. */
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_OBJECTIVE, fixture->grow, TRUE,
                                  &error));
  lay_out (fixture);
  assert_rows (fixture, "Without a Parent\n"
                        "  Customers renew\n"
                        "  Calm nights\n"
                        "  Grow at home\n"
                        "  Lead the market\n");
  assert_focus (fixture, "Without a Parent");
}

static void
test_cycles (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *cycles = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_DROP_DOWN);
  QdCycle *quarter = qd_board_get_cycle (fixture->company);
  const QdDay last_day = qd_cycle_get_last_day (quarter);
  g_autoptr (GError) error = NULL;
  QdBoard *board;
  QdId id;

  id = qd_edit_new_board_in_new_cycle (fixture->file.store, "Growth", "Next quarter",
                                       last_day + 1, last_day + 90, &error);
  g_assert_no_error (error);
  board = QD_BOARD (qd_store_lookup (fixture->file.store, id));
  add (fixture, board, "Renew better", fixture->renew);
  g_assert_true (qd_alignment_page_get_cycle (fixture->page) == quarter);
  assert_name (fixture, "Renew better",
               "Renew better, Growth, Next quarter, level 4, No key results");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (cycles),
                              1 - gtk_drop_down_get_selected (GTK_DROP_DOWN (cycles)));
  g_assert_true (qd_alignment_page_get_cycle (fixture->page) == qd_board_get_cycle (board));
  assert_rows (fixture, "Renew better\n"
                        "Without a Parent\n"
                        "Nothing of Their Own\n"
                        "  Growth only has objectives from above.\n");
  lay_out (fixture);
  assert_name (fixture, "Renew better",
               "Renew better, Growth, contributes to “Customers renew” of Growth, This quarter, "
               "level 1, No key results");

  qd_alignment_page_set_cycle (fixture->page, quarter);
  g_assert_true (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (cycles)) == quarter);
}

/* What is out of sight is brought up to date when it comes into sight. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  unused)
{
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  add (fixture, fixture->company, "Be good", QD_ID_NONE);
  assert_rows (fixture, TREE NOTES);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  assert_rows (fixture, TREE "  Be good\n" NOTES);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  unused)
{
  hide (fixture);
  ui_fixture_make_read_only (&fixture->file);
  show (fixture);
  assert_rows (fixture, TREE NOTES);

  list_press (get_expander (fixture, "Calm nights"), GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_null (ui_find (GTK_WIDGET (fixture->page), QD_TYPE_PARENT_LIST));
  g_assert_false (drop (fixture, fixture->idea, "Lead the market"));
  assert_rows (fixture, TREE NOTES);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

#define ADD(name, set_up, function) \
  g_test_add ("/alignment-page/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("tree", set_up, test_tree);
  ADD ("notes", set_up_file, test_notes);
  ADD ("ring", set_up, test_ring);
  ADD ("keys", set_up, test_keys);
  ADD ("choose", set_up, test_choose);
  ADD ("take-off", set_up, test_take_off);
  ADD ("drop", set_up, test_drop);
  ADD ("drop-refused", set_up, test_drop_refused);
  ADD ("update", set_up, test_update);
  ADD ("cycles", set_up, test_cycles);
  ADD ("hidden", set_up, test_hidden);
  ADD ("read-only", set_up, test_read_only);

#undef ADD

  return g_test_run ();
}
