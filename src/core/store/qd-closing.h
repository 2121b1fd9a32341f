#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdClosingLack:
 * @QD_CLOSING_LACKS_GRADE: nobody has graded it
 * @QD_CLOSING_LACKS_DECISION: nobody has decided what becomes of it
 * @QD_CLOSING_LACKS_LEARNING: nobody has said what was learned from the gap; asked for,
 *   but a board can be closed without
 *
 * What is still to be said of a key result.
 */
typedef enum
{
  QD_CLOSING_LACKS_GRADE = 1 << 0,
  QD_CLOSING_LACKS_DECISION = 1 << 1,
  QD_CLOSING_LACKS_LEARNING = 1 << 2,
} QdClosingLack;

/**
 * QdClosingCard:
 * @id: of the key result
 * @objective: of its objective, or %QD_ID_NONE
 * @title: its title
 * @role: of the column it is in
 * @commitment: of its objective; aspirational without one
 * @weight: its share in its objective
 * @last: its last value in its unit, or NAN
 * @progress: raw progress, 1.0 being 100 %, or NAN
 * @proposed: the grade that the rules propose, from 0.0 to 1.0
 * @grade: the grade that it was given, or NAN
 * @reason: why it was graded so, or ""
 * @learning: what was learned, or ""
 * @shelf_reason: why it shall wait, or ""
 * @decision: what becomes of it
 * @asks_learning: whether there is a gap to learn from, by its grade, or by the
 *   proposed one while it has none
 * @lacks: what is still to be said; 0 where it is done
 *
 * A key result that is closed.
 */
typedef struct
{
  QdId id;
  QdId objective;
  char *title;
  QdColumnRole role;
  QdCommitment commitment;
  double weight;
  double last;
  double progress;
  double proposed;
  double grade;
  char *reason;
  char *learning;
  char *shelf_reason;
  QdDecision decision;
  gboolean asks_learning;
  QdClosingLack lacks;
} QdClosingCard;

/**
 * QdClosingObjective:
 * @id: of the objective; %QD_ID_NONE for the key results that have none
 * @title: its title, or ""
 * @commitment: of the objective
 * @weight: its share in the board
 * @grade: from those of its key results that are graded, or NAN
 * @cards: (element-type QdClosingCard): its key results, by column and place
 *
 * An objective that is closed.
 */
typedef struct
{
  QdId id;
  char *title;
  QdCommitment commitment;
  double weight;
  double grade;
  GPtrArray *cards;
} QdClosingObjective;

/**
 * QdClosing:
 * @board: of the board
 * @title: its title
 * @closed: when it was closed, or %QD_DAY_NONE
 * @objectives: (element-type QdClosingObjective): in their order, those without key
 *   results, too; last, where there are any, the key results without an objective
 * @grade: mean grade of the objectives, or NAN
 * @sentence: what that says of the plan, translated; "" without a grade
 * @n_cards: how many key results there are
 * @n_ungraded: how many of them nobody has graded yet
 * @n_open: how many of them lack a grade or a decision, without which no board is closed
 * @n_left: of how many of them something is still to be said
 * @next: where to go on: the first that is open, or else the first of which something is
 *   still to be said; %QD_ID_NONE without any
 * @refusal: (nullable): why the board cannot be closed yet, as a translated sentence;
 *   %NULL where it can, and where it is closed
 *
 * How far people have come with closing a board. Plain values, which nobody keeps up
 * to date: read again when the store says that something changed.
 */
typedef struct
{
  QdId board;
  char *title;
  QdDay closed;
  GPtrArray *objectives;
  double grade;
  const char *sentence;
  guint n_cards;
  guint n_ungraded;
  guint n_open;
  guint n_left;
  QdId next;
  char *refusal;
} QdClosing;

QdClosing           *qd_closing_read      (QdStore          *store,
                                           QdId              board,
                                           QdDay             today,
                                           GError          **error);
void                 qd_closing_free      (QdClosing        *self);
const QdClosingCard *qd_closing_find_card (const QdClosing  *self,
                                           QdId              card);
QdId                 qd_closing_find_next (QdStore          *store,
                                           QdId              board,
                                           GError          **error);
char                *qd_closing_dup_refusal
                                          (guint             n_ungraded,
                                           guint             n_undecided);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdClosing, qd_closing_free)

G_END_DECLS
