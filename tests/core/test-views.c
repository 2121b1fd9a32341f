/* Saved views of several boards, and boards that were reviewed: made, changed, moved, put
 * away and taken back, told in the history, and shown by other windows.
 */

#include "config.h"

#include <string.h>

#include "state-dump.h"
#include "store-fixture.h"
#include "store/qd-edit-view.h"
#include "store/qd-edit.h"
#include "store/qd-history.h"
#include "store/qd-undo.h"

typedef struct
{
  Scratch *scratch;
  FixtureClock clock;
  QdStore *store;
  QdId boards[2];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->scratch = scratch_new ();
  fixture->clock.now = FIXTURE_NOW;
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->boards); i++)
    fixture->boards[i] = fixture_new_board (fixture->store, i == 0 ? "Growth" : "Sales");
}

/* However it was done, the file says what its log says. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *tables = state_dump_tables (fixture->scratch->path);
  g_autofree char *expected = state_dump_from_payloads (fixture->scratch->path);

  state_assert_same ("The projections and what the log says", tables, expected);
  g_assert_finalize_object (fixture->store);
  scratch_free (fixture->scratch);
}

static QdId
new_view (Fixture    *fixture,
          const char *title)
{
  const QdViewDraft draft = {
    .title = title, .boards = fixture->boards, .n_boards = 2, .density = QD_DENSITY_COMPACT,
    .filter = (const char * const []) { "health:at-risk", "text:so on", NULL },
  };
  g_autoptr (GError) error = NULL;
  QdId view = qd_edit_new_view (fixture->store, &draft, &error);

  g_assert_no_error (error);

  return view;
}

/* All views of the store in their order, on a line each. */
static char *
tell_views (QdStore *store)
{
  QdOrderedList *views = qd_workspace_get_views (qd_store_get_workspace (store));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < qd_ordered_list_get_length (views); i++)
    {
      QdView *view = qd_ordered_list_peek (views, i);
      g_autofree char *filter = g_strjoinv ("|", (char **) qd_view_get_filter (view));
      const QdId *boards;
      guint n_boards;

      boards = qd_view_get_boards (view, &n_boards);
      g_string_append_printf (text, "%s:", qd_entity_get_title (QD_ENTITY (view)));
      for (guint j = 0; j < n_boards; j++)
        {
          QdEntity *board = qd_store_lookup (store, boards[j]);

          g_string_append_printf (text, " %s", board != NULL ? qd_entity_get_title (board) : "?");
        }
      g_string_append_printf (text, "; %d; %s\n", (int) qd_view_get_density (view), filter);
    }

  return g_string_free (text, FALSE);
}

static void
assert_views (QdStore    *store,
              const char *expected)
{
  g_autofree char *text = tell_views (store);

  g_assert_cmpstr (text, ==, expected);
}

/* Now, and when the file is opened anew. */
static void
assert_keeps (Fixture    *fixture,
              const char *expected)
{
  assert_views (fixture->store, expected);
  g_assert_finalize_object (fixture->store);
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  assert_views (fixture->store, expected);
}

static void
assert_told (Fixture    *fixture,
             QdId        thing,
             const char *sentence,
             const char *name)
{
  g_autoptr (GPtrArray) entries = qd_history_of (fixture->store, thing, 1, NULL);
  g_autofree char *undo = qd_undo_dup_name (fixture->store);

  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((QdHistoryEntry *) entries->pdata[0])->sentence, ==, sentence);
  g_assert_cmpstr (undo, ==, name);
}

static void
undo (Fixture    *fixture,
      const char *expected)
{
  g_autoptr (GError) error = NULL;

  qd_undo_undo (fixture->store, NULL, &error);
  g_assert_no_error (error);
  assert_views (fixture->store, expected);
}

static void
redo (Fixture    *fixture,
      const char *expected)
{
  g_autoptr (GError) error = NULL;

  qd_undo_redo (fixture->store, NULL, &error);
  g_assert_no_error (error);
  assert_views (fixture->store, expected);
}

#define WEEKLY "Weekly: Growth Sales; 1; health:at-risk|text:so on\n"

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  QdId view = new_view (fixture, " Week\nly ");

  assert_keeps (fixture, "Week ly: Growth Sales; 1; health:at-risk|text:so on\n");
  assert_told (fixture, view, "Saved the view “Week ly”", "Save the View “Week ly”");
  undo (fixture, "");
  redo (fixture, "Week ly: Growth Sales; 1; health:at-risk|text:so on\n");
  assert_keeps (fixture, "Week ly: Growth Sales; 1; health:at-risk|text:so on\n");
}

static void
assert_no_title (Fixture    *fixture,
                 QdId        view,
                 const char *title)
{
  const gint64 n_entries = scratch_count (fixture->scratch->path, "tx");
  const QdViewDraft draft = { .title = title };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (qd_edit_new_view (fixture->store, &draft, &error), ==, QD_ID_NONE);
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (qd_edit_change_view (fixture->store, view, &draft, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, n_entries);
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  QdId view = new_view (fixture, "Weekly");
  QdViewDraft draft = { .title = "Weekly", .density = QD_DENSITY_COMPACT };
  const gint64 n_entries = scratch_count (fixture->scratch->path, "tx");

  /* Fewer boards and no filter, in one step. */
  draft.boards = &fixture->boards[1];
  draft.n_boards = 1;
  g_assert_true (qd_edit_change_view (fixture->store, view, &draft, NULL));
  g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, n_entries + 1);
  assert_keeps (fixture, "Weekly: Sales; 1; \n");
  assert_told (fixture, view, "Changed the view “Weekly”", "Change the View “Weekly”");
  g_assert_true (qd_edit_change_view (fixture->store, view, &draft, NULL));
  g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, n_entries + 1);

  draft.density = QD_DENSITY_COUNTS;
  g_assert_true (qd_edit_change_view (fixture->store, view, &draft, NULL));
  assert_views (fixture->store, "Weekly: Sales; 0; \n");
  assert_told (fixture, view, "Changed the view “Weekly”", "Change the View “Weekly”");
  undo (fixture, "Weekly: Sales; 1; \n");
  undo (fixture, WEEKLY);
  redo (fixture, "Weekly: Sales; 1; \n");

  draft = (QdViewDraft) { .title = "Monthly", .density = QD_DENSITY_CARDS };
  g_assert_true (qd_edit_change_view (fixture->store, view, &draft, NULL));
  assert_keeps (fixture, "Monthly:; 2; \n");
  assert_told (fixture, view, "Renamed “Weekly” to “Monthly”", "Rename “Weekly” to “Monthly”");

  assert_no_title (fixture, view, NULL);
  assert_no_title (fixture, view, "");
  assert_no_title (fixture, view, " \t\n");
  assert_no_title (fixture, view, "\xff");
}

static void
test_archive (Fixture       *fixture,
              gconstpointer  data)
{
  QdId view = new_view (fixture, "Weekly");
  const QdViewDraft draft = { .title = "Other" };
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_VIEW, view, TRUE, NULL));
  assert_keeps (fixture, "");
  assert_told (fixture, view, "Archived “Weekly”", "Archive “Weekly”");

  g_assert_false (qd_edit_change_view (fixture->store, view, &draft, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "This was removed in the meantime. Nothing was changed.");
  g_clear_error (&error);
  g_assert_false (qd_edit_change_view (fixture->store, 4711, &draft, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);

  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_VIEW, view, FALSE, NULL));
  assert_keeps (fixture, WEEKLY);
  assert_told (fixture, view, "Restored “Weekly”", "Restore “Weekly”");
  undo (fixture, "");
  undo (fixture, WEEKLY);
}

static void
assert_order (Fixture    *fixture,
              const char *expected)
{
  QdOrderedList *views = qd_workspace_get_views (qd_store_get_workspace (fixture->store));
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < qd_ordered_list_get_length (views); i++)
    g_string_append (order, qd_entity_get_title (qd_ordered_list_peek (views, i)));
  g_assert_cmpstr (order->str, ==, expected);
}

/* Ctrl+Alt+1 … 9 count them in this order. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  QdId views[3];

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    views[i] = new_view (fixture, (const char * const []) { "A", "B", "C" }[i]);
  assert_order (fixture, "ABC");

  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_VIEW, views[2], QD_ID_NONE,
                               QD_SIDE_FIRST, QD_ID_NONE, NULL));
  assert_order (fixture, "CAB");
  assert_told (fixture, views[2], "Moved the view “C”", "Move the View “C”");
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_VIEW, views[2], QD_ID_NONE,
                               QD_SIDE_AFTER, views[0], NULL));
  assert_order (fixture, "ACB");
  g_assert_true (qd_edit_move (fixture->store, QD_ENTITY_VIEW, views[1], QD_ID_NONE,
                               QD_SIDE_BEFORE, views[0], NULL));
  assert_order (fixture, "BAC");
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_order (fixture, "ACB");

  /* One that comes back stands where it stood. */
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_VIEW, views[2], TRUE, NULL));
  new_view (fixture, "D");
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_VIEW, views[2], FALSE, NULL));
  assert_order (fixture, "ACBD");
  g_assert_finalize_object (fixture->store);
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  assert_order (fixture, "ACBD");
}

/* A token is one line, whatever somebody pasted into it. */
static void
test_hostile_filter (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *tokens[] = {
    "text:two\nlines", "text:\r\nowner:7", "", "text:a|b;c \"d\" 'e' \\ %s",
    "text:\xe2\x80\xa8日本語 \xf0\x9f\x9a\x80", NULL,
  };
  const char *broken[] = { "text:fine", "text:\xff\xfe", NULL };
  const char *empty[] = { "", NULL };
  QdViewDraft draft = { .title = "V", .filter = tokens };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (qd_edit_new_view (fixture->store, &draft, &error), !=, QD_ID_NONE);
  g_assert_no_error (error);
  assert_keeps (fixture, "V:; 0; text:two lines|text:  owner:7||"
                         "text:a|b;c \"d\" 'e' \\ %s|text:\xe2\x80\xa8日本語 \xf0\x9f\x9a\x80\n");

  draft.filter = broken;
  g_assert_cmpint (qd_edit_new_view (fixture->store, &draft, &error), ==, QD_ID_NONE);
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);

  undo (fixture, "");
  draft.filter = empty;
  g_assert_cmpint (qd_edit_new_view (fixture->store, &draft, NULL), !=, QD_ID_NONE);
  assert_keeps (fixture, "V:; 0; \n");
}

/* Boards that are gone stay in the view: they may come back. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  const QdId boards[] = { fixture->boards[1], 4711, fixture->boards[0], fixture->boards[1] };
  const QdViewDraft draft = {
    .title = "V", .boards = boards, .n_boards = G_N_ELEMENTS (boards),
    .density = QD_DENSITY_CARDS,
  };

  g_assert_cmpint (qd_edit_new_view (fixture->store, &draft, NULL), !=, QD_ID_NONE);
  assert_keeps (fixture, "V: Sales ? Growth Sales; 2; \n");
  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_BOARD, boards[0], TRUE, NULL));
  assert_keeps (fixture, "V: Sales ? Growth Sales; 2; \n");
}

static void
test_many_boards (Fixture       *fixture,
                  gconstpointer  data)
{
  const guint n = 5000;
  g_autofree QdId *boards = g_new (QdId, n);
  QdViewDraft draft = { .title = "All", .boards = boards, .n_boards = n };
  QdOrderedList *views;
  const QdId *read;
  guint n_read;

  for (guint i = 0; i < n; i++)
    boards[i] = G_MAXINT64 - i;
  g_assert_cmpint (qd_edit_new_view (fixture->store, &draft, NULL), !=, QD_ID_NONE);
  g_assert_finalize_object (fixture->store);
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);

  views = qd_workspace_get_views (qd_store_get_workspace (fixture->store));
  read = qd_view_get_boards (qd_ordered_list_peek (views, 0), &n_read);
  g_assert_cmpmem (read, n_read * sizeof *read, boards, n * sizeof *boards);
}

/* A density of another version shows as cards do on their board. */
static void
test_unknown_density (Fixture       *fixture,
                      gconstpointer  data)
{
  QdId view = new_view (fixture, "Weekly");
  g_autoptr (QdTransaction) transaction = qd_transaction_new (fixture->store,
                                                              QD_TRANSACTION_EDIT);

  for (gint64 density = -1; density <= QD_N_DENSITIES; density += QD_N_DENSITIES + 1)
    {
      qd_transaction_set_integer (transaction, view, QD_FIELD_VIEW_DENSITY, density);
      g_assert_true (qd_transaction_commit (transaction, NULL));
      assert_views (fixture->store,
                    "Weekly: Growth Sales; 2; health:at-risk|text:so on\n");
    }
}

/* Two windows, or two programs, on one file. */
static void
test_other_window (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (QdStore) other = fixture_open (fixture->scratch->path, &fixture->clock);
  const QdViewDraft draft = { .title = "Mine", .boards = fixture->boards, .n_boards = 1 };
  const gint64 at = FIXTURE_NOW - 1;
  const QdReviewed reviewed = { fixture->boards[0], at };
  QdId view = new_view (fixture, "Weekly");

  assert_views (other, "");
  g_assert_true (qd_store_catch_up (other, NULL));
  assert_views (other, WEEKLY);
  g_assert_true (qd_edit_change_view (other, view, &draft, NULL));
  g_assert_true (qd_edit_mark_reviewed (other, &reviewed, 1, NULL));
  g_assert_true (qd_store_catch_up (fixture->store, NULL));
  assert_views (fixture->store, "Mine: Growth; 0; \n");
  g_assert_cmpint (qd_board_get_reviewed (QD_BOARD (qd_store_lookup (fixture->store,
                                                                     fixture->boards[0]))),
                   ==, at);

  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_VIEW, view, TRUE, NULL));
  g_assert_true (qd_store_catch_up (other, NULL));
  assert_views (other, "");
}

static void
assert_reviewed (Fixture *fixture,
                 gint64   first,
                 gint64   second)
{
  const gint64 expected[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      QdEntity *board = qd_store_lookup (fixture->store, fixture->boards[i]);

      g_assert_cmpint (qd_board_get_reviewed (QD_BOARD (board)), ==, expected[i]);
    }
}

static void
test_reviewed (Fixture       *fixture,
               gconstpointer  data)
{
  const gint64 n_entries = scratch_count (fixture->scratch->path, "tx");
  const QdReviewed first = { fixture->boards[0], FIXTURE_NOW };
  const QdReviewed both[] = {
    { fixture->boards[0], FIXTURE_NOW + 5 }, { fixture->boards[1], FIXTURE_NOW + 6 },
  };

  assert_reviewed (fixture, 0, 0);
  g_assert_true (qd_edit_mark_reviewed (fixture->store, &first, 1, NULL));
  assert_reviewed (fixture, FIXTURE_NOW, 0);
  assert_told (fixture, fixture->boards[0], "Reviewed “Growth”", "Review “Growth”");

  g_assert_true (qd_edit_mark_reviewed (fixture->store, both, 2, NULL));
  g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, n_entries + 2);
  assert_reviewed (fixture, FIXTURE_NOW + 5, FIXTURE_NOW + 6);
  g_assert_finalize_object (fixture->store);
  fixture->store = fixture_open (fixture->scratch->path, &fixture->clock);
  assert_reviewed (fixture, FIXTURE_NOW + 5, FIXTURE_NOW + 6);

  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_reviewed (fixture, FIXTURE_NOW, 0);
  g_assert_true (qd_undo_undo (fixture->store, NULL, NULL));
  assert_reviewed (fixture, 0, 0);
  g_assert_true (qd_undo_redo (fixture->store, NULL, NULL));
  assert_reviewed (fixture, FIXTURE_NOW, 0);
}

/* All or none. */
static void
test_reviewed_gone (Fixture       *fixture,
                    gconstpointer  data)
{
  const QdReviewed archived[] = {
    { fixture->boards[0], FIXTURE_NOW }, { fixture->boards[1], FIXTURE_NOW },
  };
  const QdReviewed strange[] = {
    { fixture->boards[0], FIXTURE_NOW }, { 4711, FIXTURE_NOW },
  };
  gint64 n_entries;
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_edit_archive (fixture->store, QD_ENTITY_BOARD, fixture->boards[1], TRUE,
                                  NULL));
  n_entries = scratch_count (fixture->scratch->path, "tx");

  g_assert_false (qd_edit_mark_reviewed (fixture->store, archived, 2, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "The board was archived or deleted in the meantime. Nothing was changed.");
  g_clear_error (&error);
  g_assert_false (qd_edit_mark_reviewed (fixture->store, strange, 2, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_NOT_FOUND);

  assert_reviewed (fixture, 0, 0);
  g_assert_cmpint (scratch_count (fixture->scratch->path, "tx"), ==, n_entries);
  scratch_execute (fixture->scratch->path, "BEGIN IMMEDIATE; COMMIT");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  ADD ("/views/new", test_new);
  ADD ("/views/change", test_change);
  ADD ("/views/archive", test_archive);
  ADD ("/views/order", test_order);
  ADD ("/views/hostile-filter", test_hostile_filter);
  ADD ("/views/gone", test_gone);
  ADD ("/views/many-boards", test_many_boards);
  ADD ("/views/unknown-density", test_unknown_density);
  ADD ("/views/other-window", test_other_window);
  ADD ("/views/reviewed", test_reviewed);
  ADD ("/views/reviewed/gone", test_reviewed_gone);

#undef ADD

  return g_test_run ();
}
