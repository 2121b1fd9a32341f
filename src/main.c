/* Where the program begins: the language, then what the command line asks for.
 *
 * Commands that need no window never come near GTK.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli/qd-cli.h"
#include "qd-application.h"

/* The program also speaks the person's language from its build folder. */
static const char *
get_locale_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL && g_str_has_prefix (program, QD_BUILD_DIR "/"))
    return QD_BUILD_DIR "/po";

  return QD_LOCALE_DIR;
}

int
main (int    argc,
      char **argv)
{
  gboolean handled = FALSE;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* What GtkBuilder translates names no domain. */
  textdomain (GETTEXT_PACKAGE);

  status = qd_cli_run (argc, argv, &handled);
  if (handled)
    return status;

  /* The desktop finds the program's entry, and so its icon, by this name. */
  g_set_prgname (QD_APPLICATION_ID);
  g_set_application_name (_("Quarterdeck"));

  return qd_application_run_program (argc, argv);
}
