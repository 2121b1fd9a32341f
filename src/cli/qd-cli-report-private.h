#pragma once

#include "model/qd-chosen-cards.h"
#include "qd-paper-layout.h"
#include "store/qd-store.h"

G_BEGIN_DECLS

/* For "report" only. */

/**
 * QdReportFormat:
 *
 * What a report is written as.
 */
typedef enum
{
  QD_REPORT_PDF,
  QD_REPORT_PNG,
  QD_REPORT_MARKDOWN,
  QD_REPORT_HTML,
} QdReportFormat;

/**
 * QdReportWish:
 * @out: (nullable): the name of a file; %NULL for standard output
 * @title: (nullable): what the boards are called together
 * @view: (nullable): the saved view that they are of
 * @chosen: (nullable): which of their cards are told of; %NULL for all
 * @format: what it is written as
 * @size: the paper
 * @scale: of a picture: 1.0 for 96 pixels an inch
 * @has_density: whether a density was asked for
 * @density: how much of the boards is told
 * @review: whether it is the review of the boards that is told
 * @since: then the instant since when, as for qd_review_read()
 * @today: the day for which it is told how the boards stand
 *
 * What is asked for.
 */
typedef struct
{
  const char *out;
  char *title;
  QdView *view;
  QdChosenCards *chosen;
  QdReportFormat format;
  QdPaperSize size;
  double scale;
  gboolean has_density;
  QdDensity density;
  gboolean review;
  gint64 since;
  QdDay today;
} QdReportWish;

gboolean qd_cli_write_boards (const QdReportWish  *wish,
                              GPtrArray           *boards,
                              GError             **error);
gboolean qd_cli_write_review (const QdReportWish  *wish,
                              QdStore             *store,
                              GPtrArray           *boards,
                              GError             **error);

G_END_DECLS
