#pragma once

#include "qd-field.h"
#include "qd-store.h"

G_BEGIN_DECLS

/**
 * QdTransactionKind:
 * @QD_TRANSACTION_EDIT: what somebody did in the interface
 * @QD_TRANSACTION_IMPORT: brought in from a file
 * @QD_TRANSACTION_UNDO: writes old values back
 * @QD_TRANSACTION_REDO: undoes an undo
 * @QD_TRANSACTION_REKEY: new ranks, same order
 *
 * The numbers stand in files.
 */
typedef enum
{
  QD_TRANSACTION_EDIT = 0,
  QD_TRANSACTION_UNDO = 1,
  QD_TRANSACTION_REDO = 2,
  QD_TRANSACTION_IMPORT = 3,
  QD_TRANSACTION_REKEY = 4,
} QdTransactionKind;

/**
 * QdSide:
 * @QD_SIDE_LAST: behind all others in the parent
 * @QD_SIDE_FIRST: before all others in the parent
 * @QD_SIDE_BEFORE: directly before the anchor
 * @QD_SIDE_AFTER: directly behind the anchor
 */
typedef enum
{
  QD_SIDE_LAST,
  QD_SIDE_FIRST,
  QD_SIDE_BEFORE,
  QD_SIDE_AFTER,
} QdSide;

typedef struct _QdTransaction QdTransaction;

QdTransaction *qd_transaction_new         (QdStore            *store,
                                           QdTransactionKind   kind);
void           qd_transaction_free        (QdTransaction      *self);
gboolean       qd_transaction_lock        (QdTransaction      *self,
                                           GError            **error);
void           qd_transaction_coalesce    (QdTransaction      *self);

QdId           qd_transaction_create      (QdTransaction      *self,
                                           QdEntityKind        kind);
QdId           qd_transaction_create_after
                                          (QdTransaction      *self,
                                           QdEntityKind        kind,
                                           gint64              newest);
void           qd_transaction_set_text    (QdTransaction      *self,
                                           QdId                id,
                                           QdField             field,
                                           const char         *value);
void           qd_transaction_set_integer (QdTransaction      *self,
                                           QdId                id,
                                           QdField             field,
                                           gint64              value);
void           qd_transaction_set_real    (QdTransaction      *self,
                                           QdId                id,
                                           QdField             field,
                                           double              value);
void           qd_transaction_set_day     (QdTransaction      *self,
                                           QdId                id,
                                           QdField             field,
                                           QdDay               value);
void           qd_transaction_set_id      (QdTransaction      *self,
                                           QdId                id,
                                           QdField             field,
                                           QdId                value);
void           qd_transaction_clear       (QdTransaction      *self,
                                           QdId                id,
                                           QdField             field);
void           qd_transaction_place       (QdTransaction      *self,
                                           QdEntityKind        kind,
                                           QdId                id,
                                           QdId                parent,
                                           QdSide              side,
                                           QdId                anchor);
gboolean       qd_transaction_commit      (QdTransaction      *self,
                                           GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdTransaction, qd_transaction_free)

G_END_DECLS
