/* The pointer that goes while it rests. */

#include "config.h"

#include "ui-fixture.h"
#include "widgets/qd-idle-pointer.h"

/* How long to wait at most for what takes two seconds. */
#define PATIENCE (20 * G_USEC_PER_SEC)

/**
 * Fixture:
 * @box: in the window, hides the pointer
 * @handle: in the box, fills it and has a pointer of its own
 */
typedef struct
{
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *handle;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->window = gtk_window_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  fixture->handle = gtk_label_new ("Handle");
  gtk_widget_set_hexpand (fixture->handle, TRUE);
  gtk_widget_set_cursor_from_name (fixture->handle, "col-resize");
  gtk_box_append (GTK_BOX (fixture->box), fixture->handle);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 200, 100);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (fixture->box) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static const char *
get_name (GtkWidget *widget)
{
  GdkCursor *cursor = gtk_widget_get_cursor (widget);

  return cursor != NULL ? gdk_cursor_get_name (cursor) : NULL;
}

static void
move (Fixture    *fixture,
      const char *signal,
      double      x)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->box);
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        {
          g_signal_emit_by_name (controller, signal, x, 50.0);
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, ==, 1);
}

/* Waits until the pointer is gone, and returns after how many microseconds. */
static gint64
wait_hidden (Fixture *fixture)
{
  const gint64 begun = g_get_monotonic_time ();

  while (g_strcmp0 (get_name (fixture->box), "none") != 0)
    {
      g_assert_cmpint (g_get_monotonic_time () - begun, <, PATIENCE);
      g_main_context_iteration (NULL, TRUE);
    }

  return g_get_monotonic_time () - begun;
}

static void
test_rest (Fixture       *fixture,
           gconstpointer  unused)
{
  qd_idle_pointer_attach (fixture->box);
  g_assert_cmpint (wait_hidden (fixture), >, G_USEC_PER_SEC);

  /* The real pointer, which may be over the new window, rests by now. */
  move (fixture, "motion", 60.0);
  g_assert_null (get_name (fixture->box));
  wait_hidden (fixture);
  g_assert_cmpstr (get_name (fixture->handle), ==, "none");

  /* Only widgets moved. */
  move (fixture, "motion", 60.0);
  g_assert_cmpstr (get_name (fixture->box), ==, "none");

  move (fixture, "motion", 61.0);
  g_assert_null (get_name (fixture->box));
  g_assert_cmpstr (get_name (fixture->handle), ==, "col-resize");
}

/* What was below the pointer may be gone when it moves. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  unused)
{
  qd_idle_pointer_attach (fixture->box);
  wait_hidden (fixture);
  move (fixture, "enter", 60.0);
  wait_hidden (fixture);
  g_assert_cmpstr (get_name (fixture->handle), ==, "none");
  gtk_box_remove (GTK_BOX (fixture->box), fixture->handle);
  move (fixture, "motion", 70.0);
  g_assert_null (get_name (fixture->box));
}

static void
test_leave (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->box);

  gtk_widget_set_cursor_from_name (fixture->box, "crosshair");
  qd_idle_pointer_attach (fixture->box);
  wait_hidden (fixture);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "leave");
    }
  g_assert_cmpstr (get_name (fixture->box), ==, "crosshair");

  /* Its widget may go while the pointer is hidden. */
  move (fixture, "enter", 60.0);
  wait_hidden (fixture);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/idle-pointer/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("rest", test_rest);
  ADD ("gone", test_gone);
  ADD ("leave", test_leave);

  return g_test_run ();
}
