/* Saves what can be read of a damaged file into a new one. The damaged file is
 * only read.
 *
 * Each entry of the log is asked for by its number, so that a bad page costs
 * only what stands on it, and believed only where the chain of hashes bears it
 * out. Up to the first gap a stream stays what it was. What stands behind a gap
 * cannot be tied to what is lost: it goes into a stream of a new device, with
 * its old time and author. All else is made anew from the log.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <string.h>

#include "qd-gate.h"
#include "qd-graft.h"
#include "qd-identity.h"
#include "qd-part.h"
#include "qd-projection.h"
#include "qd-recover.h"
#include "qd-schema.h"

/* No entry takes less room in a file, so a number beyond that is damage. */
#define ENTRY_SIZE_MIN 32

/* Nor can a stream begin behind this number, which leaves room to count on. */
#define MAX_BASE "(1<<62)"

/* The stream of a file's first device. */
#define FIRST_RID 1

typedef struct
{
  QdDb *from;
  QdDb *to;
  GCancellable *cancellable;

  /* Why a schema was grafted on, if it was. */
  GError *without_schema;

  /* Takes what stands behind a gap. */
  QdStream fresh;

  gint64 max_entries;
  gint64 n_kept;
  gint64 n_moved;
  gint64 n_lost;

  /* Somewhere the pages do not tell where the log ended. */
  gboolean end_unknown;
} Recovery;

/* One stream of the damaged file, and how far it was read. */
typedef struct
{
  gint64 rid;
  gint64 base;
  gint64 last;
  gboolean last_known;

  /* What could not be read since the last entry that was. */
  gint64 n_missing;

  /* Whether the new file has the stream, too. */
  gboolean known;

  /* The hash that the next entry follows on. */
  QdHash previous;
  gboolean previous_known;

  /* Nothing is missing so far. */
  gboolean whole;
  gint64 head;
  QdHash head_hash;

  /* Old numbers to new ones, of what was moved. */
  GHashTable *moved;
} Source;

typedef struct
{
  char *payload;
  QdHash hash;
} Row;

static void
row_clear (Row *self)
{
  g_clear_pointer (&self->payload, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

/* Copies the rows of a small table that can be read, from both of its ends. */
static void
copy_rows (Recovery   *self,
           const char *select,
           const char *insert)
{
  static const char * const directions[] = { "", " DESC" };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autofree char *sql = g_strconcat (select, " ORDER BY 1", directions[i], NULL);
      sqlite3_stmt *row = qd_db_query (self->from, NULL, sql, "");

      while (row != NULL && qd_db_next (self->from, row, NULL))
        {
          sqlite3_stmt *copy = qd_db_query (self->to, NULL, insert, "");

          for (int column = 0;
               copy != NULL && column < sqlite3_column_count (row);
               column++)
            sqlite3_bind_value (copy, column + 1, sqlite3_column_value (row, column));
          if (copy != NULL)
            qd_db_finish (self->to, copy, NULL);
        }
    }
}

static gboolean
read_row (Recovery *self,
          gint64    rid,
          gint64    seq,
          Row      *result)
{
  sqlite3_stmt *row;

  row_clear (result);
  row = qd_db_query (self->from, NULL,
                     "SELECT payload, hash FROM tx WHERE rid=?1 AND seq=?2",
                     "ii", rid, seq);
  if (row == NULL || !qd_db_next (self->from, row, NULL))
    return FALSE;

  result->payload = g_strdup (qd_db_text (row, 0));
  qd_log_column_hash (row, 1, &result->hash);
  sqlite3_reset (row);

  return result->payload != NULL;
}

/* Whether the columns beside the payload and the cells say the same as it. */
static gboolean
is_told_twice (Recovery      *self,
               const Source  *source,
               gint64         seq,
               const QdEntry *entry)
{
  gint64 same = 0;

  if (!qd_db_get_integer (self->from, NULL, &same,
                          "SELECT stamp=?3 AND at=?4 AND author IS ?5 AND kind=?6"
                          " AND coalesce(ref_seq,0)=?7 FROM tx WHERE rid=?1 AND seq=?2",
                          "iiiisii", source->rid, seq, entry->stamp, entry->at,
                          entry->author, (gint64) entry->kind, entry->ref))
    return FALSE;

  for (guint i = 0; same && i < entry->changes->len; i++)
    {
      const QdChange *change = &g_array_index (entry->changes, QdChange, i);

      same = 0;
      qd_db_get_integer (self->from, NULL, &same,
                         "SELECT 1 FROM chg WHERE ent=?1 AND field=?2 AND stamp=?3"
                         " AND rid=?4 AND seq=?5 AND base IS ?6 AND value IS ?7",
                         "iiiiivv", change->entity, (gint64) change->field, entry->stamp,
                         source->rid, seq, &change->base, &change->value);
    }

  return same != 0;
}

/* An entry is borne out by its own hash; where that is what was damaged, by the
 * hash of the next; and behind a gap, where no hash can tell, by its cells.
 */
static gboolean
is_borne_out (Recovery      *self,
              const Source  *source,
              gint64         seq,
              const Row     *row,
              const QdEntry *entry,
              QdHash        *hash)
{
  g_auto (Row) next = { 0 };
  QdHash following;

  if (source->previous_known)
    {
      qd_hash_chain (hash, &source->previous, row->payload);
      if (qd_hash_equal (hash, &row->hash))
        return TRUE;
      if (read_row (self, source->rid, seq + 1, &next))
        {
          qd_hash_chain (&following, hash, next.payload);
          if (qd_hash_equal (&following, &next.hash))
            return TRUE;
        }
    }
  if (!source->whole)
    *hash = row->hash;

  return is_told_twice (self, source, seq, entry);
}

/* What is undone must be named by its new number, or the undo becomes a change
 * like any other.
 */
static void
translate_ref (const Source *source,
               QdEntry      *entry)
{
  const gint64 *moved = g_hash_table_lookup (source->moved, &entry->ref);

  if (entry->ref == 0)
    return;
  if (moved == NULL)
    entry->kind = QD_TRANSACTION_EDIT;
  entry->ref = moved != NULL ? *moved : 0;
}

static gboolean
keep (Recovery      *self,
      Source        *source,
      gint64         seq,
      const Row     *row,
      const QdHash  *hash,
      const QdEntry *entry,
      GError       **error)
{
  source->head = seq;
  source->head_hash = *hash;
  self->n_kept++;

  return qd_log_store (self->to, source->rid, seq, hash, row->payload, entry, error);
}

static gboolean
move (Recovery  *self,
      Source    *source,
      gint64     seq,
      QdEntry   *entry,
      GError   **error)
{
  translate_ref (source, entry);
  if (!qd_log_append (self->to, &self->fresh, entry, error))
    return FALSE;

  g_hash_table_insert (source->moved, g_memdup2 (&seq, sizeof seq),
                       g_memdup2 (&self->fresh.head, sizeof self->fresh.head));
  self->n_moved++;

  return TRUE;
}

/* Where to go on behind an entry that cannot be read: at the next that is there
 * or, where the pages do not tell, at the next number.
 */
static gint64
find_next (Recovery     *self,
           const Source *source,
           gint64        seq)
{
  gint64 next = source->last + 1;

  if (!qd_db_get_integer (self->from, NULL, &next,
                          "SELECT seq FROM tx WHERE rid=?1 AND seq>?2"
                          " ORDER BY seq LIMIT 1", "ii", source->rid, seq) ||
      next <= seq)
    return seq + 1;

  return MIN (next, source->last + 1);
}

/* Saves entry @*seq, if it is there and can be believed, and moves on. */
static gboolean
recover_entry (Recovery  *self,
               Source    *source,
               gint64    *seq,
               GError   **error)
{
  const gint64 number = *seq;
  g_auto (Row) row = { 0 };
  g_autoptr (QdEntry) entry = NULL;
  QdHash hash;

  if (!read_row (self, source->rid, number, &row))
    {
      *seq = find_next (self, source, number);
      source->whole = FALSE;
      source->previous_known = FALSE;
      source->n_missing += *seq - number;
      return TRUE;
    }

  *seq = number + 1;
  self->n_lost += source->n_missing;
  source->n_missing = 0;
  entry = qd_entry_read (self->to, row.payload, NULL);
  if (entry == NULL || !is_borne_out (self, source, number, &row, entry, &hash))
    {
      source->whole = FALSE;
      source->previous = row.hash;
      source->previous_known = TRUE;
      self->n_lost++;
      return TRUE;
    }
  source->previous = hash;
  source->previous_known = TRUE;

  return source->whole ? keep (self, source, number, &row, &hash, entry, error)
                       : move (self, source, number, entry, error);
}

static gboolean
recover_stream (Recovery  *self,
                Source    *source,
                GError   **error)
{
  gint64 seq = source->base + 1;

  while (seq <= source->last)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
        !recover_entry (self, source, &seq, error))
      return FALSE;

  if (source->last_known)
    self->n_lost += source->n_missing;
  self->end_unknown |= !source->last_known;

  return !source->known ||
         qd_db_run (self->to, error,
                    "UPDATE stream SET head=?2, head_hash=?3,"
                    " published=min(published, ?2) WHERE rid=?1", "iib", source->rid,
                    source->head, source->head_hash.bytes, source->head_hash.length);
}

static void
source_clear (gpointer data)
{
  Source *source = data;

  g_hash_table_unref (source->moved);
}

/* The stream @rid as far as the new file knows it by now. */
static void
add_source (Recovery *self,
            GArray   *sources,
            gint64    rid,
            gint64    head)
{
  Source source = { .rid = rid };
  gint64 first = 0, last = 0;
  sqlite3_stmt *row;

  row = qd_db_query (self->to, NULL,
                     "SELECT base_seq, base_hash FROM stream WHERE rid=?1 AND mine=0",
                     "i", rid);
  if (row != NULL && qd_db_next (self->to, row, NULL))
    {
      source.base = sqlite3_column_int64 (row, 0);
      qd_log_column_hash (row, 1, &source.previous);
      source.known = source.previous_known = source.whole = TRUE;
      sqlite3_reset (row);
    }
  source.head = source.base;
  source.head_hash = source.previous;

  /* Where entries stand before the base, it is the base that is damaged. */
  qd_db_get_integer (self->from, NULL, &first,
                     "SELECT seq FROM tx WHERE rid=?1 ORDER BY seq LIMIT 1", "i", rid);
  if (first > 0 && first <= source.base)
    {
      source.base = first - 1;
      source.whole = source.previous_known = FALSE;
    }

  source.last_known = qd_db_get_integer (self->from, NULL, &last,
                                         "SELECT seq FROM tx WHERE rid=?1"
                                         " ORDER BY seq DESC LIMIT 1", "i", rid) ||
                      head > source.base;
  if (!source.last_known)
    last = G_MAXINT64;
  source.last = MIN (MAX (head, last), source.base + self->max_entries);
  source.moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_array_append_val (sources, source);
}

static gboolean
has_source (GArray *sources,
            gint64  rid)
{
  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, Source, i).rid == rid)
      return TRUE;

  return FALSE;
}

/* Adds the streams of which only entries are left, from one end of the log.
 * Returns whether the pages there tell.
 */
static gboolean
add_sources_of_log (Recovery *self,
                    GArray   *sources,
                    gboolean  ascending)
{
  const char *next = ascending
                       ? "SELECT rid FROM tx WHERE rid>?1 ORDER BY rid LIMIT 1"
                       : "SELECT rid FROM tx WHERE rid<?1 ORDER BY rid DESC LIMIT 1";
  gint64 rid = ascending ? G_MININT64 : G_MAXINT64;
  gint64 last;

  /* In a damaged tree, what is asked for as greater need not be so. */
  do
    {
      last = rid;
      if (!qd_db_get_integer (self->from, NULL, &rid, next, "i", last))
        return FALSE;
      if (rid != last && !has_source (sources, rid))
        add_source (self, sources, rid, 0);
    }
  while (ascending ? rid > last : rid < last);

  return TRUE;
}

/* The streams that the file tells of, and those of which only entries are left. */
static GArray *
find_sources (Recovery *self)
{
  GArray *sources = g_array_new (FALSE, TRUE, sizeof (Source));
  g_autoptr (GError) failed = NULL;
  sqlite3_stmt *row;
  gboolean ends_told;

  g_array_set_clear_func (sources, source_clear);

  row = qd_db_query (self->from, &failed, "SELECT rid, head FROM stream", "");
  while (row != NULL && qd_db_next (self->from, row, &failed))
    if (!has_source (sources, sqlite3_column_int64 (row, 0)))
      add_source (self, sources, sqlite3_column_int64 (row, 0),
                  sqlite3_column_int64 (row, 1));

  ends_told = add_sources_of_log (self, sources, TRUE);
  ends_told = add_sources_of_log (self, sources, FALSE) && ends_told;

  /* Where nothing tells which streams there are, most often there is this one. */
  if (failed != NULL && !ends_told && !has_source (sources, FIRST_RID))
    add_source (self, sources, FIRST_RID, 0);

  return sources;
}

/* What the new file takes over beside the log. Streams come without entries, and
 * none of them is this copy's own any more.
 */
static void
copy_tables (Recovery *self)
{
  copy_rows (self, "SELECT sid, uid, name FROM space",
             "INSERT OR IGNORE INTO space(sid, uid, name) VALUES(?1, ?2, ?3)");
  copy_rows (self, "SELECT k, v FROM meta WHERE k<>'place'",
             "INSERT OR IGNORE INTO meta(k, v) VALUES(?1, ?2)");
  copy_rows (self, "SELECT rid, sid, dev, branch, owner, base_seq, base_hash, published,"
                   " fenced FROM stream WHERE base_seq BETWEEN 0 AND " MAX_BASE,
             "INSERT OR IGNORE INTO stream(rid, sid, dev, branch, mine, owner, base_seq,"
             " base_hash, head, head_hash, published, fenced)"
             " VALUES(?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?6, ?7, ?8, ?9)");
  copy_rows (self, "SELECT sid, dev, seq, prev, hash, payload FROM held",
             "INSERT OR IGNORE INTO held(sid, dev, seq, prev, hash, payload)"
             " VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
}

static gboolean
recover_all (Recovery    *self,
             const char  *part,
             GError     **error)
{
  g_autofree char *place = qd_identity_describe_place (part);
  g_autoptr (GArray) sources = NULL;

  copy_tables (self);
  if (!qd_identity_open_stream (self->to, place, g_get_user_name (), &self->fresh,
                                error) ||
      !qd_db_exec (self->to,
                   "UPDATE OR IGNORE stream SET sid=(SELECT min(sid) FROM space)"
                   " WHERE sid NOT IN (SELECT sid FROM space)", error))
    return FALSE;

  sources = find_sources (self);
  for (guint i = 0; i < sources->len; i++)
    if (!recover_stream (self, &g_array_index (sources, Source, i), error))
      return FALSE;

  return qd_projection_rebuild (self->to, self->cancellable, error);
}

static char *
tell (const Recovery *self)
{
  const gint64 n_saved = self->n_kept + self->n_moved;
  GString *report = g_string_new (NULL);

  g_string_append_printf (report,
                          ngettext ("%" PRId64 " change was recovered.",
                                    "%" PRId64 " changes were recovered.",
                                    (gulong) n_saved), n_saved);
  if (self->n_lost > 0)
    {
      g_string_append_c (report, ' ');
      g_string_append_printf (report,
                              ngettext ("%" PRId64 " change is lost.",
                                        "%" PRId64 " changes are lost.",
                                        (gulong) self->n_lost), self->n_lost);
    }
  else if (!self->end_unknown)
    g_string_append_printf (report, " %s", _("Nothing is lost."));
  if (self->end_unknown)
    g_string_append_printf (report, " %s",
                            _("The end of the log cannot be read, so what stood there is "
                              "lost."));

  return g_string_free (report, FALSE);
}

static gint64
size_of (const char *path,
         const char *suffix)
{
  g_autofree char *full = g_strconcat (path, suffix, NULL);
  GStatBuf status;

  return g_stat (full, &status) == 0 ? status.st_size : 0;
}

/* Moves all of the log into the new file, so that nothing is left to do when it
 * is closed, where nobody would hear that it failed.
 */
static gboolean
settle (Recovery  *self,
        GError   **error)
{
  gint64 busy = 0;

  if (!qd_db_get_integer (self->to, error, &busy, "PRAGMA wal_checkpoint(TRUNCATE)", ""))
    return FALSE;
  if (busy != 0)
    qd_db_set_error (self->to, SQLITE_BUSY, error);

  return busy == 0;
}

static gboolean
recover_into (Recovery    *self,
              const char  *part,
              GError     **error)
{
  self->to = qd_db_open (part, QD_DB_READ_WRITE, error);
  if (self->to == NULL || !qd_schema_create (self->to, error) ||
      !qd_db_begin (self->to, error))
    return FALSE;
  if (!recover_all (self, part, error))
    {
      qd_db_rollback (self->to);
      return FALSE;
    }
  if (!qd_db_commit (self->to, error) || !settle (self, error))
    return FALSE;

  /* Whatever it was, it was none of ours. */
  if (self->without_schema != NULL && self->n_kept + self->n_moved == 0)
    {
      g_propagate_error (error, g_steal_pointer (&self->without_schema));
      return FALSE;
    }

  return TRUE;
}

static gboolean
recover (Recovery    *self,
         const char  *path,
         const char  *target,
         GError     **error)
{
  g_autofree char *part = qd_part_create (target, error);
  g_autofree char *grafted = NULL;
  gboolean done;

  if (part == NULL)
    return FALSE;

  self->max_entries = (size_of (path, "") + size_of (path, "-wal")) / ENTRY_SIZE_MIN;
  self->from = qd_graft_open (path, target, &grafted, &self->without_schema, error);
  done = self->from != NULL && recover_into (self, part, error);
  g_clear_pointer (&self->from, qd_db_close);
  g_clear_pointer (&self->to, qd_db_close);
  done = done && qd_part_finish (part, target, path, error);
  if (grafted != NULL)
    qd_part_discard (grafted);
  if (!done)
    qd_part_discard (part);

  return done;
}

/* What SQLite says of a full disk is meant for a file that somebody works on. */
static void
tell_of_full_disk (const char  *target,
                   GError     **error)
{
  g_autofree char *name = g_filename_display_name (target);

  g_clear_error (error);
  g_set_error (error, QD_ERROR, QD_ERROR_NO_SPACE,
               _("The disk is too full for “%s”. Nothing was written; make room, or "
                 "choose a folder on another disk."), name);
}

/**
 * qd_recover_file:
 * @path: a damaged file
 * @target: the new file
 * @report: (out) (optional): how much was recovered and lost, as sentences for
 *   people
 * @cancellable: (nullable): checked at every entry
 * @error: return location; set where nothing at all can be read, where @target
 *   exists or cannot be written, or because of @cancellable
 *
 * Returns: whether @target is there, and sound
 */
gboolean
qd_recover_file (const char    *path,
                 const char    *target,
                 char         **report,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *read_only = NULL;
  Recovery self = { .cancellable = cancellable };
  GError *failed = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return qd_part_refuse_existing (target, error);
  if (!qd_gate_check_place (path, TRUE, &read_only, error))
    return FALSE;
  g_clear_pointer (&read_only, g_free);
  if (!qd_gate_check_place (target, FALSE, &read_only, error))
    return FALSE;

  if (recover (&self, path, target, &failed) && report != NULL)
    *report = tell (&self);
  g_clear_error (&self.without_schema);
  if (failed == NULL)
    return TRUE;

  if (g_error_matches (failed, QD_ERROR, QD_ERROR_NO_SPACE))
    tell_of_full_disk (target, &failed);
  g_propagate_error (error, failed);

  return FALSE;
}
