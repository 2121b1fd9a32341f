#pragma once

#include <gtk/gtk.h>

#include "method/qd-coach.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

/**
 * QdRemedyKind:
 * @QD_REMEDY_NONE: nothing that one step would mend
 * @QD_REMEDY_MOVE: move the card to a column
 * @QD_REMEDY_OUTCOME: say that the key result is an outcome
 * @QD_REMEDY_ESCALATE: mark the dependency as escalated
 * @QD_REMEDY_CHECK_IN: check in on the card
 * @QD_REMEDY_OPEN: fill in what is missing in the details
 * @QD_REMEDY_NEW_OBJECTIVE: add an objective
 */
typedef enum
{
  QD_REMEDY_NONE,
  QD_REMEDY_MOVE,
  QD_REMEDY_OUTCOME,
  QD_REMEDY_ESCALATE,
  QD_REMEDY_CHECK_IN,
  QD_REMEDY_OPEN,
  QD_REMEDY_NEW_OBJECTIVE,
} QdRemedyKind;

/**
 * QdRemedy:
 * @kind: what it does
 * @subject: of the advice
 * @column: (nullable) (unowned): where to, for %QD_REMEDY_MOVE
 *
 * One step that mends what an advice is about.
 */
typedef struct
{
  QdRemedyKind kind;
  QdId subject;
  QdColumn *column;
} QdRemedy;

void      qd_advice_remedy_find       (QdStore         *store,
                                       const QdAdvice  *advice,
                                       QdRemedy        *remedy);
char     *qd_advice_remedy_dup_label  (const QdRemedy  *remedy);
gboolean  qd_advice_remedy_is_writing (const QdRemedy  *remedy);
gboolean  qd_advice_remedy_apply      (const QdRemedy  *remedy,
                                       QdStore         *store,
                                       GError         **error);

G_END_DECLS
