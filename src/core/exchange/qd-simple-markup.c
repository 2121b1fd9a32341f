/* A little Markdown, as Pango markup: bold, italics, links, bullets and
 * numbers.
 *
 * Every text is valid here: what is no clean mark is shown as it was typed, and
 * all of it is escaped, so that nothing in it can be markup of its own. A link
 * leads to http or https or is no link. Every character is looked at a bounded
 * number of times, so that the time is linear in the length of the text
 * whatever stands in it. Taking marks off altogether is the business of
 * qd-markdown.
 */

#include "config.h"

#include <string.h>

#include "qd-simple-markup.h"

/* Marks that wait for their partner; more are text. */
#define MAX_OPENERS 32

/* In bytes; what is longer is no address a person wants to follow. */
#define MAX_URI 2048

/* A run of the same mark, or what lies between two. */
typedef struct
{
  const char *start; /* (nullable): the text, or %NULL for a run */
  gsize length;

  char mark;
  guint n_left;   /* marks without a partner */
  GString *before; /* (nullable): the tags it closes */
  GString *after;  /* (nullable): the tags it opens */
} Piece;

typedef struct
{
  const char *start;
  const char *end;
  const char *at;
  const char *plain; /* where the text begins that is in no piece yet */

  GArray *pieces; /* (element-type Piece) */
  guint openers[MAX_OPENERS];
  guint n_openers;

  const char *link_end; /* (nullable): the "]" of the link around @at */
  const char *after_link;
  guint n_openers_outside;
} Inliner;

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  if (piece->before != NULL)
    g_string_free (piece->before, TRUE);
  if (piece->after != NULL)
    g_string_free (piece->after, TRUE);
}

static void
flush_plain (Inliner *self)
{
  Piece piece = { .start = self->plain, .length = (gsize) (self->at - self->plain) };

  if (piece.length > 0)
    g_array_append_val (self->pieces, piece);
  self->plain = self->at;
}

/* Adds an empty run that has only tags. */
static void
add_tag (Inliner *self,
         GString *tag)
{
  Piece piece = { .mark = '*', .before = tag };

  g_array_append_val (self->pieces, piece);
}

static gunichar
char_before (Inliner *self)
{
  return self->at > self->start ? g_utf8_get_char (g_utf8_prev_char (self->at)) : ' ';
}

static gunichar
char_at (Inliner    *self,
         const char *at)
{
  return at < self->end ? g_utf8_get_char (at) : ' ';
}

/* Gives the marks of a closing run to the openers that wait for them. What was
 * opened after one that is closed, and is still open, stays text. */
static void
close_marks (Inliner *self,
             Piece   *closer)
{
  const guint first = self->link_end != NULL ? self->n_openers_outside : 0;

  while (closer->n_left > 0)
    {
      Piece *opener = NULL;
      guint i, n;

      for (i = self->n_openers; i > first; i--)
        {
          opener = &g_array_index (self->pieces, Piece, self->openers[i - 1]);
          if (opener->mark == closer->mark)
            break;
        }
      if (i == first)
        return;

      n = MIN (MIN (opener->n_left, closer->n_left), 2);
      opener->n_left -= n;
      closer->n_left -= n;
      self->n_openers = opener->n_left > 0 ? i : i - 1;

      if (opener->after == NULL)
        opener->after = g_string_new (NULL);
      if (closer->before == NULL)
        closer->before = g_string_new (NULL);
      g_string_prepend (opener->after, n == 2 ? "<b>" : "<i>");
      g_string_append (closer->before, n == 2 ? "</b>" : "</i>");
    }
}

/* "*" and "_", up to three of them. Within words, "_" is a letter. */
static void
take_marks (Inliner *self)
{
  Piece run = { .mark = *self->at };
  const char *after = self->at;
  gunichar previous = char_before (self);
  gunichar next;
  gboolean can_open, can_close;

  while (after < self->end && *after == run.mark)
    after++;
  next = char_at (self, after);
  run.n_left = (guint) (after - self->at);

  can_open = !g_unichar_isspace (next) && run.n_left <= 3;
  can_close = !g_unichar_isspace (previous) && run.n_left <= 3;
  if (run.mark == '_')
    {
      can_open = can_open && !g_unichar_isalnum (previous);
      can_close = can_close && !g_unichar_isalnum (next);
    }

  if (can_open || can_close)
    {
      flush_plain (self);
      if (can_close)
        close_marks (self, &run);
      if (can_open && run.n_left > 0 && self->n_openers < MAX_OPENERS)
        self->openers[self->n_openers++] = self->pieces->len;
      g_array_append_val (self->pieces, run);
      self->plain = after;
    }
  self->at = after;
}

static gboolean
is_uri_char (char c)
{
  return (guchar) c > ' ' && c != 0x7f && strchr ("<>\"`[]{}|\\^", c) == NULL;
}

/* Returns where an address ends at the latest; parentheses come in pairs. */
static const char *
find_uri_end (Inliner    *self,
              const char *at)
{
  guint depth = 0;

  for (; at < self->end && is_uri_char (*at); at++)
    {
      if (*at == '(')
        depth++;
      else if (*at == ')' && depth-- == 0)
        break;
    }

  return at;
}

static GString *
open_link (const char *uri,
           gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (uri, (gssize) length);
  GString *tag = g_string_new ("<a href=\"");

  g_string_append (tag, escaped);
  g_string_append (tag, "\">");

  return tag;
}

static gboolean
is_web (const char *uri,
        gsize       length)
{
  g_autofree char *copy = NULL;

  if (length > MAX_URI)
    return FALSE;
  copy = g_strndup (uri, length);

  return qd_simple_markup_is_web (copy);
}

/* "[words](https://…)". The words hold no further bracket. */
static void
take_bracket (Inliner *self)
{
  const char *close = self->at + 1;
  const char *uri, *uri_end;

  while (close < self->end && *close != '[' && *close != ']')
    close += *close == '\\' && close + 1 < self->end ? 2 : 1;

  if (self->link_end == NULL && close > self->at + 1 && close + 1 < self->end &&
      *close == ']' && close[1] == '(')
    {
      uri = close + 2;
      uri_end = find_uri_end (self, uri);
      if (uri_end < self->end && *uri_end == ')' &&
          is_web (uri, (gsize) (uri_end - uri)))
        {
          flush_plain (self);
          add_tag (self, open_link (uri, (gsize) (uri_end - uri)));
          self->plain = self->at + 1;
          self->link_end = close;
          self->after_link = uri_end + 1;
          self->n_openers_outside = self->n_openers;
        }
    }
  self->at++;
}

static void
leave_link (Inliner *self)
{
  flush_plain (self);
  add_tag (self, g_string_new ("</a>"));
  self->n_openers = self->n_openers_outside;
  self->at = self->plain = self->after_link;
  self->link_end = NULL;
}

/* An address as it is. What ends a sentence is no part of it. */
static void
take_address (Inliner *self)
{
  const gunichar previous = char_before (self);
  const char *end;

  if (self->link_end != NULL || g_unichar_isalnum (previous) || previous == '_' ||
      (!g_str_has_prefix (self->at, "http://") &&
       !g_str_has_prefix (self->at, "https://")))
    {
      self->at++;
      return;
    }

  end = find_uri_end (self, self->at);
  while (end > self->at && strchr (".,;:!?'*_~", end[-1]) != NULL)
    end--;

  if (end > self->at && is_web (self->at, (gsize) (end - self->at)))
    {
      flush_plain (self);
      add_tag (self, open_link (self->at, (gsize) (end - self->at)));
      self->at = end;
      flush_plain (self);
      add_tag (self, g_string_new ("</a>"));
    }
  else
    {
      self->at = MAX (end, self->at + 1);
    }
}

/* A backslash makes the mark behind it a character. */
static void
take_backslash (Inliner *self)
{
  if (self->at + 1 < self->end && strchr ("\\*_[]()-+.", self->at[1]) != NULL)
    {
      flush_plain (self);
      self->plain++;
      self->at += 2;
    }
  else
    {
      self->at++;
    }
}

static char *
join (GArray *pieces)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->start != NULL)
        {
          g_autofree char *escaped = NULL;

          escaped = g_markup_escape_text (piece->start, (gssize) piece->length);
          g_string_append (markup, escaped);
          continue;
        }

      if (piece->before != NULL)
        g_string_append (markup, piece->before->str);
      for (guint n = 0; n < piece->n_left; n++)
        g_string_append_c (markup, piece->mark);
      if (piece->after != NULL)
        g_string_append (markup, piece->after->str);
    }

  return g_string_free (markup, FALSE);
}

static char *
read_inline (const char *text,
             gsize       length)
{
  Inliner self = { .start = text, .end = text + length, .at = text, .plain = text };
  char *markup;

  self.pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self.pieces, piece_clear);

  while (self.at < self.end)
    {
      if (self.at == self.link_end)
        leave_link (&self);
      else if (*self.at == '*' || *self.at == '_')
        take_marks (&self);
      else if (*self.at == '[')
        take_bracket (&self);
      else if (*self.at == 'h')
        take_address (&self);
      else if (*self.at == '\\')
        take_backslash (&self);
      else
        self.at = g_utf8_next_char (self.at);
    }
  flush_plain (&self);

  markup = join (self.pieces);
  g_array_unref (self.pieces);

  return markup;
}

/* Recognizes "- ", "* ", "+ ", "• ", "1. " and "1) " at the start of a line.
 * Returns what follows, or %NULL where the line begins no item. */
static const char *
read_item (const char    *line,
           QdMarkupBlock *block)
{
  const char *at = line;
  gsize indent = strspn (line, " ");

  at += indent;
  for (; *at == '\t'; at++)
    indent += 2;

  block->number = 0;
  if (g_ascii_isdigit (*at))
    {
      const char *first = at;

      for (; g_ascii_isdigit (*at) && at - first < 6; at++)
        block->number = block->number * 10 + (guint) g_ascii_digit_value (*at);
      if (*at != '.' && *at != ')')
        return NULL;
      block->kind = QD_MARKUP_NUMBER;
      at++;
    }
  else if (*at == '-' || *at == '*' || *at == '+' || g_str_has_prefix (at, "•"))
    {
      block->kind = QD_MARKUP_BULLET;
      at = g_utf8_next_char (at);
    }
  else
    {
      return NULL;
    }

  if (*at != ' ' && *at != '\t')
    return NULL;
  block->level = (guint) MIN (indent / 2, QD_SIMPLE_MARKUP_MAX_LEVEL);
  at += strspn (at, " \t");

  return *at != '\0' ? at : NULL;
}

/* Ends the block that is being read. */
static void
finish_block (GPtrArray     *blocks,
              QdMarkupBlock *block,
              GString       *words)
{
  if (words->len > 0)
    {
      block->markup = read_inline (words->str, words->len);
      g_ptr_array_add (blocks, g_memdup2 (block, sizeof *block));
    }

  g_string_truncate (words, 0);
  memset (block, 0, sizeof *block);
}

static void
add_line (GString    *words,
          const char *line)
{
  if (words->len > 0)
    g_string_append_c (words, '\n');
  g_string_append (words, line);
  while (words->len > 0 && g_ascii_isspace (words->str[words->len - 1]))
    g_string_truncate (words, words->len - 1);
}

static void
add_rest (GPtrArray  *blocks,
          const char *text)
{
  QdMarkupBlock block = { .kind = QD_MARKUP_PARAGRAPH };

  block.markup = g_markup_escape_text (text, -1);
  g_ptr_array_add (blocks, g_memdup2 (&block, sizeof block));
}

static void
block_free (gpointer data)
{
  QdMarkupBlock *block = data;

  g_free (block->markup);
  g_free (block);
}

static GPtrArray *
read_blocks (char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  g_autoptr (GString) words = g_string_new (NULL);
  QdMarkupBlock block = { 0 };

  while (*text != '\0' && blocks->len < QD_SIMPLE_MARKUP_MAX_BLOCKS)
    {
      char *end = text + strcspn (text, "\r\n");
      char *next = *end == '\r' && end[1] == '\n' ? end + 2 : end + (*end != '\0');
      QdMarkupBlock item = { 0 };
      const char *inside;

      *end = '\0';
      inside = read_item (text, &item);
      if (inside != NULL || text[strspn (text, " \t")] == '\0')
        finish_block (blocks, &block, words);
      if (inside != NULL)
        block = item;
      /* The lines of an item are indented as the item is. */
      if (inside == NULL && block.kind != QD_MARKUP_PARAGRAPH)
        inside = text + strspn (text, " \t");
      add_line (words, inside != NULL ? inside : text);
      text = next;
    }
  finish_block (blocks, &block, words);

  if (*text != '\0')
    add_rest (blocks, text);

  return blocks;
}

/* Takes out the characters that turn the direction of all that follows: they
 * could make a link read as another. */
static char *
dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if ((c < 0x202a || c > 0x202e) && (c < 0x2066 || c > 0x2069))
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * qd_simple_markup_read:
 * @text: any text; bytes that are no UTF-8 are replaced
 *
 * Returns: (transfer full) (element-type QdMarkupBlock): what it shows
 */
GPtrArray *
qd_simple_markup_read (const char *text)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  clean = dup_clean (text);

  return read_blocks (clean);
}

/**
 * qd_simple_markup_is_web:
 * @uri: an address from a text that somebody wrote
 *
 * Returns: whether it is a well-formed address with http or https and the name
 *   of a host, which may be opened when the person asks for it
 */
gboolean
qd_simple_markup_is_web (const char *uri)
{
  g_autoptr (GUri) parsed = NULL;
  const char *host;

  g_return_val_if_fail (uri != NULL, FALSE);

  parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (parsed == NULL)
    return FALSE;
  host = g_uri_get_host (parsed);

  return host != NULL && *host != '\0' &&
         (g_str_equal (g_uri_get_scheme (parsed), "http") ||
          g_str_equal (g_uri_get_scheme (parsed), "https"));
}
