#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QdPictureFunc:
 * @picture: what is saved
 * @rtl: whether one writes from right to left
 * @path: (type filename): where it goes: a PDF where it ends so, else a picture
 * @error: return location
 *
 * Returns: whether it was saved
 */
typedef gboolean (*QdPictureFunc) (gpointer     picture,
                                   gboolean     rtl,
                                   const char  *path,
                                   GError     **error);

void       qd_picture_save_ask        (GtkWidget      *widget,
                                       const char     *title,
                                       const char     *suffix,
                                       QdPictureFunc   save,
                                       gpointer        picture,
                                       GDestroyNotify  destroy);
GtkWidget *qd_picture_save_new_button (const char     *png_action,
                                       const char     *pdf_action);

G_END_DECLS
