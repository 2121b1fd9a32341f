/* The chart of a key result on the screen, and on its way into a file.
 *
 * What is drawn, and in which words it is told, is decided in src/draw; here
 * are the figures, the colours of the surroundings, and the pointer.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "dialogs/qd-picture-save.h"
#include "qd-chart-layout.h"
#include "qd-chart-text.h"
#include "qd-chart-view.h"
#include "qd-key-result-chart.h"
#include "widgets/qd-chart-look.h"
#include "widgets/qd-day-text.h"

#define MIN_WIDTH 240
#define HEIGHT 216

/* Less than this tells nothing. */
#define LEAST_HEIGHT 88

/* How near the pointer has to be to a value, in pixels. */
#define NEAR 24.0

struct _QdChartView
{
  GtkWidget parent_instance;

  GtkWidget *menu_button;
  GtkWidget *silence;

  QdKeyResult *card;     /* (nullable) */
  GSignalGroup *card_signals;
  char *family;          /* of the font, for the style */
  gboolean shrinks;      /* where there is little room */
};

enum
{
  PROP_0,
  PROP_CARD,
  PROP_SHRINKS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdChartView, qd_chart_view, GTK_TYPE_WIDGET)

static void
update (QdChartView *self)
{
  QdKeyResultChart drawn;
  const gboolean has_chart = self->card != NULL &&
                             qd_key_result_chart_init (&drawn, self->card);
  g_autofree char *text = NULL;

  if (has_chart)
    text = qd_chart_describe (&drawn.chart);

  gtk_widget_set_visible (self->silence, !has_chart);
  gtk_widget_set_visible (self->menu_button, has_chart);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), has_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save-png", has_chart);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save-pdf", has_chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  has_chart ? _("Chart") : _("No chart yet"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  has_chart ? text
                                            : gtk_label_get_text (GTK_LABEL (self->silence)),
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The value nearest to a place, as far as one is near. */
static gboolean
find_point (const QdChartLayout *layout,
            double               x,
            double               y,
            guint               *nearest)
{
  double least = NEAR;
  gboolean found = FALSE;

  for (guint i = 0; i < layout->points->len; i++)
    {
      const QdChartPlace *place = &g_array_index (layout->points, QdChartPlace, i);
      const double distance = hypot (place->x - x, place->y - y);

      if (distance <= least)
        {
          least = distance;
          *nearest = i;
          found = TRUE;
        }
    }

  return found;
}

static gboolean
save_chart (gpointer     card,
            gboolean     rtl,
            const char  *path,
            GError     **error)
{
  return qd_key_result_chart_save (card, rtl, path, error);
}

static void
ask_for_file (QdChartView *self,
              const char  *suffix)
{
  qd_picture_save_ask (GTK_WIDGET (self), qd_entity_get_title (QD_ENTITY (self->card)), suffix,
                       save_chart, g_object_ref (self->card), g_object_unref);
}

static void
save_png_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ask_for_file (QD_CHART_VIEW (widget), ".png");
}

static void
save_pdf_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ask_for_file (QD_CHART_VIEW (widget), ".pdf");
}

static void
on_card_changed (QdChartView *self)
{
  g_assert (QD_IS_CHART_VIEW (self));

  update (self);
}

static void
on_pressed (QdChartView *self)
{
  g_assert (QD_IS_CHART_VIEW (self));

  if (gtk_widget_get_visible (self->menu_button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
}

static void
draw (QdChartView *self,
      cairo_t     *cr,
      int          width,
      int          height)
{
  QdKeyResultChart drawn;
  QdChartStyle style;

  if (!qd_key_result_chart_init (&drawn, self->card))
    return;

  qd_chart_look_init (&style, GTK_WIDGET (self), &self->family);
  qd_chart_draw (&drawn.chart, &style, cr, width, height);
}

static GtkSizeRequestMode
qd_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The button lies on the chart; the words stand in its place. */
static void
qd_chart_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  QdChartView *self = QD_CHART_VIEW (widget);

  if (gtk_widget_get_visible (self->silence))
    gtk_widget_measure (self->silence, orientation, for_size, minimum, natural, NULL, NULL);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    {
      *minimum = self->shrinks ? LEAST_HEIGHT : HEIGHT;
      *natural = HEIGHT;
    }
}

static void
qd_chart_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      gtk_widget_size_allocate (child, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
qd_chart_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  QdChartView *self = QD_CHART_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);

  if (width > 0 && height > 0 && self->card != NULL)
    {
      const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      draw (self, cr, width, height);
      cairo_destroy (cr);
    }

  GTK_WIDGET_CLASS (qd_chart_view_parent_class)->snapshot (widget, snapshot);
}

static gboolean
qd_chart_view_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  QdChartView *self = QD_CHART_VIEW (widget);
  g_autoptr (QdChartLayout) layout = NULL;
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  const QdPoint *point;
  QdKeyResultChart drawn;
  QdChartStyle style;
  guint nearest;

  if (keyboard || self->card == NULL || !qd_key_result_chart_init (&drawn, self->card))
    return FALSE;

  qd_chart_look_init (&style, GTK_WIDGET (self), &self->family);
  layout = qd_chart_layout_new (&drawn.chart, &style, gtk_widget_get_width (widget),
                                gtk_widget_get_height (widget));
  if (!find_point (layout, x, y, &nearest))
    return FALSE;

  point = &g_array_index (layout->readings, QdPoint, nearest);
  value = qd_chart_format (&drawn.chart, point->value);
  day = qd_day_text_full (point->day);
  /* Translators: a value and its day: "35 points, November 20, 2026". */
  text = g_strdup_printf (_("%s, %s"), value, day);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
qd_chart_view_dispose (GObject *object)
{
  QdChartView *self = QD_CHART_VIEW (object);

  g_clear_object (&self->card_signals);
  g_clear_pointer (&self->menu_button, gtk_widget_unparent);
  g_clear_pointer (&self->silence, gtk_widget_unparent);
  g_clear_object (&self->card);

  G_OBJECT_CLASS (qd_chart_view_parent_class)->dispose (object);
}

static void
qd_chart_view_finalize (GObject *object)
{
  QdChartView *self = QD_CHART_VIEW (object);

  g_free (self->family);

  G_OBJECT_CLASS (qd_chart_view_parent_class)->finalize (object);
}

static void
qd_chart_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdChartView *self = QD_CHART_VIEW (object);

  switch (property_id)
    {
    case PROP_CARD:
      g_value_set_object (value, qd_chart_view_get_card (self));
      break;

    case PROP_SHRINKS:
      g_value_set_boolean (value, self->shrinks);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_chart_view_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdChartView *self = QD_CHART_VIEW (object);

  switch (property_id)
    {
    case PROP_CARD:
      qd_chart_view_set_card (self, g_value_get_object (value));
      break;

    case PROP_SHRINKS:
      self->shrinks = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_chart_view_class_init (QdChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_chart_view_dispose;
  object_class->finalize = qd_chart_view_finalize;
  object_class->get_property = qd_chart_view_get_property;
  object_class->set_property = qd_chart_view_set_property;

  widget_class->get_request_mode = qd_chart_view_get_request_mode;
  widget_class->measure = qd_chart_view_measure;
  widget_class->size_allocate = qd_chart_view_size_allocate;
  widget_class->snapshot = qd_chart_view_snapshot;
  widget_class->query_tooltip = qd_chart_view_query_tooltip;

  /**
   * QdChartView:card:
   *
   * The key result whose course it shows.
   */
  properties[PROP_CARD] =
    g_param_spec_object ("card", NULL, NULL,
                         QD_TYPE_KEY_RESULT,
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdChartView:shrinks:
   *
   * Whether it is the one to become lower where there is not room for everything.
   */
  properties[PROP_SHRINKS] =
    g_param_spec_boolean ("shrinks", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE |
                          G_PARAM_CONSTRUCT_ONLY |
                          G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "chart.save-png", NULL, save_png_action);
  gtk_widget_class_install_action (widget_class, "chart.save-pdf", NULL, save_pdf_action);

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
qd_chart_view_init (QdChartView *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  self->silence = gtk_label_new (_("With a metric, a baseline and a target, the way from the "
                                   "one to the other is drawn here."));
  gtk_label_set_wrap (GTK_LABEL (self->silence), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->silence), 0.0f);
  gtk_widget_add_css_class (self->silence, "dim-label");
  gtk_widget_set_parent (self->silence, GTK_WIDGET (self));

  self->menu_button = qd_picture_save_new_button ("chart.save-png", "chart.save-pdf");
  gtk_widget_set_halign (self->menu_button, GTK_ALIGN_END);
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_END);
  gtk_widget_set_parent (self->menu_button, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  self->card_signals = g_signal_group_new (QD_TYPE_KEY_RESULT);
  g_signal_group_connect_swapped (self->card_signals, "notify",
                                  G_CALLBACK (on_card_changed), self);
  update (self);
}

/**
 * qd_chart_view_new:
 *
 * Returns: (transfer floating): a chart of nothing yet
 */
GtkWidget *
qd_chart_view_new (void)
{
  return g_object_new (QD_TYPE_CHART_VIEW, NULL);
}

/**
 * qd_chart_view_get_card:
 *
 * Returns: (transfer none) (nullable): the key result whose course it shows
 */
QdKeyResult *
qd_chart_view_get_card (QdChartView *self)
{
  g_return_val_if_fail (QD_IS_CHART_VIEW (self), NULL);

  return self->card;
}

/**
 * qd_chart_view_set_card:
 * @card: (nullable): the key result whose course to show
 */
void
qd_chart_view_set_card (QdChartView *self,
                        QdKeyResult *card)
{
  g_return_if_fail (QD_IS_CHART_VIEW (self));
  g_return_if_fail (card == NULL || QD_IS_KEY_RESULT (card));

  if (!g_set_object (&self->card, card))
    return;

  g_signal_group_set_target (self->card_signals, card);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD]);
}

/**
 * qd_chart_view_refresh:
 * @self: a chart
 *
 * Shows the course as of today, where nothing of the key result changed.
 */
void
qd_chart_view_refresh (QdChartView *self)
{
  g_return_if_fail (QD_IS_CHART_VIEW (self));

  update (self);
}

/**
 * qd_chart_view_rehearse:
 * @self: a chart out of sight
 * @width: what it will have, in application pixels
 *
 * Draws the chart where nobody sees it: letters take their time when they are needed
 * first.
 */
void
qd_chart_view_rehearse (QdChartView *self,
                        int          width)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_if_fail (QD_IS_CHART_VIEW (self));

  if (self->card == NULL)
    return;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, width);
  cr = cairo_create (surface);
  draw (self, cr, width, width);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
