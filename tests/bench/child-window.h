#pragma once

#include <gtk/gtk.h>

#include "qd-settings.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

/**
 * ChildWindowPainted:
 * @window: the window
 * @data: as given
 *
 * The first frame of the window is on the screen, or of the page that was asked for.
 */
typedef void (*ChildWindowPainted) (GtkWidget *window,
                                    gpointer   data);

int         child_window_run          (QdStore            *store,
                                       QdSettings         *settings,
                                       ChildWindowPainted  painted,
                                       gpointer            data);
void        child_window_open_past    (GtkWidget          *window,
                                       ChildWindowPainted  ready,
                                       gpointer            data);
QdSettings *child_window_new_settings (QdStore            *store);
GtkWidget  *child_window_find         (GtkWidget          *widget,
                                       GType               type);

G_END_DECLS
