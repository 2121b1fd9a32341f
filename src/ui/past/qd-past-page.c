/* The time machine: what was looked at, a board or several side by side, as it was on a
 * day that a slider chooses. Clearly the past, and nothing in it can be changed. States are
 * read in a thread, and shown through the same page as those of today, from a store of the
 * past. How the days go by is in qd-past-play.c, which there are in qd-past-span.c.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "board/qd-board-view.h"
#include "qd-past-page-private.h"
#include "qd-past-text.h"
#include "together/qd-together-view.h"
#include "widgets/qd-pages.h"
#include "widgets/qd-spill.h"
#include "widgets/qd-status-page.h"
#include "widgets/qd-toaster.h"

/* What is to be read in a thread. */
typedef struct
{
  char *path;
  GArray *ids;
  QdDay day;   /* as of which, or the last */
  QdDay first;
} Order;

enum
{
  PROP_0,
  PROP_STORE,
  PROP_PLAYING,
  PROP_COMPARING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdPastPage, qd_past_page, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static Order *
order_new (QdPastPage *self,
           QdDay       first,
           QdDay       day)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (qd_store_get_path (self->store));
  order->ids = g_array_copy (self->ids);
  order->first = first;
  order->day = day;

  return order;
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_array_unref (order->ids);
  g_free (order->path);
  g_free (order);
}

static void
free_state (gpointer state)
{
  qd_past_state_free (state);
}

/* Not in the interface's thread. */
static void
read_state (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;
  QdPastState *state;

  state = qd_past_state_read (order->path, (const QdId *) (gpointer) order->ids->data,
                              order->ids->len, qd_past_end_of_day (order->day), cancellable,
                              &error);
  if (state != NULL)
    g_task_return_pointer (task, state, free_state);
  else
    g_task_return_error (task, error);
}

/* Not in the interface's thread. */
static void
read_marks (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;
  GArray *marks;

  marks = qd_past_marks_read (order->path, (const QdId *) (gpointer) order->ids->data,
                              order->ids->len, order->first, order->day, cancellable, &error);
  if (marks != NULL)
    g_task_return_pointer (task, marks, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
ask_state (QdPastPage *self)
{
  if (self->ids->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    qd_past_reading_ask (self->states,
                         order_new (self, QD_DAY_NONE, qd_past_page_get_day (self)),
                         order_free);
}

static void
ask_marks (QdPastPage *self)
{
  if (self->ids->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    qd_past_reading_ask (self->marks,
                         order_new (self, qd_past_slider_get_first (self->slider),
                                    qd_past_slider_get_last (self->slider)),
                         order_free);
}

/* The cycle of the boards, where it is one. */
static QdCycle *
find_cycle (QdPastPage *self)
{
  QdCycle *cycle = NULL;

  for (guint i = 0; i < self->ids->len; i++)
    {
      QdEntity *board = qd_store_lookup (self->store, g_array_index (self->ids, QdId, i));
      QdCycle *its = QD_IS_BOARD (board) ? qd_board_get_cycle (QD_BOARD (board)) : NULL;

      if (cycle != NULL && its != cycle)
        return NULL;
      cycle = its;
    }

  return cycle;
}

/* The day that was chosen, even while that of before still shows: somebody who pulls the
 * slider has to see where it is. */
static void
show_title (QdPastPage *self)
{
  const QdDay day = qd_past_page_get_day (self);
  g_autofree char *text = qd_past_text_day (day);
  g_autofree char *week = qd_past_text_week (find_cycle (self), day);
  g_autofree char *both = NULL;

  if (week != NULL)
    /* Translators: a day, and which week of the cycle it is in. */
    both = g_strdup_printf (_("%s · %s"), text, week);
  gtk_label_set_text (self->title, both != NULL ? both : text);
}

static QdBoard *
find_board (QdPastPage *self)
{
  QdEntity *board = NULL;

  if (self->ids->len > 0)
    board = qd_store_lookup (self->past, g_array_index (self->ids, QdId, 0));

  return QD_IS_BOARD (board) && qd_entity_get_alive (board) ? QD_BOARD (board) : NULL;
}

/* The details that are open are of the day that shows. */
static void
show_differences (QdPastPage *self)
{
  QdCard *card = self->board_page != NULL ? qd_board_page_get_card (self->board_page) : NULL;

  g_assert (QD_IS_PAST_PAGE (self));

  if (self->differences != NULL)
    qd_past_differences_list_set_card (
      self->differences, card != NULL ? qd_entity_get_id (QD_ENTITY (card)) : QD_ID_NONE,
      qd_workspace_get_as_of (qd_store_get_workspace (self->past)));
}

static void
ensure_board_page (QdPastPage *self)
{
  if (self->board_page != NULL)
    return;

  self->board_page = QD_BOARD_PAGE (qd_board_page_new (self->past, self->chosen,
                                                       self->memory));
  self->differences = QD_PAST_DIFFERENCES_LIST (qd_past_differences_list_new (self->store));
  qd_board_page_add_above (self->board_page, GTK_WIDGET (self->differences));
  g_signal_connect_object (self->board_page, "notify::card", G_CALLBACK (show_differences),
                           self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->board_page), "boards");
}

/* When what was asked for shows for the first time. */
static void
show_fresh (QdPastPage *self)
{
  const char * const *filter = (const char * const *) self->filter;

  qd_board_page_set_together (self->board_page, self->together);
  if (self->together)
    {
      QdTogetherView *view = QD_TOGETHER_VIEW (
        qd_board_page_get_together_view (self->board_page));

      qd_together_view_set_density (view, self->density);
      qd_together_view_set_filter (view, filter);
    }
  else
    qd_board_view_set_filter (
      QD_BOARD_VIEW (qd_board_page_get_board_view (self->board_page)), filter);
  self->fresh = FALSE;
}

static void
show_boards (QdPastPage *self)
{
  QdBoard *board = find_board (self);
  gboolean found = board != NULL;

  ensure_board_page (self);
  qd_chosen_boards_set (self->chosen, (const QdId *) (gpointer) self->ids->data,
                        self->together ? self->ids->len : 0);
  if (self->together)
    found = qd_chosen_boards_get_n (self->chosen) > 0;
  else if (found)
    qd_board_view_set_board (
      QD_BOARD_VIEW (qd_board_page_get_board_view (self->board_page)), board);
  if (self->fresh && found)
    show_fresh (self);
  gtk_stack_set_visible_child_name (self->stack, found ? "boards" : "nothing");
}

static void
on_state_read (QdPastPage  *self,
               QdPastState *state)
{
  g_assert (QD_IS_PAST_PAGE (self));

  qd_past_turning_show (self->turning, state);
}

static void
on_turned (gpointer      owner,
           const GError *failure)
{
  QdPastPage *self = owner;

  if (failure != NULL)
    qd_toaster_report (GTK_WIDGET (self), failure);
  show_boards (self);
  show_differences (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->trace));
}

static void
on_marks_read (QdPastPage *self,
               GArray     *marks)
{
  g_assert (QD_IS_PAST_PAGE (self));

  qd_past_slider_set_marks (self->slider, marks);
  g_array_unref (marks);
}

static void
on_failed (QdPastPage   *self,
           const GError *failure)
{
  g_assert (QD_IS_PAST_PAGE (self));

  qd_toaster_report (GTK_WIDGET (self), failure);
}

static void
on_day_changed (QdPastPage *self)
{
  g_assert (QD_IS_PAST_PAGE (self));

  show_title (self);
  ask_state (self);
  qd_past_page_ask_changes (self);
}

/* What is done today may be what the slider shows: its last day is today. */
static void
on_store_changed (QdPastPage *self)
{
  g_assert (QD_IS_PAST_PAGE (self));

  ask_state (self);
  ask_marks (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    qd_past_page_ask_changes (self);
}

/* A board of those side by side, alone. */
static void
show_board_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QdPastPage *self = QD_PAST_PAGE (widget);

  qd_past_page_show_board (self, g_variant_get_int64 (parameter), NULL);
}

static gboolean
on_space (GtkWidget *widget,
          GVariant  *unused_arguments,
          gpointer   unused)
{
  QdPastPage *self = QD_PAST_PAGE (widget);

  if (!gtk_widget_is_focus (GTK_WIDGET (self->slider)))
    return GDK_EVENT_PROPAGATE;

  if (self->play_id != 0)
    qd_past_page_stop (self);
  else
    qd_past_page_play (self);

  return GDK_EVENT_STOP;
}

static void
qd_past_page_map (GtkWidget *widget)
{
  QdPastPage *self = QD_PAST_PAGE (widget);

  GTK_WIDGET_CLASS (qd_past_page_parent_class)->map (widget);

  ask_state (self);
  ask_marks (self);
}

static void
qd_past_page_unmap (GtkWidget *widget)
{
  QdPastPage *self = QD_PAST_PAGE (widget);

  qd_past_page_stop (self);
  qd_past_reading_stop (self->states);
  qd_past_reading_stop (self->marks);
  qd_past_reading_stop (self->comparisons);
  qd_past_turning_stop (self->turning);

  GTK_WIDGET_CLASS (qd_past_page_parent_class)->unmap (widget);
}

/* Failures are told in one way. */
QdPastReading *
qd_past_page_new_reading (QdPastPage      *self,
                          GTaskThreadFunc  read,
                          GCallback        on_read)
{
  QdPastReading *reading = qd_past_reading_new (read);

  g_signal_connect_object (reading, "read", on_read, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reading, "failed", G_CALLBACK (on_failed), self,
                           G_CONNECT_SWAPPED);

  return reading;
}

static void
qd_past_page_constructed (GObject *object)
{
  QdPastPage *self = QD_PAST_PAGE (object);

  G_OBJECT_CLASS (qd_past_page_parent_class)->constructed (object);

  self->past = qd_past_store_new (self->store);
  self->turning = qd_past_turning_new (self->past, on_turned, self);
  g_object_bind_property (qd_store_get_workspace (self->store), "me",
                          qd_store_get_workspace (self->past), "me", G_BINDING_SYNC_CREATE);
  self->chosen = qd_chosen_boards_new (self->past);
  self->memory = qd_pane_memory_new ();
  self->states = qd_past_page_new_reading (self, read_state, G_CALLBACK (on_state_read));
  self->marks = qd_past_page_new_reading (self, read_marks, G_CALLBACK (on_marks_read));
  qd_past_page_init_compare (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qd_past_page_dispose (GObject *object)
{
  QdPastPage *self = QD_PAST_PAGE (object);

  if (self->states != NULL)
    qd_past_page_stop (self);
  self->board_page = NULL;
  self->differences = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_PAST_PAGE);
  g_clear_object (&self->states);
  g_clear_object (&self->marks);
  g_clear_object (&self->comparisons);
  g_clear_object (&self->memory);
  g_clear_object (&self->chosen);
  g_clear_pointer (&self->turning, qd_past_turning_free);
  g_clear_object (&self->past);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_past_page_parent_class)->dispose (object);
}

static void
qd_past_page_finalize (GObject *object)
{
  QdPastPage *self = QD_PAST_PAGE (object);

  g_array_unref (self->ids);
  g_strfreev (self->filter);

  G_OBJECT_CLASS (qd_past_page_parent_class)->finalize (object);
}

static void
qd_past_page_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  QdPastPage *self = QD_PAST_PAGE (object);

  switch (property_id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, self->play_id != 0);
      break;

    case PROP_COMPARING:
      g_value_set_boolean (value, qd_past_page_is_comparing (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_past_page_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  QdPastPage *self = QD_PAST_PAGE (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_PLAYING:
      if (g_value_get_boolean (value))
        qd_past_page_play (self);
      else
        qd_past_page_stop (self);
      break;

    case PROP_COMPARING:
      qd_past_page_compare (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QD_TYPE_DAY_BUTTON);
  g_type_ensure (QD_TYPE_PAST_SLIDER);
  g_type_ensure (QD_TYPE_PAST_TRACE);
  g_type_ensure (QD_TYPE_SPILL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/quarterdeck/Quarterdeck/qd-past-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QdPastPage, bar);
  gtk_widget_class_bind_template_child (widget_class, QdPastPage, title);
  gtk_widget_class_bind_template_child (widget_class, QdPastPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, QdPastPage, other_button);
  gtk_widget_class_bind_template_child (widget_class, QdPastPage, leave_button);
  gtk_widget_class_bind_template_child (widget_class, QdPastPage, play_button);
  gtk_widget_class_bind_template_child (widget_class, QdPastPage, slider);
  gtk_widget_class_bind_template_child (widget_class, QdPastPage, content);
  gtk_widget_class_bind_template_child (widget_class, QdPastPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QdPastPage, trace);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
  gtk_widget_class_bind_template_callback (widget_class, qd_past_page_ask_changes);
}

static void
qd_past_page_class_init (QdPastPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = qd_past_page_constructed;
  object_class->dispose = qd_past_page_dispose;
  object_class->finalize = qd_past_page_finalize;
  object_class->get_property = qd_past_page_get_property;
  object_class->set_property = qd_past_page_set_property;

  widget_class->map = qd_past_page_map;
  widget_class->unmap = qd_past_page_unmap;

  /**
   * QdPastPage:store:
   *
   * The file whose past it shows.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdPastPage:playing:
   *
   * Whether the days go by on their own.
   */
  properties[PROP_PLAYING] =
    g_param_spec_boolean ("playing", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);

  /**
   * QdPastPage:comparing:
   *
   * Whether it is told what changed between two days.
   */
  properties[PROP_COMPARING] =
    g_param_spec_boolean ("comparing", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "pastpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_property_action (widget_class, "past.play", "playing");
  gtk_widget_class_install_property_action (widget_class, "past.compare", "comparing");
  gtk_widget_class_install_action (widget_class, "win.show-board", "x", show_board_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, on_space, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.past", NULL);
  bind_template (widget_class);
}

static void
qd_past_page_init (QdPastPage *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->leave_button),
                                 GTK_ACCESSIBLE_PROPERTY_LABEL);
  qd_pages_attach (self->stack);
  gtk_stack_add_named (self->stack,
                       qd_status_page_new ("document-open-recent-symbolic",
                                           _("Not There Yet"),
                                           _("On this day the board did not exist.")),
                       "nothing");
}

/**
 * qd_past_page_new:
 * @store: the file whose past to show
 *
 * The window that it is in offers the action "win.past", to leave it.
 *
 * Returns: (transfer floating): a page without boards
 */
GtkWidget *
qd_past_page_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_PAST_PAGE, "store", store, NULL);
}

/* A day that was chosen stays, whatever boards are looked at next. */
static void
show (QdPastPage         *self,
      const QdId         *boards,
      guint               n_boards,
      gboolean            together,
      const char * const *filter)
{
  const QdDay day = qd_past_page_get_day (self);
  const gboolean kept = self->ids->len > 0 && day < qd_past_slider_get_last (self->slider);

  g_array_set_size (self->ids, 0);
  if (n_boards > 0)
    g_array_append_vals (self->ids, boards, n_boards);
  self->together = together;
  g_strfreev (self->filter);
  self->filter = g_strdupv ((char **) filter);
  self->fresh = TRUE;
  qd_past_page_stop (self);
  qd_past_page_fit_span (self);
  qd_past_slider_set_day (self->slider,
                          kept ? day : qd_past_slider_get_last (self->slider));
  qd_past_slider_set_marks (self->slider, NULL);
  show_title (self);
  ask_state (self);
  ask_marks (self);
}

/**
 * qd_past_page_show_board:
 * @self: the page
 * @board: a board
 * @filter: (nullable): as for qd_board_view_set_filter()
 *
 * Shows a board alone.
 */
void
qd_past_page_show_board (QdPastPage         *self,
                         QdId                board,
                         const char * const *filter)
{
  g_return_if_fail (QD_IS_PAST_PAGE (self));

  show (self, &board, 1, FALSE, filter);
}

/**
 * qd_past_page_show_boards:
 * @self: the page
 * @boards: (array length=n_boards): boards
 * @n_boards: how many
 * @density: how much of each
 * @filter: (nullable): as for qd_together_view_set_filter()
 *
 * Shows boards side by side.
 */
void
qd_past_page_show_boards (QdPastPage         *self,
                          const QdId         *boards,
                          guint               n_boards,
                          QdDensity           density,
                          const char * const *filter)
{
  g_return_if_fail (QD_IS_PAST_PAGE (self));

  self->density = density;
  show (self, boards, n_boards, TRUE, filter);
}

/**
 * qd_past_page_get_past:
 *
 * Returns: (transfer none): the store of the past that shows
 */
QdStore *
qd_past_page_get_past (QdPastPage *self)
{
  g_return_val_if_fail (QD_IS_PAST_PAGE (self), NULL);

  return self->past;
}

/**
 * qd_past_page_get_day:
 *
 * Returns: the day that was chosen; what shows is that of before until it is read
 */
QdDay
qd_past_page_get_day (QdPastPage *self)
{
  g_return_val_if_fail (QD_IS_PAST_PAGE (self), QD_DAY_NONE);

  return qd_past_slider_get_day (self->slider);
}

/**
 * qd_past_page_focus:
 *
 * Puts the focus on the slider.
 */
void
qd_past_page_focus (QdPastPage *self)
{
  g_return_if_fail (QD_IS_PAST_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->slider));
}
