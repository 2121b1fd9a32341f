/* The review: what somebody who looks after several boards wants to know of them, line
 * by line, each with where it stands.
 *
 * Goes from board to board and puts together what its parts tell. It reads, judges
 * nobody, and keeps nothing.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-line-text.h"
#include "qd-number-text.h"
#include "qd-review-private.h"
#include "qd-store-private.h"

/* Enough of a title, of what somebody wrote, and of a unit. */
#define TITLE_CHARS 200
#define WORDS_CHARS 400
#define UNIT_CHARS 40

/* So far back goes what changed on a board that nobody reviewed. */
#define FIRST_REVIEW (G_GINT64_CONSTANT (7) * 24 * 3600 * 1000)

static void
item_free (gpointer data)
{
  QdReviewItem *self = data;

  g_free (self->sentence);
  g_free (self->reason);
  g_free (self->group);
  g_free (self->author);
  g_free (self->owner);
  g_free (self);
}

static void
board_free (gpointer data)
{
  QdReviewBoard *self = data;

  g_free (self->title);
  g_free (self);
}

static void
column_free (gpointer data)
{
  QdReviewColumn *self = data;

  g_free (self->title);
  g_free (self);
}

/* A title as it stands in a sentence. */
char *
qd_review_dup_title (const char *title)
{
  g_autofree char *line = qd_line_text (title != NULL ? title : "", TITLE_CHARS);

  return *line != '\0' ? g_steal_pointer (&line) : g_strdup (_("Untitled"));
}

char *
qd_review_dup_title_of (gpointer entity)
{
  return qd_review_dup_title (qd_entity_get_title (entity));
}

/* What somebody wrote, as a line. */
char *
qd_review_dup_words (const char *text)
{
  return qd_line_text (text, WORDS_CHARS);
}

/* A figure of the card as it stands in a sentence. */
char *
qd_review_dup_value (QdKeyResult *card,
                     double       value)
{
  g_autofree char *unit = qd_line_text (qd_key_result_get_unit (card), UNIT_CHARS);

  return qd_number_text_quantity (value, unit);
}

/* Takes @sentence. Its reason is "". */
QdReviewItem *
qd_review_add (const QdReviewScope *scope,
               QdReviewSection      section,
               QdId                 about,
               gpointer             card,
               char                *sentence)
{
  QdReviewItem *item = g_new0 (QdReviewItem, 1);

  item->board = qd_entity_get_id (QD_ENTITY (scope->board));
  item->found_on = item->board;
  item->about = about;
  item->card = card != NULL ? qd_entity_get_id (card) : QD_ID_NONE;
  item->present = TRUE;
  item->sentence = sentence;
  item->reason = g_strdup ("");
  g_ptr_array_add (scope->review->sections[section], item);

  return item;
}

/* Takes @sentence. @cell tells who did it and when. */
QdReviewItem *
qd_review_add_deed (const QdReviewScope *scope,
                    QdReviewDeed         deed,
                    QdId                 about,
                    gpointer             card,
                    const QdPastCell    *cell,
                    char                *sentence)
{
  QdReviewItem *item = qd_review_add (scope, QD_REVIEW_CHANGED, about, card, sentence);

  item->order = (int) deed;
  if (cell != NULL)
    {
      item->at = cell->at;
      item->author = g_strdup (cell->author);
    }

  return item;
}

const QdSaid *
qd_review_find_said (const QdReviewScope *scope,
                     gpointer             card)
{
  const QdId id = qd_entity_get_id (card);

  return g_hash_table_lookup (scope->said, &id);
}

/* Whether the card is, on the board that is told of: not put away itself, nor with its
 * column or its board.
 */
gboolean
qd_review_is_in_sight (const QdReviewScope *scope,
                       QdCard              *card)
{
  QdColumn *column = qd_card_get_column (card);

  return qd_entity_get_alive (QD_ENTITY (card)) && column != NULL &&
         qd_entity_get_alive (QD_ENTITY (column)) &&
         qd_column_get_board (column) == scope->board &&
         qd_entity_get_alive (QD_ENTITY (scope->board));
}

void
qd_review_for_each_card (const QdReviewScope *scope,
                         QdReviewCardFunc     function)
{
  QdOrderedList *columns = qd_board_get_columns (scope->board);

  for (guint i = 0; i < qd_ordered_list_get_length (columns); i++)
    {
      QdOrderedList *cards = qd_column_get_cards (qd_ordered_list_peek (columns, i));

      for (guint j = 0; j < qd_ordered_list_get_length (cards); j++)
        {
          gpointer card = qd_ordered_list_peek (cards, j);

          if (QD_IS_KEY_RESULT (card))
            function (scope, card);
        }
    }
}

static GHashTable *
read_columns (QdDb    *db,
              GError **error)
{
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          column_free);
  GError *failed = NULL;
  sqlite3_stmt *row = qd_db_query (db, error,
                                   "SELECT id, parent, title, coalesce(archived,0)=0"
                                   " AND coalesce(deleted,0)=0 FROM \"column\"", "");

  while (row != NULL && qd_db_next (db, row, &failed))
    {
      const QdId id = sqlite3_column_int64 (row, 0);
      QdReviewColumn *column = g_new0 (QdReviewColumn, 1);

      column->board = sqlite3_column_int64 (row, 1);
      column->title = g_strdup (qd_db_text (row, 2));
      column->alive = sqlite3_column_int (row, 3) != 0;
      g_hash_table_insert (columns, g_memdup2 (&id, sizeof id), column);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL ? g_steal_pointer (&columns) : NULL;
}

static QdReview *
review_new (QdStore *store,
            gint64   since,
            QdDay    today)
{
  QdReview *self = g_new0 (QdReview, 1);

  self->until = qd_store_now (store);
  self->today = today;
  self->since = since;
  self->boards = g_ptr_array_new_with_free_func (board_free);
  for (guint i = 0; i < QD_N_REVIEW_SECTIONS; i++)
    self->sections[i] = g_ptr_array_new_with_free_func (item_free);

  return self;
}

static void
add_board (QdReview *self,
           QdEntity *entity,
           gint64    since)
{
  QdReviewBoard *board = g_new0 (QdReviewBoard, 1);

  board->id = qd_entity_get_id (entity);
  board->title = qd_review_dup_title_of (entity);
  board->reviewed = qd_board_get_reviewed (QD_BOARD (entity));
  if (since != 0)
    board->since = since;
  else
    board->since = board->reviewed != 0 ? board->reviewed : self->until - FIRST_REVIEW;
  g_ptr_array_add (self->boards, board);
}

/* Takes those that are in sight, each once. */
static gboolean
list_boards (QdReview    *self,
             QdStore     *store,
             const QdId  *boards,
             guint        n_boards,
             gint64       since,
             GError     **error)
{
  for (guint i = 0; i < n_boards; i++)
    {
      QdEntity *entity = qd_store_lookup (store, boards[i]);

      if (!QD_IS_BOARD (entity) || !qd_entity_get_alive (entity) ||
          qd_review_find_board (self, boards[i]) != NULL)
        continue;
      if (!qd_store_load_board (store, QD_BOARD (entity), error))
        return FALSE;
      add_board (self, entity, since);
    }

  return TRUE;
}

/* In the order of deeds, of each the latest first, and of one instant by their words:
 * ids are random. */
static int
compare_deeds (gconstpointer a,
               gconstpointer b)
{
  const QdReviewItem *one = *(const QdReviewItem * const *) a;
  const QdReviewItem *other = *(const QdReviewItem * const *) b;

  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;

  if (one->at != other->at)
    return one->at > other->at ? -1 : 1;

  return g_utf8_collate (one->sentence, other->sentence);
}

static void
sort_deeds (GPtrArray *items,
            guint      first)
{
  if (items->len > first)
    qsort (items->pdata + first, items->len - first, sizeof (gpointer), compare_deeds);
}

static gboolean
tell_board (QdReviewScope  *scope,
            QdReviewBoard  *board,
            GError        **error)
{
  QdDb *db = qd_store_get_db (scope->store);
  GPtrArray *changes = scope->review->sections[QD_REVIEW_CHANGED];
  const guint first = changes->len;
  g_autoptr (QdPast) past = qd_past_read (db, board->id, board->since, error);
  g_autoptr (GHashTable) said = NULL;

  if (past == NULL)
    return FALSE;
  said = qd_said_read (db, board->id, past, error);
  if (said == NULL)
    return FALSE;

  scope->board = QD_BOARD (qd_store_lookup (scope->store, board->id));
  scope->past = past;
  scope->said = said;
  if (!qd_review_tell_changes (scope, error) || !qd_review_tell_waiting (scope, error))
    return FALSE;
  sort_deeds (changes, first);
  qd_review_tell_standing (scope);
  board->until = MAX (scope->review->until, board->since);

  return TRUE;
}

/* In one look at the file. */
static gboolean
tell_boards (QdReviewScope  *scope,
             GError        **error)
{
  const GPtrArray *boards = scope->review->boards;
  QdDb *db = qd_store_get_db (scope->store);
  gboolean told = qd_db_begin_read (db, error);

  if (!told)
    return FALSE;
  for (guint i = 0; told && i < boards->len; i++)
    told = tell_board (scope, boards->pdata[i], error);
  qd_db_rollback (db);

  return told;
}

/**
 * qd_review_read:
 * @store: a store with models
 * @boards: (array length=n_boards): ids of boards; those that are gone are left out
 * @n_boards: how many
 * @since: what was done after this instant has changed, in milliseconds since the Unix
 *   epoch; 0 for the last review of each board, or a week where there was none
 * @today: the day that the rules of the method ask for
 * @error: return location
 *
 * Reads what there is to tell of the boards, in all sections, board by board as they
 * were asked for; only what waits for others stands together by whom it waits for.
 * Loads boards that are not loaded.
 *
 * Returns: (transfer full) (nullable): the review
 */
QdReview *
qd_review_read (QdStore     *store,
                const QdId  *boards,
                guint        n_boards,
                gint64       since,
                QdDay        today,
                GError     **error)
{
  g_autoptr (QdReview) self = NULL;
  g_autoptr (GHashTable) columns = NULL;
  QdReviewScope scope = { .store = store };

  g_return_val_if_fail (QD_IS_STORE (store), NULL);
  g_return_val_if_fail (qd_store_get_workspace (store) != NULL, NULL);
  g_return_val_if_fail (boards != NULL || n_boards == 0, NULL);

  self = review_new (store, since, today);
  columns = read_columns (qd_store_get_db (store), error);
  if (columns == NULL || !list_boards (self, store, boards, n_boards, since, error))
    return NULL;

  scope.review = self;
  scope.columns = columns;
  if (!tell_boards (&scope, error))
    return NULL;
  qd_review_sort_waiting (self);

  return g_steal_pointer (&self);
}

void
qd_review_free (QdReview *self)
{
  for (guint i = 0; i < QD_N_REVIEW_SECTIONS; i++)
    g_ptr_array_unref (self->sections[i]);
  g_ptr_array_unref (self->boards);
  g_free (self);
}

/**
 * qd_review_find_board:
 *
 * Returns: (transfer none) (nullable): the board, where it is among those reviewed
 */
const QdReviewBoard *
qd_review_find_board (const QdReview *self,
                      QdId            board)
{
  for (guint i = 0; i < self->boards->len; i++)
    {
      const QdReviewBoard *there = self->boards->pdata[i];

      if (there->id == board)
        return there;
    }

  return NULL;
}

/**
 * qd_review_section_get_title:
 *
 * Returns: (transfer none): what a section is called, translated
 */
const char *
qd_review_section_get_title (QdReviewSection section)
{
  switch (section)
    {
    case QD_REVIEW_CHANGED:
      return C_("review", "What Changed");

    case QD_REVIEW_AT_RISK:
      return C_("review", "At Risk or Behind");

    case QD_REVIEW_STUCK:
      return C_("review", "Stuck in Not Started");

    case QD_REVIEW_OUTDATED:
      return C_("review", "Outdated Check-ins");

    case QD_REVIEW_DISAGREEING:
      return C_("review", "Does Not Add Up");

    case QD_REVIEW_WAITING:
      return C_("review", "Waiting for Others");

    case QD_REVIEW_LOW_CONFIDENCE:
      return C_("review", "Low Confidence");

    case QD_REVIEW_SHORT:
      return C_("review", "Lands Short");

    default:
      g_return_val_if_reached (NULL);
    }
}
