#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_DRAFT (qd_draft_get_type ())
G_DECLARE_FINAL_TYPE (QdDraft, qd_draft, QD, DRAFT, GObject)

QdDraft  *qd_draft_new        (GtkEntry   *entry);

gboolean  qd_draft_is_changed (QdDraft    *self);
char     *qd_draft_dup_text   (QdDraft    *self);

void      qd_draft_show       (QdDraft    *self,
                               const char *text);
void      qd_draft_settle     (QdDraft    *self,
                               const char *text);
void      qd_draft_finish     (QdDraft    *self);

G_END_DECLS
