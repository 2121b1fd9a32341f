/* What the owners believe: confidence of a key result, and a board in one figure.
 *
 * Never about a person: nothing here is summed up by owner.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-confidence.h"

/* From these on, confidence is high, or medium. */
#define HIGH 7
#define MEDIUM 4

/**
 * qd_confidence_get_band:
 * @confidence: from 0 to %QD_CONFIDENCE_MAX, or %QD_CONFIDENCE_NONE
 *
 * The method's rule for confidence: 7 and more is high, 4 to 6 medium, 3 and less
 * low.
 *
 * Returns: the band; %QD_CONFIDENCE_UNKNOWN for what is no confidence
 */
QdConfidenceBand
qd_confidence_get_band (int confidence)
{
  if (confidence < 0 || confidence > QD_CONFIDENCE_MAX)
    return QD_CONFIDENCE_UNKNOWN;
  if (confidence >= HIGH)
    return QD_CONFIDENCE_HIGH;
  if (confidence >= MEDIUM)
    return QD_CONFIDENCE_MEDIUM;

  return QD_CONFIDENCE_LOW;
}

/**
 * qd_confidence_get_word:
 * @confidence: from 0 to %QD_CONFIDENCE_MAX, or %QD_CONFIDENCE_NONE
 *
 * Returns: (transfer none): the word for its band, translated
 */
const char *
qd_confidence_get_word (int confidence)
{
  switch (qd_confidence_get_band (confidence))
    {
    case QD_CONFIDENCE_LOW:
      return C_("confidence", "low");

    case QD_CONFIDENCE_MEDIUM:
      return C_("confidence", "medium");

    case QD_CONFIDENCE_HIGH:
      return C_("confidence", "high");

    case QD_CONFIDENCE_UNKNOWN:
    default:
      return C_("confidence", "not said");
    }
}

/**
 * qd_confidence_net:
 * @healths: (array length=n): health of each key result of a board
 * @n: how many there are
 * @net: (out): where to put the net confidence, in percent from −100 to 100; not
 *   touched where there is none
 *
 * Net confidence of a board, by the method's rule for confidence:
 *
 * |[
 * net = 100 · (on track − at risk) ÷ all
 * ]|
 *
 * rounded, half away from zero. Complete counts as on track, and closed does not
 * count at all.
 *
 * Returns: whether there was anything to count
 */
gboolean
qd_confidence_net (const QdHealth *healths,
                   gsize           n,
                   int            *net)
{
  int balance = 0;
  int all = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (healths[i] == QD_HEALTH_CLOSED)
        continue;

      all++;
      if (healths[i] == QD_HEALTH_ON_TRACK || healths[i] == QD_HEALTH_COMPLETE)
        balance++;
      else if (healths[i] == QD_HEALTH_AT_RISK)
        balance--;
    }

  if (all == 0)
    return FALSE;

  *net = (int) round (100 * (double) balance / all);
  return TRUE;
}
