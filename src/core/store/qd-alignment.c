/* Which objective contributes to which: company, department, team.
 *
 * Each objective names its parent, on any board. By hand no ring can be closed; one
 * that arrives by a merge is cut open, on every device alike, at the member with the
 * least id, which counts as having no parent. So a walk from the roots meets every
 * objective once. Only reads the models.
 */

#include "config.h"

#include "qd-alignment-private.h"
#include "qd-alignment.h"
#include "qd-find.h"

/* A walk that ends also where it goes round in a circle: the mark stays behind for
 * twice as long each time (R. P. Brent, An Improved Monte Carlo Factorization Algorithm,
 * 1980), so nothing has to be remembered. */
typedef struct
{
  QdObjective *at;
  QdObjective *mark;
  guint n_steps;
  guint limit;
} Climb;

static void
climb_init (Climb       *self,
            QdObjective *objective)
{
  self->at = objective;
  self->mark = objective;
  self->n_steps = 0;
  self->limit = 1;
}

/* Goes on to @next; %FALSE at the end, and where it comes by the mark again. */
static gboolean
climb_to (Climb       *self,
          QdObjective *next)
{
  self->at = next;
  if (next == NULL || next == self->mark)
    return FALSE;

  if (++self->n_steps == self->limit)
    {
      self->mark = next;
      self->n_steps = 0;
      self->limit *= 2;
    }

  return TRUE;
}

static QdId
get_id (QdObjective *objective)
{
  return qd_entity_get_id (QD_ENTITY (objective));
}

gboolean
qd_alignment_is_living (QdObjective *objective)
{
  QdBoard *board = qd_objective_get_board (objective);

  return qd_entity_get_alive (QD_ENTITY (objective)) && board != NULL &&
         qd_entity_get_alive (QD_ENTITY (board));
}

/* What it names as its parent, also where that is archived. */
static QdObjective *
get_named (QdStore     *store,
           QdObjective *objective)
{
  const QdId id = qd_objective_get_parent (objective);
  QdEntity *entity = id != QD_ID_NONE ? qd_store_lookup (store, id) : NULL;

  return entity != NULL && QD_IS_OBJECTIVE (entity) ? QD_OBJECTIVE (entity) : NULL;
}

static QdObjective *
get_living (QdStore     *store,
            QdObjective *objective)
{
  QdObjective *parent = get_named (store, objective);

  return parent != NULL && qd_alignment_is_living (parent) ? parent : NULL;
}

/* Where a ring among an objective and those above it is cut open: the least id of its
 * members, or nothing where there is no ring. */
QdId
qd_alignment_find_cut (QdStore     *store,
                       QdObjective *objective)
{
  QdObjective *at;
  QdId least;
  Climb climb;

  climb_init (&climb, objective);
  while (climb_to (&climb, get_living (store, climb.at)))
    continue;
  if (climb.at == NULL)
    return QD_ID_NONE;

  least = get_id (climb.mark);
  for (at = get_living (store, climb.mark); at != climb.mark; at = get_living (store, at))
    least = MIN (least, get_id (at));

  return least;
}

/* One up, where @cut is that of an objective at or below @objective. */
static QdObjective *
go_up (QdStore     *store,
       QdObjective *objective,
       QdId         cut)
{
  return get_id (objective) != cut ? get_living (store, objective) : NULL;
}

/* All that are alive, in the order of boards and ranks. */
GPtrArray *
qd_alignment_list_living (QdStore *store)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  GPtrArray *living = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdOrderedList *objectives = qd_board_get_objectives (qd_ordered_list_peek (boards, i));

      for (guint j = 0; j < qd_ordered_list_get_length (objectives); j++)
        g_ptr_array_add (living, g_object_ref (qd_ordered_list_peek (objectives, j)));
    }

  return living;
}

static gboolean
heads_family (QdObjective *objective,
              QdId         family,
              const char  *title)
{
  return get_id (objective) == family ||
         (title != NULL &&
          qd_find_is_same_title (qd_entity_get_title (QD_ENTITY (objective)), title));
}

static gboolean
has_one_above_in (QdStore     *store,
                  QdObjective *objective,
                  QdCycle     *cycle)
{
  const QdId cut = qd_alignment_find_cut (store, objective);

  for (QdObjective *at = go_up (store, objective, cut); at != NULL; at = go_up (store, at, cut))
    if (qd_board_get_cycle (qd_objective_get_board (at)) == cycle)
      return TRUE;

  return FALSE;
}

/**
 * qd_alignment_get_parent:
 * @store: a store with models
 * @objective: an objective
 *
 * Within a ring, which only a merge can bring, the objective with the least id counts
 * as having no parent.
 *
 * Returns: (transfer none) (nullable): the objective that it contributes to, where that
 *   and its board are in sight
 */
QdObjective *
qd_alignment_get_parent (QdStore     *store,
                         QdObjective *objective)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_OBJECTIVE (objective), NULL);

  return go_up (store, objective, qd_alignment_find_cut (store, objective));
}

/**
 * qd_alignment_list_roots:
 * @store: a store with models
 * @cycle: (nullable): a cycle, or %NULL for boards that have none
 *
 * Those without a parent, and those whose parents are all on boards of other cycles,
 * such as the year's. A walk from them by qd_alignment_tree_list_children() meets each
 * objective of the cycle once, and may meet some of other cycles.
 *
 * Returns: (transfer full) (element-type QdObjective): the objectives on boards of the
 *   cycle above which there is none of the cycle, in the order of boards and ranks
 */
GPtrArray *
qd_alignment_list_roots (QdStore *store,
                         QdCycle *cycle)
{
  GPtrArray *roots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) living = NULL;

  g_return_val_if_fail (QD_IS_STORE (store), roots);
  g_return_val_if_fail (cycle == NULL || QD_IS_CYCLE (cycle), roots);

  living = qd_alignment_list_living (store);
  for (guint i = 0; i < living->len; i++)
    if (qd_board_get_cycle (qd_objective_get_board (living->pdata[i])) == cycle &&
        !has_one_above_in (store, living->pdata[i], cycle))
      g_ptr_array_add (roots, g_object_ref (living->pdata[i]));

  return roots;
}

/**
 * qd_alignment_is_within:
 * @store: a store with models
 * @objective: an objective
 * @family: id of an objective, which may be gone
 *
 * Teams that do not align their objectives often give them the same title, so that
 * counts, too. Quick enough to be asked for every card.
 *
 * Returns: whether @objective is @family, stands below it, or has the same title as it
 *   in any case or stands below such a one
 */
gboolean
qd_alignment_is_within (QdStore     *store,
                        QdObjective *objective,
                        QdId         family)
{
  const char *title = NULL;
  gboolean within = FALSE;
  QdEntity *head;
  Climb climb;
  QdId cut;

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);
  g_return_val_if_fail (QD_IS_OBJECTIVE (objective), FALSE);

  head = qd_store_lookup (store, family);
  if (head != NULL && QD_IS_OBJECTIVE (head) && *qd_entity_get_title (head) != '\0')
    title = qd_entity_get_title (head);

  /* Where there is no ring, which is nearly always, one walk tells that, too. */
  climb_init (&climb, objective);
  do
    within = within || heads_family (climb.at, family, title);
  while (climb_to (&climb, get_living (store, climb.at)));
  if (climb.at == NULL)
    return within;

  cut = qd_alignment_find_cut (store, objective);
  for (QdObjective *at = objective; at != NULL; at = go_up (store, at, cut))
    if (heads_family (at, family, title))
      return TRUE;

  return FALSE;
}

/**
 * qd_alignment_may_align:
 * @store: a store with models
 * @objective: an objective
 * @parent: another one
 *
 * Counts those that are archived as well: they may come back.
 *
 * Returns: %FALSE where both are the same, or a ring would close
 */
gboolean
qd_alignment_may_align (QdStore     *store,
                        QdObjective *objective,
                        QdObjective *parent)
{
  Climb climb;

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);
  g_return_val_if_fail (QD_IS_OBJECTIVE (objective), FALSE);
  g_return_val_if_fail (QD_IS_OBJECTIVE (parent), FALSE);

  if (objective == parent)
    return FALSE;

  climb_init (&climb, parent);
  while (climb_to (&climb, get_named (store, climb.at)))
    if (climb.at == objective)
      return FALSE;

  return TRUE;
}

/**
 * qd_alignment_team_is_told:
 * @store: a store with models
 * @board: the board of a team
 *
 * Returns: whether the team has objectives, and each is aligned to one of another
 *   board: top-down only, with nothing of its own
 */
gboolean
qd_alignment_team_is_told (QdStore *store,
                           QdBoard *board)
{
  QdOrderedList *objectives;

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);
  g_return_val_if_fail (QD_IS_BOARD (board), FALSE);

  objectives = qd_board_get_objectives (board);
  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    {
      QdObjective *parent = qd_alignment_get_parent (store, qd_ordered_list_peek (objectives, i));

      if (parent == NULL || qd_objective_get_board (parent) == board)
        return FALSE;
    }

  return qd_ordered_list_get_length (objectives) > 0;
}
