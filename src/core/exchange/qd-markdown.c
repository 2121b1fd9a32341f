/* The inline marks of Markdown, taken off.
 *
 * Turns a paragraph into the words a reader would see: emphasis, code marks,
 * links, escapes and a few tags go, everything else stays. One pass, and every
 * search either moves on or is not made again, so that the time is linear in
 * the length of the text whatever stands in it. What is no clean Markdown is
 * text. It knows nothing of lines, lists and headings.
 */

#include "config.h"

#include <string.h>

#include "qd-markdown.h"

/* Stands in the output for a mark that turned out to be one; it occurs in no
 * UTF-8 text and is squeezed out at the end. */
#define GONE ((char) 0xff)

#define MAX_BRACKETS 64
#define MAX_OPENERS 256
#define MAX_PARENTHESES 16
#define MAX_LABEL 200

/* As only the last run of each length can lack a partner, no more searches
 * than this find nothing. */
#define MAX_TICKS 32

typedef struct
{
  gsize out;
  const char *inside;
  gboolean image;
} Bracket;

typedef struct
{
  gsize out;
  gsize count;
  guint mark;
} Opener;

typedef struct
{
  const char *start;
  const char *end;
  const char *at;
  GHashTable *references;
  GString *out;

  Bracket brackets[MAX_BRACKETS];
  guint n_brackets;
  gsize n_brackets_beyond;

  Opener openers[MAX_OPENERS];
  guint n_openers;
  guint n_openers_of[3];

  /* Whether it was searched for up to the end of the text, in vain. */
  gboolean comment_end_missing;
} Stripper;

static const char MARKS[] = "*_~";

/* Tags without attributes that only change how their words look. Every other
 * tag, Pango's markup included, is taken for something a person wrote. */
static const char * const TAGS[] = {
  "br", "code", "del", "em", "ins", "kbd", "mark", "strong", "sub", "sup",
};

static gunichar
char_before (Stripper   *self,
             const char *at)
{
  if (at == self->start)
    return ' ';

  return g_utf8_get_char (g_utf8_prev_char (at));
}

static gunichar
char_at (Stripper   *self,
         const char *at)
{
  return at < self->end ? g_utf8_get_char (at) : ' ';
}

static const char *
skip_run (Stripper   *self,
          const char *at)
{
  char c = *at;

  while (at < self->end && *at == c)
    at++;

  return at;
}

static void
take_escape (Stripper *self)
{
  const char *next = self->at + 1;

  if (next < self->end && g_ascii_ispunct (*next))
    {
      g_string_append_c (self->out, *next);
      self->at += 2;
      return;
    }

  /* A backslash at the end of a line is a hard line break. */
  if (next == self->end || *next != '\n')
    g_string_append_c (self->out, '\\');
  self->at++;
}

/* A run of backquotes: code up to the next run of the same length. */
static void
take_ticks (Stripper *self)
{
  const char *inside = skip_run (self, self->at);
  gsize n = (gsize) (inside - self->at);
  const char *tick = inside;

  if (n <= MAX_TICKS)
    while ((tick = memchr (tick, '`', (gsize) (self->end - tick))) != NULL)
      {
        const char *after = skip_run (self, tick);

        if ((gsize) (after - tick) == n)
          {
            g_string_append_len (self->out, inside, tick - inside);
            self->at = after;
            return;
          }
        tick = after;
      }

  g_string_append_len (self->out, self->at, (gssize) n);
  self->at = inside;
}

static const char *
comment_end (Stripper *self)
{
  const char *end;

  if (self->comment_end_missing ||
      self->end - self->at < 7 || memcmp (self->at, "<!--", 4) != 0)
    return NULL;

  end = g_strstr_len (self->at + 4, self->end - self->at - 4, "-->");
  if (end == NULL)
    self->comment_end_missing = TRUE;

  return end != NULL ? end + 3 : NULL;
}

/* <b>, </b> or <br/>, if the name is one of ours. */
static const char *
tag_end (Stripper *self)
{
  const char *name = self->at + 1;
  const char *end;

  if (name < self->end && *name == '/')
    name++;

  for (end = name; end < self->end && g_ascii_isalpha (*end); end++)
    ;

  for (guint i = 0; i < G_N_ELEMENTS (TAGS); i++)
    if (strlen (TAGS[i]) == (gsize) (end - name) &&
        g_ascii_strncasecmp (TAGS[i], name, (gsize) (end - name)) == 0)
      {
        while (end < self->end && *end == ' ')
          end++;
        if (end < self->end && *end == '/')
          end++;
        return end < self->end && *end == '>' ? end + 1 : NULL;
      }

  return NULL;
}

/* <https://example.com> or <somebody@example.com>: the address is the text. */
static const char *
autolink_end (Stripper *self)
{
  const char *end;
  gboolean address = FALSE;

  for (end = self->at + 1; end < self->end; end++)
    {
      if (*end == '>')
        return address ? end + 1 : NULL;
      if (*end == '<' || g_ascii_isspace (*end))
        return NULL;
      if (*end == '@' || (*end == ':' && end[-1] != '<'))
        address = TRUE;
    }

  return NULL;
}

static void
take_angle (Stripper *self)
{
  const char *end;

  if ((end = comment_end (self)) != NULL)
    {
      self->at = end;
    }
  else if ((end = tag_end (self)) != NULL)
    {
      if (g_ascii_strncasecmp (self->at, "<br", 3) == 0)
        g_string_append_c (self->out, ' ');
      self->at = end;
    }
  else if ((end = autolink_end (self)) != NULL)
    {
      g_string_append_len (self->out, self->at + 1, end - self->at - 2);
      self->at = end;
    }
  else
    {
      g_string_append_c (self->out, '<');
      self->at++;
    }
}

static void
take_open_bracket (Stripper *self)
{
  gboolean image = *self->at == '!';

  if (self->n_brackets < MAX_BRACKETS)
    self->brackets[self->n_brackets++] = (Bracket) {
      .out = self->out->len,
      .inside = self->at + (image ? 2 : 1),
      .image = image,
    };
  else
    self->n_brackets_beyond++;

  g_string_append (self->out, image ? "![" : "[");
  self->at += image ? 2 : 1;
}

/* The title of a link: "…" or '…', behind the address. */
static const char *
link_title_end (Stripper   *self,
                const char *at)
{
  char quote = *at;

  for (at++; at < self->end && *at != quote; at++)
    if (*at == '\\' && at + 1 < self->end)
      at++;

  return at < self->end ? at + 1 : NULL;
}

/* Returns what follows the address in parentheses that begins at @at. */
static const char *
link_target_end (Stripper   *self,
                 const char *at)
{
  guint depth = 0;

  for (at++; at < self->end && !g_ascii_isspace (*at); at++)
    {
      if (*at == '\\' && at + 1 < self->end && g_ascii_ispunct (at[1]))
        at++;
      else if (*at == '(' && ++depth > MAX_PARENTHESES)
        return NULL;
      else if (*at == ')' && depth-- == 0)
        return at + 1;
    }

  while (at < self->end && g_ascii_isspace (*at))
    at++;
  if (at < self->end && (*at == '"' || *at == '\''))
    at = link_title_end (self, at);

  return at != NULL && at < self->end && *at == ')' ? at + 1 : NULL;
}

static gboolean
is_reference (Stripper   *self,
              const char *label,
              const char *end)
{
  g_autofree char *key = NULL;

  if (self->references == NULL || label == end || end - label > MAX_LABEL)
    return FALSE;

  key = qd_markdown_reference_label (label, (gsize) (end - label));

  return g_hash_table_contains (self->references, key);
}

/* Returns what follows the link whose text ends at self->at, or %NULL where
 * the brackets are no link. */
static const char *
link_end (Stripper      *self,
          const Bracket *bracket)
{
  const char *after = self->at + 1;
  const char *label_end;

  if (after < self->end && *after == '(')
    return link_target_end (self, after);

  if (after < self->end && *after == '[')
    {
      for (label_end = after + 1;
           label_end < self->end && label_end - after <= MAX_LABEL &&
           *label_end != ']' && *label_end != '[';
           label_end++)
        ;
      if (label_end < self->end && *label_end == ']' &&
          (label_end == after + 1 ?
           is_reference (self, bracket->inside, self->at) :
           is_reference (self, after + 1, label_end)))
        return label_end + 1;
    }

  return is_reference (self, bracket->inside, self->at) ? after : NULL;
}

static void
take_close_bracket (Stripper *self)
{
  const Bracket *bracket;
  const char *end;

  if (self->n_brackets_beyond > 0)
    self->n_brackets_beyond--;
  else if (self->n_brackets > 0)
    {
      bracket = &self->brackets[--self->n_brackets];
      end = link_end (self, bracket);
      if (end != NULL)
        {
          self->out->str[bracket->out] = GONE;
          if (bracket->image)
            self->out->str[bracket->out + 1] = GONE;
          self->at = end;
          return;
        }
    }

  g_string_append_c (self->out, ']');
  self->at++;
}

/* Takes marks off the openers of this kind, the nearest first. Openers of
 * another kind in between are text then, as marks must not cross. Returns how
 * many of the @count closing marks found a partner. */
static gsize
close_openers (Stripper *self,
               guint     mark,
               gsize     count)
{
  gsize matched = 0;

  while (matched < count && self->n_openers_of[mark] > 0)
    {
      Opener *opener = &self->openers[self->n_openers - 1];
      gsize n;

      if (opener->mark != mark)
        {
          self->n_openers_of[opener->mark]--;
          self->n_openers--;
          continue;
        }

      n = MIN (opener->count, count - matched);
      opener->count -= n;
      memset (self->out->str + opener->out + opener->count, GONE, n);
      matched += n;
      if (opener->count == 0)
        {
          self->n_openers_of[mark]--;
          self->n_openers--;
        }
    }

  return matched;
}

/* A run of * or _ or ~~, by CommonMark's rules of flanking. */
static void
take_emphasis (Stripper *self)
{
  const char *after = skip_run (self, self->at);
  guint mark = (guint) (strchr (MARKS, *self->at) - MARKS);
  gsize count = (gsize) (after - self->at);
  gunichar before_c = char_before (self, self->at);
  gunichar after_c = char_at (self, after);
  gboolean space_before = g_unichar_isspace (before_c);
  gboolean space_after = g_unichar_isspace (after_c);
  gboolean punct_before = g_unichar_ispunct (before_c);
  gboolean punct_after = g_unichar_ispunct (after_c);
  gboolean left = !space_after &&
                  (!punct_after || space_before || punct_before);
  gboolean right = !space_before &&
                   (!punct_before || space_after || punct_after);
  gboolean opens = left, closes = right;
  gsize matched = 0;

  if (*self->at == '_')
    {
      opens = left && (!right || punct_before);
      closes = right && (!left || punct_after);
    }
  else if (*self->at == '~' && count != 2)
    {
      opens = closes = FALSE;
    }

  if (closes)
    matched = close_openers (self, mark, count);
  count -= matched;

  if (opens && count > 0 && self->n_openers < MAX_OPENERS)
    {
      self->openers[self->n_openers++] = (Opener) {
        .out = self->out->len,
        .count = count,
        .mark = mark,
      };
      self->n_openers_of[mark]++;
    }

  g_string_append_len (self->out, self->at, (gssize) count);
  self->at = after;
}

static void
take_plain (Stripper *self)
{
  const char *start = self->at;

  while (self->at < self->end && strchr ("\\`<![]*_~\n", *self->at) == NULL)
    self->at++;

  if (self->at == start)
    {
      g_string_append_c (self->out, *start == '\n' ? ' ' : *start);
      self->at++;
    }
  else
    {
      g_string_append_len (self->out, start, self->at - start);
    }
}

static void
take_next (Stripper *self)
{
  switch (*self->at)
    {
    case '\\':
      take_escape (self);
      break;

    case '`':
      take_ticks (self);
      break;

    case '<':
      take_angle (self);
      break;

    case '[':
      take_open_bracket (self);
      break;

    case ']':
      take_close_bracket (self);
      break;

    case '*':
    case '_':
    case '~':
      take_emphasis (self);
      break;

    case '!':
      if (self->at + 1 < self->end && self->at[1] == '[')
        take_open_bracket (self);
      else
        take_plain (self);
      break;

    default:
      take_plain (self);
      break;
    }
}

/* Drops the gaps and the white space at both ends. */
static char *
squeeze (GString *out)
{
  const char *start, *end;
  gsize length = 0;

  for (gsize i = 0; i < out->len; i++)
    if (out->str[i] != GONE)
      out->str[length++] = out->str[i];
  g_string_truncate (out, length);

  start = out->str;
  end = out->str + out->len;
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start &&
         g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  g_string_truncate (out, (gsize) (end - out->str));
  g_string_erase (out, 0, start - out->str);

  return g_string_free (out, FALSE);
}

/* Leaves out a remark in brackets at the end: "**Words** (committed)". */
static gsize
length_without_brackets (const char *text,
                         gsize       length)
{
  char open;
  const char *at;

  if (length == 0 || (text[length - 1] != ')' && text[length - 1] != ']'))
    return length;

  open = text[length - 1] == ')' ? '(' : '[';
  at = g_strrstr_len (text, (gssize) length, (char[]) { open, '\0' });

  return at != NULL ? (gsize) (at - text) : length;
}

/**
 * qd_markdown_to_plain:
 * @text: valid UTF-8, one paragraph; its lines are joined by a space
 * @length: bytes of @text
 * @references: (nullable) (element-type utf8 utf8): a set of the labels, as
 *   qd_markdown_reference_label() writes them, that the document defines;
 *   "[words][label]" is a link only where the label is one of them
 *
 * Links become their words, images their alternative text, and comments
 * nothing. Entities ("&amp;") stay as they are.
 *
 * Returns: (transfer full): the words without marks, trimmed
 */
char *
qd_markdown_to_plain (const char *text,
                      gsize       length,
                      GHashTable *references)
{
  Stripper self = {
    .start = text,
    .end = text + length,
    .at = text,
    .references = references,
  };

  if (references != NULL && g_hash_table_size (references) == 0)
    self.references = NULL;

  self.out = g_string_sized_new (length + 1);
  while (self.at < self.end)
    take_next (&self);

  return squeeze (self.out);
}

/**
 * qd_markdown_is_strong:
 *
 * Returns: whether the whole of @text is set in bold, apart from a closing
 *   colon, full stop or remark in brackets
 */
gboolean
qd_markdown_is_strong (const char *text,
                       gsize       length)
{
  char mark[3];

  length = length_without_brackets (text, length);
  while (length > 0 && strchr (":. ", text[length - 1]) != NULL)
    length--;

  if (length < 5 || (text[0] != '*' && text[0] != '_'))
    return FALSE;

  mark[0] = mark[1] = text[0];
  mark[2] = '\0';

  return text[1] == text[0] && text[2] != ' ' &&
         g_strstr_len (text + 2, (gssize) length - 2, mark) ==
         text + length - 2;
}

/**
 * qd_markdown_reference_label:
 * @text: what stands in the brackets of a link reference
 *
 * Returns: (transfer full): the label in the form in which labels compare
 */
char *
qd_markdown_reference_label (const char *text,
                             gsize       length)
{
  g_autofree char *folded = g_utf8_casefold (text, (gssize) length);

  return g_strdup (g_strstrip (folded));
}
