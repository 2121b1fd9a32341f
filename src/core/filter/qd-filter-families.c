/* The families that the objectives of several boards make up: those that are
 * aligned to no other objective of the boards, each name once.
 *
 * What belongs to a family is as in qd_alignment_is_within(): all that is aligned to
 * an objective of its name, through however many others. It is found by going up
 * once from each objective, so that many boards stay cheap.
 */

#include "config.h"

#include "store/qd-alignment.h"

#include "qd-filter-families.h"

/* Whether nothing that an objective is aligned to is on one of the boards. */
static gboolean
is_first (QdStore     *store,
          GHashTable  *boards,
          QdObjective *objective)
{
  QdObjective *above = objective;

  while ((above = qd_alignment_get_parent (store, above)) != NULL)
    {
      if (g_hash_table_contains (boards, qd_objective_get_board (above)))
        return FALSE;
    }

  return TRUE;
}

/* What is alike for those that have the same title; one without a title is like
 * itself only, and no title has two lines. */
static char *
fold (QdObjective *objective)
{
  const char *title = qd_entity_get_title (QD_ENTITY (objective));

  if (*title == '\0')
    return g_strdup_printf ("\n%" G_GINT64_FORMAT,
                            qd_entity_get_id (QD_ENTITY (objective)));

  return g_utf8_casefold (title, -1);
}

static void
add_family (GHashTable  *families,
            GPtrArray   *list,
            QdObjective *objective)
{
  g_autofree char *name = fold (objective);
  QdFilterFamily *family;

  if (g_hash_table_contains (families, name))
    return;

  family = g_new0 (QdFilterFamily, 1);
  family->objective = objective;
  g_ptr_array_add (list, family);
  g_hash_table_insert (families, g_steal_pointer (&name), family);
}

/* Counts an objective and its cards where it belongs, in each family once. */
static void
count (QdStore      *store,
       GHashTable   *families,
       QdObjective  *objective,
       QdCardCounts *counts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const guint n_cards = qd_card_counts_get (counts, objective);

  for (QdObjective *above = objective; above != NULL;
       above = qd_alignment_get_parent (store, above))
    {
      g_autofree char *name = fold (above);
      QdFilterFamily *family = g_hash_table_lookup (families, name);

      if (family == NULL)
        continue;
      if (g_hash_table_add (seen, family))
        family->n_cards += n_cards;
      if (above != objective && g_hash_table_add (seen, &family->n_aligned))
        family->n_aligned++;
    }
}

static GPtrArray *
collect_objectives (GListModel *boards,
                    GHashTable *listed)
{
  GPtrArray *objectives = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr (QdBoard) board = g_list_model_get_item (boards, i);
      QdOrderedList *list = qd_board_get_objectives (board);

      g_hash_table_add (listed, board);
      for (guint j = 0; j < qd_ordered_list_get_length (list); j++)
        g_ptr_array_add (objectives, qd_ordered_list_peek (list, j));
    }

  return objectives;
}

/**
 * qd_filter_families_list:
 * @store: the file that the boards are in
 * @boards: (element-type QdBoard): boards
 * @counts: how many cards their objectives have
 *
 * Returns: (transfer container) (element-type QdFilterFamily): the families, in the
 *   order of the boards and of the objectives on them
 */
GPtrArray *
qd_filter_families_list (QdStore      *store,
                         GListModel   *boards,
                         QdCardCounts *counts)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) families = NULL;
  g_autoptr (GPtrArray) objectives = NULL;
  GPtrArray *list;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (boards), NULL);

  list = g_ptr_array_new_with_free_func (g_free);
  families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  objectives = collect_objectives (boards, listed);

  for (guint i = 0; i < objectives->len; i++)
    {
      if (is_first (store, listed, objectives->pdata[i]))
        add_family (families, list, objectives->pdata[i]);
    }
  for (guint i = 0; i < objectives->len; i++)
    count (store, families, objectives->pdata[i], counts);

  return list;
}
