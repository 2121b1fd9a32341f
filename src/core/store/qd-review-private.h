#pragma once

#include "qd-review-said.h"
#include "qd-review.h"

G_BEGIN_DECLS

/* For the review only. */

/**
 * QdReviewColumn:
 * @board: on which board it is
 * @title: its title
 * @alive: whether it is in sight
 *
 * A column of any board.
 */
typedef struct
{
  QdId board;
  char *title;
  gboolean alive;
} QdReviewColumn;

/**
 * QdReviewScope:
 * @store: the file
 * @review: what is told so far
 * @columns: (element-type QdId QdReviewColumn): all columns of the file
 * @board: the board that is told of now
 * @past: what of it was another way
 * @said: (element-type QdId QdSaid): what was said of its cards
 *
 * What a part of the review works on.
 */
typedef struct
{
  QdStore *store;
  QdReview *review;
  GHashTable *columns;
  QdBoard *board;
  QdPast *past;
  GHashTable *said;
} QdReviewScope;

/**
 * QdReviewCardFunc:
 * @scope: what to work on
 * @card: a key result of the board
 *
 * Tells of a card.
 */
typedef void (*QdReviewCardFunc) (const QdReviewScope *scope,
                                  QdKeyResult         *card);

char         *qd_review_dup_title      (const char          *title);
char         *qd_review_dup_title_of   (gpointer             entity);
char         *qd_review_dup_words      (const char          *text);
char         *qd_review_dup_value      (QdKeyResult         *card,
                                        double               value);
QdReviewItem *qd_review_add            (const QdReviewScope *scope,
                                        QdReviewSection      section,
                                        QdId                 about,
                                        gpointer             card,
                                        char                *sentence);
const QdSaid *qd_review_find_said      (const QdReviewScope *scope,
                                        gpointer             card);
gboolean      qd_review_is_in_sight    (const QdReviewScope *scope,
                                        QdCard              *card);
void          qd_review_for_each_card  (const QdReviewScope *scope,
                                        QdReviewCardFunc     function);

gboolean      qd_review_tell_changes   (const QdReviewScope *scope,
                                        GError             **error);
gboolean      qd_review_tell_figures   (const QdReviewScope *scope,
                                        GError             **error);
void          qd_review_tell_standing  (const QdReviewScope *scope);
gboolean      qd_review_tell_waiting   (const QdReviewScope *scope,
                                        GError             **error);
void          qd_review_sort_waiting   (QdReview            *review);

/**
 * QdReviewDeed:
 *
 * What was done, in the order in which it is told of a board.
 */
typedef enum
{
  QD_REVIEW_DEED_BOARD_NEW,
  QD_REVIEW_DEED_MOVED,
  QD_REVIEW_DEED_VALUE,
  QD_REVIEW_DEED_RETOLD,
  QD_REVIEW_DEED_MILESTONE,
  QD_REVIEW_DEED_BLOCKED,
  QD_REVIEW_DEED_RESOLVED,
  QD_REVIEW_DEED_NEW,
  QD_REVIEW_DEED_CAME,
  QD_REVIEW_DEED_WENT,
  QD_REVIEW_DEED_DROPPED,
  QD_REVIEW_DEED_OBJECTIVE_NEW,
  QD_REVIEW_DEED_OBJECTIVE_DROPPED,
  QD_REVIEW_DEED_ALIGNED,
  QD_REVIEW_DEED_BASELINE,
  QD_REVIEW_DEED_TARGET,
  QD_REVIEW_DEED_UPPER,
  QD_REVIEW_DEED_METRIC,
  QD_REVIEW_DEED_RENAMED,
  QD_REVIEW_DEED_COLUMN,
} QdReviewDeed;

QdReviewItem *qd_review_add_deed       (const QdReviewScope *scope,
                                        QdReviewDeed         deed,
                                        QdId                 about,
                                        gpointer             card,
                                        const QdPastCell    *cell,
                                        char                *sentence);

G_END_DECLS
