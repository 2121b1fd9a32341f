/* Calls the program without a display, as a person or a script does. Started with
 * "--call", a test that uses this is that program.
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "cli-caller.h"
#include "cli/qd-cli.h"

#define SUNDAY "2026-11-22T09:30:00"

void
caller_result_clear (CallerResult *self)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
}

gboolean
caller_is_called (int    argc,
                  char **argv)
{
  return argc > 1 && g_str_equal (argv[1], "--call");
}

/* To be called first of all in main(). */
int
caller_be_called (int    argc,
                  char **argv)
{
  gboolean handled = FALSE;
  int status;

  setlocale (LC_ALL, "");
  status = qd_cli_run (argc - 1, argv + 1, &handled);

  return handled ? status : CALLER_STATUS_WINDOW;
}

/* Calls the program at an instant with @arguments, a list that ends with NULL. What
 * it says goes into @file, where that is not NULL.
 */
static void
call (CallerResult       *result,
      const char         *zone,
      const char         *now,
      const char         *file,
      const char * const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (argv, (char *) "/proc/self/exe");
  g_ptr_array_add (argv, (char *) "--call");
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) arguments[i]);
  g_ptr_array_add (argv, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE |
                                        (file == NULL ? G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                                      : G_SUBPROCESS_FLAGS_NONE));
  if (file != NULL)
    g_subprocess_launcher_set_stdout_file_path (launcher, file);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_setenv (launcher, "QUARTERDECK_NOW", now, TRUE);
  g_subprocess_launcher_setenv (launcher, "TZ", zone, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv->pdata, &error);
  g_assert_no_error (error);

  caller_result_clear (result);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result->out, &result->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result->status = g_subprocess_get_exit_status (process);
}

void
caller_call_on (CallerResult       *result,
                const char         *now,
                const char * const *arguments)
{
  call (result, "UTC", now, NULL, arguments);
}

/* The same on a Sunday of November 2026, somewhere on earth. */
void
caller_call_in (CallerResult       *result,
                const char         *zone,
                const char * const *arguments)
{
  call (result, zone, SUNDAY, NULL, arguments);
}

void
caller_call (CallerResult       *result,
             const char * const *arguments)
{
  caller_call_in (result, "UTC", arguments);
}

void
caller_call_into (CallerResult       *result,
                  const char         *file,
                  const char * const *arguments)
{
  call (result, "UTC", SUNDAY, file, arguments);
}

/* Calls find in their settings, which are kept in @folder, who the person is. */
void
caller_remember_name (const char *folder,
                      const char *name)
{
  g_autofree char *settings = g_build_filename (folder, "glib-2.0", "settings", NULL);
  g_autofree char *path = g_build_filename (settings, "keyfile", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  text = g_strdup_printf ("[org/quarterdeck/Quarterdeck]\nname='%s'\n", name);
  g_assert_cmpint (g_mkdir_with_parents (settings, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
}

void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

void
assert_done (const CallerResult *result,
             const char         *out)
{
  g_assert_cmpstr (result->err, ==, "");
  g_assert_cmpint (result->status, ==, 0);
  assert_contains (result->out, out);
}

void
assert_refused (const CallerResult *result,
                int                 status,
                const char         *reason)
{
  g_assert_cmpint (result->status, ==, status);
  g_assert_cmpstr (result->out, ==, "");
  assert_contains (result->err, reason);
  g_assert_true (g_str_has_suffix (result->err, "\n"));
}

/* Nothing in it steers a terminal. */
void
assert_harmless (const CallerResult *result)
{
  for (guint i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? result->out : result->err;

      g_assert_null (strchr (text, '\033'));
      g_assert_null (strchr (text, '\007'));
      g_assert_null (strstr (text, "\xc2\x9b"));
    }
}
