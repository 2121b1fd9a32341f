#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QdMenuPopUp:
 * @user_data: who owns the menu
 * @x: where, in the coordinates of the widget
 * @y: where
 *
 * Pops up the menu of what is at a place.
 *
 * Returns: whether there is a menu
 */
typedef gboolean (*QdMenuPopUp) (gpointer user_data,
                                 double   x,
                                 double   y);

void       qd_context_menu_attach (GtkWidget   *widget,
                                   QdMenuPopUp  pop_up,
                                   gpointer     user_data);
GtkWidget *qd_context_menu_new    (GtkWidget   *owner,
                                   GMenuModel  *model);

G_END_DECLS
