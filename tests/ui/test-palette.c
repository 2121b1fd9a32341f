/* The colours of objectives can be told apart, in light and in dark
 * surroundings, and without red or green cones. */

#include "config.h"

#include <gtk/gtk.h>
#include <math.h>

#include "model/qd-hue.h"
#include "widgets/qd-palette.h"

/* Least distances in CIE Lab, and least contrast on a card. */
#define MIN_DISTANCE 10.0
#define MIN_NEIGHBOUR_DISTANCE 15.0
#define MIN_CONTRAST 3.0

typedef struct
{
  double l;
  double a;
  double b;
} Lab;

/* Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
static const double eyes[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
};

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *rgba)
{
  return 0.2126 * linear (rgba->red) + 0.7152 * linear (rgba->green) +
         0.0722 * linear (rgba->blue);
}

static double
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  double high = MAX (luminance (a), luminance (b));
  double low = MIN (luminance (a), luminance (b));

  return (high + 0.05) / (low + 0.05);
}

static double
curve (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116.0;
}

static void
see (const GdkRGBA *rgba,
     guint          eye,
     Lab           *lab)
{
  const double in[] = { linear (rgba->red), linear (rgba->green), linear (rgba->blue) };
  double out[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    {
      out[i] = 0.0;
      for (guint j = 0; j < 3; j++)
        out[i] += eyes[eye][i][j] * in[j];
      out[i] = CLAMP (out[i], 0.0, 1.0);
    }

  x = curve ((0.4124 * out[0] + 0.3576 * out[1] + 0.1805 * out[2]) / 0.95047);
  y = curve (0.2126 * out[0] + 0.7152 * out[1] + 0.0722 * out[2]);
  z = curve ((0.0193 * out[0] + 0.1192 * out[1] + 0.9505 * out[2]) / 1.08883);
  *lab = (Lab) { 116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z) };
}

static double
distance (const GdkRGBA *a,
          const GdkRGBA *b,
          guint          eye)
{
  Lab p, q;

  see (a, eye, &p);
  see (b, eye, &q);

  return sqrt ((p.l - q.l) * (p.l - q.l) + (p.a - q.a) * (p.a - q.a) +
               (p.b - q.b) * (p.b - q.b));
}

static void
assert_palette (GtkWidget  *widget,
                const char *background)
{
  GdkRGBA colours[QD_N_COLOURS], card;

  g_assert_true (gdk_rgba_parse (&card, background));

  for (guint i = 0; i < QD_N_COLOURS; i++)
    {
      qd_palette_lookup (widget, qd_palette_get_class (i), &colours[i]);
      g_assert_cmpfloat (contrast (&colours[i], &card), >=, MIN_CONTRAST);

      for (guint j = 0; j < i; j++)
        {
          double least = j + 1 == i ? MIN_NEIGHBOUR_DISTANCE : MIN_DISTANCE;

          for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
            g_assert_cmpfloat (distance (&colours[j], &colours[i], eye), >=, least);
        }
    }
}

static GtkWidget *
create_window (const char *text_colour)
{
  g_autofree char *css = g_strdup_printf ("window { color: %s; }", text_colour);
  g_autoptr (GtkCssProvider) colour = gtk_css_provider_new ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  GtkWidget *window = gtk_window_new ();
  GtkStyleContext *context = gtk_widget_get_style_context (window);

  gtk_css_provider_load_from_data (colour, css, -1);
  gtk_css_provider_load_from_resource (style, "/org/quarterdeck/Quarterdeck/style.css");
  gtk_style_context_add_provider (context, GTK_STYLE_PROVIDER (style),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider (context, GTK_STYLE_PROVIDER (colour),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  return window;
}

static void
test_light (void)
{
  GtkWidget *window = create_window ("black");

  assert_palette (window, "#ffffff");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dark (void)
{
  GtkWidget *window = create_window ("white");

  assert_palette (window, "#3a3a3a");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < QD_N_COLOURS; i++)
    {
      g_assert_cmpstr (qd_hue_get_name (i), !=, "");
      g_assert_true (g_hash_table_add (names, (gpointer) qd_hue_get_name (i)));
    }
}

static void
test_unknown (void)
{
  GtkWidget *window = create_window ("#123456");
  GdkRGBA colour, expected;

  gdk_rgba_parse (&expected, "#123456");
  qd_palette_lookup (window, "no-such-class", &colour);
  g_assert_true (gdk_rgba_equal (&colour, &expected));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/light", test_light);
  g_test_add_func ("/palette/dark", test_dark);
  g_test_add_func ("/palette/names", test_names);
  g_test_add_func ("/palette/unknown", test_unknown);

  return g_test_run ();
}
