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
void         qd_key_result_set_current     (QdKeyResult  *self,
                                            double        current);
void         qd_key_result_set_unit        (QdKeyResult  *self,
                                            const char   *unit);
void         qd_key_result_set_measurement (QdKeyResult  *self,
                                            const char   *measurement);
void         qd_key_result_set_weight      (QdKeyResult  *self,
                                            double        weight);

G_END_DECLS
