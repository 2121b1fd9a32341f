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

static gboolean
read_stream (QdDb      *db,
             QdStream  *stream,
             gboolean  *found,
             GError   **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  *found = FALSE;
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
      *found = TRUE;
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return failed == NULL;
}

static gboolean
take_new_device (QdDb        *db,
                 const char  *place,
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
                    " VALUES(?1, ?2, x'', 1, ?3)", "iis", sid, qd_random_id (), owner) &&
         qd_db_run (db, error, "INSERT OR REPLACE INTO meta(k, v) VALUES('place', ?1)", "s",
                    place);
}

/**
 * qd_identity_describe_place:
 * @path: a file that exists
 *
 * Returns: (transfer full): machine, inode and birth time of the file, as text
 */
char *
qd_identity_describe_place (const char *path)
{
  g_autofree char *machine = machine_id ();
  struct statx status = { 0 };

  if (statx (AT_FDCWD, path, 0, STATX_INO | STATX_BTIME, &status) != 0)
    return g_strdup (machine);

  return g_strdup_printf ("%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09u",
                          machine, (guint64) status.stx_ino,
                          (gint64) status.stx_btime.tv_sec, status.stx_btime.tv_nsec);
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
  gint64 same = 0;
  gboolean found = FALSE;

  if (!qd_db_get_integer (db, error, &same, "SELECT v=?1 FROM meta WHERE k='place'", "s",
                          place) ||
      (same && !read_stream (db, stream, &found, error)))
    return FALSE;
  if (found)
    return TRUE;

  return take_new_device (db, place, owner, error) &&
         read_stream (db, stream, &found, error);
}
