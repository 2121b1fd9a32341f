#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QdOption:
 * @name: as it is typed: "--note"
 * @value: (nullable): what follows it, to be translated; %NULL where nothing does
 * @summary: what it does, to be translated
 *
 * Something that may be asked for, or said, beside the words of a call.
 */
typedef struct
{
  const char *name;
  const char *value;
  const char *summary;
} QdOption;

/**
 * QdGiven:
 * @name: the option
 * @value: (nullable): what was given with it
 *
 * An option of a call.
 */
typedef struct
{
  const char *name;
  const char *value;
} QdGiven;

/**
 * QdCall:
 * @path: the file
 * @words: the words behind that of the command, in the encoding of file names
 * @options: (element-type QdGiven): its options, their values likewise
 *
 * What a command is called with.
 */
typedef struct
{
  const char *path;
  const char * const *words;
  GArray *options;
} QdCall;

/**
 * QdCommand:
 * @name: its word
 * @arguments: (nullable): what follows the word, to be translated
 * @summary: what it does, to be translated
 * @n_min: how many words must follow
 * @n_max: how many may
 * @run: does it; prints what came of it
 * @options: (nullable) (array zero-terminated=1): what options it has
 *
 * Something that the program does without a window.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  guint n_min;
  guint n_max;
  gboolean (*run) (const QdCall  *call,
                   GError       **error);
  const QdOption *options;
} QdCommand;

const QdCommand *qd_command_list        (guint           *n_commands);
const QdCommand *qd_command_find        (const char      *name);
const QdOption  *qd_command_find_option (const QdCommand *self,
                                         const char      *name);
char            *qd_command_dup_usage   (const QdCommand *self);

const char      *qd_call_get_option     (const QdCall    *self,
                                         const char      *name);

G_END_DECLS
