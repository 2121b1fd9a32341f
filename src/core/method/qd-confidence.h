#pragma once

#include "qd-terms.h"

G_BEGIN_DECLS

/* Confidence goes from 0 to 10; nobody said is −1. */
#define QD_CONFIDENCE_NONE (-1)
#define QD_CONFIDENCE_FIRST 5
#define QD_CONFIDENCE_MAX 10

/**
 * QdConfidenceBand:
 * @QD_CONFIDENCE_UNKNOWN: nobody said
 * @QD_CONFIDENCE_LOW: 0 to 3: asks for the blocker and the next step
 * @QD_CONFIDENCE_MEDIUM: 4 to 6
 * @QD_CONFIDENCE_HIGH: 7 to 10
 */
typedef enum
{
  QD_CONFIDENCE_UNKNOWN,
  QD_CONFIDENCE_LOW,
  QD_CONFIDENCE_MEDIUM,
  QD_CONFIDENCE_HIGH,
} QdConfidenceBand;

QdConfidenceBand qd_confidence_get_band (int             confidence);
const char      *qd_confidence_get_word (int             confidence);
gboolean         qd_confidence_net      (const QdHealth *healths,
                                         gsize           n,
                                         int            *net);

G_END_DECLS
