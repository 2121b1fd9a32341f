/* What a thing is and where it stands, in words. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-thing-place.h"

static const char *
get_kind_name (QdEntityKind kind)
{
  switch (kind)
    {
    case QD_ENTITY_BOARD:
      return _("Board");
    case QD_ENTITY_COLUMN:
      return _("Column");
    case QD_ENTITY_OBJECTIVE:
      return _("Objective");
    case QD_ENTITY_CARD:
      return _("Key result");
    case QD_ENTITY_MILESTONE:
      return _("Milestone");
    case QD_ENTITY_CHECKIN:
      return _("Check-in");
    case QD_ENTITY_COMMENT:
      return _("Comment");
    case QD_ENTITY_DEPENDENCY:
      return _("Dependency");
    case QD_ENTITY_NONE:
    case QD_ENTITY_CYCLE:
    case QD_ENTITY_TEAM:
    case QD_ENTITY_PHASE:
    case QD_ENTITY_ANSWER:
    case QD_ENTITY_VIEW:
    case QD_ENTITY_PERSON:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * qd_thing_place_describe:
 * @hit: something that was found
 * @store: where
 *
 * Returns: (transfer full): what it is and where, "Key result on Growth, 2026 Q4"
 */
char *
qd_thing_place_describe (const QdHit *hit,
                         QdStore     *store)
{
  QdEntity *board = NULL;
  QdCycle *cycle = NULL;

  if (hit->board != QD_ID_NONE)
    board = qd_store_lookup (store, hit->board);
  if (QD_IS_BOARD (board))
    cycle = qd_board_get_cycle (QD_BOARD (board));

  if (!QD_IS_BOARD (board) || (hit->kind == QD_ENTITY_BOARD && cycle == NULL))
    return g_strdup (get_kind_name (hit->kind));

  if (hit->kind == QD_ENTITY_BOARD)
    /* Translators: a kind of thing, and the cycle it belongs to. */
    return g_strdup_printf (_("%s in %s"), get_kind_name (hit->kind),
                            qd_entity_get_title (QD_ENTITY (cycle)));
  if (cycle == NULL)
    /* Translators: a kind of thing, and the board it stands on. */
    return g_strdup_printf (_("%s on %s"), get_kind_name (hit->kind),
                            qd_entity_get_title (board));

  /* Translators: a kind of thing, the board it stands on, and its cycle. */
  return g_strdup_printf (_("%s on %s, %s"), get_kind_name (hit->kind),
                          qd_entity_get_title (board),
                          qd_entity_get_title (QD_ENTITY (cycle)));
}
