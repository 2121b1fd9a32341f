/* The phased targets of a key result: what is proposed, shown, refused and kept. */

#include "config.h"

#include <gtk/gtk.h>
#include <math.h>

#include "details/qd-phase-list.h"
#include "details/qd-phase-row.h"
#include "list-fixture.h"
#include "widgets/qd-day-button.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-number-entry.h"
#include "widgets/qd-number-format.h"

typedef ListFixture Fixture;

static void
set_figure (Fixture *fixture,
            QdField  field,
            double   value)
{
  g_autoptr (GError) error = NULL;

  qd_edit_set_figure (fixture->file.store, list_get_card_id (fixture), field, value, &error);
  g_assert_no_error (error);
}

static void
show (Fixture *fixture)
{
  list_show (fixture, qd_phase_list_new (fixture->file.store),
             (ListSetCardFunc) qd_phase_list_set_card,
             (ListUpdateFunc) qd_phase_list_update);
}

/* From 200 to 500 users. */
static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  list_set_up (fixture);
  qd_edit_set_metric (fixture->file.store, list_get_card_id (fixture), QD_METRIC_CHANGE, &error);
  g_assert_no_error (error);
  qd_edit_set_text (fixture->file.store, list_get_card_id (fixture), QD_FIELD_CARD_UNIT, "users",
                    FALSE, &error);
  g_assert_no_error (error);
  set_figure (fixture, QD_FIELD_CARD_BASELINE, 200);
  set_figure (fixture, QD_FIELD_CARD_TARGET, 500);
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

static QdDay
get_first_day (Fixture *fixture)
{
  return qd_cycle_get_first_day (qd_board_get_cycle (fixture->file.growth));
}

/* A phased target some days after the first day of the cycle, which has 91. */
static void
add (Fixture *fixture,
     guint    days,
     double   value)
{
  g_autoptr (GError) error = NULL;

  qd_edit_new_phase (fixture->file.store, list_get_card_id (fixture),
                     get_first_day (fixture) + days, value, &error);
  g_assert_no_error (error);
}

/* What is in the file, as "days value"; the rows stand for it in the same order. */
static void
assert_phases (Fixture    *fixture,
               const char *expected)
{
  g_autoptr (QdDetails) details = list_read (fixture);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *row = ui_find (fixture->list, QD_TYPE_PHASE_ROW);

  for (guint i = 0; i < details->phases->len; i++)
    {
      const QdPhase *phase = g_ptr_array_index (details->phases, i);
      QdNumberEntry *entry;

      g_string_append_printf (text, "%s%u %g", i > 0 ? ", " : "",
                              phase->day - get_first_day (fixture), phase->value);
      g_assert_nonnull (row);
      g_assert_cmpint (qd_phase_row_get_id (QD_PHASE_ROW (row)), ==, phase->id);
      entry = QD_NUMBER_ENTRY (ui_find (row, QD_TYPE_NUMBER_ENTRY));
      g_assert_cmpfloat (qd_number_entry_get_value (entry), ==, phase->value);
      g_assert_cmpstr (qd_number_entry_get_unit (entry), ==, "users");
      row = gtk_widget_get_next_sibling (row);
    }

  g_assert_null (row);
  g_assert_cmpstr (text->str, ==, expected);
}

static GtkWidget *
get_proposal (Fixture *fixture,
              double   value,
              guint    days)
{
  g_autofree char *quantity = qd_number_format_quantity (value, "users");
  g_autofree char *day = qd_day_text_full (get_first_day (fixture) + days);
  g_autofree char *name = g_strdup_printf ("Add %s by %s", quantity, day);

  return list_get (fixture, name);
}

static void
test_proposals (Fixture       *fixture,
                gconstpointer  unused)
{
  /* The middle of 0 and 90, and of the line from 200 to 500. */
  g_signal_emit_by_name (get_proposal (fixture, 350, 45), "clicked");
  assert_phases (fixture, "45 350");

  /* 0 to 45 is as long as 45 to 90; then the later half is the longest. */
  g_signal_emit_by_name (get_proposal (fixture, 273, 22), "clicked");
  assert_phases (fixture, "22 273, 45 350");
  get_proposal (fixture, 423, 67);

  list_undo (fixture, "Add a Phased Target to “Raise NPS”");
  assert_phases (fixture, "45 350");
}

/* On the line that is expected, not on the one from end to end. */
static void
test_proposal_after_phase (Fixture       *fixture,
                           gconstpointer  unused)
{
  add (fixture, 10, 400);
  get_proposal (fixture, 450, 50);
}

static void
test_obstacles (Fixture       *fixture,
                gconstpointer  unused)
{
  set_figure (fixture, QD_FIELD_CARD_TARGET, NAN);
  g_assert_false (gtk_widget_is_sensitive (list_get (fixture, "Add a phased target")));

  set_figure (fixture, QD_FIELD_CARD_TARGET, 500);
  g_assert_true (gtk_widget_is_sensitive (get_proposal (fixture, 350, 45)));
}

static void
test_added_has_focus (Fixture       *fixture,
                      gconstpointer  unused)
{
  g_signal_emit_by_name (get_proposal (fixture, 350, 45), "clicked");
  g_assert_true (list_has_focus (ui_find (fixture->list, QD_TYPE_NUMBER_ENTRY)));
}

static GtkWidget *
get_entry (Fixture *fixture,
           guint    days)
{
  g_autofree char *day = qd_day_text_full (get_first_day (fixture) + days);
  g_autofree char *name = g_strdup_printf ("By %s (users)", day);

  return list_get (fixture, name);
}

static void
test_value (Fixture       *fixture,
            gconstpointer  unused)
{
  GtkWidget *entry;

  add (fixture, 45, 350);
  entry = get_entry (fixture, 45);
  list_type (entry, "0.4k");
  list_press (entry, GDK_KEY_Return, 0);
  assert_phases (fixture, "45 400");

  list_type (entry, "");
  list_press (entry, GDK_KEY_Return, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "A phased target needs a day and a number.");
  list_press (entry, GDK_KEY_Escape, 0);
  assert_phases (fixture, "45 400");

  list_undo (fixture, "Change a Phased Target of “Raise NPS”");
  assert_phases (fixture, "45 350");
}

static QdDayButton *
get_day_button (Fixture *fixture,
                guint    days)
{
  GtkWidget *row = gtk_widget_get_ancestor (get_entry (fixture, days), QD_TYPE_PHASE_ROW);

  return QD_DAY_BUTTON (ui_find (row, QD_TYPE_DAY_BUTTON));
}

/* A row follows its day, with the focus and the typing in it. */
static void
test_day (Fixture       *fixture,
          gconstpointer  unused)
{
  GtkWidget *entry;

  add (fixture, 20, 250);
  add (fixture, 45, 350);
  entry = get_entry (fixture, 20);
  list_type (entry, "26");
  qd_day_button_set_day (get_day_button (fixture, 20), get_first_day (fixture) + 60);
  assert_phases (fixture, "45 350, 60 250");
  g_assert_true (get_entry (fixture, 60) == entry);
  g_assert_true (list_has_focus (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "26");

  /* Of two on one day only one could count. */
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "There is a phased target for this day*");
  qd_day_button_set_day (get_day_button (fixture, 60), get_first_day (fixture) + 45);
  g_test_assert_expected_messages ();
  assert_phases (fixture, "45 350, 60 250");
  g_assert_cmpuint (qd_day_button_get_day (get_day_button (fixture, 60)), ==,
                    get_first_day (fixture) + 60);
}

static void
choose (GtkWidget *button,
        QdDay      day)
{
  g_autofree char *iso = qd_day_to_iso (day);
  g_autofree char *noon = g_strconcat (iso, "T12:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (noon, zone);
  GtkWidget *menu_button = ui_find (button, GTK_TYPE_MENU_BUTTON);
  GtkWidget *calendar;

  gtk_menu_button_popup (GTK_MENU_BUTTON (menu_button));
  calendar = ui_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu_button))),
                      GTK_TYPE_CALENDAR);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), date);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu_button));
}

/* The first and the last day have the baseline and the target. */
static void
test_days_offered (Fixture       *fixture,
                   gconstpointer  unused)
{
  const QdDay first = get_first_day (fixture);

  add (fixture, 45, 350);
  choose (GTK_WIDGET (get_day_button (fixture, 45)), first);
  choose (GTK_WIDGET (get_day_button (fixture, 45)), first + 90);
  choose (GTK_WIDGET (get_day_button (fixture, 45)), first + 400);
  assert_phases (fixture, "45 350");

  choose (GTK_WIDGET (get_day_button (fixture, 45)), first + 1);
  assert_phases (fixture, "1 350");
  choose (GTK_WIDGET (get_day_button (fixture, 1)), first + 89);
  assert_phases (fixture, "89 350");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *day = qd_day_text_full (get_first_day (fixture) + 20);
  g_autofree char *name = g_strdup_printf ("Remove the phased target by %s", day);
  GtkWidget *button;

  add (fixture, 20, 250);
  add (fixture, 45, 350);
  button = list_get (fixture, name);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  assert_phases (fixture, "45 350");
  g_assert_true (list_has_focus (get_entry (fixture, 45)));

  list_undo (fixture, "Remove a Phased Target of “Raise NPS”");
  assert_phases (fixture, "20 250, 45 350");
}

static void
test_turn_to_another (Fixture       *fixture,
                      gconstpointer  unused)
{
  QdCard *card = fixture->card;

  add (fixture, 45, 350);
  list_type (get_entry (fixture, 45), "360");
  list_turn_to (fixture, fixture->other);
  g_assert_null (ui_find (fixture->list, QD_TYPE_PHASE_ROW));
  list_turn_to (fixture, card);
  assert_phases (fixture, "45 360");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  unused)
{
  add (fixture, 45, 350);
  list_make_read_only (fixture);
  show (fixture);
  assert_phases (fixture, "45 350");
  g_assert_false (gtk_widget_is_sensitive (get_entry (fixture, 45)));
  g_assert_false (gtk_widget_is_sensitive (get_proposal (fixture, 273, 22)));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, set_up, function) \
  g_test_add ("/phase-list/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("proposals", set_up_and_show, test_proposals);
  ADD ("proposal-after-phase", set_up_and_show, test_proposal_after_phase);
  ADD ("obstacles", set_up_and_show, test_obstacles);
  ADD ("added-has-focus", set_up_and_show, test_added_has_focus);
  ADD ("value", set_up_and_show, test_value);
  ADD ("day", set_up_and_show, test_day);
  ADD ("days-offered", set_up_and_show, test_days_offered);
  ADD ("remove", set_up_and_show, test_remove);
  ADD ("turn-to-another", set_up_and_show, test_turn_to_another);
  ADD ("read-only", set_up, test_read_only);

  return g_test_run ();
}
