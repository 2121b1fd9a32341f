/* What a card says, in words: on its face and to a screen reader.
 *
 * Texts come from outside and may be hostile: they are taken as plain text, on
 * one line, and only their beginning is ever laid out.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/qd-metric-text.h"

#include "qd-card-state.h"
#include "qd-card-text.h"
#include "qd-card-tips.h"
#include "qd-line-text.h"
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
  return qd_line_text (text, MAX_LENGTH);
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
  switch (qd_key_result_get_metric (result))
    {
    case QD_METRIC_NONE:
      return FALSE;

    case QD_METRIC_MILESTONES:
      return qd_key_result_get_summary (result)->n_milestones > 0;

    case QD_METRIC_YES_NO:
      return TRUE;

    case QD_METRIC_WITHIN:
      return !isnan (qd_key_result_get_target (result)) ||
             !isnan (qd_key_result_get_upper (result)) ||
             !isnan (qd_key_result_get_current (result));

    case QD_METRIC_AT_LEAST:
    case QD_METRIC_AT_MOST:
      return !isnan (qd_key_result_get_target (result)) ||
             !isnan (qd_key_result_get_current (result));

    case QD_METRIC_CHANGE:
    default:
      return !isnan (qd_key_result_get_baseline (result)) ||
             !isnan (qd_key_result_get_target (result)) ||
             !isnan (qd_key_result_get_current (result));
    }
}

/**
 * qd_card_text_metric:
 * @card: a card
 *
 * Returns: (transfer full) (nullable): the figures of a key result, as far as there
 *   are any: "200 → 500, now 350 users", "≥ 99.9%, now 99.95%", "2 of 5
 *   milestones"; else %NULL
 */
char *
qd_card_text_metric (QdCard *card)
{
  g_return_val_if_fail (QD_IS_CARD (card), NULL);

  if (!QD_IS_KEY_RESULT (card))
    return NULL;

  return qd_metric_text (QD_KEY_RESULT (card), qd_number_format_quantity);
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

/* To look a separator up in the catalogues costs more than what it separates. */
typedef struct
{
  GString *text;
  const char *separator;
} Words;

static void
words_init (Words *words)
{
  words->text = g_string_new (NULL);
  /* Translators: between the parts of what a screen reader says of a card */
  words->separator = C_("enumeration", ", ");
}

static void
append_part (Words      *words,
             const char *part)
{
  if (*part == '\0')
    return;

  if (words->text->len > 0)
    g_string_append (words->text, words->separator);
  g_string_append (words->text, part);
}

static void
append_title_of (Words    *words,
                 gpointer  entity)
{
  g_autofree char *title = NULL;

  if (entity == NULL)
    return;

  title = qd_card_text_clip (qd_entity_get_title (entity));
  append_part (words, title);
}

static void
append_progress (Words             *words,
                 const QdCardState *state)
{
  g_autofree char *progress = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *part = NULL;

  if (isnan (qd_card_state_get_progress (state)))
    return;

  progress = qd_number_format (round (state->standing.progress * 100.0));
  part = g_strdup_printf (_("%s percent"), progress);
  append_part (words, part);
  if (isnan (state->standing.expected))
    return;

  g_free (part);
  expected = qd_number_format (round (state->standing.expected * 100.0));
  /* Translators: after "50 percent": how many percent were expected */
  part = g_strdup_printf (_("expected %s"), expected);
  append_part (words, part);
}

/* What disagrees, but for the health, which has its own word. */
static void
append_disagreements (Words             *words,
                      const QdCardState *state)
{
  for (guint i = 0; i < state->n_disagreements; i++)
    {
      const char *name = qd_honesty_get_name (state->disagreements[i]);
      g_autofree char *answered = NULL;

      if (state->disagreements[i] == QD_DISAGREEMENT_OUTDATED)
        continue;

      /* Translators: a badge of a card, "Behind pace" */
      answered = g_strdup_printf (_("%s (answered)"), name);
      append_part (words, state->answered[i] ? answered : name);
    }
}

/* What the signs at the foot say. */
static void
append_signs (Words             *words,
              const QdCardState *state,
              QdCard            *card)
{
  static const QdCardSign signs[] = {
    QD_CARD_SIGN_MILESTONES, QD_CARD_SIGN_COMMENTS, QD_CARD_SIGN_CONFIDENCE,
  };

  g_autofree char *health = qd_card_state_dup_health (state);

  if (qd_card_state_has_sign (state, QD_CARD_SIGN_HEALTH))
    append_part (words, health);
  if (state->standing.is_due && !state->standing.outdated)
    append_part (words, _("due check-in"));
  append_disagreements (words, state);
  if (state->facts.blocked)
    append_part (words, _("blocked"));
  if (state->facts.n_waiting > 0)
    append_part (words, _("waiting"));

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (qd_card_state_has_sign (state, signs[i]))
      {
        g_autofree char *part = qd_card_tips_dup (state, signs[i], NULL, card);

        append_part (words, part);
      }
}

/**
 * qd_card_text_get_halves:
 * @card: a card
 * @before: (out) (transfer full): what it says before its place
 * @after: (out) (transfer full): what it says behind it; may be empty
 *
 * What a card says to the eye today, in words, for qd_card_text_join(): the place
 * changes much more often than the rest.
 */
void
qd_card_text_get_halves (QdCard  *card,
                         char   **before,
                         char   **after)
{
  g_autofree char *title = NULL;
  QdCardState state;
  Words words;

  g_return_if_fail (QD_IS_CARD (card));
  g_return_if_fail (before != NULL && after != NULL);

  qd_card_state_init (&state, card, qd_card_state_today (card));
  words_init (&words);
  title = qd_card_text_title (card);
  append_part (&words, title);
  append_part (&words, kind_to_words (qd_card_get_card_kind (card)));
  append_title_of (&words, qd_card_get_column (card));
  *before = g_string_free (words.text, FALSE);

  words.text = g_string_new (NULL);
  append_progress (&words, &state);
  append_title_of (&words, qd_card_get_objective (card));
  append_title_of (&words, qd_card_get_owner (card));
  if (state.measured)
    append_signs (&words, &state, card);
  *after = g_string_free (words.text, FALSE);
}

/**
 * qd_card_text_join:
 * @before: what a card says before its place
 * @after: what it says behind it
 * @position: where it stands among those that show in its column, from 0
 * @n_cards: how many these are; 0 where it stands in no list
 *
 * Returns: (transfer full): "Raise NPS, key result, In Progress, 2 of 5, 50 percent,
 *   expected 46, Reliability, due check-in"
 */
char *
qd_card_text_join (const char *before,
                   const char *after,
                   guint       position,
                   guint       n_cards)
{
  Words words;

  words_init (&words);
  append_part (&words, before);
  if (n_cards > 0)
    {
      g_autofree char *place = NULL;

      /* Translators: the second of five cards in a column */
      place = g_strdup_printf (_("%u of %u"), position + 1, n_cards);
      append_part (&words, place);
    }
  append_part (&words, after);

  return g_string_free (words.text, FALSE);
}
