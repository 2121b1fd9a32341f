/* One line of the review: the heading of a section, of those that wait for the same, or
 * something that is told of a board.
 *
 * A line is known by its key, and tells another thing when that changed: its row stays,
 * and with it the focus and a comment that somebody is writing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-review-line.h"
#include "store/qd-review-text.h"

struct _QdReviewLine
{
  GObject parent_instance;

  char *key;
  gboolean heading;
  gboolean minor; /* the heading of a part of a section */
  char *text;
  char *count;  /* (nullable): how many lines follow */
  char *reason;
  char *place;
  QdId board;
  QdId about;
  QdId card;
  gboolean present;
  gboolean commenting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdReviewLine, qd_review_line, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static QdReviewLine *
create_heading (const QdReviewEntry *entry)
{
  QdReviewLine *self = g_object_new (QD_TYPE_REVIEW_LINE, NULL);

  self->key = entry->group != NULL
                ? g_strdup_printf ("%d/%s", (int) entry->section, entry->group)
                : g_strdup_printf ("%d", (int) entry->section);
  self->heading = TRUE;
  self->minor = entry->group != NULL;
  self->text = g_strdup (entry->text);
  self->count = g_strdup_printf ("%u", entry->n_lines);
  self->reason = g_strdup ("");
  self->place = g_strdup ("");

  return self;
}

static QdReviewLine *
create (const QdReview      *review,
        const QdReviewEntry *entry)
{
  QdReviewLine *self = g_object_new (QD_TYPE_REVIEW_LINE, NULL);
  const QdReviewItem *item = entry->item;

  self->key = g_strdup_printf ("%d/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%d",
                               (int) entry->section, item->board, item->about, item->order);
  self->text = g_strdup (entry->text);
  self->reason = g_strdup (item->reason);
  self->place = qd_review_text_place (review, item);
  self->board = item->found_on;
  self->about = item->about;
  self->card = item->card;
  self->present = item->present;

  return self;
}

static void
qd_review_line_finalize (GObject *object)
{
  QdReviewLine *self = QD_REVIEW_LINE (object);

  g_free (self->key);
  g_free (self->text);
  g_free (self->count);
  g_free (self->reason);
  g_free (self->place);

  G_OBJECT_CLASS (qd_review_line_parent_class)->finalize (object);
}

static void
qd_review_line_class_init (QdReviewLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_review_line_finalize;

  /**
   * QdReviewLine::changed:
   *
   * It tells something else.
   */
  signals[CHANGED] =
    g_signal_new ("changed", QD_TYPE_REVIEW_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
qd_review_line_init (QdReviewLine *self)
{
}

/**
 * qd_review_line_list:
 * @review: a review
 *
 * Returns: (transfer full) (element-type QdReviewLine): its sections in their order, a
 *   heading before each; nothing of those in which there is nothing to tell
 */
GPtrArray *
qd_review_line_list (const QdReview *review)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) entries = NULL;

  g_return_val_if_fail (review != NULL, lines);

  entries = qd_review_text_list (review);
  for (guint i = 0; i < entries->len; i++)
    {
      const QdReviewEntry *entry = &g_array_index (entries, QdReviewEntry, i);

      g_ptr_array_add (lines, entry->item != NULL ? create (review, entry)
                                                  : create_heading (entry));
    }

  return lines;
}

/**
 * qd_review_line_get_key:
 *
 * Returns: (transfer none): the same for lines that tell of the same
 */
const char *
qd_review_line_get_key (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), NULL);

  return self->key;
}

/**
 * qd_review_line_is_heading:
 *
 * Returns: whether it only says what follows
 */
gboolean
qd_review_line_is_heading (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), FALSE);

  return self->heading;
}

/**
 * qd_review_line_is_minor:
 *
 * Returns: whether it is the heading of a part of a section
 */
gboolean
qd_review_line_is_minor (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), FALSE);

  return self->minor;
}

/**
 * qd_review_line_get_text:
 *
 * Returns: (transfer none): what it says
 */
const char *
qd_review_line_get_text (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), NULL);

  return self->text;
}

/**
 * qd_review_line_get_count:
 *
 * Returns: (transfer none) (nullable): of a heading, how many lines follow
 */
const char *
qd_review_line_get_count (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), NULL);

  return self->count;
}

/**
 * qd_review_line_get_reason:
 *
 * Returns: (transfer none): why, or ""
 */
const char *
qd_review_line_get_reason (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), NULL);

  return self->reason;
}

/**
 * qd_review_line_get_place:
 *
 * Returns: (transfer none): on which board, and who did it when, or whose it is
 */
const char *
qd_review_line_get_place (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), NULL);

  return self->place;
}

/**
 * qd_review_line_dup_name:
 *
 * Returns: (transfer full): all that it says, for a screen reader
 */
char *
qd_review_line_dup_name (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), NULL);

  if (self->heading)
    /* Translators: for a screen reader: the heading of a list, and how many it has */
    return g_strdup_printf (C_("heading", "%s, %s"), self->text, self->count);
  if (*self->reason != '\0')
    /* Translators: for a screen reader: what is so, why, and on which board */
    return g_strdup_printf (_("%s: %s, %s"), self->text, self->reason, self->place);

  /* Translators: for a screen reader: what is so, and on which board */
  return g_strdup_printf (C_("line of a review", "%s, %s"), self->text, self->place);
}

/**
 * qd_review_line_get_board:
 *
 * Returns: the board where what it is about is to be found
 */
QdId
qd_review_line_get_board (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), QD_ID_NONE);

  return self->board;
}

/**
 * qd_review_line_get_about:
 *
 * Returns: what it is about
 */
QdId
qd_review_line_get_about (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), QD_ID_NONE);

  return self->about;
}

/**
 * qd_review_line_get_card:
 *
 * Returns: the card that has it, or %QD_ID_NONE
 */
QdId
qd_review_line_get_card (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), QD_ID_NONE);

  return self->card;
}

/**
 * qd_review_line_is_present:
 *
 * Returns: whether what it is about is in sight on its board
 */
gboolean
qd_review_line_is_present (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), FALSE);

  return self->present;
}

/**
 * qd_review_line_get_commenting:
 *
 * Returns: whether somebody writes a comment in it
 */
gboolean
qd_review_line_get_commenting (QdReviewLine *self)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), FALSE);

  return self->commenting;
}

/**
 * qd_review_line_set_commenting:
 * @commenting: whether somebody writes a comment in it
 */
void
qd_review_line_set_commenting (QdReviewLine *self,
                               gboolean      commenting)
{
  g_return_if_fail (QD_IS_REVIEW_LINE (self));

  if (self->commenting == commenting)
    return;

  self->commenting = commenting;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * qd_review_line_equal:
 * @self: a line
 * @other: one of the same key
 *
 * Returns: whether they tell the same
 */
gboolean
qd_review_line_equal (QdReviewLine *self,
                      QdReviewLine *other)
{
  g_return_val_if_fail (QD_IS_REVIEW_LINE (self), FALSE);
  g_return_val_if_fail (QD_IS_REVIEW_LINE (other), FALSE);

  return strcmp (self->text, other->text) == 0 &&
         g_strcmp0 (self->count, other->count) == 0 &&
         strcmp (self->reason, other->reason) == 0 &&
         strcmp (self->place, other->place) == 0 &&
         self->present == other->present && self->card == other->card;
}

static void
take_text (char **text,
           char **other)
{
  g_free (*text);
  *text = g_steal_pointer (other);
}

/**
 * qd_review_line_take:
 * @self: a line
 * @other: one of the same key, which is of no use afterwards
 *
 * Tells what @other tells.
 */
void
qd_review_line_take (QdReviewLine *self,
                     QdReviewLine *other)
{
  g_return_if_fail (QD_IS_REVIEW_LINE (self));
  g_return_if_fail (QD_IS_REVIEW_LINE (other));

  take_text (&self->text, &other->text);
  take_text (&self->count, &other->count);
  take_text (&self->reason, &other->reason);
  take_text (&self->place, &other->place);
  self->present = other->present;
  self->card = other->card;
  g_signal_emit (self, signals[CHANGED], 0);
}
