/* What changed in the figures of the cards of a board since it was reviewed: values,
 * milestones, blockers, and what they are measured by.
 *
 * Of cards that are on the board now, and were in the file then: also of those that came
 * from another board, but of what is new in itself, that it came is enough.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-number-text.h"
#include "qd-review-private.h"
#include "qd-store-private.h"

static gboolean
is_same (double a,
         double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* The unit once, where it is a word. */
static char *
dup_first_value (QdKeyResult *card,
                 double       value)
{
  return qd_number_text_sticks (qd_key_result_get_unit (card))
           ? qd_review_dup_value (card, value) : qd_number_text (value);
}

static char *
describe_value (QdKeyResult  *card,
                const QdSaid *said)
{
  g_autofree char *title = qd_review_dup_title_of (card);
  g_autofree char *from = dup_first_value (card, said->before);
  g_autofree char *to = qd_review_dup_value (card, said->now);

  if (qd_key_result_get_metric (card) == QD_METRIC_YES_NO)
    return g_strdup_printf (said->now >= 1.0 ? _("“%s” is done")
                                             : _("“%s” is not done"), title);
  if (isnan (said->before))
    return g_strdup_printf (_("“%s” has its first value, %s"), title, to);

  return g_strdup_printf (_("“%s” went from %s to %s"), title, from, to);
}

static gboolean
is_moved (QdKeyResult  *card,
          const QdSaid *said)
{
  if (qd_key_result_get_metric (card) == QD_METRIC_YES_NO)
    return (said->before >= 1.0) != (said->now >= 1.0);

  return !is_same (said->before, said->now);
}

static void
tell_value (const QdReviewScope *scope,
            QdKeyResult         *card,
            const QdSaid        *said)
{
  QdReviewItem *item;

  if (isnan (said->now) || !is_moved (card, said))
    return;

  item = qd_review_add_deed (scope, QD_REVIEW_DEED_VALUE, said->last, card,
                             qd_past_find_teller (scope->past, said->last),
                             describe_value (card, said));
  g_free (item->reason);
  item->reason = qd_review_dup_words (said->note);
}

/* A figure that was wrong did not move. */
static void
tell_correction (const QdReviewScope *scope,
                 QdKeyResult         *card,
                 const QdSaid        *said)
{
  g_autofree char *title = NULL;
  g_autofree char *then = NULL;
  g_autofree char *before = NULL;
  char *sentence;

  if (said->retold == QD_ID_NONE || is_same (said->then, said->before))
    return;

  title = qd_review_dup_title_of (card);
  if (isnan (said->before))
    {
      then = qd_review_dup_value (card, said->then);
      sentence = g_strdup_printf (_("The value of “%s” was taken back; it was %s"), title, then);
    }
  else
    {
      then = dup_first_value (card, said->then);
      before = qd_review_dup_value (card, said->before);
      sentence = g_strdup_printf (said->corrected
                                    ? _("The value of “%s” was corrected from %s to %s")
                                    : _("The value of “%s” was taken back from %s to %s"),
                                  title, then, before);
    }
  qd_review_add_deed (scope, QD_REVIEW_DEED_RETOLD, said->retold, card,
                      qd_past_find_teller (scope->past, said->retold), sentence);
}

static void
tell_obstacles (const QdReviewScope *scope,
                QdKeyResult         *card,
                const QdSaid        *said)
{
  g_autofree char *title = qd_review_dup_title_of (card);
  QdReviewItem *item;

  for (guint i = 0; i < said->new_obstacles->len; i++)
    {
      const QdObstacle *obstacle = said->new_obstacles->pdata[i];

      item = qd_review_add_deed (scope, QD_REVIEW_DEED_BLOCKED, obstacle->teller, card,
                                 qd_past_find_teller (scope->past, obstacle->teller),
                                 g_strdup_printf (_("“%s” is blocked"), title));
      g_free (item->reason);
      item->reason = qd_review_dup_words (obstacle->text);
    }

  for (guint i = 0; i < said->gone_obstacles->len; i++)
    {
      const QdObstacle *obstacle = said->gone_obstacles->pdata[i];
      const QdPastCell *cell = qd_past_find (scope->past, obstacle->teller,
                                             QD_FIELD_CHECKIN_RESOLVED);

      item = qd_review_add_deed (scope, QD_REVIEW_DEED_RESOLVED, obstacle->teller, card,
                                 cell != NULL ? cell
                                              : qd_past_find_teller (scope->past,
                                                                     obstacle->teller),
                                 g_strdup_printf (_("A blocker of “%s” is out of the way"),
                                                  title));
      g_free (item->reason);
      item->reason = qd_review_dup_words (obstacle->text);
    }
}

static double
get_number (const QdValue *value)
{
  if (value->type == QD_VALUE_TEXT)
    return g_ascii_strtod (value->text, NULL);

  return value->type == QD_VALUE_INTEGER ? (double) value->integer : NAN;
}

/* What is to be reached, as sentences of the title and of what was and is. */
static const struct
{
  QdReviewDeed deed;
  int field;
  double (*get) (QdKeyResult *self);
  const char *set;
  const char *moved;
  const char *taken;
} goals[] = {
  { QD_REVIEW_DEED_BASELINE, QD_FIELD_CARD_BASELINE, qd_key_result_get_baseline,
    N_("The baseline of “%s” is now %s"), N_("The baseline of “%s” went from %s to %s"),
    N_("The baseline of “%s” was taken off; it was %s") },
  { QD_REVIEW_DEED_TARGET, QD_FIELD_CARD_TARGET, qd_key_result_get_target,
    N_("The target of “%s” is now %s"), N_("The target of “%s” went from %s to %s"),
    N_("The target of “%s” was taken off; it was %s") },
  { QD_REVIEW_DEED_UPPER, QD_FIELD_CARD_UPPER, qd_key_result_get_upper,
    N_("The upper limit of “%s” is now %s"), N_("The upper limit of “%s” went from %s to %s"),
    N_("The upper limit of “%s” was taken off; it was %s") },
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* The formats come from the table above, whose translations msgfmt checks. */
static void
tell_goal (const QdReviewScope *scope,
           QdKeyResult         *card,
           guint                nth)
{
  const QdPastCell *cell = qd_past_find (scope->past, qd_entity_get_id (QD_ENTITY (card)),
                                         goals[nth].field);
  const double was = cell != NULL ? get_number (&cell->was) : NAN;
  const double now = goals[nth].get (card);
  g_autofree char *title = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  char *sentence;

  if (cell == NULL || is_same (was, now))
    return;

  title = qd_review_dup_title_of (card);
  if (!isnan (was) && !isnan (now))
    {
      first = dup_first_value (card, was);
      second = qd_review_dup_value (card, now);
      sentence = g_strdup_printf (_(goals[nth].moved), title, first, second);
    }
  else
    {
      first = qd_review_dup_value (card, isnan (now) ? was : now);
      sentence = g_strdup_printf (_(isnan (now) ? goals[nth].taken : goals[nth].set), title,
                                  first);
    }
  qd_review_add_deed (scope, goals[nth].deed, qd_entity_get_id (QD_ENTITY (card)), card, cell,
                      sentence);
}

#pragma GCC diagnostic pop

static void
tell_metric (const QdReviewScope *scope,
             QdKeyResult         *card)
{
  const QdId id = qd_entity_get_id (QD_ENTITY (card));
  const QdPastCell *cell = qd_past_find (scope->past, id, QD_FIELD_CARD_METRIC);
  const QdMetricKind now = qd_key_result_get_metric (card);
  g_autofree char *title = NULL;

  if (cell == NULL || qd_value_get_integer (&cell->was) == (gint64) now)
    return;

  title = qd_review_dup_title_of (card);
  qd_review_add_deed (scope, QD_REVIEW_DEED_METRIC, id, card, cell,
                      g_strdup_printf (_("“%s” is measured in another way"), title));
}

static void
tell_renamed (const QdReviewScope *scope,
              QdKeyResult         *card)
{
  const QdId id = qd_entity_get_id (QD_ENTITY (card));
  const QdPastCell *cell = qd_past_find (scope->past, id, QD_FIELD_CARD_TITLE);
  g_autofree char *was = NULL;
  g_autofree char *now = NULL;

  if (cell == NULL)
    return;

  was = qd_review_dup_title (cell->was.text);
  now = qd_review_dup_title_of (card);
  if (!g_str_equal (was, now))
    qd_review_add_deed (scope, QD_REVIEW_DEED_RENAMED, id, card, cell,
                        g_strdup_printf (_("“%s” is now called “%s”"), was, now));
}

/* Made or brought back since, and not on another board before. */
static gboolean
is_new (const QdReviewScope *scope,
        QdId                 card)
{
  static const int fields[] = {
    QD_FIELD_CARD_CREATED, QD_FIELD_CARD_ARCHIVED, QD_FIELD_CARD_DELETED,
  };
  gboolean was = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (qd_past_find (scope->past, card, fields[i]) != NULL)
      return qd_past_was_there (scope->past, card, QD_ENTITY_CARD, &was, NULL) && !was;

  return FALSE;
}

static void
tell_figures (const QdReviewScope *scope,
              QdKeyResult         *card)
{
  const QdSaid *said = qd_review_find_said (scope, card);

  if (is_new (scope, qd_entity_get_id (QD_ENTITY (card))))
    return;

  if (said != NULL)
    {
      tell_value (scope, card, said);
      tell_correction (scope, card, said);
      tell_obstacles (scope, card, said);
    }
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    tell_goal (scope, card, i);
  tell_metric (scope, card);
  tell_renamed (scope, card);
}

/* Reads the milestone; FALSE where it is not in sight. */
static gboolean
read_milestone (const QdReviewScope  *scope,
                QdId                  milestone,
                QdId                 *card,
                gboolean             *done,
                char                **title,
                GError              **error)
{
  QdDb *db = qd_store_get_db (scope->store);
  sqlite3_stmt *row = qd_db_query (db, error,
                                   "SELECT parent, coalesce(done,0)<>0, title FROM milestone"
                                   " WHERE id=?1 AND coalesce(archived,0)=0"
                                   " AND coalesce(deleted,0)=0", "i", milestone);

  if (row == NULL || !qd_db_next (db, row, error))
    return FALSE;

  *card = sqlite3_column_int64 (row, 0);
  *done = sqlite3_column_int (row, 1) != 0;
  *title = qd_review_dup_title (qd_db_text (row, 2));
  sqlite3_reset (row);

  return TRUE;
}

static gboolean
tell_milestone (const QdReviewScope  *scope,
                QdId                  id,
                GError              **error)
{
  const QdPastCell *cell = qd_past_find (scope->past, id, QD_FIELD_MILESTONE_DONE);
  GError *failed = NULL;
  QdId card = QD_ID_NONE;
  gboolean done = FALSE;
  g_autofree char *milestone = NULL;
  g_autofree char *title = NULL;
  gpointer entity;

  if (cell == NULL)
    return TRUE;

  if (!read_milestone (scope, id, &card, &done, &milestone, &failed))
    {
      if (failed != NULL)
        g_propagate_error (error, failed);
      return failed == NULL;
    }
  entity = qd_store_lookup (scope->store, card);
  if (done == (qd_value_get_integer (&cell->was) != 0) || !QD_IS_KEY_RESULT (entity) ||
      !qd_review_is_in_sight (scope, QD_CARD (entity)) || is_new (scope, card))
    return TRUE;

  title = qd_review_dup_title_of (entity);
  qd_review_add_deed (scope, QD_REVIEW_DEED_MILESTONE, id, entity, cell,
                      g_strdup_printf (done ? _("The milestone “%s” of “%s” is reached")
                                            : _("The milestone “%s” of “%s” is open again"),
                                       milestone, title));

  return TRUE;
}

/* Tells what changed in the figures. Returns whether the file could be read. */
gboolean
qd_review_tell_figures (const QdReviewScope  *scope,
                        GError              **error)
{
  const GArray *milestones = qd_past_get_things (scope->past, QD_ENTITY_MILESTONE);

  qd_review_for_each_card (scope, tell_figures);
  for (guint i = 0; i < milestones->len; i++)
    if (!tell_milestone (scope, g_array_index (milestones, QdId, i), error))
      return FALSE;

  return TRUE;
}
