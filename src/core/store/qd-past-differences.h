#pragma once

#include "qd-field.h"
#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdPastDifference:
 * @field: what of the card is another way
 * @name: what that is called, translated
 * @then: what it was, as text; "—" for nothing
 * @now: what it is
 *
 * A text or a value of a card that is another one than it was.
 */
typedef struct
{
  QdField field;
  const char *name;
  char *then;
  char *now;
} QdPastDifference;

void       qd_past_difference_free  (QdPastDifference  *self);

GPtrArray *qd_past_differences_read (QdStore           *store,
                                     QdId               card,
                                     gint64             instant,
                                     GError           **error);
gboolean   qd_edit_copy_back        (QdStore           *store,
                                     QdId               card,
                                     QdField            field,
                                     gint64             instant,
                                     GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdPastDifference, qd_past_difference_free)

G_END_DECLS
