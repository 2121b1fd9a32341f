#pragma once

#include <gio/gio.h>

#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdComparisonKind:
 * @QD_COMPARISON_MOVED: a card stands in another column
 * @QD_COMPARISON_VALUE: a card has another value
 * @QD_COMPARISON_NEW: a card is there only on the later day
 * @QD_COMPARISON_DROPPED: a card is there only on the earlier day
 * @QD_COMPARISON_RENAMED: a card has another title
 *
 * What is another way, in the order in which it is told.
 */
typedef enum
{
  QD_COMPARISON_MOVED,
  QD_COMPARISON_VALUE,
  QD_COMPARISON_NEW,
  QD_COMPARISON_DROPPED,
  QD_COMPARISON_RENAMED,
} QdComparisonKind;

#define QD_N_COMPARISON_KINDS 5

/**
 * QdComparisonItem:
 * @kind: what is another way
 * @board: the board on which the card stands on the later day; the earlier where it was
 *   dropped
 * @card: the card
 * @from: the column in which it stood on the earlier day, or %QD_ID_NONE
 * @to: the column in which it stands on the later day, or %QD_ID_NONE
 * @title: of the card, on the later day where it is there
 * @text: the difference, translated: "In Progress → At Risk", "33 → 41 (+8)"
 *
 * One difference of a card between two days.
 */
typedef struct
{
  QdComparisonKind kind;
  QdId board;
  QdId card;
  QdId from;
  QdId to;
  char *title;
  char *text;
} QdComparisonItem;

GPtrArray  *qd_comparison_read           (const char        *path,
                                          const QdId        *boards,
                                          guint              n_boards,
                                          gint64             earlier,
                                          gint64             later,
                                          GCancellable      *cancellable,
                                          GError           **error);
const char *qd_comparison_kind_get_title (QdComparisonKind   kind);

G_END_DECLS
