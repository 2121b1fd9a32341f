/* Which texts share a layout, and how they are laid out. */

#include "config.h"

#include "widgets/qd-text-cache.h"

static const QdTextStyle plain = { 1.0, 1 };
static const QdTextStyle small = { PANGO_SCALE_SMALL, 1 };
static const QdTextStyle lines = { 1.0, 3 };

typedef struct
{
  GtkWidget *widget;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->widget = g_object_ref_sink (gtk_label_new (NULL));
  gtk_widget_set_direction (fixture->widget, GTK_TEXT_DIR_LTR);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_unref (fixture->widget);
}

static int
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
test_shared (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *same_words = g_strdup ("Raise NPS");
  g_autoptr (PangoLayout) one = qd_text_cache_get (fixture->widget, "Raise NPS", &plain, 100);
  g_autoptr (PangoLayout) same = qd_text_cache_get (fixture->widget, same_words, &plain, 100);
  g_autoptr (PangoLayout) wide = qd_text_cache_get (fixture->widget, "Raise NPS", &plain, 101);
  g_autoptr (PangoLayout) little = qd_text_cache_get (fixture->widget, "Raise NPS", &small, 100);
  g_autoptr (PangoLayout) other = qd_text_cache_get (fixture->widget, "Raise it", &plain, 100);

  g_assert_true (one == same);
  g_assert_true (one != wide && one != little && one != other);
  g_assert_cmpint (height_of (little), <, height_of (one));
  g_assert_cmpstr (pango_layout_get_text (other), ==, "Raise it");
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  unused)
{
  static const char text[] = "one two three four five six seven eight nine ten";
  g_autoptr (PangoLayout) line = qd_text_cache_get (fixture->widget, text, &plain, 60);
  g_autoptr (PangoLayout) three = qd_text_cache_get (fixture->widget, text, &lines, 60);
  g_autoptr (PangoLayout) whole = qd_text_cache_get (fixture->widget, text, &plain, -1);

  g_assert_cmpint (pango_layout_get_line_count (line), ==, 1);
  g_assert_true (pango_layout_is_ellipsized (line));
  g_assert_cmpint (pango_layout_get_line_count (three), ==, 3);
  g_assert_true (pango_layout_is_ellipsized (three));
  g_assert_false (pango_layout_is_ellipsized (whole));
}

/* Many more than are kept: the first is forgotten, the last is not. */
static void
test_bounded (Fixture       *fixture,
              gconstpointer  unused)
{
  PangoLayout *first = qd_text_cache_get (fixture->widget, "first", &plain, 100);
  g_autoptr (PangoLayout) last = NULL;
  g_autoptr (PangoLayout) again = NULL;

  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  g_object_unref (first);
  g_assert_nonnull (first);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = g_strdup_printf ("Card %u", i);

      g_clear_object (&last);
      last = qd_text_cache_get (fixture->widget, text, &plain, 100);
    }
  g_assert_null (first);

  again = qd_text_cache_get (fixture->widget, "Card 1999", &plain, 100);
  g_assert_true (again == last);
}

/* Both begin at the start edge of the interface, in either direction of it. */
static void
test_direction (Fixture       *fixture,
                gconstpointer  unused)
{
  static const char * const texts[] = { "Raise NPS", "\u05e9\u05dc\u05d5\u05dd" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) left = NULL;
      g_autoptr (PangoLayout) right = NULL;
      PangoRectangle extents;

      gtk_widget_set_direction (fixture->widget, GTK_TEXT_DIR_LTR);
      left = qd_text_cache_get (fixture->widget, texts[i], &plain, 500);
      pango_layout_get_pixel_extents (left, NULL, &extents);
      g_assert_cmpint (extents.x, ==, 0);

      gtk_widget_set_direction (fixture->widget, GTK_TEXT_DIR_RTL);
      right = qd_text_cache_get (fixture->widget, texts[i], &plain, 500);
      pango_layout_get_pixel_extents (right, NULL, &extents);
      g_assert_cmpint (extents.x + extents.width, ==, 500);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/text-cache/shared", Fixture, NULL, set_up, test_shared, tear_down);
  g_test_add ("/text-cache/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/text-cache/bounded", Fixture, NULL, set_up, test_bounded, tear_down);
  g_test_add ("/text-cache/direction", Fixture, NULL, set_up, test_direction, tear_down);

  return g_test_run ();
}
