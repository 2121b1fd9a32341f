#pragma once

#include "qd-key-result.h"

G_BEGIN_DECLS

/**
 * QdQuantityFunc:
 * @value: a number
 * @unit: its unit, or ""
 *
 * Returns: (transfer full): number and unit, as qd_number_text_quantity() writes them
 */
typedef char *(*QdQuantityFunc) (double      value,
                                 const char *unit);

char *qd_metric_text (QdKeyResult    *key_result,
                      QdQuantityFunc  quantity);

G_END_DECLS
