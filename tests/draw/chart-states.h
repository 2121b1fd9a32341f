#pragma once

#include "qd-chart.h"

G_BEGIN_DECLS

/* The cycle of all of them: 2026 Q4, on November 22. */
#define CHART_FIRST 739890u
#define CHART_LAST 739981u
#define CHART_TODAY 739942u

/**
 * ChartState:
 * @name: of the state
 * @chart: a chart in it
 * @words: what qd_chart_describe() says of it
 */
typedef struct
{
  const char *name;
  QdChart chart;
  const char *words;
} ChartState;

extern const ChartState CHART_STATES[];
extern const guint N_CHART_STATES;

char *chart_format_number (double   value,
                           gpointer unit);

G_END_DECLS
