/* The steps at hand in the list of advice: each does the one thing that it says, and
 * one undo takes it back.
 */

#include "config.h"

#include "coach-fixture.h"
#include "board/qd-objective-popover.h"
#include "model/qd-key-result.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"

#define NPS "Raise NPS"

/* A card, and what its advice says: @from and @to are places of columns; it is done at
 * a value of 10. */
typedef struct
{
  const char *reason;
  const char *button;
  guint from;
  guint to;
  double value;
  int confidence;
} Move;

static const Move moves[] = {
  { "In Complete, but at 50%", "Move to In Progress", 3, 1, 5, 8 },
  { "At 100%, but not in Complete", "Move to Complete", 1, 3, 10, 8 },
  { "In Progress, but confidence is 2 of 10", "Move to At Risk", 1, 2, 6, 2 },
  { "In Progress, but at 10% where 44% is expected by now", "Move to At Risk", 1, 2, 1, 8 },
  { "Still not started in week 6 of the cycle", "Move to In Progress", 0, 1, 0, 8 },
};

static void
move_card (BoardFixture *fixture,
           QdCard       *card,
           guint         column)
{
  g_autoptr (GError) error = NULL;

  qd_edit_move (fixture->file.store, QD_ENTITY_CARD, qd_entity_get_id (QD_ENTITY (card)),
                qd_entity_get_id (QD_ENTITY (board_get_column (fixture, column))),
                QD_SIDE_LAST, QD_ID_NONE, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_advice (BoardFixture *fixture,
             const char   *reason)
{
  g_autofree char *label = g_strconcat (NPS ": ", reason, NULL);

  return coach_find_row (fixture, label, NULL);
}

/* Clicks, sees that the advice is gone, and that it is back after one undo. */
static void
mend_and_undo (BoardFixture *fixture,
               const char   *reason,
               const char   *button,
               void        (*check) (BoardFixture *fixture,
                                     gboolean      mended,
                                     gconstpointer data),
               gconstpointer data)
{
  coach_open (fixture);
  check (fixture, FALSE, data);
  g_assert_nonnull (find_advice (fixture, reason));

  coach_click (fixture, find_advice (fixture, reason), button);
  check (fixture, TRUE, data);
  g_assert_null (find_advice (fixture, reason));

  board_undo (fixture);
  coach_wait (fixture);
  check (fixture, FALSE, data);
  g_assert_nonnull (find_advice (fixture, reason));
}

static void
check_move (BoardFixture  *fixture,
            gboolean       mended,
            gconstpointer  data)
{
  const Move *move = data;
  QdColumn *column = board_get_column (fixture, mended ? move->to : move->from);
  const guint n = qd_column_get_n_cards (column);
  QdEntity *last = qd_ordered_list_peek (qd_column_get_cards (column), n - 1);

  g_assert_cmpstr (qd_entity_get_title (last), ==, NPS);
}

static void
test_move (BoardFixture  *fixture,
           gconstpointer  data)
{
  const Move *move = data;
  QdCard *card = board_get_card (fixture, 0, 0);

  move_card (fixture, card, move->from);
  coach_measure (fixture, card, move->value, move->confidence);
  mend_and_undo (fixture, move->reason, move->button, check_move, move);
}

static void
check_outcome (BoardFixture  *fixture,
               gboolean       mended,
               gconstpointer  card)
{
  g_assert_cmpint (qd_key_result_get_result (QD_KEY_RESULT ((gpointer) card)), ==,
                   mended ? QD_RESULT_OUTCOME : QD_RESULT_UNSAID);
}

static void
test_outcome (BoardFixture  *fixture,
              gconstpointer  unused)
{
  const char *label = "Launch the portal: It says what is produced, not what changes.";
  QdCard *card = board_get_card (fixture, 0, 0);
  g_autoptr (GError) error = NULL;

  qd_edit_rename (fixture->file.store, QD_ENTITY_CARD,
                  qd_entity_get_id (QD_ENTITY (card)), "Launch the portal", &error);
  g_assert_no_error (error);

  coach_open (fixture);
  check_outcome (fixture, FALSE, card);
  coach_click (fixture, coach_find_row (fixture, label, NULL), "Set as Outcome");
  check_outcome (fixture, TRUE, card);
  g_assert_null (coach_find_row (fixture, label, NULL));

  board_undo (fixture);
  coach_wait (fixture);
  check_outcome (fixture, FALSE, card);
  g_assert_nonnull (coach_find_row (fixture, label, NULL));
}

static QdCard *
add_dependencies (BoardFixture *fixture,
                  guint         n)
{
  QdCard *card = board_get_card (fixture, 0, 0);
  g_autoptr (GError) error = NULL;

  move_card (fixture, card, 2);
  coach_measure (fixture, card, 5, 8);
  for (guint i = 0; i < n; i++)
    {
      qd_edit_new_dependency (fixture->file.store, qd_entity_get_id (QD_ENTITY (card)),
                              "The contract", "Legal", qd_clock_today (), &error);
      g_assert_no_error (error);
    }

  return card;
}

static void
check_escalated (BoardFixture  *fixture,
                 gboolean       mended,
                 gconstpointer  card)
{
  const QdSummary *summary = qd_key_result_get_summary (QD_KEY_RESULT ((gpointer) card));

  g_assert_cmpuint (summary->n_escalated, ==, mended ? 1 : 0);
}

static void
test_escalate (BoardFixture  *fixture,
               gconstpointer  unused)
{
  QdCard *card = add_dependencies (fixture, 1);

  mend_and_undo (fixture, "At risk, but 1 dependency is not escalated",
                 "Mark as Escalated", check_escalated, card);
}

static void
log_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       log)
{
  g_string_append_printf (log, "%s;", g_action_get_name (G_ACTION (action)));
}

/* Where a person has to say something, the step only brings them there. */
static void
assert_leads (BoardFixture *fixture,
              const char   *reason,
              const char   *button,
              const char   *action)
{
  const GActionEntry entries[] = {
    { .name = "open", .activate = log_action },
    { .name = "check-in", .activate = log_action },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GString) log = g_string_new (NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries),
                                   log);
  gtk_widget_insert_action_group (fixture->window, "card", G_ACTION_GROUP (group));

  coach_open (fixture);
  coach_click (fixture, find_advice (fixture, reason), button);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (coach_get_popover (fixture))));
  board_assert_focus (fixture, NPS);
  g_assert_cmpstr (log->str, ==, action);

  gtk_widget_insert_action_group (fixture->window, "card", NULL);
}

/* One button cannot say which of two. */
static void
test_two_dependencies (BoardFixture  *fixture,
                       gconstpointer  unused)
{
  add_dependencies (fixture, 2);
  assert_leads (fixture, "At risk, but 2 dependencies are not escalated", "Open Details",
                "open;");
}

static void
test_check_in (BoardFixture  *fixture,
               gconstpointer  unused)
{
  QdCard *card = board_get_card (fixture, 0, 0);

  move_card (fixture, card, 2);
  coach_measure (fixture, card, 5, 8);
  assert_leads (fixture, "At Risk, but no blocker is noted", "Check In",
                "check-in;");
}

static void
test_open (BoardFixture  *fixture,
           gconstpointer  unused)
{
  assert_leads (fixture, "It has no owner.", "Open Details", "open;");
}

static void
test_new_objective (BoardFixture  *fixture,
                    gconstpointer  unused)
{
  const char *label = "This Board: The key results belong to no objective yet.";
  GtkWidget *popover;

  coach_open (fixture);
  coach_click (fixture, coach_find_row (fixture, label, NULL), "New Objective");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (coach_get_popover (fixture))));
  popover = ui_find (GTK_WIDGET (fixture->view), QD_TYPE_OBJECTIVE_POPOVER);
  g_assert_nonnull (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, data, function) \
  g_test_add ("/remedies/" name, BoardFixture, data, board_fixture_set_up, function, \
              board_fixture_tear_down)

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strdup_printf ("/remedies/move/%u", i);

      g_test_add (path, BoardFixture, &moves[i], board_fixture_set_up, test_move,
                  board_fixture_tear_down);
    }
  ADD ("outcome", NULL, test_outcome);
  ADD ("escalate", NULL, test_escalate);
  ADD ("two-dependencies", NULL, test_two_dependencies);
  ADD ("check-in", NULL, test_check_in);
  ADD ("open", NULL, test_open);
  ADD ("new-objective", NULL, test_new_objective);

  return g_test_run ();
}
