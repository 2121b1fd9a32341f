#pragma once

#include "store/qd-due.h"

G_BEGIN_DECLS

/**
 * QdRun:
 *
 * The check-ins that somebody goes through one after the other, and how far they are.
 */
typedef struct _QdRun QdRun;

QdRun       *qd_run_new       (void);
void         qd_run_free      (QdRun       *self);

void         qd_run_begin     (QdRun       *self,
                               GPtrArray   *items);
guint        qd_run_update    (QdRun       *self,
                               GPtrArray   *items);

QdKeyResult *qd_run_get_card  (QdRun       *self);
QdBoard     *qd_run_get_board (QdRun       *self);
gboolean     qd_run_is_again  (QdRun       *self);
guint        qd_run_get_n     (QdRun       *self);
guint        qd_run_get_place (QdRun       *self);
guint        qd_run_get_done  (QdRun       *self);
gint64       qd_run_get_time  (QdRun       *self);
GPtrArray   *qd_run_list_left (QdRun       *self);

void         qd_run_finish    (QdRun       *self);
void         qd_run_skip      (QdRun       *self);
gboolean     qd_run_go_back   (QdRun       *self);
void         qd_run_go_to     (QdRun       *self,
                               QdKeyResult *card);

void         qd_run_tick      (QdRun       *self,
                               gint64       now);
void         qd_run_rest      (QdRun       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QdRun, qd_run_free)

G_END_DECLS
