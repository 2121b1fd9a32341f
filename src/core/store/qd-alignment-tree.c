/* The objectives below others at one moment, and what they sum up to.
 *
 * Looks through all objectives once, and at each key result once: whoever shows the whole
 * tree asks for every objective. Nobody keeps it beyond the next change.
 */

#include "config.h"

#include <math.h>

#include "method/qd-pace.h"
#include "method/qd-roll-up.h"
#include "qd-alignment-private.h"
#include "qd-alignment-tree.h"

struct _QdAlignmentTree
{
  QdStore *store;
  QdDay today;
  GPtrArray *living;
  GHashTable *families; /* (element-type QdId GPtrArray): by what they name as parent */
  GHashTable *nodes;    /* (element-type QdObjective Node) */
};

/* An objective, and all that stand below it. */
typedef struct
{
  QdObjective *objective;
  GPtrArray *children; /* (element-type Node) */
  QdObjectiveStanding standing;
  gboolean complete;
} Node;

static QdId
get_id (QdObjective *objective)
{
  return qd_entity_get_id (QD_ENTITY (objective));
}

static void
node_free (gpointer data)
{
  Node *self = data;

  g_ptr_array_unref (self->children);
  g_object_unref (self->objective);
  g_free (self);
}

/* Those that are alive, by the id of what they name as their parent. */
static GHashTable *
sort_by_parent (GPtrArray *living)
{
  GHashTable *families = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < living->len; i++)
    {
      const QdId parent = qd_objective_get_parent (living->pdata[i]);
      GPtrArray *children = g_hash_table_lookup (families, &parent);

      if (parent == QD_ID_NONE)
        continue;
      if (children == NULL)
        {
          children = g_ptr_array_new ();
          g_hash_table_insert (families, g_memdup2 (&parent, sizeof parent), children);
        }
      g_ptr_array_add (children, living->pdata[i]);
    }

  return families;
}

static Node *
add_node (QdAlignmentTree *self,
          GPtrArray       *order,
          QdObjective     *objective)
{
  Node *node = g_new0 (Node, 1);

  node->objective = g_object_ref (objective);
  node->children = g_ptr_array_new ();
  g_hash_table_insert (self->nodes, objective, node);
  g_ptr_array_add (order, node);

  return node;
}

/* An objective and all below it: each behind its parent. */
static GPtrArray *
list_below (QdAlignmentTree *self,
            QdObjective     *objective)
{
  const QdId cut = qd_alignment_find_cut (self->store, objective);
  GPtrArray *order = g_ptr_array_new ();

  add_node (self, order, objective);
  for (guint i = 0; i < order->len && qd_alignment_is_living (objective); i++)
    {
      Node *node = order->pdata[i];
      const QdId id = get_id (node->objective);
      GPtrArray *children = g_hash_table_lookup (self->families, &id);

      for (guint j = 0; children != NULL && j < children->len; j++)
        if (get_id (children->pdata[j]) != cut)
          g_ptr_array_add (node->children, add_node (self, order, children->pdata[j]));
    }

  return order;
}

/* Of the key results of the objective alone. */
static gboolean
stand_alone (QdAlignmentTree     *self,
             QdObjective         *objective,
             QdObjectiveStanding *standing)
{
  QdBoard *board = qd_objective_get_board (objective);

  if (board == NULL || !qd_store_load_board (self->store, board, NULL))
    {
      *standing = (QdObjectiveStanding) { NAN, NAN, QD_HEALTH_PENDING, 0 };
      return board == NULL;
    }
  qd_objective_standing_of (board, objective, self->today, standing);

  return TRUE;
}

/* Where all below it were judged before. */
static void
judge (QdAlignmentTree *self,
       Node            *node)
{
  const guint n = node->children->len;
  g_autofree double *figures = g_new (double, n * 3);
  g_autofree QdHealth *healths = g_new (QdHealth, n + 1);
  double *progress = figures, *expected = progress + n, *weights = expected + n;
  guint n_healths = 0;
  QdObjectiveStanding own;

  node->complete = stand_alone (self, node->objective, &own);
  node->standing.n_key_results = own.n_key_results;
  if (own.n_key_results > 0)
    healths[n_healths++] = own.health;
  for (guint i = 0; i < n; i++)
    {
      const Node *child = node->children->pdata[i];

      progress[i] = child->standing.progress;
      expected[i] = child->standing.expected;
      weights[i] = qd_objective_get_weight (child->objective);
      node->standing.n_key_results += child->standing.n_key_results;
      node->complete &= child->complete;
      if (child->standing.n_key_results > 0)
        healths[n_healths++] = child->standing.health;
    }
  node->standing.progress = qd_roll_up_aligned (own.progress, progress, weights, n);
  node->standing.expected = qd_roll_up_aligned (own.expected, expected, weights, n);
  node->standing.health = qd_pace_weakest (healths, n_healths);
}

/* From the lowest up. What stands below one that was judged before is judged again with
 * what is above it: who shows a tree begins at its top.
 */
static const Node *
get_node (QdAlignmentTree *self,
          QdObjective     *objective)
{
  g_autoptr (GPtrArray) order = NULL;
  const Node *node = g_hash_table_lookup (self->nodes, objective);

  if (node != NULL)
    return node;

  order = list_below (self, objective);
  for (guint i = order->len; i-- > 0; )
    judge (self, order->pdata[i]);

  return order->pdata[0];
}

/**
 * qd_alignment_tree_new:
 * @store: a store with models
 * @today: the day that the rules of the method ask for
 *
 * Returns: (transfer full): the objectives as they are aligned now
 */
QdAlignmentTree *
qd_alignment_tree_new (QdStore *store,
                       QdDay    today)
{
  QdAlignmentTree *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_new0 (QdAlignmentTree, 1);
  self->store = g_object_ref (store);
  self->today = today;
  self->living = qd_alignment_list_living (store);
  self->families = sort_by_parent (self->living);
  self->nodes = g_hash_table_new_full (NULL, NULL, NULL, node_free);

  return self;
}

void
qd_alignment_tree_free (QdAlignmentTree *self)
{
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->families);
  g_ptr_array_unref (self->living);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * qd_alignment_tree_list_children:
 * @self: the objectives as they are aligned
 * @objective: one of them
 *
 * Returns: (transfer full) (element-type QdObjective): those whose
 *   qd_alignment_get_parent() it is, in the order of boards and ranks
 */
GPtrArray *
qd_alignment_tree_list_children (QdAlignmentTree *self,
                                 QdObjective     *objective)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);
  const Node *node;

  g_return_val_if_fail (QD_IS_OBJECTIVE (objective), children);

  node = get_node (self, objective);
  for (guint i = 0; i < node->children->len; i++)
    g_ptr_array_add (children,
                     g_object_ref (((const Node *) node->children->pdata[i])->objective));

  return children;
}

/**
 * qd_alignment_tree_roll_up:
 * @self: the objectives as they are aligned
 * @objective: one of them
 * @standing: (out caller-allocates): what the rules say
 *
 * Sums up an objective and all that stand below it: progress and expected progress by
 * qd_roll_up_aligned(), from the lowest up; health of the weakest of all their key
 * results, and the number of these. Boards that are not loaded yet are loaded.
 *
 * Returns: whether all of their boards could be read; key results of those that could
 *   not are left out
 */
gboolean
qd_alignment_tree_roll_up (QdAlignmentTree     *self,
                           QdObjective         *objective,
                           QdObjectiveStanding *standing)
{
  const Node *node;

  g_return_val_if_fail (QD_IS_OBJECTIVE (objective), FALSE);
  g_return_val_if_fail (standing != NULL, FALSE);

  node = get_node (self, objective);
  *standing = node->standing;

  return node->complete;
}
