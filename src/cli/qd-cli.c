/* The command line: finds out whether a call asks for a command that needs no
 * window, checks its form, and runs it. All else is left to the program with
 * windows, which reads its options itself.
 *
 * Exit status: 0 done, 1 refused with a reason, 2 wrong usage.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "qd-cli.h"
#include "qd-cli-commands.h"
#include "qd-terminal.h"
#include "store/qd-store.h"

#define STATUS_DONE 0
#define STATUS_REFUSED 1
#define STATUS_USAGE 2

/* Where the explanations begin. */
#define HELP_COLUMN 26

/* What is known of a call after one look at it. */
typedef struct
{
  const char *file;
  GPtrArray *words;
  GArray *options;
  gboolean help;
  gboolean version;

  /* The first option of each kind that is wrong whatever the command. */
  const char *unknown_option;
  const char *lacks_value;
  const char *has_value;
} Look;

/* Those of the program with windows. */
static const QdOption window_options[] = {
  { "--sample", NULL, N_("Open the sample workspace") },
  { "--new-window", NULL, N_("Open a new window") },
  { "--background", NULL, N_("Open no window; remind of check-ins, if you turned that on") },
  { "--screenshot", N_("OUT.png"), N_("Save a picture of a board and exit") },
  { "--board", N_("NAME"), N_("The board in the picture") },
  { "--size", N_("WxH"), N_("The size of the picture, as in 1280x800") },
  { "--dark", NULL, N_("Dark colours in the picture") },
};

/* "--name" or "--name=value". */
static gboolean
is_option (const char *argument,
           const char *name)
{
  const gsize length = strlen (name);

  return strncmp (argument, name, length) == 0 &&
         (argument[length] == '\0' || argument[length] == '=');
}

static const QdOption *
find_window_option (const char *argument)
{
  for (guint i = 0; i < G_N_ELEMENTS (window_options); i++)
    if (is_option (argument, window_options[i].name))
      return &window_options[i];

  return NULL;
}

static const QdOption *
find_command_option (const char *argument)
{
  guint n_commands;
  const QdCommand *commands = qd_command_list (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    for (const QdOption *option = commands[i].options;
         option != NULL && option->name != NULL;
         option++)
      {
        if (is_option (argument, option->name))
          return option;
      }

  return NULL;
}

/* Whether it is for the program with windows. What the desktop asks of every
 * application is, too. */
static gboolean
is_for_window (const char *name)
{
  return find_window_option (name) != NULL || g_str_has_prefix (name, "--gapplication-");
}

/* "-5", "-" and "-€3" are words: nobody should have to know how numbers are told
 * from options. */
static gboolean
looks_like_option (const char *argument)
{
  return argument[0] == '-' && (argument[1] == '-' || g_ascii_isalpha (argument[1]));
}

/* The value of the option at *@index, which moves to the last word of it. */
static const char *
take_value (Look   *self,
            int     argc,
            char  **argv,
            int    *index)
{
  const char *equals = strchr (argv[*index], '=');

  if (equals != NULL && g_str_has_prefix (argv[*index], "--"))
    return equals + 1;
  if (*index + 1 < argc)
    return argv[++*index];
  self->lacks_value = argv[*index];

  return NULL;
}

static void
add_option (Look       *self,
            const char *name,
            const char *value)
{
  const QdGiven given = { name, value };

  g_array_append_val (self->options, given);
}

/* Where two programs have an option of one name, both or neither give it a value. */
static void
look_at_option (Look   *self,
                int     argc,
                char  **argv,
                int    *index)
{
  const char *argument = argv[*index];
  const QdOption *for_window = find_window_option (argument);
  const QdOption *option = for_window != NULL ? for_window : find_command_option (argument);

  if (is_option (argument, "--file") || g_str_equal (argument, "-f"))
    self->file = take_value (self, argc, argv, index);
  else if (g_str_has_prefix (argument, "-f"))
    self->file = argument + 2;
  else if (g_str_equal (argument, "--help") || g_str_equal (argument, "-h"))
    self->help = TRUE;
  else if (g_str_equal (argument, "--version"))
    self->version = TRUE;
  else if (option != NULL && option->value != NULL)
    add_option (self, option->name, take_value (self, argc, argv, index));
  else if (option != NULL && for_window == NULL && strchr (argument, '=') != NULL)
    self->has_value = option->name;
  else if (option != NULL)
    add_option (self, option->name, NULL);
  else if (is_for_window (argument))
    add_option (self, argument, NULL);
  else if (self->unknown_option == NULL)
    self->unknown_option = argument;
}

static void
look_at (Look   *self,
         int     argc,
         char  **argv)
{
  gboolean only_words = FALSE;

  for (int i = 1; i < argc; i++)
    {
      if (only_words || !looks_like_option (argv[i]))
        g_ptr_array_add (self->words, argv[i]);
      else if (g_str_equal (argv[i], "--"))
        only_words = TRUE;
      else
        look_at_option (self, argc, argv, &i);
    }
}

/* Takes @reason. */
static int
refuse (const QdCommand *command,
        char            *reason)
{
  g_autofree char *usage = qd_command_dup_usage (command);

  qd_terminal_complain ("%s\n%s\n%s", reason, usage,
                        _("“quarterdeck --help” tells more."));
  g_free (reason);

  return STATUS_USAGE;
}

static int
run (Look            *self,
     const QdCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  QdCall call;

  path = self->file != NULL ? g_strdup (self->file) : qd_store_dup_default_path ();
  g_ptr_array_add (self->words, NULL);
  call = (QdCall) { path, (const char * const *) self->words->pdata + 1, self->options };
  if (command->run (&call, &error))
    return STATUS_DONE;
  if (error != NULL && error->domain == QD_CALL_ERROR)
    return refuse (command, g_strdup (error->message));
  qd_terminal_complain ("%s", error != NULL ? error->message
                                            : _("It failed, but nothing tells why."));

  return STATUS_REFUSED;
}

static int
check_and_run (Look *self)
{
  const char *word = g_ptr_array_index (self->words, 0);
  const QdCommand *command = qd_command_find (word);
  const guint n_arguments = self->words->len - 1;

  if (command == NULL)
    {
      g_autofree char *name = g_filename_display_name (word);

      return refuse (NULL, g_strdup_printf (_("There is no command “%s”."), name));
    }
  for (guint i = 0; i < self->options->len; i++)
    {
      const char *name = g_array_index (self->options, QdGiven, i).name;

      if (qd_command_find_option (command, name) == NULL)
        return refuse (command, g_strdup_printf (_("“%s” does not take the option “%s”."),
                                                 command->name, name));
    }
  if (n_arguments < command->n_min)
    return refuse (command, g_strdup_printf (_("An argument is missing after “%s”."),
                                             command->name));
  if (n_arguments > command->n_max)
    return refuse (command,
                   g_strdup_printf (_("There are too many arguments after “%s”."),
                                    command->name));

  return run (self, command);
}

/* Leaves the call to the program with windows, unless an option is for none. */
static int
leave (Look     *self,
       gboolean *handled)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const char *name = g_array_index (self->options, QdGiven, i).name;

      if (!is_for_window (name))
        return refuse (NULL, g_strdup_printf (_("The option “%s” needs a command."), name));
    }
  *handled = FALSE;

  return STATUS_DONE;
}

static void
print_help_line (const char *indent,
                 const char *what,
                 const char *arguments,
                 const char *summary)
{
  g_autofree char *words = g_strjoin (" ", what, arguments, NULL);
  g_autofree char *call = g_strconcat (indent, words, NULL);
  const glong width = g_utf8_strlen (call, -1);

  qd_terminal_print ("%s%*s%s\n", call, (int) MAX (2, HELP_COLUMN - width), "", summary);
}

static void
print_option (const char     *indent,
              const QdOption *option)
{
  print_help_line (indent, option->name, option->value != NULL ? _(option->value) : NULL,
                   _(option->summary));
}

static void
print_command (const QdCommand *command)
{
  print_help_line ("  ", command->name,
                   command->arguments != NULL ? _(command->arguments) : NULL,
                   _(command->summary));
  for (const QdOption *option = command->options;
       option != NULL && option->name != NULL;
       option++)
    print_option ("    ", option);
}

static void
print_help (void)
{
  guint n_commands;
  const QdCommand *commands = qd_command_list (&n_commands);

  qd_terminal_print ("%s\n\n", _("Usage: quarterdeck [OPTION…]\n"
                                 "       quarterdeck [--file PATH] COMMAND"));
  qd_terminal_print ("%s\n\n%s\n", _("Objectives and key results of teams, on boards."),
                     _("Without a command, a window opens:"));
  for (guint i = 0; i < G_N_ELEMENTS (window_options); i++)
    print_option ("  ", &window_options[i]);

  qd_terminal_print ("\n%s\n", _("Commands, which need no display:"));
  for (guint i = 0; i < n_commands; i++)
    print_command (&commands[i]);

  qd_terminal_print ("\n%s\n", _("For both:"));
  print_help_line ("  ", "--file", _("PATH"), _("Another file than the usual one"));
  print_help_line ("  ", "--help", NULL, _("This text"));
  print_help_line ("  ", "--version", NULL, _("The version of the program"));

  qd_terminal_print ("\n%s\n",
                     _("The usual file is quarterdeck/quarterdeck.db in the folder for data,\n"
                       "$XDG_DATA_HOME or ~/.local/share."));
  qd_terminal_print ("%s\n", _("Exit status: 0 done, 1 refused with a reason, 2 wrong usage."));
  qd_terminal_print ("%s\n", _("The environment variable QUARTERDECK_NOW (2026-11-22 or "
                               "2026-11-22T09:30)\nsets the time at which the program begins."));
}

static int
answer (Look     *self,
        gboolean *handled)
{
  *handled = TRUE;
  if (self->help)
    {
      print_help ();
      return STATUS_DONE;
    }
  if (self->version)
    {
      qd_terminal_print ("Quarterdeck %s\n", QD_VERSION);
      return STATUS_DONE;
    }
  if (self->unknown_option != NULL)
    {
      g_autofree char *name = g_filename_display_name (self->unknown_option);

      return refuse (NULL, g_strdup_printf (_("There is no option “%s”."), name));
    }
  if (self->lacks_value != NULL)
    return refuse (NULL, g_strdup_printf (_("An argument is missing after “%s”."),
                                          self->lacks_value));
  if (self->has_value != NULL)
    return refuse (NULL, g_strdup_printf (_("The option “%s” takes no value."),
                                          self->has_value));
  if (self->words->len > 0)
    return check_and_run (self);

  return leave (self, handled);
}

/**
 * qd_cli_run:
 * @argc: as of main()
 * @argv: as of main(); left as they are
 * @handled: (out): whether the call was for here; else it is for a window
 *
 * Runs the command that the call asks for, if any. What it has to say must arrive
 * for it to be done.
 *
 * Returns: what to exit with, where @handled
 */
int
qd_cli_run (int        argc,
            char     **argv,
            gboolean  *handled)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (QdGiven));
  g_autoptr (GError) error = NULL;
  Look self = { .words = words, .options = options };
  int status;

  look_at (&self, argc, argv);
  status = answer (&self, handled);
  if (*handled && !qd_terminal_flush (&error))
    {
      qd_terminal_complain ("%s", error->message);
      return MAX (status, STATUS_REFUSED);
    }

  return status;
}
