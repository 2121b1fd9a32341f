/* What cards can be filtered by: each kind of part, and how they go together. */

#include "config.h"

#include <math.h>

#include "filter/qd-filter-match.h"
#include "filter/qd-filter-tokens.h"
#include "model/qd-board-private.h"
#include "model/qd-card-private.h"
#include "model/qd-column-private.h"
#include "model/qd-cycle-private.h"
#include "model/qd-entity-private.h"
#include "model/qd-key-result-private.h"
#include "model/qd-objective-private.h"
#include "model/qd-person-private.h"
#include "scratch.h"

/* A Monday, and a Friday 14 weeks later. */
#define FIRST_DAY 701
#define LAST_DAY 803

#define TODAY 753
#define N_CARDS 4

/**
 * Fixture:
 * @cards: four cards in a column at risk of its own board and cycle; objective 11 has
 *   colour 4, 12 has colour 5:
 *   1: of objective 11, Mara's (21); from 0 to 100; of Friday 747; words in all texts
 *   2: of objective 12, Ben's (22); milestones; of Friday 754; a blocker
 *   3: without objective, nobody's; of the last day; waits for something
 *   4: of objective 11, nobody's; of the last day
 */
typedef struct
{
  QdBoard *board;
  QdColumn *column;
  GPtrArray *cards;
} Fixture;

static QdKeyResult *
add_card (Fixture      *fixture,
          const char   *title,
          QdId          objective_id,
          QdId          owner_id,
          const char   *name,
          QdMetricKind  metric,
          QdDay         checked)
{
  g_autoptr (QdKeyResult) card = NULL;
  QdSummary summary = { .current = NAN, .checked = checked,
                        .confidence = QD_CONFIDENCE_NONE };

  card = qd_key_result_new (1 + fixture->cards->len);
  qd_entity_set_title (QD_ENTITY (card), title);
  qd_card_set_column (QD_CARD (card), fixture->column);
  qd_key_result_set_metric (card, metric);
  qd_key_result_take_summary (card, &summary);
  if (objective_id != QD_ID_NONE)
    {
      g_autoptr (QdObjective) objective = qd_objective_new (objective_id);

      qd_objective_set_colour (objective, objective_id == 11 ? 4 : 5);
      qd_card_set_objective (QD_CARD (card), objective);
    }
  if (owner_id != QD_ID_NONE)
    {
      g_autoptr (QdPerson) owner = qd_person_new (owner_id);

      qd_entity_set_title (QD_ENTITY (owner), name);
      qd_card_set_owner (QD_CARD (card), owner);
    }

  g_ptr_array_add (fixture->cards, g_object_ref (card));

  return card;
}

static void
add_cards (Fixture *fixture)
{
  QdSummary blocked = { .current = NAN, .checked = 754, .blocked = TRUE,
                        .confidence = QD_CONFIDENCE_NONE };
  QdSummary waiting = { .current = NAN, .checked = LAST_DAY, .n_waiting = 1,
                        .confidence = QD_CONFIDENCE_NONE };
  QdKeyResult *card;

  card = add_card (fixture, "Raise NPS among café owners", 11, 21, "Mara Öst",
                   QD_METRIC_CHANGE, 747);
  qd_card_set_description (QD_CARD (card), "After the outage, **calls** went up.");
  qd_key_result_set_measurement (card, "Survey in Grafana");
  qd_key_result_set_unit (card, "points");

  card = add_card (fixture, "Lower churn", 12, 22, "Ben", QD_METRIC_MILESTONES, 754);
  qd_key_result_take_summary (card, &blocked);

  card = add_card (fixture, "Ship the app", QD_ID_NONE, QD_ID_NONE, NULL,
                   QD_METRIC_YES_NO, LAST_DAY);
  qd_key_result_take_summary (card, &waiting);

  add_card (fixture, "Naïve retries are gone: no-one calls", 11, QD_ID_NONE, NULL,
            QD_METRIC_NONE, LAST_DAY);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (QdCycle) cycle = qd_cycle_new (1);

  qd_cycle_set_first_day (cycle, FIRST_DAY);
  qd_cycle_set_last_day (cycle, LAST_DAY);
  fixture->board = qd_board_new (2);
  qd_board_set_cycle (fixture->board, cycle);
  fixture->column = qd_column_new (3);
  qd_column_set_board (fixture->column, fixture->board);
  qd_column_set_role (fixture->column, QD_COLUMN_AT_RISK);

  fixture->cards = g_ptr_array_new_with_free_func (g_object_unref);
  add_cards (fixture);
  g_assert_cmpuint (fixture->cards->len, ==, N_CARDS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_ptr_array_unref (fixture->cards);
  g_assert_finalize_object (fixture->column);
  g_assert_finalize_object (fixture->board);
}

/* Tokens are divided by vertical bars. */
static QdFilterWanted *
ask (const char *tokens)
{
  g_auto (GStrv) strv = g_strsplit (tokens, "|", -1);

  return qd_filter_wanted_new ((const char * const *) strv);
}

static char *
join (const QdFilterWanted *wanted,
      guint                 questions)
{
  g_auto (GStrv) tokens = qd_filter_wanted_dup_tokens (wanted, questions);

  return g_strjoinv ("|", tokens);
}

/* By the numbers of the cards. */
static void
assert_wanted_of (Fixture    *fixture,
                  QdStore    *store,
                  const char *tokens,
                  QdDay       today,
                  const char *expected)
{
  g_autoptr (QdFilterWanted) wanted = ask (tokens);
  char numbers[N_CARDS + 1] = "";
  guint n = 0;

  for (guint i = 0; i < fixture->cards->len; i++)
    {
      if (qd_filter_match (wanted, store, today, g_ptr_array_index (fixture->cards, i)))
        numbers[n++] = (char) ('1' + i);
    }

  if (!g_str_equal (numbers, expected))
    g_error ("“%s” wants %s instead of %s", tokens, numbers, expected);
}

static void
assert_wanted (Fixture    *fixture,
               const char *tokens,
               QdDay       today,
               const char *expected)
{
  assert_wanted_of (fixture, NULL, tokens, today, expected);
}

static void
test_match (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct
  {
    const char *tokens;
    const char *wanted;
  } cases[] = {
    { "", "1234" },
    { "owner:21", "1" },
    { "owner:none", "34" },
    { "owner:21|owner:22", "12" },
    { "owner:99", "" },
    { "mine", "" },
    { "mine|owner:22", "2" },
    { "mine|due", "" },
    { "metric:change", "1" },
    { "metric:milestones|metric:none", "24" },
    { "blocked", "23" },
    { "due", "" },
    { "health:pending", "1234" },
    { "health:outdated", "" },
    { "colour:4", "14" },
    { "colour:5", "2" },
    { "colour:0", "" },
    { "role:at-risk", "1234" },
    { "role:complete", "" },
    { "family:11", "" },

    /* All kinds, any of a kind. */
    { "11|owner:none", "4" },
    { "11|12|owner:21|owner:22", "12" },
    { "11|colour:5", "124" },
    { "colour:5|none", "23" },
    { "colour:4|owner:21|owner:22", "1" },
    { "role:at-risk|role:complete|12", "2" },
    { "family:11|12", "2" },
    { "blocked|none", "3" },
    { "blocked|owner:21", "" },
    { "metric:change|metric:yes-no|owner:none|text:app", "3" },
    { "text:calls|owner:none", "4" },

    /* Words begin where words begin, in whatever text, case and accents. */
    { "text:raise", "1" },
    { "text:RAI", "1" },
    { "text:aise", "" },
    { "text:cafe", "1" },
    { "text:CAFÉ", "1" },
    { "text:cafe\314\201", "1" },
    { "text:naive", "4" },
    { "text:ost", "1" },
    { "text:öst", "1" },
    { "text:grafana", "1" },
    { "text:points", "1" },
    { "text:outage", "1" },
    { "text:calls", "14" },
    { "text:ne", "" },
    { "text:one", "4" },

    /* Every word occurs, each somewhere. */
    { "text:nps mara", "1" },
    { "text:nps ben", "" },
    { "text:  owners,   raise! ", "1" },
    { "text:no-one", "4" },

    /* What has no words asks for nothing. */
    { "text:", "1234" },
    { "text: %* ", "1234" },
    { "text:%|owner:22", "2" },
    { "text:ship|text:nps", "3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_wanted (fixture, cases[i].tokens, TODAY, cases[i].wanted);
}

/* A card is due on the day of its check-in, and outdated when the grace is over. */
static void
test_days (Fixture       *fixture,
           gconstpointer  unused)
{
  static const struct
  {
    QdDay today;
    const char *due;
    const char *outdated;
  } cases[] = {
    { 753, "", "" },
    { 754, "1", "" },
    { 757, "1", "" },
    { 758, "1", "1" },
    { 761, "12", "1" },
    { 765, "12", "12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_wanted (fixture, "due", cases[i].today, cases[i].due);
      assert_wanted (fixture, "health:outdated", cases[i].today, cases[i].outdated);
    }
}

static void
test_strictness (Fixture       *fixture,
                 gconstpointer  unused)
{
  static const struct
  {
    const char *before;
    const char *after;
    QdFilterChange change;
  } cases[] = {
    { "", "due", QD_FILTER_MORE_STRICT },
    { "due", "", QD_FILTER_LESS_STRICT },
    { "due", "due|blocked", QD_FILTER_MORE_STRICT },
    { "owner:21", "owner:21|owner:22", QD_FILTER_LESS_STRICT },
    { "owner:21|owner:22", "owner:22", QD_FILTER_MORE_STRICT },
    { "owner:21|owner:22", "owner:22|due", QD_FILTER_MORE_STRICT },
    { "owner:21", "owner:21|owner:22|due", QD_FILTER_DIFFERENT },
    { "owner:21", "owner:22", QD_FILTER_DIFFERENT },
    { "owner:21", "due", QD_FILTER_DIFFERENT },
    { "mine", "mine|owner:21", QD_FILTER_LESS_STRICT },
    { "mine", "owner:21", QD_FILTER_DIFFERENT },
    { "owner:21|mine|due", "mine|due", QD_FILTER_MORE_STRICT },
    { "11", "11|owner:21", QD_FILTER_MORE_STRICT },
    { "11", "11|12", QD_FILTER_LESS_STRICT },
    { "11", "11|colour:5", QD_FILTER_LESS_STRICT },
    { "11|colour:5", "colour:5", QD_FILTER_MORE_STRICT },
    { "11", "colour:5", QD_FILTER_DIFFERENT },
    { "family:11", "family:11|none", QD_FILTER_LESS_STRICT },
    { "colour:5|none", "none|role:at-risk", QD_FILTER_MORE_STRICT },
    { "role:at-risk", "role:complete", QD_FILTER_DIFFERENT },

    /* Whoever types on sees fewer. */
    { "text:r", "text:ra", QD_FILTER_MORE_STRICT },
    { "text:ra", "text:r", QD_FILTER_LESS_STRICT },
    { "text:raise", "text:raise n", QD_FILTER_MORE_STRICT },
    { "text:nps r", "text:raise nps", QD_FILTER_MORE_STRICT },
    { "text:ra", "text:ca", QD_FILTER_DIFFERENT },
    { "text:ra", "text:bra", QD_FILTER_DIFFERENT },
    { "text:ra|due", "text:rai", QD_FILTER_DIFFERENT },
    { "text:ra", "text:rai|due", QD_FILTER_MORE_STRICT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QdFilterWanted) before = ask (cases[i].before);
      g_autoptr (QdFilterWanted) after = ask (cases[i].after);
      const QdFilterChange change = qd_filter_wanted_compare (before, after);

      g_assert_false (qd_filter_wanted_equal (before, after));
      if (change != cases[i].change)
        g_error ("From “%s” to “%s”: %u", cases[i].before, cases[i].after, change);
    }
}

static void
test_tokens (Fixture       *fixture,
             gconstpointer  unused)
{
  static const char * const known[] = {
    "12", "none", "family:11", "colour:0", "colour:11", "role:other", "role:not-started",
    "role:in-progress", "role:at-risk", "role:complete",
    "owner:21", "owner:none", "mine", "health:pending", "health:too-early",
    "health:on-track", "health:behind", "health:at-risk", "health:complete",
    "health:outdated", "health:closed", "metric:none", "metric:change",
    "metric:at-least", "metric:at-most", "metric:within", "metric:milestones",
    "metric:yes-no", "due", "blocked", "text:Raise the café: 50 %", NULL,
  };
  g_autofree char *all = g_strjoinv ("|", (char **) known);
  g_autoptr (QdFilterWanted) wanted = qd_filter_wanted_new (known);
  g_autoptr (QdFilterWanted) some = NULL;
  g_autofree char *joined = join (wanted, wanted->questions);
  g_autofree char *rest = NULL;

  g_assert_cmpstr (joined, ==, all);

  some = ask ("Mine|mine:|mine:21|owner:mine|owner:|owner:x|owner:0|health:|health:good|metric:|metric:x|Due|due:|"
              "family:|family:none|family:0|colour:|colour:12|colour:-1|role:|role:doing|"
              "text|Text:x|owner:21|owner:21|text: a  b |text:c");
  rest = join (some, some->questions);
  g_assert_cmpstr (rest, ==, "owner:21|text:a  b");
  g_assert_cmpstr (some->text, ==, "a  b");
}

/* What hides a card is left out, and the rest of the same kind with it. */
static void
test_met (Fixture       *fixture,
          gconstpointer  unused)
{
  g_autoptr (QdFilterWanted) wanted = NULL;
  g_autofree char *joined = NULL;
  guint met;

  wanted = ask ("owner:22|11|12|owner:none|blocked|text:raise|metric:change");
  met = qd_filter_match_get_questions (wanted, NULL, TODAY,
                                       g_ptr_array_index (fixture->cards, 0));
  joined = join (wanted, met);
  g_assert_cmpstr (joined, ==, "11|12|text:raise|metric:change");
}

/* Whoever looks is known by the file that is open; names are compared as everywhere. */
static void
test_mine (Fixture       *fixture,
           gconstpointer  unused)
{
  static const struct
  {
    const char *me;
    const char *tokens;
    const char *wanted;
    const char *words;
  } cases[] = {
    { NULL, "mine", "", "Mine" },
    { "Mara Öst", "mine", "1", "Owner Mara Öst" },
    { "mara öST", "mine", "1", "Owner mara öST" },
    { "Mara", "mine", "", "Owner Mara" },
    { "Ben", "mine", "2", "Owner Ben" },
    { "Ben", "mine|owner:21", "12", "Owner Ben, Owner Unknown" },
    { "Ben", "mine|owner:none", "234", "Owner Ben, Owner Nobody" },
    { "Ben", "mine|11", "", "Owner Ben, Objective Unknown" },
    { "Ben", "mine|blocked", "2", "Owner Ben, Blocked" },
  };
  g_autoptr (Scratch) scratch = scratch_new ();
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = qd_store_open (scratch->path, QD_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QdFilterWanted) wanted = ask (cases[i].tokens);
      g_autoptr (GListStore) boards = g_list_store_new (QD_TYPE_BOARD);
      static const char * const mine[] = { QD_FILTER_MINE_TOKEN, NULL };
      g_auto (GStrv) alive = NULL;
      g_autofree char *words = NULL;

      qd_workspace_set_me (qd_store_get_workspace (store), cases[i].me);
      assert_wanted_of (fixture, store, cases[i].tokens, TODAY, cases[i].wanted);
      words = qd_filter_wanted_describe (wanted, store);
      g_assert_cmpstr (words, ==, cases[i].words);

      /* Nothing is one's own before one said who one is. */
      alive = qd_filter_tokens_dup_alive (mine, store, G_LIST_MODEL (boards));
      g_assert_cmpuint (g_strv_length (alive), ==, cases[i].me != NULL);
    }
}

static void
test_heeds (Fixture       *fixture,
            gconstpointer  unused)
{
  static const struct
  {
    const char *tokens;
    guint heeded;
  } cases[] = {
    { "", 0 },
    { "11", QD_CHANGES_LABELS },
    { "family:11", QD_CHANGES_LABELS | QD_CHANGES_VALUES },
    { "colour:4", QD_CHANGES_LABELS | QD_CHANGES_VALUES },
    { "role:at-risk", QD_CHANGES_PLACES | QD_CHANGES_VALUES },
    { "owner:21", QD_CHANGES_LABELS },
    { "mine", QD_CHANGES_LABELS | QD_CHANGES_VALUES },
    { "metric:change", QD_CHANGES_VALUES },
    { "text:x", QD_CHANGES_LABELS | QD_CHANGES_VALUES },
    { "blocked", QD_CHANGES_PLACES | QD_CHANGES_LABELS | QD_CHANGES_VALUES },
    { "due", QD_CHANGES_PLACES | QD_CHANGES_LABELS | QD_CHANGES_VALUES },
    { "health:behind", QD_CHANGES_PLACES | QD_CHANGES_LABELS | QD_CHANGES_VALUES },
    { "11|metric:change", QD_CHANGES_LABELS | QD_CHANGES_VALUES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QdFilterWanted) wanted = ask (cases[i].tokens);

      for (guint bit = QD_CHANGES_PLACES; bit <= QD_CHANGES_VALUES; bit <<= 1)
        g_assert_cmpint (qd_filter_wanted_heeds (wanted, bit), ==,
                         (cases[i].heeded & bit) != 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/filter/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("match", test_match);
  ADD ("days", test_days);
  ADD ("strictness", test_strictness);
  ADD ("tokens", test_tokens);
  ADD ("met", test_met);
  ADD ("mine", test_mine);
  ADD ("heeds", test_heeds);

  return g_test_run ();
}
