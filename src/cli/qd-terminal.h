#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *qd_terminal_dup_line  (const char *text);
void  qd_terminal_print     (const char *format,
                             ...) G_GNUC_PRINTF (1, 2);
void  qd_terminal_complain  (const char *format,
                             ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
