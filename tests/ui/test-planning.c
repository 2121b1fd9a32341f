/* What comes after a cycle: the page that makes the board of the next one, and the notes
 * beside that board.
 */

#include "config.h"

#include "details-fixture.h"
#include "planning/qd-planning-page.h"
#include "planning/qd-planning-pane.h"
#include "store/qd-closing.h"
#include "store/qd-edit-close.h"
#include "store/qd-edit-shelf.h"
#include "store/qd-edit.h"

typedef DetailsFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  details_fixture_set_up (fixture, NULL);
  details_check_in (fixture, fixture->nps, qd_clock_today (), 40, "", 6);
  qd_edit_set_decision (fixture->file.store, details_get_id (fixture->nps),
                        QD_DECISION_CARRY_OVER, &error);
  g_assert_no_error (error);
  qd_edit_shelve (fixture->file.store, QD_ENTITY_CARD, details_get_id (fixture->churn),
                  "No data", &error);
  g_assert_no_error (error);
}

static void
on_made (QdId    *made,
         QdId     board)
{
  *made = board;
}

static void
show_page (Fixture *fixture,
           QdId    *made)
{
  GtkWidget *page = qd_planning_page_new (fixture->file.store);

  qd_planning_page_set_board (QD_PLANNING_PAGE (page), fixture->file.growth);
  g_signal_connect_swapped (page, "made", G_CALLBACK (on_made), made);
  details_show (fixture, page);
  qd_planning_page_focus (QD_PLANNING_PAGE (page));
}

static GtkCheckButton *
find_tick (GtkWidget  *widget,
           const char *title)
{
  if (GTK_IS_CHECK_BUTTON (widget) && details_says (widget, title))
    return GTK_CHECK_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_tick (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
assert_new_cards (Fixture    *fixture,
                  const char *expected)
{
  details_assert_file (fixture,
                       "SELECT coalesce(group_concat(t, '|'), '') FROM (SELECT card.title || ' '"
                       " || coalesce(card.baseline,'') AS t FROM card"
                       " JOIN \"column\" AS k ON k.id=card.parent"
                       " JOIN board ON board.id=k.parent WHERE coalesce(board.continues,0)<>0"
                       " AND coalesce(board.deleted,0)=0 AND coalesce(card.archived,0)=0"
                       " ORDER BY card.title)", expected);
}

/* What was decided is ticked, what waits is offered; all of it comes in one step. */
static void
test_make (Fixture       *fixture,
           gconstpointer  unused)
{
  QdId made = QD_ID_NONE;

  show_page (fixture, &made);
  g_assert_true (details_says (fixture->widget, "To begin with: 0 objectives, 1 key result."));
  g_assert_true (gtk_check_button_get_active (find_tick (fixture->widget, "Raise NPS")));
  g_assert_false (gtk_check_button_get_active (
                    find_tick (fixture->widget,
                               qd_entity_get_title (QD_ENTITY (fixture->churn)))));
  gtk_check_button_set_active (find_tick (fixture->widget,
                                          qd_entity_get_title (QD_ENTITY (fixture->churn))),
                               TRUE);
  g_assert_true (details_says (fixture->widget, "To begin with: 0 objectives, 2 key results."));

  g_assert_true (gtk_widget_activate_action (fixture->widget, "planning.make", NULL));
  details_wait (fixture);
  g_assert_cmpint (made, !=, QD_ID_NONE);
  g_assert_cmpint (qd_closing_find_next (fixture->file.store,
                                         details_get_id (fixture->file.growth), NULL), ==, made);
  details_assert_file (fixture, "SELECT count(*) FROM card WHERE archived=2", "0");

  details_undo (fixture);
  g_assert_cmpint (qd_closing_find_next (fixture->file.store,
                                         details_get_id (fixture->file.growth), NULL), ==,
                   QD_ID_NONE);
  details_assert_file (fixture, "SELECT count(*) FROM card WHERE archived=2", "1");
}

/* What somebody unticks stays behind, and what is ticked survives a change elsewhere. */
static void
test_ticks (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  QdId made = QD_ID_NONE;

  show_page (fixture, &made);
  gtk_check_button_set_active (find_tick (fixture->widget, "Raise NPS"), FALSE);
  qd_edit_rename (fixture->file.store, QD_ENTITY_CARD, details_get_id (fixture->nps),
                  "Raise NPS again", &error);
  g_assert_no_error (error);
  details_wait (fixture);
  g_assert_false (gtk_check_button_get_active (find_tick (fixture->widget, "Raise NPS again")));
  g_assert_true (details_says (fixture->widget, "An empty board to begin with."));

  gtk_widget_activate_action (fixture->widget, "planning.make", NULL);
  details_wait (fixture);
  assert_new_cards (fixture, "");
  g_assert_cmpint (made, !=, QD_ID_NONE);
}

/* The last value is the new baseline. */
static void
test_baseline (Fixture       *fixture,
               gconstpointer  unused)
{
  QdId made = QD_ID_NONE;

  show_page (fixture, &made);
  gtk_widget_activate_action (fixture->widget, "planning.make", NULL);
  details_wait (fixture);
  assert_new_cards (fixture, "Raise NPS 40.0");
}

static void
wait_until_said (Fixture    *fixture,
                 const char *text)
{
  const gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!details_says (fixture->widget, text) && g_get_monotonic_time () < until)
    details_wait (fixture);
  g_assert_true (details_says (fixture->widget, text));
}

/* Similar words bring what was learned; only the newest question is answered. */
static void
test_learnings (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  QdPlanningPane *pane;

  qd_edit_set_text (fixture->file.store, details_get_id (fixture->nps), QD_FIELD_CARD_LEARNING,
                    "Ask customers earlier", FALSE, &error);
  g_assert_no_error (error);
  pane = QD_PLANNING_PANE (qd_planning_pane_new (fixture->file.store, fixture->file.growth));
  details_show (fixture, GTK_WIDGET (pane));
  g_assert_false (details_says (fixture->widget, "Ask customers earlier"));

  qd_planning_pane_set_draft (pane, "Lower");
  qd_planning_pane_set_draft (pane, "Raise NPS from 40 to 70");
  wait_until_said (fixture, "Ask customers earlier");

  /* Not of itself, where its details are open. */
  qd_planning_pane_set_draft (pane, "");
  qd_planning_pane_set_card (pane, QD_CARD (fixture->nps));
  for (guint i = 0; i < 200 && details_says (fixture->widget, "Ask customers earlier"); i++)
    details_wait (fixture);
  g_assert_false (details_says (fixture->widget, "Ask customers earlier"));
  g_assert_true (details_says (fixture->widget, "Raise NPS"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, details_fixture_tear_down)

  ADD ("/planning/make", test_make);
  ADD ("/planning/ticks", test_ticks);
  ADD ("/planning/baseline", test_baseline);
  ADD ("/planning/learnings", test_learnings);

  return g_test_run ();
}
