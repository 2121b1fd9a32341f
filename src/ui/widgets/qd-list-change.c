/* What is another in a list that was made anew: one stretch, so that rows before and
 * behind it stay, and with them the focus.
 */

#include "config.h"

#include "qd-list-change.h"

static gboolean
is_at (GListModel *before,
       guint       position,
       gpointer    item,
       QdListSame  same,
       gpointer    user_data)
{
  g_autoptr (GObject) there = g_list_model_get_item (before, position);

  return same != NULL ? same (there, item, user_data) : there == item;
}

/**
 * qd_list_change_find:
 * @self: (out): what is another
 * @before: what there is
 * @after: (element-type GObject): what there shall be
 * @same: (nullable): whether an item may stay; %NULL where it has to be the same object
 * @user_data: for @same
 *
 * Returns: whether anything is another
 */
gboolean
qd_list_change_find (QdListChange *self,
                     GListModel   *before,
                     GPtrArray    *after,
                     QdListSame    same,
                     gpointer      user_data)
{
  guint n_before, n_after;
  guint start = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (before), FALSE);

  n_before = g_list_model_get_n_items (before);
  n_after = after->len;
  while (start < MIN (n_before, n_after) &&
         is_at (before, start, after->pdata[start], same, user_data))
    start++;
  while (MIN (n_before, n_after) > start &&
         is_at (before, n_before - 1, after->pdata[n_after - 1], same, user_data))
    {
      n_before--;
      n_after--;
    }

  *self = (QdListChange) { start, n_before - start, n_after - start };

  return n_before > start || n_after > start;
}

/**
 * qd_list_change_splice:
 * @store: a list
 * @after: (element-type GObject): what it shall hold
 * @same: (nullable): as for qd_list_change_find()
 * @user_data: for @same
 *
 * Tells no more than what changed, and nothing where nothing did.
 */
void
qd_list_change_splice (GListStore *store,
                       GPtrArray  *after,
                       QdListSame  same,
                       gpointer    user_data)
{
  QdListChange change;

  if (qd_list_change_find (&change, G_LIST_MODEL (store), after, same, user_data))
    g_list_store_splice (store, change.position, change.removed,
                         after->pdata + change.position, change.added);
}
