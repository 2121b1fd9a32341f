#pragma once

#include "qd-edit-plan.h"

G_BEGIN_DECLS

/* Anywhere, as a parent to look in. */
#define QD_FIND_ANYWHERE ((QdId) -1)

gboolean  qd_find_is_same_title
                         (const char    *a,
                          const char    *b);
QdId      qd_find_titled (QdStore       *store,
                          QdEntityKind   kind,
                          QdId           parent,
                          const char    *title,
                          GError       **error);
QdId      qd_find_cycle  (QdStore       *store,
                          const char    *title,
                          QdDay          first_day,
                          QdDay          last_day,
                          GError       **error);
gboolean  qd_find_board  (QdStore       *store,
                          const char    *title,
                          QdId           cycle,
                          QdBoardPlan   *board,
                          guint         *n_objectives,
                          GError       **error);
gboolean  qd_find_text   (QdStore       *store,
                          QdId           id,
                          QdField        field,
                          char         **text,
                          GError       **error);
QdId      qd_find_card   (QdStore       *store,
                          QdId           board,
                          QdId           objective,
                          const char    *title,
                          GError       **error);

G_END_DECLS
