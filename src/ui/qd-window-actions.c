/* What the menus and the keys of a window do.
 *
 * Each action checks nothing that its enabled state says already: that is kept
 * right by qd_window_update_actions(), for the undo buttons in
 * qd-window-header.c and for the sidebar in qd-window.c.
 */

#include "config.h"

#include <string.h>

#include "board/qd-board-view.h"
#include "dialogs/qd-backup-dialog.h"
#include "dialogs/qd-new-board-dialog.h"
#include "qd-window-private.h"
#include "qd-window-work.h"
#include "store/qd-edit-align.h"
#include "store/qd-undo.h"

/* Ctrl+Alt+1 to 9. */
#define N_VIEW_KEYS 9

static void
on_board_created (QdWindow *self,
                  QdBoard  *board)
{
  g_assert (QD_IS_WINDOW (self));

  qd_window_set_board (self, board);
  qd_board_view_focus (QD_BOARD_VIEW (self->board_view));
}

static void
new_board_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  QdBoard *board = qd_window_get_board (self);
  QdNewBoardDialog *dialog;

  dialog = qd_new_board_dialog_present (widget, self->store,
                                        board != NULL
                                          ? qd_board_get_cycle (board) : NULL);
  g_signal_connect_object (dialog, "created",
                           G_CALLBACK (on_board_created), self,
                           G_CONNECT_SWAPPED);
}

/* "win.new-card" is "board.new-card" of the board that is shown, or was last among
 * several. */
static void
board_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  g_autofree char *board_name = g_strconcat ("board.", strchr (name, '.') + 1,
                                             NULL);
  GtkWidget *view = self->board_view;

  if (qd_window_is_together (self))
    view = qd_together_view_get_board_view (qd_window_get_together_view (self));
  if (view != NULL)
    gtk_widget_activate_action_variant (view, board_name, parameter);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  gboolean done;

  qd_announcer_set_silent (self->announcer, TRUE);
  if (g_str_equal (name, "win.undo"))
    done = qd_undo_undo (self->store, &report, &error);
  else
    done = qd_undo_redo (self->store, &report, &error);
  qd_announcer_set_silent (self->announcer, FALSE);

  if (done)
    qd_toaster_say (GTK_WIDGET (self->split), report, FALSE);
  else
    {
      qd_toaster_report (GTK_WIDGET (self->split), error);
      /* What was refused is passed over. */
      qd_window_update_undo (self);
    }
}

static void
restore_backup_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  qd_backup_dialog_present (widget, QD_WINDOW (widget)->path);
}

static void
sidebar_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);

  qd_split_set_sidebar_shown (self->split,
                              !qd_split_get_sidebar_shown (self->split));
}

static void
resize_sidebar_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  qd_split_focus_handle (QD_WINDOW (widget)->split);
}

/* "win.archive" and "win.shelf". */
static void
kept_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  qd_window_show_kept (QD_WINDOW (widget), strchr (name, '.') + 1);
}

/* A card that came to another board gets its objective there. */
static void
label_anew_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  gint64 card, objective;

  /* What offered it can outlast the file. */
  if (self->store == NULL)
    return;

  g_variant_get (parameter, "(xx)", &card, &objective);
  if (qd_edit_label_anew (self->store, card, objective, &error) == QD_ID_NONE)
    qd_toaster_report (GTK_WIDGET (self->split), error);
}

static void
show_together_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  qd_window_show_together (QD_WINDOW (widget));
}

static void
new_window_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);

  gtk_widget_activate_action (widget, "app.new-window", "s", self->path);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);

  gtk_widget_activate_action (widget, "app.reopen", "s", self->path);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  const char *parameter;
} window_actions[] = {
  { "win.alignment", qd_window_mode_action },
  { "win.archive", kept_action },
  { "win.check-file", qd_window_check_file_action },
  { "win.check-in-board", qd_window_check_in_board_action, "x" },
  { "win.check-in-run", qd_window_check_in_run_action },
  { "win.close-cycle", qd_window_close_cycle_action, "x" },
  { "win.choose-cycle", qd_window_choose_cycle_action },
  { "win.choose-waiting", qd_window_choose_waiting_action, "x" },
  { "win.export", qd_window_print_action },
  { "win.find", board_action },
  { "win.flow", qd_window_flow_action },
  { "win.import", qd_window_import_action },
  { "win.label-anew", label_anew_action, "(xx)" },
  { "win.learning", qd_window_learning_action },
  { "win.new-board", new_board_action },
  { "win.new-card", board_action },
  { "win.new-column", board_action },
  { "win.new-objective", board_action },
  { "win.new-window", new_window_action },
  { "win.open-file", qd_window_open_file_action },
  { "win.past", qd_window_past_action },
  { "win.plan-next", qd_window_plan_next_action, "x" },
  { "win.present", qd_window_present_action },
  { "win.print", qd_window_print_action },
  { "win.recover", qd_window_recover_action },
  { "win.redo", undo_action },
  { "win.resize-sidebar", resize_sidebar_action },
  { "win.restore-backup", restore_backup_action },
  { "win.restore-from", qd_window_restore_from_action, "s" },
  { "win.retry", retry_action },
  { "win.review", qd_window_mode_action },
  { "win.save-copy", qd_window_save_copy_action },
  { "win.search", qd_window_search_action },
  { "win.leave-run", qd_window_leave_run_action },
  { "win.leave-search", qd_window_leave_search_action },
  { "win.shelf", kept_action },
  { "win.show-board", qd_window_show_board_action, "x" },
  { "win.show-found", qd_window_show_found_action, "(xxx)" },
  { "win.show-nth-view", qd_window_show_nth_view_action, "i" },
  { "win.show-together", show_together_action },
  { "win.show-view", qd_window_show_view_action, "x" },
  { "win.together", qd_window_together_action },
  { "win.toggle-sidebar", sidebar_action },
  { "win.undo", undo_action },
};

/* An entry has the keys for undo first, and lets go of them where it has nothing
 * of its own to undo. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} window_keys[] = {
  { GDK_KEY_F5, 0, "win.review" },
  { GDK_KEY_F8, 0, "win.resize-sidebar" },
  { GDK_KEY_F9, 0, "win.toggle-sidebar" },
  { GDK_KEY_F11, 0, "win.present" },
  { GDK_KEY_b, GDK_CONTROL_MASK, "win.together" },
  { GDK_KEY_e, GDK_CONTROL_MASK, "win.export" },
  { GDK_KEY_f, GDK_CONTROL_MASK, "win.find" },
  { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.search" },
  { GDK_KEY_i, GDK_CONTROL_MASK, "win.import" },
  { GDK_KEY_k, GDK_CONTROL_MASK, "win.check-in-run" },
  { GDK_KEY_n, GDK_CONTROL_MASK, "win.new-card" },
  { GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.new-board" },
  { GDK_KEY_o, GDK_CONTROL_MASK, "win.open-file" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "win.print" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "win.past" },
  { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
  { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
};

void
qd_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (window_actions); i++)
    gtk_widget_class_install_action (widget_class, window_actions[i].name,
                                     window_actions[i].parameter,
                                     window_actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (window_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, window_keys[i].key,
                                         window_keys[i].modifiers, window_keys[i].action,
                                         NULL);
  for (guint i = 0; i < N_VIEW_KEYS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i,
                                         GDK_CONTROL_MASK | GDK_ALT_MASK,
                                         "win.show-nth-view", "i", i);
  gtk_widget_class_install_property_action (widget_class, "win.mode", "mode");
}

void
qd_window_update_actions (QdWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  const gboolean has_store = self->store != NULL;
  const gboolean writable = has_store && !qd_store_get_read_only (self->store);
  const gboolean on_board = writable && g_strcmp0 (page, "board") == 0;
  const gboolean has_boards = has_store && qd_sidebar_get_first_board (self->sidebar) != NULL;
  const gboolean idle = !qd_window_is_working (self) && !self->released;
  const struct
  {
    const char *name;
    gboolean enabled;
  } actions[] = {
    { "win.archive", has_store },
    { "win.check-file", self->path != NULL && idle },
    { "win.find", has_store && g_strcmp0 (page, "board") == 0 },
    { "win.import", writable },
    { "win.learning", has_store },
    { "win.new-board", writable },
    { "win.new-card", on_board },
    { "win.new-column", on_board },
    { "win.new-objective", on_board },
    { "win.new-window", has_store },
    { "win.recover", self->path != NULL && idle },
    { "win.restore-backup", self->path != NULL && idle },
    { "win.restore-from", self->path != NULL && idle },
    { "win.save-copy", has_store && idle },
    { "win.search", has_store },
    { "win.shelf", has_store },
    { "win.plan-next", writable && has_boards },
    { "win.alignment", has_boards },
    { "win.check-in-run", writable && has_boards },
    { "win.mode", has_boards },
    { "win.export", has_boards },
    { "win.flow", has_boards },
    { "win.past", has_boards },
    { "win.present", has_boards },
    { "win.print", has_boards },
    { "win.review", has_boards },
    { "win.together", has_boards },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   actions[i].enabled);
  gtk_widget_set_sensitive (self->new_button, writable);
}
