#pragma once

#include "qd-transaction.h"

G_BEGIN_DECLS

/**
 * QdViewDraft:
 * @title: its name
 * @boards: (array length=n_boards): the ids of its boards, from left to right
 * @n_boards: how many
 * @density: how much it shows of each
 * @filter: (nullable) (array zero-terminated=1): tokens of the filter
 *
 * All that a view remembers.
 */
typedef struct
{
  const char *title;
  const QdId *boards;
  guint n_boards;
  QdDensity density;
  const char * const *filter;
} QdViewDraft;

/**
 * QdReviewed:
 * @board: the id of a board
 * @until: the instant up to which it was reviewed, in milliseconds since the Unix epoch;
 *   the #QdReviewBoard.until of what was read
 *
 * A board that somebody looked at.
 */
typedef struct
{
  QdId board;
  gint64 until;
} QdReviewed;

QdId     qd_edit_new_view      (QdStore           *store,
                                const QdViewDraft *draft,
                                GError           **error);
gboolean qd_edit_change_view   (QdStore           *store,
                                QdId               view,
                                const QdViewDraft *draft,
                                GError           **error);
gboolean qd_edit_mark_reviewed (QdStore           *store,
                                const QdReviewed  *boards,
                                guint              n_boards,
                                GError           **error);

G_END_DECLS
