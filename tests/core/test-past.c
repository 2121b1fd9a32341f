/* The past as a store shows it: on every day exactly what was there on that day. */

#include "config.h"

#include <string.h>

#include "method/qd-confidence.h"
#include "model/qd-key-result.h"
#include "qd-error.h"
#include "scratch.h"
#include "state-dump.h"
#include "store-fixture.h"
#include "store-random.h"
#include "store/qd-comparison.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-past-differences.h"
#include "store/qd-past-marks.h"
#include "store/qd-past-store.h"
#include "store/qd-store-private.h"
#include "store/qd-undo.h"

#define N_STEPS 120
#define N_HISTORIES 6

/* What there was at an instant: the models of each board, and all rows of the tables. */
typedef struct
{
  gint64 at;
  GArray *boards;      /* of QdId */
  GPtrArray *dumps;    /* (element-type utf8): by these */
  char *tables;
} Sight;

static void
sight_free (gpointer data)
{
  Sight *self = data;

  g_array_unref (self->boards);
  g_ptr_array_unref (self->dumps);
  g_free (self->tables);
  g_free (self);
}

static void
append_rows (GString      *text,
             QdDb         *db,
             QdEntityKind  kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id",
                                          qd_field_get_table (kind));
  GError *error = NULL;
  sqlite3_stmt *row = qd_db_query (db, &error, sql, "");

  g_assert_no_error (error);
  while (qd_db_next (db, row, &error))
    {
      g_string_append (text, qd_field_get_table (kind));
      for (int i = 0; i < sqlite3_column_count (row); i++)
        if (qd_db_text (row, i) != NULL)
          g_string_append_printf (text, " %s=%s", sqlite3_column_name (row, i),
                                  qd_db_text (row, i));
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
}

/* Views are no part of any past. */
static char *
dump_tables (QdStore *store)
{
  GString *text = g_string_new (NULL);

  for (int kind = QD_ENTITY_CYCLE; kind <= QD_ENTITY_ANSWER; kind++)
    append_rows (text, qd_store_get_db (store), (QdEntityKind) kind);

  return g_string_free (text, FALSE);
}

static Sight *
look (QdStore *store,
      gint64   now)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  Sight *self = g_new0 (Sight, 1);

  self->at = now;
  self->boards = g_array_new (FALSE, FALSE, sizeof (QdId));
  self->dumps = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      const QdId id = qd_entity_get_id (qd_ordered_list_peek (boards, i));

      g_array_append_val (self->boards, id);
      g_ptr_array_add (self->dumps, state_dump_board (fixture_load_board (store, id)));
    }
  self->tables = dump_tables (store);

  return self;
}

/* Every board that the file ever had, whatever became of it. */
static GArray *
list_boards (QdStore *store)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (QdId));
  QdDb *db = qd_store_get_db (store);
  GError *error = NULL;
  sqlite3_stmt *row = qd_db_query (db, &error, "SELECT DISTINCT ent FROM chg WHERE field=300", "");

  while (qd_db_next (db, row, &error))
    {
      const QdId id = sqlite3_column_int64 (row, 0);

      g_array_append_val (ids, id);
    }
  g_assert_no_error (error);

  return ids;
}

static QdPastState *
read_state (QdStore *past,
            GArray  *boards,
            gint64   instant)
{
  g_autoptr (GError) error = NULL;
  QdPastState *state = qd_past_state_read (qd_store_get_path (past),
                                           (const QdId *) (gpointer) boards->data, boards->len,
                                           instant, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (state);

  return state;
}

static void
show (QdStore *past,
      GArray  *boards,
      gint64   instant)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_past_store_show (past, read_state (past, boards, instant), &error));
  g_assert_no_error (error);
}

/* Somebody pulls the slider on before all of a day shows. */
static void
show_in_part (QdStore *past,
              GArray  *boards,
              gint64   instant,
              int      n_pieces)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdPastTurn) turn = qd_past_turn_new (past, read_state (past, boards, instant),
                                                  &error);

  g_assert_no_error (error);
  while (n_pieces > 0 && qd_past_turn_go_on (turn))
    n_pieces--;
}

/* The lines of both, in the order of their texts: what hangs nowhere is in none. */
static gboolean
is_line_of (GHashTable *lines,
            const char *line)
{
  return *line == '\0' || g_hash_table_contains (lines, line);
}

static GHashTable *
split_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (lines[i]));

  return set;
}

static void
assert_within (const char *what,
               const char *part,
               const char *whole)
{
  g_autoptr (GHashTable) set = split_lines (whole);
  g_auto (GStrv) lines = g_strsplit (part, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!is_line_of (set, lines[i]))
      g_error ("%s: %s", what, lines[i]);
}

/* What was in sight then shows, and nothing else does. */
static void
assert_sight (QdStore     *past,
              const Sight *sight)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (past));
  g_autofree char *tables = dump_tables (past);

  g_assert_cmpuint (qd_ordered_list_get_length (boards), ==, sight->boards->len);
  for (guint i = 0; i < sight->boards->len; i++)
    {
      const QdId id = g_array_index (sight->boards, QdId, i);
      g_autofree char *dump = state_dump_board (fixture_load_board (past, id));

      state_assert_same ("A board in the past and what was seen then", dump,
                         sight->dumps->pdata[i]);
    }
  assert_within ("A row of the past that was not there", tables, sight->tables);
}

/* The same thing is the same object, on whatever day. */
static void
assert_objects (QdStore    *past,
                GHashTable *objects)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (past));

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);
      QdOrderedList *columns = qd_board_get_columns (board);

      for (guint j = 0; j < qd_ordered_list_get_length (columns); j++)
        {
          QdColumn *column = qd_ordered_list_peek (columns, j);
          QdOrderedList *cards = qd_column_get_cards (column);

          for (guint k = 0; k < qd_ordered_list_get_length (cards); k++)
            {
              QdEntity *card = qd_ordered_list_peek (cards, k);
              const QdId id = qd_entity_get_id (card);
              gpointer known = g_hash_table_lookup (objects, &id);

              g_assert_true (known == NULL || known == card);
              g_hash_table_insert (objects, g_memdup2 (&id, sizeof id), g_object_ref (card));
            }
        }
    }
}

/* Back and forth in any order, in one store. */
static void
test_any_day (gconstpointer data)
{
  const StoreRandomFlags flags = GPOINTER_TO_INT (data) | STORE_RANDOM_KEEP;

  for (int history = 0; history < N_HISTORIES; history++)
    {
      const guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (Scratch) scratch = scratch_new ();
      g_autoptr (GRand) rand = store_random_new (seed);
      g_autoptr (GPtrArray) sights = g_ptr_array_new_with_free_func (sight_free);
      g_autoptr (GArray) boards = NULL;
      g_autoptr (GHashTable) objects = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                                              g_free, g_object_unref);
      FixtureClock clock = { FIXTURE_NOW };
      QdStore *store = fixture_open (scratch->path, &clock);
      QdStore *past;

      g_test_message ("history of seed %u", seed);
      store_random_populate (store, rand);
      for (int step = 0; step < N_STEPS; step++)
        {
          clock.now += g_rand_int_range (rand, 1, 40000);
          store_random_step (store, rand, flags);
          if (step % 7 == 0)
            g_ptr_array_add (sights, look (store, clock.now));
        }

      boards = list_boards (store);
      past = qd_past_store_new (store);
      for (guint i = 0; i < 2 * sights->len; i++)
        {
          const Sight *sight = sights->pdata[i < sights->len
            ? i : (guint) g_rand_int_range (rand, 0, (gint32) sights->len)];

          if (i % 3 == 1)
            {
              const Sight *other = sights->pdata[g_rand_int_range (rand, 0,
                                                                   (gint32) sights->len)];

              show_in_part (past, boards, other->at, g_rand_int_range (rand, 0, 12));
            }
          show (past, boards, sight->at);
          assert_sight (past, sight);
          assert_objects (past, objects);
        }
      g_clear_pointer (&objects, g_hash_table_unref);
      g_assert_finalize_object (past);
      g_assert_finalize_object (store);
    }
}

/* Leaves out what no board has to name: of cycles, teams and people only those are there
 * that the file still knows, or that a board named then.
 */
static char *
dup_lines_of_boards (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *kept = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "cycle ") && !g_str_has_prefix (lines[i], "team ") &&
        !g_str_has_prefix (lines[i], "person "))
      g_string_append_printf (kept, "%s\n", lines[i]);

  return g_string_free (kept, FALSE);
}

/* Of a history on which nothing hangs loose, no row of the boards is missing, either. */
static void
test_all_rows (void)
{
  const guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (GRand) rand = store_random_new (seed);
  g_autoptr (GPtrArray) sights = g_ptr_array_new_with_free_func (sight_free);
  g_autoptr (GArray) boards = NULL;
  FixtureClock clock = { FIXTURE_NOW };
  QdStore *store = fixture_open (scratch->path, &clock);
  g_autoptr (QdStore) past = qd_past_store_new (store);

  g_test_message ("history of seed %u", seed);
  store_random_populate (store, rand);
  for (int step = 0; step < 2 * N_STEPS; step++)
    {
      clock.now += g_rand_int_range (rand, 1, 40000);
      store_random_step (store, rand, STORE_RANDOM_UNDO | STORE_RANDOM_KEEP);
      if (step % 9 == 0)
        g_ptr_array_add (sights, look (store, clock.now));
    }

  boards = list_boards (store);
  for (guint i = 0; i < sights->len; i++)
    {
      const Sight *sight = sights->pdata[i];
      g_autofree char *tables = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *seen = dup_lines_of_boards (sight->tables);

      show (past, boards, sight->at);
      tables = dump_tables (past);
      shown = dup_lines_of_boards (tables);
      state_assert_same ("The rows of the past and those of then", shown, seen);
    }
  g_object_unref (store);
}

/* One card that moves, gets a value and a title; one that comes, one that goes. */
static char *
compare (QdStore *store,
         QdId     board,
         gint64   earlier,
         gint64   later)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = qd_comparison_read (qd_store_get_path (store), &board, 1,
                                                    earlier, later, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const QdComparisonItem *item = items->pdata[i];

      g_string_append_printf (text, "%d %s: %s; ", (int) item->kind, item->title, item->text);
    }

  return g_strdup (text->str);
}

static void
test_comparison (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  FixtureClock clock = { FIXTURE_NOW };
  g_autoptr (QdStore) store = fixture_open (scratch->path, &clock);
  const QdId board = fixture_new_board (store, "Growth");
  const QdId card = fixture_new_card (store, fixture_column (store, board, 0), "Raise NPS");
  const QdId other = fixture_new_card (store, fixture_column (store, board, 0), "Grow");
  const QdCheckinDraft draft = { .day = qd_day_new (2026, 10, 1), .value = 41,
                                 .confidence = QD_CONFIDENCE_NONE };
  g_autofree char *changed = NULL;
  g_autofree char *back = NULL;
  g_autofree char *nothing = NULL;

  clock.now += 1000;
  g_assert_true (qd_edit_move (store, QD_ENTITY_CARD, card, fixture_column (store, board, 2), QD_SIDE_LAST,
                                    QD_ID_NONE, NULL));
  g_assert_cmpint (qd_edit_check_in (store, card, &draft, NULL), !=, QD_ID_NONE);
  g_assert_true (qd_edit_rename (store, QD_ENTITY_CARD, card, "Raise NPS to 50", NULL));
  g_assert_true (qd_edit_archive (store, QD_ENTITY_CARD, other, TRUE, NULL));
  fixture_new_card (store, fixture_column (store, board, 1), "Newer");

  changed = compare (store, board, FIXTURE_NOW, clock.now);
  g_assert_cmpstr (changed, ==,
                   "0 Raise NPS to 50: Not Started → At Risk; 1 Raise NPS to 50: — → 41; "
                   "2 Newer: in In Progress; 3 Grow: was in Not Started; "
                   "4 Raise NPS to 50: was “Raise NPS”; ");
  back = compare (store, board, clock.now, FIXTURE_NOW);
  g_assert_nonnull (strstr (back, "At Risk → Not Started"));
  nothing = compare (store, board, clock.now, clock.now + 1000);
  g_assert_cmpstr (nothing, ==, "");
}

static void
assert_copied (QdStore *store,
               QdId     card,
               QdField  field,
               gint64   instant)
{
  g_autoptr (GError) error = NULL;

  qd_edit_copy_back (store, card, field, instant, &error);
  g_assert_no_error (error);
}

/* Texts and values come back as edits, and go again by undoing them. */
static void
test_copy_back (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  FixtureClock clock = { FIXTURE_NOW };
  g_autoptr (QdStore) store = fixture_open (scratch->path, &clock);
  const QdId board = fixture_new_board (store, "Growth");
  const QdId card = fixture_new_card (store, fixture_column (store, board, 0), "Raise NPS");
  const QdId objective = qd_edit_new_objective (store, board, "Loved", "", 0, QD_ID_NONE,
                                               NULL);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  QdCard *model;

  fixture_load_board (store, board);
  model = QD_CARD (qd_store_lookup (store, card));
  qd_edit_set_figure (store, card, QD_FIELD_CARD_BASELINE, 33, NULL);
  qd_edit_set_text (store, card, QD_FIELD_CARD_DESCRIPTION, "Old words", FALSE, NULL);
  qd_edit_set_owner (store, card, "Ada", NULL);
  qd_edit_set_objective (store, card, objective, NULL);
  clock.now += 1000;
  qd_edit_set_figure (store, card, QD_FIELD_CARD_BASELINE, 12.5, NULL);
  qd_edit_set_text (store, card, QD_FIELD_CARD_DESCRIPTION, "", FALSE, NULL);
  qd_edit_set_owner (store, card, "Bob", NULL);
  qd_edit_set_objective (store, card, QD_ID_NONE, NULL);
  qd_edit_rename (store, QD_ENTITY_CARD, card, "Raise", NULL);

  differences = qd_past_differences_read (store, card, FIXTURE_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 5);

  assert_copied (store, card, QD_FIELD_CARD_BASELINE, FIXTURE_NOW);
  assert_copied (store, card, QD_FIELD_CARD_DESCRIPTION, FIXTURE_NOW);
  assert_copied (store, card, QD_FIELD_CARD_OWNER, FIXTURE_NOW);
  assert_copied (store, card, QD_FIELD_CARD_OBJECTIVE, FIXTURE_NOW);
  assert_copied (store, card, QD_FIELD_CARD_TITLE, FIXTURE_NOW);
  g_assert_cmpfloat (qd_key_result_get_baseline (QD_KEY_RESULT (model)), ==, 33);
  g_assert_cmpstr (qd_card_get_description (model), ==, "Old words");
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (qd_card_get_owner (model))), ==, "Ada");
  g_assert_nonnull (qd_card_get_objective (model));
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (model)), ==, "Raise NPS");

  g_assert_true (qd_undo_undo (store, NULL, NULL));
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (model)), ==, "Raise");

  g_assert_true (qd_edit_set_objective (store, card, QD_ID_NONE, NULL));
  g_assert_true (qd_edit_archive (store, QD_ENTITY_OBJECTIVE, objective, TRUE, NULL));
  g_assert_false (qd_edit_copy_back (store, card, QD_FIELD_CARD_OBJECTIVE, FIXTURE_NOW, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (qd_edit_archive (store, QD_ENTITY_CARD, card, TRUE, NULL));
  g_assert_false (qd_edit_copy_back (store, card, QD_FIELD_CARD_BASELINE, FIXTURE_NOW, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
}

static gint64
count_later (QdStore    *past,
             const char *table,
             gint64      instant)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE stamp>?1", table);
  g_autoptr (GError) error = NULL;
  gint64 count = -1;

  qd_db_get_integer (qd_store_get_db (past), &error, &count, sql, "i", instant << 16 | 0xffff);
  g_assert_no_error (error);

  return count;
}

/* Whoever asks the store of the past does not find what was written since, in whatever
 * table; and what belongs to a card is told by the card.
 */
static void
test_later (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  FixtureClock clock = { FIXTURE_NOW };
  g_autoptr (QdStore) store = fixture_open (scratch->path, &clock);
  const QdId board = fixture_new_board (store, "Growth");
  const QdId card = fixture_new_card (store, fixture_column (store, board, 0), "Raise NPS");
  const QdCheckinDraft draft = { .day = qd_day_new (2026, 10, 1), .value = 41,
                                 .blocker = "No test account",
                                 .confidence = QD_CONFIDENCE_NONE };
  const QdId checkin = qd_edit_check_in (store, card, &draft, NULL);
  g_autoptr (GArray) boards = g_array_new (FALSE, FALSE, sizeof (QdId));
  g_autoptr (QdStore) past = qd_past_store_new (store);
  const QdSummary *summary;

  clock.now += 1000;
  g_assert_true (qd_edit_resolve_blocker (store, checkin, draft.day + 1, NULL));
  g_assert_cmpint (count_later (store, "chg", FIXTURE_NOW), >, 0);

  g_array_append_val (boards, board);
  show (past, boards, FIXTURE_NOW);
  fixture_load_board (past, board);
  summary = qd_key_result_get_summary (QD_KEY_RESULT (qd_store_lookup (past, card)));
  g_assert_true (summary->blocked);
  g_assert_cmpint (count_later (past, "chg", FIXTURE_NOW), ==, 0);
  g_assert_cmpint (count_later (past, "tx", FIXTURE_NOW), ==, 0);

  show (past, boards, clock.now);
  summary = qd_key_result_get_summary (QD_KEY_RESULT (qd_store_lookup (past, card)));
  g_assert_false (summary->blocked);
}

/* A transaction counts once for a card, by the most that it did. */
static void
test_marks (void)
{
  const QdDay first = qd_day_new (2026, 10, 1);
  g_autoptr (Scratch) scratch = scratch_new ();
  FixtureClock clock = { FIXTURE_NOW };
  g_autoptr (QdStore) store = fixture_open (scratch->path, &clock);
  const QdId board = fixture_new_board (store, "Growth");
  const QdId other = fixture_new_board (store, "Sales");
  const QdId card = fixture_new_card (store, fixture_column (store, board, 0), "Raise NPS");
  const QdCheckinDraft draft = { .day = first, .value = 41, .confidence = QD_CONFIDENCE_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) marks = NULL;
  const QdPastMark *days;

  fixture_new_card (store, fixture_column (store, other, 0), "Elsewhere");
  clock.now += 2 * 24 * 60 * 60 * 1000;
  qd_edit_move (store, QD_ENTITY_CARD, card, fixture_column (store, board, 2), QD_SIDE_LAST, QD_ID_NONE,
                     NULL);
  qd_edit_check_in (store, card, &draft, NULL);
  clock.now++;
  qd_edit_rename (store, QD_ENTITY_CARD, card, "Raise", NULL);

  marks = qd_past_marks_read (scratch->path, &board, 1, first, first + 3, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marks->len, ==, 4);
  days = (const QdPastMark *) (gpointer) marks->data;
  g_assert_cmpuint (days[0].n_cards, ==, 1);
  g_assert_cmpuint (qd_past_mark_get_total (&days[0]), ==, 1);
  g_assert_cmpuint (qd_past_mark_get_total (&days[1]), ==, 0);
  g_assert_cmpuint (days[2].n_moves, ==, 1);
  g_assert_cmpuint (days[2].n_checkins, ==, 1);
  g_assert_cmpuint (days[2].n_edits, ==, 1);
  g_assert_cmpuint (qd_past_mark_get_total (&days[2]), ==, 3);

  /* From one board to another that shows, too: once. */
  clock.now += 24 * 60 * 60 * 1000;
  qd_edit_move (store, QD_ENTITY_CARD, card, fixture_column (store, other, 0), QD_SIDE_LAST,
                QD_ID_NONE, NULL);
  g_clear_pointer (&marks, g_array_unref);
  marks = qd_past_marks_read (scratch->path, (const QdId[]) { board, other }, 2, first,
                              first + 3, NULL, &error);
  g_assert_no_error (error);
  days = (const QdPastMark *) (gpointer) marks->data;
  g_assert_cmpuint (days[0].n_cards, ==, 2);
  g_assert_cmpuint (days[3].n_moves, ==, 1);
  g_assert_cmpuint (qd_past_mark_get_total (&days[3]), ==, 1);

  /* What was taken back did not happen; what was done again did, by then. */
  for (guint i = 0; i < 3; i++)
    {
      const guint expected[] = { 0, 1, 0 };

      g_assert_true ((i == 1 ? qd_undo_redo : qd_undo_undo) (store, NULL, NULL));
      g_clear_pointer (&marks, g_array_unref);
      marks = qd_past_marks_read (scratch->path, &board, 1, first, first + 3, NULL, &error);
      g_assert_no_error (error);
      days = (const QdPastMark *) (gpointer) marks->data;
      g_assert_cmpuint (qd_past_mark_get_total (&days[3]), ==, expected[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/past/any-day/plain", GINT_TO_POINTER (STORE_RANDOM_UNDO), test_any_day);
  g_test_add_data_func ("/past/any-day/wild",
                        GINT_TO_POINTER (STORE_RANDOM_UNDO | STORE_RANDOM_WILD), test_any_day);
  g_test_add_func ("/past/all-rows", test_all_rows);
  g_test_add_func ("/past/comparison", test_comparison);
  g_test_add_func ("/past/copy-back", test_copy_back);
  g_test_add_func ("/past/later", test_later);
  g_test_add_func ("/past/marks", test_marks);

  return g_test_run ();
}
