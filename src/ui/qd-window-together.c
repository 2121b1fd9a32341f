/* Boards side by side in a window: which, the way there and back, saved views, and what
 * is remembered of all that.
 */

#include "config.h"

#include "board/qd-board-view.h"
#include "qd-window-private.h"
#include "together/qd-together-view.h"

QdTogetherView *
qd_window_get_together_view (QdWindow *self)
{
  return QD_TOGETHER_VIEW (qd_board_page_get_together_view (self->board_page));
}

/* Whether boards side by side are what shows. */
gboolean
qd_window_is_together (QdWindow *self)
{
  return self->board_page != NULL && qd_board_page_get_together (self->board_page) &&
         g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "board") == 0;
}

static void
on_boards_changed (QdWindow *self)
{
  g_auto (GStrv) texts = qd_chosen_boards_dup_texts (self->chosen);

  g_assert (QD_IS_WINDOW (self));

  qd_settings_set_strv (self->settings, "together-boards", (const char * const *) texts);
  qd_window_update_title (self);
}

static char *
dup_id_text (QdId id)
{
  return id != QD_ID_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : g_strdup ("");
}

static void
on_view_changed (QdWindow *self)
{
  QdTogetherView *view = qd_window_get_together_view (self);
  g_auto (GStrv) filter = qd_together_view_dup_filter (view);
  QdView *shown = qd_together_view_get_view (view);
  g_autofree char *start = dup_id_text (qd_together_view_get_start (view));
  g_autofree char *current = NULL;

  g_assert (QD_IS_WINDOW (self));

  current = dup_id_text (shown != NULL ? qd_entity_get_id (QD_ENTITY (shown)) : QD_ID_NONE);
  qd_settings_set_strv (self->settings, "together-filter", (const char * const *) filter);
  g_object_set (self->settings,
                "together-density",
                qd_enum_get_nick (QD_TYPE_DENSITY, (int) qd_together_view_get_density (view)),
                "start-view", start,
                "together-view", current,
                NULL);
  qd_window_update_title (self);
}

/* Under the name of a setting. */
static QdId
get_view_id (QdWindow   *self,
             const char *name)
{
  g_autofree char *text = qd_settings_dup_string (self->settings, name);

  return g_ascii_strtoll (text, NULL, 10);
}

static QdView *
find_view (QdWindow   *self,
           const char *name)
{
  QdEntity *view = qd_store_lookup (self->store, get_view_id (self, name));

  return QD_IS_VIEW (view) && qd_entity_get_alive (view) ? QD_VIEW (view) : NULL;
}

/* What shows side by side as it was the last time, once, before anybody sees it. */
static void
restore_view (QdWindow *self)
{
  static const char * const kept[] = {
    "notify::density", "notify::filter", "notify::start", "notify::view",
  };
  QdTogetherView *view = qd_window_get_together_view (self);
  g_auto (GStrv) filter = qd_settings_dup_strv (self->settings, "together-filter");
  g_autofree char *nick = qd_settings_dup_string (self->settings, "together-density");
  QdView *saved = find_view (self, "together-view");
  int density;

  if (qd_enum_find_nick (QD_TYPE_DENSITY, nick, &density))
    qd_together_view_set_density (view, (QdDensity) density);
  qd_together_view_set_filter (view, (const char * const *) filter);
  qd_together_view_set_start (view, get_view_id (self, "start-view"));
  if (saved != NULL && qd_together_view_shows (view, saved))
    qd_together_view_show (view, saved);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_signal_connect_object (view, kept[i], G_CALLBACK (on_view_changed), self,
                             G_CONNECT_SWAPPED);
  self->together_restored = TRUE;
}

/* For a window with another file. */
void
qd_window_init_together (QdWindow *self)
{
  g_auto (GStrv) boards = qd_settings_dup_strv (self->settings, "together-boards");
  g_auto (GStrv) folded = qd_settings_dup_strv (self->settings, "together-folded");
  g_autoptr (GVariant) widths = NULL;

  g_object_get (self->settings, "together-widths", &widths, NULL);
  self->chosen = qd_chosen_boards_new (self->store);
  qd_chosen_boards_set_texts (self->chosen, (const char * const *) boards);
  self->pane_memory = qd_pane_memory_new ();
  qd_pane_memory_restore (self->pane_memory, widths, (const char * const *) folded);
  self->together_restored = FALSE;

  g_signal_connect_object (self->chosen, "items-changed", G_CALLBACK (on_boards_changed), self,
                           G_CONNECT_SWAPPED);
}

/* How wide the panes are, and which are folded; not with each step of a handle. */
void
qd_window_save_together (QdWindow *self)
{
  g_auto (GStrv) folded = NULL;

  if (self->pane_memory == NULL)
    return;

  folded = qd_pane_memory_dup_folded (self->pane_memory);
  qd_settings_set_strv (self->settings, "together-folded", (const char * const *) folded);
  g_object_set (self->settings,
                "together-widths", qd_pane_memory_dup_widths (self->pane_memory),
                NULL);
}

void
qd_window_drop_together (QdWindow *self)
{
  qd_window_save_together (self);
  if (self->chosen != NULL)
    g_signal_handlers_disconnect_by_data (self->chosen, self);
  g_clear_object (&self->chosen);
  g_clear_object (&self->pane_memory);
}

/* All boards of the cycle of the one that was looked at last. */
GArray *
qd_window_dup_cycle_of_board (QdWindow *self)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (self->store));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  QdBoard *shown = qd_window_get_board (self);

  if (shown == NULL)
    shown = qd_sidebar_get_first_board (self->sidebar);
  for (guint i = 0; shown != NULL && i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);
      const QdId id = qd_entity_get_id (QD_ENTITY (board));

      if (qd_board_get_cycle (board) == qd_board_get_cycle (shown))
        g_array_append_val (ids, id);
    }

  return ids;
}

static void
choose_cycle (QdWindow *self)
{
  g_autoptr (GArray) ids = qd_window_dup_cycle_of_board (self);

  qd_chosen_boards_set (self->chosen, (const QdId *) ids->data, ids->len);
}

/* Who comes for the first time sees all boards of the cycle. */
void
qd_window_show_together (QdWindow *self)
{
  if (!self->together_restored)
    restore_view (self);
  if (qd_chosen_boards_get_n (self->chosen) == 0)
    choose_cycle (self);

  qd_board_page_set_together (self->board_page, TRUE);
  qd_window_show_page (self, "board");
  qd_sidebar_set_choosing (self->sidebar, TRUE);
  g_object_set (self->settings, "last-page", "together", NULL);
}

/* A board alone. */
void
qd_window_leave_together (QdWindow *self)
{
  qd_board_page_set_together (self->board_page, FALSE);
  qd_sidebar_set_choosing (self->sidebar, FALSE);
  g_object_set (self->settings, "last-page", "board", NULL);
}

/* What a window shows first where boards side by side were seen last, or are to be
 * seen; FALSE where a board alone is. */
gboolean
qd_window_open_together (QdWindow *self)
{
  g_autofree char *page = qd_settings_dup_string (self->settings, "last-page");
  QdView *view = find_view (self, "start-view");

  if (view != NULL)
    {
      qd_window_show_together (self);
      qd_together_view_show (qd_window_get_together_view (self), view);
      return TRUE;
    }

  if (g_strcmp0 (page, "together") != 0 || qd_chosen_boards_get_n (self->chosen) == 0)
    return FALSE;

  qd_window_show_together (self);

  return TRUE;
}

void
qd_window_together_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  QdBoard *board;

  if (!qd_window_is_together (self))
    {
      qd_window_show_together (self);
      qd_board_page_focus (self->board_page);
      return;
    }

  board = qd_together_view_get_current_board (qd_window_get_together_view (self));
  if (board == NULL)
    board = qd_window_find_last_board (self);
  if (board == NULL)
    return;

  qd_window_set_board (self, board);
  qd_board_page_focus (self->board_page);
}

void
qd_window_show_board_action (GtkWidget  *widget,
                             const char *name,
                             GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  QdEntity *board = qd_store_lookup (self->store, g_variant_get_int64 (parameter));

  if (!QD_IS_BOARD (board) || !qd_entity_get_alive (board))
    return;

  qd_window_set_board (self, QD_BOARD (board));
  qd_board_page_focus (self->board_page);
}

void
qd_window_show_view_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  QdEntity *view = qd_store_lookup (self->store, g_variant_get_int64 (parameter));

  if (!QD_IS_VIEW (view) || !qd_entity_get_alive (view))
    return;

  qd_window_show_together (self);
  qd_together_view_show (qd_window_get_together_view (self), QD_VIEW (view));
  qd_board_page_focus (self->board_page);
}

/* By its place in the menu, from 0. */
void
qd_window_show_nth_view_action (GtkWidget  *widget,
                                const char *name,
                                GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  const guint nth = (guint) g_variant_get_int32 (parameter);
  QdOrderedList *views;

  if (self->store == NULL)
    return;

  views = qd_workspace_get_views (qd_store_get_workspace (self->store));
  if (nth < qd_ordered_list_get_length (views))
    gtk_widget_activate_action (widget, "win.show-view", "x",
                                qd_entity_get_id (qd_ordered_list_peek (views, nth)));
}

void
qd_window_choose_cycle_action (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  choose_cycle (QD_WINDOW (widget));
}
