/* Reads from all closed boards what people believed on the way and how it was graded.
 *
 * Whose a key result was is not read at all.
 */

#include "config.h"

#include "qd-calibration-reader.h"
#include "qd-store-private.h"
#include "qd-track.h"

/* A key result that was graded, until its check-ins are known. */
typedef struct
{
  QdId card;
  double grade;
  QdDay first_day;
  QdDay last_day;
} Graded;

typedef struct
{
  GHashTable *graded; /* of Graded by its card */
  GArray *cases;      /* of QdCalibrationCase */
} Reader;

static QdDay
read_day (sqlite3_stmt *row,
          int           column)
{
  const char *text = qd_db_text (row, column);

  return text != NULL ? qd_day_parse (text) : QD_DAY_NONE;
}

/* A cycle without days has no weeks either. */
static gboolean
read_graded (Reader  *self,
             QdDb    *db,
             QdId     team,
             GError **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     QD_TRACK_BOARDS " SELECT card.id, card.grade, cycle.first_day,"
                     " cycle.last_day" QD_TRACK_GRADED, "i", team);
  if (row == NULL)
    return FALSE;

  while (qd_db_next (db, row, &failed))
    {
      const Graded graded = {
        .card = sqlite3_column_int64 (row, 0),
        .grade = sqlite3_column_double (row, 1),
        .first_day = read_day (row, 2),
        .last_day = read_day (row, 3),
      };

      if (graded.first_day != QD_DAY_NONE && graded.first_day <= graded.last_day)
        {
          Graded *kept = g_memdup2 (&graded, sizeof graded);

          g_hash_table_insert (self->graded, &kept->card, kept);
        }
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

static void
take_card (QdId                card,
           const QdTrackPoint *points,
           guint               n_points,
           gpointer            reader)
{
  Reader *self = reader;
  const Graded *graded = g_hash_table_lookup (self->graded, &card);
  g_autofree QdSaid *said = g_new (QdSaid, n_points);
  QdCalibrationCase one;

  if (graded == NULL)
    return;

  for (guint i = 0; i < n_points; i++)
    said[i] = (QdSaid) { points[i].day, points[i].confidence };
  qd_calibration_case_init (&one, graded->grade, graded->first_day, graded->last_day, said,
                            n_points);
  g_array_append_val (self->cases, one);
}

static gboolean
read_from (QdDb           *db,
           QdId            team,
           QdCalibration  *calibration,
           GError        **error)
{
  g_autoptr (GHashTable) graded = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                         g_free);
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (QdCalibrationCase));
  Reader self = { graded, cases };
  sqlite3_stmt *row;

  if (!read_graded (&self, db, team, error))
    return FALSE;

  row = qd_db_query (db, error,
                     QD_TRACK_BOARDS " SELECT " QD_TRACK_COLUMNS " FROM checkin WHERE card IN"
                     " (SELECT card.id" QD_TRACK_GRADED ") ORDER BY card", "i", team);
  if (!qd_track_collect (db, row, take_card, &self, error))
    return FALSE;
  qd_calibration_of ((const QdCalibrationCase *) (gpointer) cases->data, cases->len,
                     calibration);

  return TRUE;
}

/**
 * qd_calibration_read:
 * @store: a store
 * @team: a team, with all boards that its boards continue, or %QD_ID_NONE for all
 * @calibration: (out caller-allocates): what can be told
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
qd_calibration_read (QdStore        *store,
                     QdId            team,
                     QdCalibration  *calibration,
                     GError        **error)
{
  g_return_val_if_fail (QD_IS_STORE (store), FALSE);

  return read_from (qd_store_get_db (store), team, calibration, error);
}

/**
 * qd_calibration_read_file:
 * @path: a file
 * @team: as for qd_calibration_read()
 * @cancellable: (nullable): looked at all the time
 * @calibration: (out caller-allocates): likewise
 * @error: return location
 *
 * As qd_calibration_read(), through a connection of its own, so from any thread.
 *
 * Returns: whether the file could be read
 */
gboolean
qd_calibration_read_file (const char     *path,
                          QdId            team,
                          GCancellable   *cancellable,
                          QdCalibration  *calibration,
                          GError        **error)
{
  g_autoptr (QdDb) db = NULL;
  gboolean read;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  db = qd_db_open (path, QD_DB_READ_ONLY, error);
  if (db == NULL)
    return FALSE;
  qd_db_set_cancellable (db, cancellable);

  /* Grades and check-ins of one state of the file. */
  if (!qd_db_begin_read (db, error))
    return FALSE;
  read = read_from (db, team, calibration, error);
  qd_db_rollback (db);

  return read;
}
