/* What the program does without a window, each command on one file. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/qd-import.h"
#include "exchange/qd-outline-file.h"
#include "qd-cli-card.h"
#include "qd-cli-commands.h"
#include "qd-cli-private.h"
#include "qd-terminal.h"
#include "store/qd-check.h"
#include "store/qd-history.h"
#include "store/qd-recover.h"
#include "store/qd-undo.h"

static QdStore *
open_existing (const QdCall  *call,
               GError       **error)
{
  return qd_store_open (call->path, QD_OPEN_EXISTING | QD_OPEN_WITHOUT_MODELS, error);
}

static gboolean
run_check (const QdCall  *call,
           GError       **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *name = g_filename_display_name (call->path);
  g_autofree char *lines = NULL;

  if (!qd_check_file (call->path, &findings, NULL, error))
    return FALSE;
  if (findings->len == 0)
    {
      qd_terminal_print (_("“%s” is sound.\n"), name);
      return TRUE;
    }

  g_ptr_array_add (findings, NULL);
  lines = g_strjoinv ("\n", (char **) findings->pdata);
  g_set_error (error, QD_ERROR, QD_ERROR_DAMAGED,
               _("“%s” is not sound.\n%s\n“rebuild” makes anew what derives from the "
                 "log, “recover” saves what can be read into a new file."), name, lines);

  return FALSE;
}

static gboolean
run_rebuild (const QdCall  *call,
             GError       **error)
{
  g_autofree char *name = g_filename_display_name (call->path);

  if (!qd_check_rebuild (call->path, NULL, error))
    return FALSE;
  qd_terminal_print (_("“%s” was rebuilt from its log.\n"), name);

  return TRUE;
}

static gboolean
run_recover (const QdCall  *call,
             GError       **error)
{
  g_autofree char *report = NULL;

  if (!qd_recover_file (call->path, call->words[0], &report, NULL, error))
    return FALSE;
  qd_terminal_print ("%s\n", report);

  return TRUE;
}

static void
print_entry (const QdHistoryEntry *entry)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (entry->at / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *when = NULL;
  g_autofree char *author = qd_terminal_dup_line (entry->author);
  g_autofree char *sentence = qd_terminal_dup_line (entry->sentence);

  /* A clock can be so wrong that the calendar has no such day. */
  if (local != NULL)
    when = g_date_time_format (local, "%Y-%m-%d %H:%M");
  qd_terminal_print ("%s  %s  %s\n", when != NULL ? when : "?", author, sentence);
}

static gboolean
run_history (const QdCall  *call,
             GError       **error)
{
  g_autoptr (QdStore) store = open_existing (call, error);
  g_autoptr (GPtrArray) entries = NULL;
  QdId card = QD_ID_NONE;

  if (store == NULL)
    return FALSE;
  if (call->words[0] != NULL)
    {
      card = qd_cli_find_card (store, call->words[0], error);
      if (card == QD_ID_NONE)
        return FALSE;
    }
  entries = qd_history_of (store, card, G_MAXUINT, error);
  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    print_entry (g_ptr_array_index (entries, i));

  return TRUE;
}

static gboolean
take_back (const QdCall  *call,
           gboolean     (*step) (QdStore  *store,
                                 char    **report,
                                 GError  **error),
           GError       **error)
{
  g_autoptr (QdStore) store = open_existing (call, error);
  g_autofree char *report = NULL;
  g_autofree char *line = NULL;

  if (store == NULL || !step (store, &report, error))
    return FALSE;
  line = qd_terminal_dup_line (report);
  qd_terminal_print ("%s\n", line);

  return TRUE;
}

static gboolean
run_undo (const QdCall  *call,
          GError       **error)
{
  return take_back (call, qd_undo_undo, error);
}

static gboolean
run_redo (const QdCall  *call,
          GError       **error)
{
  return take_back (call, qd_undo_redo, error);
}

/* Reads all outlines before the first is brought in. */
static GPtrArray *
load_outlines (const char * const  *words,
               GError             **error)
{
  g_autoptr (GPtrArray) outlines = NULL;

  outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) qd_outline_free);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (words[i]);
      QdOutline *outline = qd_outline_load (file, qd_clock_today (), NULL, error);

      if (outline == NULL)
        {
          g_autofree char *name = g_filename_display_name (words[i]);

          g_prefix_error (error, "%s: ", name);
          return NULL;
        }
      g_ptr_array_add (outlines, outline);
    }

  return g_steal_pointer (&outlines);
}

static gboolean
run_import (const QdCall  *call,
            GError       **error)
{
  g_autoptr (GPtrArray) outlines = load_outlines (call->words, error);
  g_autoptr (QdStore) store = NULL;

  if (outlines == NULL)
    return FALSE;
  store = qd_store_open (call->path, QD_OPEN_WITHOUT_MODELS, error);
  if (store == NULL)
    return FALSE;

  for (guint i = 0; i < outlines->len; i++)
    {
      g_autofree char *name = g_filename_display_basename (call->words[i]);
      g_autofree char *report = NULL;

      if (!qd_import_outline (store, g_ptr_array_index (outlines, i), name, &report,
                              error))
        return FALSE;
      qd_terminal_print ("%s", report);
    }

  return TRUE;
}

static const QdOption check_in_options[] = {
  { "--note", N_("TEXT"), N_("What moved") },
  { "--blocker", N_("TEXT"), N_("What is in the way") },
  { "--confidence", N_("N"), N_("From 0 to 10, how sure it is that the target is reached") },
  { "--day", N_("YYYY-MM-DD"), N_("The day it tells of, if not today") },
  { NULL },
};

static const QdOption freeze_options[] = {
  { "--board", N_("NAME"), N_("The board of this name; may be given again for more") },
  { "--format", N_("FORMAT"), N_("markdown or json, if OUT does not tell") },
  { "--names", NULL, N_("Tell owners and authors, too; notes stay as people wrote them anyway") },
  { "-o", N_("OUT"), N_("The file; “-” or none for standard output") },
  { NULL },
};

static const QdOption due_options[] = {
  { "--owner", N_("NAME"), N_("Only what this person owes") },
  { "--mine", NULL, N_("Only what you owe, who are named in the preferences") },
  { "--board", N_("NAME"), N_("The board of this name; may be given again for more") },
  { "--json", NULL, N_("For programs, as JSON") },
  { NULL },
};

static const QdOption report_options[] = {
  { "--view", N_("NAME"), N_("The boards of this saved view, in its order, density and filter") },
  { "--board", N_("NAME"), N_("The board of this name; may be given again for more") },
  { "--me", N_("NAME"), N_("Who you are, for a view of what is yours; else as in Preferences") },
  { "--format", N_("FORMAT"), N_("pdf, png, markdown or html, if OUT does not tell") },
  { "--paper", N_("PAPER"), N_("a4 or letter, if not what is usual where you are") },
  { "--density", N_("DENSITY"), N_("counts (a table), compact (side by side) or cards") },
  { "--review", NULL, N_("What changed on the boards and what stands in the way") },
  { "--since", N_("YYYY-MM-DD"), N_("Then since this day, if not since the last review") },
  { "--scale", N_("N"), N_("Of a PNG picture: 1 is 96 pixels an inch, 2 is usual") },
  { "-o", N_("OUT"), N_("The file; “-” or none for standard output") },
  { NULL },
};

static const QdOption flow_options[] = {
  { "--json", NULL, N_("For programs, as JSON") },
  { NULL },
};

static const QdOption show_options[] = {
  { "--json", NULL, N_("For programs, as JSON") },
  { NULL },
};

static const QdOption status_options[] = {
  { "--board", N_("NAME"), N_("The board of this name; may be given again for more") },
  { "--json", NULL, N_("For programs, as JSON") },
  { NULL },
};

static const QdCommand commands[] = {
  { "status", NULL, N_("Tell how the boards stand, and each key result on them"),
    0, 0, qd_cli_run_status, status_options },
  { "report", NULL,
    N_("Write boards or their review as PDF, PNG, Markdown or HTML; all of the current "
       "cycle, if no other"),
    0, 0, qd_cli_run_report, report_options },
  { "freeze", N_("[CYCLE]"),
    N_("Write a closed cycle as Markdown or JSON, always the same bytes; the newest, if no "
       "other"),
    0, 1, qd_cli_run_freeze, freeze_options },
  { "flow", N_("BOARD"),
    N_("Tell how long cards stay in the columns of a board, and how it keeps up with its "
       "check-ins"),
    1, 1, qd_cli_run_flow, flow_options },
  { "show", N_("CARD"), N_("Tell all about a key result"),
    1, 1, qd_cli_run_show, show_options },
  { "check-in", N_("CARD VALUE"),
    N_("Write down what a key result has come to; “-” for no value"),
    2, 2, qd_cli_run_check_in, check_in_options },
  { "due", NULL, N_("List the check-ins that are due, the oldest first"),
    0, 0, qd_cli_run_due, due_options },
  { "import", N_("FILE…"),
    N_("Bring in outlines, one board a team; say what could not be read"),
    1, G_MAXUINT, run_import },
  { "history", N_("[CARD]"),
    N_("Tell what was done, the newest first, to a card or to everything"),
    0, 1, run_history },
  { "undo", NULL, N_("Take back the last change"), 0, 0, run_undo },
  { "redo", NULL, N_("Do again what was undone last"), 0, 0, run_redo },
  { "check", NULL, N_("Say whether the file is sound"), 0, 0, run_check },
  { "rebuild", NULL,
    N_("Make everything that derives from the log anew"), 0, 0, run_rebuild },
  { "recover", N_("NEWFILE"),
    N_("Save what can be read of a damaged file into a new one"), 1, 1, run_recover },
};

/**
 * qd_command_list:
 * @n_commands: (out): how many there are
 *
 * Returns: (array length=n_commands): all commands
 */
const QdCommand *
qd_command_list (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);

  return commands;
}

/**
 * qd_command_find:
 *
 * Returns: (nullable): the command of that word
 */
const QdCommand *
qd_command_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

/**
 * qd_command_find_option:
 * @self: a command
 * @name: as it is typed
 *
 * Returns: (nullable): the option of that name
 */
const QdOption *
qd_command_find_option (const QdCommand *self,
                        const char      *name)
{
  for (const QdOption *option = self->options; option != NULL && option->name != NULL; option++)
    if (g_str_equal (option->name, name))
      return option;

  return NULL;
}

/**
 * qd_call_get_option:
 * @self: a call
 * @name: an option
 *
 * Returns: (nullable): the value that was given with it last, "" for an option that
 *   takes none; %NULL where it was not given
 */
const char *
qd_call_get_option (const QdCall *self,
                    const char   *name)
{
  for (guint i = self->options->len; i > 0; i--)
    {
      const QdGiven *given = &g_array_index (self->options, QdGiven, i - 1);

      if (g_str_equal (given->name, name))
        return given->value != NULL ? given->value : "";
    }

  return NULL;
}

GQuark
qd_call_error_quark (void)
{
  return g_quark_from_static_string ("qd-call-error");
}

/**
 * qd_call_refuse:
 * @error: return location for %QD_CALL_ERROR
 * @reason: what is wrong with the call, whatever the file holds
 *
 * Returns: %FALSE
 */
gboolean
qd_call_refuse (GError     **error,
                const char  *reason)
{
  g_set_error_literal (error, QD_CALL_ERROR, 0, reason);

  return FALSE;
}

/**
 * qd_call_read_day:
 * @word: what was given as a day
 * @day: (out): the day
 * @error: return location for %QD_CALL_ERROR
 *
 * Returns: whether it is one
 */
gboolean
qd_call_read_day (const char  *word,
                  QdDay       *day,
                  GError     **error)
{
  g_autofree char *name = g_filename_display_name (word);
  g_autofree char *reason = NULL;

  *day = qd_day_parse (word);
  if (*day != QD_DAY_NONE)
    return TRUE;
  reason = g_strdup_printf (_("“%s” is no day. Write it as in 2026-11-22."), name);

  return qd_call_refuse (error, reason);
}

/**
 * qd_command_dup_usage:
 * @self: (nullable): a command, or %NULL for any
 *
 * Returns: (transfer full): how it is called, as a line
 */
char *
qd_command_dup_usage (const QdCommand *self)
{
  GString *call;
  g_autofree char *usage = NULL;

  if (self == NULL)
    return g_strdup (_("Usage: quarterdeck [--file PATH] [COMMAND]"));

  call = g_string_new (self->name);
  if (self->arguments != NULL)
    g_string_append_printf (call, " %s", _(self->arguments));
  for (const QdOption *option = self->options; option != NULL && option->name != NULL; option++)
    {
      g_autofree char *words = g_strjoin (" ", option->name,
                                          option->value != NULL ? _(option->value) : NULL,
                                          NULL);

      g_string_append_printf (call, " [%s]", words);
    }
  usage = g_string_free (call, FALSE);

  return g_strdup_printf (_("Usage: quarterdeck [--file PATH] %s"), usage);
}
