/* A thin strip of coloured segments that shows how a whole is divided.
 *
 * One light widget without children: a sidebar has one a board, a board one a
 * column. Widgets that draw by themselves draw the same strip with
 * qd_distribution_draw(). It says nothing to a screen reader by itself; whoever sets the
 * segments describes them.
 */

#include "config.h"

#include "qd-distribution.h"
#include "qd-palette.h"

/* Between two segments, in pixels. */
#define GAP 1.0f

struct _QdDistribution
{
  GtkWidget parent_instance;

  GArray *pieces; /* of QdSegment, each with a share above 0 and an interned class */
};

G_DEFINE_FINAL_TYPE (QdDistribution, qd_distribution, GTK_TYPE_WIDGET)

static void
qd_distribution_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  QdDistribution *self = QD_DISTRIBUTION (widget);

  qd_distribution_draw (widget, snapshot,
                        (const QdSegment *) (gpointer) self->pieces->data, self->pieces->len,
                        &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget)));
}

static void
qd_distribution_finalize (GObject *object)
{
  QdDistribution *self = QD_DISTRIBUTION (object);

  g_array_unref (self->pieces);

  G_OBJECT_CLASS (qd_distribution_parent_class)->finalize (object);
}

static void
qd_distribution_class_init (QdDistributionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = qd_distribution_finalize;

  widget_class->snapshot = qd_distribution_snapshot;

  gtk_widget_class_set_css_name (widget_class, "distribution");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
qd_distribution_init (QdDistribution *self)
{
  self->pieces = g_array_new (FALSE, FALSE, sizeof (QdSegment));
}

/**
 * qd_distribution_new:
 *
 * Returns: (transfer floating): a strip without segments
 */
GtkWidget *
qd_distribution_new (void)
{
  return g_object_new (QD_TYPE_DISTRIBUTION, NULL);
}

/**
 * qd_distribution_set_segments:
 * @self: a strip
 * @segments: (array length=n_segments): from start to end; copied
 * @n_segments: how many there are
 *
 * Shows these segments and no others. Shares are relative to their sum.
 */
void
qd_distribution_set_segments (QdDistribution  *self,
                              const QdSegment *segments,
                              guint            n_segments)
{
  g_return_if_fail (QD_IS_DISTRIBUTION (self));
  g_return_if_fail (segments != NULL || n_segments == 0);

  g_array_set_size (self->pieces, 0);

  for (guint i = 0; i < n_segments; i++)
    {
      QdSegment piece = { segments[i].share, g_intern_string (segments[i].css_class) };

      if (!(piece.share > 0.0))
        continue;

      g_array_append_val (self->pieces, piece);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qd_distribution_draw:
 * @widget: what will draw with its colours
 * @snapshot: where to draw
 * @segments: (array length=n_segments): from start to end
 * @n_segments: how many there are
 * @area: where, as long as all shares are together
 *
 * Draws a strip as a #QdDistribution would.
 */
void
qd_distribution_draw (GtkWidget             *widget,
                      GtkSnapshot           *snapshot,
                      const QdSegment       *segments,
                      guint                  n_segments,
                      const graphene_rect_t *area)
{
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const float width = area->size.width;
  GskRoundedRect outline;
  double total = 0.0;
  double before = 0.0;

  for (guint i = 0; i < n_segments; i++)
    total += MAX (segments[i].share, 0.0);
  if (!(total > 0.0) || width <= 0.0f || area->size.height <= 0.0f)
    return;

  gsk_rounded_rect_init_from_rect (&outline, area, area->size.height / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);

  for (guint i = 0; i < n_segments; i++)
    {
      const double after = before + MAX (segments[i].share, 0.0);
      float start = (float) (before / total) * width;
      float end = (float) (after / total) * width;
      float extent;
      GdkRGBA rgba;

      if (!(segments[i].share > 0.0))
        continue;
      if (after < total)
        end -= GAP;
      extent = MAX (end - start, 1.0f);

      qd_palette_lookup (widget, segments[i].css_class, &rgba);
      gtk_snapshot_append_color (snapshot, &rgba,
                                 &GRAPHENE_RECT_INIT (area->origin.x +
                                                      (rtl ? width - start - extent : start),
                                                      area->origin.y, extent,
                                                      area->size.height));
      before = after;
    }

  gtk_snapshot_pop (snapshot);
}
