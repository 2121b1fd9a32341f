/* What the models are to be told of another day: everything that has a row, and the
 * cards. The rest are a few rows, which the loader reads when it turns.
 */

#include "config.h"

#include "qd-loader-private.h"
#include "qd-turn-rows.h"

static gboolean
read_kind (QdTurnRows    *self,
           QdDb          *db,
           QdEntityKind   kind,
           GError       **error)
{
  g_autofree char *sql = NULL;
  GError *failed = NULL;
  sqlite3_stmt *row;

  sql = g_strdup_printf ("SELECT id, %s FROM temp.\"%s\"",
                         kind == QD_ENTITY_CARD ? "iif(" QD_ROW_IS_ALIVE ", parent, 0)" : "0",
                         qd_field_get_table (kind));
  row = qd_db_query (db, error, sql, "");
  while (row != NULL && qd_db_next (db, row, &failed))
    {
      const QdId id = sqlite3_column_int64 (row, 0);
      const QdId column = sqlite3_column_int64 (row, 1);

      g_hash_table_insert (self->there, g_memdup2 (&id, sizeof id),
                           g_memdup2 (&column, sizeof column));
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

static gboolean
read_there (QdTurnRows  *self,
            QdDb        *db,
            GError     **error)
{
  static const QdEntityKind kinds[] = {
    QD_ENTITY_CYCLE, QD_ENTITY_PERSON, QD_ENTITY_TEAM, QD_ENTITY_BOARD, QD_ENTITY_COLUMN,
    QD_ENTITY_OBJECTIVE, QD_ENTITY_VIEW, QD_ENTITY_CARD,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!read_kind (self, db, kinds[i], error))
      return FALSE;

  return TRUE;
}

/* The same order as in qd_loader_load_cards(). */
static gboolean
read_cards (QdTurnRows  *self,
            QdDb        *db,
            GError     **error)
{
  GError *failed = NULL;
  sqlite3_stmt *row;

  row = qd_db_query (db, error,
                     "SELECT id, " QD_ROW_IS_ALIVE ", title, " QD_CARD_ROW_COLUMNS
                     " FROM temp.card WHERE +id>0 AND " QD_ROW_IS_ALIVE
                     " ORDER BY parent, rank, id", "");
  while (row != NULL && qd_db_next (db, row, &failed))
    {
      const guint nth = self->cards->len;
      QdCardRow card;

      qd_card_row_read (&card, row, self->texts);
      g_array_append_val (self->cards, card);
      if (!g_hash_table_contains (self->firsts, &card.column))
        g_hash_table_insert (self->firsts, g_memdup2 (&card.column, sizeof card.column),
                             g_memdup2 (&nth, sizeof nth));
    }
  if (failed != NULL)
    g_propagate_error (error, failed);

  return row != NULL && failed == NULL;
}

static void
clear_card (gpointer row)
{
  qd_card_row_clear (row);
}

/**
 * qd_turn_rows_read:
 * @db: a connection with temporary projections; from any thread
 * @error: return location
 *
 * Returns: (transfer full) (nullable): their rows
 */
QdTurnRows *
qd_turn_rows_read (QdDb    *db,
                   GError **error)
{
  g_autoptr (QdTurnRows) self = g_new0 (QdTurnRows, 1);

  self->there = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->firsts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->cards = g_array_new (FALSE, FALSE, sizeof (QdCardRow));
  g_array_set_clear_func (self->cards, clear_card);
  self->texts = g_string_chunk_new (4096);
  if (!read_there (self, db, error) || !read_cards (self, db, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
qd_turn_rows_free (QdTurnRows *self)
{
  g_hash_table_unref (self->there);
  g_hash_table_unref (self->firsts);
  g_array_unref (self->cards);
  g_string_chunk_free (self->texts);
  g_free (self);
}
