#pragma once

#include "qd-db.h"
#include "qd-transaction.h"

G_BEGIN_DECLS

/* The first bytes of a SHA-256 that are kept. */
#define QD_HASH_SIZE 16

/* Stamps from the year 2100 on are quarantined: kept, but never shown. */
#define QD_STAMP_LIMIT (G_GINT64_CONSTANT (4102444800000) << 16)

/**
 * QdHash:
 * @length: 0 before the first entry of a stream, else %QD_HASH_SIZE
 */
typedef struct
{
  guint8 bytes[QD_HASH_SIZE];
  gsize length;
} QdHash;

/**
 * QdEntry:
 * @stamp: orders values of one cell: milliseconds << 16 and more
 * @at: the author's wall clock, in milliseconds since the Unix epoch
 * @author: (nullable): who
 * @kind: what kind of transaction
 * @ref: for undo and redo, the number of the entry of the same stream that is
 *   taken back; else 0
 * @changes: (element-type QdChange): what was changed
 *
 * One transaction of the log.
 */
typedef struct
{
  gint64 stamp;
  gint64 at;
  char *author;
  QdTransactionKind kind;
  gint64 ref;
  GArray *changes;
} QdEntry;

QdEntry  *qd_entry_new       (void);
void      qd_entry_free      (QdEntry        *self);
char     *qd_entry_write     (const QdEntry  *self);
QdEntry  *qd_entry_read      (QdDb           *db,
                              const char     *payload,
                              GError        **error);

void      qd_hash_chain      (QdHash         *result,
                              const QdHash   *previous,
                              const char     *payload);
void      qd_hash_set        (QdHash         *self,
                              const void     *bytes,
                              gsize           length);
gboolean  qd_hash_equal      (const QdHash   *a,
                              const QdHash   *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdEntry, qd_entry_free)

G_END_DECLS
