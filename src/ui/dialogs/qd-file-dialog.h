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

/**
 * QdFileChoice:
 * @title: what else is asked beside the name of the file
 * @values: (array zero-terminated=1): what it may be, the usual one first
 * @labels: (array zero-terminated=1): likewise, for people
 */
typedef struct
{
  const char *title;
  const char * const *values;
  const char * const *labels;
} QdFileChoice;

/**
 * QdFileChosenFunc:
 * @window: the window that asked
 * @file: what was chosen
 * @value: (nullable): that of the values of the choice
 * @user_data: what was given with the question
 */
typedef void (*QdFileChosenFunc) (GtkWindow  *window,
                                  GFile      *file,
                                  const char *value,
                                  gpointer    user_data);

void qd_file_dialog_open        (GtkWindow          *window,
                                 const char         *title,
                                 GtkFileFilter      *filter,
                                 gboolean            many,
                                 QdFilesFunc         chosen);
void qd_file_dialog_save        (GtkWindow          *window,
                                 const char         *title,
                                 GFile              *proposal,
                                 QdFilesFunc         chosen);
void qd_file_dialog_save_choice (GtkWindow          *window,
                                 const char         *title,
                                 GFile              *proposal,
                                 const QdFileChoice *choice,
                                 QdFileChosenFunc    chosen,
                                 gpointer            user_data,
                                 GDestroyNotify      destroy);

G_END_DECLS
