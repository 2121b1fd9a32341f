/* What a board says as a whole, and its advice: seen, done, dismissed, brought back. */

#include "config.h"

#include "board-fixture.h"
#include "coach/qd-advice-row.h"
#include "board/qd-board-head.h"
#include "coach/qd-coach-popover.h"
#include "model/qd-key-result.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"

static QdBoardHead *
get_head (BoardFixture *fixture)
{
  return QD_BOARD_HEAD (ui_find (GTK_WIDGET (fixture->view), QD_TYPE_BOARD_HEAD));
}

static GtkMenuButton *
get_button (BoardFixture *fixture)
{
  return GTK_MENU_BUTTON (ui_find (GTK_WIDGET (get_head (fixture)), GTK_TYPE_MENU_BUTTON));
}

/* The sums are made when nothing else is to be done. */
static void
wait_for_sums (BoardFixture *fixture)
{
  gboolean busy;

  g_object_get (get_head (fixture), "busy", &busy, NULL);
  while (busy)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (get_head (fixture), "busy", &busy, NULL);
    }
  ui_settle ();
}

static void
assert_button (BoardFixture *fixture,
               const char   *label)
{
  board_assert_label (gtk_widget_get_first_child (GTK_WIDGET (get_button (fixture))), label);
}

static void
open_list (BoardFixture *fixture)
{
  wait_for_sums (fixture);
  gtk_menu_button_popup (get_button (fixture));
  ui_settle ();
}

static QdCoachPopover *
get_popover (BoardFixture *fixture)
{
  return QD_COACH_POPOVER (gtk_menu_button_get_popover (get_button (fixture)));
}

static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  if (QD_IS_ADVICE_ROW (widget))
    {
      g_ptr_array_add (rows, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

/* The row of an advice, with what it says besides; %NULL where there is none. */
static GtkWidget *
find_row (BoardFixture *fixture,
          const char   *label,
          const char   *description)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  collect_rows (GTK_WIDGET (get_popover (fixture)), rows);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkAccessible *row = g_ptr_array_index (rows, i);
      g_autofree char *other_label = NULL;
      g_autofree char *other_description = NULL;

      other_label = gtk_test_accessible_check_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                        label);
      other_description =
        gtk_test_accessible_check_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                            description);
      if (other_label == NULL && other_description == NULL)
        return GTK_WIDGET (row);
    }

  return NULL;
}

/* Those that were dismissed are folded away. */
static void
unfold (BoardFixture *fixture)
{
  GtkWidget *expander = ui_find (GTK_WIDGET (get_popover (fixture)), GTK_TYPE_EXPANDER);

  g_assert_nonnull (expander);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
}

static void
click (BoardFixture *fixture,
       GtkWidget    *row,
       const char   *label)
{
  GtkWidget *button = ui_find_button (row, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
  wait_for_sums (fixture);
}

static void
measure_card (BoardFixture *fixture,
              QdCard       *card,
              double        value,
              int           confidence)
{
  const QdCheckinDraft draft = { .day = qd_clock_today (), .value = value,
                                 .confidence = confidence };
  QdId id = qd_entity_get_id (QD_ENTITY (card));
  g_autoptr (GError) error = NULL;

  qd_edit_set_metric (fixture->file.store, id, QD_METRIC_CHANGE, &error);
  g_assert_no_error (error);
  qd_edit_set_figure (fixture->file.store, id, QD_FIELD_CARD_BASELINE, 0, &error);
  g_assert_no_error (error);
  qd_edit_set_figure (fixture->file.store, id, QD_FIELD_CARD_TARGET, 10, &error);
  g_assert_no_error (error);
  qd_edit_check_in (fixture->file.store, id, &draft, &error);
  g_assert_no_error (error);
}

static void
test_head (BoardFixture  *fixture,
           gconstpointer  unused)
{
  g_autofree char *net = NULL;
  GtkWidget *progress;

  measure_card (fixture, board_get_card (fixture, 1, 0), 6, 8);
  measure_card (fixture, board_get_card (fixture, 0, 0), 1, 8);
  wait_for_sums (fixture);

  /* 60 %, 10 % and nothing: one on track, one at risk, one outdated. */
  progress = gtk_widget_get_first_child (GTK_WIDGET (get_head (fixture)));
  board_assert_label (progress, "Progress of the board 23%, expected 44%");
  net = qd_board_view_dup_net_confidence (fixture->view);
  g_assert_cmpstr (net, ==, "0");

  measure_card (fixture, board_get_card (fixture, 0, 0), 5, 8);
  wait_for_sums (fixture);
  g_free (net);
  net = qd_board_view_dup_net_confidence (fixture->view);
  g_assert_cmpstr (net, ==, "+67");
  board_assert_label (gtk_widget_get_next_sibling (progress),
                      "Net confidence +67: percent on track minus percent at risk");

  qd_board_view_set_board (fixture->view, fixture->file.sales);
  wait_for_sums (fixture);
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

  wait_for_sums (fixture);
  assert_button (fixture, "Advice, 12 items");
  qd_edit_set_owner (fixture->file.store, card, "Maria Keller", &error);
  g_assert_no_error (error);
  wait_for_sums (fixture);
  assert_button (fixture, "Advice, 11 items");
}

static void
test_dismiss (BoardFixture  *fixture,
              gconstpointer  unused)
{
  const char *label = "Lower churn: It has no owner.";
  const char *remedy = "Choose one person who checks in every time.";
  GtkWidget *row;

  open_list (fixture);
  assert_button (fixture, "Advice, 12 items");
  row = find_row (fixture, label, remedy);
  g_assert_nonnull (row);

  click (fixture, row, "Dismiss");
  assert_button (fixture, "Advice, 11 items");
  g_assert_null (find_row (fixture, label, remedy));

  /* It is a step like any other. */
  board_undo (fixture);
  wait_for_sums (fixture);
  assert_button (fixture, "Advice, 12 items");

  click (fixture, find_row (fixture, label, remedy), "Dismiss");
  unfold (fixture);
  row = find_row (fixture, label, "");
  g_assert_nonnull (row);
  click (fixture, row, "Bring Back");
  assert_button (fixture, "Advice, 12 items");
  g_assert_nonnull (find_row (fixture, label, remedy));
}

/* An advice about the board itself is kept in the file, too. */
static void
test_dismiss_board (BoardFixture  *fixture,
                    gconstpointer  unused)
{
  const char *none = "This Board: The key results belong to no objective yet.";
  const char *single = "This Board: The board has a single objective.";
  const char *remedy = "Two to four objectives say what matters and leave room to choose.";

  open_list (fixture);
  click (fixture, find_row (fixture, none, remedy), "Dismiss");
  g_assert_null (find_row (fixture, none, remedy));
  assert_button (fixture, "Advice, 11 items");

  /* The facts are others now. */
  board_add_objective (fixture, "Reliability");
  wait_for_sums (fixture);
  g_assert_nonnull (find_row (fixture, single, remedy));
}

static void
test_answer (BoardFixture  *fixture,
             gconstpointer  unused)
{
  const char *label = "Win ten teams: At 120%, but not in Complete";
  QdCard *card = board_get_card (fixture, 1, 0);
  GtkWidget *row, *entry;

  measure_card (fixture, card, 12, 8);
  open_list (fixture);
  row = find_row (fixture, label, "Move it to Complete, or say what is still missing.");
  g_assert_nonnull (row);

  click (fixture, row, "Answer…");
  entry = ui_find (row, GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);

  /* What is being typed survives what happens meanwhile. */
  gtk_editable_set_text (GTK_EDITABLE (entry), " Seasonal, expected ");
  board_add_objective (fixture, "Reliability");
  wait_for_sums (fixture);
  g_signal_emit_by_name (entry, "activate");
  wait_for_sums (fixture);

  unfold (fixture);
  g_assert_nonnull (find_row (fixture, label, "Answer: “Seasonal, expected”"));
  g_assert_true (qd_key_result_is_answered (QD_KEY_RESULT (card),
                                            QD_DISAGREEMENT_DONE_ELSEWHERE,
                                            "p=120;role=2"));
}

static void
test_mend (BoardFixture  *fixture,
           gconstpointer  unused)
{
  const char *label = "Win ten teams: At 120%, but not in Complete";
  const char *remedy = "Move it to Complete, or say what is still missing.";

  measure_card (fixture, board_get_card (fixture, 1, 0), 12, 8);
  open_list (fixture);
  click (fixture, find_row (fixture, label, remedy), "Move to Complete");
  board_assert_cards (fixture, 1, "");
  board_assert_cards (fixture, 3, "Win ten teams");
  g_assert_null (find_row (fixture, label, remedy));
}

static void
test_go (BoardFixture  *fixture,
         gconstpointer  unused)
{
  GtkWidget *row;

  open_list (fixture);
  row = find_row (fixture, "Lower churn: It has no owner.",
                  "Choose one person who checks in every time.");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_popover (fixture))));
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
  ADD ("mend", test_mend);
  ADD ("go", test_go);

  return g_test_run ();
}
