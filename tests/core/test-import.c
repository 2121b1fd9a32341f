/* Bringing in outlines: everything arrives in its place, nothing twice, nothing
 * is dropped without a word, and one undo takes all of it back.
 */

#include "config.h"

#include <string.h>

#include "exchange/qd-import.h"
#include "exchange/qd-outline-file.h"
#include "scratch.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"

static const char okrs[] =
  "# OKRs 2026 Q4\n"
  "\n"
  "## Customer Success\n"
  "\n"
  "We look after those who are here already.\n"
  "\n"
  "1. **Delight our customers**\n"
  "\n"
  "   WHY: They stay when they are heard.\n"
  "\n"
  "   - KR: Raise the net promoter score from 22 to 40\n"
  "     - Owner: Ada\n"
  "     - Now: 31\n"
  "     - Status: In Progress\n"
  "   - KR: First answer within 2 hours\n"
  "     - Owner: ada\n"
  "     - Status: Parked\n"
  "2. **Renew early**\n"
  "   - KR: Talks begin 60 days ahead\n"
  "     - Status: at risk\n"
  "\n"
  "## Marketing\n"
  "\n"
  "1. **Be found**\n"
  "   - KR: 50 qualified leads a week\n";

static char *
import (Scratch    *scratch,
        const char *text)
{
  g_autoptr (QdStore) store = scratch_open (scratch);
  g_autoptr (QdOutline) outline = NULL;
  g_autoptr (GError) error = NULL;
  char *report = NULL;

  outline = qd_outline_parse (text, strlen (text), NULL, qd_day_new (2026, 11, 22), &error);
  g_assert_no_error (error);
  g_assert_true (qd_import_outline (store, outline, "okrs.md", &report, &error));
  g_assert_no_error (error);
  g_clear_object (&store);
  scratch_assert_sound (scratch->path);

  return report;
}

#define assert_rows(scratch, expected, sql) \
  g_assert_cmpint (scratch_ask ((scratch)->path, "SELECT count(*) FROM " sql), ==, expected)

#define CARD_IN_ROLE(title, role) \
  "card JOIN \"column\" AS k ON k.id=card.parent WHERE card.title='" title "' AND k.role=" role

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    n++;

  return n;
}

static void
test_everything_arrives (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *report = import (scratch, okrs);

  assert_rows (scratch, 1, "cycle WHERE title='2026 Q4' AND first_day='2026-10-01'"
                           " AND last_day='2026-12-31'");
  assert_rows (scratch, 2, "board JOIN team ON team.id=board.team AND team.title=board.title"
                           " JOIN cycle ON cycle.id=board.parent");
  assert_rows (scratch, 8, "\"column\" JOIN board ON board.id=\"column\".parent"
                           " WHERE role BETWEEN 1 AND 4");
  assert_rows (scratch, 1, "board WHERE description LIKE 'We look after%'");
  assert_rows (scratch, 1, "objective WHERE title='Delight our customers' AND colour=0"
                           " AND why='They stay when they are heard.'");
  assert_rows (scratch, 1, "objective WHERE title='Renew early' AND colour=1");
  assert_rows (scratch, 1, "objective WHERE title='Be found' AND colour=0");
  assert_rows (scratch, 4, "card JOIN objective AS o ON o.id=card.objective"
                           " JOIN \"column\" AS k ON k.id=card.parent AND k.parent=o.parent");

  assert_rows (scratch, 1, "card WHERE title LIKE 'Raise%' AND metric=1 AND baseline=22"
                           " AND target=40 AND current=31 AND checked IS NOT NULL");
  assert_rows (scratch, 1, CARD_IN_ROLE ("Talks begin 60 days ahead", "3"));
  assert_rows (scratch, 1, CARD_IN_ROLE ("First answer within 2 hours", "1"));
  assert_rows (scratch, 1, CARD_IN_ROLE ("50 qualified leads a week", "1"));
  g_assert_nonnull (strstr (report, "Parked"));
  g_assert_nonnull (strstr (report, "Line 15"));

  /* Ada is one person, whatever her case. */
  assert_rows (scratch, 1, "person");
  assert_rows (scratch, 2, "card JOIN person ON person.id=card.owner");
  g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, 1);
  g_assert_true (g_str_has_prefix (report, "okrs.md: 2 new boards, 3 objectives and 4 key "
                                           "results in 2026 Q4."));
}

static void
test_undo (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *report = import (scratch, okrs);
  g_autofree char *before = scratch_dump (scratch->path);
  g_autofree char *after = NULL;

  {
    g_autoptr (QdStore) store = scratch_open (scratch);

    g_assert_true (qd_undo_undo (store, NULL, NULL));
    g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 0);
    g_assert_cmpint (scratch_count (scratch->path, "board"), ==, 0);
    g_assert_cmpint (scratch_count (scratch->path, "cycle"), ==, 0);
    g_assert_cmpint (scratch_count (scratch->path, "person"), ==, 0);
    g_assert_true (qd_undo_redo (store, NULL, NULL));
  }
  after = scratch_dump (scratch->path);
  g_assert_cmpstr (before, ==, after);
}

/* The second time nothing is new, so nothing is written; but all is told of. */
static void
test_twice (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *first = import (scratch, okrs);
  g_autofree char *before = scratch_dump (scratch->path);
  g_autofree char *second = import (scratch, okrs);
  g_autofree char *after = scratch_dump (scratch->path);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, 1);
  g_assert_true (g_str_has_prefix (second, "okrs.md: 0 new boards, 0 objectives and 0 key "
                                           "results"));
  g_assert_cmpuint (count_lines (second), >=, count_lines (first) + 3);
  g_assert_nonnull (strstr (second, "Raise the net promoter score from 22 to 40"));
}

/* A board that is there gets what it lacks, and keeps what it has. */
static void
test_adds_to_board (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *first = import (scratch, okrs);
  g_autofree char *report = NULL;

  report = import (scratch,
                   "# OKRs 2026 Q4\n"
                   "\n"
                   "## CUSTOMER SUCCESS\n"
                   "\n"
                   "Another word about us.\n"
                   "\n"
                   "1. **delight our Customers**\n"
                   "\n"
                   "   WHY: Another reason.\n"
                   "\n"
                   "   - KR: first answer within 2 hours\n"
                   "   - KR: Nobody waits on the phone\n"
                   "2. **Grow**\n"
                   "   - KR: Sell 5 upgrades\n");

  g_assert_cmpint (scratch_count (scratch->path, "board"), ==, 2);
  g_assert_cmpint (scratch_count (scratch->path, "team"), ==, 2);
  g_assert_cmpint (scratch_count (scratch->path, "objective"), ==, 4);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 6);
  assert_rows (scratch, 1, "objective WHERE title='Grow' AND colour=2");
  assert_rows (scratch, 1, "card JOIN objective AS o ON o.id=card.objective"
                           " WHERE card.title='Nobody waits on the phone'"
                           " AND o.title='Delight our customers'");

  /* What the board says already stays; what comes in is told of. */
  assert_rows (scratch, 1, "objective WHERE why='They stay when they are heard.'");
  assert_rows (scratch, 1, "board WHERE description LIKE 'We look after%'");
  g_assert_nonnull (strstr (report, "Another reason."));
  g_assert_nonnull (strstr (report, "Another word about us."));
  g_assert_nonnull (strstr (report, "first answer within 2 hours"));
}

/* One heading twice is one team. */
static void
test_team_twice (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *report = NULL;

  report = import (scratch,
                   "# OKRs 2026 Q4\n"
                   "## Lab\n"
                   "1. **Measure**\n"
                   "   - KR: Count 10 samples\n"
                   "## Workshop\n"
                   "1. **Build**\n"
                   "   - KR: Build 2 rigs\n"
                   "## Lab\n"
                   "1. **Measure**\n"
                   "   - KR: Count 10 samples\n"
                   "   - KR: Count 20 samples\n"
                   "2. **Publish**\n"
                   "   - KR: Publish 1 paper\n");
  g_assert_cmpint (scratch_count (scratch->path, "board"), ==, 2);
  g_assert_cmpint (scratch_count (scratch->path, "team"), ==, 2);
  g_assert_cmpint (scratch_count (scratch->path, "column"), ==, 8);
  g_assert_cmpint (scratch_count (scratch->path, "objective"), ==, 3);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 4);
  g_assert_nonnull (strstr (report, "Count 10 samples"));
}

static void
test_archived_is_left (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *first = import (scratch, okrs);
  g_autofree char *second = NULL;

  {
    g_autoptr (QdStore) store = scratch_open (scratch);
    QdId board = scratch_ask (scratch->path, "SELECT id FROM board WHERE title='Marketing'");

    g_assert_true (qd_edit_archive (store, QD_ENTITY_BOARD, board, TRUE, NULL));
  }
  second = import (scratch, okrs);
  assert_rows (scratch, 2, "board WHERE title='Marketing'");
  assert_rows (scratch, 1, "board WHERE title='Marketing' AND archived=1");
}

static void
test_other_cycle (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *first = import (scratch, okrs);
  g_autofree char *second = import (scratch,
                                    "# OKRs 2027 Q1\n## Marketing\n1. **Be found**\n"
                                    "   - KR: 60 qualified leads a week\n");

  g_assert_cmpint (scratch_count (scratch->path, "cycle"), ==, 2);
  g_assert_cmpint (scratch_count (scratch->path, "board"), ==, 3);
  g_assert_cmpint (scratch_count (scratch->path, "team"), ==, 2);
  assert_rows (scratch, 1, "cycle WHERE first_day='2027-01-01'");
}

/* What stands below no objective is known by its board. */
static void
test_without_objective (void)
{
  static const char text[] =
    "# OKRs 2026 Q4\n## Lab\n- KR: Hire 2 people\n## Workshop\n- KR: Hire 2 people\n"
    "## Lab\nFirst word.\n- KR: Hire 2 people\n- KR: Hire 3 people\n"
    "## Lab\nSecond word.\n- KR: Hire 4 people\n";
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *first = import (scratch, text);
  g_autofree char *second = NULL;

  assert_rows (scratch, 4, "card WHERE objective IS NULL");
  assert_rows (scratch, 1, "board WHERE title='Lab' AND description='First word.'");
  g_assert_nonnull (strstr (first, "Second word."));
  second = import (scratch, text);
  g_assert_cmpint (scratch_count (scratch->path, "card"), ==, 4);
}

/* A board that somebody made to his taste, without the four roles. */
static void
test_own_columns (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *report = NULL;

  {
    g_autoptr (QdStore) store = scratch_open (scratch);
    QdId board = qd_edit_new_board_in_new_cycle (store, "Marketing", "2026 Q4",
                                                 qd_day_new (2026, 10, 1),
                                                 qd_day_new (2026, 12, 31), NULL);

    for (guint i = 0; i < 4; i++)
      {
        QdId column = scratch_ask (scratch->path,
                                   "SELECT id FROM \"column\" WHERE archived IS NULL LIMIT 1");

        g_assert_true (qd_edit_archive (store, QD_ENTITY_COLUMN, column, TRUE, NULL));
      }
    g_assert_cmpint (qd_edit_new_column (store, board, "Ideas", NULL), !=, QD_ID_NONE);
    g_assert_cmpint (qd_edit_new_column (store, board, "Parked", NULL), !=, QD_ID_NONE);
  }
  report = import (scratch,
                   "# OKRs 2026 Q4\n## Marketing\n1. **Be found**\n"
                   "   - KR: 50 qualified leads a week\n"
                   "   - KR: Rank first\n"
                   "     - Status: parked\n");
  assert_rows (scratch, 1, "card JOIN \"column\" AS k ON k.id=card.parent"
                           " WHERE k.title='Ideas'");
  assert_rows (scratch, 1, "card JOIN \"column\" AS k ON k.id=card.parent"
                           " WHERE k.title='Parked'");
}

/* Titles come in like those that somebody types: on one line, and visible. */
static void
test_titles_are_tidied (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *report = NULL;
  g_autofree char *again = NULL;

  report = import (scratch,
                   "# OKRs 2026 Q4\n## Field\033[31m Team\n"
                   "1. **Be \007heard**\n"
                   "   - KR: Ring\033 5 times\n"
                   "     - Owner: A\007da\n"
                   "2. **\u200b**\n"
                   "   - KR: \u200b\n"
                   "     - Owner: \u200b\n");
  assert_rows (scratch, 1, "board WHERE title='Field [31m Team'");
  assert_rows (scratch, 1, "team WHERE title='Field [31m Team'");
  assert_rows (scratch, 1, "objective WHERE title='Be  heard'");
  assert_rows (scratch, 1, "card WHERE title='Ring  5 times'");
  assert_rows (scratch, 1, "person WHERE title='A da'");
  assert_rows (scratch, 1, "card JOIN objective AS o ON o.id=card.objective"
                           " WHERE card.title='Untitled' AND o.title='Untitled'"
                           " AND card.owner IS NULL");
  g_assert_nonnull (strstr (report, "Line 6: nothing can be seen of the title"));
  g_assert_nonnull (strstr (report, "Line 7: nothing can be seen of the owner’s name"));

  /* And they are found under the titles that they got. */
  again = import (scratch, "# OKRs 2026 Q4\n## Field\033[31m Team\n"
                           "1. **Be \007heard**\n   - KR: Ring\033 5 times\n");
  assert_rows (scratch, 2, "card");
  g_assert_nonnull (strstr (again, "the key result is on the board already"));
}

static void
test_nothing_to_import (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = scratch_open (scratch);
  g_autoptr (QdOutline) outline = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  outline = qd_outline_parse ("", 0, NULL, qd_day_new (2026, 11, 22), &error);
  g_assert_no_error (error);
  g_assert_false (qd_import_outline (store, outline, "empty.md", &report, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_null (report);
  g_assert_cmpint (scratch_count (scratch->path, "tx"), ==, 0);
}

static void
test_load (void)
{
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_name (scratch, "The Lab.v2.md");
  g_autofree char *absent_path = scratch_name (scratch, "absent.md");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) absent = g_file_new_for_path (absent_path);
  g_autoptr (QdOutline) outline = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "- KR: Count 10 samples\n", -1, NULL));
  outline = qd_outline_load (file, qd_day_new (2026, 11, 22), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outline->teams->len, ==, 1);
  g_assert_cmpstr (((QdOutlineTeam *) outline->teams->pdata[0])->title, ==, "The Lab.v2");
  g_assert_cmpstr (outline->cycle, ==, "2026 Q4");

  g_assert_null (qd_outline_load (absent, qd_day_new (2026, 11, 22), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A text without end is refused, rather than read until the memory is full. */
static void
test_load_endless (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (qd_outline_load (file, qd_day_new (2026, 11, 22), NULL, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "larger than 16 MiB"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/everything-arrives", test_everything_arrives);
  g_test_add_func ("/import/undo", test_undo);
  g_test_add_func ("/import/twice", test_twice);
  g_test_add_func ("/import/adds-to-board", test_adds_to_board);
  g_test_add_func ("/import/team-twice", test_team_twice);
  g_test_add_func ("/import/archived-is-left", test_archived_is_left);
  g_test_add_func ("/import/other-cycle", test_other_cycle);
  g_test_add_func ("/import/without-objective", test_without_objective);
  g_test_add_func ("/import/own-columns", test_own_columns);
  g_test_add_func ("/import/titles-are-tidied", test_titles_are_tidied);
  g_test_add_func ("/import/nothing", test_nothing_to_import);
  g_test_add_func ("/import/load", test_load);
  g_test_add_func ("/import/load/endless", test_load_endless);

  return g_test_run ();
}
