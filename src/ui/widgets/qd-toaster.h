#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_TOASTER (qd_toaster_get_type ())
G_DECLARE_FINAL_TYPE (QdToaster, qd_toaster, QD, TOASTER, GtkWidget)

GtkWidget  *qd_toaster_new           (void);
GtkWidget  *qd_toaster_get_child     (QdToaster    *self);
void        qd_toaster_set_child     (QdToaster    *self,
                                      GtkWidget    *child);
const char *qd_toaster_get_text      (QdToaster    *self);
void        qd_toaster_dismiss       (QdToaster    *self);
void        qd_toaster_withdraw_undo (QdToaster    *self);

void        qd_toaster_say           (GtkWidget    *any_descendant,
                                      const char   *text,
                                      gboolean      undoable);
void        qd_toaster_offer         (GtkWidget    *any_descendant,
                                      const char   *text,
                                      const char   *label,
                                      const char   *action_name,
                                      GVariant     *target);
void        qd_toaster_report        (GtkWidget    *any_descendant,
                                      const GError *error);

G_END_DECLS
