/* Hides the pointer over a widget while it rests, as when something is presented.
 *
 * What lies below the pointer may have a pointer of its own, a handle for instance:
 * that is hidden, too, and comes back with the next motion.
 */

#include "config.h"

#include "qd-idle-pointer.h"

/* How long a pointer rests before it goes. */
#define SECONDS 2

#define KEY "qd-idle-pointer"

/* A widget that shows no pointer now. */
typedef struct
{
  GtkWidget *widget; /* (unowned) (nullable) */
  GdkCursor *before; /* (nullable): what it shows otherwise */
} Blank;

typedef struct
{
  GtkWidget *widget; /* (unowned): has this as its data */
  double x;
  double y;
  guint timeout_id;
  Blank whole;
  Blank part;
} IdlePointer;

static void
blank (Blank     *self,
       GtkWidget *widget)
{
  g_set_weak_pointer (&self->widget, widget);
  g_set_object (&self->before, gtk_widget_get_cursor (widget));
  gtk_widget_set_cursor_from_name (widget, "none");
}

static void
restore (Blank *self)
{
  if (self->widget != NULL)
    gtk_widget_set_cursor (self->widget, self->before);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->before);
}

/* What has a pointer of its own where the pointer is, or NULL. */
static GtkWidget *
find_part (IdlePointer *self)
{
  GtkWidget *part = gtk_widget_pick (self->widget, self->x, self->y, GTK_PICK_DEFAULT);

  while (part != NULL && part != self->widget && gtk_widget_get_cursor (part) == NULL)
    part = gtk_widget_get_parent (part);

  return part != self->widget ? part : NULL;
}

static gboolean
on_rest (gpointer user_data)
{
  IdlePointer *self = user_data;
  GtkWidget *part = find_part (self);

  self->timeout_id = 0;
  blank (&self->whole, self->widget);
  if (part != NULL)
    blank (&self->part, part);

  return G_SOURCE_REMOVE;
}

static void
stop (IdlePointer *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  restore (&self->part);
  restore (&self->whole);
}

static void
restart (IdlePointer *self,
         double       x,
         double       y)
{
  stop (self);
  self->x = x;
  self->y = y;
  self->timeout_id = g_timeout_add_seconds (SECONDS, on_rest, self);
}

/* GTK also tells of motion where only the widgets moved. */
static void
on_motion (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           IdlePointer              *self)
{
  if (x != self->x || y != self->y)
    restart (self, x, y);
}

static void
on_enter (GtkEventControllerMotion *controller,
          double                    x,
          double                    y,
          IdlePointer              *self)
{
  restart (self, x, y);
}

static void
on_leave (GtkEventControllerMotion *controller,
          IdlePointer              *self)
{
  stop (self);
}

static void
idle_pointer_free (gpointer data)
{
  IdlePointer *self = data;

  stop (self);
  g_free (self);
}

/**
 * qd_idle_pointer_attach:
 * @widget: a widget
 *
 * Hides the pointer over the widget when it has rested for two seconds, and shows it
 * again when it moves; from now on.
 */
void
qd_idle_pointer_attach (GtkWidget *widget)
{
  GtkEventController *controller;
  IdlePointer *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (g_object_get_data (G_OBJECT (widget), KEY) == NULL);

  self = g_new0 (IdlePointer, 1);
  self->widget = widget;

  controller = gtk_event_controller_motion_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect (controller, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (controller, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (widget, controller);

  g_object_set_data_full (G_OBJECT (widget), KEY, self, idle_pointer_free);
  restart (self, -1, -1);
}
