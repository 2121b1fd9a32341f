/* Text on pages: headings, paragraphs, and lines with their place beside them.
 *
 * A heading never ends a page, and stands again where what it is about goes on.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-paper-flow.h"
#include "qd-paper-text.h"

/* In points. */
#define HEADING_GAP 16.0
#define SUBHEADING_GAP 8.0
#define GAP 4.0
#define REASON_GAP 1.0
#define COLUMN_GAP 14.0
#define INDENT 16.0
#define RULE_HEIGHT 0.5

/* How much of the width is for the place of a line. */
#define PLACE_SHARE 0.3

/* In points, of a picture. */
#define PICTURE_WIDTH 560.0
#define PICTURE_MARGIN 24.0

/* What comes next, and below which headings. */
typedef struct
{
  QdPaperLane *lane;
  const QdPaperStyle *style;
  double width;
  const char *heading;    /* (nullable) */
  QdPaperItem *section;   /* (nullable): the heading, where its text goes on */
  QdPaperItem *continued; /* (nullable): likewise, with the heading below it */
} Writer;

static QdPaperItem *
make_words (const Writer *self,
            QdPaperFont   font,
            const char   *text)
{
  QdPaperItem *item = qd_paper_item_new (QD_PAPER_WORDS, NULL, self->width);
  const double height = qd_paper_item_add_text (item, self->style, font, self->style->ink,
                                                QD_PAPER_START, text, 0.0, 0.0, self->width);

  qd_paper_item_finish (item, self->style, height);

  return item;
}

static void
add_heading (Writer               *self,
             const QdDocumentPart *part)
{
  const gboolean minor = part->kind == QD_DOCUMENT_SUBHEADING;
  g_autofree char *both = minor && self->heading != NULL
                            ? g_strdup_printf ("%s · %s", self->heading, part->text) : NULL;
  g_autofree char *text = g_strdup_printf ("%s (%u)", part->text, part->n_lines);
  g_autofree char *continued = NULL;

  /* Translators: a heading, where what it is about goes on on the next page */
  continued = g_strdup_printf (_("%s (continued)"), both != NULL ? both : part->text);
  if (!minor)
    {
      self->heading = part->text;
      g_clear_pointer (&self->section, qd_paper_item_unref);
    }
  qd_paper_lane_add (self->lane,
                     make_words (self, minor ? QD_PAPER_FONT_STRONG : QD_PAPER_FONT_HEADING, text),
                     self->section, minor ? SUBHEADING_GAP : HEADING_GAP, TRUE);
  g_clear_pointer (&self->continued, qd_paper_item_unref);
  self->continued = make_words (self, QD_PAPER_FONT_HEADING, continued);
  if (!minor)
    self->section = qd_paper_item_ref (self->continued);
}

/* A hairline leads from what is so to its place. However deep it is, half of the room is
 * for what it says. */
static void
add_line (const Writer         *self,
          const QdDocumentPart *part)
{
  QdPaperItem *item = qd_paper_item_new (QD_PAPER_WORDS, NULL, self->width);
  const double place = self->width * PLACE_SHARE;
  const double room = self->width - place - COLUMN_GAP;
  const double start = fmin (part->depth * INDENT, room / 2.0);
  const double width = room - start;
  double y = RULE_HEIGHT + GAP, height;

  qd_paper_item_add_box (item, QD_PAPER_BOX, self->style->rule, 0.0, 0.0, self->width,
                         RULE_HEIGHT);
  height = y + qd_paper_item_add_text (item, self->style, QD_PAPER_FONT_BODY, self->style->ink,
                                       QD_PAPER_START, part->text, start, y, width);
  if (*part->reason != '\0')
    height += REASON_GAP +
              qd_paper_item_add_text (item, self->style, QD_PAPER_FONT_BODY, self->style->faint,
                                      QD_PAPER_START, part->reason, start,
                                      height + REASON_GAP, width);
  if (*part->place != '\0')
    y += qd_paper_item_add_text (item, self->style, QD_PAPER_FONT_BODY, self->style->faint,
                                 QD_PAPER_START, part->place, room + COLUMN_GAP, y, place);
  qd_paper_item_finish (item, self->style, fmax (height, y));
  qd_paper_lane_add (self->lane, item, self->continued, GAP, FALSE);
}

static void
add_part (Writer               *self,
          const QdDocumentPart *part)
{
  switch (part->kind)
    {
    case QD_DOCUMENT_HEADING:
    case QD_DOCUMENT_SUBHEADING:
      add_heading (self, part);
      break;

    case QD_DOCUMENT_LINE:
      add_line (self, part);
      break;

    case QD_DOCUMENT_PARAGRAPH:
    default:
      qd_paper_lane_add (self->lane, make_words (self, QD_PAPER_FONT_BODY, part->text),
                         self->continued, GAP, FALSE);
      break;
    }
}

/**
 * qd_paper_sheet_init_for_text_picture:
 * @sheet: (out caller-allocates): what is to be set
 *
 * Makes a sheet as wide as one likes to read, and as high as the text will be.
 */
void
qd_paper_sheet_init_for_text_picture (QdPaperSheet *sheet)
{
  g_return_if_fail (sheet != NULL);

  *sheet = (QdPaperSheet) {
    .width = PICTURE_WIDTH + 2 * PICTURE_MARGIN, .height = INFINITY,
    .margin_x = PICTURE_MARGIN, .margin_y = PICTURE_MARGIN,
  };
}

/**
 * qd_paper_text_layout:
 * @document: a text
 * @sheet: what is written on
 * @rtl: whether one writes from right to left
 *
 * Returns: (transfer full): the text on pages
 */
QdPaperLayout *
qd_paper_text_layout (const QdDocument   *document,
                      const QdPaperSheet *sheet,
                      gboolean            rtl)
{
  g_autoptr (GPtrArray) lanes = NULL;
  QdPaperLayout *layout;
  QdPaperHead *head;
  Writer writer = { 0 };

  g_return_val_if_fail (document != NULL && sheet != NULL, NULL);

  layout = qd_paper_layout_new (sheet, rtl);
  lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_paper_lane_free);
  writer.lane = qd_paper_lane_new (0.0, NULL, FALSE);
  writer.style = layout->style;
  writer.width = qd_paper_layout_get_width (layout);
  g_ptr_array_add (lanes, writer.lane);
  for (guint i = 0; i < document->parts->len; i++)
    add_part (&writer, &g_array_index (document->parts, QdDocumentPart, i));
  g_clear_pointer (&writer.section, qd_paper_item_unref);
  g_clear_pointer (&writer.continued, qd_paper_item_unref);

  head = qd_paper_layout_add_head (layout, g_strdup (document->title),
                                   g_strdup (document->subtitle), document->day);
  qd_paper_flow (layout, head, NULL, lanes);
  qd_paper_layout_finish (layout);

  return layout;
}
