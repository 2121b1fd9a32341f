/* What was learned from key results: all of it, or that of those whose title is like
 * one that somebody just writes.
 *
 * Like is what full-text search says. A title shares few words with another one, so that
 * any word will do; a rare one says more than a common one, and those that stand in
 * every second title nothing as long as there are others.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "qd-learning.h"
#include "qd-store-private.h"

/* More words than a title has; each of them is looked up. */
#define MAX_WORDS 16

/* A single letter begins too many words. */
#define MIN_LENGTH 2

/* Words of titles in English and German that tell nothing of what they are about. */
static const char * const common_words[] = {
  "about", "all", "alle", "als", "an", "and", "at", "auf", "aus", "be", "bei", "bis", "by",
  "das", "decrease", "dem", "den", "der", "des", "die", "durch", "ein", "eine", "einem",
  "einen", "einer", "eines", "erhöhen", "erreichen", "for", "from", "für", "grow", "have",
  "im", "improve", "in", "increase", "ins", "is", "ist", "it", "less", "lower", "mehr", "mit",
  "more", "nach", "of", "oder", "on", "or", "our", "per", "pro", "raise", "reach", "reduce",
  "reduzieren", "senken", "sind", "steigern", "than", "that", "the", "their", "through", "to",
  "um", "und", "unser", "unsere", "unserer", "up", "verbessern", "von", "we", "weniger",
  "with", "zu", "zum", "zur", "über",
};

#define COLUMNS \
  " SELECT card.id, board.id, card.title, card.learning, card.grade, cycle.title," \
  " cycle.first_day, team.title"

#define PLACE \
  " JOIN \"column\" AS place ON place.id=card.parent" \
  " JOIN board ON board.id=place.parent" \
  " LEFT JOIN cycle ON cycle.id=board.parent" \
  " LEFT JOIN team ON team.id=board.team" \
  " WHERE coalesce(card.learning,'')<>'' AND coalesce(card.deleted,0)=0" \
  "  AND coalesce(place.deleted,0)=0 AND coalesce(board.deleted,0)=0"

static gboolean
is_common (const char *word)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (common_words); i++)
    if (g_str_equal (common_words[i], folded))
      return TRUE;

  return FALSE;
}

static gboolean
is_part_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The words of a title: runs of letters and digits, so that nothing else of it gets
 * into the query. */
static GPtrArray *
list_words (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *at = valid;

  while (*at != '\0' && words->len < MAX_WORDS)
    {
      const char *start = at;

      while (is_part_of_word (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (g_utf8_strlen (start, at - start) >= MIN_LENGTH)
        g_ptr_array_add (words, g_strndup (start, (gsize) (at - start)));
      if (*at != '\0')
        at = g_utf8_next_char (at);
    }

  return words;
}

/* Any of the words, which may go on, in a title. */
static char *
make_query (const char *title)
{
  g_autoptr (GPtrArray) words = list_words (title);
  GString *query = g_string_new (NULL);
  guint n_common = 0;

  for (guint i = 0; i < words->len; i++)
    n_common += is_common (words->pdata[i]) ? 1 : 0;
  for (guint i = 0; i < words->len; i++)
    if (n_common == words->len || !is_common (words->pdata[i]))
      g_string_append_printf (query, "%s\"%s\"*", query->len > 0 ? " OR " : "title : (",
                              (const char *) words->pdata[i]);
  if (query->len > 0)
    g_string_append_c (query, ')');

  return g_string_free (query, FALSE);
}

static char *
read_text (sqlite3_stmt *row,
           int           column)
{
  const char *text = qd_db_text (row, column);

  return g_strdup (text != NULL ? text : "");
}

static QdLearning *
read_learning (sqlite3_stmt *row)
{
  QdLearning *self = g_new0 (QdLearning, 1);
  const char *day = qd_db_text (row, 6);

  self->card = sqlite3_column_int64 (row, 0);
  self->board = sqlite3_column_int64 (row, 1);
  self->title = read_text (row, 2);
  self->learning = read_text (row, 3);
  self->grade = sqlite3_column_type (row, 4) != SQLITE_NULL ? sqlite3_column_double (row, 4)
                                                            : NAN;
  self->cycle = read_text (row, 5);
  self->first_day = day != NULL ? qd_day_parse (day) : QD_DAY_NONE;
  self->team = read_text (row, 7);

  return self;
}

/* Takes a statement, or %NULL with @error set. */
static GPtrArray *
read_all (QdDb          *db,
          sqlite3_stmt  *row,
          GError       **error)
{
  g_autoptr (GPtrArray) learnings = NULL;
  GError *failed = NULL;

  if (row == NULL)
    return NULL;

  learnings = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_learning_free);
  while (qd_db_next (db, row, &failed))
    g_ptr_array_add (learnings, read_learning (row));
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return NULL;
    }

  return g_steal_pointer (&learnings);
}

/* How well a title fits is only worked out for those that have a learning: of a large
 * file, few have. */
static GPtrArray *
find_in (QdDb        *db,
         const char  *title,
         QdId         except,
         guint        limit,
         GError     **error)
{
  g_autofree char *query = make_query (title);

  if (*query == '\0')
    return g_ptr_array_new_with_free_func ((GDestroyNotify) qd_learning_free);

  return read_all (db, qd_db_query (db, error,
                                    COLUMNS " FROM search"
                                    " JOIN card ON card.id=search.rowid" PLACE
                                    " AND search MATCH ?1 AND card.id<>?2"
                                    " ORDER BY bm25(search), cycle.first_day DESC, card.id"
                                    " LIMIT ?3", "sii", query, except, (gint64) limit), error);
}

static GPtrArray *
list_in (QdDb    *db,
         GError **error)
{
  return read_all (db, qd_db_query (db, error,
                                    COLUMNS " FROM card" PLACE
                                    " ORDER BY cycle.first_day DESC, cycle.id, board.rank,"
                                    " board.id, place.rank, place.id, card.rank, card.id", ""),
                   error);
}

static QdDb *
open_file (const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  QdDb *db;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  db = qd_db_open (path, QD_DB_READ_ONLY, error);
  if (db != NULL)
    qd_db_set_cancellable (db, cancellable);

  return db;
}

void
qd_learning_free (QdLearning *self)
{
  g_free (self->title);
  g_free (self->learning);
  g_free (self->cycle);
  g_free (self->team);
  g_free (self);
}

/**
 * qd_learning_find:
 * @store: a store
 * @title: the title of a key result, as far as it is written; any text
 * @except: a key result that is not looked for, or %QD_ID_NONE
 * @limit: at most so many
 * @error: return location
 *
 * Looks for key results whose titles share words with another one, the ends of which
 * may be missing.
 *
 * Returns: (transfer full) (nullable) (element-type QdLearning): what was learned from
 *   them, that of the most similar title first
 */
GPtrArray *
qd_learning_find (QdStore     *store,
                  const char  *title,
                  QdId         except,
                  guint        limit,
                  GError     **error)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  return find_in (qd_store_get_db (store), title, except, limit, error);
}

/**
 * qd_learning_find_file:
 * @path: a file
 * @title: as for qd_learning_find()
 * @except: likewise
 * @limit: likewise
 * @cancellable: (nullable): looked at all the time
 * @error: return location
 *
 * As qd_learning_find(), through a connection of its own, so from any thread.
 *
 * Returns: (transfer full) (nullable) (element-type QdLearning): what was learned
 */
GPtrArray *
qd_learning_find_file (const char    *path,
                       const char    *title,
                       QdId           except,
                       guint          limit,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (QdDb) db = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  db = open_file (path, cancellable, error);

  return db != NULL ? find_in (db, title, except, limit, error) : NULL;
}

/**
 * qd_learning_list:
 * @store: a store
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type QdLearning): all that was learned,
 *   the newest cycle first, and in it as the boards and what is on them
 */
GPtrArray *
qd_learning_list (QdStore  *store,
                  GError  **error)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return list_in (qd_store_get_db (store), error);
}

/**
 * qd_learning_list_file:
 * @path: a file
 * @cancellable: (nullable): looked at all the time
 * @error: return location
 *
 * As qd_learning_list(), through a connection of its own, so from any thread.
 *
 * Returns: (transfer full) (nullable) (element-type QdLearning): all that was learned
 */
GPtrArray *
qd_learning_list_file (const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (QdDb) db = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  db = open_file (path, cancellable, error);

  return db != NULL ? list_in (db, error) : NULL;
}
