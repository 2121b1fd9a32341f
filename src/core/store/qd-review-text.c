/* The review as one reads it, on the page as on paper: what is a heading, and what is
 * said of when and where.
 *
 * Only words; what is told was found before.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-review-text.h"

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
list_section (GArray          *entries,
              const QdReview  *review,
              QdReviewSection  section)
{
  GPtrArray *items = review->sections[section];
  const QdReviewEntry heading = {
    .section = section, .text = qd_review_section_get_title (section), .n_lines = items->len,
  };
  const char *group = NULL;

  if (items->len == 0)
    return;

  g_array_append_val (entries, heading);
  for (guint i = 0; i < items->len; i++)
    {
      const QdReviewItem *item = items->pdata[i];
      QdReviewEntry entry = { .section = section, .item = item, .text = item->sentence };

      if (item->group != NULL && g_strcmp0 (group, item->group) != 0)
        {
          const QdReviewEntry minor = {
            .section = section, .group = item->group,
            .text = *item->group != '\0' ? item->group : _("Nobody Named"),
            .n_lines = count_group (items, i),
          };

          g_array_append_val (entries, minor);
        }
      group = item->group;
      g_array_append_val (entries, entry);
    }
}

/* When all boards were reviewed, if on one day; for never, no day. */
static gboolean
find_common_day (const QdReview *review,
                 QdDay          *day)
{
  for (guint i = 0; i < review->boards->len; i++)
    {
      const QdReviewBoard *board = review->boards->pdata[i];
      const QdDay reviewed = board->reviewed != 0 ? qd_day_of_instant (board->reviewed)
                                                  : QD_DAY_NONE;

      if (i > 0 && reviewed != *day)
        return FALSE;
      *day = reviewed;
    }

  return review->boards->len > 0;
}

static char *
describe_since (const QdReview *review)
{
  GString *words = g_string_new (NULL);
  g_autofree char *day = qd_day_to_long (qd_review_text_first_day (review));

  if (day != NULL)
    append (words, g_strdup_printf (_("Changes since %s"), day));
  append (words, qd_review_text_remark (review));

  return g_string_free (words, FALSE);
}

/* Several boards are not in the title. */
static void
add_boards (QdDocument     *document,
            const QdReview *review)
{
  GString *words = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < review->boards->len; i++)
    append (words, g_strdup (((const QdReviewBoard *) review->boards->pdata[i])->title));
  text = g_string_free (words, FALSE);
  if (review->boards->len > 1)
    qd_document_add_paragraph (document, text);
}

/**
 * qd_review_text_list:
 * @review: a review
 *
 * Returns: (transfer full) (element-type QdReviewEntry): its sections in their order, a
 *   heading before each; nothing of those in which there is nothing to tell. They are
 *   of use for as long as the review is
 */
GArray *
qd_review_text_list (const QdReview *review)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (QdReviewEntry));

  g_return_val_if_fail (review != NULL, entries);

  for (guint i = 0; i < QD_N_REVIEW_SECTIONS; i++)
    list_section (entries, review, (QdReviewSection) i);

  return entries;
}

/**
 * qd_review_text_title:
 * @review: a review
 * @name: (nullable): what its boards are called together; %NULL for the title of the
 *   only one, or how many they are
 *
 * Returns: (transfer full): what it is about
 */
char *
qd_review_text_title (const QdReview *review,
                      const char     *name)
{
  const guint n = review->boards->len;

  if (name == NULL && n == 1)
    name = ((const QdReviewBoard *) review->boards->pdata[0])->title;
  if (name != NULL)
    return g_strdup_printf (_("Review of %s"), name);

  return g_strdup_printf (ngettext ("Review of %u board", "Review of %u boards", n), n);
}

/**
 * qd_review_text_remark:
 *
 * Returns: (transfer full): when its boards were reviewed before
 */
char *
qd_review_text_remark (const QdReview *review)
{
  g_autofree char *text = NULL;
  QdDay day = QD_DAY_NONE;
  guint n_never = 0;

  if (find_common_day (review, &day))
    {
      if (day == QD_DAY_NONE)
        return g_strdup (review->since == 0
                           ? _("Never reviewed; what changed in the last seven days")
                           : _("Never reviewed"));
      if (day == review->today)
        return g_strdup (_("Last reviewed today"));
      text = qd_day_to_long (day);
      return g_strdup_printf (_("Last reviewed on %s"), text);
    }

  for (guint i = 0; i < review->boards->len; i++)
    n_never += ((const QdReviewBoard *) review->boards->pdata[i])->reviewed == 0 ? 1 : 0;
  if (n_never > 0)
    return g_strdup_printf (ngettext ("Reviewed on different days, %u board never",
                                      "Reviewed on different days, %u boards never", n_never),
                            n_never);

  return g_strdup (_("Reviewed on different days"));
}

/**
 * qd_review_text_place:
 * @review: a review
 * @item: an item of it
 *
 * Returns: (transfer full): on which board, and who did it when, or whose it is
 */
char *
qd_review_text_place (const QdReview     *review,
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

/**
 * qd_review_text_first_day:
 *
 * Returns: the first day of which changes are told; %QD_DAY_NONE without boards
 */
QdDay
qd_review_text_first_day (const QdReview *review)
{
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < review->boards->len; i++)
    first = MIN (first, ((const QdReviewBoard *) review->boards->pdata[i])->since);

  return first != G_MAXINT64 ? qd_day_of_instant (first + 1) : QD_DAY_NONE;
}

/**
 * qd_review_text_document:
 * @review: a review
 * @name: (nullable): what its boards are called together, as for
 *   qd_review_text_title()
 *
 * Returns: (transfer full): all that it tells
 */
QdDocument *
qd_review_text_document (const QdReview *review,
                         const char     *name)
{
  g_autofree char *title = qd_review_text_title (review, name);
  g_autofree char *since = describe_since (review);
  QdDocument *document = qd_document_new (title, since, review->today);
  g_autoptr (GArray) entries = qd_review_text_list (review);

  add_boards (document, review);
  for (guint i = 0; i < entries->len; i++)
    {
      const QdReviewEntry *entry = &g_array_index (entries, QdReviewEntry, i);
      g_autofree char *place = NULL;

      if (entry->item != NULL)
        {
          place = qd_review_text_place (review, entry->item);
          qd_document_add_line (document, 0, entry->text, entry->item->reason, place);
        }
      else if (entry->group != NULL)
        qd_document_add_subheading (document, entry->text, entry->n_lines);
      else
        qd_document_add_heading (document, entry->text, entry->n_lines);
    }
  if (entries->len == 0)
    qd_document_add_paragraph (document, _("Nothing changed, nothing is stuck, and there is "
                                           "nothing to follow up on."));

  return document;
}
