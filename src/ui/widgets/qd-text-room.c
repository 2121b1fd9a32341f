/* Room for a text of many lines, which grows with the text up to a height. What is
 * longer scrolls in it.
 *
 * A text view does not know how high its text is before it has got its width, and what it
 * asks for in that moment GTK does not hear: so it is asked again after that.
 *
 * It insists on that height, as what scrolls around it gives no more than a part
 * insists on. Where nothing scrolls in it, a wheel scrolls what is around it. It
 * has no scrollbar: GTK would show one in the midst of a frame, and complain that it
 * has no place yet; the edge says that there is more.
 */

#include "config.h"

#include "qd-text-room.h"

#define MAX_HEIGHT 220

struct _QdTextRoom
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GPtrArray *wheels; /* (element-type GtkEventController): of the scroller */
  int width;         /* for which the text was laid out */
  guint resize_id;
};

G_DEFINE_FINAL_TYPE (QdTextRoom, qd_text_room, GTK_TYPE_WIDGET)

/* GTK takes the wheel even where there is nothing to scroll. */
static void
on_length_changed (QdTextRoom    *self,
                   GtkAdjustment *adjustment)
{
  const double length = gtk_adjustment_get_upper (adjustment) -
                        gtk_adjustment_get_lower (adjustment);
  const gboolean scrolls = length > gtk_adjustment_get_page_size (adjustment);

  g_assert (QD_IS_TEXT_ROOM (self));

  for (guint i = 0; i < self->wheels->len; i++)
    gtk_event_controller_set_propagation_phase (g_ptr_array_index (self->wheels, i),
                                                scrolls ? GTK_PHASE_BUBBLE
                                                        : GTK_PHASE_NONE);
}

static void
find_wheels (QdTextRoom *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE)
        g_ptr_array_add (self->wheels, g_steal_pointer (&controller));
    }
}

static GtkSizeRequestMode
qd_text_room_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qd_text_room_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  gtk_widget_measure (QD_TEXT_ROOM (widget)->scroller, orientation, for_size,
                      minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural;
}

static gboolean
on_width_known (gpointer user_data)
{
  QdTextRoom *self = user_data;
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  self->resize_id = 0;
  gtk_widget_queue_resize (gtk_scrolled_window_get_child (scroller));

  return G_SOURCE_REMOVE;
}

static void
qd_text_room_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  QdTextRoom *self = QD_TEXT_ROOM (widget);

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, 0, width, height }, -1);

  if (self->width == width)
    return;

  self->width = width;
  if (self->resize_id == 0)
    self->resize_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_width_known, self, NULL);
}

static void
qd_text_room_dispose (GObject *object)
{
  QdTextRoom *self = QD_TEXT_ROOM (object);

  g_clear_handle_id (&self->resize_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_text_room_parent_class)->dispose (object);
}

static void
qd_text_room_finalize (GObject *object)
{
  g_ptr_array_unref (QD_TEXT_ROOM (object)->wheels);

  G_OBJECT_CLASS (qd_text_room_parent_class)->finalize (object);
}

static void
qd_text_room_class_init (QdTextRoomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_text_room_dispose;
  object_class->finalize = qd_text_room_finalize;

  widget_class->get_request_mode = qd_text_room_get_request_mode;
  widget_class->measure = qd_text_room_measure;
  widget_class->size_allocate = qd_text_room_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "textroom");
}

static void
qd_text_room_init (QdTextRoom *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_max_content_height (scroller, MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  self->scroller = GTK_WIDGET (scroller);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->wheels = g_ptr_array_new_with_free_func (g_object_unref);
  find_wheels (self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroller), "changed",
                           G_CALLBACK (on_length_changed), self, G_CONNECT_SWAPPED);
}

/**
 * qd_text_room_new:
 * @view: where the text is typed
 *
 * Returns: (transfer floating): the room with @view in it
 */
GtkWidget *
qd_text_room_new (GtkTextView *view)
{
  QdTextRoom *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  self = g_object_new (QD_TYPE_TEXT_ROOM, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (view));

  return GTK_WIDGET (self);
}
