#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     qd_screenshot_take   (GtkWindow            *window,
                               const char           *path,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean qd_screenshot_finish (GtkWindow            *window,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
