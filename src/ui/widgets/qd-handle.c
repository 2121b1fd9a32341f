/* A thin upright handle between two widgets, to be dragged sideways.
 *
 * It says how far it was moved, by the pointer or by the arrow keys; what that
 * means, and how far it can go, is up to the widget that holds it. It is no stop for
 * Tab: it takes the focus only from qd_handle_take_focus(), and as long as it keeps it.
 */

#include "config.h"

#include "qd-handle.h"

/* How far an arrow key moves, in application pixels. */
#define KEYBOARD_STEP 12

struct _QdHandle
{
  GtkWidget parent_instance;
};

enum
{
  GRABBED,
  MOVED,
  CANCELLED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdHandle, qd_handle, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static void
move (QdHandle *self,
      int       distance)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    distance = -distance;

  if (distance != 0)
    g_signal_emit (self, signals[MOVED], 0, distance);
}

static void
on_drag_begin (QdHandle *self)
{
  g_assert (QD_IS_HANDLE (self));

  g_signal_emit (self, signals[GRABBED], 0);
}

static void
on_drag_update (QdHandle *self,
                double    x,
                double    y)
{
  g_assert (QD_IS_HANDLE (self));

  /* The handle follows the pointer, and with it the point x counts from. */
  move (self, (int) x);
}

static void
on_drag_cancel (QdHandle *self)
{
  g_assert (QD_IS_HANDLE (self));

  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
on_focus_left (QdHandle *self)
{
  g_assert (QD_IS_HANDLE (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static gboolean
on_arrow (GtkWidget *widget,
          GVariant  *distance,
          gpointer   unused)
{
  move (QD_HANDLE (widget), g_variant_get_int32 (distance));

  return GDK_EVENT_STOP;
}

static void
qd_handle_class_init (QdHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * QdHandle::grabbed:
   *
   * The pointer took hold of it.
   */
  signals[GRABBED] =
    g_signal_new ("grabbed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * QdHandle::moved:
   * @distance: how far it was moved in the direction of reading, in
   *   application pixels
   */
  signals[MOVED] =
    g_signal_new ("moved",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * QdHandle::cancelled:
   *
   * Nothing that came after #QdHandle::grabbed was meant.
   */
  signals[CANCELLED] =
    g_signal_new ("cancelled",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0,
                                on_arrow, "i", -KEYBOARD_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0,
                                on_arrow, "i", KEYBOARD_STEP);

  gtk_widget_class_set_css_name (widget_class, "handle");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
qd_handle_init (QdHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");

  g_signal_connect_swapped (drag, "drag-begin",
                            G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update",
                            G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "cancel",
                            G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * qd_handle_new:
 * @label: what a screen reader calls it
 *
 * Returns: (transfer floating): a handle
 */
GtkWidget *
qd_handle_new (const char *label)
{
  GtkWidget *self = g_object_new (QD_TYPE_HANDLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return self;
}

/**
 * qd_handle_take_focus:
 *
 * Lets the arrow keys move the handle.
 */
void
qd_handle_take_focus (QdHandle *self)
{
  g_return_if_fail (QD_IS_HANDLE (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
