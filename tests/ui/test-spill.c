/* Two things in one line, or in two where there is no room for both. */

#include "config.h"

#include <gtk/gtk.h>

#include "ui-fixture.h"
#include "widgets/qd-spill.h"

#define HEIGHT 20
#define SPACING 6

typedef struct
{
  GtkWidget *spill;
  GtkWidget *first;
  GtkWidget *rest;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->spill = g_object_ref_sink (g_object_new (QD_TYPE_SPILL, NULL));
  fixture->first = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->first),
                                 g_object_new (GTK_TYPE_DRAWING_AREA,
                                               "content-width", 900,
                                               "content-height", HEIGHT,
                                               NULL));
  g_object_set (fixture->first,
                "vscrollbar-policy", GTK_POLICY_NEVER,
                "propagate-natural-width", TRUE,
                NULL);
  fixture->rest = g_object_new (GTK_TYPE_DRAWING_AREA,
                                "content-width", 200,
                                "content-height", HEIGHT,
                                NULL);
  gtk_widget_set_parent (fixture->first, fixture->spill);
  gtk_widget_set_parent (fixture->rest, fixture->spill);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  ui_assert_finalized (fixture->spill);
}

static graphene_rect_t
get_bounds (Fixture   *fixture,
            GtkWidget *child)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, fixture->spill, &bounds));

  return bounds;
}

static int
get_height (Fixture *fixture,
            int      width)
{
  int minimum, natural;

  gtk_widget_measure (fixture->spill, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);

  return natural;
}

static void
allocate (Fixture *fixture,
          int      width)
{
  gtk_widget_size_allocate (fixture->spill,
                            &(GtkAllocation) { 0, 0, width, get_height (fixture, width) }, -1);
}

/* 360 of the first are enough, however much it could scroll. */
static void
test_one_line (Fixture       *fixture,
               gconstpointer  unused)
{
  graphene_rect_t first, rest;

  g_assert_cmpint (get_height (fixture, 566), ==, HEIGHT);
  allocate (fixture, 566);
  first = get_bounds (fixture, fixture->first);
  rest = get_bounds (fixture, fixture->rest);
  g_assert_cmpfloat (first.origin.x, ==, 0);
  g_assert_cmpfloat (first.size.width, ==, 360);
  g_assert_cmpfloat (rest.origin.x, ==, 366);
  g_assert_cmpfloat (rest.size.width, ==, 200);
  g_assert_cmpfloat (rest.origin.y, ==, first.origin.y);
}

static void
test_two_lines (Fixture       *fixture,
                gconstpointer  unused)
{
  graphene_rect_t first, rest;

  g_assert_cmpint (get_height (fixture, 565), ==, 2 * HEIGHT + SPACING);
  allocate (fixture, 565);
  first = get_bounds (fixture, fixture->first);
  rest = get_bounds (fixture, fixture->rest);
  g_assert_cmpfloat (first.size.width, ==, 565);
  g_assert_cmpfloat (rest.origin.x, ==, 365);
  g_assert_cmpfloat (rest.origin.y, ==, HEIGHT + SPACING);
}

static void
test_right_to_left (Fixture       *fixture,
                    gconstpointer  unused)
{
  gtk_widget_set_direction (fixture->first, GTK_TEXT_DIR_RTL);
  gtk_widget_set_direction (fixture->rest, GTK_TEXT_DIR_RTL);
  allocate (fixture, 566);
  g_assert_cmpfloat (get_bounds (fixture, fixture->rest).origin.x, ==, 0);
  g_assert_cmpfloat (get_bounds (fixture, fixture->first).origin.x, ==, 206);
}

/* What does not show takes no room. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  unused)
{
  gtk_widget_set_visible (fixture->rest, FALSE);
  g_assert_cmpint (get_height (fixture, 300), ==, HEIGHT);
  allocate (fixture, 300);
  g_assert_cmpfloat (get_bounds (fixture, fixture->first).size.width, ==, 300);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add ("/spill/one-line", Fixture, NULL, set_up, test_one_line, tear_down);
  g_test_add ("/spill/two-lines", Fixture, NULL, set_up, test_two_lines, tear_down);
  g_test_add ("/spill/right-to-left", Fixture, NULL, set_up, test_right_to_left, tear_down);
  g_test_add ("/spill/hidden", Fixture, NULL, set_up, test_hidden, tear_down);

  return g_test_run ();
}
