/* What somebody has to check in on, read from a file by its name: from any thread, and
 * whether or not the file is open.
 *
 * Reads through a connection and models of its own. Never writes: neither makes a file
 * that is not there nor changes one of an older format.
 */

#include "config.h"

#include "qd-due-titles.h"
#include "qd-due.h"
#include "qd-store-private.h"

/**
 * qd_due_read_titles:
 * @path: a file
 * @owner: (nullable): as for qd_due_read()
 * @today: likewise
 * @cancellable: (nullable): looked at all the time
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the titles of what qd_due_read() finds on all
 *   boards, in its order
 */
char **
qd_due_read_titles (const char    *path,
                    const char    *owner,
                    QdDay          today,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GStrvBuilder) titles = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (QdStore) store = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  store = qd_store_open_to_read (path, cancellable, error);
  items = store != NULL ? qd_due_read (store, owner, QD_ID_NONE, today, error) : NULL;
  if (items == NULL)
    return NULL;

  titles = g_strv_builder_new ();
  for (guint i = 0; i < items->len; i++)
    {
      const QdDueItem *item = g_ptr_array_index (items, i);

      g_strv_builder_add (titles, qd_entity_get_title (QD_ENTITY (item->key_result)));
    }

  return g_strv_builder_end (titles);
}
