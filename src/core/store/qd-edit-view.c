/* What a person does with views of several boards, and with boards that were looked at
 * together, each as one transaction and so one undo step.
 */

#include "config.h"

#include "qd-edit-plan.h"
#include "qd-edit-require.h"
#include "qd-edit-view.h"

static char *
join_boards (const QdViewDraft *draft)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < draft->n_boards; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", draft->boards[i]);

  return g_string_free (text, FALSE);
}

/* A token is one line. */
static char *
join_filter (const QdViewDraft *draft)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; draft->filter != NULL && draft->filter[i] != NULL; i++)
    {
      g_autofree char *line = g_strdelimit (g_strdup (draft->filter[i]), "\r\n", ' ');

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}

static void
plan_view (QdTransaction     *transaction,
           QdId               view,
           const char        *title,
           const QdViewDraft *draft)
{
  g_autofree char *boards = join_boards (draft);
  g_autofree char *filter = join_filter (draft);

  qd_transaction_set_text (transaction, view, QD_FIELD_VIEW_TITLE, title);
  qd_transaction_set_text (transaction, view, QD_FIELD_VIEW_BOARDS, boards);
  qd_transaction_set_integer (transaction, view, QD_FIELD_VIEW_DENSITY,
                              (gint64) draft->density);
  qd_transaction_set_text (transaction, view, QD_FIELD_VIEW_FILTER, filter);
}

/**
 * qd_edit_new_view:
 * @store: a store
 * @draft: what it remembers
 * @error: return location; %QD_ERROR_INVALID for an empty title
 *
 * Adds a view behind those that there are.
 *
 * Returns: the new view, or %QD_ID_NONE
 */
QdId
qd_edit_new_view (QdStore            *store,
                  const QdViewDraft  *draft,
                  GError            **error)
{
  g_autofree char *tidy = qd_edit_tidy_title (draft->title, error);
  g_autoptr (QdTransaction) transaction = NULL;
  QdId view;

  if (tidy == NULL)
    return QD_ID_NONE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  view = qd_transaction_create (transaction, QD_ENTITY_VIEW);
  plan_view (transaction, view, tidy, draft);
  qd_transaction_place (transaction, QD_ENTITY_VIEW, view, QD_ID_NONE, QD_SIDE_LAST,
                        QD_ID_NONE);

  return qd_edit_commit_new (transaction, view, error);
}

/**
 * qd_edit_change_view:
 * @store: a store
 * @view: a view
 * @draft: what it shall remember from now on
 * @error: return location; %QD_ERROR_INVALID for an empty title, or where the view is
 *   gone
 *
 * Returns: whether the view remembers it
 */
gboolean
qd_edit_change_view (QdStore            *store,
                     QdId                view,
                     const QdViewDraft  *draft,
                     GError            **error)
{
  g_autofree char *tidy = qd_edit_tidy_title (draft->title, error);
  g_autoptr (QdTransaction) transaction = NULL;

  if (tidy == NULL)
    return FALSE;

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  if (!qd_edit_require (store, transaction, QD_ENTITY_VIEW, view, error))
    return FALSE;
  plan_view (transaction, view, tidy, draft);

  return qd_transaction_commit (transaction, error);
}

/**
 * qd_edit_mark_reviewed:
 * @store: a store
 * @boards: (array length=n_boards): boards, and up to when each was reviewed
 * @n_boards: how many, at least one
 * @error: return location
 *
 * Returns: whether the boards say so
 */
gboolean
qd_edit_mark_reviewed (QdStore           *store,
                       const QdReviewed  *boards,
                       guint              n_boards,
                       GError           **error)
{
  g_autoptr (QdTransaction) transaction = NULL;

  g_return_val_if_fail (n_boards > 0, FALSE);

  transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  for (guint i = 0; i < n_boards; i++)
    {
      if (!qd_edit_require (store, transaction, QD_ENTITY_BOARD, boards[i].board, error))
        return FALSE;
      qd_transaction_set_integer (transaction, boards[i].board, QD_FIELD_BOARD_REVIEWED,
                                  boards[i].until);
    }

  return qd_transaction_commit (transaction, error);
}
