/* What a board says as a whole, and its advice: seen, done, dismissed, brought back. */

#include "config.h"

#include "board/qd-board-figures.h"
#include "coach-fixture.h"
#include "coach/qd-advice-row.h"
#include "coach/qd-coach-popover.h"
#include "model/qd-key-result.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"

static void
assert_button (BoardFixture *fixture,
               const char   *label)
{
  board_assert_label (gtk_widget_get_first_child (GTK_WIDGET (coach_get_button (fixture))), label);
}

/* Those that were dismissed are folded away. */
static void
unfold (BoardFixture *fixture)
{
  GtkWidget *expander = ui_find (GTK_WIDGET (coach_get_popover (fixture)), GTK_TYPE_EXPANDER);

  g_assert_nonnull (expander);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
}

static void
test_head (BoardFixture  *fixture,
           gconstpointer  unused)
{
  g_autofree char *net = NULL;
  GtkWidget *progress;

  coach_measure (fixture, board_get_card (fixture, 1, 0), 6, 8);
  coach_measure (fixture, board_get_card (fixture, 0, 0), 1, 8);
  coach_wait (fixture);

  /* 60 %, 10 % and nothing: one on track, one at risk, one outdated. */
  progress = gtk_widget_get_first_child (ui_find (GTK_WIDGET (coach_get_head (fixture)),
                                                  QD_TYPE_BOARD_FIGURES));
  board_assert_label (progress, "Progress of the board 23%, expected 44%");
  net = qd_board_view_dup_net_confidence (fixture->view);
  g_assert_cmpstr (net, ==, "0");

  coach_measure (fixture, board_get_card (fixture, 0, 0), 5, 8);
  coach_wait (fixture);
  g_free (net);
  net = qd_board_view_dup_net_confidence (fixture->view);
  g_assert_cmpstr (net, ==, "+67");
  board_assert_label (gtk_widget_get_next_sibling (progress),
                      "Net confidence +67: percent on track minus percent at risk");

  qd_board_view_set_board (fixture->view, fixture->file.sales);
  coach_wait (fixture);
  g_assert_false (gtk_widget_get_visible (progress));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_next_sibling (progress)));
  assert_button (fixture, "Advice, nothing open");
}

/* Each of three cards: no number, no owner; the two in Not Started: stuck, too. */
static void
test_count (BoardFixture  *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  QdId card = qd_entity_get_id (QD_ENTITY (board_get_card (fixture, 1, 0)));

  coach_wait (fixture);
  assert_button (fixture, "Advice, 12 items");
  qd_edit_set_owner (fixture->file.store, card, "Maria Keller", &error);
  g_assert_no_error (error);
  coach_wait (fixture);
  assert_button (fixture, "Advice, 11 items");
}

static void
test_dismiss (BoardFixture  *fixture,
              gconstpointer  unused)
{
  const char *label = "Lower churn: It has no owner.";
  const char *remedy = "Choose one person who checks in every time.";
  GtkWidget *row;

  coach_open (fixture);
  assert_button (fixture, "Advice, 12 items");
  row = coach_find_row (fixture, label, remedy);
  g_assert_nonnull (row);

  coach_click (fixture, row, "Dismiss");
  assert_button (fixture, "Advice, 11 items");
  g_assert_null (coach_find_row (fixture, label, remedy));

  /* It is a step like any other. */
  board_undo (fixture);
  coach_wait (fixture);
  assert_button (fixture, "Advice, 12 items");

  coach_click (fixture, coach_find_row (fixture, label, remedy), "Dismiss");
  unfold (fixture);
  row = coach_find_row (fixture, label, "");
  g_assert_nonnull (row);
  coach_click (fixture, row, "Bring Back");
  assert_button (fixture, "Advice, 12 items");
  g_assert_nonnull (coach_find_row (fixture, label, remedy));
}

/* An advice about the board itself is kept in the file, too. */
static void
test_dismiss_board (BoardFixture  *fixture,
                    gconstpointer  unused)
{
  const char *none = "This Board: The key results belong to no objective yet.";
  const char *single = "This Board: The board has a single objective.";
  const char *remedy = "Two to four objectives say what matters and leave room to choose.";

  coach_open (fixture);
  coach_click (fixture, coach_find_row (fixture, none, remedy), "Dismiss");
  g_assert_null (coach_find_row (fixture, none, remedy));
  assert_button (fixture, "Advice, 11 items");

  /* The facts are others now. */
  board_add_objective (fixture, "Reliability");
  coach_wait (fixture);
  g_assert_nonnull (coach_find_row (fixture, single, remedy));
}

static void
test_answer (BoardFixture  *fixture,
             gconstpointer  unused)
{
  const char *label = "Win ten teams: At 120%, but not in Complete";
  QdCard *card = board_get_card (fixture, 1, 0);
  GtkWidget *row, *entry;

  coach_measure (fixture, card, 12, 8);
  coach_open (fixture);
  row = coach_find_row (fixture, label, "Move it to Complete, or say what is still missing.");
  g_assert_nonnull (row);

  coach_click (fixture, row, "Answer…");
  entry = ui_find (row, GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);

  /* What is being typed survives what happens meanwhile. */
  gtk_editable_set_text (GTK_EDITABLE (entry), " Seasonal, expected ");
  board_add_objective (fixture, "Reliability");
  coach_wait (fixture);
  g_signal_emit_by_name (entry, "activate");
  coach_wait (fixture);

  unfold (fixture);
  g_assert_nonnull (coach_find_row (fixture, label, "Answer: “Seasonal, expected”"));
  g_assert_true (qd_key_result_is_answered (QD_KEY_RESULT (card),
                                            QD_DISAGREEMENT_DONE_ELSEWHERE,
                                            "p=120;role=2"));
}

/* The figures change while somebody types: the answer is to those by then. */
static void
test_answer_to_others (BoardFixture  *fixture,
                       gconstpointer  unused)
{
  const char *label = "Win ten teams: At 130%, but not in Complete";
  QdCard *card = board_get_card (fixture, 1, 0);
  GtkWidget *row, *entry;

  coach_measure (fixture, card, 12, 8);
  coach_open (fixture);
  row = coach_find_row (fixture, "Win ten teams: At 120%, but not in Complete", NULL);
  g_assert_nonnull (row);
  coach_click (fixture, row, "Answer…");
  entry = ui_find (row, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Seasonal");

  coach_measure (fixture, card, 13, 8);
  coach_wait (fixture);
  g_assert_true (coach_find_row (fixture, label, NULL) == row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Seasonal");
  g_signal_emit_by_name (entry, "activate");
  coach_wait (fixture);
  g_assert_true (qd_key_result_is_answered (QD_KEY_RESULT (card),
                                            QD_DISAGREEMENT_DONE_ELSEWHERE,
                                            "p=130;role=2"));
}

static void
test_mend (BoardFixture  *fixture,
           gconstpointer  unused)
{
  const char *label = "Win ten teams: At 120%, but not in Complete";
  const char *remedy = "Move it to Complete, or say what is still missing.";

  coach_measure (fixture, board_get_card (fixture, 1, 0), 12, 8);
  coach_open (fixture);
  coach_click (fixture, coach_find_row (fixture, label, remedy), "Move to Complete");
  board_assert_cards (fixture, 1, "");
  board_assert_cards (fixture, 3, "Win ten teams");
  g_assert_null (coach_find_row (fixture, label, remedy));
}

static void
test_go (BoardFixture  *fixture,
         gconstpointer  unused)
{
  GtkWidget *row;

  coach_open (fixture);
  row = coach_find_row (fixture, "Lower churn: It has no owner.",
                  "Choose one person who checks in every time.");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (coach_get_popover (fixture))));
  board_assert_focus (fixture, "Lower churn");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/coach/" name, BoardFixture, NULL, board_fixture_set_up, function, \
              board_fixture_tear_down)

  ADD ("head", test_head);
  ADD ("count", test_count);
  ADD ("dismiss", test_dismiss);
  ADD ("dismiss-board", test_dismiss_board);
  ADD ("answer", test_answer);
  ADD ("answer-to-others", test_answer_to_others);
  ADD ("mend", test_mend);
  ADD ("go", test_go);

  return g_test_run ();
}
