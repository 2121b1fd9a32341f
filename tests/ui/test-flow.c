/* How a board goes as a page: what it says of which board, where a line leads, and what
 * happens to it when the file changes.
 */

#include "config.h"

#include <string.h>

#include "flow/qd-flow-list.h"
#include "flow/qd-flow-page.h"
#include "flow/qd-flow-view.h"
#include "flow/qd-streak-row.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "ui-fixture.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-status-page.h"
#include "widgets/qd-tooltip.h"
#include "window-fixture.h"

typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdFlowPage *page;
  GSimpleActionGroup *actions;
  gint64 found[3];      /* what "win.show-found" got last */
  guint n_found;
} Fixture;

static void
on_show_found (GSimpleAction *action,
               GVariant      *parameter,
               Fixture       *fixture)
{
  g_variant_get (parameter, "(xxx)", &fixture->found[0], &fixture->found[1],
                 &fixture->found[2]);
  fixture->n_found++;
}

static gboolean
is_busy (GtkWidget *page)
{
  g_autofree char *state = gtk_test_accessible_check_state (GTK_ACCESSIBLE (page),
                                                            GTK_ACCESSIBLE_STATE_BUSY, FALSE);

  return state != NULL;
}

/* Until nothing is read any more. */
static void
wait (gpointer page)
{
  const gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  ui_settle ();
  while (is_busy (page) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
}

static QdId
id_of (gpointer entity)
{
  return qd_entity_get_id (QD_ENTITY (entity));
}

static void
show (Fixture *fixture,
      QdBoard *board,
      QdBoard *other)
{
  const QdId boards[] = { id_of (board), other != NULL ? id_of (other) : QD_ID_NONE };

  fixture->page = QD_FLOW_PAGE (qd_flow_page_new (fixture->file.store));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  qd_flow_page_set_boards (fixture->page, boards, other != NULL ? 2 : 1);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait (fixture->page);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  static const GActionEntry entries[] = {
    { .name = "show-found", .parameter_type = "(xxx)" },
  };
  GAction *action;

  ui_fixture_set_up (&fixture->file, NULL);
  qd_store_load_board (fixture->file.store, fixture->file.growth, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->actions), entries,
                                   G_N_ELEMENTS (entries), NULL);
  action = g_action_map_lookup_action (G_ACTION_MAP (fixture->actions), "show-found");
  g_signal_connect (action, "activate", G_CALLBACK (on_show_found), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (fixture->actions));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->window);
  g_object_unref (fixture->actions);
  ui_fixture_tear_down (&fixture->file, NULL);
}

/* The texts of all labels that show, one on a line. */
static void
add_texts (GtkWidget *widget,
           GString   *texts)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_texts (child, texts);
}

static void
assert_says (Fixture    *fixture,
             const char *text)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  add_texts (GTK_WIDGET (fixture->page), texts);
  if (strstr (texts->str, text) == NULL)
    g_error ("“%s” is not among\n%s", text, texts->str);
}

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_BOX));
}

static guint
count_rows (Fixture *fixture)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (get_list (fixture), (int) n) != NULL)
    n++;

  return n;
}

static QdCard *
get_card (Fixture *fixture,
          guint    column,
          guint    nth)
{
  QdColumn *there = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), column);

  return qd_ordered_list_peek (qd_column_get_cards (there), nth);
}

static void
test_page (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkWidget *view;
  g_autofree char *words = NULL;

  show (fixture, fixture->file.growth, NULL);
  assert_says (fixture, "Flow of Growth\n");
  assert_says (fixture, "have not left Not Started yet");
  assert_says (fixture, "Age in Column\n");
  g_assert_cmpint (count_rows (fixture), ==, 3);
  /* There is nothing to choose. */
  g_assert_null (ui_find (GTK_WIDGET (fixture->page), QD_TYPE_CHOICE));
  view = ui_find (GTK_WIDGET (fixture->page), QD_TYPE_FLOW_VIEW);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Cumulative flow");
  words = gtk_test_accessible_check_property (GTK_ACCESSIBLE (view),
                                              GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_nonnull (words);
  g_assert_nonnull (strstr (words, "Cards by the role of their column."));
}

/* A line leads to its card. */
static void
test_activate (Fixture       *fixture,
               gconstpointer  unused)
{
  GtkListBoxRow *row;

  show (fixture, fixture->file.growth, NULL);
  qd_flow_page_focus (fixture->page);
  row = gtk_list_box_get_row_at_index (get_list (fixture), 0);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (row)));
  gtk_widget_activate (GTK_WIDGET (row));
  g_assert_cmpint (fixture->n_found, ==, 1);
  g_assert_cmpint (fixture->found[0], ==, fixture->found[1]);
  g_assert_true (QD_IS_CARD (qd_store_lookup (fixture->file.store, fixture->found[1])));
  g_assert_cmpint (fixture->found[2], ==, id_of (fixture->file.growth));
}

/* What changes on the board shows, and who was in the list stays there. */
static void
test_changes (Fixture       *fixture,
              gconstpointer  unused)
{
  QdCard *card = get_card (fixture, 0, 0);
  const QdId at_risk = id_of (qd_ordered_list_peek (
    qd_board_get_columns (fixture->file.growth), 2));
  GtkWidget *focus;

  show (fixture, fixture->file.growth, NULL);
  qd_flow_page_focus (fixture->page);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  ui_add_card (fixture->file.store, fixture->file.growth, 1, "Zebra");
  wait (fixture->page);
  g_assert_cmpint (count_rows (fixture), ==, 4);
  assert_says (fixture, "Zebra\n");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);

  g_assert_true (qd_edit_move (fixture->file.store, QD_ENTITY_CARD, id_of (card), at_risk,
                               QD_SIDE_LAST, QD_ID_NONE, NULL));
  wait (fixture->page);
  assert_says (fixture, "has been at risk for 0 days.");
}

static void
test_choice (Fixture       *fixture,
             gconstpointer  unused)
{
  QdChoice *choice;
  gboolean kept = FALSE;

  show (fixture, fixture->file.growth, fixture->file.sales);
  choice = QD_CHOICE (ui_find (GTK_WIDGET (fixture->page), QD_TYPE_CHOICE));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (choice)));
  g_assert_cmpint (qd_choice_get_value (choice), ==, 0);
  g_signal_emit_by_name (choice, "edited", 1, &kept);
  g_assert_true (kept);
  wait (fixture->page);
  g_assert_cmpint (qd_flow_page_get_board (fixture->page), ==, id_of (fixture->file.sales));
  assert_says (fixture, "Flow of Sales\n");
  assert_says (fixture, "No Cards Yet\n");
}

/* The page of a new board teaches, and there is nothing to save. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  unused)
{
  show (fixture, fixture->file.sales, NULL);
  assert_says (fixture, "No Cards Yet\n");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "flow.save-png", NULL);
  ui_settle ();
  g_assert_cmpint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);
  ui_add_card (fixture->file.store, fixture->file.sales, 0, "Win ten customers");
  wait (fixture->page);
  assert_says (fixture, "Win ten customers\n");
}

/* Of a cycle that is to come there is no picture, but a word that says which board it is
 * and from when on. */
static void
test_not_begun (Fixture       *fixture,
                gconstpointer  unused)
{
  const QdId cycle = qd_edit_new_cycle (fixture->file.store, "2090 Q1", qd_day_new (2090, 1, 1),
                                        qd_day_new (2090, 3, 31), NULL);
  const QdId board = qd_edit_new_board (fixture->file.store, "Sales", cycle, NULL);
  GtkWidget *content, *words;

  show (fixture, QD_BOARD (qd_store_lookup (fixture->file.store, board)), NULL);
  assert_says (fixture, "The cycle 2090 Q1 of “Sales” begins on January 1, 2090. ");
  g_assert_null (ui_find (GTK_WIDGET (fixture->page), QD_TYPE_FLOW_VIEW));

  /* Nor is it squeezed beside the place of the picture. */
  content = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_VIEWPORT);
  words = ui_find (content, GTK_TYPE_LABEL);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (words)), "The cycle"));
  ui_wait_for_layout (GTK_WIDGET (fixture->page));
  g_assert_cmpint (gtk_widget_get_width (words), >, gtk_widget_get_width (content) * 3 / 4);
}

/* Of many cards, all on demand. */
static void
test_many (Fixture       *fixture,
           gconstpointer  unused)
{
  GtkWidget *button;

  for (guint i = 0; i < 60; i++)
    ui_add_card (fixture->file.store, fixture->file.sales, i % 4, "Card");
  show (fixture, fixture->file.sales, NULL);
  g_assert_cmpint (count_rows (fixture), ==, 40);
  button = ui_find_button (GTK_WIDGET (fixture->page), "Show All 60 Cards");
  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (count_rows (fixture), ==, 60);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (
    gtk_list_box_get_row_at_index (get_list (fixture), 40))));
}

/* The marks say in words what they are. */
static void
test_streak (void)
{
  const QdStreakMark marks[] = {
    { qd_day_new (2026, 11, 6), QD_STREAK_KEPT, 5, 5 },
    { qd_day_new (2026, 11, 13), QD_STREAK_MISSED, 5, 3 },
    { qd_day_new (2026, 11, 20), QD_STREAK_OPEN, 1, 0 },
  };
  static const char * const words[] = {
    "November 6, 2026: 5 key results checked in, all that were active.",
    "November 13, 2026: 3 of 5 key results checked in.",
    "November 20, 2026: 0 of 1 key result checked in so far.",
  };
  QdStreak streak = { g_array_new (FALSE, FALSE, sizeof (QdStreakMark)), 0, 1 };
  GtkWidget *row = g_object_ref_sink (qd_streak_row_new ());
  GtkWidget *child;

  g_array_append_vals (streak.marks, marks, G_N_ELEMENTS (marks));
  qd_streak_row_set_streak (QD_STREAK_ROW (row), &streak);
  qd_streak_row_set_streak (QD_STREAK_ROW (row), &streak);
  child = gtk_widget_get_first_child (gtk_widget_get_first_child (row));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *mark = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

      gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_IMG);
      gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, words[i]);
      g_assert_cmpstr (qd_tooltip_get_text (mark), ==, words[i]);
      child = gtk_widget_get_next_sibling (child);
    }
  g_assert_null (child);
  g_array_unref (streak.marks);
  ui_assert_finalized (row);
}

/* In the window: there, and back to the board. */
static void
test_window (WindowFixture *fixture,
             gconstpointer  unused)
{
  GtkWidget *page;
  QdToaster *toaster;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.flow", NULL);
  ui_settle ();
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "flow");
  page = gtk_stack_get_visible_child (fixture->window->pages);
  wait (page);
  g_assert_true (QD_IS_FLOW_PAGE (page));

  /* The board, which is not in sight, is neither printed nor saved in its place. */
  gtk_widget_activate_action (page, "win.print", NULL);
  ui_settle ();
  toaster = QD_TOASTER (ui_find (GTK_WIDGET (fixture->window), QD_TYPE_TOASTER));
  g_assert_true (g_str_has_prefix (qd_toaster_get_text (toaster),
                                   "The picture of a flow is not printed from here."));
  g_assert_cmpint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1);

  gtk_widget_activate_action (page, "win.flow", NULL);
  ui_settle ();
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "board");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/flow/page", test_page);
  ADD ("/flow/activate", test_activate);
  ADD ("/flow/changes", test_changes);
  ADD ("/flow/choice", test_choice);
  ADD ("/flow/empty", test_empty);
  ADD ("/flow/not-begun", test_not_begun);
  ADD ("/flow/many", test_many);
  g_test_add_func ("/flow/streak", test_streak);
  g_test_add ("/flow/window", WindowFixture, application, window_fixture_set_up, test_window,
              window_fixture_tear_down);
#undef ADD

  return g_test_run ();
}
