/* Text on pages: headings, paragraphs, and lines with a caption beside them.
 *
 * A heading never ends a page; what stands below it is repeated nowhere, but the
 * heading is where its text goes on.
 */

#include "config.h"

#include <math.h>

#include "qd-paper-flow.h"
#include "qd-paper-text.h"

/* In points. */
#define HEADING_GAP 12.0
#define GAP 4.0
#define COLUMN_GAP 10.0
#define CAPTION_WIDTH 130.0

typedef enum
{
  PART_HEADING,
  PART_PARAGRAPH,
  PART_LINE,
} PartKind;

typedef struct
{
  PartKind kind;
  char *caption; /* (nullable) */
  char *text;
} Part;

struct _QdPaperText
{
  char *title;
  char *subtitle; /* (nullable) */
  GArray *parts;
};

static void
part_clear (gpointer data)
{
  Part *part = data;

  g_clear_pointer (&part->caption, g_free);
  g_clear_pointer (&part->text, g_free);
}

static void
add (QdPaperText *self,
     PartKind     kind,
     const char  *caption,
     const char  *text)
{
  const Part part = { kind, g_strdup (caption), g_strdup (text) };

  g_array_append_val (self->parts, part);
}

static QdPaperItem *
make_item (const Part         *part,
           const QdPaperStyle *style,
           double              width)
{
  QdPaperItem *item = qd_paper_item_new (QD_PAPER_WORDS, NULL, width);
  const double caption = part->caption != NULL ? MIN (CAPTION_WIDTH, width / 3.0) : 0.0;
  const double x = caption > 0.0 ? caption + COLUMN_GAP : 0.0;
  const QdPaperFont font = part->kind == PART_HEADING ? QD_PAPER_FONT_HEADING
                                                      : QD_PAPER_FONT_BODY;
  double height = 0.0;

  if (part->caption != NULL)
    height = qd_paper_item_add_text (item, style, QD_PAPER_FONT_BODY, style->faint,
                                     QD_PAPER_START, part->caption, 0.0, 0.0, caption);
  height = fmax (height, qd_paper_item_add_text (item, style, font, style->ink, QD_PAPER_START,
                                                 part->text, x, 0.0, width - x));
  qd_paper_item_finish (item, style, height);

  return item;
}

/**
 * qd_paper_text_new:
 * @title: what it is about
 * @subtitle: (nullable): what is said below it on each page
 *
 * Returns: (transfer full): a text of no parts
 */
QdPaperText *
qd_paper_text_new (const char *title,
                   const char *subtitle)
{
  QdPaperText *self = g_new0 (QdPaperText, 1);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);

  return self;
}

/**
 * qd_paper_text_free:
 * @self: a text
 */
void
qd_paper_text_free (QdPaperText *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * qd_paper_text_add_heading:
 * @self: a text
 * @text: what the parts below are about, up to the next heading
 */
void
qd_paper_text_add_heading (QdPaperText *self,
                           const char  *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add (self, PART_HEADING, NULL, text);
}

/**
 * qd_paper_text_add_paragraph:
 * @self: a text
 * @text: as wide as the page
 */
void
qd_paper_text_add_paragraph (QdPaperText *self,
                             const char  *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  add (self, PART_PARAGRAPH, NULL, text);
}

/**
 * qd_paper_text_add_line:
 * @self: a text
 * @caption: what it is about, beside it
 * @text: one line or more
 */
void
qd_paper_text_add_line (QdPaperText *self,
                        const char  *caption,
                        const char  *text)
{
  g_return_if_fail (self != NULL && caption != NULL && text != NULL);

  add (self, PART_LINE, caption, text);
}

/**
 * qd_paper_text_layout:
 * @self: a text
 * @today: the day on which it is printed
 * @sheet: what is written on
 * @rtl: whether one writes from right to left
 *
 * Returns: (transfer full): the text on pages
 */
QdPaperLayout *
qd_paper_text_layout (const QdPaperText  *self,
                      QdDay               today,
                      const QdPaperSheet *sheet,
                      gboolean            rtl)
{
  g_autoptr (GPtrArray) lanes = NULL;
  QdPaperLayout *layout;
  QdPaperItem *heading = NULL;
  QdPaperLane *lane;

  g_return_val_if_fail (self != NULL && sheet != NULL, NULL);

  layout = qd_paper_layout_new (sheet, rtl);
  lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_paper_lane_free);
  lane = qd_paper_lane_new (0.0, NULL, FALSE);
  g_ptr_array_add (lanes, lane);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      QdPaperItem *item = make_item (part, layout->style, qd_paper_layout_get_width (layout));

      if (part->kind == PART_HEADING)
        heading = item;
      qd_paper_lane_add (lane, item, item != heading ? heading : NULL,
                         item == heading ? HEADING_GAP : GAP, item == heading);
    }
  qd_paper_flow (layout,
                 qd_paper_layout_add_head (layout, g_strdup (self->title),
                                           g_strdup (self->subtitle), today),
                 NULL, lanes);
  qd_paper_layout_finish (layout);

  return layout;
}
