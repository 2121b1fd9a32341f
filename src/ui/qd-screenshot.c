/* A window as a picture in a file.
 *
 * The window is really on the screen, and the picture is taken once it has been
 * drawn and nothing changes any more: lists take some frames until they know
 * how long they are.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-error.h"
#include "qd-save.h"
#include "qd-screenshot.h"

/* How long nothing must have been drawn, in milliseconds. */
#define QUIET_TIME 250

/* How long to wait for that at most, in milliseconds. */
#define MAX_TIME 20000

typedef struct
{
  char *path;
  gulong paint_handler;
  guint quiet_id;
  guint max_id;
} Shot;

static void
shot_free (gpointer data)
{
  Shot *shot = data;

  g_free (shot->path);
  g_free (shot);
}

static GdkTexture *
render (GtkWindow *window)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture *texture;
  int width;
  int height;

  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  width = gdk_paintable_get_intrinsic_width (paintable);
  height = gdk_paintable_get_intrinsic_height (paintable);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (renderer == NULL || node == NULL)
    return NULL;

  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0,
                                                              (float) width,
                                                              (float) height));
  gsk_render_node_unref (node);

  return texture;
}

static gboolean
save (GdkTexture  *texture,
      const char  *path,
      GError     **error)
{
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (texture);

  return qd_save_bytes (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static void
finish (GTask      *task,
        GdkTexture *texture)
{
  GtkWindow *window = g_task_get_source_object (task);
  Shot *shot = g_task_get_task_data (task);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_autoptr (GTask) owned = task;
  GError *error = NULL;

  g_clear_handle_id (&shot->quiet_id, g_source_remove);
  g_clear_handle_id (&shot->max_id, g_source_remove);
  if (clock != NULL)
    g_clear_signal_handler (&shot->paint_handler, clock);

  if (texture == NULL)
    g_task_return_new_error (task, QD_ERROR, QD_ERROR_FAILED,
                             _("The window could not be drawn. No picture was "
                               "saved."));
  else if (!save (texture, shot->path, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
on_quiet (gpointer user_data)
{
  GTask *task = user_data;
  GtkWidget *window = g_task_get_source_object (task);
  Shot *shot = g_task_get_task_data (task);
  g_autoptr (GdkTexture) texture = render (GTK_WINDOW (window));
  const gboolean behind = (gtk_widget_get_state_flags (window) &
                           GTK_STATE_FLAG_BACKDROP) != 0;

  /* Frames pass, too, while the display still thinks about the window. And
   * where there is nobody to give it the focus, it would look put aside. */
  if (texture == NULL || behind)
    {
      gtk_widget_unset_state_flags (window, GTK_STATE_FLAG_BACKDROP);
      gtk_widget_queue_draw (window);
      return G_SOURCE_CONTINUE;
    }

  shot->quiet_id = 0;
  finish (task, texture);

  return G_SOURCE_REMOVE;
}

static gboolean
on_max (gpointer user_data)
{
  GTask *task = user_data;
  Shot *shot = g_task_get_task_data (task);
  g_autoptr (GdkTexture) texture = NULL;

  texture = render (g_task_get_source_object (task));
  shot->max_id = 0;
  finish (task, texture);

  return G_SOURCE_REMOVE;
}

static void
on_after_paint (GTask *task)
{
  Shot *shot = g_task_get_task_data (task);

  g_clear_handle_id (&shot->quiet_id, g_source_remove);
  shot->quiet_id = g_timeout_add (QUIET_TIME, on_quiet, task);
}

/**
 * qd_screenshot_take:
 * @window: a window that was presented
 * @path: the file to write, as PNG
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Saves what the window looks like.
 */
void
qd_screenshot_take (GtkWindow           *window,
                    const char          *path,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  GTask *task;
  Shot *shot;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (gtk_widget_get_realized (GTK_WIDGET (window)));
  g_return_if_fail (path != NULL);

  shot = g_new0 (Shot, 1);
  shot->path = g_strdup (path);
  task = g_task_new (window, NULL, callback, user_data);
  g_task_set_source_tag (task, qd_screenshot_take);
  g_task_set_task_data (task, shot, shot_free);

  shot->paint_handler =
    g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (window)),
                              "after-paint", G_CALLBACK (on_after_paint), task);
  shot->max_id = g_timeout_add (MAX_TIME, on_max, task);
  gtk_widget_queue_draw (GTK_WIDGET (window));
}

/**
 * qd_screenshot_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the picture is written
 */
gboolean
qd_screenshot_finish (GtkWindow     *window,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, window), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
