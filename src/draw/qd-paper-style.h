#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * QdPaperFont:
 * @QD_PAPER_FONT_TITLE: of a page
 * @QD_PAPER_FONT_HEADING: of what stands beside others on a page
 * @QD_PAPER_FONT_STRONG: of a card, and of a column
 * @QD_PAPER_FONT_BODY: of what one reads
 * @QD_PAPER_FONT_SMALL: of what stands below it
 * @QD_PAPER_FONT_TINY: of figures in a mark
 */
typedef enum
{
  QD_PAPER_FONT_TITLE,
  QD_PAPER_FONT_HEADING,
  QD_PAPER_FONT_STRONG,
  QD_PAPER_FONT_BODY,
  QD_PAPER_FONT_SMALL,
  QD_PAPER_FONT_TINY,
} QdPaperFont;

#define QD_N_PAPER_FONTS 6

/**
 * QdPaperStyle:
 * @ink: of text, as 0xrrggbb like the others
 * @faint: of what is less important
 * @rule: of lines
 * @ground: of what lies below text
 * @progress: of bars
 * @rtl: whether one writes from right to left
 * @context: for text, in points
 * @fonts: (array fixed-size=6): by #QdPaperFont
 *
 * What paper looks like. Nothing is told by colour alone: most printers have none.
 */
typedef struct
{
  guint32 ink;
  guint32 faint;
  guint32 rule;
  guint32 ground;
  guint32 progress;
  gboolean rtl;
  PangoContext *context;
  PangoFontDescription *fonts[QD_N_PAPER_FONTS];
} QdPaperStyle;

QdPaperStyle *qd_paper_style_new     (gboolean      rtl);
void          qd_paper_style_free    (QdPaperStyle *self);
gboolean      qd_paper_style_is_rtl  (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPaperStyle, qd_paper_style_free)

G_END_DECLS
