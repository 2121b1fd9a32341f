#pragma once

#include "qd-paper-item.h"

G_BEGIN_DECLS

/**
 * QdPaperSize:
 *
 * The papers that offices have.
 */
typedef enum
{
  QD_PAPER_A4,
  QD_PAPER_LETTER,
} QdPaperSize;

/**
 * QdPaperSheet:
 * @width: in points, as the others
 * @height: INFINITY where it is as high as what is on it
 * @margin_x: on the left and on the right
 * @margin_y: above and below
 *
 * What is written on.
 */
typedef struct
{
  double width;
  double height;
  double margin_x;
  double margin_y;
} QdPaperSheet;

/**
 * QdPaperHead:
 * @title: what the page is about
 * @subtitle: (nullable): what is said below it
 * @note: (nullable): what is left out
 * @date: the day on which it is made, as text
 * @words: (nullable): what the bar says
 * @progress: of a bar, 1.0 being 100 %, or NAN
 * @expected: likewise
 *
 * What each page of a part begins with.
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *note;
  char *date;
  char *words;
  double progress;
  double expected;
} QdPaperHead;

/**
 * QdPaperPlace:
 * @item: what stands there
 * @x: of its left, in points from the left of the sheet
 * @y: of its top, from the top of the sheet
 */
typedef struct
{
  QdPaperItem *item;
  double x;
  double y;
} QdPaperPlace;

/**
 * QdPaperPage:
 * @head: (nullable): what it begins with
 * @places: (element-type QdPaperPlace): in the order in which one reads
 * @height: in points
 */
typedef struct
{
  QdPaperHead *head;
  GArray *places;
  double height;
} QdPaperPage;

/**
 * QdPaperLayout:
 * @sheet: what is written on
 * @style: what it looks like
 * @note: (nullable): what is left out of all of it
 * @heads: (element-type QdPaperHead): of its parts
 * @pages: (element-type QdPaperPage): its pages
 *
 * What stands where on which page.
 */
typedef struct
{
  QdPaperSheet sheet;
  QdPaperStyle *style;
  char *note;
  GPtrArray *heads;
  GPtrArray *pages;
} QdPaperLayout;

void           qd_paper_sheet_init        (QdPaperSheet        *sheet,
                                           QdPaperSize          size,
                                           gboolean             landscape);

QdPaperLayout *qd_paper_layout_new        (const QdPaperSheet  *sheet,
                                           gboolean             rtl);
void           qd_paper_layout_free       (QdPaperLayout       *self);
void           qd_paper_layout_take_note  (QdPaperLayout       *self,
                                           char                *note);
QdPaperHead   *qd_paper_layout_add_head   (QdPaperLayout       *self,
                                           char                *title,
                                           char                *subtitle,
                                           QdDay                today);
double         qd_paper_layout_get_width  (const QdPaperLayout *self);
double         qd_paper_layout_get_top    (const QdPaperLayout *self,
                                           const QdPaperHead   *head);
QdPaperPage   *qd_paper_layout_add_page   (QdPaperLayout       *self,
                                           QdPaperHead         *head);
void           qd_paper_layout_place      (QdPaperLayout       *self,
                                           QdPaperPage         *page,
                                           QdPaperItem         *item,
                                           double               x,
                                           double               y);
void           qd_paper_layout_finish     (QdPaperLayout       *self);

guint          qd_paper_layout_get_n_pages (const QdPaperLayout *self);
void           qd_paper_layout_get_size   (const QdPaperLayout *self,
                                           guint                page,
                                           double              *width,
                                           double              *height);
void           qd_paper_layout_draw       (const QdPaperLayout *self,
                                           guint                page,
                                           cairo_t             *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPaperLayout, qd_paper_layout_free)

G_END_DECLS
