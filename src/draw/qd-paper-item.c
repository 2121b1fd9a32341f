/* A thing on a page: marks that belong together, and how they are parted where they
 * are higher than a page.
 *
 * Whoever makes one counts from the left; where one writes from right to left, all
 * is turned over in the end.
 */

#include "config.h"

#include "qd-paper-item.h"

/* What measuring leaves, in points. */
#define TOLERANCE 0.01

#define BAR_HEIGHT 5.0

/* As numbers have it. */
#define MINUS "\u2212"

static void
mark_clear (gpointer data)
{
  QdPaperMark *mark = data;

  g_clear_object (&mark->text);
}

static void
item_clear (gpointer data)
{
  QdPaperItem *self = data;

  g_clear_object (&self->entity);
  g_array_unref (self->marks);
}

/* The upper end of a line of a text, from the top of the text. */
static double
line_top (PangoLayout *text,
          guint        line)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text);
  PangoRectangle whole;
  int top = 0;

  for (guint i = 0; i < line; i++)
    if (!pango_layout_iter_next_line (iter))
      break;
  pango_layout_iter_get_line_yrange (iter, &top, NULL);
  pango_layout_iter_free (iter);
  pango_layout_get_extents (text, NULL, &whole);
  if (line >= (guint) pango_layout_get_line_count (text))
    top = whole.y + whole.height;

  return (double) top / PANGO_SCALE;
}

/* How many of the lines that a mark shows end above @cut. */
static guint
count_above (const QdPaperMark *mark,
             double             cut)
{
  const double start = mark->y - line_top (mark->text, mark->first);
  guint n = 0;

  while (n < mark->n_lines &&
         start + line_top (mark->text, mark->first + n + 1) <= cut + TOLERANCE)
    n++;

  return n;
}

/* The last place, down to @room, at which nothing that belongs together is cut. */
static double
find_cut (const QdPaperItem *self,
          double             room)
{
  double cut = room;
  gboolean moved = TRUE;

  while (moved && cut > 0.0)
    {
      moved = FALSE;
      for (guint i = 0; i < self->marks->len; i++)
        {
          const QdPaperMark *mark = &g_array_index (self->marks, QdPaperMark, i);
          double top = mark->y;

          if (mark->kind == QD_PAPER_FRAME || mark->kind == QD_PAPER_STRIPE ||
              mark->y >= cut - TOLERANCE || mark->y + mark->height <= cut + TOLERANCE)
            continue;

          if (mark->kind == QD_PAPER_TEXT)
            top += line_top (mark->text, mark->first + count_above (mark, cut)) -
                   line_top (mark->text, mark->first);
          if (top < cut - TOLERANCE)
            {
              cut = top;
              moved = TRUE;
            }
        }
    }

  return cut;
}

static void
append_copy (GArray            *marks,
             const QdPaperMark *mark)
{
  QdPaperMark copy = *mark;

  if (copy.text != NULL)
    g_object_ref (copy.text);
  g_array_append_val (marks, copy);
}

/* Parts a text of which lines lie on both sides. */
static void
part_text (GArray            *above,
           GArray            *below,
           const QdPaperMark *mark,
           double             cut)
{
  const guint n = count_above (mark, cut);
  const double height = line_top (mark->text, mark->first + n) -
                        line_top (mark->text, mark->first);
  QdPaperMark part = *mark;

  part.n_lines = n;
  part.height = height;
  append_copy (above, &part);

  part.first = mark->first + n;
  part.n_lines = mark->n_lines - n;
  part.height = mark->height - height;
  part.y = mark->y + height;
  append_copy (below, &part);
}

static void
part_marks (QdPaperItem *self,
            GArray      *above,
            GArray      *below,
            double       cut)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const QdPaperMark *mark = &g_array_index (self->marks, QdPaperMark, i);

      if (mark->kind == QD_PAPER_FRAME || mark->kind == QD_PAPER_STRIPE)
        {
          append_copy (above, mark);
          append_copy (below, mark);
        }
      else if (mark->y + mark->height <= cut + TOLERANCE)
        append_copy (above, mark);
      else if (mark->y >= cut - TOLERANCE)
        append_copy (below, mark);
      else
        part_text (above, below, mark, cut);
    }
}

static GArray *
new_marks (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (QdPaperMark));

  g_array_set_clear_func (marks, mark_clear);

  return marks;
}

/* What is as high as the item becomes so. */
static void
stretch (QdPaperItem *self,
         double       height)
{
  self->height = height;
  for (guint i = 0; i < self->marks->len; i++)
    {
      QdPaperMark *mark = &g_array_index (self->marks, QdPaperMark, i);

      if (mark->kind == QD_PAPER_FRAME || mark->kind == QD_PAPER_STRIPE)
        mark->height = height - 2 * mark->y;
    }
}

/* Text that runs against the page would be aligned at its own start: a card has all
 * of its text on one side.
 */
static gboolean
runs_against (const QdPaperStyle *style,
              PangoLayout        *text)
{
  PangoLayoutLine *first = pango_layout_get_line_readonly (text, 0);

  return pango_layout_line_get_resolved_direction (first) ==
         (style->rtl ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);
}

/* Where one writes from right to left, the sign would go behind the number without a
 * mark. Returns NULL where there is none.
 */
static char *
keep_sign_before (const QdPaperStyle *style,
                  const char         *text)
{
  if (!style->rtl || (*text != '+' && !g_str_has_prefix (text, MINUS)))
    return NULL;

  return g_strconcat ("\u200e", text, NULL);
}

/**
 * qd_paper_item_new:
 * @kind: what it is
 * @entity: (nullable): the #QdEntity that it shows
 * @width: in points
 *
 * Returns: (transfer full): an item without marks
 */
QdPaperItem *
qd_paper_item_new (QdPaperKind kind,
                   gpointer    entity,
                   double      width)
{
  QdPaperItem *self = g_rc_box_new0 (QdPaperItem);

  self->kind = kind;
  self->width = width;
  g_set_object (&self->entity, entity);
  self->marks = new_marks ();

  return self;
}

/**
 * qd_paper_item_ref:
 * @self: an item
 *
 * Returns: (transfer full): the same
 */
QdPaperItem *
qd_paper_item_ref (QdPaperItem *self)
{
  return g_rc_box_acquire (self);
}

/**
 * qd_paper_item_unref:
 * @self: (transfer full): an item
 */
void
qd_paper_item_unref (QdPaperItem *self)
{
  g_rc_box_release_full (self, item_clear);
}

/**
 * qd_paper_item_add_text:
 * @self: an item that is being made
 * @style: what paper looks like
 * @font: its font
 * @colour: its colour, as 0xrrggbb
 * @align: where it stands in its width
 * @text: valid UTF-8
 * @x: from the left, in points
 * @y: from the top
 * @width: where its lines break; words that are longer break, too
 *
 * Returns: how high it is
 */
double
qd_paper_item_add_text (QdPaperItem        *self,
                        const QdPaperStyle *style,
                        QdPaperFont         font,
                        guint32             colour,
                        QdPaperAlign        align,
                        const char         *text,
                        double              x,
                        double              y,
                        double              width)
{
  const gboolean right = (align == QD_PAPER_END) != style->rtl;
  g_autofree char *marked = keep_sign_before (style, text);
  QdPaperMark mark = {
    .kind = QD_PAPER_TEXT, .x = x, .y = y, .width = width, .colour = colour,
    .progress = 0.0, .expected = 0.0,
  };
  PangoLayout *layout = pango_layout_new (style->context);
  PangoRectangle logical;

  pango_layout_set_font_description (layout, style->fonts[font]);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width, 1.0) * PANGO_SCALE));
  pango_layout_set_text (layout, marked != NULL ? marked : text, -1);
  if (align == QD_PAPER_CENTRE)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else if (right != runs_against (style, layout))
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_get_extents (layout, NULL, &logical);

  mark.text = layout;
  mark.n_lines = (guint) pango_layout_get_line_count (layout);
  mark.height = (double) logical.height / PANGO_SCALE;
  g_array_append_val (self->marks, mark);

  return mark.height;
}

/**
 * qd_paper_item_add_box:
 * @self: an item that is being made
 * @kind: %QD_PAPER_BOX, %QD_PAPER_FRAME or %QD_PAPER_STRIPE
 * @colour: its colour, as 0xrrggbb
 * @x: from the left, in points
 * @y: from the top; from the bottom, too, of what is as high as the item
 * @width: in points
 * @height: of a box
 */
void
qd_paper_item_add_box (QdPaperItem     *self,
                       QdPaperMarkKind  kind,
                       guint32          colour,
                       double           x,
                       double           y,
                       double           width,
                       double           height)
{
  const QdPaperMark mark = {
    .kind = kind, .x = x, .y = y, .width = width, .height = height, .colour = colour,
  };

  g_array_append_val (self->marks, mark);
}

/**
 * qd_paper_item_add_bar:
 * @self: an item that is being made
 * @style: what paper looks like
 * @progress: raw progress, 1.0 being 100 %, or NAN
 * @expected: expected progress, likewise
 * @x: from the left, in points
 * @y: of its middle, from the top
 * @width: in points
 */
void
qd_paper_item_add_bar (QdPaperItem        *self,
                       const QdPaperStyle *style,
                       double              progress,
                       double              expected,
                       double              x,
                       double              y,
                       double              width)
{
  const QdPaperMark mark = {
    .kind = QD_PAPER_BAR, .x = x, .y = y - BAR_HEIGHT / 2, .width = width,
    .height = BAR_HEIGHT, .colour = style->progress, .progress = progress,
    .expected = expected,
  };

  g_array_append_val (self->marks, mark);
}

/**
 * qd_paper_item_add_sign:
 * @self: an item that is being made
 * @colour: its colour, as 0xrrggbb
 * @sign: (nullable): the name of a sign, for qd_sign_shapes_draw()
 * @x: from the left, in points
 * @y: from the top
 * @size: of its square
 */
void
qd_paper_item_add_sign (QdPaperItem    *self,
                        guint32         colour,
                        const char     *sign,
                        double          x,
                        double          y,
                        double          size)
{
  const QdPaperMark mark = {
    .kind = QD_PAPER_SIGN, .x = x, .y = y, .width = size, .height = size,
    .colour = colour, .sign = g_intern_string (sign),
  };

  g_array_append_val (self->marks, mark);
}

/**
 * qd_paper_item_finish:
 * @self: an item that has all its marks
 * @style: what paper looks like
 * @height: how high it is
 *
 * Makes the frame as high as the item, and turns all over where one writes from
 * right to left.
 */
void
qd_paper_item_finish (QdPaperItem        *self,
                      const QdPaperStyle *style,
                      double              height)
{
  stretch (self, height);
  if (!style->rtl)
    return;

  for (guint i = 0; i < self->marks->len; i++)
    {
      QdPaperMark *mark = &g_array_index (self->marks, QdPaperMark, i);

      mark->x = self->width - mark->x - mark->width;
    }
}

/**
 * qd_paper_item_cut:
 * @self: an item that nobody else has
 * @room: how high it may be
 *
 * Shortens the item to what has room. Text is cut between lines, all else stays
 * whole.
 *
 * Returns: (transfer full) (nullable): the rest; %NULL where nothing has room
 */
QdPaperItem *
qd_paper_item_cut (QdPaperItem *self,
                   double       room)
{
  const double cut = find_cut (self, room);
  g_autoptr (GArray) above = NULL;
  QdPaperItem *rest;
  double bottom = 0.0;

  if (cut <= TOLERANCE || self->height <= room)
    return NULL;

  above = new_marks ();
  rest = qd_paper_item_new (self->kind, self->entity, self->width);
  rest->continued = TRUE;
  part_marks (self, above, rest->marks, cut);
  for (guint i = 0; i < rest->marks->len; i++)
    {
      QdPaperMark *mark = &g_array_index (rest->marks, QdPaperMark, i);

      if (mark->kind == QD_PAPER_FRAME || mark->kind == QD_PAPER_STRIPE)
        continue;
      mark->y -= cut;
      bottom = MAX (bottom, mark->y + mark->height);
    }
  stretch (rest, MAX (self->height - cut, bottom));
  g_array_unref (self->marks);
  self->marks = g_steal_pointer (&above);
  stretch (self, cut);

  return rest;
}
