#pragma once

#include <gio/gio.h>

#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdPastMark:
 * @day: a day
 * @n_moves: how often a card went to another column
 * @n_checkins: how many check-ins were made
 * @n_cards: how many cards came, were archived, deleted or restored
 * @n_edits: what else was written on cards, each transaction once for each card
 *
 * What happened on a day.
 */
typedef struct
{
  QdDay day;
  guint n_moves;
  guint n_checkins;
  guint n_cards;
  guint n_edits;
} QdPastMark;

GArray *qd_past_marks_read     (const char        *path,
                                const QdId        *boards,
                                guint              n_boards,
                                QdDay              first,
                                QdDay              last,
                                GCancellable      *cancellable,
                                GError           **error);
guint   qd_past_mark_get_total (const QdPastMark  *self);

G_END_DECLS
