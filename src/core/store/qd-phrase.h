#pragma once

#include "model/qd-types.h"

G_BEGIN_DECLS

/* For core/store only. */

/**
 * QdPhrase:
 * @field: which field was changed
 * @past: a format in the past, to be translated: "Moved “%s” to %s"
 * @name: the same as in "Undo …": "Move “%s” to %s"
 */
typedef struct
{
  int field;
  const char *past;
  const char *name;
} QdPhrase;

const QdPhrase *qd_phrase_of       (int            field);
const QdPhrase *qd_phrase_of_value (int            field);
const QdPhrase *qd_phrase_of_flag  (int            field,
                                    gboolean       on);
const QdPhrase *qd_phrase_of_named (int            field,
                                    QdEntityKind  *kind);

G_END_DECLS
