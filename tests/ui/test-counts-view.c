/* All boards as a table of numbers. */

#include "config.h"

#include <gtk/gtk.h>

#include "store/qd-edit.h"
#include "together/qd-counts-head.h"
#include "together/qd-counts-row.h"
#include "together/qd-counts-view.h"
#include "ui-fixture.h"

typedef struct
{
  UiFixture file;
  GListStore *boards;
  QdBoardFilter *filter;
  GtkWidget *window;
  QdCountsView *view;
  GtkWidget *list;
  GString *log;
} Fixture;

static void
on_activated (Fixture  *fixture,
              QdBoard  *board,
              QdColumn *column)
{
  g_string_append_printf (fixture->log, "%s", qd_entity_get_title (QD_ENTITY (board)));
  if (column != NULL)
    g_string_append_printf (fixture->log, "/%s", qd_entity_get_title (QD_ENTITY (column)));
  g_string_append_c (fixture->log, ';');
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  ui_fixture_set_up (&fixture->file, NULL);

  fixture->log = g_string_new (NULL);
  fixture->filter = qd_board_filter_new ();
  fixture->boards = g_list_store_new (QD_TYPE_BOARD);
  g_list_store_append (fixture->boards, fixture->file.growth);
  g_list_store_append (fixture->boards, fixture->file.sales);

  fixture->view = QD_COUNTS_VIEW (qd_counts_view_new (fixture->file.store,
                                                      G_LIST_MODEL (fixture->boards),
                                                      fixture->filter));
  fixture->list = ui_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);
  g_signal_connect_swapped (fixture->view, "activated", G_CALLBACK (on_activated), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->view);
  g_object_unref (fixture->boards);
  g_object_unref (fixture->filter);
  g_string_free (fixture->log, TRUE);
  ui_fixture_tear_down (&fixture->file, NULL);
}

/* Shows the table and waits until all boards of the file are loaded. */
static void
show (Fixture *fixture)
{
  const gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!qd_board_get_loaded (fixture->file.growth) ||
         !qd_board_get_loaded (fixture->file.sales))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  ui_settle ();
}

static GtkWidget *
get_row (Fixture *fixture,
         guint    nth)
{
  GtkWidget *item = gtk_widget_get_first_child (fixture->list);

  for (guint i = 0; i < nth; i++)
    item = gtk_widget_get_next_sibling (item);

  return gtk_widget_get_first_child (item);
}

static void
assert_name (GtkWidget  *widget,
             const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

static void
assert_sum (Fixture    *fixture,
            const char *name)
{
  assert_name (gtk_widget_get_last_child (GTK_WIDGET (fixture->view)), name);
}

static void
set_filter (Fixture    *fixture,
            const char *token)
{
  const char * const tokens[] = { token, NULL };

  qd_board_filter_set (fixture->filter, tokens);
  ui_settle ();
}

static void
press (Fixture *fixture,
       guint    key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->list);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
}

/* Enter, where the keys led. */
static void
assert_activated (Fixture    *fixture,
                  guint       nth,
                  const char *expected)
{
  g_string_truncate (fixture->log, 0);
  g_signal_emit_by_name (fixture->list, "activate", nth);
  g_assert_cmpstr (fixture->log->str, ==, expected);
}

/* Nothing is loaded before somebody can see it. */
static void
test_lazy (Fixture       *fixture,
           gconstpointer  unused)
{
  ui_settle ();
  g_assert_false (qd_board_get_loaded (fixture->file.growth));

  show (fixture);
  assert_name (get_row (fixture, 0), "Growth, progress 0 percent, net confidence 0,"
               " Not Started 2, In Progress 1, At Risk 0, Complete 0,"
               " 3 check-ins due");
  assert_name (get_row (fixture, 1), "Sales, Not Started 0, In Progress 0, At Risk 0,"
               " Complete 0");
  assert_sum (fixture, "All boards, Not Started 2, In Progress 1, At Risk 0, Complete 0,"
              " 3 check-ins due");
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  unused)
{
  show (fixture);
  set_filter (fixture, "text:churn");
  assert_name (get_row (fixture, 0), "Growth, progress 0 percent, net confidence 0,"
               " Not Started 1 of 2, In Progress 0 of 1, At Risk 0,"
               " Complete 0, 3 check-ins due");
  assert_sum (fixture, "All boards, Not Started 1 of 2, In Progress 0 of 1, At Risk 0,"
              " Complete 0, 3 check-ins due");

  ui_add_card (fixture->file.store, fixture->file.sales, 2, "Churn of the small");
  ui_add_card (fixture->file.store, fixture->file.sales, 2, "Ten large");
  ui_settle ();
  assert_sum (fixture, "All boards, Not Started 1 of 2, In Progress 0 of 1, At Risk 1 of 2,"
              " Complete 0, 3 check-ins due");

  set_filter (fixture, NULL);
  assert_sum (fixture, "All boards, Not Started 2, In Progress 1, At Risk 2, Complete 0,"
              " 3 check-ins due");
}

/* The list of boards may change, and of what cycles they are. */
static void
test_boards (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
  QdBoard *other;

  show (fixture);
  assert_name (head, "Team, Progress, Confidence, Not Started, In Progress, At Risk, Complete,"
               " Due");

  other = ui_add_board (fixture->file.store, "Legal", NULL);
  g_list_store_insert (fixture->boards, 1, other);
  ui_settle ();
  assert_name (head, "Team, Cycle, Progress, Confidence, Not Started, In Progress, At Risk,"
               " Complete, Due");
  assert_name (get_row (fixture, 1), "Legal, This quarter, Not Started 0, In Progress 0,"
               " At Risk 0, Complete 0");

  g_list_store_remove (fixture->boards, 0);
  ui_settle ();
  assert_sum (fixture, "All boards, Not Started 0, In Progress 0, At Risk 0, Complete 0");
}

/* A role is called what all boards call it. */
static void
test_titles (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
  QdBoard *boards[] = { fixture->file.growth, fixture->file.sales };

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (boards); i++)
    {
      QdEntity *column = qd_ordered_list_peek (qd_board_get_columns (boards[i]), 3);
      g_autoptr (GError) error = NULL;

      qd_edit_rename (fixture->file.store, QD_ENTITY_COLUMN, qd_entity_get_id (column), "Done",
                      &error);
      g_assert_no_error (error);
      ui_settle ();
      if (i == 0)
        assert_name (head, "Team, Progress, Confidence, Not Started, In Progress, At Risk,"
                     " Complete, Due");
    }
  assert_name (head, "Team, Progress, Confidence, Not Started, In Progress, At Risk, Done,"
               " Due");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  unused)
{
  show (fixture);
  assert_activated (fixture, 1, "Sales;");

  press (fixture, GDK_KEY_Left);
  assert_activated (fixture, 1, "Sales;");
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_Right);
  assert_activated (fixture, 0, "Growth/In Progress;");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (fixture, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "In Progress 1");
  for (guint i = 0; i < 10; i++)
    press (fixture, GDK_KEY_Right);
  assert_activated (fixture, 0, "Growth/Complete;");

  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  press (fixture, GDK_KEY_Right);
  assert_activated (fixture, 0, "Growth/At Risk;");
}

/* Rows are low, and the headings stay. */
static void
test_height (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *head = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
  GtkAdjustment *rows = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->list));
  graphene_rect_t bounds;
  int height;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *team = g_strdup_printf ("Team %u", i);

      g_list_store_append (fixture->boards,
                           ui_add_board (fixture->file.store, team,
                                         qd_board_get_cycle (fixture->file.growth)));
    }
  show (fixture);
  gtk_widget_measure (get_row (fixture, 0), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL,
                      NULL);
  g_assert_cmpint (height, <=, 28);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->view)), ==, 600);

  gtk_adjustment_set_value (rows, gtk_adjustment_get_upper (rows));
  ui_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (rows), >, 0.0);
  g_assert_true (gtk_widget_compute_bounds (head, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat (bounds.origin.y, ==, 0.0f);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/counts-view/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("lazy", test_lazy);
  ADD ("filter", test_filter);
  ADD ("boards", test_boards);
  ADD ("titles", test_titles);
  ADD ("keys", test_keys);
  ADD ("height", test_height);

  return g_test_run ();
}
