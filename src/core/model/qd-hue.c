/* The colours that mean something, as numbers: for paper, pictures and reports,
 * where no style sheet is; and what people call them.
 *
 * They are those of data/style.css, and a test keeps them so.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-hue.h"

/* In the order in which new objectives take them: neighbours here are those
 * that differ most, for colour-blind readers too. */
static const char * const names[QD_N_COLOURS] = {
  NC_("colour", "Blue"),
  NC_("colour", "Orange"),
  NC_("colour", "Green"),
  NC_("colour", "Purple"),
  NC_("colour", "Gold"),
  NC_("colour", "Pink"),
  NC_("colour", "Indigo"),
  NC_("colour", "Teal"),
  NC_("colour", "Red"),
  NC_("colour", "Brown"),
  NC_("colour", "Lime"),
  NC_("colour", "Slate"),
};

static const QdHue objectives[QD_N_COLOURS] = {
  { 0x5c8df0, 0x93b2ff },
  { 0xe07400, 0xf57c0a },
  { 0x007a45, 0x4be598 },
  { 0x6428aa, 0xb06ac6 },
  { 0xa27424, 0xf8dc3c },
  { 0xcf40a3, 0xff8cbc },
  { 0x1f2f6e, 0x5f7cf0 },
  { 0x3f9f95, 0x72ccd8 },
  { 0xad1709, 0xee4937 },
  { 0x5e4032, 0xc69072 },
  { 0x829948, 0xbdec70 },
  { 0x4f606c, 0x919293 },
};

static const QdHue no_objective = { 0xb0b3b5, 0x76797b };

static const QdHue roles[] = {
  [QD_COLUMN_OTHER] = { 0x7c6f9c, 0xa99bc9 },
  [QD_COLUMN_NOT_STARTED] = { 0xa9adb0, 0x7b7f82 },
  [QD_COLUMN_IN_PROGRESS] = { 0x3584e4, 0x62a0ea },
  [QD_COLUMN_AT_RISK] = { 0xd9540b, 0xff8f4a },
  [QD_COLUMN_COMPLETE] = { 0x1f8a4c, 0x4fc883 },
};

static const QdHue good = { 0x1f8a4c, 0x4fc883 };
static const QdHue behind = { 0x9a6700, 0xf2c14e };
static const QdHue bad = { 0xc4380c, 0xff8f4a };
static const QdHue outdated = { 0x6c4f9c, 0xb9a3e3 };
static const QdHue quiet = { 0x6f7479, 0x9da2a7 };

/**
 * qd_hue_of_colour:
 * @colour: an index below %QD_N_COLOURS
 *
 * Returns: (transfer none): the colour of objectives of that index
 */
const QdHue *
qd_hue_of_colour (guint colour)
{
  return &objectives[colour % QD_N_COLOURS];
}

/**
 * qd_hue_of_objective:
 * @objective: (nullable): an objective
 *
 * Returns: (transfer none): its colour, or that of cards without an objective
 */
const QdHue *
qd_hue_of_objective (QdObjective *objective)
{
  if (objective == NULL)
    return &no_objective;

  return qd_hue_of_colour (qd_objective_get_colour (objective));
}

/**
 * qd_hue_of_health:
 * @health: a health
 *
 * Returns: (transfer none): its colour, in which its word can be read
 */
const QdHue *
qd_hue_of_health (QdHealth health)
{
  switch (health)
    {
    case QD_HEALTH_ON_TRACK:
    case QD_HEALTH_COMPLETE:
      return &good;

    case QD_HEALTH_BEHIND:
      return &behind;

    case QD_HEALTH_AT_RISK:
      return &bad;

    case QD_HEALTH_OUTDATED:
      return &outdated;

    case QD_HEALTH_PENDING:
    case QD_HEALTH_TOO_EARLY:
    case QD_HEALTH_CLOSED:
    default:
      return &quiet;
    }
}

/**
 * qd_hue_of_role:
 * @role: the role of a column
 *
 * Returns: (transfer none): its colour
 */
const QdHue *
qd_hue_of_role (QdColumnRole role)
{
  return &roles[(guint) role < G_N_ELEMENTS (roles) ? role : QD_COLUMN_OTHER];
}

/**
 * qd_hue_get_name:
 * @colour: an index below %QD_N_COLOURS
 *
 * Returns: (transfer none): what people call the colour of objectives of that index,
 *   translated
 */
const char *
qd_hue_get_name (guint colour)
{
  g_return_val_if_fail (colour < QD_N_COLOURS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "colour", names[colour]);
}
