/* When check-ins of a board are due: what the dialog says, writes and refuses. */

#include "config.h"

#include <gtk/gtk.h>

#include "dialogs/qd-rhythm-dialog.h"
#include "store/qd-db.h"
#include "store/qd-edit-card.h"
#include "store/qd-undo.h"
#include "ui-fixture.h"
#include "widgets/qd-choice.h"
#include "widgets/qd-day-text.h"

typedef struct
{
  UiFixture file;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  ui_fixture_set_up (&fixture->file, NULL);
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

static void
execute (Fixture    *fixture,
         const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QdDb) db = qd_db_open (fixture->file.path, QD_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  qd_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
save (QdRhythmDialog *dialog)
{
  GtkWidget *button = ui_find_button (gtk_window_get_titlebar (GTK_WINDOW (dialog)), "Save");

  g_signal_emit_by_name (button, "clicked");
}

/* What the rhythm comes to, or what is wrong, as it stands below the choices. */
static const char *
get_text (QdRhythmDialog *dialog,
          gboolean        error)
{
  GtkWidget *content = gtk_window_get_child (GTK_WINDOW (dialog));
  GtkWidget *label = gtk_widget_get_last_child (content);

  if (!error)
    label = gtk_widget_get_prev_sibling (label);

  return gtk_label_get_text (GTK_LABEL (label));
}

static QdRhythmDialog *
ask_for_rhythm (Fixture *fixture)
{
  return qd_rhythm_dialog_present (fixture->window, fixture->file.store,
                                   fixture->file.growth);
}

/* The choices of a rhythm: how often, and the weekday. */
static GtkWidget *
get_choice (QdRhythmDialog *dialog,
            gboolean        weekday)
{
  GtkWidget *choice = ui_find (gtk_window_get_child (GTK_WINDOW (dialog)), QD_TYPE_CHOICE);

  return weekday ? gtk_widget_get_next_sibling (choice) : choice;
}

static void
choose (GtkWidget *choice,
        guint      nth)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_find (choice, GTK_TYPE_DROP_DOWN)), nth);
}

/* What the chosen rhythm comes to, and the next day on which check-ins are due. */
static void
assert_effect (Fixture        *fixture,
               QdRhythmDialog *dialog,
               const char     *days,
               guint           cadence,
               guint           weekday)
{
  QdDay next = qd_cycle_get_first_day (qd_board_get_cycle (fixture->file.growth));
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;

  while ((next - 1) % 7 + 1 != weekday)
    next++;
  while (next < qd_clock_today ())
    next += cadence;

  day = qd_day_text_full (next);
  text = g_strdup_printf ("%s The next ones are due on %s. Without one within 3 days, a key "
                          "result is outdated.", days, day);
  g_assert_cmpstr (get_text (dialog, FALSE), ==, text);
}

static void
assert_rhythm (Fixture *fixture,
               guint    cadence,
               guint    weekday)
{
  QdRhythm rhythm;

  qd_board_get_rhythm (fixture->file.growth, &rhythm);
  g_assert_cmpuint (rhythm.cadence, ==, cadence);
  g_assert_cmpuint (rhythm.weekday, ==, weekday);
}

static void
test_rhythm (Fixture       *fixture,
             gconstpointer  unused)
{
  QdRhythmDialog *dialog = ask_for_rhythm (fixture);
  g_autofree char *before = qd_undo_dup_name (fixture->file.store);
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (ui_find (get_choice (dialog, FALSE),
                                                         GTK_TYPE_DROP_DOWN))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "How Often: Every Week");
  assert_effect (fixture, dialog, "Check-ins are due every Friday.", 7, G_DATE_FRIDAY);

  /* Nothing was chosen, so nothing is written. */
  save (dialog);
  after = qd_undo_dup_name (fixture->file.store);
  g_assert_cmpstr (after, ==, before);

  /* A week begins on Sunday here. */
  dialog = ask_for_rhythm (fixture);
  choose (get_choice (dialog, FALSE), 1);
  choose (get_choice (dialog, TRUE), 1);
  assert_effect (fixture, dialog, "Check-ins are due on a Monday every 2 weeks.", 14,
                 G_DATE_MONDAY);
  assert_rhythm (fixture, 7, G_DATE_FRIDAY);
  save (dialog);
  assert_rhythm (fixture, 14, G_DATE_MONDAY);

  name = qd_undo_dup_name (fixture->file.store);
  g_assert_cmpstr (name, ==, "Change When Check-ins of “Growth” Are Due");
  g_assert_true (qd_undo_undo (fixture->file.store, NULL, &error));
  g_assert_no_error (error);
  assert_rhythm (fixture, 7, G_DATE_FRIDAY);
}

/* What a file says is shown and kept, though nobody would be offered it. */
static void
test_odd_rhythm (Fixture       *fixture,
                 gconstpointer  unused)
{
  static const QdRhythm odd = { 10, G_DATE_WEDNESDAY };
  QdRhythmDialog *dialog;

  g_assert_true (qd_edit_set_rhythm (fixture->file.store,
                                     qd_entity_get_id (QD_ENTITY (fixture->file.growth)),
                                     &odd, NULL));
  dialog = ask_for_rhythm (fixture);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (ui_find (get_choice (dialog, FALSE),
                                                         GTK_TYPE_DROP_DOWN))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "How Often: Every 10 Days");
  assert_effect (fixture, dialog,
                 "Check-ins are due every 10 days, from the first Wednesday of the cycle on.",
                 10, G_DATE_WEDNESDAY);

  choose (get_choice (dialog, TRUE), 0);
  save (dialog);
  assert_rhythm (fixture, 10, G_DATE_SUNDAY);
}

static void
test_rhythm_refused (Fixture       *fixture,
                     gconstpointer  unused)
{
  QdRhythmDialog *dialog = ask_for_rhythm (fixture);

  choose (get_choice (dialog, FALSE), 3);
  g_assert_cmpstr (get_text (dialog, TRUE), ==, "");
  execute (fixture, "ALTER TABLE chg RENAME TO gone");
  save (dialog);
  g_assert_cmpstr (get_text (dialog, TRUE), !=, "");
  assert_rhythm (fixture, 7, G_DATE_FRIDAY);

  execute (fixture, "ALTER TABLE gone RENAME TO chg");
  save (dialog);
  assert_rhythm (fixture, 28, G_DATE_FRIDAY);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/rhythm-dialog/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("choose", test_rhythm);
  ADD ("odd", test_odd_rhythm);
  ADD ("refused", test_rhythm_refused);

#undef ADD

  return g_test_run ();
}
