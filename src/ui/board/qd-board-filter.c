/* Which cards of a board show: those of any objective in a set.
 *
 * The set is one of ids, so that it can be remembered and shared between
 * boards; %QD_ID_NONE in it stands for cards without an objective. An empty
 * set hides nothing. A filter does not watch cards: whoever hears of a changed
 * label calls gtk_filter_changed().
 */

#include "config.h"

#include "model/qd-ordered-list.h"

#include "qd-board-filter.h"

#define NONE "none"

struct _QdBoardFilter
{
  GtkFilter parent_instance;

  GArray *objectives; /* of QdId, in the order in which they were chosen */
};

G_DEFINE_FINAL_TYPE (QdBoardFilter, qd_board_filter, GTK_TYPE_FILTER)

static gboolean
parse_id (const char *text,
          QdId       *id)
{
  guint64 number;

  if (g_str_equal (text, NONE))
    {
      *id = QD_ID_NONE;
      return TRUE;
    }

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;

  *id = (QdId) number;
  return TRUE;
}

static gboolean
contains (GArray *objectives,
          QdId    objective)
{
  for (guint i = 0; i < objectives->len; i++)
    {
      if (g_array_index (objectives, QdId, i) == objective)
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
      if (!contains (b, g_array_index (a, QdId, i)))
        return FALSE;
    }

  return TRUE;
}

static GArray *
parse_ids (const char * const *ids)
{
  GArray *objectives = g_array_new (FALSE, FALSE, sizeof (QdId));

  for (; ids != NULL && *ids != NULL; ids++)
    {
      QdId id;

      if (parse_id (*ids, &id) && !contains (objectives, id))
        g_array_append_val (objectives, id);
    }

  return objectives;
}

/* How the cards that show change; the less is said, the less is filtered
 * again. */
static GtkFilterChange
compare (GArray *before,
         GArray *after)
{
  if (before->len == 0)
    return GTK_FILTER_CHANGE_MORE_STRICT;
  if (after->len == 0 || is_subset (before, after))
    return GTK_FILTER_CHANGE_LESS_STRICT;
  if (is_subset (after, before))
    return GTK_FILTER_CHANGE_MORE_STRICT;

  return GTK_FILTER_CHANGE_DIFFERENT;
}

static gboolean
qd_board_filter_match (GtkFilter *filter,
                       gpointer   item)
{
  QdBoardFilter *self = QD_BOARD_FILTER (filter);
  QdObjective *objective;

  if (self->objectives->len == 0)
    return TRUE;

  objective = qd_card_get_objective (item);

  return contains (self->objectives,
                   objective != NULL ? qd_entity_get_id (QD_ENTITY (objective))
                                     : QD_ID_NONE);
}

static GtkFilterMatch
qd_board_filter_get_strictness (GtkFilter *filter)
{
  QdBoardFilter *self = QD_BOARD_FILTER (filter);

  return self->objectives->len == 0 ? GTK_FILTER_MATCH_ALL
                                    : GTK_FILTER_MATCH_SOME;
}

static void
qd_board_filter_finalize (GObject *object)
{
  QdBoardFilter *self = QD_BOARD_FILTER (object);

  g_array_unref (self->objectives);

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
  self->objectives = g_array_new (FALSE, FALSE, sizeof (QdId));
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

  return self->objectives->len == 0;
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
  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), FALSE);

  return contains (self->objectives, objective);
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

  if (board == NULL || contains (self->objectives, QD_ID_NONE))
    return QD_ID_NONE;

  objectives = qd_board_get_objectives (board);
  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    {
      QdId id = qd_entity_get_id (qd_ordered_list_peek (objectives, i));

      if (contains (self->objectives, id))
        return id;
    }

  return QD_ID_NONE;
}

/**
 * qd_board_filter_equals:
 * @self: a filter
 * @ids: (nullable) (array zero-terminated=1): as for qd_board_filter_set()
 *
 * Returns: whether these are the ids of the filter, in whatever order
 */
gboolean
qd_board_filter_equals (QdBoardFilter      *self,
                        const char * const *ids)
{
  g_autoptr (GArray) objectives = NULL;

  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), FALSE);

  objectives = parse_ids (ids);

  return objectives->len == self->objectives->len &&
         is_subset (objectives, self->objectives);
}

/**
 * qd_board_filter_set:
 * @self: a filter
 * @ids: (nullable) (array zero-terminated=1): decimal ids of objectives, and
 *   "none" for cards without one; %NULL or empty hides nothing. What is
 *   neither is left out.
 *
 * Emits #GtkFilter::changed unless the set is the same.
 */
void
qd_board_filter_set (QdBoardFilter      *self,
                     const char * const *ids)
{
  g_autoptr (GArray) before = NULL;

  g_return_if_fail (QD_IS_BOARD_FILTER (self));

  if (qd_board_filter_equals (self, ids))
    return;

  before = g_steal_pointer (&self->objectives);
  self->objectives = parse_ids (ids);

  gtk_filter_changed (GTK_FILTER (self), compare (before, self->objectives));
}

/**
 * qd_board_filter_dup:
 * @self: a filter
 *
 * Returns: (transfer full) (not nullable): its ids, as for
 *   qd_board_filter_set()
 */
char **
qd_board_filter_dup (QdBoardFilter *self)
{
  GStrvBuilder *builder;
  char **ids;

  g_return_val_if_fail (QD_IS_BOARD_FILTER (self), NULL);

  builder = g_strv_builder_new ();
  for (guint i = 0; i < self->objectives->len; i++)
    {
      g_autofree char *id = NULL;

      id = qd_board_filter_id (g_array_index (self->objectives, QdId, i));
      g_strv_builder_add (builder, id);
    }

  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return ids;
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
  if (objective == QD_ID_NONE)
    return g_strdup (NONE);

  return g_strdup_printf ("%" G_GINT64_FORMAT, objective);
}
