/* What comes after a cycle: the page that makes the board of the next one, the notes for
 * those who plan on it, and which key result waits where there are too many.
 */

#include "config.h"

#include "planning/qd-planning-page.h"
#include "qd-window-private.h"
#include "shelf/qd-shelf-ask.h"
#include "store/qd-closing.h"

#define PAGE "planning"

/* The board is where one plans. */
static void
plan_on (QdWindow *self,
         QdBoard  *board)
{
  qd_window_set_board (self, board);
  qd_board_page_set_planning (self->board_page, TRUE);
  qd_board_page_focus (self->board_page);
}

static void
on_made (QdWindow *self,
         QdId      id)
{
  QdEntity *board = qd_store_lookup (self->store, id);

  g_assert (QD_IS_WINDOW (self));

  if (QD_IS_BOARD (board))
    plan_on (self, QD_BOARD (board));
}

/* Whether its cycle is still to come. */
static gboolean
is_ahead (QdBoard *board)
{
  QdCycle *cycle = qd_board_get_cycle (board);

  return cycle != NULL && qd_cycle_get_first_day (cycle) > qd_board_get_today (board);
}

static void
show_page (QdWindow *self,
           QdBoard  *board)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, PAGE);

  if (page == NULL)
    {
      page = qd_planning_page_new (self->store);
      g_signal_connect_object (page, "made", G_CALLBACK (on_made), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->pages, page, PAGE);
    }
  qd_planning_page_set_board (QD_PLANNING_PAGE (page), board);
  qd_window_show_page (self, PAGE);
  qd_planning_page_focus (QD_PLANNING_PAGE (page));
}

/* Plans what comes after a board: after that whose id is given, or after the one that is
 * looked at. Goes on where the next board is there already, and on one that is still to
 * come itself. */
void
qd_window_plan_next_action (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  const QdId id = g_variant_get_int64 (parameter);
  g_autoptr (GError) error = NULL;
  QdEntity *board = NULL;
  QdEntity *next;

  if (self->store == NULL)
    return;
  board = id != QD_ID_NONE ? qd_store_lookup (self->store, id)
                           : (QdEntity *) qd_window_get_board (self);
  if (!QD_IS_BOARD (board))
    return;

  next = qd_store_lookup (self->store,
                          qd_closing_find_next (self->store, qd_entity_get_id (board), &error));
  if (error != NULL)
    qd_toaster_report (GTK_WIDGET (self->split), error);
  else if (QD_IS_BOARD (next))
    plan_on (self, QD_BOARD (next));
  else if (id == QD_ID_NONE && is_ahead (QD_BOARD (board)))
    plan_on (self, QD_BOARD (board));
  else
    show_page (self, QD_BOARD (board));
}

/* Which key result of an objective waits, where it has more than are good for it. */
void
qd_window_choose_waiting_action (GtkWidget  *widget,
                                 const char *name,
                                 GVariant   *parameter)
{
  QdWindow *self = QD_WINDOW (widget);
  QdEntity *objective = NULL;

  /* What offered it can outlast the file. */
  if (self->store != NULL)
    objective = qd_store_lookup (self->store, g_variant_get_int64 (parameter));
  if (QD_IS_OBJECTIVE (objective) && qd_objective_get_board (QD_OBJECTIVE (objective)) != NULL)
    qd_shelf_ask_key_result (GTK_WIDGET (self->split), self->store, QD_OBJECTIVE (objective));
}
