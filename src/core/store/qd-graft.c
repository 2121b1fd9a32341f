/* Makes a file readable of which the first page, or another that tells which
 * tables there are, is damaged: a copy gets these pages from a new file.
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
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "qd-graft.h"
#include "qd-schema.h"

/* SQLite's own choice for new files, and so that of all of ours. */
#define PAGE_SIZE 4096

/* Where things are on a page; the first has the header of the file before them. */
#define HEADER_SIZE 100
#define HEADER_N_PAGES 28
#define TREE_TYPE 0
#define TREE_N_CELLS 3
#define TREE_LAST_CHILD 8
#define TREE_CELLS 12
#define TYPE_INTERIOR 5

static guint
read_number (const guint8 *bytes,
             guint         length)
{
  guint number = 0;

  for (guint i = 0; i < length; i++)
    number = number << 8 | bytes[i];

  return number;
}

static gboolean
fail (const char  *path,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, QD_ERROR, errno == ENOSPC ? QD_ERROR_NO_SPACE : QD_ERROR_READ_ONLY,
               _("“%s” could not be written (%s)."), name, g_strerror (errno));

  return FALSE;
}

/* A new file, as bytes. */
static gboolean
make_fresh (const char  *path,
            guint8     **bytes,
            gsize       *length,
            GError     **error)
{
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_WRITE, error);
  gboolean made = db != NULL && qd_schema_create (db, error);

  g_clear_pointer (&db, qd_db_close);
  made = made && g_file_get_contents (path, (char **) bytes, length, error);
  g_unlink (path);

  return made;
}

static gboolean
write_page (int           fd,
            const guint8 *page,
            guint         number)
{
  return pwrite (fd, page, PAGE_SIZE, (off_t) (number - 1) * PAGE_SIZE) == PAGE_SIZE;
}

/* Writes page @number of the schema, and those below it. */
static gboolean
graft_page (int           fd,
            const guint8 *fresh,
            gsize         length,
            guint         number)
{
  const guint8 *page = fresh + (gsize) (number - 1) * PAGE_SIZE;
  const guint8 *tree = page + (number == 1 ? HEADER_SIZE : 0);

  g_return_val_if_fail (number >= 1 && (gsize) number * PAGE_SIZE <= length, FALSE);

  if (!write_page (fd, page, number))
    return FALSE;
  if (tree[TREE_TYPE] != TYPE_INTERIOR)
    return TRUE;

  for (guint i = 0; i < read_number (tree + TREE_N_CELLS, 2); i++)
    {
      guint cell = read_number (tree + TREE_CELLS + 2 * i, 2);

      if (!graft_page (fd, fresh, length, read_number (page + cell, 4)))
        return FALSE;
    }

  return graft_page (fd, fresh, length, read_number (tree + TREE_LAST_CHILD, 4));
}

/* The file is as long as it was, whatever the new header says. */
static gboolean
graft (int           fd,
       guint8       *fresh,
       gsize         length)
{
  const off_t size = lseek (fd, 0, SEEK_END);

  for (guint i = 0; i < 4; i++)
    fresh[HEADER_N_PAGES + i] = (guint8) (size / PAGE_SIZE >> (24 - 8 * i));

  return size >= PAGE_SIZE && graft_page (fd, fresh, length, 1);
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

      if (g_file_test (from, G_FILE_TEST_EXISTS) &&
          !g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * qd_graft_schema:
 * @path: a damaged file
 * @copy: a file that does not exist yet
 * @error: return location
 *
 * Makes @copy a copy of @path with the schema of a new file. It is good for
 * reading the log, and for nothing else: where @path is no Quarterdeck file at
 * all, what is read is nonsense.
 *
 * Returns: whether there is such a copy; where not, parts of it may be there
 */
gboolean
qd_graft_schema (const char  *path,
                 const char  *copy,
                 GError     **error)
{
  g_autofree guint8 *fresh = NULL;
  gboolean grafted;
  gsize length;
  int fd;

  if (!make_fresh (copy, &fresh, &length, error) || !copy_with_log (path, copy, error))
    return FALSE;

  fd = open (copy, O_RDWR | O_CLOEXEC);
  grafted = fd >= 0 && graft (fd, fresh, length);
  if (!grafted)
    fail (copy, error);
  if (fd >= 0)
    close (fd);

  return grafted;
}
