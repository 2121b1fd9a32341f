/* Opens a damaged file, also one of which the first page, or another that tells
 * which tables there are, is damaged: a copy gets these pages from a new file.
 *
 * That works because every file begins as the same one: the tables of the log
 * have the same root pages in all of them. Knows the format of SQLite's files as
 * far as it takes to find the pages of the schema.
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "qd-graft.h"
#include "qd-part.h"
#include "qd-schema.h"

/* SQLite's own choice for new files, and so that of all of ours. */
#define PAGE_SIZE 4096

/* Where things are on a page; the first has the header of the file before them. */
#define HEADER_SIZE 100
#define HEADER_VERSIONS 18
#define HEADER_N_PAGES 28
#define TREE_TYPE 0
#define TREE_N_CELLS 3
#define TREE_LAST_CHILD 8
#define TREE_CELLS 12
#define TYPE_INTERIOR 5

/* What a header says of a file that keeps a log beside it. */
#define VERSION_WITH_LOG 2

/* A copy that is written to, and the new file that its schema comes from. */
typedef struct
{
  const char *path;
  int fd;
  guint8 *fresh;
  gsize length;
} Graft;

static guint
read_number (const guint8 *bytes,
             guint         length)
{
  guint number = 0;

  for (guint i = 0; i < length; i++)
    number = number << 8 | bytes[i];

  return number;
}

/* A new file, as bytes; made in memory, so that no disk can be too full for it. */
static gboolean
make_fresh (Graft   *self,
            GError **error)
{
  g_autoptr (QdDb) db = qd_db_open (":memory:", QD_DB_READ_WRITE, error);
  sqlite3_int64 length = 0;
  guint8 *bytes;

  if (db == NULL || !qd_schema_create (db, error))
    return FALSE;

  bytes = sqlite3_serialize (qd_db_get_handle (db), "main", &length, 0);
  if (bytes == NULL)
    {
      qd_db_set_error (db, SQLITE_NOMEM, error);
      return FALSE;
    }
  self->length = (gsize) length;
  self->fresh = g_memdup2 (bytes, self->length);
  sqlite3_free (bytes);

  return TRUE;
}

static gboolean
write_page (Graft         *self,
            const guint8  *page,
            guint          number,
            GError       **error)
{
  const gssize n = pwrite (self->fd, page, PAGE_SIZE, (off_t) (number - 1) * PAGE_SIZE);

  /* Only a full disk takes a part of a page. */
  return n == PAGE_SIZE || qd_part_fail (self->path, n < 0 ? errno : ENOSPC, error);
}

/* Writes page @number of the schema, and those below it. */
static gboolean
graft_page (Graft   *self,
            guint    number,
            GError **error)
{
  const guint8 *page = self->fresh + (gsize) (number - 1) * PAGE_SIZE;
  const guint8 *tree = page + (number == 1 ? HEADER_SIZE : 0);

  g_return_val_if_fail (number >= 1 && (gsize) number * PAGE_SIZE <= self->length, FALSE);

  if (!write_page (self, page, number, error))
    return FALSE;
  if (tree[TREE_TYPE] != TYPE_INTERIOR)
    return TRUE;

  for (guint i = 0; i < read_number (tree + TREE_N_CELLS, 2); i++)
    {
      guint cell = read_number (tree + TREE_CELLS + 2 * i, 2);

      if (!graft_page (self, read_number (page + cell, 4), error))
        return FALSE;
    }

  return graft_page (self, read_number (tree + TREE_LAST_CHILD, 4), error);
}

/* The file is as long as it was, and has a log, whatever the new header says. */
static gboolean
graft (Graft   *self,
       GError **error)
{
  const off_t size = lseek (self->fd, 0, SEEK_END);

  if (size < PAGE_SIZE)
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_NOT_OURS,
                           _("The file is too short to be a Quarterdeck file."));
      return FALSE;
    }
  for (guint i = 0; i < 2; i++)
    self->fresh[HEADER_VERSIONS + i] = VERSION_WITH_LOG;
  for (guint i = 0; i < 4; i++)
    self->fresh[HEADER_N_PAGES + i] = (guint8) (size / PAGE_SIZE >> (24 - 8 * i));

  return graft_page (self, 1, error);
}

/* The log comes along, for what is not in the file yet. */
static gboolean
copy_with_log (const char  *path,
               const char  *copy,
               GError     **error)
{
  static const char * const suffixes[] = { "", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (copy, suffixes[i], NULL);
      g_autoptr (GFile) source = g_file_new_for_path (from);
      g_autoptr (GFile) target = g_file_new_for_path (to);
      g_autoptr (GError) failed = NULL;

      if (g_file_test (from, G_FILE_TEST_EXISTS) &&
          !g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &failed))
        {
          g_set_error_literal (error, QD_ERROR,
                               g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
                                 ? QD_ERROR_NO_SPACE : QD_ERROR_FAILED, failed->message);
          return FALSE;
        }
    }

  return TRUE;
}

/* Makes @copy one of @path with the schema of a new file. It is good for reading
 * the log, and for nothing else: where @path is no Quarterdeck file at all, what
 * is read is nonsense.
 */
static gboolean
graft_schema (const char  *path,
              const char  *copy,
              GError     **error)
{
  Graft self = { .path = copy };
  gboolean grafted;

  if (!copy_with_log (path, copy, error) || !make_fresh (&self, error))
    return FALSE;

  self.fd = open (copy, O_RDWR | O_CLOEXEC);
  grafted = self.fd >= 0 ? graft (&self, error) : qd_part_fail (copy, errno, error);
  if (self.fd >= 0)
    close (self.fd);
  g_free (self.fresh);

  return grafted;
}

/* Opens a file of which the log can be asked for. */
static QdDb *
open_log (const char  *path,
          GError     **error)
{
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_ONLY, error);
  gint64 format = 0;

  if (db == NULL || !qd_db_begin_read (db, error) ||
      !qd_schema_get_format (db, &format, error))
    return NULL;

  if (format > QD_SCHEMA_FORMAT)
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_NEWER,
                           _("The file was written by a newer Quarterdeck, which alone "
                             "can recover it."));
      return NULL;
    }
  if (format == 0)
    {
      qd_db_set_error (db, SQLITE_NOTADB, error);
      return NULL;
    }
  if (qd_db_query (db, NULL, "SELECT rid, seq, payload, hash FROM tx", "") == NULL)
    {
      qd_db_set_error (db, SQLITE_CORRUPT, error);
      return NULL;
    }

  return g_steal_pointer (&db);
}

/**
 * qd_graft_open:
 * @path: a damaged file
 * @target: beside which a copy may be made
 * @copy: (out) (nullable): the copy, for qd_part_discard() when all is done,
 *   whether or not anything was opened; %NULL where none was needed
 * @without_schema: (out) (nullable): why not even the schema could be read;
 *   %NULL where it could
 * @error: return location
 *
 * Opens @path or, where its schema is damaged, a copy of it with another.
 *
 * Returns: (transfer full) (nullable): a connection that can read the log, in a
 *   transaction
 */
QdDb *
qd_graft_open (const char  *path,
               const char  *target,
               char       **copy,
               GError     **without_schema,
               GError     **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GError) graft_failed = NULL;
  QdDb *db = open_log (path, &failed);

  *copy = NULL;
  *without_schema = NULL;
  if (db != NULL)
    return db;

  if (g_error_matches (failed, QD_ERROR, QD_ERROR_DAMAGED) ||
      g_error_matches (failed, QD_ERROR, QD_ERROR_NOT_OURS))
    {
      *copy = qd_part_create (target, &graft_failed);
      if (*copy != NULL && graft_schema (path, *copy, &graft_failed))
        db = open_log (*copy, NULL);
    }
  if (db != NULL)
    *without_schema = g_steal_pointer (&failed);
  /* A disk that refuses the copy says nothing about the file. */
  else if (graft_failed != NULL &&
           !g_error_matches (graft_failed, QD_ERROR, QD_ERROR_NOT_OURS))
    g_propagate_error (error, g_steal_pointer (&graft_failed));
  else
    g_propagate_error (error, g_steal_pointer (&failed));

  return db;
}
