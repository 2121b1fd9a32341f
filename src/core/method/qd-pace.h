#pragma once

#include "qd-terms.h"

G_BEGIN_DECLS

double   qd_pace_ratio   (double        progress,
                          double        expected,
                          QdCommitment  commitment);
QdHealth qd_pace_compare (double        progress,
                          double        expected,
                          double        elapsed,
                          QdCommitment  commitment);
QdHealth qd_pace_suggest (double        progress,
                          double        expected,
                          double        elapsed,
                          QdCommitment  commitment);
QdHealth qd_pace_weakest (const QdHealth *healths,
                          gsize           n);

G_END_DECLS
