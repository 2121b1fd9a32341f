/* What was said in the fields of a check-in and not sent, taken out of them and put back.
 */

#include "config.h"

#include <math.h>

#include "qd-checkin-fields-private.h"
#include "qd-number-text.h"

/**
 * qd_checkin_fields_dup_unsent:
 *
 * Returns: (transfer full): what was said here and not sent, but for the column
 */
QdUnsent *
qd_checkin_fields_dup_unsent (QdCheckinFields *self)
{
  double said = NAN;
  QdUnsent *unsent;

  g_return_val_if_fail (QD_IS_CHECKIN_FIELDS (self), NULL);
  g_return_val_if_fail (self->card != NULL, NULL);

  if (self->value_said)
    said = qd_checkin_fields_get_value (self);

  unsent = qd_unsent_new ();
  unsent->note = g_strstrip (qd_text_field_dup_text (self->note));
  unsent->blocker = g_strstrip (qd_text_field_dup_text (self->blocker));
  if (self->confidence_said)
    unsent->confidence = qd_confidence_picker_get_confidence (self->confidence);
  if (qd_checkin_fields_has_number (self))
    unsent->value = qd_number_entry_dup_typed (self->value);
  else if (!isnan (said))
    unsent->answer = (int) said;
  if (unsent->value == NULL && qd_checkin_fields_has_number (self) && !isnan (said))
    unsent->value = qd_number_text_exact (said);

  return unsent;
}

/**
 * qd_checkin_fields_resume:
 * @unsent: what was said of the key result earlier and not sent
 *
 * Fills it in, as if it were said now.
 */
void
qd_checkin_fields_resume (QdCheckinFields *self,
                          const QdUnsent  *unsent)
{
  g_return_if_fail (QD_IS_CHECKIN_FIELDS (self));
  g_return_if_fail (self->card != NULL);
  g_return_if_fail (unsent != NULL);

  if (unsent->value != NULL && qd_checkin_fields_has_number (self))
    qd_number_entry_type (self->value, unsent->value);
  if (unsent->answer != QD_UNSENT_NO_ANSWER &&
      qd_key_result_get_metric (self->card) == QD_METRIC_YES_NO)
    {
      qd_choice_set_value (self->answer, unsent->answer);
      self->value_said = TRUE;
    }
  qd_text_field_set_text (self->note, unsent->note != NULL ? unsent->note : "");
  qd_text_field_set_text (self->blocker, unsent->blocker != NULL ? unsent->blocker : "");
  if (unsent->confidence != QD_CONFIDENCE_NONE)
    {
      qd_confidence_picker_set_confidence (self->confidence, unsent->confidence);
      self->confidence_said = TRUE;
    }
  qd_checkin_fields_touch (self);
}
