/* Pages: what stands where on which of them.
 *
 * Items are placed from the left; where one writes from right to left, the page is
 * turned over. Heads come last, when it is known how many pages there are.
 */

#include "config.h"

#include <math.h>

#include "qd-paper-head.h"
#include "qd-paper-layout.h"

#define POINTS_PER_MM (72.0 / 25.4)

/* In points. */
#define MARGIN 36.0
#define HEAD_GAP 9.0

static void
head_free (gpointer data)
{
  QdPaperHead *head = data;

  g_free (head->title);
  g_free (head->subtitle);
  g_free (head->note);
  g_free (head->date);
  g_free (head->words);
  g_free (head);
}

static void
place_clear (gpointer data)
{
  QdPaperPlace *place = data;

  g_clear_pointer (&place->item, qd_paper_item_unref);
}

static void
page_free (gpointer data)
{
  QdPaperPage *page = data;

  g_array_unref (page->places);
  g_free (page);
}

static void
place_head (QdPaperLayout *self,
            guint          number)
{
  QdPaperPage *page = g_ptr_array_index (self->pages, number);
  const guint n_pages = isfinite (self->sheet.height) ? self->pages->len : 0;
  QdPaperPlace place = { .x = self->sheet.margin_x, .y = self->sheet.margin_y };

  place.item = qd_paper_head_item (page->head, self->style, qd_paper_layout_get_width (self),
                                   number + 1, n_pages);
  g_array_prepend_val (page->places, place);
}

/**
 * qd_paper_sheet_init:
 * @sheet: (out caller-allocates): what is to be set
 * @size: the paper
 * @landscape: whether it lies on its long side
 */
void
qd_paper_sheet_init (QdPaperSheet *sheet,
                     QdPaperSize   size,
                     gboolean      landscape)
{
  const double width = size == QD_PAPER_LETTER ? 8.5 * 72.0 : 210.0 * POINTS_PER_MM;
  const double height = size == QD_PAPER_LETTER ? 11.0 * 72.0 : 297.0 * POINTS_PER_MM;

  *sheet = (QdPaperSheet) {
    .width = landscape ? height : width, .height = landscape ? width : height,
    .margin_x = MARGIN, .margin_y = MARGIN,
  };
}

/**
 * qd_paper_layout_new:
 * @sheet: what is written on
 * @rtl: whether one writes from right to left
 *
 * Returns: (transfer full): a layout without pages
 */
QdPaperLayout *
qd_paper_layout_new (const QdPaperSheet *sheet,
                     gboolean            rtl)
{
  QdPaperLayout *self = g_new0 (QdPaperLayout, 1);

  self->sheet = *sheet;
  self->style = qd_paper_style_new (rtl);
  self->heads = g_ptr_array_new_with_free_func (head_free);
  self->pages = g_ptr_array_new_with_free_func (page_free);

  return self;
}

/**
 * qd_paper_layout_free:
 * @self: a layout
 */
void
qd_paper_layout_free (QdPaperLayout *self)
{
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->heads);
  qd_paper_style_free (self->style);
  g_free (self->note);
  g_free (self);
}

/**
 * qd_paper_layout_take_note:
 * @self: a layout that has no heads yet
 * @note: (transfer full) (nullable): what is left out of all of it
 *
 * Says so in each of its heads.
 */
void
qd_paper_layout_take_note (QdPaperLayout *self,
                           char          *note)
{
  g_return_if_fail (self->heads->len == 0);

  g_free (self->note);
  self->note = note;
}

/**
 * qd_paper_layout_add_head:
 * @self: a layout that is being made
 * @title: (transfer full): what the pages are about
 * @subtitle: (transfer full) (nullable): what is said below it
 * @today: the day on which they are made
 *
 * Returns: (transfer none): the head of a part, without a bar
 */
QdPaperHead *
qd_paper_layout_add_head (QdPaperLayout *self,
                          char          *title,
                          char          *subtitle,
                          QdDay          today)
{
  QdPaperHead *head = g_new0 (QdPaperHead, 1);

  head->title = title;
  head->subtitle = subtitle;
  head->note = g_strdup (self->note);
  head->date = qd_day_to_long (today);
  if (head->date == NULL)
    head->date = g_strdup ("");
  head->progress = NAN;
  head->expected = NAN;
  g_ptr_array_add (self->heads, head);

  return head;
}

/**
 * qd_paper_layout_get_width:
 * @self: a layout
 *
 * Returns: how much lies between the margins
 */
double
qd_paper_layout_get_width (const QdPaperLayout *self)
{
  return MAX (self->sheet.width - 2 * self->sheet.margin_x, 1.0);
}

/**
 * qd_paper_layout_get_top:
 * @self: a layout
 * @head: a head of it
 *
 * Returns: where pages with that head begin below it
 */
double
qd_paper_layout_get_top (const QdPaperLayout *self,
                         const QdPaperHead   *head)
{
  g_autoptr (QdPaperItem) item = NULL;

  item = qd_paper_head_item (head, self->style, qd_paper_layout_get_width (self), 1, 1);

  return self->sheet.margin_y + item->height + HEAD_GAP;
}

/**
 * qd_paper_layout_add_page:
 * @self: a layout that is being made
 * @head: the head of its part
 *
 * Returns: (transfer none): one more page
 */
QdPaperPage *
qd_paper_layout_add_page (QdPaperLayout *self,
                          QdPaperHead   *head)
{
  QdPaperPage *page = g_new0 (QdPaperPage, 1);

  page->head = head;
  page->places = g_array_new (FALSE, FALSE, sizeof (QdPaperPlace));
  g_array_set_clear_func (page->places, place_clear);
  page->height = isfinite (self->sheet.height)
                   ? self->sheet.height
                   : qd_paper_layout_get_top (self, head) + self->sheet.margin_y;
  g_ptr_array_add (self->pages, page);

  return page;
}

/**
 * qd_paper_layout_place:
 * @self: a layout that is being made
 * @page: one of its pages
 * @item: what is placed
 * @x: of its left, from the left margin
 * @y: of its top, from the top of the sheet
 */
void
qd_paper_layout_place (QdPaperLayout *self,
                       QdPaperPage   *page,
                       QdPaperItem   *item,
                       double         x,
                       double         y)
{
  const double width = qd_paper_layout_get_width (self);
  QdPaperPlace place = { .y = y };

  place.item = qd_paper_item_ref (item);
  place.x = self->sheet.margin_x + (self->style->rtl ? width - x - item->width : x);
  g_array_append_val (page->places, place);
  if (!isfinite (self->sheet.height))
    page->height = MAX (page->height, y + item->height + self->sheet.margin_y);
}

/**
 * qd_paper_layout_finish:
 * @self: a layout that has all its pages
 *
 * Puts the heads on them.
 */
void
qd_paper_layout_finish (QdPaperLayout *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    place_head (self, i);
}

/**
 * qd_paper_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: how many pages it has
 */
guint
qd_paper_layout_get_n_pages (const QdPaperLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * qd_paper_layout_get_size:
 * @self: a layout
 * @page: the number of a page, from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
qd_paper_layout_get_size (const QdPaperLayout *self,
                          guint                page,
                          double              *width,
                          double              *height)
{
  g_return_if_fail (self != NULL && page < self->pages->len);

  *width = self->sheet.width;
  *height = ((QdPaperPage *) g_ptr_array_index (self->pages, page))->height;
}

/**
 * qd_paper_layout_draw:
 * @self: a layout
 * @page: the number of a page, from 0
 * @cr: where it is drawn, from the corner of the sheet on, in points
 */
void
qd_paper_layout_draw (const QdPaperLayout *self,
                      guint                page,
                      cairo_t             *cr)
{
  const QdPaperPage *drawn;

  g_return_if_fail (self != NULL && page < self->pages->len);
  g_return_if_fail (cr != NULL);

  drawn = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < drawn->places->len; i++)
    {
      const QdPaperPlace *place = &g_array_index (drawn->places, QdPaperPlace, i);

      cairo_save (cr);
      cairo_translate (cr, place->x, place->y);
      qd_paper_item_draw (place->item, self->style, cr);
      cairo_restore (cr);
    }
}
