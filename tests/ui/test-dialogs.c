/* Dialogs for new boards and for cycles: what they propose, refuse and do. */

#include "config.h"

#include <gtk/gtk.h>

#include "dialogs/qd-cycle-dialog.h"
#include "dialogs/qd-new-board-dialog.h"
#include "dialogs/qd-report-dialog.h"
#include "store/qd-edit.h"
#include "ui-fixture.h"
#include "widgets/qd-day-button.h"

typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdBoard *created;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  ui_fixture_set_up (&fixture->file, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_tear_down (&fixture->file, NULL);
}

static void
on_created (Fixture *fixture,
            QdBoard *board)
{
  fixture->created = board;
}

static QdNewBoardDialog *
ask_for_board (Fixture *fixture)
{
  QdNewBoardDialog *dialog;

  dialog = qd_new_board_dialog_present (fixture->window, fixture->file.store, NULL);
  g_signal_connect_swapped (dialog, "created", G_CALLBACK (on_created), fixture);

  return dialog;
}

static void
type_team (QdNewBoardDialog *dialog,
           const char       *team)
{
  GtkWidget *entry = ui_find (gtk_window_get_child (GTK_WINDOW (dialog)),
                              GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), team);
}

static void
click (GtkWindow  *dialog,
       const char *label)
{
  GtkWidget *button = ui_find_button (gtk_window_get_titlebar (dialog), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Whether any label that can be seen says @text. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  GtkWidget *child;

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, text))
        return TRUE;
    }

  return FALSE;
}

/* The cycle that runs is proposed. */
static void
test_new_board (Fixture       *fixture,
                gconstpointer  unused)
{
  QdNewBoardDialog *dialog = ask_for_board (fixture);
  gpointer gone = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &gone);
  g_assert_true (says (GTK_WIDGET (dialog), "Not Started"));
  g_assert_true (says (GTK_WIDGET (dialog), "Complete"));

  type_team (dialog, "  Platform ");
  click (GTK_WINDOW (dialog), "Create");
  g_assert_nonnull (fixture->created);
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (fixture->created)), ==,
                   "Platform");
  g_assert_true (qd_board_get_cycle (fixture->created) ==
                 qd_board_get_cycle (fixture->file.growth));
  g_assert_cmpuint (qd_ordered_list_get_length (
                      qd_board_get_columns (fixture->created)), ==, 4);

  ui_settle ();
  g_assert_null (gone);
}

static void
test_new_board_errors (Fixture       *fixture,
                       gconstpointer  unused)
{
  QdNewBoardDialog *dialog = ask_for_board (fixture);

  click (GTK_WINDOW (dialog), "Create");
  g_assert_true (says (GTK_WIDGET (dialog),
                       "A board needs the name of its team."));

  type_team (dialog, "growth");
  g_assert_false (says (GTK_WIDGET (dialog),
                        "A board needs the name of its team."));
  click (GTK_WINDOW (dialog), "Create");
  g_assert_true (says (GTK_WIDGET (dialog),
                       "growth has a board in This quarter already."));
  g_assert_null (fixture->created);

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_new_cycle (Fixture       *fixture,
                gconstpointer  unused)
{
  QdNewBoardDialog *dialog = ask_for_board (fixture);
  GtkWidget *cycle = ui_find (gtk_window_get_child (GTK_WINDOW (dialog)),
                              GTK_TYPE_DROP_DOWN);
  QdDay first_day;
  QdDay last_day;
  g_autofree char *name = qd_day_quarter_name (qd_clock_today ());

  /* It is no quarter that runs, so this one is proposed. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (cycle), 1);
  type_team (dialog, "Growth");
  click (GTK_WINDOW (dialog), "Create");

  g_assert_nonnull (fixture->created);
  qd_day_get_quarter (qd_clock_today (), &first_day, &last_day);
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (
                     qd_board_get_cycle (fixture->created))), ==, name);
  g_assert_cmpuint (qd_cycle_get_first_day (qd_board_get_cycle (fixture->created)),
                    ==, first_day);
  g_assert_cmpuint (qd_cycle_get_last_day (qd_board_get_cycle (fixture->created)),
                    ==, last_day);
}

static void
test_edit_cycle (Fixture       *fixture,
                 gconstpointer  unused)
{
  QdCycle *cycle = qd_board_get_cycle (fixture->file.growth);
  const QdDay first_day = qd_cycle_get_first_day (cycle);
  QdCycleDialog *dialog;
  GtkWidget *content;
  GtkWidget *title;
  GtkWidget *day;

  dialog = qd_cycle_dialog_present (fixture->window, fixture->file.store, cycle);
  content = gtk_window_get_child (GTK_WINDOW (dialog));
  title = ui_find (content, GTK_TYPE_ENTRY);
  day = ui_find (content, QD_TYPE_DAY_BUTTON);
  g_assert_cmpuint (qd_day_button_get_day (QD_DAY_BUTTON (day)), ==, first_day);

  gtk_editable_set_text (GTK_EDITABLE (title), "");
  click (GTK_WINDOW (dialog), "Save");
  g_assert_true (says (content, "A cycle needs a name, such as “2026 Q4”."));

  gtk_editable_set_text (GTK_EDITABLE (title), "Autumn");
  qd_day_button_set_day (QD_DAY_BUTTON (day), first_day + 1000);
  g_assert_true (says (content, "The last day must not lie before the first."));
  click (GTK_WINDOW (dialog), "Save");
  g_assert_cmpuint (qd_cycle_get_first_day (cycle), ==, first_day);

  qd_day_button_set_day (QD_DAY_BUTTON (day), first_day + 7);
  click (GTK_WINDOW (dialog), "Save");
  g_assert_cmpuint (qd_cycle_get_first_day (cycle), ==, first_day + 7);
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (cycle)), ==, "Autumn");
}

static void
test_day_button (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = g_object_new (QD_TYPE_DAY_BUTTON, "label", "First day", NULL);
  GtkWidget *menu;
  GtkWidget *calendar;
  int day;

  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  qd_day_button_set_day (QD_DAY_BUTTON (button), qd_day_new (2026, 2, 28));
  menu = ui_find (button, GTK_TYPE_MENU_BUTTON);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (menu)),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "First day: February 28, 2026");

  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  calendar = gtk_popover_get_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu)));
  g_object_get (calendar, "day", &day, NULL);
  g_assert_cmpint (day, ==, 28);
  g_assert_cmpuint (qd_day_button_get_day (QD_DAY_BUTTON (button)), ==,
                    qd_day_new (2026, 2, 28));
  g_object_set (calendar, "day", 3, NULL);
  g_assert_cmpuint (qd_day_button_get_day (QD_DAY_BUTTON (button)), ==,
                    qd_day_new (2026, 2, 3));

  g_object_ref (button);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_assert_finalized (button);
}

/* The action is one of the window that asked. */
static void
on_action (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  char **said = user_data;

  *said = g_variant_dup_string (parameter, NULL);
}

static void
test_report (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = NULL;
  g_autofree char *said = NULL;
  QdReportDialog *dialog;

  action = g_simple_action_new ("say", G_VARIANT_TYPE_STRING);
  g_signal_connect (action, "activate", G_CALLBACK (on_action), &said);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "test", G_ACTION_GROUP (group));

  dialog = qd_report_dialog_present (fixture->window, "Import", "Brought in 3.",
                                     "Line 4: <b>no</b>");
  g_assert_true (says (GTK_WIDGET (dialog), "Brought in 3."));
  qd_report_dialog_set_action (dialog, "Undo", "test.say",
                               g_variant_new_string ("yes"));
  click (GTK_WINDOW (dialog), "Undo");
  g_assert_cmpstr (said, ==, "yes");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/dialogs/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("new-board", test_new_board);
  ADD ("new-board-errors", test_new_board_errors);
  ADD ("new-cycle", test_new_cycle);
  ADD ("edit-cycle", test_edit_cycle);
  ADD ("report", test_report);

#undef ADD

  g_test_add_func ("/dialogs/day-button", test_day_button);

  return g_test_run ();
}
