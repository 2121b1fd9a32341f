/* Closed boards as text: all that was said, the same bytes from every copy of a file, on
 * any day and in any language, and nothing of whose it was without being asked.
 */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "closed-fixture.h"
#include "exchange/qd-freeze.h"
#include "store-random.h"
#include "store/qd-db.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-checkin.h"
#include "store/qd-edit.h"
#include "store/qd-ingest.h"

#define N_COPIES 3
#define N_STEPS 25
#define N_SCHEDULES (g_test_thorough () ? 60 : 8)

static GPtrArray *
list_closed (QdStore *store)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (store));
  GPtrArray *closed = g_ptr_array_new ();

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);

      if (qd_board_get_closed (board) != QD_DAY_NONE)
        g_ptr_array_add (closed, board);
    }

  return closed;
}

static char *
freeze (QdStore  *store,
        gboolean  json,
        gboolean  names)
{
  g_autoptr (GPtrArray) boards = list_closed (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (QdFreeze) frozen = qd_freeze_read (store, boards, names, &error);

  g_assert_no_error (error);

  return json ? qd_freeze_dup_json (frozen) : qd_freeze_dup_markdown (frozen);
}

/* What SQLite reads of a JSON text, "" for null. */
static char *
extract (const char *json,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (":memory:", QD_DB_READ_WRITE, &error);
  sqlite3_stmt *row;
  char *text = NULL;

  g_assert_no_error (error);
  row = qd_db_query (db, &error, "SELECT json_valid(?1), coalesce(json_extract(?1,?2),'')", "ss",
                     json, path);
  g_assert_no_error (error);
  if (qd_db_next (db, row, &error))
    {
      g_assert_cmpint (sqlite3_column_int (row, 0), ==, 1);
      text = g_strdup (qd_db_text (row, 1));
    }
  g_assert_no_error (error);

  return text;
}

static void
assert_extracts (const char *json,
                 const char *path,
                 const char *wanted)
{
  g_autofree char *text = extract (json, path);

  if (g_strcmp0 (text, wanted) != 0)
    g_error ("“%s” is “%s”, not “%s”, in:\n%s", path, text, wanted, json);
}

/* A board with an objective and a key result of which all is said, and one without an
 * objective of which nothing is. */
static QdId
fill (ClosedFixture *self)
{
  const QdId board = closed_new_board (self, "Growth", 2025);
  const QdId objective = qd_edit_new_objective (self->store, board, "Delight customers", "", 0,
                                                QD_ID_NONE, NULL);
  const QdId nps = closed_new_card (self, board, "Raise NPS", 0.3, "Ask *early*,\nand often");
  QdCheckinDraft draft = { .day = qd_day_new (2025, 11, 7), .value = 33.1, .confidence = 6,
                           .note = "Ada | asked\n\nall", .blocker = "Legal" };

  closed_set_id (self, nps, QD_FIELD_CARD_OBJECTIVE, objective);
  closed_set_real (self, nps, QD_FIELD_CARD_BASELINE, 30);
  closed_set_real (self, nps, QD_FIELD_CARD_TARGET, 50);
  closed_set_text (self, nps, QD_FIELD_CARD_UNIT, "points");
  closed_set_text (self, nps, QD_FIELD_CARD_GRADE_REASON, "Late start");
  closed_set_integer (self, nps, QD_FIELD_CARD_DECISION, QD_DECISION_CARRY_OVER);
  g_assert_true (qd_edit_set_owner (self->store, nps, "Olga Owner", NULL));
  g_assert_cmpint (qd_edit_new_milestone (self->store, nps, "Ask them", NULL), !=, QD_ID_NONE);
  draft.supersedes = closed_say (self, nps, qd_day_new (2025, 11, 7), 99, 9);
  self->clock.now += 60 * 1000;
  g_assert_cmpint (qd_edit_check_in (self->store, nps, &draft, NULL), !=, QD_ID_NONE);
  closed_say (self, nps, qd_day_new (2025, 12, 5), 0.1 + 0.2, QD_CONFIDENCE_NONE);
  closed_new_card (self, board, "Alone", NAN, NULL);
  closed_close (self, board, qd_day_new (2025, 12, 30));

  return board;
}

static void
test_markdown (ClosedFixture *self,
               gconstpointer  data)
{
  g_autofree char *text = NULL;

  fill (self);
  text = freeze (self->store, FALSE, FALSE);
  g_assert_cmpstr (text, ==,
                   "# 2025 Q4\n"
                   "\n"
                   "2025-10-01 to 2025-12-31\n"
                   "\n"
                   "## Growth\n"
                   "\n"
                   "- Team: Growth\n"
                   "- Closed: 2025-12-30\n"
                   "- Grade: 0.3\n"
                   "- Sentence: The plan outran capacity.\n"
                   "\n"
                   "### Delight customers\n"
                   "\n"
                   "- Commitment: aspirational\n"
                   "- Grade: 0.3\n"
                   "\n"
                   "#### Raise NPS\n"
                   "\n"
                   "- Grade: 0.3\n"
                   "- Reason: Late start\n"
                   "- Learning: Ask \\*early\\*, and often\n"
                   "- Decision: carry-over\n"
                   "- Metric: change\n"
                   "- Baseline: 30 points\n"
                   "- Target: 50 points\n"
                   "- Last value: 0.30000000000000004 points\n"
                   "- Progress: -149 %\n"
                   "- Milestones:\n"
                   "  - [ ] Ask them\n"
                   "\n"
                   "| Day | Value | Confidence | Note | Blocker |\n"
                   "| :-- | --: | --: | :-- | :-- |\n"
                   "| 2025-11-07 | 33.1 | 6 | Ada \\| asked all | Legal |\n"
                   "| 2025-12-05 | 0.30000000000000004 | — |  |  |\n"
                   "\n"
                   "### Without an objective\n"
                   "\n"
                   "- Grade: —\n"
                   "\n"
                   "#### Alone\n"
                   "\n"
                   "- Grade: —\n"
                   "- Decision: none\n"
                   "- Metric: change\n");
}

static void
test_json (ClosedFixture *self,
           gconstpointer  data)
{
  static const char nps[] = "$.cycles[0].boards[0].objectives[0].key_results[0]";
  static const struct
  {
    const char *path;
    const char *wanted;
  } parts[] = {
    { ".title", "Raise NPS" }, { ".grade", "0.3" }, { ".reason", "Late start" },
    { ".learning", "Ask *early*,\nand often" }, { ".decision", "carry-over" },
    { ".metric", "change" }, { ".baseline", "30" }, { ".target", "50" }, { ".upper", "" },
    { ".unit", "points" }, { ".milestones[0].title", "Ask them" }, { ".milestones[0].done", "0" },
    { ".check_ins[0].day", "2025-11-07" }, { ".check_ins[0].value", "33.1" },
    { ".check_ins[0].confidence", "6" }, { ".check_ins[0].note", "Ada | asked\n\nall" },
    { ".check_ins[0].blocker", "Legal" }, { ".check_ins[1].day", "2025-12-05" },
    { ".check_ins[1].confidence", "" }, { ".check_ins[2]", "" }, { ".owner", "" },
  };
  g_autofree char *json = NULL;

  fill (self);
  json = freeze (self->store, TRUE, FALSE);
  assert_extracts (json, "$.schema", "quarterdeck-freeze");
  assert_extracts (json, "$.version", "1");
  assert_extracts (json, "$.names", "0");
  assert_extracts (json, "$.cycles[0].title", "2025 Q4");
  assert_extracts (json, "$.cycles[0].first_day", "2025-10-01");
  assert_extracts (json, "$.cycles[0].last_day", "2025-12-31");
  assert_extracts (json, "$.cycles[0].boards[0].title", "Growth");
  assert_extracts (json, "$.cycles[0].boards[0].team", "Growth");
  assert_extracts (json, "$.cycles[0].boards[0].closed", "2025-12-30");
  assert_extracts (json, "$.cycles[0].boards[0].grade", "0.3");
  assert_extracts (json, "$.cycles[0].boards[0].sentence", "The plan outran capacity.");
  assert_extracts (json, "$.cycles[0].boards[0].objectives[0].title", "Delight customers");
  assert_extracts (json, "$.cycles[0].boards[0].objectives[0].commitment", "aspirational");
  assert_extracts (json, "$.cycles[0].boards[0].objectives[0].grade", "0.3");
  assert_extracts (json, "$.cycles[0].boards[0].objectives[1].title", "");
  assert_extracts (json, "$.cycles[0].boards[0].objectives[1].key_results[0].title", "Alone");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_strconcat (nps, parts[i].path, NULL);

      assert_extracts (json, path, parts[i].wanted);
    }
  g_assert_nonnull (strstr (json, "\"value\": 0.30000000000000004,"));
  g_assert_nonnull (strstr (json, "\"progress\": -1.4849999999999999"));
}

/* What should have been said by the day of the closing counts, and no later one: two of
 * thirteen Fridays. */
static void
test_day (ClosedFixture *self,
          gconstpointer  data)
{
  const QdId board = closed_new_board (self, "Growth", 2025);
  const QdId card = closed_new_card (self, board, "Stay up", NAN, NULL);
  g_autofree char *json = NULL;

  closed_set_integer (self, card, QD_FIELD_CARD_METRIC, QD_METRIC_AT_LEAST);
  closed_set_real (self, card, QD_FIELD_CARD_TARGET, 99);
  closed_say (self, card, qd_day_new (2025, 10, 3), 99.5, 5);
  closed_say (self, card, qd_day_new (2025, 10, 10), 99.5, 5);
  closed_close (self, board, qd_day_new (2025, 12, 30));
  json = freeze (self->store, TRUE, FALSE);
  assert_extracts (json, "$.cycles[0].boards[0].objectives[0].key_results[0].progress",
                   "0.153846153846154");
}

static void
test_names (ClosedFixture *self,
            gconstpointer  data)
{
  fill (self);
  for (guint json = 0; json < 2; json++)
    {
      g_autofree char *without = freeze (self->store, json != 0, FALSE);
      g_autofree char *with = freeze (self->store, json != 0, TRUE);

      g_assert_null (strstr (without, "Olga"));
      g_assert_null (strstr (without, "Author"));
      g_assert_null (strstr (without, "wner"));
      /* A note is what somebody wrote. */
      g_assert_nonnull (strstr (without, "Ada | asked") != NULL ? without
                                                                : strstr (without, "Ada \\|"));
      g_assert_nonnull (strstr (with, json != 0 ? "\"owner\": \"Olga Owner\""
                                                : "- Owner: Olga Owner\n"));
      g_assert_nonnull (strstr (with, json != 0 ? "\"author\": \"Ada Author\""
                                                : "| Legal | Ada Author |\n"));
    }
}

static void
test_open (ClosedFixture *self,
           gconstpointer  data)
{
  const QdId open = closed_new_board (self, "Sales", 2025);
  g_autoptr (GPtrArray) boards = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  boards = list_closed (self->store);
  g_ptr_array_add (boards, qd_store_lookup (self->store, open));
  g_assert_null (qd_freeze_read (self->store, boards, FALSE, &error));
  g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "The board “Sales” is not closed yet. Only what is closed can be frozen.");
}

/* Whatever people write stays inside of its line, its cell or its text. */
static void
test_hostile (ClosedFixture *self,
              gconstpointer  data)
{
  static const char text[] = "x\n\n# head\n| a | b |\r\n<b>&\"'`\\ [l](u) \u2028## 1. \033[2J --- ===";
  const QdId board = closed_new_board (self, text, 2025);
  const QdId card = closed_new_card (self, board, text, 0.5, text);
  const QdCheckinDraft draft = { .day = qd_day_new (2025, 11, 7), .value = 1, .confidence = 5,
                                 .note = text, .blocker = text };
  g_auto (GStrv) lines = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *json = NULL;

  closed_set_text (self, card, QD_FIELD_CARD_UNIT, text);
  closed_set_text (self, card, QD_FIELD_CARD_GRADE_REASON, text);
  g_assert_cmpint (qd_edit_check_in (self->store, card, &draft, NULL), !=, QD_ID_NONE);
  closed_close (self, board, qd_day_new (2025, 12, 30));

  markdown = freeze (self->store, FALSE, TRUE);
  json = freeze (self->store, TRUE, TRUE);
  lines = g_strsplit (markdown, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      for (const char *at = strchr (lines[i], '<'); at != NULL; at = strchr (at + 1, '<'))
        g_assert_true (at > lines[i] && at[-1] == '\\');
      g_assert_null (strchr (lines[i], '\r'));
      g_assert_null (strchr (lines[i], '\033'));
      g_assert_false (g_str_has_prefix (lines[i], "# head"));
      g_assert_false (g_str_has_prefix (lines[i], "| a"));
    }
  g_assert_nonnull (strstr (markdown, "- Learning: x \\# head \\| a \\| b \\| \\<b\\>\\&\"'\\`\\\\ "
                                      "\\[l\\](u) \\#\\# 1. \\[2J --- ===\n"));
  assert_extracts (json, "$.cycles[0].boards[0].objectives[0].key_results[0].learning", text);
  g_assert_null (strchr (json, '\033'));
}

/* Decimal commas, other months and other words are for the screen. */
static void
test_locale (ClosedFixture *self,
             gconstpointer  data)
{
  static const char * const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "C" };

  fill (self);
  for (guint json = 0; json < 2; json++)
    {
      g_autofree char *wanted = freeze (self->store, json != 0, FALSE);

      for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
        {
          g_autofree char *got = NULL;

          if (setlocale (LC_ALL, locales[i]) == NULL)
            {
              g_test_message ("%s is not installed", locales[i]);
              continue;
            }
          self->clock.now += G_GINT64_CONSTANT (400) * 24 * 3600 * 1000;
          got = freeze (self->store, json != 0, FALSE);
          setlocale (LC_ALL, "C.UTF-8");
          g_assert_cmpstr (got, ==, wanted);
        }
    }
}

/* Grades some cards and closes all boards that are not closed yet, as somebody does at
 * the end. */
static void
close_all (ClosedFixture *self,
           GRand         *rand)
{
  QdOrderedList *boards = qd_workspace_get_boards (qd_store_get_workspace (self->store));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (QdId));

  for (guint i = 0; i < 6; i++)
    {
      const QdId card = store_random_pick (self->store, rand,
                                           "SELECT card.id FROM card"
                                           " JOIN \"column\" AS place ON place.id=card.parent"
                                           " JOIN board ON board.id=place.parent"
                                           " WHERE board.closed IS NULL");

      if (card == QD_ID_NONE)
        continue;
      closed_set_real (self, card, QD_FIELD_CARD_GRADE, g_rand_double (rand));
      closed_set_text (self, card, QD_FIELD_CARD_LEARNING, "We learned");
    }
  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdBoard *board = qd_ordered_list_peek (boards, i);
      const QdId id = qd_entity_get_id (QD_ENTITY (board));

      if (qd_board_get_closed (board) == QD_DAY_NONE)
        g_array_append_val (ids, id);
    }
  for (guint i = 0; i < ids->len; i++)
    closed_close (self, g_array_index (ids, QdId, i), qd_day_new (2026, 12, 31));
}

/* All that one copy has goes to another, in an order of its own. */
static void
send (QdStore *from,
      QdStore *to,
      GRand   *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parcels = NULL;

  scratch_execute (qd_store_get_path (from), "UPDATE stream SET published=head WHERE mine=1");
  parcels = qd_ingest_list (from, &error);
  g_assert_no_error (error);
  for (guint i = parcels->len; i > 1; i--)
    {
      const gint32 j = g_rand_int_range (rand, 0, (gint32) i);
      gpointer swapped = parcels->pdata[j];

      parcels->pdata[j] = parcels->pdata[i - 1];
      parcels->pdata[i - 1] = swapped;
    }
  qd_ingest (to, parcels, &error);
  g_assert_no_error (error);
}

/* Returns whether there was anything to tell of. */
static gboolean
run_schedule (guint32 seed)
{
  gboolean told = FALSE;
  g_autoptr (GRand) rand = store_random_new (seed);
  ClosedFixture copies[N_COPIES];

  g_test_message ("schedule of seed %u", seed);
  for (guint i = 0; i < N_COPIES; i++)
    {
      closed_fixture_set_up (&copies[i], NULL);
      copies[i].clock.now += g_rand_int_range (rand, 0, 100000);
    }
  store_random_populate (copies[0].store, rand);
  for (guint i = 1; i < N_COPIES; i++)
    send (copies[0].store, copies[i].store, rand);
  for (guint step = 0; step < N_STEPS; step++)
    {
      ClosedFixture *copy = &copies[g_rand_int_range (rand, 0, N_COPIES)];

      copy->clock.now += g_rand_int_range (rand, 0, 60000);
      store_random_step (copy->store, rand, STORE_RANDOM_UNDO);
    }
  close_all (&copies[0], rand);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < N_COPIES; i++)
      send (copies[(i + round) % N_COPIES].store, copies[(i + round + 1) % N_COPIES].store, rand);

  for (guint form = 0; form < 4; form++)
    {
      g_autofree char *wanted = freeze (copies[0].store, form & 1, form & 2);

      told = told || strstr (wanted, "We learned") != NULL;
      for (guint i = 1; i < N_COPIES; i++)
        {
          g_autofree char *got = freeze (copies[i].store, form & 1, form & 2);

          g_assert_cmpstr (got, ==, wanted);
        }
    }
  for (guint i = 0; i < N_COPIES; i++)
    closed_fixture_tear_down (&copies[i], NULL);

  return told;
}

static void
test_copies (void)
{
  guint n_told = 0;

  for (int i = 0; i < N_SCHEDULES; i++)
    n_told += run_schedule ((guint32) g_test_rand_int ()) ? 1 : 0;
  g_assert_cmpuint (n_told, >=, N_SCHEDULES / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CLOSED ("/freeze/markdown", test_markdown);
  ADD_CLOSED ("/freeze/json", test_json);
  ADD_CLOSED ("/freeze/day", test_day);
  ADD_CLOSED ("/freeze/names", test_names);
  ADD_CLOSED ("/freeze/open", test_open);
  ADD_CLOSED ("/freeze/hostile", test_hostile);
  ADD_CLOSED ("/freeze/locale", test_locale);
  g_test_add_func ("/freeze/copies", test_copies);

  return g_test_run ();
}
