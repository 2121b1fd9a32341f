/* Focus by swap: what is asked when there are more objectives, or key results of one, than
 * the method advises, and that nobody is held up by it.
 */

#include "config.h"

#include "board-fixture.h"
#include "board/qd-objective-popover.h"
#include "card/qd-card-entry.h"
#include "shelf/qd-shelf-ask.h"
#include "store/qd-edit.h"

typedef BoardFixture Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  board_fixture_set_up (fixture, NULL);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("Objective %u", i + 1);

      board_add_objective (fixture, title);
    }
  ui_settle ();
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

/* Also while it is closed. */
static GtkWidget *
find_popover (GtkWidget *widget)
{
  if (QD_IS_OBJECTIVE_POPOVER (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_popover (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_popover (Fixture *fixture)
{
  return find_popover (GTK_WIDGET (fixture->view));
}

static guint
get_n_objectives (Fixture *fixture)
{
  return qd_ordered_list_get_length (qd_board_get_objectives (fixture->file.growth));
}

static void
type_objective (Fixture    *fixture,
                const char *title)
{
  GtkWidget *entry;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "board.new-objective",
                                             NULL));
  ui_settle ();
  entry = ui_find (get_popover (fixture), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_signal_emit_by_name (entry, "activate");
  ui_settle ();
}

static void
choose (QdShelfDialog *dialog,
        int            nth,
        const char    *reason)
{
  GtkListBox *list = GTK_LIST_BOX (ui_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX));
  GtkWidget *entry = ui_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY);

  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, nth));
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  g_signal_emit_by_name (entry, "activate");
  ui_settle ();
}

static void
keep_all (QdShelfDialog *dialog)
{
  /* What has the focus at first, so Enter is enough. */
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  g_assert_true (focus == ui_find_button (gtk_window_get_child (GTK_WINDOW (dialog)),
                                          "Keep All"));
  g_signal_emit_by_name (focus, "clicked");
  ui_settle ();
}

/* One waits for the new one, in one step. */
static void
test_objective (Fixture       *fixture,
                gconstpointer  unused)
{
  type_objective (fixture, "One too many");
  g_assert_nonnull (find_dialog ());
  g_assert_cmpuint (get_n_objectives (fixture), ==, 4);

  choose (find_dialog (), 1, "Later");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (get_n_objectives (fixture), ==, 4);
  g_assert_cmpstr (qd_entity_get_title (qd_ordered_list_peek (
                     qd_board_get_objectives (fixture->file.growth), 1)), ==, "Objective 3");
  g_assert_false (gtk_widget_get_visible (get_popover (fixture)));

  board_undo (fixture);
  g_assert_cmpuint (get_n_objectives (fixture), ==, 4);
  g_assert_cmpstr (qd_entity_get_title (qd_ordered_list_peek (
                     qd_board_get_objectives (fixture->file.growth), 1)), ==, "Objective 2");
}

/* Who keeps all is not asked again. */
static void
test_keep_all (Fixture       *fixture,
               gconstpointer  unused)
{
  type_objective (fixture, "Fifth");
  keep_all (find_dialog ());
  g_assert_cmpuint (get_n_objectives (fixture), ==, 5);

  type_objective (fixture, "Sixth");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (get_n_objectives (fixture), ==, 6);
}

/* Nobody answers: what was typed is there again. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *entry;

  type_objective (fixture, "Fifth");
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  ui_settle ();
  g_assert_cmpuint (get_n_objectives (fixture), ==, 4);
  g_assert_true (gtk_widget_get_visible (get_popover (fixture)));
  entry = ui_find (get_popover (fixture), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Fifth");
  gtk_popover_popdown (GTK_POPOVER (get_popover (fixture)));
}

static void
type_card (Fixture    *fixture,
           const char *title)
{
  GtkWidget *foot = ui_find (GTK_WIDGET (board_get_column_view (fixture, 0)),
                             QD_TYPE_CARD_ENTRY);
  GtkWidget *entry;

  qd_card_entry_open (QD_CARD_ENTRY (foot));
  entry = ui_find (foot, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_signal_emit_by_name (entry, "activate");
  ui_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static gboolean
is_offered (Fixture *fixture)
{
  const char *text = qd_toaster_get_text (fixture->toaster);

  return text != NULL && strstr (text, "Which one waits?") != NULL;
}

/* Cards are made without a word; from the fifth on, a question stands beside them. */
static void
test_key_results (Fixture       *fixture,
                  gconstpointer  unused)
{
  QdObjective *objective = qd_ordered_list_peek (
    qd_board_get_objectives (fixture->file.growth), 0);
  const guint before = g_list_model_get_n_items (G_LIST_MODEL (board_get_column (fixture, 0)));

  board_set_filter (fixture, qd_entity_get_id (QD_ENTITY (objective)));
  for (guint i = 0; i < 4; i++)
    type_card (fixture, "Raise it from 1 to 2");
  g_assert_false (is_offered (fixture));
  type_card (fixture, "Lower it from 2 to 1");
  g_assert_true (is_offered (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (board_get_column (fixture, 0))), ==,
                    before + 5);

  qd_shelf_ask_key_result (GTK_WIDGET (fixture->view), fixture->file.store, objective);
  ui_settle ();
  choose (find_dialog (), 4, "");
  g_assert_null (find_dialog ());
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (board_get_column (fixture, 0))), ==,
                    before + 4);

  /* Again, and all are kept: from then on nothing is offered. */
  type_card (fixture, "Lower it from 3 to 1");
  g_assert_true (is_offered (fixture));
  qd_shelf_ask_key_result (GTK_WIDGET (fixture->view), fixture->file.store, objective);
  ui_settle ();
  keep_all (find_dialog ());
  qd_toaster_dismiss (fixture->toaster);
  type_card (fixture, "Lower it from 4 to 1");
  g_assert_false (is_offered (fixture));
}

/* Who puts a card on the shelf goes on with the one that takes its place. */
static void
test_shelve (Fixture       *fixture,
             gconstpointer  unused)
{
  QdCard *next = board_get_card (fixture, 0, 1);
  GtkWidget *entry;

  board_focus (fixture, 0, 0);
  board_activate (fixture, "card.shelve");
  ui_settle ();
  entry = ui_find (GTK_WIDGET (find_dialog ()), GTK_TYPE_ENTRY);
  g_signal_emit_by_name (entry, "activate");
  ui_settle ();
  g_assert_null (find_dialog ());
  g_assert_true (board_get_card (fixture, 0, 0) == next);
  board_assert_focus (fixture, qd_entity_get_title (QD_ENTITY (next)));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, board_fixture_tear_down)

  ADD ("/swap/objective", test_objective);
  ADD ("/swap/keep-all", test_keep_all);
  ADD ("/swap/cancel", test_cancel);
  ADD ("/swap/key-results", test_key_results);
  ADD ("/swap/shelve", test_shelve);

  return g_test_run ();
}
