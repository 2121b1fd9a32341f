/* Messages over the content of a window. */

#include "config.h"

#include <gtk/gtk.h>

#include "qd-error.h"
#include "widgets/qd-toaster.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *content;
  QdToaster *toaster;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->window = gtk_window_new ();
  fixture->content = gtk_button_new_with_label ("Content");
  fixture->toaster = QD_TOASTER (qd_toaster_new ());
  qd_toaster_set_child (fixture->toaster, fixture->content);
  gtk_window_set_child (GTK_WINDOW (fixture->window),
                        GTK_WIDGET (fixture->toaster));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_ref (fixture->toaster);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (fixture->toaster);
}

/* The first descendant of @widget that has @type and shows. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *child;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return gtk_widget_get_child_visible (widget) ? widget : NULL;

  for (child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_toast (Fixture *fixture)
{
  GtkWidget *revealer = find (GTK_WIDGET (fixture->toaster), GTK_TYPE_REVEALER);

  g_assert_nonnull (revealer);

  return gtk_revealer_get_child (GTK_REVEALER (revealer));
}

static void
test_say (Fixture       *fixture,
          gconstpointer  unused)
{
  GtkWidget *toast;
  GtkWidget *button;

  g_assert_null (qd_toaster_get_text (fixture->toaster));

  qd_toaster_say (fixture->content, "Archived <b>“Raise NPS”</b>", TRUE);
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==,
                   "Archived <b>“Raise NPS”</b>");

  toast = find_toast (fixture);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (toast),
                                   GTK_ACCESSIBLE_ROLE_STATUS);
  button = gtk_widget_get_next_sibling (gtk_widget_get_first_child (toast));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)),
                   ==, "win.undo");

  /* The newest takes the place. */
  qd_toaster_say (fixture->content, "Moved", FALSE);
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==, "Moved");
  button = gtk_widget_get_next_sibling (
    gtk_widget_get_first_child (find_toast (fixture)));
  g_assert_null (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)));

  g_signal_emit_by_name (button, "clicked");
  g_assert_null (qd_toaster_get_text (fixture->toaster));
}

static void
assert_label (GtkWidget  *widget,
              const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* What a screen reader calls the buttons. */
static void
test_names (Fixture       *fixture,
            gconstpointer  unused)
{
  GtkWidget *toast;

  qd_toaster_say (fixture->content, "Moved", TRUE);
  toast = find_toast (fixture);
  assert_label (toast, "Moved");
  assert_label (gtk_widget_get_next_sibling (gtk_widget_get_first_child (toast)), "Undo");
  assert_label (gtk_widget_get_last_child (toast), "Dismiss");
}

static void
test_report (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autoptr (GError) full = NULL;
  g_autoptr (GError) cancelled = NULL;

  full = g_error_new_literal (QD_ERROR, QD_ERROR_NO_SPACE, "The disk is full.");
  qd_toaster_report (fixture->content, full);
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==,
                   "The disk is full.");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_toast (fixture)),
                                   GTK_ACCESSIBLE_ROLE_ALERT);

  /* Who cancels knows. */
  qd_toaster_dismiss (fixture->toaster);
  cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  qd_toaster_report (fixture->content, cancelled);
  g_assert_null (qd_toaster_get_text (fixture->toaster));
}

static void
test_long_text (Fixture       *fixture,
                gconstpointer  unused)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  int width;

  qd_toaster_say (fixture->content, text, FALSE);
  g_assert_cmpint (g_utf8_strlen (qd_toaster_get_text (fixture->toaster), -1),
                   <, 500);
  gtk_widget_measure (GTK_WIDGET (fixture->toaster), GTK_ORIENTATION_HORIZONTAL,
                      -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <, 600);
}

static void
test_timeout (Fixture       *fixture,
              gconstpointer  unused)
{
  GtkWidget *button;

  g_object_set (fixture->toaster, "duration", 20, NULL);
  qd_toaster_say (fixture->content, "Gone soon", FALSE);
  while (qd_toaster_get_text (fixture->toaster) != NULL)
    g_main_context_iteration (NULL, TRUE);

  /* The focus holds it, and goes back to the content with it. */
  qd_toaster_say (fixture->content, "Stays", FALSE);
  button = gtk_widget_get_last_child (find_toast (fixture));
  g_assert_true (gtk_widget_grab_focus (button));
  for (gint64 end = g_get_monotonic_time () + 100 * 1000;
       g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (qd_toaster_get_text (fixture->toaster), ==, "Stays");

  qd_toaster_dismiss (fixture->toaster);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 fixture->content);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv);

  g_test_add ("/toaster/say", Fixture, NULL, set_up, test_say, tear_down);
  g_test_add ("/toaster/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/toaster/report", Fixture, NULL, set_up, test_report, tear_down);
  g_test_add ("/toaster/long-text", Fixture, NULL,
              set_up, test_long_text, tear_down);
  g_test_add ("/toaster/timeout", Fixture, NULL,
              set_up, test_timeout, tear_down);

  return g_test_run ();
}
