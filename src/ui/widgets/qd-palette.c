/* Colours that carry a meaning: the twelve of objectives, those of column
 * roles, and that of cards without an objective.
 *
 * The values stand in data/style.css and nowhere else, each once for light and
 * once for dark surroundings. Widgets that draw ask here; which of the two
 * fits is read off the colour of their text, so that it is right with every
 * theme and however the person chose it.
 */

#include "config.h"

#include "qd-palette.h"

static const char * const classes[QD_N_COLOURS] = {
  "objective-0",
  "objective-1",
  "objective-2",
  "objective-3",
  "objective-4",
  "objective-5",
  "objective-6",
  "objective-7",
  "objective-8",
  "objective-9",
  "objective-10",
  "objective-11",
};

/* Light text means dark surroundings. */
static gboolean
is_light (const GdkRGBA *rgba)
{
  return 0.30 * rgba->red + 0.59 * rgba->green + 0.11 * rgba->blue > 0.5;
}

/**
 * qd_palette_get_class:
 * @colour: an index below %QD_N_COLOURS
 *
 * Returns: (transfer none): the class that stands for the colour,
 *   "objective-0" and so on
 */
const char *
qd_palette_get_class (guint colour)
{
  g_return_val_if_fail (colour < QD_N_COLOURS, NULL);

  return classes[colour];
}

/**
 * qd_palette_get_role_class:
 * @role: the role of a column
 *
 * Returns: (transfer none): the class that stands for its colour,
 *   "role-not-started" and so on
 */
const char *
qd_palette_get_role_class (QdColumnRole role)
{
  switch (role)
    {
    case QD_COLUMN_NOT_STARTED:
      return "role-not-started";
    case QD_COLUMN_IN_PROGRESS:
      return "role-in-progress";
    case QD_COLUMN_AT_RISK:
      return "role-at-risk";
    case QD_COLUMN_COMPLETE:
      return "role-complete";
    case QD_COLUMN_OTHER:
    default:
      return "role-other";
    }
}

/**
 * qd_palette_lookup:
 * @widget: what will draw with the colour
 * @css_class: the class that stands for it: "objective-0", "role-at-risk",
 *   "no-objective" and so on
 * @rgba: (out caller-allocates): the colour; that of the text where the style
 *   sheet has no such colour
 */
void
qd_palette_lookup (GtkWidget  *widget,
                   const char *css_class,
                   GdkRGBA    *rgba)
{
  GtkStyleContext *context;
  char name[64];

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (css_class != NULL);

  context = gtk_widget_get_style_context (widget);
  gtk_style_context_get_color (context, rgba);

  g_snprintf (name, sizeof name, "qd_%s%s",
              css_class, is_light (rgba) ? "_dark" : "");
  g_strdelimit (name, "-", '_');
  gtk_style_context_lookup_color (context, name, rgba);
}
