/* The program with its windows.
 *
 * Owns what all windows share: the settings, light or dark, and which files are
 * open. All windows of a file share its store, which is closed with the last of
 * them.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "qd-application-private.h"
#include "qd-sample.h"

#define RESOURCES "/org/quarterdeck/Quarterdeck"

G_DEFINE_FINAL_TYPE (QdApplication, qd_application, GTK_TYPE_APPLICATION)

/* The store of a file that some window shows, if any. */
QdStore *
qd_application_find_store (QdApplication *self,
                           const char    *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; windows != NULL; windows = windows->next)
    {
      QdStore *store = QD_IS_WINDOW (windows->data)
                         ? qd_window_get_store (windows->data) : NULL;

      if (store != NULL && g_str_equal (qd_store_get_path (store), path))
        return store;
    }

  return NULL;
}

static void
show (QdWindow     *window,
      const char   *path,
      QdStore      *store,
      const GError *error)
{
  if (store != NULL)
    qd_window_set_store (window, store);
  else
    qd_window_show_error (window, path, error);
}

/* Stores call their files by the names that no link is in. */
char *
qd_application_resolve (const char *path)
{
  g_autofree char *full_path = g_canonicalize_filename (path, NULL);
  char *real_path = realpath (full_path, NULL);

  return real_path != NULL ? real_path : g_steal_pointer (&full_path);
}

/* Shows the file in @window, or in a new one. What cannot be opened is shown as
 * such. The caller presents the window. */
QdWindow *
qd_application_open (QdApplication *self,
                     const char    *path,
                     gboolean       existing,
                     QdWindow      *window)
{
  g_autofree char *full_path = qd_application_resolve (path);
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (window == NULL)
    window = qd_window_new (GTK_APPLICATION (self), self->settings);
  if (qd_application_wait_for_restore (self, full_path, window))
    return window;

  g_set_object (&store, qd_application_find_store (self, full_path));
  if (store == NULL)
    store = qd_store_open (full_path,
                           existing ? QD_OPEN_EXISTING : QD_OPEN_DEFAULT,
                           &error);
  if (store != NULL)
    qd_application_follow (self, store);
  show (window, full_path, store, error);

  return window;
}

/* Shows the file in all windows that had to let go of it, or that it could not
 * be opened for. */
void
qd_application_reopen (QdApplication *self,
                       const char    *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; windows != NULL; windows = windows->next)
    {
      if (QD_IS_WINDOW (windows->data) &&
          g_strcmp0 (qd_window_get_path (windows->data), path) == 0 &&
          qd_window_get_store (windows->data) == NULL)
        qd_application_open (self, path, FALSE, windows->data);
    }
}

/* Shows the sample in a new window. */
QdWindow *
qd_application_open_sample (QdApplication *self)
{
  g_autofree char *path = qd_sample_dup_path ();
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;
  QdWindow *window;

  window = qd_window_new (GTK_APPLICATION (self), self->settings);
  if (qd_application_wait_for_restore (self, path, window))
    return window;

  g_set_object (&store, qd_application_find_store (self, path));
  if (store == NULL)
    store = qd_sample_open (&error);
  show (window, path, store, error);

  return window;
}

/* The file that was asked for, else the one that was open last, else the
 * person's own. */
char *
qd_application_dup_usual_path (QdApplication *self)
{
  return self->file != NULL ? g_strdup (self->file)
                            : qd_settings_dup_usual_file (self->settings);
}

static void
load_style (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCES "/style.css");
  gtk_style_context_add_provider_for_display (
    display, GTK_STYLE_PROVIDER (provider),
    GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
qd_application_startup (GApplication *application)
{
  QdApplication *self = QD_APPLICATION (application);

  G_APPLICATION_CLASS (qd_application_parent_class)->startup (application);

  /* The answer of the desktop is under way while the windows are made. A
   * picture depends on nothing that is remembered. */
  self->settings = qd_settings_new (self->screenshot == NULL);
  if (self->screenshot != NULL)
    g_object_set (self->settings,
                  "colour-scheme", self->dark ? "dark" : "light",
                  NULL);
  self->appearance = qd_appearance_new (self->settings);

  load_style ();
  qd_application_add_actions (self);
  qd_application_start_reminders (self);
}

static void
qd_application_activate (GApplication *application)
{
  QdApplication *self = QD_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->screenshot != NULL)
    {
      qd_application_shoot (self);
      return;
    }
  if (self->background)
    {
      self->background = FALSE;
      if (!self->serving)
        g_printerr ("%s\n", _("Reminders in the background are turned off in the preferences."));
      return;
    }

  if (window == NULL && self->sample)
    window = GTK_WINDOW (qd_application_open_sample (self));
  else if (window == NULL)
    {
      g_autofree char *path = qd_application_dup_usual_path (self);

      window = GTK_WINDOW (qd_application_open (self, path, FALSE, NULL));
    }

  gtk_window_present (window);
}

static void
qd_application_shutdown (GApplication *application)
{
  QdApplication *self = QD_APPLICATION (application);

  qd_application_stop_reminders (self);
  g_clear_object (&self->appearance);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (qd_application_parent_class)->shutdown (application);
}

static void
qd_application_finalize (GObject *object)
{
  QdApplication *self = QD_APPLICATION (object);

  g_clear_weak_pointer (&self->help);
  g_hash_table_unref (self->restores);
  g_free (self->file);
  g_free (self->screenshot);
  g_free (self->board);

  G_OBJECT_CLASS (qd_application_parent_class)->finalize (object);
}

static void
qd_application_class_init (QdApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = qd_application_finalize;

  application_class->handle_local_options = qd_application_handle_options;
  application_class->startup = qd_application_startup;
  application_class->activate = qd_application_activate;
  application_class->shutdown = qd_application_shutdown;
}

static void
qd_application_init (QdApplication *self)
{
  self->restores = g_hash_table_new (g_str_hash, g_str_equal);
  qd_application_add_options (G_APPLICATION (self));
}

/**
 * qd_application_run_program:
 * @argc: how many arguments
 * @argv: the arguments of the command line
 *
 * Shows windows until the person has closed them all.
 *
 * Returns: what the program exits with
 */
int
qd_application_run_program (int    argc,
                            char **argv)
{
  g_autoptr (QdApplication) self = NULL;
  int status;

  self = g_object_new (QD_TYPE_APPLICATION,
                       "application-id", QD_APPLICATION_ID,
                       "resource-base-path", RESOURCES,
                       NULL);
  status = g_application_run (G_APPLICATION (self), argc, argv);

  return status != 0 ? status : self->status;
}
