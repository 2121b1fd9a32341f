/* When a board view has to show its cards anew though none of them changed: when
 * another day begins, and when the cycle or the rhythm of the board is another.
 */

#include "config.h"

#include "qd-board-view-private.h"

static void
refresh_cards (GtkWidget *widget)
{
  if (QD_IS_CARD_VIEW (widget))
    {
      qd_card_view_refresh (QD_CARD_VIEW (widget));
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    refresh_cards (child);
}

/* Another day, other days of the cycle, another rhythm: what is expected and what
 * is due changes with all cards staying as they are. */
static void
on_time_changed (QdBoardView *self)
{
  g_assert (QD_IS_BOARD_VIEW (self));

  if (self->board == NULL)
    return;

  qd_board_view_sync_time (self);
  refresh_cards (self->columns);
  if (self->top != NULL)
    qd_board_top_refresh (self->top);
}

/* Of the day of the past the clock tells. */
static void
on_board_notify (QdBoard     *board,
                 GParamSpec  *pspec,
                 QdBoardView *self)
{
  if (!g_str_equal (pspec->name, "as-of"))
    on_time_changed (self);
}

/* Nothing shows yet. */
void
qd_board_view_init_time (QdBoardView *self)
{
  self->clock = qd_today_new (qd_store_get_workspace (self->store));
  g_signal_connect_object (self->clock, "notify::day", G_CALLBACK (on_time_changed), self,
                           G_CONNECT_SWAPPED);

  self->board_signals = g_signal_group_new (QD_TYPE_BOARD);
  g_signal_group_connect (self->board_signals, "notify", G_CALLBACK (on_board_notify), self);
  g_signal_group_connect_swapped (self->board_signals, "notify::closed",
                                  G_CALLBACK (qd_board_view_update_writing), self);
  self->cycle_signals = g_signal_group_new (QD_TYPE_CYCLE);
  g_signal_group_connect_swapped (self->cycle_signals, "notify",
                                  G_CALLBACK (on_time_changed), self);
}

/* Follows the board that shows, and its cycle. */
void
qd_board_view_sync_time (QdBoardView *self)
{
  g_signal_group_set_target (self->board_signals, self->board);
  g_signal_group_set_target (self->cycle_signals,
                             self->board != NULL ? qd_board_get_cycle (self->board) : NULL);
}

void
qd_board_view_dispose_time (QdBoardView *self)
{
  g_clear_object (&self->clock);
  g_clear_object (&self->board_signals);
  g_clear_object (&self->cycle_signals);
}

/**
 * qd_board_view_get_today:
 *
 * Returns: (transfer none): what says when another day begins
 */
QdToday *
qd_board_view_get_today (QdBoardView *self)
{
  g_return_val_if_fail (QD_IS_BOARD_VIEW (self), NULL);

  return self->clock;
}
