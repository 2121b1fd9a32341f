/* What a filter asks of cards: a list of parts, read from tokens.
 *
 * Parts that ask about the same thing are answers to one question: a card has to
 * meet any of them, and every question. What of this a card meets is not known
 * here.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-filter-wanted.h"
#include "qd-filter-words.h"

/* What commits change that matters to a kind. */
static const guint heeded[] = {
  [QD_FILTER_OBJECTIVE] = QD_CHANGES_LABELS,
  [QD_FILTER_FAMILY] = QD_CHANGES_LABELS | QD_CHANGES_VALUES,
  [QD_FILTER_COLOUR] = QD_CHANGES_LABELS | QD_CHANGES_VALUES,
  [QD_FILTER_OWNER] = QD_CHANGES_LABELS,
  [QD_FILTER_MINE] = QD_CHANGES_LABELS | QD_CHANGES_VALUES,
  [QD_FILTER_HEALTH] = QD_CHANGES_PLACES | QD_CHANGES_LABELS | QD_CHANGES_VALUES,
  [QD_FILTER_ROLE] = QD_CHANGES_PLACES | QD_CHANGES_VALUES,
  [QD_FILTER_METRIC] = QD_CHANGES_VALUES,
  [QD_FILTER_DUE] = QD_CHANGES_PLACES | QD_CHANGES_LABELS | QD_CHANGES_VALUES,
  [QD_FILTER_BLOCKED] = QD_CHANGES_PLACES | QD_CHANGES_LABELS | QD_CHANGES_VALUES,
  [QD_FILTER_TEXT] = QD_CHANGES_LABELS | QD_CHANGES_VALUES,
};

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

static char *
dup_label (const QdFilterWanted *self,
           const QdFilterPart   *part,
           QdStore              *store)
{
  const char *me = qd_workspace_get_me (qd_store_get_workspace (store));

  if (part->kind == QD_FILTER_MINE && me != NULL)
    return g_strdup_printf (C_("filter", "%s %s"), _("Owner"), me);
  if (part->kind != QD_FILTER_TEXT)
    return qd_filter_part_dup_label (part, store);

  /* Translators: what cards are filtered by, as "Text “raise”" */
  return g_strdup_printf (C_("filter", "%s “%s”"), qd_filter_part_get_name (part), self->text);
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
 * @tokens: (nullable) (array zero-terminated=1): what to ask for, %NULL or empty
 *   for nothing: decimal ids of objectives, "none" for no objective, "family:ID",
 *   "colour:N"; "owner:ID", "owner:none", "mine"; "health:WORD"; "role:WORD";
 *   "metric:WORD"; "due"; "blocked"; and one "text:…". What is none of these is
 *   left out.
 *
 * Of the same kind a card meets any, of the kinds it meets all; what asks for the
 * label of a card is of one kind, and so is what asks for its owner.
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
QdFilterChange
qd_filter_wanted_compare (const QdFilterWanted *before,
                          const QdFilterWanted *after)
{
  if (is_as_strict (after, before))
    return QD_FILTER_MORE_STRICT;
  if (is_as_strict (before, after))
    return QD_FILTER_LESS_STRICT;

  return QD_FILTER_DIFFERENT;
}

/**
 * qd_filter_wanted_heeds:
 * @self: what is asked for
 * @changes: bits of #QdChanges
 *
 * Returns: whether other cards may be what is asked for after such changes
 */
gboolean
qd_filter_wanted_heeds (const QdFilterWanted *self,
                        guint                 changes)
{
  guint all = 0;

  for (guint kind = 0; kind < G_N_ELEMENTS (heeded); kind++)
    {
      if ((self->kinds & QD_FILTER_BIT (kind)) != 0)
        all |= heeded[kind];
    }

  return (all & changes) != 0;
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

/**
 * qd_filter_wanted_describe:
 * @self: what is asked for
 * @store: the file that people and objectives are in
 *
 * For paper, which others read: what is one's own is told by one's name.
 *
 * Returns: (transfer full): all of it, in translated words: "Owner Mara, Text “raise”"
 */
char *
qd_filter_wanted_describe (const QdFilterWanted *self,
                           QdStore              *store)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      g_autofree char *label = dup_label (self, qd_filter_wanted_get (self, i), store);

      if (i > 0)
        g_string_append (words, C_("enumeration", ", "));
      g_string_append (words, label);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
