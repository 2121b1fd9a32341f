/* The signs at the foot of a card: health, badges, and what belongs to the card.
 *
 *   ↗ On track  ≠  ⊖  2/5  ✎3  7/10  6 d
 *
 * Where they do not all fit, words go before signs, and the least important sign
 * first. A compact foot has no words, and only the signs of trouble. Coordinates are
 * those of a left-to-right card.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/qd-card-tips.h"
#include "widgets/qd-health.h"
#include "widgets/qd-palette.h"
#include "widgets/qd-sign.h"
#include "widgets/qd-text-cache.h"

#include "qd-card-foot.h"

/* Lengths in pixels. */
#define ICON_SIZE QD_CARD_SIGN_SIZE
#define ICON_GAP 3
#define SPACING 7

/* Of a badge that somebody answered. */
#define ANSWERED_ALPHA 0.4f

typedef struct
{
  QdCardSign sign;
  const char *icon;      /* (nullable): the name of it */
  const char *css_class; /* (nullable): of the icon, where it has a colour */
  PangoLayout *text;     /* (nullable) */
  gboolean answered;
  int x;
  int width;
} Item;

struct _QdCardFoot
{
  GtkWidget *widget;        /* (unowned) */
  const QdCardState *state; /* (unowned) */
  gboolean compact;
  int width;
  guint n_items;
  Item items[QD_N_CARD_SIGNS];
};

static const QdTextStyle style = { PANGO_SCALE_SMALL, 1 };

/* What goes first where there is not room for all. */
static const QdCardSign dispensable[] = {
  QD_CARD_SIGN_COMMENTS,
  QD_CARD_SIGN_MILESTONES,
  QD_CARD_SIGN_AGE,
  QD_CARD_SIGN_CONFIDENCE,
  QD_CARD_SIGN_DEPENDENCY,
  QD_CARD_SIGN_BLOCKER,
};

static gboolean
is_there (const QdCardState *state,
          QdCardSign         sign,
          gboolean           compact)
{
  if (!qd_card_state_has_sign (state, sign))
    return FALSE;
  if (compact && sign == QD_CARD_SIGN_HEALTH)
    return state->standing.health == QD_HEALTH_AT_RISK ||
           state->standing.health == QD_HEALTH_OUTDATED;

  return !compact || sign == QD_CARD_SIGN_BLOCKER;
}

static void
set_badge (Item              *item,
           const QdCardState *state)
{
  const QdDisagreement disagreement = qd_card_state_get_disagreement (state);

  item->icon = "disagreement";
  item->css_class = "health-behind";
  qd_card_state_find (state, disagreement, &item->answered);
}

static void
set_look (Item              *item,
          const QdCardState *state)
{
  const QdFacts *facts = &state->facts;

  switch (item->sign)
    {
    case QD_CARD_SIGN_HEALTH:
      item->icon = qd_health_get_sign (state->standing.health);
      item->css_class = qd_health_get_class (state->standing.health);
      qd_card_state_find (state, QD_DISAGREEMENT_OUTDATED, &item->answered);
      break;

    case QD_CARD_SIGN_DISAGREEMENT:
      set_badge (item, state);
      break;

    case QD_CARD_SIGN_BLOCKER:
      item->icon = "blocker";
      item->css_class = "health-bad";
      break;

    case QD_CARD_SIGN_DEPENDENCY:
      item->icon = "dependency";
      item->css_class = facts->n_escalated < facts->n_waiting ? "health-behind" : NULL;
      break;

    case QD_CARD_SIGN_MILESTONES:
      item->icon = "milestones";
      break;

    case QD_CARD_SIGN_COMMENTS:
      item->icon = "comments";
      break;

    case QD_CARD_SIGN_CONFIDENCE:
      item->icon = qd_health_get_confidence_sign (facts->confidence);
      break;

    case QD_CARD_SIGN_AGE:
    case QD_N_CARD_SIGNS:
    default:
      break;
    }
}

/* What stands beside the sign; that of a badge only where there is room. */
static char *
dup_figures (const QdCardState *state,
             QdCardSign         sign)
{
  const QdFacts *facts = &state->facts;

  switch (sign)
    {
    case QD_CARD_SIGN_HEALTH:
      return qd_card_state_dup_health (state);

    case QD_CARD_SIGN_DISAGREEMENT:
      return g_strdup (qd_honesty_get_name (qd_card_state_get_disagreement (state)));

    case QD_CARD_SIGN_MILESTONES:
      /* Translators: so many of so many milestones are done */
      return g_strdup_printf (C_("milestones", "%u/%u"), facts->n_done, facts->n_milestones);

    case QD_CARD_SIGN_COMMENTS:
      return g_strdup_printf ("%u", state->n_comments);

    case QD_CARD_SIGN_CONFIDENCE:
      /* Translators: confidence, of ten */
      return g_strdup_printf (C_("confidence", "%d/%d"), facts->confidence,
                              QD_CONFIDENCE_MAX);

    case QD_CARD_SIGN_AGE:
      /* Translators: so many days, as short as can be */
      return g_strdup_printf (C_("age", "%u d"),
                              MAX (state->today, facts->checked) - facts->checked);

    case QD_CARD_SIGN_BLOCKER:
    case QD_CARD_SIGN_DEPENDENCY:
    case QD_N_CARD_SIGNS:
    default:
      return NULL;
    }
}

static void
measure_item (Item *item)
{
  int text_width = 0;

  if (item->text != NULL)
    pango_layout_get_pixel_size (item->text, &text_width, NULL);

  item->width = text_width;
  if (item->icon != NULL)
    item->width += ICON_SIZE + (item->text != NULL ? ICON_GAP : 0);
}

static void
append (QdCardFoot *self,
        QdCardSign  sign)
{
  Item *item = &self->items[self->n_items++];
  g_autofree char *figures = self->compact ? NULL : dup_figures (self->state, sign);

  *item = (Item) { .sign = sign };
  set_look (item, self->state);
  if (figures != NULL)
    item->text = qd_text_cache_get (self->widget, figures, &style, -1);
  measure_item (item);
}

static int
get_total (QdCardFoot *self)
{
  int total = 0;

  for (guint i = 0; i < self->n_items; i++)
    total += self->items[i].width + (i > 0 ? SPACING : 0);

  return total;
}

static void
drop_word (QdCardFoot *self,
           QdCardSign  sign)
{
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].sign == sign)
      {
        g_clear_object (&self->items[i].text);
        measure_item (&self->items[i]);
      }
}

static void
drop_item (QdCardFoot *self,
           QdCardSign  sign)
{
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].sign == sign)
      {
        g_clear_object (&self->items[i].text);
        self->n_items--;
        memmove (&self->items[i], &self->items[i + 1],
                 (self->n_items - i) * sizeof (Item));
        return;
      }
}

static void
fit (QdCardFoot *self)
{
  int x = 0;

  if (get_total (self) > self->width)
    drop_word (self, QD_CARD_SIGN_DISAGREEMENT);
  if (get_total (self) > self->width)
    drop_word (self, QD_CARD_SIGN_HEALTH);
  for (guint i = 0; i < G_N_ELEMENTS (dispensable) && get_total (self) > self->width; i++)
    drop_item (self, dispensable[i]);

  for (guint i = 0; i < self->n_items; i++)
    {
      self->items[i].x = x;
      x += self->items[i].width + SPACING;
    }
}

/* Translates to a place of an item, on either kind of card. */
static void
go_to (QdCardFoot  *self,
       GtkSnapshot *snapshot,
       int          x,
       int          width,
       int          y)
{
  if (gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL)
    x = self->width - x - width;

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

static void
draw_item (QdCardFoot    *self,
           GtkSnapshot   *snapshot,
           const Item    *item,
           const GdkRGBA *rgba,
           int            height)
{
  GdkRGBA colour = *rgba;
  int x = item->x;
  int text_width, text_height;

  if (item->icon != NULL)
    {
      if (item->css_class != NULL)
        qd_palette_lookup (self->widget, item->css_class, &colour);
      if (item->answered)
        colour.alpha *= ANSWERED_ALPHA;

      gtk_snapshot_save (snapshot);
      go_to (self, snapshot, x, ICON_SIZE, (height - ICON_SIZE) / 2);
      qd_sign_draw (self->widget, snapshot, item->icon, &colour, ICON_SIZE);
      gtk_snapshot_restore (snapshot);
      x += ICON_SIZE + ICON_GAP;
    }

  if (item->text == NULL)
    return;

  pango_layout_get_pixel_size (item->text, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  go_to (self, snapshot, x, text_width, (height - text_height) / 2);
  gtk_snapshot_append_layout (snapshot, item->text, rgba);
  gtk_snapshot_restore (snapshot);
}

/**
 * qd_card_foot_new:
 * @widget: what it is drawn on; must outlive it
 * @state: the state of the card; must outlive it
 * @compact: whether it only shows what is in trouble
 * @width: in pixels
 *
 * Returns: (transfer full): the signs of a card that fit
 */
QdCardFoot *
qd_card_foot_new (GtkWidget         *widget,
                  const QdCardState *state,
                  gboolean           compact,
                  int                width)
{
  QdCardFoot *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (state != NULL, NULL);

  self = g_new0 (QdCardFoot, 1);
  self->widget = widget;
  self->state = state;
  self->compact = compact;
  self->width = width;
  for (QdCardSign sign = 0; sign < QD_N_CARD_SIGNS; sign++)
    if (is_there (state, sign, compact))
      append (self, sign);
  fit (self);

  return self;
}

/**
 * qd_card_foot_free:
 * @self: (transfer full): a foot
 */
void
qd_card_foot_free (QdCardFoot *self)
{
  for (guint i = 0; i < self->n_items; i++)
    g_clear_object (&self->items[i].text);
  g_free (self);
}

/**
 * qd_card_foot_is_needed:
 * @state: the state of a card
 * @compact: whether only to show what is in trouble
 *
 * Returns: whether there is any sign to show
 */
gboolean
qd_card_foot_is_needed (const QdCardState *state,
                        gboolean           compact)
{
  return qd_card_foot_measure_signs (state, compact) > 0;
}

/**
 * qd_card_foot_measure_signs:
 * @state: the state of a card
 * @compact: whether only to show what is in trouble
 *
 * Returns: how wide the signs are together, without any words, in pixels
 */
int
qd_card_foot_measure_signs (const QdCardState *state,
                            gboolean           compact)
{
  int width = 0;

  g_return_val_if_fail (state != NULL, 0);

  for (QdCardSign sign = 0; sign < QD_N_CARD_SIGNS; sign++)
    if (is_there (state, sign, compact))
      width += ICON_SIZE + (width > 0 ? SPACING : 0);

  return width;
}

/**
 * qd_card_foot_get_width:
 * @self: a foot
 *
 * Returns: the width that it was made for, in pixels
 */
int
qd_card_foot_get_width (QdCardFoot *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * qd_card_foot_snapshot:
 * @self: a foot
 * @snapshot: where to draw, at the origin
 * @rgba: colour of what has none of its own
 * @height: in pixels
 */
void
qd_card_foot_snapshot (QdCardFoot    *self,
                       GtkSnapshot   *snapshot,
                       const GdkRGBA *rgba,
                       int            height)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_items; i++)
    draw_item (self, snapshot, &self->items[i], rgba, height);
}

/**
 * qd_card_foot_dup_tooltip:
 * @self: a foot
 * @store: (nullable): the file that knows what was answered
 * @card: its card
 * @x: a place on it, from its start
 *
 * Returns: (transfer full) (nullable): what there is to add about the sign there
 */
char *
qd_card_foot_dup_tooltip (QdCardFoot *self,
                          QdStore    *store,
                          QdCard     *card,
                          int         x)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_items; i++)
    {
      const Item *item = &self->items[i];

      if (x >= item->x - SPACING / 2 && x < item->x + item->width + SPACING / 2)
        return qd_card_tips_dup (self->state, item->sign, store, card);
    }

  return NULL;
}
