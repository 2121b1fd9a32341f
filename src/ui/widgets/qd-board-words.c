/* What a board says as a whole, in words: for labels, tooltips and screen readers.
 *
 * Only writes down what the rules of the method say; it asks neither them nor the
 * clock.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <math.h>

#include "qd-board-words.h"
#include "qd-card-text.h"
#include "qd-day-text.h"
#include "qd-number-format.h"

static void
append (GString    *words,
        const char *part)
{
  if (words->len > 0)
    g_string_append (words, C_("enumeration", ", "));
  g_string_append (words, part);
}

static void
append_progress (GString               *words,
                 const QdBoardStanding *standing)
{
  g_autofree char *progress = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *part = NULL;

  if (isnan (standing->progress))
    return;

  progress = qd_number_format (round (standing->progress * 100.0));
  /* Translators: in a sentence about a board, for a screen reader */
  part = g_strdup_printf (_("progress %s percent"), progress);
  append (words, part);
  if (isnan (standing->expected))
    return;

  g_free (part);
  expected = qd_number_format (round (standing->expected * 100.0));
  part = g_strdup_printf (_("expected %s"), expected);
  append (words, part);
}

/**
 * qd_board_words_name:
 * @board: a board
 *
 * Returns: (transfer full): what tells it from all others: its title and its cycle
 */
char *
qd_board_words_name (QdBoard *board)
{
  g_autofree char *title = NULL;
  QdCycle *cycle;

  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (board)));
  cycle = qd_board_get_cycle (board);
  if (cycle == NULL)
    return g_steal_pointer (&title);

  /* Translators: a board and its cycle: "Growth team, 2026 Q4" */
  return g_strdup_printf (_("%s, %s"), title, qd_entity_get_title (QD_ENTITY (cycle)));
}

/**
 * qd_board_words_net:
 * @net: net confidence in percent
 *
 * Returns: (transfer full): the number with its sign: "+25", "0", "−10"
 */
char *
qd_board_words_net (int net)
{
  g_autofree char *number = qd_number_format (net);

  if (net <= 0)
    return g_steal_pointer (&number);

  /* As the minus sign, it would go behind the number without a mark. */
  return g_strconcat (gtk_get_locale_direction () == GTK_TEXT_DIR_RTL ? "\u200e+" : "+",
                      number, NULL);
}

/**
 * qd_board_words_net_sign:
 * @net: net confidence in percent
 *
 * Returns: (transfer none): the name of the sign beside it, for qd-sign.h
 */
const char *
qd_board_words_net_sign (int net)
{
  if (net > 0)
    return "confidence-high";

  return net < 0 ? "confidence-low" : "confidence-medium";
}

/**
 * qd_board_words_closed:
 * @board: a board
 *
 * Returns: (transfer full) (nullable): "closed on January 8, 2027", or %NULL where it is open
 */
char *
qd_board_words_closed (QdBoard *board)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  if (qd_board_get_closed (board) == QD_DAY_NONE)
    return NULL;

  day = qd_day_text_full (qd_board_get_closed (board));

  /* Translators: a day; said of a board. */
  return g_strdup_printf (_("closed on %s"), day);
}

/**
 * qd_board_words_progress:
 * @standing: what the rules say about a board
 *
 * Returns: (transfer full): a sentence about its progress
 */
char *
qd_board_words_progress (const QdBoardStanding *standing)
{
  g_autofree char *percent = NULL;
  g_autofree char *expected = NULL;

  g_return_val_if_fail (standing != NULL, NULL);

  percent = qd_number_format_percent (standing->progress);
  if (isnan (standing->expected))
    /* Translators: a share in percent, of all objectives of the board */
    return g_strdup_printf (_("Progress of the board %s"), percent);

  expected = qd_number_format_percent (standing->expected);
  /* Translators: two shares in percent, of all objectives of the board */
  return g_strdup_printf (_("Progress of the board %s, expected %s"), percent, expected);
}

/**
 * qd_board_words_confidence:
 * @standing: what the rules say about a board
 *
 * Returns: (transfer full): a sentence about its net confidence
 */
char *
qd_board_words_confidence (const QdBoardStanding *standing)
{
  g_autofree char *net = NULL;

  g_return_val_if_fail (standing != NULL, NULL);

  net = qd_board_words_net (standing->net_confidence);

  /* Translators: a number with its sign, "+25" */
  return g_strdup_printf (_("Net confidence %s: percent on track minus percent at risk"),
                          net);
}

/**
 * qd_board_words_due:
 * @n_due: how many key results wait for their check-in
 *
 * Returns: (transfer full): "3 check-ins due"
 */
char *
qd_board_words_due (guint n_due)
{
  return g_strdup_printf (ngettext ("%u check-in due", "%u check-ins due", n_due), n_due);
}

/**
 * qd_board_words_accessible:
 * @board: a board
 * @with_cycle: whether to say which cycle it belongs to
 * @standing: what the rules say about it
 * @columns: (nullable): what there is to say of its columns
 *
 * Returns: (transfer full): all that the head of a board says to the eye: "Growth,
 *   2026 Q4, progress 54 percent, expected 46, net confidence +25, 3 check-ins due"
 */
char *
qd_board_words_accessible (QdBoard               *board,
                           gboolean               with_cycle,
                           const QdBoardStanding *standing,
                           const char            *columns)
{
  g_autofree char *title = NULL;
  g_autofree char *closed = NULL;
  GString *words;

  g_return_val_if_fail (QD_IS_BOARD (board), NULL);
  g_return_val_if_fail (standing != NULL, NULL);

  title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (board)));
  words = g_string_new (title);
  if (with_cycle && qd_board_get_cycle (board) != NULL)
    append (words, qd_entity_get_title (QD_ENTITY (qd_board_get_cycle (board))));

  closed = qd_board_words_closed (board);
  if (closed != NULL)
    append (words, closed);

  append_progress (words, standing);
  if (standing->has_net_confidence)
    {
      g_autofree char *net = qd_board_words_net (standing->net_confidence);
      g_autofree char *part = NULL;

      /* Translators: a number with its sign, "+25" */
      part = g_strdup_printf (_("net confidence %s"), net);
      append (words, part);
    }
  if (columns != NULL && *columns != '\0')
    append (words, columns);
  if (standing->n_due > 0)
    {
      g_autofree char *due = qd_board_words_due (standing->n_due);

      append (words, due);
    }

  return g_string_free (words, FALSE);
}
