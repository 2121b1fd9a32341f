#pragma once

#include <gtk/gtk.h>

#include "qd-filter-part.h"

G_BEGIN_DECLS

/**
 * QdFilterWanted:
 * @parts: (element-type QdFilterPart): in the order in which they were chosen
 * @kinds: bits of the kinds among them
 * @questions: bits of the kinds that stand for them: see
 *   qd_filter_part_get_question()
 * @text: (nullable): of the part that is one, as it was typed
 * @words: (nullable): in the text
 *
 * What is asked of cards; never changed, only replaced.
 */
typedef struct
{
  GArray *parts;
  guint kinds;
  guint questions;
  char *text;
  char **words;
} QdFilterWanted;

#define QD_FILTER_BIT(kind) (1u << (kind))

QdFilterWanted     *qd_filter_wanted_new        (const char * const   *tokens);
void                qd_filter_wanted_free       (QdFilterWanted       *self);

const QdFilterPart *qd_filter_wanted_get        (const QdFilterWanted *self,
                                                 guint                 nth);
gboolean            qd_filter_wanted_contains   (const QdFilterWanted *self,
                                                 const QdFilterPart   *part);
gboolean            qd_filter_wanted_equal      (const QdFilterWanted *a,
                                                 const QdFilterWanted *b);
GtkFilterChange     qd_filter_wanted_compare    (const QdFilterWanted *before,
                                                 const QdFilterWanted *after);
char              **qd_filter_wanted_dup_tokens (const QdFilterWanted *self,
                                                 guint                 questions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFilterWanted, qd_filter_wanted_free)

G_END_DECLS
