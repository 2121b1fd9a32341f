/* A row of cards as plain values. Read in any thread; models are told of it in theirs
 * (qd-rows.c).
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "qd-card-row.h"
#include "qd-checkin-order.h"
#include "qd-loader-private.h"

/* "2026-11-22" */
#define ISO_DAY 10

/* Kept by @texts, or as long as the row is there. */
static const char *
column_text (sqlite3_stmt *row,
             int           column,
             GStringChunk *texts)
{
  const char *text = qd_db_text (row, column);

  return text != NULL && texts != NULL ? g_string_chunk_insert (texts, text) : text;
}

/* Lines of a day and a value. */
static QdPoint *
column_points (sqlite3_stmt *row,
               int           column,
               gsize        *n_points)
{
  const char *at = qd_db_text (row, column);
  GArray *points;

  *n_points = 0;
  if (at == NULL)
    return NULL;

  points = g_array_new (FALSE, FALSE, sizeof (QdPoint));
  while (*at != '\0')
    {
      const char *end = at + strcspn (at, "\n");
      const char *space = memchr (at, ' ', (gsize) (end - at));
      const gsize length = (gsize) ((space != NULL ? space : end) - at);
      char day[ISO_DAY + 1] = "";
      QdPoint point;

      /* What is longer is no day, either. */
      memcpy (day, at, MIN (length, ISO_DAY));
      point = (QdPoint) { length == ISO_DAY ? qd_day_parse (day) : QD_DAY_NONE,
                          space != NULL ? g_ascii_strtod (space, NULL) : NAN };

      if (point.day != QD_DAY_NONE && isfinite (point.value))
        g_array_append_val (points, point);
      at = *end != '\0' ? end + 1 : end;
    }
  *n_points = points->len;

  return (QdPoint *) g_array_free (points, points->len == 0);
}

static void
read_summary (QdSummary    *self,
              sqlite3_stmt *row,
              int           first)
{
  const char *checked = qd_db_text (row, first + 1);

  *self = (QdSummary) {
    .current = qd_rows_get_real (row, first),
    .checked = checked != NULL ? qd_day_parse (checked) : QD_DAY_NONE,
    .confidence = qd_checkin_read_confidence (row, first + 2),
    .blocked = sqlite3_column_int (row, first + 3) != 0,
    .n_milestones = (guint) sqlite3_column_int (row, first + 6),
    .n_done = (guint) sqlite3_column_int (row, first + 7),
    .n_waiting = (guint) sqlite3_column_int (row, first + 8),
    .n_escalated = (guint) sqlite3_column_int (row, first + 9),
    .n_comments = (guint) sqlite3_column_int (row, first + 10),
    .answers = g_strdup (qd_db_text (row, first + 11)),
  };
  self->readings = column_points (row, first + 4, &self->n_readings);
  self->phases = column_points (row, first + 5, &self->n_phases);
}

/**
 * qd_card_row_read:
 * @self: (out caller-allocates): the row; its summary is to be taken or cleared
 * @row: a row of qd_rows_select() or alike
 * @texts: (nullable): keeps the texts; without it they are there until the next row
 */
void
qd_card_row_read (QdCardRow    *self,
                  sqlite3_stmt *row,
                  GStringChunk *texts)
{
  const double weight = qd_rows_get_real (row, QD_ROW_FIRST + 10);

  *self = (QdCardRow) {
    .id = sqlite3_column_int64 (row, QD_ROW_ID),
    .alive = sqlite3_column_int (row, QD_ROW_ALIVE),
    .title = column_text (row, QD_ROW_TITLE, texts),
    .column = sqlite3_column_int64 (row, QD_ROW_FIRST),
    .rank = column_text (row, QD_ROW_FIRST + 1, texts),
    .description = column_text (row, QD_ROW_FIRST + 2, texts),
    .objective = sqlite3_column_int64 (row, QD_ROW_FIRST + 3),
    .owner = sqlite3_column_int64 (row, QD_ROW_FIRST + 4),
    .metric = (QdMetricKind) sqlite3_column_int (row, QD_ROW_FIRST + 5),
    .baseline = qd_rows_get_real (row, QD_ROW_FIRST + 6),
    .target = qd_rows_get_real (row, QD_ROW_FIRST + 7),
    .unit = column_text (row, QD_ROW_FIRST + 8, texts),
    .measurement = column_text (row, QD_ROW_FIRST + 9, texts),
    .weight = isnan (weight) ? 1.0 : weight,
    .upper = qd_rows_get_real (row, QD_ROW_FIRST + 11),
    .result = (QdResultKind) sqlite3_column_int (row, QD_ROW_FIRST + 12),
    .grade = qd_rows_get_real (row, QD_ROW_FIRST + 26),
    .made = qd_day_of_instant (sqlite3_column_int64 (row, QD_ROW_FIRST + 25)),
  };
  read_summary (&self->summary, row, QD_ROW_FIRST + 13);
}

/**
 * qd_card_row_clear:
 * @self: a row whose summary nobody may have taken
 */
void
qd_card_row_clear (QdCardRow *self)
{
  qd_summary_clear (&self->summary);
}
