/* What waits for another cycle: the page that shows it, the ways back, and the question why
 * something waits.
 */

#include "config.h"

#include "details-fixture.h"
#include "shelf/qd-shelf-ask.h"
#include "shelf/qd-shelf-page.h"
#include "shelf/qd-shelf-row.h"
#include "store/qd-edit-shelf.h"
#include "store/qd-edit.h"

typedef DetailsFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  details_fixture_set_up (fixture, NULL);
  details_show (fixture, qd_shelf_page_new (fixture->file.store));
}

static void
shelve (Fixture    *fixture,
        gpointer    card,
        const char *reason)
{
  g_autoptr (GError) error = NULL;

  qd_edit_shelve (fixture->file.store, QD_ENTITY_CARD, details_get_id (card), reason, &error);
  g_assert_no_error (error);
  details_wait (fixture);
}

static QdShelfRow *
get_row (Fixture *fixture)
{
  return (QdShelfRow *) ui_find (fixture->widget, QD_TYPE_SHELF_ROW);
}

static QdShelfDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *one = windows; one != NULL; one = one->next)
    if (QD_IS_SHELF_DIALOG (one->data) && gtk_widget_get_visible (one->data))
      return one->data;

  return NULL;
}

static void
assert_waiting (Fixture    *fixture,
                const char *expected)
{
  details_assert_file (fixture,
                       "SELECT coalesce(group_concat(title || ':' || coalesce(shelf_reason,''),"
                       " '|'), '') FROM card WHERE archived=2", expected);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  unused)
{
  g_assert_true (details_says (fixture->widget, "Nothing Waits"));
  shelve (fixture, fixture->nps, "Too early");
  g_assert_nonnull (get_row (fixture));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_row (fixture))));
}

/* What it is, why, and from where; back at its place, and undone. */
static void
test_put_back (Fixture       *fixture,
               gconstpointer  unused)
{
  shelve (fixture, fixture->nps, "Too early");
  g_assert_true (details_says (fixture->widget, "Raise NPS"));
  g_assert_true (details_says (fixture->widget, "“Too early”"));
  g_assert_true (gtk_widget_get_visible (ui_find_button (fixture->widget, "Put Back")));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Raise NPS");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (fixture)), "shelf.put-back",
                                             NULL));
  details_wait (fixture);
  assert_waiting (fixture, "");
  g_assert_null (get_row (fixture));
  g_assert_nonnull (strstr (qd_toaster_get_text (fixture->toaster), "Taken from the shelf"));

  details_undo (fixture);
  assert_waiting (fixture, "Raise NPS:Too early");
  g_assert_nonnull (get_row (fixture));
}

/* The row that comes next has the focus. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  unused)
{
  GtkWidget *focus;

  shelve (fixture, fixture->churn, "");
  shelve (fixture, fixture->nps, "");
  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture)));
  g_assert_cmpint (qd_shelf_row_get_id (get_row (fixture)), ==, details_get_id (fixture->nps));

  gtk_widget_activate_action (GTK_WIDGET (get_row (fixture)), "shelf.put-back", NULL);
  details_wait (fixture);
  g_assert_cmpint (qd_shelf_row_get_id (get_row (fixture)), ==,
                   details_get_id (fixture->churn));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus == GTK_WIDGET (get_row (fixture)));
}

/* Onto another open board, where it begins in the first column. */
static void
test_put_on (Fixture       *fixture,
             gconstpointer  unused)
{
  shelve (fixture, fixture->nps, "");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_row (fixture)), "shelf.put-on", "x",
                                             details_get_id (fixture->file.sales)));
  details_wait (fixture);
  assert_waiting (fixture, "");
  details_assert_file (fixture,
                       "SELECT board.title FROM card JOIN \"column\" AS k ON k.id=card.parent"
                       " JOIN board ON board.id=k.parent WHERE card.title='Raise NPS'"
                       " AND coalesce(card.archived,0)=0 AND coalesce(card.deleted,0)=0",
                       "Sales");
}

/* Between two cycles it is said why nothing can go back. */
static void
test_no_way_back (Fixture       *fixture,
                  gconstpointer  unused)
{
  const char *note = "No board is open. What waits here is offered when the next board is"
                     " planned.";

  shelve (fixture, fixture->nps, "");
  g_assert_false (details_says (fixture->widget, note));
  ui_close_board (fixture->file.store, fixture->file.growth, QD_DECISION_DONE);
  details_wait (fixture);
  g_assert_false (details_says (fixture->widget, note));
  g_assert_true (qd_shelf_row_has_way_back (get_row (fixture)));

  ui_close_board (fixture->file.store, fixture->file.sales, QD_DECISION_DONE);
  details_wait (fixture);
  g_assert_true (details_says (fixture->widget, note));
  g_assert_false (qd_shelf_row_has_way_back (get_row (fixture)));
}

/* The reason is typed at once, and Enter is enough. */
static void
test_why (Fixture       *fixture,
          gconstpointer  unused)
{
  GtkWidget *entry;

  qd_shelf_ask_why (fixture->widget, fixture->file.store, QD_ENTITY (fixture->churn));
  details_wait (fixture);
  g_assert_nonnull (find_dialog ());
  entry = ui_find (GTK_WIDGET (find_dialog ()), GTK_TYPE_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (find_dialog ())),
                                         entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), " Not now ");
  g_signal_emit_by_name (entry, "activate");
  details_wait (fixture);

  g_assert_null (find_dialog ());
  details_assert_file (fixture, "SELECT archived || shelf_reason FROM card WHERE archived=2",
                       "2Not now");
  g_assert_nonnull (strstr (qd_toaster_get_text (fixture->toaster), "waits on the shelf"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, details_fixture_tear_down)

  ADD ("/shelf/empty", test_empty);
  ADD ("/shelf/put-back", test_put_back);
  ADD ("/shelf/focus", test_focus);
  ADD ("/shelf/put-on", test_put_on);
  ADD ("/shelf/no-way-back", test_no_way_back);
  ADD ("/shelf/why", test_why);

  return g_test_run ();
}
