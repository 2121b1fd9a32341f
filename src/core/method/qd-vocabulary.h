#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean qd_vocabulary_contains    (const char * const *words,
                                    const char         *start,
                                    const char         *end);
gboolean qd_vocabulary_is_unit     (const char         *start,
                                    const char         *end);
gboolean qd_vocabulary_is_currency (const char         *start,
                                    const char         *end);
gboolean qd_vocabulary_is_month    (const char         *word);
gboolean qd_vocabulary_is_naming   (const char         *word);

G_END_DECLS
