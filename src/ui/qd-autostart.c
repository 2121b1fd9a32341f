/* The entry by which the desktop starts the program in the background when the person
 * logs in. It names the program that runs now, wherever that is.
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "qd-autostart.h"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart",
                           QD_APPLICATION_ID ".desktop", NULL);
}

/* As the Desktop Entry Specification wants the words of a command. */
static char *
quote (const char *word)
{
  GString *quoted = g_string_new ("\"");

  for (; *word != '\0'; word++)
    {
      if (strchr ("\"`$\\", *word) != NULL)
        g_string_append_c (quoted, '\\');
      if (*word == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *word);
    }
  g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}

static char *
dup_text (const char *program)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *quoted = quote (program);
  g_autofree char *command = g_strconcat (quoted, " --background", NULL);
  const char *group = G_KEY_FILE_DESKTOP_GROUP;

  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_TYPE, "Application");
  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_NAME, _("Quarterdeck"));
  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_COMMENT,
                         _("Reminds of check-ins that are due"));
  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_TRY_EXEC, program);
  g_key_file_set_string (entry, group, G_KEY_FILE_DESKTOP_KEY_ICON, QD_APPLICATION_ID);
  g_key_file_set_boolean (entry, group, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);

  return g_key_file_to_data (entry, NULL, NULL);
}

static gboolean
write_entry (const char  *path,
             GError     **error)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", error);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  g_autofree char *known = NULL;

  if (program == NULL)
    return FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      const int failure = errno;

      g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (failure),
                           g_strerror (failure));
      return FALSE;
    }

  text = dup_text (program);

  return (g_file_get_contents (path, &known, NULL, NULL) && g_str_equal (known, text)) ||
         g_file_set_contents (path, text, -1, error);
}

static gboolean
remove_entry (const char  *path,
              GError     **error)
{
  const int failure = g_unlink (path) != 0 ? errno : 0;

  if (failure == 0 || failure == ENOENT)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (failure),
                       g_strerror (failure));

  return FALSE;
}

/**
 * qd_autostart_set:
 * @on: whether the program is to start when the person logs in
 * @error: return location
 *
 * Writes the entry, unless it is there, or removes it.
 *
 * Returns: whether that is so now
 */
gboolean
qd_autostart_set (gboolean   on,
                  GError   **error)
{
  g_autofree char *path = dup_path ();

  return on ? write_entry (path, error) : remove_entry (path, error);
}
