#pragma once

#include "model/qd-key-result.h"

G_BEGIN_DECLS

char *qd_cli_dup_title  (gpointer          entity);
char *qd_cli_dup_figure (QdKeyResult      *key_result,
                         double            value);
char *qd_cli_dup_pace   (QdKeyResult      *key_result,
                         double            value);
char *qd_cli_dup_change (QdKeyResult      *key_result,
                         double            before,
                         double            after);
char *qd_cli_dup_metric (QdKeyResult      *key_result,
                         const QdStanding *standing);
char *qd_cli_dup_band   (int               confidence);
char *qd_cli_dup_place  (QdBoard          *board);

G_END_DECLS
