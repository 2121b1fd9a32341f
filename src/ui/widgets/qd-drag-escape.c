/* Lets Escape cancel a drag on X11.
 *
 * GDK 4.8 grabs the keys of a drag on the root window, but then loses the
 * events: it looks for the surface of the root window and there is none. So the
 * key is looked for among the raw events. Other backends need no help.
 */

#include "config.h"

#include "qd-drag-escape.h"

/* Only structures are needed of X11, no library; where its headers are not
 * installed, Escape stays without effect. */
#if defined (GDK_WINDOWING_X11) && __has_include (<X11/extensions/XInput2.h>)
#define WATCHES_X11
#endif

#ifdef WATCHES_X11
#include <X11/extensions/XInput2.h>
#include <gdk/x11/gdkx.h>

static gboolean
is_escape (GdkDisplay   *display,
           const XEvent *event)
{
  const XIDeviceEvent *key;
  guint keyval;

  if (event->type != GenericEvent || event->xcookie.data == NULL ||
      event->xcookie.evtype != XI_KeyPress)
    return FALSE;

  key = event->xcookie.data;

  return gdk_display_translate_key (display, (guint) key->detail, 0, 0,
                                    &keyval, NULL, NULL, NULL) &&
         keyval == GDK_KEY_Escape;
}

static gboolean
on_xevent (GdkX11Display *display,
           gpointer       event,
           GdkDrag       *drag)
{
  if (!is_escape (GDK_DISPLAY (display), event))
    return GDK_EVENT_PROPAGATE;

  g_signal_handlers_disconnect_by_func (display, on_xevent, drag);
  g_signal_emit_by_name (drag, "cancel", GDK_DRAG_CANCEL_USER_CANCELLED);

  return GDK_EVENT_STOP;
}

static void
on_drag_over (GdkDrag *drag)
{
  g_signal_handlers_disconnect_by_func (gdk_drag_get_display (drag), on_xevent, drag);
}
#endif

/**
 * qd_drag_escape_watch:
 * @drag: a drag that has just begun in this process
 *
 * Watches for Escape until the drag is over.
 */
void
qd_drag_escape_watch (GdkDrag *drag)
{
  g_return_if_fail (GDK_IS_DRAG (drag));

#ifdef WATCHES_X11
  if (!GDK_IS_X11_DISPLAY (gdk_drag_get_display (drag)))
    return;

  g_signal_connect_object (gdk_drag_get_display (drag), "xevent",
                           G_CALLBACK (on_xevent), drag, 0);
  g_signal_connect (drag, "drop-performed", G_CALLBACK (on_drag_over), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_over), NULL);
#endif
}
