/* Presses that ask for a menu. */

#include "config.h"

#include <gtk/gtk.h>

#include "widgets/qd-context-menu.h"

typedef struct
{
  GtkWidget *box;
  GtkGesture *click;
  GtkGesture *press;
  GString *log;
} Fixture;

static gboolean
pop_up (gpointer user_data,
        double   x,
        double   y)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->log, "%g,%g;", x, y);

  return TRUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (GListModel) controllers = NULL;

  fixture->log = g_string_new (NULL);
  fixture->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  qd_context_menu_attach (fixture->box, pop_up, fixture);
  controllers = gtk_widget_observe_controllers (fixture->box);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkGesture) gesture = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (gesture))
        fixture->click = gesture;
      else if (GTK_IS_GESTURE_LONG_PRESS (gesture))
        fixture->press = gesture;
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_finalize_object (fixture->box);
  g_string_free (fixture->log, TRUE);
}

static void
test_presses (Fixture       *fixture,
              gconstpointer  unused)
{
  g_signal_emit_by_name (fixture->click, "pressed", 1, 7.0, 8.0);
  g_signal_emit_by_name (fixture->press, "pressed", 9.0, 10.0);
  g_assert_cmpstr (fixture->log->str, ==, "7,8;9,10;");
}

/* Nothing that other presses are for. */
static void
test_which (Fixture       *fixture,
            gconstpointer  unused)
{
  g_assert_cmpuint (gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (fixture->click)), ==,
                    GDK_BUTTON_SECONDARY);
  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (fixture->press)));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/context-menu/presses", Fixture, NULL, set_up, test_presses, tear_down);
  g_test_add ("/context-menu/which", Fixture, NULL, set_up, test_which, tear_down);

  return g_test_run ();
}
