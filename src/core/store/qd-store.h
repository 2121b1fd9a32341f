#pragma once

#include "model/qd-key-result.h"
#include "model/qd-workspace.h"
#include "qd-error.h"

G_BEGIN_DECLS

/**
 * QdOpenFlags:
 * @QD_OPEN_DEFAULT: open the file, and create it where there is none
 * @QD_OPEN_EXISTING: fail with %QD_ERROR_NOT_FOUND where there is none
 * @QD_OPEN_WITHOUT_MODELS: build no models; for workers and the command line
 */
typedef enum
{
  QD_OPEN_DEFAULT = 0,
  QD_OPEN_EXISTING = 1 << 0,
  QD_OPEN_WITHOUT_MODELS = 1 << 1,
} QdOpenFlags;

/**
 * QdChanges:
 * @QD_CHANGES_PLACES: something was created, moved, archived, restored
 * @QD_CHANGES_LABELS: a card's objective or owner
 * @QD_CHANGES_VALUES: anything else
 *
 * What a commit touched, in the rough.
 */
typedef enum
{
  QD_CHANGES_PLACES = 1 << 0,
  QD_CHANGES_LABELS = 1 << 1,
  QD_CHANGES_VALUES = 1 << 2,
} QdChanges;

#define QD_TYPE_STORE (qd_store_get_type ())
G_DECLARE_FINAL_TYPE (QdStore, qd_store, QD, STORE, GObject)

QdStore     *qd_store_open                 (const char   *path,
                                            QdOpenFlags   flags,
                                            GError      **error);
void         qd_store_close                (QdStore      *self);
char        *qd_store_dup_default_path     (void);

const char  *qd_store_get_path             (QdStore      *self);
gboolean     qd_store_get_read_only        (QdStore      *self);
const char  *qd_store_get_read_only_reason (QdStore      *self);
const char  *qd_store_get_author           (QdStore      *self);
void         qd_store_set_author           (QdStore      *self,
                                            const char   *author);
void         qd_store_set_clock            (QdStore      *self,
                                            QdClockFunc   clock,
                                            gpointer      user_data);

QdWorkspace *qd_store_get_workspace        (QdStore      *self);
gboolean     qd_store_load_board           (QdStore      *self,
                                            QdBoard      *board,
                                            GError      **error);
QdEntity    *qd_store_lookup               (QdStore      *self,
                                            QdId          id);
gboolean     qd_store_catch_up             (QdStore      *self,
                                            GError      **error);

G_END_DECLS
