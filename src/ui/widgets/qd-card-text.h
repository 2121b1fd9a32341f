#pragma once

#include "model/qd-card.h"

G_BEGIN_DECLS

char     *qd_card_text_clip       (const char *text);
char     *qd_card_text_title      (QdCard     *card);
gboolean  qd_card_text_has_metric (QdCard     *card);
char     *qd_card_text_metric     (QdCard     *card);
char     *qd_card_text_accessible (QdCard     *card,
                                   guint       position,
                                   guint       n_cards);

G_END_DECLS
