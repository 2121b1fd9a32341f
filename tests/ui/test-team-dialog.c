/* Which team a team is a part of: what the dialog writes and refuses. */

#include "config.h"

#include <gtk/gtk.h>

#include "dialogs/qd-team-dialog.h"
#include "store/qd-edit-align.h"
#include "store/qd-undo.h"
#include "ui-fixture.h"
#include "widgets/qd-name-entry.h"

typedef struct
{
  UiFixture file;
  GtkWidget *window;
  QdTeam *growth;
  QdTeam *sales;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  ui_fixture_set_up (&fixture->file, NULL);
  fixture->growth = qd_board_get_team (fixture->file.growth);
  fixture->sales = qd_board_get_team (fixture->file.sales);
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_fixture_tear_down (&fixture->file, NULL);
}

static GtkWidget *
get_entry (QdTeamDialog *dialog)
{
  return ui_find (gtk_window_get_child (GTK_WINDOW (dialog)), GTK_TYPE_ENTRY);
}

static void
fill_in (QdTeamDialog *dialog,
         const char   *name)
{
  GtkWidget *button = ui_find_button (gtk_window_get_titlebar (GTK_WINDOW (dialog)), "Save");

  gtk_editable_set_text (GTK_EDITABLE (get_entry (dialog)), name);
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_undo (Fixture    *fixture,
             const char *name)
{
  g_autofree char *found = qd_undo_dup_name (fixture->file.store);

  g_assert_cmpstr (found, ==, name);
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  unused)
{
  QdTeamDialog *dialog = qd_team_dialog_present (fixture->window, fixture->file.store,
                                                 fixture->growth);
  g_autofree char *before = qd_undo_dup_name (fixture->file.store);
  QdTeam *above;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (dialog)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Growth Is Part Of");

  /* Nothing was there, and nothing is written. */
  fill_in (dialog, "");
  assert_undo (fixture, before);

  /* A known team, in whatever case; then one that is made. */
  dialog = qd_team_dialog_present (fixture->window, fixture->file.store, fixture->growth);
  fill_in (dialog, "sales");
  g_assert_true (qd_team_get_parent (fixture->growth) == fixture->sales);
  assert_undo (fixture, "Make “Growth” Part of “Sales”");

  dialog = qd_team_dialog_present (fixture->window, fixture->file.store, fixture->growth);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (dialog))), ==, "Sales");
  fill_in (dialog, " Whole Company ");
  above = qd_team_get_parent (fixture->growth);
  g_assert_cmpstr (qd_entity_get_title (QD_ENTITY (above)), ==, "Whole Company");

  dialog = qd_team_dialog_present (fixture->window, fixture->file.store, fixture->growth);
  fill_in (dialog, "");
  g_assert_null (qd_team_get_parent (fixture->growth));
  g_assert_true (qd_undo_undo (fixture->file.store, NULL, NULL));
  g_assert_true (qd_team_get_parent (fixture->growth) == above);
  ui_settle ();
}

/* The reason stands at the field, and the dialog stays with what was typed. */
static void
test_ring (Fixture       *fixture,
           gconstpointer  unused)
{
  QdTeamDialog *dialog;
  GtkWidget *entry;
  g_autoptr (GError) error = NULL;

  g_assert_true (qd_edit_set_team_parent (fixture->file.store,
                                          qd_entity_get_id (QD_ENTITY (fixture->sales)),
                                          "Growth", &error));
  dialog = qd_team_dialog_present (fixture->window, fixture->file.store, fixture->growth);
  entry = get_entry (dialog);
  fill_in (dialog, "Sales");
  g_assert_null (qd_team_get_parent (fixture->growth));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "“Sales” is a part of “Growth” already, so the two would "
                                       "go round in a circle. Take “Sales” out first, or choose "
                                       "another team.");

  fill_in (dialog, "Growth");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "A team cannot be a part of itself. Choose another one.");
  fill_in (dialog, "Company");
  g_assert_nonnull (qd_team_get_parent (fixture->growth));
  ui_settle ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/team-dialog/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("choose", test_choose);
  ADD ("ring", test_ring);

#undef ADD

  return g_test_run ();
}
