/* Works in a file until it is killed, and tells of every commit that returned.
 *
 *   crash-writer FILE SEED     "ready", then "ack STREAM NUMBER HASH" a line
 *   crash-writer FILE          looks the file over; status 0 where it is sound
 *
 * crash.py kills it.
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store-random.h"
#include "store/qd-check.h"
#include "store/qd-store-private.h"

/* Enough to have something to do with in a new file. */
#define N_ENTRIES_POPULATED 10

/* In one piece, at once. */
static void
say (const char *line)
{
  if (write (STDOUT_FILENO, line, strlen (line)) != (ssize_t) strlen (line))
    exit (2);
}

/* Tells of the last entry in the file. */
static gint64
acknowledge (QdStore *store,
             gint64   last)
{
  QdDb *db = qd_store_get_db (store);
  sqlite3_stmt *row = qd_db_query (db, NULL,
                                   "SELECT rid, head, hex(head_hash) FROM stream"
                                   " WHERE mine=1 AND fenced=0", "");
  gint64 head = last;

  if (row != NULL && qd_db_next (db, row, NULL))
    {
      g_autofree char *line = NULL;

      head = sqlite3_column_int64 (row, 1);
      line = g_strdup_printf ("ack %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n",
                              (gint64) sqlite3_column_int64 (row, 0), head, qd_db_text (row, 2));
      sqlite3_reset (row);
      if (head != last)
        say (line);
    }

  return head;
}

static int
look_over (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (QdStore) store = qd_store_open (path, QD_OPEN_DEFAULT, &error);

  if (store == NULL || !qd_check_file (path, &findings, NULL, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  for (guint i = 0; i < findings->len; i++)
    fprintf (stderr, "%s\n", (const char *) findings->pdata[i]);

  return findings->len == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = NULL;
  g_autoptr (QdStore) store = NULL;
  gint64 last = 0;

  if (argc == 2)
    return look_over (argv[1]);
  if (argc != 3)
    return 2;

  store = qd_store_open (argv[1], QD_OPEN_DEFAULT, &error);
  if (store == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_FAILURE;
    }
  say ("ready\n");

  rand = store_random_new ((guint32) strtoul (argv[2], NULL, 10));
  last = acknowledge (store, 0);
  if (last < N_ENTRIES_POPULATED)
    store_random_populate (store, rand);
  for (;;)
    {
      store_random_step (store, rand, STORE_RANDOM_UNDO | STORE_RANDOM_KEEP);
      last = acknowledge (store, last);
    }
}
