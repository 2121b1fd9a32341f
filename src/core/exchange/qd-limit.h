#pragma once

#include "model/qd-types.h"
#include "qd-figure.h"

G_BEGIN_DECLS

QdMetricKind qd_limit_of (const char     *text,
                          const QdFigure *figure);

G_END_DECLS
