#pragma once

#include "qd-key-result.h"

G_BEGIN_DECLS

/* For core/store only. Numbers are NAN where there is none. */

QdKeyResult *qd_key_result_new             (QdId          id);
void         qd_key_result_set_metric      (QdKeyResult  *self,
                                            QdMetricKind  metric);
void         qd_key_result_set_baseline    (QdKeyResult  *self,
                                            double        baseline);
void         qd_key_result_set_target      (QdKeyResult  *self,
                                            double        target);
void         qd_key_result_set_unit        (QdKeyResult  *self,
                                            const char   *unit);
void         qd_key_result_set_measurement (QdKeyResult  *self,
                                            const char   *measurement);
void         qd_key_result_set_weight      (QdKeyResult  *self,
                                            double        weight);
void         qd_key_result_set_upper       (QdKeyResult  *self,
                                            double        upper);
void         qd_key_result_set_result      (QdKeyResult  *self,
                                            QdResultKind  result);
void         qd_key_result_set_grade       (QdKeyResult  *self,
                                            double        grade);
void         qd_key_result_take_summary    (QdKeyResult  *self,
                                            QdSummary    *summary);

G_END_DECLS
