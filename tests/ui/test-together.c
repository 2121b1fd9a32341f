/* Boards side by side in a window: which, in which order, how dense and filtered, what
 * of it is saved and remembered, and what happens to a card that changes boards.
 */

#include "config.h"

#include "board/qd-board-view.h"
#include "board/qd-column-view.h"
#include "card/qd-card-list.h"
#include "sidebar/qd-board-tick.h"
#include "store/qd-edit-view.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"
#include "together/qd-counts-view.h"
#include "together/qd-pane-row-private.h"
#include "together/qd-presentation.h"
#include "together/qd-view-menu.h"
#include "widgets/qd-toaster.h"
#include "window-fixture.h"

/* Frames in which panes are built, and whatever follows. */
static void
wait (WindowFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window));
  const gint64 begin = gdk_frame_clock_get_frame_counter (clock);

  while (gdk_frame_clock_get_frame_counter (clock) < begin + 4)
    {
      gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
      g_main_context_iteration (NULL, TRUE);
    }
  ui_settle ();
}

static void
activate (WindowFixture *fixture,
          const char    *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  wait (fixture);
}

static QdTogetherView *
get_view (WindowFixture *fixture)
{
  return qd_window_get_together_view (fixture->window);
}

static QdPaneRow *
get_row (WindowFixture *fixture)
{
  return QD_PANE_ROW (ui_find (GTK_WIDGET (get_view (fixture)), QD_TYPE_PANE_ROW));
}

static void
show_panes (WindowFixture *fixture,
            QdDensity      density)
{
  activate (fixture, "win.together");
  qd_together_view_set_density (get_view (fixture), density);
  wait (fixture);
}

/* "Growth Sales(empty)", from left to right. */
static char *
describe_panes (WindowFixture *fixture)
{
  GtkWidget *pane = ui_find (GTK_WIDGET (get_row (fixture)), QD_TYPE_PANE);
  GString *text = g_string_new (NULL);

  for (; pane != NULL; pane = gtk_widget_get_next_sibling (pane))
    {
      QdBoard *board = qd_pane_get_board (QD_PANE (pane));

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, qd_entity_get_title (QD_ENTITY (board)));
      if (!qd_pane_get_built (QD_PANE (pane)))
        g_string_append (text, "(empty)");
      else if (qd_pane_get_folded (QD_PANE (pane)))
        g_string_append (text, "(folded)");
    }

  return g_string_free (text, FALSE);
}

static void
assert_panes (WindowFixture *fixture,
              const char    *expected)
{
  g_autofree char *panes = describe_panes (fixture);

  g_assert_cmpstr (panes, ==, expected);
}

static QdPane *
get_pane (WindowFixture *fixture,
          guint          nth)
{
  GtkWidget *pane = ui_find (GTK_WIDGET (get_row (fixture)), QD_TYPE_PANE);

  while (nth-- > 0)
    pane = gtk_widget_get_next_sibling (pane);

  return QD_PANE (pane);
}

/* Who comes for the first time sees all boards of the cycle; the key leads there and
 * back. */
static void
test_toggle (WindowFixture *fixture,
             gconstpointer  unused)
{
  g_assert_false (qd_window_is_together (fixture->window));
  activate (fixture, "win.together");
  g_assert_true (qd_window_is_together (fixture->window));
  g_assert_cmpuint (qd_chosen_boards_get_n (fixture->window->chosen), ==, 2);
  g_assert_nonnull (ui_find (GTK_WIDGET (get_view (fixture)), QD_TYPE_COUNTS_VIEW));
  g_assert_cmpstr (gtk_label_get_text (fixture->window->title), ==, "Side by Side");
  g_assert_cmpstr (gtk_label_get_text (fixture->window->subtitle), ==, "2 boards");

  activate (fixture, "win.together");
  g_assert_false (qd_window_is_together (fixture->window));
  g_assert_true (qd_window_get_board (fixture->window) == fixture->file.growth);
}

/* What was seen last is seen first the next time. */
static void
test_memory (WindowFixture *fixture,
             gconstpointer  unused)
{
  show_panes (fixture, QD_DENSITY_CARDS);
  qd_chosen_boards_move (fixture->window->chosen, fixture->file.growth, 1);
  wait (fixture);
  assert_panes (fixture, "Sales Growth");
  qd_pane_set_width (get_pane (fixture, 0), 977);
  qd_pane_set_folded (get_pane (fixture, 1), TRUE);
  window_fixture_close (fixture);

  window_fixture_show (fixture);
  wait (fixture);
  g_assert_true (qd_window_is_together (fixture->window));
  assert_panes (fixture, "Sales Growth(folded)");
  g_assert_cmpint (qd_pane_get_width (get_pane (fixture, 0)), ==, 977);

  /* Of another density it has another width. */
  qd_together_view_set_density (get_view (fixture), QD_DENSITY_COMPACT);
  wait (fixture);
  g_assert_cmpint (qd_pane_get_width (get_pane (fixture, 0)), ==, 0);
}

static GtkWidget *
find_tick (WindowFixture *fixture,
           QdBoard       *board)
{
  for (GtkWidget *row = gtk_widget_get_first_child (
         ui_find (GTK_WIDGET (fixture->window->sidebar), GTK_TYPE_LIST_BOX));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *tick = ui_find (row, QD_TYPE_BOARD_TICK);
      g_autofree char *differs = NULL;
      g_autofree char *name = NULL;

      if (tick == NULL)
        continue;
      name = g_strdup_printf ("%s side by side", qd_entity_get_title (QD_ENTITY (board)));
      differs = gtk_test_accessible_check_property (
        GTK_ACCESSIBLE (gtk_widget_get_first_child (tick)),
        GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      if (differs == NULL)
        return tick;
    }

  return NULL;
}

/* The row says it, which has the focus. */
static void
assert_ticked (GtkWidget             *tick,
               GtkAccessibleTristate  ticked)
{
  GtkWidget *row = gtk_widget_get_ancestor (tick, GTK_TYPE_LIST_BOX_ROW);

  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED, ticked);
}

static void
test_ticks (WindowFixture *fixture,
            gconstpointer  unused)
{
  GtkWidget *row, *tick;

  g_assert_null (find_tick (fixture, fixture->file.sales));
  show_panes (fixture, QD_DENSITY_COMPACT);
  tick = find_tick (fixture, fixture->file.sales);
  g_assert_nonnull (tick);
  assert_ticked (tick, GTK_ACCESSIBLE_TRISTATE_TRUE);

  qd_board_tick_toggle (QD_BOARD_TICK (tick));
  wait (fixture);
  assert_panes (fixture, "Growth");
  assert_ticked (tick, GTK_ACCESSIBLE_TRISTATE_FALSE);
  qd_board_tick_toggle (QD_BOARD_TICK (tick));
  wait (fixture);
  assert_panes (fixture, "Growth Sales");

  row = gtk_widget_get_ancestor (tick, GTK_TYPE_LIST_BOX_ROW);
  activate (fixture, "win.together");
  g_assert_null (find_tick (fixture, fixture->file.sales));
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (row),
                                                 GTK_ACCESSIBLE_STATE_CHECKED));
}

/* A board that is archived goes, and is back at its place when that is undone. */
static void
test_archived (WindowFixture *fixture,
               gconstpointer  unused)
{
  show_panes (fixture, QD_DENSITY_CARDS);
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_BOARD,
                                  qd_entity_get_id (QD_ENTITY (fixture->file.growth)), TRUE,
                                  NULL));
  wait (fixture);
  assert_panes (fixture, "Sales");
  g_assert_true (qd_undo_undo (fixture->file.store, NULL, NULL));
  wait (fixture);
  assert_panes (fixture, "Growth Sales");

  g_assert_true (qd_edit_rename (fixture->file.store, QD_ENTITY_BOARD,
                                 qd_entity_get_id (QD_ENTITY (fixture->file.growth)), "Rise",
                                 NULL));
  wait (fixture);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_pane (fixture, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Rise");

  qd_chosen_boards_set (fixture->window->chosen, NULL, 0);
  wait (fixture);
  g_assert_null (get_row (fixture));
  g_assert_nonnull (ui_find_button (GTK_WIDGET (get_view (fixture)),
                                    "All Boards of This Cycle"));
  activate (fixture, "win.choose-cycle");
  assert_panes (fixture, "Rise Sales");
}

/* Only what is in sight is built, and what is not far. */
static void
test_building (WindowFixture *fixture,
               gconstpointer  unused)
{
  g_autofree char *panes = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *team = g_strdup_printf ("Team-%u", i);

      ui_add_board (fixture->file.store, team, qd_board_get_cycle (fixture->file.growth));
    }
  show_panes (fixture, QD_DENSITY_CARDS);
  for (guint i = 0; i < 6; i++)
    wait (fixture);
  panes = describe_panes (fixture);
  g_assert_true (g_str_has_prefix (panes, "Growth Sales "));
  g_assert_true (g_str_has_suffix (panes, " Team-18(empty) Team-19(empty)"));

  /* A key leads there, and what was left far behind is empty again. */
  g_assert_true (qd_pane_row_enter (get_row (fixture), get_pane (fixture, 21), FALSE, 0.0));
  for (guint i = 0; i < 12; i++)
    wait (fixture);
  g_assert_true (qd_pane_get_built (get_pane (fixture, 21)));
  g_assert_false (qd_pane_get_built (get_pane (fixture, 0)));
}

/* Left and right go on over the edge of a board. */
static void
test_arrows (WindowFixture *fixture,
             gconstpointer  unused)
{
  GtkWidget *view;

  show_panes (fixture, QD_DENSITY_CARDS);
  g_assert_true (qd_pane_row_enter (get_row (fixture), get_pane (fixture, 0), FALSE, 0.0));
  for (guint i = 0; i < 4; i++)
    {
      view = qd_together_view_get_board_view (get_view (fixture));
      g_assert_true (qd_board_view_get_board (QD_BOARD_VIEW (view)) == fixture->file.growth);
      gtk_widget_activate_action (view, "board.go-right", NULL);
      wait (fixture);
    }
  g_assert_true (qd_together_view_get_current_board (get_view (fixture)) ==
                 fixture->file.sales);
  view = qd_together_view_get_board_view (get_view (fixture));
  gtk_widget_activate_action (view, "board.go-left", NULL);
  wait (fixture);
  g_assert_true (qd_together_view_get_current_board (get_view (fixture)) ==
                 fixture->file.growth);

  gtk_widget_activate_action (GTK_WIDGET (get_row (fixture)), "panes.next", NULL);
  g_assert_true (qd_together_view_get_current_board (get_view (fixture)) ==
                 fixture->file.sales);
  gtk_widget_activate_action (GTK_WIDGET (get_row (fixture)), "panes.move-previous", NULL);
  wait (fixture);
  assert_panes (fixture, "Sales Growth");
  gtk_widget_activate_action (GTK_WIDGET (get_row (fixture)), "panes.fold", NULL);
  wait (fixture);
  assert_panes (fixture, "Sales(folded) Growth");
}

static void
test_views (WindowFixture *fixture,
            gconstpointer  unused)
{
  const QdId ids[] = { qd_entity_get_id (QD_ENTITY (fixture->file.sales)),
                       qd_entity_get_id (QD_ENTITY (fixture->file.growth)) };
  const char * const filter[] = { "blocked", NULL };
  const QdViewDraft draft = { "Leads", ids, 2, QD_DENSITY_COMPACT, filter };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) shown = NULL;
  QdId id = qd_edit_new_view (fixture->file.store, &draft, &error);
  guint n_boards;

  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-nth-view", "i", 0);
  wait (fixture);
  assert_panes (fixture, "Sales Growth");
  g_assert_cmpstr (gtk_label_get_text (fixture->window->title), ==, "Leads");
  shown = qd_together_view_dup_filter (get_view (fixture));
  g_assert_cmpstr (shown[0], ==, "blocked");
  g_assert_cmpint (qd_together_view_get_density (get_view (fixture)), ==, QD_DENSITY_COMPACT);

  /* What is archived meanwhile is part of it when it comes back. */
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_BOARD, ids[0], TRUE, NULL));
  wait (fixture);
  qd_together_view_set_density (get_view (fixture), QD_DENSITY_CARDS);
  gtk_widget_activate_action (ui_find (GTK_WIDGET (get_view (fixture)), QD_TYPE_VIEW_MENU),
                              "view.update", NULL);
  qd_view_get_boards (qd_together_view_get_view (get_view (fixture)), &n_boards);
  g_assert_cmpuint (n_boards, ==, 2);
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_BOARD, ids[0], FALSE, NULL));

  /* Opened at start, whatever was seen last. */
  qd_together_view_set_start (get_view (fixture), id);
  activate (fixture, "win.together");
  window_fixture_close (fixture);
  window_fixture_show (fixture);
  wait (fixture);
  g_assert_true (qd_window_is_together (fixture->window));
  g_assert_cmpstr (gtk_label_get_text (fixture->window->title), ==, "Leads");

  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_VIEW, id, TRUE, NULL));
  wait (fixture);
  g_assert_null (qd_together_view_get_view (get_view (fixture)));
}

static QdCard *
peek_card (QdBoard *board,
           guint    column,
           guint    nth)
{
  QdColumn *shown = qd_ordered_list_peek (qd_board_get_columns (board), column);

  return qd_ordered_list_peek (qd_column_get_cards (shown), nth);
}

/* A card that comes to a board without its objective can have that there, too; undo
 * brings all of it back. */
static void
test_label (WindowFixture *fixture,
            gconstpointer  unused)
{
  QdStore *store = fixture->file.store;
  QdColumn *target = qd_ordered_list_peek (qd_board_get_columns (fixture->file.sales), 0);
  g_autoptr (GError) error = NULL;
  QdObjective *objective;
  GtkWidget *offer;
  QdCard *card;
  QdId id;

  show_panes (fixture, QD_DENSITY_CARDS);
  card = peek_card (fixture->file.growth, 0, 0);
  id = qd_edit_new_objective (store, qd_entity_get_id (QD_ENTITY (fixture->file.growth)),
                              "Reach remote teams", NULL, 3, QD_ID_NONE, &error);
  g_assert_no_error (error);
  objective = QD_OBJECTIVE (qd_store_lookup (store, id));
  qd_edit_set_objective (store, qd_entity_get_id (QD_ENTITY (card)), id, &error);
  g_assert_no_error (error);

  g_assert_true (qd_column_view_move_here (
    QD_COLUMN_VIEW (ui_find (qd_pane_get_board_view (get_pane (fixture, 1)),
                             QD_TYPE_COLUMN_VIEW)), card, 0));
  g_assert_true (qd_card_get_column (card) == target);
  g_assert_null (qd_card_get_objective (card));
  offer = ui_find_button (GTK_WIDGET (fixture->window->toaster), "Create It There");
  g_assert_nonnull (offer);
  g_signal_emit_by_name (offer, "clicked");
  wait (fixture);
  g_assert_nonnull (qd_card_get_objective (card));
  g_assert_true (qd_card_get_objective (card) != objective);
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (qd_card_get_objective (card))), ==,
                   "Reach remote teams");

  g_assert_true (qd_undo_undo (store, NULL, NULL));
  g_assert_true (qd_undo_undo (store, NULL, NULL));
  g_assert_true (qd_card_get_objective (card) == objective);
  g_assert_true (peek_card (fixture->file.growth, 0, 0) == card);
}

/* Another window on the same file shows what was done before the next frame. */
static void
test_two_windows (WindowFixture *fixture,
                  gconstpointer  unused)
{
  QdWindow *other = qd_window_new (fixture->application, fixture->settings);
  QdColumn *column = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 3);
  QdCard *card;
  GtkWidget *pane;

  show_panes (fixture, QD_DENSITY_COMPACT);
  qd_window_set_store (other, fixture->file.store);
  gtk_window_present (GTK_WINDOW (other));
  wait (fixture);

  card = peek_card (fixture->file.growth, 0, 0);
  g_assert_true (qd_edit_move (fixture->file.store, QD_ENTITY_CARD,
                               qd_entity_get_id (QD_ENTITY (card)),
                               qd_entity_get_id (QD_ENTITY (column)), QD_SIDE_LAST,
                               QD_ID_NONE, NULL));
  pane = qd_pane_get_board_view (get_pane (fixture, 0));
  for (GtkWidget *view = ui_find (pane, QD_TYPE_COLUMN_VIEW); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    {
      QdCardList *list = qd_column_view_get_list (QD_COLUMN_VIEW (view));
      guint position;

      g_assert_cmpint (qd_card_list_find (list, card, &position), ==,
                       qd_column_view_get_column (QD_COLUMN_VIEW (view)) == column);
    }

  g_object_ref (other);
  gtk_window_close (GTK_WINDOW (other));
  ui_assert_finalized (other);
}

/* The review is of what shows. */
static void
test_review (WindowFixture *fixture,
             gconstpointer  unused)
{
  show_panes (fixture, QD_DENSITY_CARDS);
  activate (fixture, "win.review");
  g_assert_cmpstr (gtk_label_get_text (fixture->window->title), ==, "Review");
}

static GtkFileChooser *
find_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window))
        return GTK_FILE_CHOOSER (window);
    }

  return NULL;
}

/* A file becomes what shows: the boards side by side, or their review. Of a picture one
 * chooses the scale. */
static void
test_export (WindowFixture *fixture,
             gconstpointer  unused)
{
  static const char * const names[] = { "Boards.pdf", "Review of 2 boards.pdf" };

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("GTK's file dialog leaks what it asked about the desktop");
  return;
#endif

  show_panes (fixture, QD_DENSITY_CARDS);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = NULL;

      if (i == 1)
        activate (fixture, "win.review");
      activate (fixture, "win.export");
      g_assert_nonnull (find_chooser ());
      name = gtk_file_chooser_get_current_name (find_chooser ());
      g_assert_cmpstr (name, ==, names[i]);
      g_assert_cmpstr (gtk_file_chooser_get_choice (find_chooser (), "choice"), ==, "2");
      gtk_dialog_response (GTK_DIALOG (find_chooser ()), GTK_RESPONSE_CANCEL);
      while (find_chooser () != NULL)
        g_main_context_iteration (NULL, TRUE);
      wait (fixture);
    }
}

static gboolean
on_accept (GtkFileChooser *chooser)
{
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);

  return G_SOURCE_CONTINUE;
}

/* How high the picture is that the window saves. */
static int
export_picture (WindowFixture *fixture,
                const char    *name)
{
  g_autofree char *path = g_build_filename (g_get_home_dir (), name, NULL);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  guint id;

  activate (fixture, "win.export");
  g_assert_nonnull (find_chooser ());
  gtk_file_chooser_set_current_name (find_chooser (), name);
  /* As soon as the dialog has read what it needs. */
  id = g_timeout_add (50, G_SOURCE_FUNC (on_accept), find_chooser ());
  while (find_chooser () != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  ui_settle ();
  texture = gdk_texture_new_from_filename (path, &error);
  g_assert_no_error (error);

  return gdk_texture_get_height (texture);
}

/* What the filter hides is not in a file, either, of several boards or of one. */
static void
test_export_filtered (WindowFixture *fixture,
                      gconstpointer  unused)
{
  static const char * const nowhere[] = { "text:nowhere", NULL };
  QdTogetherView *view;
  int all;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("GTK's file dialog leaks what it asked about the desktop");
  return;
#endif

  show_panes (fixture, QD_DENSITY_COMPACT);
  view = qd_window_get_together_view (fixture->window);
  all = export_picture (fixture, "boards.png");
  qd_together_view_set_filter (view, nowhere);
  g_assert_cmpint (export_picture (fixture, "no-boards.png"), <, all);

  qd_window_set_mode (fixture->window, "board");
  all = export_picture (fixture, "board.png");
  qd_board_view_set_filter (QD_BOARD_VIEW (fixture->window->board_view), nowhere);
  g_assert_cmpint (export_picture (fixture, "no-board.png"), <, all);
}

static gboolean
press (GtkWidget *widget,
       guint      key)
{
  GListModel *controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  g_object_unref (controllers);

  return handled;
}

static void
test_presentation (WindowFixture *fixture,
                   gconstpointer  unused)
{
  GtkWidget *page;

  show_panes (fixture, QD_DENSITY_CARDS);
  activate (fixture, "win.present");
  page = ui_find (GTK_WIDGET (fixture->window), QD_TYPE_PRESENTATION);
  g_assert_nonnull (page);
  g_assert_true (qd_presentation_get_board (QD_PRESENTATION (page)) == fixture->file.growth);
  g_assert_true (press (page, GDK_KEY_Right));
  g_assert_true (press (page, GDK_KEY_Right));
  g_assert_true (qd_presentation_get_board (QD_PRESENTATION (page)) == fixture->file.sales);
  g_assert_true (press (page, GDK_KEY_Escape));
  wait (fixture);
  g_assert_null (ui_find (GTK_WIDGET (fixture->window), QD_TYPE_PRESENTATION));
  g_assert_true (qd_window_is_together (fixture->window));

  /* Where one was. */
  activate (fixture, "win.present");
  page = ui_find (GTK_WIDGET (fixture->window), QD_TYPE_PRESENTATION);
  g_assert_true (qd_presentation_get_board (QD_PRESENTATION (page)) == fixture->file.sales);

  /* Another page ends it, too. */
  activate (fixture, "win.review");
  g_assert_null (ui_find (GTK_WIDGET (fixture->window), QD_TYPE_PRESENTATION));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->window), "presentation"));
}

/* What goes meanwhile is nothing to those who look on, and a file that goes ends it. */
static void
test_presentation_stays (WindowFixture *fixture,
                         gconstpointer  unused)
{
  g_autoptr (GError) error = g_error_new_literal (QD_ERROR, QD_ERROR_NOT_FOUND, "It is gone.");
  GtkWidget *page;

  qd_window_set_board (fixture->window, fixture->file.growth);
  activate (fixture, "win.present");
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_BOARD,
                                  qd_entity_get_id (QD_ENTITY (fixture->file.growth)), TRUE,
                                  NULL));
  wait (fixture);
  page = ui_find (GTK_WIDGET (fixture->window), QD_TYPE_PRESENTATION);
  g_assert_nonnull (page);
  g_assert_true (qd_presentation_get_board (QD_PRESENTATION (page)) == fixture->file.sales);

  qd_window_show_error (fixture->window, "gone.db", error);
  g_assert_null (ui_find (GTK_WIDGET (fixture->window), QD_TYPE_PRESENTATION));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->window), "presentation"));
}

/* The offer to create an objective does not outlast its file. */
static void
test_offer_goes (WindowFixture *fixture,
                 gconstpointer  unused)
{
  g_autoptr (GError) error = g_error_new_literal (QD_ERROR, QD_ERROR_NOT_FOUND, "It is gone.");
  GtkWidget *toaster;

  toaster = ui_find (GTK_WIDGET (fixture->window), QD_TYPE_TOASTER);
  qd_toaster_offer (GTK_WIDGET (fixture->window->split), "Left off", "Create It There",
                    "win.label-anew", g_variant_new ("(xx)", (gint64) 1, (gint64) 2));
  g_assert_nonnull (qd_toaster_get_text (QD_TOASTER (toaster)));
  qd_window_show_error (fixture->window, "gone.db", error);
  g_assert_null (qd_toaster_get_text (QD_TOASTER (toaster)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.label-anew", "(xx)",
                              (gint64) 1, (gint64) 2);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

#define ADD(name, function) \
  g_test_add ("/together/" name, WindowFixture, application, \
              window_fixture_set_up, function, window_fixture_tear_down)

  ADD ("toggle", test_toggle);
  ADD ("memory", test_memory);
  ADD ("ticks", test_ticks);
  ADD ("archived", test_archived);
  ADD ("building", test_building);
  ADD ("arrows", test_arrows);
  ADD ("views", test_views);
  ADD ("label", test_label);
  ADD ("two-windows", test_two_windows);
  ADD ("review", test_review);
  ADD ("export", test_export);
  ADD ("export-filtered", test_export_filtered);
  ADD ("presentation", test_presentation);
  ADD ("presentation-stays", test_presentation_stays);
  ADD ("offer-goes", test_offer_goes);

  return g_test_run ();
}
