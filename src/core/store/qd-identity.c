/* Which device this copy of the file is.
 *
 * A copied file and a restored backup are normal events. If both copies went on
 * writing as one device, their entries would bear the same numbers. So the file
 * remembers on which machine and as which inode it was last written, and where
 * that differs, a new device with a stream of its own is taken before the first
 * write.
 */

#include "config.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "qd-identity.h"
#include "qd-rank.h"

static char *
machine_id (void)
{
  g_autofree char *id = NULL;

  if (!g_file_get_contents ("/etc/machine-id", &id, NULL, NULL) &&
      !g_file_get_contents ("/var/lib/dbus/machine-id", &id, NULL, NULL))
    id = g_strdup (g_get_host_name ());

  return g_strdup (g_strstrip (id));
}

/* machine-id(5) asks not to show it to others, who may be sent the file. */
static char *
digest (const char *description)
{
  g_autofree char *salted = g_strconcat ("quarterdeck-place ", description, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);
}

/* Whether the file was last written in this very place. Early files tell of it in
 * full.
 */
static gboolean
is_at_home (QdDb        *db,
            const char  *place,
            gboolean    *at_home,
            GError     **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error, "SELECT v FROM meta WHERE k='place'", "");

  *at_home = FALSE;
  if (row == NULL)
    return FALSE;

  if (qd_db_next (db, row, &failed))
    {
      const char *noted = qd_db_text (row, 0);
      g_autofree char *digested = noted != NULL ? digest (noted) : NULL;

      *at_home = g_strcmp0 (noted, place) == 0 || g_strcmp0 (digested, place) == 0;
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

static gboolean
read_stream (QdDb      *db,
             QdStream  *stream,
             GError   **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     "SELECT rid, head, head_hash, published FROM stream"
                     " WHERE mine=1 AND fenced=0 ORDER BY rid DESC LIMIT 1", "");
  if (row == NULL)
    return FALSE;

  if (qd_db_next (db, row, &failed))
    {
      stream->rid = sqlite3_column_int64 (row, 0);
      stream->head = sqlite3_column_int64 (row, 1);
      qd_log_column_hash (row, 2, &stream->head_hash);
      stream->published = sqlite3_column_int64 (row, 3);
      sqlite3_reset (row);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

static gboolean
take_new_device (QdDb        *db,
                 const char  *owner,
                 GError     **error)
{
  gint64 sid = 0;

  if (!qd_db_get_integer (db, error, &sid, "SELECT min(sid) FROM space", ""))
    return FALSE;
  if (sid == 0)
    {
      sid = 1;
      if (!qd_db_run (db, error, "INSERT INTO space(sid, uid) VALUES(1, ?1)", "i",
                      qd_random_id ()))
        return FALSE;
    }

  return qd_db_run (db, error, "UPDATE stream SET mine=0 WHERE mine=1", "") &&
         qd_db_run (db, error,
                    "INSERT INTO stream(sid, dev, branch, mine, owner)"
                    " VALUES(?1, ?2, x'', 1, ?3)", "iis", sid, qd_random_id (), owner);
}

/**
 * qd_identity_describe_place:
 * @path: a file that exists
 *
 * Returns: (transfer full): machine, inode and birth time of the file, as a
 *   digest that tells nobody which they are
 */
char *
qd_identity_describe_place (const char *path)
{
  g_autofree char *machine = machine_id ();
  g_autofree char *description = NULL;
  struct statx status = { 0 };

  if (statx (AT_FDCWD, path, 0, STATX_INO | STATX_BTIME, &status) != 0)
    return digest (machine);

  description = g_strdup_printf ("%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09u",
                                 machine, (guint64) status.stx_ino,
                                 (gint64) status.stx_btime.tv_sec, status.stx_btime.tv_nsec);

  return digest (description);
}

/**
 * qd_identity_find_stream:
 * @db: a connection
 * @place: of qd_identity_describe_place()
 * @stream: (out): the stream of this copy; its rid is 0 where nothing was written
 *   here yet, as in a file that was just copied
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
qd_identity_find_stream (QdDb        *db,
                         const char  *place,
                         QdStream    *stream,
                         GError     **error)
{
  gboolean at_home;

  *stream = (QdStream) { 0 };

  return is_at_home (db, place, &at_home, error) &&
         (!at_home || read_stream (db, stream, error));
}

/**
 * qd_identity_open_stream:
 * @db: a connection, inside a write transaction
 * @place: of qd_identity_describe_place()
 * @owner: (nullable): who writes here, for a new stream
 * @stream: (out): the stream to append to
 * @error: return location
 *
 * Finds the stream of this copy, and begins one where the file is new, was
 * copied or restored, or its stream was fenced because a twin wrote to it.
 *
 * Returns: whether there is a stream to write
 */
gboolean
qd_identity_open_stream (QdDb        *db,
                         const char  *place,
                         const char  *owner,
                         QdStream    *stream,
                         GError     **error)
{
  static const char note_place[] =
    "INSERT INTO meta(k, v) VALUES('place', ?1)"
    " ON CONFLICT(k) DO UPDATE SET v=excluded.v WHERE v IS NOT excluded.v";

  if (!qd_identity_find_stream (db, place, stream, error) ||
      !qd_db_run (db, error, note_place, "s", place))
    return FALSE;
  if (stream->rid != 0)
    return TRUE;

  return take_new_device (db, owner, error) && read_stream (db, stream, error);
}
