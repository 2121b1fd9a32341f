/* A sidebar beside the content, and over it in a narrow window. */

#include "config.h"

#include <gtk/gtk.h>

#include "ui-fixture.h"
#include "widgets/qd-handle.h"
#include "widgets/qd-split.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *sidebar;
  GtkWidget *content;
  QdSplit *split;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  width)
{
  g_object_set (gtk_settings_get_default (),
                "gtk-enable-animations", FALSE,
                NULL);
  fixture->window = gtk_window_new ();
  fixture->sidebar = gtk_button_new_with_label ("Sidebar");
  fixture->content = gtk_button_new_with_label ("Content");
  fixture->split = QD_SPLIT (qd_split_new ());
  qd_split_set_sidebar (fixture->split, fixture->sidebar);
  qd_split_set_content (fixture->split, fixture->content);
  gtk_window_set_child (GTK_WINDOW (fixture->window),
                        GTK_WIDGET (fixture->split));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window),
                               GPOINTER_TO_INT (width), 400);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (fixture->content) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->split);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->split);
}

/* The place is right once the next frame was laid out. */
static void
get_bounds (Fixture         *fixture,
            GtkWidget       *child,
            graphene_rect_t *bounds)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  const gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (fixture->window);
  while (gdk_frame_clock_get_frame_counter (clock) <= frame + 1)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (fixture->split),
                                            bounds));
}

static void
test_wide (Fixture       *fixture,
           gconstpointer  unused)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (fixture->split));
  graphene_rect_t bounds;

  g_assert_false (qd_split_get_narrow (fixture->split));
  g_assert_true (qd_split_get_sidebar_shown (fixture->split));

  qd_split_set_sidebar_width (fixture->split, 300);
  get_bounds (fixture, fixture->content, &bounds);
  g_assert_cmpfloat (bounds.origin.x, ==, 300);
  g_assert_cmpfloat (bounds.size.width, ==, width - 300);

  gtk_widget_set_direction (GTK_WIDGET (fixture->split), GTK_TEXT_DIR_RTL);
  get_bounds (fixture, fixture->content, &bounds);
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  g_assert_cmpfloat (bounds.size.width, ==, width - 300);

  qd_split_set_sidebar_shown (fixture->split, FALSE);
  g_assert_false (qd_split_get_show_sidebar (fixture->split));
  get_bounds (fixture, fixture->content, &bounds);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  g_assert_false (gtk_widget_get_child_visible (fixture->sidebar));
}

static void
test_width_limits (Fixture       *fixture,
                   gconstpointer  unused)
{
  qd_split_set_sidebar_width (fixture->split, 10);
  g_assert_cmpint (qd_split_get_sidebar_width (fixture->split), >=, 150);
  qd_split_set_sidebar_width (fixture->split, 10000);
  g_assert_cmpint (qd_split_get_sidebar_width (fixture->split), <=, 600);
}

/* With large text both may not fit where they usually do; what is out of sight is so for
 * a screen reader, too. */
static void
test_crowded (Fixture       *fixture,
              gconstpointer  unused)
{
  graphene_rect_t bounds;

  gtk_widget_set_size_request (fixture->sidebar, 150, -1);
  gtk_widget_set_size_request (fixture->content, 600, -1);
  get_bounds (fixture, fixture->content, &bounds);
  g_assert_false (qd_split_get_narrow (fixture->split));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, ==, 800);

  gtk_widget_set_size_request (fixture->content, 700, -1);
  get_bounds (fixture, fixture->content, &bounds);
  g_assert_true (qd_split_get_narrow (fixture->split));
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  g_assert_cmpfloat (bounds.size.width, ==, 800);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fixture->sidebar),
                                    GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);

  qd_split_set_sidebar_shown (fixture->split, TRUE);
  get_bounds (fixture, fixture->sidebar, &bounds);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fixture->sidebar),
                                    GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  unused)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (fixture->split));
  graphene_rect_t bounds;

  g_assert_true (qd_split_get_narrow (fixture->split));
  g_assert_false (qd_split_get_sidebar_shown (fixture->split));
  g_assert_true (qd_split_get_show_sidebar (fixture->split));
  g_assert_false (gtk_widget_get_child_visible (fixture->sidebar));

  /* Over the content, which keeps all its room, and with the focus. */
  gtk_widget_grab_focus (fixture->content);
  qd_split_set_sidebar_shown (fixture->split, TRUE);
  get_bounds (fixture, fixture->content, &bounds);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  get_bounds (fixture, fixture->sidebar, &bounds);
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  g_assert_cmpfloat (bounds.size.width, <, width);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 fixture->sidebar);

  /* Gone again, with the focus back; what a wide window shows is the same. */
  qd_split_set_sidebar_shown (fixture->split, FALSE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 fixture->content);
  g_assert_true (qd_split_get_show_sidebar (fixture->split));
}

/* While it slides in, the sidebar keeps the focus. */
static void
test_slide (Fixture       *fixture,
            gconstpointer  unused)
{
  graphene_rect_t bounds;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  qd_split_set_sidebar_shown (fixture->split, TRUE);
  do
    get_bounds (fixture, fixture->sidebar, &bounds);
  while (bounds.origin.x < 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 fixture->sidebar);

  qd_split_set_sidebar_shown (fixture->split, FALSE);
  while (gtk_widget_get_child_visible (fixture->sidebar))
    get_bounds (fixture, fixture->content, &bounds);
}

static void
test_handle (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *focus;
  int width;

  qd_split_set_sidebar_width (fixture->split, 240);
  qd_split_focus_handle (fixture->split);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (QD_IS_HANDLE (focus));
  g_signal_emit_by_name (focus, "moved", 12);
  width = qd_split_get_sidebar_width (fixture->split);
  g_assert_cmpint (width, ==, 252);

  /* It is no stop for Tab. */
  gtk_widget_grab_focus (fixture->content);
  g_assert_false (gtk_widget_get_focusable (focus));
}

/* What is cancelled leaves nothing behind, not even what went too far. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  unused)
{
  GtkWidget *handle;

  qd_split_set_sidebar_width (fixture->split, 300);
  qd_split_focus_handle (fixture->split);
  handle = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_signal_emit_by_name (handle, "grabbed");
  g_signal_emit_by_name (handle, "moved", 40);
  g_signal_emit_by_name (handle, "moved", 10000);
  g_signal_emit_by_name (handle, "moved", 10000);
  g_assert_cmpint (qd_split_get_sidebar_width (fixture->split), >, 340);
  g_signal_emit_by_name (handle, "cancelled");
  g_assert_cmpint (qd_split_get_sidebar_width (fixture->split), ==, 300);
}

static void
test_remove_sidebar (Fixture       *fixture,
                     gconstpointer  unused)
{
  qd_split_set_sidebar_shown (fixture->split, TRUE);
  qd_split_set_sidebar (fixture->split, NULL);
  g_assert_false (qd_split_get_sidebar_shown (fixture->split));
  qd_split_set_sidebar_shown (fixture->split, TRUE);
  g_assert_false (qd_split_get_sidebar_shown (fixture->split));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add ("/split/wide", Fixture, GINT_TO_POINTER (1000),
              set_up, test_wide, tear_down);
  g_test_add ("/split/width-limits", Fixture, GINT_TO_POINTER (1000),
              set_up, test_width_limits, tear_down);
  g_test_add ("/split/crowded", Fixture, GINT_TO_POINTER (800),
              set_up, test_crowded, tear_down);
  g_test_add ("/split/narrow", Fixture, GINT_TO_POINTER (600),
              set_up, test_narrow, tear_down);
  g_test_add ("/split/slide", Fixture, GINT_TO_POINTER (600),
              set_up, test_slide, tear_down);
  g_test_add ("/split/handle", Fixture, GINT_TO_POINTER (1000),
              set_up, test_handle, tear_down);
  g_test_add ("/split/cancelled", Fixture, GINT_TO_POINTER (1000),
              set_up, test_cancelled, tear_down);
  g_test_add ("/split/remove-sidebar", Fixture, GINT_TO_POINTER (600),
              set_up, test_remove_sidebar, tear_down);

  return g_test_run ();
}
