/* What people change in the tree of objectives: with a list of parents, and by drops. */

#include "config.h"

#include "alignment-fixture.h"
#include "alignment/qd-parent-list.h"
#include "alignment/qd-parent-offer.h"
#include "list-fixture.h"
#include "store/qd-undo.h"

/* The texts that a list of parents shows. */
static void
assert_offers (GtkWidget  *parents,
               const char *expected)
{
  GtkWidget *list = ui_find (parents, GTK_TYPE_LIST_VIEW);
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *model;

  if (list != NULL)
    {
      model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        {
          g_autoptr (GObject) offer = g_list_model_get_item (model, i);

          g_string_append_printf (text, "%s;", qd_parent_offer_get_text (QD_PARENT_OFFER (offer)));
        }
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static GtkWidget *
open_chooser (Fixture    *fixture,
              const char *text)
{
  GtkWidget *parents;

  list_press (alignment_get_expander (fixture, text), GDK_KEY_Up, GDK_ALT_MASK);
  alignment_lay_out (fixture);
  parents = ui_find (GTK_WIDGET (fixture->page), QD_TYPE_PARENT_LIST);
  g_assert_nonnull (parents);

  return parents;
}

/* What it contributes to is chosen by typing a part of it, and the focus goes along. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *parents = open_chooser (fixture, "Calm nights");
  GtkWidget *entry = ui_find (parents, GTK_TYPE_SEARCH_ENTRY);

  assert_offers (parents, "None;Growth: Customers renew;Sales: Grow <b>abroad</b>;"
                          "Company: Lead the market;");
  g_assert_true (list_has_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "MARKET comp");
  assert_offers (parents, "Company: Lead the market;");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  assert_offers (parents, "");
  gtk_editable_set_text (GTK_EDITABLE (entry), "abroad");
  g_signal_emit_by_name (entry, "activate");
  alignment_lay_out (fixture);
  alignment_assert_rows (fixture,
                         "Lead the market\n"
                         "  Grow <b>abroad</b>\n"
                         "    Customers renew\n"
                         "    Calm nights\n"
                         "Without a Parent\n"
                         "Nothing of Their Own\n"
                         "  Growth only has objectives from above.\n"
                         "  Sales only has objectives from above.\n");
  alignment_assert_focus (fixture, "Calm nights");

  /* What is below it is not offered, nor itself; Enter keeps what is chosen. */
  open_chooser (fixture, "Grow <b>abroad</b>");
  assert_offers (parents, "None;Company: Lead the market;");
  g_signal_emit_by_name (entry, "activate");
  alignment_lay_out (fixture);
  alignment_undo (fixture, "Align “Calm nights” to “Grow <b>abroad</b>”");
  alignment_assert_rows (fixture, TREE NOTES);
  alignment_assert_focus (fixture, "Grow <b>abroad</b>");
}

static void
test_take_off (Fixture       *fixture,
               gconstpointer  unused)
{
  list_press (alignment_get_expander (fixture, "Grow <b>abroad</b>"), GDK_KEY_Menu, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "alignment.take-off", NULL);
  alignment_assert_rows (fixture,
                         "Grow <b>abroad</b>\n"
                         "  Customers renew\n"
                         "Without a Parent\n"
                         "  Calm nights\n"
                         "  Lead the market\n");
  alignment_lay_out (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "alignment.show", NULL);
  g_assert_cmpstr (fixture->shown->str, ==, "Grow <b>abroad</b> on Sales;");
  alignment_undo (fixture, "Take the Alignment off “Grow <b>abroad</b>”");
  alignment_assert_rows (fixture, TREE NOTES);
}

static GtkDropTarget *
get_drop_target (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->list);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

/* Drops an objective on the row that says @text. */
static gboolean
drop (Fixture    *fixture,
      QdId        objective,
      const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_rect_t bounds;
  gboolean taken = FALSE;
  GtkWidget *row;

  alignment_lay_out (fixture);
  g_value_init (&value, QD_TYPE_OBJECTIVE);
  g_value_set_object (&value, qd_store_lookup (fixture->file.store, objective));
  row = gtk_widget_get_parent (alignment_get_expander (fixture, text));
  g_assert_true (gtk_widget_compute_bounds (row, fixture->list, &bounds));
  g_assert_cmpfloat (bounds.size.height, >, 0.0);
  g_signal_emit_by_name (get_drop_target (fixture), "drop", &value, 100.0,
                         bounds.origin.y + bounds.size.height / 2.0, &taken);

  return taken;
}

static void
test_drop (Fixture       *fixture,
           gconstpointer  unused)
{
  g_assert_true (drop (fixture, fixture->idea, "Lead the market"));
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==,
                   "Aligned “Calm nights” to “Lead the market”");
  alignment_assert_rows (fixture,
                         "Lead the market\n"
                         "  Calm nights\n"
                         "  Grow <b>abroad</b>\n"
                         "    Customers renew\n"
                         "Without a Parent\n"
                         "Nothing of Their Own\n"
                         "  Growth only has objectives from above.\n"
                         "  Sales only has objectives from above.\n");

  /* The group has become empty, and yet takes it back. */
  g_assert_true (drop (fixture, fixture->idea, "Without a Parent"));
  alignment_assert_rows (fixture, TREE NOTES);
  alignment_undo (fixture, "Take the Alignment off “Calm nights”");
  alignment_undo (fixture, "Align “Calm nights” to “Lead the market”");
  alignment_assert_rows (fixture, TREE NOTES);
}

static void
test_drop_refused (Fixture       *fixture,
                   gconstpointer  unused)
{
  g_autofree char *before = qd_undo_dup_name (fixture->file.store);
  g_autofree char *after = NULL;

  /* A ring, itself, where it is, and what is no objective. */
  g_assert_false (drop (fixture, fixture->lead, "Customers renew"));
  g_assert_false (drop (fixture, fixture->lead, "Lead the market"));
  g_assert_false (drop (fixture, fixture->grow, "Lead the market"));
  g_assert_false (drop (fixture, fixture->idea, "Without a Parent"));
  g_assert_false (drop (fixture, fixture->grow, "Nothing of Their Own"));
  g_assert_false (drop (fixture, fixture->idea,
                        "Sales only has objectives from above."));
  alignment_assert_rows (fixture, TREE NOTES);
  after = qd_undo_dup_name (fixture->file.store);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (qd_toaster_get_text (fixture->toaster));
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  unused)
{
  alignment_hide (fixture);
  ui_fixture_make_read_only (&fixture->file);
  alignment_show (fixture);
  alignment_assert_rows (fixture, TREE NOTES);

  list_press (alignment_get_expander (fixture, "Calm nights"), GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_null (ui_find (GTK_WIDGET (fixture->page), QD_TYPE_PARENT_LIST));
  g_assert_false (drop (fixture, fixture->idea, "Lead the market"));
  alignment_assert_rows (fixture, TREE NOTES);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/alignment-changes/" name, Fixture, NULL, alignment_set_up, function, \
              alignment_tear_down)

  ADD ("choose", test_choose);
  ADD ("take-off", test_take_off);
  ADD ("drop", test_drop);
  ADD ("drop-refused", test_drop_refused);
  ADD ("read-only", test_read_only);

#undef ADD

  return g_test_run ();
}
