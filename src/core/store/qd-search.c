/* Finding things: full-text search, the archive, and a card by what a person
 * types for it.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-excerpt.h"
#include "qd-field.h"
#include "qd-search.h"
#include "qd-store-private.h"

/* How many candidates an ambiguous name is answered with. */
#define MAX_CANDIDATES 5

/* The grade of a card that is not what somebody typed. */
#define NO_FIT 3

typedef struct
{
  QdEntityKind kind;
  const char *parent_column;
  QdEntityKind parent_kind;
} Step;

/* From a thing towards its board. */
static const Step steps[] = {
  { QD_ENTITY_CARD, "parent", QD_ENTITY_COLUMN },
  { QD_ENTITY_COLUMN, "parent", QD_ENTITY_BOARD },
  { QD_ENTITY_OBJECTIVE, "parent", QD_ENTITY_BOARD },
  { QD_ENTITY_MILESTONE, "parent", QD_ENTITY_CARD },
  { QD_ENTITY_CHECKIN, "card", QD_ENTITY_CARD },
  { QD_ENTITY_COMMENT, "card", QD_ENTITY_CARD },
  { QD_ENTITY_DEPENDENCY, "card", QD_ENTITY_CARD },
};

static const Step *
find_step (QdEntityKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].kind == kind)
      return &steps[i];

  return NULL;
}

/* Climbs from a thing to its board and notes on the way whether anything is out
 * of sight.
 */
static gboolean
locate (QdDb     *db,
        QdHit    *hit,
        GError  **error)
{
  QdEntityKind kind = hit->kind;
  QdId id = hit->id;

  while (id != QD_ID_NONE && kind != QD_ENTITY_NONE)
    {
      const Step *step = find_step (kind);
      char sql[192];
      GError *failed = NULL;
      sqlite3_stmt *row;

      g_snprintf (sql, sizeof sql,
                  "SELECT %s, coalesce(archived,0)<>0 OR coalesce(deleted,0)<>0, %s,"
                  " archived=%d FROM \"%s\" WHERE id=?1",
                  step != NULL ? step->parent_column : "0",
                  kind == QD_ENTITY_CARD ? "title" : "NULL", QD_KEEPING_SHELF,
                  qd_field_get_table (kind));
      row = qd_db_query (db, error, sql, "i", id);
      if (row == NULL)
        return FALSE;
      if (kind == QD_ENTITY_BOARD)
        hit->board = id;
      if (kind == QD_ENTITY_CARD)
        hit->card = id;

      id = QD_ID_NONE;
      if (qd_db_next (db, row, &failed))
        {
          id = sqlite3_column_int64 (row, 0);
          hit->archived |= sqlite3_column_int (row, 1) != 0;
          if (kind == QD_ENTITY_CARD)
            hit->card_title = g_strdup (qd_db_text (row, 2));
          hit->shelved |= sqlite3_column_int (row, 3) != 0;
          sqlite3_reset (row);
        }
      if (failed != NULL)
        {
          g_propagate_error (error, failed);
          return FALSE;
        }
      kind = step != NULL ? step->parent_kind : QD_ENTITY_NONE;
    }

  return TRUE;
}

static GPtrArray *
hits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qd_hit_free);
}

/* Reads a row of id, kind and title. */
static QdHit *
read_hit (sqlite3_stmt *row)
{
  QdHit *hit = g_new0 (QdHit, 1);
  const char *title = qd_db_text (row, 2);

  hit->id = sqlite3_column_int64 (row, 0);
  hit->kind = (QdEntityKind) sqlite3_column_int (row, 1);
  hit->title = g_strdup (title != NULL ? title : "");

  return hit;
}

static GPtrArray *
read_hits (QdDb          *db,
           sqlite3_stmt  *row,
           GError       **error)
{
  g_autoptr (GPtrArray) hits = hits_new ();
  GError *failed = NULL;

  while (row != NULL && qd_db_next (db, row, &failed))
    g_ptr_array_add (hits, read_hit (row));
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return NULL;
    }

  return row != NULL ? g_steal_pointer (&hits) : NULL;
}

/* The same, with the board of each. */
static GPtrArray *
collect (QdDb          *db,
         sqlite3_stmt  *row,
         GError       **error)
{
  g_autoptr (GPtrArray) hits = read_hits (db, row, error);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    if (!locate (db, g_ptr_array_index (hits, i), error))
      return NULL;

  return g_steal_pointer (&hits);
}

/* Whether a check-in does not count any more, because a later one corrects it. */
static gboolean
is_superseded (QdDb         *db,
               const QdHit  *hit,
               gboolean     *superseded,
               GError      **error)
{
  gint64 found = 0;

  if (hit->kind == QD_ENTITY_CHECKIN &&
      !qd_db_get_integer (db, error, &found,
                          "SELECT 1 FROM checkin AS n WHERE n.card=?1 AND n.supersedes=?2"
                          " AND coalesce(n.archived,0)=0 AND coalesce(n.deleted,0)=0", "ii",
                          hit->card, hit->id))
    return FALSE;
  *superseded = found != 0;

  return TRUE;
}

/* Reads one more hit, with an excerpt. What does not count any more is none. */
static gboolean
gather (QdDb          *db,
        sqlite3_stmt  *row,
        GPtrArray     *living,
        GPtrArray     *archived,
        GError       **error)
{
  g_autoptr (QdHit) hit = read_hit (row);
  gboolean superseded = FALSE;
  GPtrArray *into;

  if (!locate (db, hit, error) || !is_superseded (db, hit, &superseded, error))
    return FALSE;
  if (superseded)
    return TRUE;

  hit->excerpt = qd_excerpt_of (qd_db_text (row, 3), qd_db_text (row, 4));
  into = hit->archived ? archived : living;
  g_ptr_array_add (into, g_steal_pointer (&hit));

  return TRUE;
}

/* Reads rows in their order. What is archived fills up what is left of @limit. */
static GPtrArray *
gather_all (QdDb          *db,
            sqlite3_stmt  *row,
            guint          limit,
            GError       **error)
{
  g_autoptr (GPtrArray) living = hits_new ();
  g_autoptr (GPtrArray) archived = hits_new ();
  GError *failed = NULL;

  while (living->len < limit && qd_db_next (db, row, &failed))
    if (!gather (db, row, living, archived, &failed))
      break;
  sqlite3_reset (row);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return NULL;
    }

  g_ptr_array_set_size (archived, (int) MIN (archived->len, limit - living->len));
  g_ptr_array_extend_and_steal (living, g_steal_pointer (&archived));

  return g_steal_pointer (&living);
}

/* Every word must occur, the last letters of each may be missing. Quoted, so
 * that nothing a person types is an operator.
 */
static char *
make_query (const char *words)
{
  g_auto (GStrv) list = g_strsplit_set (words, " \t\r\n", -1);
  GString *query = g_string_new (NULL);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) parts = NULL;
      g_autofree char *quoted = NULL;

      if (*list[i] == '\0')
        continue;
      parts = g_strsplit (list[i], "\"", -1);
      quoted = g_strjoinv ("\"\"", parts);
      g_string_append_printf (query, "%s\"%s\"*", query->len > 0 ? " " : "", quoted);
    }

  return g_string_free (query, FALSE);
}

static GPtrArray *
search_in (QdDb        *db,
           const char  *words,
           guint        limit,
           GError     **error)
{
  g_autofree char *query = make_query (words);
  sqlite3_stmt *row;

  if (*query == '\0' || !g_utf8_validate (query, -1, NULL))
    return hits_new ();

  row = qd_db_query (db, error,
                     "SELECT rowid, kind, title, highlight(search, 0, char(2), char(3)),"
                     " highlight(search, 1, char(2), char(3))"
                     " FROM search WHERE search MATCH ?1 ORDER BY rank", "s", query);

  return row != NULL ? gather_all (db, row, limit, error) : NULL;
}

/* How well a card fits: by its number, its whole title, a part of it, not at all. */
static int
grade (const QdHit *hit,
       const char  *text,
       const char  *wanted)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, hit->id);
  g_autofree char *title = g_utf8_casefold (hit->title, -1);

  if (g_str_equal (number, text))
    return 0;
  if (g_str_equal (title, wanted))
    return 1;

  return strstr (title, wanted) != NULL ? 2 : NO_FIT;
}

/* Leaves those that fit best, if any fits. */
static void
keep_best (GPtrArray  *hits,
           const char *text)
{
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  int best = NO_FIT - 1;

  for (guint i = 0; i < hits->len; i++)
    best = MIN (best, grade (g_ptr_array_index (hits, i), text, wanted));
  for (guint i = hits->len; i > 0; i--)
    if (grade (g_ptr_array_index (hits, i - 1), text, wanted) != best)
      g_ptr_array_remove_index (hits, i - 1);
}

/* Leaves those that are on their boards, if any is. */
static gboolean
keep_living (QdDb       *db,
             GPtrArray  *hits,
             GError    **error)
{
  guint n_living = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      QdHit *hit = g_ptr_array_index (hits, i);

      if (!locate (db, hit, error))
        return FALSE;
      n_living += hit->archived ? 0 : 1;
    }
  for (guint i = hits->len; n_living > 0 && i > 0; i--)
    if (((const QdHit *) g_ptr_array_index (hits, i - 1))->archived)
      g_ptr_array_remove_index (hits, i - 1);

  return TRUE;
}

/* "Raise NPS (Growth, 2026 Q4)". */
static gboolean
append_candidate (QdDb         *db,
                  GString      *lines,
                  const QdHit  *hit,
                  GError      **error)
{
  g_autoptr (GString) place = g_string_new (NULL);
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     "SELECT coalesce(b.title,''), c.title FROM board AS b"
                     " LEFT JOIN cycle AS c ON c.id=b.parent WHERE b.id=?1", "i", hit->board);
  if (row == NULL)
    return FALSE;
  if (qd_db_next (db, row, &failed))
    {
      g_string_append (place, qd_db_text (row, 0));
      if (qd_db_text (row, 1) != NULL)
        g_string_append_printf (place, "%s%s", C_("enumeration", ", "), qd_db_text (row, 1));
      sqlite3_reset (row);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (hit->archived)
    g_string_append_printf (place, "%s%s", C_("enumeration", ", "),
                            hit->shelved ? _("on the shelf") : _("archived"));
  g_string_append_printf (lines, "\n  %" G_GINT64_FORMAT "  %s (%s)", hit->id, hit->title,
                          place->str);

  return TRUE;
}

static void
set_ambiguous (QdDb        *db,
               GPtrArray   *hits,
               const char  *text,
               GError     **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  const guint n_more = hits->len - MIN (hits->len, MAX_CANDIDATES);

  for (guint i = 0; i < hits->len - n_more; i++)
    if (!append_candidate (db, lines, g_ptr_array_index (hits, i), error))
      return;
  if (n_more > 0)
    {
      g_string_append (lines, "\n  ");
      g_string_append_printf (lines, ngettext ("… and %u more", "… and %u more", n_more), n_more);
    }
  g_set_error (error, QD_ERROR, QD_ERROR_INVALID,
               _("“%s” fits more than one card. Use the number or more of the title:%s"),
               text, lines->str);
}

void
qd_hit_free (QdHit *self)
{
  g_free (self->title);
  g_free (self->excerpt);
  g_free (self->card_title);
  g_free (self);
}

/**
 * qd_search_words:
 * @store: a store
 * @words: what somebody typed; the beginnings of words will do
 * @limit: at most so many
 * @error: return location
 *
 * Searches the titles and texts of boards, objectives, cards, check-ins and
 * comments. A check-in that was corrected is not found; its correction is.
 *
 * Returns: (transfer full) (nullable) (element-type QdHit): what holds all of
 *   the words, best first, what is archived behind all else
 */
GPtrArray *
qd_search_words (QdStore     *store,
                 const char  *words,
                 guint        limit,
                 GError     **error)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  return search_in (qd_store_get_db (store), words, limit, error);
}

/**
 * qd_search_file:
 * @path: a file
 * @words: as for qd_search_words()
 * @limit: at most so many
 * @cancellable: (nullable): checked all the time
 * @error: return location
 *
 * As qd_search_words(), through a connection of its own, so from any thread.
 *
 * Returns: (transfer full) (nullable) (element-type QdHit): what holds all of
 *   the words, best first, what is archived behind all else
 */
GPtrArray *
qd_search_file (const char    *path,
                const char    *words,
                guint          limit,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (QdDb) db = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  db = qd_db_open (path, QD_DB_READ_ONLY, error);
  if (db == NULL)
    return NULL;
  qd_db_set_cancellable (db, cancellable);

  return search_in (db, words, limit, error);
}

/**
 * qd_search_archive:
 * @store: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type QdHit): boards, columns,
 *   objectives and cards in the archive, the latest first; what waits on the shelf is
 *   in qd_shelf_read()
 */
GPtrArray *
qd_search_archive (QdStore  *store,
                   GError  **error)
{
  QdDb *db;
  sqlite3_stmt *row;

  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  db = qd_store_get_db (store);
  row = qd_db_query (db, error,
                     "SELECT id, kind, title, (SELECT max(stamp) FROM chg"
                     "   WHERE ent=id AND field=kind*100+1) AS stamp FROM ("
                     " SELECT id, 3 AS kind, title, archived, deleted FROM board"
                     " UNION ALL SELECT id, 4, title, archived, deleted FROM \"column\""
                     " UNION ALL SELECT id, 5, title, archived, deleted FROM objective"
                     " UNION ALL SELECT id, 6, title, archived, deleted FROM card)"
                     " WHERE archived=?1 AND coalesce(deleted,0)=0"
                     " ORDER BY stamp DESC", "i", (gint64) QD_KEEPING_ARCHIVE);

  return collect (db, row, error);
}

/**
 * qd_search_find_card:
 * @store: a store
 * @text: its number, its title, or a part of the title, in any case; only the
 *   number finds what is deleted
 * @error: return location; %QD_ERROR_NOT_FOUND where no card fits, or nothing is
 *   asked for, %QD_ERROR_INVALID where several do
 *
 * Of several that fit equally well, those that are archived are in nobody's way.
 *
 * Returns: the card, or %QD_ID_NONE
 */
QdId
qd_search_find_card (QdStore     *store,
                     const char  *text,
                     GError     **error)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *wanted = NULL;
  QdDb *db;
  sqlite3_stmt *row;

  g_return_val_if_fail (QD_IS_STORE (store), QD_ID_NONE);
  g_return_val_if_fail (text != NULL, QD_ID_NONE);

  wanted = g_strstrip (g_utf8_make_valid (text, -1));
  if (*wanted == '\0')
    {
      g_set_error_literal (error, QD_ERROR, QD_ERROR_NOT_FOUND,
                           _("No card is named. Give its number, its title or a part of it."));
      return QD_ID_NONE;
    }

  db = qd_store_get_db (store);
  row = qd_db_query (db, error,
                     "SELECT id, 6, title FROM card"
                     " WHERE coalesce(deleted,0)=0 OR CAST(id AS TEXT)=?1"
                     " ORDER BY title, id", "s", wanted);
  hits = read_hits (db, row, error);
  if (hits == NULL)
    return QD_ID_NONE;
  keep_best (hits, wanted);
  if (hits->len > 1 && !keep_living (db, hits, error))
    return QD_ID_NONE;

  if (hits->len == 1)
    return ((QdHit *) g_ptr_array_index (hits, 0))->id;
  if (hits->len == 0)
    g_set_error (error, QD_ERROR, QD_ERROR_NOT_FOUND, _("There is no card “%s”."), wanted);
  else
    set_ambiguous (db, hits, wanted, error);

  return QD_ID_NONE;
}

/**
 * qd_search_locate_card:
 * @store: a store
 * @card: a card
 * @board: (out): the board it stands on, or %QD_ID_NONE
 * @archived: (out): whether it, or what it stands in, is archived or deleted
 * @error: return location
 *
 * Returns: whether the file could be read
 */
gboolean
qd_search_locate_card (QdStore   *store,
                       QdId       card,
                       QdId      *board,
                       gboolean  *archived,
                       GError   **error)
{
  g_autoptr (QdHit) hit = g_new0 (QdHit, 1);

  g_return_val_if_fail (QD_IS_STORE (store), FALSE);

  hit->id = card;
  hit->kind = QD_ENTITY_CARD;
  if (!locate (qd_store_get_db (store), hit, error))
    return FALSE;
  *board = hit->board;
  *archived = hit->archived;

  return TRUE;
}
