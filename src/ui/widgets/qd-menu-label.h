#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *qd_menu_label_new (const char *text);

G_END_DECLS
