/* The objectives of a board as chips. */

#include "config.h"

#include <gtk/gtk.h>

#include "alignment/qd-parent-choice.h"
#include "alignment/qd-parent-list.h"
#include "board/qd-board-view.h"
#include "board/qd-colour-grid.h"
#include "board/qd-objective-chip.h"
#include "board/qd-objective-popover.h"
#include "board/qd-objective-strip.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"
#include "ui-fixture.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-tooltip.h"

typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdBoardView *view;
  QdId first;
  QdId second;
} Fixture;

static QdId
add_objective (Fixture    *fixture,
               const char *title,
               const char *why,
               guint       colour)
{
  g_autoptr (GError) error = NULL;
  QdId id;

  id = qd_edit_new_objective (fixture->file.store,
                              qd_entity_get_id (QD_ENTITY (fixture->file.growth)),
                              title, why, colour, QD_ID_NONE, &error);
  g_assert_no_error (error);

  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  ui_fixture_set_up (&fixture->file, NULL);
  fixture->first = add_objective (fixture, "Calm <b>nights</b>", "So that we stay.", 0);
  fixture->second = add_objective (fixture, "Happy customers", NULL, 2);

  fixture->window = gtk_window_new ();
  fixture->view = QD_BOARD_VIEW (qd_board_view_new (fixture->file.store));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  qd_board_view_set_board (fixture->view, fixture->file.growth);
  gtk_window_present (GTK_WINDOW (fixture->window));
  /* GTK does not know on which monitor a popover is before the window is drawn. */
  ui_wait_for_layout (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  /* GTK holds on to a popover that goes until it has drawn the window without it. */
  ui_wait_for_layout (fixture->window);
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->view);
  ui_fixture_tear_down (&fixture->file, NULL);
}

static void
collect (GtkWidget *widget,
         GPtrArray *chips)
{
  if (QD_IS_OBJECTIVE_CHIP (widget))
    {
      if (gtk_widget_get_visible (widget))
        g_ptr_array_add (chips, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, chips);
}

static QdObjectiveChip *
get_chip (Fixture *fixture,
          guint    nth)
{
  g_autoptr (GPtrArray) chips = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->view), chips);
  g_assert_cmpuint (nth, <, chips->len);

  return g_ptr_array_index (chips, nth);
}

/* The chips that show, in order; those that are pressed in brackets. */
static void
assert_chips (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GPtrArray) chips = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  collect (GTK_WIDGET (fixture->view), chips);
  for (guint i = 0; i < chips->len; i++)
    {
      QdObjective *objective = qd_objective_chip_get_objective (chips->pdata[i]);
      const char *title = objective != NULL
                            ? qd_entity_get_title (QD_ENTITY (objective)) : "none";
      gboolean active = gtk_toggle_button_get_active (chips->pdata[i]);

      g_string_append_printf (text, active ? "%s[%s]" : "%s%s", i > 0 ? ", " : "", title);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
click (Fixture *fixture,
       guint    nth)
{
  g_signal_emit_by_name (get_chip (fixture, nth), "clicked");
}

static void
activate (Fixture    *fixture,
          const char *action,
          int         nth)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action,
                                             nth >= 0 ? "i" : NULL, nth));
}

static void
test_chips (Fixture       *fixture,
            gconstpointer  unused)
{
  QdObjectiveChip *chip = get_chip (fixture, 0);

  assert_chips (fixture, "Calm <b>nights</b>, Happy customers, none");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (chip),
                                    GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Calm <b>nights</b>");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "0 cards");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_chip (fixture, 2)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "3 cards");
  g_assert_cmpstr (qd_tooltip_get_text (GTK_WIDGET (chip)), ==,
                   "Calm <b>nights</b>\nSo that we stay.\n0 cards");
}

/* A click filters to one objective, a second click clears. */
static void
test_click (Fixture       *fixture,
            gconstpointer  unused)
{
  g_auto (GStrv) filter = NULL;

  click (fixture, 0);
  assert_chips (fixture, "[Calm <b>nights</b>], Happy customers, none");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_chip (fixture, 0)),
                                    GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  click (fixture, 2);
  assert_chips (fixture, "Calm <b>nights</b>, Happy customers, [none]");
  filter = qd_board_view_dup_filter (fixture->view);
  g_assert_cmpstr (filter[0], ==, "none");

  click (fixture, 2);
  assert_chips (fixture, "Calm <b>nights</b>, Happy customers, none");
}

/* The keys 1 to 9 add and take away, 0 clears. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  unused)
{
  activate (fixture, "board.filter-nth", 0);
  activate (fixture, "board.filter-nth", 1);
  assert_chips (fixture, "[Calm <b>nights</b>], [Happy customers], none");
  activate (fixture, "board.filter-nth", 0);
  assert_chips (fixture, "Calm <b>nights</b>, [Happy customers], none");
  activate (fixture, "board.filter-nth", 7);
  assert_chips (fixture, "Calm <b>nights</b>, [Happy customers], none");
  activate (fixture, "board.clear-filter", -1);
  assert_chips (fixture, "Calm <b>nights</b>, Happy customers, none");
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  unused)
{
  QdObjectiveChip *chip = get_chip (fixture, 0);
  QdId board = qd_entity_get_id (QD_ENTITY (fixture->file.growth));
  g_autoptr (GError) error = NULL;

  /* The chip moves, it is not made anew. */
  g_assert_true (qd_edit_move (fixture->file.store, QD_ENTITY_OBJECTIVE, fixture->first,
                               board, QD_SIDE_LAST, QD_ID_NONE, &error));
  assert_chips (fixture, "Happy customers, Calm <b>nights</b>, none");
  g_assert_true (get_chip (fixture, 1) == chip);

  g_assert_true (qd_edit_change_objective (fixture->file.store, fixture->first,
                                           &(QdObjectiveDraft) {
                                             .title = "Quiet nights",
                                             .colour = 5,
                                             .weight = 1.0,
                                           }, &error));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Quiet nights");

  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_OBJECTIVE,
                                  fixture->second, TRUE, &error));
  assert_chips (fixture, "Quiet nights, none");

  /* Without cards that have none, there is no such chip. */
  for (guint i = 0; i < 2; i++)
    {
      QdOrderedList *columns = qd_board_get_columns (fixture->file.growth);
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        qd_edit_set_objective (fixture->file.store,
                               qd_entity_get_id (qd_ordered_list_peek (cards, j)),
                               fixture->first, &error);
      g_assert_no_error (error);
    }
  assert_chips (fixture, "Quiet nights");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "3 cards");
}

static GtkWidget *
find_popover (GtkWidget *widget)
{
  if (QD_IS_OBJECTIVE_POPOVER (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_popover (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The best of what is found is chosen. */
static void
choose_parent (GtkWidget  *choice,
               const char *words)
{
  GtkWidget *entry;

  g_signal_emit_by_name (ui_find (choice, GTK_TYPE_BUTTON), "clicked");
  entry = ui_find (ui_find (choice, QD_TYPE_PARENT_LIST), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_add (Fixture       *fixture,
          gconstpointer  unused)
{
  GtkWidget *popover, *title, *grid;
  QdObjective *objective;

  activate (fixture, "board.new-objective", -1);
  popover = find_popover (GTK_WIDGET (fixture->view));
  g_assert_true (gtk_widget_get_visible (popover));

  /* The first colour that is not taken; 0 and 2 are. */
  grid = ui_find (popover, QD_TYPE_COLOUR_GRID);
  g_assert_cmpuint (qd_colour_grid_get_colour (QD_COLOUR_GRID (grid)), ==, 1);
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (popover, "Add Objective")));

  title = ui_find (popover, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (title), "  Grow  ");
  qd_colour_grid_set_colour (QD_COLOUR_GRID (grid), 11);
  g_assert_true (gtk_widget_get_sensitive (ui_find_button (popover, "Add Objective")));
  g_signal_emit_by_name (title, "activate");
  assert_chips (fixture, "Calm <b>nights</b>, Happy customers, Grow, none");

  objective = qd_objective_chip_get_objective (get_chip (fixture, 2));
  g_assert_cmpuint (qd_objective_get_colour (objective), ==, 11);
}

/* A new objective is aligned as it is made, in one step; the next one begins with none. */
static void
test_add_aligned (Fixture       *fixture,
                  gconstpointer  unused)
{
  QdStore *store = fixture->file.store;
  g_autoptr (GError) error = NULL;
  GtkWidget *popover, *choice, *button;
  QdObjective *objective;
  QdId lead;

  lead = qd_edit_new_objective (store, qd_entity_get_id (QD_ENTITY (fixture->file.sales)),
                                "Lead", NULL, 0, QD_ID_NONE, &error);
  activate (fixture, "board.new-objective", -1);
  popover = find_popover (GTK_WIDGET (fixture->view));
  choice = ui_find (popover, QD_TYPE_PARENT_CHOICE);
  button = ui_find (choice, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_mapped (button));
  choose_parent (choice, "sales");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Contributes To: Sales: Lead");

  gtk_editable_set_text (GTK_EDITABLE (ui_find (popover, GTK_TYPE_ENTRY)), "Grow");
  g_signal_emit_by_name (ui_find_button (popover, "Add Objective"), "clicked");
  assert_chips (fixture, "Calm <b>nights</b>, Happy customers, Grow, none");
  objective = qd_objective_chip_get_objective (get_chip (fixture, 2));
  g_assert_cmpint (qd_objective_get_parent (objective), ==, lead);

  activate (fixture, "board.new-objective", -1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Contributes To: None");
  gtk_popover_popdown (GTK_POPOVER (popover));

  g_assert_true (qd_undo_undo (store, NULL, &error));
  assert_chips (fixture, "Calm <b>nights</b>, Happy customers, none");
  ui_settle ();
}

static GtkWidget *
edit_first (Fixture *fixture)
{
  GtkWidget *strip = ui_find (GTK_WIDGET (fixture->view), QD_TYPE_OBJECTIVE_STRIP);

  qd_objective_strip_edit (QD_OBJECTIVE_STRIP (strip),
                           qd_objective_chip_get_objective (get_chip (fixture, 0)));

  return find_popover (GTK_WIDGET (fixture->view));
}

static void
type_weight (GtkWidget  *popover,
             const char *text)
{
  GtkWidget *weight = ui_find (popover, QD_TYPE_NUMBER_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (ui_find (weight, GTK_TYPE_ENTRY)), text);
}

static void
assert_objective (Fixture      *fixture,
                  QdCommitment  commitment,
                  double        weight)
{
  QdEntity *objective = qd_store_lookup (fixture->file.store, fixture->first);

  g_assert_cmpint (qd_objective_get_commitment (QD_OBJECTIVE (objective)), ==, commitment);
  g_assert_cmpfloat (qd_objective_get_weight (QD_OBJECTIVE (objective)), ==, weight);
}

/* All that was changed is one step. */
static void
test_weigh (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autofree char *before = qd_undo_dup_name (fixture->file.store);
  g_autofree char *same = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *popover = edit_first (fixture);

  g_assert_cmpfloat (qd_number_entry_get_value (QD_NUMBER_ENTRY (
                       ui_find (popover, QD_TYPE_NUMBER_ENTRY))), ==, 1.0);
  g_signal_emit_by_name (ui_find_button (popover, "Save"), "clicked");
  g_assert_false (gtk_widget_get_visible (popover));
  same = qd_undo_dup_name (fixture->file.store);
  g_assert_cmpstr (same, ==, before);

  edit_first (fixture);
  type_weight (popover, "2");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (ui_find (popover, QD_TYPE_CHOICE),
                                                      GTK_TYPE_DROP_DOWN)), 1);
  assert_objective (fixture, QD_COMMITMENT_ASPIRATIONAL, 1.0);
  g_signal_emit_by_name (ui_find_button (popover, "Save"), "clicked");
  g_assert_false (gtk_widget_get_visible (popover));
  assert_objective (fixture, QD_COMMITMENT_COMMITTED, 2.0);

  after = qd_undo_dup_name (fixture->file.store);
  g_assert_cmpstr (after, ==, "Change the Commitment of “Calm <b>nights</b>”");
  g_assert_true (qd_undo_undo (fixture->file.store, NULL, &error));
  g_assert_no_error (error);
  assert_objective (fixture, QD_COMMITMENT_ASPIRATIONAL, 1.0);
}

/* What it begins with is nothing that somebody typed, and stays where that is undone. */
static void
test_undo_in_title (Fixture       *fixture,
                    gconstpointer  unused)
{
  GtkWidget *popover = edit_first (fixture);
  GtkEditable *title = GTK_EDITABLE (ui_find (popover, GTK_TYPE_ENTRY));
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (title));
  int at = -1;

  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Calm <b>nights</b>");
  gtk_editable_insert_text (title, ", calm days", -1, &at);
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Calm <b>nights</b>");

  /* GTK would look for a tooltip in a popover that has lost its window. */
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_wait_for_layout (fixture->window);
}

/* The popover waits for a weight that is one, and forgets what it was told before. */
static void
test_weigh_refused (Fixture       *fixture,
                    gconstpointer  unused)
{
  GtkWidget *popover = edit_first (fixture);
  GtkWidget *weight = ui_find (popover, QD_TYPE_NUMBER_ENTRY);
  GtkWidget *title = ui_find (popover, GTK_TYPE_ENTRY);

  type_weight (popover, "-1");
  g_signal_emit_by_name (ui_find_button (popover, "Save"), "clicked");
  g_assert_true (gtk_widget_get_visible (popover));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_find (weight, GTK_TYPE_ENTRY)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "A weight cannot be less than 0.");
  g_assert_nonnull (gtk_widget_get_focus_child (weight));
  gtk_popover_popdown (GTK_POPOVER (popover));
  /* A window that loses its focus twice in one frame never lets go of the first loser. */
  ui_wait_for_layout (fixture->window);
  assert_objective (fixture, QD_COMMITMENT_ASPIRATIONAL, 1.0);

  /* A new one is not asked for it. */
  activate (fixture, "board.new-objective", -1);
  g_assert_false (gtk_widget_get_mapped (weight));
  gtk_editable_set_text (GTK_EDITABLE (title), "Grow");
  g_signal_emit_by_name (title, "activate");
  ui_wait_for_layout (fixture->window);
  assert_chips (fixture, "Calm <b>nights</b>, Happy customers, Grow, none");

  edit_first (fixture);
  type_weight (popover, "");
  g_signal_emit_by_name (ui_find_button (popover, "Save"), "clicked");
  assert_objective (fixture, QD_COMMITMENT_ASPIRATIONAL, 1.0);
}

/* What an objective contributes to is chosen with all else, and its chip tells. */
static void
test_align (Fixture       *fixture,
            gconstpointer  unused)
{
  QdStore *store = fixture->file.store;
  QdObjectiveChip *chip = get_chip (fixture, 0);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *popover, *choice, *button;
  QdId lead;

  lead = qd_edit_new_objective (store, qd_entity_get_id (QD_ENTITY (fixture->file.sales)),
                                "Lead", NULL, 0, QD_ID_NONE, &error);
  g_assert_true (qd_edit_align (store, fixture->second, fixture->first, &error));

  popover = edit_first (fixture);
  choice = ui_find (popover, QD_TYPE_PARENT_CHOICE);
  button = ui_find (choice, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Contributes To: None");

  /* What contributes to it is not offered. */
  choose_parent (choice, "happy");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_cmpint (qd_parent_choice_get_parent (QD_PARENT_CHOICE (choice)), ==, QD_ID_NONE);
  choose_parent (choice, "sales");
  g_assert_cmpint (qd_parent_choice_get_parent (QD_PARENT_CHOICE (choice)), ==, lead);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Contributes To: Sales: Lead");

  type_weight (popover, "2");
  g_signal_emit_by_name (ui_find_button (popover, "Save"), "clicked");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "0 cards, contributes to Sales: Lead");
  g_assert_cmpstr (qd_tooltip_get_text (GTK_WIDGET (chip)), ==,
                   "Calm <b>nights</b>\nSo that we stay.\n0 cards, contributes to Sales: Lead");

  /* All of it was one step. */
  name = qd_undo_dup_name (store);
  g_assert_cmpstr (name, ==, "Set the Weight of “Calm <b>nights</b>” to 2");
  g_assert_true (qd_undo_undo (store, NULL, &error));
  assert_objective (fixture, QD_COMMITMENT_ASPIRATIONAL, 1.0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chip),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "0 cards");
  ui_settle ();
}

/* What closed a ring meanwhile is refused, and nothing of it is written. */
static void
test_align_refused (Fixture       *fixture,
                    gconstpointer  unused)
{
  const QdObjectiveDraft draft = {
    .title = "Other",
    .weight = 1.0,
    .parent = fixture->second,
  };
  QdEntity *first = qd_store_lookup (fixture->file.store, fixture->first);
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_edit_align (fixture->file.store, fixture->second, fixture->first, &error));
  g_assert_false (qd_edit_change_objective (fixture->file.store, fixture->first, &draft, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_cmpstr (qd_entity_get_title (first), ==, "Calm <b>nights</b>");
  g_assert_cmpint (qd_objective_get_parent (QD_OBJECTIVE (first)), ==, QD_ID_NONE);
}

static void
test_colours (void)
{
  QdColourGrid *grid = g_object_ref_sink (g_object_new (QD_TYPE_COLOUR_GRID, NULL));
  guint n_buttons = 0;

  g_assert_cmpuint (qd_colour_grid_get_colour (grid), ==, 0);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (grid));
       button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           gtk_widget_get_tooltip_text (button));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      g_assert_cmpuint (qd_colour_grid_get_colour (grid), ==, n_buttons);
      n_buttons++;
    }
  g_assert_cmpuint (n_buttons, ==, QD_N_COLOURS);

  g_assert_finalize_object (grid);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/objective-strip/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("chips", test_chips);
  ADD ("click", test_click);
  ADD ("keys", test_keys);
  ADD ("follows", test_follows);
  ADD ("add", test_add);
  ADD ("add-aligned", test_add_aligned);
  ADD ("undo-in-title", test_undo_in_title);
  ADD ("weigh", test_weigh);
  ADD ("weigh-refused", test_weigh_refused);
  ADD ("align", test_align);
  ADD ("align-refused", test_align_refused);
  g_test_add_func ("/objective-strip/colours", test_colours);

  return g_test_run ();
}
