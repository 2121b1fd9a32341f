/* A slider over days: a day for each step, a week for each page, and above its line a bar
 * for each day on which something happened, the higher the more.
 *
 * The value of the scale is the #QdDay itself. What happened it is told; it reads
 * nothing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-past-slider.h"
#include "qd-past-text.h"
#include "store/qd-past-marks.h"

#define WEEK 7

/* In pixels: of the bars, above the line. */
#define BAR_HEIGHT 16.0
#define BAR_WIDTH 3.0
#define GAP 1

struct _QdPastSlider
{
  GtkScale parent_instance;

  GArray *marks;   /* (nullable): of QdPastMark, a day each */
  guint most;      /* what happened on the day of which there is the most to tell */
  QdDay other;     /* which day is compared with, or QD_DAY_NONE */
};

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdPastSlider, qd_past_slider, GTK_TYPE_SCALE)

static GParamSpec *properties[N_PROPS];

static GtkAdjustment *
get_adjustment (QdPastSlider *self)
{
  return gtk_range_get_adjustment (GTK_RANGE (self));
}

/* The line, or the handle on it, in the coordinates of the scale: GTK tells only where it
 * takes clicks. */
static gboolean
find_part (QdPastSlider    *self,
           GtkWidget       *widget,
           const char      *name,
           graphene_rect_t *bounds)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), name)
          ? gtk_widget_compute_bounds (child, GTK_WIDGET (self), bounds)
          : find_part (self, child, name, bounds))
      return TRUE;

  return FALSE;
}

/* Between the middles that the handle has on the first day and on the last. */
static void
find_range (QdPastSlider *self,
            double       *start,
            double       *width)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  const double lower = gtk_adjustment_get_lower (adjustment);
  const double span = MAX (gtk_adjustment_get_upper (adjustment) - lower, 1);
  double at = (gtk_adjustment_get_value (adjustment) - lower) / span;
  GdkRectangle line;
  graphene_rect_t handle;

  gtk_range_get_range_rect (GTK_RANGE (self), &line);
  *start = line.x;
  *width = line.width;
  if (!find_part (self, GTK_WIDGET (self), "slider", &handle))
    return;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    at = 1 - at;
  *width = line.width - handle.size.width;
  *start = handle.origin.x + handle.size.width / 2.0 - at * *width;
}

/* Where the middle of the handle is on a day. */
static double
get_x (QdPastSlider *self,
       QdDay         day)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  const double lower = gtk_adjustment_get_lower (adjustment);
  const double span = MAX (gtk_adjustment_get_upper (adjustment) - lower, 1);
  const double at = (day - lower) / span;
  double start, width;

  find_range (self, &start, &width);

  return start + width * (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                            ? 1 - at : at);
}

/* The square root: a day with a single move is to be seen beside one with a hundred
 * check-ins. */
static void
draw_mark (QdPastSlider     *self,
           GtkSnapshot      *snapshot,
           const QdPastMark *mark,
           float             bottom,
           const GdkRGBA    *colour)
{
  const guint total = qd_past_mark_get_total (mark);
  const float height = (float) ceil (BAR_HEIGHT * sqrt ((double) total / self->most));
  const float x = (float) round (get_x (self, mark->day) - BAR_WIDTH / 2);

  if (total > 0)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT (x, bottom - height, (float) BAR_WIDTH,
                                                    height));
}

static void
draw_marks (QdPastSlider *self,
            GtkSnapshot  *snapshot)
{
  GdkRectangle line;
  float bottom;
  GdkRGBA colour;

  gtk_range_get_range_rect (GTK_RANGE (self), &line);
  bottom = (float) (line.y - GAP);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  if (self->other != QD_DAY_NONE)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT ((float) round (get_x (self, self->other)),
                                                    bottom - (float) BAR_HEIGHT, 1,
                                                    (float) (BAR_HEIGHT + GAP + line.height)));
  colour.alpha *= 0.55f;
  for (guint i = 0; self->marks != NULL && self->most > 0 && i < self->marks->len; i++)
    draw_mark (self, snapshot, &g_array_index (self->marks, QdPastMark, i),
               bottom, &colour);
}

/* What is said instead of a number. */
static void
update_value_text (QdPastSlider *self)
{
  g_autofree char *text = qd_past_text_day (qd_past_slider_get_day (self));
  const QdDay first = qd_past_slider_get_first (self);
  const QdDay day = qd_past_slider_get_day (self);
  g_autofree char *happened = NULL;
  g_autofree char *all = NULL;

  if (self->marks != NULL && day >= first && day - first < self->marks->len)
    happened = qd_past_text_mark (&g_array_index (self->marks, QdPastMark, day - first));
  if (happened != NULL)
    /* Translators: a day, and what happened on it. */
    all = g_strdup_printf (_("%s: %s"), text, happened);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  all != NULL ? all : text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), all != NULL ? all : text);
}

static void
qd_past_slider_value_changed (GtkRange *range)
{
  QdPastSlider *self = QD_PAST_SLIDER (range);

  update_value_text (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

static void
qd_past_slider_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  draw_marks (QD_PAST_SLIDER (widget), snapshot);

  GTK_WIDGET_CLASS (qd_past_slider_parent_class)->snapshot (widget, snapshot);
}

static void
qd_past_slider_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_DAY:
      g_value_set_uint (value, qd_past_slider_get_day (QD_PAST_SLIDER (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_past_slider_finalize (GObject *object)
{
  QdPastSlider *self = QD_PAST_SLIDER (object);

  g_clear_pointer (&self->marks, g_array_unref);

  G_OBJECT_CLASS (qd_past_slider_parent_class)->finalize (object);
}

/* Up is more for GTK; in a quarter one leafs back to what was before. */
static void
qd_past_slider_move_slider (GtkRange      *range,
                            GtkScrollType  scroll)
{
  if (scroll == GTK_SCROLL_PAGE_UP)
    scroll = GTK_SCROLL_PAGE_BACKWARD;
  else if (scroll == GTK_SCROLL_PAGE_DOWN)
    scroll = GTK_SCROLL_PAGE_FORWARD;

  GTK_RANGE_CLASS (qd_past_slider_parent_class)->move_slider (range, scroll);
}

static void
qd_past_slider_class_init (QdPastSliderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qd_past_slider_get_property;
  object_class->finalize = qd_past_slider_finalize;
  widget_class->snapshot = qd_past_slider_snapshot;
  GTK_RANGE_CLASS (klass)->value_changed = qd_past_slider_value_changed;
  GTK_RANGE_CLASS (klass)->move_slider = qd_past_slider_move_slider;

  /**
   * QdPastSlider:day:
   *
   * The day that was chosen.
   */
  properties[PROP_DAY] =
    g_param_spec_uint ("day", NULL, NULL,
                       QD_DAY_NONE, G_MAXUINT32, QD_DAY_NONE,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_past_slider_init (QdPastSlider *self)
{
  gtk_scale_set_draw_value (GTK_SCALE (self), FALSE);
  gtk_range_set_round_digits (GTK_RANGE (self), 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "past-slider");
}

/**
 * qd_past_slider_set_span:
 * @self: a slider
 * @first: the first day
 * @last: the last day, not before @first
 *
 * The day that is chosen stays, or becomes the nearest.
 */
void
qd_past_slider_set_span (QdPastSlider *self,
                         QdDay         first,
                         QdDay         last)
{
  g_return_if_fail (QD_IS_PAST_SLIDER (self));
  g_return_if_fail (first <= last);

  gtk_range_set_range (GTK_RANGE (self), first, last);
  gtk_range_set_increments (GTK_RANGE (self), 1, WEEK);
}

QdDay
qd_past_slider_get_first (QdPastSlider *self)
{
  g_return_val_if_fail (QD_IS_PAST_SLIDER (self), QD_DAY_NONE);

  return (QdDay) gtk_adjustment_get_lower (get_adjustment (self));
}

QdDay
qd_past_slider_get_last (QdPastSlider *self)
{
  g_return_val_if_fail (QD_IS_PAST_SLIDER (self), QD_DAY_NONE);

  return (QdDay) gtk_adjustment_get_upper (get_adjustment (self));
}

/**
 * qd_past_slider_get_day:
 *
 * Returns: the day that was chosen
 */
QdDay
qd_past_slider_get_day (QdPastSlider *self)
{
  g_return_val_if_fail (QD_IS_PAST_SLIDER (self), QD_DAY_NONE);

  return (QdDay) round (gtk_range_get_value (GTK_RANGE (self)));
}

/**
 * qd_past_slider_set_day:
 * @self: a slider
 * @day: a day; outside the span the nearest is chosen
 */
void
qd_past_slider_set_day (QdPastSlider *self,
                        QdDay         day)
{
  g_return_if_fail (QD_IS_PAST_SLIDER (self));

  gtk_range_set_value (GTK_RANGE (self), day);
}

/**
 * qd_past_slider_set_other:
 * @self: a slider
 * @day: the day that is compared with, which a line shows, or %QD_DAY_NONE
 */
void
qd_past_slider_set_other (QdPastSlider *self,
                          QdDay         day)
{
  g_return_if_fail (QD_IS_PAST_SLIDER (self));

  self->other = day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * qd_past_slider_set_marks:
 * @self: a slider
 * @marks: (nullable) (element-type QdPastMark): what happened on each day of the span
 */
void
qd_past_slider_set_marks (QdPastSlider *self,
                          GArray       *marks)
{
  g_return_if_fail (QD_IS_PAST_SLIDER (self));

  if (marks != NULL)
    g_array_ref (marks);
  g_clear_pointer (&self->marks, g_array_unref);
  self->marks = marks;
  self->most = 0;
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    self->most = MAX (self->most,
                      qd_past_mark_get_total (&g_array_index (marks, QdPastMark, i)));
  update_value_text (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
