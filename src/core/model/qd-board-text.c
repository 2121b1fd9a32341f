/* How a board stands, in words: the parts of an enumeration, for the terminal, for
 * paper and for reports.
 *
 * Each part can be missing, and none ends a sentence.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-board-text.h"
#include "qd-line-text.h"
#include "qd-number-text.h"

/* More of the name of a cycle than anybody reads. */
#define MAX_CYCLE_LENGTH 80

/**
 * qd_board_text_append:
 * @words: an enumeration so far
 * @part: (transfer full) (nullable): what comes next; %NULL and "" are left out
 */
void
qd_board_text_append (GString *words,
                      char    *part)
{
  g_autofree char *owned = part;

  g_return_if_fail (words != NULL);

  if (owned == NULL || *owned == '\0')
    return;

  if (words->len > 0)
    g_string_append (words, C_("enumeration", ", "));
  g_string_append (words, owned);
}

/**
 * qd_board_text_title:
 * @entity: a #QdEntity
 * @max_length: how many characters are enough
 *
 * Returns: (transfer full): its title as one line, or what stands for a missing one
 */
char *
qd_board_text_title (gpointer entity,
                     guint    max_length)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (QD_IS_ENTITY (entity), NULL);

  title = qd_line_text (qd_entity_get_title (entity), max_length);

  return *title != '\0' ? g_steal_pointer (&title) : g_strdup (_("Untitled"));
}

/**
 * qd_board_text_week:
 * @cycle: (nullable): a cycle
 * @today: a day
 *
 * Returns: (transfer full) (nullable): where the day lies in the cycle: "week 8 of
 *   13"; %NULL where the cycle has no days
 */
char *
qd_board_text_week (QdCycle *cycle,
                    QdDay    today)
{
  guint n_weeks, week;

  if (cycle == NULL || qd_cycle_get_first_day (cycle) == QD_DAY_NONE)
    return NULL;

  n_weeks = qd_cycle_get_n_weeks (cycle);
  week = qd_cycle_get_week (cycle, today);
  if (week == 0)
    return g_strdup (_("not begun yet"));
  if (week > n_weeks)
    return g_strdup (_("over"));

  return g_strdup_printf (_("week %u of %u"), week, n_weeks);
}

/**
 * qd_board_text_time:
 * @board: a board
 * @today: a day
 *
 * Returns: (transfer full): its cycle, and where the day lies in it: "2026 Q4, week 8
 *   of 13"; "" where it has none
 */
char *
qd_board_text_time (QdBoard *board,
                    QdDay    today)
{
  QdCycle *cycle;
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (QD_IS_BOARD (board), g_string_free (words, FALSE));

  cycle = qd_board_get_cycle (board);
  if (cycle != NULL)
    {
      qd_board_text_append (words, qd_board_text_title (cycle, MAX_CYCLE_LENGTH));
      qd_board_text_append (words, qd_board_text_week (cycle, today));
    }

  return g_string_free (words, FALSE);
}

/**
 * qd_board_text_progress:
 * @standing: what the rules say about a board
 *
 * Returns: (transfer full) (nullable): "progress 25%, expected 64%"; %NULL where it
 *   has no key results
 */
char *
qd_board_text_progress (const QdBoardStanding *standing)
{
  g_autofree char *progress = qd_number_text_percent (standing->progress);
  g_autofree char *expected = qd_number_text_percent (standing->expected);

  if (isnan (standing->progress))
    return NULL;
  if (isnan (standing->expected))
    return g_strdup_printf (_("progress %s"), progress);

  return g_strdup_printf (_("progress %s, expected %s"), progress, expected);
}

/**
 * qd_board_text_net:
 * @standing: what the rules say about a board
 *
 * Returns: (transfer full) (nullable): "net confidence +25"; %NULL where there is
 *   nothing to tell it from
 */
char *
qd_board_text_net (const QdBoardStanding *standing)
{
  /* The sign says which way confidence leans. */
  const char *plus = standing->net_confidence > 0 ? "+" : "";
  g_autofree char *net = qd_number_text (standing->net_confidence);

  if (!standing->has_net_confidence)
    return NULL;

  /* Translators: a plus sign or nothing, and a number */
  return g_strdup_printf (_("net confidence %s%s"), plus, net);
}

/**
 * qd_board_text_counts:
 * @standing: what the rules say about a board
 *
 * Returns: (transfer full): "16 key results, 3 check-ins due, 1 outdated"
 */
char *
qd_board_text_counts (const QdBoardStanding *standing)
{
  const guint n = standing->n_key_results;
  GString *words = g_string_new (NULL);

  qd_board_text_append (words,
                        g_strdup_printf (ngettext ("%u key result", "%u key results", n), n));
  if (standing->n_due > 0)
    qd_board_text_append (words,
                          g_strdup_printf (ngettext ("%u check-in due", "%u check-ins due",
                                                     standing->n_due), standing->n_due));
  if (standing->n_outdated > 0)
    qd_board_text_append (words,
                          g_strdup_printf (ngettext ("%u outdated", "%u outdated",
                                                     standing->n_outdated),
                                           standing->n_outdated));

  return g_string_free (words, FALSE);
}
