#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *qd_word_before      (const char  *text,
                               const char  *at,
                               const char **start);
char     *qd_word_after       (const char  *at,
                               const char **end);
gboolean  qd_word_is_month    (const char  *word);
gboolean  qd_word_is_function (const char  *word);

G_END_DECLS
