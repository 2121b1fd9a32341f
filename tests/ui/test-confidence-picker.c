/* Confidence from 0 to 10: by keys, by clicks, and what a screen reader says. */

#include "config.h"

#include <gtk/gtk.h>

#include "method/qd-confidence.h"
#include "ui-fixture.h"
#include "widgets/qd-confidence-picker.h"

typedef struct
{
  GtkWidget *window;
  QdConfidencePicker *picker;
  guint n_edited;
  guint n_notified;
} Fixture;

static void
on_edited (QdConfidencePicker *picker,
           int                 confidence,
           Fixture            *fixture)
{
  g_assert_cmpint (confidence, ==, qd_confidence_picker_get_confidence (picker));
  fixture->n_edited++;
}

static void
on_notify (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  GtkWidget *picker = qd_confidence_picker_new ();

  fixture->window = gtk_window_new ();
  fixture->picker = QD_CONFIDENCE_PICKER (picker);
  g_signal_connect (picker, "edited", G_CALLBACK (on_edited), fixture);
  g_signal_connect_swapped (picker, "notify::confidence", G_CALLBACK (on_notify), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), picker);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->picker);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_settle ();
  g_assert_finalize_object (fixture->picker);
}

/* The number that looks picked, or −1. */
static int
find_active (Fixture *fixture)
{
  GtkWidget *first = ui_find (GTK_WIDGET (fixture->picker), GTK_TYPE_TOGGLE_BUTTON);
  int active = -1;
  int i = 0;

  for (GtkWidget *button = first; button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      {
        g_assert_cmpint (active, ==, -1);
        active = i;
      }

  return active;
}

static void
assert_picked (Fixture *fixture,
               int      confidence)
{
  g_assert_cmpint (qd_confidence_picker_get_confidence (fixture->picker), ==, confidence);
  g_assert_cmpint (find_active (fixture), ==, confidence);
}

static void
type_digit (Fixture *fixture,
            int      digit)
{
  g_signal_emit_by_name (fixture->picker, "type-digit", digit);
}

static void
step (Fixture *fixture,
      int      by)
{
  g_signal_emit_by_name (fixture->picker, "step", by);
}

static gboolean
on_time_over (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
test_digits (Fixture       *fixture,
             gconstpointer  unused)
{
  gboolean over = FALSE;

  assert_picked (fixture, QD_CONFIDENCE_NONE);
  type_digit (fixture, 7);
  assert_picked (fixture, 7);
  type_digit (fixture, 0);
  assert_picked (fixture, 0);

  type_digit (fixture, 1);
  assert_picked (fixture, 1);
  type_digit (fixture, 0);
  assert_picked (fixture, 10);
  type_digit (fixture, 0);
  assert_picked (fixture, 0);
  g_assert_cmpuint (fixture->n_edited, ==, 5);

  /* Something in between, or a while later: two answers. */
  type_digit (fixture, 1);
  step (fixture, 1);
  type_digit (fixture, 0);
  assert_picked (fixture, 0);
  type_digit (fixture, 1);
  g_timeout_add (700, on_time_over, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  type_digit (fixture, 0);
  assert_picked (fixture, 0);
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  unused)
{
  step (fixture, -1);
  assert_picked (fixture, QD_CONFIDENCE_FIRST);
  step (fixture, 1);
  assert_picked (fixture, 6);
  step (fixture, 10);
  assert_picked (fixture, 10);
  step (fixture, 1);
  assert_picked (fixture, 10);
  step (fixture, -10);
  assert_picked (fixture, 0);
  step (fixture, -1);
  assert_picked (fixture, 0);
  g_assert_cmpuint (fixture->n_edited, ==, 4);

  g_signal_emit_by_name (fixture->picker, "clear");
  assert_picked (fixture, QD_CONFIDENCE_NONE);
  g_assert_cmpuint (fixture->n_edited, ==, 5);
}

static void
test_clicks (Fixture       *fixture,
             gconstpointer  unused)
{
  GtkWidget *eight = ui_find_button (GTK_WIDGET (fixture->picker), "8");

  g_signal_emit_by_name (eight, "clicked");
  assert_picked (fixture, 8);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->picker)));

  g_signal_emit_by_name (eight, "clicked");
  assert_picked (fixture, 8);
  g_assert_cmpuint (fixture->n_edited, ==, 1);
  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (fixture->picker), "2"), "clicked");
  assert_picked (fixture, 2);
}

static void
test_from_outside (Fixture       *fixture,
                   gconstpointer  unused)
{
  qd_confidence_picker_set_confidence (fixture->picker, 4);
  qd_confidence_picker_set_confidence (fixture->picker, 4);
  assert_picked (fixture, 4);
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  g_assert_cmpuint (fixture->n_edited, ==, 0);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  unused)
{
  GtkAccessible *picker = GTK_ACCESSIBLE (fixture->picker);
  static const struct
  {
    int confidence;
    const char *text;
  } cases[] = {
    { 0, "0 of 10, low" },
    { 3, "3 of 10, low" },
    { 4, "4 of 10, medium" },
    { 6, "6 of 10, medium" },
    { 7, "7 of 10, high" },
    { 10, "10 of 10, high" },
    { QD_CONFIDENCE_NONE, "not said" },
  };

  gtk_test_accessible_assert_role (picker, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (picker, GTK_ACCESSIBLE_PROPERTY_LABEL, "Confidence");
  gtk_test_accessible_assert_property (picker, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0);
  gtk_test_accessible_assert_property (picker, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 10.0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double now = MAX (cases[i].confidence, 0);

      qd_confidence_picker_set_confidence (fixture->picker, cases[i].confidence);
      gtk_test_accessible_assert_property (picker, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, now);
      gtk_test_accessible_assert_property (picker, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                           cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/confidence-picker/digits", test_digits);
  ADD ("/confidence-picker/steps", test_steps);
  ADD ("/confidence-picker/clicks", test_clicks);
  ADD ("/confidence-picker/from-outside", test_from_outside);
  ADD ("/confidence-picker/accessible", test_accessible);
#undef ADD

  return g_test_run ();
}
