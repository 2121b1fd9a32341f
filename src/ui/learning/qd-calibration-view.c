/* Confidence and grade by week on the screen.
 *
 * What is drawn is decided in src/draw, and in which words it is told in src/core/method;
 * here are the colours of the surroundings.
 */

#include "config.h"

#include "qd-calibration-chart.h"
#include "qd-calibration-view.h"
#include "widgets/qd-chart-look.h"

#define MIN_WIDTH 240
#define HEIGHT 180

struct _QdCalibrationView
{
  GtkWidget parent_instance;

  QdCalibration calibration;
  char *family; /* of the font, for the style */
};

G_DEFINE_FINAL_TYPE (QdCalibrationView, qd_calibration_view, GTK_TYPE_WIDGET)

static void
qd_calibration_view_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  QdCalibrationView *self = QD_CALIBRATION_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  QdChartStyle style;
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  qd_chart_look_init (&style, widget, &self->family);
  qd_calibration_chart_draw (&self->calibration, &style, cr, width, height);
  cairo_destroy (cr);
}

static void
qd_calibration_view_measure (GtkWidget      *widget,
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
qd_calibration_view_finalize (GObject *object)
{
  QdCalibrationView *self = QD_CALIBRATION_VIEW (object);

  g_free (self->family);

  G_OBJECT_CLASS (qd_calibration_view_parent_class)->finalize (object);
}

static void
qd_calibration_view_class_init (QdCalibrationViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = qd_calibration_view_finalize;

  widget_class->snapshot = qd_calibration_view_snapshot;
  widget_class->measure = qd_calibration_view_measure;

  gtk_widget_class_set_css_name (widget_class, "calibrationview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
qd_calibration_view_init (QdCalibrationView *self)
{
  qd_calibration_of (NULL, 0, &self->calibration);
}

/**
 * qd_calibration_view_set_calibration:
 * @self: a view
 * @calibration: what it shows; copied
 */
void
qd_calibration_view_set_calibration (QdCalibrationView   *self,
                                     const QdCalibration *calibration)
{
  g_autofree char *words = NULL;

  g_return_if_fail (QD_IS_CALIBRATION_VIEW (self));
  g_return_if_fail (calibration != NULL);

  self->calibration = *calibration;
  words = qd_calibration_describe (calibration);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
