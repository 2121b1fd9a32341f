/* One thing that happened to a card, ready to be shown, and the list of all.
 *
 * Knows no widget and reads no file: makes entries of what the store read.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-timeline-entry.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-number-format.h"

G_DEFINE_FINAL_TYPE (QdTimelineEntry, qd_timeline_entry, G_TYPE_OBJECT)

static GDateTime *
get_local_time (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at / 1000);

  /* Far outside of what a calendar has: a log can be damaged. */
  return time != NULL ? g_steal_pointer (&time) : g_date_time_new_from_unix_local (0);
}

static QdDay
get_local_day (gint64 at)
{
  g_autoptr (GDateTime) time = get_local_time (at);

  return qd_day_new ((guint) g_date_time_get_year (time),
                     (guint) g_date_time_get_month (time),
                     (guint) g_date_time_get_day_of_month (time));
}

/* Noon of a day: of a check-in whose entry in the log told of many things, nobody
 * knows more. */
static gint64
get_noon (QdDay day)
{
  const gint64 start = qd_day_get_start (day);

  return start != 0 ? start + 12 * 60 * 60 * 1000 : 0;
}

static char *
format_value (QdKeyResult *card,
              double       value)
{
  switch (qd_key_result_get_metric (card))
    {
    case QD_METRIC_YES_NO:
      return g_strdup (value >= 1.0 ? _("Done") : _("Not yet"));

    case QD_METRIC_MILESTONES:
      return qd_number_format_percent (value);

    case QD_METRIC_NONE:
    case QD_METRIC_CHANGE:
    case QD_METRIC_AT_LEAST:
    case QD_METRIC_AT_MOST:
    case QD_METRIC_WITHIN:
    default:
      return qd_number_format_quantity (value, qd_key_result_get_unit (card));
    }
}

/* "31 → 35 points": the unit once, where it is a word. */
static char *
describe_values (QdCard          *card,
                 const QdCheckin *checkin)
{
  g_autofree char *before = NULL;
  g_autofree char *value = NULL;
  QdKeyResult *key_result;

  if (isnan (checkin->value) || !QD_IS_KEY_RESULT (card))
    return g_strdup ("");

  key_result = QD_KEY_RESULT (card);
  value = format_value (key_result, checkin->value);
  if (isnan (checkin->before))
    return g_steal_pointer (&value);

  if (qd_key_result_get_metric (key_result) != QD_METRIC_YES_NO &&
      qd_key_result_get_metric (key_result) != QD_METRIC_MILESTONES &&
      !qd_number_unit_is_symbol (qd_key_result_get_unit (key_result)))
    before = qd_number_format (checkin->before);
  else
    before = format_value (key_result, checkin->before);

  /* Translators: the value before, and the value now. */
  return g_strdup_printf (_("%s → %s"), before, value);
}

static QdTimelineEntry *
create (QdTimelineKind  kind,
        gint64          at,
        const char     *author)
{
  QdTimelineEntry *self = g_object_new (QD_TYPE_TIMELINE_ENTRY, NULL);

  self->kind = kind;
  self->at = at;
  self->made = get_local_day (at);
  self->author = author != NULL && *author != '\0' ? g_strdup (author) : NULL;
  self->confidence = QD_CONFIDENCE_NONE;

  return self;
}

static QdTimelineEntry *
create_checkin (QdCard          *card,
                const QdCheckin *checkin,
                gint64           at,
                const char      *author)
{
  QdTimelineEntry *self = create (QD_TIMELINE_CHECKIN, at, author);

  self->id = checkin->id;
  self->day = checkin->day;
  self->text = describe_values (card, checkin);
  self->note = g_strdup (checkin->note);
  self->blocker = g_strdup (checkin->blocker);
  self->resolved = checkin->resolved;
  self->confidence = checkin->confidence;
  self->superseded = checkin->superseded;

  return self;
}

static QdTimelineEntry *
create_comment (const QdComment *comment,
                gint64           at,
                const char      *author)
{
  QdTimelineEntry *self = create (QD_TIMELINE_COMMENT, at, author);

  self->id = comment->id;
  self->text = g_strdup (comment->text);

  return self;
}

static QdTimelineEntry *
create_from_history (QdCard               *card,
                     const QdDetails      *details,
                     const QdHistoryEntry *entry)
{
  const QdCheckin *checkin = qd_details_find_checkin (details, entry->made);
  const QdComment *comment = qd_details_find_comment (details, entry->made);
  QdTimelineEntry *self;

  if (checkin != NULL)
    {
      self = create_checkin (card, checkin, entry->at, entry->author);
      self->moved_to = g_strdup (entry->moved_to);
      return self;
    }
  if (comment != NULL)
    return create_comment (comment, entry->at, entry->author);

  self = create (QD_TIMELINE_EDIT, entry->at, entry->author);
  self->text = g_strdup (entry->sentence);

  return self;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const QdTimelineEntry *first = *(QdTimelineEntry * const *) a;
  const QdTimelineEntry *second = *(QdTimelineEntry * const *) b;

  return (first->at < second->at) - (first->at > second->at);
}

/* An import is one entry in the log, however many check-ins came with it. */
static void
add_imported (GPtrArray       *list,
              QdCard          *card,
              const QdDetails *details)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (listed, &((QdTimelineEntry *) list->pdata[i])->id);

  for (guint i = 0; i < details->checkins->len; i++)
    {
      const QdCheckin *checkin = details->checkins->pdata[i];

      if (!g_hash_table_contains (listed, &checkin->id))
        g_ptr_array_add (list, create_checkin (card, checkin, get_noon (checkin->day), NULL));
    }

  /* Stable, so that what happened within one millisecond stays in its order. */
  g_ptr_array_sort (list, compare);
}

static void
qd_timeline_entry_finalize (GObject *object)
{
  QdTimelineEntry *self = QD_TIMELINE_ENTRY (object);

  g_free (self->author);
  g_free (self->text);
  g_free (self->note);
  g_free (self->blocker);
  g_free (self->moved_to);

  G_OBJECT_CLASS (qd_timeline_entry_parent_class)->finalize (object);
}

static void
qd_timeline_entry_class_init (QdTimelineEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_timeline_entry_finalize;
}

static void
qd_timeline_entry_init (QdTimelineEntry *self)
{
}

/**
 * qd_timeline_entry_list:
 * @card: a card
 * @details: what belongs to it
 * @history: (element-type QdHistoryEntry): who did what to it, newest first
 * @complete: whether that is all
 *
 * Returns: (transfer full) (element-type QdTimelineEntry): what happened to the
 *   card, newest first. Check-ins that no entry of the history made come with an
 *   import; they are only there where @complete.
 */
GPtrArray *
qd_timeline_entry_list (QdCard          *card,
                        const QdDetails *details,
                        GPtrArray       *history,
                        gboolean         complete)
{
  GPtrArray *list;

  g_return_val_if_fail (QD_IS_CARD (card), NULL);
  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (history != NULL, NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < history->len; i++)
    g_ptr_array_add (list, create_from_history (card, details, history->pdata[i]));
  if (complete)
    add_imported (list, card, details);

  return list;
}

/**
 * qd_timeline_entry_equal:
 *
 * Returns: whether the two show the same
 */
gboolean
qd_timeline_entry_equal (QdTimelineEntry *self,
                         QdTimelineEntry *other)
{
  g_return_val_if_fail (QD_IS_TIMELINE_ENTRY (self), FALSE);
  g_return_val_if_fail (QD_IS_TIMELINE_ENTRY (other), FALSE);

  return self->kind == other->kind && self->id == other->id &&
         self->at == other->at && self->made == other->made &&
         self->day == other->day && self->resolved == other->resolved &&
         self->confidence == other->confidence &&
         self->superseded == other->superseded &&
         g_strcmp0 (self->author, other->author) == 0 &&
         g_str_equal (self->text, other->text) &&
         g_strcmp0 (self->note, other->note) == 0 &&
         g_strcmp0 (self->blocker, other->blocker) == 0 &&
         g_strcmp0 (self->moved_to, other->moved_to) == 0;
}

/**
 * qd_timeline_entry_dup_time:
 *
 * Returns: (transfer full): the time of the day, or the day that a check-in
 *   tells of where that is another one
 */
char *
qd_timeline_entry_dup_time (QdTimelineEntry *self)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (QD_IS_TIMELINE_ENTRY (self), NULL);

  if (self->author == NULL)
    return g_strdup ("");

  time = get_local_time (self->at);
  if (self->day != QD_DAY_NONE && self->day != self->made)
    {
      g_autofree char *day = qd_day_text_full (self->day);
      /* Translators: a time, for strftime(). */
      g_autofree char *text = g_date_time_format (time, _("%H:%M"));

      /* Translators: the time when something was written, and the day that it
       * is about. */
      return g_strdup_printf (_("%s, for %s"), text, day);
    }

  /* Translators: a time, for strftime(). */
  return g_date_time_format (time, _("%H:%M"));
}

/**
 * qd_timeline_entry_dup_heading:
 * @today: today
 *
 * Returns: (transfer full): what the day is called on which it was written
 */
char *
qd_timeline_entry_dup_heading (QdTimelineEntry *self,
                               QdDay            today)
{
  g_return_val_if_fail (QD_IS_TIMELINE_ENTRY (self), NULL);

  if (self->made == today)
    return g_strdup (_("Today"));
  if (self->made + 1 == today)
    return g_strdup (_("Yesterday"));

  return qd_day_text_full (self->made);
}

static const char *
get_deed (QdTimelineEntry *self)
{
  switch (self->kind)
    {
    case QD_TIMELINE_CHECKIN:
      return self->superseded ? _("check-in, corrected later") : _("check-in");

    case QD_TIMELINE_COMMENT:
      return _("comment");

    case QD_TIMELINE_EDIT:
    default:
      return NULL;
    }
}

static void
add_part (GPtrArray  *parts,
          const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, g_strdup (text));
}

/**
 * qd_timeline_entry_dup_sentence:
 *
 * Returns: (transfer full): who, when and what, for a screen reader
 */
char *
qd_timeline_entry_dup_sentence (QdTimelineEntry *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (QD_IS_TIMELINE_ENTRY (self), NULL);

  day = qd_day_text_full (self->made);
  time = qd_timeline_entry_dup_time (self);
  add_part (parts, self->author);
  add_part (parts, day);
  add_part (parts, time);
  add_part (parts, get_deed (self));
  add_part (parts, self->text);
  if (self->confidence != QD_CONFIDENCE_NONE)
    g_ptr_array_add (parts, g_strdup_printf (_("confidence %d of %d"), self->confidence,
                                             QD_CONFIDENCE_MAX));
  if (self->moved_to != NULL)
    /* Translators: what came of a check-in: the column where the card is now. */
    g_ptr_array_add (parts, g_strdup_printf (_("moved to %s"), self->moved_to));
  add_part (parts, self->note);
  if (self->blocker != NULL && *self->blocker != '\0')
    g_ptr_array_add (parts, g_strdup_printf (self->resolved != QD_DAY_NONE
                                               ? _("resolved blocker: %s")
                                               : _("blocker: %s"), self->blocker));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}
