#pragma once

#include "qd-card.h"

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

G_END_DECLS
