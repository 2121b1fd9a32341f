/* Lanes side by side, each flowing over pages by itself.
 *
 * Where one lane is longer than a page it goes on at its place on the next one, and
 * the room of those that have ended stays empty.
 */

#include "config.h"

#include <math.h>

#include "qd-paper-flow.h"

/* In points. */
#define HEAD_GAP 5.0
#define PRELUDE_GAP 9.0

/* What adding up leaves. */
#define TOLERANCE 0.01

/* A lane on its way over the pages. */
typedef struct
{
  QdPaperLane *lane;
  guint next;
  gboolean begun;
} Stream;

/* The part of a page that a lane fills. */
typedef struct
{
  QdPaperLayout *layout;
  QdPaperPage *page;
  double y;
  double bottom;
  double taken; /* by what stands there and not on the pages after it */
  gboolean empty;
  gboolean leading; /* whether nothing stands there but what is never the last */
} Space;

static void
block_clear (gpointer data)
{
  QdPaperBlock *block = data;

  g_clear_pointer (&block->item, qd_paper_item_unref);
  g_clear_pointer (&block->heading, qd_paper_item_unref);
}

/* How much room the block and those that it must not leave behind need. */
static double
get_chain_height (const QdPaperLane *lane,
                  guint              first)
{
  double height = 0.0;

  for (guint i = first; i < lane->blocks->len; i++)
    {
      const QdPaperBlock *block = &g_array_index (lane->blocks, QdPaperBlock, i);

      height += block->item->height + (i > first ? block->gap : 0.0);
      if (!block->keep)
        break;
    }

  return height;
}

static void
put (Space             *space,
     const QdPaperLane *lane,
     QdPaperItem       *item,
     double             gap)
{
  qd_paper_layout_place (space->layout, space->page, item, lane->x, space->y + gap);
  space->y += gap + item->height;
}

/* Puts as much of the block as has room on a page that has nothing else yet, but what
 * may not stand alone. Returns whether all of it was put; at least something is, however
 * small the page.
 */
static gboolean
put_part (Space        *space,
          QdPaperLane  *lane,
          QdPaperBlock *block,
          double        gap)
{
  const double room = space->bottom - space->y - gap;
  QdPaperItem *rest = NULL;

  if (block->item->height > room + TOLERANCE)
    {
      rest = qd_paper_item_cut (block->item, room);
      if (rest == NULL && !space->empty)
        return FALSE;
    }
  put (space, lane, block->item, gap);
  if (rest == NULL)
    return TRUE;

  qd_paper_item_unref (block->item);
  block->item = rest;

  return FALSE;
}

/* Whether the block had better begin a page. Where it is the first, it would have no
 * more room there, unless this page also has what only it has.
 */
static gboolean
must_wait (const Space       *space,
           const QdPaperLane *lane,
           guint              next,
           double             room)
{
  const QdPaperBlock *block = &g_array_index (lane->blocks, QdPaperBlock, next);
  double height = get_chain_height (lane, next);

  if (space->empty && block->heading != NULL)
    height += block->heading->height + HEAD_GAP;

  return height > room && (!space->leading || height <= room + space->taken);
}

/* Returns whether it has come to its end. */
static gboolean
fill (Stream *stream,
      Space  *space)
{
  QdPaperLane *lane = stream->lane;
  const gboolean ended = stream->begun && stream->next == lane->blocks->len;

  stream->begun = TRUE;
  if (lane->head != NULL && (lane->lasting || !ended))
    {
      put (space, lane, lane->head, 0.0);
      space->y += HEAD_GAP;
    }

  for (; stream->next < lane->blocks->len; stream->next++)
    {
      QdPaperBlock *block = &g_array_index (lane->blocks, QdPaperBlock, stream->next);
      const double gap = space->empty ? 0.0 : block->gap;
      const double room = space->bottom - space->y - gap + TOLERANCE;

      if (must_wait (space, lane, stream->next, room))
        return FALSE;
      if (space->empty && block->heading != NULL)
        {
          put (space, lane, block->heading, 0.0);
          space->y += HEAD_GAP;
        }
      if (!put_part (space, lane, block, gap))
        return FALSE;
      space->empty = FALSE;
      space->leading = space->leading && block->keep;
    }

  return TRUE;
}

/**
 * qd_paper_lane_new:
 * @x: of its left, in points from the left margin
 * @head: (transfer full) (nullable): what stands above it on each page
 * @lasting: whether it also stands on the pages after the end of the lane
 *
 * Returns: (transfer full): a lane in which nothing stands
 */
QdPaperLane *
qd_paper_lane_new (double       x,
                   QdPaperItem *head,
                   gboolean     lasting)
{
  QdPaperLane *self = g_new0 (QdPaperLane, 1);

  self->x = x;
  self->head = head;
  self->lasting = lasting;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (QdPaperBlock));
  g_array_set_clear_func (self->blocks, block_clear);

  return self;
}

/**
 * qd_paper_lane_free:
 * @self: a lane
 */
void
qd_paper_lane_free (QdPaperLane *self)
{
  g_clear_pointer (&self->head, qd_paper_item_unref);
  g_array_unref (self->blocks);
  g_free (self);
}

/**
 * qd_paper_lane_add:
 * @self: a lane
 * @item: (transfer full): what comes next
 * @heading: (nullable): what stands above it where it begins a page
 * @gap: above it where it does not, in points
 * @keep: whether it is never the last on a page
 */
void
qd_paper_lane_add (QdPaperLane *self,
                   QdPaperItem *item,
                   QdPaperItem *heading,
                   double       gap,
                   gboolean     keep)
{
  const QdPaperBlock block = {
    .item = item, .heading = heading != NULL ? qd_paper_item_ref (heading) : NULL, .gap = gap,
    .keep = keep,
  };

  g_array_append_val (self->blocks, block);
}

/**
 * qd_paper_flow:
 * @layout: a layout that is being made
 * @head: what its pages begin with
 * @prelude: (nullable): what stands below the first head, as wide as the page
 * @lanes: (element-type QdPaperLane): what stands side by side; used up
 *
 * Adds the pages that the lanes need, one at least. What is kept together never
 * parts over pages, unless it is higher than a page.
 */
void
qd_paper_flow (QdPaperLayout *layout,
               QdPaperHead   *head,
               QdPaperItem   *prelude,
               GPtrArray     *lanes)
{
  g_autofree Stream *streams = g_new0 (Stream, lanes->len);
  const double bottom = layout->sheet.height - layout->sheet.margin_y;
  guint n_open;
  double top = qd_paper_layout_get_top (layout, head);

  for (guint i = 0; i < lanes->len; i++)
    streams[i].lane = g_ptr_array_index (lanes, i);

  do
    {
      QdPaperPage *page = qd_paper_layout_add_page (layout, head);
      double y = top;

      if (prelude != NULL)
        {
          qd_paper_layout_place (layout, page, prelude, 0.0, y);
          y += prelude->height + PRELUDE_GAP;
          prelude = NULL;
        }
      n_open = 0;
      for (guint i = 0; i < lanes->len; i++)
        {
          Space space = { layout, page, y, bottom, y - top, TRUE, TRUE };

          n_open += fill (&streams[i], &space) ? 0 : 1;
        }
    }
  while (n_open > 0);
}
