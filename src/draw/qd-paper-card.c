/* A card on paper: all of its title, its figures, and how it stands.
 *
 * Health is told by sign and word, an objective by colour and name, or where there
 * is little room by colour and number, so that nothing is lost in black and white.
 */

#include "config.h"

#include <math.h>

#include "model/qd-board-text.h"
#include "model/qd-card-brief.h"
#include "model/qd-hue.h"
#include "qd-line-text.h"
#include "qd-paper-card.h"

/* More of a title than anybody prints. */
#define MAX_LENGTH 4000

/* More of the name of an objective than anybody prints on each of its cards. */
#define MAX_OBJECTIVE_LENGTH 160

/* In points. */
#define STRIPE_WIDTH 3.5
#define PADDING 5.0
#define LINE_GAP 2.0
#define BAR_ROOM 10.0
#define PERCENT_WIDTH 30.0
#define SIGN_SIZE 8.0
#define SIGN_GAP 3.0
#define NUMBER_SIZE 10.0
#define COMPACT_BAR 32.0
#define COMPACT_PERCENT 26.0

/* The share of a line that an owner may take from the word of the health. */
#define OWNER_SHARE 0.55

/* A card that is being written, line below line. */
typedef struct
{
  QdPaperItem *item;
  const QdPaperStyle *style;
  double x;
  double y;
  double width;
} Writing;

static void
write_line (Writing        *self,
            QdPaperFont     font,
            guint32         colour,
            const char     *text)
{
  self->y += qd_paper_item_add_text (self->item, self->style, font, colour, QD_PAPER_START,
                                     text, self->x, self->y, self->width) + LINE_GAP;
}

static void
write_progress (Writing           *self,
                const QdCardBrief *brief)
{
  const double bar = self->width - PERCENT_WIDTH;

  if (brief->percent == NULL)
    return;

  qd_paper_item_add_bar (self->item, self->style, brief->standing.progress,
                         brief->standing.expected, self->x, self->y + BAR_ROOM / 2, bar);
  qd_paper_item_add_text (self->item, self->style, QD_PAPER_FONT_SMALL, self->style->ink,
                          QD_PAPER_END, brief->percent, self->x + bar, self->y, PERCENT_WIDTH);
  self->y += BAR_ROOM + LINE_GAP;
}

/* Health at the start and the owner at the end of one line. */
static void
write_health (Writing           *self,
              const QdCardBrief *brief)
{
  const guint32 colour = qd_hue_of_health (brief->standing.health)->light;
  const double owner = brief->owner == NULL ? 0.0
                       : brief->health == NULL ? self->width : self->width * OWNER_SHARE;
  const double inset = SIGN_SIZE + SIGN_GAP;
  double height = 0.0;

  if (brief->health == NULL && brief->owner == NULL)
    return;

  if (brief->health != NULL)
    {
      g_autofree char *sign = NULL;

      sign = g_strconcat ("health-", qd_enum_get_nick (QD_TYPE_HEALTH,
                                                       (int) brief->standing.health), NULL);
      qd_paper_item_add_sign (self->item, colour, sign, self->x, self->y + 1.0, SIGN_SIZE);
      height = qd_paper_item_add_text (self->item, self->style, QD_PAPER_FONT_SMALL, colour,
                                       QD_PAPER_START, brief->health, self->x + inset, self->y,
                                       self->width - owner - inset);
    }
  if (brief->owner != NULL)
    {
      const QdPaperAlign align = brief->health != NULL ? QD_PAPER_END : QD_PAPER_START;

      height = fmax (height,
                     qd_paper_item_add_text (self->item, self->style, QD_PAPER_FONT_SMALL,
                                            self->style->ink, align, brief->owner,
                                            self->x + self->width - owner, self->y, owner));
    }
  self->y += height + LINE_GAP;
}

/* Confidence, and what else has to be known, with a sign where it is blocked. */
static void
write_notes (Writing           *self,
             const QdCardBrief *brief)
{
  const guint32 bad = qd_hue_of_health (QD_HEALTH_AT_RISK)->light;
  const double inset = SIGN_SIZE + SIGN_GAP;

  if (brief->confidence != NULL)
    write_line (self, QD_PAPER_FONT_SMALL, self->style->faint, brief->confidence);
  if (*brief->notes == '\0')
    return;

  if (brief->blocked)
    {
      qd_paper_item_add_sign (self->item, bad, "blocker", self->x, self->y + 1.0, SIGN_SIZE);
      self->x += inset;
      self->width -= inset;
    }
  write_line (self, QD_PAPER_FONT_SMALL, brief->blocked ? bad : self->style->ink,
              brief->notes);
}

/* The place of an objective on its board, from 1; 0 for none. */
static guint
get_number (QdObjective *objective)
{
  QdOrderedList *list;
  guint position;

  if (objective == NULL || qd_objective_get_board (objective) == NULL)
    return 0;

  list = qd_board_get_objectives (qd_objective_get_board (objective));

  return qd_ordered_list_find (list, QD_ENTITY (objective), &position) ? position + 1 : 0;
}

/**
 * qd_paper_card_add_number:
 * @item: an item that is being made
 * @style: what paper looks like
 * @objective: (nullable): an objective
 * @x: from the left, in points
 * @y: from the top
 *
 * Adds the number of the objective on its board in a square of its colour; a square
 * without a number for no objective.
 *
 * Returns: how wide it is
 */
double
qd_paper_card_add_number (QdPaperItem        *item,
                          const QdPaperStyle *style,
                          QdObjective        *objective,
                          double              x,
                          double              y)
{
  const guint32 colour = qd_hue_of_objective (objective)->light;
  const guint32 white = 0xffffff;
  const guint number = get_number (objective);
  g_autofree char *text = g_strdup_printf ("%u", number);

  qd_paper_item_add_box (item, QD_PAPER_BOX, colour, x, y, NUMBER_SIZE, NUMBER_SIZE);
  if (number > 0)
    qd_paper_item_add_text (item, style, QD_PAPER_FONT_TINY, white, QD_PAPER_CENTRE, text, x,
                            y + 0.8, NUMBER_SIZE);

  return NUMBER_SIZE;
}

/**
 * qd_paper_card_item:
 * @card: a card of a board that is loaded
 * @style: what paper looks like
 * @width: in points
 * @today: a day
 *
 * Returns: (transfer full): the card with all that is told of it
 */
QdPaperItem *
qd_paper_card_item (QdCard             *card,
                    const QdPaperStyle *style,
                    double              width,
                    QdDay               today)
{
  QdObjective *objective = qd_card_get_objective (card);
  const guint32 colour = qd_hue_of_objective (objective)->light;
  QdPaperItem *item = qd_paper_item_new (QD_PAPER_CARD, card, width);
  g_autofree char *title = NULL;
  g_auto (QdCardBrief) brief = { 0 };
  Writing writing = {
    item, style, STRIPE_WIDTH + PADDING, PADDING, width - STRIPE_WIDTH - 2 * PADDING,
  };

  qd_card_brief_init (&brief, card, today);
  title = qd_line_text (brief.title, MAX_LENGTH);
  qd_paper_item_add_box (item, QD_PAPER_STRIPE, colour, 0.0, 0.0, STRIPE_WIDTH, 0.0);
  qd_paper_item_add_box (item, QD_PAPER_FRAME, style->rule, 0.0, 0.0, width, 0.0);
  if (objective != NULL)
    {
      g_autofree char *name = qd_board_text_title (objective, MAX_OBJECTIVE_LENGTH);

      write_line (&writing, QD_PAPER_FONT_SMALL, style->faint, name);
    }
  write_line (&writing, QD_PAPER_FONT_STRONG, style->ink, title);
  if (brief.metric != NULL)
    write_line (&writing, QD_PAPER_FONT_BODY, style->ink, brief.metric);
  write_progress (&writing, &brief);
  write_health (&writing, &brief);
  write_notes (&writing, &brief);
  qd_paper_item_finish (item, style, writing.y - LINE_GAP + PADDING);

  return item;
}

/**
 * qd_paper_card_compact_item:
 * @card: a card of a board that is loaded
 * @style: what paper looks like
 * @width: in points
 * @today: a day
 *
 * Returns: (transfer full): the number of its objective, its title and its progress
 */
QdPaperItem *
qd_paper_card_compact_item (QdCard             *card,
                            const QdPaperStyle *style,
                            double              width,
                            QdDay               today)
{
  QdPaperItem *item = qd_paper_item_new (QD_PAPER_CARD, card, width);
  const double bar_x = width - COMPACT_BAR - COMPACT_PERCENT;
  double x, height;
  g_autofree char *title = NULL;
  g_auto (QdCardBrief) brief = { 0 };

  qd_card_brief_init (&brief, card, today);
  title = qd_line_text (brief.title, MAX_LENGTH);
  x = qd_paper_card_add_number (item, style, qd_card_get_objective (card), 0.0, 0.5) + PADDING;
  height = qd_paper_item_add_text (item, style, QD_PAPER_FONT_BODY, style->ink,
                                   QD_PAPER_START, title, x, 0.0,
                                   (brief.percent != NULL ? bar_x - PADDING : width) - x);
  if (brief.percent != NULL)
    {
      qd_paper_item_add_bar (item, style, brief.standing.progress, brief.standing.expected,
                             bar_x, BAR_ROOM / 2 + 1.0, COMPACT_BAR);
      qd_paper_item_add_text (item, style, QD_PAPER_FONT_SMALL, style->ink, QD_PAPER_END,
                              brief.percent, width - COMPACT_PERCENT, 0.5, COMPACT_PERCENT);
    }
  qd_paper_item_finish (item, style, MAX (height, NUMBER_SIZE + 1.0));

  return item;
}
