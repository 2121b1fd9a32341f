/* A window onto one file: the sidebar, and beside it a board, the archive or,
 * where there is nothing else to show, what to do about that.
 *
 * Owns which of these is shown. What is remembered of a window is in
 * qd-window-state.c, what the sidebar does in qd-window-sidebar.c, what the menus do in
 * qd-window-actions.c, what the header bar says in qd-window-header.c, what happens to
 * typing when it closes in qd-window-close.c; what belongs to a board is the board
 * view's.
 */

#include "config.h"

#include "board/qd-board-view.h"
#include "pages/qd-archive-page.h"
#include "pages/qd-error-page.h"
#include "qd-window-private.h"
#include "qd-window-work.h"
#include "shelf/qd-shelf-page.h"
#include "widgets/qd-pages.h"

/* How often to look for what other programs wrote, in milliseconds. */
#define CATCH_UP_INTERVAL 500

enum
{
  PROP_0,
  PROP_SETTINGS,
  PROP_MODE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdWindow, qd_window, GTK_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[N_PROPS];

/* Messages come from below, and keep clear of a page's foot with its buttons. */
static void
update_toaster (QdWindow   *self,
                const char *page)
{
  static const char * const with_foot[] = { "closing", "planning", "run", NULL };

  if (g_strv_contains (with_foot, page))
    gtk_widget_add_css_class (GTK_WIDGET (self->toaster), "over-foot");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toaster), "over-foot");
}

/* The focus goes along with the page, not away with it. */
void
qd_window_show_page (QdWindow   *self,
                     const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  const gboolean has_focus =
    focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages));

  gtk_stack_set_visible_child_name (self->pages, name);
  if (has_focus && !gtk_widget_get_mapped (focus))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages),
                            GTK_DIR_TAB_FORWARD);
  if (g_strcmp0 (name, "presentation") != 0)
    qd_window_end_presentation (self);
  if (self->sidebar != NULL && g_strcmp0 (name, "shelf") != 0 && g_strcmp0 (name, "archive") != 0)
    qd_sidebar_leave_pages (self->sidebar, qd_window_get_board (self));
  update_toaster (self, name);
  qd_window_update_sidebar (self);
  qd_window_update_title (self);
  qd_window_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
}

static void
on_store_changed (QdWindow *self)
{
  const char *page;
  QdBoard *first;

  g_assert (QD_IS_WINDOW (self));

  page = gtk_stack_get_visible_child_name (self->pages);
  first = qd_sidebar_get_first_board (self->sidebar);
  if (first == NULL && g_strcmp0 (page, "archive") != 0 && g_strcmp0 (page, "shelf") != 0 &&
      g_strcmp0 (page, "search") != 0)
    qd_window_show_welcome (self);
  else if (first != NULL && g_strcmp0 (page, "welcome") == 0)
    qd_window_set_board (self, first);
  else
    qd_window_update_sidebar (self);

  qd_window_update_title (self);
  qd_window_update_undo (self);
}

/* GTK goes on sending keys to what is gone for a while, where nothing else took the
 * focus: they are the window's. */
static void
on_store_followed (QdWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  g_assert (QD_IS_WINDOW (self));

  if (focus != NULL && gtk_widget_get_root (focus) == NULL)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static gboolean
on_catch_up (gpointer user_data)
{
  QdWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean failed;

  g_assert (QD_IS_WINDOW (self));

  if (self->store == NULL)
    return G_SOURCE_CONTINUE;

  /* Once is enough for what fails again and again. */
  failed = !qd_store_catch_up (self->store, &error);
  if (failed && !self->catch_up_failed)
    qd_toaster_report (GTK_WIDGET (self->split), error);
  self->catch_up_failed = failed;

  return G_SOURCE_CONTINUE;
}

/* A title that had to be cut can be read in a tooltip. */
static gboolean
on_query_title (GtkLabel   *title,
                int         x,
                int         y,
                gboolean    keyboard,
                GtkTooltip *tooltip,
                QdWindow   *self)
{
  g_assert (QD_IS_WINDOW (self));

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (title));

  return pango_layout_is_ellipsized (gtk_label_get_layout (title));
}

static void
on_active_changed (QdWindow *self)
{
  g_assert (QD_IS_WINDOW (self));

  /* Another week may have begun since. */
  if (gtk_window_is_active (GTK_WINDOW (self)))
    qd_window_update_title (self);
  else
    qd_window_save_state (self);
}

/* Menus are made when they are first asked for. */
static void
create_menu (GtkMenuButton *button,
             gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

static void
remove_page (QdWindow   *self,
             const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page != NULL)
    gtk_stack_remove (self->pages, page);
}

static void
drop_store (QdWindow *self)
{
  /* All that show what is in the file, or why it cannot be shown. */
  static const char * const pages[] = {
    "board", "alignment", "archive", "closing", "flow", "learning", "past", "planning",
    "review", "run", "search", "shelf", "error",
  };

  qd_window_stop_working (self);
  g_queue_clear_full (self->imports, g_object_unref);
  if (self->released)
    qd_busy_end (self->busy);
  self->released = FALSE;

  g_clear_object (&self->announcer);
  if (self->store != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->store, self);
      /* What it offers is about this file. */
      qd_toaster_dismiss (self->toaster);
    }
  qd_split_set_sidebar (self->split, NULL);
  g_clear_object (&self->sidebar);
  self->board_page = NULL;
  self->board_view = NULL;
  qd_window_end_presentation (self);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    remove_page (self, pages[i]);
  qd_window_drop_together (self);
  g_clear_object (&self->store);
}

static void
show_banner (QdWindow   *self,
             const char *text)
{
  gtk_label_set_text (self->banner_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->banner, text != NULL);
}

static void
fill (QdWindow *self)
{
  qd_window_init_together (self);
  qd_window_create_sidebar (self);

  self->board_page = QD_BOARD_PAGE (qd_board_page_new (self->store, self->chosen,
                                                       self->pane_memory));
  self->board_view = qd_board_page_get_board_view (self->board_page);
  qd_board_page_set_details_width (self->board_page,
                                   qd_settings_get_int (self->settings, "details-width"));
  g_signal_connect_object (self->board_view, "notify::net-confidence",
                           G_CALLBACK (qd_window_update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board_view, "notify::filter",
                           G_CALLBACK (qd_window_remember_filter), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->board_page), "board");

  /* The sidebar follows the store first, so that it is right by then. */
  g_signal_connect_object (self->store, "changed",
                           G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed",
                           G_CALLBACK (on_store_followed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->store, "failed",
                           G_CALLBACK (qd_toaster_report), self->toaster,
                           G_CONNECT_SWAPPED);
  self->announcer = qd_announcer_new (self->store, self->toaster);
}

static void
qd_window_map (GtkWidget *widget)
{
  QdWindow *self = QD_WINDOW (widget);

  GTK_WIDGET_CLASS (qd_window_parent_class)->map (widget);

  self->catch_up_id = g_timeout_add (CATCH_UP_INTERVAL, on_catch_up, self);
}

static void
qd_window_unmap (GtkWidget *widget)
{
  QdWindow *self = QD_WINDOW (widget);

  g_clear_handle_id (&self->catch_up_id, g_source_remove);

  GTK_WIDGET_CLASS (qd_window_parent_class)->unmap (widget);
}

static gboolean
qd_window_close_request (GtkWindow *window)
{
  QdWindow *self = QD_WINDOW (window);

  if (!qd_window_may_close (self))
    return GDK_EVENT_STOP;

  qd_window_leave_fields (self);
  qd_window_close_dialogs (self);
  qd_window_save_state (self);

  return GTK_WINDOW_CLASS (qd_window_parent_class)->close_request (window);
}

static void
qd_window_constructed (GObject *object)
{
  QdWindow *self = QD_WINDOW (object);

  G_OBJECT_CLASS (qd_window_parent_class)->constructed (object);

  qd_window_restore_state (self);
  g_signal_connect_object (self->settings, "notify::name",
                           G_CALLBACK (qd_window_update_author), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_window_dispose (GObject *object)
{
  QdWindow *self = QD_WINDOW (object);

  if (self->split != NULL)
    drop_store (self);
  g_clear_handle_id (&self->catch_up_id, g_source_remove);
  /* The window knows its child, too, and would unparent it again. */
  gtk_window_set_child (GTK_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_WINDOW);
  g_clear_weak_pointer (&self->import_report);
  g_clear_weak_pointer (&self->presented_focus);
  g_clear_weak_pointer (&self->run_focus);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (qd_window_parent_class)->dispose (object);
}

static void
qd_window_finalize (GObject *object)
{
  QdWindow *self = QD_WINDOW (object);

  g_queue_free (self->imports);
  g_free (self->path);

  G_OBJECT_CLASS (qd_window_parent_class)->finalize (object);
}

static void
qd_window_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  QdWindow *self = QD_WINDOW (object);

  switch (property_id)
    {
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;

    case PROP_MODE:
      g_value_set_string (value, qd_window_get_mode (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_window_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  QdWindow *self = QD_WINDOW (object);

  switch (property_id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;

    case PROP_MODE:
      qd_window_set_mode (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QD_TYPE_BUSY);
  g_type_ensure (QD_TYPE_SPLIT);
  g_type_ensure (QD_TYPE_TOASTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QdWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, modes);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, new_menu);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, title);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, toaster);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, busy);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, banner_text);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, split);
  gtk_widget_class_bind_template_child (widget_class, QdWindow, drop_target);
  gtk_widget_class_bind_template_callback (widget_class, on_active_changed);
  gtk_widget_class_bind_template_callback (widget_class, qd_window_drop);
  gtk_widget_class_bind_template_callback (widget_class, qd_window_sync_narrow);
  gtk_widget_class_bind_template_callback (widget_class, qd_window_update_modes);
  gtk_widget_class_bind_template_callback (widget_class, on_query_title);
}

static void
qd_window_class_init (QdWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->constructed = qd_window_constructed;
  object_class->dispose = qd_window_dispose;
  object_class->finalize = qd_window_finalize;
  object_class->get_property = qd_window_get_property;
  object_class->set_property = qd_window_set_property;

  widget_class->map = qd_window_map;
  widget_class->unmap = qd_window_unmap;

  window_class->close_request = qd_window_close_request;

  /**
   * QdWindow:settings:
   *
   * What is remembered of windows.
   */
  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL,
                         QD_TYPE_SETTINGS,
                         G_PARAM_READWRITE |
                         G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);


  /**
   * QdWindow:mode:
   *
   * How one looks at the file: "board", "together", "review", "alignment", or the name
   * of another page.
   */
  properties[PROP_MODE] =
    g_param_spec_string ("mode", NULL, NULL, NULL,
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  qd_window_install_actions (widget_class);
  bind_template (widget_class);
}

static void
qd_window_init (QdWindow *self)
{
  GType type = GDK_TYPE_FILE_LIST;

  self->imports = g_queue_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->pages, FALSE);
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  qd_pages_attach (self->pages);
  qd_split_set_content (self->split, GTK_WIDGET (self->pages));

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->new_button),
                                         create_menu, self->new_menu, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button),
                                         create_menu, self->main_menu, NULL);
  gtk_drop_target_set_gtypes (self->drop_target, &type, 1);
  qd_window_update_sidebar (self);
  qd_window_update_actions (self);
  qd_window_update_undo (self);
}

/**
 * qd_window_new:
 * @application: the application
 * @settings: what is remembered of windows
 *
 * Returns: (transfer none): a window without a file
 */
QdWindow *
qd_window_new (GtkApplication *application,
               QdSettings     *settings)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (QD_IS_SETTINGS (settings), NULL);

  return g_object_new (QD_TYPE_WINDOW,
                       "application", application,
                       "settings", settings,
                       NULL);
}

/**
 * qd_window_get_store:
 *
 * Returns: (transfer none) (nullable): the file that is shown
 */
QdStore *
qd_window_get_store (QdWindow *self)
{
  g_return_val_if_fail (QD_IS_WINDOW (self), NULL);

  return self->store;
}

/**
 * qd_window_set_store:
 * @store: the file to show
 *
 * Shows a file, with the board that was looked at last. Long work on the one
 * shown before is cancelled.
 */
void
qd_window_set_store (QdWindow *self,
                     QdStore  *store)
{
  QdBoard *board;

  g_return_if_fail (QD_IS_WINDOW (self));
  g_return_if_fail (QD_IS_STORE (store));

  if (self->store == store)
    return;

  qd_window_leave_fields (self);
  drop_store (self);
  self->store = g_object_ref (store);
  g_free (self->path);
  self->path = g_strdup (qd_store_get_path (store));
  qd_window_update_author (self);
  fill (self);
  show_banner (self, qd_store_get_read_only_reason (store));

  board = qd_window_find_last_board (self);
  if (board == NULL)
    qd_window_show_welcome (self);
  else if (!qd_window_open_together (self))
    qd_window_set_board (self, board);
  qd_window_update_undo (self);
}

/**
 * qd_window_release:
 * @path: path of the file that is shown, or that is to be
 * @text: what is done to it
 * @cancellable: to cancel that
 *
 * Lets go of a file, so that something can be done to it that no window may
 * look at. Dialogs over the window are closed. Says @text until the next
 * qd_window_set_store() or qd_window_show_error().
 */
void
qd_window_release (QdWindow     *self,
                   const char   *path,
                   const char   *text,
                   GCancellable *cancellable)
{
  g_autofree char *new_path = NULL;

  g_return_if_fail (QD_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  new_path = g_strdup (path);
  qd_window_leave_fields (self);
  qd_window_close_dialogs (self);
  drop_store (self);
  remove_page (self, "welcome");
  g_free (self->path);
  self->path = g_steal_pointer (&new_path);
  self->released = TRUE;
  qd_busy_begin (self->busy, text, cancellable);
  show_banner (self, NULL);
  qd_window_update_sidebar (self);
  qd_window_update_title (self);
  qd_window_update_undo (self);
  qd_window_update_actions (self);
}

/**
 * qd_window_get_path:
 *
 * Returns: (nullable): path of the file that is shown, or that could not be
 */
const char *
qd_window_get_path (QdWindow *self)
{
  g_return_val_if_fail (QD_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * qd_window_show_error:
 * @path: path of a file
 * @error: why it could not be opened
 *
 * Shows what happened, and what can be done, in place of a file.
 */
void
qd_window_show_error (QdWindow     *self,
                      const char   *path,
                      const GError *error)
{
  g_return_if_fail (QD_IS_WINDOW (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (error != NULL);

  drop_store (self);
  g_free (self->path);
  self->path = g_strdup (path);
  show_banner (self, NULL);
  gtk_stack_add_named (self->pages, qd_error_page_new (path, error), "error");
  qd_window_show_page (self, "error");
  qd_window_update_undo (self);
}

/**
 * qd_window_get_board:
 *
 * Returns: (transfer none) (nullable): the board that is shown
 */
QdBoard *
qd_window_get_board (QdWindow *self)
{
  g_return_val_if_fail (QD_IS_WINDOW (self), NULL);

  return self->board_view != NULL
           ? qd_board_view_get_board (QD_BOARD_VIEW (self->board_view)) : NULL;
}

/* Lets the page of one board be about this one, whatever shows. */
void
qd_window_follow_board (QdWindow *self,
                        QdBoard  *board)
{
  const QdId id = qd_entity_get_id (QD_ENTITY (board));
  g_autofree char *last = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_auto (GStrv) filter = NULL;

  if (board == qd_window_get_board (self))
    return;

  filter = qd_settings_dup_board_filter (self->settings, id);
  qd_board_view_set_board (QD_BOARD_VIEW (self->board_view), board);
  qd_board_view_set_filter (QD_BOARD_VIEW (self->board_view), (const char * const *) filter);
  g_object_set (self->settings, "last-board", last, NULL);
}

/**
 * qd_window_set_board:
 * @board: a board of the store
 *
 * Shows a board, with the filter it had last.
 */
void
qd_window_set_board (QdWindow *self,
                     QdBoard  *board)
{
  g_return_if_fail (QD_IS_WINDOW (self));
  g_return_if_fail (QD_IS_BOARD (board));
  g_return_if_fail (self->store != NULL);

  qd_window_follow_board (self, board);
  qd_window_leave_together (self);
  qd_window_show_page (self, "board");
  qd_sidebar_select_board (self->sidebar, board);
}

/* What was put away: the "archive", or the "shelf" of what waits. */
void
qd_window_show_kept (QdWindow   *self,
                     const char *page)
{
  if (gtk_stack_get_child_by_name (self->pages, page) == NULL)
    gtk_stack_add_named (self->pages,
                         g_str_equal (page, "shelf") ? qd_shelf_page_new (self->store)
                                                     : qd_archive_page_new (self->store),
                         page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0)
    return;

  qd_window_show_page (self, page);
  qd_sidebar_select_page (self->sidebar, page);
}
