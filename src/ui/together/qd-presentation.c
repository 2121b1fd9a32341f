/* Boards one after another for people in a room: large, nothing to click, one key to
 * go on.
 *
 * Follows the store like any other view. It asks to be left with the action
 * "win.present".
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "board/qd-board-figures.h"
#include "board/qd-board-sum.h"
#include "board/qd-board-view.h"
#include "widgets/qd-idle-pointer.h"

#include "qd-presentation.h"

struct _QdPresentation
{
  GtkWidget parent_instance;

  QdStore *store;
  GListModel *boards;
  QdBoardFilter *filter; /* hides nothing */
  QdBoard *board;        /* (nullable) */
  QdBoardSum *sum;       /* (nullable): of the board */

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *place;
  QdBoardFigures *figures;
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (QdPresentation, qd_presentation, GTK_TYPE_WIDGET)

static gboolean
find_board (QdPresentation *self,
            guint          *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->boards); i++)
    {
      g_autoptr (QdBoard) board = g_list_model_get_item (self->boards, i);

      if (board == self->board)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
show_place (QdPresentation *self)
{
  const guint n = g_list_model_get_n_items (self->boards);
  g_autofree char *text = NULL;
  guint position;

  if (find_board (self, &position))
    /* Translators: the place of a board among those that are presented */
    text = g_strdup_printf (_("%u of %u"), position + 1, n);
  gtk_label_set_text (self->place, text != NULL ? text : "");
}

static char *
describe_cycle (QdBoard *board)
{
  QdCycle *cycle = qd_board_get_cycle (board);
  guint week, n_weeks;

  if (cycle == NULL)
    return g_strdup ("");

  week = qd_cycle_get_week (cycle, qd_clock_today ());
  n_weeks = qd_cycle_get_n_weeks (cycle);
  if (week == 0 || week > n_weeks)
    return g_strdup (qd_entity_get_title (QD_ENTITY (cycle)));

  /* Translators: a cycle, and which of its weeks it is */
  return g_strdup_printf (_("%s, week %u of %u"), qd_entity_get_title (QD_ENTITY (cycle)),
                          week, n_weeks);
}

static void
show_head (QdPresentation *self)
{
  g_autofree char *cycle = NULL;

  show_place (self);
  if (self->board == NULL)
    return;

  cycle = describe_cycle (self->board);
  gtk_label_set_text (self->title, qd_entity_get_title (QD_ENTITY (self->board)));
  gtk_label_set_text (self->subtitle, cycle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  qd_entity_get_title (QD_ENTITY (self->board)),
                                  -1);
}

static void
on_sum_changed (QdPresentation *self)
{
  g_assert (QD_IS_PRESENTATION (self));

  qd_board_figures_set (self->figures, qd_board_sum_get_standing (self->sum));
}

static void
on_store_changed (QdPresentation *self)
{
  g_assert (QD_IS_PRESENTATION (self));

  show_head (self);
}

static void
on_boards_changed (QdPresentation *self)
{
  g_autoptr (QdBoard) first = g_list_model_get_item (self->boards, 0);
  guint position;

  g_assert (QD_IS_PRESENTATION (self));

  if (first != NULL && !find_board (self, &position))
    qd_presentation_set_board (self, first);
  show_place (self);
}

/* Stays at the last where there is no other. */
static void
turn (QdPresentation *self,
      int             step)
{
  const int n = (int) g_list_model_get_n_items (self->boards);
  g_autoptr (QdBoard) board = NULL;
  guint position = 0;

  find_board (self, &position);
  board = g_list_model_get_item (self->boards,
                                 (guint) CLAMP ((int) position + step, 0, MAX (n - 1, 0)));
  if (board != NULL)
    qd_presentation_set_board (self, board);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  key,
                guint                  keycode,
                GdkModifierType        state,
                QdPresentation        *self)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  g_assert (QD_IS_PRESENTATION (self));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      turn (self, rtl ? -1 : 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      turn (self, rtl ? 1 : -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      turn (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_BackSpace:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      turn (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Home:
      turn (self, -G_MAXINT16);
      return GDK_EVENT_STOP;

    case GDK_KEY_End:
      turn (self, G_MAXINT16);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_Down:
      qd_board_view_scroll (QD_BOARD_VIEW (self->view), key == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.present", NULL);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            QdPresentation  *self)
{
  g_assert (QD_IS_PRESENTATION (self));

  turn (self, 1);
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
create_head (QdPresentation *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *place;

  self->title = append_label (head, "title-1");
  self->subtitle = append_label (head, "dim-label");
  gtk_widget_set_hexpand (GTK_WIDGET (self->subtitle), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->subtitle), GTK_ALIGN_BASELINE);
  self->figures = QD_BOARD_FIGURES (g_object_new (QD_TYPE_BOARD_FIGURES, NULL));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->figures));
  place = gtk_label_new (NULL);
  self->place = GTK_LABEL (place);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (place, "numeric");
  gtk_box_append (GTK_BOX (head), place);
  gtk_widget_add_css_class (head, "presentation-head");
  gtk_box_append (GTK_BOX (self->box), head);
}

static void
qd_presentation_dispose (GObject *object)
{
  QdPresentation *self = QD_PRESENTATION (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->sum);
  g_clear_object (&self->board);
  g_clear_object (&self->filter);
  g_clear_object (&self->boards);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_presentation_parent_class)->dispose (object);
}

static void
qd_presentation_class_init (QdPresentationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qd_presentation_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "presentation");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_presentation_init (QdPresentation *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->filter = qd_board_filter_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  create_head (self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  qd_idle_pointer_attach (GTK_WIDGET (self));
}

/**
 * qd_presentation_new:
 * @store: the file that the boards are in
 * @boards: (element-type QdBoard): the boards, in the order in which they are shown
 *
 * Returns: (transfer floating): a presentation of the first of them
 */
GtkWidget *
qd_presentation_new (QdStore    *store,
                     GListModel *boards)
{
  QdPresentation *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (boards), NULL);

  self = g_object_new (QD_TYPE_PRESENTATION, NULL);
  self->store = g_object_ref (store);
  self->boards = g_object_ref (boards);
  self->view = qd_board_view_new_in_pane (store, self->filter);
  gtk_widget_set_vexpand (self->view, TRUE);
  gtk_widget_set_can_focus (self->view, FALSE);
  gtk_widget_set_can_target (self->view, FALSE);
  qd_board_view_hide_controls (QD_BOARD_VIEW (self->view));
  gtk_box_append (GTK_BOX (self->box), self->view);
  g_signal_connect_object (boards, "items-changed", G_CALLBACK (on_boards_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  on_boards_changed (self);

  return GTK_WIDGET (self);
}

/**
 * qd_presentation_get_board:
 *
 * Returns: (transfer none) (nullable): the board that shows
 */
QdBoard *
qd_presentation_get_board (QdPresentation *self)
{
  g_return_val_if_fail (QD_IS_PRESENTATION (self), NULL);

  return self->board;
}

/**
 * qd_presentation_set_board:
 * @self: a presentation
 * @board: one of its boards
 */
void
qd_presentation_set_board (QdPresentation *self,
                           QdBoard        *board)
{
  g_return_if_fail (QD_IS_PRESENTATION (self));
  g_return_if_fail (QD_IS_BOARD (board));

  if (!g_set_object (&self->board, board))
    return;

  g_clear_object (&self->sum);
  qd_board_view_set_board (QD_BOARD_VIEW (self->view), board);
  self->sum = qd_board_sum_new (self->store, board);
  g_signal_connect_object (self->sum, "summed", G_CALLBACK (on_sum_changed), self,
                           G_CONNECT_SWAPPED);
  on_sum_changed (self);
  show_head (self);
}
