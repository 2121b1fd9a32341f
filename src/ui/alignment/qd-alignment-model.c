/* The tree of the objectives of a cycle, by what contributes to what.
 *
 * First those that others contribute to, or that contribute to another cycle, each with
 * its own below it, whatever cycle those are of; then a group of those that stand
 * alone; then a group of notes, one for each board that has nothing of its own. It
 * follows the store when it is told to, changes no more than what is another, and keeps
 * collapsed what was.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-alignment-model.h"
#include "store/qd-alignment-tree.h"
#include "store/qd-alignment.h"
#include "widgets/qd-card-text.h"

struct _QdAlignmentModel
{
  GObject parent_instance;

  QdStore *store;
  QdAlignmentNode *root; /* not shown itself */
  QdAlignmentNode *alone;
  QdAlignmentNode *bare;
  GHashTable *nodes; /* (element-type QdEntity QdAlignmentNode): of objectives and boards */
  GtkTreeListModel *rows;
  guint n_objectives;
  guint n_aligned;
  gboolean complete; /* all boards could be read */
};

/* While the tree is planned. */
typedef struct
{
  QdAlignmentModel *self;
  QdCycle *cycle;
  QdAlignmentTree *tree;
  GHashTable *nodes; /* those that are still there */
  GHashTable *anew;
} Plan;

G_DEFINE_FINAL_TYPE (QdAlignmentModel, qd_alignment_model, G_TYPE_OBJECT)

static GListModel *
create_below (gpointer item,
              gpointer unused)
{
  if (qd_alignment_node_get_n_children (item) == 0)
    return NULL;

  return g_object_ref (qd_alignment_node_get_children (item));
}

/* The node of an objective or a board, the same as before. */
static QdAlignmentNode *
take_node (Plan     *plan,
           QdEntity *entity)
{
  QdAlignmentNode *node = g_hash_table_lookup (plan->self->nodes, entity);

  if (node != NULL)
    g_object_ref (node);
  else if (QD_IS_OBJECTIVE (entity))
    node = qd_alignment_node_new_objective (QD_OBJECTIVE (entity));
  else
    node = qd_alignment_node_new_note (QD_BOARD (entity));

  g_hash_table_insert (plan->nodes, g_object_ref (entity), node);

  return node;
}

/* The team, and the cycle where it is another. */
static char *
describe_board (Plan    *plan,
                QdBoard *board)
{
  QdCycle *cycle = qd_board_get_cycle (board);
  g_autofree char *team = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (board)));
  g_autofree char *title = NULL;

  if (cycle == plan->cycle || cycle == NULL)
    return g_steal_pointer (&team);

  title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (cycle)));

  /* Translators: a team and a cycle. */
  return g_strdup_printf (_("%s, %s"), team, title);
}

/* Where the tree does not show it, also what the objective contributes to. */
static char *
describe_place (Plan        *plan,
                QdObjective *objective,
                gboolean     top)
{
  QdObjective *parent = qd_alignment_get_parent (plan->self->store, objective);
  g_autofree char *own = describe_board (plan, qd_objective_get_board (objective));
  g_autofree char *title = NULL;
  g_autofree char *other = NULL;

  if (!top || parent == NULL)
    return g_steal_pointer (&own);

  title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (parent)));
  other = describe_board (plan, qd_objective_get_board (parent));

  /* Translators: the team of an objective, the title of another one, and its team. */
  return g_strdup_printf (_("%s, contributes to “%s” of %s"), own, title, other);
}

static QdAlignmentNode *
plan_objective (Plan        *plan,
                QdObjective *objective,
                gboolean     top)
{
  QdObjectiveStanding standing;
  const gboolean complete = qd_alignment_tree_roll_up (plan->tree, objective, &standing);
  g_autoptr (GPtrArray) below = qd_alignment_tree_list_children (plan->tree, objective);
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  QdAlignmentNode *node = take_node (plan, QD_ENTITY (objective));
  g_autofree char *title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (objective)));
  g_autofree char *place = describe_place (plan, objective, top);

  for (guint i = 0; i < below->len; i++)
    g_ptr_array_add (children, plan_objective (plan, g_ptr_array_index (below, i), FALSE));
  qd_alignment_node_set_children (node, children, plan->anew);

  plan->self->complete &= complete;
  qd_alignment_node_set_text (node, title);
  qd_alignment_node_set_place (node, place);
  qd_alignment_node_set_standing (node, &standing);

  plan->self->n_objectives++;
  if (qd_alignment_get_parent (plan->self->store, objective) != NULL)
    plan->self->n_aligned++;

  return node;
}

/* Returns the node where there is something to say of the board. */
static QdAlignmentNode *
plan_note (Plan    *plan,
           QdBoard *board)
{
  g_autofree char *team = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (board)));
  g_autofree char *text = NULL;
  QdAlignmentNode *node;

  if (qd_ordered_list_get_length (qd_board_get_objectives (board)) == 0)
    /* Translators: the blank is a team. */
    text = g_strdup_printf (_("%s has no objectives yet."), team);
  else if (qd_alignment_team_is_told (plan->self->store, board))
    /* Translators: the blank is a team. */
    text = g_strdup_printf (_("%s only has objectives from above."), team);
  else
    return NULL;

  node = take_node (plan, QD_ENTITY (board));
  qd_alignment_node_set_text (node, text);

  return node;
}

static void
plan_bare (Plan      *plan,
           GPtrArray *top)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *count = NULL;
  QdOrderedList *boards =
    qd_workspace_get_boards (qd_store_get_workspace (plan->self->store));

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);
      QdAlignmentNode *note;

      if (qd_board_get_cycle (board) != plan->cycle)
        continue;

      note = plan_note (plan, board);
      if (note != NULL)
        g_ptr_array_add (notes, note);
    }

  count = g_strdup_printf (ngettext ("%u team", "%u teams", notes->len), notes->len);
  qd_alignment_node_set_place (plan->self->bare, count);
  qd_alignment_node_set_children (plan->self->bare, notes, plan->anew);
  if (notes->len > 0)
    g_ptr_array_add (top, plan->self->bare);
}

/* The heading is also where an objective is dropped to stand alone. */
static void
plan_alone (Plan      *plan,
            GPtrArray *alone,
            GPtrArray *top)
{
  g_autofree char *count = NULL;

  count = g_strdup_printf (ngettext ("%u objective", "%u objectives", alone->len), alone->len);
  qd_alignment_node_set_place (plan->self->alone, count);
  qd_alignment_node_set_children (plan->self->alone, alone, plan->anew);
  if (plan->self->n_objectives > 0)
    g_ptr_array_add (top, plan->self->alone);
}

static void
plan_tree (Plan *plan)
{
  g_autoptr (GPtrArray) roots = qd_alignment_list_roots (plan->self->store, plan->cycle);
  g_autoptr (GPtrArray) top = g_ptr_array_new ();
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  for (guint i = 0; i < roots->len; i++)
    {
      QdObjective *objective = g_ptr_array_index (roots, i);
      QdAlignmentNode *node = plan_objective (plan, objective, TRUE);

      if (qd_alignment_node_get_n_children (node) > 0 ||
          qd_alignment_get_parent (plan->self->store, objective) != NULL)
        g_ptr_array_add (top, node);
      else
        g_ptr_array_add (alone, node);
    }

  plan_alone (plan, alone, top);
  plan_bare (plan, top);
  qd_alignment_node_set_children (plan->self->root, top, plan->anew);
}

static GtkTreeListRow *
get_row (QdAlignmentModel *self,
         guint             position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->rows), position);
}

/* The nodes whose own are hidden. */
static GHashTable *
list_collapsed (QdAlignmentModel *self)
{
  GHashTable *collapsed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = get_row (self, i);

      if (gtk_tree_list_row_is_expandable (row) && !gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (collapsed, gtk_tree_list_row_get_item (row));
    }

  return collapsed;
}

static void
collapse (QdAlignmentModel *self,
          GHashTable       *collapsed)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = get_row (self, i);
      g_autoptr (QdAlignmentNode) node = gtk_tree_list_row_get_item (row);

      if (g_hash_table_contains (collapsed, node))
        gtk_tree_list_row_set_expanded (row, FALSE);
    }
}

static void
qd_alignment_model_dispose (GObject *object)
{
  QdAlignmentModel *self = QD_ALIGNMENT_MODEL (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_object (&self->bare);
  g_clear_object (&self->alone);
  g_clear_object (&self->root);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_alignment_model_parent_class)->dispose (object);
}

static void
qd_alignment_model_class_init (QdAlignmentModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_alignment_model_dispose;
}

static void
qd_alignment_model_init (QdAlignmentModel *self)
{
  self->root = qd_alignment_node_new_group ("");
  self->alone = qd_alignment_node_new_group (_("Without a Parent"));
  self->bare = qd_alignment_node_new_group (_("Nothing of Their Own"));
  self->nodes = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->rows = gtk_tree_list_model_new (
    g_object_ref (qd_alignment_node_get_children (self->root)),
    FALSE, TRUE, create_below, NULL, NULL);
}

/**
 * qd_alignment_model_new:
 * @store: a store
 *
 * Returns: (transfer full): an empty tree
 */
QdAlignmentModel *
qd_alignment_model_new (QdStore *store)
{
  QdAlignmentModel *self;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_ALIGNMENT_MODEL, NULL);
  self->store = g_object_ref (store);

  return self;
}

/**
 * qd_alignment_model_get_rows:
 * @self: a tree
 *
 * Returns: (transfer none): a list of #GtkTreeListRow, each of a #QdAlignmentNode
 */
GListModel *
qd_alignment_model_get_rows (QdAlignmentModel *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_MODEL (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * qd_alignment_model_find:
 * @self: a tree
 * @node: (nullable): a node
 * @position: (out): where its row is
 *
 * Returns: whether there is a row of it
 */
gboolean
qd_alignment_model_find (QdAlignmentModel *self,
                         QdAlignmentNode  *node,
                         guint            *position)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_MODEL (self), FALSE);
  g_return_val_if_fail (position != NULL, FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (GtkTreeListRow) row = get_row (self, i);
      g_autoptr (QdAlignmentNode) there = gtk_tree_list_row_get_item (row);

      if (there == node)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * qd_alignment_model_get_node:
 * @self: a tree
 * @objective: an objective
 *
 * Returns: (transfer none) (nullable): its node, where it is in the tree
 */
QdAlignmentNode *
qd_alignment_model_get_node (QdAlignmentModel *self,
                             QdObjective      *objective)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_MODEL (self), NULL);

  return g_hash_table_lookup (self->nodes, objective);
}

/**
 * qd_alignment_model_is_alone:
 * @self: a tree
 * @node: a node
 *
 * Returns: whether @node is the heading of those without a parent
 */
gboolean
qd_alignment_model_is_alone (QdAlignmentModel *self,
                             QdAlignmentNode  *node)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_MODEL (self), FALSE);

  return node == self->alone;
}

/**
 * qd_alignment_model_get_n_objectives:
 * @self: a tree
 *
 * Returns: how many objectives are in it
 */
guint
qd_alignment_model_get_n_objectives (QdAlignmentModel *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_MODEL (self), 0);

  return self->n_objectives;
}

/**
 * qd_alignment_model_get_n_aligned:
 * @self: a tree
 *
 * Returns: how many of its objectives contribute to another
 */
guint
qd_alignment_model_get_n_aligned (QdAlignmentModel *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_MODEL (self), 0);

  return self->n_aligned;
}

/**
 * qd_alignment_model_update:
 * @self: a tree
 * @cycle: (nullable): the cycle whose objectives it is about
 * @today: a day
 *
 * Brings the tree up to date. Boards that nobody looked at yet are loaded.
 *
 * Returns: whether all boards could be read; figures are without those that could not
 */
gboolean
qd_alignment_model_update (QdAlignmentModel *self,
                           QdCycle          *cycle,
                           QdDay             today)
{
  Plan plan = { .self = self, .cycle = cycle };
  g_autoptr (GHashTable) collapsed = NULL;
  g_autoptr (GHashTable) before = NULL;

  g_return_val_if_fail (QD_IS_ALIGNMENT_MODEL (self), FALSE);
  g_return_val_if_fail (cycle == NULL || QD_IS_CYCLE (cycle), FALSE);

  collapsed = list_collapsed (self);
  plan.nodes = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  plan.anew = g_hash_table_new (NULL, NULL);
  plan.tree = qd_alignment_tree_new (self->store, today);
  self->n_objectives = 0;
  self->n_aligned = 0;
  self->complete = TRUE;
  plan_tree (&plan);

  before = g_steal_pointer (&self->nodes);
  self->nodes = plan.nodes;
  collapse (self, collapsed);
  g_hash_table_unref (plan.anew);
  qd_alignment_tree_free (plan.tree);

  return self->complete;
}
