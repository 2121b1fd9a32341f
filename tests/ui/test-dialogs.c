/* Dialogs, what asks for a line of text, and the archive: what they propose,
 * refuse and do. */

#include "config.h"

#include <gtk/gtk.h>

#include "board/qd-entry-popover.h"
#include "dialogs/qd-backup-dialog.h"
#include "dialogs/qd-cycle-dialog.h"
#include "dialogs/qd-cycle-form.h"
#include "dialogs/qd-move-dialog.h"
#include "dialogs/qd-new-board-dialog.h"
#include "dialogs/qd-report-dialog.h"
#include "pages/qd-archive-page.h"
#include "qd-error.h"
#include "store/qd-backup.h"
#include "store/qd-db.h"
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

/* The first label of an error that shows. */
static const char *
find_error (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "error"))
    return gtk_label_get_text (GTK_LABEL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = find_error (child);

      if (text != NULL)
        return text;
    }

  return NULL;
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (fixture->file.path, QD_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  qd_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* The file takes nothing until allow_writing(). */
static void
refuse_writing (Fixture *fixture)
{
  execute (fixture, "ALTER TABLE chg RENAME TO gone");
}

static void
allow_writing (Fixture *fixture)
{
  execute (fixture, "ALTER TABLE gone RENAME TO chg");
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

/* What the file refuses is no fault of the team's name. */
static void
test_new_board_refused (Fixture       *fixture,
                        gconstpointer  unused)
{
  QdNewBoardDialog *dialog = ask_for_board (fixture);
  GtkWidget *entry = ui_find (gtk_window_get_child (GTK_WINDOW (dialog)),
                              GTK_TYPE_ENTRY);

  type_team (dialog, "Platform");
  refuse_writing (fixture);
  click (GTK_WINDOW (dialog), "Create");
  g_assert_null (fixture->created);
  g_assert_nonnull (find_error (GTK_WIDGET (dialog)));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));

  allow_writing (fixture);
  click (GTK_WINDOW (dialog), "Create");
  g_assert_nonnull (fixture->created);
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
test_edit_cycle_refused (Fixture       *fixture,
                         gconstpointer  unused)
{
  QdCycle *cycle = qd_board_get_cycle (fixture->file.growth);
  g_autofree char *refusal = NULL;
  QdCycleDialog *dialog;
  GtkWidget *title;

  dialog = qd_cycle_dialog_present (fixture->window, fixture->file.store, cycle);
  title = ui_find (gtk_window_get_child (GTK_WINDOW (dialog)), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (title), "Autumn");

  refuse_writing (fixture);
  click (GTK_WINDOW (dialog), "Save");
  refusal = g_strdup (find_error (GTK_WIDGET (dialog)));
  g_assert_nonnull (refusal);
  g_assert_false (gtk_widget_has_css_class (title, "error"));

  /* What was said no longer holds. */
  gtk_editable_set_text (GTK_EDITABLE (title), "");
  click (GTK_WINDOW (dialog), "Save");
  g_assert_cmpstr (find_error (GTK_WIDGET (dialog)), ==,
                   "A cycle needs a name, such as “2026 Q4”.");
  g_assert_false (says (GTK_WIDGET (dialog), refusal));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Shift+Tab leads out of the form, and not round in it. */
static void
test_cycle_form_focus (Fixture       *fixture,
                       gconstpointer  unused)
{
  QdCycleDialog *dialog;
  GtkWidget *content;
  GtkWidget *focus;

  dialog = qd_cycle_dialog_present (fixture->window, fixture->file.store,
                                    qd_board_get_cycle (fixture->file.growth));
  content = gtk_window_get_child (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (ui_find (content, QD_TYPE_CYCLE_FORM));
  focus = gtk_window_get_focus (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_is_ancestor (focus, ui_find (content, GTK_TYPE_ENTRY)));

  gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_BACKWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (dialog));
  g_assert_nonnull (focus);
  g_assert_false (gtk_widget_is_ancestor (focus, content));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static QdColumn *
load_first_column (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  qd_store_load_board (fixture->file.store, fixture->file.growth, &error);
  g_assert_no_error (error);

  return qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 0);
}

/* A move that fails says why, and the dialog waits. */
static void
test_move_refused (Fixture       *fixture,
                   gconstpointer  unused)
{
  QdColumn *column = load_first_column (fixture);
  QdCard *card = qd_ordered_list_peek (qd_column_get_cards (column), 0);
  QdMoveDialog *dialog;
  gpointer gone;

  dialog = qd_move_dialog_present (fixture->window, fixture->file.store, card);
  gone = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), &gone);
  g_assert_null (find_error (GTK_WIDGET (dialog)));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_find (GTK_WIDGET (dialog),
                                                       GTK_TYPE_SPIN_BUTTON)), 2);

  refuse_writing (fixture);
  click (GTK_WINDOW (dialog), "Move");
  ui_settle ();
  g_assert_nonnull (gone);
  g_assert_nonnull (find_error (GTK_WIDGET (dialog)));
  g_assert_true (qd_ordered_list_peek (qd_column_get_cards (column), 0) == card);

  allow_writing (fixture);
  click (GTK_WINDOW (dialog), "Move");
  g_assert_true (qd_ordered_list_peek (qd_column_get_cards (column), 1) == card);
  ui_settle ();
  g_assert_null (gone);
}

static void
test_backups (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  QdBackupDialog *dialog;
  GtkWidget *row;

  g_assert_true (qd_backup_make (fixture->file.path, NULL, NULL, &error));
  dialog = qd_backup_dialog_present (fixture->window, fixture->file.path);
  row = ui_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX_ROW);
  g_assert_nonnull (row);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
take_line (const char  *text,
           gpointer     user_data,
           GError     **error)
{
  char **taken = user_data;

  if (g_str_equal (text, "five"))
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID, "Not a number.");
      return FALSE;
    }

  g_free (*taken);
  *taken = g_strdup (text);

  return TRUE;
}

/* What is not good enough is said and marked, until it changes. */
static void
test_entry_popover (Fixture       *fixture,
                    gconstpointer  unused)
{
  GtkWidget *parent = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *popover = qd_entry_popover_new ();
  g_autofree char *taken = NULL;
  GtkWidget *entry;
  GtkWidget *button;

  gtk_window_set_child (GTK_WINDOW (fixture->window), parent);
  gtk_widget_set_parent (popover, parent);
  qd_entry_popover_ask (QD_ENTRY_POPOVER (popover), &(GdkRectangle) { 0, 0, 1, 1 },
                        "Limit", "five", FALSE, take_line, &taken);
  entry = ui_find (popover, GTK_TYPE_ENTRY);
  button = ui_find_button (popover, "Apply");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Apply");

  g_signal_emit_by_name (button, "clicked");
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_cmpstr (find_error (popover), ==, "Not a number.");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  gtk_editable_set_text (GTK_EDITABLE (entry), " 5 ");
  g_assert_null (find_error (popover));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));

  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (taken, ==, "5");
  g_assert_false (gtk_widget_get_visible (popover));

  /* The next question knows nothing of the last. */
  qd_entry_popover_ask (QD_ENTRY_POPOVER (popover), &(GdkRectangle) { 0, 0, 1, 1 },
                        "Limit", "five", FALSE, take_line, &taken);
  g_signal_emit_by_name (button, "clicked");
  qd_entry_popover_ask (QD_ENTRY_POPOVER (popover), &(GdkRectangle) { 0, 0, 1, 1 },
                        "Limit", "five", FALSE, take_line, &taken);
  g_assert_null (find_error (popover));

  gtk_widget_unparent (popover);
}

static void
archive_card (Fixture *fixture,
              QdCard  *card)
{
  g_autoptr (GError) error = NULL;

  qd_edit_archive (fixture->file.store, QD_ENTITY_CARD,
                   qd_entity_get_id (QD_ENTITY (card)), TRUE, &error);
  g_assert_no_error (error);
}

/* A row of the archive, counted from the top. */
static GtkWidget *
get_row (GtkWidget *page,
         guint      position)
{
  GtkWidget *row = gtk_widget_get_first_child (ui_find (page, GTK_TYPE_LIST_VIEW));

  while (position-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static char *
dup_title (GtkWidget *row)
{
  return g_strdup (gtk_label_get_text (GTK_LABEL (ui_find (row, GTK_TYPE_LABEL))));
}

/* Restores what is at @position, and finds the focus on the button of what was
 * at @heir. */
static void
restore (Fixture   *fixture,
         GtkWidget *page,
         guint      position,
         guint      heir)
{
  g_autofree char *expected = dup_title (get_row (page, heir));
  g_autofree char *title = NULL;
  GtkWidget *button = ui_find_button (get_row (page, position), "Restore");
  GtkWidget *row;

  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();

  button = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_BUTTON (button));
  row = gtk_widget_get_parent (button);
  title = dup_title (row);
  g_assert_cmpstr (title, ==, expected);
}

/* The focus goes to what takes the place of what was restored. */
static void
test_archive (Fixture       *fixture,
              gconstpointer  unused)
{
  QdOrderedList *cards = qd_column_get_cards (load_first_column (fixture));
  GtkWidget *page = qd_archive_page_new (fixture->file.store);

  ui_add_card (fixture->file.store, fixture->file.growth, 0, "Third");
  ui_add_card (fixture->file.store, fixture->file.growth, 0, "Fourth");
  while (qd_ordered_list_get_length (cards) > 0)
    archive_card (fixture, qd_ordered_list_peek (cards, 0));
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  ui_settle ();

  restore (fixture, page, 1, 2);
  restore (fixture, page, 1, 2);

  /* Behind the last there is none. */
  restore (fixture, page, 1, 0);
  g_assert_cmpuint (qd_ordered_list_get_length (cards), ==, 3);

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
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
  calendar = ui_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu))),
                      GTK_TYPE_CALENDAR);
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
  ADD ("new-board-refused", test_new_board_refused);
  ADD ("new-cycle", test_new_cycle);
  ADD ("edit-cycle", test_edit_cycle);
  ADD ("edit-cycle-refused", test_edit_cycle_refused);
  ADD ("cycle-form-focus", test_cycle_form_focus);
  ADD ("move-refused", test_move_refused);
  ADD ("backups", test_backups);
  ADD ("entry-popover", test_entry_popover);
  ADD ("archive", test_archive);
  ADD ("report", test_report);

#undef ADD

  g_test_add_func ("/dialogs/day-button", test_day_button);

  return g_test_run ();
}
