/* Which cards of a board show: those that are all that is asked for.
 *
 * What is asked for is a list of parts. Of the parts of one kind a card meets
 * any, of the kinds it meets all; no parts hide nothing. The parts are told as
 * tokens of ids and plain words, so that they can be remembered and shared
 * between boards. A filter watches neither cards nor the clock: whoever hears
 * of a change asks whether it matters, and calls gtk_filter_changed().
 */

#include "config.h"

#include "model/qd-key-result.h"

#include "qd-board-filter.h"
#include "qd-filter-words.h"

#define BIT(kind) (1u << (kind))

/* Kinds that the day, the column and all that belongs to a card decide. */
#define JUDGED (BIT (QD_FILTER_HEALTH) | BIT (QD_FILTER_DUE))

/* What is asked for; never changed, only replaced. */
typedef struct
{
  GArray *parts; /* of QdFilterPart, in the order in which they were chosen */
  guint kinds;   /* bits of the kinds among them */
  char *text;    /* (nullable): of the part that is one, as it was typed */
  char **words;  /* (nullable): in the text */
} Wanted;

struct _QdBoardFilter
{
  GtkFilter parent_instance;

  Wanted *wanted;
  QdDay today;
};

/* A card that is looked at, and what the rules say about it once they were
 * asked. */
typedef struct
{
  QdCard *card;
  gboolean judged;
  QdStanding standing;
} Subject;

G_DEFINE_FINAL_TYPE (QdBoardFilter, qd_board_filter, GTK_TYPE_FILTER)

static gboolean
contains (GArray             *parts,
          const QdFilterPart *part)
{
  for (guint i = 0; i < parts->len; i++)
    {
      if (qd_filter_part_equal (&g_array_index (parts, QdFilterPart, i), part))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_subset (GArray *a,
           GArray *b)
{
  for (guint i = 0; i < a->len; i++)
    {
      if (!contains (b, &g_array_index (a, QdFilterPart, i)))
        return FALSE;
    }

  return TRUE;
}

/* A text without a single word asks for nothing; there is one text at most. */
static gboolean
take_text (Wanted     *wanted,
           const char *token)
{
  g_autofree char *text = g_strstrip (g_strdup (qd_filter_part_parse_text (token)));
  g_auto (GStrv) words = qd_filter_words_split (text);

  if (words[0] == NULL || wanted->text != NULL)
    return FALSE;

  wanted->text = g_steal_pointer (&text);
  wanted->words = g_steal_pointer (&words);

  return TRUE;
}

static Wanted *
wanted_new (const char * const *tokens)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->parts = g_array_new (FALSE, FALSE, sizeof (QdFilterPart));
  for (; tokens != NULL && *tokens != NULL; tokens++)
    {
      QdFilterPart part;

      if (!qd_filter_part_parse (*tokens, &part) || contains (wanted->parts, &part))
        continue;
      if (part.kind == QD_FILTER_TEXT && !take_text (wanted, *tokens))
        continue;

      g_array_append_val (wanted->parts, part);
      wanted->kinds |= BIT (part.kind);
    }

  return wanted;
}

static void
wanted_free (Wanted *wanted)
{
  g_array_unref (wanted->parts);
  g_free (wanted->text);
  g_strfreev (wanted->words);
  g_free (wanted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, wanted_free)

static gboolean
wanted_equal (const Wanted *a,
              const Wanted *b)
{
  return a->parts->len == b->parts->len && is_subset (a->parts, b->parts) &&
         g_strcmp0 (a->text, b->text) == 0;
}

/* Whether no card meets @wanted that does not meet @other. */
static gboolean
is_as_strict (const Wanted *wanted,
              const Wanted *other)
{
  if ((other->kinds & ~wanted->kinds) != 0)
    return FALSE;

  for (guint i = 0; i < wanted->parts->len; i++)
    {
      const QdFilterPart *part = &g_array_index (wanted->parts, QdFilterPart, i);

      if ((other->kinds & BIT (part->kind)) != 0 && !contains (other->parts, part))
        return FALSE;
    }

  return other->words == NULL ||
         qd_filter_words_include ((const char * const *) wanted->words,
                                  (const char * const *) other->words);
}

/* How the cards that show change; the less is said, the less is filtered
 * again. */
static GtkFilterChange
compare (const Wanted *before,
         const Wanted *after)
{
  if (is_as_strict (after, before))
    return GTK_FILTER_CHANGE_MORE_STRICT;
  if (is_as_strict (before, after))
    return GTK_FILTER_CHANGE_LESS_STRICT;

  return GTK_FILTER_CHANGE_DIFFERENT;
}

static QdId
get_id (gpointer entity)
{
  return entity != NULL ? qd_entity_get_id (entity) : QD_ID_NONE;
}

static const QdStanding *
judge (Subject *subject,
       QdDay    today)
{
  if (!subject->judged)
    {
      QdFacts facts;

      qd_key_result_get_facts (QD_KEY_RESULT (subject->card), &facts);
      qd_standing_of (&facts, today, &subject->standing);
      subject->judged = TRUE;
    }

  return &subject->standing;
}

/* Whether a key result is what a part asks of key results. */
static gboolean
meets_as_key_result (QdBoardFilter      *self,
                     Subject            *subject,
                     const QdFilterPart *part)
{
  QdKeyResult *key_result = QD_KEY_RESULT (subject->card);
  const QdSummary *summary = qd_key_result_get_summary (key_result);

  switch ((int) part->kind)
    {
    case QD_FILTER_HEALTH:
      return judge (subject, self->today)->health == (QdHealth) part->value;

    case QD_FILTER_DUE:
      return judge (subject, self->today)->is_due;

    case QD_FILTER_METRIC:
      return qd_key_result_get_metric (key_result) == (QdMetricKind) part->value;

    case QD_FILTER_BLOCKED:
      return summary->blocked || summary->n_waiting > 0;

    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
meets (QdBoardFilter      *self,
       Subject            *subject,
       const QdFilterPart *part)
{
  switch (part->kind)
    {
    case QD_FILTER_OBJECTIVE:
      return get_id (qd_card_get_objective (subject->card)) == part->value;

    case QD_FILTER_OWNER:
      return get_id (qd_card_get_owner (subject->card)) == part->value;

    case QD_FILTER_TEXT:
      return qd_filter_words_match ((const char * const *) self->wanted->words,
                                    subject->card);

    case QD_FILTER_HEALTH:
    case QD_FILTER_METRIC:
    case QD_FILTER_DUE:
    case QD_FILTER_BLOCKED:
    default:
      return QD_IS_KEY_RESULT (subject->card) &&
             meets_as_key_result (self, subject, part);
    }
}

/* Bits of the kinds of which a card is what is asked for. */
static guint
get_met (QdBoardFilter *self,
         QdCard        *card)
{
  Subject subject = { .card = card };
  guint met = 0;

  for (guint i = 0; i < self->wanted->parts->len; i++)
    {
      const QdFilterPart *part = &g_array_index (self->wanted->parts, QdFilterPart, i);

      if ((met & BIT (part->kind)) == 0 && meets (self, &subject, part))
        met |= BIT (part->kind);
    }

  return met;
}

static gboolean
qd_board_filter_match (GtkFilter *filter,
                       gpointer   item)
{
  QdBoardFilter *self = QD_BOARD_FILTER (filter);

  return get_met (self, item) == self->wanted->kinds;
}

static GtkFilterMatch
qd_board_filter_get_strictness (GtkFilter *filter)
{
  QdBoardFilter *self = QD_BOARD_FILTER (filter);

  return self->wanted->kinds == 0 ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
qd_board_filter_finalize (GObject *object)
{
  QdBoardFilter *self = QD_BOARD_FILTER (object);

  wanted_free (self->wanted);

  G_OBJECT_CLASS (qd_board_filter_parent_class)->finalize (object);
}

static void
qd_board_filter_class_init (QdBoardFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  object_class->finalize = qd_board_filter_finalize;

  filter_class->match = qd_board_filter_match;
  filter_class->get_strictness = qd_board_filter_get_strictness;
}

static void
qd_board_filter_init (QdBoardFilter *self)
{
  self->wanted = wanted_new (NULL);
  self->today = qd_clock_today ();
}

/* The parts whose kinds are among some bits, as tokens. */
static char **
dup_tokens (QdBoardFilter *self,
            guint          kinds)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **tokens;

  for (guint i = 0; i < self->wanted->parts->len; i++)
    {
      const QdFilterPart *part = &g_array_index (self->wanted->parts, QdFilterPart, i);
      g_autofree char *token = NULL;

      if ((kinds & BIT (part->kind)) == 0)
        continue;

      token = qd_filter_part_format (part, self->wanted->text);
      g_strv_builder_add (builder, token);
    }

  tokens = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return tokens;
}

/**
 * qd_board_filter_new:
 *
 * Returns: (transfer full): a filter that hides nothing
 */
QdBoardFilter *
qd_board_filter_new (void)
{
  return g_object_new (QD_TYPE_BOARD_FILTER, NULL);
}

/**
 * qd_board_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it hides nothing
 */
gboolean
qd_board_filter_is_empty (QdBoardFilter *self)
{
  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), TRUE);

  return self->wanted->kinds == 0;
}

/**
 * qd_board_filter_heeds:
 * @self: a filter
 * @changes: bits of #QdChanges
 *
 * Returns: whether it may show other cards after such changes
 */
gboolean
qd_board_filter_heeds (QdBoardFilter *self,
                       guint          changes)
{
  guint heeded = 0;

  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), FALSE);

  if ((self->wanted->kinds & (BIT (QD_FILTER_OBJECTIVE) | BIT (QD_FILTER_OWNER) |
                      BIT (QD_FILTER_TEXT))) != 0)
    heeded |= QD_CHANGES_LABELS;
  if ((self->wanted->kinds & (BIT (QD_FILTER_METRIC) | BIT (QD_FILTER_TEXT))) != 0)
    heeded |= QD_CHANGES_VALUES;
  if ((self->wanted->kinds & (JUDGED | BIT (QD_FILTER_BLOCKED))) != 0)
    heeded |= QD_CHANGES_PLACES | QD_CHANGES_LABELS | QD_CHANGES_VALUES;

  return (heeded & changes) != 0;
}

/**
 * qd_board_filter_set_today:
 * @self: a filter
 * @today: the day for which it looks at cards
 *
 * Emits #GtkFilter::changed where that matters.
 */
void
qd_board_filter_set_today (QdBoardFilter *self,
                           QdDay          today)
{
  g_return_if_fail (QD_IS_BOARD_FILTER (self));

  if (self->today == today)
    return;

  self->today = today;
  if ((self->wanted->kinds & JUDGED) != 0)
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * qd_board_filter_has:
 * @self: a filter
 * @part: a part; of a text, whichever it is
 *
 * Returns: whether it was asked for by name
 */
gboolean
qd_board_filter_has (QdBoardFilter      *self,
                     const QdFilterPart *part)
{
  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  return contains (self->wanted->parts, part);
}

/**
 * qd_board_filter_contains:
 * @self: a filter
 * @objective: the id of an objective, or %QD_ID_NONE for none
 *
 * Returns: whether the cards of the objective were asked for by name
 */
gboolean
qd_board_filter_contains (QdBoardFilter *self,
                          QdId           objective)
{
  const QdFilterPart part = { QD_FILTER_OBJECTIVE, objective };

  return qd_board_filter_has (self, &part);
}

/**
 * qd_board_filter_get_text:
 * @self: a filter
 *
 * Returns: (transfer none) (not nullable): the text that is looked for, as it was
 *   typed; "" for none
 */
const char *
qd_board_filter_get_text (QdBoardFilter *self)
{
  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), "");

  return self->wanted->text != NULL ? self->wanted->text : "";
}

/**
 * qd_board_filter_get_objective:
 * @self: a filter
 * @board: (nullable): a board
 *
 * A new card must not vanish behind the filter.
 *
 * Returns: the id of the objective that a card of the board can belong to and
 *   still show: the first that was asked for; %QD_ID_NONE where none is needed
 */
QdId
qd_board_filter_get_objective (QdBoardFilter *self,
                               QdBoard       *board)
{
  QdOrderedList *objectives;

  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), QD_ID_NONE);

  if (board == NULL || qd_board_filter_contains (self, QD_ID_NONE))
    return QD_ID_NONE;

  objectives = qd_board_get_objectives (board);
  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    {
      QdId id = qd_entity_get_id (qd_ordered_list_peek (objectives, i));

      if (qd_board_filter_contains (self, id))
        return id;
    }

  return QD_ID_NONE;
}

/**
 * qd_board_filter_equals:
 * @self: a filter
 * @tokens: (nullable) (array zero-terminated=1): as for qd_board_filter_set()
 *
 * Returns: whether these are the tokens of the filter, in whatever order
 */
gboolean
qd_board_filter_equals (QdBoardFilter      *self,
                        const char * const *tokens)
{
  g_autoptr (Wanted) wanted = NULL;

  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), FALSE);

  wanted = wanted_new (tokens);

  return wanted_equal (wanted, self->wanted);
}

/**
 * qd_board_filter_set:
 * @self: a filter
 * @tokens: (nullable) (array zero-terminated=1): what to ask for, %NULL or empty
 *   for nothing: decimal ids of objectives, "none" for no objective; "owner:ID",
 *   "owner:none"; "health:WORD"; "metric:WORD"; "due"; "blocked"; and one
 *   "text:…". What is none of these is left out.
 *
 * Of the same kind a card meets any, of the kinds it meets all. Emits
 * #GtkFilter::changed unless the set is the same.
 */
void
qd_board_filter_set (QdBoardFilter      *self,
                     const char * const *tokens)
{
  g_autoptr (Wanted) wanted = NULL;
  g_autoptr (Wanted) before = NULL;

  g_return_if_fail (QD_IS_BOARD_FILTER (self));

  wanted = wanted_new (tokens);
  if (wanted_equal (wanted, self->wanted))
    return;

  before = g_steal_pointer (&self->wanted);
  self->wanted = g_steal_pointer (&wanted);

  gtk_filter_changed (GTK_FILTER (self), compare (before, self->wanted));
}

/**
 * qd_board_filter_dup:
 * @self: a filter
 *
 * Returns: (transfer full) (not nullable): its tokens, as for
 *   qd_board_filter_set(), in the order in which they were chosen
 */
char **
qd_board_filter_dup (QdBoardFilter *self)
{
  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), NULL);

  return dup_tokens (self, self->wanted->kinds);
}

/**
 * qd_board_filter_dup_met:
 * @self: a filter
 * @card: a card
 *
 * Returns: (transfer full) (not nullable): its tokens without those of the kinds
 *   that hide the card
 */
char **
qd_board_filter_dup_met (QdBoardFilter *self,
                         QdCard        *card)
{
  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), NULL);
  g_return_val_if_fail (QD_IS_CARD (card), NULL);

  return dup_tokens (self, get_met (self, card));
}

/**
 * qd_board_filter_id:
 * @objective: the id of an objective, or %QD_ID_NONE for none
 *
 * Returns: (transfer full): how the set names it
 */
char *
qd_board_filter_id (QdId objective)
{
  const QdFilterPart part = { QD_FILTER_OBJECTIVE, objective };

  return qd_filter_part_format (&part, NULL);
}
