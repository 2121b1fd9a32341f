#pragma once

#include "method/qd-confidence.h"
#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdUnsent:
 * @written: when, in milliseconds since 1970-01-01T00:00:00Z
 * @value: (nullable): the number as it was typed, which may not be one yet
 * @answer: whether it is done, 0 or 1, or %QD_UNSENT_NO_ANSWER
 * @note: (nullable): what moved
 * @blocker: (nullable): what is in the way
 * @confidence: from 0 to 10, or %QD_CONFIDENCE_NONE
 *
 * What was written of a check-in and not sent.
 */
typedef struct
{
  gint64 written;
  char *value;
  int answer;
  char *note;
  char *blocker;
  int confidence;
} QdUnsent;

#define QD_UNSENT_NO_ANSWER (-1)

QdUnsent *qd_unsent_new      (void);
void      qd_unsent_free     (QdUnsent        *self);
gboolean  qd_unsent_is_empty (const QdUnsent  *self);

QdUnsent *qd_unsent_read     (QdId             card);
gboolean  qd_unsent_is_there (QdId             card);
gboolean  qd_unsent_keep     (QdId             card,
                              const QdUnsent  *unsent,
                              GError         **error);
void      qd_unsent_forget   (QdId             card);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdUnsent, qd_unsent_free)

G_END_DECLS
