#pragma once

#include "qd-filter-part.h"

G_BEGIN_DECLS

/**
 * QdFilterChange:
 * @QD_FILTER_DIFFERENT: some cards may show now, and others no longer
 * @QD_FILTER_LESS_STRICT: all cards that showed before show
 * @QD_FILTER_MORE_STRICT: no card shows that did not before
 *
 * How what is asked for differs from what was before.
 */
typedef enum
{
  QD_FILTER_DIFFERENT,
  QD_FILTER_LESS_STRICT,
  QD_FILTER_MORE_STRICT,
} QdFilterChange;

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
QdFilterChange      qd_filter_wanted_compare    (const QdFilterWanted *before,
                                                 const QdFilterWanted *after);
gboolean            qd_filter_wanted_heeds      (const QdFilterWanted *self,
                                                 guint                 changes);
char              **qd_filter_wanted_dup_tokens (const QdFilterWanted *self,
                                                 guint                 questions);
char               *qd_filter_wanted_describe   (const QdFilterWanted *self,
                                                 QdStore              *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdFilterWanted, qd_filter_wanted_free)

G_END_DECLS
