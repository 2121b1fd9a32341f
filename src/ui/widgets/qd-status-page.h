#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QD_TYPE_STATUS_PAGE (qd_status_page_get_type ())
G_DECLARE_FINAL_TYPE (QdStatusPage, qd_status_page, QD, STATUS_PAGE, GtkWidget)

GtkWidget *qd_status_page_new        (const char   *icon_name,
                                      const char   *title,
                                      const char   *description);
void       qd_status_page_add_button (QdStatusPage *self,
                                      const char   *label,
                                      const char   *action_name,
                                      gboolean      suggested);

G_END_DECLS
