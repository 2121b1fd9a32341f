/* A Markdown document as a list of lines, each with its kind.
 *
 * Finds out what each line is by its beginning and its neighbours, and skips
 * what says nothing: blank lines, rules, comments and the addresses of links.
 * What the lines mean in an outline is not known here.
 */

#include "config.h"

#include <string.h>

#include "qd-markdown.h"
#include "qd-outline-lines.h"

#define MAX_FRONT_LINES 200u
#define TAB 4u

/* Longer fences are closed by as many marks, so that few searches are made. */
#define MAX_FENCE 8u

typedef struct
{
  const char *at;
  const char *end;
  guint number;

  QdLines *lines;
  gboolean gap;
  gboolean in_list;
  gboolean in_table;

  /* What is searched to the end of the text is searched only once. */
  gboolean comment_end_missing;
  guint fence_end_missing[2];
} Scanner;

/* One line as it stands in the document. */
typedef struct
{
  const char *start;
  const char *end;
  const char *text;
  guint indent;
} Raw;

static const char *
find_line_end (const char *at,
               const char *end)
{
  while (at < end && *at != '\n' && *at != '\r')
    at++;

  return at;
}

static const char *
skip_line_end (const char *at,
               const char *end)
{
  if (at < end && *at == '\r')
    {
      at++;
      return at < end && *at == '\n' ? at + 1 : at;
    }

  return at < end ? at + 1 : at;
}

static gboolean
is_blank_char (char c)
{
  return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

static void
measure_indent (Raw *raw)
{
  raw->indent = 0;
  for (raw->text = raw->start;
       raw->text < raw->end && is_blank_char (*raw->text);
       raw->text++)
    raw->indent += *raw->text == '\t' ? TAB - raw->indent % TAB : 1;
}

/* Takes the next line, without its end and the blanks before that. */
static void
next_raw (Scanner *self,
          Raw     *raw)
{
  raw->start = self->at;
  raw->end = find_line_end (self->at, self->end);
  self->at = skip_line_end (raw->end, self->end);
  self->number++;

  while (raw->end > raw->start && is_blank_char (raw->end[-1]))
    raw->end--;
  measure_indent (raw);
}

static gsize
count_run (const char *at,
           const char *end)
{
  const char *start = at;

  while (at < end && *at == *start)
    at++;

  return (gsize) (at - start);
}

static QdLine *
add_line (Scanner    *self,
          QdLineKind  kind,
          guint       indent,
          const char *text,
          const char *end)
{
  QdLine line = {
    .text = text,
    .length = (guint) (end - text),
    .number = self->number,
    .indent = indent,
    .kind = (guint8) kind,
    .flags = self->gap ? QD_LINE_AFTER_GAP : 0,
  };

  self->gap = FALSE;
  g_array_append_val (self->lines->lines, line);

  return qd_lines_get (self->lines, qd_lines_count (self->lines) - 1);
}

/* A rule, a blank line, a definition: it only divides. */
static void
add_gap (Scanner *self)
{
  self->gap = TRUE;
  self->in_table = FALSE;
}

static gboolean
consists_of (const Raw  *raw,
             const char *chars)
{
  for (const char *at = raw->text; at < raw->end; at++)
    if (strchr (chars, *at) == NULL)
      return FALSE;

  return TRUE;
}

/* "---", "* * *", "___". */
static gboolean
is_rule (const Raw *raw)
{
  const char mark[] = { *raw->text, ' ', '\0' };
  guint n = 0;

  if (strchr ("-*_", *raw->text) == NULL || !consists_of (raw, mark))
    return FALSE;

  for (const char *at = raw->text; at < raw->end && n < 3; at++)
    if (*at != ' ')
      n++;

  return n == 3;
}

/* A row of = or - makes the single line of text above it a heading. */
static gboolean
take_underline (Scanner   *self,
                const Raw *raw)
{
  const char mark[] = { *raw->text, '\0' };
  guint n = qd_lines_count (self->lines);
  QdLine *above = n > 0 ? qd_lines_get (self->lines, n - 1) : NULL;

  if (above == NULL || self->gap || above->kind != QD_LINE_TEXT ||
      above->indent >= TAB || raw->indent >= TAB ||
      (*raw->text != '=' && *raw->text != '-') ||
      raw->end - raw->text < 2 || !consists_of (raw, mark) ||
      (n > 1 && (above->flags & QD_LINE_AFTER_GAP) == 0 &&
       qd_lines_get (self->lines, n - 2)->kind != QD_LINE_HEADING))
    return FALSE;

  above->kind = QD_LINE_HEADING;
  above->level = *raw->text == '=' ? 1 : 2;
  self->in_list = FALSE;

  return TRUE;
}

static gboolean
take_heading (Scanner   *self,
              const Raw *raw)
{
  gsize level = *raw->text == '#' ? count_run (raw->text, raw->end) : 0;
  const char *text = raw->text + level;
  const char *end = raw->end;
  QdLine *line;

  if (level < 1 || level > 6 || raw->indent >= TAB ||
      (text < end && !is_blank_char (*text)))
    return FALSE;

  while (text < end && is_blank_char (*text))
    text++;

  /* "## Words ##" */
  while (end > text && end[-1] == '#')
    end--;
  if (end > text && !is_blank_char (end[-1]))
    end = raw->end;
  while (end > text && is_blank_char (end[-1]))
    end--;

  line = add_line (self, QD_LINE_HEADING, 0, text, end);
  line->level = (guint8) level;
  self->in_list = FALSE;

  return TRUE;
}

/* Returns what follows "- ", "* ", "+ ", "• " or "– ", or %NULL. */
static const char *
skip_bullet (const Raw *raw)
{
  static const char * const BULLETS[] = {
    "-", "*", "+", "•", "◦", "▪", "‣", "–",
  };

  for (guint i = 0; i < G_N_ELEMENTS (BULLETS); i++)
    {
      gsize n = strlen (BULLETS[i]);
      const char *after = raw->text + n;

      if ((gsize) (raw->end - raw->text) >= n &&
          memcmp (raw->text, BULLETS[i], n) == 0 &&
          (after == raw->end || is_blank_char (*after)))
        return after;
    }

  return NULL;
}

/* Returns what follows "1. " or "1) ", or %NULL. A line of a paragraph that
 * begins with a year is no item. */
static const char *
skip_number (Scanner   *self,
             const Raw *raw)
{
  const char *at = raw->text;
  guint n = qd_lines_count (self->lines);

  while (at < raw->end && at - raw->text < 9 && g_ascii_isdigit (*at))
    at++;
  if (at == raw->text || at == raw->end || (*at != '.' && *at != ')') ||
      (at + 1 < raw->end && !is_blank_char (at[1])))
    return NULL;

  if (!self->in_list && !self->gap && n > 0 &&
      qd_lines_get (self->lines, n - 1)->kind == QD_LINE_TEXT &&
      (at - raw->text != 1 || *raw->text != '1'))
    return NULL;

  return at + 1;
}

static gboolean
take_item (Scanner   *self,
           const Raw *raw)
{
  const char *text = skip_bullet (raw);
  QdLineKind kind = QD_LINE_BULLET;
  gboolean ticked = FALSE;
  QdLine *line;

  if (text == NULL)
    {
      text = skip_number (self, raw);
      kind = QD_LINE_NUMBER;
    }
  if (text == NULL)
    return FALSE;

  while (text < raw->end && is_blank_char (*text))
    text++;

  if (raw->end - text >= 4 && text[0] == '[' && text[2] == ']' &&
      strchr (" xX", text[1]) != NULL && is_blank_char (text[3]))
    {
      ticked = text[1] != ' ';
      for (text += 4; text < raw->end && is_blank_char (*text); text++)
        ;
    }

  line = add_line (self, kind, raw->indent, text, raw->end);
  if (ticked)
    line->flags |= QD_LINE_TICKED;
  self->in_list = TRUE;

  return TRUE;
}

/* Whether @start looks like an address rather than like words. */
static gboolean
is_address (const char *start,
            const char *end)
{
  for (const char *at = start; at < end; at++)
    if (g_ascii_isspace (*at))
      return FALSE;

  return g_strstr_len (start, end - start, "://") != NULL ||
         g_strstr_len (start, MIN (end - start, 7), "mailto:") == start ||
         (start < end && strchr ("/#<.", *start) != NULL);
}

/* "[label]: https://…": the address is used for nothing, as is the line. */
static gboolean
take_definition (Scanner   *self,
                 const Raw *raw)
{
  const char *close, *address;

  if (*raw->text != '[' || raw->indent >= TAB)
    return FALSE;

  for (close = raw->text + 1; close < raw->end; close++)
    if (*close == ']' || *close == '[')
      break;
  if (raw->end - close < 3 || close[0] != ']' || close[1] != ':' ||
      close == raw->text + 1)
    return FALSE;

  for (address = close + 2;
       address < raw->end && is_blank_char (*address);
       address++)
    ;
  if (address == raw->end || !is_address (address, raw->end))
    return FALSE;

  g_hash_table_add (self->lines->references,
                    qd_markdown_reference_label (raw->text + 1,
                                                 (gsize) (close - raw->text - 1)));
  add_gap (self);

  return TRUE;
}

static gboolean
is_fence (const Raw *raw,
          char       mark,
          gsize      n)
{
  return raw->text < raw->end && *raw->text == mark &&
         count_run (raw->text, raw->end) >= n;
}

/* Returns the beginning of the line that closes the fence, or %NULL. */
static const char *
find_fence_end (Scanner *self,
                char     mark,
                gsize    n)
{
  guint *missing = &self->fence_end_missing[mark == '~'];
  Scanner ahead = *self;

  if (*missing != 0 && n >= *missing)
    return NULL;

  while (ahead.at < ahead.end)
    {
      const char *start = ahead.at;
      const char only[] = { mark, '\0' };
      Raw raw;

      next_raw (&ahead, &raw);
      if (is_fence (&raw, mark, n) && consists_of (&raw, only))
        return start;
    }

  *missing = (guint) n;

  return NULL;
}

/* Returns the line without the blanks that the fence itself has before it. */
static const char *
skip_columns (const Raw *raw,
              guint      n)
{
  const char *at = raw->start;

  while (at < raw->text && (guint) (at - raw->start) < n)
    at++;

  return at;
}

/* Takes a whole block of code. A fence that nobody closes is text. */
static gboolean
take_fence (Scanner   *self,
            const Raw *raw)
{
  char mark = *raw->text;
  gsize n = count_run (raw->text, raw->end);
  const char *info = raw->text + n;
  const char *last;
  Raw line;

  if ((mark != '`' && mark != '~') || n < 3 ||
      (mark == '`' && memchr (info, '`', (gsize) (raw->end - info)) != NULL))
    return FALSE;

  last = find_fence_end (self, mark, MIN (n, MAX_FENCE));
  if (last == NULL)
    return FALSE;

  add_line (self, QD_LINE_CODE, raw->indent, raw->text, raw->end);
  do
    {
      next_raw (self, &line);
      add_line (self, QD_LINE_CODE, raw->indent,
                skip_columns (&line, raw->indent), line.end);
    }
  while (line.start != last);

  return TRUE;
}

/* A comment that begins a line; what stands behind it is a line of its own. */
static gboolean
take_comment (Scanner   *self,
              const Raw *raw)
{
  const char *end;

  if (self->comment_end_missing ||
      raw->end - raw->text < 4 || memcmp (raw->text, "<!--", 4) != 0)
    return FALSE;

  end = g_strstr_len (raw->text + 4, self->end - raw->text - 4, "-->");
  if (end == NULL)
    {
      self->comment_end_missing = TRUE;
      return FALSE;
    }

  end += 3;
  self->number--;
  for (const char *at = find_line_end (raw->text, end);
       at < end;
       at = find_line_end (skip_line_end (at, end), end))
    self->number++;
  self->at = end;

  return TRUE;
}

/* "> …": the words count, that they are quoted does not. */
static gboolean
take_quote (Scanner   *self,
            const Raw *raw)
{
  const char *text = raw->text;

  if (*text != '>')
    return FALSE;

  while (text < raw->end && (*text == '>' || is_blank_char (*text)))
    text++;

  if (text == raw->end)
    add_gap (self);
  else
    add_line (self, QD_LINE_TEXT, raw->indent, text, raw->end);

  return TRUE;
}

static gboolean
has_bar (const char *start,
         gsize       length)
{
  return memchr (start, '|', length) != NULL;
}

static gboolean
take_table_row (Scanner   *self,
                const Raw *raw)
{
  gsize length = (gsize) (raw->end - raw->text);
  guint n = qd_lines_count (self->lines);
  QdLine *above = n > 0 ? qd_lines_get (self->lines, n - 1) : NULL;

  if (has_bar (raw->text, length) && memchr (raw->text, '-', length) != NULL &&
      consists_of (raw, "|-: "))
    {
      if (above != NULL && !self->gap && above->kind == QD_LINE_TEXT &&
          has_bar (above->text, above->length))
        above->kind = QD_LINE_TABLE;
      self->in_table = TRUE;
      return TRUE;
    }

  if (*raw->text == '|' ? has_bar (raw->text + 1, length - 1) :
      self->in_table && has_bar (raw->text, length))
    {
      add_line (self, QD_LINE_TABLE, raw->indent, raw->text, raw->end);
      self->in_table = TRUE;
      return TRUE;
    }

  self->in_table = FALSE;

  return FALSE;
}

static void
take_text (Scanner   *self,
           const Raw *raw)
{
  if (self->gap && raw->indent == 0)
    self->in_list = FALSE;

  add_line (self, QD_LINE_TEXT, raw->indent, raw->text, raw->end);
}

static void
take_line (Scanner   *self,
           const Raw *raw)
{
  if (raw->text == raw->end)
    add_gap (self);
  else if (take_comment (self, raw) ||
           take_quote (self, raw) ||
           take_fence (self, raw) ||
           take_underline (self, raw))
    return;
  else if (is_rule (raw))
    add_gap (self);
  else if (!take_table_row (self, raw) &&
           !take_heading (self, raw) &&
           !take_definition (self, raw) &&
           !take_item (self, raw))
    take_text (self, raw);
}

static gboolean
is_front_mark (const Raw *raw,
               gboolean   opening)
{
  return raw->end - raw->start == 3 &&
         (memcmp (raw->start, "---", 3) == 0 ||
          (!opening && memcmp (raw->start, "...", 3) == 0));
}

/* The lines between "---" and "---" at the very beginning. */
static void
take_front (Scanner *self)
{
  Scanner ahead = *self;
  const char *last = NULL;
  Raw raw;

  next_raw (&ahead, &raw);
  if (!is_front_mark (&raw, TRUE))
    return;

  while (ahead.at < ahead.end && ahead.number < MAX_FRONT_LINES && last == NULL)
    {
      next_raw (&ahead, &raw);
      if (is_front_mark (&raw, FALSE))
        last = raw.start;
    }
  if (last == NULL)
    return;

  next_raw (self, &raw);
  for (next_raw (self, &raw); raw.start != last; next_raw (self, &raw))
    if (raw.text < raw.end)
      add_line (self, QD_LINE_FRONT, raw.indent, raw.text, raw.end);
  add_gap (self);
}

/**
 * qd_lines_scan:
 * @text: a document that qd_outline_input_check() lets pass; it must outlive
 *   the result
 * @length: bytes of @text
 *
 * Returns: (transfer full): its lines
 */
QdLines *
qd_lines_scan (const char *text,
               gsize       length)
{
  QdLines *lines = g_new0 (QdLines, 1);
  Scanner self = {
    .at = text,
    .end = text + length,
    .lines = lines,
    .gap = TRUE,
  };
  Raw raw;

  lines->lines = g_array_new (FALSE, FALSE, sizeof (QdLine));
  lines->references = g_hash_table_new_full (g_str_hash, g_str_equal,
                                             g_free, NULL);

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    self.at += 3;
  take_front (&self);
  while (self.at < self.end)
    {
      next_raw (&self, &raw);
      take_line (&self, &raw);
    }

  return lines;
}

/**
 * qd_lines_free:
 * @self: (transfer full): lines
 */
void
qd_lines_free (QdLines *self)
{
  g_array_unref (self->lines);
  g_hash_table_unref (self->references);
  g_free (self);
}

/**
 * qd_lines_count:
 *
 * Returns: how many lines there are that say something
 */
guint
qd_lines_count (const QdLines *self)
{
  return self->lines->len;
}

/**
 * qd_lines_get:
 * @index: below qd_lines_count()
 *
 * Returns: (transfer none): a line, until another one is added
 */
QdLine *
qd_lines_get (const QdLines *self,
              guint          index)
{
  return &g_array_index (self->lines, QdLine, index);
}

/**
 * qd_lines_plain:
 * @line: a line of it
 * @max_length: at most how many bytes of it to look at
 *
 * Returns: (transfer full): the beginning of the line, without marks
 */
char *
qd_lines_plain (const QdLines *self,
                const QdLine  *line,
                gsize          max_length)
{
  gsize length = line->length;

  if (length > max_length)
    {
      length = max_length;
      while (length > 0 && ((guchar) line->text[length] & 0xc0) == 0x80)
        length--;
    }

  return qd_markdown_to_plain (line->text, length, self->references);
}
