/* What a filter asks of cards: a list of parts, read from tokens.
 *
 * Parts that ask about the same thing are answers to one question: a card has to
 * meet any of them, and every question. What of this a card meets is not known
 * here.
 */

#include "config.h"

#include "qd-filter-wanted.h"
#include "qd-filter-words.h"

static gboolean
is_subset (const QdFilterWanted *a,
           const QdFilterWanted *b)
{
  for (guint i = 0; i < a->parts->len; i++)
    {
      if (!qd_filter_wanted_contains (b, qd_filter_wanted_get (a, i)))
        return FALSE;
    }

  return TRUE;
}

/* A text without a single word asks for nothing; there is one text at most. */
static gboolean
take_text (QdFilterWanted *self,
           const char     *token)
{
  g_autofree char *text = g_strstrip (g_strdup (qd_filter_part_parse_text (token)));
  g_auto (GStrv) words = qd_filter_words_split (text);

  if (words[0] == NULL || self->text != NULL)
    return FALSE;

  self->text = g_steal_pointer (&text);
  self->words = g_steal_pointer (&words);

  return TRUE;
}

/* Whether no card meets @wanted that does not meet @other. */
static gboolean
is_as_strict (const QdFilterWanted *wanted,
              const QdFilterWanted *other)
{
  if ((other->questions & ~wanted->questions) != 0)
    return FALSE;

  for (guint i = 0; i < wanted->parts->len; i++)
    {
      const QdFilterPart *part = qd_filter_wanted_get (wanted, i);
      const guint question = QD_FILTER_BIT (qd_filter_part_get_question (part));

      if ((other->questions & question) != 0 && !qd_filter_wanted_contains (other, part))
        return FALSE;
    }

  return other->words == NULL ||
         qd_filter_words_include ((const char * const *) wanted->words,
                                  (const char * const *) other->words);
}

/**
 * qd_filter_wanted_new:
 * @tokens: (nullable) (array zero-terminated=1): as for qd_board_filter_set()
 *
 * Returns: (transfer full): what they ask for
 */
QdFilterWanted *
qd_filter_wanted_new (const char * const *tokens)
{
  QdFilterWanted *self = g_new0 (QdFilterWanted, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (QdFilterPart));
  for (; tokens != NULL && *tokens != NULL; tokens++)
    {
      QdFilterPart part;

      if (!qd_filter_part_parse (*tokens, &part) || qd_filter_wanted_contains (self, &part))
        continue;
      if (part.kind == QD_FILTER_TEXT && !take_text (self, *tokens))
        continue;

      g_array_append_val (self->parts, part);
      self->kinds |= QD_FILTER_BIT (part.kind);
      self->questions |= QD_FILTER_BIT (qd_filter_part_get_question (&part));
    }

  return self;
}

/**
 * qd_filter_wanted_free:
 * @self: what is asked for
 */
void
qd_filter_wanted_free (QdFilterWanted *self)
{
  g_array_unref (self->parts);
  g_free (self->text);
  g_strfreev (self->words);
  g_free (self);
}

/**
 * qd_filter_wanted_get:
 * @self: what is asked for
 * @nth: which of its parts, from 0
 *
 * Returns: (transfer none): the part
 */
const QdFilterPart *
qd_filter_wanted_get (const QdFilterWanted *self,
                      guint                 nth)
{
  return &g_array_index (self->parts, QdFilterPart, nth);
}

/**
 * qd_filter_wanted_contains:
 * @self: what is asked for
 * @part: a part; of a text, whichever it is
 *
 * Returns: whether it is among the parts
 */
gboolean
qd_filter_wanted_contains (const QdFilterWanted *self,
                           const QdFilterPart   *part)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (qd_filter_part_equal (qd_filter_wanted_get (self, i), part))
        return TRUE;
    }

  return FALSE;
}

/**
 * qd_filter_wanted_equal:
 *
 * Returns: whether both ask for the same, in whatever order
 */
gboolean
qd_filter_wanted_equal (const QdFilterWanted *a,
                        const QdFilterWanted *b)
{
  return a->parts->len == b->parts->len && is_subset (a, b) &&
         g_strcmp0 (a->text, b->text) == 0;
}

/**
 * qd_filter_wanted_compare:
 * @before: what was asked for
 * @after: what is asked for now
 *
 * Returns: how the cards that show change; the less is said, the less is filtered
 *   again
 */
GtkFilterChange
qd_filter_wanted_compare (const QdFilterWanted *before,
                          const QdFilterWanted *after)
{
  if (is_as_strict (after, before))
    return GTK_FILTER_CHANGE_MORE_STRICT;
  if (is_as_strict (before, after))
    return GTK_FILTER_CHANGE_LESS_STRICT;

  return GTK_FILTER_CHANGE_DIFFERENT;
}

/**
 * qd_filter_wanted_dup_tokens:
 * @self: what is asked for
 * @questions: bits of questions
 *
 * Returns: (transfer full) (not nullable): the parts that answer them, as tokens
 */
char **
qd_filter_wanted_dup_tokens (const QdFilterWanted *self,
                             guint                 questions)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->parts->len; i++)
    {
      const QdFilterPart *part = qd_filter_wanted_get (self, i);
      g_autofree char *token = NULL;

      if ((questions & QD_FILTER_BIT (qd_filter_part_get_question (part))) == 0)
        continue;

      token = qd_filter_part_format (part, self->text);
      g_strv_builder_add (builder, token);
    }

  return g_strv_builder_end (builder);
}
