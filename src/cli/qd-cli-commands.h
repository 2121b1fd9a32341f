#pragma once

#include "qd-clock.h"

G_BEGIN_DECLS

/**
 * QD_CALL_ERROR:
 *
 * The domain of calls that are wrong whatever the file holds.
 */
#define QD_CALL_ERROR (qd_call_error_quark ())

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
GQuark           qd_call_error_quark    (void);
gboolean         qd_call_refuse         (GError         **error,
                                         const char      *reason);
gboolean         qd_call_read_day       (const char      *word,
                                         QdDay           *day,
                                         GError         **error);

G_END_DECLS
