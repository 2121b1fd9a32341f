/* A node of the tree of objectives: what a row of it shows.
 *
 * The same objective keeps its node wherever it goes, so that focus and selection can
 * follow it. It computes nothing: qd-alignment-model.c tells it, and "changed" passes
 * on to the row that what it says is another.
 */

#include "config.h"

#include <math.h>

#include "qd-alignment-node.h"
#include "widgets/qd-list-change.h"

struct _QdAlignmentNode
{
  GObject parent_instance;

  QdAlignmentKind kind;
  QdObjective *objective; /* (nullable) */
  QdBoard *board;         /* (nullable) */
  char *text;
  char *place;
  QdObjectiveStanding standing;
  GListStore *children; /* (element-type QdAlignmentNode) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (QdAlignmentNode, qd_alignment_node, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static QdAlignmentNode *
create (QdAlignmentKind  kind,
        QdObjective     *objective,
        QdBoard         *board,
        const char      *text)
{
  QdAlignmentNode *self = g_object_new (QD_TYPE_ALIGNMENT_NODE, NULL);

  self->kind = kind;
  g_set_object (&self->objective, objective);
  g_set_object (&self->board, board);
  self->text = g_strdup (text);

  return self;
}

static void
set_text (QdAlignmentNode  *self,
          char            **place,
          const char       *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return;

  g_free (*place);
  *place = g_strdup (text);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_same (double one,
         double other)
{
  return isnan (one) ? isnan (other) : one == other;
}

static gboolean
may_stay (gpointer there,
          gpointer child,
          gpointer anew)
{
  return there == child && !g_hash_table_contains (anew, child);
}

static void
qd_alignment_node_dispose (GObject *object)
{
  QdAlignmentNode *self = QD_ALIGNMENT_NODE (object);

  g_clear_object (&self->children);
  g_clear_object (&self->objective);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (qd_alignment_node_parent_class)->dispose (object);
}

static void
qd_alignment_node_finalize (GObject *object)
{
  QdAlignmentNode *self = QD_ALIGNMENT_NODE (object);

  g_free (self->text);
  g_free (self->place);

  G_OBJECT_CLASS (qd_alignment_node_parent_class)->finalize (object);
}

static void
qd_alignment_node_class_init (QdAlignmentNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_alignment_node_dispose;
  object_class->finalize = qd_alignment_node_finalize;

  /**
   * QdAlignmentNode::changed:
   * @self: the node
   *
   * What it says is another.
   */
  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
qd_alignment_node_init (QdAlignmentNode *self)
{
  self->standing = (QdObjectiveStanding) { .progress = NAN, .expected = NAN };
  self->children = g_list_store_new (QD_TYPE_ALIGNMENT_NODE);
}

/**
 * qd_alignment_node_new_objective:
 * @objective: an objective
 *
 * Returns: (transfer full): a node for it, of which nothing is said yet
 */
QdAlignmentNode *
qd_alignment_node_new_objective (QdObjective *objective)
{
  g_return_val_if_fail (QD_IS_OBJECTIVE (objective), NULL);

  return create (QD_ALIGNMENT_OBJECTIVE, objective, qd_objective_get_board (objective), "");
}

/**
 * qd_alignment_node_new_group:
 * @text: a heading
 *
 * Returns: (transfer full): a node for it
 */
QdAlignmentNode *
qd_alignment_node_new_group (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return create (QD_ALIGNMENT_GROUP, NULL, NULL, text);
}

/**
 * qd_alignment_node_new_note:
 * @board: a board
 *
 * Returns: (transfer full): a node for a sentence about it
 */
QdAlignmentNode *
qd_alignment_node_new_note (QdBoard *board)
{
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);

  return create (QD_ALIGNMENT_NOTE, NULL, board, "");
}

/**
 * qd_alignment_node_get_kind:
 * @self: a node
 *
 * Returns: what it is
 */
QdAlignmentKind
qd_alignment_node_get_kind (QdAlignmentNode *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_NODE (self), QD_ALIGNMENT_NOTE);

  return self->kind;
}

/**
 * qd_alignment_node_get_objective:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): its objective
 */
QdObjective *
qd_alignment_node_get_objective (QdAlignmentNode *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_NODE (self), NULL);

  return self->objective;
}

/**
 * qd_alignment_node_get_board:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the board of its objective, or that its sentence
 *   is about
 */
QdBoard *
qd_alignment_node_get_board (QdAlignmentNode *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_NODE (self), NULL);

  return self->board;
}

/**
 * qd_alignment_node_get_text:
 * @self: a node
 *
 * Returns: (transfer none): the title of its objective, its heading or its sentence
 */
const char *
qd_alignment_node_get_text (QdAlignmentNode *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_NODE (self), NULL);

  return self->text;
}

/**
 * qd_alignment_node_set_text:
 * @self: a node
 * @text: what it says
 */
void
qd_alignment_node_set_text (QdAlignmentNode *self,
                            const char      *text)
{
  g_return_if_fail (QD_IS_ALIGNMENT_NODE (self));
  g_return_if_fail (text != NULL);

  set_text (self, &self->text, text);
}

/**
 * qd_alignment_node_get_place:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): where its objective stands, or what is said
 *   beside its heading
 */
const char *
qd_alignment_node_get_place (QdAlignmentNode *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_NODE (self), NULL);

  return self->place;
}

/**
 * qd_alignment_node_set_place:
 * @self: a node
 * @place: what it says beside its text
 */
void
qd_alignment_node_set_place (QdAlignmentNode *self,
                             const char      *place)
{
  g_return_if_fail (QD_IS_ALIGNMENT_NODE (self));
  g_return_if_fail (place != NULL);

  set_text (self, &self->place, place);
}

/**
 * qd_alignment_node_get_standing:
 * @self: a node
 *
 * Returns: (transfer none): what the rules say about its objective, with all that
 *   contribute to it
 */
const QdObjectiveStanding *
qd_alignment_node_get_standing (QdAlignmentNode *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_NODE (self), NULL);

  return &self->standing;
}

/**
 * qd_alignment_node_set_standing:
 * @self: a node
 * @standing: what the rules say
 */
void
qd_alignment_node_set_standing (QdAlignmentNode           *self,
                                const QdObjectiveStanding *standing)
{
  g_return_if_fail (QD_IS_ALIGNMENT_NODE (self));
  g_return_if_fail (standing != NULL);

  if (is_same (self->standing.progress, standing->progress) &&
      is_same (self->standing.expected, standing->expected) &&
      self->standing.health == standing->health &&
      self->standing.n_key_results == standing->n_key_results)
    return;

  self->standing = *standing;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * qd_alignment_node_get_children:
 * @self: a node
 *
 * Returns: (transfer none): the nodes directly below it
 */
GListModel *
qd_alignment_node_get_children (QdAlignmentNode *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_NODE (self), NULL);

  return G_LIST_MODEL (self->children);
}

/**
 * qd_alignment_node_get_n_children:
 * @self: a node
 *
 * Returns: how many nodes are directly below it
 */
guint
qd_alignment_node_get_n_children (QdAlignmentNode *self)
{
  g_return_val_if_fail (QD_IS_ALIGNMENT_NODE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->children));
}

/**
 * qd_alignment_node_set_children:
 * @self: a node
 * @children: (element-type QdAlignmentNode): what shall be below it
 * @anew: (element-type QdAlignmentNode): a set
 *
 * Tells no more than what changed, and that those of @children in @anew are others
 * even where they are not: a #GtkTreeListModel asks only once whether there is
 * anything below. Where that is now another answer, @self comes into @anew.
 */
void
qd_alignment_node_set_children (QdAlignmentNode *self,
                                GPtrArray       *children,
                                GHashTable      *anew)
{
  g_return_if_fail (QD_IS_ALIGNMENT_NODE (self));
  g_return_if_fail (children != NULL);
  g_return_if_fail (anew != NULL);

  if ((qd_alignment_node_get_n_children (self) == 0) != (children->len == 0))
    g_hash_table_add (anew, self);

  qd_list_change_splice (self->children, children, may_stay, anew);
}
