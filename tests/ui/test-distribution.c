/* A strip of coloured segments. */

#include "config.h"

#include <gtk/gtk.h>

#include "widgets/qd-distribution.h"

#define WIDTH 100

typedef struct
{
  GtkWidget *window;
  QdDistribution *strip;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->window = gtk_window_new ();
  fixture->strip = QD_DISTRIBUTION (qd_distribution_new ());
  gtk_widget_set_size_request (GTK_WIDGET (fixture->strip), WIDTH, 4);
  gtk_widget_set_halign (GTK_WIDGET (fixture->strip), GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->strip));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->strip)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->strip);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (fixture->strip);
}

static void
append_node (GString       *text,
             GskRenderNode *node)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);
  graphene_rect_t bounds;

  if (type == GSK_CONTAINER_NODE)
    {
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        append_node (text, gsk_container_node_get_child (node, i));
    }
  else if (type == GSK_ROUNDED_CLIP_NODE)
    append_node (text, gsk_rounded_clip_node_get_child (node));
  else
    {
      g_assert_cmpint (type, ==, GSK_COLOR_NODE);
      gsk_render_node_get_bounds (node, &bounds);
      g_string_append_printf (text, "%d+%d ", (int) bounds.origin.x,
                              (int) bounds.size.width);
    }
}

/* Where segments begin and how long they are, in the order they are drawn. */
static void
assert_segments (Fixture    *fixture,
                 const char *expected)
{
  GtkWidget *widget = GTK_WIDGET (fixture->strip);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    append_node (text, node);

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_segments (Fixture       *fixture,
               gconstpointer  unused)
{
  const QdSegment segments[] = {
    { 1, "role-not-started" },
    { 0, "role-in-progress" },
    { -5, "role-at-risk" },
    { 3, "role-complete" },
  };
  const QdSegment many[] = { { 1e6, "objective-0" }, { 1, "objective-1" } };

  assert_segments (fixture, "");

  qd_distribution_set_segments (fixture->strip, segments, G_N_ELEMENTS (segments));
  assert_segments (fixture, "0+24 25+75 ");

  /* However little it is, it is seen. */
  qd_distribution_set_segments (fixture->strip, many, G_N_ELEMENTS (many));
  assert_segments (fixture, "0+98 99+1 ");

  qd_distribution_set_segments (fixture->strip, segments, 1);
  assert_segments (fixture, "0+100 ");

  qd_distribution_set_segments (fixture->strip, NULL, 0);
  assert_segments (fixture, "");
}

static void
test_rtl (Fixture       *fixture,
          gconstpointer  unused)
{
  const QdSegment segments[] = { { 1, "objective-0" }, { 3, "objective-1" } };

  gtk_widget_set_direction (GTK_WIDGET (fixture->strip), GTK_TEXT_DIR_RTL);
  qd_distribution_set_segments (fixture->strip, segments, G_N_ELEMENTS (segments));
  assert_segments (fixture, "76+24 0+75 ");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/distribution/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("segments", test_segments);
  ADD ("rtl", test_rtl);

  return g_test_run ();
}
