/* Reads what a draft is held against: the past of its metric and the closed key results
 * of its team.
 */

#include "config.h"

#include <math.h>

#include "method/qd-forecast.h"
#include "method/qd-grade.h"
#include "qd-ambition-reader.h"
#include "qd-store-private.h"
#include "qd-track.h"

static void
take_card (QdId                card,
           const QdTrackPoint *points,
           guint               n_points,
           gpointer            readings)
{
  for (guint i = 0; i < n_points; i++)
    {
      const QdPoint reading = { points[i].day, points[i].value };

      if (isfinite (reading.value))
        g_array_append_val (readings, reading);
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const QdPoint *one = a;
  const QdPoint *other = b;

  return (one->day > other->day) - (one->day < other->day);
}

/* Of several readings of a day, the last one. */
static void
keep_last_of_days (GArray *readings)
{
  for (guint i = readings->len; i > 1; i--)
    if (g_array_index (readings, QdPoint, i - 1).day ==
        g_array_index (readings, QdPoint, i - 2).day)
      g_array_remove_index (readings, i - 2);
}

/* The past of a metric: of the key result and of all that it carries on, as far as they
 * are counted in the same unit. */
static GArray *
read_past (QdDb                   *db,
           const QdAmbitionDraft  *draft,
           GError                **error)
{
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (QdPoint));
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     "WITH RECURSIVE chain(id) AS (SELECT ?1"
                     " UNION SELECT after.continues FROM chain"
                     "  JOIN card AS after ON after.id=chain.id"
                     "  WHERE coalesce(after.continues,0)<>0)"
                     " SELECT " QD_TRACK_COLUMNS " FROM checkin WHERE card IN"
                     " (SELECT card.id FROM chain JOIN card ON card.id=chain.id"
                     "  WHERE coalesce(card.deleted,0)=0 AND card.metric=?2"
                     "  AND coalesce(card.unit,'')=?3) ORDER BY card",
                     "iis", draft->before, (gint64) draft->metric, draft->unit);
  if (!qd_track_collect (db, row, take_card, readings, error))
    return NULL;
  g_array_sort (readings, compare_days);
  keep_last_of_days (readings);

  return g_steal_pointer (&readings);
}

/* What has to change from the first to the last day, by what once did. */
static gboolean
read_pace (QdDb                   *db,
           const QdAmbitionDraft  *draft,
           QdAmbition             *ambition,
           GError                **error)
{
  g_autoptr (GArray) readings = NULL;

  ambition->required = NAN;
  ambition->best = NAN;
  if (draft->metric != QD_METRIC_CHANGE)
    return TRUE;

  ambition->required = qd_forecast_required_pace (draft->baseline, draft->target,
                                                  draft->first_day, draft->last_day);
  if (!isfinite (ambition->required) || ambition->required == 0.0 ||
      draft->before == QD_ID_NONE)
    return TRUE;

  readings = read_past (db, draft, error);
  if (readings == NULL)
    return FALSE;
  ambition->best = qd_ambition_find_best_pace ((const QdPoint *) (gpointer) readings->data,
                                               readings->len, ambition->required < 0.0);

  return TRUE;
}

static gboolean
count_landed (QdDb        *db,
              QdId         team,
              QdAmbition  *ambition,
              GError     **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     QD_TRACK_BOARDS " SELECT card.grade, coalesce(objective.commitment,0)"
                     QD_TRACK_GRADED, "i", team);
  if (row == NULL)
    return FALSE;

  while (qd_db_next (db, row, &failed))
    {
      ambition->n_closed++;
      if (qd_grade_is_success (sqlite3_column_double (row, 0),
                               (QdCommitment) sqlite3_column_int (row, 1)))
        ambition->n_landed++;
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

/**
 * qd_ambition_read:
 * @store: a store
 * @draft: a key result that somebody thinks of
 * @ambition: (out caller-allocates): what it is held against; nothing is known of no
 *   team, and of a metric that goes from nowhere to nowhere
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
qd_ambition_read (QdStore                *store,
                  const QdAmbitionDraft  *draft,
                  QdAmbition             *ambition,
                  GError                **error)
{
  QdDb *db;

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);
  g_return_val_if_fail (draft->unit != NULL, FALSE);

  *ambition = (QdAmbition) { 0 };
  db = qd_store_get_db (store);

  return read_pace (db, draft, ambition, error) &&
         (draft->team == QD_ID_NONE || count_landed (db, draft->team, ambition, error));
}
