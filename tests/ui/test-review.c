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

/* Also where it does not show. */
static GtkWidget *
find_any (GtkWidget *widget,
          GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_any (child, type);

  return found;
}

static gboolean
is_busy (Fixture *fixture)
{
  GtkWidget *list = find_any (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW);
  g_autofree char *state = gtk_test_accessible_check_state (GTK_ACCESSIBLE (list),
                                                            GTK_ACCESSIBLE_STATE_BUSY, FALSE);

  return state != NULL;
}

/* Until nothing is read any more. */
static void
wait (Fixture *fixture)
{
  const gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  ui_settle ();
  while (fixture->page != NULL && is_busy (fixture) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  ui_settle ();
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
  wait (fixture);
}

static void
show (Fixture *fixture)
{
  const QdId boards[] = { id_of (fixture->file.growth) };

  fixture->page = QD_REVIEW_PAGE (qd_review_page_new (fixture->file.store));
  qd_review_page_set_boards (fixture->page, boards, G_N_ELEMENTS (boards), NULL);
  qd_toaster_set_child (fixture->toaster, GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait (fixture);
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
  wait (fixture);
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
  wait (fixture);
  g_assert_true (is_focus_in (get_entry (row)));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (row)), "Who can help?");

  /* Nothing is said yet, and nothing is forgotten. */
  press (get_entry (row), GDK_KEY_Escape);
  wait (fixture);
  g_assert_null (get_entry (row));
  g_assert_true (is_focus_in (gtk_widget_get_parent (GTK_WIDGET (row))));
  none = dup_comment (fixture, card);
  g_assert_null (none);

  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (row), "Comment"), "clicked");
  wait (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (row))), ==, "Who can help?");
  g_signal_emit_by_name (get_entry (row), "activate");
  wait (fixture);
  comment = dup_comment (fixture, card);
  g_assert_cmpstr (comment, ==, "Who can help?");
  g_assert_null (get_entry (row));
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==, "Comment added");
}

/* Several lines tell of a card: what was sent from one is not sent again from another. */
static void
test_comment_once (Fixture       *fixture,
                   gconstpointer  unused)
{
  QdCard *card = get_card (fixture, 0, 0);
  g_autoptr (QdDetails) details = NULL;
  QdReviewRow *moved, *stuck;

  move (fixture, card, 2);
  show (fixture);
  moved = find_row (fixture, "“Raise NPS” moved");
  stuck = find_row (fixture, "“Raise NPS” is");
  g_assert_nonnull (stuck);
  g_assert_true (stuck != moved);
  qd_review_row_comment (moved);
  wait (fixture);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (moved)), "Who can help?");
  qd_review_row_comment (stuck);
  wait (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (stuck))), ==,
                   "Who can help?");
  g_signal_emit_by_name (get_entry (moved), "activate");
  wait (fixture);
  g_assert_null (get_entry (moved));
  g_assert_null (get_entry (stuck));

  qd_review_row_comment (stuck);
  wait (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (stuck))), ==, "");
  g_signal_emit_by_name (get_entry (stuck), "activate");
  details = qd_details_read (fixture->file.store, id_of (card), NULL);
  g_assert_cmpuint (details->comments->len, ==, 1);
}

/* A heading is told as one, and is nothing to begin at. */
static void
test_heading (Fixture       *fixture,
              gconstpointer  unused)
{
  QdReviewRow *heading, *first;

  move (fixture, get_card (fixture, 0, 0), 2);
  show (fixture);
  heading = find_row (fixture, "What Changed");
  first = find_row (fixture, "“Raise NPS” moved");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (GTK_WIDGET (heading)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Heading");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (GTK_WIDGET (first)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_parent (GTK_WIDGET (heading)),
                                            "activatable"));
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (GTK_WIDGET (first)),
                                           "activatable"));

  qd_review_page_focus (fixture->page);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) ==
                 gtk_widget_get_parent (GTK_WIDGET (first)));
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
  wait (fixture);
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

/* What showed stays until the rest is read; of several changes in a row the last one is
 * what is to be seen.
 */
static void
test_changes_in_a_row (Fixture       *fixture,
                       gconstpointer  unused)
{
  QdCard *card = get_card (fixture, 0, 0);
  QdReviewRow *row;

  move (fixture, card, 2);
  show (fixture);
  row = find_row (fixture, "“Raise NPS” moved");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("Raise NPS %u", i);

      g_assert_true (qd_edit_rename (fixture->file.store, QD_ENTITY_CARD, id_of (card), title,
                                     NULL));
      g_assert_true (is_busy (fixture));
      g_assert_true (find_row (fixture, "“Raise NPS” moved") == row);
    }
  wait (fixture);
  g_assert_true (find_row (fixture, "“Raise NPS 4” moved") == row);
}

/* Somebody else's program writes into the file. */
static void
test_foreign_change (Fixture       *fixture,
                     gconstpointer  unused)
{
  g_autoptr (QdStore) other = NULL;
  QdReviewRow *row;
  GtkWidget *entry;

  move (fixture, get_card (fixture, 0, 0), 2);
  show (fixture);
  row = find_row (fixture, "“Raise NPS” moved");
  qd_review_row_comment (row);
  wait (fixture);
  entry = get_entry (row);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Who can help?");
  gtk_editable_set_position (GTK_EDITABLE (entry), 3);

  other = qd_store_open (fixture->file.path, QD_OPEN_EXISTING, NULL);
  g_assert_true (qd_edit_rename (other, QD_ENTITY_CARD, id_of (get_card (fixture, 0, 0)),
                                 "Lose nobody", NULL));
  g_assert_true (qd_store_catch_up (fixture->file.store, NULL));
  wait (fixture);
  g_assert_nonnull (find_row (fixture, "“Lower churn” is now called “Lose nobody”"));
  g_assert_true (get_entry (row) == entry);
  g_assert_true (is_focus_in (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Who can help?");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (entry)), ==, 3);
}

/* An answer to what nobody asks any more is none. */
static void
test_other_boards (Fixture       *fixture,
                   gconstpointer  unused)
{
  const QdId boards[] = { id_of (fixture->file.sales), id_of (fixture->file.growth) };

  move (fixture, get_card (fixture, 0, 0), 2);
  show (fixture);
  for (guint i = 0; i < 5; i++)
    {
      qd_review_page_set_boards (fixture->page, boards, 1, NULL);
      g_assert_null (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW));
      qd_review_page_set_boards (fixture->page, boards, 2, "Mornings");
    }
  wait (fixture);
  g_assert_nonnull (find_row (fixture, "“Raise NPS” moved"));

  qd_review_page_set_boards (fixture->page, boards + 1, 1, NULL);
  qd_review_page_set_boards (fixture->page, boards, 1, NULL);
  wait (fixture);
  g_assert_null (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW));
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->page), QD_TYPE_STATUS_PAGE));
}

/* Who came while nothing was to be seen begins at the first line. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  unused)
{
  const QdId boards[] = { id_of (fixture->file.growth) };

  move (fixture, get_card (fixture, 0, 0), 2);
  fixture->page = QD_REVIEW_PAGE (qd_review_page_new (fixture->file.store));
  qd_review_page_set_boards (fixture->page, boards, G_N_ELEMENTS (boards), NULL);
  qd_toaster_set_child (fixture->toaster, GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (is_busy (fixture));
  qd_review_page_focus (fixture->page);
  wait (fixture);
  g_assert_true (is_focus_in (get_list (fixture)));
}

/* The window goes before the answer comes. */
static void
test_close (Fixture       *fixture,
            gconstpointer  unused)
{
  show (fixture);
  g_assert_true (qd_edit_rename (fixture->file.store, QD_ENTITY_CARD,
                                 id_of (get_card (fixture, 0, 0)), "Raise all", NULL));
  g_assert_true (qd_edit_rename (fixture->file.store, QD_ENTITY_CARD,
                                 id_of (get_card (fixture, 0, 0)), "Raise more", NULL));
  g_assert_true (is_busy (fixture));
}

/* A mnemonic gives a button its name, which it must not have twice. */
static void
test_names (Fixture       *fixture,
            gconstpointer  unused)
{
  static const char * const labels[] = { "Mark as Reviewed", "Last Review" };

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkAccessible *button = GTK_ACCESSIBLE (ui_find_button (GTK_WIDGET (fixture->page),
                                                              labels[i]));

      gtk_test_accessible_assert_relation (button, GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                           gtk_widget_get_first_child (GTK_WIDGET (button)),
                                           NULL);
      g_assert_false (gtk_test_accessible_has_property (button,
                                                        GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
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
  wait (fixture);
  g_assert_cmpint (qd_board_get_reviewed (fixture->file.growth), >, 0);
  g_assert_null (find_row (fixture, "What Changed"));
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==, "1 board is reviewed");

  g_assert_true (qd_undo_undo (fixture->file.store, &report, NULL));
  wait (fixture);
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
  wait (fixture);
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->page), QD_TYPE_STATUS_PAGE));
  g_assert_null (ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW));

  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_BOARD, boards[0], TRUE, NULL));
  wait (fixture);
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
  wait (fixture);
  g_assert_null (get_entry (find_row (fixture, "“Raise NPS” moved")));
}

/* On paper stands what shows, in the same words. */
static void
test_paper (Fixture       *fixture,
            gconstpointer  unused)
{
  const QdId board = id_of (fixture->file.growth);
  g_autoptr (QdDocument) document = NULL;
  const QdDocumentPart *heading, *line;

  move (fixture, get_card (fixture, 0, 0), 2);
  show (fixture);
  document = qd_review_page_create_document (fixture->page);
  g_assert_nonnull (document);
  g_assert_cmpstr (document->title, ==, "Review of Growth");
  g_assert_cmpuint (document->parts->len, >, 2);
  heading = &g_array_index (document->parts, QdDocumentPart, 0);
  line = &g_array_index (document->parts, QdDocumentPart, 1);
  g_assert_cmpint (heading->kind, ==, QD_DOCUMENT_HEADING);
  g_assert_cmpstr (heading->text, ==, "What Changed");
  g_assert_cmpint (line->kind, ==, QD_DOCUMENT_LINE);
  g_assert_nonnull (find_row (fixture, line->text));
  g_assert_true (g_str_has_prefix (line->place, "Growth · "));

  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_BOARD, board, TRUE, NULL));
  wait (fixture);
  g_assert_null (qd_review_page_create_document (fixture->page));
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
    { "/review-page/comment-once", test_comment_once },
    { "/review-page/heading", test_heading },
    { "/review-page/change-while-writing", test_change_while_writing },
    { "/review-page/changes-in-a-row", test_changes_in_a_row },
    { "/review-page/foreign-change", test_foreign_change },
    { "/review-page/other-boards", test_other_boards },
    { "/review-page/focus", test_focus },
    { "/review-page/close", test_close },
    { "/review-page/names", test_names },
    { "/review-page/line-gone", test_line_gone },
    { "/review-page/mark", test_mark },
    { "/review-page/nothing", test_nothing },
    { "/review-page/paper", test_paper },
    { "/review-page/read-only", test_read_only },
  };

  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
