/* What all models have in common, who owns them, and those of them that stand
 * beside the boards: cycles, teams, people, views, and the workspace with all of it.
 *
 * The models of a board are in test-board.c.
 */

#include "config.h"

#include "model/qd-board-private.h"
#include "model/qd-card-private.h"
#include "model/qd-column-private.h"
#include "model/qd-cycle-private.h"
#include "model/qd-entity-private.h"
#include "model/qd-key-result-private.h"
#include "model/qd-objective-private.h"
#include "model/qd-ordered-list-private.h"
#include "model/qd-person-private.h"
#include "model/qd-team-private.h"
#include "model/qd-view-private.h"
#include "model/qd-workspace-private.h"
#include "property-asserts.h"

static void
test_entity (void)
{
  QdEntity *entity = QD_ENTITY (qd_team_new (G_MAXINT64));

  g_assert_cmpint (qd_entity_get_id (entity), ==, G_MAXINT64);
  g_assert_cmpint (qd_entity_get_kind (entity), ==, QD_ENTITY_TEAM);
  g_assert_cmpstr (qd_entity_get_title (entity), ==, "");
  g_assert_cmpstr (qd_entity_get_rank (entity), ==, "");
  g_assert_true (qd_entity_get_alive (entity));

  assert_notifies (entity, "title", qd_entity_set_title (entity, "Crew"));
  assert_notifies (entity, "", qd_entity_set_title (entity, "Crew"));
  assert_notifies (entity, "rank", qd_entity_set_rank (entity, "V"));
  assert_notifies (entity, "", qd_entity_set_rank (entity, "V"));
  assert_notifies (entity, "", qd_entity_set_alive (entity, 2));
  assert_notifies (entity, "alive", qd_entity_set_alive (entity, FALSE));
  assert_notifies (entity, "", qd_entity_set_alive (entity, FALSE));

  g_assert_cmpstr (qd_entity_get_title (entity), ==, "Crew");
  g_assert_cmpstr (qd_entity_get_rank (entity), ==, "V");
  g_assert_false (qd_entity_get_alive (entity));

  assert_property_id (entity, "id", G_MAXINT64);
  assert_property_int (entity, "kind", QD_ENTITY_TEAM);
  assert_property_text (entity, "title", "Crew");
  assert_property_text (entity, "rank", "V");
  assert_property_int (entity, "alive", FALSE);

  g_assert_finalize_object (entity);
}

/* No text and an empty one are the same; a text may be set to a part of itself. */
static void
test_texts (void)
{
  QdEntity *entity = QD_ENTITY (qd_person_new (1));

  assert_notifies (entity, "", qd_entity_set_title (entity, NULL));
  assert_notifies (entity, "", qd_entity_set_title (entity, ""));
  assert_notifies (entity, "title", qd_entity_set_title (entity, "Ada King"));
  assert_notifies (entity, "", qd_entity_set_title (entity, qd_entity_get_title (entity)));
  assert_notifies (entity, "title",
                   qd_entity_set_title (entity, qd_entity_get_title (entity) + 4));
  g_assert_cmpstr (qd_entity_get_title (entity), ==, "King");
  assert_notifies (entity, "title", qd_entity_set_title (entity, ""));
  g_assert_cmpstr (qd_entity_get_title (entity), ==, "");
  assert_notifies (entity, "", qd_entity_set_title (entity, NULL));

  g_assert_finalize_object (entity);
}

static void
test_compare (void)
{
  static const struct {
    QdId id_a;
    const char *rank_a;
    QdId id_b;
    const char *rank_b;
    int order;
  } cases[] = {
    { 1, "A", 2, "B", -1 },
    { 2, "A", 1, "B", -1 },
    { 1, "9", 2, "A", -1 },
    { 1, "Z", 2, "a", -1 },
    { 1, "A", 2, "A0", -1 },
    { 1, NULL, 2, "0", -1 },
    { 1, "A", 2, "A", -1 },
    { 1, NULL, 2, NULL, -1 },
    { G_MAXINT64, "A", 1, "A", 1 },
    { 1, "z", 2, "é", -1 },
    { 5, "A", 5, "A", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QdEntity) a = QD_ENTITY (qd_team_new (cases[i].id_a));
      g_autoptr (QdEntity) b = QD_ENTITY (qd_team_new (cases[i].id_b));
      int order, reverse;

      qd_entity_set_rank (a, cases[i].rank_a);
      qd_entity_set_rank (b, cases[i].rank_b);
      order = qd_entity_compare (a, b);
      reverse = qd_entity_compare (b, a);

      g_assert_cmpint ((order > 0) - (order < 0), ==, cases[i].order);
      g_assert_cmpint ((reverse > 0) - (reverse < 0), ==, -cases[i].order);
    }
}

static void
test_cycle (void)
{
  QdCycle *cycle = qd_cycle_new (1);
  QdDay first = qd_day_parse ("2026-10-01");
  QdDay last = qd_day_parse ("2026-12-31");

  g_assert_cmpint (qd_entity_get_kind (QD_ENTITY (cycle)), ==, QD_ENTITY_CYCLE);
  g_assert_cmpuint (qd_cycle_get_first_day (cycle), ==, QD_DAY_NONE);
  g_assert_cmpuint (qd_cycle_get_last_day (cycle), ==, QD_DAY_NONE);

  assert_notifies (cycle, "first-day", qd_cycle_set_first_day (cycle, first));
  assert_notifies (cycle, "", qd_cycle_set_first_day (cycle, first));
  assert_notifies (cycle, "last-day", qd_cycle_set_last_day (cycle, last));
  assert_notifies (cycle, "", qd_cycle_set_last_day (cycle, last));

  assert_property_int (cycle, "first-day", first);
  assert_property_int (cycle, "last-day", last);

  g_assert_finalize_object (cycle);
}

static void
test_cycle_weeks (void)
{
  static const struct {
    const char *first;
    const char *last;
    guint n_weeks;
    const char *day;
    guint week;
  } cases[] = {
    { "2026-10-01", "2026-12-31", 13, "2026-09-30", 0 },
    { "2026-10-01", "2026-12-31", 13, "2026-10-01", 1 },
    { "2026-10-01", "2026-12-31", 13, "2026-10-07", 1 },
    { "2026-10-01", "2026-12-31", 13, "2026-10-08", 2 },
    { "2026-10-01", "2026-12-31", 13, "2026-12-30", 13 },
    { "2026-10-01", "2026-12-31", 13, "2026-12-31", 13 },
    { "2026-10-01", "2026-12-31", 13, "2027-01-01", 14 },
    /* 90 days, and 91 in a leap year: 13 weeks to the day. */
    { "2026-01-01", "2026-03-31", 13, "2026-03-31", 13 },
    { "2024-01-01", "2024-03-31", 13, "2024-03-31", 13 },
    { "2024-01-01", "2024-04-01", 13, "2024-04-01", 13 },
    /* Half a week more is a week. */
    { "2024-01-01", "2024-04-03", 13, "2024-04-03", 13 },
    { "2024-01-01", "2024-04-04", 14, "2024-04-04", 14 },
    { "2024-02-01", "2024-03-31", 9, "2024-03-01", 5 },
    { "2026-02-01", "2026-03-31", 8, "2026-03-01", 5 },
    { "2026-02-02", "2026-03-31", 8, "2026-03-01", 4 },
    { "2024-02-02", "2024-03-31", 8, "2024-03-01", 5 },
    /* One day, one week, and one day more. */
    { "2026-10-01", "2026-10-01", 1, "2026-09-30", 0 },
    { "2026-10-01", "2026-10-01", 1, "2026-10-01", 1 },
    { "2026-10-01", "2026-10-01", 1, "2026-10-02", 2 },
    { "2026-10-01", "2026-10-07", 1, "2026-10-07", 1 },
    { "2026-10-01", "2026-10-08", 1, "2026-10-08", 1 },
    /* No proper cycle. */
    { NULL, NULL, 1, "2026-10-01", 0 },
    { NULL, "2026-12-31", 1, "2026-10-01", 0 },
    { "2026-10-01", NULL, 1, "2026-09-30", 0 },
    { "2026-10-01", NULL, 1, "2026-10-01", 2 },
    { "2026-10-08", "2026-10-01", 1, "2026-10-04", 0 },
    { "2026-10-01", "2026-12-31", 13, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QdCycle) cycle = qd_cycle_new (1);
      QdDay day = qd_day_parse (cases[i].day);

      qd_cycle_set_first_day (cycle, qd_day_parse (cases[i].first));
      qd_cycle_set_last_day (cycle, qd_day_parse (cases[i].last));

      g_test_message ("%s in %s to %s", cases[i].day, cases[i].first, cases[i].last);
      g_assert_cmpuint (qd_cycle_get_n_weeks (cycle), ==, cases[i].n_weeks);
      g_assert_cmpuint (qd_cycle_get_week (cycle, day), ==, cases[i].week);
    }
}

static void
test_team (void)
{
  QdTeam *company = qd_team_new (1);
  QdTeam *team = qd_team_new (2);

  g_assert_null (qd_team_get_parent (team));
  assert_notifies (team, "", qd_team_set_parent (team, NULL));
  assert_notifies (team, "parent", qd_team_set_parent (team, company));
  assert_notifies (team, "", qd_team_set_parent (team, company));
  assert_property_object (team, "parent", company);

  /* A ring keeps nobody alive. */
  qd_team_set_parent (company, team);
  g_assert_finalize_object (company);
  g_assert_null (qd_team_get_parent (team));
  g_assert_finalize_object (team);
}

static void
test_person (void)
{
  static const struct {
    const char *name;
    const char *initials;
  } cases[] = {
    { "", "" },
    { "   ", "" },
    { "–", "" },
    { "Ada", "A" },
    { "Ada Lovelace", "AL" },
    { "ada lovelace", "AL" },
    { "Ada King Lovelace", "AL" },
    { "  Ada \t Lovelace  ", "AL" },
    { "Ada Lovelace (she)", "AS" },
    { "Ada Lovelace –", "AL" },
    { "– Ada", "A" },
    { "“Ada” Lovelace", "AL" },
    { "Élodie Östberg", "ÉÖ" },
    { "E\xcc\x81lodie o\xcc\x88stberg", "ÉÖ" },
    { "Ада\xc2\xa0Лавлейс", "АЛ" },
    { "山田 太郎", "山太" },
    { "7of9", "7" },
    { "\xff\xfe", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QdPerson) person = qd_person_new (1);
      g_autofree char *initials = NULL;

      qd_entity_set_title (QD_ENTITY (person), cases[i].name);
      initials = qd_person_dup_initials (person);
      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

static void
assert_boards (QdView     *view,
               const char *text,
               const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  const QdId *boards;
  guint n_boards;

  qd_view_set_boards (view, text);
  boards = qd_view_get_boards (view, &n_boards);
  for (guint i = 0; i < n_boards; i++)
    g_string_append_printf (ids, "%" G_GINT64_FORMAT ";", boards[i]);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
assert_filter (QdView     *view,
               const char *text,
               const char *expected)
{
  g_autofree char *tokens = NULL;

  qd_view_set_filter (view, text);
  tokens = g_strjoinv ("|", (char **) qd_view_get_filter (view));
  g_assert_cmpstr (tokens, ==, expected);
}

/* What another program may have written is read as far as it makes sense. */
static void
test_view (void)
{
  QdView *view = qd_view_new (1);
  g_autoptr (GArray) before = NULL;

  g_assert_cmpint (qd_entity_get_kind (QD_ENTITY (view)), ==, QD_ENTITY_VIEW);
  assert_boards (view, NULL, "");
  assert_boards (view, "7", "7;");
  assert_boards (view, "3 9223372036854775807 1", "3;9223372036854775807;1;");
  assert_boards (view, " 3  x -4 0 2 ", "3;2;");
  assert_boards (view, "", "");
  assert_notifies (view, "", qd_view_set_boards (view, NULL));
  assert_notifies (view, "boards", qd_view_set_boards (view, "7 4"));
  g_object_get (view, "boards", &before, NULL);
  assert_notifies (view, "", qd_view_set_boards (view, "7 4"));
  assert_boards (view, "4", "4;");
  g_assert_cmpuint (before->len, ==, 2);

  assert_filter (view, NULL, "");
  assert_filter (view, "owner:1\nrisk", "owner:1|risk");
  assert_notifies (view, "", qd_view_set_filter (view, "owner:1\nrisk"));
  assert_notifies (view, "filter", qd_view_set_filter (view, NULL));
  g_assert_null (*qd_view_get_filter (view));

  qd_view_set_density (view, QD_DENSITY_COUNTS);
  assert_notifies (view, "density", qd_view_set_density (view, QD_DENSITY_COMPACT));
  assert_notifies (view, "", qd_view_set_density (view, QD_DENSITY_COMPACT));
  assert_property_int (view, "density", QD_DENSITY_COMPACT);

  g_assert_finalize_object (view);
}

static void
test_workspace (void)
{
  QdWorkspace *workspace = qd_workspace_new ();
  const struct {
    const char *name;
    QdOrderedList *list;
    GType item_type;
  } lists[] = {
    { "cycles", qd_workspace_get_cycles (workspace), QD_TYPE_CYCLE },
    { "teams", qd_workspace_get_teams (workspace), QD_TYPE_TEAM },
    { "boards", qd_workspace_get_boards (workspace), QD_TYPE_BOARD },
    { "people", qd_workspace_get_people (workspace), QD_TYPE_PERSON },
    { "views", qd_workspace_get_views (workspace), QD_TYPE_VIEW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      assert_property_object (workspace, lists[i].name, lists[i].list);
      assert_item_type (lists[i].list, lists[i].item_type);
    }

  g_assert_finalize_object (workspace);
}

static void
count_down (gpointer  n_left,
            GObject  *was)
{
  (*(guint *) n_left)--;
}

/* Letting go of the workspace lets go of everything, whatever refers to what. */
static void
test_ownership (void)
{
  QdWorkspace *workspace = qd_workspace_new ();
  QdEntity *things[] = {
    QD_ENTITY (qd_cycle_new (1)),
    QD_ENTITY (qd_team_new (2)),
    QD_ENTITY (qd_board_new (3)),
    QD_ENTITY (qd_person_new (4)),
    QD_ENTITY (qd_column_new (5)),
    QD_ENTITY (qd_objective_new (6)),
    QD_ENTITY (qd_key_result_new (7)),
    QD_ENTITY (qd_view_new (8)),
  };
  QdBoard *board = QD_BOARD (things[2]);
  QdColumn *column = QD_COLUMN (things[4]);
  QdObjective *objective = QD_OBJECTIVE (things[5]);
  QdCard *card = QD_CARD (things[6]);
  guint n_left = G_N_ELEMENTS (things);

  qd_ordered_list_insert (qd_workspace_get_cycles (workspace), things[0]);
  qd_ordered_list_insert (qd_workspace_get_teams (workspace), things[1]);
  qd_ordered_list_insert (qd_workspace_get_boards (workspace), things[2]);
  qd_ordered_list_insert (qd_workspace_get_people (workspace), things[3]);
  qd_ordered_list_insert (qd_board_get_columns (board), things[4]);
  qd_ordered_list_insert (qd_board_get_objectives (board), things[5]);
  qd_ordered_list_insert (qd_column_get_cards (column), things[6]);
  qd_ordered_list_insert (qd_workspace_get_views (workspace), things[7]);

  qd_board_set_cycle (board, QD_CYCLE (things[0]));
  qd_board_set_team (board, QD_TEAM (things[1]));
  qd_column_set_board (column, board);
  qd_objective_set_board (objective, board);
  qd_card_set_column (card, column);
  qd_card_set_objective (card, objective);
  qd_card_set_owner (card, QD_PERSON (things[3]));

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      g_object_weak_ref (G_OBJECT (things[i]), count_down, &n_left);
      g_object_unref (things[i]);
    }
  g_assert_cmpuint (n_left, ==, G_N_ELEMENTS (things));

  g_assert_finalize_object (workspace);
  g_assert_cmpuint (n_left, ==, 0);
}

/* What points back may go before what it points to. */
static void
test_back_pointers (void)
{
  QdBoard *board = qd_board_new (1);
  QdColumn *column = qd_column_new (2);
  QdObjective *objective = qd_objective_new (3);
  QdCard *card = QD_CARD (qd_key_result_new (4));
  QdTeam *company = qd_team_new (5);
  QdTeam *team = qd_team_new (6);

  qd_card_set_column (card, column);
  qd_column_set_board (column, board);
  qd_objective_set_board (objective, board);
  qd_team_set_parent (team, company);

  /* Once disposed of, nobody writes to them any more. */
  g_object_run_dispose (G_OBJECT (card));
  g_assert_null (qd_card_get_column (card));
  g_object_run_dispose (G_OBJECT (column));
  g_assert_null (qd_column_get_board (column));
  g_object_run_dispose (G_OBJECT (objective));
  g_assert_null (qd_objective_get_board (objective));
  g_object_run_dispose (G_OBJECT (team));
  g_assert_null (qd_team_get_parent (team));

  g_assert_finalize_object (card);
  g_assert_finalize_object (column);
  g_assert_finalize_object (objective);
  g_assert_finalize_object (board);
  g_assert_finalize_object (team);
  g_assert_finalize_object (company);
}

/* These numbers stand in files. */
static void
test_numbers (void)
{
  const struct {
    GType type;
    const char *nicks;
  } cases[] = {
    { QD_TYPE_ENTITY_KIND, "none cycle team board column objective card milestone "
                           "checkin comment dependency person phase answer view" },
    { QD_TYPE_BOARD_KIND, "okr" },
    { QD_TYPE_CARD_KIND, "key-result" },
    { QD_TYPE_COLUMN_ROLE, "other not-started in-progress at-risk complete" },
    { QD_TYPE_COMMITMENT, "aspirational committed" },
    { QD_TYPE_DENSITY, "counts compact cards" },
    { QD_TYPE_HEALTH, "pending too-early on-track behind at-risk complete outdated "
                      "closed" },
    { QD_TYPE_METRIC_KIND, "none change at-least at-most within milestones yes-no" },
    { QD_TYPE_RESULT_KIND, "unsaid outcome output" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GEnumClass) enum_class = g_type_class_ref (cases[i].type);
      g_auto (GStrv) nicks = g_strsplit (cases[i].nicks, " ", -1);

      g_assert_cmpuint (enum_class->n_values, ==, g_strv_length (nicks));
      for (guint j = 0; nicks[j] != NULL; j++)
        g_assert_cmpstr (g_enum_get_value (enum_class, (int) j)->value_nick, ==, nicks[j]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/entity", test_entity);
  g_test_add_func ("/model/texts", test_texts);
  g_test_add_func ("/model/compare", test_compare);
  g_test_add_func ("/model/cycle", test_cycle);
  g_test_add_func ("/model/cycle/weeks", test_cycle_weeks);
  g_test_add_func ("/model/team", test_team);
  g_test_add_func ("/model/person", test_person);
  g_test_add_func ("/model/view", test_view);
  g_test_add_func ("/model/workspace", test_workspace);
  g_test_add_func ("/model/ownership", test_ownership);
  g_test_add_func ("/model/back-pointers", test_back_pointers);
  g_test_add_func ("/model/numbers", test_numbers);

  return g_test_run ();
}
