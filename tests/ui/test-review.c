/* The review as a page: where a line leads, comments from the line, marking boards as
 * reviewed, and what happens to it when the file changes.
 */

#include "config.h"

#include "review/qd-review-page.h"
#include "review/qd-review-row.h"
#include "store/qd-details.h"
#include "store/qd-edit-card.h"
#include "store/qd-edit-view.h"
#include "store/qd-edit.h"
#include "store/qd-undo.h"
#include "ui-fixture.h"
#include "widgets/qd-status-page.h"
#include "widgets/qd-toaster.h"

typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdToaster *toaster;
  QdReviewPage *page;
  GSimpleActionGroup *actions;
  gint64 found[3];      /* what "win.show-found" got last */
  guint n_found;
} Fixture;

static void
on_show_found (GSimpleAction *action,
               GVariant      *parameter,
               Fixture       *fixture)
{
  g_variant_get (parameter, "(xxx)", &fixture->found[0], &fixture->found[1],
                 &fixture->found[2]);
  fixture->n_found++;
}

static QdId
id_of (gpointer entity)
{
  return qd_entity_get_id (QD_ENTITY (entity));
}

static QdCard *
get_card (Fixture *fixture,
          guint    column,
          guint    nth)
{
  QdColumn *there = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), column);

  return qd_ordered_list_peek (qd_column_get_cards (there), nth);
}

static void
move (Fixture *fixture,
      QdCard  *card,
      guint    column)
{
  g_autoptr (GError) error = NULL;
  gpointer there = qd_ordered_list_peek (qd_board_get_columns (fixture->file.growth), column);

  qd_edit_move (fixture->file.store, QD_ENTITY_CARD, id_of (card), id_of (there), QD_SIDE_LAST,
                QD_ID_NONE, &error);
  g_assert_no_error (error);
  ui_settle ();
}

static void
show (Fixture *fixture)
{
  const QdId boards[] = { id_of (fixture->file.growth) };

  fixture->page = QD_REVIEW_PAGE (qd_review_page_new (fixture->file.store));
  qd_review_page_set_boards (fixture->page, boards, G_N_ELEMENTS (boards), NULL);
  qd_toaster_set_child (fixture->toaster, GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle ();
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  static const GActionEntry entries[] = {
    { .name = "show-found", .parameter_type = "(xxx)" },
  };
  GAction *action;

  ui_fixture_set_up (&fixture->file, NULL);
  qd_store_load_board (fixture->file.store, fixture->file.growth, NULL);
  qd_store_set_author (fixture->file.store, "Mara");
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  fixture->toaster = QD_TOASTER (qd_toaster_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->toaster));
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->actions), entries,
                                   G_N_ELEMENTS (entries), NULL);
  action = g_action_map_lookup_action (G_ACTION_MAP (fixture->actions), "show-found");
  g_signal_connect (action, "activate", G_CALLBACK (on_show_found), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (fixture->actions));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_assert_finalized (fixture->window);
  g_object_unref (fixture->actions);
  ui_fixture_tear_down (&fixture->file, NULL);
}

static GtkWidget *
get_list (Fixture *fixture)
{
  GtkWidget *list = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW);

  g_assert_nonnull (list);

  return list;
}

/* The row whose line begins so. */
static QdReviewRow *
find_row (Fixture    *fixture,
          const char *beginning)
{
  for (GtkWidget *child = gtk_widget_get_first_child (get_list (fixture)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      QdReviewRow *row = QD_REVIEW_ROW (gtk_widget_get_first_child (child));
      QdReviewLine *line = qd_review_row_get_line (row);

      if (line != NULL && g_str_has_prefix (qd_review_line_get_text (line), beginning))
        return row;
    }

  return NULL;
}

static guint
find_position (Fixture    *fixture,
               const char *beginning)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (get_list (fixture)));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (QdReviewLine) line = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (g_str_has_prefix (qd_review_line_get_text (line), beginning))
        return i;
    }

  g_assert_not_reached ();
}

static GtkWidget *
get_entry (QdReviewRow *row)
{
  return ui_find (GTK_WIDGET (row), GTK_TYPE_ENTRY);
}

static char *
dup_comment (Fixture *fixture,
             QdCard  *card)
{
  g_autoptr (QdDetails) details = qd_details_read (fixture->file.store, id_of (card), NULL);

  if (details->comments->len == 0)
    return NULL;

  return g_strdup (((QdComment *) details->comments->pdata[0])->text);
}

static void
press (GtkWidget *widget,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      if (handled)
        return;
    }
}

static gboolean
is_focus_in (gpointer widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  unused)
{
  QdCard *card = get_card (fixture, 0, 0);
  QdReviewLine *line;

  move (fixture, card, 2);
  show (fixture);
  g_assert_nonnull (find_row (fixture, "What Changed"));
  line = qd_review_row_get_line (find_row (fixture, "“Raise NPS” moved"));
  g_assert_cmpstr (qd_review_line_get_text (line), ==,
                   "“Raise NPS” moved from Not Started to At Risk");
  g_assert_cmpstr (qd_review_line_get_place (line), ==, "Growth · Mara · today");
  gtk_test_accessible_assert_property (
    gtk_widget_get_parent (GTK_WIDGET (find_row (fixture, "“Raise NPS” moved"))),
    GTK_ACCESSIBLE_PROPERTY_LABEL,
    "“Raise NPS” moved from Not Started to At Risk, Growth · Mara · today");
  g_assert_nonnull (find_row (fixture, "Outdated Check-ins"));
  g_assert_null (find_row (fixture, "Waiting for Others"));
}

static void
test_jump (Fixture       *fixture,
           gconstpointer  unused)
{
  QdCard *card = get_card (fixture, 0, 0);
  const QdId id = id_of (card);

  move (fixture, card, 2);
  show (fixture);
  g_signal_emit_by_name (get_list (fixture), "activate",
                         find_position (fixture, "“Raise NPS” moved"));
  g_assert_cmpuint (fixture->n_found, ==, 1);
  g_assert_cmpint (fixture->found[0], ==, id);
  g_assert_cmpint (fixture->found[1], ==, id);
  g_assert_cmpint (fixture->found[2], ==, id_of (fixture->file.growth));

  /* A heading leads nowhere. */
  g_signal_emit_by_name (get_list (fixture), "activate", 0);
  g_assert_cmpuint (fixture->n_found, ==, 1);

  /* What is not on the board any more is in the archive. */
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_CARD, id, TRUE, NULL));
  ui_settle ();
  g_signal_emit_by_name (get_list (fixture), "activate",
                         find_position (fixture, "“Raise NPS” was dropped"));
  g_assert_cmpuint (fixture->n_found, ==, 2);
  g_assert_cmpint (fixture->found[0], ==, id);
  g_assert_cmpint (fixture->found[2], ==, QD_ID_NONE);
}

static void
test_comment (Fixture       *fixture,
              gconstpointer  unused)
{
  QdCard *card = get_card (fixture, 0, 0);
  g_autofree char *none = NULL;
  g_autofree char *comment = NULL;
  QdReviewRow *row;

  move (fixture, card, 2);
  show (fixture);
  row = find_row (fixture, "“Raise NPS” moved");
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  press (get_list (fixture), GDK_KEY_c);
  ui_settle ();
  g_assert_true (is_focus_in (get_entry (row)));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (row)), "Who can help?");

  /* Nothing is said yet, and nothing is forgotten. */
  press (get_entry (row), GDK_KEY_Escape);
  ui_settle ();
  g_assert_null (get_entry (row));
  g_assert_true (is_focus_in (gtk_widget_get_parent (GTK_WIDGET (row))));
  none = dup_comment (fixture, card);
  g_assert_null (none);

  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (row), "Comment"), "clicked");
  ui_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (row))), ==, "Who can help?");
  g_signal_emit_by_name (get_entry (row), "activate");
  ui_settle ();
  comment = dup_comment (fixture, card);
  g_assert_cmpstr (comment, ==, "Who can help?");
  g_assert_null (get_entry (row));
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==, "Comment added");
}

/* While somebody writes, others work. */
static void
test_change_while_writing (Fixture       *fixture,
                           gconstpointer  unused)
{
  QdReviewRow *row;
  GtkWidget *entry;

  move (fixture, get_card (fixture, 0, 0), 2);
  show (fixture);
  row = find_row (fixture, "“Raise NPS” moved");
  qd_review_row_comment (row);
  ui_settle ();
  entry = get_entry (row);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Who");
  g_assert_true (is_focus_in (entry));

  ui_add_card (fixture->file.store, fixture->file.growth, 0, "Sell more");
  move (fixture, get_card (fixture, 0, 0), 1);
  g_assert_true (find_row (fixture, "“Raise NPS” moved") == row);
  g_assert_nonnull (find_row (fixture, "“Sell more” is new"));
  g_assert_nonnull (find_row (fixture, "“Lower churn” moved"));
  g_assert_true (is_focus_in (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Who");
}

/* The line that has the focus goes: the one in its place takes it. */
static void
test_line_gone (Fixture       *fixture,
                gconstpointer  unused)
{
  QdCard *card = get_card (fixture, 0, 0);

  move (fixture, card, 2);
  show (fixture);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (find_row (fixture,
                                                                      "“Raise NPS” moved"))));
  g_assert_true (is_focus_in (get_list (fixture)));
  move (fixture, card, 0);
  g_assert_null (find_row (fixture, "“Raise NPS” moved"));
  g_assert_true (is_focus_in (get_list (fixture)));
}

static void
test_mark (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autofree char *report = NULL;

  move (fixture, get_card (fixture, 0, 0), 2);
  show (fixture);
  g_assert_cmpint (qd_board_get_reviewed (fixture->file.growth), ==, 0);
  g_assert_nonnull (find_row (fixture, "What Changed"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "review.mark", NULL);
  ui_settle ();
  g_assert_cmpint (qd_board_get_reviewed (fixture->file.growth), >, 0);
  g_assert_null (find_row (fixture, "What Changed"));
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==, "1 board is reviewed");

  g_assert_true (qd_undo_undo (fixture->file.store, &report, NULL));
  ui_settle ();
  g_assert_cmpint (qd_board_get_reviewed (fixture->file.growth), ==, 0);
  g_assert_nonnull (find_row (fixture, "What Changed"));
}

/* What came while nobody looked is not marked. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  unused)
{
  const QdId boards[] = { id_of (fixture->file.sales) };

  show (fixture);
  qd_review_page_set_boards (fixture->page, boards, 1, "Mornings");
  ui_settle ();
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->page), QD_TYPE_STATUS_PAGE));
  g_assert_null (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW));

  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_BOARD, boards[0], TRUE, NULL));
  ui_settle ();
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->page), QD_TYPE_STATUS_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "review.mark", NULL);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  unused)
{
  move (fixture, get_card (fixture, 0, 0), 2);
  ui_fixture_make_read_only (&fixture->file);
  show (fixture);
  g_assert_nonnull (find_row (fixture, "“Raise NPS” moved"));
  g_assert_false (gtk_widget_get_visible (ui_find_button (GTK_WIDGET (fixture->page),
                                                          "Mark as Reviewed")));
  qd_review_row_comment (find_row (fixture, "“Raise NPS” moved"));
  ui_settle ();
  g_assert_null (get_entry (find_row (fixture, "“Raise NPS” moved")));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer unused);
  } tests[] = {
    { "/review-page/lines", test_lines },
    { "/review-page/jump", test_jump },
    { "/review-page/comment", test_comment },
    { "/review-page/change-while-writing", test_change_while_writing },
    { "/review-page/line-gone", test_line_gone },
    { "/review-page/mark", test_mark },
    { "/review-page/nothing", test_nothing },
    { "/review-page/read-only", test_read_only },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
