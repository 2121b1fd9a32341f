#pragma once

#include "model/qd-card.h"

G_BEGIN_DECLS

char     **qd_filter_words_split     (const char         *text);
gboolean   qd_filter_words_include   (const char * const *words,
                                      const char * const *others);
gboolean   qd_filter_words_match     (const char * const *words,
                                      QdCard             *card);

G_END_DECLS
