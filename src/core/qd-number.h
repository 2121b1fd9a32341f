#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdNumber:
 * @value: the number
 * @point: the separator before its decimals, or 0 where it has none
 * @group: the separator of its thousands, or 0 where they do not stand in groups; all
 *   apostrophes are one, and all spaces
 * @end: what follows it
 *
 * A number as it is written.
 */
typedef struct
{
  double value;
  char point;
  char group;
  const char *end;
} QdNumber;

gboolean qd_number_read (const char *at,
                         QdNumber   *number);

G_END_DECLS
