#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QdFilesFunc:
 * @window: the window that asked
 * @files: (element-type GFile): what was chosen, one at least
 */
typedef void (*QdFilesFunc) (GtkWindow  *window,
                             GListModel *files);

void qd_file_dialog_open (GtkWindow     *window,
                          const char    *title,
                          GtkFileFilter *filter,
                          gboolean       many,
                          QdFilesFunc    chosen);
void qd_file_dialog_save (GtkWindow     *window,
                          const char    *title,
                          GFile         *proposal,
                          QdFilesFunc    chosen);

G_END_DECLS
