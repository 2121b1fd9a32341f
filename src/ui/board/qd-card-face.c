/* The face of a card: what is drawn on it and where.
 *
 * Eight hundred cards may be there at once, so a face is no tree of widgets but
 * a few Pango layouts, asked for when they are needed and given back when nobody
 * sees them. From start to end and top to bottom:
 *
 *   ▌ Objective
 *   ▌ Title, up to four lines
 *   ▌ 200 → 500, now 350 users
 *   ▌ ▬▬▬▬▬▬▬▬──────  50%  (MK)
 *
 * Lines that have nothing to say take no room. Coordinates are those of a
 * left-to-right card; mirror() turns them round.
 */

#include "config.h"

#include <math.h>

#include "method/qd-progress.h"
#include "widgets/qd-card-text.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-palette.h"
#include "widgets/qd-text-cache.h"

#include "qd-card-face.h"

/* Lengths in pixels. */
#define STRIPE_WIDTH 4
#define TEXT_X 12
#define OBJECTIVE_GAP 2
#define METRIC_GAP 2
#define FOOT_GAP 4
#define SPACING 6
#define BAR_HEIGHT 6
#define BADGE_SIZE 18

/* The rest of the text steps back behind the title, but stays readable: at
 * least 4.5:1 on the backgrounds of GTK's themes. */
#define DIM_ALPHA 0.72f
#define TROUGH_ALPHA 0.13f

typedef enum
{
  TEXT_OBJECTIVE,
  TEXT_TITLE,
  TEXT_METRIC,
  TEXT_PERCENT,
  TEXT_INITIALS,
  N_TEXTS
} Text;

struct _QdCardFace
{
  GtkWidget *widget; /* (unowned): owns the face */
  QdCard *card;      /* (nullable) */

  PangoLayout *texts[N_TEXTS]; /* each (nullable): made when it is needed */
  int widths[N_TEXTS];
};

/* Where things are, for one width. */
typedef struct
{
  int width;
  int text_width;
  int line_height;
  int title_y;
  int metric_y;
  int foot_y;
  int foot_height;
  int height;
} Geometry;

/* What there is to show of a card. */
typedef struct
{
  gboolean objective;
  gboolean metric;
  gboolean progress;
  gboolean owner;
} Contents;

static const QdTextStyle styles[N_TEXTS] = {
  [TEXT_OBJECTIVE] = { PANGO_SCALE_SMALL, 1 },
  [TEXT_TITLE] = { 1.0, 4 },
  [TEXT_METRIC] = { PANGO_SCALE_SMALL, 1 },
  [TEXT_PERCENT] = { PANGO_SCALE_SMALL, 1 },
  /* Two wide letters fit into a badge. */
  [TEXT_INITIALS] = { 0.72, 1 },
};

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
      return qd_card_text_clip (qd_entity_get_title (QD_ENTITY (qd_card_get_objective (self->card))));

    case TEXT_TITLE:
      return qd_card_text_title (self->card);

    case TEXT_METRIC:
      figures = qd_card_text_metric (self->card);
      return mark_figures (figures);

    case TEXT_PERCENT:
      figures = qd_number_format_percent (qd_card_text_progress (self->card));
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

static void
get_contents (QdCardFace *self,
              Contents   *contents)
{
  contents->objective = qd_card_get_objective (self->card) != NULL;
  contents->metric = qd_card_text_has_metric (self->card);
  contents->progress = !isnan (qd_card_text_progress (self->card));
  contents->owner = qd_card_get_owner (self->card) != NULL;
}

/* Without a bar the figures have its place at the foot. */
static void
lay_out (QdCardFace     *self,
         const Contents *contents,
         int             width,
         Geometry       *geometry)
{
  int title_height, y = 0;

  geometry->width = width;
  geometry->text_width = MAX (width - TEXT_X, 1);
  geometry->line_height = get_line_height (self);

  if (contents->objective)
    y += geometry->line_height + OBJECTIVE_GAP;

  pango_layout_get_pixel_size (ensure (self, TEXT_TITLE, geometry->text_width),
                               NULL, &title_height);
  geometry->title_y = y;
  y += title_height;

  geometry->metric_y = y + METRIC_GAP;
  if (contents->metric && contents->progress)
    y = geometry->metric_y + geometry->line_height;

  geometry->foot_y = y + FOOT_GAP;
  geometry->foot_height = 0;
  if (contents->metric || contents->progress)
    geometry->foot_height = geometry->line_height;
  if (contents->owner)
    geometry->foot_height = MAX (geometry->foot_height, BADGE_SIZE);

  if (geometry->foot_height > 0)
    y = geometry->foot_y + geometry->foot_height;
  if (contents->metric && !contents->progress)
    geometry->metric_y = geometry->foot_y +
                         (geometry->foot_height - geometry->line_height) / 2;

  geometry->height = y;
}

static float
mirror (QdCardFace     *self,
        const Geometry *geometry,
        int             x,
        int             width)
{
  if (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL)
    return (float) (geometry->width - x - width);

  return (float) x;
}

static void
fill_pill (QdCardFace     *self,
           GtkSnapshot    *snapshot,
           const Geometry *geometry,
           const GdkRGBA  *rgba,
           int             x,
           int             y,
           int             width,
           int             height)
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

static void
draw_layout (QdCardFace     *self,
             GtkSnapshot    *snapshot,
             const Geometry *geometry,
             const GdkRGBA  *rgba,
             PangoLayout    *layout,
             int             x,
             int             y,
             int             width)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (mirror (self, geometry, x, width),
                                                (float) y));
  gtk_snapshot_append_layout (snapshot, layout, rgba);
  gtk_snapshot_restore (snapshot);
}

/* A line of small text in a place of fixed height: letters of another script
 * may be higher. */
static void
draw_line (QdCardFace     *self,
           GtkSnapshot    *snapshot,
           const Geometry *geometry,
           const GdkRGBA  *rgba,
           Text            text,
           int             y,
           int             width)
{
  PangoLayout *layout = ensure (self, text, width);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  draw_layout (self, snapshot, geometry, rgba, layout,
               TEXT_X, y + (geometry->line_height - height) / 2, width);
}

static void
draw_progress (QdCardFace     *self,
               GtkSnapshot    *snapshot,
               const Geometry *geometry,
               const GdkRGBA  *colour,
               const GdkRGBA  *dim,
               const GdkRGBA  *trough,
               int             end)
{
  PangoLayout *percent = ensure (self, TEXT_PERCENT, -1);
  double progress = qd_progress_clamp (qd_card_text_progress (self->card));
  int percent_width, percent_height, bar_y, bar_width, done;

  pango_layout_get_pixel_size (percent, &percent_width, &percent_height);
  draw_layout (self, snapshot, geometry, dim, percent,
               end - percent_width,
               geometry->foot_y + (geometry->foot_height - percent_height) / 2,
               percent_width);

  bar_width = end - percent_width - SPACING - TEXT_X;
  if (bar_width < BAR_HEIGHT)
    return;

  bar_y = geometry->foot_y + (geometry->foot_height - BAR_HEIGHT) / 2;
  fill_pill (self, snapshot, geometry, trough,
             TEXT_X, bar_y, bar_width, BAR_HEIGHT);

  done = (int) round (progress * bar_width);
  if (done > 0)
    fill_pill (self, snapshot, geometry, colour,
               TEXT_X, bar_y, MAX (done, BAR_HEIGHT), BAR_HEIGHT);
}

static void
draw_initials (QdCardFace     *self,
               GtkSnapshot    *snapshot,
               const Geometry *geometry,
               const GdkRGBA  *text,
               const GdkRGBA  *background)
{
  PangoLayout *initials = ensure (self, TEXT_INITIALS, -1);
  int x = geometry->width - BADGE_SIZE;
  int y = geometry->foot_y + (geometry->foot_height - BADGE_SIZE) / 2;
  int width, height;

  pango_layout_get_pixel_size (initials, &width, &height);
  fill_pill (self, snapshot, geometry, background,
             x, y, BADGE_SIZE, BADGE_SIZE);
  draw_layout (self, snapshot, geometry, text, initials,
               x + (BADGE_SIZE - width) / 2, y + (BADGE_SIZE - height) / 2,
               width);
}

static void
get_colour (QdCardFace *self,
            GdkRGBA    *colour)
{
  QdObjective *objective = qd_card_get_objective (self->card);
  const char *css_class = "no-objective";

  if (objective != NULL)
    css_class = qd_palette_get_class (qd_objective_get_colour (objective));

  qd_palette_lookup (self->widget, css_class, colour);
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
  Contents contents;
  Geometry geometry;

  g_return_val_if_fail (self != NULL, 0);

  if (self->card == NULL)
    return 0;

  get_contents (self, &contents);
  lay_out (self, &contents, width, &geometry);

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
  Contents contents;
  Geometry geometry;
  GdkRGBA text, dim, trough, colour;
  int end = width;

  g_return_if_fail (self != NULL);

  if (self->card == NULL)
    return;

  get_contents (self, &contents);
  lay_out (self, &contents, width, &geometry);

  gtk_style_context_get_color (gtk_widget_get_style_context (self->widget), &text);
  dim = text;
  dim.alpha *= DIM_ALPHA;
  trough = text;
  trough.alpha *= TROUGH_ALPHA;
  get_colour (self, &colour);

  fill_pill (self, snapshot, &geometry, &colour, 0, 0, STRIPE_WIDTH, height);
  if (contents.objective)
    draw_line (self, snapshot, &geometry, &dim, TEXT_OBJECTIVE,
               0, geometry.text_width);
  draw_layout (self, snapshot, &geometry, &text, self->texts[TEXT_TITLE],
               TEXT_X, geometry.title_y, geometry.text_width);

  if (contents.owner)
    {
      draw_initials (self, snapshot, &geometry, &text, &trough);
      end -= BADGE_SIZE + SPACING;
    }
  if (contents.metric)
    draw_line (self, snapshot, &geometry, &dim, TEXT_METRIC, geometry.metric_y,
               contents.progress ? geometry.text_width : MAX (end - TEXT_X, 1));
  if (contents.progress)
    draw_progress (self, snapshot, &geometry, &colour, &dim, &trough, end);
}

/**
 * qd_card_face_dup_tooltip:
 * @self: a face
 * @width: its width in pixels
 * @height: its height in pixels
 * @x: a point on it
 * @y: a point on it
 *
 * Returns: (transfer full) (nullable): what there is to add about the thing at
 *   the point: the name behind initials, the whole of a shortened text
 */
char *
qd_card_face_dup_tooltip (QdCardFace *self,
                          int         width,
                          int         height,
                          int         x,
                          int         y)
{
  PangoLayout *shortened = NULL;
  Contents contents;
  Geometry geometry;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->card == NULL)
    return NULL;

  get_contents (self, &contents);
  lay_out (self, &contents, width, &geometry);
  x = (int) mirror (self, &geometry, x, 0);

  if (contents.owner && x >= width - BADGE_SIZE && y >= geometry.foot_y)
    {
      QdPerson *owner = qd_card_get_owner (self->card);

      return qd_card_text_clip (qd_entity_get_title (QD_ENTITY (owner)));
    }

  if (y < geometry.title_y)
    shortened = self->texts[TEXT_OBJECTIVE];
  else if (y < geometry.metric_y)
    shortened = self->texts[TEXT_TITLE];
  else
    shortened = self->texts[TEXT_METRIC];

  if (shortened == NULL || !pango_layout_is_ellipsized (shortened))
    return NULL;

  return g_strdup (pango_layout_get_text (shortened));
}
