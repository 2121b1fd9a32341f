/* What an objective may contribute to: nothing, or an objective of a board whose
 * cycle is the same, runs at the same time, or is the one before or behind.
 *
 * What would close a ring is not offered. An offer keeps its texts, so that a list of
 * hundreds can be searched with each letter.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-parent-offer.h"
#include "store/qd-alignment.h"
#include "widgets/qd-card-text.h"

/* Between two cycles that follow each other. */
#define MAX_GAP 14u

struct _QdParentOffer
{
  GObject parent_instance;

  QdObjective *objective; /* (nullable): nothing */
  char *text;
  char *cycle; /* (nullable): where it is another */
  char *key;   /* what is searched */
};

G_DEFINE_FINAL_TYPE (QdParentOffer, qd_parent_offer, G_TYPE_OBJECT)

static QdParentOffer *
create (QdObjective *objective,
        QdCycle     *cycle)
{
  QdParentOffer *self = g_object_new (QD_TYPE_PARENT_OFFER, NULL);
  g_autofree char *searched = NULL;

  g_set_object (&self->objective, objective);
  self->text = qd_parent_offer_dup_text (objective);
  if (cycle != NULL)
    self->cycle = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (cycle)));

  searched = g_strjoin (" ", self->text, self->cycle, NULL);
  self->key = g_utf8_casefold (searched, -1);

  return self;
}

static gboolean
is_near (QdCycle *one,
         QdCycle *other)
{
  return qd_cycle_get_first_day (one) <= qd_cycle_get_last_day (other) + MAX_GAP &&
         qd_cycle_get_first_day (other) <= qd_cycle_get_last_day (one) + MAX_GAP;
}

static void
append (GListStore  *offers,
        QdObjective *objective,
        QdCycle     *cycle)
{
  g_autoptr (QdParentOffer) offer = create (objective, cycle);

  g_list_store_append (offers, offer);
}

/* Of @board, to @objective, or to a new one, on @own. */
static void
append_board (GListStore  *offers,
              QdStore     *store,
              QdBoard     *own,
              QdObjective *objective,
              QdBoard     *board)
{
  QdOrderedList *objectives = qd_board_get_objectives (board);
  QdCycle *cycle = qd_board_get_cycle (board);
  QdObjective *parent = NULL;

  if (objective != NULL)
    parent = qd_alignment_get_parent (store, objective);
  if (cycle == qd_board_get_cycle (own))
    cycle = NULL;

  for (guint i = 0; i < qd_ordered_list_get_length (objectives); i++)
    {
      QdObjective *other = qd_ordered_list_peek (objectives, i);

      if (objective == NULL || other == parent ||
          qd_alignment_may_align (store, objective, other))
        append (offers, other, cycle);
    }
}

/* Whether objectives of @board are offered to one on @own with those of the same cycle,
 * or behind them. */
static gboolean
is_offered (QdBoard     *own,
            QdObjective *parent,
            QdBoard     *board,
            gboolean     same_cycle)
{
  QdCycle *own_cycle = qd_board_get_cycle (own);
  QdCycle *cycle = qd_board_get_cycle (board);

  if (cycle == own_cycle || same_cycle)
    return cycle == own_cycle && same_cycle;

  return own_cycle == NULL || cycle == NULL || is_near (own_cycle, cycle) ||
         (parent != NULL && qd_objective_get_board (parent) == board);
}

static void
qd_parent_offer_finalize (GObject *object)
{
  QdParentOffer *self = QD_PARENT_OFFER (object);

  g_clear_object (&self->objective);
  g_free (self->text);
  g_free (self->cycle);
  g_free (self->key);

  G_OBJECT_CLASS (qd_parent_offer_parent_class)->finalize (object);
}

static void
qd_parent_offer_class_init (QdParentOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = qd_parent_offer_finalize;
}

static void
qd_parent_offer_init (QdParentOffer *self)
{
}

/**
 * qd_parent_offer_list:
 * @store: a store
 * @board: one of its boards
 * @objective: (nullable): an objective of the board; %NULL for one that is made only now
 *
 * Lists what @objective may contribute to: nothing first, then board by board, its own
 * cycle before others.
 *
 * Returns: (transfer full): a list of #QdParentOffer, as things are now
 */
GListModel *
qd_parent_offer_list (QdStore     *store,
                      QdBoard     *board,
                      QdObjective *objective)
{
  GListStore *offers = g_list_store_new (QD_TYPE_PARENT_OFFER);
  QdObjective *parent = NULL;
  QdOrderedList *boards;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (QD_IS_BOARD (board), NULL);
  g_return_val_if_fail (objective == NULL || QD_IS_OBJECTIVE (objective), NULL);

  if (objective != NULL)
    parent = qd_alignment_get_parent (store, objective);
  append (offers, NULL, NULL);
  boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
      {
        QdBoard *other = qd_ordered_list_peek (boards, i);

        if (is_offered (board, parent, other, pass == 0))
          append_board (offers, store, board, objective, other);
      }

  return G_LIST_MODEL (offers);
}

/**
 * qd_parent_offer_get_objective:
 * @self: an offer
 *
 * Returns: (transfer none) (nullable): what to contribute to, %NULL for nothing
 */
QdObjective *
qd_parent_offer_get_objective (QdParentOffer *self)
{
  g_return_val_if_fail (QD_IS_PARENT_OFFER (self), NULL);

  return self->objective;
}

/**
 * qd_parent_offer_get_text:
 * @self: an offer
 *
 * Returns: (transfer none): what it is called: "Growth: Customers recommend us"
 */
const char *
qd_parent_offer_get_text (QdParentOffer *self)
{
  g_return_val_if_fail (QD_IS_PARENT_OFFER (self), NULL);

  return self->text;
}

/**
 * qd_parent_offer_get_cycle:
 * @self: an offer
 *
 * Returns: (transfer none) (nullable): its cycle, where that is not the one of the
 *   objective that asks
 */
const char *
qd_parent_offer_get_cycle (QdParentOffer *self)
{
  g_return_val_if_fail (QD_IS_PARENT_OFFER (self), NULL);

  return self->cycle;
}

/**
 * qd_parent_offer_matches:
 * @self: an offer
 * @words: (array zero-terminated=1): parts of words, case-folded
 *
 * Returns: whether all of @words occur in its team, title or cycle
 */
gboolean
qd_parent_offer_matches (QdParentOffer  *self,
                         char          **words)
{
  g_return_val_if_fail (QD_IS_PARENT_OFFER (self), FALSE);

  for (; *words != NULL; words++)
    if (strstr (self->key, *words) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * qd_parent_offer_dup_text:
 * @objective: (nullable): an objective
 *
 * Returns: (transfer full): its team and title, or the word for none
 */
char *
qd_parent_offer_dup_text (QdObjective *objective)
{
  g_autofree char *team = NULL;
  g_autofree char *title = NULL;

  if (objective == NULL)
    return g_strdup (C_("objective", "None"));

  team = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (
                              qd_objective_get_board (objective))));
  title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (objective)));

  /* Translators: a team and an objective of it. */
  return g_strdup_printf (_("%s: %s"), team, title);
}
