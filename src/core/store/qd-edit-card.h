#pragma once

#include "qd-transaction.h"

G_BEGIN_DECLS

/* What a person does with a key result and with what belongs to it, each as one
 * transaction and so one undo step; as qd-edit.h. Figures are in the unit of the key
 * result, and NAN takes one off. All refuse with %QD_ERROR_NOT_FOUND to change what is
 * not in sight any more. Check-ins are in qd-edit-checkin.h.
 */

gboolean  qd_edit_set_metric          (QdStore               *store,
                                       QdId                   card,
                                       QdMetricKind           metric,
                                       GError               **error);
gboolean  qd_edit_check_weight        (double                 weight,
                                       GError               **error);
gboolean  qd_edit_set_figure          (QdStore               *store,
                                       QdId                   id,
                                       QdField                field,
                                       double                 value,
                                       GError               **error);
gboolean  qd_edit_set_text            (QdStore               *store,
                                       QdId                   id,
                                       QdField                field,
                                       const char            *text,
                                       gboolean               typing,
                                       GError               **error);
gboolean  qd_edit_set_result          (QdStore               *store,
                                       QdId                   card,
                                       QdResultKind           result,
                                       GError               **error);
gboolean  qd_edit_set_commitment      (QdStore               *store,
                                       QdId                   objective,
                                       QdCommitment           commitment,
                                       GError               **error);
gboolean  qd_edit_set_rhythm          (QdStore               *store,
                                       QdId                   board,
                                       const QdRhythm        *rhythm,
                                       GError               **error);

QdId      qd_edit_new_milestone       (QdStore               *store,
                                       QdId                   card,
                                       const char            *title,
                                       GError               **error);
gboolean  qd_edit_set_milestone_done  (QdStore               *store,
                                       QdId                   milestone,
                                       gboolean               done,
                                       GError               **error);
gboolean  qd_edit_set_milestone_due   (QdStore               *store,
                                       QdId                   milestone,
                                       QdDay                  due,
                                       GError               **error);
QdId      qd_edit_new_phase           (QdStore               *store,
                                       QdId                   card,
                                       QdDay                  day,
                                       double                 value,
                                       GError               **error);
gboolean  qd_edit_change_phase        (QdStore               *store,
                                       QdId                   phase,
                                       QdDay                  day,
                                       double                 value,
                                       GError               **error);
QdId      qd_edit_new_dependency      (QdStore               *store,
                                       QdId                   card,
                                       const char            *title,
                                       const char            *waits_for,
                                       QdDay                  flagged,
                                       GError               **error);
gboolean  qd_edit_flag_dependency     (QdStore               *store,
                                       QdId                   dependency,
                                       QdDay                  day,
                                       GError               **error);
gboolean  qd_edit_escalate_dependency (QdStore               *store,
                                       QdId                   dependency,
                                       QdDay                  day,
                                       GError               **error);
gboolean  qd_edit_resolve_dependency  (QdStore               *store,
                                       QdId                   dependency,
                                       QdDay                  day,
                                       GError               **error);

QdId      qd_edit_new_comment         (QdStore               *store,
                                       QdId                   card,
                                       const char            *text,
                                       GError               **error);
QdId      qd_edit_answer              (QdStore               *store,
                                       QdId                   about,
                                       int                    rule,
                                       const char            *facts,
                                       const char            *text,
                                       GError               **error);

G_END_DECLS
