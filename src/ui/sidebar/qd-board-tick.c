/* A tick box in a row of the sidebar: whether a board stands side by side with others;
 * at a cycle, whether all of its boards do.
 *
 * It takes no focus: the row has it, and the key, and is what a screen reader reads.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-board-tick.h"

struct _QdBoardTick
{
  GtkWidget parent_instance;

  QdStore *store;
  QdChosenBoards *chosen;
  QdEntity *entity; /* a board or a cycle */

  GtkWidget *button;
  GtkWidget *row; /* (unowned) (nullable): where it is in one; says the same */
};

G_DEFINE_FINAL_TYPE (QdBoardTick, qd_board_tick, GTK_TYPE_WIDGET)

/* The boards that it is about. */
static GPtrArray *
list_boards (QdBoardTick *self)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (self->store));
  GPtrArray *list = g_ptr_array_new ();

  if (QD_IS_BOARD (self->entity))
    g_ptr_array_add (list, self->entity);
  for (guint i = 0; QD_IS_CYCLE (self->entity) && i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);

      if (qd_board_get_cycle (board) == QD_CYCLE (self->entity))
        g_ptr_array_add (list, board);
    }

  return list;
}

static void
update (QdBoardTick *self)
{
  g_autoptr (GPtrArray) boards = list_boards (self);
  GtkCheckButton *button = GTK_CHECK_BUTTON (self->button);
  guint n = 0;
  gboolean all;

  for (guint i = 0; i < boards->len; i++)
    n += qd_chosen_boards_contains (self->chosen, boards->pdata[i]);

  all = n > 0 && n == boards->len;
  gtk_check_button_set_inconsistent (button, n > 0 && !all);
  gtk_check_button_set_active (button, all);
  if (self->row != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_CHECKED,
                                 all     ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                 : n > 0 ? GTK_ACCESSIBLE_TRISTATE_MIXED
                                         : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                 -1);
}

static void
update_name (QdBoardTick *self)
{
  g_autofree char *name = NULL;

  /* Translators: a board or a cycle, shown beside others. */
  name = g_strdup_printf (_("%s side by side"), qd_entity_get_title (self->entity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
on_title_changed (QdBoardTick *self)
{
  g_assert (QD_IS_BOARD_TICK (self));

  update_name (self);
}

static void
on_changed (QdBoardTick *self)
{
  g_assert (QD_IS_BOARD_TICK (self));

  update (self);
}

/* Before the button thinks that it is another: that follows what is chosen. */
static void
on_pressed (QdBoardTick     *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  g_assert (QD_IS_BOARD_TICK (self));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  qd_board_tick_toggle (self);
}

static void
qd_board_tick_root (GtkWidget *widget)
{
  QdBoardTick *self = QD_BOARD_TICK (widget);

  GTK_WIDGET_CLASS (qd_board_tick_parent_class)->root (widget);

  self->row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  update (self);
}

static void
qd_board_tick_unroot (GtkWidget *widget)
{
  QdBoardTick *self = QD_BOARD_TICK (widget);

  if (self->row != NULL)
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_CHECKED);
  self->row = NULL;

  GTK_WIDGET_CLASS (qd_board_tick_parent_class)->unroot (widget);
}

static void
qd_board_tick_dispose (GObject *object)
{
  QdBoardTick *self = QD_BOARD_TICK (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->entity);
  g_clear_object (&self->chosen);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_board_tick_parent_class)->dispose (object);
}

static void
qd_board_tick_class_init (QdBoardTickClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_board_tick_dispose;

  widget_class->root = qd_board_tick_root;
  widget_class->unroot = qd_board_tick_unroot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
qd_board_tick_init (QdBoardTick *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->button = gtk_check_button_new ();
  gtk_widget_set_focusable (self->button, FALSE);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * qd_board_tick_new:
 * @store: the file that the boards are in
 * @chosen: those that stand side by side
 * @entity: a board, or a cycle for all of its boards
 *
 * Returns: (transfer floating): a tick box
 */
GtkWidget *
qd_board_tick_new (QdStore        *store,
                   QdChosenBoards *chosen,
                   QdEntity       *entity)
{
  QdBoardTick *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_CHOSEN_BOARDS (chosen), NULL);
  g_return_val_if_fail (QD_IS_BOARD (entity) || QD_IS_CYCLE (entity), NULL);

  self = g_object_new (QD_TYPE_BOARD_TICK, NULL);
  self->store = g_object_ref (store);
  self->chosen = g_object_ref (chosen);
  self->entity = g_object_ref (entity);
  g_signal_connect_object (chosen, "items-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entity, "notify::title", G_CALLBACK (on_title_changed), self,
                           G_CONNECT_SWAPPED);
  update_name (self);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * qd_board_tick_toggle:
 *
 * Chooses the board, or all boards of the cycle; or none of them where all were chosen.
 */
void
qd_board_tick_toggle (QdBoardTick *self)
{
  g_autoptr (GPtrArray) boards = NULL;
  gboolean all = TRUE;

  g_return_if_fail (QD_IS_BOARD_TICK (self));

  boards = list_boards (self);
  for (guint i = 0; i < boards->len; i++)
    all &= qd_chosen_boards_contains (self->chosen, boards->pdata[i]);
  qd_chosen_boards_choose (self->chosen, (QdBoard * const *) boards->pdata, boards->len, !all);
}
