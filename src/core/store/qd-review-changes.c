/* What changed on a board since it was reviewed: the board itself, its columns and its
 * objectives, and which cards came, went and moved.
 *
 * Compares what was then with what is now, thing by thing: what was undone, or went
 * there and back, did not happen. What figures say of a card is told elsewhere.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-review-private.h"
#include "qd-store-private.h"

/* Where a card was then, and where it is now. */
typedef struct
{
  QdId id;
  QdCard *card;                 /* (nullable): while it is on the board */
  QdId column;                  /* in which it was then, or %QD_ID_NONE */
  gboolean existed;
  gboolean was_here;
  const QdPastCell *cell;       /* (nullable): what was done to it last */
} Way;

static const QdReviewColumn *
find_column (const QdReviewScope *scope,
             QdId                 id)
{
  return g_hash_table_lookup (scope->columns, &id);
}

static char *
dup_column_title (const QdReviewScope *scope,
                  QdId                 id)
{
  const QdReviewColumn *column = find_column (scope, id);

  return qd_review_dup_title (column != NULL ? column->title : "");
}

/* The cell of these that was written last. */
static const QdPastCell *
find_newest (const QdReviewScope *scope,
             QdId                 id,
             const int           *fields)
{
  const QdPastCell *newest = NULL;

  for (guint i = 0; fields[i] != 0; i++)
    {
      const QdPastCell *cell = qd_past_find (scope->past, id, fields[i]);

      if (cell != NULL && (newest == NULL || cell->stamp > newest->stamp))
        newest = cell;
    }

  return newest;
}

/* Whether it came or went in itself. */
static const QdPastCell *
find_made (const QdReviewScope *scope,
           QdId                 id,
           QdEntityKind         kind)
{
  const int fields[] = {
    (int) qd_field_of (kind, QD_FIELD_CREATED),
    (int) qd_field_of (kind, QD_FIELD_ARCHIVED),
    (int) qd_field_of (kind, QD_FIELD_DELETED),
    0,
  };

  return find_newest (scope, id, fields);
}

static gboolean
was_there (const QdReviewScope *scope,
           QdId                 id,
           QdEntityKind         kind,
           gboolean             is_there,
           gboolean            *there,
           GError             **error)
{
  *there = TRUE;

  return (is_there && find_made (scope, id, kind) == NULL) ||
         qd_past_was_there (scope->past, id, kind, there, error);
}

/* The model, while it is in sight on the board. */
static QdEntity *
lookup_here (const QdReviewScope *scope,
             QdId                 id)
{
  QdEntity *entity = qd_store_lookup (scope->store, id);
  gboolean here = FALSE;

  if (QD_IS_CARD (entity))
    here = qd_review_is_in_sight (scope, QD_CARD (entity));
  else if (QD_IS_OBJECTIVE (entity))
    here = qd_entity_get_alive (entity) &&
           qd_objective_get_board (QD_OBJECTIVE (entity)) == scope->board;

  return here ? entity : NULL;
}

/* The title of what is out of sight, as it was then. */
static char *
dup_old_title (const QdReviewScope *scope,
               QdId                 id,
               QdEntityKind         kind)
{
  g_auto (QdValue) title = QD_VALUE_INIT;

  qd_past_get (scope->past, id, (int) qd_field_of (kind, QD_FIELD_TITLE), &title, NULL);

  return qd_review_dup_title (title.text);
}

/* What waits for another cycle was not given up. */
static gboolean
is_on_shelf (const QdReviewScope *scope,
             QdId                 id,
             QdEntityKind         kind)
{
  gint64 keeping = QD_KEEPING_IN_SIGHT;
  char sql[80];

  g_snprintf (sql, sizeof sql, "SELECT coalesce(archived,0) FROM \"%s\" WHERE id=?1",
              qd_field_get_table (kind));
  qd_db_get_integer (qd_store_get_db (scope->store), NULL, &keeping, sql, "i", id);

  return keeping == QD_KEEPING_SHELF;
}

static gboolean
tell_column (const QdReviewScope *scope,
             QdId                 id,
             GError             **error)
{
  const QdReviewColumn *column = find_column (scope, id);
  const QdPastCell *cell = find_made (scope, id, QD_ENTITY_COLUMN);
  const gboolean is = column != NULL && column->alive;
  g_autofree char *title = dup_column_title (scope, id);
  QdReviewItem *item;
  gboolean was;

  if (!was_there (scope, id, QD_ENTITY_COLUMN, is, &was, error))
    return FALSE;
  if (was == is || column == NULL)
    return TRUE;

  item = qd_review_add_deed (scope, QD_REVIEW_DEED_COLUMN, id, NULL, cell,
                             g_strdup_printf (is ? _("The column “%s” is new")
                                                 : _("The column “%s” was dropped, with "
                                                     "the cards in it"), title));
  item->present = is;

  return TRUE;
}

static void
tell_objective_renamed (const QdReviewScope *scope,
                        QdEntity            *objective)
{
  const QdId id = qd_entity_get_id (objective);
  const QdPastCell *cell = qd_past_find (scope->past, id, QD_FIELD_OBJECTIVE_TITLE);
  g_autofree char *title = qd_review_dup_title_of (objective);
  g_autofree char *was = NULL;

  if (cell == NULL)
    return;

  was = qd_review_dup_title (cell->was.text);
  if (!g_str_equal (was, title))
    qd_review_add_deed (scope, QD_REVIEW_DEED_RENAMED, id, NULL, cell,
                        g_strdup_printf (_("The objective “%s” is now called “%s”"), was,
                                         title));
}

static void
tell_alignment (const QdReviewScope *scope,
                QdEntity            *objective)
{
  const QdId id = qd_entity_get_id (objective);
  const QdPastCell *cell = qd_past_find (scope->past, id, QD_FIELD_OBJECTIVE_PARENT);
  const QdId now = qd_objective_get_parent (QD_OBJECTIVE (objective));
  const QdId was = cell != NULL ? qd_value_get_integer (&cell->was) : now;
  QdEntity *parent = qd_store_lookup (scope->store, now != QD_ID_NONE ? now : was);
  g_autofree char *title = NULL;
  g_autofree char *other = NULL;
  g_autofree char *board = NULL;
  QdReviewItem *item;

  if (was == now || !QD_IS_OBJECTIVE (parent))
    return;

  title = qd_review_dup_title_of (objective);
  other = qd_review_dup_title_of (parent);
  item = qd_review_add_deed (scope, QD_REVIEW_DEED_ALIGNED, id, NULL, cell,
                             g_strdup_printf (now != QD_ID_NONE
                                                ? _("The objective “%s” is now aligned with “%s”")
                                                : _("The objective “%s” is not aligned with "
                                                    "“%s” any more"), title, other));
  if (qd_objective_get_board (QD_OBJECTIVE (parent)) != NULL)
    {
      g_free (item->reason);
      board = qd_review_dup_title_of (qd_objective_get_board (QD_OBJECTIVE (parent)));
      item->reason = g_strdup_printf (_("On the board “%s”"), board);
    }
}

static gboolean
tell_objective (const QdReviewScope *scope,
                QdId                 id,
                GError             **error)
{
  QdEntity *objective = lookup_here (scope, id);
  const QdPastCell *cell = find_made (scope, id, QD_ENTITY_OBJECTIVE);
  g_autofree char *title = NULL;
  QdReviewItem *item;
  gboolean was;

  if (!was_there (scope, id, QD_ENTITY_OBJECTIVE, objective != NULL, &was, error))
    return FALSE;

  if (objective != NULL && was)
    {
      tell_objective_renamed (scope, objective);
      tell_alignment (scope, objective);
    }
  else if (objective != NULL)
    {
      title = qd_review_dup_title_of (objective);
      qd_review_add_deed (scope, QD_REVIEW_DEED_OBJECTIVE_NEW, id, NULL, cell,
                          g_strdup_printf (_("The objective “%s” is new"), title));
      tell_alignment (scope, objective);
    }
  else if (was && cell != NULL)
    {
      title = dup_old_title (scope, id, QD_ENTITY_OBJECTIVE);
      item = qd_review_add_deed (scope, QD_REVIEW_DEED_OBJECTIVE_DROPPED, id, NULL, cell,
                                 g_strdup_printf (is_on_shelf (scope, id, QD_ENTITY_OBJECTIVE)
                                                    ? _("The objective “%s” went to the shelf")
                                                    : _("The objective “%s” was dropped"),
                                                  title));
      item->present = FALSE;
    }

  return TRUE;
}

static gboolean
find_way (const QdReviewScope *scope,
          QdId                 id,
          Way                 *way,
          GError             **error)
{
  static const int fields[] = {
    QD_FIELD_CARD_CREATED, QD_FIELD_CARD_ARCHIVED, QD_FIELD_CARD_DELETED,
    QD_FIELD_CARD_PLACE, 0,
  };
  g_auto (QdValue) place = QD_VALUE_INIT;
  const QdReviewColumn *column;
  gboolean column_was = FALSE;
  const char *rank;

  way->id = id;
  way->card = (QdCard *) lookup_here (scope, id);
  way->cell = find_newest (scope, id, fields);
  if (!was_there (scope, id, QD_ENTITY_CARD, way->card != NULL, &way->existed, error) ||
      !qd_past_get (scope->past, id, QD_FIELD_CARD_PLACE, &place, error))
    return FALSE;

  qd_value_get_place (&place, &way->column, &rank);
  column = find_column (scope, way->column);
  if (!way->existed || column == NULL ||
      column->board != qd_entity_get_id (QD_ENTITY (scope->board)))
    return TRUE;
  if (!was_there (scope, way->column, QD_ENTITY_COLUMN, column->alive, &column_was, error))
    return FALSE;
  way->was_here = column_was;

  return TRUE;
}

static gboolean
was_on_shelf (const QdReviewScope *scope,
              QdId                 card)
{
  const QdPastCell *cell = qd_past_find (scope->past, card, QD_FIELD_CARD_ARCHIVED);

  return cell != NULL && qd_value_get_integer (&cell->was) == QD_KEEPING_SHELF;
}

/* On the board now, and not then. What came back with its column is told with that. */
static void
tell_arrival (const QdReviewScope *scope,
              const Way           *way)
{
  const QdReviewColumn *from = find_column (scope, way->column);
  const QdPastCell *created = qd_past_find (scope->past, way->id, QD_FIELD_CARD_CREATED);
  g_autofree char *title = qd_review_dup_title_of (way->card);
  g_autofree char *column = qd_review_dup_title_of (qd_card_get_column (way->card));
  g_autofree char *board = NULL;

  if (way->existed && from != NULL && from->board != qd_entity_get_id (QD_ENTITY (scope->board)))
    {
      QdEntity *other = qd_store_lookup (scope->store, from->board);

      board = qd_review_dup_title (other != NULL ? qd_entity_get_title (other) : "");
      qd_review_add_deed (scope, QD_REVIEW_DEED_CAME, way->id, way->card, way->cell,
                          g_strdup_printf (_("“%s” came from the board “%s”; it stands in %s"),
                                           title, board, column));
    }
  else if (way->existed)
    return;
  else if (created == NULL)
    qd_review_add_deed (scope, QD_REVIEW_DEED_CAME, way->id, way->card, way->cell,
                        g_strdup_printf (was_on_shelf (scope, way->id)
                                           ? _("“%s” is back from the shelf; it stands in %s")
                                           : _("“%s” is back from the archive; it stands in %s"),
                                         title, column));
  else
    qd_review_add_deed (scope, QD_REVIEW_DEED_NEW, way->id, way->card, created,
                        g_strdup_printf (_("“%s” is new; it stands in %s"), title, column));
}

/* Whether another board of the review tells that the card came there. */
static gboolean
is_told_there (const QdReviewScope *scope,
               const Way           *way,
               QdEntity            *board)
{
  const QdReviewBoard *other = qd_review_find_board (scope->review, qd_entity_get_id (board));

  return other != NULL && way->cell != NULL && way->cell->stamp >> 16 > other->since;
}

/* In which column it stands now, on a board that may not be loaded; %QD_ID_NONE for one
 * that was put away itself.
 */
static QdId
find_column_now (const QdReviewScope *scope,
                 QdId                 card)
{
  gint64 parent = QD_ID_NONE;

  qd_db_get_integer (qd_store_get_db (scope->store), NULL, &parent,
                     "SELECT parent FROM card WHERE id=?1 AND coalesce(archived,0)=0"
                     " AND coalesce(deleted,0)=0", "i", card);

  return parent;
}

/* The board where it went to, while that is in sight. */
static QdEntity *
find_board_now (const QdReviewScope *scope,
                QdId                 column)
{
  const QdReviewColumn *there = find_column (scope, column);
  QdEntity *board = there != NULL && there->alive ? qd_store_lookup (scope->store, there->board)
                                                  : NULL;

  return board != NULL && qd_entity_get_alive (board) ? board : NULL;
}

/* On the board then, and not now. What went with its column is told with that. */
static void
tell_departure (const QdReviewScope *scope,
                const Way           *way)
{
  const QdId column = find_column_now (scope, way->id);
  QdEntity *board = find_board_now (scope, column);
  g_autofree char *title = NULL;
  g_autofree char *other = NULL;
  QdReviewItem *item;

  if (column == way->column || (board != NULL && is_told_there (scope, way, board)))
    return;

  title = dup_old_title (scope, way->id, QD_ENTITY_CARD);
  if (board != NULL)
    {
      other = qd_review_dup_title_of (board);
      item = qd_review_add_deed (scope, QD_REVIEW_DEED_WENT, way->id, NULL, way->cell,
                                 g_strdup_printf (_("“%s” went to the board “%s”"), title,
                                                  other));
      item->found_on = qd_entity_get_id (board);
      item->card = way->id;
      return;
    }

  other = dup_column_title (scope, way->column);
  item = qd_review_add_deed (scope, QD_REVIEW_DEED_DROPPED, way->id, NULL, way->cell,
                             g_strdup_printf (is_on_shelf (scope, way->id, QD_ENTITY_CARD)
                                                ? _("“%s” went to the shelf; it stood in %s")
                                                : _("“%s” was dropped; it stood in %s"), title,
                                              other));
  item->card = way->id;
  item->present = FALSE;
}

/* One line, wherever it was in between. */
static void
tell_move (const QdReviewScope *scope,
           const Way           *way)
{
  QdColumn *column = qd_card_get_column (way->card);
  const QdPastCell *cell = qd_past_find (scope->past, way->id, QD_FIELD_CARD_PLACE);
  g_autofree char *title = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (way->column == qd_entity_get_id (QD_ENTITY (column)))
    return;

  title = qd_review_dup_title_of (way->card);
  from = dup_column_title (scope, way->column);
  to = qd_review_dup_title_of (column);
  qd_review_add_deed (scope, QD_REVIEW_DEED_MOVED, way->id, way->card, cell,
                      g_strdup_printf (_("“%s” moved from %s to %s"), title, from, to));
}

static gboolean
tell_card (const QdReviewScope *scope,
           QdId                 id,
           GError             **error)
{
  Way way = { .column = QD_ID_NONE };

  if (!find_way (scope, id, &way, error))
    return FALSE;

  if (way.card != NULL && way.was_here)
    tell_move (scope, &way);
  else if (way.card != NULL)
    tell_arrival (scope, &way);
  /* With its column, which is told of. */
  else if (way.was_here && way.cell != NULL)
    tell_departure (scope, &way);

  return TRUE;
}

typedef gboolean (*TellFunc) (const QdReviewScope *scope,
                              QdId                 id,
                              GError             **error);

static gboolean
tell_each (const QdReviewScope *scope,
           QdEntityKind         kind,
           TellFunc             tell,
           GError             **error)
{
  const GArray *things = qd_past_get_things (scope->past, kind);

  for (guint i = 0; i < things->len; i++)
    if (!tell (scope, g_array_index (things, QdId, i), error))
      return FALSE;

  return TRUE;
}

/* All of it is new, and a line for each thing would say no more. */
static gboolean
tell_new_board (const QdReviewScope *scope)
{
  const QdId id = qd_entity_get_id (QD_ENTITY (scope->board));
  const QdPastCell *cell = qd_past_find (scope->past, id, QD_FIELD_BOARD_CREATED);
  g_autofree char *title = NULL;
  g_autofree char *objectives = NULL;
  g_autofree char *cards = NULL;
  QdReviewItem *item;
  guint n_objectives, n_cards = 0;

  if (cell == NULL || cell->was.type != QD_VALUE_NULL)
    return FALSE;

  for (guint i = 0; i < qd_ordered_list_get_length (qd_board_get_columns (scope->board)); i++)
    n_cards += qd_column_get_n_cards (qd_ordered_list_peek (qd_board_get_columns (scope->board),
                                                            i));
  n_objectives = qd_ordered_list_get_length (qd_board_get_objectives (scope->board));
  title = qd_review_dup_title_of (scope->board);
  objectives = g_strdup_printf (ngettext ("%u objective", "%u objectives", n_objectives),
                                n_objectives);
  cards = g_strdup_printf (ngettext ("%u card", "%u cards", n_cards), n_cards);
  item = qd_review_add_deed (scope, QD_REVIEW_DEED_BOARD_NEW, id, NULL, cell,
                             g_strdup_printf (_("The board “%s” is new"), title));
  g_free (item->reason);
  /* Translators: "3 objectives, 9 cards" */
  item->reason = g_strdup_printf (_("%s, %s"), objectives, cards);

  return TRUE;
}

/* Tells what changed on the board since. Returns whether the log could be read. */
gboolean
qd_review_tell_changes (const QdReviewScope  *scope,
                        GError              **error)
{
  if (tell_new_board (scope))
    return TRUE;

  return tell_each (scope, QD_ENTITY_COLUMN, tell_column, error) &&
         tell_each (scope, QD_ENTITY_OBJECTIVE, tell_objective, error) &&
         tell_each (scope, QD_ENTITY_CARD, tell_card, error) &&
         qd_review_tell_figures (scope, error);
}
