/* How a board goes, in words: on the page, in a terminal, and for who cannot see the
 * picture.
 *
 * Says what is there and what was kept, and never who kept it or what was not.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-flow-text.h"
#include "qd-number-text.h"

static const char *
get_title (const QdBoardFlow *flow,
           QdId               card)
{
  const QdFlowCard *there = qd_board_flow_find_card (flow, card);

  return there != NULL ? there->title : _("Untitled");
}

/* What is said of one spell, and of many. */
typedef struct
{
  const char *one;  /* of a title and days */
  const char *many; /* of a number, days, a title and days */
} Spells;

/* Translators: in all of these, the last words are a title and days, as in "9 days"; the
 * days before it are the median. */
static const Spells waited = {
  N_("“%s” left Not Started after %s."),
  N_("%u key results left Not Started, half of them within %s; “%s” took longest, %s."),
};
static const Spells waiting = {
  N_("“%s” has not left Not Started for %s."),
  N_("%u have not left Not Started yet, half of them for %s or more; “%s” has been there "
     "longest, %s."),
};
static const Spells recovered = {
  N_("“%s” was at risk and recovered after %s."),
  N_("%u were at risk and recovered, half of them within %s; “%s” took longest, %s."),
};
static const Spells at_risk = {
  N_("“%s” has been at risk for %s."),
  N_("%u are at risk now, half of them for %s or more; “%s” has been longest, %s."),
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/* The formats come from the tables above, whose translations msgfmt checks. */
static void
add_spells (GPtrArray           *sentences,
            const QdBoardFlow   *flow,
            const QdFlowFigures *figures,
            const Spells        *spells)
{
  g_autofree char *longest = qd_flow_text_days (figures->longest);
  g_autofree char *median = qd_flow_text_days (figures->median);
  const char *title = get_title (flow, figures->card);

  if (figures->n == 1)
    g_ptr_array_add (sentences, g_strdup_printf (_(spells->one), title, longest));
  else if (figures->n > 1)
    g_ptr_array_add (sentences, g_strdup_printf (_(spells->many), figures->n, median, title,
                                                 longest));
}

#pragma GCC diagnostic pop

/* Only of a weekly rhythm are the due days weeks. */
static char *
dup_row (const QdBoardFlow *flow,
         guint              n)
{
  if (flow->cadence == 7)
    return g_strdup_printf (ngettext ("%u week in a row", "%u weeks in a row", n), n);

  return g_strdup_printf (ngettext ("%u time in a row", "%u times in a row", n), n);
}

/* What is still open, as long as it is. */
static char *
dup_open (const QdBoardFlow *flow)
{
  const GArray *marks = flow->streak->marks;
  const QdStreakMark *last = marks->len > 0
                               ? &g_array_index (marks, QdStreakMark, marks->len - 1) : NULL;

  return last != NULL && last->state == QD_STREAK_OPEN ? qd_flow_text_mark (last) : NULL;
}

/**
 * qd_flow_text_days:
 * @days: so many days, also half of one
 *
 * Returns: (transfer full): "9 days"
 */
char *
qd_flow_text_days (double days)
{
  g_autofree char *number = qd_number_text (days);

  if (days == floor (days))
    return g_strdup_printf (ngettext ("%u day", "%u days", (guint) days), (guint) days);

  /* Translators: never a whole number of days, as in "9.5 days". */
  return g_strdup_printf (_("%s days"), number);
}

/**
 * qd_flow_text_age:
 * @days: so many days
 *
 * Returns: (transfer full): how long something has been so, by itself: "for 9 days"
 */
char *
qd_flow_text_age (guint days)
{
  return g_strdup_printf (ngettext ("for %u day", "for %u days", days), days);
}

/**
 * qd_flow_text_has_begun:
 * @flow: how a board goes
 *
 * Returns: whether there may be something to tell and to draw: not before the first day
 *   of its cycle
 */
gboolean
qd_flow_text_has_begun (const QdBoardFlow *flow)
{
  return flow->first_day == QD_DAY_NONE || flow->first_day <= flow->today;
}

/* Boards of several cycles have one name. */
static char *
say_not_begun (const QdBoardFlow *flow)
{
  g_autofree char *day = qd_day_to_long (flow->first_day);

  /* Translators: the name of a cycle, the title of a board, and a day. */
  return g_strdup_printf (_("The cycle %s of “%s” begins on %s. From then on, this shows how "
                            "long key results take on the board and how it keeps up with its "
                            "check-ins."), flow->cycle, flow->title, day);
}

/**
 * qd_flow_text_list:
 * @flow: how a board goes
 *
 * Returns: (transfer full) (element-type utf8): what is to be said of how cards went, in
 *   sentences; one at least
 */
GPtrArray *
qd_flow_text_list (const QdBoardFlow *flow)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (flow != NULL, sentences);

  if (!qd_flow_text_has_begun (flow))
    {
      g_ptr_array_add (sentences, say_not_begun (flow));
      return sentences;
    }

  add_spells (sentences, flow, &flow->flow->waited, &waited);
  add_spells (sentences, flow, &flow->flow->waiting, &waiting);
  add_spells (sentences, flow, &flow->flow->recovered, &recovered);
  add_spells (sentences, flow, &flow->flow->at_risk, &at_risk);
  if (sentences->len == 0)
    g_ptr_array_add (sentences,
                     g_strdup (_("No key result was in Not Started or at risk so far.")));

  return sentences;
}

/**
 * qd_flow_text_streak:
 * @flow: how a board goes
 *
 * Returns: (transfer full) (nullable): how it keeps up with its check-ins; %NULL where
 *   nothing was due yet
 */
char *
qd_flow_text_streak (const QdBoardFlow *flow)
{
  const QdStreak *streak = flow->streak;
  g_autofree char *open = dup_open (flow);
  g_autofree char *row = NULL;
  g_autofree char *longest = NULL;
  GString *text;

  if (streak->marks->len == 0)
    return NULL;

  text = g_string_new (NULL);
  row = dup_row (flow, streak->current);
  longest = dup_row (flow, streak->longest);
  if (streak->longest == 0)
    g_string_append (text, _("A row begins when every active key result is checked in."));
  else if (streak->current == 0)
    /* Translators: "5 weeks in a row". */
    g_string_append_printf (text, _("The longest row of this cycle: %s."), longest);
  else
    /* Translators: "5 weeks in a row". */
    g_string_append_printf (text, _("All active key results checked in %s."), row);
  if (streak->current > 0 && streak->longest > streak->current)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("The longest row of this cycle: %s."), longest);
    }
  if (open != NULL)
    g_string_append_printf (text, " %s", open);

  return g_string_free (text, FALSE);
}

/**
 * qd_flow_text_mark:
 * @mark: what came of a due day
 *
 * Returns: (transfer full): that as a sentence
 */
char *
qd_flow_text_mark (const QdStreakMark *mark)
{
  g_autofree char *due = qd_day_to_long (mark->due);
  const guint n = mark->n_active;

  switch (mark->state)
    {
    case QD_STREAK_KEPT:
      /* Translators: a day and a number. */
      return g_strdup_printf (ngettext ("%s: %u key result checked in, all that were active.",
                                        "%s: %u key results checked in, all that were active.",
                                        n), due, n);

    case QD_STREAK_IDLE:
      return g_strdup_printf (_("%s: nothing was to be checked in."), due);

    case QD_STREAK_OPEN:
      /* Translators: a day and two numbers. */
      return g_strdup_printf (ngettext ("%s: %u of %u key result checked in so far.",
                                        "%s: %u of %u key results checked in so far.", n),
                              due, mark->n_checked, n);

    case QD_STREAK_MISSED:
    default:
      /* Translators: a day and two numbers. */
      return g_strdup_printf (ngettext ("%s: %u of %u key result checked in.",
                                        "%s: %u of %u key results checked in.", n),
                              due, mark->n_checked, n);
    }
}
