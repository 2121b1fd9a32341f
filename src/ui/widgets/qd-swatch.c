/* A dot in one of the named colours.
 *
 * Its size is set by the style sheet. The dot is decoration: the widget beside
 * it carries the name.
 */

#include "config.h"

#include "qd-palette.h"
#include "qd-swatch.h"

struct _QdSwatch
{
  GtkWidget parent_instance;

  const char *css_class; /* interned */
};

G_DEFINE_FINAL_TYPE (QdSwatch, qd_swatch, GTK_TYPE_WIDGET)

static void
qd_swatch_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  QdSwatch *self = QD_SWATCH (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float side = MIN (width, height);
  GskRoundedRect outline;
  GdkRGBA rgba;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((width - side) / 2.0f,
                                                        (height - side) / 2.0f,
                                                        side, side),
                                   side / 2.0f);
  qd_palette_lookup (widget, self->css_class, &rgba);

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
qd_swatch_class_init (QdSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = qd_swatch_snapshot;

  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
qd_swatch_init (QdSwatch *self)
{
  self->css_class = "no-objective";
}

/**
 * qd_swatch_new:
 * @css_class: the class that stands for the colour
 *
 * Returns: (transfer floating): a dot of that colour
 */
GtkWidget *
qd_swatch_new (const char *css_class)
{
  GtkWidget *self = g_object_new (QD_TYPE_SWATCH, NULL);

  qd_swatch_set_colour (QD_SWATCH (self), css_class);

  return self;
}

/**
 * qd_swatch_set_colour:
 * @self: a dot
 * @css_class: the class that stands for the colour
 */
void
qd_swatch_set_colour (QdSwatch   *self,
                      const char *css_class)
{
  g_return_if_fail (QD_IS_SWATCH (self));
  g_return_if_fail (css_class != NULL);

  self->css_class = g_intern_string (css_class);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
