#pragma once

#include "qd-checkin-fields.h"

G_BEGIN_DECLS

/**
 * QdCheckinDrafts:
 *
 * Fields with what was written and not sent: of each key result one for the next check-in,
 * and one for each correction that was begun.
 */
typedef struct _QdCheckinDrafts QdCheckinDrafts;

QdCheckinDrafts *qd_checkin_drafts_new             (void);
void             qd_checkin_drafts_free            (QdCheckinDrafts *self);

void             qd_checkin_drafts_add             (QdCheckinDrafts *self,
                                                    QdCheckinFields *fields);
void             qd_checkin_drafts_remove          (QdCheckinDrafts *self,
                                                    QdCheckinFields *fields);
void             qd_checkin_drafts_clear           (QdCheckinDrafts *self);
QdCheckinFields *qd_checkin_drafts_find            (QdCheckinDrafts *self,
                                                    QdKeyResult     *card);
QdCheckinFields *qd_checkin_drafts_find_correction (QdCheckinDrafts *self,
                                                    QdKeyResult     *card,
                                                    QdId             checkin);
QdKeyResult     *qd_checkin_drafts_find_unsent     (QdCheckinDrafts *self);
void             qd_checkin_drafts_discard         (QdCheckinDrafts *self);
gboolean         qd_checkin_drafts_is_unsent       (QdCheckinFields *fields);

G_END_DECLS
