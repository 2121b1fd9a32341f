/* The cumulative flow of a board on the screen, and on its way into a file.
 *
 * What is drawn, and in which words it is told, is decided in src/draw; here are the
 * colours of the surroundings, and the pointer.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/qd-picture-save.h"
#include "qd-flow-layout.h"
#include "qd-flow-view.h"
#include "widgets/qd-chart-look.h"

#define MIN_WIDTH 240
#define HEIGHT 264

/* What is drawn, and outlasts the view while it is saved. */
typedef struct
{
  char *title;
  GArray *days; /* (element-type QdFlowDay) */
  QdFlowChart chart;
} Picture;

struct _QdFlowView
{
  GtkWidget parent_instance;

  Picture *picture; /* (nullable) */
  char *family;     /* of the font, for the style */
};

G_DEFINE_FINAL_TYPE (QdFlowView, qd_flow_view, GTK_TYPE_WIDGET)

static Picture *
picture_new (const QdBoardFlow *flow)
{
  Picture *self = g_rc_box_new0 (Picture);

  self->title = g_strdup (flow->title);
  self->days = g_array_ref (flow->flow->days);
  self->chart = (QdFlowChart) {
    .first_day = flow->first_day, .last_day = flow->last_day, .today = flow->today,
    .days = (const QdFlowDay *) (gpointer) self->days->data, .n_days = self->days->len,
  };

  return self;
}

static void
picture_clear (gpointer data)
{
  Picture *self = data;

  g_free (self->title);
  g_array_unref (self->days);
}

static void
picture_unref (gpointer picture)
{
  g_rc_box_release_full (picture, picture_clear);
}

static gboolean
save_picture (gpointer     picture,
              gboolean     rtl,
              const char  *path,
              GError     **error)
{
  return qd_flow_chart_save (&((const Picture *) picture)->chart, rtl, path, error);
}

static void
qd_flow_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  QdFlowView *self = QD_FLOW_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);

  if (width > 0 && height > 0 && self->picture != NULL)
    {
      const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
      QdChartStyle style;

      qd_chart_look_init (&style, widget, &self->family);
      qd_flow_chart_draw (&self->picture->chart, &style, cr, width, height);
      cairo_destroy (cr);
    }

  GTK_WIDGET_CLASS (qd_flow_view_parent_class)->snapshot (widget, snapshot);
}

/* The day that the pointer is on. */
static gboolean
qd_flow_view_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  QdFlowView *self = QD_FLOW_VIEW (widget);
  g_autoptr (QdFlowLayout) layout = NULL;
  QdChartStyle style;

  if (keyboard || self->picture == NULL || qd_flow_chart_is_empty (&self->picture->chart))
    return FALSE;

  qd_chart_look_init (&style, widget, &self->family);
  layout = qd_flow_layout_new (&self->picture->chart, &style, gtk_widget_get_width (widget),
                               gtk_widget_get_height (widget));
  for (guint i = 0; i + 1 < layout->edges->len; i++)
    {
      if (x >= g_array_index (layout->edges, double, i) &&
          x < g_array_index (layout->edges, double, i + 1))
        {
          g_autofree char *text = qd_flow_chart_describe_day (&self->picture->chart.days[i]);

          gtk_tooltip_set_text (tooltip, text);
          return TRUE;
        }
    }

  return FALSE;
}

static void
qd_flow_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static void
qd_flow_view_finalize (GObject *object)
{
  QdFlowView *self = QD_FLOW_VIEW (object);

  g_clear_pointer (&self->picture, picture_unref);
  g_free (self->family);

  G_OBJECT_CLASS (qd_flow_view_parent_class)->finalize (object);
}

static void
qd_flow_view_class_init (QdFlowViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = qd_flow_view_finalize;

  widget_class->snapshot = qd_flow_view_snapshot;
  widget_class->measure = qd_flow_view_measure;
  widget_class->query_tooltip = qd_flow_view_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "flowview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
qd_flow_view_init (QdFlowView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Cumulative flow"), -1);
}

/**
 * qd_flow_view_set_flow:
 * @self: a picture
 * @flow: (nullable): how a board goes; not needed afterwards
 */
void
qd_flow_view_set_flow (QdFlowView        *self,
                       const QdBoardFlow *flow)
{
  g_autofree char *words = NULL;

  g_return_if_fail (QD_IS_FLOW_VIEW (self));

  g_clear_pointer (&self->picture, picture_unref);
  if (flow != NULL)
    self->picture = picture_new (flow);
  words = self->picture != NULL ? qd_flow_chart_describe (&self->picture->chart)
                                : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qd_flow_view_save:
 * @self: a picture of a board
 * @suffix: ".png" or ".pdf"
 *
 * Asks where to save what is drawn.
 */
void
qd_flow_view_save (QdFlowView *self,
                   const char *suffix)
{
  g_autofree char *title = NULL;

  g_return_if_fail (QD_IS_FLOW_VIEW (self));
  g_return_if_fail (self->picture != NULL);

  /* Translators: what the picture of a board's flow is called as a file. */
  title = g_strdup_printf (_("Flow of %s"), self->picture->title);
  qd_picture_save_ask (GTK_WIDGET (self), title, suffix, save_picture,
                       g_rc_box_acquire (self->picture), picture_unref);
}
