/* The command line of the program with windows, and the picture it can ask for.
 *
 * Another file, or a picture, is a program of its own: it does not disturb the
 * windows of one that runs already.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "qd-application-private.h"
#include "qd-sample.h"
#include "qd-screenshot.h"

/* The largest width and height of a picture. */
#define MAX_SIZE 16384

static const GOptionEntry entries[] = {
  { "file", 'f', 0, G_OPTION_ARG_FILENAME, NULL,
    N_("Open another file than the usual one"), N_("PATH") },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Open the sample workspace"), NULL },
  { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Open a new window"), NULL },
  { "background", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Open no window; remind of check-ins, if you turned that on"), NULL },
  { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_("Save a picture of a board as PNG and exit"), N_("OUT.png") },
  { "board", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Name of the board in the picture"), N_("NAME") },
  { "size", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Size of the window in the picture, as in 1280x800"), N_("WxH") },
  { "dark", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_("Dark colours in the picture"), NULL },
  { NULL }
};

void
qd_application_add_options (GApplication *application)
{
  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_summary (
    application,
    _("Objectives and key results of teams, on boards."));
}

static gboolean
parse_size (const char *text,
            int        *width,
            int        *height)
{
  int end = 0;

  return sscanf (text, "%5dx%5d%n", width, height, &end) == 2 &&
         text[end] == '\0' &&
         *width > 0 && *width <= MAX_SIZE &&
         *height > 0 && *height <= MAX_SIZE;
}

/* Whether the options fit together; -1, or what to exit with. */
static int
check_options (QdApplication *self,
               GVariantDict  *options)
{
  static const char * const only_pictures[] = { "board", "size", "dark" };
  const char *size;

  for (guint i = 0; i < G_N_ELEMENTS (only_pictures); i++)
    {
      if (self->screenshot == NULL &&
          g_variant_dict_contains (options, only_pictures[i]))
        {
          g_printerr (_("--%s is for --screenshot only.\n"), only_pictures[i]);
          return 2;
        }
    }

  if (self->file != NULL && self->sample)
    {
      g_printerr (_("--file and --sample exclude each other.\n"));
      return 2;
    }

  if (self->background &&
      (self->file != NULL || self->sample || self->screenshot != NULL ||
       g_variant_dict_contains (options, "new-window")))
    {
      g_printerr (_("--background stands alone.\n"));
      return 2;
    }

  if (g_variant_dict_lookup (options, "size", "&s", &size) &&
      !parse_size (size, &self->width, &self->height))
    {
      g_printerr (_("“%s” is no size; write it as in 1280x800.\n"), size);
      return 2;
    }

  return -1;
}

int
qd_application_handle_options (GApplication *application,
                               GVariantDict *options)
{
  QdApplication *self = QD_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  int status;

  g_variant_dict_lookup (options, "file", "^ay", &self->file);
  g_variant_dict_lookup (options, "screenshot", "^ay", &self->screenshot);
  g_variant_dict_lookup (options, "board", "s", &self->board);
  self->sample = g_variant_dict_contains (options, "sample");
  self->dark = g_variant_dict_contains (options, "dark");
  self->background = g_variant_dict_contains (options, "background");

  status = check_options (self, options);
  if (status >= 0)
    return status;

  if (self->file != NULL || self->sample || self->screenshot != NULL)
    g_application_set_flags (application, G_APPLICATION_NON_UNIQUE);

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  /* One that runs already reminds, too. */
  if (self->background && g_application_get_is_remote (application))
    return 0;

  if (g_variant_dict_contains (options, "new-window") &&
      g_application_get_is_remote (application))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application),
                                      "new-window", g_variant_new_string (""));
      return 0;
    }

  return -1;
}

static void
fail (QdApplication *self,
      const char    *reason)
{
  g_printerr ("%s\n", reason);
  self->status = 1;
  g_application_quit (G_APPLICATION (self));
}

static QdBoard *
find_board (QdStore    *store,
            const char *name)
{
  QdWorkspace *workspace = qd_store_get_workspace (store);
  QdOrderedList *boards = qd_workspace_get_boards (workspace);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < qd_ordered_list_get_length (boards); i++)
    {
      QdEntity *board = qd_ordered_list_peek (boards, i);
      g_autofree char *title = g_utf8_casefold (qd_entity_get_title (board), -1);

      if (g_str_equal (title, wanted))
        return QD_BOARD (board);
    }

  return NULL;
}

static void
on_shot (GObject      *window,
         GAsyncResult *result,
         gpointer      user_data)
{
  QdApplication *self = user_data;
  g_autoptr (GError) error = NULL;

  g_assert (QD_IS_APPLICATION (self));

  if (qd_screenshot_finish (GTK_WINDOW (window), result, &error))
    g_application_quit (G_APPLICATION (self));
  else
    fail (self, error->message);
}

/* A picture has no shadow, and nothing in it is on its way from here to there. */
static void
set_up_scene (void)
{
  static const char style[] =
    "window { margin: 0; padding: 0; border: none; border-radius: 0;"
    " box-shadow: none; }";
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, style, -1);
  gtk_style_context_add_provider_for_display (
    gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
    GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* Opens a window, takes its picture, and quits. */
void
qd_application_shoot (QdApplication *self)
{
  g_autofree char *path = qd_application_dup_usual_path (self);
  g_autoptr (QdStore) store = NULL;
  g_autoptr (GError) error = NULL;
  QdBoard *board = NULL;
  QdWindow *window;

  store = self->sample ? qd_sample_open (&error)
                       : qd_store_open (path, QD_OPEN_EXISTING, &error);
  if (store == NULL)
    {
      fail (self, error->message);
      return;
    }

  if (self->board != NULL)
    board = find_board (store, self->board);
  if (self->board != NULL && board == NULL)
    {
      g_autofree char *reason = NULL;

      reason = g_strdup_printf (_("There is no board “%s”."), self->board);
      fail (self, reason);
      return;
    }

  set_up_scene ();
  window = qd_window_new (GTK_APPLICATION (self), self->settings);
  qd_window_set_store (window, store);
  if (board != NULL)
    qd_window_set_board (window, board);
  if (self->width > 0)
    gtk_window_set_default_size (GTK_WINDOW (window), self->width, self->height);
  gtk_window_present (GTK_WINDOW (window));
  qd_screenshot_take (GTK_WINDOW (window), self->screenshot, on_shot, self);
}
