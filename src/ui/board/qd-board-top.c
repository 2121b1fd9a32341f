/* What stands above the columns of a board that has the window to itself: its
 * objectives, what it says as a whole, and its filter.
 *
 * Puts the three together; what they ask for are actions of the board view.
 */

#include "config.h"

#include "filter/qd-filter-bar.h"
#include "widgets/qd-spill.h"

#include "qd-board-head.h"
#include "qd-board-top.h"
#include "qd-closed-bar.h"
#include "qd-objective-strip.h"

struct _QdBoardTop
{
  GtkWidget parent_instance;

  QdClosedBar *closed_bar;
  GtkWidget *line;
  QdObjectiveStrip *strip;
  QdBoardHead *head;
  QdFilterBar *filter_bar;
};

enum
{
  PROP_0,
  PROP_NET_CONFIDENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdBoardTop, qd_board_top, GTK_TYPE_WIDGET)

static void
on_net_confidence (QdBoardTop *self)
{
  g_assert (QD_IS_BOARD_TOP (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NET_CONFIDENCE]);
}

static void
qd_board_top_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  QdBoardTop *self = QD_BOARD_TOP (object);

  switch (property_id)
    {
    case PROP_NET_CONFIDENCE:
      g_value_take_string (value, qd_board_top_dup_net_confidence (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_board_top_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_BOARD_TOP);

  G_OBJECT_CLASS (qd_board_top_parent_class)->dispose (object);
}

static void
qd_board_top_class_init (QdBoardTopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qd_board_top_get_property;
  object_class->dispose = qd_board_top_dispose;

  /**
   * QdBoardTop:net-confidence:
   *
   * Net confidence of the board with its sign, "+25", or %NULL. Notified whenever
   * the board was summed up, be it the same or not.
   */
  properties[PROP_NET_CONFIDENCE] =
    g_param_spec_string ("net-confidence", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QD_TYPE_BOARD_HEAD);
  g_type_ensure (QD_TYPE_CLOSED_BAR);
  g_type_ensure (QD_TYPE_FILTER_BAR);
  g_type_ensure (QD_TYPE_OBJECTIVE_STRIP);
  g_type_ensure (QD_TYPE_SPILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-board-top.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBoardTop, closed_bar);
  gtk_widget_class_bind_template_child (widget_class, QdBoardTop, line);
  gtk_widget_class_bind_template_child (widget_class, QdBoardTop, strip);
  gtk_widget_class_bind_template_child (widget_class, QdBoardTop, head);
  gtk_widget_class_bind_template_child (widget_class, QdBoardTop, filter_bar);
}

static void
qd_board_top_init (QdBoardTop *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->head, "notify::net-confidence",
                           G_CALLBACK (on_net_confidence), self, G_CONNECT_SWAPPED);
}

/**
 * qd_board_top_new:
 * @store: the file that the boards are in
 * @filter: what the cards of the board are filtered by
 *
 * Returns: (transfer floating): the top of no board
 */
GtkWidget *
qd_board_top_new (QdStore       *store,
                  QdBoardFilter *filter)
{
  QdBoardTop *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD_FILTER (filter), NULL);

  self = g_object_new (QD_TYPE_BOARD_TOP, NULL);
  qd_objective_strip_set_store (self->strip, store, filter);
  qd_board_head_set_store (self->head, store);
  qd_filter_bar_set_store (self->filter_bar, store, filter);

  return GTK_WIDGET (self);
}

/**
 * qd_board_top_set_board:
 * @self: a top
 * @board: (nullable): the board below
 */
void
qd_board_top_set_board (QdBoardTop *self,
                        QdBoard    *board)
{
  g_autoptr (GListStore) boards = g_list_store_new (QD_TYPE_BOARD);

  g_return_if_fail (QD_IS_BOARD_TOP (self));
  g_return_if_fail (board == NULL || QD_IS_BOARD (board));

  qd_closed_bar_set_board (self->closed_bar, board);
  if (board != NULL)
    g_list_store_append (boards, board);

  qd_objective_strip_set_board (self->strip, board);
  qd_board_head_set_board (self->head, board);
  qd_filter_bar_set_boards (self->filter_bar, G_LIST_MODEL (boards));
  gtk_widget_set_visible (self->line, board != NULL);
}

/**
 * qd_board_top_refresh:
 * @self: a top
 *
 * Shows anew what depends on the day and the cycle.
 */
void
qd_board_top_refresh (QdBoardTop *self)
{
  g_return_if_fail (QD_IS_BOARD_TOP (self));

  qd_objective_strip_refresh (self->strip);
  qd_board_head_refresh (self->head);
}

/**
 * qd_board_top_dup_objective:
 * @self: a top
 * @nth: a place among the objectives, from 0
 *
 * Returns: (transfer full) (nullable): how a filter names the objective, or %NULL
 *   where there is none
 */
char *
qd_board_top_dup_objective (QdBoardTop *self,
                            guint       nth)
{
  g_return_val_if_fail (QD_IS_BOARD_TOP (self), NULL);

  return qd_objective_strip_dup_id (self->strip, nth);
}

/**
 * qd_board_top_add_objective:
 * @self: a top
 *
 * Lets a new objective be described.
 */
void
qd_board_top_add_objective (QdBoardTop *self)
{
  g_return_if_fail (QD_IS_BOARD_TOP (self));

  qd_objective_strip_add (self->strip);
}

/**
 * qd_board_top_edit_objective:
 * @self: a top
 * @objective: an objective of the board
 *
 * Lets the objective be changed.
 */
void
qd_board_top_edit_objective (QdBoardTop  *self,
                             QdObjective *objective)
{
  g_return_if_fail (QD_IS_BOARD_TOP (self));

  qd_objective_strip_edit (self->strip, objective);
}

/**
 * qd_board_top_open_filter:
 * @self: a top
 *
 * Lets a filter be typed.
 */
void
qd_board_top_open_filter (QdBoardTop *self)
{
  g_return_if_fail (QD_IS_BOARD_TOP (self));

  qd_filter_bar_open (self->filter_bar);
}

/**
 * qd_board_top_close_filter:
 * @self: a top
 *
 * Puts the filter bar away, unless somebody is in it.
 */
void
qd_board_top_close_filter (QdBoardTop *self)
{
  g_return_if_fail (QD_IS_BOARD_TOP (self));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->filter_bar)) == NULL)
    qd_filter_bar_close (self->filter_bar);
}

/**
 * qd_board_top_dup_net_confidence:
 * @self: a top
 *
 * Returns: (transfer full) (nullable): net confidence of the board with its sign,
 *   "+25", or %NULL where there is nothing to tell it from
 */
char *
qd_board_top_dup_net_confidence (QdBoardTop *self)
{
  g_return_val_if_fail (QD_IS_BOARD_TOP (self), NULL);

  return qd_board_head_dup_net_confidence (self->head);
}
