#pragma once

#include "qd-edit-plan.h"

G_BEGIN_DECLS

/* What a person does, each as one transaction and so one undo step. All take
 * ids and plain values, return %FALSE (or %QD_ID_NONE) with @error set when
 * nothing was written, and succeed without writing when nothing would change.
 */

/**
 * QdObjectiveDraft:
 * @title: what should be different
 * @why: (nullable): why it matters
 * @colour: 0 … %QD_N_COLOURS - 1
 * @commitment: how much of it is expected
 * @weight: its share relative to the other objectives of the board, at least 0;
 *   NAN for the usual one
 * @parent: the objective that it contributes to, or %QD_ID_NONE
 *
 * What an objective shall be.
 */
typedef struct
{
  const char *title;
  const char *why;
  guint colour;
  QdCommitment commitment;
  double weight;
  QdId parent;
} QdObjectiveDraft;

gboolean  qd_edit_rename           (QdStore       *store,
                                    QdEntityKind   kind,
                                    QdId           id,
                                    const char    *title,
                                    GError       **error);
gboolean  qd_edit_type_title       (QdStore       *store,
                                    QdEntityKind   kind,
                                    QdId           id,
                                    const char    *title,
                                    GError       **error);
gboolean  qd_edit_archive          (QdStore       *store,
                                    QdEntityKind   kind,
                                    QdId           id,
                                    gboolean       archived,
                                    GError       **error);
gboolean  qd_edit_move             (QdStore       *store,
                                    QdEntityKind   kind,
                                    QdId           id,
                                    QdId           parent,
                                    QdSide         side,
                                    QdId           anchor,
                                    GError       **error);

QdId      qd_edit_new_cycle        (QdStore       *store,
                                    const char    *title,
                                    QdDay          first_day,
                                    QdDay          last_day,
                                    GError       **error);
gboolean  qd_edit_change_cycle     (QdStore       *store,
                                    QdId           cycle,
                                    const char    *title,
                                    QdDay          first_day,
                                    QdDay          last_day,
                                    GError       **error);
QdId      qd_edit_new_board        (QdStore       *store,
                                    const char    *team,
                                    QdId           cycle,
                                    GError       **error);
QdId      qd_edit_new_board_in_new_cycle
                                   (QdStore       *store,
                                    const char    *team,
                                    const char    *cycle_title,
                                    QdDay          first_day,
                                    QdDay          last_day,
                                    GError       **error);
QdId      qd_edit_new_column       (QdStore       *store,
                                    QdId           board,
                                    const char    *title,
                                    GError       **error);
gboolean  qd_edit_set_column_limit (QdStore       *store,
                                    QdId           column,
                                    guint          limit,
                                    GError       **error);
QdId      qd_edit_new_objective    (QdStore       *store,
                                    QdId           board,
                                    const char    *title,
                                    const char    *why,
                                    guint          colour,
                                    QdId           parent,
                                    GError       **error);
gboolean  qd_edit_change_objective (QdStore                *store,
                                    QdId                    objective,
                                    const QdObjectiveDraft *draft,
                                    GError                **error);
QdId      qd_edit_new_card         (QdStore       *store,
                                    QdId           column,
                                    const char    *title,
                                    QdId           objective,
                                    const QdCardNumbers *numbers,
                                    GError       **error);
gboolean  qd_edit_set_objective    (QdStore       *store,
                                    QdId           card,
                                    QdId           objective,
                                    GError       **error);
gboolean  qd_edit_set_owner        (QdStore       *store,
                                    QdId           card,
                                    const char    *name,
                                    GError       **error);

G_END_DECLS
