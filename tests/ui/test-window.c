/* The window as a whole: what it shows, remembers, undoes and brings in. */

#include "config.h"

#include <gtk/gtk.h>
#include <stdio.h>
#include <unistd.h>

#include "board/qd-board-view.h"
#include "dialogs/qd-report-dialog.h"
#include "pages/qd-archive-page.h"
#include "qd-screenshot.h"
#include "qd-window-work.h"
#include "store/qd-edit.h"
#include "widgets/qd-tooltip.h"
#include "window-fixture.h"

static void
assert_titles (WindowFixture *fixture,
               const char    *title,
               const char    *subtitle)
{
  g_assert_cmpstr (gtk_label_get_text (fixture->window->title), ==, title);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, title);
  g_assert_cmpstr (gtk_label_get_text (fixture->window->subtitle), ==, subtitle);
}

static void
assert_page (WindowFixture *fixture,
             const char    *name)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->pages), ==,
                   name);
}

static void
activate (WindowFixture *fixture,
          const char    *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action,
                                             NULL));
}

static QdId
get_column (QdBoard *board,
            guint    position)
{
  return qd_entity_get_id (qd_ordered_list_peek (qd_board_get_columns (board),
                                                 position));
}

static QdEntity *
get_card (QdBoard *board,
          guint    column,
          guint    position)
{
  QdColumn *at = qd_ordered_list_peek (qd_board_get_columns (board), column);

  return qd_ordered_list_peek (qd_column_get_cards (at), position);
}

static void
archive (WindowFixture *fixture,
         QdEntity      *entity)
{
  g_autoptr (GError) error = NULL;

  qd_edit_archive (fixture->file.store, qd_entity_get_kind (entity),
                   qd_entity_get_id (entity), TRUE, &error);
  g_assert_no_error (error);
}

static void
test_titles (WindowFixture *fixture,
             gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  assert_page (fixture, "board");
  assert_titles (fixture, "Growth · This quarter", "week 6 of 13 · net confidence 0");
  qd_window_set_board (fixture->window, fixture->file.sales);
  assert_titles (fixture, "Sales · This quarter", "week 6 of 13");

  g_assert_true (qd_edit_rename (fixture->file.store, QD_ENTITY_BOARD,
                                 qd_entity_get_id (QD_ENTITY (fixture->file.sales)),
                                 "<i>Sales</i> & more", &error));
  assert_titles (fixture, "<i>Sales</i> & more · This quarter", "week 6 of 13");
}

static void
test_state (WindowFixture *fixture,
            gconstpointer  unused)
{
  const char * const parts[] = { "none", "owner:none", "due", "text:Raise NPS", NULL };
  const char * const nothing[] = { NULL };
  g_auto (GStrv) filter = NULL;
  int width;
  int height;

  qd_window_set_board (fixture->window, fixture->file.sales);
  qd_window_set_board (fixture->window, fixture->file.growth);
  qd_board_view_set_filter (QD_BOARD_VIEW (fixture->window->board_view), parts);
  qd_window_set_board (fixture->window, fixture->file.sales);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 840, 520);
  qd_split_set_show_sidebar (fixture->window->split, FALSE);
  qd_split_set_sidebar_width (fixture->window->split, 222);
  window_fixture_close (fixture);

  window_fixture_show (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 840);
  g_assert_cmpint (height, ==, 520);
  g_assert_false (qd_split_get_show_sidebar (fixture->window->split));
  g_assert_cmpint (qd_split_get_sidebar_width (fixture->window->split), ==, 222);
  g_assert_true (qd_window_get_board (fixture->window) == fixture->file.sales);

  /* Each board has a filter of its own. */
  filter = qd_board_view_dup_filter (QD_BOARD_VIEW (fixture->window->board_view));
  g_assert_true (filter == NULL || filter[0] == NULL);
  g_clear_pointer (&filter, g_strfreev);
  qd_window_set_board (fixture->window, fixture->file.growth);
  filter = qd_board_view_dup_filter (QD_BOARD_VIEW (fixture->window->board_view));
  g_assert_true (g_strv_equal ((const char * const *) filter, parts));
  qd_board_view_set_filter (QD_BOARD_VIEW (fixture->window->board_view), nothing);
}

static void
test_undo (WindowFixture *fixture,
           gconstpointer  unused)
{
  QdBoard *board = fixture->file.growth;
  QdEntity *card = get_card (board, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_edit_move (fixture->file.store, QD_ENTITY_CARD,
                               qd_entity_get_id (card), get_column (board, 2),
                               QD_SIDE_LAST, QD_ID_NONE, &error));
  g_assert_true (gtk_widget_get_sensitive (fixture->window->undo_button));
  g_assert_false (gtk_widget_get_sensitive (fixture->window->redo_button));
  g_assert_cmpstr (qd_tooltip_get_text (fixture->window->undo_button), ==,
                   "Undo Move “Raise NPS” to At Risk (Ctrl+Z)");
  g_assert_cmpstr (qd_toaster_get_text (fixture->window->toaster), ==,
                   "Moved “Raise NPS” to At Risk");

  activate (fixture, "win.undo");
  g_assert_true (get_card (board, 0, 0) == card);
  g_assert_true (gtk_widget_get_sensitive (fixture->window->redo_button));
  g_assert_cmpstr (qd_toaster_get_text (fixture->window->toaster), ==,
                   "Undone: Move “Raise NPS” to At Risk");

  activate (fixture, "win.redo");
  g_assert_true (get_card (board, 2, 0) == card);
  g_assert_false (gtk_widget_get_sensitive (fixture->window->redo_button));
}

/* What can be seen where it is done is not told. */
static void
test_toasts (WindowFixture *fixture,
             gconstpointer  unused)
{
  QdToaster *toaster = fixture->window->toaster;
  QdBoard *board = fixture->file.growth;
  QdStore *store = fixture->file.store;
  g_autoptr (GError) error = NULL;
  QdId objective;

  ui_add_card (store, board, 0, "New");
  objective = qd_edit_new_objective (store,
                                     qd_entity_get_id (QD_ENTITY (board)),
                                     "Grow", NULL, 0, QD_ID_NONE, &error);
  qd_edit_rename (store, QD_ENTITY_CARD,
                  qd_entity_get_id (get_card (board, 0, 0)), "Other", &error);
  qd_edit_move (store, QD_ENTITY_CARD,
                qd_entity_get_id (get_card (board, 0, 0)), get_column (board, 0),
                QD_SIDE_LAST, QD_ID_NONE, &error);
  g_assert_no_error (error);
  g_assert_null (qd_toaster_get_text (toaster));

  qd_edit_set_objective (store, qd_entity_get_id (get_card (board, 0, 0)),
                         objective, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (qd_toaster_get_text (toaster), ==,
                   "Labelled “Lower churn” with “Grow”");

  /* Its undo would now be that of something else. */
  qd_edit_rename (store, QD_ENTITY_CARD,
                  qd_entity_get_id (get_card (board, 0, 0)), "Again", &error);
  g_assert_null (qd_toaster_get_text (toaster));

  archive (fixture, get_card (board, 1, 0));
  g_assert_cmpstr (qd_toaster_get_text (toaster), ==, "Archived “Win ten teams”");
}

static void
test_archive (WindowFixture *fixture,
              gconstpointer  unused)
{
  GtkWidget *page;

  archive (fixture, get_card (fixture->file.growth, 1, 0));
  activate (fixture, "win.archive");
  ui_settle ();
  assert_page (fixture, "archive");
  assert_titles (fixture, "Archive", "");

  page = ui_find (GTK_WIDGET (fixture->window), QD_TYPE_ARCHIVE_PAGE);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (ui_find_button (page, "Restore")),
    GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Restore Win ten teams, Key result on Growth, This quarter");
  g_signal_emit_by_name (ui_find_button (page, "Restore"), "clicked");
  g_assert_nonnull (get_card (fixture->file.growth, 1, 0));
  ui_settle ();
  g_assert_null (ui_find_button (page, "Restore"));
}

/* Without boards there is a word of welcome, and no sidebar. */
static void
test_welcome (WindowFixture *fixture,
              gconstpointer  unused)
{
  archive (fixture, QD_ENTITY (fixture->file.growth));
  g_assert_true (qd_window_get_board (fixture->window) == fixture->file.sales);
  archive (fixture, QD_ENTITY (fixture->file.sales));
  assert_page (fixture, "welcome");
  assert_titles (fixture, "Quarterdeck", "");
  g_assert_false (gtk_widget_get_sensitive (fixture->window->sidebar_button));
  g_assert_nonnull (ui_find_button (GTK_WIDGET (fixture->window),
                                    "Create a Board…"));

  activate (fixture, "win.undo");
  assert_page (fixture, "board");
  g_assert_true (qd_window_get_board (fixture->window) == fixture->file.sales);
}

/* The archive is where the only board can be brought back from. */
static void
test_archive_without_boards (WindowFixture *fixture,
                             gconstpointer  unused)
{
  GtkWidget *page;

  archive (fixture, QD_ENTITY (fixture->file.sales));
  archive (fixture, QD_ENTITY (fixture->file.growth));
  assert_page (fixture, "welcome");

  activate (fixture, "win.archive");
  ui_settle ();
  assert_page (fixture, "archive");
  page = ui_find (GTK_WIDGET (fixture->window), QD_TYPE_ARCHIVE_PAGE);
  g_signal_emit_by_name (ui_find_button (page, "Restore"), "clicked");
  ui_settle ();
  assert_page (fixture, "archive");
  g_assert_nonnull (qd_sidebar_get_first_board (fixture->window->sidebar));
}

/* Another program writes: it is to be seen within a second. */
static void
test_foreign_change (WindowFixture *fixture,
                     gconstpointer  unused)
{
  QdStore *other;
  g_autoptr (GError) error = NULL;
  const gint64 begin = g_get_monotonic_time ();

  other = qd_store_open (fixture->file.path, QD_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_true (qd_edit_rename (other, QD_ENTITY_BOARD,
                                 qd_entity_get_id (QD_ENTITY (fixture->file.growth)),
                                 "Renamed", &error));
  g_object_unref (other);

  while (!g_str_equal (qd_entity_get_title (QD_ENTITY (fixture->file.growth)),
                       "Renamed"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 2 * G_USEC_PER_SEC);
  assert_titles (fixture, "Renamed · This quarter", "week 6 of 13 · net confidence 0");
  g_assert_null (qd_toaster_get_text (fixture->window->toaster));
}

static QdReportDialog *
wait_for_report (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (TRUE)
    {
      for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (QD_IS_REPORT_DIALOG (window))
            return QD_REPORT_DIALOG (window);
        }
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
import_as (WindowFixture *fixture,
           const char    *name,
           const char    *text)
{
  g_autofree char *path = ui_fixture_name (&fixture->file, name);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_list_store_append (files, file);
  qd_window_import (fixture->window, G_LIST_MODEL (files));
}

static void
import (WindowFixture *fixture,
        const char    *text)
{
  import_as (fixture, "plan.md", text);
}

static void
assert_shown (WindowFixture *fixture,
              const char    *title)
{
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (
                     qd_window_get_board (fixture->window))), ==, title);
}

static void
click_undo (QdReportDialog *dialog)
{
  GtkWidget *bar = gtk_window_get_titlebar (GTK_WINDOW (dialog));

  g_signal_emit_by_name (ui_find_button (bar, "Undo the Import"), "clicked");
}

static void
test_drop (WindowFixture *fixture,
           gconstpointer  unused)
{
  g_autofree char *path = ui_fixture_name (&fixture->file, "team.md");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_file_set_contents (path, "- KR: Cut the build from 20 to 5 minutes\n", -1,
                       &error);
  g_assert_no_error (error);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (fixture->window->drop_target, "drop", &value, 10.0, 10.0,
                         &taken);
  g_assert_true (taken);

  /* A text that names no team is called like its file. */
  gtk_window_destroy (GTK_WINDOW (wait_for_report ()));
  assert_shown (fixture, "team");
}

static void
test_import (WindowFixture *fixture,
             gconstpointer  unused)
{
  QdWorkspace *workspace = qd_store_get_workspace (fixture->file.store);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  QdReportDialog *dialog;
  QdBoard *board;

  import (fixture,
          "# Platform\n\n1. **Fast builds**\n"
          "   - KR: Cut the build from 20 to 5 minutes\n"
          "   - KR: Raise green builds from 70% to 95%\n");
  dialog = wait_for_report ();

  g_assert_cmpuint (qd_ordered_list_get_length (boards), ==, 3);
  assert_shown (fixture, "Platform");
  board = qd_window_get_board (fixture->window);
  g_assert_cmpuint (qd_column_get_n_cards (
                      qd_ordered_list_peek (qd_board_get_columns (board), 0)),
                    ==, 2);

  /* All of it is one step to undo. */
  click_undo (dialog);
  g_assert_cmpuint (qd_ordered_list_get_length (boards), ==, 2);
}

/* What a report offers to undo is what it tells of. */
static void
test_import_two (WindowFixture *fixture,
                 gconstpointer  unused)
{
  QdWorkspace *workspace = qd_store_get_workspace (fixture->file.store);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  QdReportDialog *dialog;

  import_as (fixture, "first.md", "- KR: Train 40 climbers\n");
  import_as (fixture, "second.md", "- KR: Train 50 climbers\n");
  dialog = wait_for_report ();
  assert_shown (fixture, "first");
  g_assert_false (qd_window_is_working (fixture->window));

  click_undo (dialog);
  g_assert_cmpuint (qd_ordered_list_get_length (boards), ==, 2);
  gtk_window_destroy (GTK_WINDOW (wait_for_report ()));
  assert_shown (fixture, "second");
  g_assert_cmpuint (qd_ordered_list_get_length (boards), ==, 3);
}

/* The window can know of the board before the thread is known to be done. */
static void
test_import_caught_up (WindowFixture *fixture,
                       gconstpointer  unused)
{
  QdWorkspace *workspace = qd_store_get_workspace (fixture->file.store);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  g_autoptr (GError) error = NULL;

  import (fixture, "# Platform\n\n- KR: Cut the build from 20 to 5 minutes\n");
  while (qd_ordered_list_get_length (boards) == 2)
    {
      g_usleep (G_USEC_PER_SEC / 100);
      qd_store_catch_up (fixture->file.store, &error);
      g_assert_no_error (error);
    }
  gtk_window_destroy (GTK_WINDOW (wait_for_report ()));
  assert_shown (fixture, "Platform");
}

static gboolean
wait_in_thread (gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  while (!g_atomic_int_get ((int *) data))
    g_usleep (G_USEC_PER_SEC / 100);

  return TRUE;
}

static void
on_waited (QdWindow     *window,
           gpointer      data,
           const GError *error)
{
  g_assert_no_error (error);
}

static void
keep (gpointer unused)
{
}

/* What comes while something else goes on has its turn afterwards. */
static void
test_import_while_working (WindowFixture *fixture,
                           gconstpointer  unused)
{
  int go_on = FALSE;

  qd_window_work (fixture->window, "Waiting…", wait_in_thread, on_waited, &go_on,
                  keep);
  import (fixture, "# Platform\n\n- KR: Cut the build from 20 to 5 minutes\n");
  ui_settle ();
  assert_shown (fixture, "Growth");
  g_atomic_int_set (&go_on, TRUE);
  gtk_window_destroy (GTK_WINDOW (wait_for_report ()));
  assert_shown (fixture, "Platform");
}

static gboolean
finish_late (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_cancellable_cancel (cancellable);

  return TRUE;
}

static void
on_finished_late (QdWindow     *window,
                  gpointer      data,
                  const GError *error)
{
  gboolean *done = data;

  g_assert_no_error (error);
  *done = TRUE;
}

/* What is done is done, even where somebody tried to cancel it. */
static void
test_cancel_too_late (WindowFixture *fixture,
                      gconstpointer  unused)
{
  gboolean done = FALSE;

  qd_window_work (fixture->window, "Working…", finish_late, on_finished_late,
                  &done, keep);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_import_error (WindowFixture *fixture,
                   gconstpointer  unused)
{
  QdWorkspace *workspace = qd_store_get_workspace (fixture->file.store);

  import (fixture, "# Platform\n\xff\xfe\n");
  while (qd_toaster_get_text (fixture->window->toaster) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (qd_toaster_get_text (fixture->window->toaster),
                            "Line 2"));
  g_assert_cmpuint (qd_ordered_list_get_length (qd_workspace_get_boards (workspace)),
                    ==, 2);
}

/* A file of 10 GB that takes no room: it must not be read. */
static void
test_import_large (WindowFixture *fixture,
                   gconstpointer  unused)
{
  g_autofree char *path = ui_fixture_name (&fixture->file, "plan.md");
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  FILE *stream = fopen (path, "w");

  g_assert_nonnull (stream);
  g_assert_cmpint (ftruncate (fileno (stream), 10LL << 30), ==, 0);
  fclose (stream);

  g_list_store_append (files, file);
  qd_window_import (fixture->window, G_LIST_MODEL (files));
  while (qd_toaster_get_text (fixture->window->toaster) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (qd_toaster_get_text (fixture->window->toaster), ==,
                   "plan.md: The text is larger than 16 MiB; nothing was imported.");
}

/* The window may go while a thread still works for it. */
static void
test_close_while_importing (WindowFixture *fixture,
                            gconstpointer  unused)
{
  gpointer gone = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &gone);
  import (fixture, "# Platform\n\n- KR: Cut the build from 20 to 5 minutes\n");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (gone != NULL)
    g_main_context_iteration (NULL, TRUE);

  window_fixture_show (fixture);
}

static void
test_error (WindowFixture *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = g_error_new_literal (QD_ERROR, QD_ERROR_DAMAGED,
                                                  "The file is damaged.");

  qd_window_show_error (fixture->window, "/tmp/nothing.db", error);
  assert_page (fixture, "error");
  assert_titles (fixture, "nothing.db", "");
  g_assert_null (qd_window_get_store (fixture->window));
  g_assert_nonnull (ui_find_button (GTK_WIDGET (fixture->window),
                                    "Restore a Backup…"));
  g_assert_nonnull (ui_find_button (GTK_WIDGET (fixture->window),
                                    "Recover What Can Be Read into a New File…"));
  g_assert_false (gtk_widget_get_sensitive (fixture->window->undo_button));
  g_assert_false (gtk_widget_get_sensitive (fixture->window->new_button));

  qd_window_set_store (fixture->window, fixture->file.store);
  assert_page (fixture, "board");
}

static void
on_shot (GObject      *window,
         GAsyncResult *result,
         gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  qd_screenshot_finish (GTK_WINDOW (window), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
test_screenshot (WindowFixture *fixture,
                 gconstpointer  unused)
{
  g_autofree char *path = ui_fixture_name (&fixture->file, "shot.png");
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  qd_screenshot_take (GTK_WINDOW (fixture->window), path, on_shot, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  texture = gdk_texture_new_from_file (file, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), >=,
                   gtk_widget_get_width (GTK_WIDGET (fixture->window)));
  g_assert_cmpint (gdk_texture_get_height (texture), >=,
                   gtk_widget_get_height (GTK_WIDGET (fixture->window)));
}

/* Who said who they are signs with that name, and a run is theirs. */
static void
test_name (WindowFixture *fixture,
           gconstpointer  unused)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_cmpstr (qd_store_get_author (fixture->file.store), ==, g_get_user_name ());
  gtk_widget_activate_action (window, "win.check-in-run", NULL);
  ui_settle ();
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "run");
  gtk_widget_activate_action (window, "win.leave-run", NULL);
  g_assert_cmpstr (qd_window_get_mode (fixture->window), ==, "board");

  g_object_set (fixture->settings, "name", " Mara ", NULL);
  g_assert_cmpstr (qd_store_get_author (fixture->file.store), ==, "Mara");
  g_object_set (fixture->settings, "name", " ", NULL);
  g_assert_cmpstr (qd_store_get_author (fixture->file.store), ==, g_get_user_name ());
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv);
  application = gtk_application_new ("org.quarterdeck.Test",
                                     G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

#define ADD(name, function) \
  g_test_add ("/window/" name, WindowFixture, application, \
              window_fixture_set_up, function, window_fixture_tear_down)

  ADD ("titles", test_titles);
  ADD ("state", test_state);
  ADD ("undo", test_undo);
  ADD ("toasts", test_toasts);
  ADD ("archive", test_archive);
  ADD ("archive-without-boards", test_archive_without_boards);
  ADD ("welcome", test_welcome);
  ADD ("foreign-change", test_foreign_change);
  ADD ("import", test_import);
  ADD ("import-two", test_import_two);
  ADD ("import-caught-up", test_import_caught_up);
  ADD ("import-while-working", test_import_while_working);
  ADD ("cancel-too-late", test_cancel_too_late);
  ADD ("drop", test_drop);
  ADD ("import-error", test_import_error);
  ADD ("import-large", test_import_large);
  ADD ("close-while-importing", test_close_while_importing);
  ADD ("error", test_error);
  ADD ("screenshot", test_screenshot);
  ADD ("name", test_name);

#undef ADD

  return g_test_run ();
}
