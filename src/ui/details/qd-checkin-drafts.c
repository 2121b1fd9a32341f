/* Fields that wait for their key result to be shown again.
 *
 * They stay children of the form that made them, hidden: without a parent, their buttons
 * would lose their actions. The last one is the one that showed last.
 */

#include "config.h"

#include "qd-checkin-drafts.h"
#include "qd-checkin-keeper.h"

struct _QdCheckinDrafts
{
  GPtrArray *all; /* (element-type QdCheckinFields) (unowned): children of the form */
};

static void
remove_from_form (gpointer fields)
{
  gtk_widget_unparent (fields);
}

/**
 * qd_checkin_drafts_new:
 *
 * Returns: (transfer full): no drafts
 */
QdCheckinDrafts *
qd_checkin_drafts_new (void)
{
  QdCheckinDrafts *self = g_new0 (QdCheckinDrafts, 1);

  self->all = g_ptr_array_new_with_free_func (remove_from_form);

  return self;
}

/**
 * qd_checkin_drafts_free:
 * @self: (transfer full): drafts; what is left of them goes out of the form
 */
void
qd_checkin_drafts_free (QdCheckinDrafts *self)
{
  g_ptr_array_unref (self->all);
  g_free (self);
}

/**
 * qd_checkin_drafts_add:
 * @fields: a child of the form, which may be a draft already
 *
 * Makes @fields the draft that showed last.
 */
void
qd_checkin_drafts_add (QdCheckinDrafts *self,
                       QdCheckinFields *fields)
{
  guint position;

  g_return_if_fail (self != NULL);
  g_return_if_fail (QD_IS_CHECKIN_FIELDS (fields));

  if (g_ptr_array_find (self->all, fields, &position))
    g_ptr_array_steal_index (self->all, position);
  g_ptr_array_add (self->all, fields);
}

/**
 * qd_checkin_drafts_remove:
 * @fields: a draft
 *
 * Takes @fields out of the form, too.
 */
void
qd_checkin_drafts_remove (QdCheckinDrafts *self,
                          QdCheckinFields *fields)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_remove (self->all, fields);
}

/**
 * qd_checkin_drafts_clear:
 *
 * Takes all of them out of the form.
 */
void
qd_checkin_drafts_clear (QdCheckinDrafts *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->all, 0);
}

static QdCheckinFields *
find (QdCheckinDrafts *self,
      QdKeyResult     *card,
      gboolean         corrects,
      QdId             checkin)
{
  for (guint i = self->all->len; i > 0; i--)
    {
      QdCheckinFields *fields = g_ptr_array_index (self->all, i - 1);
      const QdId corrected = qd_checkin_fields_get_corrected (fields);

      if (qd_checkin_fields_get_card (fields) == card &&
          corrects == (corrected != QD_ID_NONE) &&
          (checkin == QD_ID_NONE || checkin == corrected))
        return fields;
    }

  return NULL;
}

/**
 * qd_checkin_drafts_find:
 * @card: a key result
 *
 * Returns: (transfer none) (nullable): what was written for its next check-in
 */
QdCheckinFields *
qd_checkin_drafts_find (QdCheckinDrafts *self,
                        QdKeyResult     *card)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, card, FALSE, QD_ID_NONE);
}

/**
 * qd_checkin_drafts_find_correction:
 * @card: a key result
 * @checkin: one of its check-ins, or %QD_ID_NONE for any
 *
 * Returns: (transfer none) (nullable): the correction of @checkin, the one that showed last
 */
QdCheckinFields *
qd_checkin_drafts_find_correction (QdCheckinDrafts *self,
                                   QdKeyResult     *card,
                                   QdId             checkin)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find (self, card, TRUE, checkin);
}

/**
 * qd_checkin_drafts_is_unsent:
 * @fields: fields for check-ins
 *
 * Returns: whether something would be lost with them; a correction that was only opened
 *   says nothing new
 */
gboolean
qd_checkin_drafts_is_unsent (QdCheckinFields *fields)
{
  g_return_val_if_fail (QD_IS_CHECKIN_FIELDS (fields), FALSE);

  qd_checkin_keeper_check (fields);

  return qd_entity_get_alive (QD_ENTITY (qd_checkin_fields_get_card (fields))) &&
         (qd_checkin_fields_get_corrected (fields) != QD_ID_NONE
            ? qd_checkin_fields_is_touched (fields) : !qd_checkin_fields_finish (fields));
}

/**
 * qd_checkin_drafts_find_unsent:
 *
 * Returns: (transfer none) (nullable): a key result about which something was written and
 *   not sent
 */
QdKeyResult *
qd_checkin_drafts_find_unsent (QdCheckinDrafts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->all->len; i > 0; i--)
    if (qd_checkin_drafts_is_unsent (g_ptr_array_index (self->all, i - 1)))
      return qd_checkin_fields_get_card (g_ptr_array_index (self->all, i - 1));

  return NULL;
}

/**
 * qd_checkin_drafts_discard:
 *
 * Lets none of them come back once the form is gone.
 */
void
qd_checkin_drafts_discard (QdCheckinDrafts *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->all->len; i++)
    qd_checkin_keeper_discard (g_ptr_array_index (self->all, i));
}
