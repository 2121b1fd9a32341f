#pragma once

#include "model/qd-card.h"

G_BEGIN_DECLS

char     *qd_card_text_clip       (const char *text);
char     *qd_card_text_title      (QdCard     *card);
gboolean  qd_card_text_has_metric (QdCard     *card);
char     *qd_card_text_metric     (QdCard     *card);
void      qd_card_text_get_halves (QdCard     *card,
                                   char      **before,
                                   char      **after);
char     *qd_card_text_join       (const char *before,
                                   const char *after,
                                   guint       position,
                                   guint       n_cards);

G_END_DECLS
