/* What health and confidence look like: a sign of its own shape and a colour
 * each, which go with their word, so that none of the three is ever the only one.
 *
 * The words are those of src/core/method, the colours stand in data/style.css,
 * and the signs are drawn by qd-sign.c.
 */

#include "config.h"

#include "qd-health.h"

static const struct
{
  const char *sign;
  const char *css_class;
} looks[] = {
  [QD_HEALTH_PENDING] = { "health-pending", "health-quiet" },
  [QD_HEALTH_TOO_EARLY] = { "health-too-early", "health-quiet" },
  [QD_HEALTH_ON_TRACK] = { "health-on-track", "health-good" },
  [QD_HEALTH_BEHIND] = { "health-behind", "health-behind" },
  [QD_HEALTH_AT_RISK] = { "health-at-risk", "health-bad" },
  [QD_HEALTH_COMPLETE] = { "health-complete", "health-good" },
  [QD_HEALTH_OUTDATED] = { "health-outdated", "health-outdated" },
  [QD_HEALTH_CLOSED] = { "health-closed", "health-quiet" },
};

/**
 * qd_health_get_sign:
 * @health: a health
 *
 * Returns: (transfer none): the name of its sign, for qd-sign.h
 */
const char *
qd_health_get_sign (QdHealth health)
{
  g_return_val_if_fail (health < G_N_ELEMENTS (looks), NULL);

  return looks[health].sign;
}

/**
 * qd_health_get_class:
 * @health: a health
 *
 * Returns: (transfer none): the class that stands for its colour, for
 *   qd_palette_lookup(): "health-good" and so on
 */
const char *
qd_health_get_class (QdHealth health)
{
  g_return_val_if_fail (health < G_N_ELEMENTS (looks), NULL);

  return looks[health].css_class;
}

/**
 * qd_health_get_confidence_sign:
 * @confidence: from 0 to 10
 *
 * Returns: (transfer none): the name of the sign of its band
 */
const char *
qd_health_get_confidence_sign (int confidence)
{
  switch (qd_confidence_get_band (confidence))
    {
    case QD_CONFIDENCE_HIGH:
      return "confidence-high";

    case QD_CONFIDENCE_MEDIUM:
      return "confidence-medium";

    case QD_CONFIDENCE_LOW:
    case QD_CONFIDENCE_UNKNOWN:
    default:
      return "confidence-low";
    }
}
