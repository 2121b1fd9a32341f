/* A board in a window, and what tests ask of it. */

#include "config.h"

#include "board-fixture.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"

void
board_fixture_set_up (BoardFixture  *fixture,
                      gconstpointer  unused)
{
  ui_fixture_set_up (&fixture->file, NULL);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 600);
  fixture->view = QD_BOARD_VIEW (qd_board_view_new (fixture->file.store));
  fixture->toaster = QD_TOASTER (qd_toaster_new ());
  qd_toaster_set_child (fixture->toaster, GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->toaster));
  qd_board_view_set_board (fixture->view, fixture->file.growth);
  gtk_window_present (GTK_WINDOW (fixture->window));

  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
}

void
board_fixture_tear_down (BoardFixture  *fixture,
                         gconstpointer  unused)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->view);
  ui_fixture_tear_down (&fixture->file, NULL);
}

/* The frames that are due: sizes are right afterwards. */
void
board_lay_out (BoardFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  gint64 begin = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_resize (GTK_WIDGET (fixture->view));
  while (gdk_frame_clock_get_frame_counter (clock) < begin + 3)
    {
      gtk_widget_queue_draw (fixture->window);
      g_main_context_iteration (NULL, TRUE);
    }
  ui_settle ();
}

QdColumn *
board_get_column (BoardFixture *fixture,
                  guint         nth)
{
  QdBoard *board = qd_board_view_get_board (fixture->view);

  return qd_ordered_list_peek (qd_board_get_columns (board), nth);
}

static void
collect_columns (GtkWidget *widget,
                 GPtrArray *columns)
{
  if (QD_IS_COLUMN_VIEW (widget))
    {
      g_ptr_array_add (columns, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_columns (child, columns);
}

QdColumnView *
board_get_column_view (BoardFixture *fixture,
                       guint         nth)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  collect_columns (GTK_WIDGET (fixture->view), columns);
  g_assert_cmpuint (nth, <, columns->len);

  return g_ptr_array_index (columns, nth);
}

QdCardList *
board_get_list (BoardFixture *fixture,
                guint         nth)
{
  return qd_column_view_get_list (board_get_column_view (fixture, nth));
}

GtkWidget *
board_get_list_view (BoardFixture *fixture,
                     guint         nth)
{
  return ui_find (GTK_WIDGET (board_get_list (fixture, nth)), GTK_TYPE_LIST_VIEW);
}

QdCard *
board_get_card (BoardFixture *fixture,
                guint         column,
                guint         nth)
{
  return qd_ordered_list_peek (qd_column_get_cards (board_get_column (fixture, column)), nth);
}

static char *
join_titles (GListModel *cards)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (QdEntity) card = g_list_model_get_item (cards, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                              qd_entity_get_title (card));
    }

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

void
board_assert_cards (BoardFixture *fixture,
                    guint         column,
                    const char   *expected)
{
  g_autofree char *titles = join_titles (G_LIST_MODEL (board_get_column (fixture, column)));

  g_assert_cmpstr (titles, ==, expected);
}

/* What shows, read off the rows. */
void
board_assert_rows (BoardFixture *fixture,
                   guint         column,
                   const char   *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (board_get_list_view (fixture, column));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      QdCardView *view = QD_CARD_VIEW (gtk_widget_get_first_child (row));

      g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "",
                              qd_entity_get_title (QD_ENTITY (qd_card_view_get_item (view))));
    }

  g_assert_cmpstr (titles->str, ==, expected);
}

void
board_assert_label (gpointer    accessible,
                    const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (accessible),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

QdCardView *
board_get_focus (BoardFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_true (QD_IS_CARD_VIEW (focus));

  return QD_CARD_VIEW (focus);
}

void
board_assert_focus (BoardFixture *fixture,
                    const char   *title)
{
  QdCard *card = qd_card_view_get_item (board_get_focus (fixture));

  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (card)), ==, title);
}

void
board_focus (BoardFixture *fixture,
             guint         column,
             guint         nth)
{
  g_assert_true (qd_card_list_focus_card (board_get_list (fixture, column),
                                          board_get_card (fixture, column, nth)));
}

void
board_activate (BoardFixture *fixture,
                const char   *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
}

void
board_undo (BoardFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_undo_undo (fixture->file.store, NULL, &error));
  g_assert_no_error (error);
}

QdId
board_add_objective (BoardFixture *fixture,
                     const char   *title)
{
  g_autoptr (GError) error = NULL;
  QdId id;

  id = qd_edit_new_objective (fixture->file.store,
                              qd_entity_get_id (QD_ENTITY (fixture->file.growth)),
                              title, NULL, 0, QD_ID_NONE, &error);
  g_assert_no_error (error);

  return id;
}

void
board_label_card (BoardFixture *fixture,
                  QdCard       *card,
                  QdId          objective)
{
  g_autoptr (GError) error = NULL;

  qd_edit_set_objective (fixture->file.store, qd_entity_get_id (QD_ENTITY (card)),
                         objective, &error);
  g_assert_no_error (error);
}

void
board_set_filter (BoardFixture *fixture,
                  QdId          objective)
{
  g_autofree char *id = qd_board_filter_id (objective);
  const char *ids[] = { id, NULL };

  qd_board_view_set_filter (fixture->view, ids);
}
