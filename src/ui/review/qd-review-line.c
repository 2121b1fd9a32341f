/* One line of the review: the heading of a section, of those that wait for the same, or
 * something that is told of a board.
 *
 * A line is known by its key, and tells another thing when that changed: its row stays,
 * and with it the focus and a comment that somebody is writing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-review-line.h"

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

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdReviewLine, qd_review_line, G_TYPE_OBJECT)

static char *
describe_day (QdDay day,
              QdDay today)
{
  if (day == today)
    return g_strdup (C_("when something was done", "today"));
  if (day + 1 == today)
    return g_strdup (C_("when something was done", "yesterday"));

  return qd_day_to_long (day);
}

/* Takes @part. */
static void
append (GString *words,
        char    *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
  g_free (part);
}

static char *
describe_place (const QdReview     *review,
                const QdReviewItem *item)
{
  const QdReviewBoard *board = qd_review_find_board (review, item->board);
  GString *words = g_string_new (board != NULL ? board->title : NULL);

  append (words, g_strdup (item->author));
  if (item->at != 0)
    append (words, describe_day (qd_day_of_instant (item->at), review->today));
  if (item->owner != NULL)
    append (words, g_strdup_printf (_("Owner: %s"), item->owner));

  return g_string_free (words, FALSE);
}

/* Takes @key. */
static QdReviewLine *
create_heading (char       *key,
                gboolean    minor,
                const char *text,
                guint       n_lines)
{
  QdReviewLine *self = g_object_new (QD_TYPE_REVIEW_LINE, NULL);

  self->key = key;
  self->heading = TRUE;
  self->minor = minor;
  self->text = g_strdup (text);
  self->count = g_strdup_printf ("%u", n_lines);
  self->reason = g_strdup ("");
  self->place = g_strdup ("");

  return self;
}

static QdReviewLine *
create (const QdReview     *review,
        QdReviewSection     section,
        const QdReviewItem *item)
{
  QdReviewLine *self = g_object_new (QD_TYPE_REVIEW_LINE, NULL);

  self->key = g_strdup_printf ("%d/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%d", (int) section,
                               item->board, item->about, item->order);
  self->text = g_strdup (item->sentence);
  self->reason = g_strdup (item->reason);
  self->place = describe_place (review, item);
  self->board = item->board;
  self->about = item->about;
  self->card = item->card;
  self->present = item->present;

  return self;
}

/* How many items from @first on wait for the same. */
static guint
count_group (GPtrArray *items,
             guint      first)
{
  const QdReviewItem *item = items->pdata[first];
  guint end = first + 1;

  while (end < items->len &&
         g_str_equal (((const QdReviewItem *) items->pdata[end])->group, item->group))
    end++;

  return end - first;
}

static void
add_section (GPtrArray       *lines,
             const QdReview  *review,
             QdReviewSection  section)
{
  GPtrArray *items = review->sections[section];
  const char *group = NULL;

  if (items->len == 0)
    return;

  g_ptr_array_add (lines, create_heading (g_strdup_printf ("%d", (int) section), FALSE,
                                          qd_review_section_get_title (section), items->len));
  for (guint i = 0; i < items->len; i++)
    {
      const QdReviewItem *item = items->pdata[i];

      if (item->group != NULL && g_strcmp0 (group, item->group) != 0)
        g_ptr_array_add (lines,
                         create_heading (g_strdup_printf ("%d/%s", (int) section, item->group),
                                         TRUE,
                                         *item->group != '\0' ? item->group : _("Nobody Named"),
                                         count_group (items, i)));
      group = item->group;
      g_ptr_array_add (lines, create (review, section, item));
    }
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

  g_return_val_if_fail (review != NULL, lines);

  for (guint i = 0; i < QD_N_REVIEW_SECTIONS; i++)
    add_section (lines, review, (QdReviewSection) i);

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
 * Returns: the board where it stands
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

static gboolean
take_text (char **text,
           char **other)
{
  if (g_strcmp0 (*text, *other) == 0)
    return FALSE;

  g_free (*text);
  *text = g_steal_pointer (other);

  return TRUE;
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
  gboolean changed;

  g_return_if_fail (QD_IS_REVIEW_LINE (self));
  g_return_if_fail (QD_IS_REVIEW_LINE (other));

  changed = take_text (&self->text, &other->text);
  changed |= take_text (&self->count, &other->count);
  changed |= take_text (&self->reason, &other->reason);
  changed |= take_text (&self->place, &other->place);
  changed |= self->present != other->present || self->card != other->card;
  self->present = other->present;
  self->card = other->card;
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}
