#pragma once

#include "model/qd-board.h"

G_BEGIN_DECLS

char *qd_report_markdown (GPtrArray  *boards,
                          const char *title,
                          QdDensity   density,
                          QdDay       today);
char *qd_report_html     (GPtrArray  *boards,
                          const char *title,
                          QdDensity   density,
                          QdDay       today);

G_END_DECLS
