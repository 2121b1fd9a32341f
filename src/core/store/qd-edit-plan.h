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

char        *qd_edit_tidy_title              (const char     *title,
                                              GError        **error);
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
QdId         qd_edit_plan_card               (QdTransaction  *transaction,
                                              QdId            column,
                                              const char     *title,
                                              QdId            objective);
QdId         qd_edit_plan_objective          (QdTransaction  *transaction,
                                              QdId            board,
                                              const char     *title,
                                              const char     *why,
                                              guint           colour);
QdId         qd_edit_commit_new              (QdTransaction  *transaction,
                                              QdId            id,
                                              GError        **error);
const char  *qd_edit_get_role_title          (QdColumnRole    role);
const char  *qd_edit_get_english_role_title  (QdColumnRole    role);

G_END_DECLS
