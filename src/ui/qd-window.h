#pragma once

#include <gtk/gtk.h>

#include "qd-settings.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

#define QD_TYPE_WINDOW (qd_window_get_type ())
G_DECLARE_FINAL_TYPE (QdWindow, qd_window, QD, WINDOW, GtkApplicationWindow)

QdWindow   *qd_window_new        (GtkApplication *application,
                                  QdSettings     *settings);
QdStore    *qd_window_get_store  (QdWindow       *self);
void        qd_window_set_store  (QdWindow       *self,
                                  QdStore        *store);
void        qd_window_release    (QdWindow       *self,
                                  const char     *path,
                                  const char     *text,
                                  GCancellable   *cancellable);
const char *qd_window_get_path   (QdWindow       *self);
void        qd_window_show_error (QdWindow       *self,
                                  const char     *path,
                                  const GError   *error);
QdBoard    *qd_window_get_board  (QdWindow       *self);
void        qd_window_set_board  (QdWindow       *self,
                                  QdBoard        *board);
void        qd_window_save_state (QdWindow       *self);
gboolean    qd_window_shows_run  (QdWindow       *self);

G_END_DECLS
