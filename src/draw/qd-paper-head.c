/* What each page begins with: what it is about, how that stands, and which page of
 * how many it is.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-paper-head.h"

/* In points. */
#define GAP 14.0
#define BAR_WIDTH 130.0
#define PAGE_WIDTH 100.0
#define LINE_GAP 2.0
#define RULE_GAP 6.0
#define RULE_HEIGHT 0.8

/* The middle of the bar, beside the title. */
#define BAR_Y 11.0

/* Below the first line, beside the subtitle. */
#define SECOND_LINE 20.0

/* No wider than a third of the head, so that there is room for the title. */
static double
fit (double width,
     double wanted)
{
  return MIN (wanted, width / 3.0);
}

/* Returns how high it is. */
static double
add_page (QdPaperItem        *item,
          const QdPaperHead  *head,
          const QdPaperStyle *style,
          guint               page,
          guint               n_pages)
{
  const double width = fit (item->width, PAGE_WIDTH);
  const double x = item->width - width;
  double height = 0.0;

  if (n_pages > 0)
    {
      g_autofree char *words = NULL;

      /* Translators: the number of a page, and how many there are */
      words = g_strdup_printf (_("Page %u of %u"), page, n_pages);
      height = qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->faint,
                                       QD_PAPER_END, words, x, 5.0, width) + 5.0;
    }
  height = MAX (height, n_pages > 0 ? SECOND_LINE : 5.0);

  return height + qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->faint,
                                          QD_PAPER_END, head->date, x, height, width);
}

/* Returns how high it is. */
static double
add_progress (QdPaperItem        *item,
              const QdPaperHead  *head,
              const QdPaperStyle *style,
              double              x,
              double              width)
{
  qd_paper_item_add_bar (item, style, head->progress, head->expected, x, BAR_Y, width);

  return SECOND_LINE + qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->ink,
                                               QD_PAPER_START, head->words, x, SECOND_LINE,
                                               width);
}

/**
 * qd_paper_head_item:
 * @head: what it says
 * @style: what paper looks like
 * @width: in points
 * @page: the number of the page, from 1
 * @n_pages: how many there are; 0 where that is not said
 *
 * Returns: (transfer full): the head; it is as high on every page
 */
QdPaperItem *
qd_paper_head_item (const QdPaperHead  *head,
                    const QdPaperStyle *style,
                    double              width,
                    guint               page,
                    guint               n_pages)
{
  QdPaperItem *item = qd_paper_item_new (QD_PAPER_PAGE_HEAD, NULL, width);
  const double bar = head->words != NULL ? fit (width, BAR_WIDTH) : 0.0;
  const double rest = width - fit (width, PAGE_WIDTH) - GAP;
  const double title = bar > 0.0 ? rest - bar - GAP : rest;
  double y, beside = 0.0;

  y = qd_paper_item_add_text (item, style, QD_PAPER_FONT_TITLE, style->ink, QD_PAPER_START,
                              head->title, 0.0, 0.0, title);
  if (head->subtitle != NULL && *head->subtitle != '\0')
    {
      y = MAX (y + LINE_GAP, SECOND_LINE);
      y += qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->ink,
                                   QD_PAPER_START, head->subtitle, 0.0, y, title);
    }
  if (head->note != NULL)
    y += LINE_GAP + qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->ink,
                                            QD_PAPER_START, head->note, 0.0, y + LINE_GAP,
                                            title);
  if (bar > 0.0)
    beside = add_progress (item, head, style, rest - bar, bar);
  y = fmax (y, fmax (beside, add_page (item, head, style, page, n_pages))) + RULE_GAP;
  qd_paper_item_add_box (item, QD_PAPER_BOX, style->ink, 0.0, y, width, RULE_HEIGHT);
  qd_paper_item_finish (item, style, y + RULE_HEIGHT);

  return item;
}
