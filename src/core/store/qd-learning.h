#pragma once

#include <gio/gio.h>

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdLearning:
 * @card: the key result
 * @board: the board that it stands on, which may have been put away since
 * @title: of the key result
 * @learning: what was learned
 * @grade: how it was graded, from 0.0 to 1.0, or NAN
 * @cycle: title of the cycle, or ""
 * @first_day: of the cycle, or %QD_DAY_NONE
 * @team: title of the team, or ""
 *
 * What somebody wrote down when a cycle was closed.
 */
typedef struct
{
  QdId card;
  QdId board;
  char *title;
  char *learning;
  double grade;
  char *cycle;
  QdDay first_day;
  char *team;
} QdLearning;

GPtrArray *qd_learning_find      (QdStore       *store,
                                  const char    *title,
                                  QdId           except,
                                  guint          limit,
                                  GError       **error);
GPtrArray *qd_learning_find_file (const char    *path,
                                  const char    *title,
                                  QdId           except,
                                  guint          limit,
                                  GCancellable  *cancellable,
                                  GError       **error);
GPtrArray *qd_learning_list      (QdStore       *store,
                                  GError       **error);
GPtrArray *qd_learning_list_file (const char    *path,
                                  GCancellable  *cancellable,
                                  GError       **error);
void       qd_learning_free      (QdLearning    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdLearning, qd_learning_free)

G_END_DECLS
