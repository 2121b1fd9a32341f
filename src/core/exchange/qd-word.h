#pragma once

#include <glib.h>

G_BEGIN_DECLS

gunichar    qd_word_char_before  (const char  *text,
                                  const char  *at);
const char *qd_word_skip_letters (const char  *at);
char       *qd_word_before       (const char  *text,
                                  const char  *at,
                                  const char **start);
char       *qd_word_after        (const char  *at,
                                  const char **end);
gboolean    qd_word_is_function  (const char  *word);

G_END_DECLS
