#pragma once

#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdQuantityFlaw:
 * @QD_QUANTITY_FLAW_NONE: nothing was left aside
 * @QD_QUANTITY_FLAW_SAME: a way that leads from a number to the same one
 * @QD_QUANTITY_FLAW_UNCLEAR: a way, or several, that could not be told
 *
 * Why a statement that names where to begin and where to land has no quantity.
 */
typedef enum
{
  QD_QUANTITY_FLAW_NONE,
  QD_QUANTITY_FLAW_SAME,
  QD_QUANTITY_FLAW_UNCLEAR,
} QdQuantityFlaw;

/**
 * QdQuantity:
 * @baseline: where it starts, or NAN
 * @target: where it should land
 * @unit: (nullable): unit of both
 * @metric: whether the target is a limit to keep to, or %QD_METRIC_CHANGE
 * @flaw: why there is none, where the statement names one
 *
 * The numbers of a key result.
 */
typedef struct
{
  double baseline;
  double target;
  char *unit;
  QdMetricKind metric;
  QdQuantityFlaw flaw;
} QdQuantity;

gboolean     qd_quantity_find         (const char        *statement,
                                       QdQuantity        *quantity);
void         qd_quantity_clear        (QdQuantity        *quantity);
const char  *qd_quantity_explain_flaw (const QdQuantity  *quantity);

gboolean     qd_quantity_read         (const char        *text,
                                       double            *value,
                                       char             **unit,
                                       QdMetricKind      *metric,
                                       const char       **rest);
gboolean     qd_quantity_same_unit    (const char        *a,
                                       const char        *b);

G_END_DECLS
