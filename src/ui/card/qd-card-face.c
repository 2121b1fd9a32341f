/* The face of a card: what is drawn on it and where.
 *
 * Eight hundred cards may be there at once, so a face is no tree of widgets but
 * a few Pango layouts, asked for when they are needed and given back when nobody
 * sees them. From start to end and top to bottom:
 *
 *   ▌ Objective                 ∿∿
 *   ▌ Title, up to four lines
 *   ▌ 200 → 500, now 350 users 50%
 *   ▌ ▬▬▬▬▬▬▬▬▬▬│▬──────────────
 *   ▌ ↗ On track  2/5  6 d    (MK)
 *
 * Lines that have nothing to say take no room, and a card without a foot has its
 * figures beside the initials. A compact card only shows how it stands:
 *
 *   ▌ Title, up to three lines
 *   ▌ ▬▬▬▬▬▬▬▬▬│▬────────── ⚠
 *
 * Coordinates are those of a left-to-right card;
 * mirror() turns them round.
 */

#include "config.h"

#include <math.h>

#include "widgets/qd-card-text.h"
#include "widgets/qd-card-tips.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-palette.h"
#include "widgets/qd-progress-line.h"
#include "widgets/qd-text-cache.h"

#include "qd-card-face.h"
#include "qd-card-foot.h"
#include "qd-card-geometry.h"
#include "qd-card-sparkline.h"

/* Lengths in pixels. */
#define STRIPE_WIDTH 4

/* The rest of the text steps back behind the title, but stays readable: at
 * least 4.5:1 on the backgrounds of GTK's themes. */
#define DIM_ALPHA 0.72f
#define TROUGH_ALPHA 0.13f

typedef enum
{
  TEXT_OBJECTIVE,
  TEXT_TITLE,
  TEXT_TITLE_COMPACT,
  TEXT_METRIC,
  TEXT_PERCENT,
  TEXT_INITIALS,
  N_TEXTS
} Text;

struct _QdCardFace
{
  GtkWidget *widget; /* (unowned): owns the face */
  QdCard *card;      /* (nullable) */
  gboolean compact;

  PangoLayout *texts[N_TEXTS]; /* each (nullable): made when it is needed */
  int widths[N_TEXTS];
  QdCardState *state;          /* (nullable): made when it is needed */
  QdCardFoot *foot;            /* (nullable): made when it is needed */
};

/* The colours of one drawing. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA trough;
  GdkRGBA objective;
} Colours;

static const QdTextStyle styles[N_TEXTS] = {
  [TEXT_OBJECTIVE] = { PANGO_SCALE_SMALL, 1 },
  [TEXT_TITLE] = { 1.0, 4 },
  [TEXT_TITLE_COMPACT] = { 1.0, 3 },
  [TEXT_METRIC] = { PANGO_SCALE_SMALL, 1 },
  [TEXT_PERCENT] = { PANGO_SCALE_SMALL, 1 },
  /* Two wide letters fit into a badge. */
  [TEXT_INITIALS] = { 0.72, 1 },
};

static const QdCardState *
ensure_state (QdCardFace *self)
{
  if (self->state == NULL)
    {
      self->state = g_new (QdCardState, 1);
      qd_card_state_init (self->state, self->card, qd_card_state_today (self->card));
    }

  return self->state;
}

/* Figures have no direction of their own; they are written in that of the
 * language, which is not always that of the interface around them. */
static char *
mark_figures (const char *figures)
{
  if (gtk_get_locale_direction () == GTK_TEXT_DIR_RTL)
    return g_strdup (figures);

  return g_strconcat ("\u200e", figures, NULL);
}

static char *
dup_words (QdCardFace *self,
           Text        text)
{
  g_autofree char *figures = NULL;

  switch (text)
    {
    case TEXT_OBJECTIVE:
      return qd_card_text_clip (
        qd_entity_get_title (QD_ENTITY (qd_card_get_objective (self->card))));

    case TEXT_TITLE:
    case TEXT_TITLE_COMPACT:
      return qd_card_text_title (self->card);

    case TEXT_METRIC:
      figures = qd_card_text_metric (self->card);
      return mark_figures (figures);

    case TEXT_PERCENT:
      figures = qd_number_format_percent (qd_card_state_get_progress (ensure_state (self)));
      return mark_figures (figures);

    case TEXT_INITIALS:
      return qd_person_dup_initials (qd_card_get_owner (self->card));

    case N_TEXTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A width of -1 is as much as the text needs. */
static PangoLayout *
ensure (QdCardFace *self,
        Text        text,
        int         width)
{
  g_autofree char *words = NULL;

  if (self->texts[text] != NULL && self->widths[text] == width)
    return self->texts[text];

  words = dup_words (self, text);
  g_clear_object (&self->texts[text]);
  self->texts[text] = qd_text_cache_get (self->widget, words, &styles[text], width);
  self->widths[text] = width;

  return self->texts[text];
}

/* How high a line of small text is, whatever is in it. */
static int
get_line_height (QdCardFace *self)
{
  g_autoptr (PangoLayout) sample = NULL;
  int height;

  sample = qd_text_cache_get (self->widget, "Äg1", &styles[TEXT_METRIC], -1);
  pango_layout_get_pixel_size (sample, NULL, &height);

  return height;
}

static QdCardFoot *
ensure_foot (QdCardFace *self,
             int         width)
{
  if (self->foot != NULL && qd_card_foot_get_width (self->foot) != width)
    g_clear_pointer (&self->foot, qd_card_foot_free);
  if (self->foot == NULL)
    self->foot = qd_card_foot_new (self->widget, ensure_state (self), self->compact, width);

  return self->foot;
}

static Text
get_title (QdCardFace *self)
{
  return self->compact ? TEXT_TITLE_COMPACT : TEXT_TITLE;
}

static void
lay_out (QdCardFace     *self,
         int             width,
         QdCardContents *contents,
         QdCardGeometry *geometry)
{
  const int text_width = MAX (width - QD_CARD_TEXT_X, 1);
  int title_height;

  pango_layout_get_pixel_size (ensure (self, get_title (self), text_width), NULL,
                               &title_height);
  qd_card_geometry_get_contents (self->card, ensure_state (self), self->compact, contents);
  qd_card_geometry_lay_out (contents, width, get_line_height (self), title_height, geometry);
}

static float
mirror (QdCardFace           *self,
        const QdCardGeometry *geometry,
        int                   x,
        int                   width)
{
  if (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL)
    return (float) (geometry->width - x - width);

  return (float) x;
}

static void
fill_pill (QdCardFace           *self,
           GtkSnapshot          *snapshot,
           const QdCardGeometry *geometry,
           const GdkRGBA        *rgba,
           int                   x,
           int                   y,
           int                   width,
           int                   height)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (mirror (self, geometry, x, width),
                                                        (float) y,
                                                        (float) width,
                                                        (float) height),
                                   (float) MIN (width, height) / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, rgba, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

/* Makes the origin the place of something so wide. */
static void
go_to (QdCardFace           *self,
       GtkSnapshot          *snapshot,
       const QdCardGeometry *geometry,
       int                   x,
       int                   y,
       int                   width)
{
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (mirror (self, geometry, x, width),
                                                (float) y));
}

static void
draw_layout (QdCardFace           *self,
             GtkSnapshot          *snapshot,
             const QdCardGeometry *geometry,
             const GdkRGBA        *rgba,
             PangoLayout          *layout,
             int                   x,
             int                   y,
             int                   width)
{
  gtk_snapshot_save (snapshot);
  go_to (self, snapshot, geometry, x, y, width);
  gtk_snapshot_append_layout (snapshot, layout, rgba);
  gtk_snapshot_restore (snapshot);
}

/* A line of small text in a place of fixed height: letters of another script
 * may be higher. */
static void
draw_line (QdCardFace           *self,
           GtkSnapshot          *snapshot,
           const QdCardGeometry *geometry,
           const GdkRGBA        *rgba,
           Text                  text,
           int                   y,
           int                   width)
{
  PangoLayout *layout = ensure (self, text, width);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  draw_layout (self, snapshot, geometry, rgba, layout,
               QD_CARD_TEXT_X, y + (geometry->line_height - height) / 2, width);
}

/* The figures, and behind them the percent where they have a line of their own. */
static void
draw_metric (QdCardFace           *self,
             GtkSnapshot          *snapshot,
             const QdCardGeometry *geometry,
             const QdCardContents *contents,
             const GdkRGBA        *dim)
{
  int end = geometry->metric_end;

  if (qd_card_geometry_has_metric_line (contents))
    {
      PangoLayout *percent = ensure (self, TEXT_PERCENT, -1);
      int width, height;

      pango_layout_get_pixel_size (percent, &width, &height);
      draw_layout (self, snapshot, geometry, dim, percent, end - width,
                   geometry->metric_y + (geometry->line_height - height) / 2, width);
      end -= width + QD_CARD_SPACING;
    }

  draw_line (self, snapshot, geometry, dim, TEXT_METRIC, geometry->metric_y,
             MAX (end - QD_CARD_TEXT_X, 1));
}

static void
draw_progress (QdCardFace           *self,
               GtkSnapshot          *snapshot,
               const QdCardGeometry *geometry,
               const Colours        *colours)
{
  const QdCardState *state = ensure_state (self);
  QdProgressLook look = { .progress = state->standing.progress,
                          .expected = state->standing.expected,
                          .colour = colours->objective,
                          .trough = colours->trough,
                          .mark = colours->text };
  const int width = geometry->bar_width;

  qd_palette_lookup (self->widget, "health-bad", &look.reverse);

  gtk_snapshot_save (snapshot);
  go_to (self, snapshot, geometry, QD_CARD_TEXT_X, geometry->bar_y, width);
  qd_progress_line_draw (snapshot, &look, width,
                         gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL);
  gtk_snapshot_restore (snapshot);
}

/* In the line of the objective, where there is room as a rule. */
static void
draw_sparkline (QdCardFace           *self,
                GtkSnapshot          *snapshot,
                const QdCardGeometry *geometry,
                const QdCardContents *contents,
                const GdkRGBA        *dim)
{
  int height = contents->objective ? geometry->line_height : QD_PROGRESS_LINE_HEIGHT;
  int y = contents->objective ? 0 : geometry->bar_y;

  gtk_snapshot_save (snapshot);
  go_to (self, snapshot, geometry, geometry->width - QD_CARD_SPARKLINE_WIDTH,
         y + (height - QD_CARD_SPARKLINE_HEIGHT) / 2, QD_CARD_SPARKLINE_WIDTH);
  qd_card_sparkline_draw (ensure_state (self), snapshot, dim);
  gtk_snapshot_restore (snapshot);
}

static int
get_foot_width (const QdCardGeometry *geometry)
{
  return MAX (geometry->foot_end - geometry->foot_x, 1);
}

static void
draw_signs (QdCardFace           *self,
            GtkSnapshot          *snapshot,
            const QdCardGeometry *geometry,
            const GdkRGBA        *dim)
{
  const int width = get_foot_width (geometry);

  gtk_snapshot_save (snapshot);
  go_to (self, snapshot, geometry, geometry->foot_x, geometry->foot_y, width);
  qd_card_foot_snapshot (ensure_foot (self, width), snapshot, dim, geometry->foot_height);
  gtk_snapshot_restore (snapshot);
}

/* Those that are wide take of the space before them. */
static void
draw_initials (QdCardFace           *self,
               GtkSnapshot          *snapshot,
               const QdCardGeometry *geometry,
               const GdkRGBA        *text,
               const GdkRGBA        *background)
{
  PangoLayout *initials = ensure (self, TEXT_INITIALS, -1);
  const int size = geometry->badge_size;
  int x, width, height, badge;

  pango_layout_get_pixel_size (initials, &width, &height);
  badge = CLAMP (width + QD_CARD_SPACING, size, size + QD_CARD_SPACING);
  x = geometry->width - badge;
  fill_pill (self, snapshot, geometry, background, x, geometry->foot_y, badge, size);
  draw_layout (self, snapshot, geometry, text, initials,
               x + (badge - width) / 2, geometry->foot_y + (size - height) / 2, width);
}

static void
get_colours (QdCardFace *self,
             Colours    *colours)
{
  QdObjective *objective = qd_card_get_objective (self->card);
  const char *css_class = "no-objective";

  gtk_style_context_get_color (gtk_widget_get_style_context (self->widget), &colours->text);
  colours->dim = colours->text;
  colours->dim.alpha *= DIM_ALPHA;
  colours->trough = colours->text;
  colours->trough.alpha *= TROUGH_ALPHA;

  if (objective != NULL)
    css_class = qd_palette_get_class (qd_objective_get_colour (objective));
  qd_palette_lookup (self->widget, css_class, &colours->objective);
}

/* The text that is at a height, where it was cut short. */
static char *
dup_shortened (QdCardFace           *self,
               const QdCardGeometry *geometry,
               int                   y)
{
  PangoLayout *shortened = NULL;

  if (y < geometry->title_y)
    shortened = self->texts[TEXT_OBJECTIVE];
  else if (y < geometry->metric_y)
    shortened = self->texts[TEXT_TITLE];
  else
    shortened = self->texts[TEXT_METRIC];

  if (shortened == NULL || !pango_layout_is_ellipsized (shortened))
    return NULL;

  return g_strdup (pango_layout_get_text (shortened));
}

static void
append_line (GString    *lines,
             const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/* What a compact card leaves out. */
static char *
dup_summary (QdCardFace *self)
{
  PangoLayout *title = self->texts[TEXT_TITLE_COMPACT];
  GString *lines = g_string_new (NULL);

  if (pango_layout_is_ellipsized (title))
    append_line (lines, pango_layout_get_text (title));
  if (qd_card_get_objective (self->card) != NULL)
    {
      g_autofree char *objective = dup_words (self, TEXT_OBJECTIVE);

      append_line (lines, objective);
    }
  if (!isnan (qd_card_state_get_progress (ensure_state (self))))
    {
      g_autofree char *progress = qd_card_tips_dup_progress (ensure_state (self));

      append_line (lines, progress);
    }

  return g_string_free (lines, lines->len == 0);
}

/**
 * qd_card_face_new:
 * @widget: what the face is drawn on; must outlive it
 *
 * Returns: (transfer full): the face of no card
 */
QdCardFace *
qd_card_face_new (GtkWidget *widget)
{
  QdCardFace *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_new0 (QdCardFace, 1);
  self->widget = widget;

  return self;
}

/**
 * qd_card_face_free:
 * @self: (transfer full): a face
 */
void
qd_card_face_free (QdCardFace *self)
{
  qd_card_face_set_card (self, NULL);
  g_free (self);
}

/**
 * qd_card_face_set_card:
 * @self: a face
 * @card: (nullable): the card to show
 */
void
qd_card_face_set_card (QdCardFace *self,
                       QdCard     *card)
{
  g_return_if_fail (self != NULL);

  qd_card_face_forget (self);
  g_set_object (&self->card, card);
}

/**
 * qd_card_face_set_compact:
 * @self: a face
 * @compact: whether it only shows title, colour and progress
 *
 * Returns: whether that is new
 */
gboolean
qd_card_face_set_compact (QdCardFace *self,
                          gboolean    compact)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->compact == compact)
    return FALSE;

  qd_card_face_forget (self);
  self->compact = compact;

  return TRUE;
}

/**
 * qd_card_face_forget:
 * @self: a face
 *
 * Drops what was worked out about the card: it changed, or nobody sees it.
 */
void
qd_card_face_forget (QdCardFace *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_object (&self->texts[i]);
  g_clear_pointer (&self->foot, qd_card_foot_free);
  g_clear_pointer (&self->state, g_free);
}

/**
 * qd_card_face_measure:
 * @self: a face
 * @width: in pixels
 *
 * Returns: the height that the face needs at this width, in pixels
 */
int
qd_card_face_measure (QdCardFace *self,
                      int         width)
{
  QdCardContents contents;
  QdCardGeometry geometry;

  g_return_val_if_fail (self != NULL, 0);

  if (self->card == NULL)
    return 0;

  lay_out (self, width, &contents, &geometry);

  return geometry.height;
}

/**
 * qd_card_face_snapshot:
 * @self: a face
 * @snapshot: where to draw, at the origin
 * @width: in pixels
 * @height: in pixels
 */
void
qd_card_face_snapshot (QdCardFace  *self,
                       GtkSnapshot *snapshot,
                       int          width,
                       int          height)
{
  QdCardContents contents;
  QdCardGeometry geometry;
  Colours colours;

  g_return_if_fail (self != NULL);

  if (self->card == NULL)
    return;

  lay_out (self, width, &contents, &geometry);
  get_colours (self, &colours);

  fill_pill (self, snapshot, &geometry, &colours.objective, 0, 0, STRIPE_WIDTH, height);
  if (contents.objective)
    draw_line (self, snapshot, &geometry, &colours.dim, TEXT_OBJECTIVE, 0,
               MAX (geometry.text_width -
                    (contents.sparkline ? QD_CARD_SPARKLINE_WIDTH + QD_CARD_SPACING : 0), 1));
  draw_layout (self, snapshot, &geometry, &colours.text, self->texts[get_title (self)],
               QD_CARD_TEXT_X, geometry.title_y, geometry.text_width);

  if (contents.metric)
    draw_metric (self, snapshot, &geometry, &contents, &colours.dim);
  if (contents.progress)
    draw_progress (self, snapshot, &geometry, &colours);
  if (contents.sparkline && (contents.objective || contents.progress))
    draw_sparkline (self, snapshot, &geometry, &contents, &colours.dim);
  if (contents.signs)
    draw_signs (self, snapshot, &geometry, &colours.dim);
  if (contents.owner)
    draw_initials (self, snapshot, &geometry, &colours.text, &colours.trough);
}

/**
 * qd_card_face_dup_tooltip:
 * @self: a face
 * @store: (nullable): the file that knows what was answered to badges
 * @width: its width in pixels
 * @height: its height in pixels
 * @x: a point on it
 * @y: a point on it
 *
 * Returns: (transfer full) (nullable): what there is to add about the thing at
 *   the point: the name behind initials, the sentence behind a sign, the whole of
 *   a shortened text
 */
char *
qd_card_face_dup_tooltip (QdCardFace *self,
                          QdStore    *store,
                          int         width,
                          int         height,
                          int         x,
                          int         y)
{
  QdCardContents contents;
  QdCardGeometry geometry;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->card == NULL)
    return NULL;

  lay_out (self, width, &contents, &geometry);
  x = (int) mirror (self, &geometry, x, 0);

  if (contents.owner && x >= width - geometry.badge_size && y >= geometry.foot_y)
    {
      QdPerson *owner = qd_card_get_owner (self->card);

      return qd_card_text_clip (qd_entity_get_title (QD_ENTITY (owner)));
    }

  if (contents.signs && y >= geometry.foot_y &&
      (!contents.compact || x >= geometry.foot_x - QD_CARD_SPACING))
    return qd_card_foot_dup_tooltip (ensure_foot (self, get_foot_width (&geometry)),
                                     store, self->card, x - geometry.foot_x);
  if (contents.compact)
    return dup_summary (self);
  if (contents.progress && y >= geometry.metric_y + geometry.line_height)
    return qd_card_tips_dup_progress (ensure_state (self));

  return dup_shortened (self, &geometry, y);
}
