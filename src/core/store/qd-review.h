#pragma once

#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdReviewSection:
 * @QD_REVIEW_CHANGED: what is another way than it was
 * @QD_REVIEW_AT_RISK: at risk or behind, by the figures or by the column
 * @QD_REVIEW_STUCK: in Not Started for too long
 * @QD_REVIEW_OUTDATED: nobody says anything any more
 * @QD_REVIEW_DISAGREEING: column, figures and confidence disagree, and nobody said why
 * @QD_REVIEW_WAITING: open dependencies, by whom one waits for
 * @QD_REVIEW_LOW_CONFIDENCE: hardly anybody believes in it
 * @QD_REVIEW_SHORT: does not get where it should by the last day, by the forecast
 *
 * What a review asks, in the order in which it does.
 */
typedef enum
{
  QD_REVIEW_CHANGED,
  QD_REVIEW_AT_RISK,
  QD_REVIEW_STUCK,
  QD_REVIEW_OUTDATED,
  QD_REVIEW_DISAGREEING,
  QD_REVIEW_WAITING,
  QD_REVIEW_LOW_CONFIDENCE,
  QD_REVIEW_SHORT,
} QdReviewSection;

#define QD_N_REVIEW_SECTIONS 8

/**
 * QdReviewItem:
 * @board: of which board under review it is told
 * @found_on: the board where that is to be found: @board, or the one that it went to
 * @about: what it is about: a card, an objective, a dependency, a column or the board
 * @card: the card that it is about or that has it, or %QD_ID_NONE
 * @present: whether that is in sight on @found_on
 * @order: what @about is told by, where several lines tell of it
 * @sentence: what is so, as a translated sentence without a full stop
 * @reason: why, as translated sentences or words that somebody wrote; "" for none
 * @group: (nullable): in %QD_REVIEW_WAITING whom one waits for, "" where nobody said
 * @escalated: there, whether those who can help were told
 * @days: there, for how long one waits
 * @at: when it was done, in milliseconds since the Unix epoch by the author's clock, or
 *   0 for what is so without being done
 * @author: (nullable): who did it
 * @owner: (nullable): whose card it is, where nothing was done
 *
 * One line of a review.
 */
typedef struct
{
  QdId board;
  QdId found_on;
  QdId about;
  QdId card;
  gboolean present;
  int order;
  char *sentence;
  char *reason;
  char *group;
  gboolean escalated;
  guint days;
  gint64 at;
  char *author;
  char *owner;
} QdReviewItem;

/**
 * QdReviewBoard:
 * @id: of the board
 * @title: its title
 * @reviewed: the instant up to which it was reviewed before, in milliseconds since the
 *   Unix epoch; 0 for never
 * @since: the instant since when its changes are told
 * @until: the instant up to which it is reviewed by whoever has read this: when it was
 *   read, but never before @since
 *
 * A board that is reviewed. Changes are told by their stamps. What was done by a clock
 * that was fast is told until that instant has come, rather than that anything after it
 * is lost. What comes from another device after the review, though it was done before,
 * is not told.
 */
typedef struct
{
  QdId id;
  char *title;
  gint64 reviewed;
  gint64 since;
  gint64 until;
} QdReviewBoard;

/**
 * QdReview:
 * @until: the instant at which it was read, in milliseconds since the Unix epoch
 * @today: the day for which it is
 * @since: the instant since when changes were asked for; 0 for the last review of each
 *   board
 * @boards: (element-type QdReviewBoard): those that are in sight, as they were asked for
 * @sections: (element-type QdReviewItem): what there is to tell, by #QdReviewSection;
 *   empty for nothing
 *
 * What somebody who looks after several boards wants to know of them. Plain values,
 * which nobody keeps up to date: read again when the store says that something changed.
 */
typedef struct
{
  gint64 until;
  QdDay today;
  gint64 since;
  GPtrArray *boards;
  GPtrArray *sections[QD_N_REVIEW_SECTIONS];
} QdReview;

QdReview            *qd_review_read              (QdStore          *store,
                                                  const QdId       *boards,
                                                  guint             n_boards,
                                                  gint64            since,
                                                  QdDay             today,
                                                  GError          **error);
void                 qd_review_free              (QdReview         *self);
const QdReviewBoard *qd_review_find_board        (const QdReview   *self,
                                                  QdId              board);
const char          *qd_review_section_get_title (QdReviewSection   section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdReview, qd_review_free)

G_END_DECLS
