#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_PAST_CHANGES (qd_past_changes_get_type ())
G_DECLARE_FINAL_TYPE (QdPastChanges, qd_past_changes, QD, PAST_CHANGES, GtkWidget)

GtkWidget *qd_past_changes_new       (void);

void       qd_past_changes_set_items (QdPastChanges *self,
                                      GPtrArray     *items,
                                      const char    *title);

G_END_DECLS
