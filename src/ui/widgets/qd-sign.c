/* A small sign in one of the named colours.
 *
 * Widgets that draw by themselves draw the same signs with qd_sign_draw(). Each is
 * painted once for a size and a colour, so many cards share one picture. The sign
 * is decoration: the widget beside or around it carries the word.
 */

#include "config.h"

#include "qd-palette.h"
#include "qd-sign-shapes.h"
#include "qd-sign.h"

/* More than there are signs, colours and sizes at a time. */
#define MAX_PICTURES 256

struct _QdSign
{
  GtkWidget parent_instance;

  const char *name;      /* (nullable): interned */
  const char *css_class; /* (nullable): interned */
};

G_DEFINE_FINAL_TYPE (QdSign, qd_sign, GTK_TYPE_WIDGET)

static GdkTexture *
paint (const char    *name,
       const GdkRGBA *rgba,
       int            pixels)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *picture;
  gsize stride;

  cairo_scale (cr, pixels / QD_SIGN_UNITS, pixels / QD_SIGN_UNITS);
  gdk_cairo_set_source_rgba (cr, rgba);
  if (!qd_sign_shapes_draw (name, cr))
    g_warning ("There is no sign named %s", name);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) pixels);
  cairo_surface_destroy (surface);
  picture = gdk_memory_texture_new (pixels, pixels, GDK_MEMORY_DEFAULT, bytes, stride);

  return picture;
}

static GdkTexture *
get_picture (const char    *name,
             const GdkRGBA *rgba,
             int            pixels)
{
  static GHashTable *pictures;
  char key[128];
  GdkTexture *picture;

  g_snprintf (key, sizeof key, "%s %d %02x%02x%02x%02x", name, pixels,
              (guint) (rgba->red * 255.0f), (guint) (rgba->green * 255.0f),
              (guint) (rgba->blue * 255.0f), (guint) (rgba->alpha * 255.0f));
  if (pictures == NULL)
    pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  picture = g_hash_table_lookup (pictures, key);
  if (picture != NULL)
    return picture;

  if (g_hash_table_size (pictures) >= MAX_PICTURES)
    g_hash_table_remove_all (pictures);
  picture = paint (name, rgba, pixels);
  g_hash_table_insert (pictures, g_strdup (key), picture);

  return picture;
}

static void
qd_sign_snapshot (GtkWidget   *widget,
                  GtkSnapshot *snapshot)
{
  QdSign *self = QD_SIGN (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int size = MIN (width, height);
  GdkRGBA rgba;

  if (self->name == NULL || size == 0)
    return;

  if (self->css_class != NULL)
    qd_palette_lookup (widget, self->css_class, &rgba);
  else
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &rgba);

  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) ((width - size) / 2),
                                                (float) ((height - size) / 2)));
  qd_sign_draw (widget, snapshot, self->name, &rgba, size);
}

static void
qd_sign_class_init (QdSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = qd_sign_snapshot;

  gtk_widget_class_set_css_name (widget_class, "sign");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
qd_sign_init (QdSign *self)
{
}

/**
 * qd_sign_set:
 * @self: a sign
 * @name: (nullable): the name of a sign, as "health-on-track", or %NULL for nothing
 * @css_class: (nullable): the class that stands for its colour, or %NULL for
 *   that of the text
 */
void
qd_sign_set (QdSign     *self,
             const char *name,
             const char *css_class)
{
  g_return_if_fail (QD_IS_SIGN (self));

  name = g_intern_string (name);
  css_class = g_intern_string (css_class);
  if (self->name == name && self->css_class == css_class)
    return;

  self->name = name;
  self->css_class = css_class;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qd_sign_draw:
 * @widget: what is drawn on
 * @snapshot: where to draw, at the origin
 * @name: the name of a sign
 * @rgba: its colour
 * @size: its width and height in pixels
 */
void
qd_sign_draw (GtkWidget     *widget,
              GtkSnapshot   *snapshot,
              const char    *name,
              const GdkRGBA *rgba,
              int            size)
{
  GdkTexture *picture;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);
  g_return_if_fail (size > 0);

  picture = get_picture (name, rgba, size * gtk_widget_get_scale_factor (widget));
  gtk_snapshot_append_texture (snapshot, picture,
                               &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) size, (float) size));
}
