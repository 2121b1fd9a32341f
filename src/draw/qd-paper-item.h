#pragma once

#include <cairo.h>

#include "model/qd-entity.h"
#include "qd-paper-style.h"

G_BEGIN_DECLS

/**
 * QdPaperKind:
 * @QD_PAPER_PAGE_HEAD: what a page begins with
 * @QD_PAPER_LANE_HEAD: a column, or a board beside others; begins each page
 * @QD_PAPER_SECTION: a column of a board that stands beside others
 * @QD_PAPER_OBJECTIVES: which objectives a board has
 * @QD_PAPER_CARD: a card, or a part of one
 * @QD_PAPER_ROW: of a table
 * @QD_PAPER_WORDS: a heading or a paragraph
 */
typedef enum
{
  QD_PAPER_PAGE_HEAD,
  QD_PAPER_LANE_HEAD,
  QD_PAPER_SECTION,
  QD_PAPER_OBJECTIVES,
  QD_PAPER_CARD,
  QD_PAPER_ROW,
  QD_PAPER_WORDS,
} QdPaperKind;

/**
 * QdPaperAlign:
 *
 * Where text stands in its width.
 */
typedef enum
{
  QD_PAPER_START,
  QD_PAPER_CENTRE,
  QD_PAPER_END,
} QdPaperAlign;

/**
 * QdPaperMarkKind:
 * @QD_PAPER_TEXT: lines of a text
 * @QD_PAPER_BOX: a filled rectangle
 * @QD_PAPER_FRAME: an outline, as high as its item
 * @QD_PAPER_STRIPE: a filled rectangle, as high as its item
 * @QD_PAPER_BAR: progress, with a tick where it is expected
 * @QD_PAPER_SIGN: a sign of health and the like
 */
typedef enum
{
  QD_PAPER_TEXT,
  QD_PAPER_BOX,
  QD_PAPER_FRAME,
  QD_PAPER_STRIPE,
  QD_PAPER_BAR,
  QD_PAPER_SIGN,
} QdPaperMarkKind;

/**
 * QdPaperMark:
 * @kind: what it is
 * @x: from the left of its item, in points
 * @y: from the top of its item, likewise
 * @width: likewise
 * @height: likewise
 * @colour: its colour, as 0xrrggbb
 * @text: (nullable): of which some lines are shown
 * @first: the first of these
 * @n_lines: how many they are
 * @sign: (nullable): the name of a sign
 * @progress: of a bar, 1.0 being 100 %, or NAN
 * @expected: likewise
 */
typedef struct
{
  QdPaperMarkKind kind;
  double x;
  double y;
  double width;
  double height;
  guint32 colour;
  PangoLayout *text;
  guint first;
  guint n_lines;
  const char *sign;
  double progress;
  double expected;
} QdPaperMark;

/**
 * QdPaperItem:
 * @kind: what it is
 * @entity: (nullable): what it shows
 * @width: in points
 * @height: likewise
 * @continued: whether it began on the page before
 * @marks: (element-type QdPaperMark): what is drawn, in the order in which it is read
 *
 * A thing on a page, measured but not yet placed.
 */
typedef struct
{
  QdPaperKind kind;
  QdEntity *entity;
  double width;
  double height;
  gboolean continued;
  GArray *marks;
} QdPaperItem;

QdPaperItem *qd_paper_item_new      (QdPaperKind         kind,
                                     gpointer            entity,
                                     double              width);
QdPaperItem *qd_paper_item_ref      (QdPaperItem        *self);
void         qd_paper_item_unref    (QdPaperItem        *self);

double       qd_paper_item_add_text (QdPaperItem        *self,
                                     const QdPaperStyle *style,
                                     QdPaperFont         font,
                                     guint32             colour,
                                     QdPaperAlign        align,
                                     const char         *text,
                                     double              x,
                                     double              y,
                                     double              width);
void         qd_paper_item_add_box  (QdPaperItem        *self,
                                     QdPaperMarkKind     kind,
                                     guint32             colour,
                                     double              x,
                                     double              y,
                                     double              width,
                                     double              height);
void         qd_paper_item_add_bar  (QdPaperItem        *self,
                                     const QdPaperStyle *style,
                                     double              progress,
                                     double              expected,
                                     double              x,
                                     double              y,
                                     double              width);
void         qd_paper_item_add_sign (QdPaperItem        *self,
                                     guint32             colour,
                                     const char         *sign,
                                     double              x,
                                     double              y,
                                     double              size);
void         qd_paper_item_finish   (QdPaperItem        *self,
                                     const QdPaperStyle *style,
                                     double              height);
QdPaperItem *qd_paper_item_cut      (QdPaperItem        *self,
                                     double              room);
void         qd_paper_item_draw     (const QdPaperItem  *self,
                                     const QdPaperStyle *style,
                                     cairo_t            *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPaperItem, qd_paper_item_unref)

G_END_DECLS
