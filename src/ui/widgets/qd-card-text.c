/* What a card says, in words: on its face and to a screen reader.
 *
 * Texts come from outside and may be hostile: they are taken as plain text, on
 * one line, and only their beginning is ever laid out.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/qd-progress.h"
#include "model/qd-key-result.h"

#include "qd-card-text.h"
#include "qd-number-format.h"

/* More characters than anybody reads on a card. */
#define MAX_LENGTH 400

/**
 * qd_card_text_clip:
 * @text: valid UTF-8 of any length
 *
 * Returns: (transfer full): its beginning as one line: white space and control
 *   characters are single spaces, and an ellipsis stands where it was cut
 */
char *
qd_card_text_clip (const char *text)
{
  GString *clipped;
  guint length = 0;
  gboolean space = FALSE;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  clipped = g_string_new (NULL);
  for (p = text; *p != '\0' && length < MAX_LENGTH; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) ||
          c == 0x2028 || c == 0x2029)
        {
          space = clipped->len > 0;
          continue;
        }

      if (space)
        g_string_append_c (clipped, ' ');
      space = FALSE;
      g_string_append_unichar (clipped, c);
      length++;
    }

  if (*p != '\0')
    g_string_append (clipped, "…");

  return g_string_free (clipped, FALSE);
}

/**
 * qd_card_text_title:
 * @card: a card
 *
 * Returns: (transfer full): its title as one line of limited length, or what
 *   stands for a missing one
 */
char *
qd_card_text_title (QdCard *card)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (QD_IS_CARD (card), NULL);

  title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (card)));
  if (*title == '\0')
    return g_strdup (_("Untitled"));

  return g_steal_pointer (&title);
}

/* The unit stands once, behind the last figure, unless it is a sign. */
static char *
format_figure (double      value,
               const char *unit,
               gboolean    last)
{
  if (!last && !qd_number_unit_is_symbol (unit))
    unit = "";

  return qd_number_format_quantity (value, unit);
}

/**
 * qd_card_text_has_metric:
 * @card: a card
 *
 * Returns: whether it is a key result with any figure
 */
gboolean
qd_card_text_has_metric (QdCard *card)
{
  QdKeyResult *result;

  g_return_val_if_fail (QD_IS_CARD (card), FALSE);

  if (!QD_IS_KEY_RESULT (card))
    return FALSE;

  result = QD_KEY_RESULT (card);

  return !isnan (qd_key_result_get_baseline (result)) ||
         !isnan (qd_key_result_get_target (result)) ||
         !isnan (qd_key_result_get_current (result));
}

/**
 * qd_card_text_metric:
 * @card: a card
 *
 * Returns: (transfer full) (nullable): the figures of a key result, "200 → 500,
 *   now 350 users", as far as there are any; else %NULL
 */
char *
qd_card_text_metric (QdCard *card)
{
  QdKeyResult *result;
  g_autofree char *unit = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *now = NULL;
  double baseline, target, current;

  g_return_val_if_fail (QD_IS_CARD (card), NULL);

  if (!qd_card_text_has_metric (card))
    return NULL;

  result = QD_KEY_RESULT (card);
  unit = qd_card_text_clip (qd_key_result_get_unit (result));
  baseline = qd_key_result_get_baseline (result);
  target = qd_key_result_get_target (result);
  current = qd_key_result_get_current (result);

  from = format_figure (baseline, unit, isnan (target) && isnan (current));
  to = format_figure (target, unit, isnan (current));
  now = format_figure (current, unit, TRUE);

  if (!isnan (baseline) && !isnan (target) && !isnan (current))
    /* Translators: the figures of a key result: baseline, target, current */
    return g_strdup_printf (_("%s → %s, now %s"), from, to, now);
  if (!isnan (baseline) && !isnan (target))
    /* Translators: the figures of a key result: baseline, target */
    return g_strdup_printf (_("%s → %s"), from, to);
  if (!isnan (target) && !isnan (current))
    return g_strdup_printf (_("Target %s, now %s"), to, now);
  if (!isnan (target))
    return g_strdup_printf (_("Target %s"), to);
  if (!isnan (baseline) && !isnan (current))
    return g_strdup_printf (_("From %s, now %s"), from, now);
  if (!isnan (baseline))
    return g_strdup_printf (_("From %s"), from);

  return g_strdup_printf (_("Now %s"), now);
}

/**
 * qd_card_text_progress:
 * @card: a card
 *
 * Returns: the raw progress of a key result, 1.0 being 100 %, or NAN
 */
double
qd_card_text_progress (QdCard *card)
{
  QdKeyResult *result;

  g_return_val_if_fail (QD_IS_CARD (card), NAN);

  if (!QD_IS_KEY_RESULT (card))
    return NAN;

  result = QD_KEY_RESULT (card);

  return qd_progress_of_change (qd_key_result_get_baseline (result),
                                qd_key_result_get_target (result),
                                qd_key_result_get_current (result));
}

static const char *
kind_to_words (QdCardKind kind)
{
  switch (kind)
    {
    case QD_CARD_KEY_RESULT:
      return _("key result");

    default:
      g_return_val_if_reached ("");
    }
}

static void
append_part (GString    *words,
             const char *part)
{
  if (*part == '\0')
    return;

  if (words->len > 0)
    /* Translators: between the parts of what a screen reader says of a card */
    g_string_append (words, C_("enumeration", ", "));
  g_string_append (words, part);
}

static void
append_title_of (GString  *words,
                 gpointer  entity)
{
  g_autofree char *title = NULL;

  if (entity == NULL)
    return;

  title = qd_card_text_clip (qd_entity_get_title (entity));
  append_part (words, title);
}

/**
 * qd_card_text_accessible:
 * @card: a card
 * @position: where it stands among those that show in its column, from 0
 * @n_cards: how many these are; 0 where it stands in no list
 *
 * Returns: (transfer full): what the card says to the eye, in words: "Raise
 *   NPS, key result, In Progress, 2 of 5, 50 percent, Reliability"
 */
char *
qd_card_text_accessible (QdCard *card,
                         guint   position,
                         guint   n_cards)
{
  g_autofree char *title = NULL;
  GString *words;
  double progress;

  g_return_val_if_fail (QD_IS_CARD (card), NULL);

  words = g_string_new (NULL);
  title = qd_card_text_title (card);
  append_part (words, title);
  append_part (words, kind_to_words (qd_card_get_card_kind (card)));
  append_title_of (words, qd_card_get_column (card));

  if (n_cards > 0)
    {
      g_autofree char *place = NULL;

      /* Translators: the second of five cards in a column */
      place = g_strdup_printf (_("%u of %u"), position + 1, n_cards);
      append_part (words, place);
    }

  progress = qd_card_text_progress (card);
  if (!isnan (progress))
    {
      g_autofree char *number = qd_number_format (round (progress * 100.0));
      g_autofree char *percent = NULL;

      percent = g_strdup_printf (_("%s percent"), number);
      append_part (words, percent);
    }

  append_title_of (words, qd_card_get_objective (card));
  append_title_of (words, qd_card_get_owner (card));

  return g_string_free (words, FALSE);
}
