/* Keeps a list box of advice up to date, and the rows whose advice stays in it: neither
 * the focus nor an answer that is being typed may be lost when something else changes.
 */

#include "config.h"

#include "qd-advice-list.h"
#include "qd-advice-row.h"

static gboolean
is_wanted (GtkListBoxRow *row,
           GPtrArray     *advices,
           guint          from,
           guint          until)
{
  for (guint i = from; i < until; i++)
    if (qd_advice_row_shows (QD_ADVICE_ROW (row), g_ptr_array_index (advices, i)))
      return TRUE;

  return FALSE;
}

/**
 * qd_advice_list_sync:
 * @list: a list box with rows of advice only
 * @store: the file that the board is in
 * @advices: (element-type QdAdvice): what there is to say
 * @n: how many of them to show, from the first on
 * @dismissed: whether they were dismissed
 *
 * Makes the rows those of the first @n advices.
 */
void
qd_advice_list_sync (GtkListBox *list,
                     QdStore    *store,
                     GPtrArray  *advices,
                     guint       n,
                     gboolean    dismissed)
{
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (n <= advices->len);

  for (guint i = 0; i < n; i++)
    {
      const QdAdvice *advice = g_ptr_array_index (advices, i);

      while ((row = gtk_list_box_get_row_at_index (list, (int) i)) != NULL &&
             !is_wanted (row, advices, i, n))
        gtk_list_box_remove (list, GTK_WIDGET (row));

      if (row != NULL && qd_advice_row_shows (QD_ADVICE_ROW (row), advice))
        qd_advice_row_update (QD_ADVICE_ROW (row), advice);
      else
        gtk_list_box_insert (list, qd_advice_row_new (store, advice, dismissed), (int) i);
    }

  while ((row = gtk_list_box_get_row_at_index (list, (int) n)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
