#pragma once

#include <gtk/gtk.h>

#include "qd-board-filter.h"

G_BEGIN_DECLS

/* The name of the group of actions that the menu is about. */
#define QD_FILTER_MENU_GROUP "filter"

GtkWidget    *qd_filter_menu_new         (QdStore       *store,
                                          GListModel    *boards,
                                          gboolean       objectives,
                                          QdBoardFilter *filter,
                                          GActionMap    *actions);
char         *qd_filter_menu_dup_token   (const char    *action_name);

G_END_DECLS
