#pragma once

#include "widgets/qd-choice.h"
#include "widgets/qd-confidence-picker.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-text-field.h"

#include "qd-checkin-fields.h"
#include "qd-column-choice.h"

G_BEGIN_DECLS

/* For the files of QdCheckinFields only. */

struct _QdCheckinFields
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *correction;
  GtkLabel *correction_label;
  QdNumberEntry *value;
  QdChoice *answer;
  GtkLabel *hint;
  QdTextField *note;
  QdTextField *blocker;
  QdConfidencePicker *confidence;
  GtkLabel *advice;
  GtkLabel *error;
  QdColumnChoice *column;
  GtkButton *send;

  QdStore *store;
  QdKeyResult *card;           /* (nullable) */
  GSignalGroup *card_signals;

  QdId supersedes;             /* the check-in that is corrected */
  QdDay day;                   /* its day */
  gboolean value_said;
  gboolean confidence_said;
  gboolean touched;            /* something was done here since the last sending */
  gboolean stepwise;           /* Enter goes from field to field */
};

/* qd-checkin-fields.c */
gboolean qd_checkin_fields_has_number (QdCheckinFields *self);
double   qd_checkin_fields_get_value  (QdCheckinFields *self);
void     qd_checkin_fields_touch      (QdCheckinFields *self);

G_END_DECLS
