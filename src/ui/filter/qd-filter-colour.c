/* The colour in which a part of a filter shows: that of the objectives it asks for.
 *
 * It is told as the class of a style sheet; which cards the part wants is not known
 * here.
 */

#include "config.h"

#include "model/qd-objective.h"
#include "widgets/qd-palette.h"

#include "qd-filter-colour.h"

/**
 * qd_filter_colour_get_class:
 * @part: a part
 * @store: the file that objectives are in
 *
 * Returns: (transfer none) (nullable): the class that stands for the colour of
 *   what it asks for; %NULL where that has none
 */
const char *
qd_filter_colour_get_class (const QdFilterPart *part,
                            QdStore            *store)
{
  QdEntity *entity;

  g_return_val_if_fail (part != NULL, NULL);
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  if (part->kind == QD_FILTER_COLOUR)
    return qd_palette_get_class ((guint) part->value);
  if (qd_filter_part_get_question (part) != QD_FILTER_OBJECTIVE)
    return NULL;

  entity = part->value != QD_ID_NONE ? qd_store_lookup (store, part->value) : NULL;
  if (!QD_IS_OBJECTIVE (entity))
    return "no-objective";

  return qd_palette_get_class (qd_objective_get_colour (QD_OBJECTIVE (entity)));
}
