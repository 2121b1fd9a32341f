#pragma once

#include <gtk/gtk.h>

#include "qd-together-view.h"

G_BEGIN_DECLS

#define QD_TYPE_VIEW_MENU (qd_view_menu_get_type ())
G_DECLARE_FINAL_TYPE (QdViewMenu, qd_view_menu, QD, VIEW_MENU, GtkWidget)

void qd_view_menu_set_view (QdViewMenu     *self,
                            QdStore        *store,
                            QdTogetherView *view,
                            QdChosenBoards *boards);

G_END_DECLS
