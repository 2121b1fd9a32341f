#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QD_TYPE_TITLE_WATCH (qd_title_watch_get_type ())
G_DECLARE_FINAL_TYPE (QdTitleWatch, qd_title_watch, QD, TITLE_WATCH, GObject)

QdTitleWatch *qd_title_watch_new      (void);

gboolean      qd_title_watch_set_list (QdTitleWatch *self,
                                       GListModel   *list);

G_END_DECLS
