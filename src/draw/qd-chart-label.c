/* A piece of text in a drawing: a caption, a figure, or one above the other.
 *
 * Where it stands is decided by the layout.
 */

#include "config.h"

#include <pango/pangocairo.h>

#include "qd-chart-label.h"
#include "qd-text-context.h"

/* Drawings are in pixels of which 96 are an inch. */
#define RESOLUTION 96.0

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               gsize           start,
               gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static void
add_colour (PangoAttrList  *list,
            const QdColour *colour,
            gsize           start,
            gsize           end)
{
  add_attribute (list,
                 pango_attr_foreground_new ((guint16) (colour->red * 65535.0),
                                            (guint16) (colour->green * 65535.0),
                                            (guint16) (colour->blue * 65535.0)),
                 start, end);
}

static void
measure (QdChartLabel *self)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, NULL, &logical);
  self->rect.width = (double) logical.width / PANGO_SCALE;
  self->rect.height = (double) logical.height / PANGO_SCALE;
  self->offset.x = (double) logical.x / PANGO_SCALE;
  self->offset.y = (double) logical.y / PANGO_SCALE;
}

/**
 * qd_chart_label_context:
 * @style: font and direction
 *
 * Returns: (transfer full): a context for all labels of a drawing
 */
PangoContext *
qd_chart_label_context (const QdChartStyle *style)
{
  return qd_text_context_new (style->family, style->size, RESOLUTION, style->rtl);
}

/**
 * qd_chart_label_new:
 * @context: from qd_chart_label_context()
 * @kind: what it says
 * @caption: (nullable): a word or a sentence
 * @caption_colour: its colour
 * @figure: (nullable): a figure, below the caption
 * @figure_colour: its colour
 *
 * Returns: (transfer full): a label in the top left corner
 */
QdChartLabel *
qd_chart_label_new (PangoContext     *context,
                    QdChartLabelKind  kind,
                    const char       *caption,
                    const QdColour   *caption_colour,
                    const char       *figure,
                    const QdColour   *figure_colour)
{
  QdChartLabel *self = g_new0 (QdChartLabel, 1);
  PangoAttrList *list = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (caption);

  self->kind = kind;
  if (caption != NULL)
    add_colour (list, caption_colour, 0, text->len);

  if (figure != NULL)
    {
      gsize start;

      if (caption != NULL)
        g_string_append_c (text, '\n');
      start = text->len;
      g_string_append (text, figure);
      add_colour (list, figure_colour, start, text->len);
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, text->len);
    }

  self->layout = pango_layout_new (context);
  pango_layout_set_auto_dir (self->layout, FALSE);
  if (pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_text (self->layout, text->str, (int) text->len);
  pango_layout_set_attributes (self->layout, list);
  pango_attr_list_unref (list);
  measure (self);

  return self;
}

/**
 * qd_chart_label_free:
 * @self: a label
 */
void
qd_chart_label_free (QdChartLabel *self)
{
  g_object_unref (self->layout);
  g_free (self);
}

/**
 * qd_chart_label_get_text:
 * @self: a label
 *
 * Returns: (transfer none): what it says, in one line or two
 */
const char *
qd_chart_label_get_text (const QdChartLabel *self)
{
  return pango_layout_get_text (self->layout);
}

/**
 * qd_chart_label_narrow:
 * @self: a label
 * @width: in pixels
 *
 * Cuts each line that is longer, with an ellipsis.
 */
void
qd_chart_label_narrow (QdChartLabel *self,
                       double        width)
{
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  measure (self);
}

/**
 * qd_chart_label_wrap:
 * @self: a label
 * @width: in pixels
 *
 * Breaks what is longer into lines.
 */
void
qd_chart_label_wrap (QdChartLabel *self,
                     double        width)
{
  if (self->rect.width <= width)
    return;

  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  measure (self);
}

/**
 * qd_chart_label_centre:
 * @self: a label
 * @x: where its middle comes
 * @y: likewise
 */
void
qd_chart_label_centre (QdChartLabel *self,
                       double        x,
                       double        y)
{
  self->rect.x = x - self->rect.width / 2.0;
  self->rect.y = y - self->rect.height / 2.0;
}
