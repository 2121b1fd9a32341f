/* Where everything of a calibration chart is, before anything is drawn.
 *
 * Confidence and grade have one axis, from nothing to all; each line has its name at its
 * end. What there is no room for is left out: the words for all of it stand beside the
 * drawing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-calibration-layout.h"
#include "qd-number-text.h"

/* Between the plot and what stands around it, before the names, and between two weeks
 * below the plot, in pixels. */
#define GAP 6.0
#define NAME_GAP 10.0
#define WEEK_GAP 6.0

/* Of the width, so much at most is for the names. */
#define NAME_SHARE 0.4

/* A plot narrower than this, or with fewer lines of text in its height, says more without
 * any words. */
#define MIN_WIDTH 48.0
#define MIN_LINES 2.5

/* From tick to tick of the axis. */
#define STEP 0.25

/* A layout in the making. */
typedef struct
{
  const QdCalibration *calibration;
  const QdChartStyle *style;
  QdCalibrationLayout *layout;
  PangoContext *context;
  QdChartLabel *names[2]; /* of confidence and grade; NULL where there is no room */
  double line_height;
} Work;

/* The weeks keep off the lowest figure of the axis. */
static double
get_week_gap (const Work *work)
{
  return fmax (GAP, work->line_height / 2.0);
}

/* Weeks are told of at their ends. */
static double
map_week (const Work *work,
          guint       week)
{
  const QdChartRect *plot = &work->layout->plot;

  return plot->x + plot->width * week / (QD_CALIBRATION_WEEKS - 1);
}

static double
map_share (const Work *work,
           double      share)
{
  const QdChartRect *plot = &work->layout->plot;

  return plot->y + plot->height * (1.0 - share);
}

static QdChartLabel *
make_label (Work             *work,
            QdChartLabelKind  kind,
            const char       *text,
            const QdColour   *colour)
{
  return qd_chart_label_new (work->context, kind, text, colour, NULL, NULL);
}

/* Figures beside the axis; their heights are found with the plot. */
static double
make_axis (Work *work)
{
  double widest = 0.0;

  for (double share = 0.0; share <= 1.0; share += 2.0 * STEP)
    {
      g_autofree char *text = qd_number_text (share);
      QdChartLabel *label = make_label (work, QD_CHART_LABEL_VALUE, text, &work->style->faint);

      label->anchor.y = share;
      widest = fmax (widest, label->rect.width);
      g_ptr_array_add (work->layout->labels, label);
    }

  return widest;
}

static double
make_names (Work *work)
{
  work->names[0] = make_label (work, QD_CHART_LABEL_LAST, C_("calibration", "Confidence"),
                               &work->style->foreground);
  work->names[1] = make_label (work, QD_CHART_LABEL_LANDING, C_("calibration", "Grade"),
                               &work->style->foreground);

  return fmax (work->names[0]->rect.width, work->names[1]->rect.width) + NAME_GAP;
}

static void
forget_names (Work *work)
{
  for (guint i = 0; i < G_N_ELEMENTS (work->names); i++)
    g_clear_pointer (&work->names[i], qd_chart_label_free);
}

static void
make_frame (Work *work)
{
  QdCalibrationLayout *layout = work->layout;
  const double left = make_axis (work) + GAP;
  double names = make_names (work);

  work->line_height = work->names[0]->rect.height;
  if (names > layout->area.width * NAME_SHARE)
    {
      /* Half of the last week stands there, whose figures are no wider than high. */
      forget_names (work);
      names = work->line_height;
    }
  layout->plot.x = left;
  layout->plot.y = (work->line_height + GAP) / 2.0;
  layout->plot.width = layout->area.width - left - names;
  layout->plot.height = layout->area.height - layout->plot.y - work->line_height -
                        get_week_gap (work);
  if (layout->plot.width >= MIN_WIDTH &&
      layout->plot.height >= MIN_LINES * work->line_height)
    return;

  forget_names (work);
  g_ptr_array_set_size (layout->labels, 0);
  layout->plot.x = fmin (GAP, layout->area.width / 4.0);
  layout->plot.y = fmin (GAP, layout->area.height / 4.0);
  layout->plot.width = layout->area.width - 2.0 * layout->plot.x;
  layout->plot.height = layout->area.height - 2.0 * layout->plot.y;
}

/* Whoever was counted once is counted in each later week, so that no line has a gap. */
static void
place_lines (Work *work)
{
  QdCalibrationLayout *layout = work->layout;

  for (guint week = 0; week < QD_CALIBRATION_WEEKS; week++)
    {
      const QdCalibrationMean *mean = &work->calibration->weeks[week];
      const double x = map_week (work, week);
      QdChartPlace place;

      g_array_append_val (layout->weeks, x);
      if (mean->n == 0)
        continue;

      place = (QdChartPlace) { x, map_share (work, mean->confidence) };
      g_array_append_val (layout->confidence, place);
      place.y = map_share (work, mean->grade);
      g_array_append_val (layout->grade, place);
    }
  for (double share = 0.0; share <= 1.0; share += STEP)
    {
      const double y = map_share (work, share);

      g_array_append_val (layout->grid, y);
    }
}

static void
place_axis (Work *work)
{
  QdCalibrationLayout *layout = work->layout;

  for (guint i = 0; i < layout->labels->len; i++)
    {
      QdChartLabel *label = layout->labels->pdata[i];

      label->rect.x = layout->plot.x - GAP - label->rect.width;
      label->rect.y = map_share (work, label->anchor.y) - label->rect.height / 2.0;
    }
}

/* The ends of the lines, each name as near to its own as the other lets it. */
static void
place_names (Work *work)
{
  QdCalibrationLayout *layout = work->layout;
  const GArray *lines[] = { layout->confidence, layout->grade };
  QdChartSpan spans[2];
  guint upper;

  if (work->names[0] == NULL || layout->confidence->len == 0)
    {
      forget_names (work);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    work->names[i]->anchor = g_array_index (lines[i], QdChartPlace, lines[i]->len - 1);
  upper = work->names[0]->anchor.y <= work->names[1]->anchor.y ? 0 : 1;
  for (guint i = 0; i < 2; i++)
    {
      const QdChartLabel *label = work->names[(upper + i) % 2];

      spans[i] = (QdChartSpan) { 0.0, label->rect.height,
                                 label->anchor.y - label->rect.height / 2.0 };
    }
  qd_chart_spans_settle (spans, 2, 0.0, layout->area.height);
  for (guint i = 0; i < 2; i++)
    {
      QdChartLabel *label = work->names[(upper + i) % 2];

      label->rect.x = layout->plot.x + layout->plot.width + NAME_GAP;
      label->rect.y = spans[i].start;
    }
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (layout->labels, g_steal_pointer (&work->names[i]));
}

static QdChartLabel *
make_week (Work  *work,
           guint  week)
{
  g_autofree char *text = g_strdup_printf ("%u", week + 1);

  return make_label (work, QD_CHART_LABEL_DAY, text, &work->style->faint);
}

/* Each week, or as many as there is room for: the first and the last one always. */
static guint
choose_step (Work *work)
{
  static const guint steps[] = { 1, 2, 3, 4, 6 };
  g_autoptr (QdChartLabel) widest = make_week (work, QD_CALIBRATION_WEEKS - 1);
  const double week = work->layout->plot.width / (QD_CALIBRATION_WEEKS - 1);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (week * steps[i] >= widest->rect.width + WEEK_GAP)
      return steps[i];

  return QD_CALIBRATION_WEEKS - 1;
}

static void
place_weeks (Work *work)
{
  QdCalibrationLayout *layout = work->layout;
  const guint step = choose_step (work);

  if (layout->labels->len == 0)
    return;

  for (guint week = 0; week < QD_CALIBRATION_WEEKS; week += step)
    {
      QdChartLabel *label = make_week (work, week);

      qd_chart_label_centre (label, map_week (work, week),
                             layout->plot.y + layout->plot.height + get_week_gap (work) +
                             label->rect.height / 2.0);
      g_ptr_array_add (layout->labels, label);
    }
}

/**
 * qd_calibration_layout_new:
 * @calibration: what is drawn
 * @style: font and colours
 * @width: of the drawing, in pixels, above 0
 * @height: likewise
 *
 * Returns: (transfer full): where everything is
 */
QdCalibrationLayout *
qd_calibration_layout_new (const QdCalibration *calibration,
                           const QdChartStyle  *style,
                           double               width,
                           double               height)
{
  QdCalibrationLayout *self = g_new0 (QdCalibrationLayout, 1);
  Work work = { calibration, style, self, qd_chart_label_context (style), { NULL, NULL },
                0.0 };

  self->area = (QdChartRect) { 0.0, 0.0, width, height };
  self->grid = g_array_new (FALSE, FALSE, sizeof (double));
  self->weeks = g_array_new (FALSE, FALSE, sizeof (double));
  self->confidence = g_array_new (FALSE, FALSE, sizeof (QdChartPlace));
  self->grade = g_array_new (FALSE, FALSE, sizeof (QdChartPlace));
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_chart_label_free);

  make_frame (&work);
  place_axis (&work);
  place_lines (&work);
  place_weeks (&work);
  place_names (&work);
  g_object_unref (work.context);

  return self;
}

void
qd_calibration_layout_free (QdCalibrationLayout *self)
{
  g_array_unref (self->grid);
  g_array_unref (self->weeks);
  g_array_unref (self->confidence);
  g_array_unref (self->grade);
  g_ptr_array_unref (self->labels);
  g_free (self);
}
