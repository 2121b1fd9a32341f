#pragma once

#include "exchange/qd-json.h"
#include "model/qd-key-result.h"

G_BEGIN_DECLS

void qd_cli_json_add_term       (QdJson           *json,
                                 const char       *key,
                                 GType             type,
                                 int               value);
void qd_cli_json_add_words      (QdJson           *json,
                                 const char       *key,
                                 const char       *text);
void qd_cli_json_add_confidence (QdJson           *json,
                                 int               confidence);
void qd_cli_json_begin_column   (QdJson           *json,
                                 const char       *key,
                                 QdColumn         *column);
void qd_cli_json_add_cycle      (QdJson           *json,
                                 QdCycle          *cycle,
                                 QdDay             today);
void qd_cli_json_add_card       (QdJson           *json,
                                 QdKeyResult      *key_result,
                                 const QdStanding *standing);

G_END_DECLS
