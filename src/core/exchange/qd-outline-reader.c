/* Reads an outline: which line is a team, an objective, a key result.
 *
 * Walks over the lines of the document once, keeps in mind in which items it
 * stands, and hands each paragraph to the builder under the name of what it is.
 * How the document uses headings and lists was found out by the survey. Every
 * line ends up somewhere: what is nothing else belongs to the paragraph, the
 * key result, the objective or the team it stands below, or becomes a remark.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-markdown.h"
#include "qd-outline-block.h"
#include "qd-outline-input.h"

/* A word for a commitment on a line of its own is not longer. */
#define MAX_COMMITMENT 64

/* What an open item is. */
typedef enum
{
  ROLE_OBJECTIVE,
  ROLE_REASON,
  ROLE_RESULT,
  ROLE_DETAIL,
  ROLE_TEAM_ITEM,
} Role;

/* How the newest objective was written. */
typedef enum
{
  SOURCE_HEADING,
  SOURCE_LINE,         /* bold, or marked */
  SOURCE_NUMBER,
  SOURCE_BULLET,
} Source;

typedef struct
{
  int indent;          /* -1 for a heading: everything is below it */
  Role role;
} Item;

typedef struct
{
  QdLines *lines;
  QdOutlineSurvey survey;
  QdOutlineBuilder *builder;
  QdBlock *block;

  GArray *items;       /* of Item, each indented more than the one before */
  Source source;
  guint source_indent;
  guint source_level;
  gboolean source_strong;
  gboolean in_results; /* below a heading that says "Key results" */
} Reader;

static gboolean
has_objective (Reader *self)
{
  return qd_outline_builder_has_objective (self->builder);
}

/* Leaves the items that a line with that indent does not belong to. */
static void
pop_items (Reader *self,
           int     indent)
{
  while (self->items->len > 0 &&
         g_array_index (self->items, Item, self->items->len - 1).indent >=
         indent)
    g_array_set_size (self->items, self->items->len - 1);
}

static void
push_item (Reader *self,
           int     indent,
           Role    role)
{
  Item item = { indent, role };

  pop_items (self, indent);
  g_array_append_val (self->items, item);
}

static gboolean
is_in (Reader *self,
       Role    role)
{
  return self->items->len > 0 &&
         g_array_index (self->items, Item, self->items->len - 1).role == role;
}

static gboolean
is_in_result (Reader *self)
{
  return is_in (self, ROLE_RESULT) || is_in (self, ROLE_DETAIL);
}

static void
open_objective (Reader       *self,
                const QdLine *line,
                Source        source)
{
  qd_block_open (self->block, QD_BLOCK_OBJECTIVE, line);
  g_array_set_size (self->items, 0);
  if (line->kind == QD_LINE_BULLET || line->kind == QD_LINE_NUMBER)
    push_item (self, (int) line->indent, ROLE_OBJECTIVE);

  self->source = source;
  self->source_indent = line->indent;
  self->source_level = line->level;
  self->source_strong = (line->flags & QD_LINE_STRONG) != 0;
  self->in_results = FALSE;
}

static void
open_key_result (Reader       *self,
                 const QdLine *line,
                 int           indent)
{
  qd_block_open (self->block, QD_BLOCK_KEY_RESULT, line);
  push_item (self, indent, ROLE_RESULT);
}

/* What plain text is at this place. Below the key results of an objective that
 * is an item of a list, it belongs to it only where it is indented. */
static QdBlockKind
get_text_block (Reader       *self,
                const QdLine *line)
{
  if (is_in_result (self))
    return QD_BLOCK_DETAIL;
  if (is_in (self, ROLE_TEAM_ITEM))
    return QD_BLOCK_TEAM_TEXT;

  if (has_objective (self) &&
      (!qd_outline_builder_has_key_result (self->builder) ||
       self->source == SOURCE_HEADING || self->source == SOURCE_LINE ||
       line->indent > self->source_indent))
    return QD_BLOCK_WHY;

  return QD_BLOCK_TEAM_TEXT;
}

/* Takes a line by its mark. Returns whether the mark says what it is. */
static gboolean
take_marked (Reader       *self,
             const QdLine *line,
             Source        source)
{
  gboolean bare = (line->flags & QD_LINE_BARE) != 0;

  switch ((QdOutlineLabel) line->label)
    {
    case QD_LABEL_KEY_RESULT:
      if (bare)
        self->in_results = TRUE;
      else
        open_key_result (self, line, (int) line->indent);
      return TRUE;

    case QD_LABEL_GOAL:
      if (is_in_result (self))
        return FALSE;
      G_GNUC_FALLTHROUGH;
    case QD_LABEL_OBJECTIVE:
      if (!bare)
        open_objective (self, line, source);
      return TRUE;

    case QD_LABEL_WHY:
      if (is_in_result (self))
        return FALSE;
      if (!bare)
        qd_block_open (self->block, QD_BLOCK_WHY, line);
      if (line->kind != QD_LINE_TEXT)
        push_item (self, (int) line->indent, ROLE_REASON);
      return TRUE;

    case QD_LABEL_COMMITMENT:
      qd_block_open (self->block, QD_BLOCK_COMMITMENT, line);
      return TRUE;

    case QD_LABEL_OWNER:
    case QD_LABEL_CURRENT:
    case QD_LABEL_COLUMN:
    case QD_LABEL_MEASUREMENT:
    case QD_LABEL_BASELINE:
    case QD_LABEL_TARGET:
    case QD_LABEL_UNIT:
      if (bare || !qd_outline_builder_has_team (self->builder))
        return FALSE;
      qd_block_open (self->block, QD_BLOCK_DETAIL, line);
      return TRUE;

    case QD_LABEL_NONE:
    case QD_LABEL_CYCLE:
    default:
      return FALSE;
    }
}

/* Whether a heading of a team is still to come: what stands above it without a
 * mark is an introduction. */
static gboolean
is_above_teams (Reader *self)
{
  return self->survey.team_level > 0 &&
         !qd_outline_builder_has_team (self->builder);
}

/* Whether an item without a mark is an objective. */
static gboolean
is_objective_item (Reader       *self,
                   const QdLine *line)
{
  if (!has_objective (self))
    return (line->flags & QD_LINE_OBJECTIVE) != 0 ||
           (line->kind == QD_LINE_NUMBER && !self->in_results);

  if (line->indent > self->source_indent)
    return FALSE;

  if (self->source == SOURCE_NUMBER)
    return line->kind == QD_LINE_NUMBER;

  /* Beside a bold bullet, the plain ones are its key results. */
  return self->source == SOURCE_BULLET && line->kind == QD_LINE_BULLET &&
         (!self->source_strong || (line->flags & QD_LINE_STRONG) != 0);
}

static void
take_plain_item (Reader       *self,
                 const QdLine *line)
{
  int indent = (int) line->indent;

  if (is_above_teams (self) || is_in (self, ROLE_TEAM_ITEM))
    {
      qd_block_open (self->block, QD_BLOCK_TEAM_ITEM, line);
      push_item (self, indent, ROLE_TEAM_ITEM);
    }
  else if (is_objective_item (self, line))
    {
      open_objective (self, line, line->kind == QD_LINE_NUMBER ? SOURCE_NUMBER :
                                                                 SOURCE_BULLET);
    }
  else if (has_objective (self) || self->survey.loose || self->in_results)
    {
      open_key_result (self, line, indent);
    }
  else
    {
      qd_block_open (self->block, QD_BLOCK_TEAM_ITEM, line);
      push_item (self, indent, ROLE_TEAM_ITEM);
    }
}

static void
take_item (Reader       *self,
           const QdLine *line)
{
  qd_block_close (self->block);
  pop_items (self, (int) line->indent);

  if (line->length == 0 ||
      take_marked (self, line, line->kind == QD_LINE_NUMBER ? SOURCE_NUMBER :
                                                              SOURCE_LINE))
    return;

  if (is_in_result (self))
    {
      qd_block_open (self->block, QD_BLOCK_DETAIL, line);
      push_item (self, (int) line->indent, ROLE_DETAIL);
    }
  else if (is_in (self, ROLE_REASON))
    {
      qd_block_open (self->block, QD_BLOCK_WHY, line);
      push_item (self, (int) line->indent, ROLE_REASON);
    }
  else
    {
      take_plain_item (self, line);
    }
}

/* "Committed" on a line of its own. */
static gboolean
is_commitment (Reader       *self,
               const QdLine *line)
{
  QdCommitment commitment;
  g_autofree char *plain = NULL;

  if (line->length > MAX_COMMITMENT || !has_objective (self))
    return FALSE;

  plain = qd_lines_plain (self->lines, line, MAX_COMMITMENT);

  return qd_outline_commitment_match (plain, &commitment);
}

static gboolean
is_bold_objective (Reader       *self,
                   const QdLine *line)
{
  return (line->flags & QD_LINE_STRONG) != 0 &&
         (line->flags & QD_LINE_OBJECTIVE) != 0 && !is_above_teams (self) &&
         (!has_objective (self) || self->source != SOURCE_HEADING);
}

/* Whether a line goes on with the paragraph before it. */
static gboolean
continues_block (Reader       *self,
                 const QdLine *line)
{
  return self->block->kind != QD_BLOCK_NONE && !self->block->verbatim &&
         (line->flags & QD_LINE_AFTER_GAP) == 0 &&
         (line->label == QD_LABEL_NONE || line->label == QD_LABEL_CYCLE) &&
         !is_bold_objective (self, line);
}

static void
take_text (Reader       *self,
           const QdLine *line)
{
  if (continues_block (self, line))
    {
      qd_block_append (self->block, line);
      return;
    }

  qd_block_close (self->block);
  if ((line->flags & QD_LINE_AFTER_GAP) != 0)
    pop_items (self, (int) line->indent);

  if (take_marked (self, line, SOURCE_LINE))
    return;

  if (is_commitment (self, line))
    {
      qd_block_open (self->block, QD_BLOCK_COMMITMENT, line);
    }
  else if (is_bold_objective (self, line))
    {
      open_objective (self, line, SOURCE_LINE);
      qd_block_close (self->block);
    }
  else
    {
      qd_block_open (self->block, get_text_block (self, line), line);
    }
}

static void
take_verbatim (Reader       *self,
               const QdLine *line,
               QdBlockKind   kind)
{
  if (self->block->kind == kind && self->block->verbatim &&
      (line->flags & QD_LINE_AFTER_GAP) == 0)
    qd_block_append (self->block, line);
  else
    qd_block_open (self->block, kind, line);
}

static void
take_code (Reader       *self,
           const QdLine *line)
{
  if (!self->block->verbatim)
    qd_block_close (self->block);

  take_verbatim (self, line, get_text_block (self, line));
}

static void
remark (Reader       *self,
        const QdLine *line,
        const char   *plain,
        const char   *reason,
        gboolean      kept)
{
  qd_outline_add_remark (qd_outline_builder_get_outline (self->builder),
                         line->number, plain, reason, kept);
}

static void
begin_team (Reader       *self,
            const QdLine *line,
            const char   *plain)
{
  const char *title = qd_block_skip_numbering (plain);
  g_autofree char *name = qd_outline_title_to_team (title);

  qd_outline_builder_begin_team (self->builder, line->number, name);
  if (line->number == self->block->cycle.name_line)
    remark (self, line, plain, _("This line names the cycle."), TRUE);
}

/* The title of the document, or a heading above several teams. */
static void
take_high_heading (Reader       *self,
                   const QdLine *line,
                   gboolean      is_title,
                   const char   *plain)
{
  g_autofree char *name = qd_outline_title_to_team (plain);

  qd_outline_builder_end_team (self->builder);

  if (line->number == self->block->cycle.name_line)
    remark (self, line, plain, _("This line names the cycle."), TRUE);
  else if (is_title && (self->survey.team_level > 0 || name == NULL))
    remark (self, line, plain,
            _("This is the title of the text; it names neither a team nor a "
              "quarter."),
            FALSE);
  else if (!is_title)
    remark (self, line, plain,
            _("This heading stands above the headings of the teams."), FALSE);

  if (is_title && self->survey.team_level == 0 && name != NULL)
    qd_outline_builder_set_fallback (self->builder, name);
}

static void
take_heading (Reader       *self,
              const QdLine *line,
              guint         index)
{
  g_autofree char *plain = NULL;
  guint team_level = self->survey.team_level;
  gboolean is_objective = line->label == QD_LABEL_OBJECTIVE ||
                          line->label == QD_LABEL_GOAL;

  qd_block_close (self->block);
  g_array_set_size (self->items, 0);
  self->in_results = line->label == QD_LABEL_KEY_RESULT;

  /* "## Key results", "## Why": what follows says it again. */
  if (line->length == 0 || qd_outline_only_announces (line))
    return;

  if (line->label == QD_LABEL_KEY_RESULT)
    {
      open_key_result (self, line, -1);
      return;
    }

  plain = qd_markdown_to_plain (line->text, line->length,
                                self->lines->references);

  if (!is_objective && (index == self->survey.title || line->level < team_level))
    take_high_heading (self, line, index == self->survey.title, plain);
  else if (!is_objective && line->level == team_level)
    begin_team (self, line, plain);
  else if (!is_objective && has_objective (self) &&
           self->source == SOURCE_HEADING && line->level > self->source_level)
    qd_block_open (self->block, QD_BLOCK_WHY, line);
  else
    open_objective (self, line, SOURCE_HEADING);
}

static void
take_line (Reader *self,
           guint   index)
{
  const QdLine *line = qd_lines_get (self->lines, index);

  switch ((QdLineKind) line->kind)
    {
    case QD_LINE_HEADING:
      take_heading (self, line, index);
      qd_block_close (self->block);
      break;

    case QD_LINE_BULLET:
    case QD_LINE_NUMBER:
      take_item (self, line);
      break;

    case QD_LINE_CODE:
      take_code (self, line);
      break;

    case QD_LINE_TABLE:
      take_verbatim (self, line, QD_BLOCK_TABLE);
      break;

    case QD_LINE_FRONT:
      take_verbatim (self, line, QD_BLOCK_FRONT);
      break;

    case QD_LINE_TEXT:
    default:
      take_text (self, line);
      break;
    }
}

/**
 * qd_outline_parse:
 * @text: a Markdown document; it need not be terminated
 * @length: bytes of @text
 * @fallback_team: (nullable): name of the team where no heading names one, or
 *   %NULL for "My team"
 * @today: a day of the cycle where the text names none
 * @error: %QD_ERROR_INVALID where @text is no UTF-8 text, or larger than
 *   16 MiB or 1,000,000 lines; the message names the line
 *
 * Headings are teams, numbered or bold items, sub-headings and marked lines are
 * objectives, bullets below them are key results. Where a document writes it
 * otherwise, qd_outline_survey() finds out. Every word of @text is in the
 * result, in its fields or in its remarks, apart from the marks themselves, the
 * addresses of links, and comments.
 *
 * Returns: (transfer full): the outline, or %NULL with @error set
 */
QdOutline *
qd_outline_parse (const char  *text,
                  gsize        length,
                  const char  *fallback_team,
                  QdDay        today,
                  GError     **error)
{
  g_autoptr (QdLines) lines = NULL;
  g_autoptr (QdOutlineBuilder) builder = NULL;
  g_autoptr (GArray) items = NULL;
  g_auto (QdBlock) block = { 0 };
  Reader self = { 0 };

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (g_date_valid_julian (today), NULL);

  if (length > 0 && !qd_outline_input_check (text, length, error))
    return NULL;

  self.lines = lines = qd_lines_scan (text, length);
  self.builder = builder = qd_outline_builder_new (fallback_team);
  self.items = items = g_array_new (FALSE, FALSE, sizeof (Item));
  self.block = &block;
  qd_block_init (&block, lines, builder);

  qd_outline_survey (lines, &self.survey);
  qd_outline_read_cycle (lines, &self.survey, today,
                         qd_outline_builder_get_outline (builder),
                         &block.cycle);

  for (guint i = 0; i < qd_lines_count (lines); i++)
    take_line (&self, i);
  qd_block_close (&block);

  return qd_outline_builder_finish (builder);
}
