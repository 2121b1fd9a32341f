#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In characters; no number that anybody means is longer. */
#define QD_TYPED_NUMBER_MAX_LENGTH 64

/**
 * QdTypedNumber:
 * @value: the number, thousands and millions multiplied out; NAN for nothing
 * @nothing: whether nothing but white space was typed
 *
 * What a person typed where a number is wanted.
 */
typedef struct
{
  double value;
  gboolean nothing;
} QdTypedNumber;

gboolean qd_typed_number_read    (const char     *text,
                                  const char     *unit,
                                  QdTypedNumber  *result,
                                  GError        **error);
gboolean qd_typed_number_read_as (const char     *text,
                                  const char     *unit,
                                  const char     *decimal,
                                  QdTypedNumber  *result,
                                  GError        **error);

G_END_DECLS
