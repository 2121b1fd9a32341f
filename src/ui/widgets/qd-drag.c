/* Things that are dragged, by a widget that stands for them or by a handle in it, and what
 * a drop target finds of them.
 *
 * What is dragged is the thing itself; who takes it knows what that means.
 */

#include "config.h"

#include "qd-drag-escape.h"
#include "qd-drag-picture.h"
#include "qd-drag.h"

#define KEY "qd-drag"

typedef struct
{
  GtkWidget *whole; /* (weak) (nullable) */
  GObject *thing;   /* (weak) (nullable) */
} Drag;

static void
drag_free (gpointer data)
{
  Drag *self = data;

  g_clear_weak_pointer (&self->whole);
  g_clear_weak_pointer (&self->thing);
  g_free (self);
}

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            Drag          *self)
{
  g_assert (GTK_IS_DRAG_SOURCE (source));

  /* Now, before the widget is dimmed. */
  if (self->whole == NULL || self->thing == NULL ||
      !qd_drag_picture_set (source, self->whole, x, y))
    return NULL;

  return gdk_content_provider_new_typed (G_OBJECT_TYPE (self->thing), self->thing);
}

static void
on_begin (GtkDragSource *source,
          GdkDrag       *drag,
          Drag          *self)
{
  g_assert (GTK_IS_DRAG_SOURCE (source));

  if (self->whole != NULL)
    gtk_widget_add_css_class (self->whole, "dragged");
  qd_drag_escape_watch (drag);
}

static void
on_end (GtkDragSource *source,
        GdkDrag       *drag,
        gboolean       delete_data,
        Drag          *self)
{
  g_assert (GTK_IS_DRAG_SOURCE (source));

  /* A drop may have taken it away. */
  if (self->whole != NULL)
    gtk_widget_remove_css_class (self->whole, "dragged");
}

/**
 * qd_drag_attach:
 * @handle: where it is grabbed
 * @whole: what stands for the thing: @handle, or around it
 * @thing: a #GObject, offered as its own type
 *
 * Lets the thing be dragged, as long as it is there. The drag shows @whole, which has
 * the style class `dragged` meanwhile.
 *
 * Returns: (transfer none): what does it
 */
GtkEventController *
qd_drag_attach (GtkWidget *handle,
                GtkWidget *whole,
                gpointer   thing)
{
  GtkDragSource *source;
  Drag *self;

  g_return_val_if_fail (GTK_IS_WIDGET (handle), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (whole), NULL);
  g_return_val_if_fail (G_IS_OBJECT (thing), NULL);

  self = g_new0 (Drag, 1);
  g_set_weak_pointer (&self->whole, whole);
  g_set_weak_pointer (&self->thing, G_OBJECT (thing));

  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_object_set_data_full (G_OBJECT (source), KEY, self, drag_free);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_begin), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_end), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));

  return GTK_EVENT_CONTROLLER (source);
}

/**
 * qd_drag_over:
 * @target: a drop target
 *
 * Returns: (transfer none) (nullable): the drag that is over it, where it began in this
 *   program
 */
GdkDrag *
qd_drag_over (GtkDropTarget *target)
{
  GdkDrop *drop;

  g_return_val_if_fail (GTK_IS_DROP_TARGET (target), NULL);

  drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL ? gdk_drop_get_drag (drop) : NULL;
}

/**
 * qd_drag_dup_thing:
 * @drag: (nullable): a drag
 * @type: a type of objects
 *
 * What is dragged. Read off the source, which is in this program or the drag is none of
 * ours: there is nothing to wait for.
 *
 * Returns: (transfer full) (nullable): the thing, where it is of that type
 */
gpointer
qd_drag_dup_thing (GdkDrag *drag,
                   GType    type)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (drag == NULL)
    return NULL;

  g_value_init (&value, type);
  if (!gdk_content_provider_get_value (gdk_drag_get_content (drag), &value, NULL))
    return NULL;

  return g_value_dup_object (&value);
}
