/* Choosing in the sidebar which boards stand side by side: tick boxes, their key, and
 * a team with all teams under it.
 *
 * While one chooses, going from row to row selects nothing: a board that is clicked
 * shows alone, as ever.
 */

#include "config.h"

#include "qd-board-row.h"
#include "qd-board-tick.h"
#include "qd-sidebar-private.h"

static QdBoardTick *
find_tick (GtkListBoxRow *row)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

  return QD_IS_BOARD_TICK (child) ? QD_BOARD_TICK (child) : NULL;
}

/* A row has a tick box while one chooses. */
void
qd_sidebar_sync_tick (QdSidebar     *self,
                      GtkListBoxRow *row)
{
  GtkBox *box = GTK_BOX (gtk_list_box_row_get_child (row));
  QdEntity *entity = qd_sidebar_get_entity (row);
  GtkWidget *tick = (GtkWidget *) find_tick (row);

  if (entity == NULL || self->choosing == (tick != NULL))
    return;

  if (tick == NULL)
    gtk_box_prepend (box, qd_board_tick_new (self->store, self->chosen, entity));
  else
    gtk_box_remove (box, tick);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  key,
                guint                  keycode,
                GdkModifierType        state,
                QdSidebar             *self)
{
  GtkListBoxRow *row = qd_sidebar_get_focused_row (self);
  QdBoardTick *tick = row != NULL ? find_tick (row) : NULL;

  g_assert (QD_IS_SIDEBAR (self));

  if (tick == NULL || !gtk_widget_is_focus (GTK_WIDGET (row)) ||
      (key != GDK_KEY_space && key != GDK_KEY_KP_Space))
    return GDK_EVENT_PROPAGATE;

  qd_board_tick_toggle (tick);

  return GDK_EVENT_STOP;
}

/* Rings of teams are possible, and have an end here. */
static gboolean
is_part_of (QdTeam *team,
            QdTeam *whole)
{
  guint steps = 0;

  while (team != NULL && team != whole && steps++ < G_MAXUINT8)
    team = qd_team_get_parent (team);

  return team == whole;
}

/* The boards of a team and all under it, in the cycle of one of them. */
void
qd_sidebar_choose_team_action (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  QdSidebar *self = QD_SIDEBAR (widget);
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (self->store));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  QdBoard *first;

  if (!QD_IS_BOARD_ROW (self->target))
    return;

  first = qd_board_row_get_board (QD_BOARD_ROW (self->target));
  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);
      const QdId id = qd_entity_get_id (QD_ENTITY (board));

      if (board == first || (qd_board_get_cycle (board) == qd_board_get_cycle (first) &&
                             qd_board_get_team (first) != NULL &&
                             is_part_of (qd_board_get_team (board), qd_board_get_team (first))))
        g_array_append_val (ids, id);
    }

  qd_chosen_boards_set (self->chosen, (const QdId *) ids->data, ids->len);
  gtk_widget_activate_action (widget, "win.show-together", NULL);
}

/**
 * qd_sidebar_set_choosing:
 * @self: a sidebar
 * @choosing: whether boards are chosen to stand side by side
 */
void
qd_sidebar_set_choosing (QdSidebar *self,
                         gboolean   choosing)
{
  GtkListBoxRow *row;

  g_return_if_fail (QD_IS_SIDEBAR (self));

  if (self->choosing == choosing)
    return;

  self->choosing = choosing;
  self->updating = TRUE;
  gtk_list_box_set_selection_mode (self->list, choosing ? GTK_SELECTION_NONE
                                                        : GTK_SELECTION_SINGLE);
  row = !choosing && self->board != NULL ? qd_sidebar_find_row (self, QD_ENTITY (self->board))
                                         : NULL;
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  self->updating = FALSE;

  qd_sidebar_update_clicks (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    qd_sidebar_sync_tick (self, row);
}

/* Before the list takes the key for the row. */
void
qd_sidebar_add_choice (QdSidebar *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}
