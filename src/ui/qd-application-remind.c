/* When the program looks for check-ins that are due: some seconds after it started, when
 * another day begins, in the morning where no window is open, and after changes. On
 * request it lives on without windows for that, and starts when the person logs in.
 *
 * Only the one program that owns the usual file reminds: one that was asked for another
 * file, or for a picture, comes and goes.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-application-private.h"
#include "qd-autostart.h"
#include "qd-remembered.h"

/* By then the window is drawn and answers. */
#define START_SECONDS 5

/* Whoever goes through check-ins changes a lot at once. */
#define CHANGE_SECONDS 2

/* The clock is looked at again and again, as in qd-today.c, and for the same reasons. */
#define TICK_SECONDS 60

/* When the morning begins, by the clock on the wall. */
#define MORNING_HOUR 9

static gboolean
has_windows (QdApplication *self)
{
  return gtk_application_get_windows (GTK_APPLICATION (self)) != NULL;
}

/* Nobody is reminded of what they are doing. */
static gboolean
is_quiet (GApplication *application)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (; windows != NULL; windows = windows->next)
    {
      if (QD_IS_WINDOW (windows->data) && qd_window_shows_run (windows->data))
        return TRUE;
    }

  return FALSE;
}

/* The last day whose morning has come. */
static QdDay
get_morning (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (qd_clock_now (NULL) / 1000);
  const QdDay today = qd_clock_today ();

  return g_date_time_get_hour (now) >= MORNING_HOUR ? today : today - 1;
}

static gboolean
on_tick (gpointer user_data)
{
  QdApplication *self = user_data;
  const QdDay morning = get_morning ();

  g_assert (QD_IS_APPLICATION (self));

  if (morning != self->morning && !has_windows (self))
    qd_reminder_look (self->reminder, 0, TRUE);
  self->morning = morning;

  return G_SOURCE_CONTINUE;
}

static void
on_day_changed (QdApplication *self)
{
  g_assert (QD_IS_APPLICATION (self));

  if (has_windows (self))
    qd_reminder_look (self->reminder, 0, TRUE);
}

static void
on_store_changed (QdApplication *self)
{
  g_assert (QD_IS_APPLICATION (self));

  qd_reminder_look (self->reminder, CHANGE_SECONDS, FALSE);
}

static void
report (QdApplication *self,
        const GError  *error)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWidget *dialog;

  if (parent == NULL)
    {
      g_printerr ("%s\n", error->message);
      return;
    }

  dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                   GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s",
                                   _("Nothing can be changed about what starts when you "
                                     "log in."));
  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", error->message);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Lives on without windows, or no longer. */
static void
set_serving (QdApplication *self,
             gboolean       serving)
{
  if (self->serving == serving)
    return;

  self->serving = serving;
  if (serving)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
on_background (QdApplication *self)
{
  const gboolean on = qd_settings_get_boolean (self->settings, "remind") &&
                      qd_settings_get_boolean (self->settings, "remind-in-background");
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_APPLICATION (self));

  if (!qd_autostart_set (on, &error))
    report (self, error);
  set_serving (self, on);
}

/* The window that shows the usual file, opened if need be. */
static QdWindow *
find_window (QdApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  g_autofree char *usual = qd_application_dup_usual_path (self);
  g_autofree char *path = qd_application_resolve (usual);

  for (; windows != NULL; windows = windows->next)
    {
      if (QD_IS_WINDOW (windows->data) &&
          g_strcmp0 (qd_window_get_path (windows->data), path) == 0)
        return QD_WINDOW (windows->data);
    }

  return qd_application_open (self, usual, FALSE, NULL);
}

static void
check_in_run_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  QdWindow *window = find_window (user_data);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in-run", NULL);
}

void
qd_application_start_reminders (QdApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "check-in-run", .activate = check_in_run_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  if ((g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_NON_UNIQUE) != 0)
    return;

  self->reminder = qd_reminder_new (G_APPLICATION (self), self->settings, is_quiet);
  qd_reminder_look (self->reminder, START_SECONDS, TRUE);
  self->today = qd_today_new (NULL);
  g_signal_connect_object (self->today, "notify::day", G_CALLBACK (on_day_changed), self,
                           G_CONNECT_SWAPPED);
  self->morning = get_morning ();
  self->morning_id = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);

  g_signal_connect_object (self->settings, "notify::remind", G_CALLBACK (on_background), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::remind-in-background",
                           G_CALLBACK (on_background), self, G_CONNECT_SWAPPED);
  if (qd_settings_get_boolean (self->settings, "remind-in-background"))
    on_background (self);
}

void
qd_application_stop_reminders (QdApplication *self)
{
  if (self->reminder == NULL)
    return;

  qd_reminder_stop (self->reminder);
  g_clear_object (&self->reminder);
  g_clear_object (&self->today);
  g_clear_handle_id (&self->morning_id, g_source_remove);
}

/* Takes a reminder back when what is in a file that was just opened says so. */
void
qd_application_follow (QdApplication *self,
                       QdStore       *store)
{
  if (self->reminder != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                             G_CONNECT_SWAPPED);
}

static gboolean
is_named (GBinding     *binding,
          const GValue *text,
          GValue       *named,
          gpointer      unused)
{
  g_autofree char *name = qd_remembered_dup_name (g_value_get_string (text));

  g_value_set_boolean (named, name != NULL);

  return TRUE;
}

/* Nobody can be reminded before it is known who they are. */
void
qd_application_bind_reminders (QdApplication *self,
                               GtkBuilder    *preferences)
{
  GObject *remind = gtk_builder_get_object (preferences, "remind");
  GObject *background = gtk_builder_get_object (preferences, "remind_in_background");
  const GBindingFlags both_ways = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_object_bind_property (self->settings, "remind", remind, "active", both_ways);
  g_object_bind_property (self->settings, "remind-in-background", background, "active",
                          both_ways);
  g_object_bind_property_full (self->settings, "name",
                               gtk_builder_get_object (preferences, "reminders"), "sensitive",
                               G_BINDING_SYNC_CREATE, is_named, NULL, NULL, NULL);
}
