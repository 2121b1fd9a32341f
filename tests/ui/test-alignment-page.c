/* The tree of objectives: what stands where, and how it follows what changes elsewhere.
 *
 * What people change in it is in test-alignment-changes.c.
 */

#include "config.h"

#include <string.h>

#include "alignment-fixture.h"
#include "exchange/qd-report.h"
#include "list-fixture.h"
#include "store/qd-edit-align.h"
#include "store/qd-edit.h"

static void
assert_name (Fixture    *fixture,
             const char *text,
             const char *name)
{
  GtkWidget *expander = alignment_get_expander (fixture, text);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_ROLE_TREE_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (expander),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (expander)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static const char *
get_summary (Fixture *fixture)
{
  GtkWidget *head = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_BOX);

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (head)));
}

static void
test_tree (Fixture       *fixture,
           gconstpointer  unused)
{
  alignment_assert_rows (fixture, TREE NOTES);
  g_assert_cmpstr (get_summary (fixture), ==, "2 of 4 objectives contribute to another.");
  assert_name (fixture, "Customers renew",
               "Customers renew, Growth, level 3, 2 key results, progress 0%, Outdated");
  assert_name (fixture, "Lead the market",
               "Lead the market, Company, level 1, 2 key results, progress 0%, Outdated");
  assert_name (fixture, "Calm nights", "Calm nights, Growth, level 2, No key results");
  assert_name (fixture, "Without a Parent", "Without a Parent, 1 objective");

  /* It follows. */
  qd_edit_rename (fixture->file.store, QD_ENTITY_OBJECTIVE, fixture->idea, "Quiet nights", NULL);
  assert_name (fixture, "Quiet nights", "Quiet nights, Growth, level 2, No key results");
  alignment_label_card (fixture, 1, fixture->idea);
  assert_name (fixture, "Lead the market",
               "Lead the market, Company, level 1, 1 key result, progress 0%, Outdated");
}

/* What shows is what stands on paper. */
static void
test_paper (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (QdDocument) document = qd_alignment_page_create_document (fixture->page);
  g_autofree char *open = qd_report_markdown_document (document);
  g_autofree char *folded = NULL;

  g_assert_nonnull (strstr (
    open, "2 of 4 objectives contribute to another.\n"
    "\n- Lead the market\n"
    "  - 2 key results, progress 0%, Outdated\n"
    "  - Company\n"
    "  - Grow \\<b\\>abroad\\</b\\>\n"
    "    - 2 key results, progress 0%, Outdated\n"
    "    - Sales\n"
    "    - Customers renew\n"
    "      - 2 key results, progress 0%, Outdated\n"
    "      - Growth\n"
    "\n## Without a Parent (1)\n"
    "\n- Calm nights\n"
    "  - No key results\n"
    "  - Growth\n"
    "\n## Nothing of Their Own (1)\n"
    "\nSales only has objectives from above.\n"));

  qd_document_free (g_steal_pointer (&document));
  list_press (alignment_get_expander (fixture, "Lead the market"), GDK_KEY_Left, 0);
  document = qd_alignment_page_create_document (fixture->page);
  folded = qd_report_markdown_document (document);
  g_assert_null (strstr (folded, "Customers renew"));
}

/* A board without objectives, and a cycle without any. */
static void
test_notes (Fixture       *fixture,
            gconstpointer  unused)
{
  GtkWidget *stack;

  alignment_show (fixture);
  alignment_assert_rows (fixture, "Nothing of Their Own\n"
                                  "  Growth has no objectives yet.\n"
                                  "  Sales has no objectives yet.\n"
                                  "  Company has no objectives yet.\n");
  alignment_add (fixture, fixture->company, "Lead the market", QD_ID_NONE);
  alignment_assert_rows (fixture, "Without a Parent\n"
                                  "  Lead the market\n"
                                  "Nothing of Their Own\n"
                                  "  Growth has no objectives yet.\n"
                                  "  Sales has no objectives yet.\n");
  g_assert_cmpstr (get_summary (fixture), ==,
                   "Drag an objective onto the one that it contributes to.");

  g_signal_emit_by_name (fixture->list, "activate",
                         alignment_find (fixture, "Sales has no objectives yet."));
  g_assert_cmpstr (fixture->shown->str, ==, "Sales on Sales;");

  stack = gtk_widget_get_ancestor (fixture->list, GTK_TYPE_STACK);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "tree");
  qd_alignment_page_set_cycle (fixture->page, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
}

/* As only a merge can bring it. */
static void
test_ring (Fixture       *fixture,
           gconstpointer  unused)
{
  g_autoptr (QdTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  QdEntity *least;

  transaction = qd_transaction_new (fixture->file.store, QD_TRANSACTION_IMPORT);
  qd_transaction_set_id (transaction, fixture->lead, QD_FIELD_OBJECTIVE_PARENT, fixture->renew);
  g_assert_true (qd_transaction_commit (transaction, &error));

  /* Each is there once, and the least on top. */
  least = qd_store_lookup (fixture->file.store,
                           MIN (fixture->lead, MIN (fixture->grow, fixture->renew)));
  g_assert_cmpuint (alignment_find (fixture, "Without a Parent"), ==, 3);
  g_assert_cmpuint (alignment_find (fixture, qd_entity_get_title (least)), ==, 0);
  g_assert_cmpuint (alignment_find (fixture, "Lead the market") +
                    alignment_find (fixture, "Grow <b>abroad</b>") +
                    alignment_find (fixture, "Customers renew"), ==, 0 + 1 + 2);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  unused)
{
  list_press (alignment_get_expander (fixture, "Lead the market"), GDK_KEY_Left, 0);
  alignment_assert_rows (fixture, "+Lead the market\n"
                                  "Without a Parent\n"
                                  "  Calm nights\n" NOTES);
  list_press (alignment_get_expander (fixture, "Lead the market"), GDK_KEY_Right, 0);
  alignment_assert_rows (fixture, TREE NOTES);

  g_signal_emit_by_name (fixture->list, "activate", alignment_find (fixture, "Customers renew"));
  g_assert_cmpstr (fixture->shown->str, ==, "Customers renew on Growth;");

  /* A heading is nowhere else to be seen. */
  g_signal_emit_by_name (fixture->list, "activate", alignment_find (fixture, "Without a Parent"));
  alignment_assert_rows (fixture, "Lead the market\n"
                                  "  Grow <b>abroad</b>\n"
                                  "    Customers renew\n"
                                  "+Without a Parent\n" NOTES);
  g_assert_cmpstr (fixture->shown->str, ==, "Customers renew on Growth;");
}

/* What was collapsed stays so, and the focus goes with its objective. */
static void
test_update (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *expander = alignment_get_expander (fixture, "Grow <b>abroad</b>");
  g_autoptr (GError) error = NULL;

  list_press (expander, GDK_KEY_Left, 0);
  alignment_assert_focus (fixture, "Grow <b>abroad</b>");
  alignment_add (fixture, fixture->file.sales, "Grow at home", QD_ID_NONE);
  alignment_assert_rows (fixture, "Lead the market\n"
                                  "  +Grow <b>abroad</b>\n"
                                  "Without a Parent\n"
                                  "  Calm nights\n"
                                  "  Grow at home\n");
  alignment_assert_focus (fixture, "Grow <b>abroad</b>");
  g_assert_true (alignment_get_expander (fixture, "Grow <b>abroad</b>") == expander);

  /* To the top, with what is below it. */
  g_assert_true (qd_edit_align (fixture->file.store, fixture->grow, QD_ID_NONE, &error));
  alignment_lay_out (fixture);
  alignment_assert_rows (fixture, "+Grow <b>abroad</b>\n"
                                  "Without a Parent\n"
                                  "  Calm nights\n"
                                  "  Grow at home\n"
                                  "  Lead the market\n");
  alignment_assert_focus (fixture, "Grow <b>abroad</b>");

  /* Where it is gone, the row that is now in its place has it. */
  g_assert_true (qd_edit_archive (fixture->file.store, QD_ENTITY_OBJECTIVE, fixture->grow, TRUE,
                                  &error));
  alignment_lay_out (fixture);
  alignment_assert_rows (fixture, "Without a Parent\n"
                                  "  Customers renew\n"
                                  "  Calm nights\n"
                                  "  Grow at home\n"
                                  "  Lead the market\n");
  alignment_assert_focus (fixture, "Without a Parent");
}

static void
test_cycles (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *cycles = ui_find (GTK_WIDGET (fixture->page), GTK_TYPE_DROP_DOWN);
  QdCycle *quarter = qd_board_get_cycle (fixture->company);
  const QdDay last_day = qd_cycle_get_last_day (quarter);
  g_autoptr (GError) error = NULL;
  QdBoard *board;
  QdId id;

  id = qd_edit_new_board_in_new_cycle (fixture->file.store, "Growth", "Next quarter",
                                       last_day + 1, last_day + 90, &error);
  g_assert_no_error (error);
  board = QD_BOARD (qd_store_lookup (fixture->file.store, id));
  alignment_add (fixture, board, "Renew better", fixture->renew);
  g_assert_true (qd_alignment_page_get_cycle (fixture->page) == quarter);
  assert_name (fixture, "Renew better",
               "Renew better, Growth, Next quarter, level 4, No key results");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (cycles),
                              1 - gtk_drop_down_get_selected (GTK_DROP_DOWN (cycles)));
  g_assert_true (qd_alignment_page_get_cycle (fixture->page) == qd_board_get_cycle (board));
  alignment_assert_rows (fixture, "Renew better\n"
                                  "Without a Parent\n"
                                  "Nothing of Their Own\n"
                                  "  Growth only has objectives from above.\n");
  alignment_lay_out (fixture);
  assert_name (fixture, "Renew better",
               "Renew better, Growth, contributes to “Customers renew” of Growth, This quarter, "
               "level 1, No key results");

  qd_alignment_page_set_cycle (fixture->page, quarter);
  g_assert_true (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (cycles)) == quarter);
}

/* What is out of sight is brought up to date when it comes into sight. */
static void
test_hidden (Fixture       *fixture,
             gconstpointer  unused)
{
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  alignment_add (fixture, fixture->company, "Be good", QD_ID_NONE);
  alignment_assert_rows (fixture, TREE NOTES);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), TRUE);
  alignment_assert_rows (fixture, TREE "  Be good\n" NOTES);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, set_up, function) \
  g_test_add ("/alignment-page/" name, Fixture, NULL, set_up, function, alignment_tear_down)

  ADD ("tree", alignment_set_up, test_tree);
  ADD ("paper", alignment_set_up, test_paper);
  ADD ("notes", alignment_set_up_file, test_notes);
  ADD ("ring", alignment_set_up, test_ring);
  ADD ("keys", alignment_set_up, test_keys);
  ADD ("update", alignment_set_up, test_update);
  ADD ("cycles", alignment_set_up, test_cycles);
  ADD ("hidden", alignment_set_up, test_hidden);

#undef ADD

  return g_test_run ();
}
