/* Which cycle a document is about.
 *
 * Its title, a heading of a team or a line above the first objective may name a
 * quarter; a line there may give its days. What becomes of the line itself is
 * up to the reader.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-outline-cycle.h"
#include "qd-quarter.h"

/* So many lines are searched for the quarter, and so much of each. */
#define MAX_LINES 200
#define MAX_LOOK 1000

/* A line with at most so many words is about the quarter it names. */
#define SHORT_LINE_WORDS 6

typedef struct
{
  const QdLines *lines;
  const QdOutlineSurvey *survey;
  QdOutline *outline;
  QdOutlineCycle *cycle;

  QdQuarter quarter;       /* the best one so far */
  guint rank;              /* how sure it is, 0 for none */
  char *text;              /* the line it stands in */
} Finder;

static gboolean
is_high_heading (Finder       *self,
                 const QdLine *line,
                 guint         index)
{
  return line->kind == QD_LINE_HEADING &&
         (index == self->survey->title ||
          line->level <= self->survey->team_level);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", SHORT_LINE_WORDS + 2);

  return g_strv_length (words);
}

/* How sure a line is to name the cycle: a heading with a year is surest, then
 * a line that says no more than that. */
static guint
rank_line (Finder          *self,
           const QdLine    *line,
           guint            index,
           const char      *plain,
           const QdQuarter *quarter)
{
  QdDay first, last;
  gboolean heading = is_high_heading (self, line, index);

  if (quarter->year != 0)
    {
      if (heading)
        return 4;
      if (line->label == QD_LABEL_CYCLE ||
          count_words (plain) <= SHORT_LINE_WORDS ||
          qd_quarter_find_days (plain, &first, &last))
        return 3;
      return 0;
    }

  if (heading)
    return 2;

  return line->label == QD_LABEL_CYCLE ? 1 : 0;
}

static void
look_for_quarter (Finder       *self,
                  const QdLine *line,
                  guint         index,
                  const char   *plain)
{
  QdQuarter quarter;
  guint rank;

  if (!qd_quarter_find (plain, &quarter))
    return;

  rank = rank_line (self, line, index, plain, &quarter);
  if (rank <= self->rank)
    return;

  self->rank = rank;
  self->quarter = quarter;
  self->cycle->name_line = line->number;
  g_free (self->text);
  self->text = g_strdup (plain);
}

static void
look_for_days (Finder       *self,
               const QdLine *line,
               const char   *plain)
{
  if (self->cycle->days_line == 0 &&
      qd_quarter_find_days (plain, &self->outline->first_day,
                            &self->outline->last_day))
    self->cycle->days_line = line->number;
}

static gboolean
begins_objectives (const QdLine *line)
{
  return line->kind == QD_LINE_BULLET || line->kind == QD_LINE_NUMBER ||
         line->label == QD_LABEL_OBJECTIVE ||
         line->label == QD_LABEL_KEY_RESULT ||
         (line->flags & QD_LINE_OBJECTIVE) != 0;
}

/* A second quarter in a heading: one document is one cycle. */
static void
remark_other_quarter (Finder       *self,
                      const QdLine *line,
                      const char   *plain)
{
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;
  QdQuarter quarter;

  if (!qd_quarter_find (plain, &quarter) || quarter.year == 0)
    return;

  name = qd_quarter_to_name (&quarter);
  if (g_str_equal (name, self->outline->cycle))
    return;

  reason = g_strdup_printf (_("This heading names another quarter; everything "
                              "was put into the cycle %s."),
                            self->outline->cycle);
  qd_outline_add_remark (self->outline, line->number, plain, reason, TRUE);
}

static void
search (Finder *self)
{
  gboolean in_objectives = FALSE;

  for (guint i = 0; i < qd_lines_count (self->lines) && i < MAX_LINES; i++)
    {
      const QdLine *line = qd_lines_get (self->lines, i);
      gboolean heading = is_high_heading (self, line, i);
      g_autofree char *plain = NULL;

      in_objectives = in_objectives || begins_objectives (line) ||
                      (line->kind == QD_LINE_HEADING && !heading);
      if (!heading && (in_objectives || (line->kind != QD_LINE_TEXT &&
                                         line->kind != QD_LINE_FRONT)))
        continue;

      plain = qd_lines_plain (self->lines, line, MAX_LOOK);
      look_for_quarter (self, line, i, plain);
      if (!in_objectives)
        look_for_days (self, line, plain);
    }
}

static void
remark_further_headings (Finder *self)
{
  for (guint i = 0; i < qd_lines_count (self->lines); i++)
    {
      const QdLine *line = qd_lines_get (self->lines, i);
      g_autofree char *plain = NULL;

      if (line->number == self->cycle->name_line ||
          !is_high_heading (self, line, i))
        continue;

      plain = qd_lines_plain (self->lines, line, MAX_LOOK);
      remark_other_quarter (self, line, plain);
    }
}

/* The text gives days, but no quarter to name them by. */
static void
name_by_days (QdOutline *outline)
{
  g_autofree char *first = qd_day_to_iso (outline->first_day);
  g_autofree char *last = qd_day_to_iso (outline->last_day);
  QdDay quarter_first, quarter_last;

  qd_day_get_quarter (outline->first_day, &quarter_first, &quarter_last);
  if (outline->first_day == quarter_first && outline->last_day == quarter_last)
    outline->cycle = qd_day_quarter_name (outline->first_day);
  else
    outline->cycle = g_strdup_printf ("%s – %s", first, last);
}

static void
take_quarter (Finder *self,
              QdDay   today)
{
  QdOutline *outline = self->outline;
  gboolean had_year = self->quarter.year != 0;
  g_autofree char *reason = NULL;

  qd_quarter_complete (&self->quarter, today);
  outline->cycle = qd_quarter_to_name (&self->quarter);

  if (!had_year)
    reason = g_strdup_printf (_("This quarter has no year; %s was taken, which "
                                "is the nearest."),
                              outline->cycle);

  if (self->cycle->days_line == 0)
    {
      qd_quarter_get_days (&self->quarter, &outline->first_day,
                           &outline->last_day);
      if (self->quarter.fiscal)
        {
          g_autofree char *first = qd_day_to_long (outline->first_day);
          g_autofree char *last = qd_day_to_long (outline->last_day);

          reason = g_strdup_printf (_("The text does not say on which days the "
                                      "fiscal quarter %s begins and ends; %s to "
                                      "%s was taken."),
                                    outline->cycle, first, last);
        }
    }

  if (reason != NULL)
    qd_outline_add_remark (outline, self->cycle->name_line, self->text, reason,
                           TRUE);
}

/* Takes blanks and dividers off both ends, which the quarter leaves behind. */
static char *
trim_dividers (const char *text)
{
  static const char * const DIVIDERS[] = {
    " ", "-", "–", "—", ":", ",", "|", "·", "/",
  };
  const char *start = text;
  const char *end = text + strlen (text);
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (DIVIDERS); i++)
        {
          gsize n = strlen (DIVIDERS[i]);

          if ((gsize) (end - start) >= n && memcmp (start, DIVIDERS[i], n) == 0)
            {
              start += n;
              again = TRUE;
            }
          if ((gsize) (end - start) >= n &&
              memcmp (end - n, DIVIDERS[i], n) == 0)
            {
              end -= n;
              again = TRUE;
            }
        }
    }

  return g_strndup (start, (gsize) (end - start));
}

static char *
cut_quarter (const char *title)
{
  g_autofree char *before = NULL;
  g_autofree char *rest = NULL;
  const char *after;
  QdQuarter quarter;

  if (!qd_quarter_find (title, &quarter) || quarter.year == 0)
    return g_strdup (title);

  before = g_strchomp (g_strndup (title, quarter.start));
  after = title + quarter.end;
  if (g_str_has_suffix (before, "(") && *after == ')')
    {
      before[strlen (before) - 1] = '\0';
      after++;
    }
  rest = g_strstrip (g_strconcat (before, " ", after, NULL));

  return trim_dividers (rest);
}

/* Cuts "OKRs" off one of the ends. */
static char *
cut_okrs (const char *title)
{
  static const char * const WORDS[] = { "OKRs", "OKR" };
  gsize length = strlen (title);

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      gsize n = strlen (WORDS[i]);
      g_autofree char *rest = NULL;

      if (length < n)
        continue;

      if (g_ascii_strcasecmp (title + length - n, WORDS[i]) == 0 &&
          (length == n || strchr (" -:", title[length - n - 1]) != NULL))
        rest = g_strndup (title, length - n);
      else if (g_ascii_strncasecmp (title, WORDS[i], n) == 0 &&
               strchr (" :", title[n]) != NULL)
        rest = g_strdup (title + n);

      if (rest != NULL)
        return trim_dividers (rest);
    }

  return g_strdup (title);
}

/**
 * qd_outline_read_cycle:
 * @lines: a document
 * @survey: what is known of it
 * @today: a day of the cycle where the document names none
 * @outline: gets the cycle's name and days, and remarks about them
 * @cycle: (out caller-allocates): where they stand
 */
void
qd_outline_read_cycle (const QdLines         *lines,
                       const QdOutlineSurvey *survey,
                       QdDay                  today,
                       QdOutline             *outline,
                       QdOutlineCycle        *cycle)
{
  Finder self = { lines, survey, outline, cycle, { 0 }, 0, NULL };

  memset (cycle, 0, sizeof *cycle);
  search (&self);

  if (self.rank > 0)
    {
      take_quarter (&self, today);
      remark_further_headings (&self);
    }
  else if (cycle->days_line != 0)
    {
      name_by_days (outline);
    }
  else
    {
      outline->cycle = qd_day_quarter_name (today);
      qd_day_get_quarter (today, &outline->first_day, &outline->last_day);
    }

  g_free (self.text);
}

/**
 * qd_outline_title_to_team:
 * @title: a heading, without marks
 *
 * Leaves out the quarter and the word "OKRs": "Growth team – 2026 Q4 OKRs" is
 * the Growth team.
 *
 * Returns: (transfer full) (nullable): the name of a team, or %NULL where
 *   nothing is left
 */
char *
qd_outline_title_to_team (const char *title)
{
  g_autofree char *without_quarter = cut_quarter (title);
  g_autofree char *name = cut_okrs (without_quarter);

  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}
