/* What is remembered of a window: its size, the sidebar, the board and the
 * filter of every board.
 */

#include "config.h"

#include "board/qd-board-view.h"
#include "qd-window-private.h"

/* The size and the sidebar that the last window had. */
void
qd_window_restore_state (QdWindow *self)
{
  gtk_window_set_default_size (
    GTK_WINDOW (self),
    qd_settings_get_int (self->settings, "window-width"),
    qd_settings_get_int (self->settings, "window-height"));
  if (qd_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  qd_split_set_sidebar_width (
    self->split, qd_settings_get_int (self->settings, "sidebar-width"));
  qd_split_set_show_sidebar (
    self->split, qd_settings_get_boolean (self->settings, "sidebar-visible"));
}

/* The board that was looked at last, else the first. */
QdBoard *
qd_window_find_last_board (QdWindow *self)
{
  g_autofree char *last = qd_settings_dup_string (self->settings, "last-board");
  const QdId id = g_ascii_strtoll (last, NULL, 10);
  QdEntity *entity = id != QD_ID_NONE ? qd_store_lookup (self->store, id) : NULL;

  if (QD_IS_BOARD (entity) && qd_entity_get_alive (entity))
    return QD_BOARD (entity);

  return qd_sidebar_get_first_board (self->sidebar);
}

/* The filter of the board that is shown. */
void
qd_window_remember_filter (QdWindow *self)
{
  QdBoard *board = qd_window_get_board (self);
  g_auto (GStrv) filter = NULL;

  if (board == NULL)
    return;

  filter = qd_board_view_dup_filter (QD_BOARD_VIEW (self->board_view));
  qd_settings_set_board_filter (self->settings,
                                qd_entity_get_id (QD_ENTITY (board)),
                                (const char * const *) filter);
}

/**
 * qd_window_save_state:
 *
 * Remembers the size of the window and how what is in it is divided.
 */
void
qd_window_save_state (QdWindow *self)
{
  int width;
  int height;

  g_return_if_fail (QD_IS_WINDOW (self));

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_object_set (self->settings,
                "window-width", MAX (width, 1),
                "window-height", MAX (height, 1),
                "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)),
                "sidebar-visible", qd_split_get_show_sidebar (self->split),
                "sidebar-width", qd_split_get_sidebar_width (self->split),
                NULL);
  if (self->board_page != NULL)
    g_object_set (self->settings,
                  "details-width", qd_board_page_get_details_width (self->board_page),
                  NULL);
  qd_window_save_together (self);
}
