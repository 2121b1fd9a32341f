/* The head of a board that stands beside others: team and cycle, progress, net
 * confidence, check-ins that are due, and how the cards spread over the columns.
 *
 * The board need not be loaded: until it is, there is only what is known of every
 * board. Folding, opening and ordering are up to who shows the head; it tells what
 * was asked for. Dragging the head drags the board.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "board/qd-board-figures.h"
#include "board/qd-board-sum.h"
#include "widgets/qd-board-spread.h"
#include "widgets/qd-board-words.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-drag.h"
#include "widgets/qd-sign.h"
#include "widgets/qd-today.h"
#include "widgets/qd-tooltip.h"

#include "qd-pane-head.h"

struct _QdPaneHead
{
  GtkWidget parent_instance;

  QdStore *store;
  QdBoard *board;
  QdBoardSum *sum;
  QdToday *clock;
  gboolean folded;
  gboolean show_cycle;

  GtkWidget *first_row;
  GtkButton *fold_button;
  GtkLabel *title;
  QdSign *closed;
  GtkLabel *cycle;
  GtkWidget *due;
  QdSign *due_sign;
  GtkLabel *n_due;
  GtkWidget *second_row;
  QdBoardFigures *figures;
  QdDistribution *distribution;
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_BOARD,
  PROP_FOLDED,
  PROP_SHOW_CYCLE,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdPaneHead, qd_pane_head, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_name (QdPaneHead *self)
{
  g_autofree char *name = NULL;

  name = qd_board_words_accessible (self->board, self->show_cycle,
                                    qd_board_sum_get_standing (self->sum), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
update_fold_button (QdPaneHead *self)
{
  g_autofree char *title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (self->board)));
  g_autofree char *words = NULL;

  if (self->folded)
    /* Translators: shows all of a board again; the blank is its title */
    words = g_strdup_printf (_("Unfold %s"), title);
  else
    /* Translators: leaves nothing of a board but its head; the blank is its title */
    words = g_strdup_printf (_("Fold %s"), title);

  gtk_button_set_icon_name (self->fold_button,
                            self->folded ? "pan-end-symbolic" : "pan-down-symbolic");
  qd_tooltip_set_words (GTK_WIDGET (self->fold_button), words);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button),
                               GTK_ACCESSIBLE_STATE_EXPANDED, !self->folded,
                               -1);
}

static void
update_title (QdPaneHead *self)
{
  const char *full = qd_entity_get_title (QD_ENTITY (self->board));
  g_autofree char *title = qd_card_text_clip (full);
  QdCycle *cycle = qd_board_get_cycle (self->board);

  gtk_label_set_text (self->title, title);
  qd_tooltip_set_text (GTK_WIDGET (self->title), title);
  if (cycle != NULL)
    gtk_label_set_text (self->cycle, qd_entity_get_title (QD_ENTITY (cycle)));
  gtk_widget_set_visible (GTK_WIDGET (self->cycle), self->show_cycle && cycle != NULL);
}

static void
update_closed (QdPaneHead *self)
{
  g_autofree char *words = qd_board_words_closed (self->board);

  if (words != NULL)
    qd_tooltip_set_words (GTK_WIDGET (self->closed), words);
  gtk_widget_set_visible (GTK_WIDGET (self->closed), words != NULL);
}

static void
update_spread (QdPaneHead *self)
{
  g_autofree char *words = qd_board_spread_describe (self->board);

  qd_board_spread_show (self->board, self->distribution);
  qd_tooltip_set_words (GTK_WIDGET (self->distribution), words);
}

static void
update_due (QdPaneHead *self)
{
  const QdBoardStanding *standing = qd_board_sum_get_standing (self->sum);
  g_autofree char *number = g_strdup_printf ("%u", standing->n_due);
  g_autofree char *words = qd_board_words_due (standing->n_due);

  qd_sign_set (self->due_sign, "health-outdated",
               standing->n_outdated > 0 ? "health-outdated" : NULL);
  gtk_label_set_text (self->n_due, number);
  qd_tooltip_set_words (self->due, words);
  gtk_widget_set_visible (self->due, standing->n_due > 0);
}

/* What is known of every board. */
static void
update (QdPaneHead *self)
{
  update_title (self);
  update_closed (self);
  update_fold_button (self);
  update_spread (self);
  update_name (self);
}

static void
on_summed (QdPaneHead *self)
{
  g_assert (QD_IS_PANE_HEAD (self));

  qd_board_figures_set (self->figures, qd_board_sum_get_standing (self->sum));
  update_due (self);
  update_name (self);
}

static void
on_store_changed (QdPaneHead *self)
{
  g_assert (QD_IS_PANE_HEAD (self));

  update (self);
}

static void
on_day (QdPaneHead *self)
{
  g_assert (QD_IS_PANE_HEAD (self));

  qd_board_sum_refresh (self->sum);
}

static void
on_fold_clicked (QdPaneHead *self)
{
  g_assert (QD_IS_PANE_HEAD (self));

  qd_pane_head_set_folded (self, !self->folded);
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            QdPaneHead      *self)
{
  g_assert (QD_IS_PANE_HEAD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      g_signal_emit (self, signals[ACTIVATED], 0);
    }
}

static gboolean
on_space (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  on_fold_clicked (QD_PANE_HEAD (widget));

  return GDK_EVENT_STOP;
}

static void
qd_pane_head_constructed (GObject *object)
{
  QdPaneHead *self = QD_PANE_HEAD (object);

  G_OBJECT_CLASS (qd_pane_head_parent_class)->constructed (object);

  self->sum = qd_board_sum_new (self->store, self->board);
  g_signal_connect_object (self->sum, "summed", G_CALLBACK (on_summed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  self->clock = qd_today_new (qd_store_get_workspace (self->store));
  g_signal_connect_object (self->clock, "notify::day", G_CALLBACK (on_day), self,
                           G_CONNECT_SWAPPED);
  qd_drag_attach (GTK_WIDGET (self), GTK_WIDGET (self), self->board);
  update (self);
}

static void
qd_pane_head_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  QdPaneHead *self = QD_PANE_HEAD (object);

  switch (property_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;

    case PROP_SHOW_CYCLE:
      g_value_set_boolean (value, self->show_cycle);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_pane_head_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  QdPaneHead *self = QD_PANE_HEAD (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_BOARD:
      self->board = g_value_dup_object (value);
      break;

    case PROP_FOLDED:
      qd_pane_head_set_folded (self, g_value_get_boolean (value));
      break;

    case PROP_SHOW_CYCLE:
      qd_pane_head_set_show_cycle (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_pane_head_dispose (GObject *object)
{
  QdPaneHead *self = QD_PANE_HEAD (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->sum);
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PANE_HEAD);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_pane_head_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * QdPaneHead:store:
   *
   * The file that the board is in.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdPaneHead:board:
   *
   * The board to show.
   */
  properties[PROP_BOARD] =
    g_param_spec_object ("board", NULL, NULL,
                         QD_TYPE_BOARD,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdPaneHead:folded:
   *
   * Whether nothing but the head is to be seen of the board.
   */
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);

  /**
   * QdPaneHead:show-cycle:
   *
   * Whether to say which cycle the board belongs to.
   */
  properties[PROP_SHOW_CYCLE] =
    g_param_spec_boolean ("show-cycle", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const guint enter[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  for (guint i = 0; i < G_N_ELEMENTS (enter); i++)
    gtk_widget_class_add_binding_signal (widget_class, enter[i], 0, "activated", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, on_space, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, on_space, NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QD_TYPE_BOARD_FIGURES);
  g_type_ensure (QD_TYPE_DISTRIBUTION);
  g_type_ensure (QD_TYPE_SIGN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-pane-head.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, first_row);
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, fold_button);
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, title);
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, closed);
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, cycle);
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, due);
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, due_sign);
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, n_due);
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, second_row);
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, figures);
  gtk_widget_class_bind_template_child (widget_class, QdPaneHead, distribution);
  gtk_widget_class_bind_template_callback (widget_class, on_fold_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
qd_pane_head_class_init (QdPaneHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_pane_head_constructed;
  object_class->get_property = qd_pane_head_get_property;
  object_class->set_property = qd_pane_head_set_property;
  object_class->dispose = qd_pane_head_dispose;

  install_properties (object_class);

  /**
   * QdPaneHead::activated:
   * @self: the head
   *
   * The board should be opened on its own.
   */
  signals[ACTIVATED] =
    g_signal_new ("activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  bind_template (widget_class);
  install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "panehead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_pane_head_init (QdPaneHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qd_sign_set (self->closed, "health-closed", NULL);
}

/**
 * qd_pane_head_new:
 * @store: the file that the board is in
 * @board: the board to show, loaded or not
 *
 * Returns: (transfer floating): the head of the board
 */
GtkWidget *
qd_pane_head_new (QdStore *store,
                  QdBoard *board)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  return g_object_new (QD_TYPE_PANE_HEAD,
                       "store", store,
                       "board", board,
                       NULL);
}

/**
 * qd_pane_head_get_folded:
 * @self: a head
 *
 * Returns: whether nothing but the head is to be seen of the board
 */
gboolean
qd_pane_head_get_folded (QdPaneHead *self)
{
  g_return_val_if_fail (QD_IS_PANE_HEAD (self), FALSE);

  return self->folded;
}

/**
 * qd_pane_head_set_folded:
 * @self: a head
 * @folded: whether nothing but the head is to be seen of the board
 */
void
qd_pane_head_set_folded (QdPaneHead *self,
                         gboolean    folded)
{
  g_return_if_fail (QD_IS_PANE_HEAD (self));

  folded = !!folded;
  if (self->folded == folded)
    return;

  self->folded = folded;
  update_fold_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

/**
 * qd_pane_head_set_show_cycle:
 * @self: a head
 * @show_cycle: whether to say which cycle the board belongs to
 */
void
qd_pane_head_set_show_cycle (QdPaneHead *self,
                             gboolean    show_cycle)
{
  g_return_if_fail (QD_IS_PANE_HEAD (self));

  show_cycle = !!show_cycle;
  if (self->show_cycle == show_cycle)
    return;

  self->show_cycle = show_cycle;
  update_title (self);
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CYCLE]);
}
