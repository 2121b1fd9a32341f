/* The bar that a board is filtered with, and what the board does about it. */

#include "config.h"

#include "board-fixture.h"
#include "card/qd-card-entry.h"
#include "filter/qd-filter-bar.h"
#include "filter/qd-filter-chip.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"

static GtkWidget *
find_any (GtkWidget *widget,
          GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_any (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_bar (BoardFixture *fixture)
{
  return find_any (GTK_WIDGET (fixture->view), QD_TYPE_FILTER_BAR);
}

static GtkWidget *
get_entry (BoardFixture *fixture)
{
  return find_any (get_bar (fixture), GTK_TYPE_SEARCH_ENTRY);
}

static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
type (BoardFixture *fixture,
      const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), text);
}

static gboolean
press_in_entry (BoardFixture *fixture,
                guint         keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get_entry (fixture));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }

  return handled;
}

static void
collect (GtkWidget *widget,
         GPtrArray *chips)
{
  if (QD_IS_FILTER_CHIP (widget))
    g_ptr_array_add (chips, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, chips);
}

static GtkWidget *
get_chip (BoardFixture *fixture,
          guint         nth)
{
  g_autoptr (GPtrArray) chips = g_ptr_array_new ();

  collect (get_bar (fixture), chips);

  return nth < chips->len ? g_ptr_array_index (chips, nth) : NULL;
}

static void
set (BoardFixture *fixture,
     const char   *tokens)
{
  g_auto (GStrv) strv = g_strsplit (tokens, "|", -1);

  qd_board_view_set_filter (fixture->view, (const char * const *) strv);
}

static void
assert_filter (BoardFixture *fixture,
               const char   *expected)
{
  g_auto (GStrv) tokens = qd_board_view_dup_filter (fixture->view);
  g_autofree char *joined = g_strjoinv ("|", tokens);

  g_assert_cmpstr (joined, ==, expected);
}

static QdId
get_card_id (BoardFixture *fixture,
             guint         column,
             guint         nth)
{
  return qd_entity_get_id (QD_ENTITY (board_get_card (fixture, column, nth)));
}

/* Gives a card to somebody, and returns the token for it. */
static char *
give (BoardFixture *fixture,
      guint         column,
      guint         nth,
      const char   *name)
{
  g_autoptr (GError) error = NULL;
  QdPerson *owner;

  qd_edit_set_owner (fixture->file.store, get_card_id (fixture, column, nth), name, &error);
  g_assert_no_error (error);
  owner = qd_card_get_owner (board_get_card (fixture, column, nth));

  return g_strdup_printf ("owner:%" G_GINT64_FORMAT, qd_entity_get_id (QD_ENTITY (owner)));
}

static void
toggle (BoardFixture *fixture,
        const char   *token)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "board.filter",
                                             "s", token));
}

/* Opening, typing, going to the cards, Escape. */
static void
test_text (BoardFixture  *fixture,
           gconstpointer  unused)
{
  GtkWidget *bar = get_bar (fixture);

  g_assert_false (gtk_widget_get_visible (bar));
  board_focus (fixture, 1, 0);
  board_activate (fixture, "board.find");
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_true (has_focus (get_entry (fixture)));
  board_assert_label (get_entry (fixture), "Filter by text");
  board_assert_label (bar, "Filter");

  type (fixture, "Chu");
  assert_filter (fixture, "text:Chu");
  board_assert_rows (fixture, 0, "Lower churn");
  board_assert_label (board_get_list_view (fixture, 0), "Not Started, 1 of 2 cards");
  type (fixture, "Chu ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "Chu ");

  g_assert_true (press_in_entry (fixture, GDK_KEY_Down));
  board_assert_focus (fixture, "Lower churn");

  /* Escape clears, then closes. */
  board_activate (fixture, "board.find");
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  assert_filter (fixture, "");
  g_assert_true (has_focus (get_entry (fixture)));
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_true (QD_IS_CARD_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

/* A title that changes changes what shows, and so does a new owner. */
static void
test_follows (BoardFixture  *fixture,
              gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mara = NULL;

  set (fixture, "text:mara");
  board_assert_rows (fixture, 0, "");
  mara = give (fixture, 0, 0, "Mara");
  board_assert_rows (fixture, 0, "Raise NPS");
  g_assert_true (qd_edit_rename (fixture->file.store, QD_ENTITY_CARD,
                                 get_card_id (fixture, 0, 1), "Ask Mara", &error));
  board_assert_rows (fixture, 0, "Raise NPS, Ask Mara");

  set (fixture, "blocked");
  board_assert_rows (fixture, 0, "");
  qd_edit_new_dependency (fixture->file.store, get_card_id (fixture, 0, 0), "API", "Platform",
                          qd_clock_today (), &error);
  g_assert_no_error (error);
  board_assert_rows (fixture, 0, "Raise NPS");
  board_undo (fixture);
  board_assert_rows (fixture, 0, "");

  set (fixture, "metric:milestones");
  g_assert_true (qd_edit_set_metric (fixture->file.store, get_card_id (fixture, 0, 1),
                                     QD_METRIC_MILESTONES, &error));
  board_assert_rows (fixture, 0, "Ask Mara");
}

/* Chips say what is asked for and take it out. */
static void
test_chips (BoardFixture  *fixture,
            gconstpointer  unused)
{
  g_autofree char *mara = give (fixture, 0, 0, "Mara <b>_O</b>");
  g_autoptr (GError) error = NULL;
  QdId objective = board_add_objective (fixture, "Reliability");
  QdPerson *person = qd_card_get_owner (board_get_card (fixture, 0, 0));

  board_set_filter (fixture, objective);
  g_assert_false (gtk_widget_get_visible (get_bar (fixture)));
  qd_board_view_set_filter (fixture->view, NULL);

  toggle (fixture, mara);
  toggle (fixture, "due");
  toggle (fixture, "health:pending");
  g_assert_true (gtk_widget_get_visible (get_bar (fixture)));
  g_assert_false (gtk_widget_get_visible (get_entry (fixture)));
  board_assert_label (get_chip (fixture, 0), "Remove filter: Owner Mara <b>_O</b>");
  board_assert_label (get_chip (fixture, 1), "Remove filter: Due for Check-in");
  board_assert_label (get_chip (fixture, 2), "Remove filter: Health Pending");

  g_assert_true (qd_edit_rename (fixture->file.store, QD_ENTITY_PERSON,
                                 qd_entity_get_id (QD_ENTITY (person)), "Maren", &error));
  board_assert_label (get_chip (fixture, 0), "Remove filter: Owner Maren");

  /* The focus goes to the next chip, then to the one before, then to the cards. */
  gtk_widget_grab_focus (get_chip (fixture, 1));
  g_signal_emit_by_name (get_chip (fixture, 1), "clicked");
  g_assert_true (gtk_widget_has_focus (get_chip (fixture, 1)));
  board_assert_label (get_chip (fixture, 1), "Remove filter: Health Pending");
  g_signal_emit_by_name (get_chip (fixture, 1), "clicked");
  g_assert_true (gtk_widget_has_focus (get_chip (fixture, 0)));
  g_signal_emit_by_name (get_chip (fixture, 0), "clicked");
  g_assert_false (gtk_widget_get_visible (get_bar (fixture)));
  assert_filter (fixture, "");
  board_assert_focus (fixture, "Raise NPS");
}

static void
set_me (BoardFixture *fixture,
        const char   *name)
{
  qd_workspace_set_me (qd_store_get_workspace (fixture->file.store), name);
}

/* Whether the menu, opened anew, offers what is one's own; it stands first then. */
static gboolean
offers_mine (BoardFixture *fixture)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find_any (get_bar (fixture), GTK_TYPE_MENU_BUTTON));
  g_autoptr (GMenuModel) section = NULL;
  g_autofree char *action = NULL;
  GMenuModel *menu;
  gboolean found;

  gtk_menu_button_popup (button);
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (gtk_menu_button_get_popover (button)));
  section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action);
  found = g_strcmp0 (action, "filter.mine") == 0;
  gtk_menu_button_popdown (button);

  return found;
}

/* What is one's own follows who one is, and who owns what. */
static void
test_mine (BoardFixture  *fixture,
           gconstpointer  unused)
{
  g_autofree char *mara = give (fixture, 0, 0, "Mara");
  g_autofree char *either = g_strconcat ("mine|", mara, NULL);

  set (fixture, "mine");
  assert_filter (fixture, "");
  board_activate (fixture, "board.find");
  g_assert_false (offers_mine (fixture));

  set_me (fixture, "MARA");
  g_assert_true (offers_mine (fixture));
  board_activate (fixture, "board.filter-mine");
  assert_filter (fixture, "mine");
  board_assert_rows (fixture, 0, "Raise NPS");
  board_assert_label (get_chip (fixture, 0), "Remove filter: Mine");

  set_me (fixture, "Ben");
  board_assert_rows (fixture, 0, "");
  g_free (give (fixture, 0, 1, "ben"));
  board_assert_rows (fixture, 0, "Lower churn");
  toggle (fixture, mara);
  assert_filter (fixture, either);
  board_assert_rows (fixture, 0, "Raise NPS, Lower churn");

  toggle (fixture, mara);
  board_activate (fixture, "board.filter-mine");
  assert_filter (fixture, "");
}

static void
test_backspace (BoardFixture  *fixture,
                gconstpointer  unused)
{
  board_activate (fixture, "board.find");
  g_assert_false (press_in_entry (fixture, GDK_KEY_BackSpace));

  set (fixture, "owner:none|due|text:r");
  g_assert_false (press_in_entry (fixture, GDK_KEY_BackSpace));
  type (fixture, "");
  g_assert_true (press_in_entry (fixture, GDK_KEY_BackSpace));
  assert_filter (fixture, "owner:none");
  board_assert_label (get_chip (fixture, 0), "Remove filter: Owner Nobody");

  /* Closed, what is asked for keeps showing. */
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_assert_true (gtk_widget_get_visible (get_bar (fixture)));
  g_assert_false (gtk_widget_get_visible (get_entry (fixture)));
  assert_filter (fixture, "owner:none");
}

static void
test_clear (BoardFixture  *fixture,
            gconstpointer  unused)
{
  QdId objective = board_add_objective (fixture, "Reliability");
  g_autofree char *token = qd_board_filter_id (objective);
  g_autofree char *only = g_strconcat ("owner:none|", token, NULL);

  set (fixture, "none|owner:none|text:raise");
  g_assert_true (gtk_widget_get_visible (get_entry (fixture)));
  board_focus (fixture, 0, 0);
  board_activate (fixture, "board.clear-filter");
  assert_filter (fixture, "");
  g_assert_false (gtk_widget_get_visible (get_bar (fixture)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "");

  /* One objective at a time leaves the other kinds alone. */
  set (fixture, "owner:none|none");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view),
                                             "board.filter-only", "s", token));
  assert_filter (fixture, only);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view),
                                             "board.filter-only", "s", token));
  assert_filter (fixture, "owner:none");
}

/* What names something that is not there is not asked for. */
static void
test_gone (BoardFixture  *fixture,
           gconstpointer  unused)
{
  set (fixture, "12345|owner:12345|owner:none|due");
  assert_filter (fixture, "owner:none|due");
}

static void
test_unmatched (BoardFixture  *fixture,
                gconstpointer  unused)
{
  GtkWidget *clear = ui_find_button (GTK_WIDGET (fixture->view), "Clear Filter");
  GtkWidget *line = gtk_widget_get_parent (clear);

  g_assert_false (gtk_widget_get_visible (line));
  set (fixture, "text:nowhere");
  g_assert_true (gtk_widget_get_visible (line));
  set (fixture, "text:raise");
  g_assert_false (gtk_widget_get_visible (line));

  set (fixture, "text:nowhere");
  ui_add_card (fixture->file.store, fixture->file.growth, 1, "Nowhere else");
  g_assert_false (gtk_widget_get_visible (line));
  board_undo (fixture);
  g_assert_true (gtk_widget_get_visible (line));

  board_lay_out (fixture);
  gtk_widget_grab_focus (clear);
  g_signal_emit_by_name (clear, "clicked");
  assert_filter (fixture, "");
  g_assert_false (gtk_widget_get_visible (line));
  g_assert_true (QD_IS_CARD_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  /* A board without cards says how to begin instead. */
  qd_board_view_set_board (fixture->view, fixture->file.sales);
  set (fixture, "due");
  g_assert_false (gtk_widget_get_visible (line));
}

static void
submit (BoardFixture *fixture,
        const char   *title)
{
  GtkWidget *entry;

  board_activate (fixture, "board.new-card");
  entry = gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_signal_emit_by_name (entry, "activate");
}

/* What would hide a new card is taken out, and that is said. */
static void
test_new_card (BoardFixture  *fixture,
               gconstpointer  unused)
{
  g_autofree char *mara = give (fixture, 1, 0, "Mara");
  g_autofree char *tokens = g_strconcat (mara, "|blocked|metric:none|text:fewer", NULL);

  board_focus (fixture, 1, 0);
  set (fixture, tokens);
  submit (fixture, "Fewer pages");
  assert_filter (fixture, "metric:none|text:fewer");
  board_assert_rows (fixture, 1, "Fewer pages");
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==,
                   "Taken out of the filter to show the new card: Owner Mara, Blocked");

  qd_toaster_dismiss (fixture->toaster);
  submit (fixture, "Fewer calls");
  assert_filter (fixture, "metric:none|text:fewer");
  g_assert_null (qd_toaster_get_text (fixture->toaster));
}

/* Hidden cards keep their places, whatever hides them. */
static void
test_move (BoardFixture  *fixture,
           gconstpointer  unused)
{
  ui_add_card (fixture->file.store, fixture->file.growth, 0, "Raise retention");
  ui_add_card (fixture->file.store, fixture->file.growth, 0, "Hidden");

  set (fixture, "text:raise");
  board_assert_rows (fixture, 0, "Raise NPS, Raise retention");
  board_lay_out (fixture);
  board_focus (fixture, 0, 0);
  board_activate (fixture, "card.move-down");
  board_assert_cards (fixture, 0, "Lower churn, Raise retention, Raise NPS, Hidden");
  board_assert_focus (fixture, "Raise NPS");
  board_activate (fixture, "card.move-up");
  board_assert_cards (fixture, 0, "Lower churn, Raise NPS, Raise retention, Hidden");
}

/* The menu as it opens: its actions, each with a tick. */
static void
test_menu (BoardFixture  *fixture,
           gconstpointer  unused)
{
  g_autofree char *mara = give (fixture, 0, 0, "Mara");
  g_autofree char *name = g_strconcat ("filter.", mara, NULL);
  GtkWidget *button;

  g_strdelimit (name, ":", '-');
  set (fixture, mara);
  board_lay_out (fixture);
  button = find_any (get_bar (fixture), GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_settle ();

  g_assert_true (gtk_widget_activate_action (button, "filter.blocked", NULL));
  toggle (fixture, "due");
  g_assert_true (gtk_widget_activate_action (button, "filter.health-at-risk", NULL));
  g_assert_true (gtk_widget_activate_action (button, "filter.owner-none", NULL));
  g_assert_true (gtk_widget_activate_action (button, name, NULL));
  assert_filter (fixture, "blocked|due|health:at-risk|owner:none");
  g_assert_true (gtk_widget_activate_action (button, "filter.owner-none", NULL));
  assert_filter (fixture, "blocked|due|health:at-risk");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  ui_settle ();
}

static gboolean
is_in_sight (GtkWidget *chip)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (chip, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (chip, scroller, &bounds));

  return bounds.origin.x >= 0 &&
         bounds.origin.x + bounds.size.width <= gtk_widget_get_width (scroller);
}

/* In a narrow window chips scroll, and the last that was added shows. */
static void
test_narrow (BoardFixture  *fixture,
             gconstpointer  direction)
{
  GtkTextDirection before = gtk_widget_get_default_direction ();

  gtk_widget_set_default_direction (GPOINTER_TO_INT (direction));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 560, 500);
  board_activate (fixture, "board.find");
  set (fixture, "due|blocked|owner:none|health:too-early");
  toggle (fixture, "health:behind");
  board_lay_out (fixture);
  board_lay_out (fixture);
  g_assert_cmpint (gtk_widget_get_width (get_bar (fixture)), <=, 560);
  g_assert_true (is_in_sight (get_chip (fixture, 4)));
  g_assert_false (is_in_sight (get_chip (fixture, 0)));

  /* The way there is animated. */
  gtk_widget_grab_focus (get_chip (fixture, 0));
  for (guint n = 0; n < 100 && !is_in_sight (get_chip (fixture, 0)); n++)
    board_lay_out (fixture);
  g_assert_true (is_in_sight (get_chip (fixture, 0)));

  gtk_widget_set_default_direction (before);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/filter-bar/" name, BoardFixture, NULL, \
              board_fixture_set_up, function, board_fixture_tear_down)

  ADD ("text", test_text);
  ADD ("follows", test_follows);
  ADD ("chips", test_chips);
  ADD ("mine", test_mine);
  ADD ("backspace", test_backspace);
  ADD ("clear", test_clear);
  ADD ("gone", test_gone);
  ADD ("unmatched", test_unmatched);
  ADD ("new-card", test_new_card);
  ADD ("move", test_move);
  ADD ("menu", test_menu);
  g_test_add ("/filter-bar/narrow", BoardFixture, GINT_TO_POINTER (GTK_TEXT_DIR_LTR),
              board_fixture_set_up, test_narrow, board_fixture_tear_down);
  g_test_add ("/filter-bar/narrow-rtl", BoardFixture, GINT_TO_POINTER (GTK_TEXT_DIR_RTL),
              board_fixture_set_up, test_narrow, board_fixture_tear_down);

  return g_test_run ();
}
