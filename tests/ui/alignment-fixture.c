/* A tree of objectives in a window: a company that leads, two teams that follow, and an
 * idea that stands alone.
 */

#include "config.h"

#include "alignment-fixture.h"
#include "alignment/qd-alignment-node.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"

QdId
alignment_add (Fixture    *fixture,
               QdBoard    *board,
               const char *title,
               QdId        parent)
{
  g_autoptr (GError) error = NULL;
  QdId id;

  id = qd_edit_new_objective (fixture->file.store, qd_entity_get_id (QD_ENTITY (board)),
                              title, NULL, 0, QD_ID_NONE, &error);
  g_assert_no_error (error);
  if (parent != QD_ID_NONE)
    qd_edit_align (fixture->file.store, id, parent, &error);
  g_assert_no_error (error);

  return id;
}

void
alignment_label_card (Fixture *fixture,
                      guint    nth,
                      QdId     objective)
{
  QdColumn *column = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), 0);
  g_autoptr (GError) error = NULL;
  QdEntity *card;

  g_assert_true (qd_store_load_board (fixture->file.store, fixture->file.growth, &error));
  card = qd_ordered_list_peek (qd_column_get_cards (column), nth);
  g_assert_true (qd_edit_set_objective (fixture->file.store, qd_entity_get_id (card), objective,
                                        &error));
}

static void
on_show_found (GSimpleAction *action,
               GVariant      *parameter,
               Fixture       *fixture)
{
  gint64 found, card, board;

  g_variant_get (parameter, "(xxx)", &found, &card, &board);
  g_assert_cmpint (card, ==, QD_ID_NONE);
  g_string_append_printf (fixture->shown, "%s on %s;",
                          qd_entity_get_title (qd_store_lookup (fixture->file.store, found)),
                          qd_entity_get_title (qd_store_lookup (fixture->file.store, board)));
}

static void
add_actions (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = NULL;

  action = g_simple_action_new ("show-found", G_VARIANT_TYPE ("(xxx)"));
  g_signal_connect (action, "activate", G_CALLBACK (on_show_found), fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

/* Waits until everything stands where it belongs. */
void
alignment_lay_out (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  const gint64 begin = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_resize (GTK_WIDGET (fixture->page));
  while (gdk_frame_clock_get_frame_counter (clock) < begin + 3)
    {
      gtk_widget_queue_draw (fixture->window);
      g_main_context_iteration (NULL, TRUE);
    }
  ui_settle ();
}

void
alignment_show (Fixture *fixture)
{
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  add_actions (fixture);
  fixture->page = QD_ALIGNMENT_PAGE (qd_alignment_page_new (fixture->file.store));
  fixture->toaster = QD_TOASTER (qd_toaster_new ());
  qd_toaster_set_child (fixture->toaster, GTK_WIDGET (fixture->page));
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->toaster));
  gtk_window_present (GTK_WINDOW (fixture->window));
  alignment_lay_out (fixture);
  fixture->list = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW);
}

void
alignment_set_up_file (Fixture       *fixture,
                       gconstpointer  unused)
{
  ui_fixture_set_up (&fixture->file, NULL);
  fixture->company = ui_add_board (fixture->file.store, "Company",
                                   qd_board_get_cycle (fixture->file.growth));
  fixture->shown = g_string_new (NULL);
}

void
alignment_set_up (Fixture       *fixture,
                  gconstpointer  unused)
{
  alignment_set_up_file (fixture, NULL);
  fixture->lead = alignment_add (fixture, fixture->company, "Lead the market", QD_ID_NONE);
  fixture->grow = alignment_add (fixture, fixture->file.sales, "Grow <b>abroad</b>", fixture->lead);
  fixture->renew = alignment_add (fixture, fixture->file.growth, "Customers renew", fixture->grow);
  fixture->idea = alignment_add (fixture, fixture->file.growth, "Calm nights", QD_ID_NONE);
  alignment_label_card (fixture, 0, fixture->renew);
  alignment_label_card (fixture, 1, fixture->renew);
  alignment_show (fixture);
}

void
alignment_hide (Fixture *fixture)
{
  /* Else GTK might want to show a tooltip of a menu that is gone. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->page));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_popdown (GTK_POPOVER (child));
  alignment_lay_out (fixture);

  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->page);
}

void
alignment_tear_down (Fixture       *fixture,
                     gconstpointer  unused)
{
  alignment_hide (fixture);
  g_string_free (fixture->shown, TRUE);
  ui_fixture_tear_down (&fixture->file, NULL);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (fixture->list)));
}

/* The rows, each indented by its depth; those whose own are hidden with a plus. */
void
alignment_assert_rows (Fixture    *fixture,
                       const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (get_rows (fixture), i);
      g_autoptr (QdAlignmentNode) node = gtk_tree_list_row_get_item (row);

      for (guint depth = gtk_tree_list_row_get_depth (row); depth > 0; depth--)
        g_string_append (text, "  ");
      if (gtk_tree_list_row_is_expandable (row) && !gtk_tree_list_row_get_expanded (row))
        g_string_append (text, "+");
      g_string_append_printf (text, "%s\n", qd_alignment_node_get_text (node));
    }

  g_assert_cmpstr (text->str, ==, expected);
}

guint
alignment_find (Fixture    *fixture,
                const char *text)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (get_rows (fixture), i);
      g_autoptr (QdAlignmentNode) node = gtk_tree_list_row_get_item (row);

      if (g_str_equal (qd_alignment_node_get_text (node), text))
        return i;
    }

  g_error ("No row says “%s”", text);
}

/* What takes the focus in the row that says @text. */
GtkWidget *
alignment_get_expander (Fixture    *fixture,
                        const char *text)
{
  g_autoptr (GtkTreeListRow) item = g_list_model_get_item (get_rows (fixture),
                                                           alignment_find (fixture, text));

  for (GtkWidget *row = gtk_widget_get_first_child (fixture->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *expander = gtk_widget_get_first_child (row);

      if (expander != NULL &&
          gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander)) == item)
        return expander;
    }

  g_error ("“%s” is out of sight", text);
}

void
alignment_assert_focus (Fixture    *fixture,
                        const char *text)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 alignment_get_expander (fixture, text));
}

void
alignment_undo (Fixture    *fixture,
                const char *name)
{
  g_autofree char *found = qd_undo_dup_name (fixture->file.store);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (found, ==, name);
  g_assert_true (qd_undo_undo (fixture->file.store, NULL, &error));
  g_assert_no_error (error);
}
