/* What a board says as a whole: progress, net confidence, and how much advice there
 * is.
 *
 * It looks for advice when nothing else is to be done, once for all that changed: on
 * a large board that takes a while. What is known of it then is kept until the next
 * change, and the list shows it when somebody opens it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "coach/qd-board-coach.h"
#include "coach/qd-coach-popover.h"
#include "widgets/qd-board-words.h"
#include "widgets/qd-sign.h"
#include "widgets/qd-tooltip.h"

#include "qd-board-figures.h"
#include "qd-board-head.h"
#include "qd-board-sum.h"

/* How long a change waits for the next one, in milliseconds. */
#define COACH_DELAY 150

/* How many cards are looked at in a row: a part of a frame. */
#define COACH_STEP 40

/* How long a click may wait for the list, in microseconds. */
#define OPENING_TIME 40000

/* More is not worth counting. */
#define MAX_COUNT 99

struct _QdBoardHead
{
  GtkWidget parent_instance;

  QdStore *store;
  QdBoard *board; /* (nullable) */
  QdBoardSum *sum; /* (nullable): of the board */
  guint coach_id;
  QdBoardCoach *coach; /* (nullable): what is known since the last change */

  QdBoardFigures *figures;
  GtkMenuButton *coach_button;
  QdSign *coach_sign;
  GtkLabel *count;
  GtkWidget *coach_popover; /* (nullable): made when it is needed */
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_NET_CONFIDENCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdBoardHead, qd_board_head, GTK_TYPE_WIDGET)

static gboolean
is_busy (QdBoardHead *self)
{
  return self->coach_id != 0 ||
         (self->sum != NULL && qd_board_sum_get_pending (self->sum));
}

static void
notify_busy (QdBoardHead *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
on_summed (QdBoardHead *self)
{
  g_assert (QD_IS_BOARD_HEAD (self));

  qd_board_figures_set (self->figures, qd_board_sum_get_standing (self->sum));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NET_CONFIDENCE]);
  notify_busy (self);
}

static char *
describe_count (guint n)
{
  if (n == 0)
    return g_strdup (_("Advice, nothing open"));
  if (n > MAX_COUNT)
    return g_strdup_printf (_("Advice, more than %u items"), MAX_COUNT);

  return g_strdup_printf (ngettext ("Advice, %u item", "Advice, %u items", n), n);
}

static void
show_count (QdBoardHead *self,
            guint        n)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->coach_button));
  g_autofree char *count = NULL;
  g_autofree char *words = describe_count (n);

  count = g_strdup_printf (n > MAX_COUNT ? "%u+" : "%u", MIN (n, MAX_COUNT));
  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
  if (n > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->coach_button), "quiet");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->coach_button), "quiet");

  /* What takes the focus is the toggle button inside. */
  qd_tooltip_set_words (button, words);
}

static gboolean
is_open (QdBoardHead *self)
{
  return self->coach_popover != NULL && gtk_widget_get_visible (self->coach_popover);
}

static void
stop_coach (QdBoardHead *self)
{
  g_clear_handle_id (&self->coach_id, g_source_remove);
  g_clear_pointer (&self->coach, qd_board_coach_unref);
}

/* How much open advice is enough, unless all is to be known. */
static guint
get_n_wanted (QdBoardHead *self)
{
  const guint n = MAX_COUNT + 1;

  if (self->coach_popover == NULL)
    return n;

  return MAX (n, qd_coach_popover_get_n_wanted (QD_COACH_POPOVER (self->coach_popover)));
}

static void
show_coach (QdBoardHead *self)
{
  show_count (self, qd_board_coach_get_open (self->coach)->len);
  if (is_open (self))
    qd_coach_popover_refresh (QD_COACH_POPOVER (self->coach_popover), self->coach);
}

/* To say how much there is, it looks at no more cards than that takes; for the list
 * at all of them. */
static gboolean
on_coach_idle (gpointer user_data)
{
  QdBoardHead *self = user_data;
  GPtrArray *open;
  guint n_known;

  g_assert (QD_IS_BOARD_HEAD (self));

  open = qd_board_coach_get_open (self->coach);
  n_known = open->len;
  qd_board_coach_step (self->coach, COACH_STEP);

  if (qd_board_coach_is_done (self->coach) ||
      (n_known < get_n_wanted (self) && open->len >= get_n_wanted (self)))
    show_coach (self);
  if (!qd_board_coach_is_done (self->coach) &&
      (is_open (self) || open->len < get_n_wanted (self)))
    return G_SOURCE_CONTINUE;

  self->coach_id = 0;
  notify_busy (self);

  return G_SOURCE_REMOVE;
}

static void
start_coach (QdBoardHead *self)
{
  if (self->coach == NULL)
    self->coach = qd_board_coach_new (self->store, self->board, qd_board_get_today (self->board));

  g_clear_handle_id (&self->coach_id, g_source_remove);
  self->coach_id = g_idle_add_full (G_PRIORITY_LOW, on_coach_idle, self, NULL);
}

static gboolean
on_coach_delay (gpointer user_data)
{
  QdBoardHead *self = user_data;

  g_assert (QD_IS_BOARD_HEAD (self));

  self->coach_id = 0;
  if (self->board != NULL && qd_board_get_loaded (self->board))
    start_coach (self);

  return G_SOURCE_REMOVE;
}

/* What there is to see at first is there when the list opens, unless that takes too
 * long; the rest comes while it is looked at. */
static void
create_popup (GtkMenuButton *button,
              gpointer       user_data)
{
  QdBoardHead *self = user_data;
  const gint64 until = g_get_monotonic_time () + OPENING_TIME;

  g_assert (QD_IS_BOARD_HEAD (self));

  if (self->board == NULL)
    return;

  if (self->coach_popover == NULL)
    {
      self->coach_popover = qd_coach_popover_new (self->store);
      gtk_menu_button_set_popover (button, self->coach_popover);
    }

  start_coach (self);
  while (qd_board_coach_get_open (self->coach)->len < get_n_wanted (self) &&
         g_get_monotonic_time () < until &&
         qd_board_coach_step (self->coach, COACH_STEP))
    ;
  qd_coach_popover_refresh (QD_COACH_POPOVER (self->coach_popover), self->coach);
}

static void
on_store_changed (QdBoardHead *self)
{
  g_assert (QD_IS_BOARD_HEAD (self));

  qd_board_head_refresh (self);
}

static void
qd_board_head_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdBoardHead *self = QD_BOARD_HEAD (object);

  switch (property_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, is_busy (self));
      break;

    case PROP_NET_CONFIDENCE:
      g_value_take_string (value, qd_board_head_dup_net_confidence (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_board_head_dispose (GObject *object)
{
  QdBoardHead *self = QD_BOARD_HEAD (object);

  g_clear_object (&self->sum);
  stop_coach (self);
  /* GTK does not let go of a popover that goes while it is open. */
  if (self->coach_popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->coach_popover));
  self->coach_popover = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_BOARD_HEAD);
  g_clear_object (&self->board);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_board_head_parent_class)->dispose (object);
}

static void
qd_board_head_class_init (QdBoardHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qd_board_head_get_property;
  object_class->dispose = qd_board_head_dispose;

  /**
   * QdBoardHead:busy:
   *
   * Whether it is still summing up what changed.
   */
  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * QdBoardHead:net-confidence:
   *
   * Net confidence of the board with its sign, "+25", or %NULL where there is
   * nothing to tell it from.
   */
  properties[PROP_NET_CONFIDENCE] =
    g_param_spec_string ("net-confidence", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QD_TYPE_BOARD_FIGURES);
  g_type_ensure (QD_TYPE_SIGN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-board-head.ui");
  gtk_widget_class_bind_template_child (widget_class, QdBoardHead, figures);
  gtk_widget_class_bind_template_child (widget_class, QdBoardHead, coach_button);
  gtk_widget_class_bind_template_child (widget_class, QdBoardHead, coach_sign);
  gtk_widget_class_bind_template_child (widget_class, QdBoardHead, count);

  gtk_widget_class_set_css_name (widget_class, "boardhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_board_head_init (QdBoardHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->coach_button, create_popup, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Board"),
                                  -1);
  qd_sign_set (self->coach_sign, "coach", NULL);
  show_count (self, 0);
}

/**
 * qd_board_head_set_store:
 * @self: a head without a store
 * @store: the file that its boards are in, from now on
 */
void
qd_board_head_set_store (QdBoardHead *self,
                         QdStore     *store)
{
  g_return_if_fail (QD_IS_BOARD_HEAD (self));
  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * qd_board_head_set_board:
 * @self: a head
 * @board: (nullable): the board to sum up
 */
void
qd_board_head_set_board (QdBoardHead *self,
                         QdBoard     *board)
{
  const QdBoardStanding nothing = { .progress = NAN, .expected = NAN };

  g_return_if_fail (QD_IS_BOARD_HEAD (self));
  g_return_if_fail (board == NULL || QD_IS_BOARD (board));
  g_return_if_fail (board == NULL || self->store != NULL);

  if (!g_set_object (&self->board, board))
    return;

  stop_coach (self);
  gtk_menu_button_popdown (self->coach_button);
  qd_board_figures_set (self->figures, &nothing);
  show_count (self, 0);
  g_clear_object (&self->sum);
  if (board != NULL)
    {
      self->sum = qd_board_sum_new (self->store, board);
      g_signal_connect_object (self->sum, "summed", G_CALLBACK (on_summed), self,
                               G_CONNECT_SWAPPED);
    }
  qd_board_head_refresh (self);
}

/**
 * qd_board_head_refresh:
 * @self: a head
 *
 * Sums the board up anew, soon. Then QdBoardHead:net-confidence is notified.
 */
void
qd_board_head_refresh (QdBoardHead *self)
{
  g_return_if_fail (QD_IS_BOARD_HEAD (self));

  if (self->board == NULL)
    return;

  qd_board_sum_refresh (self->sum);
  stop_coach (self);
  self->coach_id = g_timeout_add_full (G_PRIORITY_LOW, COACH_DELAY, on_coach_delay, self,
                                       NULL);
  notify_busy (self);
}

/**
 * qd_board_head_dup_net_confidence:
 * @self: a head
 *
 * Returns: (transfer full) (nullable): net confidence with its sign, "+25", or
 *   %NULL where there is nothing to tell it from
 */
char *
qd_board_head_dup_net_confidence (QdBoardHead *self)
{
  const QdBoardStanding *standing;

  g_return_val_if_fail (QD_IS_BOARD_HEAD (self), NULL);

  if (self->sum == NULL)
    return NULL;

  standing = qd_board_sum_get_standing (self->sum);

  return standing->has_net_confidence ? qd_board_words_net (standing->net_confidence) : NULL;
}
