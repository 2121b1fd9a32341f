/* Searching everything in the file of a window, and the way from what was found to the
 * place where it stands.
 */

#include "config.h"

#include "board/qd-board-view.h"
#include "pages/qd-search-page.h"
#include "qd-window-private.h"

void
qd_window_search_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);

  if (self->store == NULL)
    return;

  if (gtk_stack_get_child_by_name (self->pages, "search") == NULL)
    gtk_stack_add_named (self->pages, qd_search_page_new (self->store), "search");

  qd_window_show_page (self, "search");
  qd_search_page_focus (QD_SEARCH_PAGE (gtk_stack_get_visible_child (self->pages)));
}

/* Back to the board that was looked at before, if there was one. */
void
qd_window_leave_search_action (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  QdBoard *board = qd_window_get_board (self);

  if (board == NULL || !qd_entity_get_alive (QD_ENTITY (board)))
    board = qd_sidebar_get_first_board (self->sidebar);
  if (board == NULL)
    return;

  qd_window_set_board (self, board);
  qd_board_view_focus (QD_BOARD_VIEW (self->board_view));
}

static void
filter_to (QdWindow *self,
           QdId      objective)
{
  g_autofree char *token = qd_board_filter_id (objective);
  const char * const filter[] = { token, NULL };

  qd_board_view_set_filter (QD_BOARD_VIEW (self->board_view), filter);
}

/* A card with its details open, an objective as a filter of its board. The card can only
 * be looked up when its board is there. */
void
qd_window_show_found_action (GtkWidget  *widget,
                             const char *name,
                             GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  gint64 found, card, board;
  QdEntity *entity;

  g_variant_get (parameter, "(xxx)", &found, &card, &board);
  entity = qd_store_lookup (self->store, board);
  if (!QD_IS_BOARD (entity) || !qd_entity_get_alive (entity))
    {
      qd_window_show_kept (self, "archive");
      return;
    }

  qd_window_set_board (self, QD_BOARD (entity));
  if (QD_IS_OBJECTIVE (qd_store_lookup (self->store, found)))
    filter_to (self, found);
  entity = qd_store_lookup (self->store, card);
  if (QD_IS_CARD (entity) && qd_board_view_reveal (QD_BOARD_VIEW (self->board_view), card))
    qd_board_page_open_found (self->board_page, QD_CARD (entity), found);
  else
    qd_board_view_focus (QD_BOARD_VIEW (self->board_view));
}
