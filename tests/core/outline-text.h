#pragma once

#include "exchange/qd-outline.h"

G_BEGIN_DECLS

char *outline_to_text      (QdOutline *outline);
char *outline_to_words     (QdOutline *outline);
void  outline_assert_sound (QdOutline *outline,
                            guint      n_lines);

G_END_DECLS
