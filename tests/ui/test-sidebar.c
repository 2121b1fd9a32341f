/* The cycles and boards of a file in the sidebar. */

#include "config.h"

#include <gtk/gtk.h>

#include "sidebar/qd-board-row.h"
#include "sidebar/qd-sidebar-model.h"
#include "sidebar/qd-sidebar.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"
#include "ui-fixture.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-distribution.h"
#include "widgets/qd-sign.h"

typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdSidebar *sidebar;
  GtkListBox *list;
  QdChosenBoards *chosen;
  GString *log;
} Fixture;

static void
log_board (Fixture    *fixture,
           const char *word,
           QdBoard    *board)
{
  g_string_append_printf (fixture->log, "%s %s;", word,
                          board != NULL
                            ? qd_entity_get_title (QD_ENTITY (board)) : "archive");
}

static void
on_selected (Fixture *fixture,
             QdBoard *board)
{
  log_board (fixture, "selected", board);
}

static void
on_activated (Fixture *fixture,
              QdBoard *board)
{
  log_board (fixture, "activated", board);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  ui_fixture_set_up (&fixture->file, NULL);

  fixture->log = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  fixture->chosen = qd_chosen_boards_new (fixture->file.store);
  fixture->sidebar = QD_SIDEBAR (qd_sidebar_new (fixture->file.store, fixture->chosen));
  gtk_window_set_child (GTK_WINDOW (fixture->window),
                        GTK_WIDGET (fixture->sidebar));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle ();

  fixture->list = GTK_LIST_BOX (ui_find (GTK_WIDGET (fixture->sidebar),
                                         GTK_TYPE_LIST_BOX));
  g_signal_connect_swapped (fixture->sidebar, "selected",
                            G_CALLBACK (on_selected), fixture);
  g_signal_connect_swapped (fixture->sidebar, "activated",
                            G_CALLBACK (on_activated), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->sidebar);
  g_object_unref (fixture->chosen);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->sidebar);
  g_string_free (fixture->log, TRUE);
  ui_fixture_tear_down (&fixture->file, NULL);
}

static void
assert_log (Fixture    *fixture,
            const char *expected)
{
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

static GtkWidget *
get_row (Fixture *fixture,
         int      index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->list, index);

  g_assert_nonnull (row);

  return GTK_WIDGET (row);
}

static void
assert_label (GtkWidget  *widget,
              const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* The titles of the rows, in order. */
static void
assert_rows (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (QdSidebarModel) model = qd_sidebar_model_new (fixture->file.store);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (QdEntity) entity = g_list_model_get_item (G_LIST_MODEL (model), i);
      GtkWidget *row = get_row (fixture, (int) i);

      g_string_append_printf (titles, "%s%s;", QD_IS_CYCLE (entity) ? "# " : "",
                              qd_entity_get_title (entity));
      g_assert_true (QD_IS_CYCLE (entity) ||
                     QD_ENTITY (qd_board_row_get_board (QD_BOARD_ROW (row))) ==
                       entity);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  unused)
{
  assert_rows (fixture, "# This quarter;Growth;Sales;");
  assert_label (get_row (fixture, 1),
                "Growth, 3 cards: Not Started 2, In Progress 1, At Risk 0, "
                "Complete 0");
  assert_label (get_row (fixture, 2),
                "Sales, 0 cards: Not Started 0, In Progress 0, At Risk 0, "
                "Complete 0");
  g_assert_false (gtk_list_box_row_get_selectable (
    GTK_LIST_BOX_ROW (get_row (fixture, 0))));

  ui_add_card (fixture->file.store, fixture->file.sales, 3, "Sell");
  assert_label (get_row (fixture, 2),
                "Sales, 1 card: Not Started 0, In Progress 0, At Risk 0, "
                "Complete 1");
}

/* The row says in words what its picture shows; a button says what is on it. */
static void
test_parts (Fixture       *fixture,
            gconstpointer  unused)
{
  GtkWidget *content = gtk_widget_get_first_child (GTK_WIDGET (fixture->sidebar));

  gtk_test_accessible_assert_role (
    GTK_ACCESSIBLE (ui_find (get_row (fixture, 1), QD_TYPE_DISTRIBUTION)),
    GTK_ACCESSIBLE_ROLE_PRESENTATION);
  assert_label (gtk_widget_get_last_child (content), "New Board…");
}

/* The cycle that runs comes first, then the newest. */
static void
test_order (Fixture       *fixture,
            gconstpointer  unused)
{
  const QdDay today = qd_clock_today ();
  QdStore *store = fixture->file.store;
  g_autoptr (GError) error = NULL;

  qd_edit_new_board_in_new_cycle (store, "Old", "Last year", today - 500,
                                  today - 400, &error);
  qd_edit_new_board_in_new_cycle (store, "Plan", "Next quarter", today + 60,
                                  today + 150, &error);
  qd_edit_new_cycle (store, "Nobody's", today + 200, today + 300, &error);
  g_assert_no_error (error);

  assert_rows (fixture, "# This quarter;Growth;Sales;# Next quarter;Plan;"
                        "# Last year;Old;");
}

static void
test_select (Fixture       *fixture,
             gconstpointer  unused)
{
  qd_sidebar_select_board (fixture->sidebar, fixture->file.growth);
  assert_log (fixture, "selected Growth;");
  qd_sidebar_select_board (fixture->sidebar, fixture->file.growth);
  assert_log (fixture, "");
  qd_sidebar_select_page (fixture->sidebar, "archive");
  assert_log (fixture, "selected archive;");
  g_signal_emit_by_name (get_row (fixture, 2), "activate");
  assert_log (fixture, "selected Sales;activated Sales;");
}

static void
test_archive (Fixture       *fixture,
              gconstpointer  unused)
{
  QdStore *store = fixture->file.store;
  g_autoptr (GError) error = NULL;

  qd_sidebar_select_board (fixture->sidebar, fixture->file.sales);
  assert_log (fixture, "selected Sales;");

  /* The one above takes the place of the last, and the selection. */
  gtk_widget_grab_focus (get_row (fixture, 2));
  g_assert_true (qd_edit_archive (store, QD_ENTITY_BOARD,
                                  qd_entity_get_id (QD_ENTITY (fixture->file.sales)),
                                  TRUE, &error));
  assert_rows (fixture, "# This quarter;Growth;");
  assert_log (fixture, "selected Growth;");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 get_row (fixture, 1));

  /* A cycle without boards is nothing to show. */
  g_assert_true (qd_edit_archive (store, QD_ENTITY_BOARD,
                                  qd_entity_get_id (QD_ENTITY (fixture->file.growth)),
                                  TRUE, &error));
  assert_rows (fixture, "");
  assert_log (fixture, "selected archive;");

  g_assert_true (qd_undo_undo (store, NULL, &error));
  assert_rows (fixture, "# This quarter;Growth;");
}

/* Rows keep their identity, and with it focus and selection. */
static void
test_move (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkWidget *row = get_row (fixture, 2);
  g_autoptr (GError) error = NULL;

  qd_sidebar_select_board (fixture->sidebar, fixture->file.sales);
  gtk_widget_grab_focus (row);
  g_string_truncate (fixture->log, 0);
  g_assert_true (qd_edit_move (fixture->file.store, QD_ENTITY_BOARD,
                               qd_entity_get_id (QD_ENTITY (fixture->file.sales)),
                               qd_entity_get_id (QD_ENTITY (
                                 qd_board_get_cycle (fixture->file.sales))),
                               QD_SIDE_FIRST, QD_ID_NONE, &error));

  assert_rows (fixture, "# This quarter;Sales;Growth;");
  g_assert_true (get_row (fixture, 1) == row);
  g_assert_true (gtk_list_box_get_selected_row (fixture->list) ==
                 GTK_LIST_BOX_ROW (row));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
  assert_log (fixture, "");
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *row = get_row (fixture, 1);
  GtkWidget *entry;

  qd_board_row_rename (QD_BOARD_ROW (row));
  entry = ui_find (row, GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Growth");
  gtk_editable_set_text (GTK_EDITABLE (entry), " Growth & <b>more</b> ");
  g_signal_emit_by_name (entry, "activate");

  g_assert_null (ui_find (row, GTK_TYPE_ENTRY));
  assert_rows (fixture, "# This quarter;Growth & <b>more</b>;Sales;");

  /* Nothing left of a name is no name. */
  qd_board_row_rename (QD_BOARD_ROW (row));
  entry = ui_find (row, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_signal_emit_by_name (entry, "activate");
  assert_rows (fixture, "# This quarter;Growth & <b>more</b>;Sales;");
}

/* Its description says so, and a sign beside its name; both give way to the entry of a new
 * one. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *row = get_row (fixture, 1);
  g_autofree char *day = qd_day_text_full (qd_clock_today ());
  g_autofree char *closed = g_strdup_printf ("closed on %s", day);
  GtkWidget *entry;

  g_assert_null (ui_find (row, QD_TYPE_SIGN));
  ui_close_board (fixture->file.store, fixture->file.growth, QD_DECISION_DONE);
  ui_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, closed);
  g_assert_nonnull (ui_find (row, QD_TYPE_SIGN));
  g_assert_null (ui_find (get_row (fixture, 2), QD_TYPE_SIGN));

  qd_board_row_rename (QD_BOARD_ROW (row));
  g_assert_null (ui_find (row, QD_TYPE_SIGN));
  entry = ui_find (row, GTK_TYPE_ENTRY);
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (ui_find (row, QD_TYPE_SIGN));
}

static void
test_hostile_title (Fixture       *fixture,
                    gconstpointer  unused)
{
  g_autofree char *title = g_strnfill (100000, 'W');
  g_autoptr (GError) error = NULL;
  int minimum;

  g_assert_true (qd_edit_rename (fixture->file.store, QD_ENTITY_BOARD,
                                 qd_entity_get_id (QD_ENTITY (fixture->file.growth)),
                                 title, &error));
  ui_settle ();
  gtk_widget_measure (GTK_WIDGET (fixture->sidebar), GTK_ORIENTATION_HORIZONTAL,
                      -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 200);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/sidebar/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("names", test_names);
  ADD ("parts", test_parts);
  ADD ("order", test_order);
  ADD ("select", test_select);
  ADD ("archive", test_archive);
  ADD ("move", test_move);
  ADD ("rename", test_rename);
  ADD ("closed", test_closed);
  ADD ("hostile-title", test_hostile_title);

#undef ADD

  return g_test_run ();
}
