/* How a document uses its headings, lists and marks.
 *
 * People write the same three storeys (team, objective, key result) in many
 * ways. Before any line is read for what it says, the survey looks at the whole
 * document: it sets each line's label and flags, counts what stands below each
 * heading, and from that tells on which level the teams are. It keeps nothing
 * of the text.
 */

#include "config.h"

#include <string.h>

#include "qd-markdown.h"
#include "qd-outline-survey.h"
#include "qd-quantity.h"
#include "qd-quarter.h"

/* So much of a line is looked at; marks and numbers stand in front. */
#define MAX_LOOK 400

/* A heading of at least so many words states something, and names no team. */
#define STATEMENT_WORDS 4

#define MAX_LEVEL 6
#define NO_SECTION (-1)

/* A heading, and what stands below it and above the next one. */
typedef struct
{
  guint line;
  guint level;
  int parent;
  QdOutlineLabel label;
  gboolean is_statement;
  gboolean names_quarter;
  gboolean names_okrs;
  guint n_objectives;
  guint n_marked;
  guint n_numbers;
  guint n_bullets;
} Section;

/* An item that is still open. */
typedef struct
{
  guint line;
  guint indent;
  gboolean has_numbers;
} Item;

typedef struct
{
  QdLines *lines;
  GArray *items;       /* of Item, each indented more than the one before */
  guint top_item;      /* the last item that is not nested */
  guint strong;        /* a bold line that may be an objective */
} Annotator;

static gboolean
is_item (const QdLine *line)
{
  return line->kind == QD_LINE_BULLET || line->kind == QD_LINE_NUMBER;
}

static gboolean
has_label (const QdLine   *line,
           QdOutlineLabel  label)
{
  return line->label == label && (line->flags & QD_LINE_BARE) == 0;
}

static gboolean
is_marked_objective (const QdLine *line)
{
  return has_label (line, QD_LABEL_OBJECTIVE) ||
         (has_label (line, QD_LABEL_GOAL) &&
          (line->flags & QD_LINE_NESTED) == 0);
}

/* A label within a paragraph counts only with a capital letter. */
static gboolean
may_have_label (const QdLine *line,
                const char   *plain)
{
  while (*plain != '\0' && strchr ("*_ ", *plain) != NULL)
    plain++;

  return line->kind != QD_LINE_TEXT ||
         (line->flags & QD_LINE_AFTER_GAP) != 0 ||
         g_unichar_isupper (g_utf8_get_char (plain));
}

/* Returns whether the line has numbers of its own. */
static gboolean
label_line (Annotator *self,
            QdLine    *line)
{
  g_autofree char *plain = qd_lines_plain (self->lines, line, MAX_LOOK);
  const char *rest = plain;
  QdQuantity quantity;
  gboolean has_numbers;

  if (may_have_label (line, plain))
    line->label = (guint8) qd_outline_label_match (plain, &rest);
  if (line->label != QD_LABEL_NONE && *rest == '\0')
    line->flags |= QD_LINE_BARE;
  if (qd_markdown_is_strong (line->text, line->length))
    line->flags |= QD_LINE_STRONG;

  if (!is_item (line))
    return FALSE;

  has_numbers = qd_quantity_find (rest, &quantity);
  qd_quantity_clear (&quantity);

  return has_numbers;
}

static void
set_flag (Annotator   *self,
          guint        index,
          QdLineFlags  flag)
{
  qd_lines_get (self->lines, index)->flags |= (guint8) flag;
}

/* Whether an item with that child is an objective: a numbered one with any, a
 * bullet with one that is a key result beyond doubt. */
static gboolean
is_objective_with (Annotator  *self,
                   const Item *parent,
                   const Item *child)
{
  const QdLine *parent_line = qd_lines_get (self->lines, parent->line);
  const QdLine *child_line = qd_lines_get (self->lines, child->line);

  if (parent->has_numbers || has_label (parent_line, QD_LABEL_KEY_RESULT) ||
      qd_outline_label_is_field (child_line->label))
    return FALSE;

  return parent_line->kind == QD_LINE_NUMBER || child->has_numbers ||
         has_label (child_line, QD_LABEL_KEY_RESULT);
}

/* A bold line is an objective once something else is listed below it. */
static void
settle_strong (Annotator    *self,
               const QdLine *line,
               guint         index,
               gboolean      may_be_strong)
{
  if (may_be_strong && (line->flags & QD_LINE_STRONG) != 0 &&
      line->label == QD_LABEL_NONE)
    {
      self->strong = index;
    }
  else if (self->strong != QD_LINE_NONE &&
           (is_item (line) || has_label (line, QD_LABEL_KEY_RESULT)) &&
           !qd_outline_label_is_field (line->label))
    {
      set_flag (self, self->strong, QD_LINE_OBJECTIVE);
      self->strong = QD_LINE_NONE;
    }
}

static void
annotate_item (Annotator *self,
               guint      index,
               gboolean   has_numbers)
{
  QdLine *line = qd_lines_get (self->lines, index);
  Item item = { index, line->indent, has_numbers };
  Item top = { self->top_item, 0, FALSE };

  while (self->items->len > 0 &&
         g_array_index (self->items, Item, self->items->len - 1).indent >=
         line->indent)
    g_array_set_size (self->items, self->items->len - 1);

  if (self->items->len > 0)
    {
      Item *parent = &g_array_index (self->items, Item, self->items->len - 1);

      line->flags |= QD_LINE_NESTED;
      if (is_objective_with (self, parent, &item))
        set_flag (self, parent->line, QD_LINE_OBJECTIVE);
    }
  else
    {
      /* "1. Objective" and "- Key result" without the indent. */
      if (self->top_item != QD_LINE_NONE && line->kind == QD_LINE_BULLET &&
          qd_lines_get (self->lines, top.line)->kind == QD_LINE_NUMBER &&
          is_objective_with (self, &top, &item))
        set_flag (self, top.line, QD_LINE_OBJECTIVE);
      self->top_item = index;
    }

  settle_strong (self, line, index,
                 line->kind == QD_LINE_BULLET && !has_numbers &&
                 (line->flags & QD_LINE_NESTED) == 0);
  g_array_append_val (self->items, item);
}

static void
annotate_line (Annotator *self,
               guint      index)
{
  QdLine *line = qd_lines_get (self->lines, index);
  gboolean has_numbers;

  if (line->kind == QD_LINE_CODE || line->kind == QD_LINE_TABLE)
    return;

  has_numbers = label_line (self, line);
  if (is_item (line))
    {
      annotate_item (self, index, has_numbers);
    }
  else if (line->kind == QD_LINE_HEADING)
    {
      g_array_set_size (self->items, 0);
      self->top_item = self->strong = QD_LINE_NONE;
    }
  else if (line->kind == QD_LINE_TEXT)
    {
      if ((line->flags & QD_LINE_AFTER_GAP) != 0 && line->indent == 0)
        g_array_set_size (self->items, 0);
      settle_strong (self, line, index, self->items->len == 0);
    }
}

static void
annotate (QdLines *lines)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  Annotator self = { lines, items, QD_LINE_NONE, QD_LINE_NONE };

  for (guint i = 0; i < qd_lines_count (lines); i++)
    annotate_line (&self, i);
}

/* How many words stand outside brackets. */
static guint
count_words (const char *text)
{
  guint n = 0, depth = 0;
  gboolean in_word = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      gboolean letter = depth == 0 && g_unichar_isalnum (c);

      if (c == '(')
        depth++;
      else if (c == ')' && depth > 0)
        depth--;
      if (letter && !in_word)
        n++;
      in_word = letter || (in_word && depth == 0 && !g_unichar_isspace (c));
    }

  return n;
}

static void
open_section (const QdLines *lines,
              GArray        *sections,
              guint          index)
{
  const QdLine *line = qd_lines_get (lines, index);
  g_autofree char *plain = qd_lines_plain (lines, line, MAX_LOOK);
  g_autofree char *folded = g_utf8_casefold (plain, -1);
  QdQuarter quarter;
  Section section = {
    .line = index,
    .level = line->level,
    .parent = (int) sections->len - 1,
    .label = line->label,
    .is_statement = count_words (plain) >= STATEMENT_WORDS,
    .names_quarter = qd_quarter_find (plain, &quarter),
    .names_okrs = strstr (folded, "okr") != NULL ||
                  strstr (folded, "objectives") != NULL,
  };

  while (section.parent != NO_SECTION &&
         g_array_index (sections, Section, section.parent).level >= line->level)
    section.parent = g_array_index (sections, Section, section.parent).parent;

  g_array_append_val (sections, section);
}

static void
count_line (Section      *section,
            const QdLine *line)
{
  gboolean nested = (line->flags & QD_LINE_NESTED) != 0;

  if (has_label (line, QD_LABEL_KEY_RESULT))
    section->n_marked++;
  else if (is_marked_objective (line) ||
           (!nested && (line->flags & QD_LINE_OBJECTIVE) != 0))
    section->n_objectives++;
  else if (nested || line->label != QD_LABEL_NONE)
    return;
  else if (line->kind == QD_LINE_NUMBER)
    section->n_numbers++;
  else if (line->kind == QD_LINE_BULLET)
    section->n_bullets++;
}

/* Returns the headings (of Section), and in @whole the sums. */
static GArray *
collect_sections (const QdLines *lines,
                  Section       *whole)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (Section));

  for (guint i = 0; i < qd_lines_count (lines); i++)
    {
      const QdLine *line = qd_lines_get (lines, i);
      gboolean opens = line->kind == QD_LINE_HEADING && line->length > 0 &&
                       !qd_outline_only_announces (line) &&
                       line->label != QD_LABEL_KEY_RESULT;

      if (opens)
        open_section (lines, sections, i);
      else if (sections->len > 0)
        count_line (&g_array_index (sections, Section, sections->len - 1), line);

      if (!opens)
        count_line (whole, line);
    }

  return sections;
}

static const Section *
get_section (GArray *sections,
             int     index)
{
  return index != NO_SECTION ?
         &g_array_index (sections, Section, index) : NULL;
}

static guint
count_level (GArray *sections,
             guint   level)
{
  guint n = 0;

  for (guint i = 0; i < sections->len; i++)
    if (g_array_index (sections, Section, i).level == level)
      n++;

  return n;
}

/* The first heading, where it stands alone on its level above others. */
static const Section *
find_top (GArray *sections)
{
  const Section *first = get_section (sections, sections->len > 1 ? 0 : NO_SECTION);

  return first != NULL && count_level (sections, first->level) == 1 ? first : NULL;
}

/* A heading that says of itself that it is a title, and no team. */
static const Section *
find_title (GArray *sections)
{
  const Section *top = find_top (sections);

  return top != NULL && (top->names_quarter || top->names_okrs) ? top : NULL;
}

static guint
count_results (const Section *section,
               gboolean       marked)
{
  return marked ? section->n_marked : section->n_numbers + section->n_bullets;
}

/* The level on which most of the headings have key results right below, or 0. */
static guint
find_result_level (GArray   *sections,
                   gboolean  marked)
{
  guint counts[MAX_LEVEL + 1] = { 0 };
  guint best = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const Section *section = &g_array_index (sections, Section, i);

      if (count_results (section, marked) > 0)
        counts[section->level]++;
    }

  for (guint level = 1; level <= MAX_LEVEL; level++)
    if (counts[level] > counts[best])
      best = level;

  return best;
}

/* The level of the first heading below the title. */
static guint
find_first_level (GArray *sections)
{
  const Section *first;

  if (sections->len == 0)
    return 0;

  first = get_section (sections, find_top (sections) != NULL ? 1 : 0);

  return first->level;
}

/* No objective shows itself, so the headings right above the key results are
 * the objectives, if something stands above them that can be the team, or if
 * they are whole statements; else they are the teams. */
static guint
choose_by_results (GArray        *sections,
                   const Section *whole,
                   gboolean      *loose)
{
  const Section *title = find_title (sections);
  gboolean marked = whole->n_marked > 0;
  gboolean statements = TRUE;
  guint level = find_result_level (sections, marked);

  if (level == 0)
    return find_first_level (sections);

  for (guint i = 0; i < sections->len; i++)
    {
      const Section *section = &g_array_index (sections, Section, i);
      const Section *parent = get_section (sections, section->parent);

      if (section->level != level || count_results (section, marked) == 0)
        continue;
      if (parent != NULL && parent != title)
        return parent->level;
      statements = statements && section->is_statement;
    }

  if (statements)
    return 0;

  *loose = !marked && whole->n_numbers == 0;

  return level;
}

static guint
choose_team_level (GArray        *sections,
                   const Section *whole,
                   gboolean      *loose)
{
  guint level = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const Section *section = &g_array_index (sections, Section, i);
      const Section *parent = get_section (sections, section->parent);

      if (section->label == QD_LABEL_OBJECTIVE ||
          section->label == QD_LABEL_GOAL)
        return parent != NULL ? parent->level : 0;

      if (section->n_objectives > 0 && (level == 0 || section->level < level))
        level = section->level;
    }

  if (level > 0)
    return level;

  *loose = sections->len == 0 && whole->n_marked == 0 &&
           whole->n_objectives == 0 && whole->n_numbers == 0;

  return choose_by_results (sections, whole, loose);
}

/**
 * qd_outline_survey:
 * @lines: the document; labels and flags of its lines are set
 * @survey: (out caller-allocates): what was found out
 */
void
qd_outline_survey (QdLines         *lines,
                   QdOutlineSurvey *survey)
{
  g_autoptr (GArray) sections = NULL;
  const Section *title;
  Section whole = { 0 };

  annotate (lines);
  sections = collect_sections (lines, &whole);

  survey->loose = FALSE;
  survey->title = QD_LINE_NONE;
  survey->team_level = choose_team_level (sections, &whole, &survey->loose);

  title = survey->team_level == 0 ? find_title (sections) : find_top (sections);
  if (title != NULL &&
      (survey->team_level == 0 || title->level < survey->team_level))
    survey->title = title->line;
}

/**
 * qd_outline_only_announces:
 * @line: a line that the survey has seen
 *
 * Returns: whether the line says no more than what follows it: "Key results",
 *   "Objectives:", "Why?"
 */
gboolean
qd_outline_only_announces (const QdLine *line)
{
  return (line->flags & QD_LINE_BARE) != 0 &&
         (line->label == QD_LABEL_OBJECTIVE || line->label == QD_LABEL_GOAL ||
          line->label == QD_LABEL_KEY_RESULT || line->label == QD_LABEL_WHY);
}
