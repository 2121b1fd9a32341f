#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *qd_terminal_dup_line   (const char  *text);
guint     qd_terminal_get_width  (const char  *text);
char     *qd_terminal_dup_padded (const char  *text,
                                  guint        width);
char     *qd_terminal_dup_cut    (const char  *text,
                                  guint        width);
void      qd_terminal_print      (const char  *format,
                                  ...) G_GNUC_PRINTF (1, 2);
void      qd_terminal_write      (const char  *text);
gboolean  qd_terminal_flush      (GError     **error);
void      qd_terminal_complain   (const char  *format,
                                  ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
