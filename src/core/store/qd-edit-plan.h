#pragma once

#include "qd-transaction.h"

G_BEGIN_DECLS

/**
 * QdBoardPlan:
 * @board: the new board
 * @columns: its columns, by #QdColumnRole; 0 for roles that it has none of
 *
 * What qd_edit_plan_board() wished for.
 */
typedef struct
{
  QdId board;
  QdId columns[QD_COLUMN_COMPLETE + 1];
} QdBoardPlan;

/**
 * QdCardNumbers:
 * @metric: what they mean
 * @baseline: where it starts, or NAN
 * @target: where it should land, or NAN
 * @unit: (nullable): unit of both
 *
 * The numbers that a card begins with.
 */
typedef struct
{
  QdMetricKind metric;
  double baseline;
  double target;
  const char *unit;
} QdCardNumbers;

char        *qd_edit_tidy_title              (const char     *title,
                                              GError        **error);
gboolean     qd_edit_check_days              (QdDay           first_day,
                                              QdDay           last_day,
                                              GError        **error);
gboolean     qd_edit_refuse                  (GError        **error,
                                              const char     *text);
void         qd_edit_plan_board              (QdTransaction  *transaction,
                                              const char     *title,
                                              QdId            cycle,
                                              QdBoardPlan    *plan);
QdId         qd_edit_plan_cycle              (QdTransaction  *transaction,
                                              const char     *title,
                                              QdDay           first_day,
                                              QdDay           last_day);
QdId         qd_edit_plan_team               (QdTransaction  *transaction,
                                              const char     *title);
gboolean     qd_edit_plan_named              (QdStore        *store,
                                              QdTransaction  *transaction,
                                              QdEntityKind    kind,
                                              const char     *title,
                                              QdId           *id,
                                              GError        **error);
QdId         qd_edit_plan_card               (QdTransaction  *transaction,
                                              QdId            column,
                                              const char     *title,
                                              QdId            objective);
void         qd_edit_plan_numbers            (QdTransaction  *transaction,
                                              QdId            card,
                                              const QdCardNumbers *numbers);
QdId         qd_edit_plan_objective          (QdTransaction  *transaction,
                                              QdId            board,
                                              const char     *title,
                                              const char     *why,
                                              guint           colour);
void         qd_edit_plan_figure             (QdTransaction  *transaction,
                                              QdId            id,
                                              QdField         field,
                                              double          value);
void         qd_edit_plan_day                (QdTransaction  *transaction,
                                              QdId            id,
                                              QdField         field,
                                              QdDay           day);
QdId         qd_edit_commit_new              (QdTransaction  *transaction,
                                              QdId            id,
                                              GError        **error);

G_END_DECLS
