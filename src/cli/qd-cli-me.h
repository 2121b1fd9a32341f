#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *qd_cli_dup_me (const char  *word,
                     GError     **error);

G_END_DECLS
