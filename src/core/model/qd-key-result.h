#pragma once

#include "method/qd-standing.h"
#include "qd-card.h"
#include "qd-summary.h"

G_BEGIN_DECLS

#define QD_TYPE_KEY_RESULT (qd_key_result_get_type ())
G_DECLARE_FINAL_TYPE (QdKeyResult, qd_key_result, QD, KEY_RESULT, QdCard)

QdMetricKind  qd_key_result_get_metric      (QdKeyResult *self);
double        qd_key_result_get_baseline    (QdKeyResult *self);
double        qd_key_result_get_target      (QdKeyResult *self);
double        qd_key_result_get_current     (QdKeyResult *self);
const char   *qd_key_result_get_unit        (QdKeyResult *self);
const char   *qd_key_result_get_measurement (QdKeyResult *self);
double        qd_key_result_get_weight      (QdKeyResult *self);
double        qd_key_result_get_upper       (QdKeyResult *self);
QdResultKind  qd_key_result_get_result      (QdKeyResult *self);
double        qd_key_result_get_grade       (QdKeyResult *self);
const QdSummary *
              qd_key_result_get_summary     (QdKeyResult *self);
gboolean      qd_key_result_is_answered     (QdKeyResult *self,
                                             int          rule,
                                             const char  *facts);
void          qd_key_result_get_facts       (QdKeyResult *self,
                                             QdFacts     *facts);

G_END_DECLS
