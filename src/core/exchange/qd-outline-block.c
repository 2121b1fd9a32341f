/* One paragraph of an outline, from its first line to where it ends.
 *
 * Gathers the lines, takes off their marks and hands the text to the builder
 * as what it is. What a line begins, and where a paragraph ends, the reader
 * decides.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-markdown.h"
#include "qd-outline-block.h"

/* The title of an objective, out of the paragraph that states it. */
static char *
read_objective_title (const char *plain)
{
  const char *start = qd_block_skip_numbering (plain);
  const char *rest;
  QdOutlineLabel label = qd_outline_label_match (start, &rest);
  char *title;
  gsize length;

  if (label == QD_LABEL_OBJECTIVE || label == QD_LABEL_GOAL)
    start = rest;

  title = g_strstrip (g_strdup (start));
  length = strlen (title);
  if (length > 1 && title[length - 1] == ':')
    title[length - 1] = '\0';

  return title;
}

/* Drops the mark that @plain begins with, if it is @label. */
static const char *
skip_label (const char     *plain,
            QdOutlineLabel  label)
{
  const char *rest;

  return qd_outline_label_match (plain, &rest) == label ? rest : plain;
}

static void
add_detail (QdBlock    *self,
            const char *plain)
{
  const char *rest;
  QdOutlineLabel label = qd_outline_label_match (plain, &rest);

  if (!qd_outline_builder_has_key_result (self->builder))
    qd_outline_builder_add_why (self->builder, self->first_line, plain);
  else if (!self->verbatim && *rest != '\0' &&
           (qd_outline_label_is_field (label) || label == QD_LABEL_GOAL))
    qd_outline_builder_add_field (self->builder, self->first_line, label, rest,
                                  plain);
  else
    qd_outline_builder_add_description (self->builder, plain);
}

/* Whether a line of the paragraph says something about the cycle. */
static gboolean
remark_cycle (QdBlock    *self,
              const char *plain)
{
  QdOutline *outline = qd_outline_builder_get_outline (self->builder);
  guint name = self->cycle.name_line;
  guint days = self->cycle.days_line;

  if (name >= self->first_line && name <= self->last_line)
    qd_outline_add_remark (outline, name, plain,
                           _("This line names the cycle."), TRUE);
  else if (days >= self->first_line && days <= self->last_line)
    qd_outline_add_remark (outline, days, plain,
                           _("This line says on which days the cycle begins "
                             "and ends."),
                           TRUE);
  else
    return FALSE;

  return TRUE;
}

static void
remark_unread (QdBlock    *self,
               const char *plain,
               const char *reason)
{
  qd_outline_add_remark (qd_outline_builder_get_outline (self->builder),
                         self->first_line, plain, reason, FALSE);
}

static void
deliver (QdBlock     *self,
         QdBlockKind  kind,
         const char  *plain)
{
  QdOutlineBuilder *builder = self->builder;
  guint line = self->first_line;
  const char *word;
  g_autofree char *title = NULL;

  switch (kind)
    {
    case QD_BLOCK_TEAM_TEXT:
    case QD_BLOCK_TEAM_ITEM:
      if (qd_outline_builder_has_team (builder) || !remark_cycle (self, plain))
        qd_outline_builder_add_team_text (builder, line, plain,
                                          kind == QD_BLOCK_TEAM_ITEM);
      break;

    case QD_BLOCK_OBJECTIVE:
      title = read_objective_title (plain);
      if (*title != '\0')
        qd_outline_builder_begin_objective (builder, line, title);
      break;

    case QD_BLOCK_WHY:
      plain = self->verbatim ? plain : skip_label (plain, QD_LABEL_WHY);
      if (*plain != '\0')
        qd_outline_builder_add_why (builder, line, plain);
      break;

    case QD_BLOCK_COMMITMENT:
      word = skip_label (plain, QD_LABEL_COMMITMENT);
      if (!qd_outline_builder_set_commitment (builder, word))
        qd_outline_builder_add_why (builder, line, plain);
      break;

    case QD_BLOCK_KEY_RESULT:
      plain = skip_label (plain, QD_LABEL_KEY_RESULT);
      qd_outline_builder_begin_key_result (builder, line, plain, self->ticked);
      break;

    case QD_BLOCK_DETAIL:
      add_detail (self, plain);
      break;

    case QD_BLOCK_TABLE:
      remark_unread (self, plain, _("Tables are not read."));
      break;

    case QD_BLOCK_FRONT:
      if (!remark_cycle (self, plain))
        remark_unread (self, plain,
                       _("This header is for other programs and was not "
                         "read."));
      break;

    case QD_BLOCK_NONE:
    default:
      g_assert_not_reached ();
    }
}

/**
 * qd_block_init:
 * @lines: a document that outlives @self
 * @builder: a builder that outlives @self
 */
void
qd_block_init (QdBlock          *self,
               const QdLines    *lines,
               QdOutlineBuilder *builder)
{
  memset (self, 0, sizeof *self);
  self->lines = lines;
  self->builder = builder;
  self->raw = g_string_new (NULL);
}

/**
 * qd_block_clear:
 *
 * Frees what @self points to. An open paragraph is not handed over.
 */
void
qd_block_clear (QdBlock *self)
{
  if (self->raw != NULL)
    g_string_free (self->raw, TRUE);
}

/**
 * qd_block_open:
 *
 * Begins a paragraph with @line, and closes the one before.
 */
void
qd_block_open (QdBlock      *self,
               QdBlockKind   kind,
               const QdLine *line)
{
  qd_block_close (self);

  self->kind = kind;
  self->verbatim = line->kind == QD_LINE_CODE || line->kind == QD_LINE_TABLE ||
                   line->kind == QD_LINE_FRONT;
  self->ticked = (line->flags & QD_LINE_TICKED) != 0;
  self->first_line = self->last_line = line->number;
  g_string_append_len (self->raw, line->text, line->length);
}

/**
 * qd_block_append:
 *
 * Goes on with the open paragraph.
 */
void
qd_block_append (QdBlock      *self,
                 const QdLine *line)
{
  g_string_append_c (self->raw, '\n');
  g_string_append_len (self->raw, line->text, line->length);
  self->last_line = line->number;
}

/**
 * qd_block_close:
 *
 * Hands the paragraph over, if one is open.
 */
void
qd_block_close (QdBlock *self)
{
  QdBlockKind kind = self->kind;
  g_autofree char *plain = NULL;

  if (kind == QD_BLOCK_NONE)
    return;

  plain = self->verbatim ?
          g_strndup (self->raw->str, self->raw->len) :
          qd_markdown_to_plain (self->raw->str, self->raw->len,
                                self->lines->references);
  self->kind = QD_BLOCK_NONE;
  g_string_truncate (self->raw, 0);

  if (*plain != '\0')
    deliver (self, kind, plain);
}

/**
 * qd_block_skip_numbering:
 *
 * Returns: @text without the "1. " that a heading or a bold line may have
 */
const char *
qd_block_skip_numbering (const char *text)
{
  const char *at = text;

  while (g_ascii_isdigit (*at) && at - text < 3)
    at++;
  if (at == text || (*at != '.' && *at != ')') || at[1] != ' ')
    return text;

  return at + 2;
}
