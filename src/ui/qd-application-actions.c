/* What the program does as a whole: its own menu entries, and what windows ask
 * of it because it concerns other windows, too.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-application-private.h"
#include "widgets/qd-focus.h"

#define RESOURCES "/org/quarterdeck/Quarterdeck"

static GtkWindow *
present (QdApplication *self,
         GtkBuilder    *builder)
{
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_set_transient_for (window, parent);
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "app",
                                  G_ACTION_GROUP (self));
  gtk_window_present (window);

  return window;
}

/* A window that is in a resource of its own and knows all it needs. */
static GtkWindow *
present_from_resource (QdApplication *self,
                       const char    *resource)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (resource);

  return present (self, builder);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gtk_show_about_dialog (
    gtk_application_get_active_window (user_data),
    "program-name", _("Quarterdeck"),
    "logo-icon-name", QD_APPLICATION_ID,
    "version", QD_VERSION,
    "comments", _("Objectives and key results of teams, on boards."),
    "license-type", GTK_LICENSE_GPL_3_0,
    /* Translators: your name and address, a line for each translator. */
    "translator-credits", _("translator-credits"),
    NULL);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  QdApplication *self = user_data;

  if (self->help != NULL)
    gtk_window_present (self->help);
  else
    g_set_weak_pointer (&self->help,
                        present_from_resource (self, RESOURCES "/help.ui"));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  QdApplication *self = user_data;
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCES "/preferences.ui");

  g_object_bind_property (self->settings, "name", gtk_builder_get_object (builder, "name"),
                          "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  qd_application_bind_reminders (self, builder);
  present (self, builder);
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  present_from_resource (user_data, RESOURCES "/shortcuts.ui");
}

/* The application ends with its last window; until then each keeps what was
 * typed in it, and the last of a file closes the file. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = gtk_application_get_windows (user_data);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_object_unref);

  /* Some close together with others. */
  for (; windows != NULL; windows = windows->next)
    g_ptr_array_add (open, g_object_ref (windows->data));
  for (guint i = 0; i < open->len; i++)
    gtk_window_close (g_ptr_array_index (open, i));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  QdApplication *self = user_data;
  const char *asked = g_variant_get_string (parameter, NULL);
  g_autofree char *path = NULL;

  path = *asked != '\0' ? g_strdup (asked) : qd_application_dup_usual_path (self);
  gtk_window_present (GTK_WINDOW (qd_application_open (self, path, FALSE, NULL)));
}

/* A window that has no file to show takes the one that is opened. */
static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  QdApplication *self = user_data;
  GtkWindow *active = gtk_application_get_active_window (user_data);
  const char *path = g_variant_get_string (parameter, NULL);
  QdWindow *window = NULL;

  if (QD_IS_WINDOW (active) && qd_window_get_store (QD_WINDOW (active)) == NULL)
    window = QD_WINDOW (active);
  window = qd_application_open (self, path, TRUE, window);
  if (qd_window_get_store (window) != NULL)
    g_object_set (self->settings,
                  "last-file", qd_window_get_path (window),
                  NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
sample_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (qd_application_open_sample (user_data)));
}

static void
reopen_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  qd_application_reopen (user_data, g_variant_get_string (parameter, NULL));
}

static void
restore_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  const char *path;
  const char *backup;

  g_variant_get (parameter, "(&s&s)", &path, &backup);
  qd_application_restore (user_data, path, backup);
}

static void
quit (gpointer application)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
}

/* Not while the dialog that has the key still deals with it. */
static gboolean
on_quit_key (GtkWidget *widget,
             GVariant  *unused_arguments,
             gpointer   unused)
{
  qd_focus_close_popovers (widget);
  g_idle_add_once (quit, g_application_get_default ());

  return GDK_EVENT_STOP;
}

/* The keys of an application do not reach its dialogs and popovers in GTK 4.8. Their
 * classes inherit what is added here: none of them is there by now. */
static void
add_quit_key (void)
{
  const GType types[] = { GTK_TYPE_WINDOW, GTK_TYPE_POPOVER };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);

      gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_q, GDK_CONTROL_MASK,
                                    on_quit_key, NULL);
    }
}

void
qd_application_add_actions (QdApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_action },
    { .name = "help", .activate = help_action },
    { .name = "new-window", .activate = new_window_action, .parameter_type = "s" },
    { .name = "open", .activate = open_action, .parameter_type = "s" },
    { .name = "preferences", .activate = preferences_action },
    { .name = "quit", .activate = quit_action },
    { .name = "reopen", .activate = reopen_action, .parameter_type = "s" },
    { .name = "restore", .activate = restore_action, .parameter_type = "(ss)" },
    { .name = "sample", .activate = sample_action },
    { .name = "shortcuts", .activate = shortcuts_action },
  };
  static const struct
  {
    const char *action;
    const char *accels[2];
  } keys[] = {
    { "app.help", { "F1" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
    { "app.shortcuts", { "<Control>question" } },
  };
  g_autoptr (GPropertyAction) scheme = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions,
                                   G_N_ELEMENTS (actions), self);
  scheme = g_property_action_new ("colour-scheme", self->settings,
                                  "colour-scheme");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (scheme));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self),
                                           keys[i].action, keys[i].accels);
  add_quit_key ();
}
