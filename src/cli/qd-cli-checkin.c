/* "check-in": writes down what a key result has come to.
 *
 * Whatever is not understood is refused before anything is written. Reads through a
 * store with models and writes through one without: that one says on standard error
 * what its thread has to say, for which the other would need a main loop.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/qd-typed-number.h"
#include "qd-cli-card.h"
#include "qd-cli-private.h"
#include "qd-cli-words.h"
#include "qd-number-text.h"
#include "qd-terminal.h"
#include "store/qd-details.h"
#include "store/qd-edit-checkin.h"

/* A check-in as it is called for. */
typedef struct
{
  char *note;
  char *blocker;
  QdCheckinDraft draft;
} Wish;

static void
wish_clear (Wish *self)
{
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->blocker, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

/* In English and in the person's language. */
static gboolean
is_word (const char *text,
         const char *word,
         const char *translated)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *own = g_utf8_casefold (translated, -1);

  return g_str_equal (folded, word) || g_str_equal (folded, own);
}

static gboolean
refuse (GError     **error,
        const char  *text)
{
  g_set_error_literal (error, QD_ERROR, QD_ERROR_INVALID, text);

  return FALSE;
}

static gboolean
read_answer (const char  *text,
             double      *value,
             GError     **error)
{
  if (is_word (text, "yes", _("yes")) || g_str_equal (text, "1"))
    *value = 1.0;
  else if (is_word (text, "no", _("no")) || g_str_equal (text, "0"))
    *value = 0.0;
  else
    return refuse (error, _("This key result is answered by “yes” or “no”."));

  return TRUE;
}

static gboolean
read_value (QdKeyResult  *key_result,
            const char   *word,
            double       *value,
            GError      **error)
{
  const QdMetricKind metric = qd_key_result_get_metric (key_result);
  g_autofree char *text = qd_cli_dup_text (word, error);
  QdTypedNumber number;

  if (text == NULL)
    return FALSE;

  g_strstrip (text);
  *value = NAN;
  if (g_str_equal (text, "-") || is_word (text, "none", C_("value", "none")))
    return TRUE;
  if (metric == QD_METRIC_MILESTONES)
    return refuse (error, _("This key result counts its milestones, so it takes no value. "
                            "Give “-” instead, with a note, a blocker or a confidence."));
  if (metric == QD_METRIC_YES_NO)
    return read_answer (text, value, error);
  if (!qd_typed_number_read (text, qd_key_result_get_unit (key_result), &number, error))
    return FALSE;
  if (number.nothing)
    return refuse (error, _("A check-in needs a value. Give “-” for none."));
  *value = number.value;

  return TRUE;
}

static gboolean
read_confidence (const char  *word,
                 int         *confidence,
                 GError     **error)
{
  g_autofree char *text = NULL;
  QdTypedNumber number;

  *confidence = QD_CONFIDENCE_NONE;
  if (word == NULL)
    return TRUE;

  text = qd_cli_dup_text (word, error);
  if (text == NULL)
    return FALSE;
  if (!qd_typed_number_read (text, "", &number, NULL) || number.nothing ||
      number.value < 0 || number.value > QD_CONFIDENCE_MAX ||
      number.value != floor (number.value))
    return qd_call_refuse (error, _("Confidence is a number from 0 to 10."));
  *confidence = (int) number.value;

  return TRUE;
}

/* What was before the cycle, or comes after it, is no part of it: no figure would
 * count it. */
static gboolean
check_day (QdKeyResult  *key_result,
           QdDay         day,
           GError      **error)
{
  QdColumn *column = qd_card_get_column (QD_CARD (key_result));
  QdBoard *board = column != NULL ? qd_column_get_board (column) : NULL;
  QdCycle *cycle = board != NULL ? qd_board_get_cycle (board) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *wrong = NULL;

  if (cycle == NULL || qd_cycle_get_first_day (cycle) == QD_DAY_NONE ||
      (day >= qd_cycle_get_first_day (cycle) && day <= qd_cycle_get_last_day (cycle)))
    return TRUE;

  name = qd_cli_dup_title (cycle);
  first = qd_day_to_iso (qd_cycle_get_first_day (cycle));
  last = qd_day_to_iso (qd_cycle_get_last_day (cycle));
  wrong = qd_day_to_iso (day);
  g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
               /* Translators: a day, the name of a cycle, its first and its last day, and
                * an option of the command line */
               _("%s is not in the cycle “%s”, which lasts from %s to %s. Give a day of it "
                 "with %s."), wrong, name, first, last, "--day");

  return FALSE;
}

static gboolean
read_day (const char  *word,
          QdDay        today,
          QdDay       *day,
          GError     **error)
{
  *day = today;
  if (word == NULL)
    return TRUE;

  if (!qd_call_read_day (word, day, error))
    return FALSE;
  if (*day > today)
    return qd_call_refuse (error, _("A check-in tells of today or an earlier day."));

  return TRUE;
}

static gboolean
read_text (const char  *word,
           char       **text,
           GError     **error)
{
  if (word == NULL)
    return TRUE;

  *text = qd_cli_dup_text (word, error);
  if (*text == NULL)
    return FALSE;
  g_strstrip (*text);

  return TRUE;
}

static gboolean
read_wish (const QdCall  *call,
           QdKeyResult   *key_result,
           QdDay          today,
           Wish          *wish,
           GError       **error)
{
  QdCheckinDraft *draft = &wish->draft;

  if (!read_value (key_result, call->words[1], &draft->value, error) ||
      !read_confidence (qd_call_get_option (call, "--confidence"), &draft->confidence, error) ||
      !read_day (qd_call_get_option (call, "--day"), today, &draft->day, error) ||
      !check_day (key_result, draft->day, error) ||
      !read_text (qd_call_get_option (call, "--note"), &wish->note, error) ||
      !read_text (qd_call_get_option (call, "--blocker"), &wish->blocker, error))
    return FALSE;
  draft->note = wish->note;
  draft->blocker = wish->blocker;

  return TRUE;
}

/* "31 → 35 (29%)", "35", "confidence 4 of 10", or nothing. Of an earlier day, the
 * progress of today says nothing. */
static char *
describe (QdKeyResult     *key_result,
          const QdCheckin *checkin,
          QdDay            today)
{
  g_autofree char *change = NULL;
  g_autofree char *progress = NULL;
  QdStanding standing;
  QdFacts facts;

  if (isnan (checkin->value))
    return checkin->confidence != QD_CONFIDENCE_NONE
             ? g_strdup_printf (_("confidence %d of %d"), checkin->confidence, QD_CONFIDENCE_MAX)
             : g_strdup (_("no value"));

  change = qd_cli_dup_change (key_result, checkin->before, checkin->value);
  qd_key_result_get_facts (key_result, &facts);
  qd_standing_of (&facts, today, &standing);
  if (isnan (standing.progress) || checkin->day < facts.checked)
    return g_steal_pointer (&change);
  progress = qd_number_text_percent (standing.progress);

  return g_strdup_printf ("%s (%s)", change, progress);
}

/* By now it is written: where it cannot be read back, that is all there is to say. */
static void
tell (QdStore     *reader,
      QdKeyResult *key_result,
      QdId         id,
      QdDay        today)
{
  g_autoptr (QdDetails) details = NULL;
  g_autofree char *title = qd_cli_dup_title (key_result);
  g_autofree char *what = NULL;
  g_autofree char *day = NULL;
  const QdCheckin *checkin = NULL;

  if (qd_store_catch_up (reader, NULL))
    details = qd_details_read (reader, qd_entity_get_id (QD_ENTITY (key_result)), NULL);
  if (details != NULL)
    checkin = qd_details_find_checkin (details, id);
  if (checkin == NULL)
    {
      qd_terminal_print (_("Checked in on “%s”\n"), title);
      return;
    }

  what = describe (key_result, checkin, today);
  day = qd_day_to_iso (checkin->day);
  if (checkin->day == today)
    /* Translators: a key result, and its old and new value */
    qd_terminal_print (_("Checked in on “%s”: %s\n"), title, what);
  else
    /* Translators: a key result, a day, and its old and new value */
    qd_terminal_print (_("Checked in on “%s” for %s: %s\n"), title, day, what);
}

gboolean
qd_cli_run_check_in (const QdCall  *call,
                     GError       **error)
{
  const QdDay today = qd_clock_today ();
  g_autoptr (QdStore) reader = qd_store_open (call->path, QD_OPEN_EXISTING, error);
  g_autoptr (QdStore) writer = NULL;
  g_auto (Wish) wish = { 0 };
  QdKeyResult *key_result;
  QdId checkin;

  key_result = reader != NULL ? qd_cli_load_card (reader, call->words[0], error) : NULL;
  if (key_result == NULL || !read_wish (call, key_result, today, &wish, error))
    return FALSE;

  writer = qd_store_open (call->path, QD_OPEN_EXISTING | QD_OPEN_WITHOUT_MODELS, error);
  if (writer == NULL)
    return FALSE;
  checkin = qd_edit_check_in (writer, qd_entity_get_id (QD_ENTITY (key_result)), &wish.draft,
                              error);
  if (checkin == QD_ID_NONE)
    return FALSE;
  tell (reader, key_result, checkin, today);

  return TRUE;
}
