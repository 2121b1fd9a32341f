/* Files for the tests of the store, each in a folder of its own: filled with
 * realistic work, looked into, and damaged.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "scratch.h"
#include "store/qd-check.h"
#include "store/qd-db.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"
#include "store/qd-field.h"
#include "store/qd-undo.h"

static void
delete_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      delete_tree (child);
    }
  g_remove (path);
}

static void
check_in (QdStore *store,
          QdId     card,
          double   value)
{
  g_autoptr (QdTransaction) transaction = qd_transaction_new (store, QD_TRANSACTION_EDIT);
  g_autoptr (GError) error = NULL;
  QdId id = qd_transaction_create (transaction, QD_ENTITY_CHECKIN);

  qd_transaction_set_id (transaction, id, QD_FIELD_CHECKIN_CARD, card);
  qd_transaction_set_day (transaction, id, QD_FIELD_CHECKIN_DAY, qd_day_new (2026, 11, 20));
  qd_transaction_set_real (transaction, id, QD_FIELD_CHECKIN_VALUE, value);
  qd_transaction_set_text (transaction, id, QD_FIELD_CHECKIN_NOTE, "Slower than hoped");
  g_assert_true (qd_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

Scratch *
scratch_new (void)
{
  Scratch *self = g_new0 (Scratch, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("quarterdeck-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = scratch_name (self, "okrs.db");

  return self;
}

void
scratch_free (Scratch *self)
{
  delete_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

char *
scratch_name (Scratch    *self,
              const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* Opens the file without models; it must work. */
QdStore *
scratch_open (Scratch *self)
{
  g_autoptr (GError) error = NULL;
  QdStore *store = qd_store_open (self->path, QD_OPEN_WITHOUT_MODELS, &error);

  g_assert_no_error (error);
  g_assert_true (QD_IS_STORE (store));

  return store;
}

/* One of everything that can belong to a card. */
static void
enrich (QdStore *store,
        QdId     card)
{
  const QdDay day = qd_day_new (2026, 11, 20);

  g_assert_cmpint (qd_edit_new_milestone (store, card, "Sign the contract", NULL), !=,
                   QD_ID_NONE);
  g_assert_cmpint (qd_edit_new_phase (store, card, day, 0.1, NULL), !=, QD_ID_NONE);
  g_assert_cmpint (qd_edit_new_dependency (store, card, "Data feed", "Platform", day, NULL), !=,
                   QD_ID_NONE);
  g_assert_cmpint (qd_edit_new_comment (store, card, "Well begun", NULL), !=, QD_ID_NONE);
  g_assert_cmpint (qd_edit_answer (store, card, 7, "3 of 5", "We know", NULL), !=, QD_ID_NONE);
}

/* A board with objectives, cards in two columns, an owner, check-ins, milestones and
 * the like, an undo.
 */
void
scratch_fill (Scratch *self,
              guint    n_cards)
{
  g_autoptr (QdStore) store = scratch_open (self);
  QdId board, objective, columns[2];

  board = qd_edit_new_board_in_new_cycle (store, "Customer Success", "2026 Q4",
                                          qd_day_new (2026, 10, 1), qd_day_new (2026, 12, 31),
                                          NULL);
  g_assert_cmpint (board, !=, QD_ID_NONE);
  objective = qd_edit_new_objective (store, board, "Delight our customers",
                                     "They stay when they are heard.", 0, QD_ID_NONE, NULL);
  columns[0] = scratch_ask (self->path, "SELECT id FROM \"column\" WHERE role=1");
  columns[1] = scratch_ask (self->path, "SELECT id FROM \"column\" WHERE role=2");

  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *title = g_strdup_printf ("Raise measure %u", i);
      QdId card = qd_edit_new_card (store, columns[0], title, objective, NULL, NULL);

      g_assert_cmpint (card, !=, QD_ID_NONE);
      if (i % 2 == 0)
        g_assert_true (qd_edit_move (store, QD_ENTITY_CARD, card, columns[1], QD_SIDE_FIRST,
                                     QD_ID_NONE, NULL));
      if (i % 3 == 0)
        g_assert_true (qd_edit_set_owner (store, card, "Ada", NULL));
      if (i % 4 == 0)
        check_in (store, card, i / 3.0);
      if (i % 10 == 3)
        enrich (store, card);
    }
  g_assert_true (qd_undo_undo (store, NULL, NULL));
}

void
scratch_add_card (QdStore    *store,
                  const char *title)
{
  g_autoptr (GError) error = NULL;
  QdId column = scratch_ask (qd_store_get_path (store),
                             "SELECT id FROM \"column\" ORDER BY role LIMIT 1");
  QdId card = qd_edit_new_card (store, column, title, QD_ID_NONE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (card, !=, QD_ID_NONE);
}

/* The first number of the first row, by another connection. */
gint64
scratch_ask (const char *path,
             const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_ONLY, &error);
  gint64 number = -1;

  g_assert_no_error (error);
  qd_db_get_integer (db, &error, &number, sql, "");
  g_assert_no_error (error);

  return number;
}

void
scratch_execute (const char *path,
                 const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  qd_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

gint64
scratch_count (const char *path,
               const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table);

  return scratch_ask (path, sql);
}

/* Everything a person sees in a file, as text: the rows of all projections. */
char *
scratch_dump (const char *path)
{
  g_autoptr (QdDb) db = qd_db_open (path, QD_DB_READ_ONLY, NULL);
  GString *dump = g_string_new (NULL);

  g_assert_nonnull (db);
  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_LAST + 1; kind++)
    {
      const char *table = kind <= QD_ENTITY_LAST ? qd_field_get_table ((QdEntityKind) kind)
                                                 : "search";
      g_autofree char *sql = g_strdup_printf ("SELECT rowid, * FROM \"%s\" ORDER BY rowid",
                                              table);
      sqlite3_stmt *row = qd_db_query (db, NULL, sql, "");

      g_string_append_printf (dump, "%s\n", table);
      while (qd_db_next (db, row, NULL))
        {
          for (int column = 0; column < sqlite3_column_count (row); column++)
            g_string_append_printf (dump, "%s|", qd_db_text (row, column));
          g_string_append_c (dump, '\n');
        }
    }

  return g_string_free (dump, FALSE);
}

/* Writes random bytes to random places. */
void
scratch_damage (const char *path,
                GRand      *random,
                guint       n_bytes)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_assert_cmpuint (length, >, 8192);
  for (guint i = 0; i < n_bytes; i++)
    {
      const gint32 place = g_rand_int_range (random, 0, (gint32) length);

      contents[place] = (char) g_rand_int_range (random, 0, 256);
    }
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, &error));
  g_assert_no_error (error);
}

void
scratch_assert_sound (const char *path)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_check_file (path, &findings, NULL, &error));
  g_assert_no_error (error);
  if (findings->len > 0)
    g_error ("“%s” is not sound: %s", path, (char *) g_ptr_array_index (findings, 0));
}
