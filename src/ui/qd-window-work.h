#pragma once

#include "qd-window.h"

G_BEGIN_DECLS

/**
 * QdWorkFunc:
 * @data: what to work on
 * @cancellable: to be looked at often
 * @error: return location
 *
 * Does the work, in a thread of its own.
 *
 * Returns: whether it was done
 */
typedef gboolean (*QdWorkFunc) (gpointer       data,
                                GCancellable  *cancellable,
                                GError       **error);

/**
 * QdWorkDoneFunc:
 * @window: the window that asked
 * @data: what was worked on
 * @error: (nullable): why it was not done
 *
 * Shows what came of the work. Not called where the window was closed, or shows
 * another file by then.
 */
typedef void (*QdWorkDoneFunc) (QdWindow     *window,
                                gpointer      data,
                                const GError *error);

gboolean qd_window_is_working   (QdWindow       *self);
void     qd_window_stop_working (QdWindow       *self);
void     qd_window_work         (QdWindow       *self,
                                 const char     *text,
                                 QdWorkFunc      work,
                                 QdWorkDoneFunc  done,
                                 gpointer        data,
                                 GDestroyNotify  free_data);

G_END_DECLS
