/* What a board shows: filter, new cards, columns, menus, the lesson. */

#include "config.h"

#include "board-fixture.h"
#include "card/qd-card-entry.h"
#include "board/qd-closed-bar.h"
#include "board/qd-column-head.h"
#include "board/qd-objective-chip.h"
#include "store/qd-edit-close.h"
#include "store/qd-edit.h"
#include "widgets/qd-wording-line.h"

static void
test_filter (BoardFixture  *fixture,
             gconstpointer  unused)
{
  QdId objective = board_add_objective (fixture, "Reliability");
  g_auto (GStrv) filter = NULL;

  board_label_card (fixture, board_get_card (fixture, 0, 1), objective);
  board_set_filter (fixture, objective);
  board_assert_rows (fixture, 0, "Lower churn");
  board_assert_rows (fixture, 1, "");
  board_assert_label (board_get_list_view (fixture, 0), "Not Started, 1 of 2 cards");
  board_assert_label (board_get_list_view (fixture, 1), "In Progress, 0 of 1 card");

  /* A label that changes changes what shows. */
  board_label_card (fixture, board_get_card (fixture, 1, 0), objective);
  board_assert_rows (fixture, 1, "Win ten teams");

  board_activate (fixture, "board.clear-filter");
  board_assert_rows (fixture, 0, "Raise NPS, Lower churn");
  filter = qd_board_view_dup_filter (fixture->view);
  g_assert_null (filter[0]);
}

static void
test_filter_focus (BoardFixture  *fixture,
                   gconstpointer  unused)
{
  QdId objective = board_add_objective (fixture, "Reliability");

  board_label_card (fixture, board_get_card (fixture, 0, 0), objective);

  board_focus (fixture, 0, 0);
  board_set_filter (fixture, objective);
  board_assert_focus (fixture, "Raise NPS");
  qd_board_view_set_filter (fixture->view, NULL);

  /* It goes with the card that has it, and comes back with it. */
  board_focus (fixture, 0, 1);
  board_set_filter (fixture, objective);
  board_assert_focus (fixture, "Raise NPS");
  qd_board_view_set_filter (fixture->view, NULL);
  board_assert_focus (fixture, "Raise NPS");

  board_focus (fixture, 1, 0);
  board_set_filter (fixture, objective);
  qd_board_view_set_filter (fixture->view, NULL);
  board_assert_focus (fixture, "Win ten teams");
}

static void
test_filter_of_archived (BoardFixture  *fixture,
                         gconstpointer  unused)
{
  QdId objective = board_add_objective (fixture, "Reliability");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) filter = NULL;

  board_set_filter (fixture, objective);
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_OBJECTIVE,
                                  objective, TRUE, &error));
  filter = qd_board_view_dup_filter (fixture->view);
  g_assert_null (filter[0]);
  board_assert_rows (fixture, 0, "Raise NPS, Lower churn");
}

static GtkEditable *
open_entry (BoardFixture *fixture)
{
  GtkWidget *entry;

  board_activate (fixture, "board.new-card");
  entry = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT (entry));
  g_assert_nonnull (gtk_widget_get_ancestor (entry, QD_TYPE_CARD_ENTRY));

  return GTK_EDITABLE (gtk_widget_get_parent (entry));
}

/* As when somebody else archives the column: what was typed is not lost. */
static void
test_typed_where_it_goes (BoardFixture  *fixture,
                          gconstpointer  unused)
{
  QdId column = qd_entity_get_id (QD_ENTITY (board_get_column (fixture, 1)));
  g_autoptr (GError) error = NULL;

  board_focus (fixture, 1, 0);
  gtk_editable_set_text (open_entry (fixture), "Fewer pages");
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_COLUMN, column, TRUE, &error));
  ui_settle ();
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_COLUMN, column, FALSE, &error));
  ui_settle ();

  board_assert_cards (fixture, 1, "Win ten teams, Fewer pages");
}

static void
test_new_card (BoardFixture  *fixture,
               gconstpointer  unused)
{
  QdId objective = board_add_objective (fixture, "Reliability");
  GtkEditable *entry;

  board_focus (fixture, 1, 0);
  entry = open_entry (fixture);
  gtk_editable_set_text (entry, "  Fewer pages ");
  g_signal_emit_by_name (entry, "activate");
  board_assert_cards (fixture, 1, "Win ten teams, Fewer pages");

  /* It is open for the next, and an empty one is none. */
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_signal_emit_by_name (entry, "activate");
  board_assert_cards (fixture, 1, "Win ten teams, Fewer pages");

  /* With a filter on, a new card is one that shows. */
  board_set_filter (fixture, objective);
  gtk_editable_set_text (entry, "Calm nights");
  g_signal_emit_by_name (entry, "activate");
  board_assert_rows (fixture, 1, "Calm nights");
  qd_board_view_set_filter (fixture->view, NULL);

  /* Leaving loses nothing. */
  gtk_editable_set_text (entry, "Left behind");
  board_focus (fixture, 0, 0);
  board_assert_cards (fixture, 1, "Win ten teams, Fewer pages, Calm nights, Left behind");
  board_assert_focus (fixture, "Raise NPS");
}

/* Types a title, and compares what is said about it; the entry keeps the focus, and
 * the foot of the column its height. */
static void
assert_advice (BoardFixture *fixture,
               GtkEditable  *entry,
               const char   *title,
               const char   *expected)
{
  GtkWidget *foot = gtk_widget_get_ancestor (GTK_WIDGET (entry), QD_TYPE_CARD_ENTRY);
  GtkWidget *line = ui_find (foot, QD_TYPE_WORDING_LINE);
  int before, after;

  gtk_widget_measure (foot, GTK_ORIENTATION_VERTICAL, 200, &before, NULL, NULL, NULL);
  gtk_editable_set_text (entry, title);
  gtk_widget_measure (foot, GTK_ORIENTATION_VERTICAL, 200, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, ==, before);

  g_assert_cmpstr (qd_wording_line_get_text (QD_WORDING_LINE (line)), ==, expected);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (entry)));
}

#define EMPTY_ADVICE "What should change? Name something to count, as in “… from … to …”."

static void
test_new_card_advice (BoardFixture  *fixture,
                      gconstpointer  unused)
{
  GtkEditable *entry;

  board_focus (fixture, 1, 0);
  entry = open_entry (fixture);
  assert_advice (fixture, entry, "", EMPTY_ADVICE);
  assert_advice (fixture, entry, "Ship the portal",
                 "What should change thanks to “the portal”? Say from what to what, such as "
                 "“Raise … from … to …”.");
  assert_advice (fixture, entry,
                 "Ship the new onboarding for every team that has asked for it so far",
                 "What should change thanks to “the new onboarding for every team that has "
                 "asked for it so…”? Say from what to what, such as “Raise … from … to …”.");
  assert_advice (fixture, entry, "Win 20 teams",
                 "Say where it starts, too: “from … to 20 teams”.");
  assert_advice (fixture, entry, "Raise NPS from 31 to 45", "");

  /* It keeps nobody from anything. */
  gtk_editable_set_text (entry, "Tidy up");
  g_signal_emit_by_name (entry, "activate");
  board_assert_cards (fixture, 1, "Win ten teams, Tidy up");
  assert_advice (fixture, entry, "", EMPTY_ADVICE);
}

static void
test_lesson (BoardFixture  *fixture,
             gconstpointer  unused)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  GtkWidget *button;

  button = ui_find_button (widget, "New Objective");
  g_assert_false (gtk_widget_get_mapped (button));

  qd_board_view_set_board (fixture->view, fixture->file.sales);
  board_lay_out (fixture);
  g_assert_true (gtk_widget_get_mapped (button));

  ui_add_card (fixture->file.store, fixture->file.sales, 0, "First");
  board_lay_out (fixture);
  g_assert_false (gtk_widget_get_mapped (button));
  board_assert_rows (fixture, 0, "First");

  qd_board_view_set_board (fixture->view, NULL);
  g_assert_null (qd_board_view_get_board (fixture->view));
  board_activate (fixture, "board.new-card");
  board_activate (fixture, "board.new-column");
  board_activate (fixture, "board.new-objective");
}

static void
test_reveal (BoardFixture  *fixture,
             gconstpointer  unused)
{
  QdId objective = board_add_objective (fixture, "Reliability");
  g_auto (GStrv) filter = NULL;

  board_set_filter (fixture, objective);
  g_assert_true (qd_board_view_reveal (fixture->view,
                                       qd_entity_get_id (QD_ENTITY (board_get_card (fixture, 1, 0)))));
  board_assert_focus (fixture, "Win ten teams");
  filter = qd_board_view_dup_filter (fixture->view);
  g_assert_null (filter[0]);

  g_assert_false (qd_board_view_reveal (fixture->view, objective));
  g_assert_false (qd_board_view_reveal (fixture->view, 12345));
}

static void
test_column_order (BoardFixture  *fixture,
                   gconstpointer  unused)
{
  QdColumnView *first = board_get_column_view (fixture, 0);
  g_autoptr (GError) error = NULL;

  /* The column whose menu is open, or had the focus last. */
  board_focus (fixture, 0, 0);
  board_activate (fixture, "column.move-right");
  g_assert_true (board_get_column_view (fixture, 1) == first);
  board_assert_rows (fixture, 1, "Raise NPS, Lower churn");

  board_activate (fixture, "column.move-left");
  board_activate (fixture, "column.move-left");
  g_assert_true (board_get_column_view (fixture, 0) == first);

  board_activate (fixture, "column.archive");
  board_assert_rows (fixture, 0, "Win ten teams");
  board_undo (fixture);
  board_assert_rows (fixture, 0, "Raise NPS, Lower churn");

  qd_edit_new_column (fixture->file.store,
                      qd_entity_get_id (QD_ENTITY (fixture->file.growth)),
                      "Parked", &error);
  g_assert_no_error (error);
  board_assert_label (board_get_list_view (fixture, 4), "Parked, 0 cards");
}

static void
test_column_rename (BoardFixture  *fixture,
                    gconstpointer  unused)
{
  GtkWidget *editor;

  board_focus (fixture, 0, 0);
  board_activate (fixture, "column.rename");
  editor = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT (editor));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor)), ==, "Not Started");

  gtk_editable_set_text (GTK_EDITABLE (editor), "Backlog");
  g_signal_emit_by_name (editor, "activate");
  board_assert_label (board_get_list_view (fixture, 0), "Backlog, 2 cards");

  /* The cards say so, too. */
  board_focus (fixture, 0, 0);
  board_assert_label (board_get_focus (fixture), "Raise NPS, key result, Backlog, 1 of 2,"
                      " Outdated, Stuck");
}

static void
test_limit (BoardFixture  *fixture,
            gconstpointer  unused)
{
  QdColumnView *column = board_get_column_view (fixture, 0);
  g_autoptr (GError) error = NULL;
  GtkWidget *count;

  count = gtk_widget_get_last_child (
    gtk_widget_get_prev_sibling (qd_column_view_get_menu_button (column)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "2");

  qd_edit_set_column_limit (fixture->file.store,
                            qd_entity_get_id (QD_ENTITY (board_get_column (fixture, 0))),
                            1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "2/1");
  g_assert_true (gtk_widget_has_css_class (count, "exceeded"));

  board_focus (fixture, 0, 0);
  board_activate (fixture, "card.archive");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "1/1");
  g_assert_false (gtk_widget_has_css_class (count, "exceeded"));
}

/* The choices in the menu of a card are properties of the board view. */
static void
test_choices (BoardFixture  *fixture,
              gconstpointer  unused)
{
  QdId objective = board_add_objective (fixture, "Reliability");
  g_autofree char *id = qd_board_filter_id (objective);
  g_autofree char *column_id = NULL;
  g_autofree char *owner = NULL;
  QdCard *card = board_get_card (fixture, 0, 0);

  board_focus (fixture, 0, 0);
  g_object_set (fixture->view, "card-objective", id, NULL);
  g_assert_true (qd_card_get_objective (card) ==
                 QD_OBJECTIVE (qd_store_lookup (fixture->file.store, objective)));
  g_object_set (fixture->view, "card-objective", "none", NULL);
  g_assert_null (qd_card_get_objective (card));

  g_object_set (fixture->view, "card-owner", "Maria Keller", NULL);
  g_object_get (fixture->view, "card-owner", &owner, NULL);
  g_assert_cmpstr (owner, ==, "Maria Keller");
  g_object_set (fixture->view, "card-owner", "", NULL);
  g_assert_null (qd_card_get_owner (card));

  column_id = qd_board_filter_id (qd_entity_get_id (QD_ENTITY (board_get_column (fixture, 1))));
  g_object_set (fixture->view, "card-column", column_id, NULL);
  board_assert_cards (fixture, 1, "Win ten teams, Raise NPS");
  board_assert_focus (fixture, "Raise NPS");
}

static void
test_card_rename (BoardFixture  *fixture,
                  gconstpointer  unused)
{
  GtkWidget *text;

  board_focus (fixture, 0, 1);
  board_activate (fixture, "card.rename");
  text = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT (text));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "Lower churn");

  /* Nothing is no title. */
  gtk_editable_set_text (GTK_EDITABLE (text), "  ");
  g_signal_emit_by_name (text, "activate");
  board_assert_cards (fixture, 0, "Raise NPS, Lower churn");

  gtk_editable_set_text (GTK_EDITABLE (text), " Halve churn ");
  g_signal_emit_by_name (text, "activate");
  board_assert_cards (fixture, 0, "Raise NPS, Halve churn");
  board_lay_out (fixture);
  board_assert_focus (fixture, "Halve churn");
}

static void
test_card_menu (BoardFixture  *fixture,
                gconstpointer  unused)
{
  GtkWidget *popover = NULL;

  board_focus (fixture, 0, 1);
  board_activate (fixture, "board.menu");
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER_MENU (child))
        popover = child;
    }
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_visible (popover));

  /* While it is open, and as long as its choice takes, it is about this card. */
  board_activate (fixture, "card.archive");
  board_assert_cards (fixture, 0, "Raise NPS");
  board_undo (fixture);

  board_focus (fixture, 0, 1);
  board_activate (fixture, "board.menu");
  gtk_popover_popdown (GTK_POPOVER (popover));
  board_lay_out (fixture);
  board_assert_focus (fixture, "Lower churn");
}

/* What the store refuses changes nothing on the screen, and is told. */
static void
test_refused (BoardFixture  *fixture,
              gconstpointer  unused)
{
  GtkWidget *head = ui_find (GTK_WIDGET (fixture->view), QD_TYPE_COLUMN_HEAD);

  g_assert_null (qd_toaster_get_text (fixture->toaster));
  g_signal_emit_by_name (head, "renamed", " ");
  g_assert_nonnull (qd_toaster_get_text (fixture->toaster));
  board_assert_label (board_get_list_view (fixture, 0), "Not Started, 2 cards");
}

/* Narrow columns: no entry unless a card is added, no menu where there is no room. The
 * rows stay. */
static void
test_density (BoardFixture  *fixture,
              gconstpointer  unused)
{
  QdColumnView *column = board_get_column_view (fixture, 0);
  QdCardView *view = qd_card_list_peek_card_view (board_get_list (fixture, 0),
                                                  board_get_card (fixture, 0, 0));
  GtkWidget *head = ui_find (GTK_WIDGET (column), QD_TYPE_COLUMN_HEAD);
  int width;

  qd_column_view_set_density (column, QD_DENSITY_COMPACT);
  gtk_widget_measure (GTK_WIDGET (column), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  g_assert_cmpint (width, <=, 116);
  g_assert_cmpint (qd_card_view_get_density (view), ==, QD_DENSITY_COMPACT);
  g_assert_null (ui_find (GTK_WIDGET (column), QD_TYPE_CARD_ENTRY));

  gtk_widget_size_allocate (head, &(GtkAllocation) { 0, 0, 110, 60 }, -1);
  g_assert_false (gtk_widget_get_child_visible (qd_column_view_get_menu_button (column)));
  gtk_widget_size_allocate (head, &(GtkAllocation) { 0, 0, 220, 60 }, -1);
  g_assert_true (gtk_widget_get_child_visible (qd_column_view_get_menu_button (column)));

  qd_column_view_add_card (column);
  g_assert_nonnull (ui_find (GTK_WIDGET (column), QD_TYPE_CARD_ENTRY));

  qd_column_view_set_density (column, QD_DENSITY_CARDS);
  g_assert_true (view == qd_card_list_peek_card_view (board_get_list (fixture, 0),
                                                      board_get_card (fixture, 0, 0)));
  g_assert_cmpint (qd_card_view_get_density (view), ==, QD_DENSITY_CARDS);
}

/* As from the menu of its chip. */
static void
archive_objective (BoardFixture *fixture,
                   QdObjective  *objective)
{
  GtkWidget *chip = ui_find (GTK_WIDGET (fixture->view), QD_TYPE_OBJECTIVE_CHIP);

  g_assert_true (qd_objective_chip_get_objective (QD_OBJECTIVE_CHIP (chip)) == objective);
  gtk_widget_grab_focus (chip);
  gtk_widget_activate_action (chip, "objective.menu", NULL);
  gtk_widget_activate_action (chip, "objective.archive", NULL);
  gtk_popover_popdown (GTK_POPOVER (ui_find (fixture->window, GTK_TYPE_POPOVER_MENU)));
  ui_wait_for_layout (fixture->window);
}

/* It offers nothing that would be refused, and all of it when it is open again. */
static void
test_closed (BoardFixture  *fixture,
             gconstpointer  unused)
{
  const QdId board = qd_entity_get_id (QD_ENTITY (fixture->file.growth));
  GtkWidget *column = GTK_WIDGET (board_get_column_view (fixture, 0));
  g_autoptr (QdObjective) objective = NULL;
  g_autoptr (GError) error = NULL;

  qd_edit_new_objective (fixture->file.store, board, "Grow", NULL, 0, QD_ID_NONE, NULL);
  ui_settle ();
  objective = g_object_ref (qd_ordered_list_peek (
                              qd_board_get_objectives (fixture->file.growth), 0));
  g_assert_null (ui_find (GTK_WIDGET (fixture->view), QD_TYPE_CLOSED_BAR));
  g_assert_nonnull (ui_find (column, QD_TYPE_CARD_ENTRY));

  ui_close_board (fixture->file.store, fixture->file.growth, QD_DECISION_DONE);
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->view), QD_TYPE_CLOSED_BAR));
  g_assert_null (ui_find (column, QD_TYPE_CARD_ENTRY));
  board_focus (fixture, 0, 0);
  board_activate (fixture, "card.archive");
  board_activate (fixture, "card.move-right");
  board_assert_cards (fixture, 0, "Raise NPS, Lower churn");
  archive_objective (fixture, objective);
  g_assert_true (qd_entity_get_alive (QD_ENTITY (objective)));
  g_assert_null (qd_toaster_get_text (fixture->toaster));

  qd_edit_reopen_board (fixture->file.store, board, &error);
  g_assert_no_error (error);
  ui_settle ();
  g_assert_null (ui_find (GTK_WIDGET (fixture->view), QD_TYPE_CLOSED_BAR));
  g_assert_nonnull (ui_find (column, QD_TYPE_CARD_ENTRY));
  board_activate (fixture, "card.move-right");
  board_assert_cards (fixture, 0, "Lower churn");
  archive_objective (fixture, objective);
  g_assert_false (qd_entity_get_alive (QD_ENTITY (objective)));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/board/" name, BoardFixture, NULL, \
              board_fixture_set_up, function, board_fixture_tear_down)

  ADD ("filter", test_filter);
  ADD ("filter-focus", test_filter_focus);
  ADD ("filter-of-archived", test_filter_of_archived);
  ADD ("new-card", test_new_card);
  ADD ("new-card-advice", test_new_card_advice);
  ADD ("typed-where-it-goes", test_typed_where_it_goes);
  ADD ("lesson", test_lesson);
  ADD ("reveal", test_reveal);
  ADD ("column-order", test_column_order);
  ADD ("column-rename", test_column_rename);
  ADD ("limit", test_limit);
  ADD ("density", test_density);
  ADD ("choices", test_choices);
  ADD ("card-rename", test_card_rename);
  ADD ("card-menu", test_card_menu);
  ADD ("refused", test_refused);
  ADD ("closed", test_closed);

  return g_test_run ();
}
