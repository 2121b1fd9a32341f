#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdQuantity:
 * @baseline: where it starts, or NAN
 * @target: where it should land
 * @unit: (nullable): unit of both
 *
 * The numbers of a key result.
 */
typedef struct
{
  double baseline;
  double target;
  char *unit;
} QdQuantity;

gboolean  qd_quantity_find       (const char  *statement,
                                  QdQuantity  *quantity);
void      qd_quantity_clear      (QdQuantity  *quantity);

gboolean  qd_quantity_read       (const char  *text,
                                  double      *value,
                                  char       **unit,
                                  const char **rest);
gboolean  qd_quantity_same_unit  (const char  *a,
                                  const char  *b);

G_END_DECLS
