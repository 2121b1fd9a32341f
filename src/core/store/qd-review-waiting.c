/* What the cards of a board wait for, by whom they wait for. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-review-private.h"
#include "qd-store-private.h"

/* Whom one waits for, over all boards. */
typedef struct
{
  char *name;                   /* as it was written first */
  gboolean escalated;
  guint n_items;
} Group;

static const char open_dependencies[] =
  "SELECT d.id, d.card, d.title, d.waits_for, d.flagged, d.escalated, d.created"
  " FROM \"column\" AS k CROSS JOIN card AS c ON c.parent=k.id"
  " CROSS JOIN dependency AS d ON d.card=c.id"
  " WHERE k.parent=?1 AND c.n_waiting>0 AND d.resolved IS NULL"
  " AND coalesce(d.archived,0)=0 AND coalesce(d.deleted,0)=0";

static QdDay
read_day (sqlite3_stmt *row,
          int           column)
{
  const char *text = qd_db_text (row, column);

  return text != NULL ? qd_day_parse (text) : QD_DAY_NONE;
}

static char *
describe_wait (guint  days,
               QdDay  escalated)
{
  g_autofree char *wait = g_strdup_printf (ngettext ("For %u day", "For %u days", days), days);
  g_autofree char *day = qd_day_to_long (escalated);

  if (day == NULL)
    return g_strdup_printf (_("%s, not escalated"), wait);

  /* Translators: "For 12 days, escalated on November 22, 2026" */
  return g_strdup_printf (_("%s, escalated on %s"), wait, day);
}

static void
tell (const QdReviewScope *scope,
      QdKeyResult         *card,
      sqlite3_stmt        *row)
{
  const QdDay today = scope->review->today;
  const QdDay escalated = read_day (row, 5);
  g_autofree char *title = qd_review_dup_title_of (card);
  g_autofree char *what = qd_review_dup_title (qd_db_text (row, 2));
  g_autofree char *whom = g_strstrip (g_strdup (qd_db_text (row, 3) != NULL
                                                  ? qd_db_text (row, 3) : ""));
  g_autofree char *line = qd_review_dup_title (whom);
  QdDay since = read_day (row, 4);
  QdReviewItem *item;
  guint days;

  if (since == QD_DAY_NONE)
    since = qd_day_of_instant (sqlite3_column_int64 (row, 6));
  days = MAX (today, since) - since;
  item = qd_review_add (scope, QD_REVIEW_WAITING, sqlite3_column_int64 (row, 0), card,
                        *whom != '\0'
                          ? g_strdup_printf (_("“%s” waits for “%s” from %s"), title, what, line)
                          : g_strdup_printf (_("“%s” waits for “%s”"), title, what));
  g_free (item->reason);
  item->reason = describe_wait (days, escalated);
  item->group = g_strdup (*whom != '\0' ? line : "");
  item->escalated = escalated != QD_DAY_NONE;
  item->days = days;
  if (qd_card_get_owner (QD_CARD (card)) != NULL)
    item->owner = qd_review_dup_title_of (qd_card_get_owner (QD_CARD (card)));
}

/* Tells what the cards of the board wait for. Returns whether the file could be read. */
gboolean
qd_review_tell_waiting (const QdReviewScope  *scope,
                        GError              **error)
{
  QdDb *db = qd_store_get_db (scope->store);
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error, open_dependencies, "i",
                                   qd_entity_get_id (QD_ENTITY (scope->board)));

  while (row != NULL && qd_db_next (db, row, &failed))
    {
      QdEntity *card = qd_store_lookup (scope->store, sqlite3_column_int64 (row, 1));

      if (QD_IS_KEY_RESULT (card) && qd_review_is_in_sight (scope, QD_CARD (card)))
        tell (scope, QD_KEY_RESULT (card), row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

static void
group_free (gpointer data)
{
  Group *self = data;

  g_free (self->name);
  g_free (self);
}

/* "Platform" and "platform" are the same. */
static GHashTable *
collect_groups (GPtrArray *items)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free);

  for (guint i = 0; i < items->len; i++)
    {
      QdReviewItem *item = items->pdata[i];
      g_autofree char *key = g_utf8_casefold (item->group, -1);
      Group *group = g_hash_table_lookup (groups, key);

      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->name = g_strdup (item->group);
          g_hash_table_insert (groups, g_steal_pointer (&key), group);
        }
      g_free (item->group);
      item->group = g_strdup (group->name);
      group->escalated |= item->escalated;
      group->n_items++;
    }

  return groups;
}

static const Group *
find_group (GHashTable         *groups,
            const QdReviewItem *item)
{
  g_autofree char *key = g_utf8_casefold (item->group, -1);

  return g_hash_table_lookup (groups, key);
}

/* Who was told comes first, then for whom most waits; nobody comes last. */
static int
compare_groups (const Group *a,
                const Group *b)
{
  const gboolean named_a = *a->name != '\0';
  const gboolean named_b = *b->name != '\0';

  if (named_a != named_b)
    return named_b - named_a;
  if (a->escalated != b->escalated)
    return b->escalated - a->escalated;
  if (a->n_items != b->n_items)
    return a->n_items > b->n_items ? -1 : 1;

  return g_utf8_collate (a->name, b->name);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      groups)
{
  const QdReviewItem *one = *(const QdReviewItem * const *) a;
  const QdReviewItem *other = *(const QdReviewItem * const *) b;
  const Group *group = find_group (groups, one);
  const Group *other_group = find_group (groups, other);

  if (group != other_group)
    return compare_groups (group, other_group);

  if (one->escalated != other->escalated)
    return other->escalated - one->escalated;

  return (one->days < other->days) - (one->days > other->days);
}

/* Puts those together that wait for the same, over all boards. */
void
qd_review_sort_waiting (QdReview *review)
{
  GPtrArray *items = review->sections[QD_REVIEW_WAITING];
  g_autoptr (GHashTable) groups = collect_groups (items);

  g_ptr_array_sort_with_data (items, compare, groups);
}
