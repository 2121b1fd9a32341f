#pragma once

#include "model/qd-types.h"

G_BEGIN_DECLS

/**
 * QdOutlineLabel:
 *
 * What a mark at the beginning of a line ("KR:", "Owner:") says of the rest.
 * %QD_LABEL_GOAL is an objective, or below a key result its target.
 */
typedef enum
{
  QD_LABEL_NONE,
  QD_LABEL_OBJECTIVE,
  QD_LABEL_GOAL,
  QD_LABEL_KEY_RESULT,
  QD_LABEL_WHY,
  QD_LABEL_OWNER,
  QD_LABEL_CURRENT,
  QD_LABEL_COLUMN,
  QD_LABEL_MEASUREMENT,
  QD_LABEL_BASELINE,
  QD_LABEL_TARGET,
  QD_LABEL_UNIT,
  QD_LABEL_COMMITMENT,
  QD_LABEL_CYCLE,
} QdOutlineLabel;

QdOutlineLabel  qd_outline_label_match      (const char      *text,
                                             const char     **rest);
gboolean        qd_outline_label_is_field   (QdOutlineLabel   label);

gboolean        qd_outline_commitment_match (const char      *text,
                                             QdCommitment    *commitment);
char           *qd_outline_commitment_cut   (const char      *title,
                                             QdCommitment    *commitment);

G_END_DECLS
