/* Which cards of boards show: those that are all that is asked for, as
 * qd_filter_match() says.
 *
 * It keeps what is asked for and tells list models when that changes. It watches
 * neither cards nor the clock: whoever hears of a change tells it, by
 * qd_board_filter_follow() and qd_board_filter_set_today().
 */

#include "config.h"

#include "filter/qd-filter-match.h"

#include "qd-board-filter.h"

/* Kinds that more than a card is needed for. */
#define OF_THE_STORE (QD_FILTER_BIT (QD_FILTER_FAMILY) | QD_FILTER_BIT (QD_FILTER_MINE))

/* Kinds that the day, the column and all that belongs to a card decide. */
#define JUDGED (QD_FILTER_BIT (QD_FILTER_HEALTH) | QD_FILTER_BIT (QD_FILTER_DUE))

struct _QdBoardFilter
{
  GtkFilter parent_instance;

  QdStore *store; /* (nullable): without one no card is of a family, or one's own */
  QdFilterWanted *wanted;
  QdDay today;
};

G_DEFINE_FINAL_TYPE (QdBoardFilter, qd_board_filter, GTK_TYPE_FILTER)

/* What list models are told of a change. */
static const GtkFilterChange list_changes[] = {
  [QD_FILTER_DIFFERENT] = GTK_FILTER_CHANGE_DIFFERENT,
  [QD_FILTER_LESS_STRICT] = GTK_FILTER_CHANGE_LESS_STRICT,
  [QD_FILTER_MORE_STRICT] = GTK_FILTER_CHANGE_MORE_STRICT,
};

static void
on_me_changed (QdBoardFilter *self)
{
  g_assert (QD_IS_BOARD_FILTER (self));

  if ((self->wanted->kinds & QD_FILTER_BIT (QD_FILTER_MINE)) != 0)
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
qd_board_filter_match (GtkFilter *filter,
                       gpointer   item)
{
  QdBoardFilter *self = QD_BOARD_FILTER (filter);

  return qd_filter_match (self->wanted, self->store, self->today, item);
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

  qd_filter_wanted_free (self->wanted);
  g_clear_object (&self->store);

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
  self->wanted = qd_filter_wanted_new (NULL);
  self->today = qd_clock_today ();
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
 * qd_board_filter_set_store:
 * @self: a filter without a store
 * @store: the file that the cards are in, from now on
 *
 * Lets it know families, and who looks.
 */
void
qd_board_filter_set_store (QdBoardFilter *self,
                           QdStore       *store)
{
  g_return_if_fail (QD_IS_BOARD_FILTER (self));
  g_return_if_fail (QD_IS_STORE (store));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (qd_store_get_workspace (store), "notify::me",
                           G_CALLBACK (on_me_changed), self, G_CONNECT_SWAPPED);
  if ((self->wanted->kinds & OF_THE_STORE) != 0)
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_LESS_STRICT);
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
  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), FALSE);

  return qd_filter_wanted_heeds (self->wanted, changes);
}

/**
 * qd_board_filter_follow:
 * @self: a filter
 * @changes: bits of #QdChanges: what a commit changed
 *
 * Emits #GtkFilter::changed where the changes matter.
 */
void
qd_board_filter_follow (QdBoardFilter *self,
                        guint          changes)
{
  g_return_if_fail (QD_IS_BOARD_FILTER (self));

  if (qd_board_filter_heeds (self, changes))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
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

  return qd_filter_wanted_contains (self->wanted, part);
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
      QdObjective *objective = qd_ordered_list_peek (objectives, i);

      if (qd_filter_match_label (self->wanted, self->store, objective))
        return qd_entity_get_id (QD_ENTITY (objective));
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
  g_autoptr (QdFilterWanted) wanted = NULL;

  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), FALSE);

  wanted = qd_filter_wanted_new (tokens);

  return qd_filter_wanted_equal (wanted, self->wanted);
}

/**
 * qd_board_filter_set:
 * @self: a filter
 * @tokens: (nullable) (array zero-terminated=1): as for qd_filter_wanted_new()
 *
 * Emits #GtkFilter::changed unless the set is the same.
 */
void
qd_board_filter_set (QdBoardFilter      *self,
                     const char * const *tokens)
{
  g_autoptr (QdFilterWanted) wanted = NULL;
  g_autoptr (QdFilterWanted) before = NULL;

  g_return_if_fail (QD_IS_BOARD_FILTER (self));

  wanted = qd_filter_wanted_new (tokens);
  if (qd_filter_wanted_equal (wanted, self->wanted))
    return;

  before = g_steal_pointer (&self->wanted);
  self->wanted = g_steal_pointer (&wanted);

  gtk_filter_changed (GTK_FILTER (self),
                      list_changes[qd_filter_wanted_compare (before, self->wanted)]);
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

  return qd_filter_wanted_dup_tokens (self->wanted, self->wanted->questions);
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

  return qd_filter_wanted_dup_tokens (self->wanted,
                                      qd_filter_match_get_questions (self->wanted, self->store,
                                                                     self->today, card));
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
