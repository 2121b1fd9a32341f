/* What a card waits for: what shows, and what buttons and typing do. */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "details/qd-dependency-list.h"
#include "details/qd-dependency-row.h"
#include "list-fixture.h"
#include "widgets/qd-day-button.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-name-entry.h"

typedef ListFixture Fixture;

static QdId
add (Fixture    *fixture,
     const char *title,
     const char *waits_for)
{
  g_autoptr (GError) error = NULL;
  QdId id;

  id = qd_edit_new_dependency (fixture->file.store, list_get_card_id (fixture), title, waits_for,
                               qd_clock_today () - 3, &error);
  g_assert_no_error (error);

  return id;
}

static void
show (Fixture *fixture)
{
  list_show (fixture, qd_dependency_list_new (fixture->file.store),
             (ListSetCardFunc) qd_dependency_list_set_card,
             (ListUpdateFunc) qd_dependency_list_update);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  list_set_up (fixture);
  add (fixture, "Access", "Sales");
  add (fixture, "Budget", "");
}

static void
set_up_and_show (Fixture       *fixture,
                 gconstpointer  unused)
{
  set_up (fixture, NULL);
  show (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  list_tear_down (fixture);
}

/* What is in the file, as "title (waits for)"; the rows stand for it in order. */
static void
assert_dependencies (Fixture    *fixture,
                     const char *expected)
{
  g_autoptr (QdDetails) details = list_read (fixture);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *row = ui_find (fixture->list, QD_TYPE_DEPENDENCY_ROW);

  for (guint i = 0; i < details->dependencies->len; i++)
    {
      const QdDependency *dependency = g_ptr_array_index (details->dependencies, i);
      GtkWidget *entry;

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "", dependency->title,
                              dependency->waits_for);
      g_assert_nonnull (row);
      g_assert_cmpint (qd_dependency_row_get_id (QD_DEPENDENCY_ROW (row)), ==, dependency->id);
      entry = ui_find (row, QD_TYPE_NAME_ENTRY);
      if (entry != NULL)
        g_assert_cmpstr (qd_name_entry_get_text (QD_NAME_ENTRY (entry)), ==,
                         dependency->waits_for);
      else
        g_assert_cmpuint (dependency->resolved, !=, QD_DAY_NONE);
      row = gtk_widget_get_next_sibling (row);
    }

  g_assert_null (row);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_count (Fixture    *fixture,
              const char *expected)
{
  GtkWidget *heading = ui_find (fixture->list, GTK_TYPE_LABEL);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (heading)), ==, "Dependencies");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (heading))), ==,
                   expected);
}

static GtkWidget *
get_row (Fixture    *fixture,
         const char *title)
{
  g_autofree char *name = g_strdup_printf ("Remove the dependency “%s”", title);

  return gtk_widget_get_ancestor (list_get (fixture, name), QD_TYPE_DEPENDENCY_ROW);
}

/* What the row says, with the day where @state has a blank. */
static void
assert_state (Fixture    *fixture,
              const char *title,
              const char *state,
              const char *icon_name)
{
  g_autofree char *flagged = qd_day_text_full (qd_clock_today () - 3);
  g_autofree char *today = qd_day_text_full (qd_clock_today ());
  g_autoptr (GString) text = g_string_new (state);
  g_autofree char *name = NULL;
  GtkWidget *row = get_row (fixture, title);
  GtkWidget *lines, *icon;
  GtkLabel *label;

  g_string_replace (text, "FLAGGED", flagged, 0);
  g_string_replace (text, "TODAY", today, 0);
  name = g_strdup_printf ("Dependency “%s”, %s", title, text->str);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  /* The latest comes first. */
  lines = gtk_widget_get_next_sibling (gtk_widget_get_first_child (gtk_widget_get_first_child (row)));
  icon = ui_find (lines, GTK_TYPE_IMAGE);
  g_assert_true (GTK_IS_IMAGE (icon));
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (icon)), ==, icon_name);
  label = GTK_LABEL (ui_find (lines, GTK_TYPE_LABEL));
  g_assert_cmpuint (strlen (gtk_label_get_text (label)), >, 0);
  g_assert_true (g_str_has_prefix (text->str, gtk_label_get_text (label)));
}

static void
click (Fixture    *fixture,
       const char *name)
{
  GtkWidget *button = list_get (fixture, name);

  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_shows (Fixture       *fixture,
            gconstpointer  unused)
{
  assert_dependencies (fixture, "Access (Sales), Budget ()");
  assert_count (fixture, "2 open");
  assert_state (fixture, "Access", "Waiting since FLAGGED", "document-open-recent-symbolic");
  list_get (fixture, "Title of the dependency “Access”");
}

static void
test_escalate (Fixture       *fixture,
               gconstpointer  unused)
{
  click (fixture, "Escalate “Access”");
  assert_state (fixture, "Access", "Escalated on TODAY, waiting since FLAGGED",
                "dialog-warning-symbolic");
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "Access"), "escalated"));
  g_assert_true (list_has_focus (list_get (fixture, "Take back the escalation of “Access”")));

  click (fixture, "Take back the escalation of “Access”");
  assert_state (fixture, "Access", "Waiting since FLAGGED", "document-open-recent-symbolic");

  list_undo (fixture, "Take Back the Escalation of “Access”");
  list_undo (fixture, "Escalate “Access”");
  assert_state (fixture, "Access", "Waiting since FLAGGED", "document-open-recent-symbolic");
}

static QdDayButton *
get_day_button (Fixture    *fixture,
                const char *what,
                QdDay       day)
{
  g_autofree char *text = qd_day_text_full (day);
  g_autofree char *name = g_strdup_printf ("%s: %s", what, text);

  return QD_DAY_BUTTON (gtk_widget_get_ancestor (list_get (fixture, name), QD_TYPE_DAY_BUTTON));
}

/* Whatever was noted a day too late. */
static void
test_days (Fixture       *fixture,
           gconstpointer  unused)
{
  const QdDay today = qd_clock_today ();
  const char *flagged = "Day since when one waits for “Access”";
  const char *escalated = "Day when “Access” was escalated";
  const char *resolved = "Day when “Access” was resolved";

  qd_day_button_set_day (get_day_button (fixture, flagged, today - 3), today - 8);
  get_day_button (fixture, flagged, today - 8);
  g_assert_null (list_find (fixture, escalated));

  click (fixture, "Escalate “Access”");
  qd_day_button_set_day (get_day_button (fixture, escalated, today), today - 5);
  get_day_button (fixture, escalated, today - 5);
  g_assert_nonnull (get_day_button (fixture, flagged, today - 8));

  click (fixture, "Resolve “Access”");
  qd_day_button_set_day (get_day_button (fixture, resolved, today), today - 2);
  get_day_button (fixture, resolved, today - 2);

  list_undo (fixture, "Change When “Access” Was Resolved");
  get_day_button (fixture, resolved, today);
  list_undo (fixture, "Resolve “Access”");
  list_undo (fixture, "Change When “Access” Was Escalated");
  list_undo (fixture, "Escalate “Access”");
  list_undo (fixture, "Change Since When One Waits for “Access”");
  assert_state (fixture, "Access", "Waiting since FLAGGED", "document-open-recent-symbolic");

  qd_day_button_set_day (get_day_button (fixture, flagged, today - 3), QD_DAY_NONE);
  assert_state (fixture, "Access", "Waiting", "document-open-recent-symbolic");
}

/* What is resolved goes to the end, with the focus in it. */
static void
test_resolve (Fixture       *fixture,
              gconstpointer  unused)
{
  click (fixture, "Resolve “Access”");
  assert_dependencies (fixture, "Budget (), Access (Sales)");
  assert_count (fixture, "1 open");
  assert_state (fixture, "Access", "Resolved on TODAY, waited for Sales", "emblem-ok-symbolic");
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "Access"), "resolved"));
  g_assert_null (list_find (fixture, "Escalate “Access”"));
  g_assert_null (ui_find (get_row (fixture, "Access"), QD_TYPE_NAME_ENTRY));
  g_assert_true (list_has_focus (list_get (fixture, "Reopen “Access”")));

  click (fixture, "Reopen “Access”");
  assert_dependencies (fixture, "Access (Sales), Budget ()");
  list_undo (fixture, "Reopen “Access”");
  list_undo (fixture, "Resolve “Access”");
  assert_count (fixture, "2 open");
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *title = list_get (fixture, "Title of the dependency “Budget”");

  list_type (title, "Money");
  list_press (title, GDK_KEY_Return, 0);
  assert_dependencies (fixture, "Access (Sales), Money ()");

  list_type (title, "");
  gtk_widget_grab_focus (fixture->elsewhere);
  assert_dependencies (fixture, "Access (Sales), Money ()");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  list_press (title, GDK_KEY_Escape, 0);

  list_undo (fixture, "Rename “Budget” to “Money”");
  assert_dependencies (fixture, "Access (Sales), Budget ()");
}

static GtkWidget *
get_name_entry (GtkWidget *within)
{
  return ui_find (ui_find (within, QD_TYPE_NAME_ENTRY), GTK_TYPE_ENTRY);
}

/* Known names are proposed, teams and people alike; others are as good. */
static void
test_waits_for (Fixture       *fixture,
                gconstpointer  unused)
{
  GtkWidget *entry = get_name_entry (get_row (fixture, "Budget"));
  g_autoptr (GError) error = NULL;

  qd_edit_set_owner (fixture->file.store, list_get_card_id (fixture), "Growitha", &error);
  g_assert_no_error (error);

  list_type (entry, "gro");
  list_press (entry, GDK_KEY_Down, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Growth");
  list_press (entry, GDK_KEY_Down, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Growitha");
  list_press (entry, GDK_KEY_Return, 0);
  assert_dependencies (fixture, "Access (Sales), Budget (Growitha)");

  list_type (entry, "The bank");
  gtk_widget_grab_focus (fixture->elsewhere);
  assert_dependencies (fixture, "Access (Sales), Budget (The bank)");

  list_undo (fixture, "Change on Whom “Budget” Depends");
  assert_dependencies (fixture, "Access (Sales), Budget (Growitha)");
}

static void
test_add (Fixture       *fixture,
          gconstpointer  unused)
{
  GtkWidget *entry = list_get (fixture, "New dependency");
  GtkWidget *waits_for;

  list_type (entry, "Data");
  waits_for = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (entry));
  g_assert_true (gtk_widget_get_visible (waits_for));
  list_type (get_name_entry (waits_for), "sales");
  click (fixture, "Add Dependency");

  assert_dependencies (fixture, "Access (Sales), Budget (), Data (Sales)");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_true (list_has_focus (entry));
  g_assert_false (gtk_widget_get_visible (waits_for));

  /* The name was for the one before. */
  list_type (entry, "Rooms");
  list_press (entry, GDK_KEY_Return, 0);
  assert_dependencies (fixture, "Access (Sales), Budget (), Data (Sales), Rooms ()");

  list_undo (fixture, "Note the Dependency “Rooms”");
  list_undo (fixture, "Note the Dependency “Data”");
  assert_dependencies (fixture, "Access (Sales), Budget ()");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  unused)
{
  click (fixture, "Remove the dependency “Access”");
  assert_dependencies (fixture, "Budget ()");
  g_assert_true (list_has_focus (get_row (fixture, "Budget")));

  list_undo (fixture, "Remove the Dependency “Access”");
  assert_dependencies (fixture, "Access (Sales), Budget ()");
}

/* Whatever else changes, what is being typed stays where it is. */
static void
test_typing_stays (Fixture       *fixture,
                   gconstpointer  unused)
{
  GtkWidget *title = list_get (fixture, "Title of the dependency “Access”");
  GtkWidget *waits_for = get_name_entry (get_row (fixture, "Access"));
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDetails) details = list_read (fixture);
  const QdDependency *access = g_ptr_array_index (details->dependencies, 0);

  list_type (title, "Access to");
  qd_edit_resolve_dependency (fixture->file.store, access->id, qd_clock_today (), &error);
  g_assert_no_error (error);
  g_assert_true (list_get (fixture, "Title of the dependency “Access”") == title);
  g_assert_true (list_has_focus (title));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Access to");
  list_press (title, GDK_KEY_Escape, 0);

  qd_edit_resolve_dependency (fixture->file.store, access->id, QD_DAY_NONE, &error);
  g_assert_no_error (error);
  list_type (waits_for, "Who");
  qd_edit_resolve_dependency (fixture->file.store, access->id, qd_clock_today (), &error);
  g_assert_no_error (error);
  g_assert_true (list_has_focus (waits_for));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (waits_for)), ==, "Who");

  /* Nothing is written into what goes away under the hand. */
  qd_edit_archive (fixture->file.store, QD_ENTITY_DEPENDENCY, access->id, TRUE, &error);
  g_assert_no_error (error);
  list_undo (fixture, "Remove the Dependency “Access”");
  assert_dependencies (fixture, "Budget (), Access (Sales)");
}

static void
test_turn_to_another (Fixture       *fixture,
                      gconstpointer  unused)
{
  QdCard *card = fixture->card;

  list_type (list_get (fixture, "New dependency"), "Data");
  list_type (list_get (fixture, "Title of the dependency “Budget”"), "Money");
  list_turn_to (fixture, fixture->other);
  g_assert_null (ui_find (fixture->list, QD_TYPE_DEPENDENCY_ROW));
  assert_count (fixture, "");

  list_turn_to (fixture, card);
  assert_dependencies (fixture, "Access (Sales), Money (), Data ()");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  unused)
{
  list_make_read_only (fixture);
  show (fixture);
  assert_dependencies (fixture, "Access (Sales), Budget ()");
  g_assert_false (gtk_widget_is_sensitive (list_get (fixture, "Resolve “Access”")));
  g_assert_false (gtk_widget_is_sensitive (list_get (fixture, "New dependency")));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, set_up, function) \
  g_test_add ("/dependency-list/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("shows", set_up_and_show, test_shows);
  ADD ("escalate", set_up_and_show, test_escalate);
  ADD ("days", set_up_and_show, test_days);
  ADD ("resolve", set_up_and_show, test_resolve);
  ADD ("rename", set_up_and_show, test_rename);
  ADD ("waits-for", set_up_and_show, test_waits_for);
  ADD ("add", set_up_and_show, test_add);
  ADD ("remove", set_up_and_show, test_remove);
  ADD ("typing-stays", set_up_and_show, test_typing_stays);
  ADD ("turn-to-another", set_up_and_show, test_turn_to_another);
  ADD ("read-only", set_up, test_read_only);

  return g_test_run ();
}
